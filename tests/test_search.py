"""Searching: what is forgiven and what is not, exact offsets, nothing missed, however long."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reader.content.knowledge import Knowledge
from reader.text.article import Span
from reader.text.line_rules import Breaks
from reader.text.search import Query, SearchText, TextSearch, search_all
from reader.text.search_excerpt import sentence_around
from reader.text.search_folding import folded
from reader.text.search_keyboard import in_other_layout
from reader.text.search_levels import EXACT, FORGIVING, LEVELS, LOOSE


def hits(text: str, words: str, level: str = FORGIVING, **more: object) -> list[str]:
    query = Query(words, level, **more)  # type: ignore[arg-type]
    return [text[start:end] for start, end in search_all(text, query)]


# What is forgiven


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ตร็อตสกี้", "ตรอตสกี"),  # tone marks
        ("ตรอตสกี", "ตร็อตสกี้"),
        ("แมน้ำ", "แม่น้ำ"),
        ("25 ตุลาคม", "๒๕ ตุลาคม"),  # digits
        ("๒๕ตุลาคม", "25  ตุลาคม"),  # spaces
        ("กรุง เปโตรกราด", "กรุงเปโตรกราด"),
        ("ค.ศ.1917", "ค.ศ. ๑๙๑๗"),
        ("เลนิน", "เล\u200bนิน"),  # what nobody sees
        ("ต่างๆ", "ต่าง"),
        ("กรุงเทพฯ", "กรุงเทพ"),
        ("เบรสลิตอฟสค์", "เบรส-ลิตอฟสค์"),  # hyphens
        ("Brest Litovsk", "Brest–Litovsk"),
        ("brest-litovsk", "Brest Litovsk"),
        ("LENIN", "Lenin"),  # case
        ("Fedor", "Fëdor"),  # accents
        ("Федор", "Фёдор"),
        ("ทำ", "ทํา"),  # two ways of writing one letter
        ("น้ำ", "นํ้า"),
        ("แกะ", "เเกะ"),
        ("“ปราฟดา”", '"ปราฟดา"'),
    ],
)
def test_small_differences_are_forgiven(typed: str, printed: str) -> None:
    assert hits(f"ก {printed} ข", typed) == [printed]


@pytest.mark.parametrize("typed", ["ต่างๆ", "ต่าง ๆ", "ต่าง", "ตาง"])
@pytest.mark.parametrize("printed", ["ต่างๆ", "ต่าง ๆ", "ต่าง"])
def test_signs_of_repetition_make_no_difference(typed: str, printed: str) -> None:
    assert hits(printed, typed) == ["ต่าง"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ซตาลิน", "สตาลิน"),
        ("ศภา", "สภา"),
        ("ทา", "ทำ"),
        ("มา", "มี"),
        ("then", "the new"),  # spaces part foreign words
        ("1917", "19 17"),
    ],
)
def test_other_letters_are_not_forgiven(typed: str, printed: str) -> None:
    assert hits(printed, typed) == []


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ซตาลิน", "สตาลิน"),
        ("ศภา", "สภา"),
        ("บอลเชวิก", "บอลเชวิค"),
        ("อเล็กซานเดอร์", "อะเล็กซานเดอร์"),
        ("มากซ์", "มาร์กซ์"),
        ("ลิตอฟ", "ลีตอฟ"),
    ],
)
def test_letters_of_one_sound_are_alike_in_a_loose_search(typed: str, printed: str) -> None:
    assert hits(f"ก {printed} ข", typed, LOOSE) == [printed]


@pytest.mark.parametrize("typed", ["lenin", "เลนีน", "๑", " นิน"])
def test_exact_search_forgives_nothing(typed: str) -> None:
    assert hits("Lenin เลนิน 1", typed, EXACT) == []


def test_exact_search_finds_the_very_characters() -> None:
    assert hits("ต่าง ๆ ต่างๆ", "ต่าง ๆ", EXACT) == ["ต่าง ๆ"]


@pytest.mark.parametrize("nothing", ["", " ", "\u00a0"])
@pytest.mark.parametrize("level", LEVELS)
def test_blank_words_find_nothing(nothing: str, level: str) -> None:
    assert hits("ก ข\u00a0ค", nothing, level) == []


def test_sign_that_is_forgiven_is_found_when_it_alone_is_sought() -> None:
    assert hits("ต่าง ๆ กรุงเทพฯ", "ๆ") == ["ๆ"]
    assert hits("ก่า", "่") == ["่"]


def test_and_so_forth_is_a_word() -> None:
    assert hits("ลา ฯลฯ", "ฯลฯ") == ["ฯลฯ"]


def test_what_was_typed_so_far_is_found_though_it_ends_in_a_sign() -> None:
    assert hits("Brest-Litovsk", "Brest-") == ["Brest"]
    assert hits("ต่าง ๆ", "ต่าง ") == ["ต่าง"]


def test_hits_take_the_marks_of_their_last_letter() -> None:
    assert hits("เก้าสิบ", "เกา") == ["เก้า"]
    assert hits("ที่", "ที") == ["ที่"]


# Whole words


def test_whole_words_begin_and_end_where_lines_may_turn() -> None:
    text = "ประชุมประชาธิปไตย ประชา"
    breaks = Breaks([6, 18], [], [])
    query = Query("ประชา", whole=True)
    assert search_all(text, query, breaks) == [Span(18, 23)]


@pytest.mark.parametrize(
    ("text", "count"), [("Lenin Leninism", 1), ("(Lenin)", 1), ("Lenin๑", 1), ("xLenin", 0)]
)
def test_whole_foreign_words_are_parted_by_signs_and_other_scripts(text: str, count: int) -> None:
    assert len(hits(text, "lenin", whole=True)) == count


def test_whole_words_of_the_entry(entry: Knowledge) -> None:
    text = entry.article.text
    anywhere = search_all(text, Query("การ"), entry.breaks)
    whole = search_all(text, Query("การ", whole=True), entry.breaks)
    assert 0 < len(whole) < len(anywhere)
    assert all(not text[span.end : span.end + 1].startswith(("ะ", "์")) for span in whole)


# Other forms and named places


def test_other_forms_count_as_hits_but_not_twice() -> None:
    text = "เลออน ตรอตสกี และตรอตสกี"
    query = Query("Trotsky", also=("เลออน ตรอตสกี", "ตรอตสกี"))
    assert hits(text, "Trotsky", also=query.also) == ["เลออน ตรอตสกี", "ตรอตสกี"]


def test_named_places_are_hits_where_no_words_are() -> None:
    text = "พรรค และพรรคอื่น"
    named = [Span(0, 4)]
    assert search_all(text, Query("Bolshevik"), named=named) == named
    assert search_all(text, Query("พรรค"), named=named) == [Span(0, 4), Span(8, 12)]


# Offsets

pieces = st.sampled_from(
    [
        *"กขคงมวลสเแโาิีุูะ่้๊็์ํำๆฯ๑๒aAbBé1İΣ-–.()\"",
        " ", "  ", "\u00a0", "\r\n", "\n", "\ufeff", "😀", "\u200b", "e\u0301", "กะ", "ธุ์",
    ]
)  # fmt: skip
texts = st.lists(pieces, max_size=40).map("".join)
typed_words = st.lists(pieces.filter(lambda p: "\n" not in p), max_size=5).map("".join)


@given(texts, typed_words, st.sampled_from(LEVELS))
@settings(max_examples=1500)
def test_every_hit_reads_like_what_was_typed(text: str, typed: str, level: str) -> None:
    query = Query(typed, level)
    patterns = query.patterns()
    end = 0
    for hit in search_all(text, query):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end
        level = query.effective_level
        assert (
            folded(text[hit.start : hit.end], level).strip(" -" if level != EXACT else "")
            == (patterns[0])
        )


@given(texts, st.data(), st.sampled_from(LEVELS))
@settings(max_examples=1500)
def test_what_stands_in_the_text_is_found(text: str, data: st.DataObject, level: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 6)))
    typed = text[start:end]
    assume(typed.strip() and "\n" not in typed and "\r" not in typed)
    assume(not set("เํ์ฯ") & set(text))  # of what is written as one sign elsewhere
    found = search_all(text, Query(typed, level))
    assert any(hit.start < end and hit.end > start for hit in found), (text, typed)


@given(texts, typed_words, st.sampled_from(LEVELS), st.booleans())
def test_counting_and_going_through_agree(text: str, typed: str, level: str, whole: bool) -> None:
    search = TextSearch(SearchText(text), Query(typed, level))
    search.run()
    found = search.hits(0, search.count)
    assert len(found) == search.count
    assert search.between(0, len(text) + 1) == found
    for number, hit in enumerate(found):
        assert search.hit(number) == hit
        assert search.number_at(hit.start) == number


def test_offsets_are_those_of_the_text_behind_marks_line_ends_and_pictures() -> None:
    text = "\ufeffก่อน\r\n😀 ตร็อตสกี้\r\nหลัง"
    (hit,) = search_all(text, Query("ตรอตสกี"))
    assert text[hit.start : hit.end] == "ตร็อตสกี้"


# Long texts


def long_text(entry_text: str, times: int = 30) -> str:
    return (entry_text.rstrip("\n") + "\n") * times


@pytest.mark.parametrize("typed", ["เลนิน", "ตร็อตสกี้", "1917", "ก", "ไม่มีคำนี้"])
def test_long_text_has_so_many_times_the_hits(entry_text: str, typed: str) -> None:
    once = len(search_all(entry_text, Query(typed)))
    assert len(search_all(long_text(entry_text), Query(typed))) == 30 * once


def test_search_goes_on_where_it_stopped(entry_text: str) -> None:
    text = SearchText(long_text(entry_text))
    search = TextSearch(text, Query("เลนิน"))
    counts = [0]
    while not search.run(until=0.0):  # one block at a time
        counts.append(search.count)
        assert search.number_at(len(text.text)) == search.count
    assert len(counts) > 20
    assert counts == sorted(counts)
    assert search.count == 30 * 17


def test_hit_is_told_without_working_out_the_others(entry_text: str) -> None:
    text = long_text(entry_text, 60)
    search = TextSearch(SearchText(text), Query("เลนิน"))
    search.run()
    start = time.perf_counter()
    hit = search.hit(500)
    assert text[hit.start : hit.end] == "เลนิน"
    assert time.perf_counter() - start < 0.05


def test_line_of_a_million_letters_is_searched_as_a_whole() -> None:
    text = "ก่ข้-" * 250_000
    assert len(search_all(text, Query("ขกข"))) == 125_000


# The sentence around a hit


@given(texts, st.data())
def test_sentence_holds_the_hit_and_no_line_end(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(not any(sign in text[start:end] for sign in "\r\n"))
    sentence = sentence_around(text, Span(start, end), Breaks([], [], []))
    assert 0 <= sentence.start <= start <= end <= sentence.end <= len(text)
    assert not any(sign in text[sentence.start : sentence.end] for sign in "\r\n")


def test_sentence_begins_shortly_before_the_hit(entry: Knowledge) -> None:
    text = entry.article.text
    for hit in search_all(text, Query("เลนิน")):
        sentence = sentence_around(text, hit, entry.breaks)
        assert hit.start - sentence.start <= 36
        assert hit.end <= sentence.end <= hit.start + 150


# The other keyboard


@pytest.mark.parametrize(
    ("typed", "meant"), [("g]obo", "เลนิน"), ("l;ylfu", "สวัสดี"), ("ะพนะหาั", "trotsky")]
)
def test_words_typed_with_the_other_keyboard(typed: str, meant: str) -> None:
    assert in_other_layout(typed) == meant
