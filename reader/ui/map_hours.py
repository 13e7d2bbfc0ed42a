"""The state of one hour on the map: who holds what, bridges, ships, the siege, the guns.

Holders are told apart by shape and colour: a square for the government, a disc for the Soviet's
side, a disc of two halves where they contend, a ring where neither stands, a question mark where
it is not known. The map draws the rest; this is laid over its signs, and names keep off it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from reader.content.city_map import CityMap, MapPlace, Projection
from reader.content.hours import Berth, Hold, Moment, Point, Ring, Shot
from reader.content.label_placement import Box, aslant
from reader.messages import sentence
from reader.ui.map_camera import Camera
from reader.ui.map_hour_room import Shore, free_place
from reader.ui.map_marks import Mark, paint_signs, square
from reader.ui.map_scene import Claim
from reader.ui.theme import Theme, text_font

GOVERNMENT, SOVIET = "accent", "place"
"""The colours of the two sides, as uses of a theme."""
_TICK_EVERY, _TICK = 13.0, 5.0  # pixels along the besiegers' line, and how far a tick reaches in
_SHORTEST_BRIDGE = 9.0  # half its length on the screen, pixels
_LONG_BRIDGE = 12.0
"""From half this length on (pixels) a bridge is drawn, and keeps names off, along all of it."""
_SHIP = 9.0
_DOWNSTREAM = QPointF(-17.0, -13.0)
"""From a ship that fires a blank to its flash: off her ring and off the bridge."""
_FLASH = 9.0
_FIRST = (
    "winter-palace", "smolny", "peter-and-paul-fortress", "central-telegraph",
    "telephone-exchange", "state-bank", "nikolaevsky-station", "mariinsky-palace", "general-staff",
)  # fmt: skip
"""Whose signs keep their places where the map is too small for all."""


class HourOverlay:
    """Draws ``moment`` over a map; None draws nothing."""

    def __init__(
        self, city_map: CityMap, projection: Projection, places: Mapping[str, MapPlace]
    ) -> None:
        self.moment: Moment | None = None
        self.language = "th"
        self._projection = projection
        self._places = places
        self._shore = Shore(city_map, projection)
        self._bridges = {
            feature.id.replace("_", "-"): [
                projection.to_metres(node.lon, node.lat) for node in feature.parts[0]
            ]
            for feature in city_map.features["bridge"]
        }

    @property
    def own_signs(self) -> frozenset[str]:
        """The places whose holders are drawn, and the ships."""
        moment = self.moment
        return frozenset() if moment is None else frozenset({*moment.holds, *moment.berths})

    @property
    def state(self) -> object:
        """Equal as long as the hour takes the same room in the same view."""
        moment = self.moment
        if moment is None:
            return None
        ships = tuple((b.ship, b.position(moment.minute)) for b in moment.berths.values())
        guns = tuple((shot.place, shot.target, shot.charge) for shot in moment.shots)
        return tuple(moment.holds), ships, guns

    def claim(self, camera: Camera) -> Claim | None:
        """The room of signs, ships, bridges and guns; a sign of little weight that would stand on
        another is hidden."""
        moment = self.moment
        if moment is None:
            return None
        signs: dict[str, tuple[QPointF, float]] = {}
        blocked: list[Box] = []
        hidden: set[str] = set()
        for berth in moment.berths.values():
            if berth.ship in self._places:
                signs[berth.ship] = self._point(camera, berth.position(moment.minute)), _SHIP
        taken = [at for at, _ in signs.values()]
        radius = sign_radius(camera.scale)
        for hold in self._in_order(moment):
            if hold.deck:
                middle, half = self._bridge(camera, hold.place)
                length = math.hypot(half.x(), half.y())
                signs[hold.place] = middle, min(length, _SHORTEST_BRIDGE)
                if length >= _LONG_BRIDGE:
                    angle = math.atan2(half.y(), half.x())
                    deck = aslant(middle.x(), middle.y(), angle, width=2 * length, height=7.0)
                    blocked.extend(deck)
                continue
            at = self._on_screen(camera, hold.place)
            moves = hold.place in _FIRST
            ashore = partial(self._shore.is_ashore, camera, at) if moves else None
            free = free_place(at, taken, radius, ashore)
            if free is None:
                hidden.add(hold.place)
            else:
                taken.append(free)
                signs[hold.place] = free, radius + 1
        for shot in moment.shots:
            if {shot.place, shot.target} <= self._places.keys():
                at, reach = self._flash(camera, shot)
                blocked.append(square(at, reach + 1))
        ships = [berth.ship for berth in moment.berths.values() if berth.ship in self._places]
        return Claim(signs, blocked, hidden, ships, (*ships, *_FIRST))

    def remark(self, id: str) -> str:
        """Who holds the place at this hour, and what is said of that; where a ship lies."""
        moment, language = self.moment, self.language
        if moment is None:
            return ""
        if id in moment.holds:
            hold = moment.holds[id]
            holder = sentence(f"holder-{hold.holder}", language)
            said = hold.account.text(language).text
            return sentence("hour-remark", language, holder=holder, text=said)
        if id in moment.berths:
            berth = moment.berths[id]
            said = berth.account.text(language).text
            return sentence("hour-remark", language, holder=berth.name(language), text=said)
        return ""

    def paint(
        self, painter: QPainter, camera: Camera, theme: Theme, marks: Mapping[str, Mark]
    ) -> None:
        """Draw the hour in the pixels of ``camera``, its signs where ``marks`` has them."""
        moment = self.moment
        if moment is None:
            return
        radius = sign_radius(camera.scale)
        seen = {id: mark.at for id, mark in marks.items() if mark.heading is None}
        if moment.ring is not None:
            self._paint_ring(painter, camera, theme, moment.ring)
        for berth in moment.berths.values():
            self._paint_way(painter, camera, theme, berth)
        for hold in self._in_order(moment):
            if hold.deck:
                middle, half = self._bridge(camera, hold.place)
                if hold.place in seen or math.hypot(half.x(), half.y()) >= _LONG_BRIDGE:
                    paint_bridge(painter, middle, half, hold.deck, hold.holder, theme)
            elif hold.place in seen:
                paint_holder(painter, seen[hold.place], radius, hold.holder, theme)
        for shot in moment.shots:
            if {shot.place, shot.target} <= self._places.keys():
                self._paint_shot(painter, camera, theme, shot)
        ships = [marks[ship] for ship in moment.berths if ship in seen]
        paint_signs(painter, ships, theme, "place_marked")

    def position_of(self, camera: Camera, place: str) -> QPointF | None:
        """Where a ship of the hour is seen; None for what the hour does not move."""
        moment = self.moment
        berth = moment.berths.get(place) if moment else None
        if moment is None or berth is None:
            return None
        return self._point(camera, berth.position(moment.minute))

    def _in_order(self, moment: Moment) -> list[Hold]:
        """Bridges first, lest they cover signs; then by weight."""

        def weight(hold: Hold) -> tuple[bool, int]:
            return not hold.deck, _FIRST.index(hold.place) if hold.place in _FIRST else len(_FIRST)

        known = (hold for hold in moment.holds.values() if hold.place in self._places)
        return sorted(known, key=weight)

    def _point(self, camera: Camera, point: Point) -> QPointF:
        lat, lon = point
        return camera.to_screen(*self._projection.to_metres(lon, lat))

    def _on_screen(self, camera: Camera, place: str) -> QPointF:
        known = self._places[place]
        return self._point(camera, (known.lat, known.lon))

    def _bridge(self, camera: Camera, place: str) -> tuple[QPointF, QPointF]:
        """The middle of a bridge, and the way from there to its end."""
        line = self._bridges.get(place)
        middle = self._on_screen(camera, place)
        along = QPointF(1.0, 0.0)
        half = _SHORTEST_BRIDGE
        if line:
            ends = [camera.to_screen(*end) for end in (line[0], line[-1])]
            whole = ends[1] - ends[0]
            length = math.hypot(whole.x(), whole.y())
            middle = (ends[0] + ends[1]) * 0.5
            along = whole * (1 / length) if length else along
            half = max(half, length / 2)
        return middle, along * half

    def _paint_way(self, painter: QPainter, camera: Camera, theme: Theme, berth: Berth) -> None:
        """The way of a ship under way, and the way she came where she lies."""
        if len(berth.way) < 2:
            return
        path = QPainterPath(self._point(camera, berth.way[0]))
        for point in berth.way[1:]:
            path.lineTo(self._point(camera, point))
        _stroke(painter, path, theme, "place_marked", 2.0, Qt.PenStyle.DashLine)

    def _paint_ring(self, painter: QPainter, camera: Camera, theme: Theme, ring: Ring) -> None:
        points = [self._point(camera, point) for point in ring.line]
        if len(points) < 2:
            return
        whole = ring.stage in ("closed", "tight")
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        if whole:
            path.closeSubpath()
        style = Qt.PenStyle.SolidLine if whole else Qt.PenStyle.DashLine
        width = 3.0 if ring.stage == "tight" else 2.0
        _stroke(painter, path, theme, SOVIET, width, style)
        target = (
            self._on_screen(camera, "winter-palace")
            if "winter-palace" in self._places
            else (path.boundingRect().center())
        )
        painter.setPen(QPen(theme.color(SOVIET), 1.5))
        closing = [*points, points[0]] if whole else points
        for a, b in pairwise(closing):
            for at in _every(a, b, _TICK_EVERY):
                inward = target - at
                reach = math.hypot(inward.x(), inward.y())
                if reach > 2 * _TICK:
                    painter.drawLine(at, at + inward * (_TICK / reach))

    def _ends(self, camera: Camera, shot: Shot) -> tuple[QPointF, QPointF]:
        """The guns and their target."""
        start = self.position_of(camera, shot.place) or self._on_screen(camera, shot.place)
        return start, self._on_screen(camera, shot.target)

    def _flash(self, camera: Camera, shot: Shot) -> tuple[QPointF, float]:
        """Where the burst of a shot is drawn, and how far it reaches."""
        start, end = self._ends(camera, shot)
        if shot.charge != "live":
            return start + _DOWNSTREAM, _FLASH
        way = end - start
        length = math.hypot(way.x(), way.y())
        # where the way is short, between the signs at its ends
        part = 0.75 if length > 100.0 else 0.5
        return start + way * part, min(_FLASH, max(4.0, length / 2 - 12.0))

    def _paint_shot(self, painter: QPainter, camera: Camera, theme: Theme, shot: Shot) -> None:
        is_live = shot.charge == "live"
        if is_live:
            painter.setPen(QPen(theme.color("ink"), 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(*self._ends(camera, shot))
        at, reach = self._flash(camera, shot)
        paint_burst(painter, at, theme, filled=is_live, reach=reach)


def sign_radius(scale: float) -> float:
    """Of a holder's sign, in pixels, at so many pixels a metre."""
    return min(7.0, max(4.4, 4.0 + 20.0 * scale))


def paint_holder(painter: QPainter, at: QPointF, radius: float, holder: str, theme: Theme) -> None:
    """The sign of a holder around ``at``, with a rim of land."""
    rim = QPen(theme.color("land"), 2.0)
    disc = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(rim)
    if holder == "government":
        painter.setBrush(theme.color(GOVERNMENT))
        painter.drawRect(disc.adjusted(0.5, 0.5, -0.5, -0.5))
    elif holder == "soviet":
        painter.setBrush(theme.color(SOVIET))
        painter.drawEllipse(disc)
    elif holder == "contested":
        painter.setBrush(theme.color("land"))
        painter.drawEllipse(disc)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(GOVERNMENT))
        painter.drawPie(disc, 45 * 16, 180 * 16)
        painter.setBrush(QBrush(theme.color(SOVIET), Qt.BrushStyle.Dense4Pattern))
        painter.drawPie(disc, 225 * 16, 180 * 16)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("ink"), 1.2))
        painter.drawEllipse(disc)
    elif holder == "neither":
        painter.setBrush(theme.color("land"))
        painter.setPen(QPen(theme.color("muted"), 1.6))
        painter.drawEllipse(disc.adjusted(1.5, 1.5, -1.5, -1.5))
    else:
        painter.setBrush(theme.color("land"))
        painter.setPen(QPen(theme.color("muted"), 1.4, Qt.PenStyle.DotLine))
        painter.drawEllipse(disc)
        font = text_font(10.0, bold=True)
        font.setPixelSize(round(1.7 * radius))
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "?")


def paint_bridge(
    painter: QPainter, middle: QPointF, half: QPointF, deck: str, holder: str, theme: Theme
) -> None:
    """A bridge from ``middle - half`` to ``middle + half``: whole, raised, or not known."""
    path = QPainterPath()
    if deck == "up":
        # two leaves that stand open over a gap
        across = QPointF(half.y(), -half.x())
        if across.y() > 0:
            across = -across
        for side in (-1.0, 1.0):
            foot = middle + half * side
            path.moveTo(foot)
            path.lineTo(middle + half * (0.42 * side) + across * 0.55)
    else:
        path.moveTo(middle - half)
        path.lineTo(middle + half)
    use = {"government": GOVERNMENT, "soviet": SOVIET}.get(holder, "bridge")
    style = Qt.PenStyle.DotLine if deck == "unknown" else Qt.PenStyle.SolidLine
    _stroke(painter, path, theme, use, 3.5, style)
    if holder in ("government", "soviet", "contested"):
        paint_holder(painter, middle, 4.2, holder, theme)
    elif holder == "unknown":
        paint_holder(painter, middle, 5.0, holder, theme)


def paint_line(painter: QPainter, at: QPointF, what: str, theme: Theme) -> None:
    """A piece of the besiegers' line at a stage of the siege, or ("way") of a ship's way."""
    path = QPainterPath(at - QPointF(10.0, 0.0))
    path.lineTo(at + QPointF(10.0, 0.0))
    if what == "way":
        _stroke(painter, path, theme, "place_marked", 2.0, Qt.PenStyle.DashLine)
        return
    style = Qt.PenStyle.DashLine if what == "open" else Qt.PenStyle.SolidLine
    _stroke(painter, path, theme, SOVIET, 3.0 if what == "tight" else 2.0, style)
    painter.setPen(QPen(theme.color(SOVIET), 1.5))
    for x in (-6.0, 0.0, 6.0):
        painter.drawLine(at + QPointF(x, 0.0), at + QPointF(x, _TICK))


def paint_burst(
    painter: QPainter, at: QPointF, theme: Theme, *, filled: bool, reach: float = _FLASH
) -> None:
    """A shot: a star, hollow for a blank."""
    points = [
        at
        + QPointF(math.sin(n * math.pi / 8), -math.cos(n * math.pi / 8))
        * (reach if n % 2 else reach * 0.45)
        for n in range(16)
    ]
    painter.setPen(QPen(theme.color("ink"), 1.4))
    painter.setBrush(theme.color("place_marked") if filled else theme.color("land"))
    painter.drawPolygon(QPolygonF(points))


def _stroke(
    painter: QPainter,
    path: QPainterPath,
    theme: Theme,
    use: str,
    width: float,
    style: Qt.PenStyle,
) -> None:
    """A line of a theme's colour on a wider one of land, so that it stands out anywhere."""
    casing = QPen(theme.color("land"), width + 3)
    casing.setCapStyle(Qt.PenCapStyle.RoundCap)
    casing.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, casing)
    pen = QPen(theme.color(use), width, style)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def _every(a: QPointF, b: QPointF, step: float) -> Sequence[QPointF]:
    """Points between ``a`` and ``b``, about ``step`` pixels apart."""
    length = math.hypot(b.x() - a.x(), b.y() - a.y())
    count = max(1, round(length / step))
    return [a + (b - a) * ((n + 0.5) / count) for n in range(count)]
