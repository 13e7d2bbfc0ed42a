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

from reader.ui.tall_rows import TallRows

if TYPE_CHECKING:
    from reader.ui.window import Window


class ShortcutSheet(QDialog):
    """A list to look a key or a command up in; Enter does the command."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setRootIsDecorated(False)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(TallRows(self.list))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemActivated.connect(self._do)
        buttons = QDialogButtonBox(self)
        self._close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self._close.setMinimumHeight(30)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.filter)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        self.retranslate()
        window.language_changed.connect(self.retranslate)
        room = window.size()
        wanted = max(620, round(48 * window.interface_size))
        self.resize(min(wanted, room.width() - 20), min(680, room.height() - 20))

    def retranslate(self) -> None:
        """Take on the language of the interface."""
        self.setWindowTitle(self.tr("Keys and commands"))
        self.filter.setPlaceholderText(self.tr("Find a command or a key"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.setAccessibleName(self.windowTitle())
        self._close.setText(self.tr("Close"))
        self._fill()
        self._narrow(self.filter.text())

    def _fill(self) -> None:
        self.list.clear()
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
        for title, deeds in self._other_keys():
            heading = self._heading(title)
            for deed, key in deeds:
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

    def _other_keys(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """What keys do in one part of the window only; no command stands for it."""
        return [
            (
                self.tr("In the text"),
                [
                    (self.tr("Next link, previous link"), "Tab  Shift+Tab"),
                    (self.tr("Open the card of a link"), "Enter"),
                    (self.tr("A line up or down"), "↑  ↓"),
                    (self.tr("A screen up or down"), "Page Up  Page Down  Space"),
                    (self.tr("Beginning or end of the text"), "Home  End"),
                    (self.tr("Select words"), "Shift+←  Shift+→"),
                    (self.tr("Select lines"), "Shift+↑  Shift+↓"),
                    (self.tr("Select letter by letter"), "Ctrl+Shift+←  →"),
                    (self.tr("Menu of what is here"), "Menu  Shift+F10"),
                    (self.tr("Close what is open"), "Esc"),
                ],
            ),
            (
                self.tr("In the find bar"),
                [
                    (self.tr("Next hit, previous hit"), "Enter  Shift+Enter"),
                    (self.tr("Words looked for before"), "↓"),
                ],
            ),
            (
                self.tr("In your marks"),
                [
                    (self.tr("Go to the words of the mark"), "Enter"),
                    (self.tr("Edit the mark"), "F2"),
                    (self.tr("Delete the mark"), "Delete"),
                    (self.tr("Close the note"), "Esc  Ctrl+Enter"),
                ],
            ),
            (
                self.tr("On the map"),
                [
                    (
                        self.tr("Move the map, make it larger or smaller, all of it"),
                        "← ↑ ↓ →  +  -  0",
                    ),
                    (self.tr("Next place, previous place"), "Tab  Shift+Tab"),
                    (self.tr("Open the card of the place"), "Enter"),
                ],
            ),
            (
                self.tr("On the timeline"),
                [
                    (self.tr("A quarter of an hour back or on"), "←  →"),
                    (self.tr("Let the hours run, or stop them"), "Space"),
                ],
            ),
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
