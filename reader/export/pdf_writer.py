"""Sheets as a PDF: real text in embedded subsets of the shipped faces, outline, links, metadata.

Signs (the small figures of footnotes and of paragraphs) are drawn as outlines, so that what is
searched for and copied from the file is the text alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fpdf import FPDF

from reader import __version__
from reader.export.faces import Stroke, face
from reader.export.options import Tick
from reader.export.pdf_text import TextWriter
from reader.export.sheets import Link, Mark, Place, Shape, Sheets, Window, Words, pieces

_PAGES_SHARE = 0.9  # of the work; the rest is the writing of the faces


def pdf_of(sheets: Sheets, tick: Tick = lambda _done: None) -> bytes:
    """The file. ``tick`` is told the progress, and may stop it by an exception."""
    pdf = FPDF(unit="pt", format=(sheets.width, sheets.height))
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    pdf.c_margin = 0
    pdf.set_title(sheets.title)
    pdf.set_author(sheets.author)
    pdf.set_subject(sheets.subject)
    pdf.set_lang(sheets.language)
    pdf.set_creator(f"Neva Reader {__version__}")
    pdf.set_display_mode("fullwidth", "continuous")
    places = {
        mark.name: (number, mark.y)
        for number, page in enumerate(sheets.pages, 1)
        for mark in page
        if isinstance(mark, Place)
    }
    links: dict[str, int] = {}
    writer = TextWriter(pdf)
    headings = {heading.target: heading for heading in sheets.outline}
    for number, page in enumerate(sheets.pages):
        pdf.add_page()
        for mark in page:
            if isinstance(mark, Link):
                _link(pdf, mark, places, links)
            elif isinstance(mark, Place):
                if mark.name in headings:
                    heading = headings[mark.name]
                    pdf.set_y(max(0.0, mark.y))
                    pdf.start_section(heading.text, heading.level, strict=False)
            else:
                _draw(pdf, writer, mark)
        tick((number + 1) / len(sheets.pages) * _PAGES_SHARE)
    for name, link in links.items():
        number, y = places[name]
        pdf.set_link(link, y=y, page=number)
    made = bytes(pdf.output())
    tick(1.0)
    return made


def _link(pdf: FPDF, mark: Link, places: Mapping[str, object], links: dict[str, int]) -> None:
    if mark.target in places:
        if mark.target not in links:
            links[mark.target] = pdf.add_link()
        pdf.link(mark.x, mark.y, mark.width, mark.height, links[mark.target])


def _draw(pdf: FPDF, writer: TextWriter, mark: Mark) -> None:
    if isinstance(mark, Words):
        if mark.is_sign:
            _sign(pdf, mark)
        else:
            _words(pdf, writer, mark)
    elif isinstance(mark, Shape):
        _shape(pdf, mark)
    elif isinstance(mark, Window):
        with pdf.rect_clip(mark.x, mark.y, mark.width, mark.height):
            for inner in mark.marks:
                _draw(pdf, writer, inner)


def _words(pdf: FPDF, writer: TextWriter, words: Words) -> None:
    pdf.set_text_color(words.ink)
    shown = list(pieces(words))
    for number, (x, name, text) in enumerate(shown, 1):
        gap = words.gap if number == len(shown) else 0.0
        writer.show(name, x, words.y, words.size, text, gap)


def _sign(pdf: FPDF, words: Words) -> None:
    path = _Path(pdf.h)
    for x, name, text in pieces(words):
        shipped = face(name)
        for glyph in shipped.glyphs(text):
            path.glyph(
                shipped.outline(glyph.id),
                x + glyph.x * words.size,
                words.y - glyph.y * words.size,
                words.size,
            )
    pdf._out(f"q {_colour(words.ink)} rg {path} f Q")


def _shape(pdf: FPDF, shape: Shape) -> None:
    path = _Path(pdf.h)
    for ring in shape.rings:
        path.move_to(*ring[0])
        for point in ring[1:]:
            path.line_to(*point)
        if shape.fill:
            path.close()
    cap = 0 if shape.dashes else 1  # butt or round
    dashes = " ".join(f"{dash:.2f}" for dash in shape.dashes)
    operators = ["q 1 j", f"{cap} J {shape.width:.2f} w [{dashes}] 0 d"]
    if shape.fill:
        operators.append(f"{_colour(shape.fill)} rg")
    if shape.stroke:
        operators.append(f"{_colour(shape.stroke)} RG")
    # a ring inside another is a hole
    paint = {(True, True): "B*", (True, False): "f*", (False, True): "S"}
    operators += [str(path), paint.get((bool(shape.fill), bool(shape.stroke)), "n"), "Q"]
    pdf._out(" ".join(operators))


def _colour(colour: str) -> str:
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))


class _Path:
    """The operators of a path. What FPDF has for paths copies each of them whole, many times."""

    def __init__(self, page_height: float) -> None:
        self._height = page_height
        self._operators: list[str] = []
        self._pen = (0.0, 0.0)

    def __str__(self) -> str:
        return " ".join(self._operators)

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        numbers = " ".join(f"{x:.3f} {self._height - y:.3f}" for x, y in points)
        self._operators.append(f"{numbers} {operator}")
        self._pen = points[-1]

    def move_to(self, x: float, y: float) -> None:
        self._add("m", (x, y))

    def line_to(self, x: float, y: float) -> None:
        self._add("l", (x, y))

    def curve_to(self, *points: tuple[float, float]) -> None:
        self._add("c", *points)

    def quadratic_to(self, off: tuple[float, float], on: tuple[float, float]) -> None:
        """A curve with one control point, as TrueType has it; PDF knows those with two."""
        start = self._pen
        self._add("c", _between(start, off), _between(on, off), on)

    def close(self) -> None:
        self._operators.append("h")

    def glyph(
        self,
        strokes: Sequence[Stroke],
        x: float,
        y: float,
        size: float,
    ) -> None:
        """The outline of a glyph whose origin is at ``x``, ``y``."""
        for kind, given in strokes:
            points = [(x + a * size, y - b * size) for a, b in given]
            if kind == "move":
                self.move_to(*points[0])
            elif kind == "line":
                self.line_to(*points[0])
            elif kind == "quadratic":
                self.quadratic_to(*points)
            elif kind == "cubic":
                self.curve_to(*points)
            else:
                self.close()


def _between(end: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    return end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3
