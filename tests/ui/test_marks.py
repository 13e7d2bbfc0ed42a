"""A reader marks the text: with the mouse, with the keyboard, from the list; nothing is lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import FAR_AWAY, Open
from hands import CTRL, NOTHING, SHIFT, Hands, plain_text
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from test_store import posix_only, read_only

from reader.content.knowledge import Knowledge
from reader.desk.marks import COLOURS, Mark
from reader.desk.store import Store
from reader.ui import mark_question
from reader.ui.app import make_application, make_window
from reader.ui.mark_desk import Placed
from reader.ui.mark_editor import MarkEditor
from reader.ui.mark_list import MarkList
from reader.ui.targets import Target

Key = Qt.Key


@pytest.fixture
def open_on(qtbot: QtBot, qapp: QApplication, entry: Knowledge) -> Iterator[Callable[..., Hands]]:
    """Opens a window whose reader's data lies in a folder."""
    app = make_application([])
    windows = []

    def open_(folder: Path, knowledge: Knowledge = entry) -> Hands:
        QCursor.setPos(FAR_AWAY)
        window = make_window(app, knowledge, Store(folder))
        windows.append(window)
        window.resize(1180, 780)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        hands = Hands(qtbot, window)
        hands.settle()
        return hands

    yield open_
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


def span_of(hands: Hands, words: str) -> tuple[int, int]:
    start = hands.window.knowledge.article.text.index(words)
    return start, start + len(words)


def select(hands: Hands, words: str) -> tuple[int, int]:
    start, end = span_of(hands, words)
    hands.page.bring_into_view(start)
    hands.page.select_offsets(start, end)
    hands.settle()
    return start, end


def drag_over(hands: Hands, words: str) -> tuple[int, int]:
    start, end = span_of(hands, words)
    hands.page.select_offsets(0, 0)  # selected words would be dragged along
    first, last = hands.place_of(start), hands.place_of(end - 1)
    hands.drag(first - QPoint(3, 0), last + QPoint(3, 0))
    return start, end


def placed(hands: Hands) -> list[Placed]:
    return list(hands.window.marks.desk.placed)


def only(hands: Hands) -> Mark:
    (one,) = placed(hands)
    return one.mark


def drawn(hands: Hands, colour: str) -> list[tuple[int, int]]:
    return hands.page.layers.ranges(f"mark-{colour}")


def editor(hands: Hands) -> MarkEditor:
    found = hands.window.findChild(MarkEditor)
    assert isinstance(found, MarkEditor)
    return found


def type_words(hands: Hands, words: str) -> None:
    """Type ``words`` into whatever has the keyboard, letter by letter."""
    for letter in words:
        focus = QApplication.focusWidget()
        assert focus is not None
        insert(focus, letter)
        hands.settle()


def insert(widget: QWidget, letter: str) -> None:
    from PySide6.QtGui import QInputMethodEvent

    event = QInputMethodEvent()
    event.setCommitString(letter)
    QApplication.sendEvent(widget, event)


def mark_list(hands: Hands) -> MarkList:
    hands.type(Key.Key_B, CTRL | SHIFT)
    found = hands.window.findChild(MarkList)
    assert isinstance(found, MarkList)
    return found


def rows(made: MarkList) -> list[str]:
    model = made.model
    return [str(model.index(n).data()) for n in range(model.rowCount())]


def on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def lines_on_screen(hands: Hands, start: int, end: int) -> QRect:
    rect = hands.page.reading_line(Target(start, end, end, NOTHING))
    return QRect(hands.page.viewport().mapToGlobal(rect.topLeft()), rect.size())


WORDS = "เป็นการยึดอำนาจทางการเมือง"
OTHER = "การปกครองประเทศ"


# Highlights


def test_bar_beside_words_selected_with_the_mouse_highlights_them(hands: Hands) -> None:
    start, end = drag_over(hands, WORDS)
    bar = hands.window.marks.pointer.bar
    hands.until(bar.isVisible)
    assert not on_screen(bar).intersects(lines_on_screen(hands, start, end))
    assert hands.window.rect().contains(bar.geometry())
    QTest.mouseClick(bar.colours.buttons[1], Qt.MouseButton.LeftButton)
    hands.settle()
    assert drawn(hands, "green") == [(start, end)]
    assert only(hands).words == WORDS
    assert not bar.isVisible()
    assert not hands.page.textCursor().hasSelection()


def test_bar_goes_with_esc_with_scrolling_and_with_the_selection(hands: Hands) -> None:
    bar = hands.window.marks.pointer.bar
    drag_over(hands, WORDS)
    hands.until(bar.isVisible)
    hands.type(Key.Key_Escape)
    assert not bar.isVisible()
    assert hands.page.textCursor().hasSelection()
    drag_over(hands, WORDS)
    hands.until(bar.isVisible)
    hands.turn_wheel(QPoint(300, 300), -1)
    assert not bar.isVisible()
    hands.page.show_first(0)
    drag_over(hands, WORDS)
    hands.until(bar.isVisible)
    hands.click(QPoint(4, hands.page.viewport().height() - 30))
    assert not bar.isVisible()


def test_bar_can_be_done_without(hands: Hands) -> None:
    hands.window.commands.action("mark_bar").trigger()
    drag_over(hands, WORDS)
    hands.wait(60)
    assert not hands.window.marks.pointer.bar.isVisible()
    hands.window.commands.action("mark_bar").trigger()
    drag_over(hands, WORDS)
    hands.until(hands.window.marks.pointer.bar.isVisible)


def test_ctrl_h_and_a_number_highlight_the_selected_words(hands: Hands) -> None:
    for number, colour in enumerate(COLOURS):
        start, end = select(hands, WORDS)
        hands.type(Key.Key_H, CTRL)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        QTest.keyClick(menu, Key(Key.Key_1 + number))
        hands.settle()
        assert drawn(hands, colour) == [(start, end)]
        assert only(hands).colour == colour


def test_spaces_around_the_selected_words_are_not_marked(hands: Hands) -> None:
    text = hands.window.knowledge.article.text
    start = text.index(" ", 30)
    end = text.index(" ", start + 1) + 1
    hands.page.select_offsets(start, end)
    hands.window.marks.deeds.highlight("pink")
    assert only(hands).words == text[start:end].strip()


def test_without_selected_words_one_is_told_how_to_select_them(hands: Hands) -> None:
    hands.type(Key.Key_H, CTRL)
    assert "Shift" in hands.window.notice.text()
    assert placed(hands) == []


def test_overlapping_highlights_are_both_drawn_and_kept(hands: Hands) -> None:
    for words in ("ยึดอำนาจทางการเมือง", "เป็นการยึดอำนาจ", WORDS):
        select(hands, words)
        hands.window.marks.deeds.highlight("blue")
    assert len(placed(hands)) == 3
    assert drawn(hands, "blue") == [span_of(hands, WORDS)]


# Undo


def test_ctrl_z_takes_back_and_ctrl_y_does_again(hands: Hands) -> None:
    span = select(hands, WORDS)
    hands.window.marks.deeds.highlight("yellow")
    select(hands, WORDS)
    hands.window.marks.deeds.highlight("violet")
    hands.type(Key.Key_Z, CTRL)
    assert (drawn(hands, "yellow"), drawn(hands, "violet")) == ([span], [])
    hands.type(Key.Key_Z, CTRL)
    assert placed(hands) == []
    assert not hands.window.commands.action("undo_mark").isEnabled()
    hands.type(Key.Key_Y, CTRL)
    hands.type(Key.Key_Z, CTRL | SHIFT)
    assert drawn(hands, "violet") == [span]
    assert not hands.window.commands.action("redo_mark").isEnabled()


def test_deleting_offers_the_mark_back(hands: Hands) -> None:
    select(hands, WORDS)
    hands.window.marks.deeds.highlight("yellow")
    hands.window.marks.deeds.delete([only(hands)])
    assert placed(hands) == []
    hands.window.notice.button.click()
    assert only(hands).words == WORDS
    assert drawn(hands, "yellow")


# Bookmarks


def test_ctrl_b_sets_a_bookmark_and_takes_it_away(hands: Hands) -> None:
    hands.page.show_first(span_of(hands, OTHER)[0])
    hands.type(Key.Key_B, CTRL)
    one = placed(hands)[0]
    assert one.mark.kind == "bookmark"
    assert one.start == hands.page.first_visible()
    sign = hands.page.own_sign_at(sign_place(hands, one))
    assert sign is not None and sign.kind == "bookmark"
    hands.type(Key.Key_B, CTRL)
    assert placed(hands) == []
    hands.type(Key.Key_Z, CTRL)
    assert only(hands).kind == "bookmark"


def test_bookmark_is_taken_away_from_its_line_though_lines_end_elsewhere_now(hands: Hands) -> None:
    hands.page.show_first(span_of(hands, OTHER)[0])
    hands.type(Key.Key_B, CTRL)
    hands.resize(1000, 780)
    hands.page.show_first(placed(hands)[0].start)
    hands.type(Key.Key_B, CTRL)
    assert placed(hands) == []


def sign_place(hands: Hands, one: Placed) -> QPoint:
    rect = hands.page._margin.own_rect(one.mark.id)
    assert not rect.isNull()
    return rect.center().toPoint() - QPoint(0, hands.scrolled)


# Notes


def test_a_note_is_kept_at_every_letter(open_on: Callable[..., Hands], tmp_path: Path) -> None:
    hands = open_on(tmp_path / "desk")
    span = select(hands, WORDS)
    hands.type(Key.Key_N, CTRL | SHIFT)
    assert editor(hands).isVisible()
    assert editor(hands).note.hasFocus()
    assert not on_screen(editor(hands)).intersects(lines_on_screen(hands, *span))
    db = sqlite3.connect(tmp_path / "desk" / "desk.sqlite")
    for number, letter in enumerate("ข้อสอบ ๒๔ ต.ค.", 1):
        type_words(hands, letter)
        assert db.execute("SELECT note FROM mark").fetchall() == [("ข้อสอบ ๒๔ ต.ค."[:number],)]
    db.close()
    hands.type(Key.Key_Escape)
    assert not editor(hands).isVisible()
    assert hands.page.hasFocus()
    assert hands.page.layers.ranges("mark-note") == [span]
    sign = hands.page.own_sign_at(sign_place(hands, placed(hands)[0]))
    assert sign is not None and sign.kind == "note"


def test_what_was_written_until_the_editor_closes_is_undone_at_once(hands: Hands) -> None:
    select(hands, WORDS)
    hands.window.marks.deeds.highlight("pink")
    hands.window.marks.deeds.edit(placed(hands)[0])
    type_words(hands, "abc")
    QTest.mouseClick(editor(hands).colours.buttons[4], Qt.MouseButton.LeftButton)
    hands.type(Key.Key_Return, CTRL)
    assert not editor(hands).isVisible()
    assert (only(hands).note, only(hands).colour) == ("abc", "violet")
    hands.type(Key.Key_Z, CTRL)
    assert (only(hands).note, only(hands).colour) == ("", "pink")
    hands.type(Key.Key_Y, CTRL)
    assert (only(hands).note, only(hands).colour) == ("abc", "violet")


def test_editor_opened_and_left_empty_leaves_nothing(hands: Hands) -> None:
    select(hands, WORDS)
    hands.type(Key.Key_N, CTRL | SHIFT)
    hands.type(Key.Key_Escape)
    assert placed(hands) == []
    select(hands, WORDS)
    hands.type(Key.Key_N, CTRL | SHIFT)
    type_words(hands, "a")
    hands.type(Key.Key_Backspace)
    hands.type(Key.Key_Escape)
    assert placed(hands) == []
    assert not hands.window.marks.desk.undo_stack.canRedo()


def test_ctrl_z_in_the_editor_is_the_editors_own(hands: Hands) -> None:
    select(hands, OTHER)
    hands.window.marks.deeds.highlight("green")
    select(hands, WORDS)
    hands.type(Key.Key_N, CTRL | SHIFT)
    type_words(hands, "a")
    hands.type(Key.Key_Z, CTRL)
    assert editor(hands).note.toPlainText() == ""
    assert drawn(hands, "green")


def test_a_colour_makes_a_highlight_of_a_note(hands: Hands) -> None:
    select(hands, WORDS)
    hands.type(Key.Key_N, CTRL | SHIFT)
    type_words(hands, "x")
    QTest.mouseClick(editor(hands).colours.buttons[0], Qt.MouseButton.LeftButton)
    assert (only(hands).kind, only(hands).colour, only(hands).note) == ("highlight", "yellow", "x")
    assert editor(hands).colours.buttons[0].isChecked()


def test_click_on_highlighted_words_opens_the_editor_and_on_a_link_its_card(hands: Hands) -> None:
    start, _ = select(hands, WORDS)
    hands.window.marks.deeds.highlight("yellow")
    link = next(t for t in hands.page.targets if t.entity and t.start > start)
    hands.page.select_offsets(link.start, link.end)
    hands.window.marks.deeds.highlight("blue")
    hands.click(hands.place_of(start + 4))
    assert editor(hands).isVisible()
    hands.type(Key.Key_Escape)
    hands.click(hands.place_of(link.start))
    assert not editor(hands).isVisible()
    assert hands.window.panel.shows_card


def test_click_on_a_sign_in_the_margin_opens_its_note(hands: Hands) -> None:
    select(hands, WORDS)
    hands.type(Key.Key_N, CTRL | SHIFT)
    type_words(hands, "note")
    hands.type(Key.Key_Escape)
    hands.click(sign_place(hands, placed(hands)[0]))
    assert editor(hands).isVisible()
    assert editor(hands).note.toPlainText() == "note"


def test_pointer_at_rest_on_a_sign_in_the_margin_is_told_the_note(hands: Hands) -> None:
    select(hands, WORDS)
    hands.type(Key.Key_N, CTRL | SHIFT)
    type_words(hands, "ครูบอกว่าออกสอบ")
    hands.type(Key.Key_Escape)
    hands.point_at(sign_place(hands, placed(hands)[0]))
    hands.until(lambda: hands.window.hover_card.isVisible())
    assert "ครูบอกว่าออกสอบ" in hands.window.hover_card.plain_text()
    card = on_screen(hands.window.hover_card)
    assert not card.intersects(lines_on_screen(hands, *span_of(hands, WORDS)))
    assert hands.window.subject_at_hand() is None
    hands.click(sign_place(hands, placed(hands)[0]))
    assert editor(hands).isVisible()
    assert not hands.window.hover_card.isVisible()


def test_delete_in_the_editor_can_be_undone(hands: Hands) -> None:
    select(hands, WORDS)
    hands.type(Key.Key_N, CTRL | SHIFT)
    type_words(hands, "note")
    editor(hands).delete.click()
    assert placed(hands) == []
    hands.window.notice.button.click()
    assert only(hands).note == "note"


def test_context_menu_marks_and_edits(hands: Hands) -> None:
    start, _ = select(hands, WORDS)
    menu = hands.page.context_menu(hands.place_of(start + 2))
    colours = menu.findChild(QMenu)
    assert isinstance(colours, QMenu)
    assert len(colours.actions()) == 5
    colours.actions()[3].trigger()
    assert drawn(hands, "pink")
    before = len(hands.page.context_menu(QPoint(2, 2)).actions())
    menu = hands.page.context_menu(hands.place_of(start + 2))
    assert len(menu.actions()) > before
    menu.actions()[-1].trigger()
    assert placed(hands) == []


# The keyboard alone


def test_words_are_chosen_with_shift_and_the_arrow_keys(hands: Hands) -> None:
    hands.type(Key.Key_Right, SHIFT)
    first = hands.page.selected_text()
    assert first
    hands.type(Key.Key_Right, SHIFT)
    assert len(hands.page.selected_text()) > len(first)
    hands.type(Key.Key_Left, SHIFT)
    assert hands.page.selected_text() == first
    hands.type(Key.Key_Right, SHIFT | CTRL)
    assert len(hands.page.selected_text()) <= len(first) + 3
    hands.type(Key.Key_Down, SHIFT)
    assert len(hands.page.selected_text()) > 30
    hands.type(Key.Key_H, CTRL)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    hands.settle()
    assert only(hands).colour == "green"


def test_caret_walks_by_words_and_lines_and_goes_with_esc(hands: Hands) -> None:
    for _ in range(3):
        hands.type(Key.Key_Right)
    assert hands.window.marks.caret.is_shown
    start, end = hands.page.selected_offsets()
    assert start == end > 0
    edges = set(hands.window.knowledge.breaks.free)
    assert start in edges | set(hands.window.knowledge.breaks.inside) | set(
        hands.window.knowledge.breaks.held
    )
    hands.type(Key.Key_Down)
    assert hands.page.selected_offsets()[0] > start
    assert hands.scrolled == 0
    hands.type(Key.Key_Escape)
    assert not hands.window.marks.caret.is_shown
    hands.type(Key.Key_Down)
    assert hands.scrolled > 0


def test_all_of_it_is_done_without_a_mouse(hands: Hands) -> None:
    hands.type(Key.Key_Right, SHIFT)
    hands.type(Key.Key_N, CTRL | SHIFT)
    type_words(hands, "k")
    hands.type(Key.Key_Tab)
    assert editor(hands).isAncestorOf(QApplication.focusWidget())
    hands.type(Key.Key_Escape)
    hands.type(Key.Key_E, CTRL)
    assert editor(hands).isVisible()
    hands.type(Key.Key_Escape)
    made = mark_list(hands)
    assert made.list.hasFocus() or made.isAncestorOf(QApplication.focusWidget())
    made.list.setCurrentIndex(made.model.index(0))
    hands.type(Key.Key_Delete)
    assert placed(hands) == []
    hands.type(Key.Key_Z, CTRL)
    assert only(hands).note == "k"


def test_keys_of_marks_belong_to_them_alone(hands: Hands) -> None:
    keys: dict[str, str] = {}
    commands = hands.window.commands
    for name, action in commands._actions.items():
        for key in action.shortcuts():
            text = key.toString()
            assert text not in keys, f"{text}: {name} and {keys[text]}"
            keys[text] = name
    assert keys["Ctrl+H"] == "highlight"


def test_f8_goes_from_mark_to_mark(hands: Hands) -> None:
    starts = []
    for words in (WORDS, OTHER, "พระราชวังฤดูหนาว"):
        starts.append(select(hands, words)[0])
        hands.window.marks.deeds.highlight("yellow")
    starts.sort()
    hands.page.show_first(0)
    seen = []
    for _ in range(4):
        hands.type(Key.Key_F8)
        seen.append(hands.page.layers.ranges("mark-current")[0][0])
        assert hands.is_seen(seen[-1])
    assert seen == [*starts, starts[0]]
    hands.type(Key.Key_F8, SHIFT)
    assert hands.page.layers.ranges("mark-current")[0][0] == starts[-1]
    hands.type(Key.Key_Escape)
    assert hands.page.layers.ranges("mark-current") == []


# The list


@pytest.fixture
def listed(hands: Hands) -> MarkList:
    """The list over a bookmark, two highlights and a note."""
    for words, colour in ((WORDS, "yellow"), (OTHER, "blue")):
        select(hands, words)
        hands.window.marks.deeds.highlight(colour)
    hands.page.show_first(0)
    hands.type(Key.Key_B, CTRL)
    select(hands, "พระราชวังฤดูหนาว")
    hands.type(Key.Key_N, CTRL | SHIFT)
    type_words(hands, "exam")
    hands.type(Key.Key_Escape)
    return mark_list(hands)


def choose(made: MarkList, key: str) -> None:
    made.kind.setCurrentIndex(made.kind.findData(key))


def test_list_holds_all_marks_in_the_order_of_the_text(hands: Hands, listed: MarkList) -> None:
    assert len(rows(listed)) == 4
    starts = [p.start for p in placed(hands)]
    assert starts == sorted(starts)


def test_list_is_narrowed_by_kind_colour_and_words(listed: MarkList) -> None:
    for key, count in [("bookmark", 1), ("note", 1), ("highlight", 2), ("blue", 1), ("green", 0)]:
        choose(listed, key)
        assert len(rows(listed)) == count
    assert listed.empty.isVisible()
    choose(listed, "")
    for typed, count in [("EXAM", 1), ("ยึดอำนาจ", 2), ("ไม่มีคำนี้", 0), ("", 4)]:
        listed.words.setText(typed)
        assert len(rows(listed)) == count, typed


def test_enter_in_the_list_goes_to_the_words_with_a_way_back(
    hands: Hands, listed: MarkList
) -> None:
    hands.page.show_first(0)
    choose(listed, "note")
    listed.list.setFocus()
    listed.list.setCurrentIndex(listed.model.index(0))
    hands.type(Key.Key_Return)
    start = span_of(hands, "พระราชวังฤดูหนาว")[0]
    assert hands.is_seen(start)
    hands.window.go_back()
    assert hands.page.first_visible() == 0


def test_f2_edits_and_delete_deletes_with_a_way_back(hands: Hands, listed: MarkList) -> None:
    choose(listed, "note")
    listed.list.setFocus()
    listed.list.setCurrentIndex(listed.model.index(0))
    hands.type(Key.Key_F2)
    assert editor(hands).note.toPlainText() == "exam"
    hands.type(Key.Key_Escape)
    listed.list.setFocus()
    hands.type(Key.Key_Delete)
    assert rows(listed) == []
    hands.window.notice.button.click()
    assert len(rows(listed)) == 1


def test_what_was_deleted_is_had_back_from_the_list(hands: Hands, listed: MarkList) -> None:
    hands.window.marks.deeds.delete([p.mark for p in placed(hands)])
    assert rows(listed) == []
    choose(listed, "deleted")
    assert len(rows(listed)) == 4
    listed.list.setFocus()
    listed.list.setCurrentIndex(listed.model.index(1))
    hands.type(Key.Key_Return)
    assert len(rows(listed)) == 3
    assert len(placed(hands)) == 1


def test_menu_of_the_list_says_what_can_be_done(hands: Hands, listed: MarkList) -> None:
    menu = listed.menu_for(placed(hands)[0])
    assert len(menu.actions()) == 3
    menu.actions()[-1].trigger()
    assert len(rows(listed)) == 3


def test_empty_list_says_how_to_begin(hands: Hands) -> None:
    made = mark_list(hands)
    assert made.empty.isVisible()
    assert "Ctrl+H" in made.empty.text()


def test_rows_are_told_to_a_screen_reader_in_full(listed: MarkList) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    told = [str(listed.model.index(n).data(role)) for n in range(4)]
    assert any("exam" in text for text in told)
    assert all(text.count(",") >= 2 for text in told)


def test_marks_on_all_texts_are_listed_by_choice(
    open_on: Callable[..., Hands], tmp_path: Path
) -> None:
    hands = open_on(tmp_path / "desk", plain_text("เรื่องอื่น ว่าด้วยแม่น้ำ\n" * 20))
    hands.page.select_offsets(0, 10)
    hands.window.marks.deeds.highlight("yellow")
    hands.window.open_entry()
    hands.settle()
    made = mark_list(hands)
    assert rows(made) == []
    made.everywhere.setChecked(True)
    assert rows(made) == ["เรื่องอื่น"]
    assert "text" in made.model.where(made.model.placed(made.model.index(0)))  # type: ignore[arg-type]
    made.list.setFocus()
    made.list.setCurrentIndex(made.model.index(0))
    hands.type(Key.Key_Return)
    assert "text" in hands.window.notice.text()


def test_mark_on_the_entry_opens_it_from_another_text(
    open_on: Callable[..., Hands], tmp_path: Path
) -> None:
    hands = open_on(tmp_path / "desk")
    start, _ = select(hands, OTHER)
    hands.window.marks.deeds.highlight("pink")
    other = tmp_path / "other.txt"
    other.write_text("อีกบทความหนึ่ง\n" * 30, encoding="utf-8")
    assert hands.window.open_path(other)
    made = mark_list(hands)
    made.everywhere.setChecked(True)
    made.list.setFocus()
    made.list.setCurrentIndex(made.model.index(0))
    hands.type(Key.Key_Return)
    assert hands.window.knowledge.entities
    assert hands.is_seen(start)
    assert drawn(hands, "pink")


# Coming back, and a corrected text


def test_marks_are_there_the_next_time(open_on: Callable[..., Hands], tmp_path: Path) -> None:
    hands = open_on(tmp_path / "desk")
    span = select(hands, WORDS)
    hands.window.marks.deeds.highlight("violet")
    hands.window.close()
    again = open_on(tmp_path / "desk")
    again.until(lambda: drawn(again, "violet") == [span])


def test_marks_find_their_words_in_a_corrected_text(
    open_on: Callable[..., Hands], tmp_path: Path, entry: Knowledge
) -> None:
    text = entry.article.text[:9000]
    kept, gone = text[3000:3020].strip(), text[7000:7020].strip()
    hands = open_on(tmp_path / "desk", plain_text(text))
    for words in (kept, gone):
        select(hands, words)
        hands.window.marks.deeds.highlight("green")
    hands.window.close()
    corrected = "คำนำที่เพิ่มมา\n" + text[:2970] + "แก้" + text[2980:6700] + text[7300:]
    again = open_on(tmp_path / "desk", plain_text(corrected))
    start = corrected.index(kept)
    again.until(lambda: drawn(again, "green") == [(start, start + len(kept))])
    made = mark_list(again)
    assert len(rows(made)) == 2
    choose(made, "lost")
    assert rows(made) == [" ".join(gone.split())]
    assert "ไม่พบ" in made.model.where(made.model.placed(made.model.index(0)))  # type: ignore[arg-type]


def test_another_file_of_the_same_name_has_none_of_these_marks(
    open_on: Callable[..., Hands], tmp_path: Path
) -> None:
    hands = open_on(tmp_path / "desk", plain_text("นิทานเรื่องแรก มีช้างกับมด\n" * 9))
    hands.page.select_offsets(0, 14)
    hands.window.marks.deeds.highlight("green")
    hands.window.close()
    other = open_on(tmp_path / "desk", plain_text("ตำราอาหาร ว่าด้วยแกงและขนม\n" * 9))
    assert placed(other) == []


# Nobody else's business


def test_presentation_hides_ones_own_marks(hands: Hands) -> None:
    select(hands, WORDS)
    hands.window.marks.deeds.highlight("yellow")
    hands.type(Key.Key_B, CTRL)
    one = next(p for p in placed(hands) if p.mark.kind == "bookmark")
    place = sign_place(hands, one)
    hands.window.preferences.set("projector", True)
    hands.settle()
    assert drawn(hands, "yellow") == []
    assert hands.page.own_sign_at(place) is None
    hands.window.preferences.set("projector", False)
    hands.settle()
    assert drawn(hands, "yellow")


def test_marks_can_be_hidden_and_a_new_one_shows_them_again(hands: Hands) -> None:
    select(hands, WORDS)
    hands.window.marks.deeds.highlight("yellow")
    hands.window.commands.action("show_marks").trigger()
    assert drawn(hands, "yellow") == []
    assert len(placed(hands)) == 1
    select(hands, OTHER)
    hands.window.marks.deeds.highlight("yellow")
    assert len(drawn(hands, "yellow")) == 2


# Two windows


def test_two_windows_see_each_others_marks_within_seconds(
    open_on: Callable[..., Hands], tmp_path: Path
) -> None:
    one, other = open_on(tmp_path / "desk"), open_on(tmp_path / "desk")
    span = select(one, WORDS)
    one.window.marks.deeds.highlight("yellow")
    other.window.marks._on_focus(other.window.windowHandle())
    other.until(lambda: drawn(other, "yellow") == [span])
    select(other, OTHER)
    other.window.marks.deeds.highlight("blue")
    one.until(lambda: len(placed(one)) == 2)
    one.window.marks.deeds.edit(placed(one)[0])
    other.window.marks.deeds.edit(placed(other)[0])
    for hands, words in ((one, "ก"), (other, "ข")):
        insert(editor(hands).note, words)
        hands.settle()
    for hands in (one, other):
        hands.until(lambda hands=hands: set("กข") <= set(editor(hands).note.toPlainText()))
    assert {p.mark.note for p in placed(one)} == {p.mark.note for p in placed(other)}


# When the disk is full


def fill_disk(hands: Hands) -> None:
    db = hands.window.store._db
    assert db is not None
    hands.window.marks.desk.store.settle()
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}")


def make_room(hands: Hands) -> None:
    assert hands.window.store._db is not None
    hands.window.store._db.execute("PRAGMA max_page_count = 1000000")


def test_on_a_full_disk_the_note_stays_and_is_written_when_there_is_room(
    open_on: Callable[..., Hands], tmp_path: Path
) -> None:
    hands = open_on(tmp_path / "desk")
    select(hands, WORDS)
    hands.window.marks.deeds.highlight("yellow")
    fill_disk(hands)
    hands.window.marks.deeds.edit(placed(hands)[0])
    long = "ยาวมาก " * 3000
    insert(editor(hands).note, long)
    hands.settle()
    assert editor(hands).note.toPlainText() == long
    assert "๑" in hands.window.notice.text() or "1" in hands.window.notice.text()
    assert only(hands).note == long
    make_room(hands)
    hands.until(lambda: hands.window.marks.desk.store.unsaved == 0)
    assert Store(tmp_path / "desk").marks.all()[0].note == long


@pytest.mark.parametrize(
    ("answer", "closes"),
    [(mark_question.Answer.STAY, False), (mark_question.Answer.CLOSE, True)],
    ids=["go back", "close"],
)
def test_window_does_not_close_on_unsaved_marks_unasked(
    open_on: Callable[..., Hands],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: mark_question.Answer,
    closes: bool,
) -> None:
    hands = open_on(tmp_path / "desk")
    select(hands, WORDS)
    hands.window.marks.deeds.highlight("yellow")
    fill_disk(hands)
    hands.window.marks.deeds.edit(placed(hands)[0])
    insert(editor(hands).note, "ยาวมาก " * 3000)
    asked: list[int] = []
    monkeypatch.setattr(
        mark_question, "ask_before_closing", lambda _, unsaved: asked.append(unsaved) or answer
    )
    hands.window.close()
    assert asked == [1]
    assert hands.window.isVisible() != closes
    make_room(hands) if not closes else None


@posix_only
def test_home_that_cannot_be_written_is_told_and_asked_about_before_closing(
    open_on: Callable[..., Hands], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_on(tmp_path / "desk")
    span = select(first, OTHER)
    first.window.marks.deeds.highlight("pink")
    first.window.close()
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents[:3]:
        parent.chmod(0o755)
    with read_only(tmp_path / "desk"):
        hands = open_on(tmp_path / "desk")
        hands.until(lambda: drawn(hands, "pink") == [span])
        select(hands, WORDS)
        hands.window.marks.deeds.highlight("yellow")
        assert "ส่งออก" in hands.window.notice.text()
        asked: list[int] = []
        monkeypatch.setattr(
            mark_question,
            "ask_before_closing",
            lambda _, unsaved: asked.append(unsaved) or mark_question.Answer.CLOSE,
        )
        hands.window.close()
        assert asked == [0]


def test_the_question_before_closing_can_be_answered_each_way(hands: Hands) -> None:
    for role, answer in [
        (QMessageBox.ButtonRole.AcceptRole, mark_question.Answer.EXPORT),
        (QMessageBox.ButtonRole.DestructiveRole, mark_question.Answer.CLOSE),
        (QMessageBox.ButtonRole.RejectRole, mark_question.Answer.STAY),
    ]:

        def press(role: QMessageBox.ButtonRole = role) -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            next(b for b in box.buttons() if box.buttonRole(b) == role).click()

        QTimer.singleShot(0, press)
        assert mark_question.ask_before_closing(hands.window, 1) == answer


# Files


def test_marks_go_out_and_come_back_in_the_window(
    hands: Hands, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for words, colour in ((WORDS, "yellow"), (OTHER, "blue")):
        select(hands, words)
        hands.window.marks.deeds.highlight(colour)
    path = tmp_path / "ของฉัน"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    hands.window.commands.action("export_marks").trigger()
    path = path.with_suffix(".json")
    assert len(json.loads(path.read_text(encoding="utf-8"))["marks"]) == 2
    other = open_window()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    other.window.commands.action("import_marks").trigger()
    assert drawn(other, "yellow") == drawn(hands, "yellow")
    assert drawn(other, "blue") == drawn(hands, "blue")
    other.window.notice.button.click()
    assert placed(other) == []
    other.window.commands.action("import_marks").trigger()
    assert len(placed(other)) == 2
    said = other.window.notice.text()
    other.window.commands.action("import_marks").trigger()
    assert len(placed(other)) == 2
    assert other.window.notice.text() != said


def test_markdown_tells_words_notes_and_paragraphs(hands: Hands, tmp_path: Path) -> None:
    select(hands, WORDS)
    hands.window.marks.deeds.highlight("yellow")
    hands.window.marks.desk.keep([])
    path = tmp_path / "marks.md"
    assert hands.window.marks.files.export("markdown", path)
    text = path.read_text(encoding="utf-8")
    assert f"> {WORDS}" in text
    assert "ย่อหน้าที่ ๑" in text or "Paragraph ๑" in text


def test_bad_file_is_told_and_changes_nothing(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text("{}", encoding="utf-8")
    hands.window.marks.files.import_from(path)
    assert "bad.json" in hands.window.notice.text()
    assert placed(hands) == []


def test_nothing_to_export_is_said(hands: Hands) -> None:
    hands.window.commands.action("export_marks").trigger()
    assert hands.window.notice.text()


def test_export_to_a_folder_that_is_not_there_is_told(hands: Hands, tmp_path: Path) -> None:
    select(hands, WORDS)
    hands.window.marks.deeds.highlight("yellow")
    assert not hands.window.marks.files.export("json", tmp_path / "none" / "a.json")
    assert "a.json" in hands.window.notice.text()


# For everyone


def test_every_control_has_a_name_and_a_size_to_hit(hands: Hands) -> None:
    drag_over(hands, WORDS)
    hands.until(hands.window.marks.pointer.bar.isVisible)
    bar = hands.window.marks.pointer.bar
    controls: list[QWidget] = list(bar.findChildren(QToolButton))
    select(hands, WORDS)
    hands.type(Key.Key_N, CTRL | SHIFT)
    controls += editor(hands).findChildren(QToolButton)
    controls += [editor(hands).note, editor(hands).delete]
    made = mark_list(hands)
    controls += [made.words, made.kind, made.everywhere]
    for control in controls:
        name = control.accessibleName() or getattr(control, "text", lambda: "")()
        assert name, control
        if not isinstance(control, QLineEdit):
            assert min(control.width(), control.height()) >= 24, control
    assert made.list.accessibleName()


def test_language_changes_all_of_it_at_once(hands: Hands) -> None:
    select(hands, WORDS)
    hands.window.marks.deeds.highlight("yellow")
    made = mark_list(hands)
    hands.window.marks.deeds.edit(placed(hands)[0])
    hands.window.set_language("en")
    hands.settle()
    assert editor(hands).delete.text() == "Delete"
    assert made.kind.itemText(0) == "All marks"
    assert made.words.placeholderText() == "Find in your marks"
    assert hands.window.commands.action("bookmark").text() == "Set or remove a bookmark"
    hands.window.set_language("th")
    hands.settle()
    assert made.kind.itemText(0) != "All marks"
    assert editor(hands).delete.text() != "Delete"


def test_colours_follow_the_theme(hands: Hands) -> None:
    select(hands, WORDS)
    hands.window.marks.deeds.highlight("yellow")
    looks = set()
    for theme in ("light", "sepia", "dark", "contrast"):
        hands.window.set_theme_choice(theme)
        hands.settle()
        looks |= {look for _, _, look in hands.page.layers.between(0, 200) if look.line}
    assert len(looks) == 4


def test_marking_keeps_the_reading_place(hands: Hands) -> None:
    hands.page.show_first(span_of(hands, OTHER)[0] - 300)
    before = hands.page.first_visible()
    start, end = span_of(hands, OTHER)
    hands.page.select_offsets(start, end)
    hands.window.marks.deeds.highlight("pink")
    hands.type(Key.Key_Z, CTRL)
    assert hands.page.first_visible() == before


def test_nothing_is_drawn_of_a_text_that_was_closed(hands: Hands, tmp_path: Path) -> None:
    select(hands, WORDS)
    hands.window.marks.deeds.highlight("yellow")
    hands.type(Key.Key_B, CTRL)
    other = tmp_path / "other.txt"
    other.write_text("อีกบทความหนึ่ง\n" * 30, encoding="utf-8")
    assert hands.window.open_path(other)
    hands.settle()
    assert placed(hands) == []
    assert drawn(hands, "yellow") == []
    assert hands.page._margin._own == []
