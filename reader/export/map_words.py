"""Where the names stand on the drawn map: found from the widths that the typefaces give them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.content.city_map import Branch, CityMap, Feature, MapPlace
from reader.content.label_placement import (
    Box,
    Label,
    Shape,
    aslant,
    beside,
    inside,
    place_labels,
    upon,
)
from reader.content.straight_runs import Point, RunningLine
from reader.export.faces import BOLD, REGULAR, width_of
from reader.export.map_sheet import MapSheet

PLACE, FIRST_PLACE, DISTRICT, WATER, STREET, CANAL = (
    "place", "first-place", "district", "water", "street", "canal",
)  # fmt: skip
SIZES = {PLACE: 13.0, FIRST_PLACE: 15.0, DISTRICT: 14.0, WATER: 13.0, STREET: 11.5, CANAL: 11.5}
"""The type size of each class of names, in units of the sheet."""
_SECOND = 0.85
"""The size of a second name, in parts of the first's."""
_LINE = 1.45
"""From line to line, in type sizes: Thai stacks its marks."""
_GAP, _STREET = 7.0, 3.0
_SAME = 1000.0
"""A place and a district that are so near (metres) are the same."""


class Lines(NamedTuple):
    """A name as it is written. kind: its class; degrees: turned by, clockwise."""

    kind: str
    lines: tuple[str, ...]
    x: float
    y: float
    degrees: float = 0.0

    def sizes(self) -> list[float]:
        """The type size of each line."""
        return [SIZES[self.kind] * (_SECOND if number else 1.0) for number in range(2)]


class _Try(NamedTuple):
    key: str
    priority: float
    ways: list[tuple[Shape, Lines]]


def placed_names(
    city: CityMap,
    places: Sequence[MapPlace],
    sheet: MapSheet,
    signs: Mapping[str, Box],
    taken: Sequence[Box],
    languages: Sequence[str],
) -> dict[str, Lines]:
    """The names that find room: of places by id, of the ground by ``map:`` and the feature's id.

    signs: what the sign of each place covers; taken: what else no name may cover; languages: of
    the first and, if wanted, of the second names.
    """
    writer = _Writer(sheet, languages)
    tries = [*writer.of_places(places, signs), *writer.of_ground(city, places)]
    tries.sort(key=lambda item: item.priority)
    room = Box(4, 4, sheet.width - 4, sheet.height - 4)
    labels = [Label(item.key, item.priority, [shape for shape, _ in item.ways]) for item in tries]
    found = place_labels(labels, room, [*signs.values(), *taken])
    ways = {item.key: item.ways for item in tries}
    return {key: ways[key][number][1] for key, number in found.items()}


class _Writer:
    def __init__(self, sheet: MapSheet, languages: Sequence[str]) -> None:
        self._sheet = sheet
        self._languages = languages
        self._room = Box(4, 4, sheet.width - 4, sheet.height - 4)

    def of_places(self, places: Sequence[MapPlace], signs: Mapping[str, Box]) -> Iterator[_Try]:
        for place in places:
            labels = {"th": place.label_th, "en": place.label_en, "ru": place.name_ru}
            at = self._sheet.standing(place)
            is_area = place.id not in signs
            if is_area:
                kind = WATER if place.kind == "water" else DISTRICT
            else:
                kind = FIRST_PLACE if place.rank == 1 else PLACE
            lines = self._lines(labels)
            width, height = self._size(kind, lines)
            if is_area:
                shapes = upon(at.x, at.y, width=width, height=height)
            else:
                shapes = beside(at.x, at.y, width=width, height=height, gap=_GAP + 2)
            shapes = (*shapes, *inside(shapes, self._room))
            ways = [(shape, self._upright(kind, lines, shape[0])) for shape in shapes]
            yield _Try(place.id, place.rank + 0.5 * is_area, ways)

    def of_ground(self, city: CityMap, places: Sequence[MapPlace]) -> Iterator[_Try]:
        known = {name for place in places for name in (place.name_th, place.label_th)}
        districts = [
            self._sheet.at(place.lon, place.lat) for place in places if place.kind == "district"
        ]
        for feature in city.features["district"]:
            at = self._sheet.at(*feature.parts[0][0])
            near = any(math.dist(at, other) < _SAME * self._sheet.scale for other in districts)
            if feature.name_th not in known and not near:
                yield self._over(f"map:{feature.id}", DISTRICT, feature, at, 4.0)
        for feature in city.features["water"]:
            for number, branch in enumerate(feature.labels):
                if branch.name_th not in known:
                    at = self._sheet.at(*branch.at)
                    yield self._over(f"map:{feature.id}:{number}", WATER, branch, at, 3.8)
        for kind, style in (("street", STREET), ("canal", CANAL)):
            for feature in city.features[kind]:
                yield _Try(f"map:{feature.id}", 5.0, list(self._along(feature, style)))
        for feature in city.features["bridge"]:
            nodes = [self._sheet.at(*node) for node in feature.parts[0]]
            (x1, y1), (x2, y2) = nodes[0], nodes[-1]
            if feature.name_th in known or math.dist(nodes[0], nodes[-1]) < 18:
                continue
            lines = self._lines(_names(feature))
            width, height = self._size(STREET, lines)
            x, y = (x1 + x2) / 2, (y1 + y2) / 2
            shapes = beside(x, y, width=width, height=height, gap=_GAP)
            ways = [(shape, self._upright(STREET, lines, shape[0])) for shape in shapes]
            yield _Try(f"map:{feature.id}", 6.0, ways)

    def _over(
        self, key: str, kind: str, named: Feature | Branch, at: Point, priority: float
    ) -> _Try:
        lines = self._lines(_names(named))
        width, height = self._size(kind, lines)
        shapes = upon(*at, width=width, height=height)[: 5 if kind == DISTRICT else None]
        return _Try(
            key, priority, [(shape, self._upright(kind, lines, shape[0])) for shape in shapes]
        )

    def _along(self, feature: Feature, kind: str) -> Iterator[tuple[Shape, Lines]]:
        name = " · ".join(self._lines(_names(feature)))
        width, height = self._size(kind, (name,))
        line = RunningLine([self._sheet.at(*node) for node in feature.parts[0]])
        broad = max(feature.width_m * self._sheet.scale, _STREET)
        aside = (broad + height) / 2 if broad < height + 2 else 0.0
        # the sheet counts down, a run knows no up or down
        for (x1, y1), (x2, y2) in line.straight_runs(width, max(8.0, width / 3), self._room):
            angle = math.atan((y2 - y1) / (x2 - x1)) if x1 != x2 else math.pi / 2
            for side in (-aside, aside) if aside else (0.0,):
                x = (x1 + x2) / 2 - math.sin(angle) * side
                y = (y1 + y2) / 2 + math.cos(angle) * side
                shape = aslant(x, y, angle, width=width, height=height)
                yield shape, Lines(kind, (name,), x, y, math.degrees(angle))

    def _lines(self, names: Mapping[str, str]) -> tuple[str, ...]:
        lines = [names[language] for language in self._languages if names.get(language)]
        return tuple(dict.fromkeys(lines))[:2]

    @staticmethod
    def _size(kind: str, lines: Sequence[str]) -> tuple[float, float]:
        size = SIZES[kind]
        weight = BOLD if kind == FIRST_PLACE else REGULAR
        widths = [width_of(line, weight) for line in lines[:1]]
        widths += [_SECOND * width_of(line, REGULAR) for line in lines[1:]]
        height = _LINE * size * (1 + _SECOND * (len(lines) - 1))
        return max(widths, default=0.0) * size + 3, height

    @staticmethod
    def _upright(kind: str, lines: tuple[str, ...], box: Box) -> Lines:
        return Lines(kind, lines, (box.left + box.right) / 2, (box.top + box.bottom) / 2)


def _names(named: Feature | Branch) -> dict[str, str]:
    return {"th": named.name_th, "en": named.name_en, "ru": named.name_ru}
