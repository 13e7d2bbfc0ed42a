"""``export --format json``: the index with cards and the timeline."""

from __future__ import annotations

from typing import Any

from reader.content.index import index
from reader.content.knowledge import Knowledge
from reader.content.model import Card, CardText


def json_export(knowledge: Knowledge) -> dict[str, Any]:
    """The index of ``knowledge`` with ``cards`` and ``events`` added."""
    details = knowledge.details
    return {
        **index(knowledge),
        "cards": [_card(card) for card in details.cards.values()],
        "events": [
            {
                "id": event.id,
                "th": event.th.text,
                "en": event.en.text,
                "os": event.os,
                "ns": event.ns,
                **({"time": event.time} if event.time else {}),
                "start": event.start,
                "end": event.end,
                "entities": list(event.entities),
            }
            for event in details.events
        ],
    }


def _card(card: Card) -> dict[str, Any]:
    return {
        "entity": card.entity,
        "th": _texts(card.th),
        "en": _texts(card.en),
        "dates": [
            {
                "kind": date.kind,
                "os": date.os,
                "ns": date.ns,
                "be": date.be,
                **({"place": date.place_en} if date.place_en else {}),
            }
            for date in card.dates
        ],
        "sources": list(card.sources),
        "see": list(card.see),
    }


def _texts(text: CardText) -> dict[str, str]:
    return {
        "short": text.short.text,
        "body": text.body.text,
        "role": text.role.text,
        "why": text.why.text,
    }
