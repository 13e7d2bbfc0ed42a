"""Every command with its keys, made from the registry of commands; and what the page's keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

if TYPE_CHECKING:
    from reader.ui.window import Window


class ShortcutSheet(QDialog):
    """A list to look a key or a command up in; Enter does the command."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(self.tr("Keys and commands"))
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Find a command or a key"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(self.windowTitle())
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemActivated.connect(self._do)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        close.setMinimumHeight(30)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.filter)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        self._fill()
        room = window.size()
        self.resize(min(620, room.width() - 20), min(680, room.height() - 20))

    def _fill(self) -> None:
        for title, actions in self._window.commands.by_menu():
            heading = self._heading(title)
            for action in actions:
                keys = [
                    k.toString(QKeySequence.SequenceFormat.NativeText) for k in action.shortcuts()
                ]
                if action.text():
                    item = QTreeWidgetItem(
                        heading, [action.text().replace("&", ""), "  ".join(keys)]
                    )
                    item.setData(0, Qt.ItemDataRole.UserRole, action)
        heading = self._heading(self.tr("In the text"))
        for deed, key in self._page_keys():
            QTreeWidgetItem(heading, [deed, key])
        self.list.expandAll()

    def _heading(self, title: str) -> QTreeWidgetItem:
        heading = QTreeWidgetItem(self.list, [title])
        heading.setFirstColumnSpanned(True)
        font = heading.font(0)
        font.setBold(True)
        heading.setFont(0, font)
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return heading

    def _page_keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Next link, previous link"), "Tab  Shift+Tab"),
            (self.tr("Open the card of a link"), "Enter"),
            (self.tr("A line up or down"), "↑  ↓"),
            (self.tr("A screen up or down"), "Page Up  Page Down  Space"),
            (self.tr("Beginning or end of the text"), "Home  End"),
            (self.tr("Close what is open"), "Esc"),
            (self.tr("Move the map, make it larger or smaller, all of it"), "← ↑ ↓ →  +  -  0"),
        ]

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().strip()
        for number in range(self.list.topLevelItemCount()):
            heading = self.list.topLevelItem(number)
            if heading is None:
                continue
            found = 0
            for row in range(heading.childCount()):
                item = heading.child(row)
                fits = words in f"{item.text(0)} {item.text(1)}".casefold()
                item.setHidden(not fits)
                found += fits
            heading.setHidden(not found)

    def _do(self, item: QTreeWidgetItem) -> None:
        action = item.data(0, Qt.ItemDataRole.UserRole)
        if action is not None and action.isEnabled():
            self.accept()
            action.trigger()
