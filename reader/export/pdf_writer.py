"""Sheets as a PDF: real text in embedded subsets of the shipped faces, outline, links, metadata.

Signs (the small figures of footnotes and of paragraphs) are drawn as outlines, so that what is
searched for and copied from the file is the text alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fontTools.pens.basePen import decomposeQuadraticSegment
from fpdf import FPDF
from fpdf.drawing import PaintedPath
from fpdf.enums import IntersectionRule

from reader import __version__
from reader.export.faces import face
from reader.export.options import Tick
from reader.export.pdf_text import show
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
                _draw(pdf, mark)
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


def _draw(pdf: FPDF, mark: Mark) -> None:
    if isinstance(mark, Words):
        (_sign if mark.is_sign else _words)(pdf, mark)
    elif isinstance(mark, Shape):
        _shape(pdf, mark)
    elif isinstance(mark, Window):
        with pdf.rect_clip(mark.x, mark.y, mark.width, mark.height):
            for inner in mark.marks:
                _draw(pdf, inner)


def _words(pdf: FPDF, words: Words) -> None:
    pdf.set_text_color(words.ink)
    shown = list(pieces(words))
    for number, (x, name, text) in enumerate(shown, 1):
        gap = words.gap if number == len(shown) else 0.0
        show(pdf, name, x, words.y, words.size, text, gap)


def _sign(pdf: FPDF, words: Words) -> None:
    path = PaintedPath()
    path.style.fill_color = words.ink
    path.style.stroke_color = None
    for x, name, text in pieces(words):
        shipped = face(name)
        for glyph in shipped.glyphs(text):
            _outline(
                path,
                shipped.outline(glyph.id),
                x + glyph.x * words.size,
                words.y - glyph.y * words.size,
                words.size,
            )
    with pdf.drawing_context() as context:
        context.add_item(path)


def _outline(
    path: PaintedPath,
    strokes: Sequence[tuple[str, tuple[tuple[float, float], ...]]],
    x: float,
    y: float,
    size: float,
) -> None:
    for name, given in strokes:
        points = [(x + a * size, y - b * size) for a, b in given]
        if name == "moveTo":
            path.move_to(*points[0])
        elif name == "lineTo":
            path.line_to(*points[0])
        elif name == "qCurveTo":
            for off, on in decomposeQuadraticSegment(points):
                path.quadratic_curve_to(*off, *on)
        elif name == "curveTo":
            path.curve_to(*points[0], *points[1], *points[2])
        else:
            path.close()


def _shape(pdf: FPDF, shape: Shape) -> None:
    path = PaintedPath()
    style = path.style
    style.auto_close = bool(shape.fill)
    style.fill_color = shape.fill or None
    style.stroke_color = shape.stroke or None
    style.intersection_rule = IntersectionRule.EVENODD
    style.stroke_width = shape.width
    style.stroke_join_style = "round"
    style.stroke_cap_style = "butt" if shape.dashes else "round"
    if shape.dashes:
        style.stroke_dash_pattern = shape.dashes
    for ring in shape.rings:
        path.move_to(*ring[0])
        for point in ring[1:]:
            path.line_to(*point)
        if shape.fill:
            path.close()
    with pdf.drawing_context() as context:
        context.add_item(path)
