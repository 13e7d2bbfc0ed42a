"""Text set in lines of a given width, from the same line breaks as on the screen."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.content.model import Passage
from reader.export.faces import REGULAR, advances
from reader.export.sheets import INK, Words
from reader.text.line_rules import Breaks, breaks_of

_SPACES = " \u00a0\t"


class Stretch(NamedTuple):
    """The characters ``start`` to ``end`` of a paragraph and how they are set."""

    start: int
    end: int
    weight: str
    ink: str


class Paragraph(NamedTuple):
    """Words to be set. stretches: cover the text without gaps."""

    text: str
    breaks: Breaks
    stretches: Sequence[Stretch]


class Line(NamedTuple):
    """The characters ``start`` to ``end`` of a paragraph; width in points, end spaces left out."""

    start: int
    end: int
    width: float


def plain(text: str) -> Passage:
    """A sentence of which only the spaces are known as line ends."""
    return Passage(text, breaks_of(text, (), ()))


class Part(NamedTuple):
    """Words in a weight and an ink."""

    words: Passage | str
    weight: str = REGULAR
    ink: str = INK


def paragraph(*parts: Passage | str | Part) -> Paragraph:
    """Parts one after another."""
    text = ""
    levels: tuple[list[int], list[int], list[int]] = ([], [], [])
    stretches = []
    for part in parts:
        words, weight, ink = part if isinstance(part, Part) else Part(part)
        passage = plain(words) if isinstance(words, str) else words
        start = len(text)
        if start and text[-1] in " ":
            levels[0].append(start)
        for level, offsets in zip(levels, passage.breaks, strict=True):
            level.extend(start + offset for offset in offsets)
        text += passage.text
        stretches.append(Stretch(start, len(text), weight, ink))
    return Paragraph(text, Breaks(*levels), stretches)


class Setter:
    """Sets one paragraph: knows where every character begins.

    gaps: white in points after the character before each offset, for a sign to stand in.
    """

    def __init__(
        self, paragraph: Paragraph, size: float, gaps: Mapping[int, float] | None = None
    ) -> None:
        self._paragraph = paragraph
        self._size = size
        self._gaps = gaps or {}
        self._at = [0.0]
        for stretch in paragraph.stretches:
            inside = advances(paragraph.text[stretch.start : stretch.end], stretch.weight)
            begin = self._at[-1]
            self._at.extend(begin + step * size for step in inside[1:])
        for offset, gap in self._gaps.items():
            for later in range(offset, len(self._at)):
                self._at[later] += gap

    def x_of(self, line: Line, offset: int) -> float:
        """How far from the start of ``line`` the character at ``offset`` begins."""
        return self._at[offset] - self._at[line.start]

    def before_gap(self, line: Line, offset: int) -> float:
        """How far from the start of ``line`` the character before ``offset`` ends."""
        return self.x_of(line, offset) - self._gaps.get(offset, 0.0)

    def lines(self, width: float, first: float | None = None) -> list[Line]:
        """The lines at ``width`` points; the first one at ``first``, if that is given."""
        text = self._paragraph.text
        found = []
        start, room = 0, width if first is None else first
        while start < len(text):
            end = self._line_end(start, room)
            visible = len(text[start:end].rstrip(_SPACES)) + start
            found.append(Line(start, end, self._at[visible] - self._at[start]))
            start, room = end, width
        return found

    def _line_end(self, start: int, room: float) -> int:
        text = self._paragraph.text
        fits = bisect_right(self._at, self._at[start] + room + 0.01) - 1
        while fits < len(text) and (
            text[fits] in _SPACES or unicodedata.category(text[fits]) == "Mn"
        ):
            fits += 1
        if fits >= len(text):
            return len(text)
        end = self._paragraph.breaks.last_between(start, fits)
        if end is not None:
            return end
        # one word wider than the column: it turns between letters
        end = max(fits, start + 1)
        while end > start + 1 and unicodedata.category(text[end]) == "Mn":
            end -= 1
        return end

    def words(self, line: Line, x: float, y: float) -> Iterable[Words]:
        """What draws ``line`` with its start at ``x`` and its baseline at ``y``."""
        text = self._paragraph.text
        end = len(text[line.start : line.end].rstrip(_SPACES)) + line.start
        for stretch in self._paragraph.stretches:
            first, last = max(stretch.start, line.start), min(stretch.end, end)
            cuts = [first, *(gap for gap in sorted(self._gaps) if first < gap < last), last]
            for begin, stop in pairwise(cuts):
                if begin < stop:
                    left = x + self.x_of(line, begin)
                    yield Words(
                        left, y, text[begin:stop], self._size, stretch.weight, stretch.ink,
                        gap=self._gaps.get(stop, 0.0) if stop < end else 0.0,
                    )  # fmt: skip
