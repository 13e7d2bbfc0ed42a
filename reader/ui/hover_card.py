"""The card that appears beside a word the pointer rests on.

It never takes the focus and never covers the line being read; it stays inside the window and on
the screen. The pointer may move onto it; 300 ms after the pointer has left both word and card, or
on Esc, it is gone.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QGuiApplication,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.ui.thai_text import Paragraph, ThaiText
from reader.ui.theme import Theme

LINGER_MS = 300
_MARGIN = 8
_GAP = 4  # pixels between line and card
_PADDING = 12
_WIDTH_EMS = 20.0
_LOWEST = 56  # pixels: below this a card is no use


def card_geometry(size: QSize, line: QRect, word: QRect, bounds: QRect) -> QRect:
    """Where a card of ``size`` goes: under ``line`` or above it, near ``word``, inside ``bounds``.

    Where neither side has room for all of it, the side with more room gets a lower card; where
    neither has room for a card of any use, the result is empty. All in one coordinate system,
    pixels.
    """
    inside = bounds.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    below, above = QRect(inside), QRect(inside)
    below.setTop(max(inside.top(), line.bottom() + 1 + _GAP))
    above.setBottom(min(inside.bottom(), line.top() - 1 - _GAP))
    fits_below = below.height() >= size.height() or below.height() >= above.height()
    room = below if fits_below else above
    height = min(size.height(), room.height())
    width = min(size.width(), room.width())
    if width <= 0 or height < min(_LOWEST, size.height()):
        return QRect()
    left = min(max(word.left(), room.left()), room.right() + 1 - width)
    top = room.top() if fits_below else room.bottom() + 1 - height
    return QRect(left, top, width, height)


class HoverCard(QFrame):
    """A small card, a child of the window."""

    opened = Signal()  # clicked: the reader wants the full definition
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
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
        self._linger.setTimerType(Qt.TimerType.PreciseTimer)
        self._linger.setInterval(LINGER_MS)
        self._linger.timeout.connect(self.close_card)
        # wherever in the window the keyboard is; a shortcut of a hidden widget is silent
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close_card)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        self.close_card()

    def show_for(
        self, paragraphs: list[Paragraph], line: QRect, word: QRect, type_size: float
    ) -> None:
        """Show ``paragraphs`` beside ``word`` on ``line`` (pixels of the parent widget).

        Where there is no room beside the line, nothing is shown.
        """
        self._linger.stop()
        self._text.set_theme(self._theme, type_size)
        self._text.set_paragraphs(paragraphs)
        bounds = self._bounds(word)
        width = min(round(_WIDTH_EMS * type_size * 4 / 3), bounds.width() - 2 * _MARGIN)
        inner = width - 2 * _PADDING
        height = self._text.height_for(inner) + 2 * _PADDING
        place = card_geometry(QSize(width, height), line, word, bounds)
        if place.isEmpty():
            self.close_card()
            return
        if place.height() < height:  # a scroll bar comes beside the text
            inner -= self._scroll.verticalScrollBar().sizeHint().width()
        self._text.setFixedWidth(inner)
        self.setGeometry(place)
        self._scroll.verticalScrollBar().setValue(0)
        self.raise_()
        self.show()

    def _bounds(self, word: QRect) -> QRect:
        """The part of the window that is on the screen of ``word``, in the window's pixels."""
        window = self._window
        inside = window.rect()
        screen = QGuiApplication.screenAt(window.mapToGlobal(word.center())) or window.screen()
        visible = screen.availableGeometry()
        if QGuiApplication.platformName() == "offscreen" and (
            inside.width() > visible.width() or inside.height() > visible.height()
        ):
            return inside  # its one small screen cuts nothing off
        visible.moveTopLeft(window.mapFromGlobal(visible.topLeft()))
        return inside.intersected(visible)

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
