"""A broken copy can be read clean beside the verbatim text; every place has its like in both."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.cleaning import clean, looks_broken
from reader.text.lost_nikhahit import LostNikhahit
from reader.text.offset_map import OffsetMap

CHARS = 'กนสเแไะาำัิีึุู็่้๊๋์ํ๎ฺๆ ก \u00a0\u200b\u00ad\ufeff\uf70a\uf710\uf71aaB1๒.-()"*\t😀\n'
PIECES = ("\r\n", "\r", "\n", "นํ้า", "น ้ำ", "ท างาน", "ก าร", "น ้า", "ทําา", "เเก", "เ มือง")
broken = st.lists(st.sampled_from([*CHARS, *PIECES, "การปฏิวัติเดือนตุลาคม"])).map("".join)
PARAGRAPH = (
    "การปฏิวัติเดือนตุลาคมเป็นการยึดอำนาจทางการเมืองของพรรคบอลเชวิค\n"
    "ในรัสเซียซึ่งมีวลาดีมีร์เลนินเป็นผู้นำรัฐบาลเฉพาะกาลซึ่งปกครอง\n"
    "ประเทศภายหลังการปฏิวัติเดือนกุมภาพันธ์ถูกโค่นอำนาจและเคเรนสกี\n"
    "สามารถหลบหนีออกนอกประเทศได้และพยายามรวบรวมกำลังทั้งภายใน\n"
    "และนอกประเทศ\n"
)


@pytest.mark.parametrize(
    ("found", "cleaned"),
    [
        ("นํา", "นำ"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("น ้ำ", "น้ำ"),
        ("น้ ำ", "น้ำ"),
        ("ท่ี", "ที่"),
        ("ที่่", "ที่"),
        ("ทีี่่", "ที่"),
        ("สิทธ์ิ", "สิทธิ์"),
        ("เเละ", "และ"),
        ("เ มือง", "เมือง"),
        ("ปร ะเทศ", "ประเทศ"),
        ("ก าร", "การ"),
        ("ภ าคจ ากก ารปร าบ", "ภาคจากการปราบ"),
        ("เข า เก าะ ว่ า ท ่าน ส ามารถ", "เขา เกาะ ว่า ท่าน สามารถ"),
        (
            "ส าหรับการท างานของรัฐบาล ก าหนดให้ผู้น าท าการ",
            "สำหรับการทำงานของรัฐบาล กำหนดให้ผู้นำทำการ",
        ),
        ("ค าว่า จ านวน จ ากัด น ้ามัน น้ า", "คำว่า จำนวน จำกัด น้ำมัน น้ำ"),
        ("สตาลินน าพรรค ท าลายอ านาจ", "สตาลินนำพรรค ทำลายอำนาจ"),
        ("ทําา น้ําา ทำา ท าา", "ทำ น้ำ ทำ ทำ"),
        ("ป ี ที ่ ไม ่ ค ้าขาย ถ ้า", "ปี ที่ ไม่ ค้าขาย ถ้า"),  # a space before every mark
        ("เขารู้ว่าถ ้าไม่ไป", "เขารู้ว่าถ้าไม่ไป"),  # one place alone: the commoner word
        ("ราคาค ่าแรงและน ้าใจ", "ราคาค่าแรงและน้ำใจ"),
        ("ท างานในถ ้า", "ทำงานในถ้ำ"),  # where rings were lost it is a ring
        ("ที\uf70a", "ที่"),
        ("ป\uf710น", "ปัน"),
        ("\uf70fา\uf700าน", "ญาฐาน"),
        ("ตรอต\u200bสกี", "ตรอตสกี"),
        ("ปฏิ\u00adวัติ", "ปฏิวัติ"),
        ("ก\u200c\u200bข", "กข"),
        ("เลนิน  ตรอตสกี", "เลนิน ตรอตสกี"),
    ],
)
def test_broken_thai_is_mended(found: str, cleaned: str) -> None:
    assert clean(found).text == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "น้ำ ที่ ก็ ทั้ง สิทธิ์ พันธุ์ กู้ เก่ง ป้ำ ๆ ไป",
        "ที่ ปราศจาก อย่าง ไรก็ตาม",  # two whole letters apart: no sign tells that they belong
        "เขาถามว่า โอ เธอ",
        "👩\u200d🔬 café naïve",
        "\ufeffหนึ่ง\nสอง",
        "ข้อ ๑ ๒ ๓",
    ],
)
def test_sound_text_stays_as_it_is(text: str) -> None:
    assert clean(text).text == text
    assert not looks_broken(text)


def test_entry_is_not_taken_for_broken(entry_text: str) -> None:
    assert not looks_broken(entry_text)


def test_lines_of_a_page_become_paragraphs() -> None:
    cleaned = clean(PARAGRAPH + PARAGRAPH).text
    assert cleaned == 2 * (PARAGRAPH.rstrip().replace("\n", "") + "\n")
    assert looks_broken(PARAGRAPH)


def test_english_lines_are_joined_with_a_space() -> None:
    lines = ["The insurrection of October nineteen-seventeen was the seizure of"] * 4 + ["power."]
    assert clean("\n".join(lines)).text == " ".join(lines)


def test_items_of_a_list_stay_apart() -> None:
    items = [f"{n}. {'การปฏิวัติเดือนตุลาคมเป็นการยึดอำนาจทางการเมือง'}" for n in range(1, 9)]
    assert clean("\n".join(items)).text == "\n".join(items)


def test_short_lines_of_verse_stay_apart() -> None:
    verse = "ลุกขึ้นเถิดพี่น้องผอง\nผู้ทนทุกข์ยากไร้\nบัดนี้ถึงเวลาแล้ว\n" * 3
    assert clean(verse).text == verse


def test_space_left_of_the_ring_of_am_is_a_sign_of_a_broken_copy() -> None:
    assert looks_broken("น้ ามัน ค้ าจุน ซ้ าเติม")
    assert looks_broken("ทำาให้ จำานวน สำาหรับ")


def test_without_a_word_list_every_space_before_aa_was_a_ring() -> None:
    assert LostNikhahit(frozenset()).plain("กำร", [1]) == set()
    assert LostNikhahit(frozenset(["การ"])).plain("กำร", [1]) == {1}


def test_place_of_a_mended_ring_is_found_both_ways() -> None:
    text = "ก าหนดให้ผู้น าท าการ"
    cleaned = clean(text)
    there, here = cleaned.text.index("ทำการ"), text.index("ท าการ")
    assert cleaned.to_cleaned(here) == there
    assert cleaned.to_verbatim(there) == here
    assert cleaned.to_verbatim(len(cleaned.text)) == len(text)


@given(broken)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once


@given(st.lists(st.sampled_from([*PARAGRAPH.splitlines(), "", "สั้น", "เเละท ี่", "  ย่อหน้า"])))
def test_cleaning_lines_twice_is_cleaning_once(lines: list[str]) -> None:
    once = clean("\n".join(lines)).text
    assert clean(once).text == once


@given(broken)
def test_letters_stay_besides_the_stated_rules(text: str) -> None:
    def letters(text: str) -> str:
        text = text.replace("\uf700", "ฐ").replace("\uf70f", "ญ").replace("เเ", "แ")
        return "".join(re.findall(r"[ก-ฮโไใๆ๐-๙A-Za-z0-9.()*\"😀]", text))

    assert letters(clean(text).text) == letters(text)


@given(broken)
def test_offsets_never_go_back_and_meet_at_both_ends(text: str) -> None:
    cleaned = clean(text)
    there = [cleaned.to_cleaned(offset) for offset in range(len(text) + 1)]
    back = [cleaned.to_verbatim(offset) for offset in range(len(cleaned.text) + 1)]
    assert there == sorted(there)
    assert back == sorted(back)
    assert (there[0], there[-1]) == (0, len(cleaned.text))
    assert back[-1] == len(text)
    assert [cleaned.to_cleaned(offset) for offset in back] == list(range(len(cleaned.text) + 1))


@given(broken)
def test_letter_has_its_like_at_its_place(text: str) -> None:
    cleaned = clean(text)
    for offset, char in enumerate(text):
        if char in "กนสบทa😀":
            assert cleaned.text[cleaned.to_cleaned(offset)] == char
            assert cleaned.to_verbatim(cleaned.to_cleaned(offset)) == offset


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4), st.integers(0, 4))))
def test_map_of_any_edits_is_monotone(steps: list[tuple[int, int, int]]) -> None:
    edits = []
    at = 0
    for gap, old, new in steps:
        edits.append((at + gap, at + gap + old, new))
        at += gap + old
    moved = OffsetMap(edits)
    length = at + sum(new - (end - start) for start, end, new in edits)
    forward = [moved.forward(o) for o in range(at + 1)]
    assert forward == sorted(forward)
    assert forward[-1] == length
    back = [moved.back(o) for o in range(length + 1)]
    assert back == sorted(back)


def test_ten_million_letters_in_one_line_are_cleaned_in_seconds() -> None:
    for line in (
        "นํ้า ท ี่ " * 300_000,
        "ก าท า" * 500_000,
        "ก" * 3_000_000,
        "่ " * 1_500_000,
        "ก " * 1_500_000,
    ):
        start = time.perf_counter()
        clean(line)
        assert time.perf_counter() - start < 15
