"""Old Style, New Style and the Thai era.

Old Style (OS) is the Julian calendar, in Russia until 31 January 1918; New Style (NS) the
Gregorian one. Day numbers follow the Julian Day formulas of E. G. Richards, "Calendars", in
Explanatory Supplement to the Astronomical Almanac, 3rd ed., chapter 15. พ.ศ. is reckoned from
the NS date: from 1 January 1941 + 543; before, the year began on 1 April, so that January to
March carry + 542 (content guide, section 7).
"""

from __future__ import annotations

from typing import NamedTuple

LAST_OLD_STYLE_DAY = (1918, 1, 31)


class Day(NamedTuple):
    """A calendar day; which calendar is said by the name of what holds it."""

    year: int
    month: int
    day: int

    def iso(self) -> str:
        """``YYYY-MM-DD``."""
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


def _day_number(day: Day, gregorian: bool) -> int:
    a = (14 - day.month) // 12
    y = day.year + 4800 - a
    m = day.month + 12 * a - 3
    number = day.day + (153 * m + 2) // 5 + 365 * y + y // 4
    return number - y // 100 + y // 400 - 32045 if gregorian else number - 32083


def _from_day_number(number: int, gregorian: bool) -> Day:
    if gregorian:
        a = number + 32044
        century = (4 * a + 3) // 146097
        c = a - 146097 * century // 4
    else:
        century = 0
        c = number + 32082
    d = (4 * c + 3) // 1461
    e = c - 1461 * d // 4
    m = (5 * e + 2) // 153
    return Day(
        100 * century + d - 4800 + m // 10, m + 3 - 12 * (m // 10), e - (153 * m + 2) // 5 + 1
    )


def new_style(old_style: Day) -> Day:
    """The NS date of an OS date."""
    return _from_day_number(_day_number(old_style, gregorian=False), gregorian=True)


def old_style(new_style_day: Day) -> Day:
    """The OS date of an NS date."""
    return _from_day_number(_day_number(new_style_day, gregorian=True), gregorian=False)


def weekday(new_style_day: Day) -> int:
    """Monday 0 to Sunday 6 of an NS date; an OS date falls on its NS date's weekday."""
    return _day_number(new_style_day, gregorian=True) % 7


def exists(day: Day, gregorian: bool) -> bool:
    """Whether ``day`` is a day of that calendar."""
    return (
        1 <= day.month <= 12
        and day.day >= 1
        and _from_day_number(_day_number(day, gregorian), gregorian) == day
    )


def buddhist_year(new_style_day: Day) -> int:
    """The พ.ศ. of an NS date, by the official Thai year of its time (backwards before 1889)."""
    if new_style_day.year >= 1941 or new_style_day.month >= 4:
        return new_style_day.year + 543
    return new_style_day.year + 542


def is_retroactive(new_style_day: Day) -> bool:
    """Whether the 1 April year, law from 1889 on, is applied to a January-April date before it."""
    return new_style_day.month <= 4 and (new_style_day.year, new_style_day.month) < (1889, 4)


def parse_day(text: str) -> Day:
    """``YYYY-MM-DD`` as a Day; ValueError if it is not of that form."""
    year, month, day = (int(part) for part in text.split("-"))
    return Day(year, month, day)
