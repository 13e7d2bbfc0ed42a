"""All that is found in a text of which nothing is known: words and stars first, then names.

It comes in messages, each a JSON object, so that a window can show what there is while the rest is
being found:

``step``, ``done``: how far (0 to 1) a step (``words``, ``names``) is. ``start``, ``end``,
``free``, ``held``, ``inside``, ``terms``, ``dates``: what there is in a piece of the text.
``names``, ``whole``, ``complete``: the names found by now, the word boundaries inside them, and
whether that is all.
Offsets are code points of the whole text.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from reader.text.article import Span
from reader.text.dates_found import find_dates
from reader.text.line_rules import breaks_of
from reader.text.listed_places import listed_places
from reader.text.name_candidates import Candidate
from reader.text.name_stretch import candidates_of
from reader.text.name_tags import NoModelError, dictionary_words, listed_countries, listed_names
from reader.text.names_found import FoundName, find_names
from reader.text.term_words import term_words
from reader.text.terms import GlossedName, find_glossed_names
from reader.text.word_breaks import word_boundaries
from reader.text.words_of_names import parts_of

PIECE = 60_000  # code points of a piece, about
FIRST_PIECE = 6_000
_LONGEST_PARAGRAPH = 200_000
_INTERIM = (0.25,)  # of a long text, when names found by then are told
_SHORTEST_FOR_INTERIM = 300_000
NAMES_BEGIN = {"step": "names", "done": 0.0}
_ENDS = re.compile("\r\n|[\r\n\u2029]")


def analysed(text: str, *, names: bool = True) -> Iterator[dict[str, Any]]:
    """The messages about ``text``, in order. names: whether names are looked for too."""
    words = array("I")
    glossed: list[GlossedName] = []
    parts: set[str] = set()
    yield {"step": "words", "done": 0.0}
    for start, end in pieces(text):
        piece = text[start:end]
        boundaries = word_boundaries(piece, words=parts)
        found = find_glossed_names(piece, (), boundaries)
        new = set(parts_of(piece[name.start : name.end] for name in found)) - parts
        spans = sorted({Span(name.start, name.end) for name in found})
        if new or spans:
            parts |= new
            boundaries = word_boundaries(piece, spans, parts)
        breaks = breaks_of(piece, boundaries, spans).shifted(start)
        words.extend(offset + start for offset in boundaries if offset or not start)
        glossed += (_moved(name, start) for name in found)
        terms = [list(_moved(name, start)) for name in found if name.star is not None]
        yield {
            "start": start,
            "end": end,
            "free": list(breaks.free),
            "held": list(breaks.held),
            "inside": list(breaks.inside),
            "terms": terms,
            "dates": [
                [date.start + start, date.end + start, date.value, date.precision]
                for date in find_dates(piece)
            ],
        }
        yield {"step": "words", "done": round(end / max(1, len(text)), 4)}
    if names:
        yield from _names(text, words, glossed)


def _names(
    text: str, words: Sequence[int], glossed: Sequence[GlossedName]
) -> Iterator[dict[str, Any]]:
    candidates: list[Candidate] = []
    listed = listed_names() | listed_countries() | term_words().places
    length = max(1, len(text))
    awaited = list(_INTERIM) if length >= _SHORTEST_FOR_INTERIM else []
    yield NAMES_BEGIN
    for start, end in pieces(text):
        candidates += _candidates(text, start, end, words, glossed)
        yield {"step": "names", "done": round(end / length, 4)}
        if awaited and end / length >= awaited[0] and end < length:
            del awaited[0]
            yield _told(text[:end], words, glossed, candidates, listed, complete=False)
    yield _told(text, words, glossed, candidates, listed, complete=True)


def _candidates(
    text: str, start: int, end: int, words: Sequence[int], glossed: Sequence[GlossedName]
) -> list[Candidate]:
    low, high = bisect_left(words, start), bisect_right(words, end)
    piece = text[start:end]
    local = [word - start for word in words[low:high]]
    inside = [_moved(one, -start) for one in glossed if start <= one.start < end]
    found = []
    with suppress(NoModelError):  # glosses and lists still tell names
        for one in candidates_of(piece, local, inside):
            found.append(Candidate(one.start + start, one.end + start, one.kind))
    for one in listed_places(piece, local, listed_names(), dictionary_words()):
        found.append(Candidate(one.start + start, one.end + start, one.kind))
    places = listed_countries() | term_words().places
    for left, right in _words_between(local):
        if piece[left:right] in places:
            found.append(Candidate(left + start, right + start, "place"))
    return found


def _words_between(words: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches of one to three words."""
    for size in (1, 2, 3):
        yield from zip(words, words[size:], strict=False)


def _told(
    text: str,
    words: Sequence[int],
    glossed: Sequence[GlossedName],
    candidates: Sequence[Candidate],
    listed: frozenset[str],
    *,
    complete: bool,
) -> dict[str, Any]:
    there = [one for one in glossed if one.end <= len(text)]
    names = find_names(text, words, there, candidates, listed)
    return {
        "names": [list(name) for name in names],
        "whole": _within_names(names, words),
        "complete": complete,
    }


def _within_names(names: Sequence[FoundName], words: Sequence[int]) -> list[int]:
    """The word boundaries strictly inside names."""
    inside: set[int] = set()
    for name in names:
        for start, end in name.mentions:
            inside.update(words[bisect_right(words, start) : bisect_left(words, end)])
    return sorted(inside)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """The text in pieces of whole paragraphs; a huge paragraph is cut at a space where it has one.

    The first piece is small, so that the first lines are soon set.
    """
    start, wanted = 0, FIRST_PIECE
    while start < len(text):
        end = min(len(text), start + wanted)
        if end < len(text):
            ending = _ENDS.search(text, end, min(len(text), end + _LONGEST_PARAGRAPH))
            if ending:
                end = ending.end()
            else:
                space = text.rfind(" ", start + 1, end)
                end = space + 1 if space > 0 else end
        yield start, end
        start, wanted = end, PIECE


def _moved(name: GlossedName, by: int) -> GlossedName:
    star = None if name.star is None else name.star + by
    return GlossedName(
        name.start + by,
        name.end + by,
        name.gloss_start + by,
        name.gloss_end + by,
        star,
        name.entity,
    )
