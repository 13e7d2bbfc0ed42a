"""The side panel: names, contents and notes; a card in their place; the mini-map below."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QMenu,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from reader.content.knowledge import Knowledge
from reader.ui.entity_list import EntityDelegate, EntityListModel
from reader.ui.subject import Subject
from reader.ui.theme import Theme, text_font

if TYPE_CHECKING:
    from reader.ui.card_view import CardView
    from reader.ui.contents_list import ContentsList
    from reader.ui.notes_list import NotesList
    from reader.ui.thai_text import Paragraph, ThaiText

PANEL_WIDTH = 340  # pixels
_TALLEST_MAP = 280
_MAP_SHARE = 0.38  # of the panel's height
NAMES, CONTENTS, NOTES = range(3)


class Tab(NamedTuple):
    """A side tab of a feature: its name, and what makes its widget when it is first shown."""

    key: str
    title: Callable[[], str]
    make: Callable[[], QWidget]


class Panel(QFrame):
    """Names, cards and map. ``entity_chosen``: the reader wants this entity's card.

    map_share: the part of the height that the reader has given to the map; 0 for the usual one.
    """

    entity_chosen = Signal(str)
    note_chosen = Signal(str)
    offset_chosen = Signal(int)
    list_shown = Signal()
    stepped = Signal(int)  # to the previous (-1) or next (1) mention
    pin_asked = Signal()
    package_chosen = Signal(str)  # a card's link to another package

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = 11.0
        self._language = "th"
        self._knowledge: Knowledge | None = None
        self._map: QWidget | None = None
        self.map_share = 0.0
        self._scrollers: dict[ThaiText, QWidget] = {}
        self._offset = 0
        self._tabs: list[Tab] = []
        self._tab_pages: dict[str, QWidget] = {}
        self._tab_before = NAMES
        self._banner: QWidget | None = None
        self.list_menu: Callable[[str], QMenu | None] = lambda entity: None
        self.setAutoFillBackground(True)
        self.setMinimumWidth(280)
        self.model = EntityListModel()
        self._delegate = EntityDelegate(theme, self.model)
        self.filter = QLineEdit(self)
        self.filter.textChanged.connect(self._on_typed)
        self.filter.installEventFilter(self)
        self.list = self._make_list()
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(True)
        for _ in range(3):
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self._on_tab)
        self._pages = QStackedWidget(self)
        self._names = self._names_page()
        self._pages.addWidget(self._names)
        lists = QWidget(self)
        lists_layout = QVBoxLayout(lists)
        lists_layout.setContentsMargins(0, 6, 0, 0)
        lists_layout.setSpacing(0)
        lists_layout.addWidget(self.tabs)
        lists_layout.addWidget(self._pages)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(lists)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.addWidget(self._stack)
        self._split.setChildrenCollapsible(False)
        self._split.splitterMoved.connect(self._on_split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    # The card, contents and notes are made when they are first looked at.

    @cached_property
    def card(self) -> CardView:
        """The card in the place of the lists."""
        from reader.ui.card_view import CardView

        card = CardView(self._theme, self)
        card.list_asked.connect(self._on_list_asked)
        card.entity_asked.connect(self.entity_chosen)
        card.package_asked.connect(self.package_chosen)
        card.offset_asked.connect(self.offset_chosen)
        card.stepped.connect(self.stepped)
        card.pin_asked.connect(self.pin_asked)
        card.set_theme(self._theme, self._size)
        card.retranslate(self._language)
        self._stack.addWidget(card)
        return card

    @cached_property
    def contents(self) -> ContentsList:
        """The titles of the paragraphs."""
        from reader.ui.contents_list import ContentsList

        contents = ContentsList(self._theme, self._size)
        contents.offset_chosen.connect(self.offset_chosen)
        self._scroll_in_a_page(contents)
        return contents

    @cached_property
    def notes(self) -> NotesList:
        """The editor's notes."""
        from reader.ui.notes_list import NotesList

        notes = NotesList(self._theme, self._size)
        notes.note_chosen.connect(self.note_chosen)
        self._scroll_in_a_page(notes)
        return notes

    def _scroll_in_a_page(self, text: ThaiText) -> None:
        from reader.ui.scrolling import scrolling

        self._scrollers[text] = scrolling(text)
        self._pages.addWidget(self._scrollers[text])

    def _lists(self) -> list[ThaiText]:
        """Those of the two that are there."""
        made = self.__dict__
        return [made[name] for name in ("contents", "notes") if name in made]

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setModel(self.model)
        view.setItemDelegate(self._delegate)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._choose)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_list_menu)
        view.installEventFilter(self)
        return view

    def _names_page(self) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        row = QVBoxLayout()
        row.setContentsMargins(12, 10, 12, 4)
        row.addWidget(self.filter)
        layout.addLayout(row)
        layout.addWidget(self.list)
        return page

    def set_map(self, map_widget: QWidget | None) -> None:
        """The mini-map at the foot of the panel; None takes it away."""
        if self._map is not None and map_widget is not self._map:
            self._map.hide()
        self._map = map_widget
        if map_widget is not None:
            if self._split.indexOf(map_widget) < 0:
                self._split.addWidget(map_widget)
                self._split.setStretchFactor(0, 1)
                self._split.setStretchFactor(1, 0)
            map_widget.show()
            self._share_height()

    def _share_height(self) -> None:
        height = self.height()
        usual = min(_TALLEST_MAP, round(height * _MAP_SHARE))
        map_height = round(height * self.map_share) if self.map_share else usual
        self._split.setSizes([height - map_height, map_height])

    @property
    def splitter(self) -> QSplitter:
        """What parts the lists from the map."""
        return self._split

    def _on_split(self, _position: int, _index: int) -> None:
        sizes = self._split.sizes()
        if self._map is not None and len(sizes) == 2 and all(sizes):
            self.map_share = sizes[1] / sum(sizes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._map is not None and event.size().height() != event.oldSize().height():
            self._share_height()

    def set_knowledge(self, knowledge: Knowledge) -> None:
        """List what ``knowledge`` names."""
        self._knowledge = knowledge
        self.filter.clear()
        self.model.set_knowledge(knowledge, self._language)
        self.tabs.setTabVisible(CONTENTS, bool(knowledge.paragraph_titles))
        self.tabs.setTabVisible(NOTES, bool(knowledge.note_marks))
        self.show_lists()
        self._fill_tab()

    def update_knowledge(self, knowledge: Knowledge) -> None:
        """List what has been found since in the same text; the list stays where it is."""
        self._knowledge = knowledge
        current = self.model.entity_at(self.list.currentIndex())
        scrolled = self.list.verticalScrollBar().value()
        self.model.set_knowledge(knowledge, self._language)
        if current is not None:
            self._select(current.id)
        self.list.verticalScrollBar().setValue(scrolled)

    def set_banner(self, banner: QWidget | None) -> None:
        """A strip over the names; None takes it away."""
        layout = self._names.layout()
        if self._banner is not None and self._banner is not banner:
            self._banner.hide()
        if banner is not None and banner is not self._banner and isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, banner)
        if banner is not None:
            banner.show()
        self._banner = banner

    def _show_list_menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        entity = self.model.entity_at(index if index.isValid() else self.list.currentIndex())
        menu = self.list_menu(entity.id) if entity is not None else None
        if menu is not None:
            menu.exec(self.list.viewport().mapToGlobal(place))
            menu.deleteLater()

    def set_offset(self, offset: int) -> None:
        """The reader is at ``offset``."""
        if self.tabs.currentIndex() == CONTENTS:
            self.contents.set_offset(offset)
        self._offset = offset

    def add_tab(self, key: str, title: Callable[[], str], make: Callable[[], QWidget]) -> None:
        """A tab behind the others; ``make`` is called when it is first shown."""
        self._tabs.append(Tab(key, title, make))
        self.tabs.addTab(title())

    def show_tab(self, key: str) -> QWidget:
        """Bring the tab ``key`` to the front, in place of a card too; its widget.

        ValueError if no such tab was added.
        """
        number = [tab.key for tab in self._tabs].index(key)
        self.show_lists()
        self.list_shown.emit()
        self.tabs.setTabVisible(NOTES + 1 + number, True)
        if self.tabs.currentIndex() != NOTES + 1 + number:
            self._tab_before = self.tabs.currentIndex()
        self.tabs.setCurrentIndex(NOTES + 1 + number)
        return self._tab_page(self._tabs[number])

    @property
    def tab_shown(self) -> str:
        """The key of the tab in front."""
        return self._keys()[self.tabs.currentIndex()]

    def choose_tab(self, key: str) -> None:
        """Bring the tab ``key`` to the front if there is such a tab, in sight."""
        keys = self._keys()
        if key in keys and self.tabs.isTabVisible(keys.index(key)):
            self.tabs.setCurrentIndex(keys.index(key))

    def _keys(self) -> list[str]:
        return ["names", "contents", "notes", *(tab.key for tab in self._tabs)]

    def set_tab_visible(self, key: str, visible: bool) -> None:
        """Take the tab ``key`` out of the bar, or put it back; the one before it comes forward."""
        number = NOTES + 1 + [tab.key for tab in self._tabs].index(key)
        if not visible and self.tabs.currentIndex() == number:
            before = self._tab_before
            self.tabs.setCurrentIndex(before if self.tabs.isTabVisible(before) else NAMES)
        self.tabs.setTabVisible(number, visible)

    def _tab_page(self, tab: Tab) -> QWidget:
        if tab.key not in self._tab_pages:
            widget = self._tab_pages[tab.key] = tab.make()
            self._pages.addWidget(widget)
        return self._tab_pages[tab.key]

    def _on_tab(self, index: int) -> None:
        if index > NOTES:
            self._pages.setCurrentWidget(self._tab_page(self._tabs[index - NOTES - 1]))
            return
        self._fill_tab()
        shown: dict[int, QWidget] = {NAMES: self._names}
        if self.tabs.currentIndex() != NAMES:
            text = self.contents if self.tabs.currentIndex() == CONTENTS else self.notes
            shown[self.tabs.currentIndex()] = self._scrollers[text]
        self._pages.setCurrentWidget(shown[self.tabs.currentIndex()])

    def _fill_tab(self) -> None:
        """Contents and notes are written when they are first looked at."""
        if self._knowledge is None:
            return
        if self.tabs.currentIndex() == CONTENTS:
            self.contents.set_knowledge(self._knowledge, self._language)
            self.contents.set_offset(self._offset)
        elif self.tabs.currentIndex() == NOTES:
            headings = {
                "doubt": self.tr("Editor's notes"),
                "misprint": self.tr("Misprints"),
                "end": self.tr("End of the text"),
            }
            self.notes.show_notes(self._knowledge, headings)

    @property
    def shows_card(self) -> bool:
        """Whether a card is open rather than the lists."""
        return self._stack.currentIndex() == 1

    def show_lists(self) -> None:
        """Show names, contents and notes."""
        self._stack.setCurrentIndex(0)

    def show_card(self, subject: Subject, paragraphs: list[Paragraph], name: str) -> None:
        """Show the card of ``subject``."""
        self.card.show_subject(subject, paragraphs, name)
        if subject.kind == "entity":
            self._select(subject.key)
        self._stack.setCurrentIndex(1)

    def take_focus(self) -> None:
        """Give the keyboard to what is shown."""
        reason = Qt.FocusReason.ShortcutFocusReason
        if self.shows_card:
            self.card.take_focus(reason)
        elif self.tabs.currentIndex() == CONTENTS:
            self.contents.setFocus(reason)
        elif self.tabs.currentIndex() == NOTES:
            self.notes.setFocus(reason)
        elif self.tabs.currentIndex() > NOTES:
            self._tab_page(self._tabs[self.tabs.currentIndex() - NOTES - 1]).setFocus(reason)
        else:
            self.filter.setFocus(reason)

    def _on_list_asked(self) -> None:
        self.show_lists()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list_shown.emit()

    def _on_typed(self, typed: str) -> None:
        self.filter.setClearButtonEnabled(True)  # its icon takes 5 ms, for nothing to clear
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
        """Colours and type size (points) of lists and card."""
        self._theme, self._size = theme, size
        self.tabs.setFont(text_font(0.88 * size))  # five of them stand side by side
        self.setPalette(theme.palette())
        list_palette = theme.palette()
        list_palette.setColor(list_palette.ColorRole.Base, theme.color("desk"))
        self.list.setPalette(list_palette)
        self._delegate.theme = theme
        self._delegate.base_size = size
        self.list.doItemsLayout()
        for text in self._lists():
            text.set_theme(theme, size)
        if "card" in self.__dict__:
            self.card.set_theme(theme, size)

    def set_language(self, knowledge: Knowledge) -> None:
        """Show the lists of ``knowledge`` in the language of the interface."""
        self.model.set_knowledge(knowledge, self._language)
        self._fill_tab()

    def retranslate(self, language: str) -> None:
        """Name tabs and fields in ``language``; :meth:`set_language` does the lists."""
        self._language = language
        self._delegate.language = language
        self.setAccessibleName(self.tr("Side panel"))
        self.tabs.setAccessibleName(self.tr("Lists"))
        self.filter.setPlaceholderText(self.tr("Find a name"))
        self.filter.setAccessibleName(self.tr("Find a name"))
        self.list.setAccessibleName(self.tr("People, places and other names"))
        for index, title in (
            (NAMES, self.tr("Names")),
            (CONTENTS, self.tr("Contents")),
            (NOTES, self.tr("Notes")),
        ):
            self.tabs.setTabText(index, title)
        for number, tab in enumerate(self._tabs):
            self.tabs.setTabText(NOTES + 1 + number, tab.title())
        if "card" in self.__dict__:
            self.card.retranslate(language)
