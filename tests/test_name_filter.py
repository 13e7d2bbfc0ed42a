"""The panel's filter forgives spelling, and its list is in the order of a Thai dictionary."""

from __future__ import annotations

import pytest

from reader.content.knowledge import Knowledge
from reader.content.model import CATEGORIES
from reader.content.name_filter import NameFilter
from reader.text.folding import loose, sort_key


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("เลนิน", "lenin"),
        ("เลน", "lenin"),  # a prefix
        ("วลาดิเมียร์", "lenin"),  # another spelling
        ("Ленин", "lenin"),
        ("LENIN", "lenin"),
        ("ซิโนเวียฟ", "zinoviev"),
        ("ชีโนเวียฟ", "zinoviev"),
        ("zinov", "zinoviev"),
        ("ทรอตสกี", "trotsky"),
        ("ตร็อตสกี้", "trotsky"),  # marks that nobody prints
        ("แมกซิมกอร์กี", "gorky"),  # without the space
        ("สโมลนี", "smolny"),
        ("smolny", "smolny"),
        ("พระราชวัง", "winter-palace"),
        ("เปรโตรกราด", "petrograd"),
        ("พรรคบอลเชวิก", "bolsheviks"),
        ("อัฟโรรา", "aurora"),
        ("Aurora", "aurora"),
        ("แมน้ำเนวา", "neva"),  # without the tone mark
    ],
)
def test_name_is_found_however_it_is_typed(entry: Knowledge, typed: str, meant: str) -> None:
    assert meant in NameFilter(entry.entities.values()).matching(typed)


def test_nothing_typed_shows_all(entry: Knowledge) -> None:
    assert NameFilter(entry.entities.values()).matching("") == set(entry.entities)
    assert NameFilter(entry.entities.values()).matching("  ") == set(entry.entities)


def test_nonsense_shows_nothing(entry: Knowledge) -> None:
    assert NameFilter(entry.entities.values()).matching("ฮฮฮฮ") == frozenset()


def test_filter_narrows(entry: Knowledge) -> None:
    matching = NameFilter(entry.entities.values()).matching("เลนิน")
    assert "marx" not in matching
    assert len(matching) < 5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ตร็อตสกี้", "ตรอตสกี"),
        ("Brest-Litovsk", "brest litovsk"),
        ("Café", "cafe"),
        ("สงครามโลกครั้งที่ ๑", "สงครามโลกครังที1"),
    ],
)
def test_names_that_are_the_same_to_a_reader(one: str, other: str) -> None:
    assert loose(one) == loose(other)


@pytest.mark.parametrize(("one", "other"), [("มา", "มี"), ("คาร์ล", "คอร์ล"), ("ก", "ข")])
def test_names_that_are_not(one: str, other: str) -> None:
    assert loose(one) != loose(other)


def test_thai_names_are_sorted_as_in_a_dictionary() -> None:
    names = ["แมกซิม", "เลนิน", "คาร์ล", "โจเซฟ", "เคเรนสกี", "กรีกอรี", "ลาฟร์", "ไทย", "ทหาร"]
    assert sorted(names, key=sort_key) == [
        "กรีกอรี", "คาร์ล", "เคเรนสกี", "โจเซฟ", "ทหาร", "ไทย", "แมกซิม", "ลาฟร์", "เลนิน",
    ]  # fmt: skip


def test_tone_marks_decide_last() -> None:
    assert sorted(["ก้า", "กาก", "ก่า", "กา"], key=sort_key) == ["กา", "ก่า", "ก้า", "กาก"]


def test_panel_lists_each_category_in_dictionary_order(entry: Knowledge) -> None:
    entities = list(entry.entities.values())
    assert entities == sorted(
        entities, key=lambda e: (CATEGORIES.index(e.category), sort_key(e.name_th))
    )
