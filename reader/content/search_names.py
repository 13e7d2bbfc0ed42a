"""What somebody types, taken as a name: every form in which the text prints it.

A name in Thai is known by any of its spellings as a whole, a person by any part of the name; names
in English and Russian as they are typed, word by word. What is no name by itself in this text
(«พรรค» where it stands for one party here and for any party there) leads to nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from reader.content.knowledge import Knowledge
from reader.content.model import Entity
from reader.text.article import Span
from reader.text.mentions import occurrences
from reader.text.search_folding import folded_words
from reader.text.search_levels import FORGIVING

_WORDS = re.compile(r"[^\W_]+")
_THAI = re.compile("[\u0e00-\u0e7f]")
_SHORTEST_PART = 3  # letters
_SMALL_WORDS = frozenset(("a", "an", "and", "in", "of", "on", "the", "to", "в", "и", "к", "на"))


class Meant(NamedTuple):
    """Whom or what some words name.

    entities: ids. spans: where the text names them. forms: how the text prints their names, the
    longest first, to be looked for besides: a longer name may have one in it.
    """

    entities: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    forms: tuple[str, ...] = ()


class _Names(NamedTuple):
    """whole: the names as they are compared, each with how it is written. parts: of a person's."""

    entity: Entity
    whole: dict[str, str]
    parts: frozenset[str]
    foreign: tuple[tuple[str, ...], ...]


class NameSearch:
    """The names of one text, prepared once for each level."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._ambiguous: dict[tuple[str, str], bool] = {}
        self._named: bytearray | None = None
        self._prepared: dict[str, list[_Names]] = {}

    def meant(self, words: str, level: str = FORGIVING, *, beginning: bool = False) -> Meant:
        """Whom or what ``words`` name.

        beginning: also what only begins so, for Thai words that the text does not have otherwise.
        """
        found = self._entities(words, level, beginning)
        known = self._knowledge
        spans = sorted(
            Span(mention.start, mention.end)
            for entity in found
            for mention in known.mentions_of(entity.id)
        )
        forms = {
            variant.form
            for entity in found
            for variant in entity.variants
            if not self._is_ambiguous(entity, variant.form)
        }
        return Meant(
            tuple(entity.id for entity in found),
            tuple(spans),
            tuple(sorted(forms, key=lambda form: (-len(form), form))),
        )

    def make_ready(self, level: str) -> None:
        """Prepare the names for searches of ``level``."""
        self._names(level)

    def _entities(self, words: str, level: str, beginning: bool) -> list[Entity]:
        wanted = folded_words(words, level)
        if not wanted:
            return []
        names = self._names(level)
        if not _THAI.search(words):
            typed = tuple(_WORDS.findall(wanted))
            if len("".join(typed)) < _SHORTEST_PART or _SMALL_WORDS.issuperset(typed):
                return []
            return (
                [n.entity for n in names if typed in n.foreign]
                or [n.entity for n in names if _have(n.foreign, typed, whole=True)]
                or [n.entity for n in names if _have(n.foreign, typed, whole=False)]
            )
        found = [n.entity for n in names if wanted in n.parts or self._is_name(n, wanted)]
        if not found and beginning and len(wanted) >= _SHORTEST_PART:
            found = [
                n.entity
                for n in names
                if any(name.startswith(wanted) for name in (*n.whole, *n.parts))
            ]
        return found

    def _is_name(self, names: _Names, wanted: str) -> bool:
        written = names.whole.get(wanted)
        return written is not None and not self._is_ambiguous(names.entity, written)

    def _names(self, level: str) -> list[_Names]:
        if level not in self._prepared:
            entities = self._knowledge.entities.values()
            self._prepared[level] = [_names_of(entity, level) for entity in entities]
        return self._prepared[level]

    def _is_ambiguous(self, entity: Entity, form: str) -> bool:
        """Whether the text also prints ``form`` where it means something else."""
        if form == entity.name_th:
            return False
        key = (entity.id, form)
        if key not in self._ambiguous:
            self._ambiguous[key] = any(
                self._is_elsewhere(entity, place)
                for place in occurrences(self._knowledge.article.text, form)
            )
        return self._ambiguous[key]

    def _is_elsewhere(self, entity: Entity, place: Span) -> bool:
        mentions = self._knowledge.mentions
        if self._named is None:
            self._named = bytearray(self._knowledge.article.length)
            for mention in mentions:
                self._named[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        slot = bisect_left(mentions, place.start, key=lambda mention: mention.start)
        if slot < len(mentions) and (mentions[slot].start, mentions[slot].end) == place:
            return mentions[slot].entity != entity.id
        return not all(self._named[place.start : place.end])


def _names_of(entity: Entity, level: str) -> _Names:
    printed = (variant.form for variant in entity.variants)
    thai = dict.fromkeys((entity.name_th, *entity.other_th, *printed))
    parts = [part for name in thai for part in name.split()]
    foreign = (entity.name_en, entity.name_ru or "", *entity.other_en)
    return _Names(
        entity,
        {folded_words(name, level): name for name in reversed(thai)},
        frozenset(
            folded_words(part, level)
            for part in parts
            if entity.category == "person" and len(part) >= _SHORTEST_PART
        ),
        tuple(tuple(_WORDS.findall(folded_words(name, level))) for name in foreign if name),
    )


def _have(names: Iterable[tuple[str, ...]], typed: tuple[str, ...], *, whole: bool) -> bool:
    """Whether one of ``names`` has the words ``typed`` in a row; the last may be begun only."""
    *before, last = typed
    for name in names:
        for start in range(len(name) - len(before)):
            slot = start + len(before)
            if list(name[start:slot]) == before and (
                name[slot] == last if whole else name[slot].startswith(last)
            ):
                return True
    return False
