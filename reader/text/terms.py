"""Starred terms: ``ชื่อไทย (English)*``, the encyclopedia's mark for "see this entry".

The star and the gloss in brackets are found by their signs; where the Thai name begins is marked
nowhere. A known name that ends where the gloss opens gives its own start; otherwise it is found
by :mod:`reader.text.term_edges` or, while no words are known, guessed by spaces.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from reader.text.article import Span
from reader.text.mentions import Mention

_LOOKED_AT_CLOSELY = 100_000  # code points of a text whose edges are to be guessed at once
_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f]+")
_ERA = re.compile(r"[คพ]\.[ \u00a0]?ศ\.?")


class Term(NamedTuple):
    """A starred term; offsets in code points.

    start, end: the Thai name as printed. gloss_start, gloss_end: the text between the brackets.
    star: the offset of the star. entity: the id of what it names, None if unknown.
    """

    start: int
    end: int
    gloss_start: int
    gloss_end: int
    star: int
    entity: str | None


class GlossedName(NamedTuple):
    """A Thai name with a gloss, like Term; ``star`` is None where no star follows."""

    start: int
    end: int
    gloss_start: int
    gloss_end: int
    star: int | None
    entity: str | None


def find_terms(
    text: str, mentions: Sequence[Mention], word_starts: Sequence[int] = ()
) -> list[Term]:
    """The starred terms of ``text`` in order. Two starred glosses of one name make two terms.

    mentions: known names, used for the left edge. word_starts: offsets of word boundaries,
    ascending, used for names that are not known; without them the edge is guessed by spaces.
    """
    return [
        Term(name.start, name.end, name.gloss_start, name.gloss_end, name.star, name.entity)
        for name in _named(text, mentions, word_starts, starred_only=True)
        if name.star is not None
    ]


def find_glossed_names(
    text: str, mentions: Sequence[Mention], word_starts: Sequence[int] = ()
) -> list[GlossedName]:
    """All names of ``text`` that a gloss follows, with a star or without, in order."""
    return list(_named(text, mentions, word_starts, starred_only=False))


def _named(
    text: str, mentions: Sequence[Mention], word_starts: Sequence[int], *, starred_only: bool
) -> Iterator[GlossedName]:
    if ")" not in text and "]" not in text:
        return
    # no text that brings its terms needs them
    from reader.text.glosses import find_glosses, says_a_name
    from reader.text.term_marks import opened_at

    by_end = {mention.end: mention for mention in mentions}
    starts = word_starts if _ascends(word_starts) else sorted(word_starts)
    floor = 0
    for end, glosses in groupby(find_glosses(text), key=lambda gloss: gloss.name_end):
        if end <= floor and floor:
            continue
        row = list(glosses)
        before = floor
        floor = (row[-1].end if row[-1].star is None else row[-1].star) + 1
        if starred_only and all(gloss.star is None for gloss in row):
            continue
        known = by_end.get(end)
        start = known.start if known else opened_at(text, end, before)
        if start is None:
            inners = [text[gloss.start : gloss.end] for gloss in row]
            telling = next(filter(says_a_name, inners), "")
            start = _left_edge(text, end, telling, before, starts)
        if 0 <= start < end and any(map(str.isalpha, text[start:end])):
            entity = known.entity if known else None
            for gloss in row:
                yield GlossedName(start, end, gloss.start, gloss.end, gloss.star, entity)


def _ascends(offsets: Sequence[int]) -> bool:
    return all(one <= other for one, other in pairwise(offsets))


def starred_mentions(mentions: Sequence[Mention], terms: Sequence[Term]) -> frozenset[Span]:
    """The spans of those mentions that a star follows."""
    spans = {(term.start, term.end) for term in terms}
    return frozenset(Span(m.start, m.end) for m in mentions if (m.start, m.end) in spans)


def _left_edge(text: str, end: int, gloss: str, floor: int, starts: Sequence[int]) -> int:
    """Where a name begins; gloss: the first that says it in Latin letters, "" if none does."""
    if starts and gloss:
        from reader.text.term_edges import left_edge, window_before

        low, window = window_before(text, end, floor, starts)
        found = left_edge(window, gloss)
        if found >= 0:
            return low + found
    start = _guessed_edge(text, end, gloss, floor)
    if not starts or gloss:
        return start
    from reader.text.name_parts import with_parts_before

    return with_parts_before(text, start, floor, starts)


def _guessed_edge(text: str, end: int, gloss: str, floor: int) -> int:
    """Where a name begins by spaces: it has as many parts as its gloss has Latin words.

    A number or an era is no part of its own: the ๒ of นิโคลัสที่ ๒.
    """
    from reader.text.term_marks import NEVER_INSIDE, SPACES

    parts = max(1, min(len(_LATIN_WORD.findall(gloss)), 4))
    start = end
    while parts > 0:
        space = start
        while (
            space > floor and text[space - 1] not in SPACES and text[space - 1] not in NEVER_INSIDE
        ):
            space -= 1
        parts -= any(map(str.isalpha, _ERA.sub("", text[space:start])))
        start = space
        if start <= floor or text[start - 1] not in SPACES:
            break
        if text[start - 2 : start - 1] in NEVER_INSIDE or not parts:
            break
        start -= 1
    while start < end and text[start] in SPACES:
        start += 1
    if end >= _LOOKED_AT_CLOSELY:
        return start
    from reader.text.term_words import guessed_start

    return start + guessed_start(text[start:end])
