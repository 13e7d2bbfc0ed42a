"""Which printed forms may be spellings of one name: เปโตรกราด and เปรโตรกราด."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.text.folding import loose

_ALIKE = {
    letter: group[0]
    for group in ("กขคฆ", "จชฉฌ", "ซสศษชฉ", "ดตทถธฐฏฎ", "บปพผภ", "ฟฝ", "รลฬ", "นณญ", "ยญ", "หฮ")
    for letter in group
}
_FEWEST_LETTERS = 3  # consonants of a word whose other spellings are looked for
_AFTER_THE_LAST = "[ะ-ฺ็-๎]{0,4}(?:[ก-ฮ][ิุ]?์)?"
_SHORTEST = 5  # code points of a name that may be written in two ways


@lru_cache(maxsize=50000)
def skeleton(name: str) -> str:
    """The consonants of ``name`` that are sounded, alike ones as one letter."""
    letters = []
    for offset, char in enumerate(name):
        if "ก" <= char <= "ฮ" and name[offset + 1 : offset + 2] != "์" and char != "อ":
            letters.append(_ALIKE.get(char, char))
        elif char.isdigit():
            letters.append(char)
    return "".join(letters)


def may_be_one(first: str, second: str) -> bool:
    """Whether two names may be one in two spellings.

    >>> may_be_one("ซีโนเวียฟ", "ชีโนเวียฟ"), may_be_one("นิโคลัสที่ ๑", "นิโคลัสที่ ๒")
    (True, False)
    """
    if first == second:
        return True
    one, other = loose(first), loose(second)
    if _digits(one) != _digits(other) or min(len(one), len(other)) < _SHORTEST:
        return False
    if skeleton(first) == skeleton(second):
        return distance(one, other, 2) <= 2
    longer = max(len(skeleton(first)), len(skeleton(second)))
    return longer > 3 and len(one) > 6 and distance(one, other, 1) <= 1


def distance(first: str, second: str, most: int) -> int:
    """The edit distance of two words, ``most`` + 1 if it is greater than ``most``."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    row = list(range(len(second) + 1))
    for number, char in enumerate(first, 1):
        before, row[0] = row[0], number
        for place, other in enumerate(second, 1):
            before, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, before + (char != other)),
            )
        if min(row) > most:
            return most + 1
    return row[-1]


def spellings_in(text: str, form: str) -> set[str]:
    """What stands in ``text`` that may be another spelling of the single word ``form``."""
    pattern = _pattern(form)
    if pattern is None:
        return set()
    return {
        found.group()
        for found in pattern.finditer(text)
        if form not in found.group() and may_be_one(found.group(), form)
    }


@lru_cache(maxsize=5000)
def _pattern(form: str) -> re.Pattern[str] | None:
    letters = [
        char
        for offset, char in enumerate(form)
        if "ก" <= char <= "ฮ" and form[offset + 1 : offset + 2] != "์" and char != "อ"
    ]
    if len(letters) < _FEWEST_LETTERS or " " in form:
        return None
    groups: dict[str, str] = {}
    for letter, first in _ALIKE.items():
        groups[first] = groups.get(first, "") + letter
    vowels = "[ะ-ฺเ-๎อ]{0,4}(?:[ก-ฮ][ิุ]?์)?"
    # a ร is written or left out after another letter: เปโตรกราด, เปรโตรกราด
    *sounded, last = (f"[{groups.get(_ALIKE.get(char, ''), char)}]" for char in letters)
    leading = "อ?[เแโใไ]?อ?" if form.startswith(("อ", "เอ", "แอ", "โอ", "ไอ")) else "[เแโใไ]?"
    inner = "".join(f"{one}ร?{vowels}" for one in sounded)
    return re.compile(leading + inner + last + _AFTER_THE_LAST)


def _digits(name: str) -> list[str]:
    return [char for char in name if char.isdigit()]
