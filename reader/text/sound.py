"""How well Thai letters sound like a Latin name.

Both are read from their ends, letter against letter: consonants by what may write what
(``resources/thai/letters.json``), vowels cheaply, silent letters nearly for nothing. The least
total cost is found by dynamic programming, for every place at which the Thai name may begin.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from typing import NamedTuple

from reader import resources
from reader.text.glosses import plain_letters

_WRONG = 1.0  # a consonant for another
_DROPPED, _DROPPED_LAST = 0.8, 0.35  # a Latin consonant nobody writes; at the end of a word
_ADDED = 0.9  # a Thai consonant that no letter stands for
_SLIGHT = 0.12  # a vowel dropped or added, a silent letter
_OTHER_VOWEL = 0.25
_SILENT = "์"
_CARRIERS = "อหวย"
_LATIN_VOWELS = frozenset("aeiouyw")
_FAR = 99.0


class _Unit(NamedTuple):
    """A Thai sound: a consonant, or a vowel's class; start: offset, if a name may begin there."""

    letter: str
    is_vowel: bool
    is_silent: bool
    start: int


class _Letters(NamedTuple):
    sounds: dict[str, frozenset[str]]
    vowels: dict[str, str]
    signs: dict[str, str]
    longest: int


@cache
def _letters() -> _Letters:
    with (resources.root() / "thai" / "letters.json").open(encoding="utf-8") as file:
        data = json.load(file)
    sounds = {latin: frozenset(thai) for latin, thai in data["sounds"].items()}
    return _Letters(sounds, data["vowels"], data["signs"], max(map(len, sounds)))


@cache
def letter_names() -> dict[str, str]:
    """How the letters of initials are read: ``c`` is ซี."""
    with (resources.root() / "thai" / "letters.json").open(encoding="utf-8") as file:
        names: dict[str, str] = json.load(file)["names"]
    return names


def unlikeness(thai: str, latin: str) -> float:
    """How unlike ``thai`` sounds to ``latin``: 0 for alike, about 1 for having nothing in common.

    >>> unlikeness("ตรอตสกี", "Trotsky") < 0.2 < 0.6 < unlikeness("สงคราม", "Trotsky")
    True
    """
    return dict(beginnings(thai, latin)).get(0, 1.0)


@lru_cache(maxsize=20000)
def beginnings(thai: str, latin: str) -> tuple[tuple[int, float], ...]:
    """For every place at which the end of ``thai`` may begin to be ``latin``: its unlikeness."""
    letters = _letters()
    word = re.sub("[^a-z]", "", plain_letters(latin))[::-1]
    consonants = sum(char not in _LATIN_VOWELS for char in word)
    if not word or not thai:
        return ()
    units = _units(thai)
    units.reverse()
    row = _first_row(word)
    scale = max(2.0, consonants + 0.25 * (len(word) - consonants))
    found = []
    for unit in units:
        row = _next_row(row, unit, word, letters)
        if unit.start >= 0:
            found.append((unit.start, min(1.0, row[-1] / scale)))
    return tuple(found)


_Row = list[float]


def _first_row(word: str) -> _Row:
    row = [0.0]
    for index in range(len(word)):
        row.append(row[-1] + _drop(word, index))
    return row


def _drop(word: str, index: int) -> float:
    """The cost of a Latin letter that nothing is written for; ``word`` runs backwards."""
    char = word[index]
    if char in _LATIN_VOWELS or char == "h" or (index and word[index - 1] == char):
        return _SLIGHT
    return _DROPPED_LAST if index < 2 else _DROPPED


def _next_row(row: _Row, unit: _Unit, word: str, letters: _Letters) -> _Row:
    """The costs of all beginnings of ``word`` (backwards) with one more Thai unit."""
    add = _add(unit)
    after = [row[0] + add]
    for index in range(1, len(word) + 1):
        best = min(row[index] + add, after[index - 1] + _drop(word, index - 1))
        if unit.is_vowel:
            if word[index - 1] in _LATIN_VOWELS or word[index - 1] == "j":
                fits = word[index - 1] in letters.vowels[unit.letter]
                best = min(best, row[index - 1] + (0.0 if fits else _OTHER_VOWEL))
        else:
            for size in range(1, min(letters.longest, index) + 1):
                spelling = word[index - size : index][::-1]
                written = letters.sounds.get(spelling)
                if written is not None and unit.letter in written:
                    best = min(best, row[index - size])
            if word[index - 1] not in _LATIN_VOWELS:
                best = min(best, row[index - 1] + _WRONG)
        after.append(best)
    return after


def _add(unit: _Unit) -> float:
    if unit.is_vowel or unit.is_silent:
        return _SLIGHT
    return 0.3 if unit.letter in _CARRIERS else _ADDED


def _units(thai: str) -> list[_Unit]:
    """The sounds of ``thai`` in the order they are spoken."""
    signs = _letters().signs
    units: list[_Unit] = []
    leading: tuple[str, int] | None = None
    for offset, char in enumerate(thai):
        following = thai[offset + 1 : offset + 3]
        if char in "เแโไใ":
            leading = (signs[char], offset)
        elif "ก" <= char <= "ฮ" and (char != "อ" or leading or not units or _carries(following)):
            silent = _SILENT in (following[:1], following[1:] if following[:1] in "ิุ" else "")
            start = leading[1] if leading else (-1 if silent else offset)
            units.append(_Unit(char, False, silent or char == "อ", start))
            if leading:
                units.append(_Unit(leading[0], True, False, -1))
                leading = None
        elif char in signs:
            units.append(_Unit(signs[char], True, False, -1))
            if char == "ำ":
                units.append(_Unit("ม", False, False, -1))
        elif char in " \u00a0-–.":
            leading = None
        elif char not in "่้๊๋็์ํฺๆฯ":
            units.append(_Unit("?", False, False, offset))
    return units


def _carries(following: str) -> bool:
    """Whether an อ before ``following`` bears a vowel and is none itself."""
    return following[:1] in tuple("ะาำิีึืุูั")
