"""Dates as a card shows them: both calendars, Old Style first, ค.ศ. before พ.ศ.

>>> format_date("1917-10-25", "1917-11-07", 2460, "th")
'๒๕ ตุลาคม (๗ พฤศจิกายน) ค.ศ. ๑๙๑๗ / พ.ศ. ๒๔๖๐'
>>> format_date("1917-10-25", "1917-11-07", 2460, "en")
'25 October (7 November) 1917 / 2460 BE'
"""

from __future__ import annotations

from reader.content.datestring import buddhist_year_of
from reader.messages import sentence
from reader.text.calendar import parse_day, weekday
from reader.text.digits import digits

_years_shown = "both"


def use_years(kind: str) -> None:
    """Tell ``"both"`` years of a date from now on, or only ``"ce"`` or ``"be"``."""
    global _years_shown
    _years_shown = kind


def format_date(os: str | None, ns: str, be: int, language: str) -> str:
    """OS (None where it was not in use), NS and พ.ศ. of a date or a range, in one line."""
    if _years_shown == "be" and len({*_years(os or ns), *_years(ns)}) == 1:
        return _in_buddhist_era(os, ns, be, language)
    if os is None or os == ns:
        body = _with_year(ns, language)
    elif _is_coarse(os):
        body = _with_year(os, language)
    elif _year_of(os) == _year_of(ns) and len(_years(os)) == len(_years(ns)) == 1:
        pair = f"{_without_year(os, language)} ({_without_year(ns, language)})"
        body = _join_year(pair, _year_of(os), language)
    else:
        body = f"{_with_year(os, language)} ({_with_year(ns, language)})"
    if _years_shown == "ce":
        return body
    era = str(be)
    last = buddhist_year_of(ns.partition("/")[2] or ns)
    if last > be and "/" in ns:
        era = f"{be}-{last}"
    return sentence("date-with-be", language, date=body, be=digits(era, language))


def _in_buddhist_era(os: str | None, ns: str, be: int, language: str) -> str:
    days = [_without_year(date, language) for date in (os, ns) if date is not None]
    if len(days) == 2:
        days = days[:1] if days[0] == days[1] else [days[0], f"({days[1]})"]
    era = sentence("date-be", language, be=digits(be, language))
    return " ".join([*(day for day in days if day), era])


def format_days(os: str, ns: str, language: str) -> str:
    """A date or a range in both calendars without its year.

    >>> format_days("1917-10-25", "1917-11-07", "en")
    '25 October (7 November)'
    """
    return f"{_without_year(os, language)} ({_without_year(ns, language)})"


def format_one(date: str, language: str) -> str:
    """A date or a range in one calendar with its year, in ค.ศ."""
    return _with_year(date, language)


def margin_date(os: str | None, ns: str, be: int, reckoning: str, language: str) -> str:
    """A date in one reckoning (``"os"``, ``"ns"`` or ``"be"``), as short as a margin needs it.

    "" where there is nothing shorter than the printed year to say.
    """
    if reckoning == "be":
        return sentence("date-be", language, be=digits(be, language))
    chosen = os if reckoning == "os" else ns
    if chosen is None or len(chosen.partition("/")[0]) == 4:
        return ""
    first, _, last = chosen.partition("/")
    if not last:
        return _short(first, language)
    if first[:7] == last[:7] and len(first) == len(last) == 10:
        return digits(f"{int(first[8:])}-", language) + _short(last, language)
    return f"{_short(first, language)} - {_short(last, language)}"


def _short(part: str, language: str) -> str:
    month = sentence(f"month-short-{int(part[5:7])}", language)
    return month if len(part) == 7 else f"{digits(int(part[8:]), language)} {month}"


def weekday_name(ns: str, language: str) -> str:
    """The weekday of an NS day; "" if ``ns`` is not one day."""
    if len(ns) != 10:
        return ""
    return sentence(f"weekday-{weekday(parse_day(ns))}", language)


def _is_coarse(text: str) -> bool:
    return all(len(part) < 10 for part in text.split("/"))


def _years(text: str) -> set[str]:
    return {part[:4] for part in text.split("/")}


def _year_of(text: str) -> str:
    return text[:4]


def _join_year(body: str, year: str, language: str) -> str:
    key = "date-day-year" if body else "date-year"
    return sentence(key, language, day=body, year=digits(year, language))


def _with_year(text: str, language: str) -> str:
    years = sorted(_years(text))
    if len(years) == 1:
        return _join_year(_without_year(text, language), years[0], language)
    first, _, last = text.partition("/")
    if len(first) == len(last) == 4:
        return _join_year("", f"{first}-{last}", language)
    return f"{_with_year(first, language)} - {_with_year(last, language)}"


def _without_year(text: str, language: str) -> str:
    first, _, last = text.partition("/")
    if not last:
        return _day_and_month(first, language)
    if first[:7] == last[:7] and len(first) == len(last) == 10:
        days = f"{int(first[8:])}-{int(last[8:])}"
        return f"{digits(days, language)} {_month(first, language)}"
    return f"{_day_and_month(first, language)} - {_day_and_month(last, language)}"


def _day_and_month(part: str, language: str) -> str:
    if len(part) == 4:
        return ""
    if len(part) == 7:
        return _month(part, language)
    return f"{digits(int(part[8:]), language)} {_month(part, language)}"


def _month(part: str, language: str) -> str:
    return sentence(f"month-{int(part[5:7])}", language)
