"""Make the computed files of an article package from its content files.

``python -m reader.content.compute [FOLDER]`` (the shipped entry by default). Needs PyThaiNLP.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from reader import resources
from reader.content import computed
from reader.content.hours import Berth, Hold, Hours, Ring, Shot
from reader.content.knowledge import Details, Knowledge
from reader.content.model import (
    CATEGORIES,
    Card,
    CardDate,
    CardText,
    Entity,
    Event,
    Note,
    NoteMark,
    Passage,
    PlaceNote,
)
from reader.content.source import Source, load_source
from reader.errors import ReaderError
from reader.messages import sentence_for
from reader.text.article import Span
from reader.text.folding import sort_key
from reader.text.line_rules import breaks_of
from reader.text.mentions import find_mentions
from reader.text.terms import find_terms
from reader.text.word_breaks import word_boundaries

_Interval = TypeVar("_Interval", Hold, Berth, Ring, Shot)
_LONG_NAME = 20  # code points
_SHORTEST_NAME = 3  # code points; shorter forms mean something only in the article


def knowledge_from(source: Source) -> Knowledge:
    """Everything that follows from the content files, computed anew."""
    text = source.article.text
    mentions = find_mentions(
        text, source.forms, source.in_context, source.header.get("blockers", ())
    )
    typesetter = _Typesetter(source)
    names = [Span(mention.start, mention.end) for mention in mentions]
    boundaries = word_boundaries(text, names, typesetter.words)
    header = source.header
    return Knowledge(
        source.article,
        title_th=header.get("title_th", source.article.id),
        title_en=header.get("title_en", source.article.id),
        publisher_th=header.get("publisher_th", ""),
        publisher_en=header.get("publisher_en", ""),
        entities=_in_panel_order(source.entities),
        mentions=mentions,
        terms=find_terms(text, mentions, boundaries),
        breaks=breaks_of(text, boundaries, names),
        dates=source.dates,
        places=source.places,
        note_marks=[
            NoteMark(span.start, span.end, note["kind"], note["id"]) for span, note in source.notes
        ],
        paragraph_titles=[
            (typesetter.passage(title["title_th"]), typesetter.passage(title["title_en"]))
            for title in header.get("paragraph", [])
        ],
        load_details=lambda: _details(source, typesetter),
        load_hours=lambda: _hours(source, typesetter),
        load_questions=lambda: [
            question._replace(
                th=typesetter.passage(question.th.text), en=typesetter.passage(question.en.text)
            )
            for question in source.questions
        ],
    )


def _in_panel_order(entities: dict[str, Entity]) -> dict[str, Entity]:
    """By category, then as a Thai dictionary orders the names."""
    ordered = sorted(
        entities.values(),
        key=lambda entity: (CATEGORIES.index(entity.category), sort_key(entity.name_th)),
    )
    return {entity.id: entity for entity in ordered}


class _Typesetter:
    """Finds the line breaks of our own sentences, names kept whole."""

    def __init__(self, source: Source) -> None:
        self.words = self._known_words(source)
        self._names = {
            name: entity.id
            for entity in source.entities.values()
            for name in (entity.name_th, *entity.other_th, *(v.form for v in entity.variants))
            if len(name) > _SHORTEST_NAME
        }

    @staticmethod
    def _known_words(source: Source) -> list[str]:
        """The words that names are made of, and those the package adds."""
        words = set(source.header.get("words", ()))
        for entity in source.entities.values():
            if entity.category == "person":
                for variant in entity.variants:
                    words.update(variant.form.split())
                words.update(part for name in entity.other_th for part in name.split())
        return sorted(words)

    def passage(self, text: str) -> Passage:
        """``text`` with its line breaks."""
        found = [Span(m.start, m.end) for m in find_mentions(text, self._names)]
        return Passage(text, breaks_of(text, word_boundaries(text, found, self.words), found))

    def long_names(self) -> dict[str, Passage]:
        """The names that may be wider than a narrow column, with the breaks between their words."""
        return {
            name: Passage(
                name,
                breaks_of(name, word_boundaries(name, (), self.words), [Span(0, len(name))]),
            )
            for name in sorted(self._names)
            if len(name) > _LONG_NAME
        }

    def card_text(self, parts: dict[str, str]) -> CardText:
        """The four parts of a card."""
        return CardText(*(self.passage(parts[key]) for key in ("short", "body", "role", "why")))


def _details(source: Source, typesetter: _Typesetter) -> Details:
    passage = typesetter.passage
    return Details(
        cards={
            entity: Card(
                entity,
                typesetter.card_text(card["th"]),
                typesetter.card_text(card["en"]),
                tuple(CardDate(**date) for date in card["dates"]),
                tuple(card["sources"]),
                tuple(card["see"]),
            )
            for entity, card in source.cards.items()
        },
        notes=[
            Note(
                note["id"],
                span.start,
                span.end,
                note["kind"],
                note["certainty"],
                note["usual"],
                passage(note["th"]),
                passage(note["en"]),
                note["sources"],
            )
            for span, note in source.notes
        ],
        events=[
            Event(
                start=span.start,
                end=span.end,
                **{
                    **event,
                    "th": passage(event["th"]),
                    "en": passage(event["en"]),
                    "entities": tuple(event["entities"]),
                    "places": tuple(event["places"]),
                },
            )
            for span, event in source.events
        ],
        places={
            place.id: PlaceNote(
                passage(place.line_th), passage(place.line_en), source.place_sources[place.id]
            )
            for place in source.places
        },
        names=typesetter.long_names(),
    )


def _hours(source: Source, typesetter: _Typesetter) -> Hours | None:
    hours = source.hours
    if hours is None:
        return None

    def set_lines(intervals: Iterable[_Interval]) -> tuple[_Interval, ...]:
        return tuple(
            interval._replace(
                account=interval.account._replace(
                    th=typesetter.passage(interval.account.th.text),
                    en=typesetter.passage(interval.account.en.text),
                )
            )
            for interval in intervals
        )

    return hours._replace(
        holds=set_lines(hours.holds),
        berths=set_lines(hours.berths),
        rings=set_lines(hours.rings),
        shots=set_lines(hours.shots),
    )


def main(arguments: list[str]) -> int:
    """Compute the package folder named, or the shipped one; 1 with the reasons if it is faulty."""
    folder = Path(arguments[0]) if arguments else resources.article_folder()
    try:
        source = load_source(folder)
    except ReaderError as error:
        print(sentence_for(error, "en"), file=sys.stderr)
        return 1
    for problem in (*source.problems, *source.advice):
        print(sentence_for(problem.as_error(), "en"), file=sys.stderr)
    if source.problems:
        return 1
    computed.save(folder / "computed", knowledge_from(source))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
