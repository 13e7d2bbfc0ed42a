"""What somebody types, taken as a name: every form in which the text prints it.

A name in Thai is known by any of its spellings as a whole, a person by any part of the name; names
in English and Russian as they are typed, word by word; in whatever spelling or case where nothing
is found otherwise (:mod:`reader.text.search_near`). What is no name by itself in this text
(«พรรค» where it stands for one party here and for any party there) leads to nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.content.knowledge import Knowledge
from reader.content.model import Entity
from reader.text.article import Span
from reader.text.mentions import occurrences
from reader.text.search_folding import folded_words
from reader.text.search_levels import FORGIVING
from reader.text.search_near import (
    ThaiKey,
    is_russian_form,
    is_slip,
    latin_key,
    russian_stems,
)

_WORDS = re.compile(r"[^\W_]+")
_THAI = re.compile("[\u0e00-\u0e7f]")
_SHORTEST_PART = 3  # letters
_RUSSIAN = re.compile("[\u0400-\u045f]")
_PROPER = frozenset(("person", "place", "vessel"))
_SMALL_WORDS = frozenset(("a", "an", "and", "in", "of", "on", "the", "to", "в", "и", "к", "на"))


class Meant(NamedTuple):
    """Whom or what some words name.

    entities: ids. spans: where the text names them. forms: how the text prints their names, the
    longest first, to be looked for besides: a longer name may have one in it. is_sure: whether
    the words are a way of writing the name; else they only come near to it.
    """

    entities: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    forms: tuple[str, ...] = ()
    is_sure: bool = True


class _Names(NamedTuple):
    """whole: the names as they are compared, each with how it is written. parts: of a person's."""

    entity: Entity
    whole: dict[str, str]
    parts: frozenset[str]
    foreign: tuple[tuple[str, ...], ...]


class _NearNames(NamedTuple):
    """A name as :mod:`reader.text.search_near` compares it, word by word. is_proper: one that
    nobody takes for a word of the language."""

    entity: Entity
    latin: tuple[tuple[str, ...], ...]
    russian: tuple[tuple[frozenset[str], ...], ...]
    thai: tuple[ThaiKey, ...]
    is_proper: bool


class NameSearch:
    """The names of one text, prepared once for each level."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._ambiguous: dict[tuple[str, str], bool] = {}
        self._named: bytearray | None = None
        self._prepared: dict[str, list[_Names]] = {}
        self._near: list[_NearNames] = []

    def meant(self, words: str, level: str = FORGIVING, *, beginning: bool = False) -> Meant:
        """Whom or what ``words`` name.

        beginning: also what only begins so, for Thai words that the text does not have otherwise.
        """
        return self._meant(self._entities(words, level, beginning))

    def near(self, words: str) -> Meant:
        """Whom or what ``words`` name in another spelling, a case of Russian, or with a slip.

        For where the text has no such words, and :meth:`meant` nobody of that name.
        """
        sure, near = self._entities_near(words)
        return self._meant(sure) if sure else self._meant(near)._replace(is_sure=False)

    def _meant(self, found: list[Entity]) -> Meant:
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
        self._near_names()

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

    def _entities_near(self, words: str) -> tuple[list[Entity], list[Entity]]:
        """Those who are called so in another spelling, and those of whose name it comes near."""
        folded = folded_words(words, FORGIVING)
        typed = _WORDS.findall(folded)
        if len(folded) < _SHORTEST_PART or _SMALL_WORDS.issuperset(typed):
            return [], []
        names = self._near_names()
        if _THAI.search(words):
            key = ThaiKey(words)
            return [], [
                n.entity for n in names if n.is_proper and any(t.is_near(key) for t in n.thai)
            ]
        if _RUSSIAN.search(folded):
            return [n.entity for n in names if _have_russian(n.russian, typed)], []
        keys = tuple(latin_key(word) or word for word in typed)
        if not any(map(latin_key, typed)):
            return [], []
        sure = [n.entity for n in names if _have(n.latin, keys, whole=True)]
        if sure or len(keys) > 1:
            return sure, []
        slips = (
            n.entity
            for n in names
            if n.is_proper and any(is_slip(keys[0], word) for word in _names_alone(n))
        )
        return [], list(slips)

    def _near_names(self) -> list[_NearNames]:
        if not self._near:
            self._near = [_near_names_of(one) for one in self._knowledge.entities.values()]
        return self._near

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


def _near_names_of(entity: Entity) -> _NearNames:
    printed = (variant.form for variant in entity.variants)
    thai = [name for name in (entity.name_th, *entity.other_th, *printed) if name]
    if entity.category == "person":
        thai += [part for name in thai for part in name.split()]
    foreign = (entity.name_en, entity.name_ru or "", *entity.other_en)
    folded = [_WORDS.findall(folded_words(name, FORGIVING)) for name in foreign if name]
    return _NearNames(
        entity,
        tuple(tuple(latin_key(w) or w for w in name) for name in folded),
        tuple(
            tuple(russian_stems(word) for word in name)
            for name in folded
            if any(_RUSSIAN.search(word) for word in name)
        ),
        tuple(ThaiKey(name) for name in dict.fromkeys(thai)),
        entity.category in _PROPER,
    )


def _names_alone(names: _NearNames) -> Iterator[str]:
    """The words by any of which a person is known, or a place by itself."""
    for name in names.latin:
        if names.entity.category == "person" or len(name) == 1:
            yield from name


def _have_russian(names: Iterable[tuple[frozenset[str], ...]], typed: Sequence[str]) -> bool:
    """Whether the words ``typed`` are cases of words of one of ``names``, in their order.

    Words may be left out: a patronymic is seldom typed.
    """
    for name in names:
        words = iter(name)
        if typed and all(any(is_russian_form(one, stems) for stems in words) for one in typed):
            return True
    return False


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
