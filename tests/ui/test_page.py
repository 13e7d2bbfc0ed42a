"""The page: what it shows, what it opens, and that a long text costs what is seen of it."""

from __future__ import annotations

import dataclasses
import random
import time
from collections.abc import Callable

import pytest
from hands import NONE, SHIFT, Hands, plain_text
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser

from reader.content.knowledge import Knowledge
from reader.text.line_rules import breaks_of
from reader.ui.page import Page
from reader.ui.theme import LIGHT, text_font

Open = Callable[..., Hands]


def test_the_text_is_shown_verbatim(hands: Hands, entry: Knowledge) -> None:
    shown = hands.page.document().toPlainText()
    assert shown == entry.article.text


def test_paragraphs_begin_with_an_indent_and_a_gap(hands: Hands, entry: Knowledge) -> None:
    second = entry.article.paragraphs[1].start
    first_word = hands.page.target_rects(hands.page.target_of(second))[0]
    assert first_word.left() > hands.line_of(second).left() + 15
    gap = hands.line_of(second).top() - hands.line_of(second - 2).bottom()
    assert gap > 5


def test_the_type_has_loops_and_is_the_shipped_one(hands: Hands) -> None:
    raw = hands.page.document().begin().layout().lineAt(0).glyphRuns()[0].rawFont()
    assert raw.familyName() == "Sarabun"


def test_lines_are_led_generously(hands: Hands) -> None:
    pitch = hands.line_of(100).height()
    assert 1.6 <= pitch / hands.page._em() <= 1.8


# The mouse


def test_a_click_on_a_star_opens_its_definition_which_stays(hands: Hands, entry: Knowledge) -> None:
    for number in (0, 1):
        hands.click(hands.place_of(entry.terms[number].start + 1))
        assert hands.window.panel.card.isVisible()
        entity = entry.terms[number].entity
        assert entry.entities[entity].name_th in hands.window.panel.card.plain_text()
    hands.point_away()
    hands.wait(500)
    assert hands.window.panel.card.isVisible()


def test_every_mention_answers_starred_or_not_in_every_spelling(
    hands: Hands, entry: Knowledge
) -> None:
    for mention in entry.mentions:
        for offset in (mention.start, mention.end - 1):
            target = hands.page.target_of(offset)
            assert target is not None
            assert target.entity == mention.entity
    spellings = {
        entry.article.text[m.start : m.end]
        for m in entry.mentions
        if "โนเวียฟ" in entry.article.text[m.start : m.end]
    }
    assert len(spellings) > 1


def test_gloss_and_star_answer_like_the_name(hands: Hands, entry: Knowledge) -> None:
    term = entry.terms[0]
    targets = {hands.page.target_of(o) for o in (term.start, term.gloss_start, term.star)}
    assert len(targets) == 1
    assert targets != {None}


def test_what_lies_beside_the_lines_answers_nothing(hands: Hands) -> None:
    page = hands.page
    bottom = page.viewport().height() - 1
    last_line = page.document().begin().layout()
    right = hands.line_of(0).right()
    assert page.target_at(QPoint(3, 40)) is None
    for y in range(0, bottom, 7):
        assert page.target_at(QPoint(right + 40, y)) is None
    assert last_line.lineCount()
    hands.type(Qt.Key.Key_End)
    end = hands.line_of(page.last_visible()).bottom()
    for x in range(0, page.viewport().width(), 9):
        assert page.target_at(QPoint(x, 5)) is None or hands.line_of(page.first_visible())
        below = page._margin.mark_at(QPointF(x, end + 60 + hands.scrolled))
        assert below is not None or page.target_at(QPoint(x, end + 60)) is None


def test_the_hand_shows_over_what_answers_and_the_bar_over_text(
    hands: Hands, entry: Knowledge
) -> None:
    shape = hands.page.viewport().cursor
    hands.point_at(hands.place_of(entry.terms[0].start + 1))
    assert shape().shape() == Qt.CursorShape.PointingHandCursor
    hands.point_at(hands.place_of(entry.article.text.index("เป็นการยึด") + 2))
    assert shape().shape() == Qt.CursorShape.IBeamCursor


def test_a_drag_that_ends_where_it_began_opens_nothing(hands: Hands, entry: Knowledge) -> None:
    chosen = []
    hands.page.target_chosen.connect(chosen.append)
    place = hands.place_of(entry.terms[0].start + 1)
    hands.press(place)
    for x in (60, 0):
        QTest.mouseMove(
            hands.window.windowHandle(),
            hands.page.viewport().mapTo(hands.window, place + QPoint(x, 0)),
        )
        hands.settle()
    hands.release(place)
    assert not chosen


def test_a_press_on_one_word_and_a_release_on_another_opens_nothing(
    hands: Hands, entry: Knowledge
) -> None:
    chosen = []
    hands.page.target_chosen.connect(chosen.append)
    hands.drag(hands.place_of(entry.terms[0].start), hands.place_of(entry.terms[1].start))
    assert not chosen


def test_the_right_button_opens_nothing_and_keeps_the_selection(
    hands: Hands, entry: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = []
    hands.page.target_chosen.connect(chosen.append)
    hands.page.select_offsets(40, 80)
    place = hands.place_of(entry.terms[0].start + 1)
    monkeypatch.setattr(Page, "contextMenuEvent", lambda page, event: None)
    hands.press(place, Qt.MouseButton.RightButton)
    hands.release(place, Qt.MouseButton.RightButton)
    assert not chosen
    assert hands.page.selected_offsets() == (40, 80)


def test_the_menu_offers_the_definition_copying_and_all(hands: Hands, entry: Knowledge) -> None:
    page = hands.page
    chosen = []
    page.target_chosen.connect(chosen.append)
    on_link = page.context_menu(hands.place_of(entry.terms[0].start + 1))
    actions = {action.text(): action for action in on_link.actions() if not action.isSeparator()}
    assert list(actions)[:2] == ["เปิดคำอธิบาย", "คัดลอก"]
    assert not actions["คัดลอก"].isEnabled()  # nothing is selected
    actions["เปิดคำอธิบาย"].trigger()
    assert chosen == [page.target_of(entry.terms[0].start)]
    actions["เลือกทั้งหมด"].trigger()
    assert page.selected_text() == entry.article.text
    beside = page.context_menu(QPoint(2, 2))
    names = [action.text() for action in beside.actions() if not action.isSeparator()]
    assert names[0] == "คัดลอก" and "เลือกทั้งหมด" in names
    assert "เปิดคำอธิบาย" not in names


# Drawing


def colours(hands: Hands, offset: int) -> set[str]:
    """The colours of the pixels at ``offset``."""
    rect = hands.page.target_rects(hands.page.target_of(offset))[0]
    picture = hands.page.viewport().grab(rect).toImage()
    return {
        QColor(picture.pixel(x, y)).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }


def test_links_are_drawn_in_their_colour_and_the_star_is_kept(
    hands: Hands, entry: Knowledge
) -> None:
    assert LIGHT.link in colours(hands, entry.terms[0].start)
    shown = hands.page.document().toPlainText()
    assert all(shown[term.star] == "*" for term in entry.terms)


def test_a_selection_is_painted_to_the_end_of_each_line_and_not_further(hands: Hands) -> None:
    page = hands.page
    hands.point_away()
    first = page.first_visible()
    page.select_offsets(first, page.last_visible())
    hands.settle()
    block = page.document().begin()
    picture = page.viewport().grab().toImage()
    selection = QColor(LIGHT.selection)
    for row in range(8):
        line = block.layout().lineAt(row)
        y = round(page._layout._tops[0] + line.y() + line.height() / 2) - hands.scrolled
        left = round(page._layout._left + line.x())
        right = round(left + line.naturalTextWidth())
        inside = [picture.pixelColor(x, y - 12) for x in range(left + 1, right - 2, 3)]
        assert inside.count(selection) > 0.6 * len(inside)
        outside = [picture.pixelColor(x, y) for x in range(right + 12, left + 700, 5)]
        assert selection not in outside


def test_only_what_is_marked_is_painted(hands: Hands, entry: Knowledge) -> None:
    from reader.ui.ranges import Look

    start = entry.mentions[0].start
    hands.page.set_ranges("hits", [(start, entry.mentions[0].end)], Look(ground="hit"))
    assert LIGHT.hit in colours(hands, start)
    hands.page.set_ranges("hits", [], Look())
    assert LIGHT.hit not in colours(hands, start)


# A long text


@pytest.fixture(scope="module")
def hundred_entries(entry: Knowledge) -> Knowledge:
    """A text a hundred times as long as the entry, with the places where its lines may end."""
    known = plain_text("".join([entry.article.text] * 100))
    length = entry.article.length
    breaks = type(entry.breaks)(
        *([number * length + o for number in range(100) for o in level] for level in entry.breaks)
    )
    return dataclasses.replace(known, breaks=breaks)


def quickest(act: Callable[[], None], times: int = 5) -> float:
    """Seconds of the quickest of some tries."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def test_a_long_text_opens_as_fast_as_in_a_bare_text_browser(
    qtbot: object, hundred_entries: Knowledge
) -> None:
    def bare() -> None:
        browser = QTextBrowser()
        browser.setFont(text_font(15))
        browser.resize(820, 760)
        browser.setPlainText(hundred_entries.article.text)
        browser.show()
        browser.grab()
        browser.close()

    def ours() -> None:
        page = Page(LIGHT)
        page.resize(820, 760)
        page.set_knowledge(hundred_entries)
        page.show()
        page.grab()
        page.close()

    floor, taken = quickest(bare), quickest(ours)
    print(f"a bare QTextBrowser {floor * 1000:.0f} ms, the page {taken * 1000:.0f} ms")
    # of its own lines it sets those in view: what remains is reading the text into the document
    assert taken <= 2 * floor + 0.05


def test_of_a_long_text_the_lines_in_view_are_set_first(
    open_window: Open, hundred_entries: Knowledge
) -> None:
    hands = open_window(hundred_entries)
    page = hands.page
    page._more.stop()
    page._layout.start(page._measure())
    page.show_first(600_000)
    assert 1 <= len(page._layout._rows) < 20
    assert hands.line_of(600_000).top() == 0


def test_scrolling_anywhere_in_a_long_text_shows_text_there(
    open_window: Open, hundred_entries: Knowledge
) -> None:
    hands = open_window(hundred_entries)
    page, bar = hands.page, hands.page.verticalScrollBar()
    page._more.stop()
    page._layout.start(page._measure())
    page.show_first(0)
    chance = random.Random("anywhere")
    for _ in range(40):
        bar.setValue(chance.randint(0, bar.maximum()))
        numbers = page._layout._in_view()
        assert all(number in page._layout._rows for number in numbers)
        first = page.first_visible()
        assert -1 <= hands.line_of(first).top() <= 2 * hands.line_of(first).height()


@pytest.mark.parametrize("step", [-90, 90])
def test_lines_glide_past_evenly_while_others_are_being_set(
    open_window: Open, hundred_entries: Knowledge, step: int
) -> None:
    hands = open_window(hundred_entries)
    page, bar = hands.page, hands.page.verticalScrollBar()
    page._more.stop()
    page._layout.start(page._measure())
    page.show_first(700_000)
    for _ in range(150):
        offset = page.first_visible() if step < 0 else page.last_visible()
        before = hands.line_of(offset).top()
        bar.setValue(bar.value() + step)
        assert hands.line_of(offset).top() == before - step


def test_the_text_in_view_stands_still_while_the_rest_is_set(
    open_window: Open, hundred_entries: Knowledge
) -> None:
    hands = open_window(hundred_entries)
    page = hands.page
    page.set_type_size(13)
    page.show_first(700_000)
    page.verticalScrollBar().setValue(hands.scrolled + 11)
    first = page.first_visible()
    before = hands.line_of(first).top()
    slices = 0
    while page._more.isActive():
        page._set_more()
        slices += 1
        assert hands.line_of(first).top() == before
        assert page.first_visible() == first
    assert slices > 10
    assert len(page._layout._rows) == page.document().blockCount()


def test_a_slice_is_short(open_window: Open, hundred_entries: Knowledge) -> None:
    hands = open_window(hundred_entries)
    page = hands.page
    page.set_type_size(16)
    longest = 0.0
    while page._more.isActive():
        begun = time.perf_counter()
        page._set_more()
        longest = max(longest, time.perf_counter() - begun)
    assert longest < 0.1


def test_the_end_key_comes_to_the_end_of_a_long_text(
    open_window: Open, hundred_entries: Knowledge
) -> None:
    hands = open_window(hundred_entries)
    page = hands.page
    page._more.stop()
    page._layout.start(page._measure())
    page.show_first(0)
    hands.type(Qt.Key.Key_End)
    end = hundred_entries.article.length - 2
    assert hands.is_seen(end)
    hands.type(Qt.Key.Key_PageUp)
    assert not hands.is_seen(end)
    hands.type(Qt.Key.Key_PageDown)
    assert hands.is_seen(end)


def test_a_place_far_away_is_brought_into_view(
    open_window: Open, hundred_entries: Knowledge
) -> None:
    hands = open_window(hundred_entries)
    page = hands.page
    for offset in (1_200_000, 5_000, 1_150_000, 1_149_000, 20):
        page._more.stop()
        page._layout.start(page._measure())
        page.bring_into_view(offset)
        assert hands.is_seen(offset)


def test_the_first_line_stays_first_in_a_long_text_too(
    open_window: Open, hundred_entries: Knowledge
) -> None:
    hands = open_window(hundred_entries)
    page = hands.page
    page.show_first(900_000)
    first = page.first_visible()
    for width, points in ((600, 15), (600, 24), (1500, 9), (1180, 15)):
        hands.resize(width, 780)
        page.set_type_size(points)
        assert hands.line_of(900_000).top() == 0
    while page._more.isActive():
        page._set_more()
    assert hands.line_of(900_000).top() == 0
    assert page.first_visible() == first


# Words found later


def test_lines_are_set_anew_when_the_words_are_known_and_the_place_stays(
    open_window: Open, entry: Knowledge
) -> None:
    known = plain_text(entry.article.text)
    hands = open_window(known)
    hands.page.show_first(6000)
    hands.page.update_knowledge(
        dataclasses.replace(known, breaks=breaks_of(known.article.text, entry.breaks.free, ()))
    )
    assert hands.line_of(6000).top() == 0


def test_the_type_stays_the_pages_own_when_the_interface_changes_its(hands: Hands) -> None:
    before = hands.line_of(300)
    hands.page.setFont(text_font(30))
    hands.settle()
    assert hands.line_of(300) == before


def test_shift_space_turns_back(hands: Hands) -> None:
    hands.page.setFocus()
    hands.type(Qt.Key.Key_Space, NONE)
    hands.type(Qt.Key.Key_Space, SHIFT)
    assert hands.scrolled == 0
