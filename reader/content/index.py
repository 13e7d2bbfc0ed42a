"""What the reader knows of a text as one JSON object: ``neva-reader index --json``."""

from __future__ import annotations

from typing import Any

from reader.content.knowledge import Knowledge


def index(knowledge: Knowledge) -> dict[str, Any]:
    """The object of the command line's contract; every part that is not known is an empty list."""
    article, text = knowledge.article, knowledge.article.text
    starred = knowledge.starred
    return {
        "article": {
            "id": article.id,
            "title_th": knowledge.title_th,
            "title_en": knowledge.title_en,
            "length": article.length,
            "sha256": article.sha256,
        },
        "entities": [
            {
                "id": entity.id,
                "category": entity.category,
                "name_th": entity.name_th,
                "name_en": entity.name_en,
                **({"name_ru": entity.name_ru} if entity.name_ru else {}),
                "variants": [variant._asdict() for variant in entity.variants],
                "mentions": len(knowledge.mentions_of(entity.id)),
            }
            for entity in knowledge.entities.values()
        ],
        "mentions": [
            {
                "start": mention.start,
                "end": mention.end,
                "entity": mention.entity,
                "starred": (mention.start, mention.end) in starred,
            }
            for mention in knowledge.mentions
        ],
        "terms": [
            {
                "start": term.start,
                "end": term.end,
                "gloss": text[term.gloss_start : term.gloss_end],
                "gloss_start": term.gloss_start,
                "gloss_end": term.gloss_end,
                "star": term.star,
                "entity": term.entity,
            }
            for term in knowledge.terms
        ],
        "dates": [
            {
                "start": date.start,
                "end": date.end,
                "os": date.os,
                "ns": date.ns,
                "be": date.be,
                **({"time": date.time} if date.time else {}),
                "precision": date.precision,
                "printed": date.printed,
            }
            for date in knowledge.dates
        ],
        "places": [
            {"entity": place.entity, "lat": place.lat, "lon": place.lon}
            for place in knowledge.places
            if place.entity
        ],
        "notes": [
            {
                "start": note.start,
                "end": note.end,
                "kind": note.kind,
                "th": note.th.text,
                "en": note.en.text,
                "sources": list(note.sources),
                "certainty": note.certainty,
            }
            for note in knowledge.details.notes
        ],
    }
