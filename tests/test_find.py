"""Find in the text: digits and case alike, offsets exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.search import Query, SearchText, TextSearch, search_all
from reader.text.search_folding import _even, folded
from reader.text.search_levels import FORGIVING


def hits(text: str, words: str) -> list[str]:
    return [text[start:end] for start, end in search_all(text, Query(words))]


@pytest.mark.parametrize("typed", ["๒๕ ตุลาคม", "25 ตุลาคม", "2๕ ตุลาคม"])
def test_thai_and_arabic_digits_are_alike(entry_text: str, typed: str) -> None:
    assert hits(entry_text, typed) == ["๒๕ ตุลาคม"] * 4


@pytest.mark.parametrize("typed", ["lenin", "LENIN", "Lenin"])
def test_case_is_forgiven(entry_text: str, typed: str) -> None:
    assert hits(entry_text, typed) == ["Lenin"]


def test_hit_is_what_is_printed(entry_text: str) -> None:
    assert len(hits(entry_text, "ซิโนเวียฟ")) == 1
    assert len(hits(entry_text, "บอลเชวิค")) == entry_text.count("บอลเชวิค")


def test_no_break_space_is_found_as_a_space() -> None:
    assert hits("ก\u00a0ข", "ก ข") == ["ก\u00a0ข"]
    assert hits("ก ข", "ก\u00a0ข") == ["ก ข"]


@pytest.mark.parametrize("nothing", ["", " ", "\n"])
def test_nothing_typed_finds_nothing(nothing: str) -> None:
    assert hits("ก ข \n", nothing) == []


def test_hits_do_not_overlap() -> None:
    assert [tuple(hit) for hit in search_all("กกกก", Query("กก"))] == [(0, 2), (2, 4)]


def test_letters_that_grow_when_lowered_shift_no_offset() -> None:
    text = "İstanbul ก İ กข"
    assert [tuple(hit) for hit in search_all(text, Query("กข"))] == [(13, 15)]


def test_text_can_be_searched_again(entry_text: str) -> None:
    text = SearchText(entry_text)
    for words, count in (("เลนิน", 17), ("ตรอตสกี", 11), ("เลนิน", 17)):
        search = TextSearch(text, Query(words))
        search.run()
        assert search.count == count


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_alike_keeps_one_code_point_for_one(text: str) -> None:
    assert len(_even(text)) == len(text)


@given(st.text(st.sampled_from("กขA a๑1İ\u00a0😀")), st.text(st.sampled_from("กขAa๑1 ")))
def test_every_hit_reads_like_what_was_typed_and_none_is_missed(text: str, typed: str) -> None:
    (wanted,) = Query(typed).patterns() or [""]
    found = search_all(text, Query(typed))
    for start, end in found:
        assert folded(text[start:end], FORGIVING) == wanted
    if typed.strip():
        assert len(found) == folded(text, FORGIVING).count(wanted)
