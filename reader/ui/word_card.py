"""The word card: a field for any word, and below it what is known of the word; a side tab."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reader.ui.scrolling import scrolling
from reader.ui.thai_text import Paragraph, ThaiText
from reader.ui.theme import Theme


class WordCard(QWidget):
    """``asked``: a word was typed. ``followed``: the address of a link. ``escaped``: enough."""

    asked = Signal(str)
    followed = Signal(str)
    escaped = Signal()

    def __init__(self, theme: Theme, size: float) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumHeight(28)
        self.field.returnPressed.connect(lambda: self.asked.emit(self.field.text()))
        self.field.textChanged.connect(self._on_typed)
        self._text = ThaiText(theme, size)
        self._text.anchorClicked.connect(self._follow)
        self._scroll = scrolling(self._text)
        row = QVBoxLayout()
        row.setContentsMargins(12, 10, 12, 4)
        row.addWidget(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._scroll)
        self.setFocusProxy(self.field)

    def show_paragraphs(self, word: str, paragraphs: list[Paragraph], *, is_new: bool) -> None:
        """Show what is known of ``word``; is_new: another word than before, from its beginning."""
        if self.field.text() != word:
            self.field.blockSignals(True)
            self.field.setText(word)
            self.field.blockSignals(False)
        self._text.set_paragraphs(paragraphs)
        if is_new:
            self._scroll.verticalScrollBar().setValue(0)

    def plain_text(self) -> str:
        """What the card says."""
        return self._text.plain_text()

    def links(self) -> list[str]:
        """The addresses of its links, in order."""
        return [
            piece.href
            for paragraph in self._text.paragraphs()
            for piece in paragraph.pieces
            if piece.href
        ]

    def follow(self, address: str) -> None:
        """As if a link were clicked."""
        self.followed.emit(address)

    def _on_typed(self, typed: str) -> None:
        if not typed.strip():
            self.asked.emit("")

    def _follow(self, url: QUrl) -> None:
        self.followed.emit(url.toString())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme, size: float) -> None:
        """Colours and type size (points)."""
        self._text.set_theme(theme, size)

    def retranslate(self) -> None:
        """Take on the language in force."""
        self.field.setPlaceholderText(self.tr("A word"))
        self.field.setAccessibleName(self.tr("A word to look up"))
        self._text.setAccessibleName(self.tr("What is known of the word"))
