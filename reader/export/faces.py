"""The shipped typefaces as a printer sees them: how wide words are, and which glyphs they are.

Widths are in ems: times the type size they are points. HarfBuzz shapes, as it does in every PDF
that :mod:`reader.export.pdf_writer` writes, so that what is measured is what is set.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from reader import resources

REGULAR, BOLD, ITALIC = "regular", "bold", "italic"
_FILES = {
    REGULAR: ("Sarabun-Regular", "Arimo-Regular"),
    BOLD: ("Sarabun-Bold", "Arimo-Bold"),
    ITALIC: ("Sarabun-Italic", "Arimo-Regular"),
}
"""For each weight the face for Thai and Latin, and the one for what it lacks, Russian above all."""


class Glyph(NamedTuple):
    """One glyph of a face. x, y: where it stands, in ems from the start of its run, y up.

    character: the offset of the first character it stands for.
    """

    id: int
    x: float
    y: float
    advance: float
    character: int


class Stroke(NamedTuple):
    """A piece of an outline. kind: move, line, quadratic, cubic or close. points: where it goes to,
    its control points first."""

    kind: str
    points: tuple[tuple[float, float], ...]


class Run(NamedTuple):
    """The characters ``start`` to ``end`` of a text, all in the face named ``face``."""

    face: str
    start: int
    end: int


class Face:
    """One typeface file."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._face = hb.Face(self.file.read_bytes())
        self._font = hb.Font(self._face)
        self._em = float(self._face.upem)
        self._known = frozenset(self._face.unicodes)

    @property
    def file(self) -> Path:
        """The font file."""
        return resources.root() / "fonts" / f"{self.name}.ttf"

    def covers(self, char: str) -> bool:
        """Whether the face has a glyph for ``char``."""
        return ord(char) in self._known

    def glyphs(self, text: str) -> list[Glyph]:
        """``text`` shaped: the glyphs from left to right."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(self._font, buffer)
        x = y = 0.0
        found = []
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            found.append(
                Glyph(
                    info.codepoint,
                    (x + position.x_offset) / self._em,
                    (y + position.y_offset) / self._em,
                    position.x_advance / self._em,
                    info.cluster,
                )
            )
            x += position.x_advance
            y += position.y_advance
        return found

    @cache  # noqa: B019 - the few faces stay as long as the program
    def outline(self, glyph: int) -> Sequence[Stroke]:
        """The strokes of a glyph, in ems, y up."""
        pen = _Pen(self._em)
        self._font.draw_glyph_with_pen(glyph, pen)
        return pen.strokes


class _Pen:
    """Takes down what HarfBuzz draws, in ems; the names of its methods are HarfBuzz's."""

    def __init__(self, em: float) -> None:
        self._em = em
        self.strokes: list[Stroke] = []

    def _take(self, kind: str, *points: tuple[float, float]) -> None:
        self.strokes.append(Stroke(kind, tuple((x / self._em, y / self._em) for x, y in points)))

    def moveTo(self, point: tuple[float, float]) -> None:
        self._take("move", point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._take("line", point)

    def qCurveTo(self, off: tuple[float, float], on: tuple[float, float]) -> None:
        self._take("quadratic", off, on)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._take("cubic", *points)

    def closePath(self) -> None:
        self._take("close")

    def endPath(self) -> None:
        pass


@cache
def face(name: str) -> Face:
    """The face in the file ``name``.ttf."""
    return Face(name)


def runs(text: str, weight: str) -> Iterator[Run]:
    """``text`` cut where the face changes; what no face has stays with the first."""
    first, second = _FILES[weight]
    start, current = 0, first
    for offset, char in enumerate(text):
        if face(current).covers(char) and (current == first or char == " "):
            continue
        wanted = second if not face(first).covers(char) and face(second).covers(char) else first
        if wanted != current:
            if offset > start:
                yield Run(current, start, offset)
            start, current = offset, wanted
    if start < len(text):
        yield Run(current, start, len(text))


def advances(text: str, weight: str) -> list[float]:
    """Where each character of ``text`` begins, in ems; one more at the end: its whole width."""
    widths = [0.0] * len(text)
    for run in runs(text, weight):
        for glyph in face(run.face).glyphs(text[run.start : run.end]):
            widths[run.start + glyph.character] += glyph.advance
    found = [0.0]
    for width in widths:
        found.append(found[-1] + width)
    return found


def width_of(text: str, weight: str = REGULAR) -> float:
    """How wide ``text`` is, in ems."""
    return advances(text, weight)[-1]
