"""Writing in a mark: what happens between opening its editor and closing it.

Every letter is kept as it is typed. What was changed until the editor closes is one deed that can
be undone. A mark nobody has written in or coloured is not kept at all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRect, Signal

from reader.desk.marks import Change, Mark
from reader.ui.mark_desk import MarkDesk
from reader.ui.mark_editor import MarkEditor

if TYPE_CHECKING:
    from reader.ui.window import Window


class MarkWriting(QObject):
    """The editor of marks in one window. ``delete_asked``: of the mark that was open."""

    delete_asked = Signal(object)

    def __init__(self, window: Window, desk: MarkDesk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._mark: Mark | None = None  # as it is kept, or a draft that is not
        self._before: Mark | None = None
        self._is_kept = False
        self._is_saving = False
        self.editor = MarkEditor(window.theme, window)
        self.editor.note_changed.connect(self._write)
        self.editor.colour_chosen.connect(self._colour)
        self.editor.delete_asked.connect(self._delete)
        self.editor.closed.connect(self._on_closed)
        desk.changed.connect(self._take_up)
        self.set_look()

    def set_look(self) -> None:
        """Take on theme, type size and language of the window."""
        window = self._window
        self.editor.set_look(window.theme, window.interface_size, window.language)

    def open(self, mark: Mark, line: QRect, word: QRect, *, is_draft: bool) -> None:
        """Edit ``mark``, whose words stand at ``word`` on ``line`` (pixels of the window)."""
        self.editor.close_editor()
        self._mark, self._before = mark, None if is_draft else mark
        self._is_kept = not is_draft
        self.editor.show_mark(mark, line, word, self._window.interface_size)
        self.editor.setFocus()

    @property
    def mark(self) -> Mark | None:
        """The mark that is being written in."""
        return self._mark

    def _write(self, note: str) -> None:
        if self._mark is not None:
            # half of a pair, as some keyboards hand over for a moment, cannot be kept
            self._save(replace(self._mark, note=note.encode("utf-8", "ignore").decode()))

    def _colour(self, colour: str) -> None:
        if self._mark is not None:
            self._save(replace(self._mark, kind="highlight", colour=colour))

    def _save(self, wanted: Mark) -> None:
        before = self._mark if self._is_kept else None
        if before == wanted or (not self._is_kept and not (wanted.note or wanted.colour)):
            self._mark = wanted
            self.editor.take_up(wanted)
            return
        self._is_saving = True
        (self._mark,) = self._desk.keep([Change(before, wanted)])
        self._is_saving = False
        self._is_kept = True
        self.editor.take_up(self._mark)

    def _take_up(self) -> None:
        """Another window may have changed the mark."""
        if self._mark is None or self._is_saving or not self._is_kept:
            return
        there = self._desk.placed_of(self._mark.id)
        if there is not None and there.mark.revision != self._mark.revision:
            self._mark = there.mark
            self.editor.take_up(there.mark)

    def _delete(self) -> None:
        mark, is_kept = self._mark, self._is_kept
        self.editor.close_editor()
        if mark is not None and is_kept:
            self.delete_asked.emit(mark)

    def _on_closed(self) -> None:
        mark, before, is_kept = self._mark, self._before, self._is_kept
        self._mark = self._before = None
        translate = QCoreApplication.translate
        if mark is not None and is_kept:
            self._desk.store.settle()
            if mark.kind == "note" and not mark.note.strip():
                self._desk.delete(translate("Marks", "Delete"), [mark])
            elif before is None or replace(before, revision=0, changed="") != replace(
                mark, revision=0, changed=""
            ):
                self._desk.did(translate("Marks", "Write a note"), before, mark)
        if self._window.isVisible():
            self._window.page.setFocus()
