"""Printing: a preview of the very pages, what they shall hold, and the way to the printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF, QSizeF, Qt, QTimer
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.export.entry_sheets import entry_sheets
from reader.export.options import Cancelled, Options
from reader.export.sheets import PAPERS, Sheets
from reader.messages import sentence_for
from reader.text.digits import digits
from reader.ui.number_field import NumberField, keep_from_wheel
from reader.ui.take_along import own_notes
from reader.ui.take_along_pages import Pages
from reader.ui.take_along_painter import paint_page
from reader.ui.take_along_progress import Progress
from reader.ui.tick_box import TickBox

if TYPE_CHECKING:
    from reader.ui.window import Window

_SETTLE_MS = 200  # between a change and the new pages
_SIDE = 220  # pixels, width of what stands beside the preview, at least
_TARGET = 30  # pixels, smallest height of a control
_SIZES = (9.0, 24.0)  # points


class PrintDialog(QDialog):
    """The preview, with what can be chosen beside it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._own_notes = own_notes(window)
        self._trouble: Callable[[], str] = str
        self._progress: Progress | None = None
        self._is_outdated = False  # what is being set is not what is chosen now
        self._is_closing = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.set_pages)
        self.pages = Pages(window.theme, self)
        row = QHBoxLayout(self)
        row.addWidget(self.pages, 1)
        row.addLayout(self._make_side())
        self._name_parts()
        window.language_changed.connect(self._on_language)
        room = window.screen().availableGeometry().size()
        self.resize(min(980, room.width() - 40), min(760, room.height() - 60))

    def open(self) -> None:
        """Show the dialog with its pages."""
        super().open()
        self.set_pages()

    # Making

    def _make_side(self) -> QVBoxLayout:
        known = self._window.knowledge
        self.notes, self.definitions = self._check(), self._check()
        self.map, self.own = self._check(), self._check()
        self.notes.setChecked(self._window.preferences.is_on("notes"))
        for box, is_there in (
            (self.notes, bool(known.note_marks)),
            (self.definitions, bool(known.terms and known.entities)),
            (self.map, bool(known.places)),
            (self.own, bool(self._own_notes)),
        ):
            box.setVisible(is_there)
            box.setChecked(box.isChecked() and is_there)
        # a class shall not see them by accident
        self.own.setChecked(False)
        self.size_ = QDoubleSpinBox()
        self.size_.setRange(*_SIZES)
        self.size_.setSingleStep(0.5)
        self.size_.setDecimals(1)
        self.size_.setValue(Options().type_size)
        self.size_.valueChanged.connect(lambda _value: self._settle.start())
        self.paper = QComboBox()
        self.paper.addItems(list(PAPERS))
        self.paper.setMinimumHeight(_TARGET)
        keep_from_wheel(self.paper)
        self.paper.currentIndexChanged.connect(lambda _index: self._settle.start())
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form = form
        self._size_field = NumberField(self.size_)
        form.addRow(" ", self._size_field)
        form.addRow(" ", self.paper)
        self._add_printer(form)
        self.count = QLabel()
        self.trouble = QLabel(self)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.print_button = self._button(self.print_pages)
        has_printer = self.printer.count() > 0
        self.print_button.setEnabled(has_printer)
        self.print_button.setDefault(has_printer)
        if not has_printer:
            self._trouble = lambda: QCoreApplication.translate(
                "TakeAlong", "No printer was found. The pages can be saved as a PDF."
            )
            self.trouble.show()
        self.pdf_button = self._button(self.save_as_pdf)
        self.close_button = self._button(self.reject)
        choices = self._choices = QWidget()
        inner = QVBoxLayout(choices)
        for box in (self.notes, self.definitions, self.map, self.own):
            inner.addWidget(box)
        inner.addLayout(form)
        inner.addStretch(1)
        # on a small screen they scroll, so that the buttons stay
        scroll = self._scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields are gone through one by one
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(choices)
        side = QVBoxLayout()
        side.addWidget(scroll, 1)
        for widget in (
            self.trouble, self.count, self.print_button, self.pdf_button, self.close_button,
        ):  # fmt: skip
            side.addWidget(widget)
        return side

    def _add_printer(self, form: QFormLayout) -> None:
        self.printer = QComboBox()
        self.printer.addItems(QPrinterInfo.availablePrinterNames())
        usual = self.printer.findText(QPrinterInfo.defaultPrinterName())
        self.printer.setCurrentIndex(max(0, usual))
        self.copies = QSpinBox()
        self.copies.setRange(1, 99)
        self.first, self.last = QSpinBox(), QSpinBox()
        self._first_field, self._last_field = NumberField(self.first), NumberField(self.last)
        self._copies_field = NumberField(self.copies)
        for number in (self.first, self.last):
            number.setMinimum(1)
        self.both_sides = TickBox()
        for widget in (self.printer, self.both_sides):
            widget.setMinimumHeight(_TARGET)
        keep_from_wheel(self.printer)
        if not self.printer.count():
            return
        form.addRow(" ", self.printer)
        form.addRow(" ", self._first_field)
        form.addRow(" ", self._last_field)
        form.addRow(" ", self._copies_field)
        form.addRow(self.both_sides)

    def _name_parts(self) -> None:
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("TakeAlong", "Print"))
        self.notes.setText(translate("TakeAlong", "Editor's notes"))
        self.definitions.setText(translate("TakeAlong", "Definitions of starred terms"))
        self.map.setText(translate("TakeAlong", "Map"))
        self.own.setText(translate("TakeAlong", "My notes"))
        self.both_sides.setText(translate("TakeAlong", "On both sides"))
        self.print_button.setText(translate("TakeAlong", "Print"))
        self.pdf_button.setText(translate("TakeAlong", "Save as PDF…"))
        self.close_button.setText(translate("TakeAlong", "Close"))
        captions: tuple[tuple[QWidget, str], ...] = (
            (self._size_field, translate("TakeAlong", "Type size (points)")),
            (self.paper, translate("TakeAlong", "Paper")),
            (self.printer, translate("TakeAlong", "Printer")),
            (self._first_field, translate("TakeAlong", "First page")),
            (self._last_field, translate("TakeAlong", "Last page")),
            (self._copies_field, translate("TakeAlong", "Copies")),
        )
        for field, caption in captions:
            label = self._form.labelForField(field)
            if isinstance(label, QLabel):
                label.setText(caption)
            if isinstance(field, NumberField):
                field.set_name(caption)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setFixedWidth(max(_SIDE, self._choices.sizeHint().width() + bar))
        self.trouble.setFixedWidth(self._scroll.width())
        self.trouble.setText(self._trouble())
        self.pages.retranslate()
        self._say_count()

    def _on_language(self) -> None:
        self._name_parts()
        if self.pages.sheets is not None:
            self._settle.start()

    def _say_count(self) -> None:
        if self.pages.sheets is None:
            return
        number = digits(len(self.pages.sheets.pages), self._window.language)
        self.count.setText(
            QCoreApplication.translate("TakeAlong", "Pages: {number}").format(number=number)
        )

    def _tell(self, error: ReaderError) -> None:
        self._trouble = lambda: sentence_for(error, self._window.language)
        self.trouble.setText(self._trouble())
        self.trouble.show()

    def _check(self) -> QCheckBox:
        box = TickBox()
        box.setChecked(True)
        box.setMinimumHeight(_TARGET)
        box.toggled.connect(lambda _on: self._settle.start())
        return box

    def _button(self, act: object) -> QPushButton:
        button = QPushButton()
        button.setMinimumHeight(_TARGET)
        button.clicked.connect(act)
        return button

    # What is chosen

    def options(self) -> Options:
        """What the reader has chosen."""
        return Options(
            language=self._window.language,
            notes=self.notes.isChecked(),
            definitions=self.definitions.isChecked(),
            map=self.map.isChecked(),
            own_notes=self._own_notes if self.own.isChecked() else (),
            type_size=self.size_.value(),
            paper=self.paper.currentText(),
        )

    def set_pages(self) -> None:
        """Set the pages anew and show them."""
        self._settle.stop()
        if self._progress is not None:
            self._is_outdated = True
            self._progress.stop()
            return
        sheets = self._set()
        while self._is_outdated and not self._is_closing:
            sheets = self._set()
        if self._is_closing or (sheets is None and self.pages.sheets is None):
            super().reject()
        if sheets is not None:
            self._show_pages(sheets)

    def _set(self) -> Sheets | None:
        """The pages as they are chosen now; None if they are not wanted or cannot be set."""
        self._is_outdated = False
        progress = self._begin(QCoreApplication.translate("TakeAlong", "Setting the pages…"))
        try:
            return entry_sheets(self._window.knowledge, self.options()._replace(tick=progress))
        except Cancelled:
            return None
        except ReaderError as error:
            self._tell(error)
            return None
        finally:
            self._end(progress)

    def _begin(self, text: str) -> Progress:
        self._progress = Progress(self, text)
        return self._progress

    def _end(self, progress: Progress) -> None:
        self._progress = None
        progress.close()

    def reject(self) -> None:
        if self._progress is not None:
            self._is_closing = True
            self._progress.stop()
        else:
            super().reject()

    def _show_pages(self, sheets: Sheets) -> None:
        pages = len(sheets.pages)
        all_ = self.last.value() in (self.last.maximum(), 1)
        self.first.setMaximum(pages)
        self.last.setMaximum(pages)
        if all_:
            self.last.setValue(pages)
        self._first_field.refresh()
        self._last_field.refresh()
        self.pages.set_sheets(sheets)
        self._say_count()

    # The ways out

    def print_pages(self) -> None:
        """Print on the printer that is chosen; the dialog stays if that fails."""
        if self._settle.isActive():
            self.set_pages()  # what is chosen is printed, not what was chosen before
        sheets = self.pages.sheets
        if sheets is None or self._progress is not None:
            return
        printer = printer_for(sheets)
        printer.setPrinterName(self.printer.currentText())
        printer.setCopyCount(self.copies.value())
        if self.both_sides.isChecked():
            printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        if self.print_on(printer):
            self.accept()

    def print_on(self, printer: QPrinter) -> bool:
        """Print on ``printer``; whether it went well."""
        sheets = self.pages.sheets
        assert sheets is not None
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(*sorted((self.first.value(), self.last.value())))
        progress = self._begin(QCoreApplication.translate("TakeAlong", "Printing…"))
        try:
            print_sheets(sheets, printer, progress)
        except Cancelled:
            printer.abort()
            return False
        except ReaderError as error:
            self._tell(error)
            return False
        finally:
            self._end(progress)
        return True

    def save_as_pdf(self) -> None:
        """Go over to the export, with what is chosen here."""
        self.accept()
        self._window.take_along.export(self.options())


def printer_for(sheets: Sheets) -> QPrinter:
    """A printer set to the paper of ``sheets``, to its very edges."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize(QSizeF(sheets.width, sheets.height), QPageSize.Unit.Point)
    printer.setPageSize(size)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    printer.setDocName(sheets.title)
    return printer


def print_sheets(sheets: Sheets, printer: QPrinter, tick: Progress | None = None) -> None:
    """Print the pages that ``printer`` is asked for, made to fit another paper if it has one.

    Raises ReaderError ``printer-failed`` and what ``tick`` raises.
    """
    chosen = range(len(sheets.pages))
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        last = printer.toPage() or len(sheets.pages)
        chosen = range(printer.fromPage() - 1, min(last, len(sheets.pages)))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise ReaderError("printer-failed")
    try:
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        scale = min(paper.width() / sheets.width, paper.height() / sheets.height)
        for done, number in enumerate(chosen, 1):
            if done > 1 and not printer.newPage():
                raise ReaderError("printer-failed")
            paint_page(painter, sheets.pages[number], scale)
            if tick is not None:
                tick(done / len(chosen))
    finally:
        painter.end()
