"""The names the city itself has on the map: districts, waters, streets, canals, bridges.

Each comes with the ways it may be written in one view, best first; map_names decides which of
them find room. What is one of the article's places has its name as a place, and none here.
"""

import math
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QPointF

from reader.content.city_map import Branch, CityMap, Feature, MapPlace, Node, Projection
from reader.content.label_placement import Box, Shape, along, aslant, upon
from reader.content.straight_runs import Point, RunningLine
from reader.ui.map_camera import Camera, rect_of
from reader.ui.map_ground import street_width
from reader.ui.map_lettering import (
    CANAL_NAME,
    DISTRICT_NAME,
    STREET_NAME,
    WATER_NAME,
    Lettering,
    Style,
)
from reader.ui.map_wording import Wording

_AREA_SCALE = 0.05
_LINE_SCALE = 0.075
"""From which scale on (pixels a metre) the names of areas, and of lines and bridges, are shown."""
_SHORTEST_BRIDGE = 24.0
_BRIDGE_GAP = 8.0
"""How long (pixels) a bridge must be to be named, and how far from its middle the name stands."""
_DECK = 6.0
"""How broad (pixels) a bridge is taken to be, its casing included."""
_SAME_WITHIN = {"district": 1000.0, "water": 300.0, "bridge": 150.0}
"""A place and a feature of one kind that are so near (metres) are the same."""
_DISTRICT_WAYS = 5
_STEP = 8.0
"""By how much (pixels) a name is moved along its line to the next try, at least."""


class GroundName(NamedTuple):
    """A name as it stands on the screen. degrees: it is turned by about its middle, clockwise;
    shape: what it covers."""

    text: str
    style: Style
    middle: QPointF
    degrees: int
    shape: Shape


class _Spot(NamedTuple):
    """A name at a point. ends: of the bridge it names."""

    key: str
    named: Feature | Branch
    style: Style
    at: Point
    ends: tuple[Point, Point] | None = None


class _Line(NamedTuple):
    """A name along a line."""

    key: str
    named: Feature
    style: Style
    line: RunningLine


class GroundNames:
    """All of them but those that ``places`` have."""

    def __init__(
        self, city_map: CityMap, places: Iterable[MapPlace], projection: Projection
    ) -> None:
        self._features = city_map.features
        self._places = list(places)
        self._projection = projection

    def ways(
        self, camera: Camera, lettering: Lettering, wording: Wording
    ) -> Iterator[tuple[str, Iterable[GroundName]]]:
        """The names to write at this scale, the important ones first: the key of each ("map:",
        the feature's id, of a water also the branch's number) and the ways it may stand."""
        writer = _Writer(camera, lettering, wording)
        if camera.scale >= _AREA_SCALE:
            for spot in self._areas:
                yield spot.key, writer.upon(spot)
        if camera.scale >= _LINE_SCALE:
            for line in self._lines:
                yield line.key, writer.along(line)
            for spot in self._bridges:
                yield spot.key, writer.beside(spot)

    def decks(self, camera: Camera, shortest: float = _SHORTEST_BRIDGE) -> dict[str, Shape]:
        """What the bridges in sight cover that are so long (pixels), or long enough to be named:
        by the id of the place that a bridge is, or else by the key of its name."""
        decks: dict[str, Shape] = {}
        visible, scale = camera.visible(), camera.scale
        for key, start, end in self._all_bridges:
            length = math.dist(start, end) * scale
            if length < shortest:
                continue
            a, b = camera.to_screen(*start), camera.to_screen(*end)
            middle, angle = (a + b) * 0.5, math.atan2(b.y() - a.y(), b.x() - a.x())
            if visible.contains(middle):
                x, y = middle.x(), middle.y()
                decks[key] = aslant(x, y, angle, width=length, height=_DECK)
        return decks

    # Made when first needed: the whole city is shown without them.

    @cached_property
    def _areas(self) -> list[_Spot]:
        spots = []
        for feature in self._features["district"]:
            at = self._metres(feature.parts[0][0])
            if not self._is_place("district", feature, at):
                spots.append(_Spot(f"map:{feature.id}", feature, DISTRICT_NAME, at))
        for feature in self._features["water"]:
            for number, branch in enumerate(feature.labels):
                at = self._metres(branch.at)
                if not self._is_place("water", branch, at):
                    spots.append(_Spot(f"map:{feature.id}:{number}", branch, WATER_NAME, at))
        return spots

    @cached_property
    def _lines(self) -> list[_Line]:
        lines = []
        for kind, style in (("street", STREET_NAME), ("canal", CANAL_NAME)):
            for feature in self._features[kind]:
                nodes = [self._metres(node) for node in feature.parts[0]]
                lines.append(_Line(f"map:{feature.id}", feature, style, RunningLine(nodes)))
        return lines

    @cached_property
    def _bridges(self) -> list[_Spot]:
        spots = []
        for feature in self._features["bridge"]:
            (x1, y1), (x2, y2) = ends = self._ends(feature)
            at = (x1 + x2) / 2, (y1 + y2) / 2
            if not self._is_place("bridge", feature, at):
                spots.append(_Spot(f"map:{feature.id}", feature, STREET_NAME, at, ends))
        return spots

    @cached_property
    def _all_bridges(self) -> list[tuple[str, Point, Point]]:
        places = {place.id for place in self._places}
        bridges = []
        for feature in self._features["bridge"]:
            id = feature.id.replace("_", "-")
            bridges.append((id if id in places else f"map:{feature.id}", *self._ends(feature)))
        return bridges

    def _ends(self, bridge: Feature) -> tuple[Point, Point]:
        return self._metres(bridge.parts[0][0]), self._metres(bridge.parts[0][-1])

    def _is_place(self, kind: str, named: Feature | Branch, at: Point) -> bool:
        return any(
            math.dist(self._metres(place), at) < _SAME_WITHIN[kind]
            or named.name_th in (place.name_th, place.label_th)
            for place in self._places
            if place.kind == kind
        )

    def _metres(self, at: Node | MapPlace) -> Point:
        return self._projection.to_metres(at.lon, at.lat)


class _Writer:
    """The ways to write a name in one view; none if it stands out of sight or, in this language,
    there is none."""

    def __init__(self, camera: Camera, lettering: Lettering, wording: Wording) -> None:
        self._camera = camera
        self._lettering = lettering
        self._wording = wording
        self._visible = camera.visible()
        west, north = camera.to_plane(self._visible.topLeft())
        east, south = camera.to_plane(self._visible.bottomRight())
        self._seen = Box(west, south, east, north)

    def upon(self, spot: _Spot) -> list[GroundName]:
        """Upon its point or pushed off it a little; a district that has other names for
        neighbours not far, or it would name another."""
        ways = self._upright(spot, None)
        return ways[:_DISTRICT_WAYS] if spot.style is DISTRICT_NAME else ways

    def beside(self, spot: _Spot) -> list[GroundName]:
        """Beside a bridge, if that is long enough."""
        ends = spot.ends
        if ends is None or math.dist(*ends) * self._camera.scale < _SHORTEST_BRIDGE:
            return []
        return self._upright(spot, _BRIDGE_GAP)

    def along(self, line: _Line) -> Iterator[GroundName]:
        """Along a line where it is straight enough: upon it, or on either side of one that is
        too narrow for that."""
        text, scale = self._wording.of_ground(line.named), self._camera.scale
        text = text.replace("\n", " · ")
        if not text:
            return
        size = self._lettering.size(text, line.style)
        length, height = size.width(), size.height()
        width = line.named.width_m * scale or street_width(scale)
        aside = (width + height) / 2 if width < height + 2 else 0.0
        step = max(_STEP, length / 3)
        for (x1, y1), (x2, y2) in line.line.straight_runs(length / scale, step / scale, self._seen):
            degrees = round(math.degrees(math.atan((y1 - y2) / (x2 - x1)))) if x1 != x2 else 90
            angle = math.radians(degrees)
            on_line = self._camera.to_screen((x1 + x2) / 2, (y1 + y2) / 2)
            to_side = QPointF(-math.sin(angle), math.cos(angle)) * aside
            for middle in (on_line - to_side, on_line + to_side) if aside else (on_line,):
                shape = aslant(middle.x(), middle.y(), angle, width=length, height=height)
                yield GroundName(text, line.style, middle, degrees, shape)

    def _upright(self, spot: _Spot, gap: float | None) -> list[GroundName]:
        text, at = self._wording.of_ground(spot.named), self._camera.to_screen(*spot.at)
        if not text or not self._visible.contains(at):
            return []
        size = self._lettering.size(text, spot.style)
        x, y, width, height = at.x(), at.y(), size.width(), size.height()
        if gap is None or spot.ends is None:
            shapes = upon(x, y, width=width, height=height)
        else:
            feet = [self._camera.to_screen(*end) for end in spot.ends]
            ends = [(foot.x(), foot.y()) for foot in feet]
            shapes = along(ends, width=width, height=height, gap=gap)
        return [GroundName(text, spot.style, rect_of(box).center(), 0, (box,)) for (box,) in shapes]
