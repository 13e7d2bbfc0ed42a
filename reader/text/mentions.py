"""Where names stand in a text.

A mention belongs to the longest name: all occurrences of all printed forms are placed longest
first, and one that would overlap a placed one is dropped. Phrases that contain a form but name
nothing («ระบอบรัฐสภา») take part as blockers, forms that mean a thing only in certain places as
quotations with the span in «».
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reader.text.article import Span

_DEPENDENT = "ะาำๅ"


class Mention(NamedTuple):
    """A printed name: code points ``start`` to ``end`` stand for ``entity`` (its id)."""

    start: int
    end: int
    entity: str


class QuoteError(ValueError):
    """A quotation that is not found exactly once; ``found`` says how often."""

    def __init__(self, quote: str, found: int) -> None:
        super().__init__(quote, found)
        self.quote = quote
        self.found = found


def occurrences(text: str, form: str) -> Iterator[Span]:
    """Every occurrence of ``form`` that does not cut a grapheme cluster at its end."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if end == len(text) or not _joins_previous(text[end]):
            yield Span(start, end)
        start = text.find(form, start + 1)


def quoted_span(text: str, quote: str) -> Span:
    """The span that ``quote`` marks with «»; without them, the whole quotation.

    Raises QuoteError unless the quotation stands in ``text`` exactly once.
    """
    before, opened, rest = quote.partition("«")
    inner, _, after = rest.partition("»") if opened else (quote, "", "")
    before = before if opened else ""
    whole = before + inner + after
    found = text.count(whole) if whole else 0
    if found != 1 or not inner:
        raise QuoteError(quote, found)
    start = text.index(whole) + len(before)
    return Span(start, start + len(inner))


def find_mentions(
    text: str,
    forms: Mapping[str, str],
    in_context: Iterable[tuple[str, str]] = (),
    blockers: Iterable[str] = (),
) -> list[Mention]:
    """The mentions in ``text``, in order, never overlapping.

    forms: printed form to entity id. in_context: (quotation with the span in «», entity id).
    Raises QuoteError for a quotation that does not stand in the text exactly once.
    """
    candidates: list[tuple[Span, str | None]] = []
    for quote, entity in in_context:
        candidates.append((quoted_span(text, quote), entity))
    for form, entity in forms.items():
        candidates.extend((span, entity) for span in occurrences(text, form))
    for phrase in blockers:
        candidates.extend((span, None) for span in occurrences(text, phrase))
    candidates.sort(key=lambda item: (item[0].start - item[0].end, item[0].start))
    taken = bytearray(len(text))
    mentions = []
    for (start, end), owner in candidates:
        if any(taken[start:end]):
            continue
        taken[start:end] = b"\1" * (end - start)
        if owner is not None:
            mentions.append(Mention(start, end, owner))
    mentions.sort()
    return mentions


def _joins_previous(char: str) -> bool:
    return char in _DEPENDENT or unicodedata.category(char) in ("Mn", "Mc", "Me")
