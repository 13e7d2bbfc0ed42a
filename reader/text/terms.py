"""Starred terms: ``ชื่อไทย (English)*``, the encyclopedia's mark for "see this entry".

The star and the gloss in brackets are found by their signs; where the Thai name begins is marked
nowhere. A known name that ends where the gloss opens gives its own start; otherwise it is found
by :mod:`reader.text.term_edges` or, while no words are known, guessed by spaces.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.text.article import Span
from reader.text.mentions import Mention

_LOOKED_AT_CLOSELY = 100_000  # code points of a text whose edges are to be guessed at once
_LATIN_WORD = re.compile(r"[^\W\d]+")


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
    from reader.text.glosses import find_glosses  # no text that brings its terms needs it

    by_end = {mention.end: mention for mention in mentions}
    starts = word_starts if _ascends(word_starts) else sorted(word_starts)
    floor = before = 0
    last: tuple[int, int] | None = None  # the name before: its start and end
    for gloss in find_glosses(text):
        end = gloss.name_end
        known = by_end.get(end)
        if end <= floor and last is not None and last[1] == end:
            start = last[0]  # another gloss of the same name
        elif end <= floor and floor:
            continue
        else:
            before = floor
            start = known.start if known else -1
        floor = (gloss.end if gloss.star is None else gloss.star) + 1
        if start < 0 and not (starred_only and gloss.star is None):
            inner = text[gloss.start : gloss.end]
            start = _left_edge(text, end, inner, before, starts)
        last = (start, end)
        if 0 <= start < end:
            entity = known.entity if known else None
            yield GlossedName(start, end, gloss.start, gloss.end, gloss.star, entity)


def _ascends(offsets: Sequence[int]) -> bool:
    return all(one <= other for one, other in pairwise(offsets))


def starred_mentions(mentions: Sequence[Mention], terms: Sequence[Term]) -> frozenset[Span]:
    """The spans of those mentions that a star follows."""
    spans = {(term.start, term.end) for term in terms}
    return frozenset(Span(m.start, m.end) for m in mentions if (m.start, m.end) in spans)


def _left_edge(text: str, end: int, gloss: str, floor: int, starts: Sequence[int]) -> int:
    if starts:
        from reader.text.term_edges import left_edge, window_before

        low, window = window_before(text, end, floor, starts)
        found = left_edge(window, gloss)
        if found >= 0:
            return low + found
    return _guessed_edge(text, end, gloss, floor)


def _guessed_edge(text: str, end: int, gloss: str, floor: int) -> int:
    """Where a name begins by spaces: it has as many parts as its gloss has Latin words."""
    parts = max(1, min(len(_LATIN_WORD.findall(gloss)), 4))
    start = end
    for _ in range(parts):
        space = start
        while space > floor and text[space - 1] not in ' \u00a0\r\n\u2029\t("“':
            space -= 1
        start = space
        if start <= floor or text[start - 1] not in " \u00a0":
            break
        if text[start - 2 : start - 1] in "*)":
            break
        start -= 1
    start += text[start : start + 1] in (" ", "\u00a0")
    if end >= _LOOKED_AT_CLOSELY:
        return start
    from reader.text.term_words import guessed_start

    return start + guessed_start(text[start:end])
