"""Where selected or marked words stand in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from reader.ui.subject import Subject
from reader.ui.targets import Target

if TYPE_CHECKING:
    from reader.ui.window import Window

_NOTHING = Subject("", "")


def selected_words(window: Window) -> tuple[int, int]:
    """The selected words without the spaces around them; equal offsets if there are none."""
    start, end = window.page.selected_offsets()
    text = window.knowledge.article.text
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def rects_of(window: Window, start: int, end: int) -> tuple[QRect, QRect]:
    """The lines of ``start`` to ``end`` and where the words on them end, in window pixels."""
    page = window.page
    view = page.viewport()

    def in_window(rect: QRect) -> QRect:
        return QRect(view.mapTo(window, rect.topLeft()), rect.size())

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
