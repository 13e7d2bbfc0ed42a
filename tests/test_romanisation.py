"""How words are read and written in Roman letters, by the Royal Thai General System."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.romanisation import reading_of, syllables_of
from reader.text.word_lookup import WordLookup

WORDS = """
กรุงเทพ krungthep|เชียงใหม่ chiangmai|ภูเก็ต phuket|สงคราม songkhram|อำนาจ amnat|เมือง mueang
สถาบัน sathaban|พฤศจิกายน phruetchikayon|ตุลาคม tulakhom|โซเวียต sowiat|เลนิน lenin|เหตุการณ์ hetkan
ปราบปราม prappram|ล้มเหลว lomleo|ถนน thanon|ตลาด talat|สนาม sanam|เจริญ charoen|แสดง sadaeng
เสนอ sanoe|เสนา sena|จลาจล chalachon|ประเทศ prathet|ไทย thai|อังกฤษ angkrit|พรรค phak|ธรรม tham
สวรรค์ sawan|เรือ ruea|เดือน duean|เขียว khiao|น้ำ nam|แม่น้ำ maenam|หนังสือ nangsue|หลวง luang|อยู่ yu
อย่าง yang|สร้าง sang|ทราย sai|เกาะ ko|เพราะ phro|เคย khoei|เดิน doen|เกิด koet|ตัว tua|ควร khuan
ชาติ chat|มิตร mit|บัตร bat|จักร chak|การ kan|ความ khwam|กองทัพ kongthap|ยึด yuet|ใหญ่ yai|ได้ dai
เข้า khao|เห็น hen|แข็ง khaeng|โต๊ะ to|ผู้นำ phunam|ดำเนิน damnoen|สมัย samai|ศาล san|ศูนย์ sun
อาทิตย์ athit|จันทร์ chan|สัปดาห์ sapda|ตำรวจ tamruat|รถไฟ rotfai|แรงงาน raengngan|ชาวนา chaona
นาฬิกา nalika|ตำแหน่ง tamnaeng|สำคัญ samkhan|สหาย sahai|อเมริกา amerika|ยุโรป yurop|ฝรั่งเศส farangset
"""
KNOWN = """
ปฏิวัติ ปะ-ติ-วัด patiwat|รัฐบาล รัด-ถะ-บาน ratthaban|ประชาธิปไตย ประ-ชา-ทิบ-ปะ-ไต prachathippatai
คณะรัฐมนตรี คะ-นะ-รัด-ถะ-มน-ตรี khanaratthamontri|กรรมกร กำ-มะ-กอน kammakon
ราชอาณาจักร ราด-ชะ-อา-นา-จัก ratcha-anachak|ทหาร ทะ-หาน thahan|จักรวรรดิ จัก-กระ-หวัด chakkrawat
"""


def rows(table: str) -> list[list[str]]:
    return [row.split() for line in table.strip().splitlines() for row in line.split("|")]


@pytest.fixture(scope="module")
def usual() -> frozenset[str]:
    """Syllables that Thai has."""
    return WordLookup()._syllables


@pytest.mark.parametrize(("word", "roman"), rows(WORDS))
def test_word_is_written_as_the_system_asks(word: str, roman: str, usual: frozenset[str]) -> None:
    reading = reading_of(word, usual)
    assert reading.roman == roman


@pytest.mark.parametrize(("word", "spoken", "roman"), rows(KNOWN))
def test_word_whose_spelling_does_not_tell_is_in_the_list(
    word: str, spoken: str, roman: str
) -> None:
    reading = reading_of(word)
    assert ("-".join(reading.syllables), reading.roman, reading.is_known) == (spoken, roman, True)


def test_syllables_that_would_run_together_are_set_off() -> None:
    assert reading_of("ยึดอำนาจ").roman == "yuet-amnat"


@pytest.mark.parametrize("word", ["ฮฮฮ", "abc", "", "่"])
def test_what_no_rule_fits_is_not_guessed(word: str) -> None:
    assert reading_of(word).roman == ""


@given(st.text(st.sampled_from("กขคงจทนมยรลวสหอะาิีุูเแโไ่้์็ัำฤๆ"), max_size=14))
def test_syllables_make_up_the_word(word: str) -> None:
    found = syllables_of(word)
    if found and not any(part.is_known for part in found):
        assert "".join(part.text for part in found) == word
        assert all(part.roman.isascii() and part.roman for part in found)


def test_every_word_of_the_list_is_read_by_its_own_line() -> None:
    from reader.text.romanisation import _known

    for word, spoken in _known().items():
        assert reading_of(word).syllables == tuple(part.text for part in spoken), word
