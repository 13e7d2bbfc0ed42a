"""The JSON Schema of a ``.neva`` package, made from the records it holds.

``python -m reader.content.package_schema`` writes ``resources/schema/neva-package-1.json``; a test
proves the file to be what this makes, and packages to follow it.
"""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Union, get_args, get_origin, get_type_hints

from reader import resources
from reader.content import manifest
from reader.content.city_map import MapPlace
from reader.content.computed import EVENTS_ON_MAP
from reader.content.hours import CHARGES, DECKS, HOLDERS, STAGES, Account, Berth, Hold, Ring, Shot
from reader.content.model import (
    CATEGORIES,
    CERTAINTIES,
    NOTE_KINDS,
    PARTS_OF_DAY,
    PRECISIONS,
    ArticleDate,
    CardDate,
    Entity,
    Event,
    Note,
    NoteMark,
    Passage,
    PlaceNote,
)
from reader.content.questions import LEVELS, Question
from reader.content.source import DATE_KINDS
from reader.text.limits import TITLE_LENGTH
from reader.text.line_rules import Breaks
from reader.text.mentions import Mention
from reader.text.terms import Term

FILE = "neva-package-1.json"
_DATE = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?$"}
_OFFSET = {"type": "integer", "minimum": 0}
_DIGEST = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_TITLE = {"type": "string", "pattern": r"\S", "maxLength": TITLE_LENGTH}
_NAMED: dict[str, dict[str, Any]] = {
    "start": _OFFSET, "end": _OFFSET, "gloss_start": _OFFSET, "gloss_end": _OFFSET, "star": _OFFSET,
    "os": _DATE, "ns": _DATE, "entry_os": _DATE,
    "category": {"enum": list(CATEGORIES)},
    "certainty": {"enum": list(CERTAINTIES)},
    "precision": {"enum": list(PRECISIONS)},
    "printed": {"enum": ["os", "ns", "unknown"]},
    "part": {"enum": list(PARTS_OF_DAY)}, "entry_part": {"enum": list(PARTS_OF_DAY)},
    "holder": {"enum": list(HOLDERS)}, "deck": {"enum": ["", *DECKS]},
    "stage": {"enum": list(STAGES)}, "charge": {"enum": list(CHARGES)},
    "level": {"enum": list(LEVELS)},
    "lat": {"type": "number", "exclusiveMinimum": -90, "exclusiveMaximum": 90},
    "lon": {"type": "number", "minimum": -180, "maximum": 180},
}  # fmt: skip
_KINDS: dict[type, Sequence[str]] = {Note: NOTE_KINDS, NoteMark: NOTE_KINDS, CardDate: DATE_KINDS}


def schema() -> dict[str, Any]:
    """The schema. ``$defs`` has one part for each JSON file of a package."""
    passage = {"$ref": "#/$defs/passage"}
    format_ = {
        "type": "array", "prefixItems": [{"const": 1}, _OFFSET], "minItems": 2, "maxItems": 2,
    }  # fmt: skip
    text_parts = {
        "format": format_, "sha256": _DIGEST, "title_th": _TITLE, "title_en": _TITLE,
        "publisher_th": {"type": "string"}, "publisher_en": {"type": "string"},
        "paragraph_titles": _list(
            {"type": "array", "items": passage, "minItems": 2, "maxItems": 2}
        ),
        "entities": _list(_row(Entity)), "mentions": _list(_row(Mention)),
        "terms": _list(_row(Term)), "dates": _list(_row(ArticleDate)),
        "places": _list(_row(MapPlace)), "note_marks": _list(_row(NoteMark)),
        "breaks": {"$ref": "#/$defs/breaks"},
    }  # fmt: skip
    card_text = {"type": "array", "items": passage, "minItems": 4, "maxItems": 4}
    card = {
        "entity": {"type": "string"}, "th": card_text, "en": card_text,
        "dates": _list(_row(CardDate)), "sources": _list({"type": "string"}),
        "see": _list({"type": "string"}),
    }  # fmt: skip
    place_note = _row(PlaceNote)
    place_note["prefixItems"].insert(0, {"type": "string"})
    place_note["minItems"] = place_note["maxItems"] = len(place_note["prefixItems"])
    event = _row(Event)
    event["prefixItems"], later = event["prefixItems"][:-2], event["prefixItems"][-2:]
    event["minItems"] = event["maxItems"] = len(event["prefixItems"])
    event["description"] = event["description"].removesuffix(", clock, places")
    details = {
        "format": format_, "cards": _list(_object(card)), "notes": _list(_row(Note)),
        "events": _list(event), "places": _list(place_note), "names": _list(passage),
    }  # fmt: skip
    on_map = {
        "description": "by event: clock, places; only where there are any",
        "type": "object",
        "additionalProperties": {
            "type": "array", "prefixItems": later, "minItems": len(later), "maxItems": len(later),
        },
    }  # fmt: skip
    hours = {
        "format": format_, "first": {"type": "string"}, "length": {"type": "integer", "minimum": 1},
        "holds": _list(_row(Hold)), "berths": _list(_row(Berth)), "rings": _list(_row(Ring)),
        "shots": _list(_row(Shot)),
    }  # fmt: skip
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:neva-reader:package:1",
        "title": "A .neva article package, format 1",
        "description": "Each JSON file in the zip archive follows the part of $defs that is called "
        "like it. Rows are lists; docs/package-format.md names their columns. A later minor format "
        "may add properties.",
        "oneOf": [{"$ref": "#/$defs/manifest"}],
        "$defs": {
            "manifest": _object({"format": format_, **_manifest()}),
            "text": _object(text_parts),
            "details": _object(details, {EVENTS_ON_MAP: on_map}),
            "hours": _object(hours),
            "questions": _object({"format": format_, "questions": _list(_row(Question))}),
            "account": _row(Account),
            "passage": {
                "description": "a text and where its lines may turn",
                "type": "array",
                "prefixItems": [{"type": "string"}, {"$ref": "#/$defs/breaks"}],
                "minItems": 2,
                "maxItems": 2,
            },
            "breaks": {
                "description": "free, held and inside, each as steps from offset to offset",
                "type": "array",
                "items": _list(_OFFSET),
                "minItems": 3,
                "maxItems": 3,
            },
        },
    }


def _manifest() -> dict[str, Any]:
    file = {"size": _OFFSET, "sha256": _DIGEST}
    return {
        "id": {"type": "string", "pattern": f"^{manifest.ID.pattern}$"},
        "version": {"type": "string", "pattern": f"^{manifest.VERSION.pattern}$"},
        "title_th": _TITLE, "title_en": _TITLE,
        **{name: {"type": "string"} for name in (
            "publisher_th", "publisher_en", "language", "licence", "text_licence")},
        "authors": _list({"type": "string"}),
        "sha256": _DIGEST,
        "length": {"type": "integer", "minimum": 1},
        "counts": {"type": "object", "additionalProperties": _OFFSET},
        "names": _list({"type": "array", "prefixItems": [
            {"type": "string", "maxLength": TITLE_LENGTH}, {"type": "string"}],
            "minItems": 2, "maxItems": 2}),
        "sources": _list({"type": "string"}),
        "files": {"type": "object", "additionalProperties": _object(file)},
    }  # fmt: skip


def _object(
    properties: dict[str, Any], optional: Mapping[str, Any] = MappingProxyType({})
) -> dict[str, Any]:
    return {
        "type": "object", "properties": {**properties, **optional}, "required": list(properties),
    }  # fmt: skip


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _row(record: type) -> dict[str, Any]:
    """A record as a list of its fields, their names told in the description."""
    hints = get_type_hints(record)
    columns = [_column(record, name, hint) for name, hint in hints.items()]
    return {
        "description": ", ".join(hints),
        "type": "array",
        "prefixItems": columns,
        "minItems": len(columns),
        "maxItems": len(columns),
    }


def _column(record: type, name: str, hint: Any) -> dict[str, Any]:
    if name == "kind" and record in _KINDS:
        return {"enum": list(_KINDS[record])}
    plain = _of(hint)
    known = _NAMED.get(name)
    if known is None:
        return plain
    return {"anyOf": [known, {"type": "null"}]} if "anyOf" in plain else known


def _of(hint: Any) -> dict[str, Any]:
    origin, of = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_of(option) for option in of]}
    if origin is tuple and of[-1] is Ellipsis:
        return _list(_of(of[0]))
    if origin is tuple:
        columns = [_of(part) for part in of]
        return {
            "type": "array", "prefixItems": columns,
            "minItems": len(columns), "maxItems": len(columns),
        }  # fmt: skip
    for record, name in ((Passage, "passage"), (Breaks, "breaks"), (Account, "account")):
        if hint is record:
            return {"$ref": f"#/$defs/{name}"}
    simple = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
    return {"type": simple[hint]} if hint in simple else _row(hint)


def serialised() -> str:
    """The text of the file."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write the file."""
    folder = resources.root() / "schema"
    folder.mkdir(exist_ok=True)
    (folder / FILE).write_text(serialised(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
