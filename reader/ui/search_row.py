"""A sentence in a narrow row: set in a few lines as the page sets Thai, with some words in bold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from reader.content.model import Passage
from reader.text.article import Span
from reader.text.document_map import DocumentMap
from reader.text.line_rules import Breaks, breaks_of
from reader.ui.text_lines import x_of

_ROUNDING = 0.3  # pixels


class RowText:
    """The first ``lines`` lines of a passage at ``width`` pixels; what is left out is a «…»."""

    def __init__(
        self, passage: Passage, bold: Sequence[Span], font: QFont, width: float, lines: int = 2
    ) -> None:
        document = DocumentMap(passage.text)
        at = document.position
        breaks = passage.breaks
        if not any(breaks):
            breaks = breaks_of(passage.text, (), ())
        self._breaks = Breaks(*([at(offset) for offset in level] for level in breaks))
        self._layout = QTextLayout(document.shown.replace("\n", " "), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._layout.setTextOption(option)
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.Bold)
        formats = []
        for start, end in bold:
            part: Any = QTextLayout.FormatRange()
            part.start, part.length = at(start), at(end) - at(start)
            part.format = strong
            formats.append(part)
        self._layout.setFormats(formats)
        self._lines = lines
        self._is_cut = False
        self._set(width)

    def _set(self, width: float) -> None:
        layout, length = self._layout, len(self._layout.text())
        layout.setCacheEnabled(True)
        layout.beginLayout()
        for number in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            is_last = number == self._lines - 1
            line.setLineWidth(width)
            end = line.textStart() + line.textLength()
            if end < length and is_last:
                self._is_cut = True
                line.setLineWidth(width - _ellipsis_width(layout.font()))
                end = line.textStart() + line.textLength()
            last = self._breaks.last_between(line.textStart(), end)
            if end < length and last is not None and last < end:
                line.setLineWidth(x_of(line, last) - line.x() + _ROUNDING)
        layout.endLayout()

    def draw(self, painter: QPainter, left: float, top: float, pitch: float) -> None:
        """Draw with the painter's pen; the first line's ascent begins at ``top``."""
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            y = top + number * pitch
            line.draw(painter, QPointF(left, y))
            if self._is_cut and number == self._lines - 1:
                painter.setFont(self._layout.font())
                painter.drawText(QPointF(left + line.naturalTextWidth(), y + line.ascent()), "…")

    def lines(self) -> list[str]:
        """The text of each line."""
        text = self._layout.text()
        found = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            found.append(text[line.textStart() : line.textStart() + line.textLength()])
        return found


def _ellipsis_width(font: QFont) -> float:
    from PySide6.QtGui import QFontMetricsF

    return QFontMetricsF(font).horizontalAdvance("…")
