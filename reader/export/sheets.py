"""Pages as they will be printed: what stands where, for whoever puts it on paper or screen.

Lengths are points (1/72 inch), x to the right and y down from the corner of the sheet; colours are
``#rrggbb``. A PDF and a preview are drawn from the same sheets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.export.faces import REGULAR, face, runs

INK = "#1a1a1a"
QUIET = "#555555"
RULE = "#9a9a9a"

PAPERS = {
    "A4": (595.28, 841.89),
    "A5": (419.53, 595.28),
    "Letter": (612.0, 792.0),
}
"""Width and height of each paper by its name."""


class Words(NamedTuple):
    """Text on its baseline.

    is_sign: it is drawn only, and no part of the text when copied. gap: points of white after it
    that are no space of the text; a sign stands there.
    """

    x: float
    y: float
    text: str
    size: float
    weight: str = REGULAR
    ink: str = INK
    is_sign: bool = False
    gap: float = 0.0


class Shape(NamedTuple):
    """Lines or areas. rings: points in order; a ring inside another is a hole of it.

    fill: the colour of areas, "" for lines. stroke: the colour of the line, "" for none.
    """

    rings: Sequence[Sequence[tuple[float, float]]]
    fill: str = ""
    stroke: str = ""
    width: float = 0.5
    dashes: tuple[float, ...] = ()


class Window(NamedTuple):
    """What ``marks`` show inside a rectangle."""

    x: float
    y: float
    width: float
    height: float
    marks: Sequence[Words | Shape]


class Link(NamedTuple):
    """A rectangle that leads to the place named ``target``."""

    x: float
    y: float
    width: float
    height: float
    target: str


class Place(NamedTuple):
    """A height on its sheet that links and the outline lead to by ``name``."""

    name: str
    y: float


Mark = Words | Shape | Window | Link | Place


class Heading(NamedTuple):
    """A line of the outline. level: 0 is the highest. target: the name of a Place."""

    level: int
    text: str
    target: str


@dataclass
class Sheets:
    """A whole document. pages: the marks of each sheet, in the order of drawing."""

    width: float
    height: float
    title: str
    author: str
    subject: str
    language: str
    pages: list[list[Mark]] = field(default_factory=list)
    outline: list[Heading] = field(default_factory=list)


def rule(x: float, y: float, length: float, ink: str = RULE, width: float = 0.5) -> Shape:
    """A level line."""
    return Shape([[(x, y), (x + length, y)]], stroke=ink, width=width)


def pieces(words: Words) -> Iterator[tuple[float, str, str]]:
    """``words`` face by face: x, the name of the face, the text."""
    x = words.x
    for run in runs(words.text, words.weight):
        text = words.text[run.start : run.end]
        yield x, run.face, text
        shaped = face(run.face).glyphs(text)
        x += sum(glyph.advance for glyph in shaped) * words.size
