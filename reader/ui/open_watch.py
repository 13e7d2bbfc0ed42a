"""A watch over the open file: when it changes or goes, the reader is told and keeps his text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer

from reader.text.display import shown_name

if TYPE_CHECKING:
    from reader.ui.window import Window

_SETTLED_MS = 400  # programs write a file in several steps
_State = tuple[int, int, int] | None


class FileWatch(QObject):
    """Watches one file at a time; ``reload`` is what the line's button does."""

    def __init__(self, window: Window, reload: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._reload = reload
        self._path: Path | None = None
        self._state: _State = None
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED_MS)
        self._timer.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._timer.start)
        self._watcher.directoryChanged.connect(self._timer.start)

    def look_at(self, path: Path | None) -> None:
        """Watch ``path`` from now on; None: nothing."""
        self._timer.stop()
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self._path = path
        self._state = self._state_now()
        if path is not None:
            # the folder too: many programs put a new file in the place of the old one
            self._watcher.addPaths([str(path), str(path.parent)])

    def _state_now(self) -> _State:
        try:
            found = self._path.stat() if self._path is not None else None
        except OSError:
            return None
        return (found.st_mtime_ns, found.st_size, found.st_ino) if found else None

    def _look(self) -> None:
        state = self._state_now()
        if self._path is None or state == self._state:
            return
        self._state = state
        translate = QCoreApplication.translate
        name = shown_name(self._path.name, 80)
        if state is None:
            self._window.say(
                lambda: translate(
                    "Opening",
                    "The file “{name}” was moved or deleted. "
                    "Its text stays until you open another.",
                ).replace("{name}", name)
            )
            return
        if str(self._path) not in self._watcher.files():
            self._watcher.addPath(str(self._path))
        self._window.say(
            lambda: translate(
                "Opening", "The file “{name}” has changed. You still see it as it was."
            ).replace("{name}", name),
            lambda: translate("Opening", "Load it again"),
            self._reload,
        )
