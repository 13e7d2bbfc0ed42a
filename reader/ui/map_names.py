"""Which names and signs of places stand on the map, and where, so that none covers another.

First everything is arranged as if no place stood out (Arranger.arrange). Those that do stand out
then get room for a ring and a bold name, and other names move only where they are in the way
(Arranger.emphasise).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF

from reader.content.city_map import MapPlace, Projection
from reader.content.label_placement import (
    Box,
    Label,
    Shape,
    anywhere,
    beside,
    inside,
    place_labels,
    upon,
)
from reader.content.straight_runs import outwards
from reader.ui.map_camera import Camera, box_of
from reader.ui.map_ground_names import GroundName, GroundNames
from reader.ui.map_lettering import (
    DISTRICT_NAME,
    PLACE_NAME,
    WATER_NAME,
    Lettering,
    Style,
)
from reader.ui.map_marks import Mark, framed, ring_reach, square
from reader.ui.map_scene import Arrangement, Claim, Emphasis, Scene
from reader.ui.map_wording import Wording

_SCALE_OF_RANK = {1: 0.0, 2: 0.05, 3: 0.1}
_ARROW_INSETS = (12.0, 36.0, 60.0)
"""How far (pixels) from the edge of the map an arrow stands, or else may stand."""

_NEAR = 32.0
"""How far (pixels) from its place a bold name may stand among the signs of an overlay."""


def least_scale(place: MapPlace) -> float:
    """From which scale on (pixels a metre) a place is shown."""
    return _SCALE_OF_RANK.get(place.rank, 0.0)


def style_of(place: MapPlace) -> Style:
    """How the name of a place is written that does not stand out."""
    return {"water": WATER_NAME, "district": DISTRICT_NAME}.get(place.kind, PLACE_NAME)


class Arranger:
    """Finds room for everything in one view.

    furniture: what no name and no arrow may cover. claims: what is laid over the map; a name
    without room beside it is left out. complete: show every place at any scale, however close to
    another.
    """

    def __init__(
        self,
        places: Mapping[str, MapPlace],
        projection: Projection,
        ground_names: GroundNames,
        camera: Camera,
        lettering: Lettering,
        wording: Wording,
        furniture: Sequence[Box],
        claims: Sequence[Claim] = (),
        *,
        complete: bool = False,
    ) -> None:
        self._places = places
        self._projection = projection
        self._ground_names = ground_names
        self._camera = camera
        self._lettering = lettering
        self._wording = wording
        self._furniture = [*furniture, *(box for claim in claims for box in claim.blocked)]
        self._complete = complete
        self._is_claimed = bool(claims)
        self._signs = {id: sign for claim in claims for id, sign in claim.signs.items()}
        self._hidden = frozenset(id for claim in claims for id in claim.hidden)
        self._visible = camera.visible()
        self._frame = box_of(self._visible.adjusted(3, 3, -3, -3))

    def arrange(self) -> Arrangement:
        """Finds room for places and ground names, the important ones first."""
        marks = self._marks_in_sight()
        ways: dict[str, tuple[Shape, ...]] = {}
        for id, mark in marks.items():
            if not self._is_near_enough(mark.place):
                continue
            ways[id] = self._ways(mark, style_of(mark.place), mark.reach)
            if mark.heading is not None:
                ways[id] += inside(ways[id], self._frame)
        taken: dict[str, int] = {}
        names: dict[str, Box] = {}
        for rank in sorted({mark.place.rank for mark in marks.values()}):
            # A name goes around every sign if it can; if not, lesser signs wait below it.
            for last in (math.inf,) if self._complete else (math.inf, rank):
                peers = {
                    id: ways[id]
                    for id, mark in marks.items()
                    if mark.place.rank == rank and id in ways and id not in taken
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
        signs = {id: mark.box for id, mark in arranged.marks.items() if not mark.is_area}
        raised, rings = self._raised(arranged, emphasis)
        for id in raised:
            others.pop(id, None)
        names: dict[str, Box] = {}
        taken = [*self._furniture, *rings.values()]
        for id, mark in raised.items():
            focused = id == emphasis.current
            ways = self._ways(mark, emphasis.style_of(id), ring_reach(focused=focused))
            ways = (ways[arranged.ways.get(id, 0) % len(ways)], *ways, *inside(ways, self._frame))
            all_signs = list(signs.values())
            # A name that stands out moves other names before it covers a sign, and covers a
            # lesser sign or stands farther off before it is left out.
            tries: list[tuple[Iterable[Shape], list[Box]]] = [
                (ways, [*all_signs, *_boxes(others.values())]),
                (ways, all_signs),
            ]
            everywhere = self._anywhere(mark, emphasis.style_of(id))
            if self._is_claimed:
                # The signs of an hour tell more than a name: no weighty one gives way to it.
                rank = mark.place.rank
                weighty = [
                    box for key, box in signs.items() if arranged.marks[key].place.rank <= rank
                ]
                near = [shape for shape in everywhere if _distance(shape[0], mark.at) <= _NEAR]
                tries += [(ways, weighty), (near, all_signs), (near, weighty)]
            else:
                tries += [
                    (everywhere, all_signs),
                    (ways, []),
                    (self._anywhere(mark, emphasis.style_of(id)), []),
                ]
            for way, more in tries:
                shapes = list(way)
                found = place_labels([Label(id, 0, shapes)], self._frame, [*taken, *more])
                if found:
                    names[id] = shapes[found[id]][0]
                    whole = framed(names[id], focused=focused) if mark.is_area else names[id]
                    taken.append(whole)
                    break
        covered = {
            id for id, box in signs.items() if id not in raised and _touches((box,), names.values())
        }
        marks = {id: mark for id, mark in arranged.marks.items() if id not in covered}
        fixed = [*taken, *(box for id, box in signs.items() if id not in covered)]
        kept = {
            key: shape
            for key, shape in others.items()
            if key not in covered and not _touches(shape, fixed)
        }
        ways_of_moved = {
            id: self._ways(mark, style_of(mark.place), mark.reach)
            for id, mark in marks.items()
            if id in others and id not in kept
        }
        found = self._placed(marks, ways_of_moved, [*fixed, *_boxes(kept.values())])
        plain = {id: box for id, box in arranged.names.items() if id in kept}
        plain |= {id: ways_of_moved[id][way][0] for id, way in found.items()}
        return Scene(
            {id: mark for id, mark in marks.items() if id not in raised},
            {id: box for id, box in plain.items() if id not in names},
            {key: name for key, name in arranged.ground_names.items() if key in kept},
            raised,
            names,
            {id: arranged.names[id] for id in names if id in arranged.names},
        )

    def _raised(
        self, arranged: Arrangement, emphasis: Emphasis
    ) -> tuple[dict[str, Mark], dict[str, Box]]:
        """The places that stand out, and what the rings around their signs cover."""
        fixed = [*self._furniture, *_sign_boxes(arranged.marks.values())]
        raised: dict[str, Mark] = {}
        rings: dict[str, Box] = {}
        for id in emphasis.ids():
            mark = arranged.marks.get(id) or self._mark(self._places[id], fixed, anywhere=True)
            if mark is None:
                continue
            raised[id] = mark
            if not mark.is_area:
                rings[id] = square(mark.at, ring_reach(focused=id == emphasis.current))
                fixed.append(rings[id])
        return raised, rings

    def _marks_in_sight(self) -> dict[str, Mark]:
        """The places to show, the important ones first; a sign that would touch that of a more
        important place waits until the reader comes nearer."""
        marks: dict[str, Mark] = {}
        signs: list[tuple[int, Box]] = []
        obstacles = list(self._furniture)
        for id, place in sorted(self._places.items(), key=lambda item: item[1].rank):
            shown = self._is_near_enough(place) or id in self._signs
            mark = self._mark(place, obstacles) if shown and id not in self._hidden else None
            if mark is None:
                continue
            if not mark.is_area:
                sign = mark.box
                if not self._complete and any(
                    rank < place.rank and other.overlaps(sign) for rank, other in signs
                ):
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
        at, room = self._signs.get(place.id, (at, 0.0))
        if not place.edge and self._visible.contains(at):
            return Mark(place, at, None, room)
        if not place.edge and not anywhere:
            return None
        for inset in _ARROW_INSETS:
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

    def _is_near_enough(self, place: MapPlace) -> bool:
        return self._complete or self._camera.scale >= least_scale(place)

    def _ways(self, mark: Mark, style: Style, reach: float) -> tuple[Shape, ...]:
        """Where a name may stand; ``reach``: of the place's sign and rings from its middle."""
        size = self._lettering.size(self._wording.of_place(mark.place), style)
        x, y, width, height = mark.at.x(), mark.at.y(), size.width(), size.height()
        if mark.is_area:
            return upon(x, y, width=width, height=height)
        return beside(x, y, width=width, height=height, gap=1.2 * reach + 0.5)

    def _anywhere(self, mark: Mark, style: Style) -> Iterator[Shape]:
        """Wherever a name may stand, near its place first; found when it is asked for."""
        size = self._lettering.size(self._wording.of_place(mark.place), style)
        yield from anywhere(
            mark.at.x(),
            mark.at.y(),
            width=size.width(),
            height=size.height(),
            frame=self._frame,
        )

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

        ways = self._ground_names.ways(self._camera, self._lettering, self._wording)
        labels = [Label(key, 0, shapes(key, names)) for key, names in ways]
        # No more shapes are asked for than up to the one that fits.
        return {key: tried[key] for key in place_labels(labels, self._frame, fixed)}


def _sign_boxes(marks: Iterable[Mark]) -> list[Box]:
    return [mark.box for mark in marks if not mark.is_area]


def _boxes(shapes: Iterable[Shape]) -> list[Box]:
    return [box for shape in shapes for box in shape]


def _distance(box: Box, point: QPointF) -> float:
    """From a point to the nearest one of a box."""
    x, y = point.x(), point.y()
    return math.hypot(max(box.left - x, 0.0, x - box.right), max(box.top - y, 0.0, y - box.bottom))


def _touches(shape: Shape, boxes: Iterable[Box]) -> bool:
    return any(part.overlaps(box) for box in boxes for part in shape)
