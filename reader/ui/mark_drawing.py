"""What of the reader's marks is drawn on the page, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from reader.desk.marks import COLOURS
from reader.ui.margin import OwnSign
from reader.ui.mark_buttons import paint_swatch
from reader.ui.mark_colours import shade
from reader.ui.mark_desk import Placed
from reader.ui.mark_words import colour_name
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.window import Window

Span = tuple[int, int]
_ICON = 20  # pixels


def spans_by_look(placed: Iterable[Placed]) -> dict[str, list[Span]]:
    """The spans of each colour, and of ``"note"`` for notes without one; none overlaps another."""
    spans: dict[str, list[Span]] = {}
    for p in placed:
        key = p.mark.colour or p.mark.kind
        if p.found is not None and key != "bookmark":
            spans.setdefault(key, []).append((p.start, p.end))
    return {key: _joined(found) for key, found in spans.items()}


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def own_signs(placed: Iterable[Placed], theme: Theme) -> list[OwnSign]:
    """A sign in the margin for each bookmark and each mark with a note."""
    signs = []
    for p in placed:
        if p.found is None:
            continue
        if p.mark.kind == "bookmark":
            signs.append(OwnSign(p.start, p.end, "bookmark", "accent", p.mark.id))
        elif p.mark.note.strip():
            color = shade(p.mark.colour, theme).line if p.mark.colour else "muted"
            signs.append(OwnSign(p.start, p.end, "note", color, p.mark.id))
    return signs


def swatch_icon(colour: str, theme: Theme, ratio: float) -> QIcon:
    """A small picture of words highlighted in ``colour``; ratio: device pixels for each pixel."""
    picture = QPixmap(round(_ICON * ratio), round(_ICON * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_swatch(painter, QRectF(0, 0, _ICON, _ICON), colour, theme, "ก", 9.0)
    painter.end()
    return QIcon(picture)


def add_colours(menu: QMenu, window: Window, act: Callable[[str], None]) -> None:
    """Entries for the five colours, each with the number of its key; ``act`` gets one of them."""
    for number, colour in enumerate(COLOURS, 1):
        icon = swatch_icon(colour, window.theme, window.devicePixelRatio())
        action = QAction(icon, f"&{number}  {colour_name(colour)}", menu)
        action.triggered.connect(partial(act, colour))
        menu.addAction(action)
