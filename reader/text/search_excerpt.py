"""The sentence around a hit, short enough for a list.

Thai ends no sentence with a sign, so what is shown runs from space to space, within the line of the
text; where there is no space near enough, from word to word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reader.text.article import Span
from reader.text.line_rules import Breaks

_BEFORE, _MOST = 36, 150  # code points
_LINE_ENDS = "\r\n\u2028\u2029"
_SPACES = " \u00a0\t"


def sentence_around(text: str, hit: Span, breaks: Breaks) -> Span:
    """The words to show with ``hit``: they begin shortly before it, in its line."""
    earliest = _after_last(text, _LINE_ENDS, max(0, hit.start - _BEFORE), hit.start)
    begins_line = earliest is not None
    start = earliest if earliest is not None else hit.start - _BEFORE
    if start <= 0:
        start, begins_line = 0, True
    if not begins_line:
        space = _first_after(text, _SPACES, start, hit.start)
        start = space if space is not None else _next_break(breaks.free, start, hit.start)
    end = _first_of(text, _LINE_ENDS, hit.end, max(hit.end, start + _MOST))
    if end is None:
        end = min(len(text), max(hit.end, start + _MOST))
        if end < len(text):
            space = _after_last(text, _SPACES, hit.end + (end - hit.end) // 2, end)
            end = space if space is not None else _last_break(breaks.free, hit.end, end)
    while end > hit.end and text[end - 1] in _SPACES:
        end -= 1
    while start < hit.start and text[start] in _SPACES + "\ufeff":
        start += 1
    return Span(start, end)


def _after_last(text: str, signs: str, start: int, end: int) -> int | None:
    """Behind the last of ``signs`` between ``start`` and ``end``, None if there is none."""
    found = max(text.rfind(sign, start, end) for sign in signs)
    return found + 1 if found >= 0 else None


def _first_after(text: str, signs: str, start: int, end: int) -> int | None:
    found = _first_of(text, signs, start, end)
    return None if found is None else found + 1


def _first_of(text: str, signs: str, start: int, end: int) -> int | None:
    places = [text.find(sign, start, end) for sign in signs]
    return min((place for place in places if place >= 0), default=None)


def _next_break(ascending: Sequence[int], start: int, end: int) -> int:
    slot = bisect_left(ascending, start)
    return ascending[slot] if slot < len(ascending) and ascending[slot] <= end else end


def _last_break(ascending: Sequence[int], start: int, end: int) -> int:
    slot = bisect_right(ascending, end) - 1
    return ascending[slot] if slot >= 0 and ascending[slot] >= start else end
