"""The reader's own notes, as something to search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.ui.search_source import OwnPassages

if TYPE_CHECKING:
    from reader.ui.window import Window

OWN = "own"


def own_notes(window: Window) -> OwnPassages:
    """The notes on the open text; none while others look on."""

    def passages() -> Iterator[tuple[str, str, str]]:
        article = window.knowledge.article
        if window.marks.is_hidden or not window.store.has_marks(article.id, article.sha256):
            return
        for placed in window.marks.desk.placed:
            if placed.mark.note:
                yield placed.mark.id, placed.mark.words, placed.mark.note

    def open_(key: str) -> None:
        for placed in window.marks.desk.placed:
            if placed.mark.id == key:
                window.marks.deeds.go_to(placed)
                return

    return OwnPassages(
        lambda: QCoreApplication.translate("SearchResults", "In your notes"), passages, open_
    )
