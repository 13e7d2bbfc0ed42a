"""Make the computed files of an article package from its content files.

``python -m reader.content.compute [FOLDER]`` (the shipped entry by default). Needs PyThaiNLP.
"""

from __future__ import annotations

import sys
from pathlib import Path

from reader import resources
from reader.content import computed
from reader.content.knowledge import Details, Knowledge
from reader.content.model import Card, CardDate, CardText, Event, Note, Passage
from reader.content.source import Source, load_source
from reader.errors import ReaderError
from reader.messages import sentence_for
from reader.text.article import Span
from reader.text.line_rules import breaks_of
from reader.text.mentions import find_mentions
from reader.text.terms import find_terms
from reader.text.word_breaks import word_boundaries


def knowledge_from(source: Source) -> Knowledge:
    """Everything that follows from the content files, computed anew."""
    text = source.article.text
    mentions = find_mentions(
        text, source.forms, source.in_context, source.header.get("blockers", ())
    )
    words = _known_words(source)
    names = [Span(mention.start, mention.end) for mention in mentions]
    boundaries = word_boundaries(text, names, words)
    own_names = _names_for_own_text(source)
    header = source.header
    return Knowledge(
        source.article,
        title_th=header.get("title_th", source.article.id),
        title_en=header.get("title_en", source.article.id),
        publisher_th=header.get("publisher_th", ""),
        publisher_en=header.get("publisher_en", ""),
        entities=source.entities,
        mentions=mentions,
        terms=find_terms(text, mentions, boundaries),
        breaks=breaks_of(text, boundaries, names),
        dates=source.dates,
        places=source.places,
        paragraph_titles=[
            (title["title_th"], title["title_en"]) for title in header.get("paragraph", [])
        ],
        load_details=lambda: _details(source, own_names, words),
    )


def _known_words(source: Source) -> list[str]:
    """The words that names are made of, and those the package adds."""
    words = set(source.header.get("words", ()))
    for entity in source.entities.values():
        if entity.category in ("person", "vessel"):
            for variant in entity.variants:
                words.update(variant.form.split())
            words.update(part for name in entity.other_th for part in name.split())
    return sorted(words)


def _names_for_own_text(source: Source) -> dict[str, str]:
    names = {}
    for entity in source.entities.values():
        for name in (entity.name_th, *entity.other_th, *(v.form for v in entity.variants)):
            if len(name) > 3:
                names[name] = entity.id
    return names


def _details(source: Source, names: dict[str, str], words: list[str]) -> Details:
    def passage(text: str) -> Passage:
        found = [Span(m.start, m.end) for m in find_mentions(text, names)]
        return Passage(text, breaks_of(text, word_boundaries(text, found, words), found))

    def card_text(parts: dict[str, str]) -> CardText:
        return CardText(*(passage(parts[key]) for key in ("short", "body", "role", "why")))

    return Details(
        cards={
            entity: Card(
                entity,
                card_text(card["th"]),
                card_text(card["en"]),
                tuple(CardDate(**date) for date in card["dates"]),
                tuple(card["sources"]),
                tuple(card["see"]),
            )
            for entity, card in source.cards.items()
        },
        notes=[
            Note(
                note["id"], span.start, span.end, note["kind"], note["certainty"], note["usual"],
                passage(note["th"]), passage(note["en"]), note["sources"],
            )
            for span, note in source.notes
        ],
        events=[
            Event(
                start=span.start,
                end=span.end,
                **{**event, "entities": tuple(event["entities"]), "sources": event["sources"]},
            )
            for span, event in source.events
        ],
    )  # fmt: skip


def main(arguments: list[str]) -> int:
    """Compute the package folder named, or the shipped one; 1 with the reasons if it is faulty."""
    folder = Path(arguments[0]) if arguments else resources.article_folder()
    try:
        source = load_source(folder)
    except ReaderError as error:
        print(sentence_for(error, "en"), file=sys.stderr)
        return 1
    for problem in source.problems:
        print(sentence_for(problem.as_error(), "en"), file=sys.stderr)
    if source.problems:
        return 1
    computed.save(folder / "computed", knowledge_from(source))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
