"""Where a cursor stands on a QTextLine."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QTextLine


def x_of(line: QTextLine, position: int) -> float:
    """Pixels from the left edge of the layout to the cursor at ``position`` of its text."""
    # PySide hands back the position beside the pixels
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)
