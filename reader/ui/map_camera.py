"""The view of the map: which part of the plane it shows, how large, and where that ends.

Lengths on the plane are metres, x east, y north (see city_map.Projection); on the screen they are
logical pixels, y down.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from reader.content.label_placement import Box

LARGEST_SCALE = 0.6
"""Pixels a metre; nearer, the few nodes of the map would look like a ruler's work."""
_ROOM = 24.0
"""Pixels between the subject and the edge of the widget."""


class Camera:
    """What the widget shows of the sheet.

    sheet: the map's frame, subject: what must be in sight at the start; both in metres, (west,
    south, east, north). The view never leaves the sheet, so the map cannot be lost. width, height:
    the widget's, in pixels; x, y: the point of the plane in its middle; scale: pixels a metre.
    """

    def __init__(self, sheet: Box, subject: Box) -> None:
        self.width = 1.0
        self.height = 1.0
        self.x = 0.0
        self.y = 0.0
        self.scale = 1.0
        self._sheet = sheet
        self._subject = subject
        self._at_home = True

    @property
    def state(self) -> tuple[float, float, float, float, float]:
        """Equal exactly when the same is shown."""
        return self.width, self.height, self.x, self.y, self.scale

    @property
    def can_grow(self) -> bool:
        """Whether the map can be shown larger."""
        return self.scale < self._scales()[1]

    @property
    def can_shrink(self) -> bool:
        """Whether the map can be shown smaller."""
        return self.scale > self._scales()[0]

    def resize(self, width: float, height: float) -> None:
        """Takes the widget's new size; what was in the middle stays there."""
        self.width, self.height = max(1.0, width), max(1.0, height)
        if self._at_home:
            self.go_home()
        else:
            self._settle()

    def go_home(self) -> None:
        """The whole sheet, or as much of it as fills the widget with the subject in sight."""
        left, top, right, bottom = self._subject
        self.scale = min(
            max(self._ratios()),
            max(1.0, self.width - 2 * _ROOM) / max(1.0, right - left),
            max(1.0, self.height - 2 * _ROOM) / max(1.0, bottom - top),
        )
        self.x, self.y = (left + right) / 2, (top + bottom) / 2
        self._settle()
        self._at_home = True

    def zoom(self, factor: float, about: QPointF) -> None:
        """Makes everything ``factor`` times as large; what is at ``about`` stays there."""
        x, y = self.to_plane(about)
        self.scale *= factor
        self._limit_scale()
        self.look_at(
            x - (about.x() - self.width / 2) / self.scale,
            y + (about.y() - self.height / 2) / self.scale,
        )

    def pan(self, right: float, down: float) -> QPointF:
        """Moves the map by so many pixels, or as far as the sheet allows; how far it went."""
        x, y, scale = self.x, self.y, self.scale
        self.look_at(x - right / scale, y + down / scale)
        return QPointF((x - self.x) * scale, (self.y - y) * scale)

    def look_at(self, x: float, y: float, *, least_scale: float = 0.0) -> None:
        """Brings a point to the middle, at ``least_scale`` or nearer."""
        self.x, self.y = x, y
        self.scale = max(self.scale, least_scale)
        self._at_home = False
        self._settle()

    def to_screen(self, x: float, y: float) -> QPointF:
        """Where a point of the plane is seen."""
        return QPointF(
            self.width / 2 + (x - self.x) * self.scale, self.height / 2 - (y - self.y) * self.scale
        )

    def sees(self, x: float, y: float) -> bool:
        """Whether a point of the plane is in sight."""
        return self.visible().contains(self.to_screen(x, y))

    def to_plane(self, point: QPointF) -> tuple[float, float]:
        """What is seen at a point of the screen."""
        return (
            self.x + (point.x() - self.width / 2) / self.scale,
            self.y - (point.y() - self.height / 2) / self.scale,
        )

    def transform(self) -> QTransform:
        """The same as to_screen, for a painter."""
        s = self.scale
        return QTransform(s, 0, 0, -s, self.width / 2 - self.x * s, self.height / 2 + self.y * s)

    def sheet_on_screen(self) -> QRectF:
        """Where the sheet lies, beyond the widget's edges too."""
        west, south, east, north = self._sheet
        return QRectF(self.to_screen(west, north), self.to_screen(east, south))

    def visible(self) -> QRectF:
        """The part of the widget that the sheet covers."""
        return self.sheet_on_screen() & QRectF(0, 0, self.width, self.height)

    def _ratios(self) -> tuple[float, float]:
        west, south, east, north = self._sheet
        return self.width / (east - west), self.height / (north - south)

    def _scales(self) -> tuple[float, float]:
        """The smallest scale, which shows the whole sheet, and the largest."""
        smallest = min(self._ratios())
        return smallest, max(LARGEST_SCALE, smallest)

    def _limit_scale(self) -> None:
        smallest, largest = self._scales()
        self.scale = min(max(self.scale, smallest), largest)

    def _settle(self) -> None:
        self._limit_scale()
        west, south, east, north = self._sheet
        self.x = _held(self.x, west, east, self.width / self.scale)
        self.y = _held(self.y, south, north, self.height / self.scale)


def _held(middle: float, low: float, high: float, extent: float) -> float:
    """``middle`` moved so that ``extent`` around it stays between ``low`` and ``high``."""
    if high - low <= extent:
        return (low + high) / 2
    return min(max(middle, low + extent / 2), high - extent / 2)


def rect_of(box: Box) -> QRectF:
    """The same on the screen as Qt's rectangle."""
    return QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)


def box_of(rect: QRectF) -> Box:
    """The same as a box to place names among."""
    return Box(rect.left(), rect.top(), rect.right(), rect.bottom())
