"""Offsets of a text and of what became of it by edits, both ways."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable


class OffsetMap:
    """The map of one text to another, made of edits in order that do not overlap.

    Each edit is (start, end, length): the code points ``start`` to ``end`` (exclusive) became
    ``length`` others. Both directions never go back as offsets go on.
    """

    def __init__(self, edits: Iterable[tuple[int, int, int]] = ()) -> None:
        self._starts = array("Q", [0])
        self._ends = array("Q", [0])
        self._new_starts = array("Q", [0])
        self._new_ends = array("Q", [0])
        for start, end, length in edits:
            new = self._new_ends[-1] + start - self._ends[-1]
            self._starts.append(start)
            self._ends.append(end)
            self._new_starts.append(new)
            self._new_ends.append(new + length)

    @property
    def edits(self) -> int:
        """How many there are."""
        return len(self._starts) - 1

    def forward(self, offset: int) -> int:
        """Where ``offset`` of the first text lies in the second."""
        slot = bisect_right(self._starts, offset) - 1
        return _moved(
            offset,
            self._starts[slot],
            self._ends[slot],
            self._new_starts[slot],
            self._new_ends[slot],
        )

    def back(self, offset: int) -> int:
        """Where ``offset`` of the second text lies in the first."""
        slot = bisect_right(self._new_starts, offset) - 1
        return _moved(
            offset,
            self._new_starts[slot],
            self._new_ends[slot],
            self._starts[slot],
            self._ends[slot],
        )


def _moved(offset: int, start: int, end: int, new_start: int, new_end: int) -> int:
    if offset >= end:
        return new_end + offset - end
    return min(new_start + offset - start, new_end)
