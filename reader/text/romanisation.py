"""The syllables of a Thai word, and the word in Roman letters by the Royal Thai General System.

Thai spelling tells most syllables, and where it does not a list says how a word is read
(``resources/thai/pronunciation.txt``). What the rules alone give is near, but not sure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from reader import resources

_INITIAL = {
    **dict.fromkeys("ก", "k"), **dict.fromkeys("ขฃคฅฆ", "kh"), "ง": "ng", "จ": "ch",
    **dict.fromkeys("ฉชฌ", "ch"), **dict.fromkeys("ซศษส", "s"),
    **dict.fromkeys("ญย", "y"), **dict.fromkeys("ฎด", "d"), **dict.fromkeys("ฏต", "t"),
    **dict.fromkeys("ฐฑฒถทธ", "th"), **dict.fromkeys("ณน", "n"), "บ": "b", "ป": "p",
    **dict.fromkeys("ผพภ", "ph"), **dict.fromkeys("ฝฟ", "f"), "ม": "m", "ร": "r",
    **dict.fromkeys("ลฬ", "l"), "ว": "w", **dict.fromkeys("หฮ", "h"), "อ": "",
}  # fmt: skip
_FINAL = {
    **dict.fromkeys("กขคฆ", "k"), "ง": "ng", **dict.fromkeys("จชซฎฏฐฑฒดตถทธศษส", "t"),
    **dict.fromkeys("ญณนรลฬ", "n"), **dict.fromkeys("บปพฟภ", "p"), "ม": "m", "ย": "i", "ว": "o",
}  # fmt: skip
_CLUSTERS = {
    **{a + b: _INITIAL[a] + _INITIAL[b] for a in "กขคปผพบฟ" for b in "รล"},
    **{a + "ว": _INITIAL[a] + "w" for a in "กขค"},
    **{"ห" + b: _INITIAL[b] for b in "งญนมยรลว"},
    **{a + "ร": "s" for a in "ซทศส"},
    "ตร": "tr", "ดร": "dr", "อย": "y",
}  # fmt: skip
_LEADING = "กขจฉตถบปผฝศสห"
_LED = "งนมยรลวดตบพถช"
_TONE = "[่้๊๋]?"
_NO, _MAY, _MUST = "no", "may", "must"  # have a final consonant
_VOWELS: tuple[tuple[str, str, str, str], ...] = (
    # the sign before the consonant, what follows it, a final consonant, in Roman letters
    ("", f"{_TONE}ะ", _NO, "a"),
    ("", f"ั{_TONE}วะ", _NO, "ua"),
    ("", f"ั{_TONE}ว", _NO, "ua"),
    ("", f"ั{_TONE}", _MUST, "a"),
    ("", f"{_TONE}า", _MAY, "a"),
    ("", f"{_TONE}ำ", _NO, "am"),
    ("", f"[ิี]{_TONE}", _MAY, "i"),
    ("", f"ึ{_TONE}", _MAY, "ue"),
    ("", f"ื{_TONE}อ", _NO, "ue"),
    ("", f"ื{_TONE}", _MUST, "ue"),
    ("", f"[ุู]{_TONE}", _MAY, "u"),
    ("", f"[็]?{_TONE}อ", _MAY, "o"),
    ("", f"{_TONE}ว(?!รร)", _MUST, "ua"),
    ("", "รร", _MUST, "a"),
    ("", "รร", _NO, "an"),
    ("", f"{_TONE}", _MUST, "o"),
    ("เ", f"{_TONE}ะ", _NO, "e"),
    ("เ", f"็?{_TONE}", _MAY, "e"),
    ("เ", f"{_TONE}าะ", _NO, "o"),
    ("เ", f"{_TONE}า", _NO, "ao"),
    ("เ", f"ิ{_TONE}", _MUST, "oe"),
    ("เ", f"{_TONE}อะ?", _MAY, "oe"),
    ("เ", f"{_TONE}ย", _NO, "oei"),
    ("เ", f"ี{_TONE}ยะ?", _MAY, "ia"),
    ("เ", f"ื{_TONE}อะ?", _MAY, "uea"),
    ("แ", f"{_TONE}ะ", _NO, "ae"),
    ("แ", f"็?{_TONE}", _MAY, "ae"),
    ("โ", f"{_TONE}ะ", _NO, "o"),
    ("โ", f"{_TONE}", _MAY, "o"),
    ("ใ", f"{_TONE}", _NO, "ai"),
    ("ไ", f"{_TONE}ย?", _NO, "ai"),
)
_COMPILED = [(lead, re.compile(rest), final, roman) for lead, rest, final, roman in _VOWELS]
_SILENT = re.compile("[ก-ฮ][ิุ]?์|ตร์|ทร์|ดร์")
_RUE = re.compile("ฤ[่้]?")
_THAI = re.compile("[ก-๎]+")
_DEPENDENT = "ะัาำิีึืฺุู็่้๊๋์ๅ"
_USUAL, _UNKNOWN, _ALONE = 7, 10, 13  # what a syllable costs
_KNOWN = 5  # what a word of the list costs
_UNWRITTEN, _LED_COST, _RARE = 2, 6, 9  # what comes to that


class Syllable(NamedTuple):
    """text: as it is written; where ``is_known``, by its sound. roman: in Roman letters."""

    text: str
    roman: str
    is_known: bool = False


class Reading(NamedTuple):
    """How a word is read.

    syllables: by sound where the list has them, else as written. roman: "" where no rule fits.
    is_known: whether the list has all of it; else the rules of spelling were followed.
    """

    syllables: tuple[str, ...]
    roman: str
    is_known: bool


def reading_of(word: str, usual: Collection[str] = frozenset()) -> Reading:
    """How ``word`` is read; ``usual``: syllables that Thai has, to be preferred.

    >>> reading_of("สงคราม").roman
    'songkhram'
    """
    word = word.replace("เเ", "แ").replace("ํา", "ำ")
    parts: list[Syllable] = []
    for piece in _THAI.findall(word):
        found = syllables_of(piece, usual)
        if not found:
            return Reading((), "", False)
        parts += found
    roman = ""
    for part in parts:
        # a syllable that would run into the one before it is set off, as the system asks for
        roman += ("-" if roman and _runs_on(roman, part.roman) else "") + part.roman
    return Reading(
        tuple(part.text for part in parts), roman, bool(parts) and all(p.is_known for p in parts)
    )


def _runs_on(before: str, after: str) -> bool:
    return after[0] in "aeiou" or (before.endswith("n") and after.startswith("g"))


@cache
def _known() -> dict[str, tuple[Syllable, ...]]:
    path = resources.root() / "thai" / "pronunciation.txt"
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, spoken = line.split()
            found[word] = tuple(_by_sound(sound) for sound in spoken.split("-"))
    return found


def _by_sound(sound: str) -> Syllable:
    (syllable,) = _syllables(sound, (sound,), {})
    return Syllable(sound, syllable.roman, True)


def syllables_of(word: str, usual: Collection[str] = frozenset()) -> list[Syllable]:
    """The syllables of ``word``, by the list and by its spelling; none where no rule fits."""
    return _syllables(word, usual, _known())


def _syllables(
    word: str, usual: Collection[str], known: Mapping[str, tuple[Syllable, ...]]
) -> list[Syllable]:
    """The way through ``word`` that costs least."""
    best: list[tuple[int, list[Syllable]] | None] = [None] * (len(word) + 1)
    best[0] = (0, [])
    for start in range(len(word)):
        so_far = best[start]
        if so_far is None:
            continue
        steps: list[tuple[int, tuple[Syllable, ...], int]] = [
            (end, (Syllable(word[start:end], roman),), cost)
            for end, roman, cost in _candidates(word, start, usual)
        ]
        for end in range(start + 1, len(word) + 1):
            spoken = known.get(word[start:end])
            if spoken and not (end < len(word) and word[end] in _DEPENDENT):
                steps.append((end, spoken, _KNOWN))
        for end, found, cost in steps:
            other = best[end]
            if other is None or so_far[0] + cost < other[0]:
                best[end] = (so_far[0] + cost, [*so_far[1], *found])
    result = best[-1]
    return result[1] if result else []


def _candidates(word: str, start: int, usual: Collection[str]) -> Iterator[tuple[int, str, int]]:
    for end, roman, extra in _shapes(word, start):
        if roman and not (end < len(word) and word[end] in _DEPENDENT):
            if word[start:end] in usual:
                yield end, roman, _USUAL + extra
            else:
                yield end, roman, _UNKNOWN + (extra * 2 if extra == _UNWRITTEN else extra)
    # a consonant whose vowel is not written
    char = word[start]
    if char in _INITIAL and start + 1 < len(word) and word[start + 1] not in _DEPENDENT:
        yield start + 1, _INITIAL[char] + "a", _ALONE


def _shapes(word: str, start: int) -> Iterator[tuple[int, str, int]]:
    """(end, Roman letters, additional cost) of every syllable that may begin at ``start``."""
    lead = word[start] if word[start] in "เแโใไ" else ""
    if not lead and (rue := _RUE.match(word, start)):
        for end, last, more in _finals(word, rue.end(), _MAY):
            yield end, "rue" + last, more
    for length, onset, cost in _onsets(word, start + len(lead), lead):
        rest = start + len(lead) + length
        for sign, pattern, final, vowel in _COMPILED:
            match = pattern.match(word, rest) if sign == lead else None
            if match is None:
                continue
            unwritten = _UNWRITTEN if vowel == "o" and match.end() == rest and not lead else 0
            for end, last, more in _finals(word, match.end(), final, is_written=not unwritten):
                if vowel + last != "ei":  # the vowel of เลย has a shape of its own
                    yield end, onset + vowel + last, cost + more + unwritten
        if not lead and (rue := _RUE.match(word, rest)):
            vowel = "ri" if word[rest - 1] in "กตทปศส" else "rue"
            for end, last, more in _finals(word, rue.end(), _MAY):
                yield end, onset + vowel + last, cost + more


def _onsets(word: str, start: int, lead: str) -> Iterator[tuple[int, str, int]]:
    first, pair = word[start : start + 1], word[start : start + 2]
    if pair in _CLUSTERS:
        yield 2, _CLUSTERS[pair], 0
    elif lead and len(pair) == 2 and pair[0] in _LEADING and pair[1] in _LED:
        yield 2, f"{_INITIAL[pair[0]]}a{_INITIAL[pair[1]]}", _LED_COST
    if first in _INITIAL:
        yield 1, _INITIAL[first], 0


def _finals(
    word: str, end: int, final: str, *, is_written: bool = True
) -> Iterator[tuple[int, str, int]]:
    """(end, Roman letters, additional cost) of what may close a syllable at ``end``.

    is_written: whether its vowel is; only then a silent one may follow.
    """
    if final != _MUST:
        yield end, "", 0
        if silent := _SILENT.match(word, end):
            yield silent.end(), "", 0
    char, behind = word[end : end + 1], end + 1
    if final == _NO or char not in _FINAL:
        return
    last, following = _FINAL[char], word[behind : behind + 1]
    yield behind, last, 0
    if silent := _SILENT.match(word, behind):
        yield silent.end(), last, 0
    if is_written and following in ("ิ", "ุ") and char in "ตทธฏฎมร":
        yield behind + 1, last, _RARE - 6 if char in "ตฏฎ" else _RARE
    if following == "ร" and char in "ตทกช" and behind + 1 == len(word):
        yield behind + 1, last, 1
