"""Which names and signs of places stand on the map, and where, so that none covers another.

First everything is arranged as if no place stood out (Arranger.arrange). Those that do stand out
then get room for a ring and a bold name, and other names move only where they are in the way
(Arranger.emphasise).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF

from reader.content.city_map import MapPlace, Projection
from reader.content.label_placement import Box, Label, Shape, beside, inside, place_labels, upon
from reader.ui.map_camera import Camera, box_of, outwards, rect_of
from reader.ui.map_ground_names import GroundName, GroundNames
from reader.ui.map_lettering import (
    CHOSEN_NAME,
    DISTRICT_NAME,
    MARKED_NAME,
    PLACE_NAME,
    WATER_NAME,
    Lettering,
    Style,
)
from reader.ui.map_marks import Mark, framed, ring_reach, square

_HIT_RADIUS = 12.0
_SCALE_OF_RANK = {1: 0.0, 2: 0.05, 3: 0.1}
_ARROW_INSET = 12.0
"""How far (pixels) from the edge of the map an arrow stands."""


def least_scale(place: MapPlace) -> float:
    """From which scale on (pixels a metre) a place is shown."""
    return _SCALE_OF_RANK.get(place.rank, 0.0)


def label_of(place: MapPlace, language: str) -> str:
    """The name of a place as it stands on the map, in ``"th"`` or ``"en"``."""
    if language == "th":
        return place.label_th or place.name_th
    return place.label_en or place.name_en


def style_of(place: MapPlace) -> Style:
    """How the name of a place is written that does not stand out."""
    return {"water": WATER_NAME, "district": DISTRICT_NAME}.get(place.kind, PLACE_NAME)


class Emphasis(NamedTuple):
    """The ids of the places that stand out, "" for none: where the keyboard and the pointer are,
    those that the text points at, and the chosen one."""

    current: str
    hovered: str
    marked: tuple[str, ...]
    chosen: str

    @property
    def pointed(self) -> str:
        """The one the reader points at: with the pointer or else with the keyboard."""
        return self.hovered or self.current

    def ids(self) -> list[str]:
        """All of them; the first has the first choice of room."""
        ids = dict.fromkeys((self.current, self.hovered, *self.marked, self.chosen))
        return [id for id in ids if id]

    def style_of(self, id: str) -> Style:
        """How the name of one of them is written."""
        return CHOSEN_NAME if id == self.chosen else MARKED_NAME

    def color_of(self, id: str) -> str:
        """The use of the theme in which its sign and ring are drawn."""
        pointed_at = id in self.marked or id == self.hovered
        return "accent" if id == self.chosen and not pointed_at else "place_marked"


class Arrangement(NamedTuple):
    """Where everything stands as long as no place stands out.

    marks, names: of places, by id; the names are those that found room. ways: which of the ways
    it may stand each name has taken. ground_names: by key.
    """

    marks: dict[str, Mark]
    names: dict[str, Box]
    ways: dict[str, int]
    ground_names: dict[str, GroundName]

    def slid(self, by: QPointF) -> Arrangement:
        """The same after the ground was moved by so much; arrows stay at the edge."""
        return self._replace(
            marks=_slid_marks(self.marks, by),
            names=_slid_boxes(self.names, self.marks, by),
            ground_names=_slid_ground_names(self.ground_names, by),
        )


class Scene(NamedTuple):
    """Everything the reader sees on the ground.

    raised_marks, raised_names: of the places that stand out, by id. marks, names, ground_names: of
    all others, as in an Arrangement. former_names: of those that stand out, where their names would
    be otherwise.
    """

    marks: dict[str, Mark]
    names: dict[str, Box]
    ground_names: dict[str, GroundName]
    raised_marks: dict[str, Mark]
    raised_names: dict[str, Box]
    former_names: dict[str, Box]

    @property
    def all_marks(self) -> dict[str, Mark]:
        """Those that stand out first."""
        return self.raised_marks | self.marks

    def place_at(self, point: QPointF) -> str:
        """The id of the place whose sign or name is at ``point``, or ""."""
        best, least = "", _HIT_RADIUS
        for id, mark in self.all_marks.items():
            distance = math.hypot(mark.at.x() - point.x(), mark.at.y() - point.y())
            if not mark.is_area and distance < least:
                best, least = id, distance
        if best:
            return best
        # A name stays under the pointer that made it move.
        for boxes in (self.raised_names, self.names, self.former_names):
            for id, box in boxes.items():
                if rect_of(box).contains(point):
                    return id
        return ""

    def name_boxes(self) -> dict[str, Shape]:
        """What each name covers, by place id or the key of a ground name."""
        boxes = {id: (box,) for id, box in (self.names | self.raised_names).items()}
        return boxes | {key: name.shape for key, name in self.ground_names.items()}

    def slid(self, by: QPointF) -> Scene:
        """The same after the ground was moved by so much; arrows stay at the edge."""
        marks = self.all_marks
        return Scene(
            _slid_marks(self.marks, by),
            _slid_boxes(self.names, marks, by),
            _slid_ground_names(self.ground_names, by),
            _slid_marks(self.raised_marks, by),
            _slid_boxes(self.raised_names, marks, by),
            _slid_boxes(self.former_names, marks, by),
        )


class Arranger:
    """Finds room for everything in one view.

    furniture: what no name and no arrow may cover.
    """

    def __init__(
        self,
        places: Mapping[str, MapPlace],
        projection: Projection,
        ground_names: GroundNames,
        camera: Camera,
        lettering: Lettering,
        language: str,
        furniture: Sequence[Box],
    ) -> None:
        self._places = places
        self._projection = projection
        self._ground_names = ground_names
        self._camera = camera
        self._lettering = lettering
        self._language = language
        self._furniture = furniture
        self._visible = camera.visible()
        self._frame = box_of(self._visible.adjusted(3, 3, -3, -3))

    def arrange(self) -> Arrangement:
        """Finds room for places and ground names, the important ones first."""
        marks = self._marks_in_sight()
        ways: dict[str, tuple[Shape, ...]] = {}
        for id, mark in marks.items():
            ways[id] = self._ways(mark, style_of(mark.place), mark.reach)
            if mark.heading is not None:
                ways[id] += inside(ways[id], self._frame)
        taken: dict[str, int] = {}
        names: dict[str, Box] = {}
        for rank in sorted({mark.place.rank for mark in marks.values()}):
            # A name goes around every sign if it can; if not, lesser signs wait below it.
            for last in (math.inf, rank):
                peers = {
                    id: ways[id]
                    for id, mark in marks.items()
                    if mark.place.rank == rank and id not in taken
                }
                signs = _sign_boxes(mark for mark in marks.values() if mark.place.rank <= last)
                fixed = [*self._furniture, *signs, *names.values()]
                found = self._placed(marks, peers, fixed)
                taken |= found
                names |= {id: ways[id][way][0] for id, way in found.items()}
            marks = {
                id: mark
                for id, mark in marks.items()
                if mark.place.rank <= rank
                or mark.is_area
                or not _touches((mark.box,), names.values())
            }
        fixed = [*self._furniture, *_sign_boxes(marks.values()), *names.values()]
        return Arrangement(marks, names, taken, self._placed_ground_names(fixed))

    def emphasise(self, arranged: Arrangement, emphasis: Emphasis) -> Scene:
        """Finds room for the bold names of places that stand out; another name moves only if it
        is in the way of one, and is left out only if it finds no other room."""
        if not emphasis.ids():
            return Scene(arranged.marks, arranged.names, arranged.ground_names, {}, {}, {})
        others: dict[str, Shape] = {id: (box,) for id, box in arranged.names.items()}
        others |= {key: name.shape for key, name in arranged.ground_names.items()}
        fixed = [*self._furniture, *_sign_boxes(arranged.marks.values())]
        raised: dict[str, Mark] = {}
        for id in emphasis.ids():
            others.pop(id, None)
            mark = arranged.marks.get(id) or self._mark(self._places[id], fixed, anywhere=True)
            if mark is not None:
                raised[id] = mark
                if not mark.is_area:
                    fixed.append(square(mark.at, ring_reach(focused=id == emphasis.current)))
        names: dict[str, Box] = {}
        for id, mark in raised.items():
            focused = id == emphasis.current
            ways = self._ways(mark, emphasis.style_of(id), ring_reach(focused=focused))
            ways = (ways[arranged.ways.get(id, 0) % len(ways)], *ways, *inside(ways, self._frame))
            label = Label(id, 0, ways)
            found = place_labels([label], self._frame, [*fixed, *_boxes(others.values())])
            found = found or place_labels([label], self._frame, fixed)
            if found:
                names[id] = ways[found[id]][0]
                fixed.append(framed(names[id], focused=focused) if mark.is_area else names[id])
        kept = {key: shape for key, shape in others.items() if not _touches(shape, fixed)}
        ways_of_moved = {
            id: self._ways(mark, style_of(mark.place), mark.reach)
            for id, mark in arranged.marks.items()
            if id in others and id not in kept
        }
        found = self._placed(arranged.marks, ways_of_moved, [*fixed, *_boxes(kept.values())])
        plain = {id: box for id, box in arranged.names.items() if id in kept}
        plain |= {id: ways_of_moved[id][way][0] for id, way in found.items()}
        return Scene(
            {id: mark for id, mark in arranged.marks.items() if id not in raised},
            {id: box for id, box in plain.items() if id not in names},
            {key: name for key, name in arranged.ground_names.items() if key in kept},
            raised,
            names,
            {id: arranged.names[id] for id in names if id in arranged.names},
        )

    def _marks_in_sight(self) -> dict[str, Mark]:
        """The places to show, the important ones first; a sign that would touch that of a more
        important place waits until the reader comes nearer."""
        marks: dict[str, Mark] = {}
        signs: list[tuple[int, Box]] = []
        obstacles = list(self._furniture)
        for id, place in sorted(self._places.items(), key=lambda item: item[1].rank):
            shown = self._camera.scale >= least_scale(place)
            mark = self._mark(place, obstacles) if shown else None
            if mark is None:
                continue
            if not mark.is_area:
                sign = mark.box
                if any(rank < place.rank and other.overlaps(sign) for rank, other in signs):
                    continue
                signs.append((place.rank, sign))
                if mark.heading is not None:
                    obstacles.append(sign)
            marks[id] = mark
        return marks

    def _mark(
        self, place: MapPlace, obstacles: Sequence[Box], *, anywhere: bool = False
    ) -> Mark | None:
        """Where a place stands; out of sight, its arrow at the edge if it is an edge place or
        may be ``anywhere``."""
        at = self._camera.to_screen(*self._projection.to_metres(place.lon, place.lat))
        if not place.edge and self._visible.contains(at):
            return Mark(place, at, None)
        if not place.edge and not anywhere:
            return None
        inset = _ARROW_INSET
        edge = self._visible.adjusted(inset, inset, -inset, -inset)
        x = min(max(at.x(), edge.left()), edge.right())
        y = min(max(at.y(), edge.top()), edge.bottom())
        on_side = abs(at.x() - x) > abs(at.y() - y)
        for slide in outwards(8.0, edge.height() if on_side else edge.width()):
            foot = QPointF(x, y + slide) if on_side else QPointF(x + slide, y)
            mark = Mark(place, foot, math.atan2(at.y() - foot.y(), at.x() - foot.x()))
            if edge.contains(foot) and not _touches((mark.box,), obstacles):
                return mark
        return None

    def _ways(self, mark: Mark, style: Style, reach: float) -> tuple[Shape, ...]:
        """Where a name may stand; ``reach``: of the place's sign and rings from its middle."""
        size = self._lettering.size(label_of(mark.place, self._language), style)
        x, y, width, height = mark.at.x(), mark.at.y(), size.width(), size.height()
        if mark.is_area:
            return upon(x, y, width=width, height=height)
        return beside(x, y, width=width, height=height, gap=1.2 * reach + 0.5)

    def _placed(
        self,
        marks: Mapping[str, Mark],
        ways: Mapping[str, tuple[Shape, ...]],
        fixed: Sequence[Box],
    ) -> dict[str, int]:
        """The way each name takes, those with a sign before areas. Where that leaves out one of
        the first rank, those left out go first in a second try, and the try that writes more
        names counts."""

        def attempt(first: Collection[str]) -> dict[str, int]:
            labels = [Label(id, id not in first and 1 + marks[id].is_area, ways[id]) for id in ways]
            return place_labels(labels, self._frame, fixed)

        placed = attempt(())
        left_out = [id for id in ways if id not in placed and marks[id].place.rank == 1]
        return max(placed, attempt(left_out), key=len) if left_out else placed

    def _placed_ground_names(self, fixed: Sequence[Box]) -> dict[str, GroundName]:
        tried: dict[str, GroundName] = {}

        def shapes(key: str, ways: Iterable[GroundName]) -> Iterator[Shape]:
            for name in ways:
                tried[key] = name
                yield name.shape

        ways = self._ground_names.ways(self._camera, self._lettering, self._language)
        labels = [Label(key, 0, shapes(key, names)) for key, names in ways]
        # No more shapes are asked for than up to the one that fits.
        return {key: tried[key] for key in place_labels(labels, self._frame, fixed)}


def _sign_boxes(marks: Iterable[Mark]) -> list[Box]:
    return [mark.box for mark in marks if not mark.is_area]


def _boxes(shapes: Iterable[Shape]) -> list[Box]:
    return [box for shape in shapes for box in shape]


def _touches(shape: Shape, boxes: Iterable[Box]) -> bool:
    return any(part.overlaps(box) for box in boxes for part in shape)


def _slid_marks(marks: Mapping[str, Mark], by: QPointF) -> dict[str, Mark]:
    return {
        id: mark._replace(at=mark.at + by) if mark.heading is None else mark
        for id, mark in marks.items()
    }


def _slid_boxes(boxes: Mapping[str, Box], marks: Mapping[str, Mark], by: QPointF) -> dict[str, Box]:
    return {id: _slid(box, by) if marks[id].heading is None else box for id, box in boxes.items()}


def _slid_ground_names(names: Mapping[str, GroundName], by: QPointF) -> dict[str, GroundName]:
    return {
        key: name._replace(
            middle=name.middle + by, shape=tuple(_slid(box, by) for box in name.shape)
        )
        for key, name in names.items()
    }


def _slid(box: Box, by: QPointF) -> Box:
    across, down = by.x(), by.y()
    return Box(box.left + across, box.top + down, box.right + across, box.bottom + down)
