"""All that the reader knows of one text: the model that window, command line and exports share."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.content.city_map import MapPlace
from reader.content.model import (
    ArticleDate,
    Card,
    Entity,
    Event,
    Note,
    NoteMark,
    Passage,
    PlaceNote,
)
from reader.text.article import Article, Span
from reader.text.columns import Picked
from reader.text.line_rules import NO_BREAKS, Breaks, breaks_of
from reader.text.mentions import Mention
from reader.text.terms import Term, find_terms, starred_mentions

if TYPE_CHECKING:
    from reader.content.hours import Hours
    from reader.content.questions import Question


class Details(NamedTuple):
    """What is loaded only when it is asked for: cards, notes and the timeline.

    places: what is told of each place of the map, by its id. names: long names of entities with
    their breaks.
    """

    cards: Mapping[str, Card] = MappingProxyType({})
    notes: Sequence[Note] = ()
    events: Sequence[Event] = ()
    places: Mapping[str, PlaceNote] = MappingProxyType({})
    names: Mapping[str, Passage] = MappingProxyType({})

    def set_name(self, name: str) -> Passage:
        """``name`` with the places at which it may turn where it is wider than its column."""
        whole = [Span(0, len(name))]
        return self.names.get(name) or Passage(name, breaks_of(name, (), whole))


@dataclass(frozen=True, eq=False, repr=False)
class Knowledge:
    """The knowledge about ``article``; every part may be empty.

    entities: by id, in the order of the panel. mentions: in order, never overlapping.
    paragraph_titles: (Thai, English) for each paragraph, or none. load_details: called once, when
    a card, a note or an event is first needed. load_hours, load_questions: the
    same for the hours and for the questions for a class.
    """

    article: Article
    title_th: str
    title_en: str
    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: Sequence[Mention] = ()
    terms: Sequence[Term] = ()
    breaks: Breaks = NO_BREAKS
    dates: Sequence[ArticleDate] = ()
    places: Sequence[MapPlace] = ()
    note_marks: Sequence[NoteMark] = ()
    paragraph_titles: Sequence[tuple[Passage, Passage]] = ()
    publisher_th: str = ""
    publisher_en: str = ""
    load_details: Callable[[], Details] = Details
    load_hours: Callable[[], Hours | None] = lambda: None
    load_questions: Callable[[], Sequence[Question]] = tuple

    @cached_property
    def details(self) -> Details:
        """Cards, notes and events; read from disk on first use."""
        return self.load_details()

    @cached_property
    def hours(self) -> Hours | None:
        """Who held what at which hour, if the package tells it; read from disk on first use."""
        return self.load_hours()

    @cached_property
    def questions(self) -> Sequence[Question]:
        """Questions for a class, if the package asks any; read from disk on first use."""
        return self.load_questions()

    def excerpt(self, start: int, end: int) -> Passage:
        """The words ``start`` to ``end`` of the text with the line breaks they have there."""
        return Passage(self.article.text, self.breaks).part(start, end)

    @cached_property
    def starred(self) -> frozenset[Span]:
        """The spans of the mentions that a star follows."""
        return starred_mentions(self.mentions, self.terms)

    @cached_property
    def mentions_by_entity(self) -> dict[str, Sequence[Mention]]:
        """The mentions of each entity, in the order of the text."""
        slots: dict[str, array[int]] = {}
        for slot, mention in enumerate(self.mentions):
            if mention.entity not in slots:
                slots[mention.entity] = array("I")
            slots[mention.entity].append(slot)
        return {entity: Picked(self.mentions, among) for entity, among in slots.items()}

    def mentions_of(self, entity: str) -> Sequence[Mention]:
        """The mentions of one entity, in the order of the text."""
        return self.mentions_by_entity.get(entity, ())


def without_package(article: Article, word_starts: Sequence[int] = ()) -> Knowledge:
    """What a text tells by itself: its starred terms. Titles are the file's name."""
    return Knowledge(
        article,
        title_th=article.id,
        title_en=article.id,
        terms=find_terms(article.text, (), word_starts),
    )
