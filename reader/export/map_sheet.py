"""The sheet that the map is drawn on: how large it is, and where each place stands."""

from __future__ import annotations

import math
from typing import NamedTuple

from reader.content.city_map import CityMap, MapPlace, Projection

_INSET = 14.0
"""How far from the edge of the sheet the arrow stands to what lies beyond it."""


class Standing(NamedTuple):
    """Where the sign of a place is; heading: of an arrow, in radians clockwise from east."""

    x: float
    y: float
    heading: float | None


class MapSheet:
    """A sheet ``width`` units wide, y downwards, that shows the whole of ``city``.

    height: in the same units; scale: units a metre.
    """

    def __init__(self, city: CityMap, width: float) -> None:
        box = city.bbox
        self._plane = Projection(box)
        self._west, south = self._plane.to_metres(box.west, box.south)
        east, self._north = self._plane.to_metres(box.east, box.north)
        self.width = width
        self.scale = width / (east - self._west)
        self.height = (self._north - south) * self.scale

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point of the city is on the sheet, or beyond it."""
        x, y = self._plane.to_metres(lon, lat)
        return (x - self._west) * self.scale, (self._north - y) * self.scale

    def standing(self, place: MapPlace) -> Standing:
        """Where a place is shown: in its place, or as an arrow at the edge."""
        x, y = self.at(place.lon, place.lat)
        if not place.edge and 0 <= x <= self.width and 0 <= y <= self.height:
            return Standing(x, y, None)
        foot_x = min(max(x, _INSET), self.width - _INSET)
        foot_y = min(max(y, _INSET), self.height - _INSET)
        return Standing(foot_x, foot_y, math.atan2(y - foot_y, x - foot_x))
