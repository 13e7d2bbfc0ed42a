"""A line above the text for what the reader has to be told; it never takes the text away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from reader.ui.thai_text import Paragraph, Piece, ThaiText
from reader.ui.theme import Theme

Words = str | Callable[[], str]
"""What is said: made anew when the language changes, unless it is the same in every language."""


class Notice(QFrame):
    """One sentence at a time, until it is closed."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._text = ThaiText(theme, 11.0, self)
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setMinimumSize(28, 28)
        self._close.clicked.connect(self.close_notice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.addWidget(self._text, 1)
        self.button = QPushButton(self)
        self.button.setMinimumHeight(28)
        self.button.clicked.connect(self._act)
        self._action: Callable[[], object] | None = None
        self._words: tuple[Words, Words] = ("", "")
        layout.addWidget(self.button)
        layout.addWidget(self._close)
        self.hide()

    def tell(
        self, text: Words, action_text: Words = "", action: Callable[[], object] | None = None
    ) -> None:
        """Show ``text``, with a button ``action_text`` that does ``action`` and closes."""
        self._action = action
        self._words = (text, action_text)
        self.button.setVisible(action is not None)
        self.show()
        self._write()

    def _write(self) -> None:
        text, action_text = (words() if callable(words) else words for words in self._words)
        self.button.setText(action_text)
        self._text.set_paragraphs([Paragraph((Piece(text),))])
        self._text.setAccessibleName(text)

    def text(self) -> str:
        """What is shown, "" if nothing is."""
        return self._text.plain_text() if self.isVisible() else ""

    def _act(self) -> None:
        action, self._action = self._action, None
        self.close_notice()
        if action is not None:
            action()

    def close_notice(self) -> None:
        """Hide."""
        if self.isVisible():
            self.hide()
            self._words = ("", "")  # they may hold much of what they tell of
            self.closed.emit()

    def set_theme(self, theme: Theme, size: float) -> None:
        """Colours and type size."""
        self._text.set_theme(theme, size)

    def retranslate(self) -> None:
        """Take on the language of the interface."""
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Close"))
        if not self.isHidden():
            self._write()
