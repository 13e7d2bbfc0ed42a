"""The card that appears beside a word the pointer rests on.

It never takes the focus and never covers the line being read; it stays inside the window and on
the screen. The pointer may move onto it; 300 ms after the pointer has left both word and card, or
on Esc, it is gone.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.ui.thai_text import Paragraph, ThaiText
from reader.ui.theme import Theme

LINGER_MS = 300
_MARGIN = 8
_PADDING = 12
_WIDTH_EMS = 20.0
_LOWEST = 56  # pixels: below this a card is no use


def card_geometry(size: QSize, line: QRect, word: QRect, bounds: QRect) -> QRect:
    """Where a card of ``size`` goes: under ``line`` or above it, near ``word``, inside ``bounds``.

    Where neither side has room for all of it, the side with more room gets a lower card. All in
    one coordinate system, pixels.
    """
    bounds = bounds.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    width = min(size.width(), bounds.width())
    left = min(max(word.left(), bounds.left()), bounds.right() + 1 - width)
    room_below = bounds.bottom() - line.bottom() - _MARGIN // 2
    room_above = line.top() - bounds.top() - _MARGIN // 2
    below = room_below >= size.height() or room_below >= room_above
    height = min(size.height(), max(_LOWEST, room_below if below else room_above))
    if below:
        top = line.bottom() + 1 + _MARGIN // 2
    else:
        top = line.top() - _MARGIN // 2 - height
    return QRect(left, top, width, height)


class HoverCard(QFrame):
    """A small card, a child of the window."""

    opened = Signal()  # clicked: the reader wants the full definition
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._text = ThaiText(theme, 12.0)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._text)
        self._scroll.viewport().setAutoFillBackground(False)
        self._text.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING - 2, _PADDING, _PADDING)
        layout.addWidget(self._scroll)
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(LINGER_MS)
        self._linger.timeout.connect(self.close_card)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        self.close_card()

    def show_for(
        self, paragraphs: list[Paragraph], line: QRect, word: QRect, type_size: float
    ) -> None:
        """Show ``paragraphs`` beside ``word`` on ``line`` (pixels of the parent widget)."""
        self._linger.stop()
        self._text.set_theme(self._theme, type_size)
        width = round(min(_WIDTH_EMS * type_size * 4 / 3, self._bounds().width() - 2 * _MARGIN))
        inner = width - 2 * _PADDING
        self._text.setFixedWidth(inner)
        self._text.set_paragraphs(paragraphs)
        height = self._text.height_for(inner) + 2 * _PADDING
        self.setGeometry(card_geometry(QSize(width, height), line, word, self._bounds()))
        self._scroll.verticalScrollBar().setValue(0)
        self.raise_()
        self.show()

    def _bounds(self) -> QRect:
        """The part of the window that is on the screen, in the window's pixels."""
        window = self.parentWidget()
        inside = window.rect()
        screen = window.screen()
        if screen is not None:
            visible = screen.availableGeometry()
            visible.moveTopLeft(window.mapFromGlobal(visible.topLeft()))
            on_screen = inside.intersected(visible)
            if on_screen.width() > 200 and on_screen.height() > 150:
                return on_screen
        return inside

    def pointer_left_word(self) -> None:
        """The pointer is no longer on the word."""
        if self.isVisible() and not self.underMouse():
            self._linger.start()

    def pointer_on_word(self) -> None:
        """The pointer is back on the word that the card is for."""
        self._linger.stop()

    def close_card(self) -> None:
        """Hide at once."""
        self._linger.stop()
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def plain_text(self) -> str:
        """What the card says."""
        return self._text.plain_text()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._linger.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.isVisible():
            self._linger.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            self.mapFromGlobal(event.globalPosition().toPoint())
        ):
            self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("rule"), 1))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1).toRectF(), 6, 6)

    def covers(self, point: QPoint) -> bool:
        """Whether ``point`` (pixels of the parent) is on the card."""
        return self.isVisible() and self.geometry().contains(point)
