"""Marks under the pointer: the bar beside selected words, clicks on marks, the context menu."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reader.ui.mark_bar import MarkBar
from reader.ui.mark_drawing import add_colours
from reader.ui.mark_places import rects_of, selected_words

if TYPE_CHECKING:
    from reader.ui.marks import OwnMarks
    from reader.ui.window import Window


class MarkPointer(QObject):
    """What the pointer does with the marks of one window."""

    def __init__(self, window: Window, marks: OwnMarks) -> None:
        super().__init__(window)
        self._window = window
        self._marks = marks

    @cached_property
    def bar(self) -> MarkBar:
        """The bar beside selected words."""
        window = self._window
        bar = MarkBar(window.theme, window)
        bar.set_look(window.theme, window.interface_size, window.language)
        bar.colour_chosen.connect(self._marks.deeds.highlight)
        bar.bookmark_asked.connect(self._marks.deeds.toggle_bookmark)
        bar.note_asked.connect(self._marks.deeds.write_note)
        window.page.selectionChanged.connect(self._on_selection)
        window.page.lines_moved.connect(bar.hide)
        return bar

    def on_released(self, point: QPoint) -> None:
        """The left button was let go at ``point`` of the page's viewport."""
        page = self._window.page
        if page.textCursor().hasSelection():
            if self._marks.wants_bar and not self._marks.is_hidden:
                QTimer.singleShot(0, self, self._show_bar)
            return
        if (
            not self._marks.has_desk
            or not self._marks.desk.placed
            or self._marks.is_hidden
            or not self._marks.is_shown
        ):
            return
        if page.target_at(point) is None:
            there = [
                p for p in self._marks.desk.at(page.offset_at(point)) if p.mark.kind != "bookmark"
            ]
            if there:
                self._marks.deeds.edit(there[0])

    def _show_bar(self) -> None:
        start, end = selected_words(self._window)
        if start < end:
            self.bar.show_beside(*rects_of(self._window, start, end))

    def _on_selection(self) -> None:
        if not self._window.page.textCursor().hasSelection():
            self.bar.hide()

    def fill_context_menu(self, menu: QMenu, offset: int) -> None:
        """Add what can be done with the selected words and the marks at ``offset``."""
        if self._marks.is_hidden:
            return
        translate = QCoreApplication.translate
        start, end = selected_words(self._window)
        if start < end:
            menu.addSeparator()
            colours = QMenu(translate("Marks", "Highlight"), menu)
            add_colours(colours, self._window, self._marks.deeds.highlight)
            menu.addMenu(colours)
            menu.addAction(self._again("write_note", menu))
            menu.addAction(self._again("bookmark", menu))
        there = (
            self._marks.desk.at(offset)
            if self._marks.has_desk and self._marks.is_shown and offset >= 0
            else []
        )
        if there:
            menu.addSeparator()
            edit = QAction(translate("Marks", "Edit the mark here"), menu)
            edit.triggered.connect(lambda: self._marks.deeds.edit(there[0]))
            menu.addAction(edit)
            delete = QAction(translate("Marks", "Delete the mark"), menu)
            delete.triggered.connect(lambda: self._marks.deeds.delete([there[0].mark]))
            menu.addAction(delete)

    def _again(self, name: str, menu: QMenu) -> QAction:
        """An entry of ``menu`` that does what the command ``name`` does."""
        command = self._window.commands.action(name)
        action = QAction(command.text(), menu)
        action.setShortcut(command.shortcut())
        action.triggered.connect(command.trigger)
        return action

    def set_look(self) -> None:
        """Take on theme, type size and language of the window."""
        window = self._window
        self.bar.set_look(window.theme, window.interface_size, window.language)
