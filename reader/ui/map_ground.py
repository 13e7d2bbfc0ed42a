"""The ground of the map, which no article changes: land, waters, streets, railways, bridges."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from reader.content.city_map import CityMap, Feature, Projection
from reader.ui.map_camera import Camera
from reader.ui.theme import Theme

_SHORTEST_BRIDGE = 6.0
"""How long (pixels) a bridge must be to be drawn."""


class Ground:
    """The ground as paths in metres, drawn at any scale."""

    def __init__(self, city_map: CityMap, projection: Projection) -> None:
        features = city_map.features
        self._waters = [_path([feature], projection) for feature in features["water"]]
        self._canals = [(_path([f], projection), f.width_m) for f in features["canal"]]
        self._streets = _path(features["street"], projection)
        self._railways = _path(features["railway"], projection)
        bridges = [_path([feature], projection) for feature in features["bridge"]]
        self._bridges = [(path, path.length()) for path in bridges]
        self._shown: object = None
        self._picture = QPixmap()

    def picture(self, camera: Camera, theme: Theme, ratio: float) -> QPixmap:
        """What the camera shows; ``ratio``: device pixels in a logical one. Drawn anew only when
        something is different from the last time."""
        shown = camera.state, theme, ratio
        if shown != self._shown:
            self._shown = shown
            width, height = math.ceil(camera.width * ratio), math.ceil(camera.height * ratio)
            self._picture = QPixmap(width, height)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(theme.color("desk"))
            painter = QPainter(self._picture)
            self._paint(painter, camera, theme, ratio)
            painter.end()
        return self._picture

    def _paint(self, painter: QPainter, camera: Camera, theme: Theme, ratio: float) -> None:
        sheet, scale = camera.sheet_on_screen(), camera.scale
        painter.save()
        painter.setClipRect(sheet)
        # Not fillRect: the gradients it could take as well would take 2 ms at the first paint.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("land"))
        painter.drawRect(camera.visible())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(camera.transform(), True)
        water = theme.color("water")
        # The thin line closes the seam between two waters that share an edge.
        painter.setPen(_pen(water, 0.6 * ratio))
        painter.setBrush(water)
        for path in self._waters:
            painter.drawPath(path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path, width in self._canals:
            painter.setPen(_pen(water, max(1.2, width * scale) * ratio))
            painter.drawPath(path)
        painter.setPen(_pen(theme.color("street"), street_width(scale) * ratio))
        painter.drawPath(self._streets)
        flat = Qt.PenCapStyle.FlatCap
        dashed = _pen(theme.color("railway"), 1.3 * ratio, flat)
        dashed.setDashPattern([4, 3])
        painter.setPen(dashed)
        painter.drawPath(self._railways)
        painter.setPen(_pen(theme.color("bridge"), _bridge_width(scale) * ratio, flat))
        for path, length in self._bridges:
            if length * scale >= _SHORTEST_BRIDGE:
                painter.drawPath(path)
        painter.restore()
        painter.setPen(QPen(theme.color("rule"), 1))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))


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


def _path(features: Iterable[Feature], projection: Projection) -> QPainterPath:
    path = QPainterPath()
    for feature in features:
        for part in feature.parts:
            points = [QPointF(*projection.to_metres(*node)) for node in part]
            path.addPolygon(QPolygonF(points))
    return path
