"""Names compared without regard to small differences of spelling, and in a dictionary's order.

What a search through a text takes for alike is the business of :mod:`reader.text.search_folding`.
"""

from __future__ import annotations

import unicodedata

from reader.text.digits import arabic_digits

_DROPPED = dict.fromkeys(map(ord, "่้๊๋็์ํ๎ฺ"))
_LEADING = "เแโใไ"
_TONES = "่้๊๋็์"


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
