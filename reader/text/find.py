"""Find: every place of a text where the words looked for stand.

Thai and Arabic digits, upper and lower case are alike; the rest is as printed.
"""

from __future__ import annotations

from reader.text.article import Span
from reader.text.folding import fold


class Finder:
    """Looks things up in one text; the folded text is kept between searches."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: str | None = None

    def find(self, words: str) -> list[Span]:
        """The hits for ``words`` in order, not overlapping; none for an empty search."""
        wanted = fold(words)
        if not wanted.strip():
            return []
        if self._folded is None:
            self._folded = fold(self._text)
        hits = []
        start = self._folded.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            hits.append(Span(start, end))
            start = self._folded.find(wanted, end)
        return hits
