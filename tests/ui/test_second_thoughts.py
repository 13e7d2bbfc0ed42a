"""A reader who changes his mind: nothing is replaced unasked, and what was stopped has stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hands import Hands
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from test_marks import OTHER, WORDS, drawn, placed, select
from test_take_along import export_dialog, press, print_dialog, shown

from reader.export.options import Options
from reader.export.sheets import Sheets
from reader.ui import take_along_print
from reader.ui.replacing import may_replace
from reader.ui.take_along_progress import Progress

Key = Qt.Key
KEEP, REPLACE = QMessageBox.ButtonRole.RejectRole, QMessageBox.ButtonRole.DestructiveRole


def answer(role: QMessageBox.ButtonRole, seen: list[str]) -> None:
    """Answer the next question that comes up."""

    def press_it() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return
        seen.append(box.text())
        next(b for b in box.buttons() if box.buttonRole(b) == role).click()

    QTimer.singleShot(50, press_it)


# Replacing


def test_export_over_a_file_asks_first_and_keeps_it_by_default(
    hands: Hands, tmp_path: Path
) -> None:
    out, seen = tmp_path / "การบ้าน.md", list[str]()
    out.write_text("ของเดิม", encoding="utf-8")
    dialog = export_dialog(hands)
    dialog.choose_format("markdown")
    dialog.target.setText(str(out))
    answer(KEEP, seen)
    press(dialog.export_button)
    assert dialog.isVisible()
    assert out.read_text(encoding="utf-8") == "ของเดิม"
    answer(REPLACE, seen)
    press(dialog.export_button)
    assert not dialog.isVisible()
    assert "เลนิน" in out.read_text(encoding="utf-8")
    assert len(seen) == 2
    assert all("การบ้าน.md" in text for text in seen)


def test_enter_and_escape_keep_the_file(hands: Hands, tmp_path: Path) -> None:
    there = tmp_path / "a.md"
    there.write_text("ของเดิม", encoding="utf-8")
    for key in (Key.Key_Return, Key.Key_Escape):
        QTimer.singleShot(50, lambda key=key: QTest.keyClick(QApplication.activeModalWidget(), key))
        assert not may_replace(hands.window, there)
    assert may_replace(hands.window, tmp_path / "b.md")


def test_who_was_asked_while_choosing_the_file_is_not_asked_again(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.md"
    out.write_text("ของเดิม", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    dialog = export_dialog(hands)
    dialog.choose_format("markdown")
    press(dialog.choose_button)
    press(dialog.export_button)
    assert not dialog.isVisible()
    assert "เลนิน" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("role", [KEEP, REPLACE])
def test_marks_under_a_name_that_got_its_ending_from_us_replace_nothing_unasked(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, role: QMessageBox.ButtonRole
) -> None:
    out, seen = tmp_path / "ของฉัน.json", list[str]()
    out.write_text("ของเดิม", encoding="utf-8")
    select(hands, WORDS)
    hands.window.marks.deeds.highlight("yellow")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "ของฉัน"), ""))
    answer(role, seen)
    hands.window.commands.action("export_marks").trigger()
    assert len(seen) == 1
    assert (out.read_text(encoding="utf-8") == "ของเดิม") == (role == KEEP)


def test_marks_go_out_as_markdown_and_come_back(
    hands: Hands,
    open_window: Callable[..., Hands],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for words, colour in ((WORDS, "yellow"), (OTHER, "blue")):
        select(hands, words)
        hands.window.marks.deeds.highlight(colour)
    path = tmp_path / "ของฉัน.md"
    assert hands.window.marks.files.export("markdown", path)
    other = open_window()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    other.window.commands.action("import_marks").trigger()
    for colour in ("yellow", "blue"):
        assert drawn(other, colour) == drawn(hands, colour) != []
    other.window.notice.button.click()
    assert placed(other) == []


# Stopping


def at_the_first_tick(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Do something as soon as something that takes long has begun."""
    usual = Progress.__call__
    done: list[bool] = []

    def tick(self: Progress, part: float) -> None:
        if not done:
            done.append(True)
            act()
        usual(self, part)

    monkeypatch.setattr(Progress, "__call__", tick)


def test_escape_stops_an_export_before_any_progress_is_shown(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = export_dialog(hands)
    dialog.choose_format("pdf")
    dialog.target.setText(str(tmp_path / "a.pdf"))
    at_the_first_tick(monkeypatch, lambda: QTest.keyClick(dialog, Key.Key_Escape))
    press(dialog.export_button)
    assert not (tmp_path / "a.pdf").exists()
    assert dialog.isVisible()
    assert dialog.export_button.isEnabled()
    QTest.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_window_is_not_closed_under_an_export(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = export_dialog(hands)
    dialog.choose_format("pdf")
    dialog.target.setText(str(tmp_path / "a.pdf"))
    at_the_first_tick(monkeypatch, dialog.close)
    press(dialog.export_button)
    assert dialog.isVisible()
    assert hands.window.isVisible()
    assert list(tmp_path.glob("*.pdf*")) == []
    dialog.reject()


def test_choice_made_while_pages_are_set_is_what_the_preview_shows(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = print_dialog(hands)
    with_notes = shown(dialog.pages.sheets)

    def choose() -> None:
        dialog.notes.setChecked(False)
        dialog.set_pages()  # as its timer does

    at_the_first_tick(monkeypatch, choose)
    dialog.set_pages()
    assert "หมายเหตุบรรณาธิการ" in with_notes
    assert "หมายเหตุบรรณาธิการ" not in shown(dialog.pages.sheets)
    dialog.reject()


def test_preview_closed_while_its_pages_are_set_is_closed(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = print_dialog(hands)
    at_the_first_tick(monkeypatch, lambda: QTest.keyClick(dialog, Key.Key_Escape))
    dialog.set_pages()
    assert not dialog.isVisible()
    hands.window.take_along.print_text()
    again = hands.window.take_along.print_dialog
    assert again is not None and again.isVisible()
    again.reject()


def test_what_was_just_chosen_is_printed_and_not_what_was_chosen_before(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[Sheets] = []

    def print_sheets(sheets: Sheets, _printer: QPrinter, _tick: Progress) -> None:
        printed.append(sheets)

    monkeypatch.setattr(take_along_print, "print_sheets", print_sheets)
    dialog = print_dialog(hands)
    dialog.size_.setValue(20)
    dialog.print_pages()
    assert len(printed) == 1
    expected = take_along_print.entry_sheets(hands.window.knowledge, Options(type_size=20))
    assert len(printed[0].pages) == len(expected.pages)
