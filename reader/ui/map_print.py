"""How the map is coloured on paper, and as a picture to be kept."""

from __future__ import annotations

from reader.ui.theme import LIGHT

PRINT = LIGHT._replace(
    name="print",
    paper="#ffffff",
    desk="#ffffff",
    raised="#ffffff",
    ink="#000000",
    muted="#444444",
    rule="#777777",
    water="#d3e2ec",
    water_ink="#1f4a63",
    land="#ffffff",
    street="#c9c9c9",
    railway="#777777",
    bridge="#404040",
    place="#7a1f1b",
)
"""White land and pale water: little ink, and signs that stay apart in black and white."""
