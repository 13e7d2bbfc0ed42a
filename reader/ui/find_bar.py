"""The find bar: words to look for, how many hits, next and previous."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.text.digits import digits

_TARGET = 28  # pixels


class FindBar(QFrame):
    """Says what is wanted; the window finds and marks."""

    typed = Signal(str)
    stepped = Signal(int)  # -1 previous, 1 next
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = "th"
        self._place: tuple[int, int] | None = None
        self.setAutoFillBackground(True)
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.words.setMaximumWidth(420)
        self.words.textChanged.connect(self.typed)
        self._count = QLabel(self)
        self._count.setMinimumWidth(90)
        self._previous = self._button(Qt.ArrowType.UpArrow, -1)
        self._next = self._button(Qt.ArrowType.DownArrow, 1)
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setMinimumSize(_TARGET, _TARGET)
        self._close.clicked.connect(self.close_bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self.words, 1)
        layout.addWidget(self._previous)
        layout.addWidget(self._next)
        layout.addWidget(self._count)
        layout.addStretch()
        layout.addWidget(self._close)
        self.hide()

    def _button(self, arrow: Qt.ArrowType, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        button.setMinimumSize(_TARGET, _TARGET)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def open_bar(self, words: str = "") -> None:
        """Show the bar and take the keyboard; ``words`` replaces what was looked for."""
        if words:
            self.words.setText(words)
        self.show()
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.typed.emit(self.words.text())

    def close_bar(self) -> None:
        """Hide the bar."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def set_place(self, current: int, count: int) -> None:
        """Say which hit (from 1; 0 for none yet) of how many."""
        self._place = (current, count)
        if not self.words.text().strip():
            text = ""
        elif not count:
            text = self.tr("Not found")
        else:
            text = digits(f"{current} / {count}", self._language)
        self._count.setText(text)
        for button in (self._previous, self._next):
            button.setEnabled(count > 0)

    def place_text(self) -> str:
        """What the counter says."""
        return self._count.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def retranslate(self, language: str) -> None:
        """Take on the language of the interface."""
        self._language = language
        self.words.setPlaceholderText(self.tr("Find in the text"))
        self.words.setAccessibleName(self.tr("Find in the text"))
        self._previous.setToolTip(self.tr("Previous hit (Shift+F3)"))
        self._previous.setAccessibleName(self.tr("Previous hit"))
        self._next.setToolTip(self.tr("Next hit (F3)"))
        self._next.setAccessibleName(self.tr("Next hit"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Close"))
        if self._place is not None:
            self.set_place(*self._place)
