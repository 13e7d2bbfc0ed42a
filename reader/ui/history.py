"""Where the reader has been: back and forward."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from reader.ui.subject import Subject


class Pasted(NamedTuple):
    """Words that stand in no file."""

    text: str
    title: str


Source = Path | str | Pasted
"""Where a text can be had again: its file, the id of its package, or itself."""


class Stop(NamedTuple):
    """A state to come back to: what the open card is about (None: no card) and the first line.

    source: of the text; None for one that cannot be had again once it is left.
    """

    subject: Subject | None
    offset: int
    source: Source | None = None


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
        return self._step(self._back, self._forward, present)

    def forward(self, present: Stop) -> Stop | None:
        """The stop left by going back, or None."""
        return self._step(self._forward, self._back, present)

    @staticmethod
    def _step(ahead: list[Stop], behind: list[Stop], present: Stop) -> Stop | None:
        if not ahead:
            return None
        behind.append(present)
        return ahead.pop()

    def stay(self, present: Stop) -> None:
        """The last step led nowhere: the reader is still at ``present``."""
        for stops in (self._back, self._forward):
            if stops and stops[-1] is present:
                stops.pop()

    @property
    def can_go_back(self) -> bool:
        """Whether there is a stop before."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a stop after."""
        return bool(self._forward)

    def clear(self) -> None:
        """Forget everything."""
        self._back.clear()
        self._forward.clear()
