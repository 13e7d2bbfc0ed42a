"""Searching a text of any length: all places at which some words stand, block by block.

Nothing here takes long at a time: a text is made ready and searched in blocks, as many as there is
time for, and places are worked out where they are looked at. Offsets are code points of the text.
"""

from __future__ import annotations

import time
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.text.article import Span
from reader.text.line_rules import NO_BREAKS, Breaks
from reader.text.search_folding import Folded, folded_words
from reader.text.search_levels import EXACT, FORGIVING

_BLOCK = 4096  # code points, and on to the end of the line


class Query(NamedTuple):
    """What is looked for.

    words: as typed. level: of :mod:`reader.text.search_folding`. whole: whole words only. also:
    other words that mean the same, such as a misprint of the name that was typed.
    """

    words: str
    level: str = FORGIVING
    whole: bool = False
    also: tuple[str, ...] = ()

    @property
    def effective_level(self) -> str:
        """The level, or exact where nothing would be left of the words (``ๆ`` alone)."""
        return self.level if folded_words(self.words, self.level) else EXACT

    def patterns(self) -> list[str]:
        """What to look for in a folded text, what was typed first; none for blank words."""
        if not self.words.strip():
            return []
        level = self.effective_level
        found = [folded_words(words, level) for words in (self.words, *self.also)]
        return list(dict.fromkeys(pattern for pattern in found if pattern))


class WordEdges:
    """Where words begin and end, by the line breaks of the text; signs and spaces part words."""

    def __init__(self, text: str, breaks: Breaks = NO_BREAKS) -> None:
        self._text = text
        self._breaks = breaks

    def is_edge(self, offset: int) -> bool:
        """Whether no word goes on across ``offset``."""
        text = self._text
        if offset <= 0 or offset >= len(text):
            return True
        before, after = _script(text[offset - 1]), _script(text[offset])
        if not before or not after or before != after:
            return True
        return before == "thai" and any(_holds(level, offset) for level in self._breaks)


def _script(char: str) -> str:
    if "ก" <= char <= "๎":
        return "" if char in "ฯๆ฿" else "thai"
    if char in " \n":
        return ""
    if char.isalpha() or unicodedata.category(char) == "Mn":
        return "foreign"
    return "number" if char.isdigit() else ""


def _holds(ascending: Sequence[int], offset: int) -> bool:
    slot = bisect_left(ascending, offset)
    return slot < len(ascending) and ascending[slot] == offset


class SearchText:
    """One text in blocks that end with a line, each folded when it is first searched."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = _blocks(text)
        self._level = ""
        self._folded: list[Folded | None] = []

    def folded(self, block: int, level: str) -> Folded:
        """A block as a search of ``level`` compares it; one level is kept at a time."""
        if level == EXACT:
            start, end = self.spans[block]
            return Folded(self.text[start:end], EXACT)
        if level != self._level:
            self._level, self._folded = level, [None] * len(self.spans)
        found = self._folded[block]
        if found is None:
            start, end = self.spans[block]
            found = self._folded[block] = Folded(self.text[start:end], level)
        return found

    def make_ready(self, level: str, until: float) -> bool:
        """Fold blocks until the clock (``time.perf_counter``) says ``until``; whether all are."""
        for block in range(len(self.spans)):
            if time.perf_counter() >= until:
                return False
            self.folded(block, level)
        return True


def _blocks(text: str) -> list[Span]:
    spans = []
    start = 0
    while start < len(text):
        end = text.find("\n", start + _BLOCK) + 1 or len(text)
        spans.append(Span(start, end))
        start = end
    return spans


class TextSearch:
    """One search through one text.

    named: spans that count as hits too, such as where a name is printed in another form; those
    that a hit touches are left out. Both in order.
    """

    def __init__(
        self,
        text: SearchText,
        query: Query,
        edges: WordEdges | None = None,
        named: Iterable[Span] = (),
    ) -> None:
        self._text = text
        self._level = query.effective_level
        self._patterns = query.patterns()
        self._edges = edges if query.whole else None
        self._named = sorted(named)
        self._named_starts = [span.start for span in self._named]
        self._starts = [span.start for span in text.spans]
        self._sums = [0]
        self._found: dict[int, list[Span]] = {}
        self._is_plain = len(self._patterns) == 1 and self._edges is None

    @property
    def is_done(self) -> bool:
        """Whether the whole text has been searched."""
        return not self._patterns or len(self._sums) > len(self._text.spans)

    @property
    def count(self) -> int:
        """How many hits have been found so far."""
        return self._sums[-1]

    def run(self, until: float = float("inf")) -> bool:
        """Search on until the clock (``time.perf_counter``) says ``until``; whether all is done."""
        while not self.is_done:
            block = len(self._sums) - 1
            self._sums.append(self._sums[-1] + self._count(block))
            if time.perf_counter() >= until:
                break
        return self.is_done

    def hit(self, number: int) -> Span:
        """The hit ``number`` (from 0) of those found so far. IndexError if there is none."""
        if not 0 <= number < self.count:
            raise IndexError(number)
        block = bisect_right(self._sums, number) - 1
        return self._hits(block)[number - self._sums[block]]

    def hits(self, first: int, last: int) -> list[Span]:
        """The hits from number ``first`` up to, but not including, ``last``."""
        return [self.hit(number) for number in range(first, min(last, self.count))]

    def number_at(self, offset: int) -> int:
        """The number of the first hit found that does not end before ``offset``; else the count."""
        block = max(0, bisect_right(self._starts, offset) - 1)
        if block >= len(self._sums) - 1:
            return self.count
        ends = [hit.end for hit in self._hits(block)]
        return self._sums[block] + bisect_right(ends, offset)

    def between(self, start: int, end: int) -> list[Span]:
        """The hits found that touch ``start`` to ``end``."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = min(bisect_left(self._starts, end), len(self._sums) - 1)
        return [
            hit
            for block in range(first, last)
            for hit in self._hits(block)
            if hit.start < end and hit.end > start
        ]

    def _count(self, block: int) -> int:
        start, end = self._text.spans[block]
        if not self._named_between(start, end):
            text = self._text.folded(block, self._level).text
            if self._is_plain:
                return text.count(self._patterns[0])
            if not any(pattern in text for pattern in self._patterns):
                return 0
        return len(self._hits(block))

    def _named_between(self, start: int, end: int) -> list[Span]:
        slot = bisect_left(self._named_starts, start)
        return self._named[slot : bisect_left(self._named_starts, end)]

    def _hits(self, block: int) -> list[Span]:
        found = self._found.get(block)
        if found is None:
            found = self._found[block] = self._find(block)
        return found

    def _find(self, block: int) -> list[Span]:
        block_span = self._text.spans[block]
        hits: list[Span] = []
        for pattern in self._patterns:
            folded = self._text.folded(block, self._level)
            hits = _joined(hits, places(folded, pattern, block_span.start, self._edges))
        return _joined(hits, self._named_between(*block_span))


def places(
    folded: Folded, pattern: str, shift: int = 0, edges: WordEdges | None = None
) -> list[Span]:
    """Where ``pattern`` stands in ``folded``, in order and not overlapping, ``shift`` added.

    edges: for whole words only.
    """
    text = folded.text
    found = []
    start = text.find(pattern)
    while start >= 0:
        end = start + len(pattern)
        first, last = folded.span(start, end)
        span = Span(first + shift, last + shift)
        if edges is None or (edges.is_edge(span.start) and edges.is_edge(span.end)):
            found.append(span)
            start = text.find(pattern, end)
        else:
            start = text.find(pattern, start + 1)
    return found


def _joined(hits: list[Span], more: Sequence[Span]) -> list[Span]:
    """``hits`` and those of ``more`` that touch none of them, in order."""
    if not hits:
        return list(more)
    starts = [hit.start for hit in hits]
    added = []
    for span in more:
        slot = bisect_left(starts, span.end) - 1
        if slot < 0 or hits[slot].end <= span.start:
            added.append(span)
    return sorted([*hits, *added]) if added else hits


def search_all(
    text: str,
    query: Query,
    breaks: Breaks = NO_BREAKS,
    named: Iterable[Span] = (),
) -> list[Span]:
    """Every hit of ``query`` in ``text`` at once; for short texts, and for tests."""
    search = TextSearch(SearchText(text), query, WordEdges(text, breaks), named)
    search.run()
    return search.hits(0, search.count)
