"""Spelling differences that a search forgives.

``fold`` keeps one code point for one, so that offsets stay; ``loose`` also drops marks and spaces
and is for comparing names. ``sort_key`` orders Thai as a dictionary does.
"""

from __future__ import annotations

import unicodedata

from reader.text.digits import arabic_digits

_DROPPED = dict.fromkeys(map(ord, "่้๊๋็์ํ๎ฺ"))
_LEADING = "เแโใไ"
_TONES = "่้๊๋็์"


def fold(text: str) -> str:
    """``text`` without differences of case, digits and kinds of space; of the same length."""
    folded = arabic_digits(text).replace("\u00a0", " ")
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def loose(text: str) -> str:
    """``text`` for comparing names: no tone marks, no accents, no spaces, no case.

    >>> loose("ตร็อตสกี้") == loose("ตรอตสกี")
    True
    """
    plain = "".join(
        char
        for char in unicodedata.normalize("NFKD", text.translate(_DROPPED))
        if unicodedata.category(char) != "Mn" or "\u0e00" <= char <= "\u0e7f"
    )
    return "".join(arabic_digits(plain).casefold().split()).replace("-", "")


def sort_key(text: str) -> tuple[str, str]:
    """The place of a Thai heading among others: by consonant before leading vowel, tones last.

    After the order of the Royal Society's dictionary; letters of other scripts follow their code.
    """
    letters: list[str] = []
    previous = ""
    for char in text:
        if char in _TONES:
            continue
        if previous and previous in _LEADING and "ก" <= char <= "ฮ":
            letters.insert(-1, char)
        else:
            letters.append(char)
        previous = char
    return "".join(letters), text
