"""Ranges of a text and how each is drawn: the one mechanism behind links, mentions, hits, notes.

A layer is a key, a list of ranges and a look. Layers are drawn in the order of their rank; the
page knows nothing of what they mean. Ranges are document positions (UTF-16 units), end exclusive.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Look(NamedTuple):
    """How a range is drawn; colours are names of theme colours, or ``#rrggbb``.

    ground: behind the text. ink: of the text itself. underline: "", "solid" or "dotted".
    outline: a frame around it, for what has the keyboard's attention. line: the colour of a line of
    the reader's own, which stands lower and is stronger; its form is ``underline``, which may then
    be "wavy", "double" or "box" too.
    """

    ground: str = ""
    ink: str = ""
    underline: str = ""
    outline: str = ""
    bar: str = ""
    line: str = ""


class _Layer(NamedTuple):
    rank: int
    look: Look
    starts: Sequence[int]
    ends: Sequence[int]


class RangeLayers:
    """All layers of one text. Ranges of a layer do not overlap."""

    def __init__(self) -> None:
        self._layers: dict[str, _Layer] = {}
        self._ordered: list[_Layer] = []

    def set(self, key: str, ranges: Iterable[tuple[int, int]], look: Look, rank: int) -> None:
        """Put the layer ``key`` in place of what it was; no ranges takes it away."""
        starts, ends = array("I"), array("I")
        is_sorted = True
        for start, end in ranges:
            is_sorted = is_sorted and (not ends or starts[-1] <= start)
            starts.append(start)
            ends.append(end)
        if not is_sorted:
            together = sorted(zip(starts, ends, strict=True))
            starts = array("I", [start for start, _ in together])
            ends = array("I", [end for _, end in together])
        if starts:
            self._layers[key] = _Layer(rank, look, starts, ends)
        else:
            self._layers.pop(key, None)
        self._ordered = sorted(self._layers.values(), key=lambda layer: layer.rank)

    def ranges(self, key: str) -> list[tuple[int, int]]:
        """The ranges of a layer, in order."""
        layer = self._layers.get(key)
        return list(zip(layer.starts, layer.ends, strict=True)) if layer else []

    def between(self, start: int, end: int) -> Iterator[tuple[int, int, Look]]:
        """Every range that touches ``start`` to ``end``, lowest layer first, cut to it."""
        for layer in self._ordered:
            first = bisect_right(layer.ends, start)
            last = bisect_left(layer.starts, end)
            for slot in range(first, last):
                yield max(start, layer.starts[slot]), min(end, layer.ends[slot]), layer.look
