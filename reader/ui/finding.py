"""Finding words in the open text: the find bar, its hits on the page, and the way through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reader.text.find import Finder
from reader.ui.history import Stop
from reader.ui.ranges import Look

if TYPE_CHECKING:
    from reader.content.knowledge import Knowledge
    from reader.ui.window import Window

_HIT = Look(ground="hit")
_HIT_CURRENT = Look(ground="hit_current", bar="accent")


class Finding(QObject):
    """What the find bar does in its window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._finder = Finder("")
        self._hits: list[tuple[int, int]] = []
        self._hit = -1
        self._before: Stop | None = None
        bar = window.find_bar
        bar.typed.connect(self._find)
        bar.stepped.connect(self.step)
        bar.closed.connect(self._on_closed)
        window.knowledge_changed.connect(self._on_knowledge)
        translate = QCoreApplication.translate
        add = window.commands.add
        add("edit", "find", lambda: translate("Window", "Find…"), self.open, "Ctrl+F")
        add(
            "edit", "find_next", lambda: translate("Window", "Find next"),
            lambda: self.step(1), "F3",
        )  # fmt: skip
        add(
            "edit", "find_previous", lambda: translate("Window", "Find previous"),
            lambda: self.step(-1), "Shift+F3",
        )  # fmt: skip

    def _on_knowledge(self, knowledge: Knowledge) -> None:
        self._finder = Finder(knowledge.article.text)

    def open(self) -> None:
        """Show the find bar, with the selected words if some are selected."""
        window = self._window
        if not window.find_bar.isVisible():
            self._before = window.present()
        selected = window.page.selected_text()
        window.find_bar.open_bar(selected if selected and "\n" not in selected else "")

    def _find(self, words: str) -> None:
        page = self._window.page
        self._hits = [(start, end) for start, end in self._finder.find(words)]
        self._hit = -1
        if self._hits:
            start = self._before.offset if self._before else page.first_visible()
            self._hit = next((i for i, hit in enumerate(self._hits) if hit[0] >= start), 0)
            page.bring_into_view(self._hits[self._hit][0])
        self._mark_hits()

    def _mark_hits(self) -> None:
        window = self._window
        window.page.set_ranges("hits", self._hits, _HIT)
        current = self._hits[self._hit : self._hit + 1] if self._hit >= 0 else []
        window.page.set_ranges("hit-current", current, _HIT_CURRENT)
        window.find_bar.set_place(self._hit + 1, len(self._hits))

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit, round at the ends."""
        if not self._window.find_bar.isVisible():
            self.open()
            return
        if self._hits:
            self._hit = (self._hit + step) % len(self._hits)
            self._mark_hits()
            self._window.page.bring_into_view(self._hits[self._hit][0])

    def _on_closed(self) -> None:
        self._hits, self._hit = [], -1
        self._mark_hits()
        before, self._before = self._before, None
        self._window.page.setFocus()
        if before is not None:
            self._window.page.show_first(before.offset)
