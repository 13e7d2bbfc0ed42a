"""The dates and hours that the entry prints, against lists made by reading it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from reader.content.knowledge import Knowledge
from reader.content.model import ArticleDate
from reader.text.calendar import new_style, parse_day

GOLD = tomllib.loads(
    Path(__file__).with_name("gold").joinpath("dates.toml").read_text(encoding="utf-8")
)["paragraph"]


def in_paragraph(entry: Knowledge, number: int) -> list[ArticleDate]:
    start, end = entry.article.paragraphs[number - 1]
    return [date for date in entry.dates if start <= date.start and date.end <= end]


def words(entry: Knowledge, date: ArticleDate) -> str:
    return entry.article.text[date.start : date.end]


@pytest.mark.parametrize("wanted", GOLD, ids=lambda block: f"paragraph {block['number']}")
def test_paragraph_has_the_dates_that_a_reader_finds(
    entry: Knowledge, wanted: dict[str, Any]
) -> None:
    found = [
        {
            "words": words(entry, date),
            "os": date.os,
            "ns": date.ns,
            **({"time": date.time} if date.time else {}),
            "precision": date.precision,
        }
        for date in in_paragraph(entry, wanted["number"])
    ]
    assert found == wanted["dates"]


@pytest.mark.parametrize("number", [block["number"] for block in GOLD])
def test_autumn_of_1917_is_2460(entry: Knowledge, number: int) -> None:
    assert {date.be for date in in_paragraph(entry, number)} == {2460}


def test_bare_year_takes_the_buddhist_year_of_its_event(entry: Knowledge) -> None:
    october, february, treaty = in_paragraph(entry, 1)
    assert (words(entry, october), october.be) == ("ค.ศ. ๑๙๑๗", 2460)
    # in March NS, before the Thai new year on 1 April
    assert (words(entry, february), february.be) == ("ค.ศ. ๑๙๑๗", 2459)
    assert (words(entry, treaty), treaty.be) == ("ต้น ค.ศ. ๑๙๑๘", 2460)


def test_early_1918_is_told_in_new_style_only(entry: Knowledge) -> None:
    treaty = in_paragraph(entry, 1)[2]
    assert treaty.os is None
    assert treaty.ns.startswith("1918-03")


def test_september_of_the_kornilov_affair_is_new_style(entry: Knowledge) -> None:
    (date,) = in_paragraph(entry, 2)
    assert words(entry, date) == "เดือนกันยายน ค.ศ. ๑๙๑๗"
    assert (date.ns, date.printed, date.precision) == ("1917-09", "ns", "month")


def test_next_day_is_counted_from_the_day_before(entry: Knowledge) -> None:
    (date,) = in_paragraph(entry, 9)
    assert (words(entry, date), date.os) == ("วันรุ่งขึ้น", "1917-10-17")


def test_dates_come_in_order_and_never_overlap(entry: Knowledge) -> None:
    for one, other in zip(entry.dates, entry.dates[1:], strict=False):
        assert one.end <= other.start


def test_dates_never_overlap_names(entry: Knowledge) -> None:
    for date in entry.dates:
        for mention in entry.mentions:
            assert date.end <= mention.start or mention.end <= date.start


def test_both_calendars_are_thirteen_days_apart(entry: Knowledge) -> None:
    days = [date for date in entry.dates if date.os and len(date.os) == 10]
    assert days
    for date in days:
        assert date.os is not None
        assert new_style(parse_day(date.os)).iso() == date.ns


def test_every_day_with_a_month_in_the_entry_is_a_date(entry: Knowledge) -> None:
    day = re.compile("[๐-๙]+(?:-[๐-๙]+)? (?:กันยายน|ตุลาคม|พฤศจิกายน)")
    spans = {(date.start, date.end) for date in entry.dates}
    found = [match.span() for match in day.finditer(entry.article.text)]
    assert len(found) == 15
    assert set(found) <= spans


def test_every_hour_in_the_entry_is_a_date(entry: Knowledge) -> None:
    hour = re.compile(r"[๐-๙]{1,2}\.[๐-๙]{2} น\.")
    timed = {(date.start, date.end): date.time for date in entry.dates if date.time}
    found = {match.span(): match.group() for match in hour.finditer(entry.article.text)}
    assert len(found) == 6
    assert timed.keys() == found.keys()


def test_every_year_in_the_entry_is_part_of_a_date(entry: Knowledge) -> None:
    years = list(re.finditer(r"ค\.ศ\. [๐-๙]{4}", entry.article.text))
    assert len(years) == 4
    for year in years:
        assert any(d.start <= year.start() and year.end() <= d.end for d in entry.dates)


@pytest.mark.parametrize(
    "number", ["๑๐ : ๒", "๒๐ : ๒", "๕,๐๐๐", "๑๒ คน", "๗ คน", "๕ วัน", "ครั้งที่ ๑", "สมัยที่ ๒"]
)
def test_numbers_that_are_no_dates_are_left_alone(entry: Knowledge, number: str) -> None:
    text = entry.article.text
    for match in re.finditer(re.escape(number), text):
        assert not any(d.start < match.end() and match.start() < d.end for d in entry.dates)


def test_hour_after_midnight_belongs_to_the_next_day(entry: Knowledge) -> None:
    early = [date for date in entry.dates if date.time and date.time < "06:00"]
    assert [(date.time, date.os) for date in early] == [
        ("03:30", "1917-10-25"),
        ("03:10", "1917-10-26"),
    ]
