"""What the pointer rests on: a word answers only when the pointer itself has come to it.

Text that scrolls, lines that move and windows that open bring words under a pointer that stands
still, and Qt then reports a movement that was none. Where the pointer was at that moment is kept,
and a report from the same place is not heard.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor

DWELL_MS = 400


class PointerRest(QObject):
    """Follows the pointer over things of any kind.

    A thing is ``entered``, ``rested`` on once the pointer has been there for 400 ms, and ``left``.
    """

    entered = Signal(object)
    rested = Signal(object)
    left = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thing: object = None
        self._at = QPoint(-1, -1)
        self._stands_at: tuple[QPoint, ...] = ()
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setTimerType(Qt.TimerType.PreciseTimer)
        self._dwell.setInterval(DWELL_MS)
        self._dwell.timeout.connect(lambda: self.rested.emit(self._thing))

    @property
    def position(self) -> QPoint:
        """Where the pointer was last reported, in global pixels."""
        return self._at

    def set_dwell(self, milliseconds: int) -> None:
        """How long the pointer has to stay before it counts as resting."""
        self._dwell.setInterval(milliseconds)

    def move(self, where: QPoint, thing: object) -> None:
        """The pointer is reported at ``where`` (global pixels), on ``thing``, None for nothing."""
        stands = where in self._stands_at
        self._at = where
        self._stands_at = (where,)
        if not stands and thing != self._thing:
            self.leave()
            if thing is not None:
                self._thing = thing
                self._dwell.start()
                self.entered.emit(thing)

    def leave(self) -> None:
        """The pointer is on nothing any more."""
        self._dwell.stop()
        if self._thing is not None:
            self._thing = None
            self.left.emit()

    def stand(self) -> None:
        """Whatever is under the pointer now has come to it by itself."""
        self._stands_at = (self._at, QCursor.pos())
