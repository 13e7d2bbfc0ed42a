"""Setting the lines of a page: where each ends, how high it stands, what is drawn on it.

A line is first laid anywhere at full width, which tells how much fits; then its width is
cut to the last allowed break (:mod:`reader.text.line_rules`). Only where there is none, as in one
word wider than the column, a word is parted, between two clusters.
A long text is not set in one go: the lines in view are, and those that are asked about; the rest
follows in slices. Until its lines are set a paragraph has an estimated height. As estimates become
exact, what the reader sees stays: the view moves along with its lines.
All measures are logical pixels; positions are document positions (UTF-16 units).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Any, NamedTuple, Protocol, cast

from PySide6.QtCore import QElapsedTimer, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from reader.text.line_rules import NO_BREAKS, Breaks, breaks_of
from reader.ui.justification import justify
from reader.ui.ranges import Look, RangeLayers
from reader.ui.text_lines import x_of
from reader.ui.underlines import draw_underline

_STEP = 1.0  # pixels
_TRIES = 6
_ROUNDING = 0.3  # pixels that keep the last cluster on a line whose width is cut to its end
_SLOP = 1.0  # pixels within which a line counts as wholly visible
_SAMPLE = 1000  # characters whose width stands for that of all
_DEEPEST = 0.31  # of the ascent: what hangs under the base line reaches no further
_LINE_SEPARATOR = "\u2028"


class Measure(NamedTuple):
    """The measures of a column.

    width: of the column. leading: line pitch as a multiple of the type size. indent: of a
    paragraph's first line. gap: between paragraphs. top: margin above the text. justified: lines
    are stretched towards the right edge, as far as that does not show.
    """

    width: float
    leading: float = 1.7
    indent: float = 0.0
    gap: float = 0.0
    top: float = 0.0
    justified: bool = False


class _Rows(NamedTuple):
    """How the lines of a paragraph stand: the room above the first, and their pitch."""

    above: float
    pitch: float


class PageLayout(QAbstractTextDocumentLayout):
    """Lays a plain document out in one column and draws it with its range layers.

    A short text is set whole with :meth:`lay_out`. For a long one: :meth:`start`, then :meth:`see`
    for what is in view and :meth:`set_more` for the rest.
    """

    settled = Signal()
    """Lines were set to answer a question: things stand elsewhere, the view at ``view_top``."""

    def __init__(
        self, document: QTextDocument, layers: RangeLayers, color: Callable[[str], QColor]
    ) -> None:
        super().__init__(document)
        self._layers = layers
        self._color = color
        self._breaks = NO_BREAKS
        self._has_breaks = False
        self._measure = Measure(width=400.0)
        self._rows: dict[int, _Rows] = {}  # of the paragraphs that are set, by their number
        self._heights: list[float] = []  # of every paragraph, with the gap below it
        self._tops: list[float] = [0.0]  # of every paragraph, and of what would follow the last
        self._next = 0  # where set_more goes on
        self._view: tuple[float, float] | None = None  # top and height of what the reader sees
        self._left = 0.0
        self._above = 0.0
        self._below = 0.0
        self._announced = QSizeF()
        self._option = QTextOption()
        self._option.setUseDesignMetrics(True)
        self.set_breaks(NO_BREAKS)

    @property
    def measure(self) -> Measure:
        """The measures in force."""
        return self._measure

    @property
    def above(self) -> float:
        """The room over the column's own top margin, as given to :meth:`set_frame`."""
        return self._above

    @property
    def end(self) -> float:
        """Where the last line ends."""
        return self._tops[-1] - self._measure.gap

    def set_breaks(self, breaks: Breaks) -> None:
        """The document positions at which lines may end; set the lines anew afterwards.

        Without any, lines end where Qt would end them.
        """
        self._forget()
        self._breaks = breaks
        self._has_breaks = breaks != NO_BREAKS
        mode = QTextOption.WrapMode
        self._option.setWrapMode(
            mode.WrapAnywhere if self._has_breaks else mode.WrapAtWordBoundaryOrAnywhere
        )

    def set_color(self, color: Callable[[str], QColor]) -> None:
        """Where the colours come from; repaint afterwards."""
        self._color = color

    def set_frame(self, left: float, above: float, below: float) -> None:
        """Where the column stands: its left edge, and the room above and below all of it.

        Lines stay as they are; this is all that most resizes need.
        """
        moved = (left, above) != (self._left, self._above)
        if self._view is not None:
            self._view = (self._view[0] + above - self._above, self._view[1])
        self._left, self._above, self._below = left, above, below
        if moved:
            self._place_from(0)
        self._announce()
        if moved:
            self.update.emit()

    # Setting lines

    def lay_out(self, measure: Measure) -> None:
        """Set all lines anew in a column of these measures."""
        self.start(measure)
        self._make_exact(range(len(self._heights)))
        self._announce()
        self.update.emit()

    def start(self, measure: Measure) -> None:
        """Take the lines of all paragraphs away: from now on they are set in these measures."""
        self._forget()
        self._measure = measure
        self._heights = list(self._estimates())
        self._place_from(0)

    def _forget(self) -> None:
        self._rows.clear()
        self._heights = []
        self._tops = [0.0]
        self._next = 0
        self._view = None

    @property
    def view_top(self) -> float:
        """Where the view given to :meth:`see` now begins: it moves along with its lines."""
        return self._view[0] if self._view is not None else 0.0

    def see(self, top: float, height: float) -> bool:
        """Set the lines that a view from ``top``, so high, shows; whether any had to be."""
        self._view = (top, height)
        return self._make_exact(self._unset_in_view())

    def set_more(self, milliseconds: int) -> bool:
        """Set lines for about that long; whether any remain to be set after that."""
        clock = QElapsedTimer()
        clock.start()

        def rest() -> Iterator[int]:
            while self._next < len(self._heights) and clock.elapsed() < milliseconds:
                yield self._next
                self._next += 1

        self._make_exact(rest())
        return len(self._rows) < len(self._heights)

    def _need(self, number: int) -> None:
        """Have the lines of the paragraph ``number`` set, to answer a question about them."""
        if number not in self._rows and self._make_exact((number,)) and self._view is not None:
            self.settled.emit()

    def _make_exact(self, numbers: Iterable[int]) -> bool:
        """Set the lines of these paragraphs, and of those that come into view by it.

        Whether any had to be. A line that was in view already keeps its place there.
        """
        held = self._first_set_in_view()
        any_made = False
        while True:
            made = [
                number for number in numbers if number not in self._rows and self._set_lines(number)
            ]
            if not made:
                return any_made
            any_made = True
            before = self._tops[held] if held is not None else 0.0
            self._place_from(made[0])
            if self._view is not None:
                moved = self._tops[held] - before if held is not None else 0.0
                self._view = (self._view[0] + moved, self._view[1])
            numbers = self._unset_in_view()

    def _first_set_in_view(self) -> int | None:
        return next((number for number in self._in_view() if number in self._rows), None)

    def _unset_in_view(self) -> list[int]:
        return [number for number in self._in_view() if number not in self._rows]

    def _in_view(self) -> range:
        if self._view is None or not self._heights:
            return range(0)
        top, height = self._view
        return range(self._number_at(top), self._number_at(top + height) + 1)

    def _place_from(self, number: int) -> None:
        first = self._measure.top + self._above if number == 0 else self._tops[number]
        self._tops[number:] = accumulate(self._heights[number:], initial=first)

    def _number_at(self, y: float) -> int:
        """The paragraph at the height ``y``; the first or last one beyond them."""
        return min(max(0, bisect_right(self._tops, y) - 1), max(0, len(self._heights) - 1))

    def _estimates(self) -> Iterator[float]:
        """A height for each paragraph, from the number of its characters."""
        font = self.document().defaultFont()
        sample = self._sample()
        width = QFontMetricsF(font).horizontalAdvance(sample) / max(1, len(sample))
        fit = max(1.0, self._measure.width / width if width else 1.0)
        pitch = self._pitch_of(font)
        block = self.document().begin()
        while block.isValid():
            layout = block.layout()
            if layout.lineCount():
                layout.clearLayout()
            yield pitch * math.ceil(block.length() / fit) + self._measure.gap
            block = block.next()

    def _sample(self) -> str:
        pieces: list[str] = []
        block = self.document().begin()
        while block.isValid() and sum(map(len, pieces)) < _SAMPLE:
            pieces.append(block.text()[:_SAMPLE])
            block = block.next()
        return "".join(pieces)

    def _pitch_of(self, font: QFont) -> int:
        # whole pixels, so that lines stand alike wherever the view is
        return max(1, round(QFontInfo(font).pixelSize() * self._measure.leading))

    def _set_lines(self, number: int) -> bool:
        """Set the lines of the paragraph ``number``; its height is exact then."""
        block = self.document().findBlockByNumber(number)
        if not block.isValid():
            return False
        form = block.blockFormat()
        # the format's font is resolved against the document's own by Qt
        pitch = self._pitch_of(block.charFormat().font())
        indent = form.textIndent() or self._measure.indent
        width = self._measure.width - form.leftMargin() - form.rightMargin()
        end = block.position() + block.length() - 1
        y = form.topMargin()
        layout = block.layout()
        layout.setTextOption(self._option)
        if layout.formats():
            layout.clearFormats()
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            if not self._fill(line, block.position(), end, width - indent) and indent:
                indent = 0.0  # what the indent leaves no room for may fit without it
                self._fill(line, block.position(), end, width)
            line.setPosition(QPointF(form.leftMargin() + indent, y + (pitch - line.height()) / 2))
            y += pitch
            indent = 0.0
        layout.endLayout()
        if self._measure.justified:
            em = QFontInfo(block.charFormat().font()).pixelSize()
            justify(layout, block.text(), width, em)
        self._rows[number] = _Rows(form.topMargin(), pitch)
        self._heights[number] = y + form.bottomMargin() + self._measure.gap
        return True

    def _fill(self, line: QTextLine, origin: int, end: int, width: float) -> bool:
        """Put on ``line`` as much as fits into ``width``; whether it ends where any line may.

        origin, end: the positions of the paragraph, where the line's own are counted from and
        beyond which there is nothing to put on a line.
        """
        line.setLineWidth(max(1.0, width))
        start = origin + line.textStart()
        most = start + line.textLength()
        if most >= end or not self._has_breaks:
            return True
        if self.document().characterAt(most - 1) == _LINE_SEPARATOR:
            return True
        last = self._breaks.last_between(start, most) or self._last_resort(start, most)
        if last is None:
            return False
        if last < most:
            self._end_line(line, last - origin)
        slot = bisect_right(self._breaks.free, last) - 1
        return slot >= 0 and self._breaks.free[slot] == last

    def _last_resort(self, start: int, most: int) -> int | None:
        """Where to part one word that is wider than the column, so that no mark begins a line."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(most + 1, QTextCursor.MoveMode.KeepAnchor)
        text = cursor.selectedText()
        if len(text) != most + 1 - start:  # characters that Qt counts as two
            return None
        last = breaks_of(text, range(len(text)), ()).last_between(0, most - start)
        return None if last is None else start + last

    @staticmethod
    def _end_line(line: QTextLine, end: int) -> None:
        """Narrow ``line`` so that it ends at ``end`` (a position in its block)."""
        width = x_of(line, end) - line.x() + _ROUNDING
        for _ in range(_TRIES):
            line.setLineWidth(width)
            got = line.textStart() + line.textLength()
            if got == end:
                return
            # bold faces are laid wider than their advances add up to
            width += _STEP if got < end else -_STEP

    def _announce(self) -> None:
        size = self.documentSize()
        if size != self._announced:
            self._announced = size
            self.documentSizeChanged.emit(size)

    # What Qt asks of a document layout

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Nothing is set here: whoever changes the text has the lines set afterwards."""

    def documentSize(self) -> QSizeF:
        return QSizeF(self._left + self._measure.width, self.end + self._below)

    def pageCount(self) -> int:
        return 1

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        number = block.blockNumber()
        if not 0 <= number < len(self._heights):
            return QRectF()
        self._need(number)
        height = self._heights[number] - self._measure.gap
        return QRectF(self._left, self._tops[number], self._measure.width, height)

    def hitTest(
        self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """The document position under ``point``; -1 if there is none and accuracy is exact."""
        if not self._heights:
            return -1
        at = cast(QPointF, point)  # the only kind that Qt or we hand over
        number = self._set_number_at(at.y())
        block = self.document().findBlockByNumber(number)
        layout = block.layout()
        rows = self._rows[number]
        row = math.floor((at.y() - self._tops[number] - rows.above) / rows.pitch)
        line = layout.lineAt(min(max(row, 0), layout.lineCount() - 1))
        x = at.x() - self._left
        exact = accuracy == Qt.HitTestAccuracy.ExactHit
        if exact and not (
            row == line.lineNumber() and line.x() <= x <= line.x() + line.naturalTextWidth()
        ):
            return -1
        place = QTextLine.CursorPosition
        return block.position() + line.xToCursor(
            x, place.CursorOnCharacter if exact else place.CursorBetweenCharacters
        )

    def _set_number_at(self, y: float) -> int:
        """The paragraph at the height ``y``, once its lines are set."""
        while (number := self._number_at(y)) not in self._rows:
            self._need(number)
        return number

    # Where things stand

    def is_set(self, position: int) -> bool:
        """Whether the line that holds ``position`` is set, so that its place is exact."""
        return self.document().findBlock(position).blockNumber() in self._rows

    def line_rect(self, position: int) -> QRectF:
        """The line that holds ``position``: full column width, from pitch to pitch."""
        block = self.document().findBlock(position)
        number = block.blockNumber()
        if not 0 <= number < len(self._heights):
            return QRectF()
        self._need(number)
        line = block.layout().lineForTextPosition(position - block.position())
        rows = self._rows[number]
        top = self._tops[number] + rows.above + max(0, line.lineNumber()) * rows.pitch
        return QRectF(self._left, top, self._measure.width, rows.pitch)

    def range_rects(self, start: int, end: int) -> list[QRectF]:
        """One rectangle for each line that ``start`` to ``end`` stands on."""
        rects = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            number = block.blockNumber()
            if number >= len(self._heights):
                break
            self._need(number)
            origin = QPointF(self._left, self._tops[number])
            first = max(start, block.position()) - block.position()
            last = min(end, block.position() + block.length() - 1) - block.position()
            for line, x0, x1 in _lines_of(block.layout(), first, last):
                rects.append(QRectF(x0, line.y(), x1 - x0, line.height()).translated(origin))
            block = block.next()
        return rects

    def first_position_at(self, y: float) -> int:
        """The start of the first line that lies wholly at or below ``y``; else of the last one."""
        if not self._heights:
            return 0
        number = self._set_number_at(y)
        block = self.document().findBlockByNumber(number)
        rows = self._rows[number]
        row = math.ceil((y - _SLOP - self._tops[number] - rows.above) / rows.pitch)
        if row >= block.layout().lineCount():
            if not block.next().isValid():
                row = block.layout().lineCount() - 1
            else:
                block, row = block.next(), 0
                self._need(block.blockNumber())
        return block.position() + block.layout().lineAt(max(0, row)).textStart()

    # Drawing

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draw the lines that the clip touches, each with its layers and the selection."""
        wanted = cast(_Wanted, context)
        clip = wanted.clip if wanted.clip.isValid() else QRectF(0, 0, 1e6, 1e9)
        painter.setPen(wanted.palette.color(QPalette.ColorRole.Text))
        number = self._number_at(clip.top())
        while number < len(self._heights) and self._tops[number] < clip.bottom():
            if number in self._rows:
                self._draw_paragraph(painter, number, wanted, clip)
            number += 1

    def _draw_paragraph(
        self, painter: QPainter, number: int, wanted: _Wanted, clip: QRectF
    ) -> None:
        block = self.document().findBlockByNumber(number)
        layout = block.layout()
        origin = QPointF(self._left, self._tops[number])
        start, end = self._span_within(block, clip)
        inks: list[tuple[int, int, str]] = []
        grounds = []
        overs = []
        for first, last, look in self._layers.between(start, end):
            if look.ink:
                inks.append((first - block.position(), last - block.position(), look.ink))
            if look.ground or look.bar or look.underline or look.outline:
                # before the text is drawn: with that Qt drops what it knows of the glyphs' places
                places = _lines_of(layout, first - block.position(), last - block.position())
                if look.ground or look.bar:
                    grounds.append((places, look))
                if look.underline or look.outline:
                    overs.append((places, look))
        formats = [self._inked(*ink) for ink in _joined(inks)]
        for selection in wanted.selections:
            first = max(start, selection.cursor.selectionStart())
            last = min(end, selection.cursor.selectionEnd())
            if first < last:
                form = QTextCharFormat(selection.format)
                formats.append(_format_range(first - block.position(), last - first, form))
        for places, look in grounds:
            self._draw_ground(painter, places, origin, look)
        layout.draw(painter, origin, formats, clip)
        for places, look in overs:
            self._draw_over(painter, places, origin, look)
        if block.contains(wanted.cursorPosition):
            layout.drawCursor(painter, origin, wanted.cursorPosition - block.position(), 1)

    def _inked(self, first: int, last: int, ink: str) -> QTextLayout.FormatRange:
        form = QTextCharFormat()
        form.setForeground(self._color(ink))
        return _format_range(first, last - first, form)

    def _span_within(self, block: QTextBlock, clip: QRectF) -> tuple[int, int]:
        """The document positions between which the lines of ``block`` in ``clip`` stand."""
        layout = block.layout()
        rows = self._rows[block.blockNumber()]
        top = self._tops[block.blockNumber()] + rows.above
        last = layout.lineCount() - 1
        first_row = min(max(0, math.floor((clip.top() - top) / rows.pitch)), last)
        last_row = min(max(0, math.floor((clip.bottom() - top) / rows.pitch)), last)
        end = layout.lineAt(last_row)
        return (
            block.position() + layout.lineAt(first_row).textStart(),
            block.position() + end.textStart() + end.textLength(),
        )

    def _draw_ground(
        self, painter: QPainter, places: list[_Place], origin: QPointF, look: Look
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line, x0, x1 in places:
            rect = QRectF(x0 - 1, line.y(), x1 - x0 + 2, _height(line)).translated(origin)
            if look.ground:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._color(look.ground))
                painter.drawRoundedRect(rect, 3, 3)
            if look.bar:
                painter.setPen(QPen(self._color(look.bar), 2))
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _draw_over(
        self, painter: QPainter, places: list[_Place], origin: QPointF, look: Look
    ) -> None:
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line, x0, x1 in places:
            if look.line:
                self._draw_own_line(painter, line, x0, x1, origin, look)
            elif look.underline:
                y = round(origin.y() + line.y() + line.ascent() + _below(line)) + 0.5
                pen = QPen(self._color(look.ink or "muted"), 1)
                if look.underline == "dotted":
                    pen.setDashPattern([1, 2])
                painter.setPen(pen)
                painter.drawLine(QPointF(origin.x() + x0, y), QPointF(origin.x() + x1, y))
            if look.outline:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self._color(look.outline), 2))
                rect = QRectF(x0 - 2, line.y() - 1, x1 - x0 + 4, _height(line) + 2)
                painter.drawRoundedRect(rect.translated(origin), 4, 4)
        painter.restore()

    def _draw_own_line(
        self, painter: QPainter, line: QTextLine, x0: float, x1: float, origin: QPointF, look: Look
    ) -> None:
        em = QFontInfo(self.document().defaultFont()).pixelSize()
        color = self._color(look.line)
        if look.underline == "box":
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color, max(1.3, 0.075 * em)))
            rect = QRectF(x0 - 1, line.y() - 1, x1 - x0 + 2, _height(line) + 2)
            painter.drawRoundedRect(rect.translated(origin), 3, 3)
            return
        # below the lines of links
        y = origin.y() + line.y() + line.ascent() + _below(line) + min(0.17 * em, 3.0 + 0.03 * em)
        draw_underline(painter, look.underline, origin.x() + x0, origin.x() + x1, y, color, em)


def _height(line: QTextLine) -> float:
    """Of the ink of a line: some faces claim so much room below it that grounds would overlap."""
    return line.ascent() + min(line.descent(), _DEEPEST * line.ascent())


def _below(line: QTextLine) -> float:
    """How far under the base line a line clears the vowels that hang there."""
    return 0.92 * min(line.descent(), _DEEPEST * line.ascent())


_Place = tuple[QTextLine, float, float]
"""A line and the left and right edge of what is meant on it."""


def _lines_of(layout: QTextLayout, first: int, last: int) -> list[_Place]:
    """The places of ``first`` to ``last`` (positions in the block)."""
    found: list[_Place] = []
    row = max(0, layout.lineForTextPosition(first).lineNumber())
    while row < layout.lineCount():
        line = layout.lineAt(row)
        start, end = line.textStart(), line.textStart() + line.textLength()
        if start >= last:
            break
        x0, x1 = x_of(line, max(first, start)), x_of(line, min(last, end))
        if last >= end:
            x1 = min(x1, line.x() + line.naturalTextWidth())
        if x1 > x0:
            found.append((line, x0, x1))
        row += 1
    return found


class _Selection(Protocol):
    cursor: QTextCursor
    format: QTextCharFormat


class _Wanted(Protocol):
    """What PySide's stubs leave out of ``PaintContext``."""

    clip: QRectF
    palette: QPalette
    selections: list[_Selection]
    cursorPosition: int


def _joined(inks: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """``inks`` with those that touch made one: Qt leaves the second of two such ranges black."""
    joined: list[tuple[int, int, str]] = []
    for first, last, ink in sorted(inks):
        if joined and joined[-1][1] >= first and joined[-1][2] == ink:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]), ink)
        else:
            joined.append((first, last, ink))
    return joined


def _format_range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    fields: Any = made  # the stubs leave its fields out
    fields.start, fields.length, fields.format = start, length, form
    return made
