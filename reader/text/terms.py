"""Starred terms: ``ชื่อไทย (English)*``, the encyclopedia's mark for "see this entry".

The star and the gloss in brackets are found by their signs; where the Thai name begins is marked
nowhere. A known name that ends where the gloss opens gives its own start; otherwise it is found
by :mod:`reader.text.term_edges` or, while no words are known, guessed by spaces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.text.article import Span
from reader.text.glosses import find_glosses
from reader.text.mentions import Mention
from reader.text.term_edges import left_edge, window_before

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
        for name in find_glossed_names(text, mentions, word_starts)
        if name.star is not None
    ]


def find_glossed_names(
    text: str, mentions: Sequence[Mention], word_starts: Sequence[int] = ()
) -> list[GlossedName]:
    """All names of ``text`` that a gloss follows, with a star or without, in order."""
    by_end = {mention.end: mention for mention in mentions}
    starts = sorted(word_starts)
    names: list[GlossedName] = []
    floor = 0
    for gloss in find_glosses(text):
        end = gloss.name_end
        known = by_end.get(end)
        if known:
            start = known.start
        elif names and end <= floor:
            if end != names[-1].end:
                continue
            start = names[-1].start  # another gloss of the same name
        else:
            start = _left_edge(text, end, text[gloss.start : gloss.end], floor, starts)
        floor = (gloss.end if gloss.star is None else gloss.star) + 1
        if start < end:
            entity = known.entity if known else None
            names.append(GlossedName(start, end, gloss.start, gloss.end, gloss.star, entity))
    return names


def starred_mentions(mentions: Sequence[Mention], terms: Sequence[Term]) -> frozenset[Span]:
    """The spans of those mentions that a star follows."""
    spans = {(term.start, term.end) for term in terms}
    return frozenset(Span(m.start, m.end) for m in mentions if (m.start, m.end) in spans)


def _left_edge(text: str, end: int, gloss: str, floor: int, starts: Sequence[int]) -> int:
    if starts:
        low, window = window_before(text, end, floor, starts)
        found = left_edge(window, gloss)
        if found >= 0:
            return low + found
    return _guessed_edge(text, end, gloss, floor)


def _guessed_edge(text: str, end: int, gloss: str, floor: int) -> int:
    """Where a name begins by spaces alone: it has as many parts as its gloss has Latin words."""
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
    return start + (text[start : start + 1] in (" ", "\u00a0"))
