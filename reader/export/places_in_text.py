"""Where words stand in a text: the paragraph, and the phrase around them."""

from __future__ import annotations

from typing import NamedTuple

from reader.content.knowledge import Knowledge
from reader.text.article import Article

_REACH = 110  # code points of a phrase to either side
_SPACES = " \u00a0\t"


class Phrase(NamedTuple):
    """Words with what stands around them; the text verbatim, "…" where it was cut."""

    before: str
    words: str
    after: str


def paragraph_number(article: Article, offset: int) -> int:
    """The number, from 1, of the paragraph that holds ``offset``."""
    return article.paragraph_at(offset) + 1


def phrase_around(knowledge: Knowledge, start: int, end: int) -> Phrase:
    """The words ``start`` to ``end`` with about a line to either side, cut at spaces or words."""
    article = knowledge.article
    text, span = article.text, article.paragraphs[article.paragraph_at(start)]
    left, right = max(span.start, start - _REACH), min(span.end, end + _REACH)
    if left > span.start:
        left = _turn(knowledge, left, start)
    if right < span.end:
        right = _turn(knowledge, right - _REACH // 3, right, last=True)
    before = text[left:start].lstrip(_SPACES)
    after = text[end:right].rstrip(_SPACES)
    return Phrase(
        ("… " if left > span.start else "") + before,
        text[start:end],
        after + (" …" if right < span.end else ""),
    )


def _turn(knowledge: Knowledge, low: int, high: int, *, last: bool = False) -> int:
    """A space between ``low`` and ``high``, or the end of a word there, or else the edge."""
    text = knowledge.article.text
    spaces = [offset for offset in range(low, high) if text[offset] in _SPACES]
    if not spaces:
        spaces = [offset for offset in knowledge.breaks.free if low <= offset < high]
    if not spaces:
        return high if last else low
    return spaces[-1] if last else spaces[0]
