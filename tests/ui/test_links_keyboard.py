"""The links by the keyboard: Tab, Shift+Tab, Enter, the menu key."""

from __future__ import annotations

import pytest
from hands import SHIFT, Hands, plain_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from reader.content.knowledge import Knowledge

TAB, BACKTAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return


@pytest.fixture
def at_page(hands: Hands) -> Hands:
    """A reader whose keyboard is on the page."""
    hands.page.setFocus()
    hands.settle()
    return hands


def test_tab_visits_every_drawn_link_once_and_in_order(at_page: Hands) -> None:
    page = at_page.page
    visited = []
    for _ in page.drawn_links:
        at_page.type(TAB)
        link = page.focused_link
        assert link is not None
        assert at_page.is_seen(link.start)
        visited.append(link)
    assert visited == list(page.drawn_links)
    at_page.type(TAB)
    assert page.focused_link is None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is not page
    assert not page.isAncestorOf(focus)


def test_drawn_are_the_stars_and_each_name_once_a_paragraph(
    at_page: Hands, entry: Knowledge
) -> None:
    drawn = [link.start for link in at_page.page.drawn_links]
    stars = [term.start for term in entry.terms]
    assert len(stars) == 14
    assert set(stars) <= set(drawn)
    first = {}
    for mention in entry.mentions:
        place = (entry.article.paragraph_at(mention.start), mention.entity)
        first.setdefault(place, mention.start)
    assert set(drawn) == set(stars) | set(first.values())


def test_shift_tab_goes_back(at_page: Hands) -> None:
    page = at_page.page
    for _ in range(3):
        at_page.type(TAB)
    at_page.type(BACKTAB, SHIFT)
    assert page.focused_link == page.drawn_links[1]
    at_page.type(BACKTAB, SHIFT)
    at_page.type(BACKTAB, SHIFT)
    assert page.focused_link is None


def test_tab_begins_with_the_first_link_in_view(at_page: Hands) -> None:
    page = at_page.page
    page.verticalScrollBar().setValue(2000)
    first = page.first_visible()
    at_page.type(TAB)
    assert page.focused_link == next(link for link in page.drawn_links if link.start >= first)
    assert at_page.scrolled == 2000


def test_shift_tab_begins_with_the_last_link_in_view(at_page: Hands) -> None:
    page = at_page.page
    page.verticalScrollBar().setValue(2000)
    last = page.last_visible()
    at_page.type(BACKTAB, SHIFT)
    link = page.focused_link
    assert link is not None
    assert link.start <= last
    assert at_page.is_seen(link.start)


def test_tab_keeps_the_selection(at_page: Hands, entry: Knowledge) -> None:
    at_page.page.select_offsets(40, 90)
    for key, keys in ((TAB, None), (TAB, None), (BACKTAB, SHIFT)):
        at_page.type(key, keys or Qt.KeyboardModifier.NoModifier)
        assert at_page.page.selected_text() == entry.article.text[40:90]


def test_enter_opens_the_definition_and_it_stays(at_page: Hands) -> None:
    at_page.type(TAB)
    at_page.type(TAB)
    link = at_page.page.focused_link
    at_page.type(ENTER)
    assert at_page.window.panel.card.isVisible()
    assert at_page.page.focused_link == link
    at_page.wait(400)
    assert at_page.window.panel.card.isVisible()
    assert "บอลเชวิค" in at_page.window.panel.card.plain_text()


def test_space_on_a_link_turns_the_page(at_page: Hands) -> None:
    at_page.type(TAB)
    at_page.type(Qt.Key.Key_Space)
    assert at_page.scrolled > 300
    assert not at_page.window.panel.card.isVisible()


def test_escape_gives_the_link_up_and_leaves_the_keyboard_on_the_page(at_page: Hands) -> None:
    at_page.type(TAB)
    at_page.type(Qt.Key.Key_Escape)
    assert at_page.page.focused_link is None
    assert QApplication.focusWidget() is at_page.page


def test_the_link_is_given_up_when_the_keyboard_goes_elsewhere(at_page: Hands) -> None:
    at_page.type(TAB)
    assert at_page.page.layers.ranges("focus")
    at_page.window.panel.filter.setFocus(Qt.FocusReason.MouseFocusReason)
    at_page.settle()
    assert at_page.page.focused_link is None
    assert not at_page.page.layers.ranges("focus")
    assert QApplication.focusWidget() is at_page.window.panel.filter


def test_a_click_into_the_text_gives_the_link_up(at_page: Hands) -> None:
    at_page.type(TAB)
    at_page.click(at_page.place_of(60))
    assert at_page.page.focused_link is None
    assert QApplication.focusWidget() is at_page.page


def test_what_has_the_focus_lies_over_the_link_wherever_that_goes(at_page: Hands) -> None:
    for _ in range(6):
        at_page.type(TAB)
    link = at_page.page.focused_link
    assert link is not None
    for act in (
        lambda: at_page.resize(700, 800),
        lambda: at_page.page.set_type_size(24),
        lambda: at_page.page.verticalScrollBar().setValue(60),
    ):
        act()
        at_page.settle()
        button = QApplication.focusWidget()
        assert button is not None
        assert button.geometry() == at_page.page.target_rects(link)[0]


def test_the_menu_key_offers_the_definition_of_the_link(
    at_page: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = []
    monkeypatch.setattr(
        type(at_page.page),
        "context_menu",
        lambda page, point: offered.append((point, page.focused_link)) or _Menu(),
    )
    at_page.type(TAB)
    view = at_page.page.viewport()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, view.rect().center(), view.mapToGlobal(view.pos())
    )
    QApplication.sendEvent(QApplication.focusWidget(), event)
    assert offered == [(None, at_page.page.drawn_links[0])]


class _Menu:
    def exec(self, _place: object) -> None:
        pass

    def deleteLater(self) -> None:
        pass


def test_new_words_for_the_text_drop_a_link_that_is_none_any_more(open_window) -> None:
    known = plain_text("พรรคบอลเชวิค (Bolsheviks)* และเลนิน (Lenin)*")
    hands = open_window(known)
    hands.page.setFocus()
    hands.type(TAB)
    assert hands.page.focused_link is not None
    hands.page.update_knowledge(plain_text("พรรคบอลเชวิค (Bolsheviks)  และเลนิน (Lenin)*"))
    assert hands.page.focused_link is None
    hands.type(TAB)
    assert hands.page.focused_link is not None
    hands.type(TAB)
    assert hands.page.focused_link is None
