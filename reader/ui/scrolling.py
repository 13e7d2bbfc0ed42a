"""A text of our own that scrolls in the room it is given."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.ui.thai_text import ThaiText

MARGINS = (16, 8, 12, 16)
"""Left, top, right and bottom, in pixels, as in the side panel."""


def scrolling(text: ThaiText, margins: tuple[int, int, int, int] = MARGINS) -> QScrollArea:
    """``text`` within ``margins``, in an area as wide as it is let be."""
    holder = QWidget()
    inner = QVBoxLayout(holder)
    inner.setContentsMargins(*margins)
    inner.addWidget(text)
    inner.addStretch()
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its text takes the keyboard
    area.setWidget(holder)
    return area
