"""Parts of the window side by side: the text comes back for what is about it, words keep room."""

from __future__ import annotations

from pathlib import Path

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader.desk.store import Store
from reader.ui.timeline_list import TimelineDelegate

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("cover", ["large_map", "shelf"])
def test_looking_for_words_brings_the_text_and_the_keyboard_to_the_bar(
    hands: Hands, cover: str
) -> None:
    window = hands.window
    window.commands.action(cover).trigger()
    hands.settle()
    assert window.cover is not None
    hands.type(KEY.Key_F, CTRL)
    assert window.cover is None
    assert QApplication.focusWidget() is window.find_bar.words


def test_a_jump_brings_the_text_back_from_under_the_bookshelf(hands: Hands) -> None:
    window = hands.window
    window.commands.action("shelf").trigger()
    window.go_to(window.knowledge.article.length // 2)
    hands.settle()
    assert window.cover is None
    assert hands.page.isVisible()


def test_the_bookshelf_over_the_large_map_gives_the_mini_map_back(hands: Hands) -> None:
    window = hands.window
    window.commands.action("large_map").trigger()
    window.commands.action("shelf").trigger()
    hands.settle()
    assert not window.commands.action("large_map").isChecked()
    assert window.map is not None and window.map.isVisible()
    window.commands.action("shelf").trigger()
    hands.settle()
    assert window.cover is None
    window.commands.action("large_map").trigger()
    assert window.large_map.is_open
    window.commands.action("large_map").trigger()
    hands.settle()
    assert window.map.isVisible()


def test_the_panel_button_has_room_for_its_words_in_either_language(hands: Hands) -> None:
    window = hands.window
    button = window._panel_button
    for language in ("en", "th", "en"):
        window.set_language(language)
        hands.settle()
        assert button.width() >= button.sizeHint().width()


def test_what_the_find_bar_says_follows_the_language(hands: Hands) -> None:
    window = hands.window
    window.finding.find("lenin")
    hands.until(lambda: window.finding.engine.is_done)
    hands.settle()
    thai = window.find_bar.hint_text()
    assert "พิมพ์" in thai
    window.set_language("en")
    hands.settle()
    assert window.find_bar.hint_text().startswith("Also printed here as:")


def test_when_the_list_of_hits_goes_the_tab_before_it_comes_back(hands: Hands) -> None:
    window = hands.window
    before = window.panel.tabs.currentIndex()
    hands.type(KEY.Key_F, CTRL | SHIFT)
    assert window.panel.tabs.currentIndex() != before
    window.find_bar.close_bar()
    hands.settle()
    assert window.panel.tabs.currentIndex() == before


def test_the_drawer_of_a_narrow_window_leaves_the_find_bar_in_sight(open_window) -> None:  # type: ignore[no-untyped-def]
    hands: Hands = open_window(width=640, height=400)
    window = hands.window
    hands.type(KEY.Key_F, CTRL | SHIFT)
    assert window.panel_is_shown()
    bar = window.find_bar.geometry()
    assert not window.panel.geometry().intersects(bar)
    window.find_bar.close_bar()
    hands.settle()
    assert window.panel.geometry().bottom() == window.centralWidget().rect().bottom()


@pytest.mark.parametrize("width", [1280, 640])
@pytest.mark.parametrize("language", ["th", "en"])
def test_the_timeline_cuts_no_day_and_no_hour_short(  # type: ignore[no-untyped-def]
    open_window, width: int, language: str
) -> None:
    store = Store(None)
    store.put("language", language)
    hands: Hands = open_window(width=width, height=700, store=store)
    hands.type(KEY.Key_F5)
    strip = hands.window.timeline.links.strip
    delegate = strip.list.itemDelegate()
    assert isinstance(delegate, TimelineDelegate)
    for event in hands.window.knowledge.details.events:
        assert "".join(delegate.cut_when(event)).count("…") == 0
    hour = strip.hour
    assert not hour.clock.geometry().intersects(hour.calendar.geometry())
    assert hour.clock.width() >= hour.clock.sizeHint().width()


def test_a_text_that_cannot_be_opened_leaves_everything(hands: Hands, tmp_path: Path) -> None:
    window = hands.window
    before = window.knowledge
    assert not window.open_path(tmp_path / "missing.txt")
    assert window.knowledge is before
    assert window.tells_something


def test_copy_and_select_all_name_their_keys_and_leave_them_to_what_is_in_use(hands: Hands) -> None:
    window = hands.window
    names = {name: window.commands.action(name).shortcut().toString() for name in ("copy", "all")}
    assert names == {"copy": "Ctrl+C", "all": "Ctrl+A"}
    window.panel.filter.setText("เลนิน")
    window.panel.filter.setFocus()
    hands.type(KEY.Key_A, CTRL)
    hands.type(KEY.Key_C, CTRL)
    assert QApplication.clipboard().text() == "เลนิน"
    hands.page.setFocus()
    hands.type(KEY.Key_A, CTRL)
    hands.type(KEY.Key_C, CTRL)
    assert len(QApplication.clipboard().text()) > 10_000


def test_the_title_of_a_note_being_written_follows_the_language(hands: Hands) -> None:
    window = hands.window
    cursor = hands.page.textCursor()
    cursor.setPosition(40)
    cursor.setPosition(60, cursor.MoveMode.KeepAnchor)
    hands.page.setTextCursor(cursor)
    hands.type(KEY.Key_N, CTRL | SHIFT)
    title = window.marks.writing.editor.title
    assert title.text().startswith("บันทึก")
    window.set_language("en")
    hands.settle()
    assert title.text().startswith("Note")


def test_an_error_on_show_follows_the_language(hands: Hands, tmp_path: Path) -> None:
    window = hands.window
    window.open_path(tmp_path / "none.txt")
    thai = window.notice.text()
    window.set_language("en")
    english = window.notice.text()
    assert english.isascii() or "none.txt" in english
    assert english != thai and english
    window.set_language("th")
    assert window.notice.text() == thai
