"""Keys that come before the features of the window are made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject


class FirstKeys(QObject):
    """Has the features made when a key comes that may be one of theirs, until they are."""

    def __init__(self, watched: QObject, complete: Callable[[], object]) -> None:
        super().__init__(watched)
        self._complete = complete
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            self._complete()
        return False
