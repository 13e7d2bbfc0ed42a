"""Tying a mark to its words, so that it finds them again in a corrected text.

An anchor keeps the offsets and, as the Web Annotation model's text quote does, the words and what
stood before and after them. In a text that has changed the words are looked for first; where they
stand more than once, what stands around them decides, then the nearness to the old place. Words
that were corrected themselves are found between what stood before and after them. Offsets are code
points, ends exclusive.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

CONTEXT = 96
"""Code points kept of what stands before the words, and of what stands after them."""
_SLACK = 40  # code points by which a context may have grown
_RUN = 3  # shorter runs of letters agree by chance
_AGREES = 0.35  # part of the context that has to be there still
_ALIKE = 0.5  # of corrected words to what they were
_CLEAR = 24  # letters on either side that tell a place by themselves
_LONG = 60  # letters of words that nobody writes twice
_TRIED = 12  # places looked at closely
_MOST = 5000  # places counted at all
_PIECE = 8  # letters of a piece that is looked for
_HEAD = 240  # letters of long words that are compared


class Anchor(NamedTuple):
    """start, end: in the text the anchor was made in. exact: its words there."""

    start: int
    end: int
    prefix: str
    exact: str
    suffix: str


class Found(NamedTuple):
    """Where an anchor's words stand in a text; is_changed: they are not quite the same."""

    start: int
    end: int
    is_changed: bool = False


def anchor_at(text: str, start: int, end: int) -> Anchor:
    """The anchor of ``start`` to ``end`` of ``text``, which must not be empty.

    >>> anchor_at("เลนินมาถึง", 0, 5)
    Anchor(start=0, end=5, prefix='', exact='เลนิน', suffix='มาถึง')
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no words from {start} to {end}")
    return Anchor(
        start,
        end,
        text[max(0, start - CONTEXT) : start],
        text[start:end],
        text[end : end + CONTEXT],
    )


def find_again(anchor: Anchor, text: str) -> Found | None:
    """Where the words of ``anchor`` stand in ``text``; None if they are gone.

    >>> find_again(anchor_at("เลนินมาถึง", 0, 5), "แล้วเลนินมาถึง")
    Found(start=4, end=9, is_changed=False)
    """
    start = _place_of_same_words(anchor, text)
    if start is not None:
        end = start + len(anchor.exact)
        if _is_mark(text, end) and not _is_mark(anchor.suffix, 0):
            return Found(*_whole_clusters(text, start, end), is_changed=True)
        return Found(start, end)
    return _place_of_like_words(anchor, text)


# The same words


def _place_of_same_words(anchor: Anchor, text: str) -> int | None:
    places = list(_places(text, anchor.exact, _MOST))
    if not places:
        return None
    agreeing = {place: _letters_agreeing(anchor, text, place) for place in places}
    full = (len(anchor.prefix), len(anchor.suffix))

    def nearness(place: int) -> int:
        return -abs(place - anchor.start)

    whole = [place for place in places if agreeing[place] == full]
    if whole:
        return max(whole, key=nearness)
    clear = [place for place in places if min(agreeing[place]) >= _CLEAR]
    if len(clear) == 1:
        return clear[0]
    tried = {
        *sorted(places, key=lambda place: (sum(agreeing[place]), nearness(place)))[-_TRIED:],
        *sorted(places, key=nearness)[-_TRIED:],
    }
    score, _, best = max(
        (_context_kept(anchor, text, place), nearness(place), place) for place in tried
    )
    if score >= _AGREES or (len(places) == 1 and len(anchor.exact) >= _LONG):
        return best
    return None


def _places(text: str, words: str, most: int) -> Iterator[int]:
    place = text.find(words)
    while place >= 0 and most:
        yield place
        most -= 1
        place = text.find(words, place + 1)


def _letters_agreeing(anchor: Anchor, text: str, place: int) -> tuple[int, int]:
    """How many letters just before and just after ``place`` are those the anchor knows."""
    before = 0
    most = min(len(anchor.prefix), place)
    while before < most and text[place - 1 - before] == anchor.prefix[-1 - before]:
        before += 1
    end = place + len(anchor.exact)
    after = 0
    most = min(len(anchor.suffix), len(text) - end)
    while after < most and text[end + after] == anchor.suffix[after]:
        after += 1
    return before, after


def _context_kept(anchor: Anchor, text: str, start: int, end: int | None = None) -> float:
    """Which part of what stood around the words stands around ``start`` still, from 0 to 1."""
    end = start + len(anchor.exact) if end is None else end
    before = text[max(0, start - len(anchor.prefix) - _SLACK) : start]
    after = text[end : end + len(anchor.suffix) + _SLACK]
    known = len(anchor.prefix) + len(anchor.suffix)
    return (_kept(anchor.prefix, before) + _kept(anchor.suffix, after)) / known if known else 1.0


def _kept(known: str, there: str) -> int:
    """How many letters of ``known`` stand in ``there``, in their order and in runs."""
    blocks = SequenceMatcher(None, known, there, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= min(_RUN, len(known)))


# Words that were corrected themselves


def _place_of_like_words(anchor: Anchor, text: str) -> Found | None:
    head = anchor.prefix + anchor.exact[:_HEAD]
    tail = anchor.exact[-_HEAD:] + anchor.suffix
    if len(anchor.exact) <= _HEAD:
        head = tail = anchor.prefix + anchor.exact + anchor.suffix
    length = len(anchor.exact)
    # where the quotations begin in the text the anchor was made in
    head_at = anchor.start - len(anchor.prefix)
    tail_at = anchor.end - min(length, _HEAD) if tail is not head else head_at
    start = _boundary(head, len(anchor.prefix), text, head_at, opens=True)
    end = _boundary(tail, anchor.end - tail_at, text, tail_at, opens=False)
    if start is None or end is None:
        return None
    start, end = _whole_clusters(text, start, end)
    words = text[start:end]
    if not words.strip() or len(words) > 2 * length + 2 * _SLACK:
        return None
    if _likeness(anchor.exact, words) < _ALIKE:
        return None
    if _context_kept(anchor, text, start, end) < _AGREES and length < _LONG:
        return None
    return Found(start, end, is_changed=words != anchor.exact)


def _boundary(quote: str, at: int, text: str, expected: int, *, opens: bool) -> int | None:
    """The place in ``text`` of the boundary that stands at ``at`` in ``quote``."""
    shift = _shift(quote, text, expected)
    if shift is None:
        return None
    origin = max(0, shift - _SLACK)
    window = text[origin : shift + len(quote) + _SLACK]
    codes = SequenceMatcher(None, quote, window, autojunk=False).get_opcodes()
    for tag, i1, i2, j1, _ in codes if opens else reversed(codes):
        if tag == "equal" and i1 <= at <= i2 and at != (i2 if opens else i1):
            return origin + j1 + at - i1
    for tag, i1, i2, j1, j2 in codes:
        if tag != "equal" and i1 < i2 and i1 <= at <= i2 and at != (i2 if opens else i1):
            if at == i1:
                return origin + j1
            if at == i2:
                return origin + j2
            return origin + j1 + round((at - i1) * (j2 - j1) / (i2 - i1))
    return None


def _shift(quote: str, text: str, expected: int) -> int | None:
    """Where ``quote`` would begin in ``text`` by most of its pieces; the nearest of equal ones."""
    votes: Counter[int] = Counter()
    step = max(1, min(_PIECE // 2, len(quote) // 4))
    for at in range(0, max(1, len(quote) - _PIECE + 1), step):
        for place in _places(text, quote[at : at + _PIECE], 200):
            votes[(place - at) // _SLACK] += 1
    if not votes:
        return None

    def weight(slot: int) -> int:
        return votes[slot] + max(votes.get(slot - 1, 0), votes.get(slot + 1, 0))

    best = max(votes, key=lambda slot: (weight(slot), -abs(slot * _SLACK - expected)))
    return best * _SLACK


def _likeness(a: str, b: str) -> float:
    matcher = SequenceMatcher(None, a[:1000], b[:1000], autojunk=False)
    return matcher.ratio()


def _is_mark(text: str, at: int) -> bool:
    """Whether the letter at ``at`` hangs on the one before it."""
    return at < len(text) and unicodedata.category(text[at]) == "Mn"


def _whole_clusters(text: str, start: int, end: int) -> tuple[int, int]:
    """``start`` to ``end`` without parting a letter from its marks."""
    while start > 0 and _is_mark(text, start):
        start -= 1
    while _is_mark(text, end):
        end += 1
    return start, end
