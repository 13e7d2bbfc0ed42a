"""The find bar: words to look for, how many hits, next and previous, how they are looked for.

A second line says what may help where nothing is found, and which name was understood. The bar
is built when it is first opened.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.text.digits import digits
from reader.text.search_levels import EXACT, FORGIVING, LEVELS, LOOSE

_TARGET = 28  # pixels
_NARROW = 520
_SPOKEN_AFTER_MS = 700  # of no typing


class FindBar(QFrame):
    """Says what is wanted; others find and mark.

    ``closed``: the reader wants back to where he was. ``left``: he stays where he is.
    """

    typed = Signal(str)
    stepped = Signal(int)  # -1 previous, 1 next
    options_changed = Signal()
    list_asked = Signal()
    history_cleared = Signal()
    closed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = "th"
        self._place: tuple[int, int, bool] | None = None
        self._history: list[str] = []
        self._help: Callable[[], object] | None = None
        self.setAutoFillBackground(True)
        self.hide()

    # Making

    @cached_property
    def words(self) -> QLineEdit:
        """The field; the rest of the bar is made with it."""
        words = QLineEdit(self)
        words.setClearButtonEnabled(True)
        words.setMaximumWidth(420)
        words.setMinimumWidth(70)
        words.textChanged.connect(self.typed)
        words.installEventFilter(self)
        self._count = QLabel(self)
        self._previous = self._arrow(Qt.ArrowType.UpArrow, -1)
        self._next = self._arrow(Qt.ArrowType.DownArrow, 1)
        self._options = QToolButton(self)
        self._options.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._options.setMenu(self._options_menu())
        self._list = QToolButton(self)
        self._list.clicked.connect(self.list_asked)
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.clicked.connect(self.leave_bar)
        for button in (self._options, self._list, self._close):
            button.setAutoRaise(True)
            button.setMinimumSize(_TARGET, _TARGET)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(words, 1)
        for widget in (self._previous, self._next, self._count, self._options, self._list):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self._close)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._help_button = QPushButton(self)
        self._help_button.setMinimumHeight(_TARGET)
        self._help_button.clicked.connect(self._take_help)
        self._below = QWidget(self)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 2, 0, 0)
        below.addWidget(self._hint, 1)
        below.addWidget(self._help_button)
        self._below.hide()
        self._speak = QTimer(self)
        self._speak.setSingleShot(True)
        self._speak.setInterval(_SPOKEN_AFTER_MS)
        self._speak.timeout.connect(self._announce)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 8, 6)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._below)
        return words

    def _arrow(self, arrow: Qt.ArrowType, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        button.setMinimumSize(_TARGET, _TARGET)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def _options_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._levels: dict[str, QAction] = {}
        for level in LEVELS:
            action = self._levels[level] = menu.addAction("")
            action.setCheckable(True)
            group.addAction(action)
        self._levels[FORGIVING].setChecked(True)
        group.triggered.connect(lambda _action: self.options_changed.emit())
        menu.addSeparator()
        self._whole = menu.addAction("")
        self._whole.setCheckable(True)
        self._whole.triggered.connect(lambda: self.options_changed.emit())
        return menu

    @property
    def _is_made(self) -> bool:
        return "words" in self.__dict__

    # Opening and closing

    def open_bar(self, words: str = "") -> None:
        """Show the bar and take the keyboard; ``words`` replaces what was looked for."""
        if not self._is_made:
            self.words.setText("")
            self.retranslate(self._language)
            self._make_room()
        if words:
            self.words.blockSignals(True)  # said once, below
            self.words.setText(words)
            self.words.blockSignals(False)
        self.show()
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.typed.emit(self.words.text())

    def close_bar(self) -> None:
        """Hide the bar; the reader goes back to where he was."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def leave_bar(self) -> None:
        """Hide the bar; the reader stays where he is."""
        if self.isVisible():
            self.hide()
            self.left.emit()

    # How it is looked for

    @property
    def level(self) -> str:
        """One of :data:`reader.text.search_folding.LEVELS`."""
        return next(level for level, action in self._levels.items() if action.isChecked())

    @property
    def whole(self) -> bool:
        """Whether only whole words are wanted."""
        return self._whole.isChecked()

    def set_options(self, *, level: str | None = None, whole: bool | None = None) -> None:
        """Look for the words in another way."""
        if level is not None:
            self._levels[level].setChecked(True)
        if whole is not None:
            self._whole.setChecked(whole)
        self.options_changed.emit()

    def forget_loose(self) -> None:
        """Other words: what was done to find the last ones is not done for them."""
        if self._levels[LOOSE].isChecked():
            self._levels[FORGIVING].setChecked(True)

    # What was found

    def set_place(self, current: int, count: int, *, is_done: bool = True) -> None:
        """Say which hit (from 1; 0 for none yet) of how many; more may follow."""
        if not self._is_made:
            return
        self._place = (current, count, is_done)
        if not self.words.text().strip():
            text = ""
        elif not count:
            text = self.tr("Not found") if is_done else "…"
        else:
            text = digits(f"{current} / {count}{'' if is_done else ' …'}", self._language)
        self._count.setText(text)
        self._tell_listeners()
        for button in (self._previous, self._next):
            button.setEnabled(count > 0)

    def place_text(self) -> str:
        """What the counter says."""
        return self._count.text()

    def say(self, hint: str, button: str = "", act: Callable[[], object] | None = None) -> None:
        """A second line with ``hint``, and a button for what may help; "" takes it away."""
        if not self._is_made:
            return
        self._help = act
        self._hint.setText(hint)
        self._help_button.setText(button)
        self._help_button.setVisible(bool(button))
        self._below.setVisible(bool(hint))
        self._tell_listeners()

    def spoken(self) -> str:
        """What a screen reader hears of the search."""
        return " ".join(filter(None, (self.place_text(), self.hint_text())))

    def _tell_listeners(self) -> None:
        self.words.setAccessibleDescription(self.spoken())
        self._speak.start()

    def _announce(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if self.isVisible() and self.spoken() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.words, self.spoken()))

    def hint_text(self) -> str:
        """What the second line says, "" if there is none."""
        return self._hint.text() if self._is_made and self._below.isVisibleTo(self) else ""

    @property
    def help_button(self) -> QPushButton:
        """The button of the second line."""
        return self._help_button

    def _take_help(self) -> None:
        if self._help is not None:
            self._help()
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    # Words looked for before

    def set_history(self, words: list[str]) -> None:
        """Words looked for before, the latest first."""
        self._history = words

    def history_menu(self) -> QMenu:
        """Words looked for before, to choose from."""
        menu = QMenu(self)
        for words in self._history:
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, chosen=words: self._choose(chosen))
        menu.addSeparator()
        menu.addAction(self.tr("Clear the list of searches")).triggered.connect(
            self.history_cleared
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _choose(self, words: str) -> None:
        self.words.setText(words)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_history(self) -> None:
        if not self._history:
            return
        menu = self.history_menu()
        corner = self.words.mapToGlobal(self.words.rect().topLeft())
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))
        menu.setActiveAction(menu.actions()[0])

    # Size and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a narrow window the words need the room; the list has a key and a menu entry too."""
        if self._is_made:
            self._list.setVisible(self.width() >= _NARROW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Down
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._show_history()
            return True
        return super().eventFilter(watched, event)

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
        if not self._is_made:
            return
        self.words.setPlaceholderText(self.tr("Find in the text"))
        self.words.setAccessibleName(self.tr("Find in the text"))
        self.words.setToolTip(self.tr("Down arrow: words looked for before"))
        self._previous.setToolTip(self.tr("Previous hit (Shift+F3)"))
        self._previous.setAccessibleName(self.tr("Previous hit"))
        self._next.setToolTip(self.tr("Next hit (F3)"))
        self._next.setAccessibleName(self.tr("Next hit"))
        self._options.setText(self.tr("How"))
        self._options.setToolTip(self.tr("How the words are looked for"))
        self._options.setAccessibleName(self.tr("How the words are looked for"))
        self._levels[EXACT].setText(self.tr("Exactly as typed"))
        self._levels[FORGIVING].setText(self.tr("Any tone mark, digit, space or form of a name"))
        self._levels[LOOSE].setText(self.tr("Loosely: also any letter of the same sound"))
        self._whole.setText(self.tr("Whole words only"))
        self._list.setText(self.tr("List"))
        self._list.setToolTip(self.tr("All hits with their sentences (Ctrl+Shift+F)"))
        self._close.setToolTip(self.tr("Close and stay here; Esc goes back"))
        self._close.setAccessibleName(self.tr("Close"))
        if self._place is not None:
            current, count, is_done = self._place
            self.set_place(current, count, is_done=is_done)
