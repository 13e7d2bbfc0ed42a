"""The reading ruler: a band under the line that is being read.

It follows the pointer, and stays at its height while the text moves under it by keys or wheel.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from reader.ui.theme import Theme

_GROUND_ALPHA = 26  # of 255: text keeps its contrast
_EDGE_ALPHA = 150


class Ruler(QObject):
    """The band of one page. All measures are viewport pixels."""

    def __init__(self, viewport: QWidget, line_near: Callable[[int], QRect]) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._line_near = line_near
        self._y = viewport.height() // 3
        viewport.installEventFilter(self)

    def remove(self) -> None:
        """Follow the pointer no longer."""
        self._viewport.removeEventFilter(self)
        self.deleteLater()

    def band(self) -> QRect:
        """Where the band stands: as wide as the view, as high as the line."""
        line = self._line_near(self._y)
        return QRect(0, line.top(), self._viewport.width(), line.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            before = self.band()
            self._y = QPointF(event.position()).toPoint().y()
            if self.band() != before:
                self._viewport.update()
        return False

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the band; before the text is drawn."""
        band = self.band()
        ground, edge = QColor(theme.color("accent")), QColor(theme.color("accent"))
        ground.setAlpha(_GROUND_ALPHA)
        edge.setAlpha(_EDGE_ALPHA)
        painter.fillRect(band, ground)
        painter.setPen(edge)
        painter.drawLine(band.topLeft(), band.topRight())
        painter.drawLine(band.bottomLeft(), band.bottomRight())
