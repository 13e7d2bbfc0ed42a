"""What stands where on the map: names and signs of places as they were arranged in one view."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF

from reader.content.label_placement import Box, Shape
from reader.ui.map_camera import rect_of
from reader.ui.map_ground_names import GroundName
from reader.ui.map_lettering import CHOSEN_NAME, MARKED_NAME, Style
from reader.ui.map_marks import Mark

if TYPE_CHECKING:
    from reader.ui.map_rings import Ring

_HIT_RADIUS = 12.0


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


class Claim(NamedTuple):
    """The room that something laid over the map takes, in pixels.

    signs: of places it draws itself, the middle of each and how far it reaches. blocked: what else
    no name may cover. hidden: places for whose signs there is no room. followed: places that have
    an arrow at the edge while they are out of sight. weighty: those whose signs give way to no
    name.
    """

    signs: Mapping[str, tuple[QPointF, float]]
    blocked: Sequence[Box]
    hidden: Collection[str]
    followed: Collection[str] = ()
    weighty: Collection[str] = ()


class Arrangement(NamedTuple):
    """Where everything stands as long as no place stands out.

    marks, names: of places, by id; the names are those that found room. ways: which of the ways
    it may stand each name has taken. ground_names: by key. leaders: the lines to the signs of names
    that do not stand beside them.
    """

    marks: dict[str, Mark]
    names: dict[str, Box]
    ways: dict[str, int]
    ground_names: dict[str, GroundName]
    leaders: dict[str, QLineF]

    def slid(self, by: QPointF) -> Arrangement:
        """The same after the ground was moved by so much; arrows stay at the edge."""
        return self._replace(
            marks=_slid_marks(self.marks, by),
            names=_slid_boxes(self.names, self.marks, by),
            ground_names=_slid_ground_names(self.ground_names, by),
            leaders=_slid_lines(self.leaders, self.marks, by),
        )


class Scene(NamedTuple):
    """Everything the reader sees on the ground.

    raised_marks, raised_names: of the places that stand out, by id. marks, names, ground_names: of
    all others, as in an Arrangement. former_names: of those that stand out, where their names would
    be otherwise. leaders: of both. rings: around the signs of those that stand out.
    """

    marks: dict[str, Mark]
    names: dict[str, Box]
    ground_names: dict[str, GroundName]
    raised_marks: dict[str, Mark]
    raised_names: dict[str, Box]
    former_names: dict[str, Box]
    leaders: dict[str, QLineF]
    rings: dict[str, Ring]

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
            _slid_lines(self.leaders, marks, by),
            {
                id: ring.slid(by) if marks[id].heading is None else ring
                for id, ring in self.rings.items()
            },
        )


def _slid_marks(marks: Mapping[str, Mark], by: QPointF) -> dict[str, Mark]:
    return {
        id: mark._replace(at=mark.at + by) if mark.heading is None else mark
        for id, mark in marks.items()
    }


def _slid_boxes(boxes: Mapping[str, Box], marks: Mapping[str, Mark], by: QPointF) -> dict[str, Box]:
    return {id: _slid(box, by) if marks[id].heading is None else box for id, box in boxes.items()}


def _slid_lines(
    lines: Mapping[str, QLineF], marks: Mapping[str, Mark], by: QPointF
) -> dict[str, QLineF]:
    return {
        id: line.translated(by) if marks[id].heading is None else line for id, line in lines.items()
    }


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
