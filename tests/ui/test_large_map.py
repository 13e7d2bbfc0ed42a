"""The large map in the real window: opening, closing, choosing, its list, and saving it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hands import Hands, plain_text
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from reader.content.knowledge import Knowledge
from reader.desk.store import Store
from reader.ui.app import make_application, make_window
from reader.ui.large_map_view import LargeMapView
from reader.ui.map_print import PRINT
from reader.ui.subject import Subject

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Reader(Hands):
    """Hands at a window with the large map."""

    @property
    def large(self) -> LargeMapView:
        view = self.window.large_map.view
        assert view is not None
        return view

    @property
    def is_open(self) -> bool:
        return self.window.large_map.is_open

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):  # type: ignore[no-untyped-def]
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()


@pytest.fixture
def reader(hands: Hands, qtbot: QtBot) -> Reader:
    return Reader(qtbot, hands.window)


@pytest.fixture
def opened(reader: Reader) -> Reader:
    reader.window.large_map.open()
    reader.settle()
    return reader


def test_it_is_not_made_before_it_is_asked_for(reader: Reader) -> None:
    assert reader.window.large_map.view is None


def test_ctrl_m_opens_it_in_the_place_of_the_text_and_closes_it_again(reader: Reader) -> None:
    reader.press(KEY.Key_M, CTRL)
    assert reader.is_open and reader.large.isVisible() and not reader.page.isVisible()
    assert reader.window.commands.action("large_map").isChecked()
    reader.press(KEY.Key_M, CTRL)
    assert not reader.is_open and reader.page.isVisible()
    assert not reader.window.commands.action("large_map").isChecked()


def test_esc_gives_the_text_back_where_it_was(reader: Reader) -> None:
    reader.page.show_first(9000)
    reader.settle()
    before = reader.page.first_visible()
    reader.press(KEY.Key_M, CTRL)
    reader.press(KEY.Key_Escape)
    assert not reader.is_open
    assert reader.page.first_visible() == before
    assert reader.page.hasFocus()


def test_the_mini_map_asks_for_it_by_button_and_double_click(reader: Reader) -> None:
    city = reader.window.map
    assert city is not None
    button = next(b for b in city.findChildren(QToolButton) if "Ctrl+M" in b.toolTip())
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert reader.is_open
    reader.window.large_map.close()
    ground = next(
        QPoint(x, y)
        for x in range(20, city.width(), 11)
        for y in range(60, city.height() - 60, 11)
        if not city.place_at(QPointF(x, y))
    )
    QTest.mouseDClick(city, Qt.MouseButton.LeftButton, pos=ground)
    assert reader.is_open


def test_one_map_at_a_time(opened: Reader) -> None:
    assert opened.window.map is not None
    assert not opened.window.map.isVisible()
    opened.window.large_map.close()
    assert opened.window.map.isVisible()


def test_it_remembers_being_open(qtbot: QtBot, entry: Knowledge) -> None:
    app, store = make_application([]), Store(None)
    store.put("large_map", True)
    window = make_window(app, entry, store)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.large_map.is_open, timeout=3000)
    window.large_map.close()
    assert store.get("large_map", True) is False
    window.close()


def test_a_text_without_places_says_that_it_has_no_map(open_window, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    reader = Reader(qtbot, open_window(plain_text("ข้อความ\n")).window)
    reader.window.large_map.open()
    assert not reader.is_open and reader.page.isVisible()
    assert not reader.window.commands.action("large_map").isChecked()


def test_a_place_of_the_entry_opens_its_card_and_any_other_its_own(opened: Reader) -> None:
    opened.large.map.place_chosen.emit("winter-palace")
    assert opened.window.panel.card.subject == Subject.entity("winter-palace")
    opened.large.map.place_chosen.emit("kresty-prison")
    assert opened.window.panel.card.subject == Subject.place("kresty-prison")
    said = opened.window.panel.card.plain_text()
    assert "เรือนจำเครสตืย" in said and "Kresty Prison" in said and "Кресты" in said
    assert "ตรอตสกี" in said and "Rabinowitch" in said
    assert opened.is_open


def test_on_the_mini_map_too_every_place_has_a_card(reader: Reader) -> None:
    assert reader.window.map is not None
    reader.window.map.place_chosen.emit("tauride-palace")
    assert reader.window.panel.card.subject == Subject.place("tauride-palace")
    reader.window.set_language("en")
    assert reader.window.panel.card.plain_text().startswith("Tauride Palace")


def test_a_link_of_the_card_into_the_text_shows_the_text(opened: Reader) -> None:
    opened.large.map.place_chosen.emit("winter-palace")
    opened.window.panel.offset_chosen.emit(5000)
    opened.settle()
    assert not opened.is_open and opened.page.isVisible()
    assert opened.is_seen(5000)


def test_looking_for_words_shows_the_text(opened: Reader) -> None:
    opened.press(KEY.Key_F, CTRL)
    assert not opened.is_open and opened.page.isVisible()
    assert opened.window.find_bar.isVisible()


def test_f6_goes_from_the_map_to_the_panel_and_back(opened: Reader) -> None:
    opened.large.map.setFocus()
    opened.window.focus_next_part()
    focus = QApplication.focusWidget()
    assert focus is not None and opened.window.panel.isAncestorOf(focus)
    opened.window.focus_next_part()
    assert opened.large.map.hasFocus()


def test_the_list_names_every_place_and_a_screen_reader_can_read_it(opened: Reader) -> None:
    large = opened.large
    large.show_list(True)
    opened.settle()
    places = opened.window.knowledge.places
    shown = QAccessible.queryAccessibleInterface(large.list)
    assert shown is not None and shown.isValid()
    assert shown.text(QAccessible.Text.Name)
    names = [shown.child(row).text(QAccessible.Text.Name) for row in range(shown.childCount())]
    assert sorted(names) == sorted(place.name_th for place in places)
    lines = {place.name_th: place.line_th for place in places}
    for row in range(shown.childCount()):
        item = shown.child(row)
        assert item.text(QAccessible.Text.Description) == lines[item.text(QAccessible.Text.Name)]


def test_the_list_brings_a_place_to_sight_and_enter_opens_it(opened: Reader) -> None:
    large = opened.large
    QTest.mouseClick(large._show_list, Qt.MouseButton.LeftButton)
    assert large.list.isVisible() and large.list.hasFocus()
    row = next(
        row
        for row in range(large.list.count())
        if large.list.item(row).data(Qt.ItemDataRole.UserRole) == "tauride-palace"
    )
    large.list.setCurrentRow(row)
    at = large.map.place_position("tauride-palace")
    assert at is not None and large.map.rect().contains(at.toPoint())
    assert "tauride-palace" in large.map.name_boxes()
    opened.press(KEY.Key_Return)
    assert opened.window.panel.card.subject == Subject.place("tauride-palace")


def test_names_also_in_russian_are_remembered(opened: Reader) -> None:
    large = opened.large
    plain = large.map.name_boxes()["smolny"][0].height()
    large.second_names_chosen.emit("ru")
    assert large.map.name_boxes()["smolny"][0].height() > 1.5 * plain
    assert opened.window.store.get("large_map_second_names", "") == "ru"
    opened.window.set_language("en")
    assert large.second_names == "ru"
    large.second_names_chosen.emit("other")
    assert large.second_names == "th"


def test_colours_for_printing(opened: Reader) -> None:
    opened.large.print_chosen.emit(True)
    image = opened.large.map.grab().toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    }
    assert {PRINT.land, PRINT.water} <= seen
    opened.window.set_theme_choice("dark")
    assert opened.large.map.grab().toImage().pixelColor(300, 300).lightness() > 128


@pytest.mark.parametrize("format", ["png", "svg", "geojson"])
def test_the_map_is_saved_as_asked(opened: Reader, tmp_path: Path, format: str) -> None:
    out = tmp_path / f"map.{format}"
    opened.window.large_map.export(format, out)
    data = out.read_bytes()
    if format == "png":
        image = QImage.fromData(data)
        assert image.width() == 2 * opened.large.map.width()
    elif format == "svg":
        assert data.startswith(b"<?xml") and "สมอลนืย".encode() in data
    else:
        assert json.loads(data)["type"] == "FeatureCollection"


def test_what_cannot_be_saved_is_told_above_the_text(opened: Reader, tmp_path: Path) -> None:
    opened.window.large_map.export("svg", tmp_path / "no such folder" / "map.svg")
    assert opened.window.tells_something


def test_the_hour_of_the_timeline_is_shown_here_too(opened: Reader) -> None:
    opened.window.timeline.open()
    (overlay,) = opened.large.map.overlays
    assert overlay.moment is not None  # type: ignore[attr-defined]
    opened.window.large_map.close()
    opened.window.large_map.open()
    (overlay,) = opened.large.map.overlays
    assert overlay.moment is not None  # type: ignore[attr-defined]


def test_every_button_is_named_and_large_enough(opened: Reader) -> None:
    for language in ("en", "th"):
        opened.window.set_language(language)
        opened.settle()
        for button in opened.large.findChildren(QToolButton):
            if button.isVisible():
                assert button.height() >= 24 and (button.text() or button.accessibleName())
