"""The ground of the map, which no article changes: land, waters, streets, railways, bridges."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cached_property

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from reader.content.city_map import CityMap, Feature, Projection
from reader.ui.map_camera import Camera
from reader.ui.theme import Theme

_NARROW = 160.0
"""Up to which width (pixels) a strip of the map counts as narrow."""
_SHORTEST_BRIDGE = 6.0
_SHORTEST_SPAN = 24.0
"""How long (pixels) a bridge must be to be drawn, and to be drawn with the span that opens."""


class Ground:
    """The ground as paths in metres, drawn at any scale."""

    def __init__(self, city_map: CityMap, projection: Projection) -> None:
        features = city_map.features
        self._waters = [_Shape(feature, projection) for feature in features["water"]]
        self._canals = [_Shape(feature, projection) for feature in features["canal"]]
        self._streets = [_Shape(feature, projection) for feature in features["street"]]
        self._railways = [_Shape(feature, projection) for feature in features["railway"]]
        self._bridges = [_Shape(feature, projection) for feature in features["bridge"]]
        self._shown: tuple[object, float, float] | None = None
        self._picture = QPixmap()

    def picture(self, camera: Camera, theme: Theme, ratio: float) -> QPixmap:
        """What the camera shows; ``ratio``: device pixels in a logical one. Drawn anew only when
        something is different from the last time; of a map that was moved, only what came into
        sight."""
        look = camera.width, camera.height, camera.scale, theme, ratio
        before, self._shown = self._shown, (look, camera.x, camera.y)
        if before == self._shown:
            return self._picture
        width, height = math.ceil(camera.width * ratio), math.ceil(camera.height * ratio)
        whole = QRect(0, 0, width, height)
        bare = [whole]
        if before is not None and before[0] == look:
            moved = camera.scale * ratio
            right, down = (before[1] - camera.x) * moved, (camera.y - before[2]) * moved
            bare = self._scroll(right, down, whole)
        elif self._picture.size() != whole.size():
            self._picture = QPixmap(width, height)
        self._picture.setDevicePixelRatio(ratio)
        painter = QPainter(self._picture)
        for part in bare:
            painter.setClipRect(
                QRectF(
                    part.x() / ratio, part.y() / ratio, part.width() / ratio, part.height() / ratio
                )
            )
            painter.fillRect(painter.clipBoundingRect(), theme.color("desk"))
            self.paint(painter, camera, theme, ratio)
        painter.end()
        return self._picture

    def _scroll(self, right: float, down: float, whole: QRect) -> list[QRect]:
        """Moves the picture by so many device pixels; which parts of it must be drawn."""
        across, along = round(right), round(down)
        if abs(right - across) + abs(down - along) > 0.02 or not whole.intersects(
            whole.translated(across, along)
        ):
            return [whole]
        self._picture.scroll(across, along, whole)
        width, height = whole.width(), whole.height()
        # A pixel more than came into sight: the edge of what was there is only half drawn.
        beside = QRect(0 if across > 0 else width + across - 1, 0, abs(across) + 1, height)
        below = QRect(0, 0 if along > 0 else height + along - 1, width, abs(along) + 1)
        return [part for part, moved in ((beside, across), (below, along)) if moved]

    def paint(self, painter: QPainter, camera: Camera, theme: Theme, ratio: float) -> None:
        """Draws what the camera shows, within the painter's clip."""
        sheet, scale = camera.sheet_on_screen(), camera.scale
        painter.save()
        painter.setClipRect(sheet, Qt.ClipOperation.IntersectClip)
        # Not fillRect: the gradients it could take as well would take 2 ms at the first paint.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("land"))
        painter.drawRect(camera.visible())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(camera.transform(), True)
        seen = painter.clipBoundingRect()

        def near(shapes: Iterable[_Shape]) -> Iterator[_Shape]:
            return (shape for shape in shapes if shape.area.intersects(seen))

        water = theme.color("water")
        # The thin line closes the seam between two waters that share an edge.
        painter.setPen(_pen(water, 0.6 * ratio) if len(self._waters) > 1 else Qt.PenStyle.NoPen)
        painter.setBrush(water)
        for shape in near(self._waters):
            painter.drawPath(shape.within(seen, scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for shape in near(self._canals):
            painter.setPen(_pen(water, max(1.2, shape.width * scale) * ratio))
            painter.drawPath(shape.path)
        painter.setPen(_pen(theme.color("street"), street_width(scale) * ratio))
        for shape in near(self._streets):
            painter.drawPath(shape.path)
        flat = Qt.PenCapStyle.FlatCap
        dashed = _pen(theme.color("railway"), 1.3 * ratio, flat)
        dashed.setDashPattern([4, 3])
        painter.setPen(dashed)
        for shape in near(self._railways):
            painter.drawPath(shape.path)
        bridges = [shape for shape in near(self._bridges) if self._is_drawn(shape, scale)]
        painter.setPen(_pen(theme.color("bridge"), _bridge_width(scale) * ratio, flat))
        for shape in bridges:
            painter.drawPath(shape.path)
        painter.setPen(_pen(theme.color("land"), 0.5 * _bridge_width(scale) * ratio, flat))
        for shape in bridges:
            if shape.opens and shape.length * scale >= _SHORTEST_SPAN:
                painter.drawPath(shape.span)
        painter.restore()
        painter.setPen(QPen(theme.color("rule"), 1))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))

    @staticmethod
    def _is_drawn(bridge: _Shape, scale: float) -> bool:
        return bridge.length * scale >= _SHORTEST_BRIDGE


class _Shape:
    """A feature in metres. area: what it lies in, its width included."""

    def __init__(self, feature: Feature, projection: Projection) -> None:
        self.width = feature.width_m
        self.opens = feature.opens
        self.path = QPainterPath()
        for part in feature.parts:
            points = [QPointF(*projection.to_metres(*node)) for node in part]
            self.path.addPolygon(QPolygonF(points))
        room = max(60.0, self.width)
        self.area = self.path.boundingRect().adjusted(-room, -room, room, room)

    def within(self, seen: QRectF, scale: float) -> QPainterPath:
        """The path, or the little of it that lies in a narrow strip: a long path takes its time
        however little of it is seen."""
        if min(seen.width(), seen.height()) * scale > _NARROW:
            return self.path
        strip = QPainterPath()
        room = 4 / scale
        strip.addRect(seen.adjusted(-room, -room, room, room))
        return self.path.intersected(strip)

    @cached_property
    def length(self) -> float:
        """Of a bridge, in metres."""
        return self.path.length()

    @cached_property
    def span(self) -> QPainterPath:
        """The middle of a bridge, which opens if the bridge does."""
        middle = QPainterPath(self.path.pointAtPercent(0.36))
        middle.lineTo(self.path.pointAtPercent(0.64))
        return middle


def street_width(scale: float) -> float:
    """How wide (pixels) streets are drawn at ``scale`` (pixels a metre)."""
    return min(6.0, max(1.2, 22 * scale))


def _bridge_width(scale: float) -> float:
    return min(5.0, max(1.6, 20 * scale))


def _pen(color: QColor, width: float, cap: Qt.PenCapStyle = Qt.PenCapStyle.RoundCap) -> QPen:
    """A pen so many device pixels wide, at any scale."""
    pen = QPen(color, width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)
    pen.setCosmetic(True)
    return pen
