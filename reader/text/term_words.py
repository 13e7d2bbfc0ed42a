"""The words that tell where a Thai name before a gloss begins, from ``resources/thai``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from reader import resources
from reader.text.digits import arabic_digits, thai_digits

_ROMAN = re.compile("X{0,2}(?:IX|IV|V?I{0,3})")  # of rulers; C., D., L. and M. are initials
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


class TermWords(NamedTuple):
    """Each of the first three tables has the English words that a word may stand for.

    heads: words a name begins with. outer: words before a name, part of it only if its gloss
    translates them. joining: words inside a name only if its gloss has their like. loose: heads
    that are no part of a name that only sounds foreign. weak: joining words that may do without.
    before: other words that names stand after. light: parts of compounds. meanings: English word
    to Thai ones, longest first. ordinals: what English ordinals count. spoken: the Thai words for
    0 to 99, "" for 0. kinds: what a name is that
    a word begins or precedes. places: countries and lands. small: words of a gloss that need not
    be in the Thai name. longest: code points of the longest word.
    """

    heads: dict[str, frozenset[str]]
    outer: dict[str, frozenset[str]]
    joining: dict[str, frozenset[str]]
    loose: frozenset[str]
    weak: frozenset[str]
    before: frozenset[str]
    light: frozenset[str]
    meanings: dict[str, tuple[str, ...]]
    ordinals: dict[str, int]
    spoken: tuple[str, ...]
    kinds: dict[str, str]
    places: frozenset[str]
    small: frozenset[str]
    longest: int


@cache
def term_words() -> TermWords:
    """The words; read once."""
    with (resources.root() / "thai" / "term-words.json").open(encoding="utf-8") as file:
        data = json.load(file)
    heads, outer, joining = (
        {thai: frozenset(english.split()) for thai, english in data[name].items()}
        for name in ("heads", "outer", "joining")
    )
    meanings: dict[str, set[str]] = {}
    for english, thai in (*data["meanings"].items(), *data["cardinals"].items()):
        meanings.setdefault(english, set()).update(thai.split())
    for table in (heads, outer):
        for thai, words in table.items():
            for word in words:
                meanings.setdefault(word, set()).add(thai)
    return TermWords(
        heads,
        outer,
        joining,
        frozenset(data["loose"]),
        frozenset(data["weak"]),
        frozenset(data["before"]),
        frozenset(data["light"]),
        {word: tuple(sorted(thai, key=len, reverse=True)) for word, thai in meanings.items()},
        data["numbers"],
        tuple(_spoken(number, data["counting"]) for number in range(100)),
        {word: kind for kind, words in data["kinds"].items() for word in words},
        frozenset(data["places"]),
        frozenset(data["small"]),
        max(len(word) for table in (heads, outer, joining) for word in table),
    )


def _spoken(number: int, counting: Mapping[str, Any]) -> str:
    """``number``, 0 to 99, in Thai words; "" for 0."""
    ones = ["", *counting["ones"]]
    tens, rest = divmod(number, 10)
    if not tens:
        return str(ones[rest])
    first = counting["twenty"] if tens == 2 else ones[tens if tens > 1 else 0] + counting["ten"]
    return str(first + (counting["last_one"] if rest == 1 else ones[rest]))


_BEGINS = re.compile(r"[ \u00a0]?(?:[เ-ไ]|[ก-ฮ](?!์)|[^\W\d_\u0e00-\u0e7f])")
_LONGEST_NUMBER = 9  # digits


def number_of(word: str) -> int | None:
    """What ``word`` of a gloss counts: a Roman numeral, an ordinal, digits; None for any other."""
    if word.isdecimal() and len(word) <= _LONGEST_NUMBER:
        return int(arabic_digits(word))
    if word.lower() in term_words().ordinals:
        return term_words().ordinals[word.lower()]
    if word and word.isascii() and _ROMAN.fullmatch(word):
        values = [_ROMAN_VALUES[char] for char in word]
        return sum(
            -value if value < max(values[place:]) else value for place, value in enumerate(values)
        )
    return None


def thai_numbers(number: int) -> tuple[str, ...]:
    """How a Thai name may write ``number``, longest first."""
    spoken = term_words().spoken
    words = spoken[number : number + 1] if number else ()
    either = (thai_digits(number), str(number))
    if number > 999:
        return tuple(f"{era}{digits}" for era in ("ค.ศ. ", "ค.ศ.", "") for digits in either)
    first = ("ครั้งแรก",) if number == 1 else ()
    kinds = ("ครั้งที่ ", "ครั้งที่", "สมัยที่ ", "สมัยที่", "ฉบับที่ ", "ฉบับที่", "ที่ ", "ที่")
    # A สอง without ที่ is none: it may be the end of another word.
    counted = tuple(f"{kind}{one}" for kind in kinds for one in (*either, *words))
    return counted + either + first


@cache
def thai_ordinals() -> re.Pattern[str]:
    """A ที่ and the number in words that it counts, where nothing more is counted by it."""
    words = "|".join(sorted(term_words().spoken[1:], key=len, reverse=True))
    return re.compile(rf"ที่[ \u00a0]?(?:{words})(?=$|[ \u00a0()]|แห่ง|ของ|ใน)")


def guessed_start(stretch: str) -> int:
    """Where in a stretch before a gloss the name is likely to begin, by signs alone: 0 or later.

    At its last head, or after its last title or joining word.
    """
    last = head_end = 0
    for found in _signs().finditer(stretch):
        if found["head"]:
            head_end = found.end()
        elif found.start() == head_end > 0 and found.group() in term_words().outer:
            continue  # the ซาร์ of ราชอาณาจักรซาร์ดิเนีย
        cut = found.start() if found["head"] else found.end()
        if _BEGINS.match(stretch, cut):  # not in a syllable: the นคร of ฝิ่นครั้งแรก
            last = cut
    return last + (stretch[last : last + 1] == " ")


@cache
def _signs() -> re.Pattern[str]:
    words = term_words()
    inside = {"ที่", "ครั้ง", "ชื่อ", "รัฐ"}
    after = {*words.outer, *words.before, *words.joining} - words.heads.keys() - inside
    alternatives = {
        "head": [head for head in words.heads if len(head) > 3],
        "after": [word for word in after if len(word) > 2],
    }
    return re.compile(
        "|".join(
            f"(?P<{name}>{'|'.join(sorted(map(re.escape, found), key=len, reverse=True))})"
            for name, found in alternatives.items()
        )
    )
