"""What a reader does with marks: makes, colours and deletes them, and goes from one to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtWidgets import QMenu

from reader import resources
from reader.desk.marks import Change, Mark
from reader.ui.mark_desk import Placed
from reader.ui.mark_drawing import add_colours
from reader.ui.mark_files import undo_if_last
from reader.ui.mark_places import rects_of, selected_words
from reader.ui.mark_words import mark_name
from reader.ui.marks import CURRENT

if TYPE_CHECKING:
    from reader.ui.marks import OwnMarks
    from reader.ui.window import Window

_PLACE_LETTERS = 48  # of the words that a bookmark without a selection holds on to


class MarkDeeds(QObject):
    """The deeds of one window; every one of them can be undone."""

    def __init__(self, window: Window, marks: OwnMarks) -> None:
        super().__init__(window)
        self._window = window
        self._marks = marks
        self._desk = marks.desk

    def _selection_or_place(self) -> tuple[int, int] | None:
        """The selected words, or those at the top of the page; None in a text of spaces."""
        start, end = selected_words(self._window)
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
        there = self._bookmarks_on(*span)
        if there:
            self.delete(there)
        else:
            self._make(translate("Marks", "Bookmark"), self._desk.draft(*span, "bookmark"))

    def _bookmarks_on(self, start: int, end: int) -> list[Mark]:
        """Those on any of these words: lines may have begun elsewhere when they were set."""
        return [
            p.mark
            for p in self._desk.placed
            if p.mark.kind == "bookmark" and p.found and p.start < end and start < p.end
        ]

    def ask_colour(self) -> None:
        """Let the reader choose a colour for the selected words."""
        start, end = selected_words(self._window)
        if start >= end:
            self._ask_for_words()
            return
        menu = QMenu(self._window)
        add_colours(menu, self._window, self.highlight)
        menu.aboutToHide.connect(menu.deleteLater)
        lines, word = rects_of(self._window, start, end)
        menu.popup(self._window.mapToGlobal(QPoint(word.left(), lines.bottom() + 4)))
        menu.setActiveAction(menu.actions()[0])

    def _ask_for_words(self) -> None:
        self._window.say(
            lambda: QCoreApplication.translate(
                "Marks",
                "Select some words first: with the mouse, or with Shift and the arrow keys.",
            )
        )

    def highlight(self, colour: str) -> None:
        """Highlight the selected words; those that are highlighted already change colour."""
        start, end = selected_words(self._window)
        if start >= end:
            self._ask_for_words()
            return
        name = QCoreApplication.translate("Marks", "Highlight")
        there = self._desk.on(start, end, "highlight")
        if there is None:
            self._make(name, self._desk.draft(start, end, "highlight", colour))
        elif there.mark.colour != colour:
            self._desk.do(name, [Change(there.mark, replace(there.mark, colour=colour))])
        self._deselect(end)

    def _announce(self, text: str) -> None:
        """Tell a screen reader, which sees no colours, what was done."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if QAccessible.isActive():
            page = self._window.page
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(page, text))

    def _make(self, text: str, mark: Mark) -> None:
        self._marks.show_again()
        self._desk.do(text, [Change(None, mark)])
        self._announce(f"{mark_name(mark)}: {mark.words[:_PLACE_LETTERS]}")

    def _deselect(self, at: int) -> None:
        self._marks.leave_caret()
        self._window.page.select_offsets(at, at)
        self._marks.hide_bar()

    def write_note(self) -> None:
        """Open the editor for a note on the selected words, or on those at the top."""
        span = self._selection_or_place()
        if span is None:
            return
        there = self._desk.on(*span, "highlight") or self._desk.on(*span, "note")
        self._deselect(span[1])
        if there is not None:
            self.edit(there)
            return
        self._marks.show_again()
        mark = self._desk.draft(*span, "note")
        self._marks.writing.open(mark, *rects_of(self._window, *span), is_draft=True)

    def edit_here(self) -> None:
        """Open the editor for the mark at the selection or caret, or the first one in view."""
        page = self._window.page
        start, _ = page.selected_offsets()
        there = self._desk.at(start)
        if not there:
            first, last = page.first_visible(), page.last_visible()
            there = [p for p in self._desk.placed if p.found and first <= p.start <= last]
        if there:
            self.edit(there[0])
        else:
            self._window.say(
                lambda: QCoreApplication.translate("Marks", "There is no mark of yours in view.")
            )

    def edit(self, placed: Placed) -> None:
        """Open the editor for a mark."""
        page = self._window.page
        here = self._desk.placed_of(placed.mark.id)
        if here is None or here.found is None:
            # words that are not there have no place: the editor stands at the top of the page
            top = page.first_visible()
            self._marks.writing.open(
                placed.mark, *rects_of(self._window, top, top + 1), is_draft=False
            )
            return
        self._window.uncover()
        page.bring_into_view(here.start)
        self._marks.writing.open(
            here.mark, *rects_of(self._window, here.start, here.end), is_draft=False
        )

    def delete(self, marks: list[Mark]) -> None:
        """Delete marks; a line above the text offers them back."""
        translate = QCoreApplication.translate
        self._desk.delete(translate("Marks", "Delete"), marks)
        undo: Callable[[], object] = partial(
            undo_if_last, self._desk, self._desk.undo_stack.index()
        )
        self._window.say(
            lambda: translate("Marks", "The mark was deleted."),
            lambda: translate("Marks", "Undo"),
            undo,
        )

    def restore(self, placed: Placed) -> None:
        self._desk.restore(QCoreApplication.translate("Marks", "Have it back"), [placed.mark])
        self._marks.view.fill_list()

    def undo(self) -> None:
        """Take back what was last done with marks."""
        self._marks.close_something()
        self._desk.undo_stack.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._marks.close_something()
        self._desk.undo_stack.redo()

    def go_to(self, placed: Placed) -> None:
        """Go to the words of a mark, with a way back."""
        window = self._window
        here = self._desk.placed_of(placed.mark.id)
        translate = QCoreApplication.translate
        if here is None:
            if not self._open_text_of(placed.mark):
                title = placed.mark.title

                def said() -> str:
                    text = translate("Marks", "This mark is on “{title}”. Open that text first.")
                    return text.replace("{title}", title)

                window.say(said)
                return
            here = self._desk.placed_of(placed.mark.id)
        if here is None or here.found is None:
            window.say(
                lambda: translate(
                    "Marks", "The words of this mark are no longer in the text. It is kept."
                )
            )
            return
        window.go_to(here.start)
        window.page.bring_into_view(here.start)
        window.page.set_ranges("mark-current", [(here.start, here.end)], CURRENT)

    def _open_text_of(self, mark: Mark) -> bool:
        """Open the text that ``mark`` was made in, if the reader's library has it."""
        opening = self._window.opening
        shelf = opening.library.shelf
        known = {package.id for package in shelf.packages()} if shelf is not None else set()
        if mark.article not in known | {resources.article_folder().name}:
            return False
        return opening.open_package(mark.article)

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) mark, round at the ends."""
        placed = [p for p in self._desk.placed if p.found]
        if not placed:
            self._window.say(
                lambda: QCoreApplication.translate("Marks", "No marks on this text yet.")
            )
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
