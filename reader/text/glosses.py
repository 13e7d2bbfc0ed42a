"""Glosses: the foreign name in brackets after a Thai one, ``ชื่อไทย (Latin)`` or ``[Latin]``.

What stands in the brackets is taken apart here: names, an abbreviation, the years of a life or a
reign. The grammar is in docs/terms.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from reader.text.digits import arabic_digits
from reader.text.term_marks import SPACES, before_marks, is_address

LONGEST = 300  # code points of a gloss
_BRACKET = re.compile(r"[()\[\]]")
_PARAGRAPH_END = re.compile("[\r\n\u2029]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_STAR = re.compile(r"[ \u00a0]?\*")
_PAIRS = {")": "(", "]": "["}
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]{2}")
_THAI = re.compile("[\u0e01-\u0e2e]")
_ERA = r"(?:[คพ]\.[ \u00a0]?ศ\.[ \u00a0]?)"
_YEAR = r"(?:ประมาณ[ \u00a0]?|c\.[ \u00a0]?)?[0-9๐-๙]{3,4}"
_DASH = r"[ \u00a0]?[-–—][ \u00a0]?"
_YEARS = re.compile(
    rf"[,;]?[ \u00a0]*(?P<era>{_ERA})?(?P<first>{_YEAR})"
    rf"(?:{_DASH}(?:{_ERA})?(?P<last>{_YEAR})?)?[ \u00a0]*$"
)
_ABBREVIATION = re.compile(rf"(?:{_DASH}|[;,][ \u00a0]?)(?P<short>[A-Z][A-Za-z.&/]{{1,15}})$")
_SAYS = re.compile("[A-Z\u00c0-\u00de]|[A-Za-z\u00c0-\u024f]{2}")
_ANOTHER = re.compile(r"[ \u00a0]*(?:;|/|\bor\b|หรือ)[ \u00a0]*")


class Gloss(NamedTuple):
    """A gloss; offsets in code points.

    name_end: where the Thai name before it ends, without marks that close it (``**``, ``”``).
    start, end: the text between the brackets.
    star: the offset of the star, None where there is none.
    """

    name_end: int
    start: int
    end: int
    star: int | None


class GlossText(NamedTuple):
    """What a gloss says. names: the foreign name and others for the same thing, at least one.

    short: an abbreviation. years: first and last as printed, in Arabic digits and in ``era``
    (``ce``, ``be`` or, where nothing says which, None).
    """

    names: tuple[str, ...]
    short: str | None = None
    years: tuple[int, int | None] | None = None
    era: str | None = None


def find_glosses(text: str) -> Iterator[Gloss]:
    """Every gloss of ``text`` in order: brackets that a star follows, or that hold a Latin name.

    Brackets in a row belong to one name, which ends before the first of them, and so do brackets
    with nothing but years before a gloss; a bracket in Thai before a Latin one is part of the name.
    An empty bracket is no gloss, nor is a link of Markdown, ``[text](address)``.
    """
    row_end = row_name = -1
    for opening, end in _pairs(text):
        star = _STAR.match(text, end + 1)
        inner = text[opening + 1 : end]
        if star is None and (not is_latin(inner) or _is_nested(text, opening, end)):
            continue
        if not _LETTER_OR_DIGIT.search(inner) or _is_link(text, opening, end):
            continue
        name_end = _before_marks_and_years(text, opening, row_end)
        if name_end == row_end:
            name_end = row_name
        if name_end == 0 or text[name_end - 1] in "\r\n\u2029":
            continue
        yield Gloss(name_end, opening + 1, end, star.end() - 1 if star else None)
        row_end, row_name = (star.end() if star else end + 1), name_end


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Brackets that belong together, as :func:`opening_of` has it, by the closing ones.

    In one go, however many there are: to walk back from each takes seconds where all is brackets.
    """
    opened = {open_: deque[int](maxlen=LONGEST) for open_ in _PAIRS.values()}
    for found in _BRACKET.finditer(text):
        sign, at = found.group(), found.start()
        if sign in opened:
            opened[sign].append(at)
        elif opened[_PAIRS[sign]]:
            opening = opened[_PAIRS[sign]].pop()
            if at - opening < LONGEST and not _PARAGRAPH_END.search(text, opening, at):
                yield opening, at


def is_latin(inner: str) -> bool:
    """Whether the words in a bracket are a foreign name: Latin letters, and Thai ones in an era."""
    latin = _LATIN.search(inner)
    return latin is not None and not _THAI.search(re.sub(_ERA + "|หรือ|ประมาณ", "", inner))


def says_a_name(inner: str) -> bool:
    """Whether a gloss says in Latin letters what is named: not in years only, nor in Thai."""
    return _SAYS.search(gloss_text(inner).names[0]) is not None


def opening_of(text: str, closing: int) -> int | None:
    """The bracket that the one at ``closing`` closes, in the same paragraph; None if none does."""
    close = text[closing]
    open_ = _PAIRS[close]
    depth = 0
    for offset in range(closing, max(-1, closing - LONGEST), -1):
        char = text[offset]
        if char == close:
            depth += 1
        elif char == open_:
            depth -= 1
            if not depth:
                return offset
        elif char in "\r\n\u2029":
            return None
    return None


def gloss_text(inner: str) -> GlossText:
    """What the text between the brackets of a gloss says."""
    rest = inner.strip(" \u00a0*")
    years, era = None, None
    found = _YEARS.search(rest)
    if found and (found.start() or found["era"]):
        years = (_year(found["first"]), _year(found["last"]) if found["last"] else None)
        if found["era"]:
            era = "ce" if found["era"].startswith("ค") else "be"
        rest = rest[: found.start()].rstrip(" \u00a0,;")
    short = None
    shortened = _ABBREVIATION.search(rest)
    if shortened and _is_abbreviation(shortened["short"]):
        short, rest = shortened["short"], rest[: shortened.start()]
    names = tuple(name for name in _ANOTHER.split(rest) if name)
    return GlossText(names or (rest,), short, years, era)


def plain_letters(name: str) -> str:
    """``name`` in small letters a-z as far as it has such: no accents, ligatures resolved."""
    folded = name.casefold().translate({0x142: "l", 0xF8: "o", 0xE6: "ae", 0x153: "oe", 0xF0: "d"})
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


def _is_abbreviation(short: str) -> bool:
    return sum(char.isupper() for char in short) > 1 or short.startswith("Com")


def _year(printed: str) -> int:
    return int(re.sub("[^0-9]", "", arabic_digits(printed)))


def _is_nested(text: str, opening: int, closing: int) -> bool:
    """Whether the bracket stands inside another one of the same paragraph."""
    depth = 0
    for char in text[max(0, opening - LONGEST) : opening][::-1]:
        if char in "\r\n\u2029":
            return False
        if char in ")]":
            depth += 1
        elif char in "([":
            if not depth:
                return True
            depth -= 1
    return False


def _is_link(text: str, opening: int, closing: int) -> bool:
    """Whether a bracket is the text or the address of a link."""
    if text[closing : closing + 2] == "](":
        return is_address(text[closing + 2 : closing + 2 + LONGEST])
    is_second = text[opening] == "(" and text[max(0, opening - 1) : opening] == "]"
    return is_second and is_address(text[opening + 1 : closing])


def _before_marks_and_years(text: str, offset: int, row_end: int) -> int:
    """Where what stands before a gloss ends; ``row_end`` if that is another gloss."""
    while offset > 0 and offset != row_end:
        opening = opening_of(text, offset - 1) if text[offset - 1] in _PAIRS else None
        if text[offset - 1] in SPACES:
            offset -= 1
        elif opening is not None and _YEARS.fullmatch(text, opening + 1, offset - 1):
            offset = opening
        else:
            before = before_marks(text, offset)
            if before == offset:
                break
            offset = before
    return offset
