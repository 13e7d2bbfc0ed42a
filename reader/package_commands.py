"""The commands about article packages: pack, install, list, update, remove."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.messages import sentence, sentence_for

if TYPE_CHECKING:
    from reader.content.shelf import Shelf

COMMANDS = ("pack", "install", "list", "update", "remove")


def run(command: str, given: list[str]) -> int:
    """Do ``command`` (one of COMMANDS) with the arguments ``given``; the exit status.

    Raises ReaderError for what cannot be done.
    """
    return {
        "pack": _pack,
        "install": _install,
        "list": _list,
        "update": _update,
        "remove": _remove,
    }[command](given)


def _shelf() -> Shelf:
    from reader.content.shelf import FOLDER, Shelf
    from reader.desk.store import default_folder

    return Shelf(default_folder() / FOLDER)


def _pack(given: list[str]) -> int:
    from reader.cli import _language, _parser, _say, _tell
    from reader.content.package import PackageFaultsError, pack
    from reader.text.article import short_name

    parser = _parser("pack")
    parser.add_argument("folder")
    parser.add_argument("-o", "--output", required=True)
    options = parser.parse_intermixed_args(given)
    language = _language()
    try:
        data = pack(Path(options.folder))
    except PackageFaultsError as error:
        for fault in error.faults:
            _tell(sentence_for(fault, language))
        return 1
    out = Path(options.output)
    write_whole(data, out)
    _say(sentence("shelf-done-pack", language, file=short_name(out)))
    return 0


def write_whole(data: bytes, out: Path) -> None:
    """Let the file ``out`` hold ``data``, or what it held before. ReaderError if it cannot be."""
    coming = ""
    try:
        if out.exists() and not out.is_file():
            out.write_bytes(data)  # a device or a pipe: nothing there to keep
            return
        handle, coming = tempfile.mkstemp(prefix=".neva-", dir=out.resolve().parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(coming).chmod(0o644)
        os.replace(coming, out)
    except (OSError, ValueError):
        if coming:
            Path(coming).unlink(missing_ok=True)
        raise ReaderError("output-unwritable", file=str(out)) from None


def _install(given: list[str]) -> int:
    return _put("install", given)


def _update(given: list[str]) -> int:
    return _put("update", given)


def _put(command: str, given: list[str]) -> int:
    from reader.cli import _language, _parser, _say
    from reader.text.display import shown_name

    parser = _parser(command)
    parser.add_argument("file")
    if command == "update":
        parser.add_argument("--force", action="store_true")
    options = parser.parse_intermixed_args(given)
    update = command == "update"
    manifest = _shelf().install(
        Path(options.file), update=update, force=update and bool(options.force)
    )
    language = _language()
    title = shown_name(manifest.title(language))
    done = "shelf-done-update" if update else "shelf-done-install"
    _say(sentence(done, language, title=title, version=manifest.version))
    return 0


def _list(given: list[str]) -> int:
    from reader.cli import _language, _parser, _say, _tell
    from reader.text.display import shown_name

    _parser("list").parse_intermixed_args(given)
    language = _language()
    found = _shelf().packages()
    for package in found:
        if package.manifest is not None:
            title = shown_name(package.manifest.title(language))
            _say(f"{package.id}\t{package.manifest.version}\t{title}")
        elif package.fault is not None:
            _tell(sentence_for(package.fault, language))
    if not found:
        _say(sentence("shelf-empty", language))
    return 0


def _remove(given: list[str]) -> int:
    from reader.cli import _language, _parser, _say

    parser = _parser("remove")
    parser.add_argument("id")
    options = parser.parse_intermixed_args(given)
    shelf = _shelf()
    shelf.remove(options.id)
    shelf.forget_removed()
    _say(sentence("shelf-done-remove", _language(), name=options.id))
    return 0
