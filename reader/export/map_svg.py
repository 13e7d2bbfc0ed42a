"""``export --format svg``: the whole map as a drawing, with its names as text.

One unit is one pixel at its usual size. The type is named, not embedded: a machine that lacks it
shows another Thai face. Colours are those of paper.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from reader.content.city_map import CityMap, CityMapError, Feature, MapPlace, load_city_map
from reader.content.knowledge import Knowledge
from reader.content.label_placement import Box
from reader.errors import PackageError, ReaderError
from reader.export.faces import BOLD, REGULAR, width_of
from reader.export.labels import label
from reader.export.map_sheet import MapSheet, Standing
from reader.export.map_words import CANAL, DISTRICT, FIRST_PLACE, WATER, Lines, placed_names
from reader.export.options import Options
from reader.resources import city_map_file
from reader.text.digits import digits

WIDTH = 2000.0
_LAND, _WATER, _STREET, _RAILWAY, _BRIDGE = "#ffffff", "#d3e2ec", "#c9c9c9", "#777777", "#404040"
_PLACE, _INK, _WATER_INK, _MUTED = "#7a1f1b", "#000000", "#1f4a63", "#444444"
_FAMILIES = "Sarabun, Arimo, 'Noto Sans Thai', sans-serif"
_INKS = {WATER: _WATER_INK, CANAL: _WATER_INK, DISTRICT: _MUTED, "street": _MUTED}
_AREAS = ("district", "water")
_SIGNS = ("building", "station", "ship", "arrow", "drawbridge", "bridge", "railway")
_RADIUS = 4.5
_SHIP = (
    (-8, 0), (-5, 0), (-5, -6), (-4, -6), (-4, 0), (-3, 0), (-3, -4), (-1.5, -4), (-1.5, 0),
    (-0.5, 0), (-0.5, -4), (1, -4), (1, 0), (2, 0), (2, -4), (3.5, -4), (3.5, 0), (8, 0),
    (6.5, 4), (-6, 4),
)  # fmt: skip
_ARROW = ((7, 0), (-4, -6), (-1, 0), (-4, 6))


def map_svg(knowledge: Knowledge, options: Options) -> bytes:
    """The drawing. Raises ReaderError ``no-map`` for a text without places, PackageError for a
    damaged map."""
    if not knowledge.places:
        raise ReaderError("no-map")
    path = city_map_file()
    try:
        city = load_city_map(path)
    except CityMapError:
        raise PackageError("package-damaged", file=path.name) from None
    drawing = _Drawing(city, knowledge.places, options)
    return "\n".join(drawing.lines()).encode("utf-8")


class _Drawing:
    def __init__(self, city: CityMap, places: Sequence[MapPlace], options: Options) -> None:
        self._city = city
        self._places = places
        self._language = options.language
        self._languages = [options.language, *([options.second_names] * bool(options.second_names))]
        self._sheet = MapSheet(city, WIDTH)

    def lines(self) -> Iterator[str]:
        sheet, thai = self._sheet, self._language == "th"
        width, height = _number(sheet.width), _number(sheet.height)
        credit = self._city.attribution_th if thai else self._city.attribution_en
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" xml:lang="{self._language}" '
            f"font-family={quoteattr(_FAMILIES)}>"
        )
        yield f"<title>{escape(label('map-heading', self._language))}</title>"
        yield f"<desc>{escape(credit)}</desc>"
        yield f'<rect width="{width}" height="{height}" fill="{_LAND}"/>'
        yield from self._ground()
        signs = {
            place.id: self._sign_box(place) for place in self._places if not self._is_area(place)
        }
        furniture, taken = self._furniture(credit)
        names = placed_names(self._city, self._places, sheet, signs, taken, self._languages)
        yield from _group("ground-names", (
            self._name(lines) for key, lines in names.items() if key.startswith("map:")
        ))  # fmt: skip
        yield from _group("places", (self._place(place, names) for place in self._places))
        yield from _group("scale", furniture)
        yield (
            f'<rect x="0.5" y="0.5" width="{_number(sheet.width - 1)}" '
            f'height="{_number(sheet.height - 1)}" fill="none" stroke="{_RAILWAY}"/>'
        )
        yield "</svg>\n"

    # The ground

    def _ground(self) -> Iterator[str]:
        features, scale = self._city.features, self._sheet.scale
        yield from _group("water", (
            f'<path id="{water.id}" d="{self._path(water, close=True)}" fill-rule="evenodd"/>'
            for water in features["water"]
        ), fill=_WATER)  # fmt: skip
        yield from _group("canals", (
            self._line(canal, f'stroke-width="{_number(max(1.2, canal.width_m * scale))}"')
            for canal in features["canal"]
        ), fill="none", stroke=_WATER, **{"stroke-linejoin": "round"})  # fmt: skip
        yield from _group("streets", map(self._line, features["street"]), fill="none",
            stroke=_STREET, **{"stroke-width": "3", "stroke-linejoin": "round"})  # fmt: skip
        yield from _group("railways", map(self._line, features["railway"]), fill="none",
            stroke=_RAILWAY, **{"stroke-width": "1.6", "stroke-dasharray": "6 4"})  # fmt: skip
        yield from _group("bridges", map(self._line, features["bridge"]), fill="none",
            stroke=_BRIDGE, **{"stroke-width": "4"})  # fmt: skip
        yield from _group("spans", (
            self._span(bridge) for bridge in features["bridge"] if bridge.opens
        ), fill="none", stroke=_LAND, **{"stroke-width": "2"})  # fmt: skip

    def _path(self, feature: Feature, *, close: bool = False) -> str:
        parts = []
        for part in feature.parts:
            nodes = part[:-1] if close else part
            points = [self._sheet.at(*node) for node in nodes]
            parts.append("M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points))
        return ("Z".join(parts) + "Z") if close else "".join(parts)

    def _line(self, feature: Feature, more: str = "") -> str:
        name = feature.name_th if self._language == "th" else feature.name_en
        return (
            f'<path id="{feature.id}" d="{self._path(feature)}" {more}>'
            f"<title>{escape(name)}</title></path>"
        )

    def _span(self, bridge: Feature) -> str:
        (x1, y1), (x2, y2) = (
            self._sheet.at(*bridge.parts[0][0]), self._sheet.at(*bridge.parts[0][-1])
        )  # fmt: skip
        ends = [(x1 + (x2 - x1) * part, y1 + (y2 - y1) * part) for part in (0.36, 0.64)]
        return f'<path d="M{"L".join(f"{_number(x)} {_number(y)}" for x, y in ends)}"/>'

    # Places

    def _is_area(self, place: MapPlace) -> bool:
        return place.kind in _AREAS and self._sheet.standing(place).heading is None

    def _sign_box(self, place: MapPlace) -> Box:
        at = self._sheet.standing(place)
        reach = 9.0 if place.kind == "ship" or at.heading is not None else _RADIUS + 1
        return Box(at.x - reach, at.y - reach, at.x + reach, at.y + reach)

    def _place(self, place: MapPlace, names: dict[str, Lines]) -> str:
        thai = self._language == "th"
        name, line = (place.name_th, place.line_th) if thai else (place.name_en, place.line_en)
        at = self._sheet.standing(place)
        sign = "" if self._is_area(place) else _sign(place.kind, at)
        written = self._name(names[place.id]) if place.id in names else ""
        title = f"<title>{escape(name)}: {escape(line)}</title>"
        return f'<g id="place-{place.id}">{title}{sign}{written}</g>'

    def _name(self, name: Lines) -> str:
        sizes = name.sizes()
        bold = name.kind == FIRST_PLACE
        ink = _INKS.get(name.kind, _INK)
        halo = _WATER if name.kind == WATER else _LAND
        baseline = name.y + sizes[0] * (0.34 if len(name.lines) == 1 else -0.26)
        written = ""
        for size, text in zip(sizes, name.lines, strict=False):
            written += _text(name.x, baseline, text, size, "middle", ink, halo=halo, bold=bold)
            baseline += size * 1.2
            bold = False
        if not name.degrees:
            return written
        turn = f"rotate({_number(name.degrees)} {_number(name.x)} {_number(name.y)})"
        return f'<g transform="{turn}">{written}</g>'

    # Title, scale bar, north, attribution

    def _furniture(self, credit: str) -> tuple[list[str], list[Box]]:
        sheet, metres = self._sheet, 1000
        length, right = metres * sheet.scale, sheet.width - 30.0
        left, foot = 24.0, sheet.height - 24.0
        number = digits(metres // 1000, self._language)
        kilometres = label("kilometres", self._language, number=number)
        heading = label("map-heading", self._language)
        parts = [
            f'<path d="M{_number(left)} {_number(foot - 8)}v8h{_number(length)}v-8" '
            f'fill="none" stroke="{_INK}" stroke-width="2"/>',
            _text(left + length / 2, foot - 12, kilometres, 14, "middle"),
            _text(right, 52, heading, 30, "end", bold=True),
            f'<path d="M{_number(right - 10)} 72l-8 24 8-5 8 5z" fill="{_INK}"/>',
            _text(right - 10, 116, label("north", self._language), 15, "middle"),
            _text(sheet.width / 2, sheet.height - 12, credit, 12, "middle", _MUTED),
        ]
        title, line = 30 * width_of(heading, BOLD), 12 * width_of(credit, REGULAR)
        taken = [
            Box(left - 8, foot - 34, left + length + 8, foot + 8),
            Box(right - title - 8, 14, right + 8, 66),
            Box(right - 28, 66, right + 8, 122),
            Box((sheet.width - line) / 2 - 6, sheet.height - 30,
                (sheet.width + line) / 2 + 6, sheet.height),
        ]  # fmt: skip
        legend, area = self._legend(right, 134.0)
        return parts + legend, [*taken, area]

    def _legend(self, right: float, top: float) -> tuple[list[str], Box]:
        """What the signs mean, in a table with its upper right corner there."""
        rows = [(sign, label(f"sign-{sign}", self._language)) for sign in _SIGNS]
        width = 14 * max(width_of(text, REGULAR) for _, text in rows) + 62
        left, height = right - width, 24.0 * len(rows) + 14
        parts = [
            f'<rect x="{_number(left)}" y="{_number(top)}" width="{_number(width)}" '
            f'height="{_number(height)}" rx="5" fill="{_LAND}" stroke="{_STREET}"/>'
        ]
        for number, (sign, text) in enumerate(rows):
            y = top + 19 + 24 * number
            parts.append(_sample(sign, left + 28, y))
            parts.append(_text(left + 52, y + 5, text, 14, "start"))
        return parts, Box(left - 4, top - 4, right + 4, top + height + 4)


def _group(id: str, content: Iterable[str], **attributes: str) -> Iterator[str]:
    given = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
    yield f'<g id="{id}"{given}>'
    yield from content
    yield "</g>"


def _sign(kind: str, at: Standing) -> str:
    """The sign upon its own halo."""
    x, y = _number(at.x), _number(at.y)
    if at.heading is not None:
        turn = f"rotate({_number(math.degrees(at.heading))})"
        shape = f'polygon points="{_points(_ARROW)}" transform="translate({x} {y}) {turn}"'
    elif kind == "ship":
        shape = f'polygon points="{_points(_SHIP)}" transform="translate({x} {y})"'
    elif kind == "station":
        side = _number(2 * _RADIUS - 1)
        corner = f'x="{_number(at.x - _RADIUS + 0.5)}" y="{_number(at.y - _RADIUS + 0.5)}"'
        shape = f'rect {corner} width="{side}" height="{side}"'
    else:
        shape = f'circle cx="{x}" cy="{y}" r="{_RADIUS}"'
    return f'<{shape} fill="none" stroke="{_LAND}" stroke-width="2.5"/><{shape} fill="{_PLACE}"/>'


def _sample(sign: str, x: float, y: float) -> str:
    if sign == "arrow":
        return _sign("building", Standing(x, y, 0.0))
    if sign not in ("bridge", "drawbridge", "railway"):
        return _sign(sign, Standing(x, y, None))
    line = f'path d="M{_number(x - 14)} {_number(y)}h28" fill="none"'
    if sign == "railway":
        return f'<{line} stroke="{_RAILWAY}" stroke-width="1.6" stroke-dasharray="6 4"/>'
    bridge = f'<{line} stroke="{_BRIDGE}" stroke-width="4"/>'
    if sign == "bridge":
        return bridge
    span = f'<path d="M{_number(x - 4)} {_number(y)}h8" stroke="{_LAND}" stroke-width="2"/>'
    return bridge + span


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _text(
    x: float,
    y: float,
    text: str,
    size: float,
    anchor: str,
    ink: str = _INK,
    *,
    halo: str = _LAND,
    bold: bool = False,
) -> str:
    """A line of text upon its own halo: not every program knows how to paint a stroke first."""
    weight = ' font-weight="bold"' if bold else ""
    at = (
        f'x="{_number(x)}" y="{_number(y)}" font-size="{_number(size)}" text-anchor="{anchor}"'
        f"{weight}"
    )
    return (
        f'<text {at} fill="none" stroke="{halo}" stroke-width="3" stroke-linejoin="round" '
        f'aria-hidden="true">{escape(text)}</text><text {at} fill="{ink}">{escape(text)}</text>'
    )


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
