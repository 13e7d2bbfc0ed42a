"""``export --format geojson``: the map with the places of the text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reader.content.knowledge import Knowledge
from reader.errors import PackageError


def _sources(knowledge: Knowledge, place: str) -> tuple[str, ...]:
    note = knowledge.details.places.get(place)
    return note.sources if note is not None else ()


def geojson_export(knowledge: Knowledge, map_file: Path) -> dict[str, Any]:
    """A FeatureCollection in WGS84: the features of ``map_file`` and a Point for every place.

    A text without places has no map: then there are no features. Raises PackageError if the map is
    damaged.
    """
    if not knowledge.places:
        return {"type": "FeatureCollection", "features": []}
    try:
        collection: dict[str, Any] = json.loads(map_file.read_bytes())
        features = list(collection["features"])
    except (ValueError, KeyError, TypeError):
        raise PackageError("package-damaged", file=map_file.name) from None
    places = [
        {
            "type": "Feature",
            "properties": {
                "kind": "place",
                "id": place.id,
                "entity": place.entity,
                "name_th": place.name_th,
                "name_en": place.name_en,
                "name_ru": place.name_ru,
                "place_kind": place.kind,
                "line_th": place.line_th,
                "line_en": place.line_en,
                "sources": list(_sources(knowledge, place.id)),
            },
            "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        }
        for place in knowledge.places
    ]
    return {**collection, "features": [*features, *places]}
