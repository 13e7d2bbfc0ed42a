"""The reader's own glossaries: words, meanings and where those come from, out of CSV files.

A glossary that is imported is copied into the reader's folder, as UTF-8 with a heading; the file it
came from is not needed again. Where nothing can be kept the glossaries last as long as the window.
"""

from __future__ import annotations

import csv
import io
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reader.desk.files import write_beside
from reader.errors import ReaderError, TextError

FOLDER = "glossaries"
_MOST_BYTES = 20 * 1024 * 1024
_LONGEST_NAME = 60
_LONGEST_FIELD = 10_000
_HEADINGS = {
    "word": ("word", "term", "entry", "คำ", "คำศัพท์", "ศัพท์"),
    "meaning": ("meaning", "definition", "ความหมาย", "คำแปล", "นิยาม"),
    "source": ("source", "reference", "ที่มา", "แหล่งที่มา", "อ้างอิง"),
}
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]+')
_SEPARATORS = ",\t;"  # of two that do alike the first
_SAMPLE = 20  # rows
# Excel's own first line, which says what parts the columns
_SEPARATOR_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?(\r\n?|\n|\Z)', re.IGNORECASE)


class Entry(NamedTuple):
    """A line of a glossary. source: where the meaning comes from, "" if it does not say."""

    word: str
    meaning: str
    source: str


class Glossary(NamedTuple):
    """name: of the file it came from, without its ending."""

    name: str
    entries: tuple[Entry, ...]


Decode = Callable[[bytes, str], str | None]
"""From what is not UTF-8, and the file's name, to its text; None or TextError if it has none."""


def _usual_text(data: bytes, _file: str) -> str | None:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "cp874"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


class Glossaries:
    """All glossaries of one reader."""

    def __init__(
        self,
        folder: Path | None,
        decode: Decode = _usual_text,
        shown: Callable[[str], str] = str,
    ) -> None:
        """folder: the reader's; None keeps everything in memory. shown: a name for a message."""
        self._decode = decode
        self._shown = shown
        self._folder = folder / FOLDER if folder is not None else None
        self._loaded: dict[str, Glossary] | None = None
        self._by_word: dict[str, list[tuple[str, Entry]]] | None = None

    def all(self) -> list[Glossary]:
        """The glossaries by name; one whose copy can no longer be read is left out."""
        return [self._glossaries[name] for name in sorted(self._glossaries)]

    def meanings(self, word: str) -> list[tuple[str, Entry]]:
        """The entries for ``word``, each with the name of its glossary."""
        if self._by_word is None:
            self._by_word = {}
            for glossary in self.all():
                for entry in glossary.entries:
                    found = self._by_word.setdefault(_key(entry.word), [])
                    found.append((glossary.name, entry))
        return self._by_word.get(_key(word), [])

    def add(self, path: Path) -> tuple[Glossary, Glossary | None]:
        """Import the CSV file ``path``: the new glossary, and the one of that name it replaces.

        Raises ReaderError: ``file-missing``, ``file-folder``, ``file-unreadable``,
        ``file-special``, ``glossary-too-large``, ``glossary-encoding``, ``glossary-empty``,
        ``glossary-line``, ``glossary-long``, ``glossary-quotes``, ``output-unwritable``.
        """
        name = _UNSAFE.sub("_", path.stem).strip(" .")[:_LONGEST_NAME] or "glossary"
        glossary = Glossary(name, self._read(path))
        before = self._glossaries.get(name)
        self._keep(glossary)
        return glossary, before

    def remove(self, name: str) -> Glossary:
        """Take a glossary away; what is returned can be put back. KeyError if there is none."""
        glossary = self._glossaries[name]
        if self._folder is not None:
            try:
                self._path(name).unlink(missing_ok=True)
            except OSError:
                told = self._shown(self._path(name).name)
                raise ReaderError("output-unwritable", file=told) from None
        del self._glossaries[name]
        self._by_word = None
        return glossary

    def put_back(self, glossary: Glossary) -> None:
        """Keep ``glossary`` again, in place of one of its name."""
        self._keep(glossary)

    def _keep(self, glossary: Glossary) -> None:
        if self._folder is not None:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
            except OSError:
                told = self._shown(f"{glossary.name}.csv")
                raise ReaderError("output-unwritable", file=told) from None
            write_beside(self._path(glossary.name), _as_csv(glossary))
        self._glossaries[glossary.name] = glossary
        self._by_word = None

    def _read(self, path: Path) -> tuple[Entry, ...]:
        name = self._shown(path.name or str(path))
        return read_entries(_bytes_of(path, name), name, self._decode)

    def _path(self, name: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{name}.csv"

    @property
    def _glossaries(self) -> dict[str, Glossary]:
        if self._loaded is None:
            self._loaded = {}
            for path in self._kept_files():
                try:
                    entries = self._read(path)
                except ReaderError:
                    continue
                self._loaded[path.stem] = Glossary(path.stem, entries)
        return self._loaded

    def _kept_files(self) -> list[Path]:
        if self._folder is None:
            return []
        try:
            return sorted(self._folder.glob("*.csv"))
        except OSError:
            return []


def _key(word: str) -> str:
    return " ".join(word.casefold().replace("ํา", "ำ").split())


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise ReaderError("file-folder", file=name)
        if not stat.S_ISREG(found.st_mode):
            raise ReaderError("file-special", file=name)
        if found.st_size > _MOST_BYTES:
            raise ReaderError("glossary-too-large", file=name, most=_MOST_BYTES // 1024**2)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise ReaderError("file-missing", file=name) from None
    except (OSError, ValueError):
        raise ReaderError("file-unreadable", file=name) from None


def read_entries(data: bytes, file: str, decode: Decode = _usual_text) -> tuple[Entry, ...]:
    """The entries of a CSV file: word, meaning and, if it has it, source; ``file`` is its name.

    Commas, semicolons or tabs part the columns; a heading names them in another order. Raises
    ReaderError, with the number of the line where that can be said.
    """
    text = _decoded(data, file, decode)
    said = _SEPARATOR_LINE.match(text)
    if said:
        text = text[said.end() :]
    with _fields_of(len(text)):
        return _entries(text, said[1] if said else _separator(text), 2 if said else 1, file)


@contextmanager
def _fields_of(longest: int) -> Iterator[None]:
    """Let a field have ``longest`` characters: csv tells a longer one like a missing quote."""
    before = csv.field_size_limit(max(longest, 1))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _entries(text: str, separator: str, first: int, file: str) -> tuple[Entry, ...]:
    """first: the number of the first line of ``text`` in the file."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    columns: tuple[int, int, int] | None = None
    entries = []
    started = first
    try:
        for row in rows:
            line, started = started, first + rows.line_num
            if not any(field.strip() for field in row):
                continue
            if columns is None:
                columns = _columns(row)
                if columns is not None:
                    continue
                columns = (0, 1, 2)
            entries.append(_entry(row, columns, file, line))
    except csv.Error:
        raise ReaderError("glossary-quotes", file=file, line=started) from None
    if not entries:
        raise ReaderError("glossary-empty", file=file)
    return tuple(entries)


def _entry(row: list[str], columns: tuple[int, int, int], file: str, line: int) -> Entry:
    word, meaning, source = (
        " ".join(row[column].split()) if 0 <= column < len(row) else "" for column in columns
    )
    if not word or not meaning:
        raise ReaderError("glossary-line", file=file, line=line)
    if max(len(word), len(meaning), len(source)) > _LONGEST_FIELD:
        raise ReaderError("glossary-long", file=file, line=line, most=_LONGEST_FIELD)
    return Entry(word, meaning, source)


def _columns(row: list[str]) -> tuple[int, int, int] | None:
    """Which columns hold word, meaning and source, if ``row`` is a heading."""
    titles = [field.strip().casefold() for field in row]
    found = [
        next((titles.index(title) for title in known if title in titles), -1)
        for known in _HEADINGS.values()
    ]
    return (found[0], found[1], found[2]) if found[0] >= 0 and found[1] >= 0 else None


def _separator(text: str) -> str:
    """What parts the columns of the first rows best."""
    return max(_SEPARATORS, key=lambda separator: _fit(text, separator))


def _fit(text: str, separator: str) -> tuple[bool, bool, bool, float, bool]:
    """How well it does: a heading; as many columns in every row; two or three; two or more.

    A tab that does as well as a comma is the separator: none stands in a meaning.
    """
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[list[str]] = []
    with suppress(csv.Error):  # the rows before it can be judged
        found.extend(islice((row for row in rows if any(f.strip() for f in row)), _SAMPLE))
    if not found:
        return (False, False, False, 0, False)
    widths = [len(row) for row in found]
    fits = max(widths) <= 3 and min(widths) >= 2
    parted = sum(width >= 2 for width in widths) / len(widths)
    is_heading = _columns(found[0]) is not None
    is_even = fits and len(set(widths)) == 1
    return (is_heading, is_even, fits, parted, separator == "\t" and parted > 0)


def _decoded(data: bytes, file: str, decode: Decode) -> str:
    try:
        text: str | None = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    if text is None or "\0" in text:
        try:
            text = decode(data, file)
        except TextError:
            text = None
    if text is None or "\0" in text:
        raise ReaderError("glossary-encoding", file=file)
    return text.removeprefix("\ufeff")


def _as_csv(glossary: Glossary) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["word", "meaning", "source"])
    writer.writerows(glossary.entries)
    return out.getvalue().encode("utf-8")
