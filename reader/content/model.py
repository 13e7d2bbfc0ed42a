"""What the reader knows of a text: plain records, no behaviour, no Qt.

Offsets are code points of the article text, end exclusive. ``os``/``ns`` are dates as in
:mod:`reader.content.datestring`, ``be`` a พ.ศ. year as a number.
"""

from typing import NamedTuple

from reader.text.line_rules import NO_BREAKS, Breaks

CATEGORIES = ("person", "place", "organisation", "event", "work", "vessel", "concept")
NOTE_KINDS = ("doubt", "misprint", "end")
CERTAINTIES = ("clear", "likely", "disputed")
PARTS_OF_DAY = ("dawn", "morning", "afternoon", "evening", "nightfall", "late", "night")
PRECISIONS = ("time", "day", "range", "part-of-month", "month", "year")


FOUND = "found:"
"""What the id of an entity begins with that the program has found by itself."""


def is_found(entity_id: str) -> bool:
    """Whether an entity was found by the program rather than told by a package."""
    return entity_id.startswith(FOUND)


class Variant(NamedTuple):
    """A printed form of a name."""

    form: str
    misprint: bool


class Entity(NamedTuple):
    """A thing the article names. ``other_*`` are names it does not print but a reader may type."""

    id: str
    category: str
    name_th: str
    name_en: str
    name_ru: str | None
    other_th: tuple[str, ...]
    other_en: tuple[str, ...]
    variants: tuple[Variant, ...]

    def name(self, language: str) -> str:
        """The name in ``"th"`` or ``"en"``."""
        return self.name_th if language == "th" else self.name_en


class Passage(NamedTuple):
    """A sentence or more of our own, with its line breaks (offsets in ``text``)."""

    text: str
    breaks: Breaks = NO_BREAKS

    def part(self, start: int, end: int | None = None) -> "Passage":
        """The code points ``start`` to ``end`` of it, with their breaks."""
        end = len(self.text) if end is None else end
        levels = ([b - start for b in level if start < b < end] for level in self.breaks)
        return Passage(self.text[start:end], Breaks(*levels))


class CardText(NamedTuple):
    """The four parts of a card in one language."""

    short: Passage
    body: Passage
    role: Passage
    why: Passage


class CardDate(NamedTuple):
    """A date of a card: ``os`` is None where Old Style was not in use."""

    kind: str
    os: str | None
    ns: str
    be: int
    retroactive: bool
    place_th: str | None
    place_en: str | None


class Card(NamedTuple):
    """A definition card. sources: full citations. see: ids of other entities."""

    entity: str
    th: CardText
    en: CardText
    dates: tuple[CardDate, ...]
    sources: tuple[str, ...]
    see: tuple[str, ...]

    def text(self, language: str) -> CardText:
        """The card in ``"th"`` or ``"en"``."""
        return self.th if language == "th" else self.en


class ArticleDate(NamedTuple):
    """A date or time that the article prints."""

    start: int
    end: int
    os: str | None
    ns: str
    be: int
    time: str | None
    precision: str
    printed: str


class Note(NamedTuple):
    """An editor's note on the words ``start`` to ``end``."""

    id: str
    start: int
    end: int
    kind: str
    certainty: str
    usual: str | None
    th: Passage
    en: Passage
    sources: tuple[str, ...]

    def text(self, language: str) -> Passage:
        """The note in ``"th"`` or ``"en"``."""
        return self.th if language == "th" else self.en


class PlaceNote(NamedTuple):
    """What is told of a place of the map, and the works that tell it."""

    th: Passage
    en: Passage
    sources: tuple[str, ...]

    def text(self, language: str) -> Passage:
        """The sentence in ``"th"`` or ``"en"``."""
        return self.th if language == "th" else self.en


class NoteMark(NamedTuple):
    """Where a note stands, for the mark in the margin; the note itself is read later."""

    start: int
    end: int
    kind: str
    id: str


class Event(NamedTuple):
    """A dated event that the words ``start`` to ``end`` tell.

    part: the part of the day, one of PARTS_OF_DAY, where no hour is known. entry_os, entry_time,
    entry_part: what the article says, where that differs. clock: where the clock of the hours is
    set for it, of which no hour is known; never to be shown as its hour. places: ids of the map.
    """

    id: str
    th: Passage
    en: Passage
    os: str | None
    ns: str
    time: str | None
    time_basis: str
    entry_os: str | None
    entry_time: str | None
    start: int
    end: int
    entities: tuple[str, ...]
    sources: tuple[str, ...]
    part: str | None = None
    entry_part: str | None = None
    clock: str | None = None
    places: tuple[str, ...] = ()

    def text(self, language: str) -> Passage:
        """What happened, in ``"th"`` or ``"en"``."""
        return self.th if language == "th" else self.en
