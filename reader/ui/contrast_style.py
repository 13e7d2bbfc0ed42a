"""Edges that can be seen on black: the usual style draws them as a shade of their ground."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

_EDGED = (
    QStyle.PrimitiveElement.PE_FrameLineEdit,
    QStyle.PrimitiveElement.PE_PanelLineEdit,
    QStyle.PrimitiveElement.PE_PanelButtonCommand,
    QStyle.PrimitiveElement.PE_IndicatorCheckBox,
    QStyle.PrimitiveElement.PE_FrameMenu,
    QStyle.PrimitiveElement.PE_FrameTabWidget,
)
_EDGED_CONTROLS = (QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox)


class ContrastStyle(QProxyStyle):
    """Fusion with an edge of text colour round all that is typed in, pressed or ticked."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawPrimitive(element, option, painter, widget)
        # a field for a number has an edge of its own round the one inside it
        is_inside = widget is not None and isinstance(widget.parent(), QAbstractSpinBox)
        if element in _EDGED and not is_inside:
            self._draw_edge(option, painter)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        if control in _EDGED_CONTROLS:
            self._draw_edge(option, painter)

    @staticmethod
    def _draw_edge(option: QStyleOption, painter: QPainter) -> None:
        # what PySide's stubs leave out of QStyleOption
        rect: QRect = option.rect  # type: ignore[attr-defined]
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        role = QPalette.ColorRole.Accent if has_focus else QPalette.ColorRole.WindowText
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(palette.color(role), 2 if has_focus else 1)
        if not state & QStyle.StateFlag.State_Enabled:
            pen.setStyle(Qt.PenStyle.DotLine)  # white as the others, so told by its edge
        painter.setPen(pen)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()
