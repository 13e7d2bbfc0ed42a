"""The card beside a word: when it comes, where it stands, when it goes."""

from __future__ import annotations

import time

import pytest
from hands import CTRL, Hands
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from reader.content.knowledge import Knowledge
from reader.ui.hover_card import LINGER_MS, card_geometry
from reader.ui.page import Target
from reader.ui.pointer_rest import DWELL_MS

SOON = 120  # milliseconds after which what is to happen has happened
SLOWNESS = 500  # milliseconds that a busy machine may take longer


def rectangles(most: int) -> st.SearchStrategy[QRect]:
    return st.builds(
        QRect,
        st.integers(-most, most),
        st.integers(-most, most),
        st.integers(1, most),
        st.integers(1, most),
    )


SIZES = st.builds(QSize, st.integers(40, 700), st.integers(30, 900))
BOUNDS = st.builds(QRect, st.just(0), st.just(0), st.integers(0, 2600), st.integers(0, 1500))


@given(size=SIZES, line=rectangles(2000), word=rectangles(2000), bounds=BOUNDS)
def test_a_card_never_covers_the_line_and_never_leaves_the_window(
    size: QSize, line: QRect, word: QRect, bounds: QRect
) -> None:
    card = card_geometry(size, line, word, bounds)
    if not card.isEmpty():
        assert bounds.contains(card)
        assert not card.intersects(line)
        # nor in front of the rest of the line's height, should the line be wider than thought
        assert card.top() > line.bottom() or card.bottom() < line.top()
        assert card.width() <= size.width()
        assert card.height() <= size.height()


@given(size=SIZES, bounds=BOUNDS, top=st.integers(0, 1400), height=st.integers(20, 300))
def test_a_card_that_fits_beside_the_line_is_shown_whole(
    size: QSize, bounds: QRect, top: int, height: int
) -> None:
    assume(top + height <= bounds.height())
    line = QRect(20, top, max(1, bounds.width() - 40), height)
    word = QRect(40, top, 60, height)
    card = card_geometry(size, line, word, bounds)
    room = max(top, bounds.height() - top - height) - 16
    if size.height() <= room and size.width() <= bounds.width() - 16:
        assert card.size() == size


def test_a_card_goes_under_the_line_if_it_can_and_begins_with_the_word() -> None:
    card = card_geometry(
        QSize(300, 120), QRect(50, 100, 600, 34), QRect(200, 100, 80, 34), QRect(0, 0, 800, 600)
    )
    assert card == QRect(200, 138, 300, 120)


def test_a_card_at_the_foot_of_the_window_goes_above_the_line() -> None:
    card = card_geometry(
        QSize(300, 120), QRect(50, 540, 600, 34), QRect(700, 540, 80, 34), QRect(0, 0, 800, 600)
    )
    assert card.bottom() < 540
    assert card.right() <= 792


# In the window


def star(entry: Knowledge, number: int = 0) -> int:
    """An offset inside the starred term ``number``."""
    return entry.terms[number].start + 2


def show_card(hands: Hands, offset: int) -> QRect:
    """Rest the pointer on ``offset``; where the card stands in the window."""
    hands.point_away()
    hands.point_at(hands.place_of(offset))
    hands.until(hands.window.hover_card.isVisible)
    return hands.window.hover_card.geometry()


def assert_beside(hands: Hands, offset: int) -> None:
    """The card stands beside the lines of the target at ``offset``, wholly in the window."""
    target = hands.page.target_of(offset)
    assert target is not None
    card = hands.window.hover_card.geometry()
    lines = hands.in_window(hands.page.reading_line(target))
    assert not card.intersects(lines)
    assert hands.window.rect().contains(card)
    assert min(abs(card.top() - lines.bottom()), abs(lines.top() - card.bottom())) <= 8


def test_a_card_comes_after_400_ms_on_a_term_and_not_before(hands: Hands, entry: Knowledge) -> None:
    place = hands.place_of(star(entry))
    begun = time.perf_counter()
    hands.point_at(place)
    hands.until(hands.window.hover_card.isVisible)
    assert DWELL_MS - 5 <= 1000 * (time.perf_counter() - begun) <= DWELL_MS + SLOWNESS
    assert "บอลเชวิค" in hands.window.hover_card.plain_text()
    assert_beside(hands, star(entry))


def test_going_on_within_the_word_does_not_put_the_card_off(hands: Hands, entry: Knowledge) -> None:
    place = hands.place_of(star(entry))
    for step in range(6):
        hands.point_at(place + QPoint(step, 0))
        hands.wait(80)
    assert hands.window.hover_card.isVisible()


def test_crossing_a_word_shows_nothing(hands: Hands, entry: Knowledge) -> None:
    hands.point_at(hands.place_of(star(entry)))
    hands.wait(100)
    hands.point_away()
    hands.wait(DWELL_MS + SOON)
    assert not hands.window.hover_card.isVisible()


def test_the_card_goes_300_ms_after_the_pointer_has_left(hands: Hands, entry: Knowledge) -> None:
    show_card(hands, star(entry))
    begun = time.perf_counter()
    hands.point_away()
    hands.until(lambda: not hands.window.hover_card.isVisible())
    assert LINGER_MS - 5 <= 1000 * (time.perf_counter() - begun) <= LINGER_MS + SLOWNESS


def test_the_card_goes_when_the_pointer_jumps_to_the_scroll_bar(
    hands: Hands, entry: Knowledge
) -> None:
    show_card(hands, star(entry))
    hands.point_at(QPoint(hands.page.viewport().width() + 5, 300))
    hands.until(lambda: not hands.window.hover_card.isVisible())


def test_the_pointer_may_move_onto_the_card_and_stay(hands: Hands, entry: Knowledge) -> None:
    card = show_card(hands, star(entry))
    to_card = hands.page.viewport().mapFrom(hands.window, card.center())
    hands.point_at(to_card)
    hands.wait(LINGER_MS + 2 * SOON)
    assert hands.window.hover_card.isVisible()
    hands.point_away()
    hands.until(lambda: not hands.window.hover_card.isVisible())


def test_a_card_to_which_the_pointer_comes_back_in_time_stays(
    hands: Hands, entry: Knowledge
) -> None:
    place = hands.place_of(star(entry))
    shown: list[str] = []
    for _ in range(5):  # on a busy machine the way back may itself take too long
        show_card(hands, star(entry))
        shown.clear()
        hands.window.hover_card.closed.connect(lambda: shown.append("closed"))
        begun = time.perf_counter()
        hands.point_away()
        hands.wait(100)
        hands.point_at(place)
        if 1000 * (time.perf_counter() - begun) < LINGER_MS - SOON:
            break
        hands.wait(LINGER_MS + DWELL_MS + SOON)
    hands.wait(LINGER_MS + DWELL_MS + SOON)
    assert hands.window.hover_card.isVisible()
    assert not shown


@pytest.mark.parametrize("widget", ["page", "filter"])
def test_escape_closes_the_card_wherever_the_keyboard_is(
    hands: Hands, entry: Knowledge, widget: str
) -> None:
    show_card(hands, star(entry))
    (hands.page if widget == "page" else hands.window.panel.filter).setFocus()
    hands.type(Qt.Key.Key_Escape)
    assert not hands.window.hover_card.isVisible()
    hands.wait(DWELL_MS + SOON)
    assert not hands.window.hover_card.isVisible()


def test_no_card_for_a_term_that_scrolls_under_the_pointer(hands: Hands, entry: Knowledge) -> None:
    bar = hands.page.verticalScrollBar()
    for number in (0, 4, 9):
        offset = star(entry, number)
        hands.page.bring_into_view(offset)
        hands.settle()
        place = QPoint(hands.place_of(offset).x(), 8)
        hands.point_at(place)
        hands.wait(2 * SOON)
        bar.setValue(bar.value() + hands.place_of(offset).y() - 8)
        hands.settle()
        assert hands.page.target_at(place) == hands.page.target_of(offset)
        # Qt reports the pointer once more where it stands
        QTest.mouseMove(
            hands.window.windowHandle(), hands.page.viewport().mapTo(hands.window, place)
        )
        hands.wait(DWELL_MS + SOON)
        assert not hands.window.hover_card.isVisible()


def test_a_term_that_scrolled_under_the_pointer_answers_once_the_pointer_moves(
    hands: Hands, entry: Knowledge
) -> None:
    place = hands.place_of(star(entry, 4))
    hands.point_at(place + QPoint(0, 200))
    hands.page.verticalScrollBar().setValue(0)
    hands.wait(50)
    hands.point_at(place)
    hands.until(hands.window.hover_card.isVisible)


def test_no_card_when_the_window_opens_under_the_pointer(open_window, entry: Knowledge) -> None:
    before = open_window()
    place = before.page.viewport().mapToGlobal(before.place_of(star(entry)))
    before.window.close()
    hands = open_window(pointer=place)
    window = hands.window
    for _ in range(2):
        # Qt reports the pointer where it stands
        QTest.mouseMove(window.windowHandle(), window.mapFromGlobal(place))
        hands.wait(DWELL_MS + SOON)
        assert not window.hover_card.isVisible()
        window.hide()
        window.show()
        hands.settle()
    hands.point_at(hands.place_of(star(entry)) + QPoint(1, 0))
    hands.until(window.hover_card.isVisible)


def test_no_card_for_what_a_closed_card_uncovers(hands: Hands, entry: Knowledge) -> None:
    card = show_card(hands, star(entry))
    words = [hands.place_of(target.start + 1) for target in hands.page.targets[:40]]
    covered = next(
        word for word in words if card.contains(hands.page.viewport().mapTo(hands.window, word))
    )
    hands.point_at(covered)
    hands.wait(LINGER_MS + SOON)
    assert hands.window.hover_card.isVisible()
    hands.type(Qt.Key.Key_Escape)
    QTest.mouseMove(hands.window.windowHandle(), hands.page.viewport().mapTo(hands.window, covered))
    hands.wait(DWELL_MS + SOON)
    assert not hands.window.hover_card.isVisible()


def test_no_card_when_lines_move_under_the_pointer(hands: Hands, entry: Knowledge) -> None:
    hands.page.set_type_size(20)
    place = hands.place_of(star(entry, 3))
    hands.page.set_type_size(15)
    hands.settle()
    assert hands.page.target_at(place) != hands.page.target_of(star(entry, 3))
    hands.point_at(place)
    hands.page.set_type_size(20)
    hands.settle()
    assert hands.page.target_at(place) == hands.page.target_of(star(entry, 3))
    hands.wait(DWELL_MS + SOON)
    assert not hands.window.hover_card.isVisible()


def test_scrolling_and_resizing_close_the_card(hands: Hands, entry: Knowledge) -> None:
    for act in (
        lambda: hands.turn_wheel(QPoint(300, 300), -1),
        lambda: hands.resize(1100, 700),
        lambda: hands.turn_wheel(QPoint(300, 300), 1, CTRL),
    ):
        hands.page.show_first(0)
        hands.settle()
        show_card(hands, star(entry))
        act()
        assert not hands.window.hover_card.isVisible()


def test_selecting_words_with_the_mouse_shows_no_card_and_opens_nothing(
    hands: Hands, entry: Knowledge
) -> None:
    chosen = []
    hands.page.target_chosen.connect(chosen.append)
    start, end = hands.place_of(0), hands.place_of(star(entry))
    hands.press(start)
    QTest.mouseMove(hands.window.windowHandle(), hands.page.viewport().mapTo(hands.window, end))
    hands.wait(DWELL_MS + SOON)
    assert not hands.window.hover_card.isVisible()
    hands.release(end)
    assert hands.page.selected_text()
    hands.wait(DWELL_MS + SOON)
    assert not hands.window.hover_card.isVisible()
    assert not chosen


def test_a_click_on_the_card_opens_the_whole_definition(hands: Hands, entry: Knowledge) -> None:
    card = show_card(hands, star(entry))
    hands.click(hands.page.viewport().mapFrom(hands.window, card.center()))
    assert not hands.window.hover_card.isVisible()
    assert hands.window.panel.card.isVisible()


@pytest.mark.parametrize(
    ("width", "height", "points"),
    [
        (1180, 780, 15),
        (480, 800, 15),
        (480, 800, 36),
        (800, 600, 36),
        (480, 300, 24),
        (320, 240, 9),
    ],
)
def test_every_card_stands_beside_its_lines_in_any_window(
    open_window,
    entry: Knowledge,
    width: int,
    height: int,
    points: int,
) -> None:
    hands = open_window(width=width, height=height)
    hands.page.set_type_size(points)
    hands.settle()
    over_two_lines = shown = 0
    for term in entry.terms:
        for first in (True, False):
            target = hands.page.target_of(term.start)
            assert target is not None
            hands.page.bring_into_view(term.start)
            if first:
                hands.page.show_first(term.start)
            hands.settle()
            hands.page.target_rested.emit(target)
            if hands.window.hover_card.isVisible():
                assert_beside(hands, term.start)
                shown += 1
            over_two_lines += len(hands.page.target_rects(target)) > 1
            hands.window.hover_card.close_card()
    if height >= 600:
        assert shown == 2 * len(entry.terms)
    if width == 480:
        assert over_two_lines


def test_the_card_stays_on_the_screen_when_the_window_hangs_over_its_edge(
    open_window,
    entry: Knowledge,
) -> None:
    hands = open_window(width=700, height=700)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    hands.window.move(screen.right() - 480, screen.bottom() - 400)
    hands.settle()
    for number in range(4):
        target = hands.page.target_of(star(entry, number))
        assert isinstance(target, Target)
        hands.page.target_rested.emit(target)
        card = hands.window.hover_card
        if card.isVisible():
            place = QRect(card.mapToGlobal(QPoint(0, 0)), card.size())
            assert screen.contains(place)
            assert_beside(hands, star(entry, number))
        card.close_card()
