"""The full definition in the side panel, and the way through its mentions."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.text.digits import digits
from reader.ui.card_text import ENTITY_LINK, PACKAGE_LINK, PLACE_LINK
from reader.ui.scrolling import scrolling
from reader.ui.subject import Subject
from reader.ui.thai_text import Paragraph, ThaiText
from reader.ui.theme import Theme

_TARGET = 28  # pixels, smallest height of what is clicked


class CardView(QWidget):
    """One card at a time."""

    list_asked = Signal()
    stepped = Signal(int)  # to the previous (-1) or next (1) mention
    entity_asked = Signal(str)  # a «see also» link
    offset_asked = Signal(int)  # a link to a place of the text
    pin_asked = Signal()
    package_asked = Signal(str)  # the id of another package, perhaps with «#» and a card's id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = 12.0
        self._language = "th"
        self._place = (0, 0)
        self.subject: Subject | None = None
        self._list = QPushButton(self)
        self._list.setFlat(True)
        self._list.setMinimumHeight(_TARGET)
        self._list.clicked.connect(self.list_asked)
        self._count = QLabel(self)
        self._previous = self._arrow(Qt.ArrowType.UpArrow, -1)
        self._next = self._arrow(Qt.ArrowType.DownArrow, 1)
        bar = QHBoxLayout()
        bar.setContentsMargins(6, 4, 10, 4)
        bar.addWidget(self._list)
        bar.addStretch()
        bar.addWidget(self._previous)
        bar.addWidget(self._count)
        bar.addWidget(self._next)
        self._pin = QPushButton(self)
        self._pin.setFlat(True)
        self._pin.setMinimumHeight(_TARGET)
        self._pin.clicked.connect(self.pin_asked)
        bar.addWidget(self._pin)
        self._text = ThaiText(theme, self._size)
        self._text.anchorClicked.connect(self._follow)
        self._scroll = scrolling(self._text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self._scroll)

    def _arrow(self, arrow: Qt.ArrowType, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        button.setMinimumSize(_TARGET, _TARGET)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def show_subject(self, subject: Subject, paragraphs: list[Paragraph], name: str) -> None:
        """Show the card of ``subject``; ``name`` is for screen readers."""
        fresh = self.subject != subject
        self.subject = subject
        self._text.set_paragraphs(paragraphs)
        self._text.setAccessibleName(name)
        if fresh:
            self._scroll.verticalScrollBar().setValue(0)
            self.set_place(0, 0)

    def set_place(self, current: int, count: int) -> None:
        """Say which mention (from 1; 0 for none) of how many the reader stands on."""
        self._place = (current, count)
        shown = f"{current} / {count}" if current else f"– / {count}"
        self._count.setText(digits(shown, self._language) if count else "")
        self._previous.setVisible(count > 0)
        self._next.setVisible(count > 0)

    def place_text(self) -> str:
        """What the counter says, e.g. «๓ / ๓๑»."""
        return self._count.text()

    def plain_text(self) -> str:
        """What the card says."""
        return self._text.plain_text()

    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith(ENTITY_LINK):
            self.entity_asked.emit(target.removeprefix(ENTITY_LINK))
        elif target.startswith(PACKAGE_LINK):
            self.package_asked.emit(target.removeprefix(PACKAGE_LINK))
        elif target.startswith(PLACE_LINK):
            self.offset_asked.emit(int(target.removeprefix(PLACE_LINK)))

    def set_theme(self, theme: Theme, size: float) -> None:
        """Colours and type size (points)."""
        self._size = size
        self._text.set_theme(theme, size)

    def retranslate(self, language: str) -> None:
        """Take on the language of the interface."""
        self._language = language
        self._list.setText("‹ " + self.tr("All names"))
        self._list.setToolTip(self.tr("Back to the lists"))
        self._previous.setToolTip(self.tr("Previous mention (Shift+F4)"))
        self._previous.setAccessibleName(self.tr("Previous mention"))
        self._next.setToolTip(self.tr("Next mention (F4)"))
        self._next.setAccessibleName(self.tr("Next mention"))
        self._pin.setText(self.tr("Pin"))
        self._pin.setToolTip(self.tr("Keep this card in a window of its own (F7)"))
        self.set_place(*self._place)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The card's text takes the keyboard."""
        self._text.setFocus(reason)
