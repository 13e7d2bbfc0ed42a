"""Running text for the model of names: paragraphs without glosses, stars and years in brackets.

The model knows newspapers, not encyclopedias: a gloss in the middle of a sentence leads it astray.
Offsets of what it finds are those of the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reader.text.name_candidates import Candidate
from reader.text.name_tags import tagged_names
from reader.text.terms import GlossedName

_PARAGRAPH = re.compile("[^\r\n\u2029]+")
_BRACKET = re.compile(r"[ \u00a0]?[(\[][^()\[\]\r\n]{0,300}[)\]][ \u00a0]?\*?")
_MOST_WORDS = 400  # of a stretch: the model takes all of it at once


def candidates_of(
    text: str, word_starts: Sequence[int], glossed: Iterable[GlossedName] = ()
) -> Iterator[Candidate]:
    """What the model takes for names in ``text``. Raises NoModelError.

    word_starts: word boundaries, ascending. glossed: names that are cut as they are known to be.
    """
    known = sorted((one.start, one.end) for one in glossed)
    for paragraph in _PARAGRAPH.finditer(text):
        yield from _in_paragraph(text, paragraph.start(), paragraph.end(), word_starts, known)


def _in_paragraph(
    text: str,
    start: int,
    end: int,
    word_starts: Sequence[int],
    known: Sequence[tuple[int, int]],
) -> Iterator[Candidate]:
    cuts = {start, end}
    cuts.update(word_starts[bisect_left(word_starts, start) : bisect_right(word_starts, end)])
    first = bisect_left(known, (start, 0))
    for begin, stop in known[first : bisect_left(known, (end, 0))]:
        cuts.update((begin, stop))
    brackets = []
    for found in _BRACKET.finditer(text, start, end):
        brackets.append(found.span())
        cuts.update(found.span())
    ordered = sorted(cuts)
    words, offsets = [], []
    bracket = 0
    for begin, stop in pairwise(ordered):
        while bracket < len(brackets) and brackets[bracket][1] <= begin:
            bracket += 1
        if bracket < len(brackets) and brackets[bracket][0] <= begin:
            continue
        words.append(text[begin:stop])
        offsets.append(begin)
    for low in range(0, len(words), _MOST_WORDS):
        part, places = words[low : low + _MOST_WORDS], offsets[low : low + _MOST_WORDS]
        edges = [0]
        for word in part:
            edges.append(edges[-1] + len(word))
        for name in tagged_names(part):
            begin = bisect_left(edges, name.start)
            last = bisect_left(edges, name.end) - 1
            stop = places[last] + len(part[last])
            if stop - places[begin] == name.end - name.start:
                yield Candidate(places[begin], stop, name.kind)
