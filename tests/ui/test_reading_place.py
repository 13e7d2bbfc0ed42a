"""The reading place: the line that stands first stays first, whatever becomes of the window."""

from __future__ import annotations

import random

import pytest
from hands import CTRL, Hands, plain_text
from PySide6.QtCore import QPoint, Qt

from reader.content.knowledge import Knowledge
from reader.ui.page import LARGEST_TYPE, SMALLEST_TYPE

PLACES = (0.0, 0.003, 0.21, 0.5, 0.83, 0.98, 1.0)
"""Parts of the way down; the last is the very end of the text."""


def scroll_to(hands: Hands, part: float) -> int:
    """Scroll ``part`` of the way down; the offset of the first line then."""
    bar = hands.page.verticalScrollBar()
    bar.setValue(round(part * bar.maximum()))
    hands.settle()
    return hands.page.first_visible()


def assert_still_first(hands: Hands, offset: int) -> None:
    """The line of ``offset`` is wholly visible, and no whole line stands above it."""
    line = hands.line_of(offset)
    first = hands.line_of(hands.page.first_visible())
    assert abs(line.top() - first.top()) <= line.height()
    if hands.scrolled:
        # at most a line that is cut off and the gap between two paragraphs are above it
        assert -1 <= line.top() <= 1.4 * line.height()


@pytest.mark.parametrize("part", PLACES)
def test_the_first_line_stays_first_in_a_window_of_another_size(hands: Hands, part: float) -> None:
    first = scroll_to(hands, part)
    for width, height in ((700, 780), (480, 800), (2560, 1400), (900, 400), (1180, 1300)):
        hands.resize(width, height)
        assert_still_first(hands, first)


@pytest.mark.parametrize("part", PLACES)
def test_the_first_line_stays_first_in_type_of_another_size(hands: Hands, part: float) -> None:
    first = scroll_to(hands, part)
    for points in (9, 36, 12.5, 21, 15):
        hands.page.set_type_size(points)
        hands.settle()
        assert_still_first(hands, first)


@pytest.mark.parametrize("part", PLACES)
def test_the_first_line_stays_first_when_the_panel_goes_and_comes(
    hands: Hands, part: float
) -> None:
    first = scroll_to(hands, part)
    for _ in range(4):
        hands.window.toggle_panel()
        hands.settle()
        assert_still_first(hands, first)


@pytest.mark.parametrize("part", PLACES)
def test_ten_random_sizes_and_back_end_on_the_same_line(hands: Hands, part: float) -> None:
    first = scroll_to(hands, part)
    chance = random.Random(f"sizes {part}")
    for _ in range(10):
        hands.resize(chance.randint(480, 2560), chance.randint(300, 1500))
        if chance.random() < 0.4:
            hands.page.set_type_size(chance.randint(9, 36))
        if chance.random() < 0.3:
            hands.window.toggle_panel()
        hands.settle()
        assert_still_first(hands, first)
    hands.page.set_type_size(15)
    hands.resize(1180, 780)
    assert hands.page.first_visible() == first


def test_the_reader_who_scrolls_leaves_the_old_place(hands: Hands) -> None:
    scroll_to(hands, 0.5)
    hands.resize(600, 700)
    hands.turn_wheel(QPoint(200, 200), -5)
    first = hands.page.first_visible()
    hands.resize(1180, 780)
    assert_still_first(hands, first)


def test_sizes_changed_by_keys_keep_the_first_line(hands: Hands) -> None:
    first = scroll_to(hands, 0.4)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        hands.type(key, CTRL)
        assert_still_first(hands, first)
    assert hands.page.type_size == 15


def word_under(hands: Hands, place: QPoint) -> int:
    """An offset on the line at ``place``."""
    page = hands.page
    at = page.cursorForPosition(place).position()
    return page._map.offset(at)


@pytest.mark.parametrize(
    ("part", "height"),
    [(0, 0.1), (0, 0.5), (0, 0.95), (0.003, 0.3), (0.5, 0.1), (0.5, 0.95), (1, 0.1), (1, 0.95)],
)
def test_the_line_under_the_pointer_stays_under_it_when_the_wheel_changes_the_size(
    hands: Hands, part: float, height: float
) -> None:
    scroll_to(hands, part)
    view = hands.page.viewport()
    place = QPoint(view.width() // 2, round(height * view.height()))
    under = word_under(hands, place)
    is_on_line = hands.line_of(under).contains(place)
    before = hands.line_of(under)
    for notch in (1, 1, 1, -1, -1, -1, -1, -1, -1, 1, 1, 1):
        hands.turn_wheel(place, notch, CTRL)
        line = hands.line_of(under)
        if is_on_line:
            assert line.top() - 1 <= place.y() <= line.bottom() + 1
        else:  # beside the text: its nearest line keeps its distance
            assert abs(line.bottom() - before.bottom()) <= line.height()
    assert hands.page.type_size == 15
    assert abs(hands.line_of(under).top() - before.top()) <= 1


def test_the_wheel_changes_the_size_by_a_point_a_notch_within_its_bounds(hands: Hands) -> None:
    place = QPoint(300, 300)
    hands.turn_wheel(place, 1, CTRL)
    assert hands.page.type_size == 16
    for _ in range(4):
        hands.turn_wheel(place, -0.25, CTRL)  # a touchpad
    assert hands.page.type_size == 15
    hands.turn_wheel(place, 100, CTRL)
    assert hands.page.type_size == LARGEST_TYPE
    hands.turn_wheel(place, -100, CTRL)
    assert hands.page.type_size == SMALLEST_TYPE


def test_after_the_wheel_the_line_that_then_stands_first_stays_first(hands: Hands) -> None:
    scroll_to(hands, 0.5)
    hands.turn_wheel(QPoint(300, 500), 8, CTRL)
    first = hands.page.first_visible()
    hands.resize(700, 600)
    assert_still_first(hands, first)


def test_the_last_line_can_stand_first(hands: Hands, entry: Knowledge) -> None:
    last = entry.article.length - 2
    hands.page.show_first(last)
    hands.settle()
    assert hands.line_of(last).top() == 0
    hands.resize(600, 900)
    assert_still_first(hands, last)


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Space])
def test_turning_pages_shows_every_line_wholly(hands: Hands, key: Qt.Key) -> None:
    page = hands.page
    page.setFocus()
    height = page.viewport().height()
    seen_to = 0
    for _ in range(60):
        first = page.first_visible()
        assert first <= seen_to
        before = hands.scrolled
        last = page._map.offset(page._position_near(before + height - page._pitch()))
        seen_to = max(seen_to, last)
        hands.type(key)
        if hands.scrolled == before:
            break
    assert hands.is_seen(page._map.offset(page.document().characterCount() - 1))


def test_pages_turned_on_and_back_come_to_the_same_line(hands: Hands) -> None:
    hands.page.setFocus()
    firsts = []
    for _ in range(4):
        firsts.append(hands.page.first_visible())
        hands.type(Qt.Key.Key_PageDown)
    for first in reversed(firsts):
        hands.type(Qt.Key.Key_PageUp)
        line, top = hands.line_of(first), hands.line_of(hands.page.first_visible())
        assert abs(line.top() - top.top()) <= line.height()
    assert hands.scrolled == 0


def test_arrows_go_line_by_line_and_back(hands: Hands) -> None:
    hands.page.setFocus()
    hands.type(Qt.Key.Key_Down)
    places = []
    for _ in range(25):
        places.append(hands.scrolled)
        assert hands.line_of(hands.page.first_visible()).top() == 0
        hands.type(Qt.Key.Key_Down)
    assert places == sorted(set(places))
    for place in [*reversed(places), 0]:
        hands.type(Qt.Key.Key_Up)
        assert hands.scrolled == place


def test_home_and_end(hands: Hands, entry: Knowledge) -> None:
    hands.page.setFocus()
    hands.type(Qt.Key.Key_End)
    assert hands.is_seen(entry.article.length - 2)
    hands.type(Qt.Key.Key_Home)
    assert hands.scrolled == 0


def test_a_place_kept_while_the_window_is_hidden(hands: Hands) -> None:
    first = scroll_to(hands, 0.6)
    hands.window.hide()
    hands.page.select_offsets(0, 20)
    hands.window.show()
    hands.settle()
    assert_still_first(hands, first)


@pytest.mark.parametrize("text", ["ก", "กขค\n\n\n", "\n" * 400, "ก" * 5000, "a b\u2028" * 300])
def test_any_text_can_be_walked_through(open_window, text: str) -> None:
    hands = open_window(plain_text("ข" + text))
    hands.page.setFocus()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home):
        hands.type(key)
    hands.resize(500, 400)
    hands.page.set_type_size(30)
    assert hands.page.first_visible() == 0
