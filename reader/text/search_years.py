"""A year that is typed in one era and printed in the other: พ.ศ. ๒๔๖๐ for ค.ศ. ๑๙๑๗."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.text.digits import arabic_digits

_BETWEEN = 543  # years, since 1941 and for most of a year before
_CHRISTIAN, _BUDDHIST = "ค.ศ.", "พ.ศ."
_YEAR = re.compile(
    r"(?P<before>.*?)(?:(?:ปี|year)\s*)?"
    r"(?P<era>[พค]\.?\s?ศ\.?|\b(?:[bc]\.?e\.?|a\.?d\.?))?\s*"
    r"(?<!\d)(?P<year>\d{4})(?!\d)"
    r"(?:\s*(?P<behind>[bc]\.?e\.?|a\.?d\.?)(?![^\W\d_]))?"
    r"(?P<after>.*)",
    re.IGNORECASE | re.DOTALL,
)
# without an era a number is taken for a year that somebody would read about
_CHRISTIAN_YEARS, _BUDDHIST_YEARS = range(1700, 2158), range(2158, 2701)


class OtherYear(NamedTuple):
    """A year in the other era.

    words: what to look for instead, whole words. year: the number. is_buddhist: its era. typed:
    the number that was typed. is_alone: whether nothing but the year was typed.
    """

    words: tuple[str, ...]
    year: int
    is_buddhist: bool
    typed: int
    is_alone: bool


def in_other_era(words: str) -> OtherYear | None:
    """The year in ``words`` reckoned in the other era; None if there is none.

    >>> in_other_era("พ.ศ. ๒๔๖๐").words
    ('ค.ศ. 1917', '1917')
    """
    found = _YEAR.fullmatch(arabic_digits(words.strip()))
    if found is None:
        return None
    typed = int(found["year"])
    era = re.sub(r"[.\s]", "", (found["era"] or found["behind"] or "")).casefold()
    if era:
        was_buddhist = era in ("พศ", "be")
    elif typed in _BUDDHIST_YEARS:
        was_buddhist = True
    elif typed in _CHRISTIAN_YEARS:
        was_buddhist = False
    else:
        return None
    year = typed - _BETWEEN if was_buddhist else typed + _BETWEEN
    if year <= 0:
        return None
    sign = _CHRISTIAN if was_buddhist else _BUDDHIST
    before, after = found["before"], found["after"]
    said = tuple(
        f"{before.rstrip()} {form}{after}".strip() for form in (f"{sign} {year}", str(year))
    )
    return OtherYear(said, year, not was_buddhist, typed, not (before.strip() or after.strip()))
