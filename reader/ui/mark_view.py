"""The reader's marks as they are seen: drawn on the page, and in the list of the side panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.desk.marks import COLOURS
from reader.ui.mark_colours import look, note_look
from reader.ui.mark_drawing import own_signs, spans_by_look
from reader.ui.mark_list import MarkList
from reader.ui.mark_words import mark_name
from reader.ui.thai_text import Paragraph, Piece

if TYPE_CHECKING:
    from reader.ui.marks import OwnMarks
    from reader.ui.window import Window


class MarkView(QObject):
    """Page and list of one window."""

    def __init__(self, window: Window, marks: OwnMarks) -> None:
        super().__init__(window)
        self._window = window
        self._marks = marks
        self._list: MarkList | None = None
        self._drawn: object = None

    def make_list(self) -> MarkList:
        """The side tab."""
        made = self._list = MarkList(self._window.theme)
        deeds = self._marks.deeds
        made.chosen.connect(deeds.go_to)
        made.edit_asked.connect(deeds.edit)
        made.delete_asked.connect(lambda placed: deeds.delete([placed.mark]))
        made.restore_asked.connect(deeds.restore)
        made.source_changed.connect(self.fill_list)
        self.set_look()
        self.fill_list()
        return made

    def set_look(self) -> None:
        """Take on theme, type size and language of the window."""
        window = self._window
        if self._list is not None:
            self._list.set_look(window.theme, window.interface_size, window.language)

    def forget(self) -> None:
        """Another text is open: nothing is drawn on it yet."""
        self._drawn = None

    def draw(self) -> None:
        """Draw on the page what has changed."""
        window = self._window
        placed = self._marks.desk.placed if self._marks.is_seen else ()
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

    def fill_list(self) -> None:
        """List what the reader wants to see listed."""
        made = self._list
        if made is None:
            return
        everywhere = made.everywhere.isChecked()
        if made.wants_deleted:
            marks = self._marks.desk.deleted()
        else:
            marks = self._marks.desk.everywhere() if everywhere else list(self._marks.desk.placed)
        made.set_marks(marks, with_titles=everywhere or made.wants_deleted)

    def card(self, mark_id: str) -> list[Paragraph]:
        """What the pointer is told of a mark: its kind, and its note or else its words."""
        placed = self._marks.desk.placed_of(mark_id)
        if placed is None:
            return []
        mark = placed.mark
        told = mark.note.strip() or mark.words
        head = Paragraph((Piece(mark_name(mark), ink="muted"),), size=0.88)
        return [head, *(Paragraph((Piece(line),), above=0.2) for line in told.splitlines())]
