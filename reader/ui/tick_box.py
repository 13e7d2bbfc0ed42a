"""A check box whose square is seen in every theme, ticked or not (WCAG 2.2, 1.4.11)."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton


class TickBox(QCheckBox):
    """The usual check box with an edge in the colour of secondary text.

    The style draws that edge as a shade of the ground, which on a dark one cannot be told from it.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_CheckBoxIndicator
        square = self.style().subElementRect(element, option, self)
        role = QPalette.ColorRole
        painter = QPainter(self)
        painter.setPen(
            self.palette().color(role.Accent if self.hasFocus() else role.PlaceholderText)
        )
        painter.drawRect(square.adjusted(0, 0, -1, -1))
