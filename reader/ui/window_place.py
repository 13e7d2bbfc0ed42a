"""Where a window goes that was left somewhere, on the screens there are now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize


def place_again(corner: QPoint, size: QSize, rooms: Sequence[QRect]) -> QRect | None:
    """The window left at ``corner`` (of its frame) with ``size``; None if its screen is gone.

    rooms: what of each screen is free, pixels. A title bar has to be within reach: a window whose
    corner is on no screen comes onto the one that shows most of it.
    """
    shown = [(_area(QRect(corner, size) & room), number) for number, room in enumerate(rooms)]
    holding = [room for room in rooms if room.contains(corner)]
    most, number = max(shown, default=(0, 0))
    if not holding and not most:
        return None
    room = holding[0] if holding else rooms[number]
    place = QRect(corner, size.boundedTo(room.size()))
    if not holding:
        place.moveLeft(min(max(place.left(), room.left()), room.right() + 1 - place.width()))
        place.moveTop(min(max(place.top(), room.top()), room.bottom() + 1 - place.height()))
    return place


def _area(part: QRect) -> int:
    return 0 if part.isEmpty() else part.width() * part.height()
