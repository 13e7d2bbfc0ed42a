"""A Word document (DOCX) as plain reading text."""

from __future__ import annotations

import posixpath

from reader.errors import TextError
from reader.text.formats.archive import Archive
from reader.text.formats.xml_events import read_xml

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
# text that stands elsewhere as well, or no longer stands; what only describes a paragraph
_PASSED_OVER = {"del", "moveFrom", "Fallback", "instrText", "rt", "delText", "pPr", "rPrChange"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_NOTE_FILES = {"footnote": "footnotes.xml", "endnote": "endnotes.xml"}
_DOCUMENT = "word/document.xml"
_RELATIONS = "_rels/.rels"


def docx_text(archive: Archive, name: str) -> str:
    """The paragraphs of the document, a line each; rows of tables; footnotes, then endnotes.

    Raises TextError ``book-damaged``, or ``archive-unknown`` if the archive holds no document.
    """
    document = _document(archive, name)
    body = _Lines()
    read_xml(archive.read(document), body, name)
    lines = body.lines
    for kind, beside in _NOTE_FILES.items():
        file = posixpath.join(posixpath.dirname(document), beside)
        if any(k == kind for k, _ in body.referred) and file in archive:
            notes = _Lines()
            read_xml(archive.read(file), notes, name)
            lines += body.notes_in_order(kind, notes.notes)
    return "\n".join(lines)


def _document(archive: Archive, name: str) -> str:
    """Where the document lies: some programs call it otherwise than most do."""
    if _DOCUMENT in archive:
        return _DOCUMENT
    relations = _Relations()
    if _RELATIONS in archive:
        read_xml(archive.read(_RELATIONS), relations, name)
    path = relations.document.lstrip("/")
    if path not in archive or not path.startswith("word/"):
        raise TextError("archive-unknown", file=name)
    return path


class _Relations:
    """Which file an archive names as its document."""

    def __init__(self) -> None:
        self.document = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if attributes.get("Type", "").endswith("/officeDocument"):
            self.document = attributes.get("Target", "")

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Characters are of no interest."""


class _Lines:
    """Collects lines, and the notes of a footnote file by their ids."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.notes: dict[str, list[str]] = {}
        self.referred: dict[tuple[str, str], int] = {}
        self._words: list[str] = []  # of the innermost paragraph
        self._outer: list[list[str]] = []  # a text box stands inside a paragraph
        self._hidden: list[bool] = []  # whether each run begun is
        self._cells: list[list[str]] = []
        self._rows: list[list[str]] = []
        self._in_text = 0
        self._passed_over = 0
        self._note: str | None = None

    def notes_in_order(self, kind: str, notes: dict[str, list[str]]) -> list[str]:
        """The notes of ``kind`` that the text refers to, each behind its number."""
        found = []
        for (of_kind, note), number in self.referred.items():
            if of_kind == kind and any(notes.get(note, ())):
                found.append(f"[{number}] " + " ".join(line for line in notes[note] if line))
        return found

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        local = _local(tag)
        if local in _PASSED_OVER:
            self._passed_over += 1
        elif self._passed_over:
            pass
        elif local == "p":
            self._outer.append(self._words)
            self._words = []
        elif local == "r":
            self._hidden.append(False)
        elif local == "vanish" and self._hidden:
            self._hidden[-1] = _value(attributes, "val") not in ("0", "false", "off")
        elif any(self._hidden) and (local in _SIGNS or local in _NOTES):
            pass
        elif local == "t":
            self._in_text += 1
        elif local in _SIGNS:
            if not (local == "br" and _value(attributes, "type") in ("page", "column")):
                self._words.append(_SIGNS[local])
        elif local in _NOTES:
            key = (_NOTES[local], _value(attributes, "id"))
            number = self.referred.setdefault(key, len(self.referred) + 1)
            self._words.append(f"[{number}]")
        elif local in ("footnote", "endnote"):
            # separators have a type, notes have none
            is_note = _value(attributes, "type") in ("", "normal")
            self._note = _value(attributes, "id") if is_note else ""
        elif local == "tr":
            self._rows.append([])
        elif local == "tc":
            self._cells.append([])

    def end(self, tag: str) -> None:
        """An element ends."""
        local = _local(tag)
        if local in _PASSED_OVER:
            self._passed_over -= 1
        elif self._passed_over:
            pass
        elif local == "t":
            self._in_text -= 1
        elif local == "r":
            self._hidden.pop()
        elif local == "p":
            self._end_line("".join(self._words))
            self._words = self._outer.pop()
        elif local == "tc" and self._cells:
            cell = " ".join(line for line in self._cells.pop() if line)
            plain = cell.replace("\n", " ").replace("\t", " ")
            (self._rows[-1] if self._rows else self.lines).append(plain)
        elif local == "tr" and self._rows:
            self._end_line("\t".join(self._rows.pop()))
        elif local in ("footnote", "endnote"):
            self._note = None

    def _end_line(self, line: str) -> None:
        if self._cells:
            self._cells[-1].append(line)
        elif self._note is not None:
            self.notes.setdefault(self._note, []).append(line.strip())
        else:
            self.lines.append(line)

    def data(self, text: str) -> None:
        """Characters."""
        if self._in_text and not self._passed_over and not any(self._hidden):
            self._words.append(text)


def _local(tag: str) -> str:
    """The name of an element of Word's own, "" for all others."""
    for space in (*_WORD, _MATH, _COMPATIBILITY):
        if tag.startswith(space):
            return tag[len(space) :]
    return ""


def _value(attributes: dict[str, str], name: str) -> str:
    return next((attributes[s + name] for s in _WORD if s + name in attributes), "")
