"""Words: the meaning of any word of the text, where else it stands, and the reader's glossaries."""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from reader.errors import ReaderError
from reader.ui.ranges import Look

if TYPE_CHECKING:
    from reader.content.knowledge import Knowledge
    from reader.desk.glossary import Glossaries, Glossary
    from reader.text.article import Span
    from reader.text.word_lookup import Found, WordLookup
    from reader.ui.search_engine import SearchEngine
    from reader.ui.window import Window
    from reader.ui.word_card import WordCard
    from reader.ui.word_text import Known

TAB = "word"
_LONGEST = 80  # code points of what is taken for a word
_WORD = Look(ground="mention")
_WORD_CURRENT = Look(ground="mention_current", bar="accent")


class WordMeanings(QObject):
    """What a window does when a word is asked about; all of it is made at the first word."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._card: WordCard | None = None
        self._lookup: WordLookup | None = None
        self._engine: SearchEngine | None = None
        self._glossaries: Glossaries | None = None
        self._found: Found | None = None
        self._place = -1  # the offset of the word that the reader asked about or stepped to
        self._has_tab = False
        page = window.page
        page.double_clicked.connect(self._on_double_click)
        page.context_menu_asked.connect(self._fill_menu)
        window.knowledge_changed.connect(self._on_knowledge)
        window.theme_changed.connect(self._on_theme)
        window.language_changed.connect(self._on_language)
        window.closing.connect(self._close)
        window.subject_opened.connect(lambda _subject: self._unmark())
        add = window.commands.add
        add("tools", "word", lambda: self.tr("Meaning of the word"), self.ask, "F2", "Ctrl+D")
        add("tools", "glossaries", lambda: self.tr("My glossaries"), self.show_glossaries)
        add(
            "tools", "glossary-import", lambda: self.tr("Import a glossary (CSV)…"),
            self.ask_and_import,
        )  # fmt: skip

    # Asking

    def ask(self) -> None:
        """Show the meaning of the selected words, or a field for any word."""
        start, end = self._window.page.selected_offsets()
        if start < end:
            self.look_up(self._text[start:end], start)
        else:
            self._show("")
            self.card.field.setFocus()
            self.card.field.selectAll()

    def look_up(self, word: str, place: int = -1) -> None:
        """Show what is known of ``word``; place: its offset, if it was asked about in the text."""
        self._place = place
        self._show(word[:_LONGEST])

    def word_at(self, offset: int) -> Span | None:
        """The name or the word that stands at ``offset``."""
        from reader.text.article import Span
        from reader.text.search import WordEdges
        from reader.text.word_span import word_at

        known = self._window.knowledge
        slot = bisect_right(known.mentions, offset, key=lambda mention: mention.start) - 1
        if slot >= 0 and offset < known.mentions[slot].end:
            return Span(known.mentions[slot].start, known.mentions[slot].end)
        return word_at(self._text, offset, WordEdges(self._text, known.breaks))

    def _on_double_click(self, offset: int) -> None:
        word = self.word_at(offset)
        if word is not None:
            self._window.page.select_offsets(*word)
            self.look_up(self._text[word.start : word.end], word.start)

    def _fill_menu(self, menu: QMenu, offset: int) -> None:
        start, end = self._window.page.selected_offsets()
        selected = start < end and not self._text[start:end].isspace()
        word = None if selected or offset < 0 else self.word_at(offset)
        if selected:
            place, words = start, self._text[start:end]
        elif word is not None:
            place, words = word.start, self._text[word.start : word.end]
        else:
            return
        action = menu.addAction(self.tr("Meaning of the word"))
        action.triggered.connect(lambda: self.look_up(words, place))

    @property
    def _text(self) -> str:
        return self._window.knowledge.article.text

    # What is made when it is needed

    @property
    def card(self) -> WordCard:
        """The card, in its side tab."""
        if not self._has_tab:
            self._has_tab = True
            self._window.panel.add_tab(TAB, lambda: self.tr("Word"), self._make_card)
            self._window.panel.tabs.currentChanged.connect(self._on_tab)
        if self._card is None:
            self._window.panel.show_tab(TAB)
        assert self._card is not None
        return self._card

    def set_aside(self, aside: bool) -> None:
        """Take the tab away while another one needs the room, or put it back."""
        if self._has_tab:
            self._window.panel.set_tab_visible(TAB, not aside)

    def _make_card(self) -> WordCard:
        from reader.ui.word_card import WordCard

        card = self._card = WordCard(self._window.theme, self._window.interface_size)
        card.asked.connect(self.look_up)
        card.followed.connect(self._follow)
        card.escaped.connect(self._window.page.setFocus)
        card.retranslate()
        return card

    @property
    def glossaries(self) -> Glossaries:
        """The reader's own."""
        if self._glossaries is None:
            from reader.desk.glossary import Glossaries
            from reader.text.display import shown_name
            from reader.text.encodings import decode

            self._glossaries = Glossaries(self._window.store.folder, decode, shown_name)
        return self._glossaries

    def _look(self, word: str) -> Found:
        if self._lookup is None:
            from reader.text.word_lookup import WordLookup

            self._lookup = WordLookup()
        return self._lookup.look_up(word)

    @property
    def engine(self) -> SearchEngine:
        """Finds the same word elsewhere."""
        if self._engine is None:
            from reader.ui.search_engine import SearchEngine

            self._engine = SearchEngine(self)
            self._engine.progressed.connect(self._write)
            self._engine.set_knowledge(self._window.knowledge)
        return self._engine

    # Showing

    def _show(self, word: str) -> None:
        from reader.text.search_levels import FORGIVING

        window = self._window
        self._found = self._look(word) if word.strip() else None
        window.reveal_panel()
        if self._card is not None:
            window.panel.show_tab(TAB)
        card = self.card
        if self._found is not None and self._found.word:
            self.engine.take_up(window.knowledge)
            whole = any(window.knowledge.breaks)
            self.engine.start(self._found.word, FORGIVING, whole=whole)
        else:
            self._found = None
            self.engine.stop()
        self._write(is_new=True)
        self._mark()
        if not card.isVisible():
            window.panel.show_tab(TAB)

    def _write(self, is_new: bool = False) -> None:
        from reader.ui.word_text import InText, empty_paragraphs, word_paragraphs

        if self._card is None:
            return
        language = self._window.language
        if self._found is None:
            typed = self._card.field.text()
            paragraphs = empty_paragraphs(self.glossaries.all(), language)
            self._card.show_paragraphs("" if is_new else typed, paragraphs, is_new=is_new)
            return
        engine = self.engine
        in_text = InText(engine.count, engine.is_done, self._number() + 1)
        word = self._found.word
        own = self.glossaries.meanings(word)
        paragraphs = word_paragraphs(self._found, own, self._known(), in_text, language)
        self._card.show_paragraphs(word, paragraphs, is_new=is_new)

    def _known(self) -> Known | None:
        """The card that this text has of the word."""
        from reader.ui.word_text import Known

        known, language = self._window.knowledge, self._window.language
        entity = next(
            (m.entity for m in known.mentions if m.start <= self._place < m.end),
            next(iter(self.engine.meant.entities), None),
        )
        if entity is None or entity not in known.entities:
            return None
        card = known.details.cards.get(entity)
        short = card.text(language).short if card else None
        return Known(entity, known.entities[entity].name(language), short)

    # The same word elsewhere

    def _number(self) -> int:
        search = self.engine.search
        if search is None or self._place < 0:
            return -1
        number = search.number_at(self._place)
        is_there = number < search.count and search.hit(number).start <= self._place
        return number if is_there else -1

    def step(self, step: int) -> None:
        """Go to the same word further on (1) or before (-1), round at the ends."""
        search, window = self.engine.search, self._window
        if search is None or not search.count:
            return
        number = self._number()
        if number < 0:
            number = search.number_at(window.page.first_visible()) - (step > 0)
        hit = search.hit((number + step) % search.count)
        self._place = hit.start
        window.depart(window.present())
        window.uncover()
        window.page.bring_into_view(hit.start)
        self._write()
        self._mark()

    def _mark(self) -> None:
        page, search = self._window.page, self.engine.search
        hits = (
            search.between(page.first_visible() - 4000, page.last_visible() + 4000)
            if search
            else []
        )
        number = self._number()
        current = [search.hit(number)] if search is not None and number >= 0 else []
        page.set_ranges("word", hits if self._found is not None else [], _WORD)
        page.set_ranges("word-current", current, _WORD_CURRENT)

    def _on_tab(self, _index: int) -> None:
        if self._card is not None and not self._card.isVisible():
            self._unmark()

    def _unmark(self) -> None:
        if self._card is None:
            return
        for layer in ("word", "word-current"):
            self._window.page.set_ranges(layer, (), _WORD)

    def _follow(self, address: str) -> None:
        from reader.ui.card_text import ENTITY_LINK
        from reader.ui.word_text import DO_LINK, REMOVE_LINK, WORD_LINK

        if address.startswith(WORD_LINK):
            self.look_up(address.removeprefix(WORD_LINK))
        elif address.startswith(ENTITY_LINK):
            self._window.open_entity(address.removeprefix(ENTITY_LINK))
        elif address.startswith(REMOVE_LINK):
            self.remove_glossary(address.removeprefix(REMOVE_LINK))
        elif address.startswith(DO_LINK):
            word = self._found.word if self._found else ""
            {
                "next": lambda: self.step(1),
                "previous": lambda: self.step(-1),
                "list": lambda: self._list(word),
                "import": self.ask_and_import,
            }[address.removeprefix(DO_LINK)]()

    def _list(self, word: str) -> None:
        self._unmark()
        self._window.finding.find(word)
        self._window.finding.open_list()

    # Glossaries

    def show_glossaries(self) -> None:
        """List the reader's glossaries."""
        self._place = -1
        self._show("")

    def ask_and_import(self) -> None:
        """Let the reader choose a CSV file."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import a glossary"),
            "",
            self.tr("Glossaries (*.csv *.tsv *.txt);;All files (*)"),
        )
        if name:
            self.import_glossary(Path(name))

    def import_glossary(self, path: Path) -> bool:
        """Import a CSV file; what is wrong with it is told. Whether it was imported."""
        window = self._window
        try:
            glossary, before = self.glossaries.add(path)
        except ReaderError as error:
            window.tell(error)
            return False
        from reader.text.display import shown_name

        def said() -> str:
            sentence = self.tr("The glossary “{name}” was imported.")
            return sentence.format(name=shown_name(glossary.name))

        def undo() -> None:
            if before is None:
                self._undo_import(glossary.name)
            else:
                self._put_back(before)

        window.say(said, lambda: self.tr("Undo"), undo)
        self._after_change()
        return True

    def remove_glossary(self, name: str) -> None:
        """Take a glossary away, with a way to undo it."""
        window = self._window
        try:
            removed = self.glossaries.remove(name)
        except KeyError:
            return
        except ReaderError as error:
            window.tell(error)
            return
        from reader.text.display import shown_name

        window.say(
            lambda: self.tr("The glossary “{name}” was removed.").format(name=shown_name(name)),
            lambda: self.tr("Undo"),
            lambda: self._put_back(removed),
        )
        self._after_change()

    def _undo_import(self, name: str) -> None:
        try:
            self.glossaries.remove(name)
        except (KeyError, ReaderError):
            return
        self._after_change()

    def _put_back(self, glossary: Glossary) -> None:
        try:
            self.glossaries.put_back(glossary)
        except ReaderError as error:
            self._window.tell(error)
        self._after_change()

    def _after_change(self) -> None:
        if self._card is None or not self._card.isVisible():
            self.show_glossaries()
        else:
            self._write()

    # The window

    def _on_knowledge(self, knowledge: Knowledge) -> None:
        self._found, self._place = None, -1
        if self._engine is not None:
            self._engine.set_knowledge(knowledge)
            self._write(is_new=True)

    def _on_theme(self, _theme: object) -> None:
        if self._card is not None:
            self._card.set_theme(self._window.theme, self._window.interface_size)

    def _on_language(self, _language: str) -> None:
        if self._card is not None:
            self._card.retranslate()
            self._write()

    def _close(self) -> None:
        if self._lookup is not None:
            self._lookup.close()
            self._lookup = None
