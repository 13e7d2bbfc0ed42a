"""Starred terms: all of them, with the very words they star."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.content.knowledge import Knowledge
from reader.content.reading import open_text
from reader.text.article import Span
from reader.text.mentions import Mention
from reader.text.terms import Term, find_terms, starred_mentions
from reader.text.word_breaks import word_boundaries

# paragraph, where the name begins, the name and the gloss as printed, what they mean
ENTRY = [
    (1, 61, "พรรคบอลเชวิค", "Bolsheviks", "bolsheviks"),
    (1, 103, "วลาดีมีร์ เลนิน", "Vladimir Lenin", "lenin"),
    (1, 140, "เลออน ตรอตสกี", "Leon Trotsky", "trotsky"),
    (1, 217, "การปฏิวัติเดือนกุมภาพันธ์", "February Revolution", "february-revolution"),
    (1, 292, "อะเล็กซานเดอร์ เคเรนสกี", "Alexander Kerensky", "kerensky"),
    (1, 732, "สงครามโลกครั้งที่ ๑", "First World War", "first-world-war"),
    (1, 789, "สนธิสัญญาเบรส-ลิตอฟสค์", "Treaty of Brest-Litvosk", "brest-litovsk"),
    (1, 1119, "คาร์ล มากซ์", "Karl Marx", "marx"),
    (2, 1285, "เหตุการณ์เรื่องคอร์นีลอฟ", "Kornilov Affair", "kornilov-affair"),
    (2, 1466, "ลาฟร์ คอร์นีลอฟ", "Lavr Kornilov", "kornilov"),
    (7, 6219, "เลฟ คาเมเนฟ", "Lev Kamenev", "kamenev"),
    (7, 6249, "กรีกอรี ชีโนเวียฟ", "Grigori Zinoviev", "zinoviev"),
    (7, 6912, "โจเซฟ สตาลิน", "Joseph Stalin", "stalin"),
    (10, 9220, "คอสแซค", "Cossaks", "cossacks"),
]


def spelled(text: str, term: Term) -> tuple[str, str, str]:
    return (
        text[term.start : term.end],
        text[term.gloss_start : term.gloss_end],
        text[term.star],
    )


# The entry


def test_entry_has_fourteen_starred_terms(entry: Knowledge) -> None:
    assert len(entry.terms) == entry.article.text.count("*") == 14


@pytest.mark.parametrize("number", range(14))
def test_term_of_the_entry_has_its_exact_span(entry: Knowledge, number: int) -> None:
    paragraph, start, name, gloss, entity = ENTRY[number]
    term = entry.terms[number]
    text = entry.article.text
    assert text.count(f"{name} ({gloss})*") == 1
    assert spelled(text, term) == (name, gloss, "*")
    assert (term.start, term.end) == (start, start + len(name))
    assert term.gloss_start == term.end + len(" (")
    assert term.star == term.gloss_end + len(")")
    assert term.entity == entity
    assert entry.article.paragraph_at(term.start) == paragraph - 1


# Any text


def one(text: str, *mentions: Mention, words: list[int] | None = None) -> tuple[str, str, str]:
    (term,) = find_terms(text, mentions, words or [])
    return spelled(text, term)


def test_star_after_the_bracket_marks_a_term() -> None:
    assert one("ชื่อไทย (English)* ต่อ") == ("ชื่อไทย", "English", "*")


def test_bracket_without_a_star_marks_none() -> None:
    assert find_terms("ชื่อไทย (English) ต่อ", ()) == []


def test_star_without_a_bracket_marks_none() -> None:
    assert find_terms("คำ* ต่อ 2 * 3", ()) == []


def test_gloss_with_a_bracket_inside_is_taken_whole() -> None:
    assert one("พรรค (Party (Bolsheviks))*") == ("พรรค", "Party (Bolsheviks)", "*")
    assert one("พรรค (a (b) c (d))*")[1] == "a (b) c (d)"


def test_square_brackets_do_as_well() -> None:
    assert one("พรรค [The Party (Bolshevik)]*")[:2] == ("พรรค", "The Party (Bolshevik)")


def test_space_before_the_star_is_forgiven() -> None:
    assert one("คำ (Word) *") == ("คำ", "Word", "*")


def test_missing_space_before_the_bracket_is_forgiven() -> None:
    assert one("คำ(Word)*") == ("คำ", "Word", "*")


def test_bracket_that_was_never_opened_marks_none() -> None:
    assert find_terms("คำ Word)* ต่อ", ()) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2029"])
def test_term_never_reaches_over_a_paragraph(end: str) -> None:
    assert find_terms(f"คำ (Wo{end}rd)*", ()) == []
    text = f"ย่อหน้าก่อน{end}คำ (Word)*"
    assert one(text) == ("คำ", "Word", "*")


def found(text: str) -> list[str]:
    """The names of the terms in ``text``, its words known."""
    return [text[term.start : term.end] for term in find_terms(text, (), word_boundaries(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("วลาดีมีร์ เลนิน (Vladimir Lenin) (1870-1924)*", "วลาดีมีร์ เลนิน"),
        ("วลาดีมีร์ เลนิน (ค.ศ. ๑๘๗๐) (Vladimir Lenin)*", "วลาดีมีร์ เลนิน"),
        ("องค์การคอมินเทิร์น (Comintern) [Third International]*", "องค์การคอมินเทิร์น"),
        ("เลนิน (ค.ศ. ๑๘๗๐)*", "เลนิน"),
        ("เป็นสมาชิกพรรคบอลเชวิค (๑๙๑๒)*", "พรรคบอลเชวิค"),
        ("ซาร์นิโคลัสที่ ๒ (๑๘๙๔-๑๙๑๗)*", "นิโคลัสที่ ๒"),
    ],
)
def test_gloss_of_years_or_a_second_one_never_cuts_a_name_in_pieces(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize(
    "name",
    ["**เลนิน**", "_เลนิน_", "***เลนิน***", "~~เลนิน~~", "“เลนิน”", "‘เลนิน’", '"เลนิน"', "«เลนิน»",
     "[เลนิน](http://x)", "ผู้นำ **เลนิน**"],
)  # fmt: skip
def test_marks_around_a_name_are_no_part_of_it(name: str) -> None:
    text = f"{name} (Lenin)*"
    assert found(text) == ["เลนิน"]
    assert one(text)[0] == "เลนิน"


def test_quotation_marks_tell_the_whole_name() -> None:
    assert found("เรียกว่า “การต่อสู้ทางวัฒนธรรม” (Kulturkampf)*") == ["การต่อสู้ทางวัฒนธรรม"]


@pytest.mark.parametrize(
    "text",
    ["* *(B)*", "()* ", "คำ ()* ต่อ", "คำ (…)*", "๑๒๓ (War)*", "[เลนิน](http://x)*",
     "[เลนิน](lenin.md)*", "คำ [Lenin](https://x.y/a)*"],
)  # fmt: skip
def test_what_has_no_letter_and_what_is_a_link_is_no_term(text: str) -> None:
    assert found(text) == []
    assert find_terms(text, ()) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("หลังสงครามโลกครั้งที่สอง (Second World War)*", "สงครามโลกครั้งที่สอง"),
        ("สงครามฝิ่นครั้งแรก (First Opium War)*", "สงครามฝิ่นครั้งแรก"),
    ],
)
def test_edge_guessed_without_words_is_in_no_syllable_and_before_no_ordinal(
    text: str, name: str
) -> None:
    assert one(text)[0] == name


def test_title_behind_a_head_is_the_beginning_of_a_name() -> None:
    text = "ราชอาณาจักรซาร์ดิเนีย (Kingdom of Sardinia)*"
    (term,) = find_terms(text, ())
    assert text[term.start : term.end] == "ราชอาณาจักรซาร์ดิเนีย"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("ในเวลานั้น", "วลาดีมีร์ เลนิน"),
        ("ผู้นำคือ", "วลาดีมีร์ อีลิช เลนิน"),
        ("รัฐบาลของนาย", "อะเล็กซานเดอร์ เคเรนสกี"),
        ("เพื่อนของ", "คาร์ล มากซ์"),
        ("ต่อมา", "จูเซปเป การีบัลดี"),
        ("เมื่อ ค.ศ. ๑๙๑๗ ", "เลนิน"),
        ("ในกรุงปารีส ", "เลนิน"),
        ("ทหารโซเวียต ", "เลนิน"),
        ("นักศึกษาประวัติศาสตร์ ", "เลนิน"),
        ("พรรคบอลเชวิค ", "เลนิน"),
        ("หลัง", "สงครามไครเมีย"),
        ("", "เหตุการณ์วันอาทิตย์นองเลือด"),
    ],
)
def test_name_with_years_alone_has_its_given_names(before: str, name: str) -> None:
    text = f"{before}{name} (๑๘๗๐-๑๙๒๔)* ได้"
    (term,) = find_terms(text, (), word_boundaries(text))
    assert text[term.start : term.end] == name


def test_known_name_gives_its_own_edge() -> None:
    text = "ในนามของคาร์ล มากซ์ (Karl Marx)*"
    marx = Mention(8, 19, "marx")
    (term,) = find_terms(text, [marx])
    assert spelled(text, term)[0] == "คาร์ล มากซ์"
    assert term.entity == "marx"


def test_name_that_ends_elsewhere_is_not_the_term() -> None:
    text = "มากซ์กล่าว (said)*"
    (term,) = find_terms(text, [Mention(0, 5, "marx")])
    assert term.entity is None


def test_unknown_name_never_reaches_back_over_another_term() -> None:
    text = "หนึ่ง (One)* สอง (Two Three Four)*"
    first, second = find_terms(text, (), [0, 5, 13, 16])
    assert spelled(text, first)[0] == "หนึ่ง"
    assert spelled(text, second)[0] == "สอง"


def test_only_mentions_before_a_star_are_starred() -> None:
    text = "มากซ์ และมากซ์ (Marx)*"
    mentions = [Mention(0, 5, "marx"), Mention(9, 14, "marx")]
    assert starred_mentions(mentions, find_terms(text, mentions)) == {Span(9, 14)}


texts = st.text(st.sampled_from("กข้า ab(()))[]**\n\u2029\u00a0"), max_size=60)


@given(texts, st.lists(st.integers(0, 60)))
def test_whatever_the_text_terms_are_whole_and_in_order(text: str, words: list[int]) -> None:
    last = -1
    for term in find_terms(text, (), words):
        assert 0 <= term.start < term.end < term.gloss_start <= term.gloss_end < term.star
        assert text[term.star] == "*"
        assert text[term.gloss_start - 1] + text[term.gloss_end] in ("()", "[]")
        assert not set(text[term.start : term.star]) & set("\n\u2029")
        assert text[term.start : term.end] == text[term.start : term.end].strip(" \u00a0")
        assert last < term.star
        last = term.star


def test_what_is_too_far_from_its_gloss_is_looked_for_no_further() -> None:
    text = "\x00" * 62 + " " * 59 + "\x00" * 18 + "กY[[de]][b (0]*A[|l]*"
    words = range(0, len(text), 3)
    assert [spelled(text, term)[1] for term in find_terms(text, (), words)] == ["b (0", "|l"]


# A file without a package


def test_file_without_a_package_tells_its_terms(tmp_path: Path) -> None:
    file = tmp_path / "สงคราม.txt"
    text = "สงคราม (War)* และสันติภาพ (Peace)* [ไม่มีดาว (None)]"
    file.write_text(text, encoding="utf-8")
    known = open_text(file)
    assert (known.article.id, known.title_th, known.title_en) == ("สงคราม",) * 3
    assert [spelled(text, term)[1] for term in known.terms] == ["War", "Peace"]
    assert [term.entity for term in known.terms] == [None, None]
    assert not known.entities
    assert not known.mentions
