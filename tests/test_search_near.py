"""What is typed in another spelling, case, or era finds what is printed; ordinary words do not."""

from __future__ import annotations

import pytest

from reader.content.knowledge import Knowledge
from reader.content.search_names import NameSearch
from reader.text.search_near import ThaiKey, is_russian_form, is_slip, latin_key, russian_stems
from reader.text.search_years import in_other_era


@pytest.fixture(scope="module")
def names(entry: Knowledge) -> NameSearch:
    return NameSearch(entry)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trotski", "trotsky"),
        ("Trotzki", "trotsky"),
        ("Trocki", "trotsky"),
        ("Trotskij", "trotsky"),
        ("Kerenskii", "kerensky"),
        ("Ulianov", "lenin"),
        ("Korniloff", "kornilov"),
        ("Kornilow", "kornilov"),
        ("Троцкого", "trotsky"),
        ("Льва Троцкого", "trotsky"),
        ("троцким", "trotsky"),
        ("Ленина", "lenin"),
        ("Ленине", "lenin"),
        ("Керенскому", "kerensky"),
        ("Петроградом", "petrograd"),
        ("Москвы", "moscow"),
        ("Зимнего дворца", "winter-palace"),
        ("России", "russia"),
    ],
)
def test_other_spelling_or_case_is_the_name(names: NameSearch, typed: str, meant: str) -> None:
    found = names.near(typed)
    assert meant in found.entities
    assert found.is_sure


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ตรอสกี้", "trotsky"),
        ("ตอรตสกี", "trotsky"),
        ("โทรตสกี้", "trotsky"),
        ("เคอเรนสกี", "kerensky"),
        ("คอนิลอฟ", "kornilov"),
        ("ซิโนเวฟ", "zinoviev"),
        ("คาเมนเนฟ", "kamenev"),
        ("เปโตรกาด", "petrograd"),
        ("สมอลนี", "smolny"),
        ("Kamenieff", "kamenev"),
        ("Lenine", "lenin"),
        ("Petrogrado", "petrograd"),
    ],
)
def test_slip_comes_near_to_the_name(names: NameSearch, typed: str, meant: str) -> None:
    found = names.near(typed)
    assert found.entities == (meant,)
    assert not found.is_sure


@pytest.mark.parametrize(
    "typed",
    [
        "โทรทัศน์", "คอมพิวเตอร์", "ตรวจสอบ", "ปิโตรเลียม", "เครื่องบิน", "มหาวิทยาลัย",
        "อินเทอร์เน็ต", "สหกรณ์", "ตลาดหลักทรัพย์", "โรงพยาบาล", "สถิติ", "ตะเกียง", "กรรมพันธุ์",
        "สตางค์", "ตรรกะ", "คาราเมล", "เซรามิก", "ราชสีห์", "ก", "ตรอ", "เลือน",
        "lemon", "flower", "tower", "mail", "or", "stolen", "gorge", "market",
        "дом", "стол", "книга", "лето", "год", "река",
    ],
)  # fmt: skip
def test_ordinary_word_names_nobody(names: NameSearch, typed: str) -> None:
    assert names.near(typed).entities == ()


def test_every_name_comes_near_to_itself_alone(entry: Knowledge, names: NameSearch) -> None:
    """Two names of one text are not taken for one another."""
    for entity in entry.entities.values():
        if entity.category == "person":
            name = entity.name_th.split()[-1]
            assert names.near(name).entities in ((), (entity.id,)), name
            assert entity.id in names.near(entity.name_en).entities


def test_letters_at_the_beginning_have_to_be_as_typed() -> None:
    assert not ThaiKey("ซตาลิน").is_near(ThaiKey("สตาลิน"))
    assert not is_slip(latin_key("Kerensky"), latin_key("Terensky"))


def test_short_words_are_not_near_to_anything() -> None:
    assert not ThaiKey("เลนัน").is_near(ThaiKey("เลนิน"))
    assert latin_key("Lev") == ""
    assert not is_slip("lenin", "lanin")


@pytest.mark.parametrize("typed", ["троц", "троцкист", "троцкая"])
def test_beginning_and_feminine_of_a_name_are_told_from_another_word(typed: str) -> None:
    found = is_russian_form(typed, russian_stems("троцкии"))
    assert found == (typed == "троцкая")


# Years


@pytest.mark.parametrize(
    ("typed", "year", "is_buddhist"),
    [
        ("2460", 1917, False),
        ("๒๔๖๐", 1917, False),
        ("พ.ศ. 2460", 1917, False),
        ("พ.ศ.๒๔๖๐", 1917, False),
        ("พศ 2460", 1917, False),
        ("ปี 2460", 1917, False),
        ("2460 BE", 1917, False),
        ("1917", 2460, True),
        ("ค.ศ. ๑๙๑๗", 2460, True),
        ("AD 1917", 2460, True),
        ("พ.ศ. 1917", 1374, False),
    ],
)
def test_year_is_reckoned_in_the_other_era(typed: str, year: int, is_buddhist: bool) -> None:
    found = in_other_era(typed)
    assert found is not None
    assert (found.year, found.is_buddhist, found.is_alone) == (year, is_buddhist, True)


def test_year_in_a_date_is_reckoned_and_the_rest_kept() -> None:
    found = in_other_era("25 ตุลาคม พ.ศ. ๒๔๖๐")
    assert found is not None
    assert found.words == ("25 ตุลาคม ค.ศ. 1917", "25 ตุลาคม 1917")
    assert not found.is_alone


@pytest.mark.parametrize("typed", ["", "191", "19170", "3000", "0001", "เลนิน", "๒๕ ตุลาคม"])
def test_what_is_no_year_is_left(typed: str) -> None:
    assert in_other_era(typed) is None
