"""The bookshelf: what there is to read, in three groups, with a field to search it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.text.folding import loose
from reader.ui.theme import Theme

GROUPS = ("shipped", "installed", "recent")
_TARGET = 32  # pixels, least height of what is clicked
_WIDEST = 760  # pixels of the column
_ROLE = Qt.ItemDataRole.UserRole


class Book(NamedTuple):
    """Something to read. key: what opening it asks for. group: one of GROUPS.

    detail: a line below the title. removable: it can be taken off the shelf.
    """

    group: str
    key: str
    title: str
    detail: str
    removable: bool = False


class BookshelfView(QWidget):
    """Lists books; says which of them the reader wants, or wants removed."""

    chosen = Signal(object)  # a Book
    removal_asked = Signal(object)
    install_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._books: Sequence[Book] = ()
        self.setAutoFillBackground(True)
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(_TARGET)
        self.search.textChanged.connect(lambda _: self._fill())
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._choose)
        self.list.currentItemChanged.connect(lambda *_: self._update_buttons())
        self.list.installEventFilter(self)
        self.hint = QLabel(self)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self._open = self._button(lambda: self._choose(self.list.currentItem()))
        self._install = self._button(self.install_asked.emit)
        self._remove = self._button(self._ask_removal)
        self._close = self._button(self.closed.emit)
        buttons = QHBoxLayout()
        for button in (self._open, self._install, self._remove):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self._close)
        column = QWidget(self)
        column.setMaximumWidth(_WIDEST)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(24, 20, 24, 16)
        inner.setSpacing(10)
        for widget in (self._title, self.search, self.list, self.hint):
            inner.addWidget(widget, 1 if widget is self.list else 0)
        inner.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch()
        layout.addWidget(column, 1000)
        layout.addStretch()
        self.setFocusProxy(self.list)
        self.set_theme(theme)
        self.retranslate()

    def _button(self, act: object) -> QPushButton:
        button = QPushButton(self)
        button.setMinimumHeight(_TARGET)
        button.clicked.connect(act)
        return button

    # What is shown

    def set_books(self, books: Sequence[Book]) -> None:
        """Show ``books``; the one that was current stays so if it is still there."""
        self._books = books
        self._fill()

    def books(self) -> list[Book]:
        """Those in the list, as the search field leaves them."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [book for item in items if (book := item.data(_ROLE)) is not None]

    def current(self) -> Book | None:
        """The book that the keyboard is on."""
        item = self.list.currentItem()
        book = item.data(_ROLE) if item is not None else None
        return book if isinstance(book, Book) else None

    def _fill(self) -> None:
        before = self.current()
        wanted = loose(self.search.text())
        self.list.clear()
        names = self._group_names()
        for group in GROUPS:
            found = [
                book
                for book in self._books
                if book.group == group and wanted in loose(f"{book.title} {book.detail}")
            ]
            if found:
                self._add_heading(names[group])
            for book in found:
                self._add(book, is_current=before is not None and before.key == book.key)
        if self.list.currentItem() is None and self.books():
            self.list.setCurrentRow(1)
        has_installed = any(book.group == "installed" for book in self._books)
        if not self.books():
            self.hint.setText(self.tr("Nothing on the shelf has these words."))
        elif not has_installed:
            self.hint.setText(
                self.tr(
                    "No article packages are installed yet. Choose “Install a package…” and a "
                    "file *.neva, or drop such a file here."
                )
            )
        self.hint.setVisible(not self.books() or not has_installed)
        self._update_buttons()

    def _add_heading(self, name: str) -> None:
        item = QListWidgetItem(name)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        # room for tone marks over vowels
        item.setSizeHint(QSize(0, round(self.list.fontMetrics().lineSpacing() * 1.6)))
        self.list.addItem(item)

    def _add(self, book: Book, *, is_current: bool) -> None:
        item = QListWidgetItem(f"{book.title}\n{book.detail}" if book.detail else book.title)
        item.setData(_ROLE, book)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{book.title}, {book.detail}")
        item.setSizeHint(QSize(0, self.list.fontMetrics().lineSpacing() * 2 + 14))
        self.list.addItem(item)
        if is_current:
            self.list.setCurrentItem(item)

    def _group_names(self) -> dict[str, str]:
        return {
            "shipped": self.tr("Comes with the reader"),
            "installed": self.tr("Installed packages"),
            "recent": self.tr("Texts opened last"),
        }

    def _update_buttons(self) -> None:
        book = self.current()
        self._open.setEnabled(book is not None)
        self._remove.setEnabled(book is not None and book.removable)

    # What the reader does

    def _choose(self, item: QListWidgetItem | None) -> None:
        book = item.data(_ROLE) if item is not None else None
        if book is not None:
            self.chosen.emit(book)

    def _ask_removal(self) -> None:
        book = self.current()
        if book is not None and book.removable:
            self.removal_asked.emit(book)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if watched is self.search and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.setFocus()
                return True
            if watched is self.search and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentItem())
                return True
            if watched is self.list and key == Qt.Key.Key_Delete:
                self._ask_removal()
                return True
            typed = event.text().strip()
            if watched is self.list and typed.isprintable() and typed and not event.modifiers():
                self.search.setFocus()
                self.search.insert(event.text())
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # Look and language

    def set_theme(self, theme: Theme) -> None:
        """Take on the colours of the page."""
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.color("paper"))
        self.setPalette(palette)

    def retranslate(self) -> None:
        """Take on the language of the interface."""
        self._title.setText(self.tr("Bookshelf"))
        font = self._title.font()
        font.setPointSizeF(self.font().pointSizeF() * 1.5)
        font.setBold(True)
        self._title.setFont(font)
        self._title.setMinimumHeight(round(self._title.fontMetrics().lineSpacing() * 1.4))
        self.search.setPlaceholderText(self.tr("Search the shelf"))
        self.search.setAccessibleName(self.tr("Search the shelf"))
        self.list.setAccessibleName(self.tr("Bookshelf"))
        self._open.setText(self.tr("Read"))
        self._install.setText(self.tr("Install a package…"))
        self._remove.setText(self.tr("Remove"))
        self._remove.setToolTip(self.tr("Take the package off the shelf (Del)"))
        self._close.setText(self.tr("Back to the text"))
        self._close.setToolTip(self.tr("Back to the text (Esc)"))
        self._fill()
