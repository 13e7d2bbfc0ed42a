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
    "summary table tbody tfoot thead tr ul"
)
_VOID = _words("area base br col embed hr img input link meta source track wbr")
_PASSED_OVER = _words("head script style template noscript svg math object rt rp")
_RAW = frozenset(("script", "style"))
_CELLS = ("td", "th")
_NAME = re.compile(r"/?([A-Za-z][A-Za-z0-9:._-]*)")
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_KIND = frozenset(("epub:type", "role"))
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
            elif name in _CELLS and not ends:
                self._words.append("\v")
            if note:
                if name == note:
                    note_depth += -1 if ends else is_open
                    if note_depth <= 0:
                        self._end_line(True)
                        note = ""
            elif is_open and _is_note(content):
                if name not in _BLOCKS:
                    self._words.append(" ")
                self._end_line(False)
                note, note_depth = name, 1
        self._end_line(bool(note))
        self._kept_spaces = 0

    def _end_line(self, is_note: bool) -> None:
        if not self._words:
            return
        text = "".join(self._words)
        self._words.clear()
        if self._kept_spaces:
            found = [line.replace("\v", "\t") for line in text.splitlines()]
        else:
            cells = [_SPACE.sub(" ", cell).strip(" ") for cell in text.split("\v")]
            found = ["\t".join(cells).lstrip("\t") if len(cells) > 1 else cells[0]]
        (self.notes if is_note else self.lines).extend(line for line in found if line.strip())


def _is_note(attributes: str) -> bool:
    if "note" not in attributes:
        return False
    return any(
        found[1] in _KIND and not _NOTES.isdisjoint((found[2] or found[3] or "").split())
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
