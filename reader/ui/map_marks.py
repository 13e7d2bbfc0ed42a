"""The signs of places on the map: a dot, a ship, a station's square, an arrow to what is off it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QTransform

from reader.content.city_map import MapPlace
from reader.content.label_placement import Box
from reader.ui.map_camera import rect_of
from reader.ui.theme import Theme

_DOT_RADIUS = 4.0
_AREAS = ("district", "water")
"""Kinds whose name stands on the ground itself, without a sign."""


class Mark(NamedTuple):
    """A place as it stands on the screen. heading: of its arrow, in radians, clockwise from
    east, where the place itself is out of sight; None for a place in sight. room: how far the sign
    reaches that an overlay draws in place of its own."""

    place: MapPlace
    at: QPointF
    heading: float | None
    room: float = 0.0

    @property
    def is_area(self) -> bool:
        """Whether it has no sign, only a name."""
        return self.heading is None and self.place.kind in _AREAS

    @property
    def reach(self) -> float:
        """How far its sign reaches from its middle."""
        if self.heading is not None:
            return 7.0
        return max(self.room, 9.0 if self.place.kind == "ship" else _DOT_RADIUS + 1)

    @property
    def box(self) -> Box:
        """What its sign covers."""
        if self.place.kind == "ship" and self.heading is None:
            x, y = self.at.x(), self.at.y()
            return Box(x - 9, y - 7, x + 9, y + 5)
        return square(self.at, self.reach)


def square(middle: QPointF, reach: float) -> Box:
    """What something covers that reaches so far from its middle."""
    x, y = middle.x(), middle.y()
    return Box(x - reach, y - reach, x + reach, y + reach)


def framed(name: Box, *, focused: bool) -> Box:
    """The name of an area that stands out, with the frame around it."""
    room = 5.0 if focused else 2.0
    return Box(name.left - room, name.top - room, name.right + room, name.bottom + room)


def paint_signs(painter: QPainter, marks: Iterable[Mark], theme: Theme, use: str = "place") -> None:
    """Draws the signs of places in one colour of the theme, each with a rim of land."""
    rim, ink = QPen(theme.color("land"), 2.5), theme.color(use)
    rim.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for mark in marks:
        if not mark.is_area:
            sign = _sign(mark)
            painter.strokePath(sign, rim)
            painter.fillPath(sign, ink)


def paint_ring(
    painter: QPainter, middle: QPointF, radius: float, focus: float, theme: Theme, use: str
) -> None:
    """Draws the ring around a place that stands out, and the dotted line of the keyboard as far
    out as ``focus``, 0 for none."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("land"), 3))
    painter.drawEllipse(middle, radius, radius)
    painter.setPen(QPen(theme.color(use), 2))
    painter.drawEllipse(middle, radius, radius)
    if focus:
        painter.setPen(QPen(theme.color("accent"), 2, Qt.PenStyle.DotLine))
        painter.drawEllipse(middle, focus, focus)


def paint_frame(painter: QPainter, name: Box, theme: Theme, use: str, *, focused: bool) -> None:
    """Draws the frame around the ``name`` of an area that stands out."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(use), 2))
    painter.drawRoundedRect(rect_of(name).adjusted(-1, -1, 1, 1), 5, 5)
    if focused:
        painter.setPen(QPen(theme.color("accent"), 2, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(rect_of(name).adjusted(-4, -4, 4, 4), 6, 6)


def paint_leaders(painter: QPainter, lines: Iterable[QLineF], theme: Theme) -> None:
    """Draws the lines from names to the signs that they do not stand beside."""
    for colour, width in (("land", 3.0), ("ink", 1.0)):
        painter.setPen(QPen(theme.color(colour), width))
        painter.drawLines(list(lines))


def paint_sign(painter: QPainter, kind: str, at: QPointF, theme: Theme) -> None:
    """Draws the sign of a place of that ``kind``; ``"arrow"``: of one that is off the map."""
    painter.fillPath(_path(kind, at, 0.0), theme.color("place"))


def _sign(mark: Mark) -> QPainterPath:
    kind = mark.place.kind if mark.heading is None else "arrow"
    return _path(kind, mark.at, mark.heading or 0.0)


def _path(kind: str, at: QPointF, heading: float) -> QPainterPath:
    path = QPainterPath()
    if kind == "arrow":
        turn = QTransform().translate(at.x(), at.y()).rotateRadians(heading)
        path.addPolygon(turn.map(_ARROW))
        path.closeSubpath()
    elif kind == "ship":
        path.addPolygon(_SHIP.translated(at))
        path.closeSubpath()
    elif kind == "station":
        half = _DOT_RADIUS - 0.5
        path.addRect(QRectF(at - QPointF(half, half), at + QPointF(half, half)))
    else:
        path.addEllipse(at, _DOT_RADIUS, _DOT_RADIUS)
    return path


_ARROW = QPolygonF([QPointF(7, 0), QPointF(-4, -6), QPointF(-1, 0), QPointF(-4, 6)])
# fmt: off
# A cruiser from the side: bow left, one mast, three funnels.
_SHIP = QPolygonF([QPointF(x, y) for x, y in (
    (-8, 0), (-5, 0), (-5, -6), (-4, -6), (-4, 0), (-3, 0), (-3, -4), (-1.5, -4), (-1.5, 0),
    (-0.5, 0), (-0.5, -4), (1, -4), (1, 0), (2, 0), (2, -4), (3.5, -4), (3.5, 0), (8, 0),
    (6.5, 4), (-6, 4),
)])
# fmt: on
