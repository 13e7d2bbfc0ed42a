"""Which word stands at a place of a text."""

from __future__ import annotations

from reader.text.article import Span
from reader.text.search import WordEdges

_LONGEST = 80  # code points


def word_at(text: str, offset: int, edges: WordEdges) -> Span | None:
    """The word around ``offset``, None where there is none (a space, a sign, the end)."""
    if not 0 <= offset < len(text) or not _is_letter(text[offset]):
        return None
    start, end = offset, offset + 1
    while start > max(0, offset - _LONGEST) and not edges.is_edge(start):
        start -= 1
    while end < min(len(text), offset + _LONGEST) and not edges.is_edge(end):
        end += 1
    return Span(start, end)


def _is_letter(char: str) -> bool:
    return char.isalnum() or "ก" <= char <= "๎"
