"""The day-dates that our own sentences tell, read back for checking.

Thai ``๒๕ ตุลาคม (๗ พฤศจิกายน) ค.ศ. ๑๙๑๗``, ``๓ (๑๖) เมษายน``; English ``25 October (7 November)
1917``, ``3 (16) April``. In a pair the first date is Old Style, the one in brackets New Style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reader.messages import sentence
from reader.text.calendar import Day, exists, new_style
from reader.text.digits import arabic_digits

_YEAR_OF_THE_ENTRY = 1917  # for dates that stand without a year


class ProseDate(NamedTuple):
    """A day and month; ``paired`` is the New Style day and month in brackets, if there is one.

    year: as printed beside it, or None.
    """

    day: int
    month: int
    year: int | None
    paired: tuple[int, int] | None

    def pair_agrees(self) -> bool:
        """Whether the bracketed date is the New Style one; true where there is none."""
        if self.paired is None:
            return True
        old = Day(self.year or _YEAR_OF_THE_ENTRY, self.month, self.day)
        if not exists(old, gregorian=False):
            return False
        new = new_style(old)
        return (new.day, new.month) == self.paired


def prose_dates(text: str, language: str) -> list[ProseDate]:
    """Every day-date in ``text`` (``"th"`` or ``"en"``), in order."""
    return list(_found(arabic_digits(text), language))


def _found(text: str, language: str) -> Iterator[ProseDate]:
    months, pattern = _patterns(language)
    for match in pattern.finditer(text):
        month = months[match["month"] or match["late_month"]]
        paired = None
        if match["new_day"]:
            paired = (int(match["new_day"]), months[match["new_month"]])
        elif match["same_new_day"]:
            paired = (int(match["same_new_day"]), month)
        year = int(match["year"]) if match["year"] else None
        yield ProseDate(int(match["day"]), month, year, paired)


@cache
def _patterns(language: str) -> tuple[dict[str, int], re.Pattern[str]]:
    months = {sentence(f"month-{number}", language): number for number in range(1, 13)}
    name = "|".join(map(re.escape, months))
    era = r"ค\.ศ\. " if language == "th" else ""
    return months, re.compile(
        rf"(?<![\d.:])(?<!\d-)(?P<day>\d{{1,2}}) "
        rf"(?:(?P<month>{name})(?: \((?P<new_day>\d{{1,2}}) (?P<new_month>{name})\))?"
        rf"|\((?P<same_new_day>\d{{1,2}})\) (?P<late_month>{name}))"
        rf"(?: {era}(?P<year>\d{{4}}))?"
    )
