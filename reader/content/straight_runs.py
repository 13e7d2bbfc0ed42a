"""Where along a street or a canal its name can stand: the stretches that hardly bend."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from reader.content.label_placement import Box

Point = tuple[float, float]
"""On the plane: metres east, metres north."""
_STRAIGHT = 0.985
"""How long the straight way between the ends of a stretch must be, in parts of the stretch."""


class RunningLine:
    """A line of ``nodes`` in metres.

    >>> line = RunningLine([(0, 0), (100, 0), (100, 20)])
    >>> next(line.straight_runs(80, 10, Box(-1, -1, 101, 101)))
    ((20.0, 0.0), (100.0, 0.0))
    """

    def __init__(self, nodes: Sequence[Point]) -> None:
        self.nodes = list(nodes)
        steps = (math.dist(*pair) for pair in pairwise(self.nodes))
        self._distances = list(accumulate(steps, initial=0.0))

    def straight_runs(self, length: float, step: float, seen: Box) -> Iterator[tuple[Point, Point]]:
        """The ends of each stretch of that length that hardly bends and has its middle inside
        ``seen`` (west, south, east, north); from the middle of the line outwards by ``step``."""
        room = (self._distances[-1] - length) / 2
        if room < 0:
            return
        for slide in outwards(step, room):
            start = room + slide
            x, y = self._at(start + length / 2)
            if seen.left < x < seen.right and seen.top < y < seen.bottom:
                ends = self._at(start), self._at(start + length)
                if math.dist(*ends) > _STRAIGHT * length:
                    yield ends

    def _at(self, distance: float) -> Point:
        distances = self._distances
        number = min(max(bisect_right(distances, distance), 1), len(self.nodes) - 1)
        span = distances[number] - distances[number - 1]
        part = (distance - distances[number - 1]) / span if span else 0.0
        (x1, y1), (x2, y2) = self.nodes[number - 1], self.nodes[number]
        return x1 + (x2 - x1) * part, y1 + (y2 - y1) * part


def outwards(step: float, reach: float) -> Iterator[float]:
    """0, then ever farther to either side by ``step``, up to ``reach``."""
    yield 0.0
    for number in range(1, int(reach / step) + 1):
        yield number * step
        yield -number * step
