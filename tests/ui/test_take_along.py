"""Printing, exporting and quoting from the real window."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest
from conftest import Open
from exported import letters, share_of_pieces
from hands import CTRL, SHIFT, Hands, plain_text
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from reader.export.entry_sheets import entry_sheets
from reader.export.options import Cancelled, Options
from reader.export.pdf_writer import pdf_of
from reader.export.sheets import PAPERS, Sheets, Words
from reader.ui import take_along_export, take_along_print
from reader.ui.take_along_export import ExportDialog
from reader.ui.take_along_painter import paint_page
from reader.ui.take_along_print import PrintDialog, print_sheets, printer_for
from reader.ui.take_along_progress import Progress


def select(hands: Hands, start: int, end: int) -> None:
    hands.page.setFocus()
    hands.page.select_offsets(start, end)
    hands.settle()


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for _ in range(3):
        QApplication.processEvents()


def export_dialog(hands: Hands) -> ExportDialog:
    hands.window.activateWindow()
    hands.until(hands.window.isActiveWindow)
    hands.type(Qt.Key.Key_E, CTRL | SHIFT)
    dialog = hands.window.take_along.export_dialog
    assert dialog is not None and dialog.isVisible()
    return dialog


def print_dialog(hands: Hands) -> PrintDialog:
    hands.type(Qt.Key.Key_P, CTRL)
    dialog = hands.window.take_along.print_dialog
    assert dialog is not None and dialog.isVisible()
    hands.until(lambda: dialog.pages.sheets is not None)
    return dialog


def shown(sheets: Sheets | None) -> str:
    assert sheets is not None
    return "".join(m.text for page in sheets.pages for m in page if isinstance(m, Words))


# Quoting


def test_ctrl_shift_c_copies_the_words_and_their_source(hands: Hands) -> None:
    text = hands.window.knowledge.article.text
    start = text.index("ที่ ปราศจาก")
    select(hands, start, start + 20)
    hands.type(Qt.Key.Key_C, CTRL | SHIFT)
    words, source = QGuiApplication.clipboard().text().split("\n")
    assert words == f"“{text[start : start + 20]}”"
    assert source.startswith("ที่มา: “การปฏิวัติเดือนตุลาคม” ใน สารานุกรม")
    assert source.endswith("ย่อหน้าที่ ๑")


def test_quotation_keeps_characters_that_qt_would_change(open_window: Open) -> None:
    hands = open_window(plain_text("ก่อน\u00a0คำ \u2029ต่อไป"))
    select(hands, 0, 12)
    hands.type(Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text().startswith("“ก่อน\u00a0คำ \u2029ต่อ")


def test_nothing_selected_is_told_and_nothing_copied(hands: Hands) -> None:
    QGuiApplication.clipboard().setText("before")
    hands.type(Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == "before"
    assert hands.window.notice.text()


def test_context_menu_offers_the_quotation_after_copy(hands: Hands) -> None:
    cite = hands.window.commands.action("cite")
    assert cite not in hands.page.context_menu(QPoint(300, 200)).actions()
    select(hands, 10, 40)
    actions = hands.page.context_menu(QPoint(300, 200)).actions()
    names = [action.text().replace("&", "") for action in actions]
    assert names.index(cite.text()) == names.index("คัดลอก") + 1


def test_quotation_speaks_the_language_of_the_interface(hands: Hands) -> None:
    hands.window.preferences.set("language", "en")
    hands.settle()
    select(hands, 0, 30)
    hands.window.commands.action("cite").trigger()
    assert "Source: “The October Revolution”" in QGuiApplication.clipboard().text()


# Exporting


def test_export_writes_the_file_and_offers_its_folder(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog = export_dialog(hands)
    dialog.choose_format("json")
    out = tmp_path / "ผล.json"
    dialog.target.setText(str(out))
    press(dialog.export_button)
    assert not dialog.isVisible()
    assert json.loads(out.read_text(encoding="utf-8"))["article"]["id"] == "october-revolution"
    assert "ผล.json" in hands.window.notice.text()
    press(hands.window.notice.button)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path.resolve())]


def test_failed_export_says_why_and_keeps_the_dialog(hands: Hands, tmp_path: Path) -> None:
    dialog = export_dialog(hands)
    dialog.choose_format("markdown")
    dialog.target.setText(str(tmp_path / "no" / "such" / "folder" / "a.md"))
    press(dialog.export_button)
    assert dialog.isVisible() and dialog.trouble.isVisible()
    assert "บันทึกไฟล์" in dialog.trouble.text()
    dialog.target.setText(str(tmp_path / "a.md"))
    press(dialog.export_button)
    assert (tmp_path / "a.md").exists()
    dialog.reject()


def test_every_format_is_offered_with_a_word_about_it(hands: Hands) -> None:
    dialog = export_dialog(hands)
    names = {choice.name for choice in take_along_export.choices()}
    assert names == set(take_along_export.FORMATS)
    told = set()
    for row in range(dialog.formats.count()):
        dialog.formats.setCurrentRow(row)
        told.add(dialog.what.text())
        assert Path(dialog.target.text()).suffix == dialog.choice.suffix
    assert len(told) == dialog.formats.count() and "" not in told
    dialog.reject()


def test_only_options_that_make_a_difference_are_shown(hands: Hands) -> None:
    dialog = export_dialog(hands)
    dialog.choose_format("pdf")
    assert {n for n, box in dialog.boxes.items() if box.isVisible()} == {
        "notes", "definitions", "map",
    }  # fmt: skip
    dialog.choose_format("anki")
    assert not any(box.isVisible() for box in dialog.boxes.values())
    assert not dialog.language.isVisible()
    dialog.choose_format("study-sheet")
    assert dialog.language.isVisible() and dialog.boxes["map"].isVisible()
    dialog.reject()


def test_name_that_is_taken_is_not_proposed_and_warned_of(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        take_along_export.QStandardPaths, "writableLocation", lambda _where: str(tmp_path)
    )
    (tmp_path / "การปฏิวัติเดือนตุลาคม.md").write_text("before", encoding="utf-8")
    dialog = export_dialog(hands)
    dialog.choose_format("markdown")
    assert Path(dialog.target.text()).name == "การปฏิวัติเดือนตุลาคม 2.md"
    assert not dialog.overwrites.isVisible()
    dialog.target.setText(str(tmp_path / "การปฏิวัติเดือนตุลาคม.md"))
    assert dialog.overwrites.isVisible()
    dialog.reject()


def test_bare_name_lies_in_the_documents_and_gets_its_suffix(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        take_along_export.QStandardPaths, "writableLocation", lambda _where: str(tmp_path)
    )
    dialog = export_dialog(hands)
    dialog.choose_format("json")
    for nothing in ("", "  ", "."):
        dialog.target.setText(nothing)
        assert not dialog.export_button.isEnabled()
    dialog._on_named()
    dialog.choose_format("markdown")
    assert dialog.target.text().endswith(".md")
    dialog.choose_format("json")
    dialog.target.setText("ของฉัน")
    press(dialog.export_button)
    assert (tmp_path / "ของฉัน.json").is_file()


def test_notes_go_along_only_if_wanted(hands: Hands, tmp_path: Path) -> None:
    for wanted in (True, False):
        dialog = export_dialog(hands)
        dialog.choose_format("markdown")
        dialog.boxes["notes"].setChecked(wanted)
        out = tmp_path / f"{wanted}.md"
        dialog.target.setText(str(out))
        press(dialog.export_button)
        assert ("[^n1]" in out.read_text(encoding="utf-8")) == wanted


# The preview


def test_ctrl_p_shows_the_pages_of_the_pdf(hands: Hands, tmp_path: Path) -> None:
    dialog = print_dialog(hands)
    pages = dialog.pages.sheets
    assert pages is not None
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf_of(pages))
    assert len(pypdf.PdfReader(file).pages) == len(pages.pages) > 8
    assert "๑๓" in dialog.count.text() or str(len(pages.pages)) in dialog.count.text()
    dialog.reject()


def test_choices_change_the_pages(hands: Hands) -> None:
    dialog = print_dialog(hands)
    before = len(dialog.pages.sheets.pages)  # type: ignore[union-attr]
    assert "หมายเหตุบรรณาธิการ" in shown(dialog.pages.sheets)
    for box in (dialog.notes, dialog.definitions, dialog.map):
        box.click()
    hands.until(lambda: "หมายเหตุบรรณาธิการ" not in shown(dialog.pages.sheets))
    assert len(dialog.pages.sheets.pages) < before  # type: ignore[union-attr]
    dialog.size_.setValue(18)
    dialog.paper.setCurrentText("A5")
    hands.until(lambda: dialog.pages.sheets.width == PAPERS["A5"][0])  # type: ignore[union-attr]
    assert len(dialog.pages.sheets.pages) > before  # type: ignore[union-attr]
    dialog.reject()


def test_preview_is_gone_through_by_keys(hands: Hands) -> None:
    dialog = print_dialog(hands)
    dialog.pages.setFocus()
    top = dialog.pages.verticalScrollBar().value()
    QTest.keyClick(dialog.pages, Qt.Key.Key_PageDown)
    assert dialog.pages.verticalScrollBar().value() > top
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_own_notes_are_offered_but_never_printed_unasked(hands: Hands) -> None:
    from reader.desk.anchors import anchor_at
    from reader.desk.marks import Change, Mark, new_id, now

    article = hands.window.knowledge.article
    anchor = anchor_at(article.text, 100, 130)
    mark = Mark(
        new_id(), article.id, "", article.sha256, "note", anchor,
        note="เฉพาะตัว", created=now(), changed=now(),
    )  # fmt: skip
    hands.window.store.marks.save(Change(None, mark))
    dialog = print_dialog(hands)
    assert dialog.own.isVisible() and not dialog.own.isChecked()
    assert "เฉพาะตัว" not in shown(dialog.pages.sheets)
    dialog.own.click()
    hands.until(lambda: "เฉพาะตัว" in shown(dialog.pages.sheets))
    dialog.reject()


def ink(image: QImage, size: int) -> list[int]:
    """How dark each of ``size`` x ``size`` parts of the picture is, 0 to 255."""
    small = image.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
        size, size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return [255 - (small.pixelColor(x, y).red()) for y in range(size) for x in range(size)]


def painted(sheets: Sheets, number: int, scale: float) -> QImage:
    image = QImage(
        round(sheets.width * scale), round(sheets.height * scale), QImage.Format.Format_RGB32
    )
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_page(painter, sheets.pages[number], scale)
    painter.end()
    return image


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs pdftoppm (poppler-utils)")
@pytest.mark.parametrize("number", [0, 10])
def test_preview_and_pdf_look_alike(hands: Hands, tmp_path: Path, number: int) -> None:
    sheets = entry_sheets(hands.window.knowledge, Options())
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf_of(sheets))
    page = ["-f", str(number + 1), "-l", str(number + 1)]
    subprocess.run(
        ["pdftoppm", "-r", "144", *page, "-singlefile", "-png", file, tmp_path / "p"], check=True
    )
    one = ink(QImage(str(tmp_path / "p.png")), 160)
    other = ink(painted(sheets, number, 2.0), 160)
    assert sum(one) > 20_000
    apart = sum(abs(a - b) for a, b in zip(one, other, strict=True))
    assert apart < 0.12 * sum(one)
    # a page of other words is far from that
    another = ink(painted(sheets, 4, 2.0), 160)
    assert sum(abs(a - b) for a, b in zip(one, another, strict=True)) > 3 * apart


# The printer


def print_to_file(sheets: Sheets, file: Path, first: int = 0, last: int = 0) -> pypdf.PdfReader:
    printer = printer_for(sheets)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    if first:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(first, last)
    print_sheets(sheets, printer)
    return pypdf.PdfReader(file)


def test_printer_gets_the_same_pages(hands: Hands, tmp_path: Path) -> None:
    dialog = print_dialog(hands)
    sheets = dialog.pages.sheets
    assert sheets is not None
    printed = print_to_file(sheets, tmp_path / "printed.pdf")
    assert len(printed.pages) == len(sheets.pages)
    width, height = map(float, printed.pages[0].mediabox[2:])
    assert (width, height) == pytest.approx(PAPERS["A4"], abs=1.5)
    dialog.reject()


def test_pages_that_are_asked_for_go_to_the_printer(hands: Hands, tmp_path: Path) -> None:
    dialog = print_dialog(hands)
    assert dialog.pages.sheets is not None
    last = len(dialog.pages.sheets.pages)
    assert (dialog.first.value(), dialog.last.value()) == (1, last)
    dialog.first.setValue(3)
    dialog.last.setValue(4)
    printer = printer_for(dialog.pages.sheets)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    assert dialog.print_on(printer)
    assert len(pypdf.PdfReader(tmp_path / "a.pdf").pages) == 2
    dialog.reject()


def test_printer_is_chosen_in_the_same_dialog(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["ห้องสมุด", "ห้องพักครู"]
    monkeypatch.setattr(take_along_print.QPrinterInfo, "availablePrinterNames", lambda: names)
    monkeypatch.setattr(take_along_print.QPrinterInfo, "defaultPrinterName", lambda: names[1])
    dialog = print_dialog(hands)
    assert dialog.printer.currentText() == "ห้องพักครู" and dialog.printer.isVisible()
    asked: list[QPrinter] = []
    monkeypatch.setattr(dialog, "print_on", lambda printer: not asked.append(printer))
    dialog.copies.setValue(3)
    press(dialog.print_button)
    assert len(asked) == 1 and asked[0].copyCount() == 3
    assert not dialog.isVisible()


def test_without_a_printer_the_pdf_is_the_way(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(take_along_print.QPrinterInfo, "availablePrinterNames", lambda: [])
    dialog = print_dialog(hands)
    assert not dialog.print_button.isEnabled() and dialog.pdf_button.isEnabled()
    assert "PDF" in dialog.trouble.text() and dialog.trouble.isVisible()
    dialog.reject()


def test_printer_that_fails_is_told(hands: Hands, tmp_path: Path) -> None:
    dialog = print_dialog(hands)
    assert dialog.pages.sheets is not None
    printer = printer_for(dialog.pages.sheets)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder" / "a.pdf"))
    assert not dialog.print_on(printer)
    assert dialog.trouble.isVisible() and "เครื่องพิมพ์" in dialog.trouble.text()
    dialog.reject()


def test_chosen_pages_are_printed_alone(hands: Hands, tmp_path: Path) -> None:
    sheets = entry_sheets(hands.window.knowledge, Options())
    assert len(print_to_file(sheets, tmp_path / "a.pdf", 2, 4).pages) == 3


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs pdftoppm (poppler-utils)")
def test_printed_page_looks_like_the_preview(hands: Hands, tmp_path: Path) -> None:
    sheets = entry_sheets(hands.window.knowledge, Options())
    print_to_file(sheets, tmp_path / "a.pdf", 1, 1)
    subprocess.run(
        ["pdftoppm", "-r", "144", "-singlefile", "-png", tmp_path / "a.pdf", tmp_path / "p"],
        check=True,
    )
    one, other = ink(QImage(str(tmp_path / "p.png")), 160), ink(painted(sheets, 0, 2.0), 160)
    assert sum(abs(a - b) for a, b in zip(one, other, strict=True)) < 0.15 * sum(other)


def test_save_as_pdf_goes_over_to_the_export_with_the_choices(hands: Hands, tmp_path: Path) -> None:
    dialog = print_dialog(hands)
    dialog.notes.setChecked(False)
    dialog.size_.setValue(16)
    press(dialog.pdf_button)
    exporting = next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, ExportDialog) and w.isVisible()
    )
    assert exporting.choice.name == "pdf"
    assert exporting.options().type_size == 16 and not exporting.options().notes
    exporting.target.setText(str(tmp_path / "a.pdf"))
    press(exporting.export_button)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "a.pdf").pages)
    assert letters("หมายเหตุบรรณาธิการ") not in letters(text)
    assert share_of_pieces(hands.window.knowledge.article.text[:400], text) > 0.3


# What takes long


def test_progress_shows_after_a_second_and_can_be_cancelled(hands: Hands) -> None:
    progress = Progress(hands.window, "…")
    progress(0.01)
    assert not progress.dialog.isVisible()
    hands.wait(1100)
    progress(0.02)
    assert progress.dialog.isVisible()
    progress.dialog.cancel()
    with pytest.raises(Cancelled):
        progress(0.03)
    progress.close()


def test_cancelled_export_writes_nothing(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Progress, "__call__", lambda self, done: (_ for _ in ()).throw(Cancelled))
    dialog = export_dialog(hands)
    dialog.choose_format("pdf")
    dialog.target.setText(str(tmp_path / "a.pdf"))
    press(dialog.export_button)
    assert dialog.isVisible()
    assert [p.name for p in tmp_path.iterdir() if p.name != "reader-home"] == []
    dialog.reject()


def test_nothing_of_it_is_loaded_at_the_start() -> None:
    import os
    import sys

    from support import ROOT

    script = (
        "import sys; import reader.ui.window; "
        "print([n for n in sys.modules if n.startswith(('fpdf', 'uharfbuzz', 'reader.export', "
        "'PySide6.QtPrintSupport', 'reader.ui.take_along_'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == "[]"
