"""``neva-reader check``: what a machine can find wrong with a text or an article package."""

from __future__ import annotations

from pathlib import Path

from reader.content import computed
from reader.content.reading import is_package, open_text
from reader.content.source import load_source
from reader.errors import ReaderError


def faults(path: Path) -> list[ReaderError]:
    """Everything to mend in the text or package (folder or file) ``path``; empty if it is good.

    Raises TextError if there is no such file.
    """
    if not is_package(path):
        try:
            open_text(path, whole=True)
        except ReaderError as error:
            if error.key in ("file-missing", "file-folder", "file-unreadable"):
                raise
            return [error]
        return []
    try:
        source = load_source(path)
    except ReaderError as error:
        return [error]
    found: list[ReaderError] = [problem.as_error() for problem in source.problems]
    if not found:
        from reader.content.compute import knowledge_from

        fresh = computed.serialised(knowledge_from(source))
        for name, text in fresh.items():
            if _bytes_of(path / "computed" / name) != text.encode():
                found.append(ReaderError("package-stale", file=name))
    found += [problem.as_error() for problem in source.advice]
    return found


def _bytes_of(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
