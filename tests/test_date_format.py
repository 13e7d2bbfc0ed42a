"""Dates as a reader sees them: both calendars, ค.ศ. before พ.ศ., digits of the language."""

from __future__ import annotations

import pytest

from reader.content.date_format import format_date, format_one, weekday_name
from reader.text.digits import arabic_digits, digits, thai_digits

CASES = [
    # os, ns, พ.ศ., Thai, English
    (
        "1917-10-25", "1917-11-07", 2460,
        "๒๕ ตุลาคม (๗ พฤศจิกายน) ค.ศ. ๑๙๑๗ / พ.ศ. ๒๔๖๐",
        "25 October (7 November) 1917 / 2460 BE",
    ),
    (
        "1917-10-03/1917-10-10", "1917-10-16/1917-10-23", 2460,
        "๓-๑๐ ตุลาคม (๑๖-๒๓ ตุลาคม) ค.ศ. ๑๙๑๗ / พ.ศ. ๒๔๖๐",
        "3-10 October (16-23 October) 1917 / 2460 BE",
    ),
    (
        "1917-10-24/1917-11-02", "1917-11-06/1917-11-15", 2460,
        "๒๔ ตุลาคม - ๒ พฤศจิกายน (๖-๑๕ พฤศจิกายน) ค.ศ. ๑๙๑๗ / พ.ศ. ๒๔๖๐",
        "24 October - 2 November (6-15 November) 1917 / 2460 BE",
    ),
    (
        "1917-12-20", "1918-01-02", 2460,
        "๒๐ ธันวาคม ค.ศ. ๑๙๑๗ (๒ มกราคม ค.ศ. ๑๙๑๘) / พ.ศ. ๒๔๖๐",
        "20 December 1917 (2 January 1918) / 2460 BE",
    ),
    (None, "1924-01-21", 2466, "๒๑ มกราคม ค.ศ. ๑๙๒๔ / พ.ศ. ๒๔๖๖", "21 January 1924 / 2466 BE"),
    (None, "1918-03", 2460, "มีนาคม ค.ศ. ๑๙๑๘ / พ.ศ. ๒๔๖๐", "March 1918 / 2460 BE"),
    ("1917", "1917", 2460, "ค.ศ. ๑๙๑๗ / พ.ศ. ๒๔๖๐", "1917 / 2460 BE"),
    (
        None, "1914-07-28/1918-11-11", 2457,
        "๒๘ กรกฎาคม ค.ศ. ๑๙๑๔ - ๑๑ พฤศจิกายน ค.ศ. ๑๙๑๘ / พ.ศ. ๒๔๕๗-๒๔๖๑",
        "28 July 1914 - 11 November 1918 / 2457-2461 BE",
    ),
    (None, "1914/1918", 2457, "ค.ศ. ๑๙๑๔-๑๙๑๘ / พ.ศ. ๒๔๕๗-๒๔๖๑", "1914-1918 / 2457-2461 BE"),
    (
        "1917-08", "1917-08-14/1917-09-13", 2460,
        "สิงหาคม ค.ศ. ๑๙๑๗ / พ.ศ. ๒๔๖๐",
        "August 1917 / 2460 BE",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("os", "ns", "be", "thai", "english"), CASES)
def test_date_in_both_languages(os: str | None, ns: str, be: int, thai: str, english: str) -> None:
    assert format_date(os, ns, be, "th") == thai
    assert format_date(os, ns, be, "en") == english


def test_thai_has_no_arabic_digit_and_english_no_thai_one() -> None:
    for os, ns, be, _, _ in CASES:
        assert not set(format_date(os, ns, be, "th")) & set("0123456789")
        assert not set(format_date(os, ns, be, "en")) & set("๐๑๒๓๔๕๖๗๘๙")


def test_one_calendar_alone() -> None:
    assert format_one("1917-10-25", "th") == "๒๕ ตุลาคม ค.ศ. ๑๙๑๗"
    assert format_one("1917-09-11/1917-09-20", "en") == "11-20 September 1917"


@pytest.mark.parametrize(
    ("ns", "thai", "english"),
    [
        ("1917-11-07", "วันพุธ", "Wednesday"),
        ("1917-11-04", "วันอาทิตย์", "Sunday"),
        ("1917-11-05", "วันจันทร์", "Monday"),
    ],
)
def test_weekday_of_a_day(ns: str, thai: str, english: str) -> None:
    assert weekday_name(ns, "th") == thai
    assert weekday_name(ns, "en") == english


@pytest.mark.parametrize("ns", ["1917", "1917-11", "1917-11-07/1917-11-08"])
def test_what_is_not_one_day_has_no_weekday(ns: str) -> None:
    assert weekday_name(ns, "th") == ""


def test_digits_are_exchanged_one_for_one() -> None:
    assert thai_digits("ค.ศ. 1917 (0123456789)") == "ค.ศ. ๑๙๑๗ (๐๑๒๓๔๕๖๗๘๙)"
    assert arabic_digits("๐๓.๑๐ น. ๔๕๖๗๘๙") == "03.10 น. 456789"
    assert digits(3, "th") == "๓"
    assert digits(3, "en") == "3"
