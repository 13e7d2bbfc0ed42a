"""Colours, type families and measures, asked of one object by every widget.

Colours are chosen for a contrast of at least 4.5:1 between any text colour and the ground it
stands on (WCAG 2.2, 1.4.3); a test computes it.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette

TEXT_FAMILIES = ["Sarabun", "Arimo"]
"""Looped Thai first; the second face carries the Cyrillic of Russian names."""


class Theme(NamedTuple):
    """One set of colours, as ``#rrggbb``. Names say the use, not the hue."""

    name: str
    dark: bool
    paper: str  # ground of the page
    desk: str  # ground around the page: panel, bars
    raised: str  # ground of a card
    ink: str  # running text
    muted: str  # secondary text
    link: str  # quiet links in the text
    rule: str  # hairlines
    accent: str  # focus, current item
    accent_ink: str  # text on the accent
    selection: str
    selection_ink: str
    mention: str  # ground under a mention of the chosen entity
    mention_current: str  # ground under the mention one stands on
    hit: str  # ground under a search hit
    hit_current: str
    water: str
    water_ink: str  # names of waters
    land: str
    street: str
    railway: str
    bridge: str
    place: str  # dots of places
    place_marked: str

    def color(self, use: str) -> QColor:
        """The colour for one use, e.g. ``color("ink")``."""
        return QColor(getattr(self, use))

    def palette(self) -> QPalette:
        """The widgets' palette for this theme."""
        palette = QPalette()
        role = QPalette.ColorRole
        for target, use in (
            (role.Window, self.desk),
            (role.WindowText, self.ink),
            (role.Base, self.paper),
            (role.AlternateBase, self.desk),
            (role.ToolTipBase, self.raised),
            (role.ToolTipText, self.ink),
            (role.PlaceholderText, self.muted),
            (role.Text, self.ink),
            (role.Button, self.desk),
            (role.ButtonText, self.ink),
            (role.BrightText, self.accent),
            (role.Highlight, self.selection),
            (role.HighlightedText, self.selection_ink),
            (role.Link, self.link),
            (role.LinkVisited, self.link),
            (role.Light, self.raised),
            (role.Mid, self.rule),
            (role.Accent, self.accent),
        ):
            palette.setColor(target, QColor(use))
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(self.muted))
        return palette


LIGHT = Theme(
    name="light",
    dark=False,
    paper="#fdfcf8",
    desk="#f1eee6",
    raised="#ffffff",
    ink="#22201c",
    muted="#5f594e",
    link="#1f4e79",
    rule="#d5cfc2",
    accent="#1f5f8b",
    accent_ink="#ffffff",
    selection="#bcd7ee",
    selection_ink="#14120f",
    mention="#f6e7b8",
    mention_current="#f0c860",
    hit="#d9ecd0",
    hit_current="#9fd08b",
    water="#bdd5e4",
    water_ink="#2b566f",
    land="#f3eee2",
    street="#c9bfa9",
    railway="#8d8578",
    bridge="#5c5548",
    place="#8a2f2b",
    place_marked="#c4501b",
)

DARK = Theme(
    name="dark",
    dark=True,
    paper="#1b1c1e",
    desk="#232528",
    raised="#2c2f33",
    ink="#e6e1d6",
    muted="#b0a999",
    link="#9cc7ee",
    rule="#43474d",
    accent="#7db4e3",
    accent_ink="#10151a",
    selection="#31587a",
    selection_ink="#ffffff",
    mention="#3d351c",
    mention_current="#5c4a12",
    hit="#263f25",
    hit_current="#2f5529",
    water="#26404f",
    water_ink="#a9cde0",
    land="#2b2b2a",
    street="#57534a",
    railway="#7d776c",
    bridge="#c4baa5",
    place="#ef9a8f",
    place_marked="#ffc078",
)

BY_NAME = {theme.name: theme for theme in (LIGHT, DARK)}


def text_font(point_size: float, *, bold: bool = False) -> QFont:
    """The type of running text in the shipped families."""
    font = QFont(TEXT_FAMILIES)
    font.setPointSizeF(point_size)
    font.setBold(bold)
    return font
