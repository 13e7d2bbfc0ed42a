"""What kind of thing a name names, as far as words tell: its head, or what stands before it."""

from __future__ import annotations

from reader.text.term_words import term_words

KINDS = ("person", "place", "organisation", "event", "work", "vessel", "concept")


def head_kind(printed: str) -> str:
    """What the head of a name says it is, "" if it has none."""
    words = term_words()
    for size in range(min(words.longest, len(printed)), 1, -1):
        head = printed[:size]
        if head in words.heads and head in words.kinds:
            return words.kinds[head]
    return ""


def kind_before(text: str, start: int) -> str:
    words = term_words()
    line = text[max(0, start - words.longest) : start].rstrip(" ")
    for size in range(len(line), 1, -1):
        word = line[-size:]
        if (word in words.outer or word in words.loose) and word in words.kinds:
            return words.kinds[word]
    return ""
