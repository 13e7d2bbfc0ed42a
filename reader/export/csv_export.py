"""``export --format csv``: people, places and dates as tables that a spreadsheet opens.

UTF-8 with a byte order mark, by which Excel knows Thai. A cell that a spreadsheet would take for a
formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from reader.content.knowledge import Knowledge
from reader.content.model import CardDate, Entity
from reader.export.options import Options
from reader.export.places_in_text import paragraph_number

_NAMES = (
    "id", "name_th", "name_en", "name_ru", "other_names_th", "other_names_en", "printed_forms",
    "misprints",
)  # fmt: skip
_FOUND = ("mentions", "paragraphs")
_CARD = ("short_th", "short_en", "sources")
PEOPLE = (
    *_NAMES, "born_os", "born_ns", "born_be", "born_place_th", "born_place_en", "died_os",
    "died_ns", "died_be", "died_place_th", "died_place_en", *_FOUND, *_CARD,
)  # fmt: skip
PLACES = (*_NAMES, "latitude", "longitude", "map_label_th", "map_label_en", *_FOUND, *_CARD)
DATES = (
    "paragraph", "start", "end", "printed", "printed_calendar", "precision", "os", "ns", "be",
    "time",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = Mapping[str, object]


def csv_files(knowledge: Knowledge, _options: Options) -> dict[str, bytes]:
    """The three tables by the names of their files."""
    return {
        "people.csv": _table(PEOPLE, _people(knowledge)),
        "places.csv": _table(PLACES, _places(knowledge)),
        "dates.csv": _table(DATES, _dates(knowledge)),
    }


def csv_table(knowledge: Knowledge, _options: Options) -> bytes:
    """All three in one table; the first column says what a row is: person, place or date."""
    columns = dict.fromkeys(("kind", *PEOPLE, *PLACES, *DATES))
    rows = [
        *({"kind": "person", **row} for row in _people(knowledge)),
        *({"kind": "place", **row} for row in _places(knowledge)),
        *({"kind": "date", **row} for row in _dates(knowledge)),
    ]
    return _table(tuple(columns), rows)


def _table(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return written.getvalue().encode("utf-8-sig", "backslashreplace")


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def _people(known: Knowledge) -> Iterable[Row]:
    for entity in known.entities.values():
        if entity.category == "person":
            card = known.details.cards.get(entity.id)
            dates = {date.kind: date for date in card.dates} if card else {}
            yield {
                **_entity(known, entity),
                **_life("born", dates.get("born")),
                **_life("died", dates.get("died")),
            }


def _life(kind: str, date: CardDate | None) -> Row:
    if date is None:
        return {}
    return {
        f"{kind}_os": date.os,
        f"{kind}_ns": date.ns,
        f"{kind}_be": date.be,
        f"{kind}_place_th": date.place_th,
        f"{kind}_place_en": date.place_en,
    }


def _places(known: Knowledge) -> Iterable[Row]:
    """Every place named in the text, and every one on the map."""
    on_map = {place.entity: place for place in known.places if place.entity}
    for entity in known.entities.values():
        place = on_map.pop(entity.id, None)
        if entity.category == "place" or place is not None:
            yield {
                **_entity(known, entity),
                "latitude": place.lat if place else None,
                "longitude": place.lon if place else None,
                "map_label_th": place.label_th if place else None,
                "map_label_en": place.label_en if place else None,
            }
    for place in known.places:
        if not place.entity:
            yield {
                "id": place.id,
                "name_th": place.name_th,
                "name_en": place.name_en,
                "name_ru": place.name_ru,
                "latitude": place.lat,
                "longitude": place.lon,
                "map_label_th": place.label_th,
                "map_label_en": place.label_en,
                "mentions": 0,
                "short_th": place.line_th,
                "short_en": place.line_en,
            }


def _entity(known: Knowledge, entity: Entity) -> Row:
    card = known.details.cards.get(entity.id)
    mentions = known.mentions_of(entity.id)
    numbers = dict.fromkeys(paragraph_number(known.article, m.start) for m in mentions)
    return {
        "id": entity.id,
        "name_th": entity.name_th,
        "name_en": entity.name_en,
        "name_ru": entity.name_ru,
        "other_names_th": "; ".join(entity.other_th),
        "other_names_en": "; ".join(entity.other_en),
        "printed_forms": "; ".join(v.form for v in entity.variants if not v.misprint),
        "misprints": "; ".join(v.form for v in entity.variants if v.misprint),
        "mentions": len(mentions),
        "paragraphs": " ".join(map(str, numbers)),
        "short_th": card.th.short.text if card else None,
        "short_en": card.en.short.text if card else None,
        "sources": " | ".join(card.sources) if card else None,
    }


def _dates(known: Knowledge) -> Iterable[Row]:
    for date in known.dates:
        yield {
            "paragraph": paragraph_number(known.article, date.start),
            "start": date.start,
            "end": date.end,
            "printed": known.article.text[date.start : date.end],
            "printed_calendar": date.printed,
            "precision": date.precision,
            "os": date.os,
            "ns": date.ns,
            "be": date.be,
            "time": date.time,
        }
