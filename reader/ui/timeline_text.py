"""An event in words: when, in both calendars; what; what the entry says of the time; who, where."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from reader.content.date_format import format_date, format_one, weekday_name
from reader.content.datestring import buddhist_year_of
from reader.content.hours import Berth, Hold, Ring, Shot
from reader.content.knowledge import Knowledge
from reader.content.model import Event
from reader.messages import sentence
from reader.ui.card_text import ENTITY_LINK
from reader.ui.hour_words import PLACE_OF_MAP, account_in_words, time_text
from reader.ui.thai_text import Paragraph, Piece
from reader.ui.timeline_list import when_text

_Interval = Hold | Berth | Ring | Shot


def event_in_words(
    knowledge: Knowledge, event: Event, language: str, labels: Mapping[str, str]
) -> list[Paragraph]:
    """All that is known of ``event``.

    labels: ``entry``, ``correction``, ``none`` (whose day and hour it is), ``in-the-entry``,
    ``about``, ``sources``.
    """
    paragraphs = [
        Paragraph((Piece(_when(event, language), ink="muted"),), size=0.92),
        Paragraph((Piece(event.text(language), bold=True),), above=0.15),
        Paragraph(
            (Piece(_whose_time(event, language, labels), ink="muted"),), size=0.88, above=0.2
        ),
    ]
    begun = _begun_by(knowledge, event)
    paragraphs += [account_in_words(interval.account, language) for interval in begun]
    about = [
        Piece(knowledge.details.set_name(entity.name(language)), href=ENTITY_LINK + entity.id)
        for entity in (knowledge.entities.get(id) for id in event.entities)
        if entity is not None
    ]
    places = {place.id: place for place in knowledge.places}
    about += [
        Piece(place.name_th if language == "th" else place.name_en, href=PLACE_OF_MAP + place.id)
        for place in (places[id] for id in places_of_event(knowledge, event))
        if place.entity not in event.entities
    ]
    if about:
        pieces = [Piece(labels["about"] + " ", ink="muted"), about[0]]
        for _, link in pairwise(about):
            pieces += [Piece(" · ", ink="muted"), link]
        paragraphs.append(Paragraph(tuple(pieces), size=0.92, above=0.3))
    paragraphs.append(
        Paragraph((Piece(labels["sources"], bold=True, ink="muted"),), size=0.85, above=0.4)
    )
    paragraphs += [
        Paragraph((Piece(source, ink="muted"),), size=0.82, above=0.1) for source in event.sources
    ]
    return paragraphs


def places_of_event(knowledge: Knowledge, event: Event) -> list[str]:
    """The places of the map that an event concerns: its own, its cards', those that it changes."""
    found = [*event.places]
    found += [place.id for place in knowledge.places if place.entity in event.entities]
    found += [part.place for part in _begun_by(knowledge, event) if isinstance(part, Hold)]
    return list(dict.fromkeys(found))


def _begun_by(knowledge: Knowledge, event: Event) -> list[_Interval]:
    """What is so from this event on."""
    hours = knowledge.hours
    if hours is None:
        return []
    intervals: list[_Interval] = [*hours.holds, *hours.berths, *hours.rings, *hours.shots]
    return [interval for interval in intervals if interval.account.event == event.id]


def _when(event: Event, language: str) -> str:
    """Weekday, day in both calendars and hour, as far as they are known."""
    date = format_date(event.os, event.ns, buddhist_year_of(event.ns), language)
    weekday = weekday_name(event.ns, language)
    if weekday:
        date = sentence("weekday-and-date", language, weekday=weekday, date=date)
    return " ".join(part for part in (date, when_text(event, language)) if part)


def _whose_time(event: Event, language: str, labels: Mapping[str, str]) -> str:
    """Whose day and hour these are, and the entry's own where it differs or is coarser."""
    told = labels[event.time_basis]
    entry = entry_time(event, language)
    return f"{told} {labels['in-the-entry']} {entry}" if entry else told


def entry_time(event: Event, language: str) -> str:
    """The day and hour that the entry gives, where they are not those of the event; else ""."""
    if not (event.entry_os or event.entry_time or event.entry_part):
        return ""
    parts = []
    os = event.entry_os or event.os
    if os:
        parts.append(format_one(os, language))
    if event.entry_time:
        parts.append(time_text(event.entry_time, language))
    elif event.entry_part:
        parts.append(sentence(f"daypart-{event.entry_part}", language))
    return " ".join(parts)
