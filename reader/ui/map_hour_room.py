"""Room for the signs of an hour where the map is too small for all: they stand a little aside."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from reader.content.city_map import CityMap, Projection
from reader.ui.map_camera import Camera

_RING_ROOM = 5.5
"""Pixels between two signs, so that a ring finds room around one of them."""
_LEAST_ROOM = 1.0
"""How few pixels there may be where a sign would be left out otherwise."""
FARTHEST_MOVE = 2.5
"""How far a sign may stand from its place, in its radii."""


class Shore:
    """Land and water of a city."""

    def __init__(self, city_map: CityMap, projection: Projection) -> None:
        self._waters = city_map.features["water"]
        self._projection = projection

    def is_ashore(self, camera: Camera, place: QPointF, point: QPointF) -> bool:
        """Whether no water lies between two points on the screen, nor at the second."""
        steps = (place + (point - place) * (number / 4) for number in range(1, 5))
        return not any(self._water.contains(QPointF(*camera.to_plane(step))) for step in steps)

    @cached_property
    def _water(self) -> QPainterPath:
        path = QPainterPath()
        for feature in self._waters:
            for part in feature.parts:
                ends = [self._projection.to_metres(node.lon, node.lat) for node in part]
                path.addPolygon(QPolygonF([QPointF(*end) for end in ends]))
        return path


def free_place(
    at: QPointF,
    taken: Sequence[QPointF],
    radius: float,
    may_stand: Callable[[QPointF], bool] | None,
) -> QPointF | None:
    """``at``, or near it, where it ``may_stand``, if signs stand there; None for no room."""
    for room in (2 * radius + _RING_ROOM, 2 * radius + _LEAST_ROOM):

        def is_free(point: QPointF, room: float = room) -> bool:
            return all(
                math.hypot(point.x() - other.x(), point.y() - other.y()) >= room for other in taken
            )

        if is_free(at):
            return at
        if may_stand is None:
            return None
        for near in (at + way * radius for way in _MOVES):
            if is_free(near) and may_stand(near):
                return near
    return None


_MOVES = [
    QPointF(math.cos(turn * math.pi / 8), math.sin(turn * math.pi / 8)) * reach
    for reach in (0.6, 1.0, 1.4, 1.8, 2.2, FARTHEST_MOVE)
    for turn in range(16)
]
"""Ways from its place that a sign may stand, in radii, the shortest first."""
