"""Where a line may end: the rules of a good Thai book over plain word boundaries.

Names stay whole while they fit; a bracket sticks to its first and last word; a Latin phrase may
turn at its own spaces; ``)*``, ``ๆ``, ``ฯ`` and closing marks never start a line, opening ones
never end one. What may be needed when a column is narrower than a name is kept apart, in levels.
"""

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from reader import resources
from reader.text.article import Span

_SPACES = " \u00a0\t\u2002\u2003\u2009\u200a\u202f\u3000"
_NO_BREAK_SPACES = "\u00a0\u202f\u2007\u2060"
_DIGITS = "0-9๐-๙"
_HYPHENS = "-–‑"
_JOINING = ".,:;'’/" + _HYPHENS


class Breaks(NamedTuple):
    """Offsets at which a line may end, each list ascending.

    free: anywhere a line may turn. held: between a number and its word, a title and its name; used
    when no free one is on the line. inside: at the spaces and words a name is made of; used last.
    """

    free: Sequence[int]
    held: Sequence[int]
    inside: Sequence[int]

    def shifted(self, by: int) -> "Breaks":
        """The same breaks for a text that stands ``by`` code points further on."""
        return Breaks(*([offset + by for offset in level] for level in self))

    def last_between(self, start: int, end: int) -> int | None:
        """The best break after ``start`` and not after ``end``: the last one of the first level."""
        for level in self:
            slot = bisect_right(level, end) - 1
            if slot >= 0 and level[slot] > start:
                return level[slot]
        return None


NO_BREAKS = Breaks((), (), ())


class _Rules(NamedTuple):
    no_start: frozenset[str]
    no_end: frozenset[str]
    held: re.Pattern[str]
    titles: tuple[str, ...]


@cache
def _rules() -> _Rules:
    with (resources.root() / "thai" / "line-breaking.json").open(encoding="utf-8") as file:
        data = json.load(file)
    numbered = "|".join(map(re.escape, data["numbered"]))
    units = "|".join(map(re.escape, data["units"]))
    held = (
        rf"(?:{numbered})[ ]*(?=[{_DIGITS}])"
        rf"|[{_DIGITS}][ ]*(?={units})"
        rf"|[{_DIGITS}][ ]+(?=:)|:[ ]+(?=[{_DIGITS}])"
    )
    return _Rules(
        frozenset(data["no_start"] + data["following_vowels"]),
        frozenset(data["no_end"] + data["leading_vowels"]),
        re.compile(held),
        tuple(data["titles"]),
    )


def breaks_of(text: str, words: Iterable[int], names: Sequence[Span]) -> Breaks:
    """The breaks of ``text``.

    words: offsets of word boundaries, those inside names included. names: spans to keep whole, in
    order, not overlapping. Spaces are boundaries by themselves.
    """
    rules = _rules()
    candidates = set(words)
    candidates.update(match.end() for match in re.finditer(rf"[{_SPACES}]+", text))
    candidates.update(name.start for name in names)
    candidates.update(name.end for name in names)
    opening_quotes, closing_quotes = _straight_quotes(text)
    held = {match.end() for match in rules.held.finditer(text)}
    for name in names:
        before = text[max(0, name.start - 12) : name.start]
        if before.endswith(rules.titles):
            held.add(name.start)
    name_starts = [name.start for name in names]
    levels: tuple[list[int], list[int], list[int]] = ([], [], [])
    for offset in sorted(candidates):
        if not 0 < offset < len(text):
            continue
        if not _may_part(text, offset, rules, opening_quotes, closing_quotes):
            continue
        slot = bisect_right(name_starts, offset) - 1
        if slot >= 0 and names[slot].start < offset < names[slot].end:
            levels[2].append(offset)
        elif offset in held:
            levels[1].append(offset)
        else:
            levels[0].append(offset)
    return Breaks(*levels)


def _may_part(
    text: str,
    offset: int,
    rules: _Rules,
    opening_quotes: set[int],
    closing_quotes: set[int],
) -> bool:
    before, after = text[offset - 1], text[offset]
    if after in _SPACES or before in _NO_BREAK_SPACES:
        return False
    if after in rules.no_start or offset in closing_quotes or _is_mark(after):
        return False
    visible = offset - 1
    while visible > 0 and text[visible] in _SPACES:
        visible -= 1
    if text[visible] in rules.no_end or visible in opening_quotes:
        return False
    if before in _SPACES:
        return True
    if before in _JOINING:
        return (
            before in _HYPHENS
            and offset > 1
            and _is_thai_letter(text[offset - 2])
            and _is_thai_letter(after)
        )
    return after not in _HYPHENS and (_is_thai_letter(before) or _is_thai_letter(after))


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M") or char in "\u200d\u2060"


def _is_thai_letter(char: str) -> bool:
    return "ก" <= char <= "๎" and char != "฿"


def _straight_quotes(text: str) -> tuple[set[int], set[int]]:
    """The offsets of straight double quotes that open and that close, paragraph by paragraph."""
    opening: set[int] = set()
    closing: set[int] = set()
    is_open = False
    for match in re.finditer('["\r\n\u2029]', text):
        if match.group() != '"':
            is_open = False
        else:
            (closing if is_open else opening).add(match.start())
            is_open = not is_open
    return opening, closing
