"""The reader's own bookmarks, highlights and notes in the window.

All of it is built when it is first needed: a window on a text without marks only has the commands.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from reader.ui.ranges import Look

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMenu, QWidget

    from reader.content.knowledge import Knowledge
    from reader.ui.mark_caret import MarkCaret
    from reader.ui.mark_deeds import MarkDeeds
    from reader.ui.mark_desk import MarkDesk
    from reader.ui.mark_files import MarkFiles
    from reader.ui.mark_pointer import MarkPointer
    from reader.ui.mark_view import MarkView
    from reader.ui.mark_writing import MarkWriting
    from reader.ui.thai_text import Paragraph
    from reader.ui.window import Window

TAB = "marks"
CURRENT = Look(outline="accent")


class OwnMarks(QObject):
    """Marks of one window.

    is_shown: whether the reader wants to see them. is_hidden: whether others look on, whom they do
    not concern. wants_bar: whether colours appear beside words selected with the mouse.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.is_shown = bool(window.store.get("marks_shown", True))
        self.wants_bar = bool(window.store.get("mark_bar", True))
        self.is_hidden = window.preferences.is_on("projector")
        self._has_told = False
        self._has_told_kept = False
        self._add_commands()
        window.panel.add_tab(
            TAB, lambda: QCoreApplication.translate("Marks", "Mine"), self._make_list
        )
        window.panel.set_tab_visible(TAB, not self.is_hidden)
        if window.store.get("tab", "") == TAB:  # where the reader left
            window.panel.choose_tab(TAB)
        window.knowledge_changed.connect(self._on_knowledge)
        window.theme_changed.connect(self._on_look)
        window.language_changed.connect(self._on_look)
        window.preferences.changed.connect(self._on_preference)
        window.closing.connect(self._on_closing)
        window.add_escape(self.close_something)
        window.page.pointer_released.connect(self._on_released)
        window.page.context_menu_asked.connect(self._fill_context_menu)
        window.page.installEventFilter(self)
        window.installEventFilter(self)
        self._application().focusWindowChanged.connect(self._on_focus)

    @staticmethod
    def _application() -> QGuiApplication:
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        return application

    def _add_commands(self) -> None:
        translate = QCoreApplication.translate
        commands = self._window.commands

        def add(name: str, text: Callable[[], str], act: Callable[[], object], *keys: str) -> None:
            commands.add("marks", name, text, act, *keys)

        add("bookmark", lambda: translate("Marks", "Set or remove a bookmark"),
            lambda: self.deeds.toggle_bookmark(), "Ctrl+B")  # fmt: skip
        add("highlight", lambda: translate("Marks", "Highlight…"),
            lambda: self.deeds.ask_colour(), "Ctrl+H")  # fmt: skip
        add("write_note", lambda: translate("Marks", "Write a note…"),
            lambda: self.deeds.write_note(), "Ctrl+Shift+N")  # fmt: skip
        add("edit_mark", lambda: translate("Marks", "Edit the mark here"),
            lambda: self.deeds.edit_here(), "Ctrl+E")  # fmt: skip
        commands.add_separator("marks")
        add("undo_mark", lambda: translate("Marks", "Undo"),
            lambda: self.deeds.undo(), "Ctrl+Z")  # fmt: skip
        add("redo_mark", lambda: translate("Marks", "Redo"),
            lambda: self.deeds.redo(), "Ctrl+Shift+Z", "Ctrl+Y")  # fmt: skip
        commands.add_separator("marks")
        add("next_mark", lambda: translate("Marks", "Next mark"),
            lambda: self.deeds.step(1), "F8")  # fmt: skip
        add("previous_mark", lambda: translate("Marks", "Previous mark"),
            lambda: self.deeds.step(-1), "Shift+F8")  # fmt: skip
        add("my_marks", lambda: translate("Marks", "Your marks in the side panel"),
            self.show_list, "Ctrl+Shift+B")  # fmt: skip
        commands.add_separator("marks")
        commands.add(
            "marks", "mark_bar", lambda: translate("Marks", "Colours beside selected words"),
            self.toggle_bar, checkable=True,
        ).setChecked(self.wants_bar)  # fmt: skip
        commands.add(
            "marks", "show_marks", lambda: translate("Marks", "Show your marks"),
            self.toggle_shown, checkable=True,
        ).setChecked(self.is_shown)  # fmt: skip
        commands.add_separator("marks")
        add("export_marks", lambda: translate("Marks", "Export all marks (JSON)…"),
            lambda: self.files.ask_and_export("json"))  # fmt: skip
        add("export_marks_markdown",
            lambda: translate("Marks", "Export the marks on this text (Markdown)…"),
            lambda: self.files.ask_and_export("markdown"))  # fmt: skip
        add("import_marks", lambda: translate("Marks", "Import marks…"),
            lambda: self.files.ask_and_import())  # fmt: skip
        self._update_actions()

    # Built when first needed

    @cached_property
    def desk(self) -> MarkDesk:
        """The marks on the open text."""
        from reader.ui.mark_desk import MarkDesk

        desk = MarkDesk(self._window.store, self)
        desk.set_knowledge(self._window.knowledge)
        desk.changed.connect(self._on_marks)
        desk.trouble_changed.connect(self._on_trouble)
        desk.undo_stack.indexChanged.connect(self._update_actions)
        return desk

    @cached_property
    def deeds(self) -> MarkDeeds:
        """What the reader does with marks."""
        from reader.ui.mark_deeds import MarkDeeds

        return MarkDeeds(self._window, self)

    @cached_property
    def view(self) -> MarkView:
        """Marks on the page and in the list."""
        from reader.ui.mark_view import MarkView

        return MarkView(self._window, self)

    @cached_property
    def writing(self) -> MarkWriting:
        """The editor of a mark."""
        from reader.ui.mark_writing import MarkWriting

        writing = MarkWriting(self._window, self.desk)
        writing.delete_asked.connect(lambda mark: self.deeds.delete([mark]))
        return writing

    @cached_property
    def pointer(self) -> MarkPointer:
        """What the pointer does with marks."""
        from reader.ui.mark_pointer import MarkPointer

        return MarkPointer(self._window, self)

    @cached_property
    def files(self) -> MarkFiles:
        """Export and import."""
        from reader.ui.mark_files import MarkFiles

        return MarkFiles(self._window, self.desk)

    @cached_property
    def caret(self) -> MarkCaret:
        """The caret with which the keyboard selects words."""
        from reader.ui.mark_caret import MarkCaret

        return MarkCaret(self._window.page, lambda: self._window.knowledge)

    def _has(self, part: str) -> bool:
        return part in self.__dict__

    @property
    def has_desk(self) -> bool:
        """Whether the reader has had to do with marks."""
        return self._has("desk")

    @property
    def is_seen(self) -> bool:
        """Whether marks are drawn."""
        return self.is_shown and not self.is_hidden

    def _make_list(self) -> QWidget:
        return self.view.make_list()

    # The window

    def _on_knowledge(self, _: Knowledge) -> None:
        self.close_something()
        self.hide_bar()
        if self._has("writing"):
            self.writing.editor.close_editor()
        if self._has("view"):
            self.view.forget()
        if self.has_desk:
            self.desk.set_knowledge(self._window.knowledge)
        else:
            # the text comes first
            QTimer.singleShot(0, self, self._look_for_marks)

    def _look_for_marks(self) -> None:
        article = self._window.knowledge.article
        if not self.has_desk and self._window.store.has_marks(article.id, article.sha256):
            self.desk.reload()

    def _on_focus(self, focused: object) -> None:
        if focused is None or focused is not self._window.windowHandle():
            return
        if self.has_desk:
            self.desk.look_again()
        else:
            self._look_for_marks()

    def _on_look(self, _: object = None) -> None:
        if self._has("view"):
            self.view.set_look()
        if self._has("writing"):
            self.writing.set_look()
        if self._has("pointer"):
            self.pointer.set_look()
        if self.has_desk:
            self._on_marks()

    def _on_preference(self, name: str, value: object) -> None:
        if name == "projector":
            # nobody wants a class to read his notes
            self.is_hidden = bool(value)
            self.close_something()
            self._window.panel.set_tab_visible(TAB, not self.is_hidden)
            if self.has_desk:
                self._on_marks()
        elif name in ("interface_size", "digits"):
            self._on_look()

    def _on_marks(self) -> None:
        self.view.draw()
        self.view.fill_list()

    def _on_released(self, point: QPoint) -> None:
        if self.has_desk or (self.wants_bar and self._window.page.textCursor().hasSelection()):
            self.pointer.on_released(point)

    def _fill_context_menu(self, menu: QMenu, offset: int) -> None:
        self.pointer.fill_context_menu(menu, offset)

    def open(self, mark_id: str) -> None:
        """Open the editor of a mark on the open text."""
        placed = self.desk.placed_of(mark_id)
        if placed is not None:
            self.deeds.edit(placed)

    def card(self, mark_id: str) -> list[Paragraph]:
        """What the pointer is told of a mark: its kind, and its note or else its words."""
        return self.view.card(mark_id)

    def hide_bar(self) -> None:
        """Take the bar beside selected words away."""
        if self._has("pointer"):
            self.pointer.bar.hide()

    def leave_caret(self) -> bool:
        """Take the keyboard's caret away; whether there was one."""
        return self._has("caret") and self.caret.leave()

    def close_something(self) -> bool:
        """Close the bar, the editor or the caret; whether one of them was there."""
        self._window.page.set_ranges("mark-current", (), CURRENT)
        if self._has("pointer") and self.pointer.bar.isVisible():
            self.pointer.bar.hide()
        elif self._has("writing") and self.writing.editor.isVisible():
            self.writing.editor.close_editor()
        else:
            return self.leave_caret()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and watched is self._window.page:
            key = cast("QKeyEvent", event)
            return self._is_for_caret(key) and self.caret.on_key(key)
        if kind == QEvent.Type.Close and watched is self._window and not self._may_close():
            event.ignore()
            return True
        return False

    def _is_for_caret(self, event: QKeyEvent) -> bool:
        keys = Qt.Key
        if event.key() in (keys.Key_Left, keys.Key_Right) or self._has("caret"):
            return True
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return is_shifted and event.key() in (
            keys.Key_Up, keys.Key_Down, keys.Key_Home, keys.Key_End,
        )  # fmt: skip

    # Closing, and a disk that cannot be written

    def _may_close(self) -> bool:
        if not self.has_desk:
            return True
        marks = self.desk.store
        marks.try_again()
        if not marks.unsaved and (marks.is_kept or not self._has_told_kept):
            return True
        from reader.ui.mark_question import Answer, ask_before_closing

        answer = ask_before_closing(self._window, marks.unsaved)
        if answer == Answer.EXPORT:
            return self.files.ask_and_export("json")
        return answer == Answer.CLOSE

    def _on_closing(self) -> None:
        if self.has_desk:
            if self._has("writing"):
                self.writing.editor.close_editor()
            self.desk.close()

    def _on_trouble(self) -> None:
        marks = self.desk.store
        if marks.trouble is not None:
            if not self._has_told:
                self._window.tell(marks.trouble)
            self._has_told = True
        elif self._has_told:
            self._has_told = False
            self._window.say(
                lambda: QCoreApplication.translate(
                    "Marks", "All marks are written to the disk now."
                )
            )
        if not marks.is_kept and not self._has_told_kept:
            from reader.errors import ReaderError

            self._has_told_kept = True
            self._window.tell(ReaderError("marks-not-kept"))

    # Commands

    def _update_actions(self) -> None:
        stack = self.desk.undo_stack if self.has_desk else None
        commands = self._window.commands
        commands.action("undo_mark").setEnabled(stack is not None and stack.canUndo())
        commands.action("redo_mark").setEnabled(stack is not None and stack.canRedo())

    def show_list(self) -> None:
        """Bring the list of marks to the front."""
        window = self._window
        if not window.panel_is_shown():
            window.toggle_panel()
        window.panel.show_tab(TAB).setFocus()

    def toggle_bar(self) -> None:
        """Whether colours appear beside words selected with the mouse."""
        self.wants_bar = not self.wants_bar
        self._window.store.put("mark_bar", self.wants_bar)
        self._window.commands.action("mark_bar").setChecked(self.wants_bar)

    def toggle_shown(self) -> None:
        """Show or hide all marks on the page."""
        self.is_shown = not self.is_shown
        self._window.store.put("marks_shown", self.is_shown)
        self._window.commands.action("show_marks").setChecked(self.is_shown)
        if self.has_desk:
            self._on_marks()

    def show_again(self) -> None:
        """Who makes a mark wants to see it."""
        if not self.is_shown:
            self.toggle_shown()
