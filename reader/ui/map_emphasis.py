"""The places that stand out, on a map where everything is arranged as if none did.

They get room for a ring and a bold name, and other names move only where they are in the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF

from reader.content.label_placement import (
    Box,
    Label,
    Shape,
    gap_between,
    inside,
    place_labels,
    with_leader,
)
from reader.ui.map_marks import Mark, framed, square
from reader.ui.map_name_ways import boxes_of, line_to, sign_boxes, style_of, touches
from reader.ui.map_rings import rings_around
from reader.ui.map_scene import Arrangement, Emphasis, Scene

if TYPE_CHECKING:
    from reader.ui.map_names import Arranger

_BESIDE = 8.0
"""A name that stands farther (pixels) from the ring around its sign has a line that leads there."""


def emphasise(arranger: Arranger, arranged: Arrangement, emphasis: Emphasis) -> Scene:
    """Finds room for the bold names of places that stand out; another name moves only if it
    is in the way of one, and is left out only if it finds no other room."""
    others: dict[str, Shape] = {
        id: _with_leader(arranged, id, box) for id, box in arranged.names.items()
    }
    others |= {key: name.shape for key, name in arranged.ground_names.items()}
    raised = _raised(arranger, arranged, emphasis)
    unlit = {id: mark for id, mark in arranged.marks.items() if id not in raised}
    rings = rings_around(raised, sign_boxes(unlit.values()), emphasis.current)
    if arranger.is_claimed:
        # no weighty sign of an hour gives way to a ring
        for id, ring in list(rings.items()):
            rank = arranger.places[id].rank
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
    decks = boxes_of(arranger.long_decks)
    taken = [*arranger.furniture, *(ring.box for ring in rings.values())]
    taken += [mark.box for id, mark in raised.items() if id not in rings and not mark.is_area]
    standing = {id: mark for id, mark in (unlit | raised).items() if id not in crossed}
    for id, mark in raised.items():
        at, reach = (rings[id].middle, rings[id].reach) if id in rings else (mark.at, mark.reach)
        shape = _raised_shape(
            arranger, arranged, emphasis, mark._replace(at=at), reach, standing, signs, others,
            taken, decks,
        )  # fmt: skip
        if shape is None:
            continue
        names[id] = shape[0]
        if not mark.is_area and gap_between(shape[0], square(at, reach)) > _BESIDE:
            leaders[id] = line_to(shape[0], at, reach)
        focused = id == emphasis.current
        whole = framed(names[id], focused=focused) if mark.is_area else names[id]
        taken += [whole, *shape[1:]]
    covered = crossed | {
        id for id, box in signs.items() if id not in raised and touches((box,), names.values())
    }
    marks = {id: mark for id, mark in arranged.marks.items() if id not in covered}
    fixed = [*taken, *(box for id, box in signs.items() if id not in covered)]
    kept = {
        key: shape
        for key, shape in others.items()
        if key not in covered and not touches(shape, fixed)
    }
    ways_of_moved = {
        id: arranger.ways.near(mark, style_of(mark.place), mark.reach)
        for id, mark in marks.items()
        if id in others and id not in kept
    }
    fixed += [*decks, *boxes_of(kept.values())]
    found = arranger.placed(marks | raised, ways_of_moved, fixed)
    plain = {id: box for id, box in arranged.names.items() if id in kept}
    leaders |= {id: line for id, line in arranged.leaders.items() if id in plain}
    moved = {id: ways_of_moved[id][way] for id, way in found.items()}
    if arranger.is_claimed:
        left_out = {
            id: ways
            for id, ways in ways_of_moved.items()
            if id not in moved and marks[id].place.rank == 1
        }
        standing_names = kept | moved | {"": tuple(taken)}
        moved |= arranger.searched(marks | raised, left_out, standing_names) if left_out else {}
    plain |= {id: shape[0] for id, shape in moved.items()}
    leaders |= {
        id: line_to(shape[0], marks[id].at, marks[id].reach)
        for id, shape in moved.items()
        if len(shape) > 1
    }
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
    arranger: Arranger,
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
    ways = arranger.ways.near(mark, style, reach)
    ways = (ways[arranged.ways.get(id, 0) % len(ways)], *ways, *inside(ways, arranger.frame))
    all_signs, weighty = list(signs.values()), []
    for key, box in signs.items():
        if key not in arranged.marks or arranged.marks[key].place.rank <= rank:
            weighty.append(box)
    names = boxes_of(others.values())
    own = () if mark.is_area else (square(mark.at, reach), *arranger.decks.get(id, ()))
    rivals = arranger.ways.rivals(standing, id)

    def far() -> Iterable[Shape]:
        return () if mark.is_area else arranger.ways.led(mark, style, reach)

    tries: list[tuple[Callable[[], Iterable[Shape]], list[Box], bool]] = [
        (lambda: ways, [*all_signs, *decks, *names], True),
        (lambda: ways, [*all_signs, *decks], True),
        (far, [*all_signs, *decks, *names], True),
        (far, [*all_signs, *decks], True),
        (lambda: ways, weighty, True),
        (far, weighty, True),
    ]
    if arranger.is_claimed:
        tries += [
            (lambda: arranger.ways.anywhere(mark, style, reach), all_signs, True),
            (lambda: arranger.ways.anywhere(mark, style, reach), weighty, True),
        ]
    else:  # the signs of an hour tell more than a name
        tries += [
            (lambda: arranger.ways.anywhere(mark, style, reach), all_signs, False),
            (lambda: ways, [], False),
            (lambda: arranger.ways.anywhere(mark, style, reach), [], False),
            (lambda: ((s[0],) for s in arranger.ways.anywhere(mark, style, reach)), [], False),
        ]
    tried: list[Shape] = []

    def each(shapes: Iterable[Shape]) -> Iterator[Shape]:
        for shape in shapes:
            tried[:] = [shape]
            yield shape

    for find, more, clear in tries:
        label = Label(id, 0, each(find()), own if clear else (), rivals, arranger.ways.alike(id))
        if place_labels([label], arranger.frame, [*taken, *more]):
            return tried[0]
    return None


def _raised(arranger: Arranger, arranged: Arrangement, emphasis: Emphasis) -> dict[str, Mark]:
    """The places that stand out."""
    fixed = [*arranger.furniture, *sign_boxes(arranged.marks.values())]
    raised: dict[str, Mark] = {}
    for id in emphasis.ids():
        mark = arranged.marks.get(id) or arranger.mark(arranger.places[id], fixed, anywhere=True)
        if mark is None:
            continue
        raised[id] = mark
        if not mark.is_area:
            fixed.append(mark.box)
    return raised


def _with_leader(arranged: Arrangement, id: str, name: Box) -> Shape:
    if id not in arranged.leaders:
        return (name,)
    mark = arranged.marks[id]
    return with_leader(name, mark.at.x(), mark.at.y(), reach=mark.reach)
