"""How far something has come that takes longer than a second, and the way out of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from reader.export.options import Cancelled

_SHOWN_AFTER_MS = 1000


class Progress:
    """To be given as ``Options.tick``. Raises Cancelled once the reader has had enough."""

    def __init__(self, parent: QWidget, text: str) -> None:
        cancel = QCoreApplication.translate("TakeAlong", "Cancel")
        self._is_stopped = False
        self.dialog = QProgressDialog(text, cancel, 0, 100, parent)
        self.dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog.setMinimumDuration(_SHOWN_AFTER_MS)
        self.dialog.setAutoClose(False)
        self.dialog.setAutoReset(False)
        self.dialog.setWindowTitle(parent.windowTitle())
        self.dialog.setValue(0)

    def __call__(self, done: float) -> None:
        """``done``: 0 to 1."""
        self.dialog.setValue(max(self.dialog.value(), round(done * 100)))
        QApplication.processEvents()
        if self._is_stopped or self.dialog.wasCanceled():
            raise Cancelled

    def stop(self) -> None:
        """Have the next call raise Cancelled, also while no progress is shown yet."""
        self._is_stopped = True

    def close(self) -> None:
        """It is over, one way or the other."""
        self.dialog.close()
        self.dialog.deleteLater()
