"""Starred terms: ``ชื่อไทย (English)*``, the encyclopedia's mark for "see this entry".

The star and the gloss in brackets are found by their signs; where the Thai name begins is marked
nowhere. A known name that ends where the gloss opens gives its own start, otherwise words do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.text.article import Span
from reader.text.mentions import Mention

_STAR = re.compile(r"([)\]])[ \u00a0]?\*")
_PAIRS = {")": "(", "]": "["}
_LONGEST_GLOSS = 300


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


def find_terms(
    text: str, mentions: Sequence[Mention], word_starts: Sequence[int] = ()
) -> list[Term]:
    """The starred terms of ``text`` in order.

    mentions: known names, used for the left edge. word_starts: offsets of word boundaries, used
    for names that are not known; without them such a name reaches back to the space before it.
    """
    by_end = {mention.end: mention for mention in mentions}
    starts = set(word_starts)
    terms = []
    for found in _STAR.finditer(text):
        closing = found.start()
        opening = _opening(text, closing)
        if opening is None:
            continue
        end = opening
        while end > 0 and text[end - 1] in " \u00a0":
            end -= 1
        known = by_end.get(end)
        start = known.start if known else _left_edge(text, end, text[opening + 1 : closing], starts)
        if start >= end:
            continue
        terms.append(
            Term(start, end, opening + 1, closing, found.end() - 1, known.entity if known else None)
        )
    return terms


def starred_mentions(mentions: Sequence[Mention], terms: Sequence[Term]) -> frozenset[Span]:
    """The spans of those mentions that a star follows."""
    spans = {(term.start, term.end) for term in terms}
    return frozenset(Span(m.start, m.end) for m in mentions if (m.start, m.end) in spans)


def _opening(text: str, closing: int) -> int | None:
    """The bracket that the one at ``closing`` closes, in the same paragraph; None if none does."""
    close = text[closing]
    open_ = _PAIRS[close]
    depth = 0
    for offset in range(closing, max(-1, closing - _LONGEST_GLOSS), -1):
        char = text[offset]
        if char == close:
            depth += 1
        elif char == open_:
            depth -= 1
            if not depth:
                return offset
        elif char in "\r\n\u2029":
            return None
    return None


def _left_edge(text: str, end: int, gloss: str, starts: set[int]) -> int:
    """Where an unknown Thai name that ends at ``end`` begins.

    It is taken to have as many parts, parted by spaces, as its gloss has Latin words; the first
    part begins at the word boundary that makes it most nearly as long as its Latin word.
    """
    words = re.findall(r"[^\W\d]+", gloss)
    parts = max(1, min(len(words), 4))
    start = end
    for _ in range(parts):
        space = start
        while space > 0 and text[space - 1] not in ' \u00a0\r\n\u2029\t("“':
            space -= 1
        start = space
        if start == 0 or text[start - 1] not in " \u00a0" or not starts:
            break
        if text[start - 2 : start - 1] in "*)":
            break
        start -= 1
    start += text[start : start + 1] in " \u00a0"
    if not starts:
        return start
    first_end = min((i for i in range(start, end) if text[i] in " \u00a0"), default=end)
    wanted = len(words[0]) if words else first_end - start
    candidates = [start, *(o for o in range(start + 1, first_end - 1) if o in starts)]
    return min(candidates, key=lambda offset: (abs(first_end - offset - wanted), offset))
