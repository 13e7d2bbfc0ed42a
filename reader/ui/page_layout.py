"""Sets Thai text in lines: an own document layout, since Qt's breaks Thai names or only at spaces.

Each line is laid with WrapAnywhere at full width, which tells how much fits; then its width is
cut to the last allowed break (:mod:`reader.text.line_rules`). Only where nothing is allowed, as in
one word wider than the column, Qt's own grapheme cluster boundary stays.
All measures are logical pixels; positions are document positions (UTF-16 units).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontInfo,
    QPainter,
    QPalette,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from reader.text.line_rules import NO_BREAKS, Breaks
from reader.ui.ranges import Look, RangeLayers

_STEP = 1.0  # pixels
_TRIES = 6
_ROUNDING = 0.3  # pixels that keep the last cluster on a line whose width is cut to its end


class Measure(NamedTuple):
    """The measures of a column.

    width: of the column. leading: line pitch as a multiple of the type size. indent: of a
    paragraph's first line. gap: between paragraphs. top: margin above the text.
    """

    width: float
    leading: float = 1.7
    indent: float = 0.0
    gap: float = 0.0
    top: float = 0.0


class PageLayout(QAbstractTextDocumentLayout):
    """Lays a plain document out in one column and draws it with its range layers."""

    def __init__(
        self, document: QTextDocument, layers: RangeLayers, color: Callable[[str], QColor]
    ) -> None:
        super().__init__(document)
        self._layers = layers
        self._color = color
        self._breaks: Breaks = NO_BREAKS
        self._measure = Measure(width=400.0)
        self._tops: list[float] = []
        self._heights: list[float] = []
        self._left = 0.0
        self._bottom = 0.0
        self._end = 0.0
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._option.setUseDesignMetrics(True)

    @property
    def measure(self) -> Measure:
        """The measures in force."""
        return self._measure

    def set_breaks(self, breaks: Breaks) -> None:
        """The document positions at which lines may end; call :meth:`lay_out` afterwards."""
        self._breaks = breaks

    def set_color(self, color: Callable[[str], QColor]) -> None:
        """Where the colours come from; repaint afterwards."""
        self._color = color

    def lay_out(self, measure: Measure) -> None:
        """Set all lines anew in a column of these measures."""
        self._measure = measure
        tops, heights = [], []
        y = measure.top
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            y += form.topMargin()
            height = self._lay_block(block, measure)
            tops.append(y)
            heights.append(height)
            y += height + form.bottomMargin() + measure.gap
            block = block.next()
        self._tops, self._heights = tops, heights
        self._end = y - measure.gap
        self._announce()

    def set_frame(self, left: float, bottom: float) -> None:
        """Where the column stands: its left edge, and the room below the last line.

        Lines stay as they are; this is all that most resizes need.
        """
        if (left, bottom) != (self._left, self._bottom):
            self._left, self._bottom = left, bottom
            self._announce()

    def _announce(self) -> None:
        self.documentSizeChanged.emit(self.documentSize())
        self.update.emit()

    def _lay_block(self, block: QTextBlock, measure: Measure) -> float:
        layout = block.layout()
        layout.setTextOption(self._option)
        # the format's font is resolved against the document's own by Qt
        pitch = QFontInfo(block.charFormat().font()).pixelSize() * measure.leading
        form = block.blockFormat()
        indent = form.textIndent() or measure.indent
        left = form.leftMargin()
        width = measure.width - form.leftMargin() - form.rightMargin()
        first = block.position()
        length = block.length() - 1
        breaks = self._breaks
        y = 0.0
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            room = max(1.0, width - indent)
            line.setLineWidth(room)
            start = line.textStart()
            end = start + line.textLength()
            if end < length:
                last = breaks.last_between(first + start, first + end)
                if last is not None and last < first + end:
                    self._end_line(line, last - first)
            line.setPosition(QPointF(left + indent, y + (pitch - line.height()) / 2))
            y += pitch
            indent = 0.0
        layout.endLayout()
        return y

    @staticmethod
    def _end_line(line: QTextLine, end: int) -> None:
        """Narrow ``line`` so that it ends at ``end`` (a position in its block)."""
        width = _x(line, end) - line.x() + _ROUNDING
        for _ in range(_TRIES):
            line.setLineWidth(width)
            got = line.textStart() + line.textLength()
            if got == end:
                return
            # bold faces are laid wider than their advances add up to
            width += _STEP if got < end else -_STEP

    # What Qt asks of a document layout

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Nothing is set here: whoever changes the text calls :meth:`lay_out` afterwards."""

    def documentSize(self) -> QSizeF:
        return QSizeF(self._left + self._measure.width, self._end + self._bottom)

    def pageCount(self) -> int:
        return 1

    def frameBoundingRect(self, frame: object) -> QRectF:
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        number = block.blockNumber()
        if not 0 <= number < len(self._tops):
            return QRectF()
        return QRectF(self._left, self._tops[number], self._measure.width, self._heights[number])

    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:
        """The document position under ``point``; -1 if there is none and accuracy is exact."""
        if not self._tops:
            return -1
        number = max(0, bisect_right(self._tops, point.y()) - 1)
        point = QPointF(point.x() - self._left, point.y())
        block = self.document().findBlockByNumber(number)
        top = self._tops[number]
        layout = block.layout()
        for row in range(layout.lineCount()):
            line = layout.lineAt(row)
            if point.y() < top + self._line_bottom(line, row, layout) or row == (
                layout.lineCount() - 1
            ):
                return self._hit_line(block, line, point, accuracy)
        return block.position() if accuracy == Qt.HitTestAccuracy.FuzzyHit else -1

    def _hit_line(
        self, block: QTextBlock, line: QTextLine, point: QPointF, accuracy: Qt.HitTestAccuracy
    ) -> int:
        exact = accuracy == Qt.HitTestAccuracy.ExactHit
        end_x = line.x() + line.naturalTextWidth()
        if exact and not (line.x() <= point.x() <= end_x):
            return -1
        mode = (
            QTextLine.CursorPosition.CursorOnCharacter
            if exact
            else QTextLine.CursorPosition.CursorBetweenCharacters
        )
        inside = line.xToCursor(point.x(), mode)
        return block.position() + inside

    def _line_bottom(self, line: QTextLine, row: int, layout: QTextLayout) -> float:
        if row + 1 < layout.lineCount():
            below = layout.lineAt(row + 1)
            return (line.y() + line.height() + below.y()) / 2
        return line.y() + line.height()

    def line_rect(self, position: int) -> QRectF:
        """The line that holds ``position``: full column width, from pitch to pitch."""
        block = self.document().findBlock(position)
        number = block.blockNumber()
        if not 0 <= number < len(self._tops):
            return QRectF()
        layout = block.layout()
        line = layout.lineForTextPosition(position - block.position())
        if not line.isValid():
            return self.blockBoundingRect(block)
        pitch = self._heights[number] / max(1, layout.lineCount())
        top = self._tops[number] + line.lineNumber() * pitch
        return QRectF(self._left, top, self._measure.width, pitch)

    def range_rects(self, start: int, end: int) -> list[QRectF]:
        """One rectangle for each line that ``start`` to ``end`` stands on."""
        rects = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            number = block.blockNumber()
            if number >= len(self._tops):
                break
            origin = QPointF(self._left, self._tops[number])
            first = max(start, block.position()) - block.position()
            last = min(end, block.position() + block.length() - 1) - block.position()
            for line, x0, x1 in _lines_of(block.layout(), first, last):
                rects.append(QRectF(x0, line.y(), x1 - x0, line.height()).translated(origin))
            block = block.next()
        return rects

    def first_position_at(self, y: float) -> int:
        """The start of the first line that lies wholly at or below ``y``."""
        number = max(0, bisect_right(self._tops, y) - 1)
        while number < len(self._tops):
            block = self.document().findBlockByNumber(number)
            layout = block.layout()
            rows = max(1, layout.lineCount())
            pitch = self._heights[number] / rows
            for row in range(layout.lineCount()):
                if self._tops[number] + row * pitch >= y - 0.5:
                    return block.position() + layout.lineAt(row).textStart()
            number += 1
        return max(0, self.document().characterCount() - 1)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draw the blocks that the clip touches, each with its layers and the selection."""
        clip = context.clip if context.clip.isValid() else QRectF(0, 0, 1e6, 1e9)
        number = max(0, bisect_right(self._tops, clip.top()) - 1)
        block = self.document().findBlockByNumber(number)
        ink = context.palette.color(QPalette.ColorRole.Text)
        painter.setPen(ink)
        while block.isValid() and number < len(self._tops) and self._tops[number] < clip.bottom():
            self._draw_block(painter, block, number, context, clip)
            block = block.next()
            number += 1

    def _draw_block(
        self,
        painter: QPainter,
        block: QTextBlock,
        number: int,
        context: QAbstractTextDocumentLayout.PaintContext,
        clip: QRectF,
    ) -> None:
        layout = block.layout()
        origin = QPointF(self._left, self._tops[number])
        start, end = block.position(), block.position() + block.length() - 1
        formats = []
        over = []
        for first, last, look in self._layers.between(start, end):
            if look.ground or look.bar:
                self._draw_ground(painter, layout, origin, first - start, last - start, look)
            if look.ink:
                form = QTextCharFormat()
                form.setForeground(self._color(look.ink))
                formats.append(_format_range(first - start, last - first, form))
            if look.underline or look.outline:
                over.append((first - start, last - start, look))
        for selection in context.selections:
            cursor = selection.cursor
            first = max(start, cursor.selectionStart())
            last = min(end, cursor.selectionEnd())
            if first < last:
                form = QTextCharFormat(selection.format)
                formats.append(_format_range(first - start, last - first, form))
        layout.draw(painter, origin, formats, clip)
        for first, last, look in over:
            self._draw_over(painter, layout, origin, first, last, look)
        cursor_at = context.cursorPosition
        if start <= cursor_at < start + block.length():
            layout.drawCursor(painter, origin, cursor_at - start, 1)

    def _draw_ground(
        self,
        painter: QPainter,
        layout: QTextLayout,
        origin: QPointF,
        first: int,
        last: int,
        look: Look,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line, x0, x1 in _lines_of(layout, first, last):
            rect = QRectF(x0 - 1, line.y(), x1 - x0 + 2, line.height()).translated(origin)
            if look.ground:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._color(look.ground))
                painter.drawRoundedRect(rect, 3, 3)
            if look.bar:
                painter.setPen(QPen(self._color(look.bar), 2))
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _draw_over(
        self,
        painter: QPainter,
        layout: QTextLayout,
        origin: QPointF,
        first: int,
        last: int,
        look: Look,
    ) -> None:
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line, x0, x1 in _lines_of(layout, first, last):
            if look.underline:
                # below the vowels that hang under the base line
                y = round(origin.y() + line.y() + line.ascent() + 0.92 * line.descent()) + 0.5
                pen = QPen(self._color(look.ink or "muted"), 1)
                if look.underline == "dotted":
                    pen.setDashPattern([1, 2])
                painter.setPen(pen)
                painter.drawLine(QPointF(origin.x() + x0, y), QPointF(origin.x() + x1, y))
            if look.outline:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self._color(look.outline), 2))
                rect = QRectF(x0 - 2, line.y() - 1, x1 - x0 + 4, line.height() + 2)
                painter.drawRoundedRect(rect.translated(origin), 4, 4)
        painter.restore()


def _lines_of(layout: QTextLayout, first: int, last: int) -> list[tuple[QTextLine, float, float]]:
    """The lines on which ``first`` to ``last`` of a block stand, with left and right edges."""
    found = []
    for row in range(layout.lineCount()):
        line = layout.lineAt(row)
        start = line.textStart()
        end = start + line.textLength()
        if end <= first:
            continue
        if start >= last:
            break
        x0, x1 = _x(line, max(first, start)), _x(line, min(last, end))
        if min(last, end) == end:
            x1 = min(x1, line.x() + line.naturalTextWidth())
        if x1 > x0:
            found.append((line, x0, x1))
    return found


def _format_range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = length
    made.format = form
    return made


def _x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)
