"""Keys and menus of features obey from the first moment, before the features are made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hands import CTRL, NONE, SHIFT
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.content.knowledge import Knowledge
from reader.desk.store import Store
from reader.ui.app import make_application, make_window
from reader.ui.window import Window

Key = Qt.Key


@pytest.fixture
def fresh(qtbot: QtBot, qapp: QApplication, entry: Knowledge) -> Iterator[Window]:
    """A window that has never come to making its features."""
    window = make_window(make_application([]), entry, Store(None))
    window.page.first_painted.disconnect(window.complete)
    window.resize(1180, 780)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.page.setFocus()
    yield window
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def test_the_first_key_opens_the_find_bar(fresh: Window) -> None:
    QTest.keyClick(fresh.windowHandle(), Key.Key_F, CTRL)
    assert fresh.find_bar.isVisible()
    assert QApplication.focusWidget() is fresh.find_bar.words


def test_the_first_key_shows_the_hours(fresh: Window) -> None:
    QTest.keyClick(fresh.windowHandle(), Key.Key_F5, NONE)
    assert fresh.commands.action("timeline").isChecked()


def test_the_first_key_turns_the_ruler_on(fresh: Window) -> None:
    QTest.keyClick(fresh.windowHandle(), Key.Key_R, CTRL)
    assert fresh.preferences.is_on("ruler")
    assert fresh.commands.action("ruler").isChecked()
    QTest.keyClick(fresh.windowHandle(), Key.Key_R, CTRL)
    assert not fresh.preferences.is_on("ruler")


def test_a_menu_is_whole_when_it_is_first_opened(fresh: Window) -> None:
    menu = fresh.commands.menu("edit")
    menu.popup(fresh.mapToGlobal(fresh.rect().center()))
    assert fresh.commands.action("find") in menu.actions()
    assert fresh.commands.action("settings") in menu.actions()
    menu.hide()


def test_what_the_reader_has_chosen_is_checked_once_the_commands_are_there(fresh: Window) -> None:
    checked = {
        name: fresh.commands.action(name).isChecked()
        for name in ("theme-system", "theme-dark", "links-first", "links-all", "panel", "ruler")
    }
    assert checked == {
        "theme-system": True, "theme-dark": False, "links-first": True, "links-all": False,
        "panel": True, "ruler": False,
    }  # fmt: skip
    assert not fresh.commands.action("back").isEnabled()


def test_shift_and_letters_do_not_open_anything(fresh: Window) -> None:
    QTest.keyClick(fresh.windowHandle(), Key.Key_N, SHIFT)
    assert not fresh.find_bar.isVisible()
