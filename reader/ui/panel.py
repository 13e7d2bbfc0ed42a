"""The side panel: the list of names with its filter, the card, and the mini-map below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.content.knowledge import Knowledge
from reader.content.model import Entity
from reader.ui.card_view import CardView
from reader.ui.entity_list import EntityDelegate, EntityListModel
from reader.ui.theme import Theme

PANEL_WIDTH = 340  # pixels
_MAP_HEIGHT = 270


class Panel(QFrame):
    """Names, cards and map. ``entity_chosen``: the reader wants this entity."""

    entity_chosen = Signal(str)
    list_shown = Signal()

    def __init__(self, theme: Theme, map_widget: QWidget | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = "th"
        self.setAutoFillBackground(True)
        self.setMinimumWidth(280)
        self.model = EntityListModel()
        self._delegate = EntityDelegate(theme, self.model)
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_typed)
        self.filter.installEventFilter(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTabKeyNavigation(False)
        self.list.clicked.connect(self._choose)
        self.list.installEventFilter(self)
        names = QWidget(self)
        names_layout = QVBoxLayout(names)
        names_layout.setContentsMargins(0, 0, 0, 0)
        names_layout.setSpacing(4)
        filter_row = QVBoxLayout()
        filter_row.setContentsMargins(12, 10, 12, 4)
        filter_row.addWidget(self.filter)
        names_layout.addLayout(filter_row)
        names_layout.addWidget(self.list)
        self.card = CardView(theme, self)
        self.card.list_asked.connect(self._on_list_asked)
        self.card.entity_asked.connect(self.entity_chosen)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(names)
        self._stack.addWidget(self.card)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.addWidget(self._stack)
        self._split.setChildrenCollapsible(False)
        if map_widget is not None:
            self._split.addWidget(map_widget)
            self._split.setStretchFactor(0, 1)
            self._split.setStretchFactor(1, 0)
            self._split.setSizes([500, _MAP_HEIGHT])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    def set_knowledge(self, knowledge: Knowledge) -> None:
        """List what ``knowledge`` names."""
        self.filter.clear()
        self.model.set_knowledge(knowledge, self._language)
        self.show_list()

    @property
    def shows_card(self) -> bool:
        """Whether a card is open rather than the list."""
        return self._stack.currentIndex() == 1

    def show_list(self) -> None:
        """Show the list of names."""
        self._stack.setCurrentIndex(0)

    def show_card(self, knowledge: Knowledge, entity: Entity) -> None:
        """Show the card of ``entity``."""
        self.card.show_entity(knowledge, entity)
        self._select(entity.id)
        self._stack.setCurrentIndex(1)

    def show_unknown(self, name: str, gloss: str) -> None:
        """Show a term without a card."""
        self.card.show_unknown(name, gloss)
        self._stack.setCurrentIndex(1)

    def take_focus(self) -> None:
        """Give the keyboard to what is shown."""
        reason = Qt.FocusReason.ShortcutFocusReason
        if self.shows_card:
            self.card.setFocus(reason)
        else:
            self.filter.setFocus(reason)

    def _on_list_asked(self) -> None:
        self.show_list()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list_shown.emit()

    def _on_typed(self, typed: str) -> None:
        self.model.set_typed(typed)
        entities = self.model.entities()
        if typed.strip() and entities:
            self._select(entities[0].id)

    def _select(self, entity: str) -> None:
        row = self.model.row_of(entity)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def _choose(self, index: QModelIndex) -> None:
        entity = self.model.entity_at(index)
        if entity is not None:
            self.entity_chosen.emit(entity.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
            if watched is self.filter and key == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if watched is self.filter and key == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                return True
        return super().eventFilter(watched, event)

    def set_theme(self, theme: Theme, size: float) -> None:
        """Colours and type size (points) of list and card."""
        self._theme = theme
        self.setPalette(theme.palette())
        list_palette = theme.palette()
        list_palette.setColor(list_palette.ColorRole.Base, theme.color("desk"))
        self.list.setPalette(list_palette)
        self._delegate.theme = theme
        self._delegate.base_size = size
        self.list.doItemsLayout()
        self.card.set_theme(theme, size)

    def retranslate(self, language: str, knowledge: Knowledge | None) -> None:
        """Take on the language of the interface."""
        self._language = language
        self._delegate.language = language
        self.setAccessibleName(self.tr("Side panel"))
        self.filter.setPlaceholderText(self.tr("Find a name"))
        self.filter.setAccessibleName(self.tr("Find a name"))
        self.list.setAccessibleName(self.tr("People, places and other names"))
        if knowledge is not None:
            self.model.set_knowledge(knowledge, language)
        self.card.retranslate(language)
