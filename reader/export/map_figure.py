"""The map of the city as a figure on paper: ground, places, and names that do not cover another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache

from reader import resources
from reader.content.city_map import (
    CityMap,
    CityMapError,
    Feature,
    MapPlace,
    Node,
    Projection,
    load_city_map,
)
from reader.content.knowledge import Knowledge
from reader.content.label_placement import Box, Label, beside, inside, place_labels, upon
from reader.errors import PackageError
from reader.export.faces import BOLD, ITALIC, REGULAR, width_of
from reader.export.flow import Draw
from reader.export.sheets import Mark, Shape, Window, Words

_LAND, _WATER, _WATER_INK = "#f7f5ee", "#c4dbe8", "#2b566f"
_STREET, _RAILWAY, _BRIDGE, _FRAME = "#cfc8b8", "#8d8578", "#5c5548", "#777777"
_PLACE, _INK, _DISTRICT = "#8a2f2b", "#1a1a1a", "#5f594e"
_AREAS = ("district", "water")
_DOT = 2.1
_FARTHER = (9.0, 15.0, 22.0, 30.0)
_SMALL = 400.0  # points of width; below, places of the third rank are left out
_ROOM = 2.0  # after a name
_INSET = 9.0  # of the arrows at the frame


def map_figure(
    knowledge: Knowledge, language: str, left: float, width: float, height: float
) -> tuple[Draw, str]:
    """What draws the map, ``width`` x ``height`` points, and whom it is owed to.

    Raises PackageError if the map is damaged.
    """
    city = _city()
    credit = city.attribution_th if language == "th" else city.attribution_en

    def draw(top: float) -> Sequence[Mark]:
        return _Figure(city, knowledge, language, left, top, width, height).marks()

    return draw, credit


def proportions() -> float:
    """Height of the map by its width."""
    south_west, north_east = _corners(_city())
    return (north_east[1] - south_west[1]) / (north_east[0] - south_west[0])


@cache
def _city() -> CityMap:
    path = resources.city_map_file()
    try:
        return load_city_map(path)
    except CityMapError:
        raise PackageError("package-damaged", file=path.name) from None


def _corners(city: CityMap) -> tuple[tuple[float, float], tuple[float, float]]:
    plane = Projection(city.bbox)
    box = city.bbox
    return plane.to_metres(box.west, box.south), plane.to_metres(box.east, box.north)


class _Figure:
    def __init__(
        self,
        city: CityMap,
        knowledge: Knowledge,
        language: str,
        left: float,
        top: float,
        width: float,
        height: float,
    ) -> None:
        self._city = city
        self._thai = language == "th"
        self._plane = Projection(city.bbox)
        (west, south), (east, north) = _corners(city)
        # points a metre; the map fills the figure, its middle in the middle
        self._scale = max(width / (east - west), height / (north - south))
        self._middle = (left + width / 2, top + height / 2)
        self._frame = Box(left, top, left + width, top + height)
        self._size = max(6.0, min(8.0, width / 62))
        self._places = [place for place in knowledge.places if place.rank < 3 or width >= _SMALL]

    def marks(self) -> Sequence[Mark]:
        frame = self._frame
        width, height = frame.right - frame.left, frame.bottom - frame.top
        corners = [
            (frame.left, frame.top), (frame.right, frame.top),
            (frame.right, frame.bottom), (frame.left, frame.bottom),
        ]  # fmt: skip
        ground = [Shape([corners], fill=_LAND), *self._ground(), *self._names_and_signs()]
        return [
            Window(frame.left, frame.top, width, height, ground),
            Shape([[*corners, corners[0]]], stroke=_FRAME, width=0.8),
        ]

    # The ground

    def _at(self, node: Node | tuple[float, float]) -> tuple[float, float]:
        x, y = self._plane.to_metres(*node)
        return self._middle[0] + x * self._scale, self._middle[1] - y * self._scale

    def _rings(self, feature: Feature) -> list[list[tuple[float, float]]]:
        return [[self._at(node) for node in part] for part in feature.parts]

    def _lines(self, kind: str) -> Iterable[list[list[tuple[float, float]]]]:
        return (self._rings(feature) for feature in self._city.features[kind])

    def _ground(self) -> Iterable[Shape]:
        for rings in self._lines("street"):
            yield Shape(rings, stroke=_STREET, width=1.1)
        for feature in self._city.features["water"]:
            yield Shape(self._rings(feature), fill=_WATER)
        for feature in self._city.features["canal"]:
            width = max(0.9, feature.width_m * self._scale)
            yield Shape(self._rings(feature), stroke=_WATER, width=width)
        for rings in self._lines("railway"):
            yield Shape(rings, stroke=_RAILWAY, width=1.3)
            yield Shape(rings, stroke=_LAND, width=0.7, dashes=(3.0, 3.0))
        for rings in self._lines("bridge"):
            yield Shape(rings, stroke=_BRIDGE, width=1.5)

    # Places

    def _standing(self, place: MapPlace) -> tuple[float, float, float | None]:
        """Where its sign stands, and for one off the map the heading of its arrow (radians)."""
        x, y = self._at((place.lon, place.lat))
        frame = self._frame
        within = Box(
            frame.left + _INSET, frame.top + _INSET, frame.right - _INSET, frame.bottom - _INSET
        )
        if within.left <= x <= within.right and within.top <= y <= within.bottom:
            return x, y, None
        heading = math.atan2(y - self._middle[1], x - self._middle[0])
        return (
            max(within.left, min(within.right, x)),
            max(within.top, min(within.bottom, y)),
            heading,
        )

    def _names_and_signs(self) -> Iterable[Words | Shape]:
        """What stands on the ground. A sign whose name finds no room is left out with it."""
        self._wanted: list[Label] = []
        self._written: dict[str, list[Words]] = {}
        stands = {place.id: self._standing(place) for place in self._places}
        signed = {
            place.id: place
            for place in self._places
            if place.kind not in _AREAS or stands[place.id][2] is not None
        }
        obstacles = []
        for place in signed.values():
            x, y, heading = stands[place.id]
            reach = _reach(place, heading)
            obstacles.append(Box(x - reach, y - reach, x + reach, y + reach))
        for place in self._places:
            self._want_place(place, stands[place.id], has_sign=place.id in signed)
        self._want_waters()
        for key, shape in place_labels(self._wanted, self._frame, obstacles).items():
            words = self._written[key][shape]
            if key in signed:
                x, y, heading = stands[key]
                yield from self._sign(signed[key], x, y, heading)
                yield from _leader((x, y), words)
            yield words

    def _want_place(
        self, place: MapPlace, stands: tuple[float, float, float | None], *, has_sign: bool
    ) -> None:
        name = place.label_th if self._thai else place.label_en
        x, y, heading = stands
        weight = BOLD if place.rank == 1 else REGULAR
        ink = _INK if has_sign else _DISTRICT
        if place.kind == "water":
            weight, ink = ITALIC, _WATER_INK
        size = self._size * (1.0 if place.rank < 3 else 0.9)
        words = Words(x, y, name, size, weight, ink)
        if has_sign:
            self._want(place.id, words, place.rank, _reach(place, heading) + 1.2)
        else:
            self._want(place.id, words, place.rank + 0.5)

    def _want_waters(self) -> None:
        """The names of the branches of the waters, but for those that stand as places."""
        names = {words[0].text for words in self._written.values() if words}
        for feature in self._city.features["water"]:
            for branch in feature.labels:
                name = branch.name_th if self._thai else branch.name_en
                if name and name not in names:
                    x, y = self._at(branch.at)
                    words = Words(x, y, name, self._size * 0.88, ITALIC, _WATER_INK)
                    self._want(name, words, 2.6)

    def _want(self, key: str, words: Words, priority: float, gap: float = 0.0) -> None:
        """Ask for a place for ``words``: beside a sign, so far from its middle, or on the spot."""
        size = words.size
        width, height = width_of(words.text, words.weight) * size + _ROOM, size * 1.45
        boxes: tuple[tuple[Box, ...], ...]
        if gap:
            # near its sign first, then farther off, at the end of a line
            reaches = (gap, *(_FARTHER if priority < 3 else ()))
            boxes = tuple(
                box
                for reach in reaches
                for box in beside(words.x, words.y, width=width, height=height, gap=reach)
            )
        else:
            boxes = upon(words.x, words.y, width=width, height=height)
        frame = self._frame
        room = Box(frame.left + 2, frame.top + 2, frame.right - 2, frame.bottom - 2)
        shapes = inside(boxes, room)
        self._written[key] = [
            words._replace(x=shape[0].left, y=shape[0].top + size * 1.12) for shape in shapes
        ]
        self._wanted.append(Label(key, priority, shapes))

    def _sign(self, place: MapPlace, x: float, y: float, heading: float | None) -> Iterable[Shape]:
        if heading is not None:
            along, up = math.cos(heading), math.sin(heading)
            arrow = [(4.5, 0.0), (-2.6, -3.8), (-0.7, 0.0), (-2.6, 3.8)]
            points = [(x + a * along - b * up, y + a * up + b * along) for a, b in arrow]
        elif place.kind == "ship":
            hull = [(-6, 0), (-3.5, 0), (-3.5, -4), (-1, -4), (-1, 0), (0, 0), (0, -4),
                    (2.5, -4), (2.5, 0), (6, 0), (4.8, 2.8), (-4.5, 2.8)]  # fmt: skip
            points = [(x + a * 0.8, y + b * 0.8) for a, b in hull]
        elif place.kind == "station":
            points = [(x - _DOT, y - _DOT), (x + _DOT, y - _DOT),
                      (x + _DOT, y + _DOT), (x - _DOT, y + _DOT)]  # fmt: skip
        else:
            steps = [math.tau * step / 16 for step in range(16)]
            points = [(x + math.cos(a) * _DOT, y + math.sin(a) * _DOT) for a in steps]
        yield Shape([points], fill=_PLACE, stroke=_LAND, width=0.5)


def _reach(place: MapPlace, heading: float | None) -> float:
    """How far the sign of ``place`` reaches from its middle."""
    if heading is not None:
        return 4.5
    return 5.2 if place.kind == "ship" else _DOT + 0.6


def _leader(sign: tuple[float, float], words: Words) -> Iterable[Shape]:
    """The line from a sign to a name that stands away from it."""
    x, y = sign
    width = width_of(words.text, words.weight) * words.size
    near_x = max(words.x, min(words.x + width, x))
    near_y = max(words.y - words.size * 0.75, min(words.y + words.size * 0.1, y))
    away = math.hypot(near_x - x, near_y - y)
    if away > _FARTHER[0] * 0.9:
        start = (_DOT + 0.4) / away
        begin = (x + (near_x - x) * start, y + (near_y - y) * start)
        end = (x + (near_x - x) * 0.94, y + (near_y - y) * 0.94)
        yield Shape([[begin, end]], stroke=_DISTRICT, width=0.35)
