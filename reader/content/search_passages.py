"""Searching what is written about a text: cards, the editor's notes, the reader's own notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.content.knowledge import Knowledge
from reader.content.model import Entity, Passage
from reader.text.article import Span
from reader.text.line_rules import NO_BREAKS
from reader.text.search import Query, WordEdges, places
from reader.text.search_folding import Folded

CARD, NOTE = "card", "note"


class PassageHit(NamedTuple):
    """A card or a note that has the words.

    kind: card, note, or the key of another source. key: the id of what to open. title: what it is
    about. passage: the sentences in which the words stand, at ``spans``.
    """

    kind: str
    key: str
    title: str
    passage: Passage
    spans: tuple[Span, ...]


class Source(NamedTuple):
    """A passage to be searched; of those with one key the first that has the words is told."""

    kind: str
    key: str
    title: str
    passage: Passage


class PassageSearch:
    """All passages of one kind of writing, folded when they are first searched."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = sources
        self._level = ""
        self._folded: list[Folded] = []

    def make_ready(self, level: str) -> None:
        """Fold the passages for searches of ``level``."""
        if level != self._level:
            self._level = level
            self._folded = [Folded(source.passage.text, level) for source in self._sources]

    def find(self, query: Query, meant: Iterable[str] = ()) -> list[PassageHit]:
        """The first passage of each key that has the words; those of ``meant`` keys come first."""
        patterns = query.patterns()
        if not patterns:
            return []
        self.make_ready(query.effective_level)
        found: dict[str, PassageHit] = {}
        for source, folded in zip(self._sources, self._folded, strict=True):
            if source.key in found:
                continue
            spans = _spans(source.passage, folded, patterns, whole=query.whole)
            if spans:
                found[source.key] = PassageHit(*source, spans)
        for key in meant:
            if key not in found:
                about = next((source for source in self._sources if source.key == key), None)
                if about is not None:
                    found[key] = PassageHit(*about, ())
        first = set(meant)
        return sorted(found.values(), key=lambda hit: hit.key not in first)


def _spans(
    passage: Passage, folded: Folded, patterns: Sequence[str], *, whole: bool
) -> tuple[Span, ...]:
    edges = WordEdges(passage.text, passage.breaks) if whole else None
    found: list[Span] = []
    for pattern in patterns:
        if pattern in folded.text:
            found += places(folded, pattern, edges=edges)
    kept: list[Span] = []
    for span in sorted(found):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def card_sources(knowledge: Knowledge, language: str) -> list[Source]:
    """The cards of ``knowledge``: short sentence and text, then the names, then the rest.

    The language in force comes first; what is found there is not told in the other too.
    """
    return [
        Source(CARD, entity.id, entity.name(language), passage)
        for entity in knowledge.entities.values()
        for passage in _card_passages(knowledge, entity, language)
        if passage.text
    ]


def _card_passages(knowledge: Knowledge, entity: Entity, language: str) -> Iterator[Passage]:
    card = knowledge.details.cards.get(entity.id)
    other = "en" if language == "th" else "th"
    if card is not None:
        yield from card.text(language)
    names = (
        entity.name_th,
        entity.name_en,
        entity.name_ru or "",
        *entity.other_th,
        *entity.other_en,
    )
    yield Passage(" · ".join(dict.fromkeys(name for name in names if name)), NO_BREAKS)
    if card is not None:
        yield from card.text(other)


def note_sources(knowledge: Knowledge, language: str) -> list[Source]:
    """The editor's notes of ``knowledge``; their titles are the printed words."""
    other = "en" if language == "th" else "th"
    text = knowledge.article.text
    return [
        Source(NOTE, note.id, text[note.start : note.end], passage)
        for note in knowledge.details.notes
        for passage in (note.text(language), note.text(other))
        if passage.text
    ]
