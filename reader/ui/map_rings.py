"""The rings around the signs of places that stand out: none touches the sign of another place.

A ring is as wide as it likes to be where there is room, and narrower beside another sign. Two
places that are lit and so near that each ring would cross the other's sign share one ring.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF

from reader.content.label_placement import Box
from reader.ui.map_marks import Mark, square

_WIDEST = 9.0
_ROOM = 2.0
"""From a sign to its ring, at most; a quarter less where there is little room."""
_PEN = 1.0
"""Half the breadth of a ring's line."""
_FOCUS = 3.5
"""From a ring to the dotted line around the place that has the keyboard."""
_APART = 1.0


class Ring(NamedTuple):
    """A circle of ``radius`` around ``middle``, for the places ``ids``. focus: the radius of the
    dotted line for the keyboard, 0 for none."""

    middle: QPointF
    radius: float
    ids: tuple[str, ...]
    focus: float = 0.0

    @property
    def reach(self) -> float:
        """How far it reaches from its middle."""
        return max(self.radius, self.focus) + _PEN

    @property
    def box(self) -> Box:
        """What it covers."""
        return square(self.middle, self.reach)

    def crosses(self, box: Box) -> bool:
        """Whether it touches what is in ``box``, or lies around it."""
        return _distance(box, self.middle) < self.reach + _APART / 2

    def slid(self, by: QPointF) -> Ring:
        """The same, moved by so much."""
        return self._replace(middle=self.middle + by)


def rings_around(
    raised: Mapping[str, Mark], others: Iterable[Box], focused: str
) -> dict[str, Ring]:
    """The ring of each of the places that stand out, by id; ``others``: the signs of all other
    places; ``focused``: the place that has the keyboard, "" for none. Where a sign of ``others`` is
    too near even for the narrowest ring, the ring crosses it."""
    signs = list(others)
    rings: list[Ring] = []
    for id, mark in raised.items():
        if mark.is_area:
            continue
        least = _narrowest(mark)
        room = min((_distance(sign, mark.at) for sign in signs), default=math.inf) - _PEN - _APART
        ring = Ring(mark.at, max(least, min(_widest(mark), room)), (id,))
        rings = _with(rings, ring, raised)
    found: dict[str, Ring] = {}
    for ring in rings:
        if focused in ring.ids:
            ring = ring._replace(focus=ring.radius + _FOCUS)
            near = [*signs, *(other.box for other in rings if other.ids != ring.ids)]
            if any(ring.crosses(sign) for sign in near):
                ring = ring._replace(focus=ring.radius)
        found |= dict.fromkeys(ring.ids, ring)
    return found


def _with(rings: list[Ring], ring: Ring, raised: Mapping[str, Mark]) -> list[Ring]:
    """``rings`` and one more, those made narrower or one that are too near to one another."""
    for number, other in enumerate(rings):
        way = other.middle - ring.middle
        room = math.hypot(way.x(), way.y()) - 2 * _PEN - _APART
        if ring.radius + other.radius <= room:
            continue
        rest = [*rings[:number], *rings[number + 1 :]]
        least, least_other = (
            max(_narrowest(raised[id]) for id in each.ids) if len(each.ids) == 1 else each.radius
            for each in (ring, other)
        )
        if least + least_other <= room:
            narrow = min(ring.radius, max(least, room - other.radius))
            narrow_other = min(other.radius, room - narrow)
            rings[number] = other._replace(radius=narrow_other)
            ring = ring._replace(radius=narrow)
        else:
            return _with(rest, _around(other, ring, least_other, least), raised)
    return [*rings, ring]


def _around(one: Ring, other: Ring, radius: float, other_radius: float) -> Ring:
    """The smallest ring that lies around two of those radii."""
    way = other.middle - one.middle
    length = math.hypot(way.x(), way.y())
    ids = one.ids + other.ids
    if length + other_radius <= radius:
        return Ring(one.middle, radius, ids)
    if length + radius <= other_radius:
        return Ring(other.middle, other_radius, ids)
    whole = (length + radius + other_radius) / 2
    return Ring(one.middle + way * ((whole - radius) / length), whole, ids)


def _narrowest(mark: Mark) -> float:
    return mark.reach + 0.75 * _ROOM


def _widest(mark: Mark) -> float:
    return max(_WIDEST, mark.reach + _ROOM)


def _distance(box: Box, point: QPointF) -> float:
    """From a point to the nearest one of a box."""
    x, y = point.x(), point.y()
    return math.hypot(max(box.left - x, 0.0, x - box.right), max(box.top - y, 0.0, y - box.bottom))
