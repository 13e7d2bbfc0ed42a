"""Buttons that show what a highlight looks like: its colour, its line, and its number."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.desk.marks import COLOURS
from reader.text.digits import digits
from reader.ui.mark_colours import LINES, shade
from reader.ui.mark_signs import paint_sign
from reader.ui.mark_words import colour_name, kind_name
from reader.ui.theme import Theme, text_font
from reader.ui.underlines import draw_underline

SMALLEST = 28  # pixels


def paint_swatch(
    painter: QPainter, rect: QRectF, colour: str, theme: Theme, label: str, size: float
) -> None:
    """Paint ``label`` (in ``size`` points) as words highlighted in ``colour`` look."""
    found = shade(colour, theme)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(found.ground))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setFont(text_font(size))
    painter.setPen(theme.color("ink"))
    em = painter.fontInfo().pixelSize()
    lifted = rect.adjusted(0, -0.12 * em, 0, -0.12 * em)
    painter.drawText(lifted, Qt.AlignmentFlag.AlignCenter, label)
    line = QColor(found.line)
    if LINES[colour] == "box":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(line, 1.6))
        painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
    else:
        inset = 0.2 * rect.width()
        y = rect.bottom() - 0.16 * rect.height()
        draw_underline(
            painter, LINES[colour], rect.left() + inset, rect.right() - inset, y, line, em
        )
    painter.restore()


class MarkButton(QToolButton):
    """One colour, or the sign of a bookmark or a note."""

    def __init__(self, theme: Theme, size: float, mark: str, parent: QWidget) -> None:
        """mark: a colour of highlights, ``"bookmark"`` or ``"note"``."""
        super().__init__(parent)
        self.mark = mark
        self._theme = theme
        self._size = size
        self._language = "th"
        self.setAutoRaise(True)

    def set_look(self, theme: Theme, size: float, language: str) -> None:
        """Colours, type size (points) and language of the interface."""
        self._theme, self._size, self._language = theme, size, language
        name = kind_name(self.mark) if self.mark not in COLOURS else colour_name(self.mark)
        if self.mark in COLOURS:
            name = f"{digits(self._number(), language)} {name}"
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def _number(self) -> int:
        return COLOURS.index(self.mark) + 1

    def sizeHint(self) -> QSize:
        side = max(SMALLEST, round(self._size * 2.7))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.isChecked() or self.underMouse() or self.hasFocus():
            use = "accent" if self.isChecked() or self.hasFocus() else "rule"
            painter.setPen(QPen(self._theme.color(use), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)
        inner = area.adjusted(4, 4, -4, -4)
        if self.mark in COLOURS:
            label = digits(self._number(), self._language)
            paint_swatch(painter, inner, self.mark, self._theme, label, self._size)
            return
        height = 0.8 * inner.height()
        sign = QRectF(0, 0, height / 1.3, height)
        sign.moveCenter(inner.center())
        paint_sign(painter, self.mark, sign, self._theme.color("ink"), self._theme)


class ColourRow(QWidget):
    """The five colours side by side. ``chosen``: one of them."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, size: float, parent: QWidget, *, is_checkable: bool) -> None:
        super().__init__(parent)
        self.buttons = [MarkButton(theme, size, colour, self) for colour in COLOURS]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for button in self.buttons:
            button.setCheckable(is_checkable)
            button.clicked.connect(self._choose(button.mark))
            layout.addWidget(button)

    def _choose(self, colour: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(colour)

    def set_look(self, theme: Theme, size: float, language: str) -> None:
        """Colours, type size (points) and language of the interface."""
        for button in self.buttons:
            button.set_look(theme, size, language)

    def set_colour(self, colour: str) -> None:
        """Which of them is checked; "" for none."""
        for button in self.buttons:
            button.setChecked(button.mark == colour)
