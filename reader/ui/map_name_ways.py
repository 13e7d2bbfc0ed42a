"""The ways the name of a place may stand in one view, and whose it could be taken for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QLineF, QPointF

from reader.content.city_map import MapPlace
from reader.content.label_placement import (
    Box,
    Shape,
    along,
    anywhere,
    beside,
    gap_between,
    leader,
    led,
    upon,
    with_leader,
)
from reader.ui.map_lettering import (
    DISTRICT_NAME,
    PLACE_NAME,
    WATER_NAME,
    Lettering,
    Style,
)
from reader.ui.map_marks import Mark
from reader.ui.map_wording import Wording

_FARTHEST = 48.0
"""How far (pixels) from its point the name of an area may stand."""


def style_of(place: MapPlace) -> Style:
    """How the name of a place is written that does not stand out."""
    return {"water": WATER_NAME, "district": DISTRICT_NAME}.get(place.kind, PLACE_NAME)


class NameWays:
    """Finds them. frame: what no name leaves. decks: what bridges cover, by the id of the place
    that a bridge is, or else by the key of its name."""

    def __init__(
        self, lettering: Lettering, wording: Wording, frame: Box, decks: Mapping[str, Shape]
    ) -> None:
        self._lettering = lettering
        self._wording = wording
        self._frame = frame
        self._decks = decks

    def near(self, mark: Mark, style: Style, reach: float) -> tuple[Shape, ...]:
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

    def led(self, mark: Mark, style: Style, reach: float) -> Iterator[Shape]:
        """Where a name may stand off its sign, with a line that leads there."""
        size = self._lettering.size(self._wording.of_place(mark.place), style)
        x, y, width, height = mark.at.x(), mark.at.y(), size.width(), size.height()
        return led(x, y, width=width, height=height, reach=reach, frame=self._frame)

    def anywhere(self, mark: Mark, style: Style, reach: float) -> Iterator[Shape]:
        """Wherever a name may stand, near its place first, with a line that leads there; found
        when it is asked for."""
        size = self._lettering.size(self._wording.of_place(mark.place), style)
        x, y = mark.at.x(), mark.at.y()
        width, height, step = size.width(), size.height(), 4.0 if mark.is_area else 8.0
        for shape in anywhere(x, y, width=width, height=height, frame=self._frame, step=step):
            if not mark.is_area:
                yield with_leader(shape[0], x, y, reach=reach)
            elif gap_between(shape[0], Box(x, y, x, y)) <= _FARTHEST:
                yield shape

    def around(
        self, marks: Mapping[str, Mark], id: str
    ) -> tuple[Shape, Sequence[Shape], Sequence[Shape]]:
        """own, rivals and alike of its Label; nothing for an area."""
        if marks[id].is_area:
            return (), (), ()
        return self.own(marks[id]), self.rivals(marks, id), self.alike(id)

    def own(self, mark: Mark) -> Shape:
        """What a name of that place has to be near; nothing for an area."""
        if mark.is_area:
            return ()
        deck = self._decks.get(mark.place.id, ()) if mark.heading is None else ()
        return (mark.box, *deck)

    def rivals(self, marks: Mapping[str, Mark], id: str) -> list[Shape]:
        """What a name could be taken to belong to instead: the signs of other places; for that of
        a bridge, also every other bridge."""
        rivals = [self.own(mark) for key, mark in marks.items() if key != id and not mark.is_area]
        if id in self._decks:
            rivals += [deck for key, deck in self._decks.items() if key != id and key not in marks]
        return rivals

    def alike(self, id: str) -> list[Shape]:
        """The other bridges, for a bridge."""
        if id not in self._decks:
            return []
        return [deck for key, deck in self._decks.items() if key != id]


def line_to(name: Box, at: QPointF, reach: float) -> QLineF:
    """The line from a name to the sign ``at`` that point."""
    ends = leader(name, at.x(), at.y(), reach=reach)
    return QLineF(*(QPointF(*end) for end in ends)) if ends else QLineF(at, at)


def sign_boxes(marks: Iterable[Mark]) -> list[Box]:
    """What the signs of places cover."""
    return [mark.box for mark in marks if not mark.is_area]


def boxes_of(shapes: Iterable[Shape]) -> list[Box]:
    """All boxes of those shapes."""
    return [box for shape in shapes for box in shape]


def touches(shape: Shape, boxes: Iterable[Box]) -> bool:
    """Whether any part of ``shape`` overlaps any of the ``boxes``."""
    return any(part.overlaps(box) for box in boxes for part in shape)
