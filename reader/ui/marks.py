"""The reader's own bookmarks, highlights and notes in the window: commands, drawing, the list.

All of it is built when it is first needed: a window on a text without marks only has the commands.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from reader.ui.ranges import Look
from reader.ui.subject import Subject
from reader.ui.targets import Target

if TYPE_CHECKING:
    from reader.content.knowledge import Knowledge
    from reader.desk.marks import Mark
    from reader.ui.mark_bar import MarkBar
    from reader.ui.mark_caret import MarkCaret
    from reader.ui.mark_desk import MarkDesk, Placed
    from reader.ui.mark_files import MarkFiles
    from reader.ui.mark_list import MarkList
    from reader.ui.mark_writing import MarkWriting
    from reader.ui.window import Window

TAB = "marks"
_NOTHING = Subject("", "")
_CURRENT = Look(outline="accent")
_PLACE_LETTERS = 48  # of the words that a bookmark without a selection holds on to


class OwnMarks(QObject):
    """Marks of one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._is_hidden = False
        self._has_told = False
        self._has_told_kept = False
        self._list: MarkList | None = None
        self._drawn: object = None
        self._add_commands()
        window.panel.add_tab(
            TAB, lambda: QCoreApplication.translate("Marks", "Mine"), self._make_list
        )
        window.knowledge_changed.connect(self._on_knowledge)
        window.theme_changed.connect(self._on_look)
        window.language_changed.connect(self._on_look)
        window.preferences.changed.connect(self._on_preference)
        window.closing.connect(self._on_closing)
        window.add_escape(self._on_escape)
        window.page.pointer_released.connect(self._on_released)
        window.page.context_menu_asked.connect(self._fill_context_menu)
        window.page.place_changed.connect(self._on_place)
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
        add = partial(commands.add, "marks")
        add("bookmark", lambda: translate("Marks", "Set or remove a bookmark"),
            self.toggle_bookmark, "Ctrl+B")  # fmt: skip
        add("highlight", lambda: translate("Marks", "Highlight…"),
            self.ask_colour, "Ctrl+H")  # fmt: skip
        add("write_note", lambda: translate("Marks", "Write a note…"),
            self.write_note, "Ctrl+Shift+N")  # fmt: skip
        add("edit_mark", lambda: translate("Marks", "Edit the mark here"),
            self.edit_here, "Ctrl+E")  # fmt: skip
        commands.add_separator("marks")
        add("undo_mark", lambda: translate("Marks", "Undo"), self.undo, "Ctrl+Z")
        add("redo_mark", lambda: translate("Marks", "Redo"), self.redo,
            "Ctrl+Shift+Z", "Ctrl+Y")  # fmt: skip
        commands.add_separator("marks")
        add("next_mark", lambda: translate("Marks", "Next mark"),
            partial(self.step, 1), "F8")  # fmt: skip
        add("previous_mark", lambda: translate("Marks", "Previous mark"),
            partial(self.step, -1), "Shift+F8")  # fmt: skip
        add("my_marks", lambda: translate("Marks", "Your marks in the side panel"),
            self.show_list, "Ctrl+Shift+B")  # fmt: skip
        commands.add_separator("marks")
        add("mark_bar", lambda: translate("Marks", "Colours beside selected words"),
            self.toggle_bar, checkable=True)  # fmt: skip
        add("show_marks", lambda: translate("Marks", "Show your marks"),
            self.toggle_shown, checkable=True)  # fmt: skip
        commands.add_separator("marks")
        add("export_marks", lambda: translate("Marks", "Export all marks (JSON)…"),
            lambda: self.files.ask_and_export("json"))  # fmt: skip
        add("export_marks_markdown",
            lambda: translate("Marks", "Export the marks on this text (Markdown)…"),
            lambda: self.files.ask_and_export("markdown"))  # fmt: skip
        add("import_marks", lambda: translate("Marks", "Import marks (JSON)…"),
            lambda: self.files.ask_and_import())  # fmt: skip
        self._bar_wanted = bool(self._window.store.get("mark_bar", True))
        self._shown = bool(self._window.store.get("marks_shown", True))
        commands.action("mark_bar").setChecked(self._bar_wanted)
        commands.action("show_marks").setChecked(self._shown)
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

    @property
    def _has_desk(self) -> bool:
        return "desk" in self.__dict__

    @cached_property
    def writing(self) -> MarkWriting:
        """The editor of a mark."""
        from reader.ui.mark_writing import MarkWriting

        writing = MarkWriting(self._window, self.desk)
        writing.delete_asked.connect(lambda mark: self.delete([mark]))
        return writing

    @cached_property
    def files(self) -> MarkFiles:
        """Export and import."""
        from reader.ui.mark_files import MarkFiles

        return MarkFiles(self._window, self.desk)

    @cached_property
    def bar(self) -> MarkBar:
        """The bar beside selected words."""
        from reader.ui.mark_bar import MarkBar

        window = self._window
        bar = MarkBar(window.theme, window)
        bar.set_look(window.theme, window.interface_size, window.language)
        bar.colour_chosen.connect(self.highlight)
        bar.bookmark_asked.connect(self.toggle_bookmark)
        bar.note_asked.connect(self.write_note)
        window.page.selectionChanged.connect(self._on_selection)
        window.page.lines_moved.connect(bar.hide)
        return bar

    @cached_property
    def caret(self) -> MarkCaret:
        """The caret with which the keyboard selects words."""
        from reader.ui.mark_caret import MarkCaret

        return MarkCaret(self._window.page, lambda: self._window.knowledge)

    def _make_list(self) -> QWidget:
        from reader.ui.mark_list import MarkList

        made = self._list = MarkList(self._window.theme)
        made.chosen.connect(self.go_to)
        made.edit_asked.connect(self.edit)
        made.delete_asked.connect(lambda placed: self.delete([placed.mark]))
        made.restore_asked.connect(self._restore)
        made.source_changed.connect(self._fill_list)
        self._on_look()
        self._fill_list()
        return made

    # The window

    def _on_knowledge(self, knowledge: Knowledge) -> None:
        self._drawn = None
        if "writing" in self.__dict__:
            self.writing.editor.close_editor()
        if "bar" in self.__dict__:
            self.bar.hide()
        self._leave_caret()
        if self._has_desk:
            self.desk.set_knowledge(knowledge)
        else:
            # the text comes first
            QTimer.singleShot(0, self._look_for_marks)

    def _look_for_marks(self) -> None:
        article = self._window.knowledge.article
        if not self._has_desk and self._window.store.has_marks(article.id, article.sha256):
            self.desk.reload()
            self._on_marks()

    def _on_focus(self, focused: object) -> None:
        if focused is None or focused is not self._window.windowHandle():
            return
        if self._has_desk:
            self.desk.look_again()
        else:
            self._look_for_marks()

    def _on_look(self, _: object = None) -> None:
        window = self._window
        look = (window.theme, window.interface_size, window.language)
        if self._list is not None:
            self._list.set_look(*look)
        if "writing" in self.__dict__:
            self.writing.set_look()
        if "bar" in self.__dict__:
            self.bar.set_look(*look)
        if self._has_desk:
            self._on_marks()

    def _on_preference(self, name: str, value: object) -> None:
        if name == "projector":
            # nobody wants a class to read his notes
            self._is_hidden = bool(value)
            if self._is_hidden:
                self._on_escape()
            self._window.panel.set_tab_visible(TAB, not self._is_hidden)
            if self._has_desk:
                self._on_marks()
        elif name == "interface_size":
            self._on_look()

    def _on_escape(self) -> bool:
        closed = False
        if "bar" in self.__dict__ and self.bar.isVisible():
            self.bar.hide()
            closed = True
        elif "writing" in self.__dict__ and self.writing.editor.isVisible():
            self.writing.editor.close_editor()
            closed = True
        elif self._leave_caret():
            closed = True
        self._window.page.set_ranges("mark-current", (), _CURRENT)
        return closed

    def _on_closing(self) -> None:
        if self._has_desk:
            if "writing" in self.__dict__:
                self.writing.editor.close_editor()
            self.desk.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and watched is self._window.page:
            return self._is_for_caret(event) and self.caret.on_key(cast(QKeyEvent, event))
        if kind == QEvent.Type.Close and watched is self._window and not self._may_close():
            event.ignore()
            return True
        return False

    def _is_for_caret(self, event: QEvent) -> bool:
        key = cast(QKeyEvent, event).key()
        return (
            key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            or "caret" in self.__dict__
            or (
                bool(cast(QKeyEvent, event).modifiers() & Qt.KeyboardModifier.ShiftModifier)
                and key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
            )
        )

    def _leave_caret(self) -> bool:
        return "caret" in self.__dict__ and self.caret.leave()

    def _may_close(self) -> bool:
        if not self._has_desk:
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

    def _on_trouble(self) -> None:
        marks = self.desk.store
        if marks.trouble is not None:
            if not self._has_told:
                self._window.tell(marks.trouble)
            self._has_told = True
        elif self._has_told:
            self._has_told = False
            self._window.say(
                QCoreApplication.translate("Marks", "All marks are written to the disk now.")
            )
        if not marks.is_kept and not self._has_told_kept:
            from reader.errors import ReaderError

            self._has_told_kept = True
            self._window.tell(ReaderError("marks-not-kept"))

    def _update_actions(self) -> None:
        stack = self.desk.undo_stack if self._has_desk else None
        commands = self._window.commands
        commands.action("undo_mark").setEnabled(stack is not None and stack.canUndo())
        commands.action("redo_mark").setEnabled(stack is not None and stack.canRedo())

    # Drawing

    def _on_marks(self) -> None:
        self._draw()
        self._fill_list()

    def _draw(self) -> None:
        from reader.desk.marks import COLOURS
        from reader.ui.mark_colours import look, note_look
        from reader.ui.mark_drawing import own_signs, spans_by_look

        window = self._window
        placed = self.desk.placed if self._shown and not self._is_hidden else ()
        spans = spans_by_look(placed)
        signs = own_signs(placed, window.theme)
        drawn = (spans, signs, window.theme)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        for colour in COLOURS:
            window.page.set_ranges(
                f"mark-{colour}", spans.get(colour, ()), look(colour, window.theme)
            )
        window.page.set_ranges("mark-note", spans.get("note", ()), note_look())
        window.page.set_own_signs(signs)

    def _fill_list(self) -> None:
        made = self._list
        if made is None:
            return
        everywhere = made.everywhere.isChecked()
        if made.wants_deleted:
            marks = self.desk.deleted()
        else:
            marks = self.desk.everywhere() if everywhere else list(self.desk.placed)
        made.set_marks(marks, with_titles=everywhere or made.wants_deleted)

    # The pointer

    def _on_released(self, point: QPoint) -> None:
        page = self._window.page
        if page.textCursor().hasSelection():
            if self._bar_wanted and not self._is_hidden:
                QTimer.singleShot(0, self._show_bar)
            return
        if not self._has_desk or not self.desk.placed or self._is_hidden or not self._shown:
            return
        sign = page.own_sign_at(point)
        if sign is not None:
            placed = self.desk.placed_of(sign.keys[0])
            if placed is not None:
                self.edit(placed)
        elif page.target_at(point) is None:
            there = [p for p in self.desk.at(page.offset_at(point)) if p.mark.kind != "bookmark"]
            if there:
                self.edit(there[0])

    def _show_bar(self) -> None:
        start, end = self._selection()
        if start < end:
            self.bar.show_beside(*self._rects(start, end))

    def _on_selection(self) -> None:
        if not self._window.page.textCursor().hasSelection():
            self.bar.hide()

    def _on_place(self, _: int) -> None:
        if "bar" in self.__dict__:
            self.bar.hide()

    def _rects(self, start: int, end: int) -> tuple[QRect, QRect]:
        """The lines of ``start`` to ``end`` and where the words on them end, in window pixels."""
        page = self._window.page
        view = page.viewport()

        def in_window(rect: QRect) -> QRect:
            return QRect(view.mapTo(self._window, rect.topLeft()), rect.size())

        target = Target(start, end, end, _NOTHING)
        lines = page.reading_line(target)
        if lines.height() > view.height() * 0.6:
            last = Target(max(start, end - 1), end, end, _NOTHING)
            lines = page.reading_line(last)
        rects = [r for r in page.target_rects(target) if view.rect().intersects(r)]
        word = rects[-1] if rects else lines
        if rects and len(rects) > 1:
            word = QRect(rects[-1].right(), rects[-1].top(), 1, rects[-1].height())
        return in_window(lines.intersected(view.rect())), in_window(word)

    def _fill_context_menu(self, menu: QMenu, offset: int) -> None:
        if self._is_hidden:
            return
        translate = QCoreApplication.translate
        start, end = self._selection()
        if start < end:
            menu.addSeparator()
            colours = QMenu(translate("Marks", "Highlight"), menu)
            self._add_colours(colours)
            menu.addMenu(colours)
            menu.addAction(self._again("write_note", menu))
            menu.addAction(self._again("bookmark", menu))
        there = self.desk.at(offset) if self._has_desk and self._shown and offset >= 0 else []
        if there:
            menu.addSeparator()
            edit = QAction(translate("Marks", "Edit the mark here"), menu)
            edit.triggered.connect(lambda: self.edit(there[0]))
            menu.addAction(edit)
            delete = QAction(translate("Marks", "Delete the mark"), menu)
            delete.triggered.connect(lambda: self.delete([there[0].mark]))
            menu.addAction(delete)

    def _again(self, name: str, menu: QMenu) -> QAction:
        """An entry of ``menu`` that does what the command ``name`` does."""
        command = self._window.commands.action(name)
        action = QAction(command.text(), menu)
        action.setShortcut(command.shortcut())
        action.triggered.connect(command.trigger)
        return action

    def _add_colours(self, menu: QMenu) -> None:
        from reader.desk.marks import COLOURS
        from reader.ui.mark_drawing import swatch_icon
        from reader.ui.mark_words import colour_name

        window = self._window
        for number, colour in enumerate(COLOURS, 1):
            icon = swatch_icon(colour, window.theme, window.devicePixelRatio())
            action = QAction(icon, f"&{number}  {colour_name(colour)}", menu)
            action.triggered.connect(partial(self.highlight, colour))
            menu.addAction(action)

    # What a reader does

    def _selection(self) -> tuple[int, int]:
        """The selected words without the spaces around them; equal offsets if there are none."""
        start, end = self._window.page.selected_offsets()
        text = self._window.knowledge.article.text
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        return start, end

    def _selection_or_place(self) -> tuple[int, int] | None:
        """The selected words, or those at the top of the page; None in a text of spaces."""
        start, end = self._selection()
        if start < end:
            return start, end
        known = self._window.knowledge
        text = known.article.text
        start = self._window.page.first_visible()
        while start < len(text) and (text[start].isspace() or text[start] == "\ufeff"):
            start += 1
        paragraph = known.article.paragraphs[known.article.paragraph_at(start)]
        end = min(paragraph.end, start + _PLACE_LETTERS)
        if end < paragraph.end:
            end = known.breaks.last_between(start, end) or end
        return (start, end) if start < end else None

    def toggle_bookmark(self) -> None:
        """Set a bookmark at the selected words or the top line, or take it away from there."""
        translate = QCoreApplication.translate
        span = self._selection_or_place()
        if span is None:
            return
        there = self.desk.on(*span, "bookmark")
        if there is not None:
            self.delete([there.mark])
        else:
            self._make(translate("Marks", "Bookmark"), self.desk.draft(*span, "bookmark"))

    def ask_colour(self) -> None:
        """Let the reader choose a colour for the selected words."""
        start, end = self._selection()
        if start >= end:
            self._ask_for_words()
            return
        menu = QMenu(self._window)
        self._add_colours(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        lines, word = self._rects(start, end)
        menu.popup(self._window.mapToGlobal(QPoint(word.left(), lines.bottom() + 4)))
        menu.setActiveAction(menu.actions()[0])

    def _ask_for_words(self) -> None:
        self._window.say(
            QCoreApplication.translate(
                "Marks",
                "Select some words first: with the mouse, or with Shift and the arrow keys.",
            )
        )

    def highlight(self, colour: str) -> None:
        """Highlight the selected words; those that are highlighted already change colour."""
        from dataclasses import replace

        from reader.desk.marks import Change

        start, end = self._selection()
        if start >= end:
            self._ask_for_words()
            return
        name = QCoreApplication.translate("Marks", "Highlight")
        there = self.desk.on(start, end, "highlight")
        if there is None:
            self._make(name, self.desk.draft(start, end, "highlight", colour))
        elif there.mark.colour != colour:
            self.desk.do(name, [Change(there.mark, replace(there.mark, colour=colour))])
        self._deselect(end)

    def _make(self, text: str, mark: Mark) -> None:
        from reader.desk.marks import Change

        self._show_again()
        self.desk.do(text, [Change(None, mark)])

    def _show_again(self) -> None:
        """Who makes a mark wants to see it."""
        if not self._shown:
            self.toggle_shown()

    def _deselect(self, at: int) -> None:
        self._leave_caret()
        self._window.page.select_offsets(at, at)
        if "bar" in self.__dict__:
            self.bar.hide()

    def write_note(self) -> None:
        """Open the editor for a note on the selected words, or on those at the top."""
        span = self._selection_or_place()
        if span is None:
            return
        there = self.desk.on(*span, "highlight") or self.desk.on(*span, "note")
        self._deselect(span[1])
        if there is not None:
            self.edit(there)
            return
        self._show_again()
        mark = self.desk.draft(*span, "note")
        self.writing.open(mark, *self._rects(*span), is_draft=True)

    def edit_here(self) -> None:
        """Open the editor for the mark at the selection or caret, or the first one in view."""
        page = self._window.page
        start, _ = page.selected_offsets()
        there = self.desk.at(start)
        if not there:
            first, last = page.first_visible(), page.last_visible()
            there = [p for p in self.desk.placed if p.found and first <= p.start <= last]
        if there:
            self.edit(there[0])
        else:
            self._window.say(
                QCoreApplication.translate("Marks", "There is no mark of yours in view.")
            )

    def edit(self, placed: Placed) -> None:
        """Open the editor for a mark."""
        page = self._window.page
        here = self.desk.placed_of(placed.mark.id)
        if here is None or here.found is None:
            # words that are not there have no place: the editor stands at the top of the page
            top = page.first_visible()
            self.writing.open(placed.mark, *self._rects(top, top + 1), is_draft=False)
            return
        page.bring_into_view(here.start)
        self.writing.open(here.mark, *self._rects(here.start, here.end), is_draft=False)

    def delete(self, marks: list[Mark]) -> None:
        """Delete marks; a line above the text offers them back."""
        from reader.ui.mark_files import undo_if_last

        translate = QCoreApplication.translate
        self.desk.delete(translate("Marks", "Delete"), marks)
        undo: Callable[[], object] = partial(undo_if_last, self.desk, self.desk.undo_stack.index())
        self._window.say(translate("Marks", "The mark was deleted."),
                         translate("Marks", "Undo"), undo)  # fmt: skip

    def _restore(self, placed: Placed) -> None:
        self.desk.restore(QCoreApplication.translate("Marks", "Have it back"), [placed.mark])
        self._fill_list()

    def undo(self) -> None:
        """Take back what was last done with marks."""
        if self._has_desk:
            self._on_escape()
            self.desk.undo_stack.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._has_desk:
            self._on_escape()
            self.desk.undo_stack.redo()

    def go_to(self, placed: Placed) -> None:
        """Go to the words of a mark, with a way back."""
        window = self._window
        here = self.desk.placed_of(placed.mark.id)
        translate = QCoreApplication.translate
        if here is None:
            if not self._open_text_of(placed.mark):
                title = placed.mark.title
                said = translate("Marks", "This mark is on “{title}”. Open that text first.")
                window.say(said.replace("{title}", title))
                return
            here = self.desk.placed_of(placed.mark.id)
        if here is None or here.found is None:
            window.say(
                translate("Marks", "The words of this mark are no longer in the text. It is kept.")
            )
            return
        window.go_to(here.start)
        window.page.bring_into_view(here.start)
        window.page.set_ranges("mark-current", [(here.start, here.end)], _CURRENT)

    def _open_text_of(self, mark: Mark) -> bool:
        from reader import resources

        if mark.article != resources.article_folder().name:
            return False
        self._window.open_entry()
        return True

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) mark, round at the ends."""
        placed = [p for p in self.desk.placed if p.found]
        if not placed:
            self._window.say(QCoreApplication.translate("Marks", "No marks on this text yet."))
            return
        page = self._window.page
        current = page.layers.ranges("mark-current")
        here = page.offset_of(current[0][0]) if current else page.first_visible()
        if step > 0:
            after = [p for p in placed if p.start > here or (not current and p.start == here)]
            target = after[0] if after else placed[0]
        else:
            before = [p for p in placed if p.start < here]
            target = before[-1] if before else placed[-1]
        self.go_to(target)

    def show_list(self) -> None:
        """Bring the list of marks to the front."""
        window = self._window
        if not window.panel_is_shown():
            window.toggle_panel()
        window.panel.show_tab(TAB).setFocus()

    def toggle_bar(self) -> None:
        """Whether colours appear beside words selected with the mouse."""
        self._bar_wanted = not self._bar_wanted
        self._window.store.put("mark_bar", self._bar_wanted)
        self._window.commands.action("mark_bar").setChecked(self._bar_wanted)

    def toggle_shown(self) -> None:
        """Show or hide all marks on the page."""
        self._shown = not self._shown
        self._window.store.put("marks_shown", self._shown)
        self._window.commands.action("show_marks").setChecked(self._shown)
        if self._has_desk:
            self._on_marks()
