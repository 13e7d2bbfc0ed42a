"""Places that a word before them and a list of names vouch for: แม่น้ำ|เนวา, เมือง|เจนัว."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from reader.text.name_candidates import Candidate
from reader.text.term_words import term_words

_MOST_WORDS = 5  # that a name has after its class word
_SHORTEST = 3


def listed_places(
    text: str, words: Sequence[int], listed: Collection[str], common: Collection[str]
) -> Iterator[Candidate]:
    """Names after แม่น้ำ, เกาะ, กรุง and the like that are in ``listed``.

    words: word boundaries, ascending. common: words of a dictionary, which are no names.
    """
    heads = term_words().heads
    for found in _place_words().finditer(text):
        place = bisect_left(words, found.end())
        if not _is_at(words, found.start()) or place >= len(words) or words[place] != found.end():
            continue
        start = found.start() if found.group() in heads else found.end()
        for stop in reversed(words[place + 1 : place + 1 + _MOST_WORDS]):
            name = text[start:stop]
            if stop - found.end() >= _SHORTEST and name in listed and name not in common:
                yield Candidate(start, stop, "place")
                break


@cache
def _place_words() -> re.Pattern[str]:
    words = [word for word, kind in term_words().kinds.items() if kind == "place"]
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


def _is_at(words: Sequence[int], offset: int) -> bool:
    place = bisect_left(words, offset)
    return place < len(words) and words[place] == offset
