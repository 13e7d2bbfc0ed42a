"""The side tab of the reader's own marks: to go through, narrow down, edit and delete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from reader.desk.marks import COLOURS
from reader.ui.mark_desk import Placed
from reader.ui.mark_rows import ALL, DELETED, LOST, MarkDelegate, MarkListModel
from reader.ui.mark_words import colour_name, kind_name
from reader.ui.theme import Theme, text_font
from reader.ui.tick_box import TickBox


class MarkList(QWidget):
    """``chosen``, ``edit_asked``, ``delete_asked``, ``restore_asked``: with a mark's Placed.

    ``source_changed``: whether all texts are wanted, and whether what was deleted is.
    """

    chosen = Signal(object)
    edit_asked = Signal(object)
    delete_asked = Signal(object)
    restore_asked = Signal(object)
    source_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = MarkListModel(self)
        self._delegate = MarkDelegate(theme, self)
        self._theme = theme
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumHeight(28)
        self.words.textChanged.connect(self._on_filter)
        self.kind = QComboBox(self)
        self.kind.setMinimumHeight(28)
        self.kind.currentIndexChanged.connect(self._on_filter)
        self.everywhere = TickBox(self)
        self.everywhere.setMinimumHeight(28)
        self.everywhere.toggled.connect(self.source_changed)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._choose)
        self.list.installEventFilter(self)
        self.list.viewport().installEventFilter(self)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.empty.setContentsMargins(14, 10, 14, 10)
        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 12, 4)
        head.setSpacing(6)
        for widget in (self.words, self.kind, self.everywhere):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    @property
    def wants_deleted(self) -> bool:
        """Whether what was deleted is to be listed."""
        return bool(self.kind.currentData() == DELETED)

    def set_marks(self, marks: Sequence[Placed], *, with_titles: bool) -> None:
        """List ``marks``; the one that was current stays so."""
        current = self.current()
        row = self.list.currentIndex().row()
        self.model.shows_titles = with_titles
        self.model.set_marks(marks)
        if current is not None:
            again = self.model.row_of(current.mark.id)
            row = again if again >= 0 else min(row, self.model.rowCount() - 1)
            if row >= 0 and row != self.list.currentIndex().row():
                self.list.setCurrentIndex(self.model.index(row))
        self._show_empty()

    def current(self) -> Placed | None:
        """The mark that the keyboard is on."""
        return self.model.placed(self.list.currentIndex())

    def set_current(self, mark_id: str) -> None:
        """Bring a mark into view."""
        row = self.model.row_of(mark_id)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def _on_filter(self) -> None:
        was_deleted = self.model.property("deleted")
        self.model.setProperty("deleted", self.wants_deleted)
        self.model.set_filter(str(self.kind.currentData() or ALL), self.words.text())
        if bool(was_deleted) != self.wants_deleted:
            self.source_changed.emit()
        self._show_empty()

    def _show_empty(self) -> None:
        is_empty = self.model.rowCount() == 0
        if not self.model.is_empty():
            self.empty.setText(self.tr("No mark matches what you are looking for."))
        elif self.wants_deleted:
            self.empty.setText(self.tr("Nothing was deleted in the last 30 days."))
        else:
            self.empty.setText(
                self.tr(
                    "No marks yet. Select words in the text, then press Ctrl+H to highlight them,"
                    " Ctrl+Shift+N to write a note or Ctrl+B to set a bookmark."
                )
            )
        self.empty.setVisible(is_empty)
        self.list.setVisible(not is_empty)

    def _choose(self, index: QModelIndex) -> None:
        placed = self.model.placed(index)
        if placed is not None:
            (self.restore_asked if placed.mark.deleted else self.chosen).emit(placed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event.key()) or super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._show_menu(event)
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        placed = self.current()
        if placed is None:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        elif key == Qt.Key.Key_F2 and not placed.mark.deleted:
            self.edit_asked.emit(placed)
        elif key == Qt.Key.Key_Delete and not placed.mark.deleted:
            self.delete_asked.emit(placed)
        else:
            return False
        return True

    def _show_menu(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self.list.viewport().mapFromGlobal(event.globalPos())
            self.list.setCurrentIndex(self.list.indexAt(place))
        placed = self.current()
        if placed is None:
            return
        menu = self.menu_for(placed)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu_for(self, placed: Placed) -> QMenu:
        """What can be done with a mark of the list."""
        menu = QMenu(self)
        if placed.mark.deleted:
            menu.addAction(self.tr("Have it back"), lambda: self.restore_asked.emit(placed))
            return menu
        menu.addAction(self.tr("Go to the text"), lambda: self.chosen.emit(placed))
        menu.addAction(self.tr("Edit…"), lambda: self.edit_asked.emit(placed))
        menu.addAction(self.tr("Delete"), lambda: self.delete_asked.emit(placed))
        return menu

    def set_look(self, theme: Theme, size: float, language: str) -> None:
        """Colours, type size (points) and language of the interface."""
        self._theme = theme
        self._delegate.theme, self._delegate.size = theme, size
        self.model.language = self._delegate.language = language
        palette = theme.palette()
        palette.setColor(palette.ColorRole.Base, theme.color("desk"))
        self.list.setPalette(palette)
        self.empty.setFont(text_font(size))
        self.words.setPlaceholderText(self.tr("Find in your marks"))
        self.words.setAccessibleName(self.tr("Find in your marks"))
        self.everywhere.setText(self.tr("Marks on all texts"))
        self.list.setAccessibleName(self.tr("Your marks"))
        self.kind.setAccessibleName(self.tr("Which marks"))
        self._name_kinds()
        self._show_empty()
        self.list.doItemsLayout()

    def _name_kinds(self) -> None:
        names = [
            (ALL, self.tr("All marks")),
            ("bookmark", kind_name("bookmark")),
            ("note", self.tr("With a note")),
            ("highlight", kind_name("highlight")),
            *((colour, colour_name(colour)) for colour in COLOURS),
            (LOST, self.tr("Place not found")),
            (DELETED, self.tr("Deleted lately")),
        ]
        if self.kind.count() == 0:
            self.kind.blockSignals(True)
            for key, name in names:
                self.kind.addItem(name, key)
            self.kind.blockSignals(False)
        for number, (_, name) in enumerate(names):
            self.kind.setItemText(number, name)
