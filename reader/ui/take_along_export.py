"""Exporting: which format, what of it, and where to."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
)

from reader.errors import ReaderError
from reader.export.formats import FORMATS, export
from reader.export.options import Cancelled, Options
from reader.messages import sentence_for
from reader.ui.replacing import may_replace
from reader.ui.take_along import own_notes
from reader.ui.take_along_progress import Progress
from reader.ui.tall_rows import TallRows
from reader.ui.tick_box import TickBox

if TYPE_CHECKING:
    from reader.ui.window import Window

_TARGET = 30  # pixels, smallest height of a control
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST_NAME = 60


class Choice(NamedTuple):
    """A format as the reader sees it. takes: the options that make a difference to it."""

    name: str
    title: str
    what: str
    suffix: str
    takes: frozenset[str]


def choices() -> list[Choice]:
    """The formats in the order of the list, in the language in force."""
    translate = QCoreApplication.translate
    told = {
        "pdf": (
            translate("TakeAlong", "PDF of the text"),
            translate(
                "TakeAlong",
                "The whole text on pages, definitions and editor's notes at the foot, the map.",
            ),
            "notes definitions map own language",
        ),
        "study-sheet": (
            translate("TakeAlong", "Study sheet for a class (PDF)"),
            translate("TakeAlong", "Terms, what happened when, the map, and questions."),
            "map language",
        ),
        "markdown": (
            translate("TakeAlong", "Text with notes and cards (Markdown)"),
            translate(
                "TakeAlong", "Text with footnotes, all cards and the timeline, to be edited freely."
            ),
            "notes definitions own language",
        ),
        "anki": (
            translate("TakeAlong", "Cards to learn the terms (Anki)"),
            translate("TakeAlong", "One card for each starred term, with its sentence."),
            "",
        ),
        "csv": (
            translate("TakeAlong", "Tables (CSV)"),
            translate("TakeAlong", "People, places and dates for a spreadsheet, three in a ZIP."),
            "",
        ),
        "tei": (
            translate("TakeAlong", "Scholarly edition (TEI P5)"),
            translate("TakeAlong", "The text with names, dates and notes marked up in XML."),
            "",
        ),
        "svg": (
            translate("TakeAlong", "Map as a drawing (SVG)"),
            translate("TakeAlong", "The map of the city, to be enlarged at will."),
            "language",
        ),
        "png": (
            translate("TakeAlong", "Map as a picture (PNG)"),
            translate("TakeAlong", "The map of the city as an image."),
            "language",
        ),
        "geojson": (
            translate("TakeAlong", "Map data (GeoJSON)"),
            translate("TakeAlong", "The map with its places, for map programs."),
            "",
        ),
        "json": (
            translate("TakeAlong", "All data (JSON)"),
            translate("TakeAlong", "Everything that is known of the text, for programs."),
            "",
        ),
    }
    suffixes = {"csv": ".zip"}
    return [
        Choice(name, title, what, suffixes.get(name, FORMATS[name].suffix), frozenset(of.split()))
        for name, (title, what, of) in told.items()
        if name in FORMATS
    ]


class ExportDialog(QDialog):
    """One list, a few boxes, one place."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._choices = choices()
        self._options = Options(language=window.language)
        self._own_notes = own_notes(window)
        self._is_named_by_hand = False
        self._trouble: Callable[[], str] = str
        self._agreed: Path | None = None  # the reader was asked already whether to replace it
        self._progress: Progress | None = None
        self.export_button = QPushButton()
        layout = QVBoxLayout(self)
        self._make_formats(layout)
        self._make_options(layout)
        self._make_target(layout)
        self.trouble = QLabel(self)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        layout.addWidget(self.trouble)
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(self.export)
        self.cancel_button = QPushButton()
        self.cancel_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.export_button, self.cancel_button):
            button.setMinimumHeight(_TARGET)
            row.addWidget(button)
        layout.addLayout(row)
        self._name_parts()
        self.formats.setCurrentRow(0)
        window.language_changed.connect(self._on_language)
        room = window.screen().availableGeometry().size()
        self.resize(min(640, room.width() - 40), min(640, room.height() - 60))

    # Words

    def _name_parts(self) -> None:
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("TakeAlong", "Export"))
        self.export_button.setText(translate("TakeAlong", "Export"))
        self.cancel_button.setText(translate("TakeAlong", "Cancel"))
        self.trouble.setAccessibleName(translate("TakeAlong", "What went wrong"))
        self.trouble.setText(self._trouble())
        self._formats_label.setText(translate("TakeAlong", "&Format"))
        self.formats.setAccessibleName(self._formats_label.text().replace("&", ""))
        self._choices = choices()
        for row, choice in enumerate(self._choices):
            self.formats.item(row).setText(choice.title)
        self._group.setTitle(translate("TakeAlong", "With"))
        for name, text in (
            ("definitions", translate("TakeAlong", "Definitions of starred terms")),
            ("notes", translate("TakeAlong", "Editor's notes")),
            ("map", translate("TakeAlong", "Map")),
            ("own", translate("TakeAlong", "My notes")),
        ):
            self.boxes[name].setText(text)
        self._language_label.setText(translate("TakeAlong", "Language of notes and headings"))
        self._target_label.setText(translate("TakeAlong", "&Save as"))
        self.choose_button.setText(translate("TakeAlong", "Choose…"))
        self.overwrites.setText(
            translate("TakeAlong", "A file of this name is there already and will be replaced.")
        )

    def _on_language(self) -> None:
        self._name_parts()
        self._say_format()
        if not self._is_named_by_hand:
            self.target.setText(str(self._free_name()))

    # Making

    def _make_formats(self, layout: QVBoxLayout) -> None:
        label = self._formats_label = QLabel()
        self.formats = QListWidget()
        self.formats.setSpacing(3)
        self.formats.setItemDelegate(TallRows(self.formats))
        self.formats.setWordWrap(True)
        self.formats.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for choice in self._choices:
            self.formats.addItem(choice.title)
        self.formats.currentRowChanged.connect(lambda _row: self._on_format())
        label.setBuddy(self.formats)
        self.what = QLabel()
        self.what.setWordWrap(True)
        layout.addWidget(label)
        layout.addWidget(self.formats, 1)
        layout.addWidget(self.what)

    def _make_options(self, layout: QVBoxLayout) -> None:
        self._group = QGroupBox()
        inner = QVBoxLayout(self._group)
        self.boxes = {name: TickBox() for name in ("definitions", "notes", "map", "own")}
        for name, box in self.boxes.items():
            box.setMinimumHeight(_TARGET)
            box.setChecked(name != "own")
            inner.addWidget(box)
        self.language = QComboBox()
        self.language.setMinimumHeight(_TARGET)
        for code, name in (("th", "ไทย"), ("en", "English")):
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(self._window.language))
        label = self._language_label = QLabel()
        label.setBuddy(self.language)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.language, 1)
        layout.addWidget(self._group)
        layout.addLayout(row)

    def _make_target(self, layout: QVBoxLayout) -> None:
        label = self._target_label = QLabel()
        self.target = QLineEdit()
        self.target.setMinimumHeight(_TARGET)
        self.target.textEdited.connect(lambda _text: self._on_named())
        self.target.textChanged.connect(lambda _text: self._on_target())
        label.setBuddy(self.target)
        self.choose_button = QPushButton()
        self.choose_button.setMinimumHeight(_TARGET)
        self.choose_button.clicked.connect(self.choose_target)
        self.overwrites = QLabel()
        self.overwrites.setWordWrap(True)
        self.overwrites.hide()
        row = QHBoxLayout()
        row.addWidget(self.target, 1)
        row.addWidget(self.choose_button)
        layout.addWidget(label)
        layout.addLayout(row)
        layout.addWidget(self.overwrites)

    # What is chosen

    @property
    def choice(self) -> Choice:
        """The format that is chosen."""
        return self._choices[max(0, self.formats.currentRow())]

    def choose_format(self, name: str) -> None:
        """Choose the format ``name``."""
        names = [choice.name for choice in self._choices]
        self.formats.setCurrentRow(names.index(name))

    def take_over(self, options: Options) -> None:
        """Begin with ``options``, as a PDF."""
        self._options = options
        self.choose_format("pdf")
        for name in ("notes", "definitions", "map"):
            self.boxes[name].setChecked(getattr(options, name))
        self.boxes["own"].setChecked(bool(options.own_notes))

    def options(self) -> Options:
        """What the reader has chosen."""
        return self._options._replace(
            language=self.language.currentData(),
            notes=self.boxes["notes"].isChecked(),
            definitions=self.boxes["definitions"].isChecked(),
            map=self.boxes["map"].isChecked(),
            own_notes=self._own_notes if self.boxes["own"].isChecked() else (),
        )

    def _say_format(self) -> None:
        self.what.setText(self.choice.what)

    def _on_format(self) -> None:
        choice = self.choice
        self._say_format()
        known = self._window.knowledge
        is_there = {
            "definitions": bool(known.terms and known.entities),
            "notes": bool(known.note_marks),
            "map": bool(known.places),
            "own": bool(self._own_notes),
        }
        for name, box in self.boxes.items():
            box.setVisible(name in choice.takes and is_there[name])
        self._group.setVisible(any(is_there.get(name) for name in choice.takes))
        for widget in (self._language_label, self.language):
            widget.setVisible("language" in choice.takes)
        if not (self._is_named_by_hand and Path(self.target.text()).name):
            self.target.setText(str(self._free_name()))
        else:
            self.target.setText(str(Path(self.target.text()).with_suffix(choice.suffix)))
        self.trouble.hide()

    def _free_name(self) -> Path:
        """A name in the reader's documents that no file has yet."""
        known = self._window.knowledge
        title = known.title_th if self._window.language == "th" else known.title_en
        if self.choice.name == "study-sheet":
            sheet = QCoreApplication.translate("TakeAlong", "Study sheet")
            title = f"{sheet} {title}"
        title = _FORBIDDEN.sub(" ", title).strip(" .")[:_LONGEST_NAME] or "neva"
        folder = _documents()
        path, number = folder / f"{title}{self.choice.suffix}", 2
        while path.exists() and number < 1000:
            path = folder / f"{title} {number}{self.choice.suffix}"
            number += 1
        return path

    def _on_named(self) -> None:
        self._is_named_by_hand = True

    def _complete_target(self) -> Path:
        """Where to write: a bare name lies in the reader's documents and gets its suffix."""
        try:
            path = _documents() / Path(self.target.text().strip()).expanduser()
        except RuntimeError:  # there is no such reader's home
            path = _documents() / self.target.text().strip()
        return self._with_suffix(path)

    def _with_suffix(self, path: Path) -> Path:
        # "notes v1.2" has none
        has_one = path.suffix.lower() in (".zip", self.choice.suffix.lower()) or (
            2 <= len(path.suffix) <= 5 and path.suffix[1:].isalpha()
        )
        return path if has_one else Path(f"{path}{self.choice.suffix}")

    def _on_target(self) -> None:
        is_named = bool(self.target.text().strip(" ./\\"))
        self.export_button.setEnabled(is_named)
        self.overwrites.setVisible(is_named and self._is_there())

    def _is_there(self) -> bool:
        try:
            return self._complete_target().is_file()
        except (OSError, ValueError):
            return False

    def choose_target(self) -> None:
        """Let the reader choose the place in the usual way."""
        suffix = self.choice.suffix
        name, _ = QFileDialog.getSaveFileName(
            self, self.windowTitle(), self.target.text(), f"*{suffix}"
        )
        if name:
            path = self._with_suffix(Path(name))
            self._is_named_by_hand = True
            self._agreed = path if str(path) == name else None
            self.target.setText(str(path))

    # Doing it

    def _said(self, error: ReaderError) -> str:
        return sentence_for(error, self._window.language)

    def export(self) -> None:
        """Write the file; the dialog stays if that fails, and says why."""
        target = self._complete_target()
        if self._progress is not None or not (target == self._agreed or may_replace(self, target)):
            return
        translate = QCoreApplication.translate
        progress = self._progress = Progress(self, translate("TakeAlong", "Exporting…"))
        self.export_button.setEnabled(False)
        self.setCursor(Qt.CursorShape.BusyCursor)
        try:
            options = self.options()._replace(tick=progress)
            if self.choice.name == "png":
                from reader.ui.map_image import offer_png

                offer_png()
            export(self._window.knowledge, self.choice.name, str(target), options)
        except Cancelled:
            return
        except ReaderError as error:
            self._trouble = partial(self._said, error)
            self.trouble.setText(self._trouble())
            self.trouble.show()
            return
        finally:
            self._progress = None
            progress.close()
            self.unsetCursor()
            self.export_button.setEnabled(True)
        self.accept()
        self._window.say(
            lambda: translate("TakeAlong", "Exported: {name}").format(name=target.name),
            lambda: translate("TakeAlong", "Open folder"),
            lambda: open_folder(target.parent),
        )

    def reject(self) -> None:
        if self._progress is not None:
            self._progress.stop()  # before progress is shown Esc comes here
        else:
            super().reject()


def _documents() -> Path:
    """The reader's documents, or his home."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(where) if where else Path.home()
    return folder if folder.is_dir() else Path.home()


def open_folder(folder: Path) -> None:
    """Show ``folder`` in the system's own program for files."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder.resolve())))
