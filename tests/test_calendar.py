"""Old Style, New Style and พ.ศ., by the content guide's own vectors."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.content.datestring import buddhist_year_of, days, to_new_style, to_old_style
from reader.text.calendar import (
    Day,
    buddhist_year,
    exists,
    is_retroactive,
    new_style,
    old_style,
    parse_day,
    weekday,
)

VECTORS = [
    # event, OS, NS, พ.ศ.
    ("Second Congress of Soviets opens", "1917-10-25", "1917-11-07", 2460),
    ("St Petersburg becomes Petrograd", "1914-08-18", "1914-08-31", 2457),
    ("Constituent Assembly meets", "1918-01-05", "1918-01-18", 2460),
    ("last OS day", "1918-01-31", "1918-02-13", 2460),
    ("the capital moves to Moscow", "1918-02-27", "1918-03-12", 2460),
    ("Gorky born", "1868-03-16", "1868-03-28", 2410),
    ("last day 12 days apart", "1900-02-28", "1900-03-12", 2442),
    ("leap day in OS only", "1900-02-29", "1900-03-13", 2442),
    ("first day 13 days apart after it", "1900-03-01", "1900-03-14", 2442),
    ("first day 12 days apart", "1800-02-29", "1800-03-12", 2342),
    ("last day 11 days apart", "1800-02-28", "1800-03-11", 2342),
    ("the day of the rising, to the hour", "1917-10-26", "1917-11-08", 2460),
    ("over the turn of the year", "1917-12-20", "1918-01-02", 2460),
]
YEARS_OF_ERA = [
    ("1918-03-31", 2460),
    ("1918-04-01", 2461),
    ("1936-06-18", 2479),
    ("1939-12-31", 2482),
    ("1940-03-31", 2482),
    ("1940-04-01", 2483),
    ("1940-12-31", 2483),
    ("1941-01-01", 2484),
    ("1941-03-31", 2484),
    ("2017-02-01", 2560),
]
modern_days = st.dates(datetime.date(1583, 1, 1), datetime.date(2200, 12, 31))


def as_day(date: datetime.date) -> Day:
    return Day(date.year, date.month, date.day)


@pytest.mark.parametrize(("event", "os", "ns", "be"), VECTORS)
def test_vector(event: str, os: str, ns: str, be: int) -> None:
    assert new_style(parse_day(os)).iso() == ns
    assert old_style(parse_day(ns)).iso() == os
    assert buddhist_year(parse_day(ns)) == be


@pytest.mark.parametrize(("ns", "be"), YEARS_OF_ERA)
def test_buddhist_year_began_on_1_april_until_1940_and_on_1_january_since(ns: str, be: int) -> None:
    assert buddhist_year(parse_day(ns)) == be


@given(modern_days)
def test_buddhist_year_never_steps_by_more_than_one(date: datetime.date) -> None:
    next_day = as_day(date + datetime.timedelta(days=1))
    assert buddhist_year(next_day) - buddhist_year(as_day(date)) in (0, 1)


@pytest.mark.parametrize(
    ("ns", "marked"),
    [
        ("1868-03-28", True),  # Gorky's birth
        ("1870-04-22", True),
        ("1818-05-05", False),  # the same year by either reckoning
        ("1879-11-07", False),
        ("1888-04-30", True),
        ("1889-03-31", True),
        ("1889-04-01", False),
        ("1890-01-01", False),
        ("1917-03-08", False),
    ],
)
def test_years_reckoned_backwards_are_marked_in_january_to_april_only(
    ns: str, marked: bool
) -> None:
    assert is_retroactive(parse_day(ns)) is marked


# Conversion


@given(modern_days)
def test_new_style_comes_back_from_old_style(date: datetime.date) -> None:
    assert new_style(old_style(as_day(date))) == as_day(date)


@given(st.integers(1, 3000), st.integers(1, 12), st.integers(1, 31))
def test_old_style_comes_back_from_new_style(year: int, month: int, day: int) -> None:
    date = Day(year, month, day)
    if exists(date, gregorian=False):
        assert old_style(new_style(date)) == date


@given(st.dates(datetime.date(1900, 3, 13), datetime.date(2100, 3, 13)))
def test_calendars_are_13_days_apart_from_1900_to_2100(date: datetime.date) -> None:
    if date == datetime.date(1900, 3, 13):
        assert old_style(as_day(date)) == Day(1900, 2, 29)
    elif date < datetime.date(2100, 3, 13):
        back = date - datetime.timedelta(days=13)
        before = old_style(as_day(date))
        # the twentieth century has the same leap days in both calendars
        assert before == as_day(back) or date < datetime.date(1900, 3, 14)


@given(modern_days)
def test_weekday_agrees_with_the_standard_library(date: datetime.date) -> None:
    assert weekday(as_day(date)) == date.weekday()


def test_the_rising_began_on_a_tuesday_and_won_on_a_thursday() -> None:
    assert weekday(new_style(Day(1917, 10, 24))) == 1
    assert weekday(new_style(Day(1917, 10, 26))) == 3


@pytest.mark.parametrize(
    ("day", "gregorian", "julian"),
    [
        (Day(1900, 2, 29), False, True),
        (Day(1904, 2, 29), True, True),
        (Day(1917, 2, 29), False, False),
        (Day(1917, 4, 31), False, False),
        (Day(1917, 13, 1), False, False),
        (Day(1917, 0, 1), False, False),
        (Day(1917, 1, 0), False, False),
        (Day(1917, 10, 25), True, True),
    ],
)
def test_days_that_a_calendar_has(day: Day, gregorian: bool, julian: bool) -> None:
    assert exists(day, gregorian=True) is gregorian
    assert exists(day, gregorian=False) is julian


# As content files write dates


@pytest.mark.parametrize(
    ("os", "ns"),
    [
        ("1917", "1917"),
        ("1917-10-24", "1917-11-06"),
        ("1917-10-03/1917-10-10", "1917-10-16/1917-10-23"),
        ("1917-09", "1917-09-14/1917-10-13"),
        ("1900-02", "1900-02-13/1900-03-13"),
        ("1917-10-20/1917-12-25", "1917-11-02/1918-01-07"),
        ("1914/1918", "1914/1918"),
    ],
)
def test_old_style_as_written_becomes_new_style(os: str, ns: str) -> None:
    assert to_new_style(os) == ns


@pytest.mark.parametrize(
    ("ns", "os"),
    [
        ("1917-11-07", "1917-10-25"),
        ("1917-09", "1917-08-19/1917-09-17"),
        ("1917", "1917"),
        ("1918-02-13", "1918-01-31"),
        ("1918-02-14", None),
        ("1918-03", None),
        ("1918-03-03/1918-03-15", None),
        ("1924-01-21", None),
    ],
)
def test_new_style_as_written_becomes_old_style_until_the_reform(ns: str, os: str | None) -> None:
    assert to_old_style(ns) == os


@pytest.mark.parametrize(
    ("ns", "be"),
    [
        ("1917", 2460),
        ("1918", 2461),
        ("1917-03", 2459),
        ("1917-04", 2460),
        ("1917-11-07", 2460),
        ("1917-12-25/1918-04-02", 2460),
        ("1914/1918", 2457),
    ],
)
def test_buddhist_year_as_written_is_that_of_the_first_day(ns: str, be: int) -> None:
    assert buddhist_year_of(ns) == be


@pytest.mark.parametrize(
    "text",
    [
        "", "/", "1917-10-25/", "17-10-25", "1917-1-5", "1917-13", "1917-00", "1917-02-29",
        "1917-10-25T12", "1917/10/25", "25 October 1917", "1917-10-25/1917-10-24", "๑๙๑๗", " 1917",
        "1917-10-25/1917-10-26/1917-10-27",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        days(text, gregorian=True)


def test_29_february_1900_is_a_day_in_old_style_only() -> None:
    assert days("1900-02-29", gregorian=False)[0] == Day(1900, 2, 29)
    with pytest.raises(ValueError):
        days("1900-02-29", gregorian=True)


def test_month_covers_its_last_day() -> None:
    assert days("1900-02", gregorian=False)[1] == Day(1900, 2, 29)
    assert days("1900-02", gregorian=True)[1] == Day(1900, 2, 28)
    assert days("1917", gregorian=True) == (Day(1917, 1, 1), Day(1917, 12, 31))
