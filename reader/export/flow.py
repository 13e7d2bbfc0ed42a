"""Paragraphs, footnotes and figures, flowing from page to page.

Body lines come from the top, footnotes from the bottom of the page on which their line stands. No
paragraph leaves one line alone at the end or at the head of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reader.export.faces import width_of
from reader.export.lines import Line, Paragraph, Setter
from reader.export.sheets import QUIET, Link, Mark, Place, Sheets, Words, rule

Draw = Callable[[float], Sequence[Mark]]
"""The marks of something whose top is at the height given."""


class Margins(NamedTuple):
    """White around the text, in points."""

    left: float
    top: float
    right: float
    bottom: float


class Sign(NamedTuple):
    """A small figure after the character before ``offset``, which leads to the place ``target``."""

    offset: int
    text: str
    target: str


class Foot(NamedTuple):
    """A footnote. target: the name of its place. group: those of one group stand together."""

    offset: int
    group: int
    sign: str
    target: str
    paragraph: Paragraph


class FootStyle(NamedTuple):
    """How footnotes look. headings: what stands over a group, "" for nothing."""

    size: float
    leading: float
    headings: Sequence[str]


class _FootLine(NamedTuple):
    group: int
    height: float
    draw: Draw


class Flow:
    """Fills the pages of ``sheets``. footer: what stands below page number n, from 1."""

    def __init__(
        self,
        sheets: Sheets,
        margins: Margins,
        feet: FootStyle,
        footer: Callable[[int], Sequence[Mark]],
    ) -> None:
        self.sheets = sheets
        self._margins = margins
        self._style = feet
        self._footer = footer
        self._page: list[Mark] = []
        self._feet: list[_FootLine] = []
        self._carried: list[_FootLine] = []
        self._y = margins.top
        self._fresh = True

    # The column

    @property
    def left(self) -> float:
        """Where the column begins."""
        return self._margins.left

    @property
    def width(self) -> float:
        """How wide the column is."""
        return self.sheets.width - self._margins.left - self._margins.right

    @property
    def room(self) -> float:
        """How much height is left on the page."""
        return self._bottom - self._y - self._feet_height(self._feet)

    @property
    def height(self) -> float:
        """How much height an empty page has."""
        return self._bottom - self._margins.top

    @property
    def _bottom(self) -> float:
        return self.sheets.height - self._margins.bottom

    # Filling

    def space(self, height: float) -> None:
        """White, unless the page has only begun."""
        if not self._fresh:
            self._y += height

    def need(self, height: float) -> None:
        """Turn the page if less than ``height`` is left of it."""
        if not self._fresh and self.room < height:
            self.turn()

    def figure(self, height: float, draw: Draw) -> None:
        """Something in one piece."""
        self.need(height)
        self._page.extend(draw(self._y))
        self._y += height
        self._fresh = False

    def place(self, name: str) -> None:
        """Let ``name`` lead to what comes next."""
        self._page.append(Place(name, self._y))

    def paragraph(
        self,
        paragraph: Paragraph,
        size: float,
        leading: float,
        *,
        indent: float = 0.0,
        first: float | None = None,
        right: float = 0.0,
        signs: Sequence[Sign] = (),
        feet: Sequence[Foot] = (),
        opening: Draw = lambda _y: (),
    ) -> None:
        """Set ``paragraph``; leading in points, from baseline to baseline.

        indent: of all lines; first: of the first one, if another. right: white on the right.
        opening: what stands beside the first line, given its baseline.
        """
        setter = Setter(paragraph, size, _gaps(signs, size))
        start = indent if first is None else first
        room = self.width - right
        lines = setter.lines(room - indent, room - start)
        begin = 0
        for end in _chunks(len(lines)):
            chunk = lines[begin:end]
            noted = [
                foot for line in chunk for foot in feet if line.start < foot.offset <= line.end
            ]
            more = [item for foot in noted for item in self._foot_lines(foot)]
            self._make_room(len(chunk) * leading, more)
            self._feet.extend(more)
            for line in chunk:
                x = self.left + (start if line.start == 0 else indent)
                baseline = self._y + leading * 0.72
                if line.start == 0:
                    self._page.extend(opening(baseline))
                self._page.extend(setter.words(line, x, baseline))
                self._page.extend(_drawn_signs(setter, line, signs, x, baseline, size))
                self._y += leading
            self._fresh = False
            begin = end

    def turn(self) -> None:
        """End the page and begin another."""
        self._finish()
        self._y = self._margins.top
        self._fresh = True

    def end(self) -> None:
        """End the last page."""
        while self._page or self._feet:
            self._finish()

    # Footnotes

    def _make_room(self, height: float, more: Sequence[_FootLine]) -> None:
        if not self._fresh and self._bottom - self._y < height + self._feet_height(
            [*self._feet, *more]
        ):
            self.turn()

    def _feet_height(self, lines: Sequence[_FootLine]) -> float:
        if not lines:
            return 0.0
        groups = {line.group for line in lines}
        headed = sum(1 for group in groups if self._style.headings[group])
        own = sum(line.height for line in lines)
        return own + self._style.leading * (0.9 + headed) + (len(groups) - 1) * 4

    def _foot_lines(self, foot: Foot) -> list[_FootLine]:
        size, leading = self._style.size, self._style.leading
        hang = max(2.0, width_of("ห.๘๘") + 0.7) * size
        setter = Setter(foot.paragraph, size)
        found = []
        for line in setter.lines(self.width - hang):

            def draw(y: float, line: Line = line) -> Sequence[Mark]:
                baseline = y + leading * 0.72
                marks: list[Mark] = []
                if line.start == 0:
                    marks.append(Place(foot.target, y))
                    marks.append(
                        Words(self.left, baseline, foot.sign, size, ink=QUIET, is_sign=True)
                    )
                marks.extend(setter.words(line, self.left + hang, baseline))
                return marks

            found.append(_FootLine(foot.group, leading, draw))
        return found

    def _finish(self) -> None:
        lines = sorted(self._feet, key=lambda line: line.group)
        self._carried = []
        while len(lines) > 1 and self._feet_height(lines) > self._bottom - self._y:
            self._carried.insert(0, lines.pop())
        y = self._bottom - self._feet_height(lines)
        leading = self._style.leading
        group = -1
        if lines:
            self._page.append(rule(self.left, y + leading * 0.35, min(120.0, self.width)))
            y += leading * 0.9
        for line in lines:
            if line.group != group:
                y += 4 if group >= 0 else 0
                group = line.group
                heading = self._style.headings[group]
                if heading:
                    self._page.append(
                        Words(
                            self.left, y + leading * 0.72, heading, self._style.size, "bold", QUIET
                        )
                    )
                    y += leading
            self._page.extend(line.draw(y))
            y += line.height
        self._page.extend(self._footer(len(self.sheets.pages) + 1))
        self.sheets.pages.append(self._page)
        self._page, self._feet = [], self._carried


def _chunks(count: int) -> list[int]:
    """Where a paragraph of ``count`` lines may turn the page: after the second, before the last."""
    return [*(end for end in range(2, count - 1)), count] if count > 3 else [count]


_SIGN_SIZE = 0.62  # of the type beside it


def _gaps(signs: Sequence[Sign], size: float) -> Mapping[int, float]:
    return {sign.offset: (width_of(sign.text) * _SIGN_SIZE + 0.12) * size for sign in signs}


def _drawn_signs(
    setter: Setter, line: Line, signs: Sequence[Sign], x: float, baseline: float, size: float
) -> list[Mark]:
    marks: list[Mark] = []
    for sign in signs:
        if line.start < sign.offset <= line.end:
            left = x + setter.before_gap(line, sign.offset) + size * 0.06
            small = size * _SIGN_SIZE
            top = baseline - size * 0.42
            marks.append(Words(left, top, sign.text, small, ink=QUIET, is_sign=True))
            wide = width_of(sign.text) * small
            marks.append(Link(left - 1, top - small, wide + 2, small * 1.3, sign.target))
    return marks
