"""Where a Thai name before a gloss begins, when nobody has told the names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from term_edges import GOLD, edges, exact, marked, report, written

from reader.text.sound import unlikeness
from reader.text.term_edges import left_edge, window_before
from reader.text.terms import find_glossed_names, find_terms
from reader.text.word_breaks import word_boundaries

LEAST = {"entry": 14, "chosen": 79, "held-out": 74, "later": 57}


@pytest.mark.parametrize("part", LEAST)
def test_left_edge_is_as_often_exact_as_the_document_says(part: str) -> None:
    wrong = [edge for edge in edges(part) if edge.wanted != edge.found]
    assert exact(part) >= LEAST[part], wrong


def test_entry_without_its_names_has_thirteen_of_fourteen_edges_and_more() -> None:
    assert len(edges("entry")) == 14
    assert exact("entry") >= 13


def test_more_than_sixty_terms_are_marked_in_each_half() -> None:
    assert len(edges("chosen")) > 60
    assert len(edges("held-out")) > 60


def test_errors_in_the_document_are_those_of_today() -> None:
    assert written() == report()


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.txt")), ids=lambda path: path.stem)
def test_every_marked_name_has_a_gloss_and_every_star_a_name(path: object) -> None:
    text, names = marked(path)  # type: ignore[arg-type]
    assert "{" not in text and "}" not in text
    found = find_glossed_names(text, (), word_boundaries(text))
    assert names.keys() <= {name.end for name in found}
    assert {term.end for term in find_terms(text, ())} <= names.keys()
    assert text.count("*") == len(find_terms(text, ()))


def edge(before: str, gloss: str) -> str:
    """The name found in ``before``, which a gloss follows."""
    low, window = window_before(before, len(before), 0, word_boundaries(before))
    return before[low + left_edge(window, gloss) :]


@pytest.mark.parametrize(
    ("before", "name", "gloss"),
    [
        ("ต่อมานายพลลาฟร์ คอร์นีลอฟ", "ลาฟร์ คอร์นีลอฟ", "Lavr Kornilov"),
        ("กองทหารคอสแซค", "คอสแซค", "Cossaks"),
        ("ในรัสเซียซึ่งมีวลาดีมีร์ เลนิน", "วลาดีมีร์ เลนิน", "Vladimir Lenin"),
        ("สมาชิกของพรรคบอลเชวิค", "พรรคบอลเชวิค", "Bolsheviks"),
        ("หัวหน้าพรรคแคเดต", "พรรคแคเดต", "Kadets"),
        ("ซาร์นิโคลัสที่ ๒", "นิโคลัสที่ ๒", "Nicholas II"),
        ("ส่วนเคานต์คามิลโล คาวัวร์", "เคานต์คามิลโล คาวัวร์", "Count Camillo Cavour"),
        ("นายจอร์จ ซี. มาร์แชลล์", "จอร์จ ซี. มาร์แชลล์", "George C. Marshall"),
        ("เมื่อเกิดการปฏิวัติ ค.ศ. ๑๘๔๘", "การปฏิวัติ ค.ศ. ๑๘๔๘", "Revolutions of 1848"),
        ("ลงนามในสนธิสัญญาเบรส-ลิตอฟสค์", "สนธิสัญญาเบรส-ลิตอฟสค์", "Treaty of Brest-Litvosk"),
        ("พระราชินีมารี อองตัวแนต", "มารี อองตัวแนต", "Marie Antoinette"),
        ("สงครามโลกครั้งที่หนึ่ง", "สงครามโลกครั้งที่หนึ่ง", "World War I"),
        ("หลังสงครามโลกครั้งที่สอง", "สงครามโลกครั้งที่สอง", "Second World War"),
        ("พระเจ้าหลุยส์ที่สิบหก", "หลุยส์ที่สิบหก", "Louis XVI"),
        ("สาธารณรัฐที่สาม", "สาธารณรัฐที่สาม", "Third Republic"),
        ("สาธารณรัฐที่สาม", "สาธารณรัฐที่สาม", "Troisième République"),
        ("สันตะปาปาจอห์นที่ยี่สิบเอ็ด", "จอห์นที่ยี่สิบเอ็ด", "John XXI"),
    ],
)
def test_words_around_a_name_decide_where_it_begins(before: str, name: str, gloss: str) -> None:
    assert edge(before, gloss) == name


@pytest.mark.parametrize(
    ("thai", "latin"),
    [
        ("ตรอตสกี", "Trotsky"), ("โชแรส", "Jaurès"), ("ชอร์ช", "Georges"), ("โฆเซ", "José"),
        ("เกลมองโซ", "Clemenceau"), ("ลีบคเนชท์", "Liebknecht"), ("ปิออตร์", "Pyotr"),
        ("อะเล็กซานเดอร์", "Alexander"), ("คาสเซิลเร", "Castlereagh"),
    ],
)  # fmt: skip
def test_thai_letters_sound_like_the_name_they_write(thai: str, latin: str) -> None:
    assert unlikeness(thai, latin) < 0.25
    assert unlikeness(f"สงคราม{thai}", latin) > unlikeness(thai, latin) + 0.1


@pytest.mark.parametrize(("thai", "latin"), [("สงคราม", "Trotsky"), ("วัฒนธรรม", "Marx")])
def test_other_words_do_not_sound_like_a_name(thai: str, latin: str) -> None:
    assert unlikeness(thai, latin) > 0.5


@given(st.text("กขเแ้าิ์มรี ซฟa.-๑(", max_size=60), st.text("abcgh IVX-'éł1", max_size=40))
def test_whatever_stands_before_a_gloss_an_edge_is_in_it(before: str, gloss: str) -> None:
    low, window = window_before(before, len(before), 0, range(0, len(before), 2))
    found = left_edge(window, gloss)
    assert found == -1 or 0 <= found < len(window.text)
    assert before[low:] == window.text
    assert 0 <= unlikeness(before, gloss) <= 1
