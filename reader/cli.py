"""The command line. Qt is imported only by the commands that show something."""

from __future__ import annotations

import argparse
import gc
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from reader import __version__, resources
from reader.content.knowledge import Knowledge
from reader.content.reading import open_file, open_shipped, open_text
from reader.errors import ReaderError
from reader.messages import sentence, sentence_for

BAD = 2
"""Exit status for what cannot be done; 1 is for a check that found something."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise ReaderError("bad-usage", reason=message)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status. Errors are one sentence on standard error."""
    _make_thai_printable()
    given = list(sys.argv[1:] if arguments is None else arguments)
    commands: dict[str, Callable[[list[str]], int]] = {
        "index": _index,
        "check": _check,
        "export": _export,
        "screenshot": _screenshot,
    }
    try:
        return _run(commands, given)
    except FileNotFoundError as error:
        if not resources.is_ours(error.filename):
            raise
        _tell(_install_broken(error.filename))
        return BAD


def _run(commands: dict[str, Callable[[list[str]], int]], given: list[str]) -> int:
    try:
        if given and given[0] in commands:
            return commands[given[0]](given[1:])
        if given and given[0] in ("pack", "install", "list", "update", "remove"):
            from reader.package_commands import run as run_package_command

            return run_package_command(given[0], given[1:])
        return _window(given)
    except ReaderError as error:
        _tell(sentence_for(error, _language()))
    except BrokenPipeError:
        # whoever read our output has gone; nobody is left to be told
        _silence_output()
    except KeyboardInterrupt:
        _silence_output()
    return BAD


def _make_thai_printable() -> None:
    """UTF-8 for output streams whose encoding has no Thai, so that printing never fails."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            try:
                "ไทย “…”".encode(stream.encoding)
                stream.reconfigure(errors="backslashreplace")
            except (UnicodeError, LookupError):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _tell(said: str) -> None:
    """``said`` on standard error, in one line whatever names it quotes."""
    print(" ".join(said.splitlines()), file=sys.stderr)


def _say(said: str) -> None:
    """``said`` on standard output, at once: a full disk shows here and not after the end."""
    try:
        print(said, flush=True)
    except BrokenPipeError:
        raise
    except OSError:
        _silence_output()
        raise ReaderError("output-unwritable", file="stdout") from None


def _silence_output() -> None:
    """Let the interpreter end without a word about what could not be written."""
    sys.stdout = None


def _install_broken(file: str) -> str:
    try:
        return sentence("install-broken", _language(), file=file)
    except FileNotFoundError:
        # even the sentences are missing
        return f"The program is not completely installed (“{file}” is missing)."


def _language() -> str:
    """The language the reader chose for the window, Thai if he never did."""
    from reader.desk.store import default_folder, peek

    return "en" if peek(default_folder(), "language", "th") == "en" else "th"


def _parser(command: str = "") -> _Parser:
    return _Parser(prog=f"neva-reader {command}".strip(), add_help=bool(command))


_HELP = """\
neva-reader [FILE]                     open the window on the entry, or on FILE
neva-reader index --json [FILE]        what the reader knows of a text, as JSON
neva-reader check FILE                 validate a text or an article package
neva-reader export --format F -o OUT [FILE]
                                       F: pdf, study-sheet, markdown, anki, csv, tei, svg,
                                       png, geojson, json
neva-reader pack FOLDER -o OUT.neva    make an article package of a folder of content files
neva-reader install FILE.neva          put a package on the shelf
neva-reader list                       the packages on the shelf
neva-reader update FILE.neva [--force] replace a package by a newer one, or any one
neva-reader remove ID                  take a package off the shelf
neva-reader screenshot OUT.png [--size WxH] [--scale 1|2|3] [--theme light|dark]
                       [--lang th|en] [--term N] [--at OFFSET] [FILE]
neva-reader --version | --help
"""


def _open(file: str | None) -> Knowledge:
    return open_shipped() if file is None else open_text(Path(file))


def _open_and_analyse(file: str | None) -> Knowledge:
    """As _open, with words and terms found at once if the text does not bring them."""
    knowledge = _open(file)
    if knowledge.breaks.free or file is None:
        return knowledge
    from reader.content.knowledge import without_package
    from reader.text.word_breaks import word_boundaries

    return without_package(knowledge.article, word_boundaries(knowledge.article.text))


def _window(given: list[str]) -> int:
    file = None
    if given:  # without, the parser's 3 ms are not worth their while
        parser = _parser()
        parser.add_argument("--version", action="store_true")
        parser.add_argument("--help", "-h", action="store_true")
        parser.add_argument("file", nargs="?")
        options = parser.parse_intermixed_args(given)
        if options.version:
            _say(f"neva-reader {__version__}")
            return 0
        if options.help:
            _say(_HELP.rstrip())
            return 0
        file = options.file
    # A start throws nothing away; to look for garbage in all it makes takes 8 ms. The window has
    # it looked for again once it is painted.
    gc.disable()
    try:
        return _show(file)
    finally:
        gc.enable()


def _show(file: str | None) -> int:
    knowledge, trouble = _open_for_window(file)
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise ReaderError("no-display")
    from reader.desk.store import Store, default_folder
    from reader.ui.app import run

    path = Path(file) if file and trouble is None else None
    return run(knowledge, Store(default_folder()), trouble, path)


def _open_for_window(file: str | None) -> tuple[Knowledge, ReaderError | None]:
    """The text to show, and what to tell the reader about it.

    A start from the desktop has no terminal to complain to: there the launcher sets
    NEVA_READER_FROM_DESKTOP, and a bad file opens the entry with a notice. Nor can anybody be
    seen waiting for a pipe there.
    """
    is_from_desktop = bool(file and os.environ.get("NEVA_READER_FROM_DESKTOP"))
    try:
        return (open_file(Path(file)) if file and is_from_desktop else _open(file)), None
    except ReaderError as error:
        if not is_from_desktop:
            raise
        return open_shipped(), error


def _index(given: list[str]) -> int:
    parser = _parser("index")
    parser.add_argument("--json", action="store_true", required=True)
    parser.add_argument("file", nargs="?")
    options = parser.parse_intermixed_args(given)
    from reader.content.index import index

    _write_json(index(_open_and_analyse(options.file)))
    return 0


def _check(given: list[str]) -> int:
    parser = _parser("check")
    parser.add_argument("file")
    options = parser.parse_intermixed_args(given)
    from reader.content.check import faults

    found = faults(Path(options.file))
    language = _language()
    for fault in found:
        _tell(sentence_for(fault, language))
    if not found:
        _say(sentence("check-good", language))
    return 1 if found else 0


def _export(given: list[str]) -> int:
    from reader.export.formats import FORMATS, SET_IN_LINES, export
    from reader.export.options import Options

    parser = _parser("export")
    parser.add_argument("--format", choices=list(FORMATS), required=True)
    parser.add_argument("-o", "--output", required=True)
    parser.add_argument("file", nargs="?")
    options = parser.parse_intermixed_args(given)
    knowledge = _open_and_analyse(options.file)
    # the painter lives as long as its application is held
    painter = _make_painter() if options.format == "png" and options.output != "-" else None
    if options.format in SET_IN_LINES and not knowledge.breaks.free:
        knowledge = _with_breaks(knowledge)
    export(knowledge, options.format, options.output, Options(language=_language()))
    del painter
    return 0


def _make_painter() -> object:
    """What the one format needs that Qt draws, though without a display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from reader.ui.app import make_application
    from reader.ui.appearance import Appearance
    from reader.ui.map_image import offer_png

    application = make_application(["neva-reader"])
    Appearance(application).apply_language(_language())
    offer_png()
    return application


def _with_breaks(knowledge: Knowledge) -> Knowledge:
    """``knowledge`` with the places at which a line of its text may end."""
    from dataclasses import replace

    from reader.text.article import Span
    from reader.text.line_rules import breaks_of
    from reader.text.word_breaks import word_boundaries

    text = knowledge.article.text
    names = [Span(term.start, term.end) for term in knowledge.terms]
    return replace(knowledge, breaks=breaks_of(text, word_boundaries(text), names))


def _write_json(content: dict[str, Any]) -> None:
    """One JSON object on standard output."""
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    # a file name that is no Unicode becomes a JSON escape
    data = text.encode("utf-8", "backslashreplace")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError:
        _silence_output()
        raise ReaderError("output-unwritable", file="-") from None


def _size(text: str) -> tuple[int, int]:
    width, separator, height = text.lower().partition("x")
    if not separator or not width.isdecimal() or not height.isdecimal():
        raise argparse.ArgumentTypeError(f"{text}: WxH")
    size = int(width), int(height)
    if not (320 <= size[0] <= 10_000 and 240 <= size[1] <= 10_000):
        raise argparse.ArgumentTypeError(f"{text}: 320x240 - 10000x10000")
    return size


def _screenshot(given: list[str]) -> int:
    parser = _parser("screenshot")
    parser.add_argument("out")
    parser.add_argument("file", nargs="?")
    parser.add_argument("--size", type=_size, default=(1280, 800))
    parser.add_argument("--scale", type=int, choices=(1, 2, 3), default=1)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--lang", choices=("th", "en"), default="th")
    parser.add_argument("--term", type=int)
    parser.add_argument("--at", type=int)
    options = parser.parse_intermixed_args(given)
    from reader.ui.screenshot import Shot, take

    width, height = options.size
    shot = Shot(width, height, options.scale, options.theme, options.lang, options.term, options.at)
    take(_open(options.file), shot, Path(options.out))
    return 0
