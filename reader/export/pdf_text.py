"""Thai text in a PDF: each glyph where HarfBuzz puts it, each letter read as it was written.

FPDF shapes by itself only character by character: where two marks stand on a letter, or ำ, the text
taken out of the file is torn up. Here a letter with its marks is one piece that says what it reads
as (ActualText); besides, every glyph has a reading of its own, for programs that know only those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fpdf import FPDF
from fpdf.fonts import TTFFont

from reader.export.faces import Glyph, face

_CLUSTER = re.compile(
    "[^\u0e31-\u0e3a\u0e47-\u0e4e\u0300-\u036f][\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0300-\u036f]*|."
)
_SARA_AM, _NIKHAHIT, _SARA_AA = "\u0e33", "\u0e4d", "\u0e32"


class TextWriter:
    """Writes text into one PDF."""

    def __init__(self, pdf: FPDF) -> None:
        self._pdf = pdf
        self._codes: dict[tuple[str, int, str], tuple[int, float]] = {}

    def show(self, name: str, x: float, y: float, size: float, text: str, gap: float = 0.0) -> None:
        """Show ``text`` in the face ``name`` with its baseline at ``x``, ``y``.

        The colour is the PDF's text colour. gap: points after it that belong to its last letter
        when the text is taken out; a program that guesses columns by white would find one there.
        """
        pdf = self._pdf
        if name.lower() not in pdf.fonts:
            pdf.add_font(name, fname=face(name).file)
        pdf.set_font(name, size=size)
        run = _Run(self, pdf, name, x, y, size)
        glyphs = face(name).glyphs(text)
        first = 0
        for cluster in _CLUSTER.finditer(text):
            last = first
            while last < len(glyphs) and glyphs[last].character < cluster.end():
                last += 1
            room = gap if cluster.end() == len(text) else 0.0
            run.show(cluster.group(), cluster.start(), glyphs[first:last], room)
            first = last
        run.end()

    def code(self, name: str, font: TTFFont, glyph: int, reading: str) -> tuple[int, float]:
        """The code of a glyph that reads so, and how far it moves the pen, in ems."""
        key = (name, glyph, reading)
        if key not in self._codes:
            # FPDF has no code for what the face lacks: a space stands in, and reads as it should
            shown = glyph or face(name).glyphs(" ")[0].id
            called = font.ttfont.getGlyphName(shown)
            width = round(font.scale * font.ttfont["hmtx"].metrics[called][0])
            unicode = tuple(ord(char) for char in reading)
            code = font.subset.pick_glyph(font.subset.get_glyph(shown, unicode, called, width))
            assert code is not None
            self._codes[key] = code, width / 1000
        return self._codes[key]


class _Run:
    """Writes the operators of one text object."""

    def __init__(
        self, writer: TextWriter, pdf: FPDF, name: str, x: float, y: float, size: float
    ) -> None:
        font = pdf.current_font
        assert isinstance(font, TTFFont)
        self._writer, self._pdf, self._name, self._font = writer, pdf, name, font
        self._x, self._y, self._size = x, pdf.h - y, size
        self._codes: list[int] = []
        self._pen: tuple[float, float] | None = None  # ems; where the next code would stand
        colour = pdf.text_color.serialize().lower() if pdf.text_color else "0 g"
        choose = pdf._set_font_for_page(font, size, wrap_in_text_object=False)
        self._operators = [f"q {colour} BT {choose}"]

    def show(self, text: str, start: int, glyphs: Sequence[Glyph], gap: float) -> None:
        """Show ``glyphs``, which are ``text``, the characters from ``start`` on."""
        is_one = len(text) > 1 or gap > 0
        if is_one:
            self._flush()
            written = text.encode("utf-16-be").hex().upper()
            self._operators.append(f"/Span <</ActualText <FEFF{written}>>> BDC")
        for glyph, reading in zip(glyphs, _readings(text, start, glyphs), strict=True):
            self._glyph(glyph, reading)
        if gap:
            self._fill(gap / self._size, glyphs)
        if is_one:
            self._flush()
            self._operators.append("EMC")

    def _fill(self, gap: float, glyphs: Sequence[Glyph]) -> None:
        """Spaces over the white that follows."""
        (space,) = face(self._name).glyphs(" ")
        x = max((glyph.x + glyph.advance for glyph in glyphs), default=0.0)
        steps = max(1, round(gap / space.advance))
        for step in range(steps):
            at = x + (gap - space.advance) * step / max(1, steps - 1)
            self._glyph(space._replace(x=at, y=0.0), " ")

    def _glyph(self, glyph: Glyph, reading: str) -> None:
        code, width = self._writer.code(self._name, self._font, glyph.id, reading)
        if self._pen is None or abs(self._pen[0] - glyph.x) + abs(self._pen[1] - glyph.y) > 1e-4:
            self._flush()
            x, y = self._x + glyph.x * self._size, self._y + glyph.y * self._size
            self._operators.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        self._codes.append(code)
        self._pen = (glyph.x + width, glyph.y)

    def _flush(self) -> None:
        if self._codes:
            self._operators.append(f"<{''.join(f'{code:04X}' for code in self._codes)}> Tj")
            self._codes = []

    def end(self) -> None:
        """Write what is left."""
        self._flush()
        self._operators.append("ET Q")
        self._pdf._out(" ".join(self._operators))


def _readings(text: str, start: int, glyphs: Sequence[Glyph]) -> Iterator[str]:
    """What each glyph of a cluster reads as; ำ is two glyphs: the ring and า."""
    if len(glyphs) == 1:
        yield text
        return
    for number, glyph in enumerate(glyphs):
        here = glyph.character - start
        same = [other for other in glyphs if other.character == glyph.character]
        later = [g.character - start for g in glyphs if g.character > glyph.character]
        chars = text[here : min(later, default=len(text))]
        if len(same) == 1:
            yield chars
            continue
        split = [*(_NIKHAHIT if c == _SARA_AM else c for c in chars)]
        if chars.endswith(_SARA_AM):
            split = [_NIKHAHIT, *chars[:-1], _SARA_AA]
        place = sum(1 for other in glyphs[:number] if other.character == glyph.character)
        if len(same) == len(split):
            yield split[place]
        elif place == len(same) - 1:
            yield split[-1]
        else:
            yield "".join(split[:-1]) if place == 0 else ""
