"""Names that are spelt in another way than one types them: for where nothing is found otherwise.

Latin letters are compared as several languages write one Russian name, Russian words by their
stem, Thai by consonants first: a vowel counts for half a consonant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from reader.text.search_folding import folded_words
from reader.text.search_levels import FORGIVING, LOOSE

_LATIN = (
    ("[yj]", "i"), ("ck(?=i+$)", "tsk"), ("ck", "k"), ("tz", "ts"), ("ph", "f"), ("kh", "h"),
    ("sch", "sh"), ("x", "ks"), ("w", "v"), ("ff$", "v"), ("ou|oo", "u"), ("ee", "i"),
    (r"(.)\1+", r"\1"),
)  # fmt: skip
_FEWEST_LATIN = 4  # letters
_FEWEST_SLIPPED = (5, 6)  # letters of the shorter and the longer of two words a slip apart

_ENDINGS = re.findall(
    "[а-я]+",
    "ами ями ого его ому ему ыми ими ией иею ая яя ую юю ои еи ом ем ым им ах ях ии ыи ые ие их ых"
    " ия ию ою ею ам ям а я у ю е и ы о ь",
)
_BEGUN_ENDINGS = frozenset(ending[:end] for ending in _ENDINGS for end in range(len(ending) + 1))
_SHORTEST_STEM = 3
_FLEETING = re.compile("[еёо](?=[бвгджзклмнпрстфхцчшщ]$)")

_CONSONANT = re.compile("[ก-ฮ]")
_LED = re.compile("([เแโไใ])([ก-ฮ])")
_FEWEST_CONSONANTS = 4
_MANY_CONSONANTS = 7


def latin_key(word: str) -> str:
    """What spellings of one name in Latin letters share; "" for a short word.

    >>> latin_key("Trotzki") == latin_key("Trotskij") == latin_key("Trotsky")
    True
    """
    key = folded_words(word, FORGIVING)
    for letters, sound in _LATIN:
        key = re.sub(letters, sound, key)
    return key if len(key) >= _FEWEST_LATIN else ""


def is_slip(typed: str, name: str) -> bool:
    """Whether two keys of :func:`latin_key` differ by one letter, not the first, in long words."""
    shorter, longer = sorted((len(typed), len(name)))
    return (
        shorter >= _FEWEST_SLIPPED[0]
        and longer >= _FEWEST_SLIPPED[1]
        and longer - shorter <= 1
        and typed[0] == name[0]
        and _distance(typed, name, (1.0,) * len(typed), (1.0,) * len(name)) <= 1
    )


@lru_cache(maxsize=4096)
def russian_stems(word: str) -> frozenset[str]:
    """What is left of a Russian ``word``, folded, when one of the case endings is taken off."""
    stems = {word} | {word.removesuffix(ending) for ending in _ENDINGS}
    for stem in tuple(stems):
        stems |= {_FLEETING.sub(sign, stem) for sign in ("", "ь")}
    return frozenset(stem for stem in stems if len(stem) >= _SHORTEST_STEM)


def is_russian_form(typed: str, stems: frozenset[str]) -> bool:
    """Whether ``typed``, folded, is a case of the name of these stems, or begins so.

    >>> is_russian_form("троцкого", russian_stems("троцкии"))
    True
    """
    return any(
        typed.startswith(stem) and typed.removeprefix(stem) in _BEGUN_ENDINGS for stem in stems
    )


class ThaiKey:
    """A Thai word by its sounds: the letters, what each weighs, and the first consonant."""

    def __init__(self, word: str) -> None:
        first = _CONSONANT.search(folded_words(word, FORGIVING))
        self.first = first.group() if first else ""
        loose = _LED.sub(r"\2\1", folded_words(word, LOOSE))
        self.letters = loose
        # อ behind a letter is a vowel, and ย part of one behind ี
        self.weights = tuple(
            1.0 if _CONSONANT.match(sign) and sign != "อ" and before + sign != "ิย" else 0.5
            for before, sign in pairwise(f" {loose}")
        )
        self.consonants = sum(1 for sign in loose if _CONSONANT.match(sign) and sign != "อ")

    def is_near(self, other: ThaiKey) -> bool:
        """Whether the two may be one name: they begin alike and differ by little.

        >>> ThaiKey("ตรอสกี้").is_near(ThaiKey("ตรอตสกี"))
        True
        """
        fewest = min(self.consonants, other.consonants)
        if self.first != other.first or fewest < _FEWEST_CONSONANTS:
            return False
        allowed = 1.5 if fewest >= _MANY_CONSONANTS else 1.0
        if abs(self.consonants - other.consonants) > allowed:
            return False
        return _distance(self.letters, other.letters, self.weights, other.weights) <= allowed


def _distance(
    one: str, other: str, weights: Sequence[float], other_weights: Sequence[float]
) -> float:
    """What it takes to make one out of the other: letters left out, put in, or changed."""
    before = [0.0]
    for weight in other_weights:
        before.append(before[-1] + weight)
    for letter, weight in zip(one, weights, strict=True):
        row = [before[0] + weight]
        for slot, (sign, other_weight) in enumerate(zip(other, other_weights, strict=True)):
            changed = 0.0 if letter == sign else max(weight, other_weight)
            row.append(
                min(before[slot] + changed, before[slot + 1] + weight, row[slot] + other_weight)
            )
        before = row
    return before[-1]
