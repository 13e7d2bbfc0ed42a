"""A mention belongs to the longest name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.mentions import QuoteError, find_mentions, occurrences, quoted_span


def found(
    text: str,
    forms: dict[str, str],
    in_context: list[tuple[str, str]] | None = None,
    blockers: list[str] | None = None,
) -> list[tuple[str, str]]:
    mentions = find_mentions(text, forms, in_context or [], blockers or [])
    return [(text[m.start : m.end], m.entity) for m in mentions]


def test_affair_is_not_the_man() -> None:
    forms = {"คอร์นีลอฟ": "man", "กบฏคอร์นีลอฟ": "affair"}
    assert found("กบฏคอร์นีลอฟของคอร์นีลอฟ", forms) == [("กบฏคอร์นีลอฟ", "affair"), ("คอร์นีลอฟ", "man")]


def test_longer_name_wins_from_whichever_side_it_overlaps() -> None:
    assert found("กขคงจ", {"กขค": "left", "คงจฉ": "none", "ขคงจ": "right"}) == [("ขคงจ", "right")]


def test_first_of_two_equally_long_names_wins() -> None:
    assert found("กขคง", {"ขค": "b", "กข": "a", "คง": "c"}) == [("กข", "a"), ("คง", "c")]


def test_every_occurrence_is_a_mention() -> None:
    assert found("เลนินเลนิน และเลนิน", {"เลนิน": "lenin"}) == [("เลนิน", "lenin")] * 3


def test_name_that_overlaps_itself_is_found_once() -> None:
    assert found("กกก", {"กก": "a"}) == [("กก", "a")]


def test_several_forms_are_one_thing() -> None:
    forms = {"ชีโนเวียฟ": "z", "ซิโนเวียฟ": "z", "ซีโนเวียฟ": "z"}
    assert len(found("ชีโนเวียฟ ซิโนเวียฟ ซีโนเวียฟ", forms)) == 3


def test_blocked_phrase_names_nothing() -> None:
    assert found("ระบอบรัฐสภาและรัฐสภา", {"รัฐสภา": "p"}, blockers=["ระบอบรัฐสภา"]) == [("รัฐสภา", "p")]
    text = "ระบอบรัฐสภาและรัฐสภา"
    (mention,) = find_mentions(text, {"รัฐสภา": "p"}, blockers=["ระบอบรัฐสภา"])
    assert mention.start == text.rindex("รัฐสภา")


def test_name_longer_than_a_blocked_phrase_still_wins() -> None:
    assert found("ระบอบรัฐสภาไทย", {"ระบอบรัฐสภาไทย": "s"}, blockers=["ระบอบรัฐสภา"]) == [
        ("ระบอบรัฐสภาไทย", "s")
    ]


def test_word_that_is_a_name_only_here_is_marked_by_its_quotation() -> None:
    text = "พรรคใหญ่และพรรคเล็ก"
    (mention,) = find_mentions(text, {}, [("และ«พรรค»เล็ก", "small")])
    assert mention == (text.rindex("พรรค"), text.rindex("พรรค") + 4, "small")


def test_quotation_beats_a_form_of_the_same_words() -> None:
    assert found("สภาก็เปิด", {"สภา": "soviets"}, [("«สภา»ก็", "petrograd")]) == [("สภา", "petrograd")]


@pytest.mark.parametrize(("text", "times"), [("กขค", 0), ("พรรค พรรค", 2)])
def test_quotation_must_stand_in_the_text_once(text: str, times: int) -> None:
    with pytest.raises(QuoteError) as caught:
        find_mentions(text, {}, [("«พรรค»", "x")])
    assert caught.value.found == times


@pytest.mark.parametrize("quote", ["", "«»", "ก«»ข"])
def test_quotation_must_mark_something(quote: str) -> None:
    with pytest.raises(QuoteError):
        quoted_span("กข", quote)


def test_quotation_without_marks_means_itself() -> None:
    assert quoted_span("กขคง", "ขค") == (1, 3)
    assert quoted_span("กขคง", "ก«ข»ค") == (1, 2)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("เลนินี", "เลนิน"),  # another syllable
        ("มากซ์", "มากซ"),  # a mark belongs to its consonant
        ("นคราคา", "นคร"),
        ("e\u0301", "e"),
    ],
)
def test_name_never_ends_inside_a_cluster(text: str, form: str) -> None:
    assert list(occurrences(text, form)) == []


@pytest.mark.parametrize("text", ["เลนิน", "เลนินแ", "เลนินๆ", "เลนินฯ", "เลนิน๑", "เลนิน*"])
def test_name_may_be_followed_by_anything_else(text: str) -> None:
    assert list(occurrences(text, "เลนิน")) == [(0, 5)]


letters = st.text(st.sampled_from("กขค้า "), max_size=30)
names = st.text(st.sampled_from("กขค้า "), min_size=1, max_size=5)


@given(letters, st.dictionaries(names, st.sampled_from("abc")), st.lists(names, max_size=3))
def test_mentions_are_in_order_never_overlap_and_print_their_form(
    text: str, forms: dict[str, str], blockers: list[str]
) -> None:
    mentions = find_mentions(text, forms, (), blockers)
    last = 0
    for mention in mentions:
        assert last <= mention.start < mention.end <= len(text)
        assert forms[text[mention.start : mention.end]] == mention.entity
        last = mention.end


@given(letters, st.dictionaries(names, st.sampled_from("abc")))
def test_what_is_left_out_gives_way_to_something_at_least_as_long(
    text: str, forms: dict[str, str]
) -> None:
    mentions = find_mentions(text, forms)
    for form in forms:
        for start, end in occurrences(text, form):
            over = [m for m in mentions if m.start < end and start < m.end]
            assert over
            assert max(m.end - m.start for m in over) >= end - start
