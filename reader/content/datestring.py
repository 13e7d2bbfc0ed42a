"""Dates as the content files write them: ``1917``, ``1917-10``, ``1917-10-24`` or a range ``a/b``.

One calendar is written, the other computed. What is known to a month or a part of it becomes, on
the other side, the range of days it covers; a bare year stays a year.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.text.calendar import (
    LAST_OLD_STYLE_DAY,
    Day,
    buddhist_year,
    exists,
    new_style,
    old_style,
)

_PART = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def days(text: str, *, gregorian: bool) -> tuple[Day, Day]:
    """The first and the last day that ``text`` covers.

    Raises ValueError if it is no date of this form or a day that its calendar does not have.
    """
    first, is_range, last = text.partition("/")
    start = _covered(first, gregorian)[0]
    end = _covered(last if is_range else first, gregorian)[1]
    if end < start:
        raise ValueError(text)
    return start, end


def to_new_style(text: str) -> str:
    """The NS date of an OS one."""
    return _convert(text, gregorian=False, convert=new_style)


def to_old_style(text: str) -> str | None:
    """The OS date of an NS one; None if it reaches past the reform of 1918, which ended OS."""
    if len(text) > 4 and days(text, gregorian=True)[1] > new_style(Day(*LAST_OLD_STYLE_DAY)):
        return None
    return _convert(text, gregorian=True, convert=old_style)


def buddhist_year_of(ns: str) -> int:
    """The พ.ศ. of an NS date; of a range or a month, that of its first day; of a year, + 543."""
    first = ns.partition("/")[0]
    if len(first) == 4:
        return int(first) + 543
    return buddhist_year(days(ns, gregorian=True)[0])


def _convert(text: str, *, gregorian: bool, convert: Callable[[Day], Day]) -> str:
    start, end = days(text, gregorian=gregorian)
    if all(len(part) == 4 for part in text.split("/")):
        return text
    first, last = convert(start).iso(), convert(end).iso()
    return first if first == last else f"{first}/{last}"


def _covered(part: str, gregorian: bool) -> tuple[Day, Day]:
    found = _PART.fullmatch(part)
    if not found:
        raise ValueError(part)
    year = int(found[1])
    if not found[2]:
        return Day(year, 1, 1), Day(year, 12, 31)
    month = int(found[2])
    if found[3]:
        day = Day(year, month, int(found[3]))
        if not exists(day, gregorian):
            raise ValueError(part)
        return day, day
    if not 1 <= month <= 12:
        raise ValueError(part)
    last = next(d for d in (31, 30, 29, 28) if exists(Day(year, month, d), gregorian))
    return Day(year, month, 1), Day(year, month, last)
