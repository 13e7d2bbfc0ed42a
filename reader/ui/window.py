"""The window: brings page, panel, map, find bar and hover card together.

The parts know nothing of one another; what one says is passed on here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QToolButton, QVBoxLayout, QWidget

from reader.content.date_format import margin_date
from reader.content.knowledge import Knowledge
from reader.content.reading import open_file, open_shipped
from reader.desk.settings import SETTINGS
from reader.desk.store import Store
from reader.errors import ReaderError
from reader.messages import sentence_for
from reader.ui.appearance import Appearance
from reader.ui.comfort import Comfort
from reader.ui.commands import Commands
from reader.ui.first_keys import FirstKeys
from reader.ui.history import History, Stop
from reader.ui.map_view import MapView
from reader.ui.margin import MarginDate
from reader.ui.page import Page, Target
from reader.ui.panel import PANEL_WIDTH, Panel
from reader.ui.preferences import Preferences
from reader.ui.ranges import Look
from reader.ui.subject import Subject
from reader.ui.theme import Theme
from reader.ui.window_commands import add_commands, add_last_commands, add_menus
from reader.ui.window_place import place_again

if TYPE_CHECKING:
    from reader.ui.card_writer import CardWriter
    from reader.ui.find_bar import FindBar
    from reader.ui.finding import Finding
    from reader.ui.first_steps import FirstSteps
    from reader.ui.found_names import FoundNames
    from reader.ui.hover_card import HoverCard
    from reader.ui.large_map import LargeMap
    from reader.ui.marks import OwnMarks
    from reader.ui.notice import Notice, Words
    from reader.ui.opening import Opening
    from reader.ui.pinning import Pinning
    from reader.ui.take_along import TakeAlong
    from reader.ui.thai_text import Paragraph
    from reader.ui.timeline import Timeline
    from reader.ui.word_finder import WordFinder
    from reader.ui.word_meanings import WordMeanings

NARROW = 900  # pixels: below, the panel folds to a button
_SAVE_AFTER_MS = 800
_MENTION = Look(ground="mention")
_MENTION_CURRENT = Look(ground="mention_current", bar="accent")


class Window(QMainWindow):
    """One text and everything around it.

    What a feature needs to know is told by signals; ``place_changed``: offset of the first visible
    line, as the reader scrolls; ``subject_opened``: a Subject, or None when the lists come back;
    ``covered``: what now stands in the place of the text, or None.
    """

    knowledge_changed = Signal(object)
    theme_changed = Signal(object)
    language_changed = Signal(str)
    place_changed = Signal(int)
    subject_opened = Signal(object)
    covered = Signal(object)
    closing = Signal()

    def __init__(
        self,
        knowledge: Knowledge,
        appearance: Appearance,
        store: Store,
        map_factory: Callable[[Theme, Knowledge], MapView | None],
    ) -> None:
        super().__init__()
        self.appearance = appearance
        self.store = store
        self.preferences = Preferences(store, self)
        self._theme = appearance.theme_for(self.preferences.text("theme"))
        appearance.apply_theme(self._theme)
        appearance.apply_language(self.language)
        self._map_factory = map_factory
        self._knowledge = knowledge
        self._mention = -1
        self._card_target: Target | None = None
        self._made_writer: CardWriter | None = None
        self._history = History()
        self._drawer_open = False
        self._escapes: list[Callable[[], bool]] = []
        self._cover: QWidget | None = None
        self._below: list[QWidget] = []
        self._features: dict[str, QObject] = {}
        self._is_complete = False
        self._is_returning = False  # to a text that was left
        self._is_told = False  # whether those who listen know which text is open

        self.page = Page(self._theme)
        self._city: MapView | None = None
        center = QWidget(self)
        self.setCentralWidget(center)
        self.panel = Panel(self._theme, center)
        share = store.get("map_share", 0.0)
        self.panel.map_share = share if isinstance(share, float) and 0.1 <= share <= 0.9 else 0.0
        column = self._column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        self._row = QHBoxLayout(center)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addLayout(column, 1)
        self._row.addWidget(self.panel)
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(_SAVE_AFTER_MS)

        self.commands = Commands(self, self.complete)
        add_menus(self)
        self._make_panel_button()
        self.comfort = Comfort(self)
        self._connect()
        self.comfort.apply_type_size()
        self._apply_theme()
        self._restore_size()
        self._name_parts()
        self._show_knowledge(knowledge, store.place(knowledge.article.sha256))
        self._place_panel()
        self.panel.choose_tab(str(store.get("tab", "")))  # those of a search are not there yet
        self.page.setFocus()
        self._store_trouble_once()

    # Making

    def complete(self) -> None:
        """Make what the window can do beyond showing a text, once: each in a module of its own.

        Called when the text is on the screen, or when one of them is asked for before.
        """
        if self._is_complete:
            return
        self._is_complete = True
        self._first_keys.deleteLater()
        from reader.ui.finding import Finding
        from reader.ui.first_steps import FirstSteps
        from reader.ui.found_names import FoundNames
        from reader.ui.large_map import LargeMap
        from reader.ui.marks import OwnMarks
        from reader.ui.opening import Opening
        from reader.ui.pinning import Pinning
        from reader.ui.take_along import TakeAlong
        from reader.ui.timeline import Timeline
        from reader.ui.wide_tabs import widen_arrows
        from reader.ui.word_meanings import WordMeanings

        add_commands(self)
        widen_arrows(self.panel.tabs)
        self.comfort.add_commands()
        made = self._features
        made["opening"] = Opening(self)
        made["finding"] = Finding(self)
        made["word_meanings"] = WordMeanings(self)
        made["found_names"] = FoundNames(self)
        made["pinning"] = Pinning(self)
        made["first_steps"] = FirstSteps(self)
        made["timeline"] = Timeline(self)
        made["large_map"] = LargeMap(self)
        made["take_along"] = TakeAlong(self)
        made["marks"] = OwnMarks(self)
        add_last_commands(self)
        if self._is_told:
            self._begin_to_find_words()
            self.knowledge_changed.emit(self._knowledge)

    def _begin_to_find_words(self) -> None:
        if self.found_names.begins_by_itself(self._knowledge):
            self.find_words()

    def _feature(self, name: str) -> QObject:
        self.complete()
        return self._features[name]

    @property
    def opening(self) -> Opening:
        """The ways to open a text."""
        return cast("Opening", self._feature("opening"))

    @property
    def finding(self) -> Finding:
        """The search."""
        return cast("Finding", self._feature("finding"))

    @property
    def word_meanings(self) -> WordMeanings:
        """The meaning of a word."""
        return cast("WordMeanings", self._feature("word_meanings"))

    @property
    def found_names(self) -> FoundNames:
        """Names found in a text without a package."""
        return cast("FoundNames", self._feature("found_names"))

    @property
    def pinning(self) -> Pinning:
        """Pinned cards."""
        return cast("Pinning", self._feature("pinning"))

    @property
    def first_steps(self) -> FirstSteps:
        """What a newcomer is offered."""
        return cast("FirstSteps", self._feature("first_steps"))

    @property
    def timeline(self) -> Timeline:
        """The timeline."""
        return cast("Timeline", self._feature("timeline"))

    @property
    def large_map(self) -> LargeMap:
        """The large map."""
        return cast("LargeMap", self._feature("large_map"))

    @property
    def take_along(self) -> TakeAlong:
        """Print and export."""
        return cast("TakeAlong", self._feature("take_along"))

    @property
    def marks(self) -> OwnMarks:
        """The reader's own marks."""
        return cast("OwnMarks", self._feature("marks"))

    @cached_property
    def find_bar(self) -> FindBar:
        """The find bar, below the text."""
        from reader.ui.find_bar import FindBar

        bar = FindBar(self.centralWidget())
        bar.retranslate(self.language)
        bar.installEventFilter(self)
        self._column.addWidget(bar)
        return bar

    @property
    def _shows_find_bar(self) -> bool:
        return "find_bar" in self.__dict__ and self.find_bar.isVisible()

    def _make_panel_button(self) -> None:
        self._panel_button = QToolButton(self)
        self._panel_button.setAutoRaise(True)
        self._panel_button.setCheckable(True)
        self._panel_button.setMinimumSize(28, 28)
        self._panel_button.clicked.connect(self.toggle_panel)
        self.menuBar().setCornerWidget(self._panel_button)

    def _connect(self) -> None:
        page = self.page
        page.first_painted.connect(self.complete)
        self._first_keys = FirstKeys(page, self.complete)
        page.target_entered.connect(self._keep_hover_card)
        page.target_rested.connect(self._on_rested)
        page.target_left.connect(self._on_target_left)
        page.target_chosen.connect(self._open_target)
        page.entity_pointed.connect(self._mark_on_map)
        page.type_size_changed.connect(self._on_type_size)
        page.place_changed.connect(self._on_place_changed)
        page.verticalScrollBar().valueChanged.connect(self._close_hover_card)
        page.lines_moved.connect(self._close_hover_card)
        page.escape_pressed.connect(self._on_escape)
        self.panel.entity_chosen.connect(self.open_entity)
        self.panel.note_chosen.connect(self.open_note)
        self.panel.offset_chosen.connect(self.go_to)
        self.panel.list_shown.connect(self._on_list_shown)
        self.panel.stepped.connect(self.step_mention)
        self.preferences.changed.connect(self._on_preference)
        self._save_timer.timeout.connect(self._save_place)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    def _provide_map(self, knowledge: Knowledge) -> None:
        """A map for a text with places; made when the first such text is opened."""
        if self._city is None:
            self._city = self._map_factory(self._theme, knowledge)
            if self._city is not None:
                self._city.place_pointed.connect(self._mark_place_in_text)
                self._city.place_chosen.connect(self._open_place)
                self._city.set_language(self.language)
        self.panel.set_map(self._city if knowledge.places else None)

    # The text

    @property
    def knowledge(self) -> Knowledge:
        """What is open."""
        return self._knowledge

    @property
    def map(self) -> MapView | None:
        """The mini-map, if the text has one."""
        return self._city

    def _show_knowledge(self, knowledge: Knowledge, at: int) -> None:
        if self._is_told and not self._is_returning:
            self._leave_text(knowledge)
        self._knowledge = knowledge
        self._mention = -1
        if self.is_finding_words:
            self._words.cancel()
        self._made_writer = None
        self._provide_map(knowledge)
        self.page.set_knowledge(knowledge, min(at, max(0, knowledge.article.length - 1)))
        self._show_notes()
        self._show_dates_beside()
        self.panel.set_knowledge(knowledge)
        if self._is_complete:
            self._begin_to_find_words()
        self._is_told = True
        self.knowledge_changed.emit(knowledge)
        self._update_title()
        self._update_actions()

    def _leave_text(self, knowledge: Knowledge) -> None:
        """Keep the way back to the text that is open, now that ``knowledge`` is to be shown."""
        if knowledge.article.sha256 == self._knowledge.article.sha256:
            return
        left = self.present()
        if left.source is None or self.opening.is_other_view(knowledge):
            self._history.clear()
        else:
            self._history.depart(left)

    def _on_words_found(self, knowledge: Knowledge) -> None:
        if knowledge.article == self._knowledge.article:
            self._knowledge = knowledge
            self._made_writer = None
            self.page.update_knowledge(knowledge)
            self._show_notes()

    def find_words(self) -> None:
        """Have words and names of the open text found, beside the reading."""
        self._words.ask(self._knowledge)

    def refine(self, knowledge: Knowledge) -> None:
        """Take up more that is known of the open text; the reader stays where he is."""
        self._on_words_found(knowledge)
        self.panel.update_knowledge(knowledge)
        subject = self._open_now()
        if subject is None:
            return
        if self._writer.full(subject):
            self._show_subject(subject)
        else:
            self.panel.show_lists()
            self._on_list_shown()

    @property
    def is_finding_words(self) -> bool:
        """Whether the line breaks of the text are still being found."""
        return "_words" in self.__dict__ and self._words.is_working

    def open_path(self, path: Path) -> bool:
        """Open the text in ``path``; if that fails the open text stays and a notice says why."""
        try:
            knowledge = open_file(path)
        except ReaderError as error:
            self.tell(error)
            return False
        self.show_text(knowledge)
        self.opening.opened(path)
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.opening.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.opening.take(event.mimeData()):
            event.acceptProposedAction()

    def open_entry(self) -> None:
        """Open the shipped entry."""
        try:
            self.show_text(open_shipped())
        except ReaderError as error:
            self.tell(error)

    def show_text(self, knowledge: Knowledge, at: int | None = None) -> None:
        """Show another text, at the offset ``at`` or where the reader left it."""
        self._save_place()
        if "find_bar" in self.__dict__:
            self.find_bar.close_bar()
        if self.tells_something:
            self.notice.close_notice()
        place = self.store.place(knowledge.article.sha256) if at is None else at
        self._show_knowledge(knowledge, place)

    def ask_and_open(self) -> None:
        """Let the reader choose a file."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open a text"),
            "",
            self.tr("Texts and books (*.txt *.md *.epub *.docx *.neva);;All files (*)"),
        )
        if name:
            self.open_path(Path(name))

    def tell(self, error: ReaderError) -> None:
        """Say what went wrong in a notice above the text."""
        self.notice.tell(lambda: sentence_for(error, self.language))

    @property
    def _writer(self) -> CardWriter:
        if self._made_writer is None:
            from reader.ui.card_writer import CardWriter

            self._made_writer = CardWriter(self._knowledge, self.language)
        return self._made_writer

    # Hovering and opening; what only a pointer or another text needs is made when it is needed

    @cached_property
    def hover_card(self) -> HoverCard:
        """The card beside a word."""
        from reader.ui.hover_card import HoverCard

        card = HoverCard(self._theme, self)
        card.opened.connect(self._open_hovered)
        return card

    @cached_property
    def notice(self) -> Notice:
        """The line above the text for what the reader has to be told."""
        from reader.ui.notice import Notice

        notice = Notice(self._theme, self.centralWidget())
        notice.set_theme(self._theme, self.interface_size)
        notice.retranslate()
        self._column.insertWidget(0, notice)
        return notice

    @property
    def tells_something(self) -> bool:
        """Whether the line above the text is shown."""
        return "notice" in self.__dict__ and self.notice.isVisible()

    @property
    def _has_hover_card(self) -> bool:
        return "hover_card" in self.__dict__

    @cached_property
    def _words(self) -> WordFinder:
        from reader.ui.word_finder import WordFinder

        finder = WordFinder(self)
        finder.found.connect(self._on_words_found)
        self.found_names.attach(finder)
        return finder

    def _close_hover_card(self) -> None:
        if self._has_hover_card:
            self.hover_card.close_card()

    def _on_target_left(self) -> None:
        if self._has_hover_card:
            self.hover_card.pointer_left_word()

    def _keep_hover_card(self, target: Target) -> None:
        if target == self._card_target and self._has_hover_card:
            self.hover_card.pointer_on_word()

    def _on_rested(self, target: Target) -> None:
        if not self.comfort.cards_by_click_only:
            self._show_hover_card(target)

    def _show_hover_card(self, target: Target) -> None:
        self._card_target = target
        view = self.page.viewport()
        rects = self.page.target_rects(target)
        pointer = view.mapFromGlobal(self.page.pointer_position())
        word = next((rect for rect in rects if rect.contains(pointer)), rects[0])
        if target.subject.kind == "mark":
            paragraphs = self.marks.card(target.subject.key)
        else:
            paragraphs = self._writer.short(target.subject)
        if self.preferences.is_on("misprints") and target.subject.kind == "entity":
            paragraphs += self._writer.misprints_within(target.start, target.end)
        self.hover_card.show_for(
            paragraphs,
            self._in_window(view, self.page.reading_line(target)),
            self._in_window(view, word),
            self.interface_size + 1,
        )

    def subject_at_hand(self) -> Subject | None:
        """What the card beside the pointer is about, or else the one in the panel."""
        hovered = self._has_hover_card and self.hover_card.isVisible()
        if hovered and self._card_target is not None and self._card_target.subject.kind != "mark":
            return self._card_target.subject
        return self._open_now()

    def full_card(self, subject: Subject) -> tuple[str, list[Paragraph]]:
        """The name and the whole card of ``subject``, in the language in force."""
        return self._writer.title(subject), self._writer.full(subject)

    def _whole_card(self, subject: Subject) -> list[Paragraph]:
        card, elsewhere = self._writer.full(subject), self.opening.elsewhere(subject)
        return [*card[:2], *elsewhere, *card[2:]]  # below the names, above what is said here

    def sample_card(self) -> list[Paragraph]:
        """The short card of the first starred term or name, to show how cards look."""
        starts = [term.start for term in self._knowledge.terms[:1]]
        starts += [mention.start for mention in self._knowledge.mentions[:1]]
        if not starts:
            return []
        target = self.page.target_of(starts[0])
        return [] if target is None else self._writer.short(target.subject)

    def show_card_of_term(self, number: int) -> None:
        """Bring the starred term ``number`` (from 0) into view and show its card beside it."""
        start = self._knowledge.terms[number].start
        self.page.bring_into_view(start)
        target = self.page.target_of(start)
        if target is not None:
            self._show_hover_card(target)

    def _in_window(self, widget: QWidget, rect: QRect) -> QRect:
        return QRect(widget.mapTo(self, rect.topLeft()), rect.size())

    def _open_hovered(self) -> None:
        if self._card_target is not None:
            self._open_target(self._card_target)

    def _open_target(self, target: Target) -> None:
        self._close_hover_card()
        if target.subject.kind == "mark":
            self.marks.open(target.subject.key)
            return
        self.open_subject(target.subject, at=target.start)

    def open_entity(self, entity: str) -> None:
        """Open the card of ``entity`` in the panel and mark its mentions."""
        self.open_subject(Subject.entity(entity))

    def open_note(self, note: str) -> None:
        """Open an editor's note in the panel and bring its words into view."""
        self.open_subject(Subject.note(note))
        marks = [mark for mark in self._knowledge.note_marks if mark.id == note]
        if marks:
            self.uncover()
            self.page.bring_into_view(marks[0].start)

    def open_subject(self, subject: Subject, at: int | None = None) -> None:
        """Open the full card of ``subject`` in the panel; what is not known is ignored.

        at: the offset of the words the reader comes from, if he comes from the text.
        """
        if not self._writer.full(subject):
            return
        if self._open_now() != subject:
            self._history.depart(self.present())
        self._show_subject(subject, at)
        self.reveal_panel()
        self._update_actions()

    def _open_now(self) -> Subject | None:
        return self.panel.card.subject if self.panel.shows_card else None

    def _show_subject(self, subject: Subject, at: int | None = None) -> None:
        writer = self._writer
        self.subject_opened.emit(subject)
        self.panel.show_card(subject, self._whole_card(subject), writer.title(subject))
        spans = self._spans_of(subject)
        starts = [start for start, _ in spans]
        self._mention = starts.index(at) if at in starts else -1
        self.page.set_ranges("entity", spans, _MENTION)
        self._mark_current_mention()
        if self._city is not None:
            place = next(
                (
                    place.id
                    for place in self._knowledge.places
                    if subject in (Subject.entity(place.entity or ""), Subject.place(place.id))
                ),
                "",
            )
            self._city.select_place(place)

    def _spans_of(self, subject: Subject) -> list[tuple[int, int]]:
        """Every place of the text that ``subject`` is about."""
        known = self._knowledge
        if subject.kind == "entity":
            return [(m.start, m.end) for m in known.mentions_of(subject.key)]
        if subject.kind == "note":
            return [(m.start, m.end) for m in known.note_marks if m.id == subject.key]
        if subject.kind == "date":
            return [(d.start, d.end) for d in known.dates if str(d.start) == subject.key]
        return [(t.start, t.end) for t in known.terms if str(t.start) == subject.key]

    def go_to(self, offset: int) -> None:
        """Go to ``offset`` of the text, with a way back."""
        self._history.depart(self.present())
        if self._is_narrow() and self._drawer_open:
            self.toggle_panel()
        self.uncover()
        self.page.show_first(offset)
        self._update_actions()

    def _mark_current_mention(self) -> None:
        mentions = self._current_mentions()
        current = mentions[self._mention : self._mention + 1] if self._mention >= 0 else []
        self.page.set_ranges("entity-current", current, _MENTION_CURRENT)
        self.panel.card.set_place(self._mention + 1, len(mentions))

    def _current_mentions(self) -> list[tuple[int, int]]:
        subject = self._open_now()
        if subject is None or subject.kind != "entity":
            return []
        return self._spans_of(subject)

    def step_mention(self, step: int) -> None:
        """Go to the next (1) or previous (-1) mention of the open entity, round at the ends."""
        mentions = self._current_mentions()
        if not mentions:
            return
        if self._mention < 0:
            self._history.depart(self.present())
            first = self.page.first_visible()
            after = [i for i, (start, _) in enumerate(mentions) if start >= first]
            if step > 0:
                self._mention = after[0] if after else 0
            else:
                self._mention = (after[0] - 1 if after else len(mentions) - 1) % len(mentions)
        else:
            self._mention = (self._mention + step) % len(mentions)
        self._mark_current_mention()
        self.uncover()
        self.page.bring_into_view(mentions[self._mention][0])
        self._update_actions()

    def _on_list_shown(self) -> None:
        self.subject_opened.emit(None)
        self._mention = -1
        self.page.set_ranges("entity", (), _MENTION)
        self.page.set_ranges("entity-current", (), _MENTION_CURRENT)
        if self._city is not None:
            self._city.select_place("")

    # The map

    def _mark_on_map(self, entity: str) -> None:
        if self._city is not None:
            places = [p.id for p in self._knowledge.places if entity and p.entity == entity]
            self._city.mark_places(places)

    def _entity_of_place(self, place_id: str) -> str | None:
        return next((p.entity for p in self._knowledge.places if p.id == place_id), None)

    def _mark_place_in_text(self, place_id: str) -> None:
        entity = self._entity_of_place(place_id)
        if entity is not None:
            mentions = self._knowledge.mentions_of(entity)
            self.page.set_ranges("place", [(m.start, m.end) for m in mentions], _MENTION)
        else:
            self.page.set_ranges("place", (), _MENTION)

    def _open_place(self, place_id: str) -> None:
        entity = self._entity_of_place(place_id)
        if entity is None:
            self.open_subject(Subject.place(place_id))
            return
        self.open_entity(entity)
        mentions = self._current_mentions()
        if mentions:
            first, last = self.page.first_visible(), self.page.last_visible()
            if not any(first <= start <= last for start, _ in mentions):
                self.step_mention(1)

    # Find

    def open_find(self) -> None:
        """Show the find bar."""
        self.finding.open()

    def step_hit(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit."""
        self.finding.step(step)

    # What features build upon

    def add_escape(self, handler: Callable[[], bool]) -> None:
        """Ask ``handler`` at Esc, the newest first; it says whether it had something to close."""
        self._escapes.append(handler)

    def add_below(self, widget: QWidget) -> None:
        """A strip below the text, which F6 reaches too."""
        self._column.insertWidget(self._column.indexOf(self.find_bar), widget)
        self._below.append(widget)

    def cover_with(self, widget: QWidget) -> None:
        """Show ``widget`` in the place of the text, until :meth:`uncover`."""
        if self._cover is widget:
            return
        self.uncover()
        self._close_hover_card()
        self._cover = widget
        self._column.insertWidget(self._column.indexOf(self.page), widget, 1)
        self.page.hide()
        widget.show()
        widget.setFocus()
        self.covered.emit(widget)

    def uncover(self) -> None:
        """Show the text again; the keyboard stays where it is, unless it was with the cover."""
        cover, self._cover = self._cover, None
        if cover is None:
            return
        focus = self.focusWidget()
        had_keyboard = focus is None or focus is cover or cover.isAncestorOf(focus)
        cover.hide()
        self._column.removeWidget(cover)
        self.page.show()
        if had_keyboard:
            self.page.setFocus()
        self.covered.emit(None)

    @property
    def cover(self) -> QWidget | None:
        """What stands in the place of the text, if something does."""
        return self._cover

    def say(
        self, text: Words, action_text: Words = "", action: Callable[[], object] | None = None
    ) -> None:
        """A sentence above the text, with a button for what may be done about it.

        What makes the words is asked again when the language changes.
        """
        self.notice.tell(text, action_text, action)

    def _on_escape(self) -> None:
        if self._has_hover_card and self.hover_card.isVisible():
            self._close_hover_card()
        elif any(handler() for handler in reversed(self._escapes)):
            return
        elif self._shows_find_bar:
            self.find_bar.close_bar()
        elif self.tells_something:
            self.notice.close_notice()
        elif self._is_narrow() and self._drawer_open:
            self.toggle_panel()

    # Back and forward

    def depart(self, stop: Stop) -> None:
        """Keep ``stop`` as a place to come back to."""
        self._history.depart(stop)
        self._update_actions()

    def present(self) -> Stop:
        """Where the reader is, to come back to."""
        source = self.opening.source(self._knowledge)
        return Stop(self._open_now(), self.page.first_visible(), source)

    def go_back(self) -> None:
        """To where the reader was before the last card or jump."""
        present = self.present()
        self._return_to(self._history.back(present), present)

    def go_forward(self) -> None:
        """To where the reader was before going back."""
        present = self.present()
        self._return_to(self._history.forward(present), present)

    def _return_to(self, stop: Stop | None, present: Stop) -> None:
        if stop is None:
            return
        self._close_hover_card()
        if stop.source is not None and stop.source != present.source:
            self._is_returning = True
            try:
                is_open = self.opening.reopen(stop.source)
            finally:
                self._is_returning = False
            if not is_open:
                self._history.stay(present)
                self._update_actions()
                return
        if stop.subject is not None and self._writer.full(stop.subject):
            self._show_subject(stop.subject)
        else:
            self.panel.show_lists()
            self._on_list_shown()
        if stop.offset != self.page.first_visible():
            self.uncover()
        self.page.show_first(stop.offset)
        self._update_actions()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The buttons of a mouse for back and forward, wherever nothing else takes them."""
        if event.button() == Qt.MouseButton.BackButton:
            self.go_back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.go_forward()
        else:
            super().mousePressEvent(event)

    def go_to_top(self) -> None:
        """To the beginning of the text."""
        if self.page.first_visible() > 0:
            self._history.depart(self.present())
        self.uncover()
        self.page.show_first(0)
        self._update_actions()

    # Notes and dates beside the text

    def toggle_notes(self) -> None:
        """Show or hide the marks of the editor's notes."""
        self.preferences.set("notes", not self.preferences.is_on("notes"))

    def toggle_misprints(self) -> None:
        """Show or hide the marks under misprints."""
        self.preferences.set("misprints", not self.preferences.is_on("misprints"))

    def _show_notes(self) -> None:
        self.page.set_notes_shown(
            self._knowledge,
            doubts=self.preferences.is_on("notes"),
            misprints=self.preferences.is_on("misprints"),
        )

    def set_dates_beside(self, choice: str) -> None:
        """What stands beside a printed date: ``"none"``, ``"os"``, ``"ns"`` or ``"be"``."""
        self.preferences.set("dates", choice)

    def _show_dates_beside(self) -> None:
        reckoning = self.preferences.text("dates")
        texts = (
            []
            if reckoning == "none"
            else [
                (d.start, margin_date(d.os, d.ns, d.be, reckoning, self.language))
                for d in self._knowledge.dates
                if d.precision != "time"
            ]
        )
        self.page.set_margin_dates(MarginDate(start, text) for start, text in texts if text)

    # The panel

    def _is_narrow(self) -> bool:
        return self.width() < NARROW

    def panel_is_shown(self) -> bool:
        """Whether the panel is to be seen, beside the page or over it."""
        return self.panel.isVisibleTo(self)

    def toggle_panel(self) -> None:
        """Show or hide the side panel."""
        if self._is_narrow():
            self._drawer_open = not self._drawer_open
        else:
            self.preferences.set("panel", not self.preferences.is_on("panel"))
        self._place_panel()
        if not self.panel_is_shown():
            self.page.setFocus()

    def show_panel(self, shown: bool) -> None:
        """Show or hide the side panel, whatever the reader has chosen for other times."""
        if self.panel_is_shown() != shown:
            self.toggle_panel()

    def reveal_panel(self) -> None:
        """Let the side panel be seen."""
        if self._is_narrow():
            self._drawer_open = True
        else:
            self.preferences.set("panel", True)
        self._place_panel()

    def _place_panel(self) -> None:
        """Beside the page in a wide window, over it as a drawer in a narrow one."""
        narrow = self._is_narrow()
        beside = not narrow and self.preferences.is_on("panel")
        in_row = self._row.indexOf(self.panel) >= 0
        if narrow and in_row:
            self._row.removeWidget(self.panel)
        elif not narrow and not in_row:
            self.panel.setMaximumHeight(16777215)
            self._row.addWidget(self.panel)
        if narrow:
            self.panel.setVisible(self._drawer_open)
            self._place_drawer()
        else:
            self._drawer_open = False
            self.panel.setFixedWidth(max(PANEL_WIDTH, min(420, round(self.width() * 0.24))))
            self.panel.setVisible(beside)
        shown = self._drawer_open if narrow else beside
        self._panel_button.setChecked(shown)
        self.commands.check("panel", shown)

    def _place_drawer(self) -> None:
        area = self.centralWidget().rect()
        width = min(380, area.width() - 40)
        self.panel.setFixedWidth(width)
        height = area.height() - (self.find_bar.height() if self._shows_find_bar else 0)
        self.panel.setGeometry(area.width() - width, 0, width, height)
        self.panel.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._close_hover_card()
        self._place_panel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize)
        is_bar = watched is self.__dict__.get("find_bar")
        if is_bar and event.type() in kinds and self._is_narrow():
            self._place_drawer()  # the drawer leaves the find bar in sight
        return super().eventFilter(watched, event)

    def focus_next_part(self) -> None:
        """Page, panel, map, and round again."""
        parts: list[QWidget] = [self._cover or self.page]
        if self.panel_is_shown():
            parts.append(self.panel)
            if self._city is not None and self._city.isVisible():
                parts.append(self._city)
        parts += [widget for widget in self._below if widget.isVisible()]
        focus = self.focusWidget()
        current = next(
            (
                number
                for number in reversed(range(len(parts)))
                if focus is not None
                and (parts[number] is focus or parts[number].isAncestorOf(focus))
            ),
            -1,
        )
        following = parts[(current + 1) % len(parts)]
        self.page.leave_link()
        if following is self.panel:
            self.panel.take_focus()
        else:
            following.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Look and language

    def _on_preference(self, name: str, _value: object) -> None:
        acts: dict[str, Callable[[], object]] = {
            "language": self._apply_language,
            "theme": self._on_theme,
            "type_size": self.comfort.apply_type_size,
            "notes": self._show_notes,
            "misprints": self._show_notes,
            "dates": self._show_dates_beside,
            "panel": self._place_panel,
        }
        if name in acts:
            acts[name]()
            self._update_actions()

    def _on_type_size(self, points: float) -> None:
        # a size of the projector's is not the reader's own
        if not self.comfort.is_projecting:
            self.preferences.set("type_size", points)

    def use_usual_type(self) -> None:
        """The type in its first size."""
        self.preferences.set("type_size", SETTINGS["type_size"].default)
        self.comfort.apply_type_size()

    def set_theme_choice(self, choice: str) -> None:
        """``"system"`` or a theme's name."""
        self.preferences.set("theme", choice)

    def _on_theme(self) -> None:
        self._theme = self.appearance.theme_for(self.preferences.text("theme"))
        self._apply_theme()
        self.theme_changed.emit(self._theme)

    def _on_system_scheme(self) -> None:
        if self.preferences.text("theme") == "system":
            self._on_theme()

    def _apply_theme(self) -> None:
        theme = self._theme
        self.appearance.apply_theme(theme)
        self.page.set_theme(theme)
        self.panel.set_theme(theme, self.interface_size)
        if "notice" in self.__dict__:
            self.notice.set_theme(theme, self.interface_size)
        if self._has_hover_card:
            self.hover_card.set_theme(theme)
        if self._city is not None:
            self._city.set_theme(theme)

    @property
    def theme(self) -> Theme:
        """The colours in force."""
        return self._theme

    def set_language(self, language: str) -> None:
        """``"th"`` or ``"en"``, at once."""
        self.preferences.set("language", language)

    def _apply_language(self) -> None:
        self.appearance.apply_language(self.language)
        self.retranslate()
        self.language_changed.emit(self.language)

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self.preferences.text("language")

    @property
    def interface_size(self) -> float:
        """The type size of menus, panel and cards, in points."""
        return self.comfort.interface_size

    def set_type(self) -> None:
        """Take up another kind or size of type, in page, panel and cards."""
        self._close_hover_card()
        self._apply_theme()
        self.theme_changed.emit(self._theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._close_hover_card()

    def retranslate(self) -> None:
        """Put every word of the interface and the open card into the language in force."""
        self._close_hover_card()
        self.commands.retranslate()
        self._name_parts()
        bar = self.menuBar()
        # the bar looks at the width of its corner only when its own changes
        QGuiApplication.sendEvent(bar, QResizeEvent(bar.size(), bar.size()))
        self._made_writer = None
        self.panel.set_language(self._knowledge)
        self._show_notes()
        self._show_dates_beside()
        if self._city is not None:
            self._city.set_language(self.language)
        subject = self._open_now()
        if subject is not None:
            writer = self._writer
            self.panel.show_card(subject, self._whole_card(subject), writer.title(subject))
        self._update_title()
        self._update_actions()

    def _name_parts(self) -> None:
        """The words of menus, buttons and fields, whatever text is open."""
        self._panel_button.setText(self.tr("Side panel"))
        self._panel_button.setToolTip(self.tr("Show or hide the side panel (F9)"))
        self.page.retranslate()
        self.panel.retranslate(self.language)
        if "find_bar" in self.__dict__:
            self.find_bar.retranslate(self.language)
        if "notice" in self.__dict__:
            self.notice.retranslate()

    def _update_title(self) -> None:
        known = self._knowledge
        title = known.title_th if self.language == "th" else known.title_en
        self.setWindowTitle(f"{title} · {self.tr('Neva Reader')}")

    def _update_actions(self) -> None:
        commands, preferences = self.commands, self.preferences
        commands.enable("back", self._history.can_go_back)
        commands.enable("forward", self._history.can_go_forward)
        for name in ("notes", "misprints"):
            commands.check(name, preferences.is_on(name))
        for name in ("dates", "theme", "language"):
            commands.choose(name, preferences.text(name))

    def show_about(self) -> None:
        """The About box."""
        from reader.ui.about import About

        about = About(self._theme, self.interface_size, self._knowledge, self.language, self)
        self.language_changed.connect(about.retranslate)
        about.exec()
        about.deleteLater()

    # What is remembered

    def _restore_size(self) -> None:
        size, at = self.store.get("size", [1180, 780]), self.store.get("position", [])
        wanted = QSize(1180, 780)
        if isinstance(size, list) and len(size) == 2 and all(isinstance(v, int) for v in size):
            wanted = QSize(max(320, size[0]), max(240, size[1]))
        place = None
        if isinstance(at, list) and len(at) == 2 and all(isinstance(v, int) for v in at):
            rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
            place = place_again(QPoint(*at), wanted, rooms)
        if place is not None:
            self.resize(place.size())
            self.move(place.topLeft())
        else:
            screen = self.screen()
            self.resize(wanted.boundedTo(screen.availableGeometry().size()) if screen else wanted)
        self.setMinimumSize(320, 240)
        if self.store.get("maximised", False):
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _on_place_changed(self, offset: int) -> None:
        self.panel.set_offset(offset)
        self.place_changed.emit(offset)
        self._save_timer.start()

    def _save_place(self) -> None:
        self._save_timer.stop()
        self.store.put_place(self._knowledge.article.sha256, self.page.anchor())
        if self.store.trouble is not None and not self.tells_something:
            self._store_trouble_once()

    def _store_trouble_once(self) -> None:
        trouble, self.store.trouble = self.store.trouble, None
        if trouble is not None:
            self.tell(trouble)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        if self.is_finding_words:
            self._words.cancel()
        self._save_place()
        if not (self.isMaximized() or self.isFullScreen()):
            self.store.put("size", [self.width(), self.height()])
            self.store.put("position", [self.x(), self.y()])
        self.store.put("maximised", self.isMaximized())
        self.store.put("tab", self.panel.tab_shown)
        self.store.put("map_share", self.panel.map_share)
        self.store.close()
        super().closeEvent(event)
