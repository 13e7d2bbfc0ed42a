"""Copying: what comes out are the very characters of the file."""

from __future__ import annotations

import random

import pytest
from hands import CTRL, Hands, plain_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from reader.content.knowledge import Knowledge

AWKWARD = (
    "\ufeffพรรค\u00a0บอลเชวิค  (Bolsheviks)*\r\n"
    "ทวี  คูณ\ttab 😀 𝐀 กำ้\r\n\r\n"
    "ท้าย\u200bบรรทัด\u2028ใหม่\u202fจบ\rแมค\u2029สอง\n\ufeffกลาง"
)


def copied(hands: Hands) -> str:
    """What Ctrl+C puts on the clipboard."""
    QGuiApplication.clipboard().setText("nothing")
    hands.page.setFocus()
    hands.type(Qt.Key.Key_C, CTRL)
    return QGuiApplication.clipboard().text()


def test_all_of_the_entry_is_copied_as_it_is(hands: Hands, entry: Knowledge) -> None:
    hands.page.setFocus()
    hands.type(Qt.Key.Key_A, CTRL)
    assert copied(hands) == entry.article.text


def test_the_entry_is_copied_as_it_is_piece_by_piece(hands: Hands, entry: Knowledge) -> None:
    chance = random.Random("pieces")
    text = entry.article.text
    for _ in range(200):
        start = chance.randrange(len(text))
        end = chance.randint(start, len(text))
        hands.page.select_offsets(start, end)
        got_start, got_end = hands.page.selected_offsets()
        assert hands.page.selected_text() == text[got_start:got_end]
        # Qt never parts a letter from its marks
        assert start - 4 <= got_start <= start
        assert end - 4 <= got_end <= end + 4


def test_misprints_and_stray_spaces_are_copied(hands: Hands, entry: Knowledge) -> None:
    for words in ("ที่ ปราศจาก", "(Treaty of Brest-Litvosk)*"):
        start = entry.article.text.index(words)
        hands.page.select_offsets(start, start + len(words))
        assert copied(hands) == words


def test_awkward_characters_are_copied(open_window) -> None:
    hands = open_window(plain_text(AWKWARD))
    hands.page.selectAll()
    assert copied(hands) == AWKWARD
    for found in (
        "\u00a0",
        "  ",
        "\r\n",
        "😀",
        "𝐀",
        "\u2028",
        "\u202f",
        "จบ\rแมค",
        "\u2029",
        "\u200b",
        "\ufeffกลาง",
    ):
        start = AWKWARD.index(found)
        hands.page.select_offsets(start, start + len(found))
        assert copied(hands) == found


def test_a_byte_order_mark_is_copied_with_what_follows_it(open_window) -> None:
    hands = open_window(plain_text(AWKWARD))
    hands.page.select_offsets(0, 5)
    assert copied(hands) == AWKWARD[:5]


def test_what_is_dragged_over_is_copied(hands: Hands, entry: Knowledge) -> None:
    start = entry.article.text.index("พรรคบอลเชวิค")
    end = entry.article.text.index("(Bolsheviks)*") + len("(Bolsheviks)")
    left = hands.line_of(start).left()
    place = hands.page.target_rects(hands.page.target_of(start))[0]
    hands.drag(QPoint(max(left, place.left()) + 1, place.center().y()), hands.place_of(end))
    got = copied(hands)
    assert got
    assert got in entry.article.text
    assert got.startswith("พรรคบอลเชวิค (Bolsheviks)")


def test_what_is_dragged_out_of_the_window_is_the_same(hands: Hands, entry: Knowledge) -> None:
    hands.page.select_offsets(100, 300)
    data = hands.page.createMimeDataFromSelection()
    assert data.text() == entry.article.text[100:300]
    assert not data.hasHtml()


def test_copying_without_a_selection_leaves_the_clipboard(hands: Hands) -> None:
    assert copied(hands) == "nothing"


PIECES = st.sampled_from(
    [
        "ก",
        "น้ำ",
        "a",
        " ",
        "\u00a0",
        "\r\n",
        "\n",
        "\r",
        "😀",
        "\u2028",
        "\t",
        "เ",
        "่",
        "\ufeff",
        "๑",
    ]
)


@pytest.fixture
def any_window(open_window) -> Hands:
    return open_window(plain_text("ก"))


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(pieces=st.lists(PIECES, min_size=1, max_size=40), data=st.data())
def test_any_text_is_copied_as_it_is(
    any_window: Hands, pieces: list[str], data: st.DataObject
) -> None:
    text = "ก" + "".join(pieces)
    page = any_window.page
    page.set_knowledge(plain_text(text))
    page.selectAll()
    assert page.createMimeDataFromSelection().text() == text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    page.select_offsets(start, end)
    got_start, got_end = page.selected_offsets()
    assert page.selected_text() == text[got_start:got_end]
