"""Which names and signs of places stand on the map, and where, so that none covers another and
none is taken for that of another place.

First everything is arranged as if no place stood out (Arranger.arrange). Those that do stand out
then get room for a ring and a bold name, and other names move only where they are in the way
(Arranger.emphasise).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QLineF, QPointF

from reader.content.city_map import MapPlace, Projection
from reader.content.label_placement import (
    Box,
    Label,
    Shape,
    along,
    anywhere,
    beside,
    gap_between,
    inside,
    leader,
    led,
    place_labels,
    upon,
    with_leader,
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
from reader.ui.map_marks import Mark, framed, square
from reader.ui.map_scene import Arrangement, Claim, Emphasis, Scene
from reader.ui.map_wording import Wording

_SCALE_OF_RANK = {1: 0.0, 2: 0.05, 3: 0.1}
_ARROW_INSETS = (12.0, 36.0, 60.0)
"""How far (pixels) from the edge of the map an arrow stands, or else may stand."""

_BESIDE = 8.0
"""A name that stands farther (pixels) from the ring around its sign has a line that leads there."""
_SHORTEST_DECK = 8.0
"""From which length on (pixels) a bridge is seen as one."""


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
        self._decks = ground_names.decks(camera, _SHORTEST_DECK)
        # a bridge that is long enough to be named is nothing to write on
        named = ground_names.decks(camera)
        self._long_decks = [deck for id, deck in self._decks.items() if id in named or id in places]

    def arrange(self) -> Arrangement:
        """Finds room for places and ground names, the important ones first."""
        marks = self._marks_in_sight()
        ways: dict[str, tuple[Shape, ...]] = {}
        led_ways: dict[str, tuple[Shape, ...]] = {}
        for id, mark in marks.items():
            if not self._is_near_enough(mark.place):
                continue
            ways[id] = self._ways(mark, style_of(mark.place), mark.reach)
            if mark.heading is not None:
                ways[id] += inside(ways[id], self._frame)
            if not mark.is_area and (self._complete or mark.place.rank == 1):
                led_ways[id] = tuple(self._led(mark, style_of(mark.place), mark.at, mark.reach))
        taken: dict[str, int] = {}
        shapes: dict[str, Shape] = {}
        decks = _boxes(self._long_decks)
        for rank in sorted({mark.place.rank for mark in marks.values()}):
            # A name goes around every sign if it can. If not, one of the first rank has a line to
            # its sign or else lesser signs wait below it, but not the signs of an hour.
            covers = rank == 1 and not self._complete and not self._is_claimed
            for last in (math.inf, math.inf, rank) if covers else (math.inf, math.inf):
                peers = {
                    id: ways[id]
                    for id, mark in marks.items()
                    if mark.place.rank == rank and id in ways and id not in taken
                }
                signs = _sign_boxes(mark for mark in marks.values() if mark.place.rank <= last)
                fixed = [*self._furniture, *signs, *decks, *_boxes(shapes.values())]
                found = self._placed(marks, peers, fixed)
                taken |= found
                shapes |= {id: ways[id][way] for id, way in found.items()}
                ways |= {id: ways[id] + led_ways.pop(id) for id in peers if id in led_ways}
            marks = {
                id: mark
                for id, mark in marks.items()
                if mark.place.rank <= rank
                or mark.is_area
                or not _touches((mark.box,), _boxes(shapes.values()))
            }
        fixed = [*self._furniture, *_sign_boxes(marks.values()), *decks, *_boxes(shapes.values())]
        names = {id: shape[0] for id, shape in shapes.items()}
        leaders = {
            id: _line(names[id], marks[id].at, marks[id].reach)
            for id, shape in shapes.items()
            if len(shape) > 1
        }
        return Arrangement(marks, names, taken, self._placed_ground_names(marks, fixed), leaders)

    def emphasise(self, arranged: Arrangement, emphasis: Emphasis) -> Scene:
        """Finds room for the bold names of places that stand out; another name moves only if it
        is in the way of one, and is left out only if it finds no other room."""
        if not emphasis.ids():
            return Scene(
                arranged.marks, arranged.names, arranged.ground_names,
                {}, {}, {}, arranged.leaders, {},
            )  # fmt: skip
        from reader.ui.map_rings import rings_around

        others: dict[str, Shape] = {
            id: self._with_leader(arranged, id, box) for id, box in arranged.names.items()
        }
        others |= {key: name.shape for key, name in arranged.ground_names.items()}
        raised = self._raised(arranged, emphasis)
        unlit = {id: mark for id, mark in arranged.marks.items() if id not in raised}
        rings = rings_around(raised, _sign_boxes(unlit.values()), emphasis.current)
        if self._is_claimed:
            # no weighty sign of an hour gives way to a ring
            for id, ring in list(rings.items()):
                rank = self._places[id].rank
                if any(
                    mark.place.rank <= rank and not mark.is_area and ring.crosses(mark.box)
                    for mark in unlit.values()
                ):
                    del rings[id]
        crossed = {
            id
            for id, mark in unlit.items()
            if not mark.is_area and any(ring.crosses(mark.box) for ring in rings.values())
        }
        signs = {
            id: mark.box
            for id, mark in arranged.marks.items()
            if not mark.is_area and id not in crossed
        }
        for id in [*raised, *crossed]:
            others.pop(id, None)
        names: dict[str, Box] = {}
        leaders: dict[str, QLineF] = {}
        decks = _boxes(self._long_decks)
        taken = [*self._furniture, *(ring.box for ring in rings.values())]
        taken += [mark.box for id, mark in raised.items() if id not in rings and not mark.is_area]
        standing = {id: mark for id, mark in (unlit | raised).items() if id not in crossed}
        for id, mark in raised.items():
            at, reach = (
                (rings[id].middle, rings[id].reach) if id in rings else (mark.at, mark.reach)
            )
            shape = self._raised_shape(
                arranged, emphasis, mark._replace(at=at), reach, standing, signs, others,
                taken, decks,
            )  # fmt: skip
            if shape is None:
                continue
            names[id] = shape[0]
            if not mark.is_area and gap_between(shape[0], square(at, reach)) > _BESIDE:
                leaders[id] = _line(shape[0], at, reach)
            focused = id == emphasis.current
            whole = framed(names[id], focused=focused) if mark.is_area else names[id]
            taken += [whole, *shape[1:]]
        covered = crossed | {
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
        fixed += [*decks, *_boxes(kept.values())]
        found = self._placed(marks | raised, ways_of_moved, fixed)
        plain = {id: box for id, box in arranged.names.items() if id in kept}
        leaders |= {id: line for id, line in arranged.leaders.items() if id in plain}
        plain |= {id: ways_of_moved[id][way][0] for id, way in found.items()}
        return Scene(
            {id: mark for id, mark in marks.items() if id not in raised},
            {id: box for id, box in plain.items() if id not in names},
            {key: name for key, name in arranged.ground_names.items() if key in kept},
            raised,
            names,
            {id: arranged.names[id] for id in names if id in arranged.names},
            leaders,
            rings,
        )

    def _raised_shape(
        self,
        arranged: Arrangement,
        emphasis: Emphasis,
        mark: Mark,
        reach: float,
        standing: Mapping[str, Mark],
        signs: Mapping[str, Box],
        others: Mapping[str, Shape],
        taken: Sequence[Box],
        decks: Sequence[Box],
    ) -> Shape | None:
        """Where the name of a place stands that stands out. It moves other names before it goes
        away from its sign, does that before it covers a lesser sign, and all before it is left
        out."""
        id, rank = mark.place.id, mark.place.rank
        style = emphasis.style_of(id)
        ways = self._ways(mark, style, reach)
        ways = (ways[arranged.ways.get(id, 0) % len(ways)], *ways, *inside(ways, self._frame))
        all_signs, weighty = list(signs.values()), []
        for key, box in signs.items():
            if key not in arranged.marks or arranged.marks[key].place.rank <= rank:
                weighty.append(box)
        names = _boxes(others.values())
        own = () if mark.is_area else (square(mark.at, reach), *self._decks.get(id, ()))
        rivals = self._rivals(standing, id)

        def far() -> Iterable[Shape]:
            return () if mark.is_area else self._led(mark, style, mark.at, reach)

        tries: list[tuple[Callable[[], Iterable[Shape]], list[Box], bool]] = [
            (lambda: ways, [*all_signs, *decks, *names], True),
            (lambda: ways, [*all_signs, *decks], True),
            (far, [*all_signs, *decks, *names], True),
            (far, [*all_signs, *decks], True),
            (lambda: ways, weighty, True),
            (far, weighty, True),
        ]
        if not self._is_claimed:  # the signs of an hour tell more than a name
            tries += [
                (lambda: self._anywhere(mark, style, reach), all_signs, False),
                (lambda: ways, [], False),
                (lambda: self._anywhere(mark, style, reach), [], False),
                (lambda: ((s[0],) for s in self._anywhere(mark, style, reach)), [], False),
            ]
        tried: list[Shape] = []

        def each(shapes: Iterable[Shape]) -> Iterator[Shape]:
            for shape in shapes:
                tried[:] = [shape]
                yield shape

        for find, more, clear in tries:
            label = Label(id, 0, each(find()), own if clear else (), rivals, self._alike(id))
            if place_labels([label], self._frame, [*taken, *more]):
                return tried[0]
        return None

    def _raised(self, arranged: Arrangement, emphasis: Emphasis) -> dict[str, Mark]:
        """The places that stand out."""
        fixed = [*self._furniture, *_sign_boxes(arranged.marks.values())]
        raised: dict[str, Mark] = {}
        for id in emphasis.ids():
            mark = arranged.marks.get(id) or self._mark(self._places[id], fixed, anywhere=True)
            if mark is None:
                continue
            raised[id] = mark
            if not mark.is_area:
                fixed.append(mark.box)
        return raised

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
        gap = 1.2 * reach + 0.5
        shapes = beside(x, y, width=width, height=height, gap=gap)
        deck = self._decks.get(mark.place.id)
        if deck is not None and mark.heading is None:
            ends = [((box.left + box.right) / 2, (box.top + box.bottom) / 2) for box in deck]
            shapes += along(ends, width=width, height=height, gap=gap)[len(shapes) :]
        return shapes

    def _led(self, mark: Mark, style: Style, at: QPointF, reach: float) -> Iterator[Shape]:
        """Where a name may stand off its sign, with a line that leads there."""
        size = self._lettering.size(self._wording.of_place(mark.place), style)
        width, height = size.width(), size.height()
        return led(at.x(), at.y(), width=width, height=height, reach=reach, frame=self._frame)

    def _anywhere(self, mark: Mark, style: Style, reach: float) -> Iterator[Shape]:
        """Wherever a name may stand, near its place first, with a line that leads there; found
        when it is asked for."""
        size = self._lettering.size(self._wording.of_place(mark.place), style)
        x, y = mark.at.x(), mark.at.y()
        for shape in anywhere(x, y, width=size.width(), height=size.height(), frame=self._frame):
            yield shape if mark.is_area else with_leader(shape[0], x, y, reach=reach)

    def _with_leader(self, arranged: Arrangement, id: str, name: Box) -> Shape:
        if id not in arranged.leaders:
            return (name,)
        mark = arranged.marks[id]
        return with_leader(name, mark.at.x(), mark.at.y(), reach=mark.reach)

    def _own(self, mark: Mark) -> Shape:
        """What a name of that place has to be near; nothing for an area."""
        if mark.is_area:
            return ()
        deck = self._decks.get(mark.place.id, ()) if mark.heading is None else ()
        return (mark.box, *deck)

    def _rivals(self, marks: Mapping[str, Mark], id: str) -> list[Shape]:
        """What a name could be taken to belong to instead: the signs of other places; for that of
        a bridge, also every other bridge."""
        rivals = [self._own(mark) for key, mark in marks.items() if key != id and not mark.is_area]
        if id in self._decks:
            rivals += [deck for key, deck in self._decks.items() if key != id and key not in marks]
        return rivals

    def _alike(self, id: str) -> list[Shape]:
        """The other bridges, for a bridge."""
        if id not in self._decks:
            return []
        return [deck for key, deck in self._decks.items() if key != id]

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
            labels = [
                Label(id, id not in first and 1 + marks[id].is_area, ways[id], *signs[id])
                for id in ways
            ]
            return place_labels(labels, self._frame, fixed)

        signs = {
            id: ((), (), ())
            if marks[id].is_area
            else (self._own(marks[id]), self._rivals(marks, id), self._alike(id))
            for id in ways
        }

        placed = attempt(())
        left_out = [id for id in ways if id not in placed and marks[id].place.rank == 1]
        return max(placed, attempt(left_out), key=len) if left_out else placed

    def _placed_ground_names(
        self, marks: Mapping[str, Mark], fixed: Sequence[Box]
    ) -> dict[str, GroundName]:
        tried: dict[str, GroundName] = {}

        def shapes(key: str, ways: Iterable[GroundName]) -> Iterator[Shape]:
            for name in ways:
                tried[key] = name
                yield name.shape

        ways = self._ground_names.ways(self._camera, self._lettering, self._wording)
        labels = [
            Label(
                key,
                0,
                shapes(key, names),
                self._decks.get(key, ()),
                self._rivals(marks, key) if key in self._decks else (),
                self._alike(key),
            )
            for key, names in ways
        ]
        # No more shapes are asked for than up to the one that fits.
        return {key: tried[key] for key in place_labels(labels, self._frame, fixed)}


def _sign_boxes(marks: Iterable[Mark]) -> list[Box]:
    return [mark.box for mark in marks if not mark.is_area]


def _boxes(shapes: Iterable[Shape]) -> list[Box]:
    return [box for shape in shapes for box in shape]


def _line(name: Box, at: QPointF, reach: float) -> QLineF:
    """The line from a name to the sign ``at`` that point."""
    ends = leader(name, at.x(), at.y(), reach=reach)
    return QLineF(*(QPointF(*end) for end in ends)) if ends else QLineF(at, at)


def _touches(shape: Shape, boxes: Iterable[Box]) -> bool:
    return any(part.overlaps(box) for box in boxes for part in shape)
