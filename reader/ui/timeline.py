"""The timeline as a command of the window: opened with F5, built then, remembered when open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

if TYPE_CHECKING:
    from reader.ui.timeline_links import TimelineLinks
    from reader.ui.window import Window

_OPEN, _HEIGHT = "timeline", "timeline_height"  # what the store keeps
_AFTER_START_MS = 120


class Timeline(QObject):
    """The strip below the text and its ties to page and map, once it has been asked for."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._links: TimelineLinks | None = None
        window.commands.add(
            "view",
            "timeline",
            lambda: QCoreApplication.translate("Timeline", "Timeline"),
            self.toggle,
            "F5",
            checkable=True,
        )
        window.knowledge_changed.connect(self._on_knowledge)
        if window.store.get(_OPEN, False):
            # the text comes first
            QTimer.singleShot(_AFTER_START_MS, self, self.open)

    @property
    def is_open(self) -> bool:
        """Whether the strip is to be seen."""
        return self._links is not None and self._links.is_open

    @property
    def links(self) -> TimelineLinks:
        """The strip and its ties; made when first asked for."""
        if self._links is None:
            from reader.ui.timeline_links import TimelineLinks

            self._links = TimelineLinks(self._window, self)
            self._links.strip.closed.connect(self.close)
            self._links.strip.height_chosen.connect(self._set_height)
        return self._links

    def toggle(self) -> None:
        """Open the strip or close it."""
        if self.is_open:
            self.close()
        else:
            self.open(focus=True)

    def open(self, *, focus: bool = False) -> None:
        """Show the strip; focus: with the keyboard on it."""
        window = self._window
        if not window.knowledge.details.events:
            window.commands.action("timeline").setChecked(False)
            if focus:
                window.say(
                    lambda: QCoreApplication.translate("Timeline", "This text has no timeline.")
                )
            return
        self.links.open()
        self._set_height(int(str(window.store.get(_HEIGHT, 0))))
        window.store.put(_OPEN, True)
        window.commands.action("timeline").setChecked(True)
        if focus:
            self.links.strip.list.setFocus()

    def close(self) -> None:
        """Hide the strip; page and map are as without it."""
        if self._links is not None:
            self._links.close()
        self._window.store.put(_OPEN, False)
        self._window.commands.action("timeline").setChecked(False)
        self._window.page.setFocus()

    def _set_height(self, pixels: int) -> None:
        from reader.ui.timeline_strip import LOWEST, USUAL, USUAL_SIZE

        window = self._window
        most = max(LOWEST, round(window.height() * 0.7))
        usual = min(round(USUAL * window.interface_size / USUAL_SIZE), most)
        height = min(max(pixels or usual, LOWEST), most)
        self.links.strip.setFixedHeight(height)
        if pixels:
            self._window.store.put(_HEIGHT, height)

    def _on_knowledge(self, knowledge: object) -> None:
        if self.is_open:
            if self._window.knowledge.details.events:
                self.links.show_knowledge()
            else:
                self.links.close()
                self._window.commands.action("timeline").setChecked(False)
