"""XHTML and HTML as lines of plain text, whatever its faults.

Written here because the standard library's HTML parser takes time with the square of the length
for unclosed markup in some of the Pythons the reader runs with. Every character is looked at once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from reader.text.limits import MARKUP_PARTS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCKS = _words(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul"
)
_VOID = _words("area base br col embed hr img input link meta source track wbr")
_PASSED_OVER = _words("head script style template noscript svg math object rt rp")
_RAW = frozenset(("script", "style"))
_TABLE_PARTS = frozenset(("table", "tr", "td", "th"))
_DEEPEST_TABLE = 8  # the rows of deeper ones are lines
_NAME = re.compile(r"/?([A-Za-z][A-Za-z0-9:._-]*)")
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_KIND = frozenset(("epub:type", "role"))
_NOTE_MARK = frozenset(("noteref", "doc-noteref"))
_LEADS_WITHIN = re.compile(r"""\shref\s*=\s*["'][^"']*#""")
_FIGURES = re.compile("[0-9๐-๙]{1,4}")
_SHORT_MARK = re.compile(r"[^\s()\[\]]{1,8}")
_NOTES = _words(
    "footnote footnotes endnote endnotes rearnote rearnotes doc-footnote doc-endnote doc-endnotes"
)
_SPACE = re.compile("[ \t\r\n\f]+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_HIDDEN = re.compile(r"\shidden(?=[\s=/]|$)", re.IGNORECASE)
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
_SUBSET = re.compile(r"<!DOCTYPE[^\[<>]{0,2000}\[", re.IGNORECASE)
_SUBSET_END = re.compile(r"\]\s{0,200}>")
_LONGEST_TAG = 1 << 16
_IN_TAG = re.compile("[<>\"']")


class TooMuchError(Exception):
    """Markup that would take too long to read."""


class MarkupText:
    """The lines of one document after another; notes are kept apart.

    lines: of the text. notes: of its footnotes and endnotes.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.notes: list[str] = []
        self._words: list[str] = []
        self._kept_spaces = 0
        self._left = MARKUP_PARTS
        self._tables: list[list[list[str]]] = []  # the row begun of each: its cells, their lines
        self._deeper = 0  # tables that are not looked into
        self._mark: int | None = None  # of the words, the first in a link to a note
        self._is_any_mark = self._is_mark_raised = self._is_raised = False
        self._outer_tables = 0  # of a note: those it stands in

    def read(self, markup: str) -> None:
        """Add the lines of ``markup``. Raises TooMuchError."""
        skipped = note = ""  # the element inside which all is passed over, or is a note
        skip_depth = note_depth = 0
        for tag, content in _pieces(markup):
            self._left -= 1
            if self._left < 0:
                raise TooMuchError
            if not tag:
                if not skipped:
                    self._words.append(_CONTROLS.sub("", html.unescape(content)))
                continue
            ends, name = tag.startswith("/"), tag.lstrip("/")
            is_open = not ends and not content.endswith("/") and name not in _VOID
            if skipped:
                if name == skipped:
                    skip_depth += -1 if ends else is_open
                    skipped = skipped if skip_depth > 0 else ""
                continue
            if name in _PASSED_OVER or (is_open and _is_hidden(content)):
                if is_open:
                    skipped, skip_depth = name, 1
                continue
            if name in _BLOCKS:
                self._end_line(bool(note))
                if name == "pre":
                    self._kept_spaces = max(0, self._kept_spaces + (-1 if ends else is_open))
                elif name in _TABLE_PARTS:
                    self._table_part(name, ends, bool(note))
            elif name in ("a", "sup"):
                self._note_mark(name, content, ends)
            if note:
                if name == note:
                    note_depth += -1 if ends else is_open
                    if note_depth <= 0:
                        self._end_line(True)
                        self._end_tables(self._outer_tables, is_note=True)
                        self._outer_tables = 0
                        note = ""
            elif is_open and _is_note(content):
                if name not in _BLOCKS:
                    self._words.append(" ")
                self._end_line(False)
                note, note_depth = name, 1
                self._outer_tables = len(self._tables)
        self._end_line(bool(note))
        self._end_tables(self._outer_tables, is_note=bool(note))
        self._outer_tables = 0
        self._end_tables(0, is_note=False)
        self._deeper = self._kept_spaces = 0

    def _end_line(self, is_note: bool) -> None:
        self._mark = None
        if not self._words:
            return
        text = "".join(self._words)
        self._words.clear()
        found = text.splitlines() if self._kept_spaces else [_SPACE.sub(" ", text).strip(" ")]
        self._put([line for line in found if line.strip()], is_note)

    def _put(self, lines: list[str], is_note: bool) -> None:
        """Where ``lines`` belong: the innermost cell that is open, or the text."""
        cells = next((row for row in reversed(self._tables[self._outer_tables :]) if row), None)
        (cells[-1] if cells else self.notes if is_note else self.lines).extend(lines)

    def _table_part(self, name: str, ends: bool, is_note: bool) -> None:
        """A table, a row or a cell begins or ends; what is not closed ends with what follows."""
        if name == "table" and (self._deeper or (len(self._tables) >= _DEEPEST_TABLE and not ends)):
            self._deeper += -1 if ends else 1
        elif self._deeper:
            pass
        elif name == "table" and not ends:
            self._tables.append([])
        elif len(self._tables) <= self._outer_tables:
            pass  # none is open
        elif name == "table":
            self._end_tables(len(self._tables) - 1, is_note=is_note)
        elif name == "tr":
            self._end_row(is_note)
        elif not ends:
            self._tables[-1].append([])

    def _end_tables(self, kept: int, *, is_note: bool) -> None:
        """End all tables but the outermost ``kept``."""
        while len(self._tables) > kept:
            self._end_row(is_note)
            self._tables.pop()

    def _end_row(self, is_note: bool) -> None:
        """A row is a line, its cells parted by tabs; a row of one cell is what stands in it."""
        cells = self._tables[-1]
        self._tables[-1] = []
        if len(cells) == 1:
            self._put(cells[0], is_note)
        elif any(cells):
            row = (" ".join(cell).replace("\t", " ") for cell in cells)
            self._put(["\t".join(row).rstrip("\t")], is_note)

    def _note_mark(self, name: str, attributes: str, ends: bool) -> None:
        """The mark of a note is put in brackets: a 2 behind a year would be part of the year."""
        if name == "sup":
            self._is_raised = not ends
            self._is_mark_raised |= not ends
        elif not ends:
            self._is_any_mark = _has_kind(attributes, _NOTE_MARK)
            self._is_mark_raised = self._is_raised
            leads = self._is_any_mark or _LEADS_WITHIN.search(attributes)
            self._mark = len(self._words) if leads else None
        elif self._mark is not None:
            text = "".join(self._words[self._mark :]).strip()
            kind = _SHORT_MARK if self._is_any_mark else _FIGURES
            if (self._is_any_mark or self._is_mark_raised) and kind.fullmatch(text):
                self._words[self._mark :] = [f"[{text}]"]
            self._mark = None


def _is_note(attributes: str) -> bool:
    return "note" in attributes and _has_kind(attributes, _NOTES)


def _has_kind(attributes: str, kinds: frozenset[str]) -> bool:
    return any(
        found[1] in _KIND and not kinds.isdisjoint((found[2] or found[3] or "").split())
        for found in _ATTRIBUTE.finditer(attributes)
    )


def _is_hidden(attributes: str) -> bool:
    """Whether the element is not to be shown; notes are hidden until they are asked for."""
    if "hidden" not in attributes.lower() or _is_note(attributes):
        return False
    return bool(_HIDDEN.search(_QUOTED.sub("''", attributes)))


def _pieces(markup: str) -> Iterator[tuple[str, str]]:
    """Tags as ("name" or "/name", attributes), and the text between them as ("", text)."""
    done = 0
    ends: dict[str, int] = {}
    declared = False

    def end_of(sign: str, start: int) -> int:
        """Where ``sign`` stands from ``start`` on; looked for once if it is nowhere."""
        if ends.get(sign) != -1:
            ends[sign] = markup.find(sign, start)
        return ends[sign]

    while True:
        at = markup.find("<", done)
        if at < 0:
            break
        if at > done:
            yield "", markup[done:at]
        if markup.startswith("<!--", at):
            end = end_of("-->", at + 4)
            done = len(markup) if end < 0 else end + 3
        elif markup.startswith("<![CDATA[", at):
            end = end_of("]]>", at)
            stop = len(markup) if end < 0 else end
            yield "", html.escape(markup[at + 9 : stop], quote=False)
            done = len(markup) if end < 0 else end + 3
        elif not declared and (subset := _SUBSET.match(markup, at)):
            declared = True
            found = _SUBSET_END.search(markup, subset.end(), subset.end() + _LONGEST_TAG)
            done = found.end() if found else subset.end()
        elif markup.startswith(("<!", "<?"), at):
            end = end_of(">", at)
            done = len(markup) if end < 0 else end + 1
        else:
            name = _NAME.match(markup, at + 1)
            end = _end_of_tag(markup, name.end()) if name else -1
            if name is None or end < 0:
                yield "", "&lt;"
                done = at + 1
                continue
            tag = name[1].lower().rpartition(":")[2]
            yield ("/" if markup[at + 1] == "/" else "") + tag, markup[name.end() : end]
            done = end + 1
            if tag in _RAW and markup[at + 1] != "/" and markup[end - 1] != "/":
                end = end_of(f"</{tag}", done)
                done = len(markup) if end < 0 else end
    if done < len(markup):
        yield "", markup[done:]


def _end_of_tag(markup: str, start: int) -> int:
    """Where the ``>`` of a tag stands; those in quotation marks are passed over. -1: nowhere."""
    limit = min(len(markup), start + _LONGEST_TAG)
    while found := _IN_TAG.search(markup, start, limit):
        if found[0] in "<>":
            return found.start() if found[0] == ">" else -1
        end = markup.find(found[0], found.end(), limit)
        if end < 0:
            return markup.find(">", found.end(), limit)
        start = end + 1
    return -1
