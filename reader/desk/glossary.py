"""The reader's own glossaries: words, meanings and where those come from, out of CSV files.

A glossary that is imported is copied into the reader's folder, as UTF-8 with a heading; the file it
came from is not needed again. Where nothing can be kept the glossaries last as long as the window.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import NamedTuple

from reader.desk.files import write_beside
from reader.errors import ReaderError

FOLDER = "glossaries"
_MOST_BYTES = 20 * 1024 * 1024
_LONGEST_NAME = 60
_LONGEST_FIELD = 10_000
_HEADINGS = {
    "word": ("word", "term", "entry", "คำ", "คำศัพท์", "ศัพท์"),
    "meaning": ("meaning", "definition", "ความหมาย", "คำแปล", "นิยาม"),
    "source": ("source", "reference", "ที่มา", "แหล่งที่มา", "อ้างอิง"),
}
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')


class Entry(NamedTuple):
    """A line of a glossary. source: where the meaning comes from, "" if it does not say."""

    word: str
    meaning: str
    source: str


class Glossary(NamedTuple):
    """name: of the file it came from, without its ending."""

    name: str
    entries: tuple[Entry, ...]


class Glossaries:
    """All glossaries of one reader."""

    def __init__(self, folder: Path | None) -> None:
        """folder: the reader's; None keeps everything in memory."""
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
        ``glossary-too-large``, ``glossary-encoding``, ``glossary-empty``, ``glossary-line``,
        ``glossary-quotes``, ``output-unwritable``.
        """
        name = _UNSAFE.sub("_", path.stem).strip(" .")[:_LONGEST_NAME] or "glossary"
        glossary = Glossary(name, read_entries(_bytes_of(path), path.name))
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
                raise ReaderError("output-unwritable", file=self._path(name).name) from None
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
                raise ReaderError("output-unwritable", file=f"{glossary.name}.csv") from None
            write_beside(self._path(glossary.name), _as_csv(glossary))
        self._glossaries[glossary.name] = glossary
        self._by_word = None

    def _path(self, name: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{name}.csv"

    @property
    def _glossaries(self) -> dict[str, Glossary]:
        if self._loaded is None:
            self._loaded = {}
            for path in self._kept_files():
                try:
                    entries = read_entries(_bytes_of(path), path.name)
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


def _bytes_of(path: Path) -> bytes:
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise ReaderError("file-folder", file=name)
        if path.stat().st_size > _MOST_BYTES:
            raise ReaderError("glossary-too-large", file=name, most=_MOST_BYTES // 1024**2)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise ReaderError("file-missing", file=name) from None
    except (OSError, ValueError):
        raise ReaderError("file-unreadable", file=name) from None


def read_entries(data: bytes, file: str) -> tuple[Entry, ...]:
    """The entries of a CSV file: word, meaning and, if it has it, source; ``file`` is its name.

    Commas, semicolons or tabs part the columns; a heading names them in another order. Raises
    ReaderError, with the number of the line where that can be said.
    """
    text = _decoded(data, file)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    columns: tuple[int, int, int] | None = None
    entries = []
    started = 1
    try:
        for row in rows:
            line, started = started, rows.line_num + 1
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
    if not word or not meaning or max(len(word), len(meaning), len(source)) > _LONGEST_FIELD:
        raise ReaderError("glossary-line", file=file, line=line)
    return Entry(word, meaning, source)


def _columns(row: list[str]) -> tuple[int, int, int] | None:
    """Which columns hold word, meaning and source, if ``row`` is a heading."""
    titles = [field.strip().casefold() for field in row]
    found = [
        next((titles.index(title) for title in known if title in titles), -1)
        for known in _HEADINGS.values()
    ]
    return (found[0], found[1], found[2]) if found[0] >= 0 and found[1] >= 0 else None


def _delimiter(text: str) -> str:
    """What parts the columns: the sign that the first line with words has most of."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",\t;", key=first.count)


def _decoded(data: bytes, file: str) -> str:
    encodings = ["utf-8-sig", "cp874"]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ReaderError("glossary-encoding", file=file)


def _as_csv(glossary: Glossary) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["word", "meaning", "source"])
    writer.writerows(glossary.entries)
    return out.getvalue().encode("utf-8")
