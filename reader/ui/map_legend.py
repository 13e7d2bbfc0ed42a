"""What the signs of the map mean, in a small table on the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reader.ui.map_lettering import FINE_PRINT, Lettering
from reader.ui.map_marks import paint_sign
from reader.ui.theme import Theme

_PADDING, _SIGN, _GAP = 6.0, 26.0, 3.0
_LINES = ("bridge", "drawbridge", "railway", "street")


class Row(NamedTuple):
    """sign: ``building``, ``station``, ``ship``, ``arrow``, ``bridge``, ``drawbridge``,
    ``railway`` or ``street``."""

    sign: str
    text: str


def all_rows() -> list[Row]:
    """Every sign of the map, in the language in force."""
    translate = QCoreApplication.translate
    return [
        Row("building", translate("MapLegend", "Building or place")),
        Row("station", translate("MapLegend", "Railway station")),
        Row("ship", translate("MapLegend", "Ship")),
        Row("arrow", translate("MapLegend", "Place beyond the map's edge")),
        Row("drawbridge", translate("MapLegend", "Bridge that could be raised")),
        Row("bridge", translate("MapLegend", "Other bridge")),
        Row("railway", translate("MapLegend", "Railway")),
    ]


class Legend:
    """A table of ``rows``; without rows it is nothing."""

    def __init__(self) -> None:
        self.rows: Sequence[Row] = ()

    def size(self, lettering: Lettering) -> tuple[float, float]:
        """Width and height in pixels."""
        sizes = [lettering.size(row.text, FINE_PRINT) for row in self.rows]
        if not sizes:
            return 0.0, 0.0
        width = _SIGN + max(size.width() for size in sizes) + 2 * _PADDING
        return width, len(sizes) * self._pitch(lettering) + 2 * _PADDING

    def paint(self, painter: QPainter, left: float, top: float, lettering: Lettering) -> None:
        """Draws it with its upper left corner there."""
        theme = lettering.theme
        width, height = self.size(lettering)
        painter.setPen(QPen(theme.color("rule"), 1))
        painter.setBrush(theme.color("land"))
        painter.drawRoundedRect(QRectF(left, top, width, height), 4, 4)
        pitch = self._pitch(lettering)
        for number, row in enumerate(self.rows):
            y = top + _PADDING + (number + 0.5) * pitch
            sign_at = QPointF(left + _PADDING + (_SIGN - 8) / 2, y)
            if row.sign in _LINES:
                _paint_line(painter, row.sign, sign_at, theme)
            else:
                paint_sign(painter, row.sign, sign_at, theme)
            size = lettering.size(row.text, FINE_PRINT)
            middle = QPointF(left + _PADDING + _SIGN + size.width() / 2, y)
            lettering.draw(painter, middle, row.text, FINE_PRINT)

    def _pitch(self, lettering: Lettering) -> float:
        return max(lettering.size(row.text, FINE_PRINT).height() for row in self.rows) + _GAP


def _paint_line(painter: QPainter, sign: str, middle: QPointF, theme: Theme) -> None:
    half = QPointF((_SIGN - 8) / 2, 0)
    flat = Qt.PenCapStyle.FlatCap
    use, width = {"railway": ("railway", 1.3), "street": ("street", 3.0)}.get(sign, ("bridge", 4.0))
    pen = QPen(theme.color(use), width, Qt.PenStyle.SolidLine, flat)
    if sign == "railway":
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.drawLine(middle - half, middle + half)
    if sign == "drawbridge":
        painter.setPen(QPen(theme.color("land"), 2.0, Qt.PenStyle.SolidLine, flat))
        painter.drawLine(middle - half * 0.28, middle + half * 0.28)
