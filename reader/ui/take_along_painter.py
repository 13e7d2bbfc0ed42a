"""Draws the sheets of :mod:`reader.export.sheets`, on the screen and on a printer.

Glyph by glyph from the very files and the very shaping that the PDF uses: what is seen is what the
file holds and what the printer gets.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGlyphRun, QPainter, QPainterPath, QPen, QRawFont

from reader.export.faces import face
from reader.export.sheets import Mark, Shape, Window, Words, pieces


def paint_page(painter: QPainter, page: Sequence[Mark], scale: float) -> None:
    """Draw ``page``; ``scale`` device units a point, its corner at the painter's origin."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for mark in page:
        if isinstance(mark, Words):
            _words(painter, mark, scale)
        elif isinstance(mark, Shape):
            _shape(painter, mark, scale)
        elif isinstance(mark, Window):
            painter.save()
            painter.setClipRect(
                QRectF(mark.x * scale, mark.y * scale, mark.width * scale, mark.height * scale)
            )
            paint_page(painter, mark.marks, scale)
            painter.restore()


@lru_cache(maxsize=64)
def _raw_font(name: str, pixels: float) -> QRawFont:
    return QRawFont(str(face(name).file), pixels, QFont.HintingPreference.PreferNoHinting)


def _words(painter: QPainter, words: Words, scale: float) -> None:
    size = words.size * scale
    painter.setPen(QColor(words.ink))
    for x, name, text in pieces(words):
        glyphs = face(name).glyphs(text)
        run = QGlyphRun()
        run.setRawFont(_raw_font(name, round(size, 3)))
        run.setGlyphIndexes([glyph.id for glyph in glyphs])
        run.setPositions([QPointF(glyph.x * size, -glyph.y * size) for glyph in glyphs])
        painter.drawGlyphRun(QPointF(x * scale, words.y * scale), run)


def _shape(painter: QPainter, shape: Shape, scale: float) -> None:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in shape.rings:
        path.moveTo(ring[0][0] * scale, ring[0][1] * scale)
        for x, y in ring[1:]:
            path.lineTo(x * scale, y * scale)
        if shape.fill:
            path.closeSubpath()
    if shape.fill:
        painter.fillPath(path, QColor(shape.fill))
    if shape.stroke:
        width = shape.width * scale
        pen = QPen(QColor(shape.stroke), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if shape.dashes:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([dash / shape.width for dash in shape.dashes])
        painter.strokePath(path, pen)
