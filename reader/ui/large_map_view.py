"""The large map: a bar of buttons, the map, and beside it a list of its places on request."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.content.city_map import CityMap, MapPlace
from reader.text.folding import sort_key
from reader.ui.map_legend import all_rows
from reader.ui.map_print import PRINT
from reader.ui.map_view import MapView
from reader.ui.theme import Theme
from reader.ui.tool_tip import plain_tip

SECOND_NAMES = ("none", "ru", "other")
"""What may stand below a name: nothing, the Russian, or the one in the other language."""
FORMATS = ("png", "svg", "geojson")
_LIST_WIDTH = 250
_TARGET = 28  # pixels: the least height of a button


class LargeMapView(QWidget):
    """The map as large as there is room for it."""

    closed = Signal()
    """The reader is done with it."""
    place_chosen = Signal(str)
    second_names_chosen = Signal(str)
    """One of SECOND_NAMES."""
    print_chosen = Signal(bool)
    list_toggled = Signal(bool)
    export_asked = Signal(str)
    """One of FORMATS."""

    def __init__(
        self,
        city_map: CityMap,
        places: Sequence[MapPlace],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._places = list(places)
        self._theme = theme
        self._language = "th"
        self._second = "none"
        self._on_paper = False
        self.map = MapView(city_map, places, theme, self)
        self.map.place_chosen.connect(self.place_chosen)
        self._title = QLabel(self)
        self._close = self._button(self.closed.emit)
        self._show_list = self._button(self._toggle_list)
        self._show_list.setCheckable(True)
        self._look = self._button(None)
        self._export = self._button(None)
        self._make_menus()
        self.list = QListWidget(self)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._on_current)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        self.list.hide()
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.setSpacing(6)
        bar.addWidget(self._close)
        # where there is little room the buttons keep their words
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        bar.addWidget(self._title, 1)
        for button in (self._look, self._show_list, self._export):
            bar.addWidget(button)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.map, 1)
        row.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addLayout(row, 1)
        self.setFocusProxy(self.map)
        self.setAutoFillBackground(True)
        self.retranslate("th")

    def _button(self, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setMinimumHeight(_TARGET)
        if callable(act):
            button.clicked.connect(lambda: act())
        else:
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _make_menus(self) -> None:
        look = QMenu(self)
        group = QActionGroup(look)
        self._second_actions: dict[str, QAction] = {}
        for choice in SECOND_NAMES:
            action = look.addAction("")
            action.setCheckable(True)
            action.triggered.connect(
                lambda _checked=False, chosen=choice: self.second_names_chosen.emit(chosen)
            )
            group.addAction(action)
            self._second_actions[choice] = action
        look.addSeparator()
        self._print_action = look.addAction("")
        self._print_action.setCheckable(True)
        self._print_action.triggered.connect(self.print_chosen)
        self._look.setMenu(look)
        export = QMenu(self)
        self._export_actions: dict[str, QAction] = {}
        for format in FORMATS:
            action = export.addAction("")
            action.triggered.connect(
                lambda _checked=False, chosen=format: self.export_asked.emit(chosen)
            )
            self._export_actions[format] = action
        self._export.setMenu(export)

    # What others may ask

    def set_theme(self, theme: Theme) -> None:
        """Colours; the map keeps those of paper if they were chosen."""
        self._theme = theme
        self.setPalette(theme.palette())
        self.map.set_theme(PRINT if self._on_paper else theme)

    def set_print(self, on: bool) -> None:
        """Shows the map as it is printed, or in the colours of the window."""
        self._on_paper = on
        self._print_action.setChecked(on)
        self.map.set_theme(PRINT if on else self._theme)

    def set_second_names(self, choice: str) -> None:
        """Writes a second name below each: one of SECOND_NAMES."""
        self._second = choice
        self._second_actions[choice].setChecked(True)
        other = "en" if self._language == "th" else "th"
        self.map.set_second_names({"ru": "ru", "other": other}.get(choice, ""))

    @property
    def second_names(self) -> str:
        """The language of the second names, "" for none."""
        other = "en" if self._language == "th" else "th"
        return {"ru": "ru", "other": other}.get(self._second, "")

    def show_list(self, shown: bool) -> None:
        """Shows the list of places, or hides it."""
        self.list.setVisible(shown)
        self._show_list.setChecked(shown)

    def select_place(self, id: str) -> None:
        """Shows a place as the chosen one, "" for none."""
        self.map.select_place(id)

    def retranslate(self, language: str) -> None:
        """Takes on the language of the interface."""
        self._language = language
        self.map.set_language(language)
        self.map.set_legend(all_rows())
        self.set_second_names(self._second)
        self._title.setText(self.tr("Petrograd in 1917"))
        self._close.setText("✕ " + self.tr("Back to the text"))
        self._close.setToolTip(self.tr("Close the large map (Esc)"))
        self._look.setText(self.tr("Names and colours"))
        self._show_list.setText(self.tr("List of places"))
        self._show_list.setToolTip(self.tr("All places in a list, for keyboard and screen reader"))
        self._export.setText(self.tr("Save the map"))
        names = {
            "none": self.tr("Names in one language"),
            "ru": self.tr("Names also in Russian"),
            "other": self.tr("Names also in English"),
        }
        if language == "en":
            names["other"] = self.tr("Names also in Thai")
        for choice, action in self._second_actions.items():
            action.setText(names[choice])
        self._print_action.setText(self.tr("Colours for printing"))
        formats = {
            "png": self.tr("Picture of what is shown (*.png)…"),
            "svg": self.tr("Drawing of the whole map (*.svg)…"),
            "geojson": self.tr("Data of the map (*.geojson)…"),
        }
        for format, action in self._export_actions.items():
            action.setText(formats[format])
        self._fill_list()

    # The list

    def _fill_list(self) -> None:
        shown = self.list.currentItem()
        current = shown.data(Qt.ItemDataRole.UserRole) if shown is not None else ""
        self.list.blockSignals(True)
        self.list.clear()
        self.list.setAccessibleName(self.tr("Places on the map"))
        thai = self._language == "th"
        named = [(place.name_th if thai else place.name_en, place) for place in self._places]
        for name, place in sorted(named, key=lambda pair: sort_key(pair[0])):
            line = place.line_th if thai else place.line_en
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, place.id)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, line)
            item.setSizeHint(QSize(0, _TARGET))
            item.setToolTip(plain_tip(line))
            self.list.addItem(item)
            if place.id == current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)

    def _toggle_list(self) -> None:
        shown = self._show_list.isChecked()
        self.show_list(shown)
        self.list_toggled.emit(shown)
        if shown:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current(self, item: QListWidgetItem | None, _before: object = None) -> None:
        self.map.show_place(item.data(Qt.ItemDataRole.UserRole) if item is not None else "")

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.place_chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate(self._language)
