"""Which names and signs of places stand on the map, and where, so that none covers another and
none is taken for that of another place.

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
    inside,
    place_labels,
    slid,
    stands_clear,
)
from reader.content.straight_runs import outwards
from reader.ui.map_camera import Camera, box_of
from reader.ui.map_ground_names import GroundName, GroundNames
from reader.ui.map_lettering import Lettering
from reader.ui.map_marks import Mark, square
from reader.ui.map_name_ways import (
    NameWays,
    boxes_of,
    line_to,
    sign_boxes,
    style_of,
    touches,
)
from reader.ui.map_scene import Arrangement, Claim, Emphasis, Scene
from reader.ui.map_wording import Wording

_SCALE_OF_RANK = {1: 0.0, 2: 0.05, 3: 0.1}
_ARROW_INSETS = (12.0, 36.0, 60.0)
"""How far (pixels) from the edge of the map an arrow stands, or else may stand."""

_OFF_SIGNS = 5.0
"""How far (pixels) from every sign the name of an area stands if it can."""
_SHORTEST_DECK = 8.0
"""From which length on (pixels) a bridge is seen as one."""


def least_scale(place: MapPlace) -> float:
    """From which scale on (pixels a metre) a place is shown."""
    return _SCALE_OF_RANK.get(place.rank, 0.0)


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
        self.places = places
        self._projection = projection
        self._ground_names = ground_names
        self._camera = camera
        self._lettering, self._wording = lettering, wording
        self.furniture = [*furniture, *(box for claim in claims for box in claim.blocked)]
        self._complete = complete
        self.is_claimed = bool(claims)
        self._signs = {id: sign for claim in claims for id, sign in claim.signs.items()}
        self._hidden = frozenset(id for claim in claims for id in claim.hidden)
        self._weighty = frozenset(id for claim in claims for id in claim.weighty)
        self._followed = frozenset(id for claim in claims for id in claim.followed)
        self._visible = camera.visible()
        self.frame = box_of(self._visible.adjusted(2, 2, -2, -2))
        self.decks = ground_names.decks(camera, _SHORTEST_DECK)
        self.ways = NameWays(lettering, wording, self.frame, self.decks)
        # a bridge that is long enough to be named is nothing to write on
        named = ground_names.decks(camera)
        self.long_decks = [deck for id, deck in self.decks.items() if id in named or id in places]

    def arrange(self) -> Arrangement:
        """Finds room for places and ground names, the important ones first."""
        marks = self._marks_in_sight()
        ways: dict[str, tuple[Shape, ...]] = {}
        led: set[str] = set()
        is_searched = self._complete or self.is_claimed
        for id, mark in marks.items():
            if not self._is_near_enough(mark.place):
                continue
            ways[id] = self.ways.near(mark, style_of(mark.place), mark.reach)
            if mark.heading is not None:
                ways[id] += inside(ways[id], self.frame)
        taken: dict[str, int] = {}
        shapes: dict[str, Shape] = {}
        decks = boxes_of(self.long_decks)
        for rank in sorted({mark.place.rank for mark in marks.values()}):
            # A name goes around every sign if it can. If not, one of the first rank has a line to
            # its sign or else lesser signs wait below it, but not the signs of an hour.
            covers = rank == 1 and not self._complete and not self.is_claimed
            for last in (math.inf, math.inf, rank) if covers else (math.inf, math.inf):
                peers = {
                    id: ways[id]
                    for id, mark in marks.items()
                    if mark.place.rank == rank and id in ways and id not in taken
                }
                signs = sign_boxes(mark for mark in marks.values() if mark.place.rank <= last)
                fixed = [*self.furniture, *signs, *decks, *boxes_of(shapes.values())]
                found = self.placed(marks, peers, fixed)
                taken |= found
                shapes |= {id: ways[id][way] for id, way in found.items()}
                for id in peers:
                    mark = marks[id]
                    if mark.is_area or id in led or not (self._complete or rank == 1):
                        continue
                    if is_searched or id not in taken:  # else nobody asks for them
                        led.add(id)
                        ways[id] += tuple(self.ways.led(mark, style_of(mark.place), mark.reach))
            if self._complete or (self.is_claimed and rank == 1):
                peers = {id: ways[id] for id in ways if marks[id].place.rank == rank}
                for least in (math.inf,) if self._complete else (math.inf, 3, 2):
                    standing = {
                        id: mark
                        for id, mark in marks.items()
                        if mark.place.rank < least or mark.is_area or id in self._weighty
                    }
                    more = self.searched(standing, peers, shapes)
                    taken |= {id: taken.get(id, 0) for id in more}
                    shapes |= more
                    if len(more) == len(peers):
                        break
                marks = {
                    id: mark
                    for id, mark in marks.items()
                    if id in standing or self._is_no_rival(marks, id, shapes)
                }
            marks = {
                id: mark
                for id, mark in marks.items()
                if mark.place.rank <= rank
                or mark.is_area
                or not touches((mark.box,), boxes_of(shapes.values()))
            }
        fixed = [*self.furniture, *sign_boxes(marks.values()), *decks, *boxes_of(shapes.values())]
        names = {id: shape[0] for id, shape in shapes.items()}
        leaders = {
            id: line_to(names[id], marks[id].at, marks[id].reach)
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
        from reader.ui.map_emphasis import emphasise

        return emphasise(self, arranged, emphasis)

    def _marks_in_sight(self) -> dict[str, Mark]:
        """The places to show, the important ones first; a sign that would touch that of a more
        important place waits until the reader comes nearer."""
        marks: dict[str, Mark] = {}
        signs: list[tuple[int, Box]] = []
        obstacles = list(self.furniture)
        for id, place in sorted(self.places.items(), key=lambda item: item[1].rank):
            shown = self._is_near_enough(place) or id in self._signs
            mark = self.mark(place, obstacles) if shown and id not in self._hidden else None
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

    def mark(
        self, place: MapPlace, obstacles: Sequence[Box], *, anywhere: bool = False
    ) -> Mark | None:
        """Where a place stands; out of sight, its arrow at the edge if it is an edge place, is
        followed or may be ``anywhere``."""
        at = self._camera.to_screen(*self._projection.to_metres(place.lon, place.lat))
        at, room = self._signs.get(place.id, (at, 0.0))
        if not place.edge and self._visible.contains(at):
            return Mark(place, at, None, room)
        if not (place.edge or anywhere or place.id in self._followed):
            return None
        for inset in _ARROW_INSETS:
            edge = self._visible.adjusted(inset, inset, -inset, -inset)
            x = min(max(at.x(), edge.left()), edge.right())
            y = min(max(at.y(), edge.top()), edge.bottom())
            on_side = abs(at.x() - x) > abs(at.y() - y)
            for slide in outwards(8.0, edge.height() if on_side else edge.width()):
                foot = QPointF(x, y + slide) if on_side else QPointF(x + slide, y)
                mark = Mark(place, foot, math.atan2(at.y() - foot.y(), at.x() - foot.x()))
                if edge.contains(foot) and not touches((mark.box,), obstacles):
                    return mark
        return None

    def _is_near_enough(self, place: MapPlace) -> bool:
        return self._complete or self._camera.scale >= least_scale(place)

    def placed(
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
            return place_labels(labels, self.frame, fixed)

        signs = {id: self.ways.around(marks, id) for id in ways}
        placed = attempt(())
        left_out = [id for id in ways if id not in placed and marks[id].place.rank == 1]
        return max(placed, attempt(left_out), key=len) if left_out else placed

    def searched(
        self,
        marks: Mapping[str, Mark],
        ways: Mapping[str, tuple[Shape, ...]],
        standing: Mapping[str, Shape],
    ) -> dict[str, Shape]:
        """Shapes for the names of one rank, for those left out wherever there is room for them and
        a line to their signs. The line may cross bridges, and at the worst the name covers one.
        If even so one stays out, those left out choose before all others of their rank."""

        def attempt(ids: Iterable[str], shapes: dict[str, Shape]) -> dict[str, Shape]:
            for id in ids:
                fixed = [*signs, *boxes_of(shapes.values())]
                found = self._first_fit(marks, id, self._all_over(marks, id, ways[id]), fixed)
                shapes |= {id: found} if found else {}
            return {id: shape for id, shape in shapes.items() if id in ways}

        signs = [*self.furniture, *sign_boxes(marks.values())]
        by_weight = [*(id for id in self._signs if id in ways), *ways]
        left_out = [id for id in dict.fromkeys(by_weight) if id not in standing]
        best = attempt(left_out, dict(standing))
        if len(best) < len(ways):
            others = {id: shape for id, shape in standing.items() if id not in ways}
            order = [id for id in left_out if id not in best]
            again = attempt(dict.fromkeys((*order, *left_out, *by_weight)), others)
            best = max(best, again, key=len)
        return best

    def _is_no_rival(self, marks: Mapping[str, Mark], id: str, shapes: Mapping[str, Shape]) -> bool:
        """Whether the sign of a place neither lies below one of those names nor could be taken for
        what it names."""
        rival = [self.ways.own(marks[id])]
        return all(
            stands_clear(shape, self.ways.own(marks[key]), rival)
            and not touches(shape, [marks[id].box])
            for key, shape in shapes.items()
        )

    def _all_over(
        self, marks: Mapping[str, Mark], id: str, ways: tuple[Shape, ...]
    ) -> Iterator[Shape]:
        """First those ways, then wherever else that name may stand."""
        mark, decks = marks[id], boxes_of(self.long_decks)
        if mark.is_area:  # nor so near to a sign that it seems to name it
            decks += [square(other.at, other.reach + _OFF_SIGNS) for other in marks.values()]
        near = (*ways, *slid(inside(ways[:2], self.frame)))
        yield from (shape for shape in near if not touches(shape, decks))
        style, late = style_of(mark.place), []
        for shape in self.ways.anywhere(mark, style, mark.reach):
            if touches(shape[:1], decks):
                late.append(shape)
            else:
                yield shape
        yield from late

    def _first_fit(
        self, marks: Mapping[str, Mark], id: str, shapes: Iterable[Shape], fixed: Sequence[Box]
    ) -> Shape | None:
        tried: list[Shape] = []

        def each() -> Iterator[Shape]:
            for shape in shapes:
                tried[:] = [shape]
                yield shape

        own, rivals, alike = self.ways.around(marks, id)
        found = place_labels([Label(id, 0, each(), own, rivals, alike)], self.frame, fixed)
        return tried[0] if found else None

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
                self.decks.get(key, ()),
                self.ways.rivals(marks, key) if key in self.decks else (),
                self.ways.alike(key),
            )
            for key, names in ways
        ]
        # No more shapes are asked for than up to the one that fits.
        return {key: tried[key] for key in place_labels(labels, self.frame, fixed)}
