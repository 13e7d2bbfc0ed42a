"""The settings: every one with a name, tried on a sample and on the open text as it is changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reader.desk.settings import SETTINGS, Value
from reader.ui.number_field import NumberField, keep_from_wheel
from reader.ui.settings_sample import SettingsSample
from reader.ui.tick_box import TickBox
from reader.ui.wide_tabs import widen_arrows

if TYPE_CHECKING:
    from reader.ui.window import Window

_TARGET = 30  # pixels, smallest height of a control
_WITH_SAMPLE = 620  # pixels of width; in less the text itself shows what changes
Choice = tuple[str, str]


class SettingsDialog(QDialog):
    """Settings in groups. Every change shows at once; Cancel puts all back as it was."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = window.preferences
        self._before: dict[str, Value] = {}
        self._fields: dict[str, QWidget] = {}
        self._refreshers: dict[str, Callable[[], None]] = {}
        self.groups = QTabWidget(self)
        widen_arrows(self.groups.tabBar())
        self.sample = SettingsSample(window)
        row = QHBoxLayout()
        row.addWidget(self.groups, 3)
        row.addWidget(self.sample, 2)
        self._buttons = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        self.ok = self._buttons.addButton("", roles.AcceptRole)
        self.cancel = self._buttons.addButton("", roles.RejectRole)
        self.defaults = self._buttons.addButton("", roles.ResetRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.defaults.clicked.connect(self._preferences.reset)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self._buttons)
        self._build()
        self._preferences.changed.connect(self._on_changed)
        window.language_changed.connect(lambda _language: self._build())
        window.theme_changed.connect(self._on_theme)

    def open_dialog(self) -> None:
        """Show the dialog; what is set now is what Cancel comes back to."""
        self._before = {name: self._preferences.get(name) for name in SETTINGS}
        room = self._window.screen().availableGeometry().size()
        self.resize(min(860, room.width() - 40), min(600, room.height() - 80))
        self._dress_groups()
        self.sample.show_sample()
        self.open()

    def reject(self) -> None:
        for name, value in self._before.items():
            self._preferences.set(name, value)
        super().reject()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sample.setVisible(self.width() >= _WITH_SAMPLE)

    def field(self, name: str) -> QWidget:
        """The control of the setting ``name``."""
        return self._fields[name]

    def _on_theme(self, _theme: object) -> None:
        self._dress_groups()
        self.sample.show_sample()

    def _dress_groups(self) -> None:
        # a tab bar with a style sheet, and what it belongs to, do not take on the application's
        for part in (self.groups, self.groups.tabBar()):
            part.setFont(QApplication.font())
            part.setPalette(QApplication.palette())

    def _on_changed(self, name: str, _value: object) -> None:
        if name in ("interface_size", "type_family"):
            self._dress_groups()
        if name in self._refreshers:
            self._refreshers[name]()
        self.sample.show_sample()

    def _build(self) -> None:
        """All groups, named in the language in force."""
        shown = max(0, self.groups.currentIndex())
        while self.groups.count():
            page = self.groups.widget(0)
            self.groups.removeTab(0)
            page.deleteLater()
        self._fields.clear()
        self._refreshers.clear()
        self.setWindowTitle(self.tr("Settings"))
        for tabs in (self.groups, self.groups.tabBar()):
            tabs.setAccessibleName(self.tr("Settings"))
        self.ok.setText(self.tr("Done"))
        self.cancel.setText(self.tr("Cancel"))
        self.defaults.setText(self.tr("As at first"))
        for button in (self.ok, self.cancel, self.defaults):
            button.setMinimumHeight(_TARGET)
        self._type_group()
        self._text_group()
        self._cards_group()
        self._program_group()
        self.groups.setCurrentIndex(shown)

    def _type_group(self) -> None:
        form = self._group(self.tr("Type"))
        self._choice(
            form, "type_family", self.tr("Kind of type"),
            (
                ("looped", self.tr("Looped (with heads)")),
                ("loopless", self.tr("Loopless (modern)")),
                ("serif", self.tr("Serif")),
            ),
        )  # fmt: skip
        self._decimal(form, "type_size", self.tr("Size of the text"), self.tr("pt"), 1.0)
        self._decimal(
            form, "interface_size", self.tr("Size of menus, panel and cards"), self.tr("pt"), 0.5
        )
        self._decimal(form, "leading", self.tr("Line spacing"), self.tr("× type size"), 0.05)
        self._whole(form, "column", self.tr("Column width"), self.tr("letters"), 2)
        self._choice(
            form, "alignment", self.tr("Right edge"),
            (("ragged", self.tr("Ragged")), ("justified", self.tr("Even"))),
        )  # fmt: skip

    def _text_group(self) -> None:
        form = self._group(self.tr("Text"))
        self._choice(
            form, "theme", self.tr("Colours"),
            (
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("sepia", self.tr("Sepia")),
                ("dark", self.tr("Dark")),
                ("contrast", self.tr("High contrast")),
            ),
        )  # fmt: skip
        self._choice(
            form, "links", self.tr("Links in the text"),
            (
                ("all", self.tr("All names")),
                ("first", self.tr("Once in a paragraph")),
                ("starred", self.tr("Starred terms only")),
                ("none", self.tr("None")),
            ),
        )  # fmt: skip
        self._switch(form, "notes", self.tr("Show the editor's notes"))
        self._switch(form, "misprints", self.tr("Show misprints"))
        self._switch(form, "ruler", self.tr("Reading ruler"))
        self._choice(
            form, "dates", self.tr("Beside a date"),
            (
                ("none", self.tr("Nothing")),
                ("os", self.tr("Old Style (Julian)")),
                ("ns", self.tr("New Style (Gregorian)")),
                ("be", self.tr("Buddhist Era")),
            ),
        )  # fmt: skip

    def _cards_group(self) -> None:
        form = self._group(self.tr("Cards"))
        self._choice(
            form, "cards", self.tr("A card opens"),
            (
                ("hover", self.tr("When the pointer rests on a word")),
                ("click", self.tr("By click or Enter only")),
            ),
        )  # fmt: skip
        self._whole(form, "hover_delay", self.tr("After a rest of"), self.tr("ms"), 100)
        self._choice(
            form, "digits", self.tr("Digits outside the text"),
            (("thai", self.tr("Thai (๑๙๑๗)")), ("arabic", self.tr("Arabic (1917)"))),
        )  # fmt: skip
        self._choice(
            form, "years", self.tr("Years in cards"),
            (
                ("both", self.tr("Common Era and Buddhist Era")),
                ("ce", self.tr("Common Era only")),
                ("be", self.tr("Buddhist Era only")),
            ),
        )  # fmt: skip

    def _program_group(self) -> None:
        form = self._group(self.tr("Program"))
        self._choice(form, "language", self.tr("Language"), (("th", "ไทย"), ("en", "English")))
        self._switch(form, "panel", self.tr("Show the side panel"))
        self._choice(
            form, "motion", self.tr("Motion"),
            (
                ("system", self.tr("As the system")),
                ("reduced", self.tr("Less")),
                ("full", self.tr("Usual")),
            ),
        )  # fmt: skip

    # Controls

    def _group(self, title: str) -> QFormLayout:
        holder = QWidget()
        form = QFormLayout(holder)
        form.setContentsMargins(16, 16, 16, 16)
        form.setVerticalSpacing(10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        # one theme's style would have it otherwise than the others'
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(holder)
        self.groups.addTab(area, title)
        return form

    def _add(self, form: QFormLayout, name: str, caption: str, field: QWidget) -> None:
        field.setMinimumHeight(_TARGET)
        field.setAccessibleName(caption)
        self._fields[name] = field
        if isinstance(field, QCheckBox):
            form.addRow(field)
        elif isinstance(field, QSpinBox | QDoubleSpinBox):
            row = NumberField(field)
            row.set_name(caption)
            form.addRow(caption, row)
        else:
            form.addRow(caption, field)

    def _choice(
        self, form: QFormLayout, name: str, caption: str, choices: Sequence[Choice]
    ) -> None:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        keep_from_wheel(box)
        for value, text in choices:
            box.addItem(text, value)

        def refresh() -> None:
            box.setCurrentIndex(box.findData(self._preferences.get(name)))

        refresh()
        box.activated.connect(lambda _index: self._preferences.set(name, box.currentData()))
        self._refreshers[name] = refresh
        self._add(form, name, caption, box)

    def _switch(self, form: QFormLayout, name: str, caption: str) -> None:
        box = TickBox(caption)
        box.setChecked(self._preferences.is_on(name))
        box.toggled.connect(lambda on: self._preferences.set(name, on))
        self._refreshers[name] = lambda: box.setChecked(self._preferences.is_on(name))
        self._add(form, name, caption, box)

    def _decimal(self, form: QFormLayout, name: str, caption: str, unit: str, step: float) -> None:
        box = QDoubleSpinBox()
        low, high = SETTINGS[name].bounds or (0.0, 100.0)
        box.setRange(low, high)
        box.setDecimals(2 if step < 0.1 else 1)
        box.setSingleStep(step)
        box.setSuffix(f" {unit}")
        box.setKeyboardTracking(False)
        box.setValue(self._preferences.number(name))
        box.valueChanged.connect(lambda value: self._preferences.set(name, float(value)))
        self._refreshers[name] = lambda: box.setValue(self._preferences.number(name))
        self._add(form, name, caption, box)

    def _whole(self, form: QFormLayout, name: str, caption: str, unit: str, step: int) -> None:
        box = QSpinBox()
        low, high = SETTINGS[name].bounds or (0, 100)
        box.setRange(int(low), int(high))
        box.setSingleStep(step)
        box.setSuffix(f" {unit}")
        box.setKeyboardTracking(False)
        box.setValue(int(self._preferences.number(name)))
        box.valueChanged.connect(lambda value: self._preferences.set(name, int(value)))
        self._refreshers[name] = lambda: box.setValue(int(self._preferences.number(name)))
        self._add(form, name, caption, box)
