"""Where the reader has been: back and forward."""

from __future__ import annotations

from typing import NamedTuple

from reader.ui.subject import Subject


class Stop(NamedTuple):
    """A state to come back to: what the open card is about (None: no card) and the first line."""

    subject: Subject | None
    offset: int


class History:
    """Stops before and after the present one; a new departure forgets those after."""

    def __init__(self) -> None:
        self._back: list[Stop] = []
        self._forward: list[Stop] = []

    def depart(self, present: Stop) -> None:
        """The reader leaves ``present`` for somewhere new."""
        if not self._back or self._back[-1] != present:
            self._back.append(present)
        self._forward.clear()

    def back(self, present: Stop) -> Stop | None:
        """The stop before ``present``, or None."""
        if not self._back:
            return None
        self._forward.append(present)
        return self._back.pop()

    def forward(self, present: Stop) -> Stop | None:
        """The stop left by going back, or None."""
        if not self._forward:
            return None
        self._back.append(present)
        return self._forward.pop()

    @property
    def can_go_back(self) -> bool:
        """Whether there is a stop before."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a stop after."""
        return bool(self._forward)

    def clear(self) -> None:
        """Forget everything, as for another text."""
        self._back.clear()
        self._forward.clear()
