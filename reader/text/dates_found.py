"""Dates that a Thai text prints: days, months and years, and spans of them, in ค.ศ. and พ.ศ.

Which calendar a day belongs to is not known; a date is told as printed, its year in both eras.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import NamedTuple

from reader import resources
from reader.text.digits import arabic_digits

BETWEEN_ERAS = 543


class FoundDate(NamedTuple):
    """A printed date. value: ``1917``, ``1917-10``, ``1917-10-24`` or ``a/b`` in the common era,
    ``--10-24`` where no year is printed with it; precision: ``day``, ``month``, ``range`` or
    ``year``.
    """

    start: int
    end: int
    value: str
    precision: str

    @property
    def year(self) -> int | None:
        """The first year, None where none is printed."""
        return None if self.value.startswith("--") else int(self.value[:4])

    @property
    def be(self) -> int | None:
        """The year of the Buddhist era that begins in it or stands beside it."""
        return None if self.year is None else self.year + BETWEEN_ERAS


@cache
def _months() -> tuple[str, ...]:
    with (resources.root() / "thai" / "line-breaking.json").open(encoding="utf-8") as file:
        return tuple(json.load(file)["units"][:12])


@cache
def _pattern() -> re.Pattern[str]:
    digit, space, dash = "[0-9๐-๙]", "[ \u00a0]?", "[ \u00a0]?[-–—][ \u00a0]?"
    month = "|".join(map(re.escape, _months()))
    era = rf"(?:(?P<ce>ค\.{space}ศ\.)|(?P<be>พ\.{space}ศ\.)){space}"
    again = rf"(?:[คพ]\.{space}ศ\.{space})?"
    years = rf"(?P<year>{digit}{{4}})(?:{dash}{again}(?P<last>{digit}{{2,4}}))?"
    return re.compile(
        rf"(?<!{digit})(?P<day>{digit}{{1,2}})(?:{dash}(?P<day2>{digit}{{1,2}}))?{space}"
        rf"(?:เดือน)?(?P<month>{month})(?:{space}{_named(era, years, 1)})?"
        rf"|(?P<only>{month}){space}{_named(era, years, 2)}"
        rf"|{_named(era, years, 3)}"
    )


def _named(era: str, years: str, number: int) -> str:
    joined = era + years
    return re.sub(r"\?P<(ce|be|year|last)>", rf"?P<\g<1>{number}>", joined)


def find_dates(text: str) -> list[FoundDate]:
    """The dates of ``text`` in order. A day that no month has is none."""
    found = []
    for match in _pattern().finditer(text):
        value = _value(match)
        if value is not None:
            found.append(FoundDate(match.start(), match.end(), *value))
    return found


def _value(match: re.Match[str]) -> tuple[str, str] | None:
    if match["day"]:
        month = _months().index(match["month"]) + 1
        first, last = int(arabic_digits(match["day"])), match["day2"]
        second = int(arabic_digits(last)) if last else first
        if not 1 <= first <= second <= 31:
            return None
        year = _years(match, 1)[0]
        days = [f"{year}-{month:02d}-{day:02d}" for day in dict.fromkeys((first, second))]
        return "/".join(days), "range" if len(days) > 1 else "day"
    if match["only"]:
        month = _months().index(match["only"]) + 1
        return f"{_years(match, 2)[0]}-{month:02d}", "month"
    years = [year for year in _years(match, 3) if year != "-"]
    return ("/".join(years), "range" if len(years) > 1 else "year") if years else None


def _years(match: re.Match[str], number: int) -> list[str]:
    """The years of the common era, ``-`` where the text has none."""
    if not match[f"year{number}"]:
        return ["-"]
    printed = [arabic_digits(match[f"year{number}"])]
    if match[f"last{number}"]:
        last = arabic_digits(match[f"last{number}"])
        printed.append(printed[0][: 4 - len(last)] + last)
    years = [int(year) - (BETWEEN_ERAS if match[f"be{number}"] else 0) for year in printed]
    if len(years) > 1 and years[1] <= years[0]:
        years.pop()
    return [f"{max(0, year):04d}" for year in years]
