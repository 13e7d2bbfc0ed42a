"""A card in a window of its own, which stays until it is closed; several can be compared."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.card_text import ENTITY_LINK, PLACE_LINK
from reader.ui.scrolling import scrolling
from reader.ui.subject import Subject
from reader.ui.thai_text import Paragraph, ThaiText
from reader.ui.theme import Theme


class PinnedCard(QWidget):
    """One card. Its links lead where those of the card in the panel lead."""

    entity_asked = Signal(str)
    offset_asked = Signal(int)
    closed = Signal(object)  # this card

    def __init__(self, subject: Subject, theme: Theme, size: float, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.subject = subject
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._text = ThaiText(theme, size)
        self._text.anchorClicked.connect(self._follow)
        scroll = scrolling(self._text, (18, 14, 14, 16))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_card(self, title: str, paragraphs: list[Paragraph], theme: Theme, size: float) -> None:
        """Show ``paragraphs`` in the colours of ``theme``, ``size`` in points."""
        self.setWindowTitle(title)
        self.setPalette(theme.palette())
        self._text.set_theme(theme, size)
        self._text.set_paragraphs(paragraphs)
        self._text.setAccessibleName(title)

    def plain_text(self) -> str:
        """What the card says."""
        return self._text.plain_text()

    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith(ENTITY_LINK):
            self.entity_asked.emit(target.removeprefix(ENTITY_LINK))
        elif target.startswith(PLACE_LINK):
            self.offset_asked.emit(int(target.removeprefix(PLACE_LINK)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            self.closed.emit(self)
        else:
            super().keyPressEvent(event)
