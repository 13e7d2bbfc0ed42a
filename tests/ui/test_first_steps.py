"""What a newcomer is offered, and where every key is told."""

from __future__ import annotations

from pathlib import Path

from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTreeWidgetItemIterator, QWidget

from reader.content.knowledge import Knowledge
from reader.desk.store import Store
from reader.ui.app import make_application, make_window
from reader.ui.shortcut_sheet import ShortcutSheet

KEY = Qt.Key


def test_first_start_offers_a_tour_once(tmp_path: Path, entry: Knowledge) -> None:
    app = make_application([])
    offered = []
    for _ in range(2):
        window = make_window(app, entry, Store(tmp_path))
        window.show()
        window.first_steps.offer_tour()
        offered.append(window.tells_something)
        window.close()
    assert offered == [True, False]


def test_offer_leads_to_the_tour_and_can_be_left_alone(hands: Hands) -> None:
    hands.window.first_steps.offer_tour()
    QTest.mouseClick(hands.window.notice.button, Qt.MouseButton.LeftButton)
    assert hands.window.first_steps.tour.isVisible()
    assert not hands.window.tells_something


def test_tour_is_gone_through_by_enter(hands: Hands) -> None:
    hands.window.first_steps.start_tour()
    tour = hands.window.first_steps.tour
    seen = []
    for _ in tour.steps():
        seen.append(tour.accessibleDescription())
        QTest.keyClick(tour, KEY.Key_Return)
    assert len(set(seen)) == len(seen) == 5
    assert not tour.isVisible()
    assert hands.page.hasFocus()


def test_tour_is_left_by_escape_at_any_step(hands: Hands) -> None:
    hands.window.first_steps.start_tour()
    tour = hands.window.first_steps.tour
    QTest.keyClick(tour, KEY.Key_Right)
    QTest.keyClick(tour, KEY.Key_Escape)
    assert not tour.isVisible()


def test_tour_stays_within_a_window_of_any_size(hands: Hands) -> None:
    hands.window.first_steps.start_tour()
    tour = hands.window.first_steps.tour
    for width, height in ((1180, 780), (640, 480), (1900, 1000)):
        hands.window.resize(width, height)
        hands.settle()
        for _ in tour.steps():
            assert tour.rect().contains(tour.box.geometry()), (width, height)
            if not tour.isVisible():
                break
            QTest.keyClick(tour, KEY.Key_Right)
        hands.window.first_steps.start_tour()


def test_tour_speaks_the_language_of_the_window(hands: Hands) -> None:
    hands.window.first_steps.start_tour()
    tour = hands.window.first_steps.tour
    assert tour.next.text() == "ถัดไป"
    hands.window.set_language("en")
    assert tour.next.text() == "Next"
    assert tour.accessibleDescription().startswith("The text")


def test_sheet_of_keys_holds_every_command(hands: Hands) -> None:
    sheet = ShortcutSheet(hands.window)
    items = QTreeWidgetItemIterator(sheet.list)
    shown = {}
    while (item := items.value()) is not None:
        shown[item.text(0)] = item.text(1)
        items += 1
    for _, actions in hands.window.commands.by_menu():
        for action in actions:
            assert action.text().replace("&", "") in shown
    assert shown["ค้นหา…"] == "Ctrl+F"


def test_sheet_of_keys_tells_what_keys_do_where_no_command_stands_for_them(hands: Hands) -> None:
    sheet = ShortcutSheet(hands.window)
    items = QTreeWidgetItemIterator(sheet.list)
    keys = []
    while (item := items.value()) is not None:
        keys += item.text(1).split("  ")
        items += 1
    told = {
        "Tab", "Enter", "Shift+Enter", "Shift+←", "Shift+↑", "Ctrl+Shift+←", "Home", "Menu",
        "F2", "Delete", "Ctrl+Enter", "Space", "Esc", "+",
    }  # fmt: skip
    assert told <= {*keys, *" ".join(keys).split()}


def test_tour_and_sheet_cut_no_word_in_large_type(hands: Hands) -> None:
    window = hands.window
    window.preferences.set("interface_size", 20.0)
    window.first_steps.start_tour()
    hands.settle()
    tour = window.first_steps.tour
    for button in (tour.skip, tour.back, tour.next):
        assert button.width() >= button.minimumSizeHint().width(), button.text()
    tour.end()
    sheet = ShortcutSheet(window)
    sheet.show()
    hands.settle()
    items = QTreeWidgetItemIterator(sheet.list)
    metrics = sheet.list.fontMetrics()
    while (item := items.value()) is not None:
        area = sheet.list.visualItemRect(item)
        needed = metrics.boundingRect(item.text(1)).width()
        assert needed <= sheet.list.columnWidth(1), item.text(1)
        assert area.height() >= metrics.height()
        items += 1
    sheet.reject()


def test_no_two_commands_share_a_key(hands: Hands) -> None:
    taken: dict[str, str] = {}
    for _, actions in hands.window.commands.by_menu():
        for action in actions:
            for keys in action.shortcuts():
                name = keys.toString()
                assert name not in taken, (name, taken[name], action.text())
                taken[name] = action.text()


def test_sheet_narrows_to_what_is_typed_and_does_the_command(hands: Hands) -> None:
    sheet = ShortcutSheet(hands.window)
    sheet.filter.setText("F9")
    left = [
        heading.child(row)
        for number in range(sheet.list.topLevelItemCount())
        if (heading := sheet.list.topLevelItem(number)) is not None and not heading.isHidden()
        for row in range(heading.childCount())
        if not heading.child(row).isHidden()
    ]
    assert len(left) == 1
    before = hands.window.panel_is_shown()
    sheet.list.itemActivated.emit(left[0], 0)
    assert hands.window.panel_is_shown() != before


def test_what_is_pressed_is_large_enough_to_hit(hands: Hands) -> None:
    """WCAG 2.2, 2.5.8: 24 pixels at the least."""
    window = hands.window
    window.open_find()
    window.open_entity("trotsky")
    window.say("…", "…", lambda: None)
    hands.settle()
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            size = button.size()
            assert min(size.width(), size.height()) >= 24, (button, button.text(), size)


def test_every_part_that_takes_the_keyboard_has_a_name(hands: Hands) -> None:
    window = hands.window
    window.open_find()
    window.comfort.open_settings()
    hands.settle()
    nameless = [
        widget
        for widget in QApplication.allWidgets()
        if widget.window() in (window, window.comfort.settings_dialog)
        and widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not name_of(widget)
    ]
    window.comfort.settings_dialog.reject()
    assert not nameless


def name_of(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text() if callable(text) else "")
