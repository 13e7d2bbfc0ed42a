"""What a package from outside must hold besides its form: every reference leads somewhere.

The shipped entry is proved by tests; a ``.neva`` is proved here each time it is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, get_type_hints

from reader.content import datestring
from reader.content.city_map import MapPlace
from reader.content.conform import conforms
from reader.content.hours import CHARGES, DECKS, HOLDERS, STAGES, Hours
from reader.content.knowledge import Details, Knowledge
from reader.content.model import (
    CATEGORIES,
    CERTAINTIES,
    NOTE_KINDS,
    PARTS_OF_DAY,
    PRECISIONS,
    Passage,
)
from reader.content.questions import LEVELS, Question
from reader.text.line_rules import Breaks

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_PRINTED = ("os", "ns", "unknown")
_LONGEST_SPAN_OF_HOURS = 60 * 24 * 366  # minutes
_OF_KNOWLEDGE = (
    "title_th", "title_en", "publisher_th", "publisher_en", "entities", "mentions", "terms",
    "breaks", "dates", "places", "note_marks", "paragraph_titles",
)  # fmt: skip
_OF_DETAILS = ("cards", "notes", "events", "places", "names")


class DistrustError(ValueError):
    """A package that cannot be shown as it says it is."""


def prove(known: Knowledge, date_kinds: Sequence[str]) -> None:
    """Raise DistrustError unless everything in ``known`` can be shown.

    Details and hours are read for it. date_kinds: the kinds that a date of a card may have.
    """
    _fields(known, Knowledge, _OF_KNOWLEDGE)
    details = known.details
    _fields(details, Details, _OF_DETAILS)
    _demand(known.hours is None or conforms(known.hours, Hours))
    _demand(conforms(known.questions, Sequence[Question]))
    _questions(known.questions, len(known.article.paragraphs))
    _text_side(known)
    _places(known.places, known.entities)
    _details(known, details, date_kinds)
    if known.hours is not None:
        _hours(known.hours, {place.id for place in known.places}, {e.id for e in details.events})


def _fields(value: object, kind: type, names: Iterable[str]) -> None:
    known_names = {"Hours": Hours, "Question": Question}  # imported for checking only over there
    hints = get_type_hints(kind, localns=known_names)
    _demand(all(conforms(getattr(value, name), hints[name]) for name in names))


def _demand(holds: object) -> None:
    if not holds:
        raise DistrustError


def _text_side(known: Knowledge) -> None:
    length = known.article.length
    for key, entity in known.entities.items():
        _demand(key == entity.id and entity.id and entity.category in CATEGORIES)
        _demand(entity.name_th and entity.name_en)
    _breaks(known.breaks, length)
    _demand(len(known.paragraph_titles) in (0, len(known.article.paragraphs)))
    for pair in known.paragraph_titles:
        for title in pair:
            _passage(title)
    together: list[Sequence[Any]] = [known.mentions, known.dates]
    for spans in together:
        _spans(spans, length)
        _demand(all(before.end <= after.start for before, after in pairwise(spans)))
    _demand(all(mention.entity in known.entities for mention in known.mentions))
    for term in known.terms:
        _demand(0 <= term.start < term.end <= term.gloss_start <= term.gloss_end < term.star)
        _demand(term.star < length and (term.entity is None or term.entity in known.entities))
    _demand(all(before.star < after.star for before, after in pairwise(known.terms)))
    for date in known.dates:
        _two_calendars(date.os, date.ns)
        _demand(date.precision in PRECISIONS and date.printed in _PRINTED)
        _demand(_is_year(date.be))
        _hour(date.time)
    _spans(known.note_marks, length)
    _demand(all(mark.kind in NOTE_KINDS for mark in known.note_marks))


def _places(places: Sequence[MapPlace], entities: dict[str, Any]) -> None:
    _demand(len({place.id for place in places}) == len(places))
    for place in places:
        _demand(place.entity is None or place.entity in entities)
        _demand(-90 < place.lat < 90 and -180 <= place.lon <= 180 and 1 <= place.rank <= 9)


def _details(known: Knowledge, details: Details, date_kinds: Sequence[str]) -> None:
    _demand(set(details.cards) == set(known.entities))
    for key, card in details.cards.items():
        _demand(key == card.entity and set(card.see) <= set(known.entities))
        for passage in (*card.th, *card.en):
            _passage(passage)
        for told in card.dates:
            _two_calendars(told.os, told.ns)
            _demand(told.kind in date_kinds and _is_year(told.be))
    _spans(details.notes, known.article.length)
    for note in details.notes:
        _demand(note.kind in NOTE_KINDS and note.certainty in CERTAINTIES)
        _passage(note.th)
        _passage(note.en)
    marks = [(mark.start, mark.end, mark.kind, mark.id) for mark in known.note_marks]
    _demand(marks == [(note.start, note.end, note.kind, note.id) for note in details.notes])
    _spans(details.events, known.article.length)
    for event in details.events:
        _two_calendars(event.os, event.ns)
        _demand(set(event.entities) <= set(known.entities))
        _passage(event.th)
        _passage(event.en)
        _demand(set(event.places) <= {place.id for place in known.places})
        for hour in (event.time, event.entry_time, event.clock):
            _hour(hour)
        if event.entry_os is not None:
            _day(event.entry_os, gregorian=False)
        _demand({event.part, event.entry_part} <= {None, *PARTS_OF_DAY})
    for items in (details.notes, details.events):
        _demand(len({item.id for item in items}) == len(items))
    for told_of in details.places.values():
        _passage(told_of.th)
        _passage(told_of.en)
    for name, passage in details.names.items():
        _demand(name == passage.text)
        _passage(passage)


def _hours(hours: Hours, places: set[str], events: set[str]) -> None:
    _demand(0 < hours.length <= _LONGEST_SPAN_OF_HOURS)
    try:
        hours.clock(0)
    except (ValueError, OverflowError):
        raise DistrustError from None
    intervals: list[Any] = [*hours.holds, *hours.berths, *hours.rings, *hours.shots]
    for interval in intervals:
        _demand(0 <= interval.start < interval.end <= hours.length)
        account = interval.account
        _demand(account.certainty in CERTAINTIES and account.event in {None, *events})
        _passage(account.th)
        _passage(account.en)
    for hold in hours.holds:
        _demand(hold.place in places and hold.holder in HOLDERS and hold.deck in ("", *DECKS))
    for berth in hours.berths:
        _demand(berth.ship in places and berth.way)
        _points(berth.way)
    for ring in hours.rings:
        _demand(ring.stage in STAGES)
        _points(ring.line)
    for shot in hours.shots:
        _demand({shot.place, shot.target} <= places and shot.charge in CHARGES)


def _questions(questions: Sequence[Question], paragraphs: int) -> None:
    for question in questions:
        _demand(question.level in LEVELS)
        _demand(all(1 <= number <= paragraphs for number in question.paragraphs))
        _passage(question.th)
        _passage(question.en)


def _points(points: Iterable[tuple[float, float]]) -> None:
    _demand(all(-90 < lat < 90 and -180 <= lon <= 180 for lat, lon in points))


def _spans(records: Iterable[Any], length: int) -> None:
    _demand(all(0 <= record.start < record.end <= length for record in records))


def _passage(passage: Passage) -> None:
    _breaks(passage.breaks, len(passage.text))


def _breaks(breaks: Breaks, length: int) -> None:
    for level in breaks:
        _demand(not level or (level[0] >= 0 and level[-1] <= length))
        _demand(all(before < after for before, after in pairwise(level)))


def _two_calendars(os: str | None, ns: str) -> None:
    if os is not None:
        _day(os, gregorian=False)
    _day(ns, gregorian=True)


def _day(text: str, *, gregorian: bool) -> None:
    try:
        datestring.days(text, gregorian=gregorian)
        _demand(text.isascii())
    except ValueError:
        raise DistrustError from None


def _hour(time: str | None) -> None:
    _demand(time is None or _TIME.fullmatch(time))


def _is_year(year: int) -> bool:
    return 0 < year < 10_000
