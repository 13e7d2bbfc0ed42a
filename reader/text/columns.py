"""Many small rows without an object for each: columns of numbers, and a row made when it is read.

A long text has tens of thousands of names; as tuples they would take ten times their numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

Row = TypeVar("Row")


class _Read(Sequence[Row]):
    """A sequence whose rows are made when they are read; equal to any sequence of equal rows."""

    __slots__ = ()

    def _row(self, slot: int) -> Row:
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        places = range(len(self))[index]  # negative and too large indexes as everywhere
        return self._row(places) if isinstance(places, int) else [*map(self._row, places)]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr([*self])


class Columns(_Read[Row]):
    """Rows that ``make`` makes of one value of each of ``columns``, which are of one length."""

    __slots__ = ("_columns", "_make")

    def __init__(self, make: Callable[..., Row], *columns: Sequence[Any]) -> None:
        self._make = make
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns[0])

    def __iter__(self) -> Iterator[Row]:
        return map(self._make, *self._columns)

    def _row(self, slot: int) -> Row:
        return self._make(*(column[slot] for column in self._columns))

    def column(self, number: int) -> Sequence[Any]:
        """One of the columns, in the order in which they were given; not to be changed."""
        return self._columns[number]


class Picked(_Read[Row]):
    """Those of ``rows`` that stand at ``slots``."""

    __slots__ = ("_rows", "_slots")

    def __init__(self, rows: Sequence[Row], slots: Sequence[int]) -> None:
        self._rows = rows
        self._slots = slots

    def __len__(self) -> int:
        return len(self._slots)

    def __iter__(self) -> Iterator[Row]:
        return map(self._rows.__getitem__, self._slots)

    def _row(self, slot: int) -> Row:
        return self._rows[self._slots[slot]]
