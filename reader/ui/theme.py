"""Colours, type families and measures, asked of one object by every widget.

Colours are chosen for a contrast of at least 4.5:1 between any text colour and the ground it
stands on (WCAG 2.2, 1.4.3); a test computes it.
"""

from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette

TEXT_FAMILIES = ["Sarabun", "Arimo"]
"""Looped Thai first; the second face carries the Cyrillic of Russian names."""

FAMILIES = {
    "looped": TEXT_FAMILIES,
    "loopless": ["Noto Sans Thai", *TEXT_FAMILIES],
    "serif": ["Noto Serif Thai", *TEXT_FAMILIES],
}
"""By kind of type; the faces of the last two are registered when they are chosen."""

_type = "looped"


def use_type(kind: str) -> None:
    """Set everything in ``kind`` of type from now on, as :func:`text_font` hands it out."""
    global _type
    _type = kind


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
    control: str = ""  # ground of buttons and scroll bars; as the desk's if empty
    disabled: str = ""  # text of what cannot be used now; as secondary text if empty

    def color(self, use: str) -> QColor:
        """The colour for one use, e.g. ``color("ink")``; one that is written out is itself."""
        return QColor(use if use.startswith("#") else getattr(self, use))

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
            (role.Button, self.control or self.desk),
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
            palette.setColor(
                QPalette.ColorGroup.Disabled, target, QColor(self.disabled or self.muted)
            )
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

SEPIA = LIGHT._replace(
    name="sepia",
    paper="#f4e8d0",
    desk="#e9dabd",
    raised="#faf1de",
    ink="#33261a",
    muted="#62503a",
    link="#234a70",
    rule="#cdb993",
    accent="#245a80",
    selection="#c3cfc8",
    selection_ink="#1d150d",
    mention="#efd59a",
    mention_current="#e6bb62",
    hit="#d3deb4",
    hit_current="#a9c583",
    water="#b9cbc9",
    water_ink="#27505f",
    land="#efe2c6",
    street="#c4b189",
    railway="#85755c",
    bridge="#574a38",
)

CONTRAST = Theme(
    name="contrast",
    dark=True,
    paper="#000000",
    desk="#000000",
    raised="#000000",
    ink="#ffffff",
    muted="#ffffff",
    link="#ffff00",
    rule="#ffffff",
    accent="#00ffff",
    accent_ink="#000000",
    selection="#00ffff",
    selection_ink="#000000",
    mention="#4d3d00",
    mention_current="#6b4a00",
    hit="#004d1a",
    hit_current="#006622",
    water="#00335c",
    water_ink="#ffffff",
    land="#1a1a1a",
    street="#8c8c8c",
    railway="#bfbfbf",
    bridge="#ffffff",
    place="#ffff00",
    place_marked="#00ffff",
    control="#404040",
    disabled="#b8b8b8",
)

BY_NAME = {theme.name: theme for theme in (LIGHT, SEPIA, DARK, CONTRAST)}


def text_font(point_size: float, *, bold: bool = False) -> QFont:
    """The type of running text in the shipped families."""
    font = QFont(FAMILIES[_type])
    font.setPointSizeF(point_size)
    font.setBold(bold)
    return font
