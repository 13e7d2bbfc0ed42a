"""The full definition in the side panel, and the way through its mentions."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.content.knowledge import Knowledge
from reader.content.model import Entity
from reader.text.digits import digits
from reader.ui.card_text import ENTITY_LINK, full_card, unknown_card
from reader.ui.thai_text import Paragraph, ThaiText
from reader.ui.theme import Theme

_TARGET = 28  # pixels, smallest height of what is clicked


class CardView(QWidget):
    """One entity's card. ``step(-1 | 1)`` asks for the previous or next mention."""

    list_asked = Signal()
    stepped = Signal(int)
    entity_asked = Signal(str)  # a «see also» link

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = 12.0
        self._language = "th"
        self._shown: tuple[Knowledge, Entity] | None = None
        self._place = (0, 0)
        self.entity: str | None = None
        self._list = QPushButton(self)
        self._list.setFlat(True)
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
        self._text = ThaiText(theme, self._size)
        self._text.anchorClicked.connect(self._follow)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(16, 8, 12, 16)
        inner.addWidget(self._text)
        inner.addStretch()
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self._scroll)
        self.retranslate(self._language)

    def _arrow(self, arrow: Qt.ArrowType, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        button.setMinimumSize(_TARGET, _TARGET)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def show_entity(self, knowledge: Knowledge, entity: Entity) -> None:
        """Show the card of ``entity``."""
        fresh = self.entity != entity.id
        self._shown = (knowledge, entity)
        self.entity = entity.id
        self._text.set_paragraphs(
            full_card(knowledge, entity, self._language, self._labels())
        )
        self._text.setAccessibleName(entity.name(self._language))
        if fresh:
            self._scroll.verticalScrollBar().setValue(0)

    def show_unknown(self, name: str, gloss: str) -> None:
        """Show a starred term for which there is no card."""
        self._shown = None
        self.entity = None
        self._text.set_paragraphs(
            unknown_card(name, gloss, self.tr("There is no definition of this term yet."))
        )
        self.set_place(0, 0)

    def show_paragraphs(self, paragraphs: list[Paragraph]) -> None:
        """Show something that belongs to no entity."""
        self._shown = None
        self.entity = None
        self._text.set_paragraphs(paragraphs)
        self.set_place(0, 0)

    def set_place(self, current: int, count: int) -> None:
        """Say which mention (from 1; 0 for none) of how many the reader stands on."""
        self._place = (current, count)
        shown = f"{current} / {count}" if current else f"– / {count}"
        self._count.setText(digits(shown, self._language) if count else "")
        self._previous.setEnabled(count > 0)
        self._next.setEnabled(count > 0)
        self._previous.setVisible(count > 0)
        self._next.setVisible(count > 0)

    def place_text(self) -> str:
        """What the counter says, e.g. «๓ / ๓๑»."""
        return self._count.text()

    def plain_text(self) -> str:
        """What the card says."""
        return self._text.plain_text()

    def _labels(self) -> dict[str, str]:
        return {
            "role": self.tr("Role in this article"),
            "why": self.tr("Why it matters here"),
            "sources": self.tr("Sources"),
            "see": self.tr("See also"),
            "other": self.tr("Other spelling:"),
            "misprints": self.tr("Also printed here:"),
        }

    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith(ENTITY_LINK):
            self.entity_asked.emit(target.removeprefix(ENTITY_LINK))

    def set_theme(self, theme: Theme, size: float) -> None:
        """Colours and type size (points)."""
        self._theme, self._size = theme, size
        self._text.set_theme(theme, size)

    def retranslate(self, language: str) -> None:
        """Take on the language of the interface."""
        self._language = language
        self._list.setText("‹ " + self.tr("All names"))
        self._list.setToolTip(self.tr("Back to the list of names"))
        self._previous.setToolTip(self.tr("Previous mention (Shift+F4)"))
        self._previous.setAccessibleName(self.tr("Previous mention"))
        self._next.setToolTip(self.tr("Next mention (F4)"))
        self._next.setAccessibleName(self.tr("Next mention"))
        if self._shown is not None:
            self.show_entity(*self._shown)
        self.set_place(*self._place)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # type: ignore[override]
        """The card's text takes the keyboard."""
        self._text.setFocus(reason)
