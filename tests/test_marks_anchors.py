"""A mark stays on its words, whatever is corrected around them."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.content.reading import open_shipped
from reader.desk.anchors import Anchor, anchor_at, find_again

ENTRY = open_shipped().article.text
FAR = 20  # letters between two corrections


class Edit(NamedTuple):
    """``length`` letters from ``start`` on give way to ``new``."""

    start: int
    length: int
    new: str


def edited(text: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.start + edit.length :]
    return text


def moved(place: int, edits: list[Edit]) -> int:
    """Where ``place`` is after ``edits``, none of which touches it."""
    return place + sum(len(e.new) - e.length for e in edits if e.start + e.length <= place)


def kept_apart(edits: list[Edit], start: int, end: int, length: int, far: int) -> list[Edit]:
    """Those of ``edits`` that stand ``far`` from one another and do not touch the mark."""
    chosen: list[Edit] = []
    free = 0
    for edit in sorted(edits):
        after = edit.start + edit.length
        is_elsewhere = after < start or end < edit.start
        if edit.start >= free and after <= length and is_elsewhere:
            chosen.append(edit)
            free = after + far
    return chosen


small_edits = st.builds(
    Edit,
    st.integers(0, len(ENTRY)),
    st.integers(0, 6),
    st.text(st.sampled_from("กขคเโา่้ ๑๙a"), max_size=6),
)


@st.composite
def spans(draw: st.DrawFn) -> tuple[int, int]:
    start = draw(st.integers(0, len(ENTRY) - 2))
    return start, min(len(ENTRY), start + draw(st.sampled_from([1, 2, 5, 12, 40, 200, 1500])))


# Corrections elsewhere


@given(span=spans(), edits=st.lists(small_edits, max_size=300), data=st.data())
@settings(max_examples=150)
def test_edits_elsewhere_never_move_a_mark_off_its_words(
    span: tuple[int, int], edits: list[Edit], data: st.DataObject
) -> None:
    start, end = span
    near = st.integers(max(0, start - 200), min(len(ENTRY), end + 200))
    edits += [e._replace(start=data.draw(near)) for e in edits[: len(edits) // 2]]
    edits = kept_apart(edits, start, end, len(ENTRY), FAR)
    found = find_again(anchor_at(ENTRY, start, end), edited(ENTRY, edits))
    place = moved(start, edits)
    assert found == (place, place + end - start, False)


@pytest.mark.parametrize("words", ["เลนิน", "เปโตรกราด", "ค.ศ. ๑๙๑๗", "ที่", "ก"])
def test_one_of_many_like_words_is_told_from_the_others(words: str) -> None:
    places = [at for at in range(len(ENTRY)) if ENTRY.startswith(words, at)]
    assert len(places) >= 3
    edits = [Edit(at, 3, "แก้แล้ว") for at in range(50, len(ENTRY), 97)]
    for place in places[:: max(1, len(places) // 20)]:
        end = place + len(words)
        elsewhere = kept_apart(edits, place, end, len(ENTRY), FAR)
        found = find_again(anchor_at(ENTRY, place, end), edited(ENTRY, elsewhere))
        assert found is not None
        assert found.start == moved(place, elsewhere)


def test_whole_paragraphs_before_a_mark_may_come_and_go() -> None:
    at = ENTRY.index("พระราชวังฤดูหนาว")
    anchor = anchor_at(ENTRY, at, at + 16)
    longer = "ย่อหน้าใหม่ที่บรรณาธิการเพิ่ม\n" * 40 + ENTRY
    assert find_again(anchor, longer) == (
        at + len(longer) - len(ENTRY),
        at + 16 + len(longer) - len(ENTRY),
        False,
    )
    cut = ENTRY[at - 120 :]
    assert find_again(anchor, cut) == (120, 136, False)


def test_in_a_text_that_says_all_twice_the_nearer_place_is_meant() -> None:
    text = ENTRY[:3000]
    twice = text + text
    for start in (700, 3700):
        again = find_again(anchor_at(twice, start, start + 9), "ขึ้นต้น\n" + twice)
        assert again is not None
        assert again.start == start + 8


def test_unchanged_text_costs_no_search() -> None:
    anchor = anchor_at(ENTRY, 1000, 1040)
    assert find_again(anchor, ENTRY) == (1000, 1040, False)


# Corrections of the words


def test_corrected_words_are_found_between_their_neighbours() -> None:
    at = ENTRY.index("การปฏิวัติ", 5000)
    anchor = anchor_at(ENTRY, at, at + 60)
    corrected = ENTRY[: at + 20] + "ที่แก้คำผิด" + ENTRY[at + 24 :]
    found = find_again(anchor, "คำนำ " + corrected)
    assert found is not None
    assert found.is_changed
    assert (found.start, found.end) == (at + 5, at + 5 + 60 + 11 - 4)


@given(span=spans().filter(lambda span: span[1] - span[0] >= 40), data=st.data())
@settings(max_examples=80)
def test_a_correction_within_keeps_the_mark_in_its_place(
    span: tuple[int, int], data: st.DataObject
) -> None:
    start, end = span
    at = data.draw(st.integers(start + 8, end - 12))
    within = Edit(at, data.draw(st.integers(1, 4)), data.draw(st.text("ขคงจ", max_size=4)))
    text = edited(ENTRY, [within])
    found = find_again(anchor_at(ENTRY, start, end), text)
    assert found is not None
    grown = len(within.new) - within.length
    assert abs(found.start - start) <= 3
    assert abs(found.end - (end + grown)) <= 3


@pytest.mark.parametrize(
    ("old", "new"),
    [("๑๙๑๖", "๑๙๑๗"), ("ทรอสกี", "ตรอตสกี"), ("เปโตรการด", "เปโตรกราด")],
)
def test_corrected_misprint_keeps_its_mark(old: str, new: str) -> None:
    before, after = ENTRY[2000:2300], ENTRY[6000:6300]
    found = find_again(anchor_at(before + old + after, 300, 300 + len(old)), before + new + after)
    assert found == (300, 300 + len(new), True)


def test_mark_does_not_part_a_letter_from_its_tone_mark() -> None:
    before, after = ENTRY[2000:2300], ENTRY[6000:6300]
    text = before + "กองทัพแดงที" + after
    found = find_again(anchor_at(text, 300, 311), before + "กองทัพแดงที่" + after)
    assert found is not None
    assert found.end == 312


# Words that are gone


def test_words_that_are_gone_are_not_found_elsewhere() -> None:
    at = ENTRY.index("เลนิน", 8000)
    anchor = anchor_at(ENTRY, at, at + 5)
    start, end = at - 400, at + 400
    assert "เลนิน" in ENTRY[:start]
    assert find_again(anchor, ENTRY[:start] + ENTRY[end:]) is None


def test_nothing_of_another_text_is_taken_for_the_words() -> None:
    other = "เรื่องอื่นที่ไม่เกี่ยวกัน เล่าถึงแม่น้ำเจ้าพระยาและผู้คนริมฝั่ง\n" * 30
    for start in range(0, len(ENTRY) - 50, 1700):
        assert find_again(anchor_at(ENTRY, start, start + 30), other) is None


@given(st.text(max_size=80), st.text(max_size=60), st.text(max_size=10))
@example("", "", "ก")
@example("ก", "ก" * 50, "ก")
def test_whatever_the_text_is_the_answer_lies_in_it(before: str, text: str, words: str) -> None:
    old = before + (words or "ก") + text
    anchor = anchor_at(old, len(before), len(before) + len(words or "ก"))
    found = find_again(anchor, text)
    assert found is None or 0 <= found.start < found.end <= len(text)
    assert find_again(anchor, old) == (anchor.start, anchor.end, False)


def test_no_anchor_without_words() -> None:
    for start, end in [(3, 3), (5, 4), (-1, 2), (0, 999)]:
        with pytest.raises(ValueError, match="no words"):
            anchor_at("กขคงจ", start, end)


def test_an_anchor_tells_what_stood_around_it() -> None:
    assert anchor_at("กขคงจ", 1, 3) == Anchor(1, 3, "ก", "ขค", "งจ")
