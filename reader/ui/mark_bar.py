"""A small bar beside words selected with the mouse: five colours, a bookmark, a note.

It takes no focus, stands under or above the selected lines, never on them, and is gone at Esc, when
the page scrolls, or when the selection goes.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.ui.hover_card import card_geometry
from reader.ui.mark_buttons import ColourRow, MarkButton
from reader.ui.theme import Theme


class MarkBar(QWidget):
    """``colour_chosen``, ``bookmark_asked``, ``note_asked``: for the selected words."""

    colour_chosen = Signal(str)
    bookmark_asked = Signal()
    note_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = parent
        self.colours = ColourRow(theme, 11.0, self, is_checkable=False)
        self.colours.chosen.connect(self.colour_chosen)
        self.note = MarkButton(theme, 11.0, "note", self)
        self.note.clicked.connect(self.note_asked)
        self.bookmark = MarkButton(theme, 11.0, "bookmark", self)
        self.bookmark.clicked.connect(self.bookmark_asked)
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setMinimumSize(28, 28)
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(5, 4, 5, 4)
        layout.setSpacing(2)
        for widget in (self.colours, self.note, self.bookmark, self._close):
            layout.addWidget(widget)
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def show_beside(self, lines: QRect, end: QRect) -> None:
        """Show it near ``end`` of the selected ``lines`` (pixels of the parent), if it fits."""
        place = card_geometry(self.sizeHint(), lines, end, self._window.rect())
        if place.size() != self.sizeHint():
            self.hide()
            return
        self.setGeometry(place)
        self.raise_()
        self.show()

    def set_look(self, theme: Theme, size: float, language: str) -> None:
        """Colours, type size (points) and language of the interface."""
        self._theme = theme
        self.setPalette(theme.palette())
        self.colours.set_look(theme, size, language)
        self.note.set_look(theme, size, language)
        self.bookmark.set_look(theme, size, language)
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Close"))
        self.setAccessibleName(self.tr("Mark the selected words"))
        self.adjustSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("rule"), 1))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1).toRectF(), 6, 6)
