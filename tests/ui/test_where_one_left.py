"""A reader comes back: to his window, on his screen, with his panels; and mice have a way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hands import Hands
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from test_marks import WORDS, select

from reader.content.knowledge import Knowledge
from reader.desk.store import Store
from reader.ui.app import make_application, make_window
from reader.ui.window_place import place_again

LEFT, RIGHT = QRect(-1920, 0, 1920, 1080), QRect(0, 0, 1366, 768)
SIZE = QSize(1180, 780)


def test_window_left_on_a_screen_to_the_left_comes_back_there() -> None:
    place = place_again(QPoint(-1500, 90), SIZE, [RIGHT, LEFT])
    assert place == QRect(QPoint(-1500, 90), SIZE)


def test_window_left_a_little_over_the_edge_comes_wholly_into_sight() -> None:
    place = place_again(QPoint(-30, -12), QSize(800, 600), [RIGHT])
    assert place == QRect(0, 0, 800, 600)


def test_window_is_no_larger_than_the_screen_it_comes_back_to() -> None:
    place = place_again(QPoint(10, 20), SIZE, [RIGHT, LEFT])
    assert place is not None
    assert place.size() == QSize(1180, 768)


def test_window_of_a_screen_that_is_gone_has_no_place() -> None:
    assert place_again(QPoint(-1500, 90), QSize(800, 600), [RIGHT]) is None
    assert place_again(QPoint(5, 5), SIZE, []) is None


def test_window_closed_in_projector_mode_comes_back_in_its_own_size(
    tmp_path: Path, entry: Knowledge
) -> None:
    app = make_application([])
    window = make_window(app, entry, Store(tmp_path))
    window.show()
    window.complete()
    window.resize(610, 470)
    window.move(33, 44)
    window.preferences.set("projector", True)
    assert window.isFullScreen()
    QApplication.processEvents()
    window.close()
    again = make_window(app, entry, Store(tmp_path))
    again.show()
    assert (again.width(), again.height()) == (610, 470)
    assert (again.x(), again.y()) == (33, 44)
    assert not again.isFullScreen()
    again.close()


def test_the_tab_of_own_marks_comes_back(tmp_path: Path, entry: Knowledge) -> None:
    app = make_application([])
    window = make_window(app, entry, Store(tmp_path))
    window.show()
    window.complete()
    window.marks.show_list()
    window.close()
    again = make_window(app, entry, Store(tmp_path))
    again.show()
    again.complete()
    assert again.panel.tab_shown == "marks"
    again.close()


@pytest.mark.parametrize("over", ["page", "card"])
def test_buttons_of_the_mouse_go_back_and_forward(hands: Hands, over: str) -> None:
    window = hands.window
    window.go_to(9000)
    window.open_entity("trotsky")
    hands.settle()
    there = window.page.first_visible()
    assert there > 8000

    def press(button: Qt.MouseButton) -> None:
        shown = window.page.viewport() if over == "page" or not window.panel.shows_card else None
        widget = shown or window.panel.card
        QTest.mouseClick(window.windowHandle(), button, pos=widget.mapTo(window, QPoint(60, 120)))
        hands.settle()

    press(Qt.MouseButton.BackButton)
    assert not window.panel.shows_card
    press(Qt.MouseButton.BackButton)
    assert window.page.first_visible() == 0
    press(Qt.MouseButton.ForwardButton)
    assert window.page.first_visible() == there
    press(Qt.MouseButton.ForwardButton)
    assert window.panel.shows_card


def test_the_other_buttons_of_the_mouse_leave_a_selection_alone(hands: Hands) -> None:
    start, end = select(hands, WORDS)
    hands.press(hands.place_of(start + 3), Qt.MouseButton.MiddleButton)
    hands.release(hands.place_of(start + 3), Qt.MouseButton.MiddleButton)
    assert hands.page.selected_offsets() == (start, end)


def test_share_of_the_map_in_the_panel_stays_and_comes_back(
    tmp_path: Path, entry: Knowledge
) -> None:
    app = make_application([])
    window = make_window(app, entry, Store(tmp_path))
    window.show()
    window.resize(1180, 780)
    window.complete()
    split = window.panel.splitter
    before = split.sizes()[1]
    handle = split.handle(1)
    start = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(handle, start + QPoint(0, -90))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start + QPoint(0, -90))
    chosen = split.sizes()[1]
    assert chosen > before + 60
    window.resize(1180, 700)
    window.resize(1180, 780)
    assert abs(split.sizes()[1] - chosen) <= 2
    window.close()
    again = make_window(app, entry, Store(tmp_path))
    again.resize(1180, 780)
    again.show()
    assert abs(again.panel.splitter.sizes()[1] - chosen) <= 2
    again.close()
