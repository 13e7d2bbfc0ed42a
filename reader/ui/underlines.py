"""Lines under words that are told apart by their form: solid, dotted, wavy, double."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

STYLES = ("solid", "dotted", "wavy", "double")


def draw_underline(
    painter: QPainter, style: str, left: float, right: float, y: float, color: QColor, em: float
) -> None:
    """Draw a line of ``style`` from ``left`` to ``right``; em: pixels of the type above it."""
    width = max(1.4, 0.085 * em)
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if style == "wavy":
        pen.setWidthF(0.8 * width)
        painter.setPen(pen)
        painter.drawPath(_wave(left, right, y, 0.09 * em, 0.42 * em))
    elif style == "double":
        pen.setWidthF(0.7 * width)
        painter.setPen(pen)
        for at in (y - 0.75 * width, y + 0.75 * width):
            painter.drawLine(QPointF(left, at), QPointF(right, at))
    else:
        if style == "dotted":
            pen.setWidthF(1.25 * width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.01, 2.2])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.restore()


def _wave(left: float, right: float, y: float, height: float, length: float) -> QPainterPath:
    half = length / 2
    # waves of one text stand in step wherever a line begins
    x = math.floor(left / length) * length
    path = QPainterPath(QPointF(left, y))
    up = True
    while x < right:
        end = min(x + half, right)
        if end > left:
            path.quadTo(
                QPointF((max(x, left) + end) / 2, y + (-2 if up else 2) * height), QPointF(end, y)
            )
        x += half
        up = not up
    return path
