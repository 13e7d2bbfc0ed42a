"""What a search takes for alike, in three levels, and the way back to the offsets of the text.

``exact``: every character as it is. ``forgiving``: tone marks and other small marks, case, accents,
Thai and Arabic digits, ``ฯ`` and ``ๆ``, spaces and hyphens in Thai make no difference. ``loose``:
letters of one sound, long and short vowels and silent letters neither.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import count, pairwise
from operator import sub

from reader.text.search_levels import EXACT, LOOSE

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_MARKS = "็่้๊๋์๎ฺๆฯ" + _INVISIBLE
_NIKHAHIT = "ํ"
_EVEN = (  # one character for one
    *((space, " ") for space in "\t\u00a0\u2002\u2003\u2009\u200a\u202f\u3000"),
    *((dash, "-") for dash in "‐‑‒–—"),
    *((quote, '"') for quote in "“”„«»"),
    *((quote, "'") for quote in "‘’"),
    *zip("๐๑๒๓๔๕๖๗๘๙", "0123456789", strict=True),
    ("ς", "σ"),
    # and so forth is a word, not a sign of what is left out
    ("ฯลฯ", "\ue000ล\ue000"),
)
_SOUNDS = (
    ("ขฃคฅฆ", "ก"), ("จฉฌ", "ช"), ("ซศษ", "ส"), ("ดตถทธฎฏฐฑ", "ฒ"), ("บปผพ", "ภ"), ("ฝ", "ฟ"),
    ("ณ", "น"), ("ญ", "ย"), ("ฬร", "ล"), ("ฮ", "ห"),
    ("ี", "ิ"), ("ื", "ึ"), ("ู", "ุ"), ("ใ", "ไ"), ("ๅ", "า"),
)  # fmt: skip
_FOREIGN = r"[^\W\u0e00-\u0e7f]"
_ACCENTED = re.compile("[\u00c0-\u024f\u0400-\u045f\u1e00-\u1eff]")
_ACCENT = re.compile("[\u0300-\u036f]")
_SILENT = re.compile("[ก-ฮ][ิุ]?์|ะ")
_DROPPED = re.compile(f"[{_MARKS}{_NIKHAHIT}]|{_ACCENT.pattern}")
_PARTING = re.compile(f"({_FOREIGN}) +(?={_FOREIGN})")
_SILENT_REST = re.compile("(?:[\u0300-\u036f็่้๊๋์ํ๎ฺ]|[ก-ฮ][ิุ]?์)+")
_LETTER_MARKS = re.compile("[\u0300-\u036f็่้๊๋์ํ๎ฺ]+")
_KEPT_SPACE = "\ue001"


class Folded:
    """A stretch of text as a search compares it; ``text`` may be shorter than what it stands for.

    The way back is found when it is first asked for.
    """

    def __init__(self, source: str, level: str) -> None:
        self._source = source
        self._level = level
        self._ways: list[array[int]] | None = None
        self.text = source if level == EXACT else _fold(source, level, None)

    def offset(self, position: int) -> int:
        """The offset in the source of the character that stands at ``position`` of ``text``."""
        if self._level == EXACT:
            return position
        if self._ways is None:
            self._ways = []
            _fold(self._source, self._level, self._ways)
        for way in reversed(self._ways):
            position += bisect_right(way, position)
        return position

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Which stretch of the source ``text[start:end]`` (not empty) stands for.

        Marks on its last letter belong to it.
        """
        if self._level == EXACT:
            return start, end
        first, last = self.offset(start), self.offset(end - 1) + 1
        for whole, half, other in (("ำ", "า", _NIKHAHIT), ("แ", "เ", "เ")):
            if self.text[start] == whole and self._source[first] == half:
                first = self._source.rfind(other, 0, first)
        return first, self._letter_end(last)

    def _letter_end(self, offset: int) -> int:
        rest = _SILENT_REST if self._level == LOOSE else _LETTER_MARKS
        marks = rest.match(self._source, offset)
        return marks.end() if marks else offset


@lru_cache(maxsize=64)
def folded(text: str, level: str) -> str:
    """``text`` as a search of ``level`` compares it.

    >>> folded("ตร็อตสกี้", FORGIVING) == folded("ตรอตสกี", FORGIVING)
    True
    """
    return text if level == EXACT else _fold(text, level, None)


def folded_words(words: str, level: str) -> str:
    """What somebody typed, as it is compared: spaces and hyphens at its ends say nothing yet."""
    return words if level == EXACT else folded(words, level).strip(" -")


def _fold(text: str, level: str, ways: list[array[int]] | None) -> str:
    text = _even(text)
    if level == LOOSE:
        text = _without_silent(text, ways)
    short = text
    for mark in _MARKS:
        short = short.replace(mark, "")
    short = short.replace(_NIKHAHIT + "า", "ำ").replace(_NIKHAHIT, "")
    if _ACCENT.search(short):
        short = _ACCENT.sub("", short)
    _note(ways, text, short, _DROPPED)
    if "เเ" in short:
        if ways is not None:
            ways.append(_way(match.start() for match in re.finditer("เเ", short)))
        short = short.replace("เเ", "แ")
    if level == LOOSE:
        for letters, sound in _SOUNDS:
            for letter in letters:
                short = short.replace(letter, sound)
    return _without_spaces(short, ways)


def _even(text: str) -> str:
    """``text`` with one character for one."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for old, new in _EVEN:
        lowered = lowered.replace(old, new)
    if _ACCENTED.search(lowered):
        lowered = _ACCENTED.sub(_plain_letter, lowered)
    return lowered


def _plain_letter(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKD", match.group())[0].lower()


def _without_silent(text: str, ways: list[array[int]] | None) -> str:
    if ways is not None:
        ways.append(_way([p for match in _SILENT.finditer(text) for p in range(*match.span())]))
    return _SILENT.sub("", text)


def _note(ways: list[array[int]] | None, text: str, short: str, dropped: re.Pattern[str]) -> None:
    """Remember where one of ``dropped`` stood, which is one character at a time."""
    if ways is not None and len(short) != len(text):
        ways.append(_way([match.start() for match in dropped.finditer(text)]))


def _way(dropped: Iterable[int]) -> array[int]:
    """For bisecting: of each dropped position, how many kept ones come before it."""
    return array("I", map(sub, dropped, count()))


def _without_spaces(text: str, ways: list[array[int]] | None) -> str:
    """Spaces and hyphens part foreign words only; in Thai they make no difference."""
    has_hyphens = "-" in text
    if has_hyphens:
        text = _instead_of_hyphens(text, " ", lambda a, b: _is_foreign(a) and _is_foreign(b))
    short = _PARTING.sub(rf"\1{_KEPT_SPACE}", text).replace(" ", "").replace(_KEPT_SPACE, " ")
    if ways is not None and len(short) != len(text):
        ways.append(_way(_unneeded_spaces(text)))
    if has_hyphens:
        dropped: list[int] = []
        short = _instead_of_hyphens(short, "", lambda a, b: _is_thai(a) or _is_thai(b), dropped)
        if ways is not None and dropped:
            ways.append(_way(dropped))
    return short


def _instead_of_hyphens(
    text: str,
    sign: str,
    is_wanted: Callable[[str, str], bool],
    places: list[int] | None = None,
) -> str:
    """``sign`` for each hyphen whose neighbours are so; ``places`` takes up where those stood."""
    pieces = text.split("-")
    parts = [pieces[0]]
    place = len(pieces[0])
    for before, after in pairwise(pieces):
        found = is_wanted(before[-1:], after[:1])
        parts += [sign if found else "-", after]
        if found and places is not None:
            places.append(place)
        place += 1 + len(after)
    return "".join(parts)


def _is_thai(char: str) -> bool:
    return "ก" <= char <= "๎"


def _is_foreign(char: str) -> bool:
    return char.isalpha() and not "\u0e00" <= char <= "\u0e7f"


def _unneeded_spaces(text: str) -> list[int]:
    """The spaces that are dropped: of each run between foreign words all but the last."""
    kept = {match.end() - 1 for match in _PARTING.finditer(text)}
    return [place for place in _places_of(" ", text) if place not in kept]


def _places_of(sign: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(sign, text)]
