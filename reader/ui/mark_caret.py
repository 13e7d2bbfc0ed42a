"""Choosing words with the keyboard: a caret that comes with Left or Right and goes with Esc.

Left and Right go by words, with Ctrl by letters; with Shift they select. While the caret is there,
Up and Down move it by lines. Without it the keys of the page are as ever.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from reader.content.knowledge import Knowledge
from reader.text.line_rules import NO_BREAKS
from reader.ui.page import Page

_READING = Qt.TextInteractionFlag.TextBrowserInteraction
_CARET = _READING | Qt.TextInteractionFlag.TextSelectableByKeyboard
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UPRIGHT = {
    Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
    Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
}
_EDGES = {
    Qt.Key.Key_Home: QTextCursor.MoveOperation.StartOfLine,
    Qt.Key.Key_End: QTextCursor.MoveOperation.EndOfLine,
}


class MarkCaret(QObject):
    """The caret of one page."""

    def __init__(self, page: Page, knowledge: Callable[[], Knowledge]) -> None:
        super().__init__(page)
        self._page = page
        self._knowledge = knowledge
        self._known: Knowledge | None = None
        self._edges: list[int] = []
        self._anchor = 0
        self._at = 0

    def _words(self) -> list[int]:
        """Where words begin or end."""
        knowledge = self._knowledge()
        if knowledge is self._known:
            return self._edges
        self._known = knowledge
        article = knowledge.article
        edges = {0, article.length}
        edges.update(offset for span in article.paragraphs for offset in span)
        if knowledge.breaks != NO_BREAKS:
            for level in knowledge.breaks:
                edges.update(level)
        self._edges = sorted(edges)
        return self._edges

    @property
    def is_shown(self) -> bool:
        """Whether there is a caret."""
        return bool(
            self._page.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def leave(self) -> bool:
        """Take the caret away; whether there was one."""
        was_shown = self.is_shown
        if was_shown:
            self._page.setTextInteractionFlags(_READING)
        return was_shown

    def on_key(self, event: QKeyEvent) -> bool:
        """Do what a key does on the page; whether it is one of the caret's."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if modifiers & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier):
            return False
        key = Qt.Key(event.key())
        if key in _SIDEWAYS:
            self._begin()
            self._go(self._beside(_SIDEWAYS[key], by_letter=ctrl), select=shift)
            return True
        if ctrl or not (shift or self.is_shown):
            return False
        operation = _UPRIGHT.get(key) or _EDGES.get(key)
        if operation is None:
            return False
        self._begin()
        self._move(operation, select=shift)
        return True

    def _begin(self) -> None:
        """The caret comes where words are selected, or else at the first line in view."""
        page = self._page
        start, end = page.selected_offsets()
        if self.is_shown and {start, end} == {self._anchor, self._at}:
            return
        if start == end and not (self.is_shown and page.first_visible() <= start):
            link = page.focused_link
            start = end = link.start if link is not None else page.first_visible()
            page.leave_link()
            page.setFocus()
        self._anchor, self._at = start, end
        if not self.is_shown:
            page.setTextInteractionFlags(_CARET)
        page.select_offsets(start, end)

    def _beside(self, step: int, *, by_letter: bool) -> int:
        words = self._words()
        if by_letter or len(words) < 3:
            cursor = QTextCursor(self._page.textCursor())
            move = QTextCursor.MoveOperation
            cursor.movePosition(move.NextCharacter if step > 0 else move.PreviousCharacter)
            return self._offset_after(cursor)
        if step > 0:
            return words[min(bisect_right(words, self._at), len(words) - 1)]
        return words[max(0, bisect_left(words, self._at) - 1)]

    def _move(self, operation: QTextCursor.MoveOperation, *, select: bool) -> None:
        cursor = QTextCursor(self._page.textCursor())
        cursor.movePosition(operation)
        self._go(self._offset_after(cursor), select=select)

    def _offset_after(self, cursor: QTextCursor) -> int:
        """The offset at which ``cursor`` stands."""
        return self._page.offset_of(cursor.position())

    def _go(self, offset: int, *, select: bool) -> None:
        self._at = offset
        if not select:
            self._anchor = offset
        self._page.select_offsets(self._anchor, self._at)
        self._page.bring_into_view(self._at)
