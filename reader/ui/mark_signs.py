"""The small signs of the reader's own marks: a ribbon for a bookmark, a written leaf for a note."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.ui.theme import Theme


def paint_sign(painter: QPainter, kind: str, rect: QRectF, color: QColor, theme: Theme) -> None:
    """Paint the sign of a ``kind`` of mark into ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind == "bookmark":
        _paint_ribbon(painter, rect, color)
    else:
        _paint_leaf(painter, rect, color, theme)
    painter.restore()


def _paint_ribbon(painter: QPainter, rect: QRectF, color: QColor) -> None:
    inner = rect.adjusted(0.12 * rect.width(), 0, -0.12 * rect.width(), 0)
    ribbon = QPainterPath(inner.topLeft())
    ribbon.lineTo(inner.topRight())
    ribbon.lineTo(inner.bottomRight())
    ribbon.lineTo(QPointF(inner.center().x(), inner.bottom() - 0.3 * inner.height()))
    ribbon.lineTo(inner.bottomLeft())
    ribbon.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPath(ribbon)


def _paint_leaf(painter: QPainter, rect: QRectF, color: QColor, theme: Theme) -> None:
    width = max(1.0, 0.11 * rect.width())
    leaf = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(color, width))
    painter.setBrush(theme.color("raised"))
    painter.drawRoundedRect(leaf, 0.12 * rect.width(), 0.12 * rect.width())
    for part in (0.3, 0.52, 0.74):
        y = leaf.top() + part * leaf.height()
        end = leaf.right() - (0.45 if part > 0.7 else 0.22) * leaf.width()
        painter.drawLine(QPointF(leaf.left() + 0.22 * leaf.width(), y), QPointF(end, y))
