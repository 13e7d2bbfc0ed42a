"""Glosses and headwords: what stands in brackets after a name, and at the head of an entry."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.glosses import LONGEST, GlossText, _pairs, find_glosses, gloss_text, opening_of
from reader.text.headword import find_headword
from reader.text.terms import find_glossed_names, find_terms


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("Vladimir Lenin", GlossText(("Vladimir Lenin",))),
        (
            "Florence Nightingale ค.ศ. ๑๘๒๐-๑๙๑๐",
            GlossText(("Florence Nightingale",), None, (1820, 1910), "ce"),
        ),
        ("Name พ.ศ. ๒๓๙๓ - พ.ศ. ๒๔๕๕", GlossText(("Name",), None, (2393, 2455), "be")),
        ("Name, 1801–1865", GlossText(("Name",), None, (1801, 1865))),
        ("Congress ค.ศ. ๑๘๗๘", GlossText(("Congress",), None, (1878, None), "ce")),
        (
            "German Social Democratic Party - SPD",
            GlossText(("German Social Democratic Party",), "SPD"),
        ),
        ("Information Bureau; Cominform", GlossText(("Information Bureau",), "Cominform")),
        ("Great War หรือ First World War", GlossText(("Great War", "First World War"))),
        ("Brest-Litovsk", GlossText(("Brest-Litovsk",))),
        ("1848", GlossText(("1848",))),
        ("", GlossText(("",))),
    ],
)  # fmt: skip
def test_gloss_is_taken_apart(inner: str, said: GlossText) -> None:
    assert gloss_text(inner) == said


def names(text: str) -> list[tuple[str, str, bool]]:
    return [
        (text[: gloss.name_end], text[gloss.start : gloss.end], gloss.star is not None)
        for gloss in find_glosses(text)
    ]


def test_glosses_in_a_row_belong_to_one_name() -> None:
    text = "สงคราม (War) [Great War]* (First World War)*"
    assert names(text) == [
        ("สงคราม", "War", False),
        ("สงคราม", "Great War", True),
        ("สงคราม", "First World War", True),
    ]
    terms = find_terms(text, (), [0])
    assert [(term.start, term.end) for term in terms] == [(0, 6), (0, 6)]
    assert [text[term.gloss_start : term.gloss_end] for term in terms] == [
        "Great War",
        "First World War",
    ]


def test_thai_bracket_before_a_gloss_is_part_of_the_name() -> None:
    text = "พรรคคอมมิวนิสต์รัสเซีย (บอลเชวิค) [The Russian Communist Party (Bolshevik)]*"
    (term,) = find_terms(text, (), [0, 4])
    assert text[term.start : term.end] == "พรรคคอมมิวนิสต์รัสเซีย (บอลเชวิค)"


@pytest.mark.parametrize(
    "text", ["คำ (ไทย)", "คำ (๑๒)", "(War) คำ", "คำ (a)", "คำ (ดู War and Peace)"]
)
def test_what_is_no_latin_name_is_no_gloss(text: str) -> None:
    assert names(text) == []


def test_star_makes_a_gloss_of_any_bracket() -> None:
    assert names("คำ (ไทย)*") == [("คำ", "ไทย", True)]


signs = st.text(st.sampled_from("กขา ab(()))[]**\n\u2029\u00a0ค.ศ๑2-;,หรือ"), max_size=80)


@given(signs, st.lists(st.integers(0, 80)))
def test_whatever_the_text_glosses_are_where_they_say(text: str, words: list[int]) -> None:
    for name in find_glossed_names(text, (), words):
        assert 0 <= name.start < name.end < name.gloss_start <= name.gloss_end < len(text)
        assert text[name.gloss_start - 1] + text[name.gloss_end] in ("()", "[]")
        assert text[name.start : name.end] == text[name.start : name.end].strip(" \u00a0")
        assert name.star is None or text[name.star] == "*"
    assert [t for t in find_terms(text, (), words)] == [
        name for name in find_glossed_names(text, (), words) if name.star is not None
    ]


@given(st.text(st.sampled_from("()[]ก\n*a"), max_size=700))
def test_brackets_are_paired_as_if_each_were_looked_for_by_itself(text: str) -> None:
    alone = [(opening_of(text, end), end) for end, char in enumerate(text) if char in ")]"]
    assert list(_pairs(text)) == [pair for pair in alone if pair[0] is not None]


def test_pairs_further_apart_than_any_gloss_are_none() -> None:
    assert list(_pairs("(" + "ก" * (LONGEST - 2) + ")")) == [(0, LONGEST - 1)]
    assert list(_pairs("(" + "ก" * (LONGEST - 1) + ")")) == []


def test_text_of_nothing_but_brackets_is_read_in_a_moment() -> None:
    start = time.perf_counter()
    assert find_terms("(" * 400_000 + "Lenin" + ")*" * 400_000, ()) == []
    assert time.perf_counter() - start < 5


@given(st.text(max_size=120))
def test_no_text_between_brackets_is_too_much(inner: str) -> None:
    said = gloss_text(inner)
    assert said.names
    assert all(name in inner for name in said.names)
    assert said.short is None or said.short in inner


@given(st.text(st.sampled_from("กA, (1850-๒)\n\r\u2029\ufeff"), max_size=80))
def test_no_head_of_a_text_is_too_much(text: str) -> None:
    found = find_headword(text)
    assert found is None or text[found.thai.start : found.thai.end].strip()


def test_headword_tells_its_names_and_years() -> None:
    text = "\ufeffGaribaldi, Giuseppe (1807-1882)\r\nจูเซปเป การีบัลดี (๒๓๕๐-๒๔๒๕)\r\n\r\nเนื้อความ"
    found = find_headword(text)
    assert found is not None
    assert text[found.thai.start : found.thai.end] == "จูเซปเป การีบัลดี"
    assert (found.foreign, found.surname) == ("Giuseppe Garibaldi", "Garibaldi")
    assert (found.ce, found.be) == ((1807, 1882), (2350, 2425))


def test_headword_without_a_comma_is_no_person() -> None:
    found = find_headword("Weimar Republic (1918-1933)\nสาธารณรัฐไวมาร์ (๒๔๖๑-๒๔๗๖)\n")
    assert found is not None
    assert (found.foreign, found.surname) == ("Weimar Republic", None)


@pytest.mark.parametrize("text", ["", "ไทยล้วน\nบรรทัด", "Only Latin (1900)\n", "Plain line\nไทย\n"])
def test_text_without_a_headword_has_none(text: str) -> None:
    assert find_headword(text) is None
