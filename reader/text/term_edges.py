"""Where a Thai name before a gloss begins: nothing marks it, many things tell it.

Every word boundary before the gloss is a candidate. From the gloss leftwards each English word is
paired with Thai ones, by sound or by meaning; what stays unpaired on either side costs, and so does
an unlikely beginning. The cheapest candidate is taken. Weights and errors are in docs/terms.md.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from reader.text.glosses import gloss_text
from reader.text.sound import beginnings, letter_names
from reader.text.term_marks import NEVER_INSIDE
from reader.text.term_words import (
    TermWords,
    number_of,
    term_words,
    thai_numbers,
    thai_ordinals,
)

LONGEST_NAME = 110  # code points
_MOST_WORDS = 8

# Costs, in words: 1 is an English content word that nothing in the Thai name stands for.
_UNUSED, _UNUSED_SMALL = 1.0, 0.1
_SKIPPED, _SKIPPED_LETTER, _SKIPPED_MOST = 0.35, 0.05, 0.9  # a Thai word that no English one means
_LIGHT = 0.1
_FOREIGN_JOINING = 1.5  # a ซึ่ง or ของ that the gloss does not have
_WEAK_JOINING = 0.5
_SOUNDS_SO_TOO = 0.3  # a beginning like ที่ or มา that sounds like the gloss
_SPACE = 0.8
_SPACE_IN_NAME = 0.05
_GUESSED = 0.6  # an English word for a Thai one that no table tells
_SOUND = 1.8  # by unlikeness
_SOUNDS_AT_ALL = 0.42
_AFTER_A_WORD = 0.35  # a beginning after a word that names stand after seldom
_HEAD = -0.35
_OUTER = 0.9
_TORN = 0.6  # a beginning after การ or after a head, which then is part of the name
_HIDDEN = 0.3  # a beginning where the dictionary sees none
_FULLY_PAIRED = 0.4
_NEVER = 50.0

_GLOSS_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?[’']?|\d+")
TRAILING_BRACKET = re.compile(r"[ \u00a0]?\([\u0e01-\u0e4e .]{1,40}\)$")


class _Word(NamedTuple):
    """A word of the gloss. thai: what it may be in Thai, by meaning or as a number."""

    text: str
    is_small: bool
    thai: tuple[str, ...]
    number: bool


class Window(NamedTuple):
    """What stands before a gloss in its paragraph. starts: word boundaries in it, ascending."""

    text: str
    starts: tuple[int, ...]


def window_before(text: str, end: int, floor: int, starts: Sequence[int]) -> tuple[int, Window]:
    """The window of the name that ends at ``end``, and its offset in ``text``.

    floor: where the last gloss ended. starts: word boundaries of the whole text, ascending.
    """
    low = max(floor, end - LONGEST_NAME, 0)
    bracket = TRAILING_BRACKET.search(text[max(0, end - 60) : end])
    inner = end - len(bracket.group()) if bracket else end
    for offset in range(inner - 1, low - 1, -1):
        if text[offset] in NEVER_INSIDE:
            low = offset + 1
            break
    else:
        if low > floor:  # no edge but the end of what is looked at
            low = starts[min(bisect_left(starts, low), len(starts) - 1)] if starts else low
    between = starts[bisect_left(starts, low) : bisect_left(starts, end)]
    return low, Window(text[low:end], tuple(offset - low for offset in between))


@lru_cache(maxsize=20000)
def left_edge(window: Window, gloss: str) -> int:
    """The offset in ``window.text`` at which the name that ends with it begins; -1 if none can."""
    return min(ranked(window, gloss), default=(0.0, -1))[1]


def ranked(window: Window, gloss: str) -> list[tuple[float, int]]:
    """The candidates with their costs, the best first."""
    words = _words_of(gloss)
    costs, paired = _Pairing(window, words).costs()
    english = frozenset(word.text.lower() for word in words)
    found = []
    for start, cost in costs.items():
        unlikely_word, unlikely_place = _beginning(window, start, english, costs)
        paired_anyway = paired.get(start, _NEVER) + min(_SOUNDS_SO_TOO, unlikely_word)
        best = min(cost + unlikely_word, paired_anyway)
        found.append((best + unlikely_place, start))
    return sorted(found)


def _words_of(gloss: str) -> list[_Word]:
    known = term_words()
    text = gloss_text(gloss).names[0]
    words = []
    for found in _GLOSS_WORD.finditer(text):
        word = found.group().replace("’", "'")
        lower = word.lower()
        bare = lower.removesuffix("'s").rstrip("'")
        number = number_of(word)
        thai: tuple[str, ...] = ()
        for form in dict.fromkeys((lower, bare)):
            thai += known.meanings.get(form, ())
        if number is not None:
            thai = thai_numbers(number) + thai
        elif len(bare) == 1 and bare in letter_names():
            thai += (letter_names()[bare] + ".", letter_names()[bare])
        is_small = lower in known.small
        words.append(_Word(bare, is_small, thai, number is not None))
    return words[:_MOST_WORDS]


class _Pairing:
    """The least cost of every stretch from a candidate to the end of the window."""

    def __init__(self, window: Window, words: Sequence[_Word]) -> None:
        self._text = window.text
        self._words = words
        self._known = term_words()
        self._edges = sorted({0, *window.starts, *_hidden_edges(window, self._known)})
        self._function = {
            word.text.lower() for word in words if word.is_small or word.text.lower() in ("and",)
        }
        self._best: dict[int, dict[int, float]] = {}
        self._paired: dict[int, dict[int, float]] = {}

    def costs(self) -> tuple[dict[int, float], dict[int, float]]:
        """Candidate to cost; what the gloss says and the stretch does not is part of it.

        Beside it the same for those candidates whose first word is paired with an English one.
        """
        text = self._text
        end = len(text)
        self._best = {end: {0: 0.0}}
        unused = [
            sum(
                self._unused(number) for number in range(len(self._words)) if not used >> number & 1
            )
            for used in range(1 << len(self._words))
        ]
        open_ends = [end]
        seen = set()
        while open_ends:
            open_ends.sort()
            right = open_ends.pop()
            if right in seen:
                continue
            seen.add(right)
            for left in self._step(right):
                if left not in seen:
                    open_ends.append(left)
        counted = {
            offset
            for found in thai_ordinals().finditer(text)
            for offset in range(found.start(), found.end())
        }
        edges = {
            edge
            for edge in self._edges
            if edge < end and edge not in counted and _may_begin(text[edge])
        }
        any_way, paired = (
            {
                start: min(cost + unused[used] for used, cost in states.items())
                for start, states in table.items()
                if start in edges
            }
            for table in (self._best, self._paired)
        )
        return any_way, paired

    def _unused(self, number: int) -> float:
        word = self._words[number]
        return _UNUSED_SMALL if word.is_small else _UNUSED

    def _put(self, left: int, used: int, cost: float) -> None:
        states = self._best.setdefault(left, {})
        if cost < states.get(used, _NEVER):
            states[used] = cost

    def _step(self, right: int) -> set[int]:
        """Go on leftwards from ``right`` in all ways; the offsets that are reached."""
        text = self._text
        states = list(self._best[right].items())
        if right <= 0 or not states:  # nothing, or nothing that costs less than never
            return set()
        reached = set()
        left, skip = self._skip(right)
        for used, cost in states:
            self._put(left, used, cost + skip)
        reached.add(left)
        token = text[left:right]
        plain = token not in self._known.joining and "ก" <= token[0] <= "์"
        for number, word in enumerate(self._words):
            bit = 1 << number
            free = [(used, cost) for used, cost in states if not used & bit]
            if not free:
                continue
            ways = list(self._by_meaning(right, word))
            if not word.number:
                ways += self._by_sound(right, word)
                if plain and not word.is_small and len(token) > 1:
                    ways.append((left, _GUESSED))
            for start, extra in ways:
                reached.add(start)
                for used, cost in free:
                    self._put(start, used | bit, cost + extra)
                    if extra != _GUESSED:
                        states_here = self._paired.setdefault(start, {})
                        total = cost + extra
                        if total < states_here.get(used | bit, _NEVER):
                            states_here[used | bit] = total
        return reached

    def _skip(self, right: int) -> tuple[int, float]:
        """One word to the left without a partner: where it begins, what it costs."""
        text, known = self._text, self._known
        if text.endswith(")", 0, right):
            opening = text.rfind("(", 0, right)
            if opening > 0:
                return opening, _LIGHT
        left = self._edges[bisect_left(self._edges, right) - 1]
        space = max(text.rfind(char, left, right) for char in " \u00a0-–.")
        if space >= 0:
            if space < right - 1:
                left = space + 1
            else:
                char = text[space]
                return space, (_SPACE if char in " \u00a0" else _LIGHT)
        token = text[left:right]
        if token in known.joining:
            if known.joining[token] & self._function:
                return left, _LIGHT
            return left, (_WEAK_JOINING if token in known.weak else _FOREIGN_JOINING)
        if token in known.light or token in known.outer:
            return left, _LIGHT
        return left, min(_SKIPPED_MOST, _SKIPPED + _SKIPPED_LETTER * len(token))

    def _by_meaning(self, right: int, word: _Word) -> list[tuple[int, float]]:
        text = self._text
        ways = []
        for thai in word.thai:
            if text.endswith(thai, 0, right):
                left = right - len(thai)
                ways.append((left, 0.0))
                is_name = word.number or len(word.text) == 1
                if left and text[left - 1] in " \u00a0" and is_name:
                    ways.append((left - 1, _SPACE_IN_NAME))
        return ways

    def _by_sound(self, right: int, word: _Word) -> list[tuple[int, float]]:
        text = self._text
        reach = max(0, right - 2 * len(word.text) - 8)
        cut = max((text.rfind(char, reach, right) for char in " \u00a0"), default=-1)
        reach = max(reach, cut + 1)
        edges = set(self._edges)
        ways = []
        for start, unlike in beginnings(text[reach:right], word.text):
            left = reach + start
            is_edge = left in edges or (left and text[left - 1] in " -–\u00a0")
            if unlike > _SOUNDS_AT_ALL or not is_edge:
                continue
            ways.append((left, _SOUND * unlike))
            if left and text[left - 1] in " -–\u00a0":
                ways.append((left - 1, _SOUND * unlike + _SPACE_IN_NAME))
        return ways


def _hidden_edges(window: Window, known: TermWords) -> set[int]:
    """Edges the dictionary misses: a head in a longer word (หัวหน้า|พรรค), a name after มี."""
    text = window.text
    found: set[int] = set()
    for head in known.heads:
        if len(head) > 3:
            found.update(match.start() for match in re.finditer(head, text))
    for table in (known.joining, known.outer, known.before):
        for word in table:
            found.update(match.end() for match in re.finditer(re.escape(word), text))
    return {offset for offset in found if _begins_a_cluster(text, offset)}


def _may_begin(char: str) -> bool:
    return (
        "ก" <= char <= "ฮ"
        or char in "เแโใไฤฦ"
        or (char.isalpha() and not "\u0e00" < char < "\u0e7f")
    )


def _begins_a_cluster(text: str, offset: int) -> bool:
    return offset < len(text) and (
        "เ" <= text[offset] <= "ไ"
        or ("ก" <= text[offset] <= "ฮ" and text[offset + 1 : offset + 2] != "์")
    )


def _beginning(
    window: Window, start: int, english: frozenset[str], costs: Mapping[int, float]
) -> tuple[float, float]:
    """How unlikely a name begins at ``start``: by the words after it, by those before it."""
    known, text = term_words(), window.text
    cost = 0.0
    ahead = {text[start : start + size] for size in range(1, known.longest + 1)}
    behind = {text[max(0, start - size) : start] for size in range(1, known.longest + 1)}
    place = bisect_left(window.starts, start)
    is_edge = window.starts[place : place + 1] == (start,)
    next_start = window.starts[place + 1] if place + 1 < len(window.starts) else len(text)
    token = text[start:next_start] if is_edge else ""
    heads = ahead & known.heads.keys()
    outer = [known.outer[word] for word in ahead if word in known.outer]
    if heads or token in ("การ", "ความ"):
        sounds = (costs.get(start + len(head), 1.0) for head in heads & known.loose)
        is_loose = min(sounds, default=1.0) < _FULLY_PAIRED
        cost += -_HEAD if is_loose and not _translated(heads, known, english) else _HEAD
    elif (outer and not any(meant & english for meant in outer)) or token in known.light:
        cost += _OUTER
    if token in known.joining:
        cost += _FOREIGN_JOINING
    place_cost = 0.0
    if start and text[start - 1] not in " \u00a0,)]":
        in_a_name = behind & (known.heads.keys() - known.loose)
        if behind & {"การ", "ความ"} or (in_a_name and not _translated(heads, known, english)):
            place_cost = _TORN
        elif not behind & (known.joining.keys() | known.outer.keys() | known.before | known.loose):
            place_cost = _AFTER_A_WORD
    if not is_edge and window.starts:
        place_cost += _HIDDEN
    return cost, place_cost


def _translated(heads: Set[str], known: TermWords, english: frozenset[str]) -> bool:
    return any(known.heads[head] & english for head in heads)
