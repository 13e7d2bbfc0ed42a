"""The five colours of highlights in every theme, each with a form of line of its own.

Ground and line are mixed from one hue and the theme's own colours until text on the ground has the
contrast of 4.5:1 and the line on the page that of 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor

from reader.desk.marks import COLOURS
from reader.ui.ranges import Look
from reader.ui.theme import Theme

HUES = dict(zip(COLOURS, ("#f2b800", "#2fa84f", "#2f8fe6", "#e8488f", "#8457d8"), strict=True))
LINES = dict(zip(COLOURS, ("solid", "dotted", "wavy", "double", "box"), strict=True))
"""What tells the colours apart without colour."""
_TEXT, _LINE = 4.5, 3.0
_STEPS = 40


class Shade(NamedTuple):
    """``#rrggbb`` of the ground behind the words and of the line at them."""

    ground: str
    line: str


@cache
def shade(colour: str, theme: Theme) -> Shade:
    """One of the five colours in ``theme``."""
    hue, paper, ink = QColor(HUES[colour]), theme.color("paper"), theme.color("ink")
    over = [ink, theme.color("link")]
    most = 0.42 if theme.dark else 0.36
    if contrast(ink, paper) > 18:
        most = 0.3  # black and white are asked for: a tint is enough
    grounds = (_mixed(paper, hue, most * (1 - step / _STEPS)) for step in range(_STEPS))
    ground = next((g for g in grounds if min(contrast(text, g) for text in over) >= _TEXT), paper)
    lines = (_mixed(hue, ink, step / _STEPS) for step in range(_STEPS))
    line = next((c for c in lines if min(contrast(c, paper), contrast(c, ground)) >= _LINE), ink)
    return Shade(ground.name(), line.name())


def look(colour: str, theme: Theme) -> Look:
    """How words highlighted in ``colour`` are drawn."""
    found = shade(colour, theme)
    return Look(ground=found.ground, underline=LINES[colour], line=found.line)


def note_look() -> Look:
    """How words with a note but no colour are drawn."""
    return Look(underline="dotted", line="muted")


def contrast(a: QColor, b: QColor) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2.2 reckons it."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(p) for p in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(a: QColor, b: QColor, part: float) -> QColor:
    return QColor(
        round(a.red() + (b.red() - a.red()) * part),
        round(a.green() + (b.green() - a.green()) * part),
        round(a.blue() + (b.blue() - a.blue()) * part),
    )
