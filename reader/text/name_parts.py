"""More parts of a name whose gloss has no Latin letters: the วลาดีมีร์ of วลาดีมีร์ เลนิน (๑๘๗๐-๑๙๒๔).

Without them nothing can be paired. A part before belongs to the name if it ends in what no word
list knows, as names from abroad do; it begins behind the known words that run into it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from functools import cache

from reader.text.lost_nikhahit import listed_words
from reader.text.term_marks import NEVER_INSIDE, SPACES
from reader.text.term_words import guessed_start, term_words

_MOST_PARTS = 3
_SHORTEST = 3  # code points of a part
_LONGEST = 60
_SHORTEST_KNOWN = 4  # of a word that no name from abroad begins with by chance
_OF_A_NAME = re.compile("[ก-ฮเ-ไ][ก-์-]*")
_BEGINS = re.compile("[เ-ไ]|[ก-ฮ](?!์)")


def with_parts_before(text: str, start: int, floor: int, word_starts: Sequence[int]) -> int:
    """Where the name begins whose last part begins at ``start``: there, or parts before it.

    floor: where the last gloss ended. word_starts: of ``text``, ascending.
    """
    for _ in range(_MOST_PARTS):
        end = start - 1
        if end <= floor or text[end] not in SPACES:
            break
        low = end
        while low > max(floor, end - _LONGEST) and text[low - 1] not in NEVER_INSIDE:
            if text[low - 1] in SPACES:
                break
            low -= 1
        part = text[low:end]
        last = word_starts[max(0, bisect_left(word_starts, end) - 1)] if word_starts else low
        if not _OF_A_NAME.fullmatch(part) or text[max(low, last) : end] in _known():
            break
        cut = _behind_known(part)
        if len(part) - cut < _SHORTEST:
            break
        start = low + cut
        if cut:
            break
    return start


def _behind_known(part: str) -> int:
    """Where in ``part`` the words end that are known: behind ในเวลานั้น, behind ของนาย."""
    words = term_words()
    cut = guessed_start(part)
    if any(part.startswith(head, cut) for head in words.heads):
        return len(part)  # พรรคบอลเชวิค and a name behind it are two
    joining = (words.joining, words.outer, words.before)
    while longest := max(
        (
            size
            for size in range(2, len(part) - cut)
            if _is_before_a_name(part[cut : cut + size], joining)
            and _BEGINS.match(part, cut + size)
        ),
        default=0,
    ):
        cut += longest
    return cut


def _is_before_a_name(word: str, joining: Sequence[Container[str]]) -> bool:
    if any(word in table for table in joining):
        return True
    return len(word) >= _SHORTEST_KNOWN and "์" not in word and word in _known()


@cache
def _known() -> frozenset[str]:
    return listed_words()
