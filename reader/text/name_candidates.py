"""What a model or a list takes for names, brought into the form in which a name is listed.

Titles and class words before it go, what never ends a name goes, and what the model has cut is put
together again where a list of names knows the whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from reader.text.mentions import find_mentions
from reader.text.name_kinds import kind_before
from reader.text.term_words import term_words

_SHORTEST = 3  # code points of a form
_LONGEST = 60
_WHOLE = 6  # code points of a listed name that candidates may have cut


class Candidate(NamedTuple):
    """What the model takes for a name, at offsets of the text."""

    start: int
    end: int
    kind: str


class Form(NamedTuple):
    """The form of a candidate, where it begins, and what kind of name it was taken for."""

    start: int
    form: str
    kind: str


def forms_of(
    text: str, candidates: Sequence[Candidate], listed: Collection[str], starts: Sequence[int]
) -> Iterator[Form]:
    """The forms of ``candidates`` that may be names.

    listed: names known from elsewhere. starts: word boundaries, ascending.
    """
    wholes = _wholes(text, candidates, listed, starts)
    outer = tuple(term_words().outer)
    short = {
        one.start: one.end
        for one in candidates
        if text[one.start : one.end] in listed and not text.startswith(outer, one.start, one.end)
    }
    for start, end, kind in candidates:
        whole = Candidate(start, wholes.get(end, end), kind)
        start, end = _without_titles(text, whole, starts, listed, short)
        if start in short and text[start:end] not in listed:
            end = short[start]  # the model has run on beyond a name that a list knows
        end = _listed_end(text, start, end, starts, listed)
        is_place = kind == "place" or kind_before(text, start) == "place"
        if is_place and " " in text[start:end]:
            end = text.index(" ", start)
        if _is_a_form(text[start:end]):
            yield Form(start, text[start:end], kind)


def _wholes(
    text: str, candidates: Sequence[Candidate], listed: Collection[str], starts: Sequence[int]
) -> dict[int, int]:
    """Where candidates end within a listed name, to where that name ends: เปโตรก|ราด."""
    forms = {text[start:end] for start, end, _ in candidates}
    forms |= {text[slice(*_without_titles(text, one, starts, listed, ()))] for one in candidates}
    longer = {form: form for form in forms if len(form) >= _WHOLE and form in listed}
    ends = {end for _, end, _ in candidates}
    found = {}
    for span in find_mentions(text, longer):
        for inside in range(span.start + 2, span.end):
            if inside in ends:
                found[inside] = span.end
    return found


def _listed_end(
    text: str, start: int, end: int, starts: Sequence[int], listed: Collection[str]
) -> int:
    """Where the longest listed name at ``start`` ends, if the model has cut it: คอนสแตน|ติโนเปิล."""
    after = bisect_left(starts, end + 1)
    joining = tuple(term_words().joining)
    longer = [
        stop
        for stop in starts[after : after + 4]
        if text[start:stop] in listed and not text.endswith(joining, start, stop)
    ]
    return max(longer, default=end)


def _without_titles(
    text: str,
    candidate: Candidate,
    starts: Sequence[int],
    listed: Collection[str],
    known_starts: Collection[int],
) -> tuple[int, int]:
    """A candidate without the title or the กรุง before it, and without what never ends a name."""
    words = term_words()
    start, end, kind = candidate
    while start < end and text[start] in " \u00a0":
        start += 1
    cut = True
    while cut and start not in known_starts:
        cut = False
        for size in range(min(words.longest, end - start - _SHORTEST), 1, -1):
            word = text[start : start + size]
            is_one = word in words.outer or word in words.joining
            is_title = words.kinds.get(word) == "person"
            is_place = kind == "place" or kind_before(text, start) == "place"
            if is_title and is_place and text[start:end] in listed:
                continue  # ซาร์|ดิเนีย, เซนต์|เฮเลนา
            known = text[start:end] in listed and text[start + size : end] not in listed
            if is_one and not known and is_start(text, start + size, starts):
                start += size
                cut = True
                break
        while start < end and text[start] in " \u00a0":
            start += 1
    last = starts[max(0, bisect_left(starts, end) - 1)] if starts else start
    if start < last and text[last:end] in words.joining:
        end = last
    for word in words.joining:
        if text.endswith(word, start, end) and text[start : end - len(word)] in listed:
            end -= len(word)
    while end > start and not ("ก" <= text[end - 1] <= "์" or text[end - 1].isalnum()):
        end -= 1
    return start, end


def _is_a_form(form: str) -> bool:
    words = term_words()
    if len(form) < _SHORTEST or len(form) > _LONGEST or not "ก" <= form[0] <= "ไ":
        return False
    if any(char in form for char in '()[]*"“”\r\n0123456789,:;'):
        return False
    return form not in words.heads and form not in words.outer and form not in words.joining


def is_start(text: str, offset: int, starts: Sequence[int]) -> bool:
    """Whether a word begins at ``offset``."""
    if not starts or not is_thai(text, offset):
        return True
    place = bisect_left(starts, offset)
    return place < len(starts) and starts[place] == offset


def is_thai(text: str, offset: int) -> bool:
    """Whether a Thai letter or sign stands at ``offset``."""
    return 0 <= offset < len(text) and "ก" <= text[offset] <= "๎"
