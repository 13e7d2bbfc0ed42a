"""What a newcomer is offered, and where every key is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hands import Hands
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QMenuBar,
    QScrollBar,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QToolButton,
    QTreeWidgetItemIterator,
    QWidget,
)

from reader.content.knowledge import Knowledge
from reader.desk.store import Store
from reader.ui.about import About
from reader.ui.app import make_application, make_window
from reader.ui.mark_colours import contrast
from reader.ui.number_field import NumberField
from reader.ui.shortcut_sheet import ShortcutSheet

KEY = Qt.Key
LEAST = 24  # pixels


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


def too_small(top: QWidget) -> Iterator[str]:
    """What can be pressed in ``top`` and is less than 24 pixels wide or high."""
    for part in (top, *top.findChildren(QWidget)):
        if not part.isVisible():
            continue
        sizes: list[QSize] = []
        if isinstance(part, QAbstractButton | QComboBox | QLineEdit | QAbstractSlider):
            is_inside = isinstance(part.parent(), QLineEdit | QAbstractSpinBox | QComboBox)
            is_scroll_bar = isinstance(part, QScrollBar)
            sizes += [] if is_inside or is_scroll_bar else [part.size()]
        if isinstance(part, QComboBox) and part.count():
            sizes += [QSize(LEAST, part.view().sizeHintForRow(0))]
        if isinstance(part, QAbstractSpinBox):
            sizes += [part.size()]
            if part.buttonSymbols() != QAbstractSpinBox.ButtonSymbols.NoButtons:
                sizes += [QSize(0, 0)]  # half a field high each, at every size
        if isinstance(part, QTabBar):
            sizes += [part.tabRect(tab).size() for tab in tabs_of(part)]
        if isinstance(part, QMenuBar):
            # in one row, with nothing next to it above or below: 2.5.8 asks for their spacing
            sizes += [QSize(part.actionGeometry(a).width(), LEAST) for a in part.actions()]
        if isinstance(part, QAbstractItemView) and part.model() is not None:
            rows = range(min(40, part.model().rowCount()))
            rects = (part.visualRect(part.model().index(row, 0)) for row in rows)
            sizes += [rect.size() for rect in rects if not rect.isEmpty()]
        name = name_of(part) or type(part).__name__
        yield from (
            f"{name}: {size.width()} x {size.height()}"
            for size in sizes
            if min(size.width(), size.height()) < LEAST
        )


def tabs_of(bar: QTabBar) -> list[int]:
    return [tab for tab in range(bar.count()) if bar.isTabVisible(tab)]


def with_hits(hands: Hands) -> None:
    hands.window.open_find()
    hands.window.find_bar.words.setText("Trotsky")
    hands.window.finding.open_list()
    hands.wait(300)


def with_mistyped_words(hands: Hands) -> None:
    hands.window.open_find()
    hands.window.find_bar.words.setText("g]obo")
    hands.until(lambda: hands.window.find_bar.hint_text() != "")


def with_every_setting(hands: Hands) -> Iterator[None]:
    hands.window.comfort.open_settings()
    dialog = hands.window.comfort.settings_dialog
    for width in (860, 330):
        dialog.resize(width, 500)
        for group in range(dialog.groups.count()):
            dialog.groups.setCurrentIndex(group)
            yield
    dialog.reject()


def with_a_note_in_hand(hands: Hands) -> None:
    hands.page.select_offsets(200, 220)
    hands.window.marks.deeds.write_note()


def with_words_selected(hands: Hands) -> None:
    hands.page.select_offsets(200, 220)
    hands.wait(400)


def with_marks(hands: Hands) -> None:
    hands.page.select_offsets(100, 120)
    hands.window.marks.deeds.highlight("yellow")
    hands.window.marks.show_list()


def with_a_pinned_card(hands: Hands) -> None:
    hands.window.open_entity("trotsky")
    hands.window.pinning.pin()


def with_all_lists(hands: Hands) -> Iterator[None]:
    hands.window.panel.show_lists()
    for tab in ("names", "contents", "notes", "marks"):
        hands.window.panel.choose_tab(tab)
        yield


def with_sheet_of_keys(hands: Hands) -> Iterator[None]:
    window = hands.window
    about = About(window.theme, 11.0, window.knowledge, window.language, window)
    for dialog in (ShortcutSheet(window), about):
        dialog.show()
        yield
        dialog.reject()


PANES: tuple[Callable[[Hands], object], ...] = (
    lambda hands: hands.window.say("…", lambda: "…", lambda: None),
    with_hits, with_mistyped_words,
    lambda hands: hands.window.open_entity("trotsky"),
    with_a_pinned_card, with_words_selected, with_a_note_in_hand, with_marks, with_all_lists,
    lambda hands: hands.window.word_meanings.show_glossaries(),
    lambda hands: hands.window.timeline.open(focus=True),
    lambda hands: hands.window.large_map.open(),
    lambda hands: hands.window.large_map.close(),
    lambda hands: hands.window.opening.shelf.toggle(),
    lambda hands: hands.window.first_steps.start_tour(),
    lambda hands: hands.window.first_steps.tour.end(),
    with_every_setting, with_sheet_of_keys,
    lambda hands: hands.window.take_along.export(),
    lambda hands: hands.window.take_along.print_text(),
)  # fmt: skip


@pytest.mark.parametrize("size", [10.0, 14.0, 20.0])
def test_what_is_pressed_is_large_enough_to_hit(hands: Hands, size: float) -> None:
    """WCAG 2.2, 2.5.8: 24 pixels at the least, in every pane and dialog."""
    hands.window.preferences.set("interface_size", size)
    small: set[str] = set()
    for show in PANES:
        looks = show(hands)
        for _ in looks if isinstance(looks, Iterator) else (None,):
            hands.settle()
            for top in QApplication.topLevelWidgets():
                small |= set(too_small(top)) if top.isVisible() else set()
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.close()
    assert not sorted(small)


def test_number_is_changed_by_its_two_buttons_as_far_as_it_goes(hands: Hands) -> None:
    hands.window.comfort.open_settings()
    dialog = hands.window.comfort.settings_dialog
    hands.settle()
    box = dialog.field("type_size")
    assert isinstance(box, QDoubleSpinBox)
    field = box.parent()
    assert isinstance(field, NumberField)
    before = box.value()
    QTest.mouseClick(field.more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(field.more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(field.less, Qt.MouseButton.LeftButton)
    assert box.value() == before + 1 == hands.window.preferences.number("type_size")
    assert box.hasFocus()
    QTest.keyClick(box, KEY.Key_Up)
    QTest.keyClick(box, KEY.Key_Tab)
    assert box.value() == before + 2
    assert dialog.field("interface_size").hasFocus()
    box.setValue(box.maximum())
    assert field.less.isEnabled() and not field.more.isEnabled()
    box.setValue(box.minimum())
    assert field.more.isEnabled() and not field.less.isEnabled()
    dialog.reject()


def test_buttons_of_a_number_say_what_they_do_in_either_language(hands: Hands) -> None:
    hands.window.comfort.open_settings()
    dialog = hands.window.comfort.settings_dialog
    said = []
    for language in ("th", "en"):
        hands.window.set_language(language)
        field = dialog.field("leading").parent()
        assert isinstance(field, NumberField)
        said += [field.less.accessibleName(), field.more.accessibleName()]
    dialog.reject()
    assert said == [
        "ลด: ระยะบรรทัด", "เพิ่ม: ระยะบรรทัด", "Less: Line spacing", "More: Line spacing",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["type_size", "type_family"])
def test_wheel_changes_a_setting_only_where_the_keyboard_is(hands: Hands, name: str) -> None:
    hands.window.comfort.open_settings()
    dialog = hands.window.comfort.settings_dialog
    hands.settle()
    before = hands.window.preferences.get(name)
    field = dialog.field(name)
    dialog.ok.setFocus()
    turn_wheel(field, down=True)
    assert hands.window.preferences.get(name) == before
    field.setFocus()
    turn_wheel(field, down=True)
    assert hands.window.preferences.get(name) != before
    dialog.reject()


def turn_wheel(field: QWidget, *, down: bool) -> None:
    place = QPointF(field.rect().center())
    QApplication.sendEvent(
        field,
        QWheelEvent(
            place, QPointF(field.mapToGlobal(place)), QPoint(), QPoint(0, -120 if down else 120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip


def test_open_settings_take_on_the_theme_and_size_chosen_in_them(hands: Hands) -> None:
    window = hands.window
    window.comfort.open_settings()
    dialog = window.comfort.settings_dialog
    for theme, size in (("contrast", 20.0), ("sepia", 12.0)):
        window.preferences.set("theme", theme)
        window.preferences.set("interface_size", size)
        hands.settle()
        for part in (dialog, dialog.groups.tabBar(), dialog.field("leading"), window.panel.tabs):
            assert part.palette().window().color() == window.theme.color("desk"), part
            assert window.panel.tabs is part or part.font().pointSizeF() == size, part
        before = window.panel.tabs.font().pointSizeF()
        assert before == pytest.approx(0.88 * size)
    dialog.reject()


def test_arrows_of_tabs_are_wide_enough_where_there_is_no_room(hands: Hands) -> None:
    hands.window.preferences.set("interface_size", 20.0)
    hands.window.comfort.open_settings()
    dialog = hands.window.comfort.settings_dialog
    dialog.resize(330, 400)
    hands.window.panel.tabs.setFixedWidth(200)
    hands.settle()
    for tabs in (hands.window.panel.tabs, dialog.groups.tabBar()):
        arrows = [button for button in tabs.findChildren(QToolButton) if button.isVisible()]
        assert len(arrows) == 2
        assert min(arrow.width() for arrow in arrows) >= LEAST
    dialog.reject()


@pytest.mark.parametrize("theme", ["light", "sepia", "dark", "contrast"])
def test_square_of_an_empty_check_box_is_seen(hands: Hands, theme: str) -> None:
    """WCAG 2.2, 1.4.11: 3:1 between the edge and the ground."""
    window = hands.window
    window.preferences.set("theme", theme)
    window.comfort.open_settings()
    dialog = window.comfort.settings_dialog
    dialog.groups.setCurrentIndex(1)
    dialog.ok.setFocus()
    hands.settle()
    box = dialog.field("ruler")
    assert isinstance(box, QCheckBox) and not box.isChecked()
    option = QStyleOptionButton()
    box.initStyleOption(option)
    square = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
    picture = box.grab().toImage()
    ground = window.theme.color("desk")
    for place in (square.center().x(), square.top()), (square.left(), square.center().y()):
        assert contrast(picture.pixelColor(*place), ground) >= 3
    dialog.reject()


def test_what_cannot_be_used_looks_so_in_black_and_white(hands: Hands) -> None:
    window = hands.window
    window.preferences.set("theme", "contrast")
    window.comfort.open_settings()
    button = window.comfort.settings_dialog.ok
    looks = []
    for can_be_used in (True, False):
        button.setEnabled(can_be_used)
        hands.settle()
        picture = button.grab().toImage()
        edge = [picture.pixelColor(x, 0).name() for x in range(10, picture.width() - 10)]
        looks.append((button.palette().buttonText().color().name(), edge))
    assert looks[0][0] != looks[1][0]
    assert len(set(looks[0][1])) == 1
    assert len(set(looks[1][1])) > 1
    window.comfort.settings_dialog.reject()


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
