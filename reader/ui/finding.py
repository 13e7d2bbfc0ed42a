"""Finding words in the open text: the find bar, its hits on the page, and the way through them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reader.text.digits import digits
from reader.text.search_levels import FORGIVING, LOOSE
from reader.ui.ranges import Look

if TYPE_CHECKING:
    from reader.content.knowledge import Knowledge
    from reader.text.article import Span
    from reader.text.search import Query
    from reader.ui.history import Stop
    from reader.ui.search_engine import SearchEngine
    from reader.ui.search_help import Help, SearchHelp
    from reader.ui.search_results import SearchResults
    from reader.ui.search_source import OwnPassages
    from reader.ui.window import Window

_HIT = Look(ground="hit")
_HIT_CURRENT = Look(ground="hit_current", bar="accent")
_SHORT_TEXT = 100_000  # code points
"""Up to here all hits are marked on the page; in a longer text those in view."""
_REMEMBERED = 12
_FORMS_NAMED = 3
_LOOKED_AT_FOR_FORMS = 60
_HISTORY = "searches"


class Finding(QObject):
    """What the find bar does in its window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._help: SearchHelp | None = None
        self._helped: Help | None = None  # what is offered
        self._results: SearchResults | None = None
        self._hit = -1
        self._marked: list[Span] = []
        self._before: Stop | None = None
        self.sources: dict[str, OwnPassages] = {}
        bar = window.find_bar
        bar.typed.connect(self._on_typed)
        bar.options_changed.connect(self.search_again)
        bar.stepped.connect(self.step)
        bar.closed.connect(self._on_closed)
        bar.left.connect(self._on_left)
        bar.list_asked.connect(self.open_list)
        bar.history_cleared.connect(self._clear_history)
        window.knowledge_changed.connect(self._on_knowledge)
        window.place_changed.connect(self._on_place_changed)
        window.page.lines_moved.connect(self._mark_view)
        window.language_changed.connect(self._on_language)
        self._add_commands()

    def _add_commands(self) -> None:
        translate = QCoreApplication.translate
        add = self._window.commands.add
        add("edit", "find", lambda: translate("Window", "Find…"), self.open, "Ctrl+F")
        add(
            "edit", "find_list", lambda: translate("Window", "List everything found"),
            self.open_list, "Ctrl+Shift+F",
        )  # fmt: skip
        add(
            "edit", "find_next", lambda: translate("Window", "Find next"),
            lambda: self.step(1), "F3",
        )  # fmt: skip
        add(
            "edit", "find_previous", lambda: translate("Window", "Find previous"),
            lambda: self.step(-1), "Shift+F3",
        )  # fmt: skip

    def _on_knowledge(self, knowledge: Knowledge) -> None:
        self._marked = []
        if self._is_used:
            self.engine.set_knowledge(knowledge)
        self._hit = -1
        if self._results is not None:
            self._results.set_knowledge(knowledge)

    def _on_language(self, _language: str) -> None:
        if not self._window.find_bar.isVisible():
            return
        if self._helped is not None:
            self._say_help(self._helped)
        else:
            self._say()

    @cached_property
    def engine(self) -> SearchEngine:
        """What is being searched, and what was found; made when the bar is first opened."""
        from reader.ui.search_engine import SearchEngine

        engine = SearchEngine(self)
        engine.progressed.connect(self._on_progress)
        engine.set_knowledge(self._window.knowledge)
        return engine

    @property
    def _is_used(self) -> bool:
        return "engine" in self.__dict__

    @property
    def current(self) -> int:
        """The number (from 0) of the hit the reader stands on, -1 for none."""
        return self._hit

    def add_source(self, kind: str, source: OwnPassages) -> None:
        """Search other passages too, such as the reader's own notes; they are listed last."""
        self.sources[kind] = source

    # Opening and closing

    def open(self) -> None:
        """Show the find bar, with the selected words if some are selected."""
        window, bar = self._window, self._window.find_bar
        window.uncover()
        if not bar.isVisible():
            self._before = window.present()
            bar.set_history(self._remembered())
            self.engine.make_ready(FORGIVING)
        selected = window.page.selected_text()
        bar.open_bar(selected if len(selected.splitlines()) == 1 else "")

    def find(self, words: str) -> None:
        """Show the find bar and look for ``words``."""
        self.open()
        self._window.find_bar.words.setText(words)

    def open_list(self) -> None:
        """Show all hits with their sentences in the side panel."""
        if not self._window.find_bar.isVisible():
            self.open()
        self.results.show()

    @property
    def results(self) -> SearchResults:
        """The list of what was found; made when it is first asked for."""
        if self._results is None:
            from reader.ui.search_own import OWN, own_notes
            from reader.ui.search_results import SearchResults

            self.sources.setdefault(OWN, own_notes(self._window))
            self._results = SearchResults(self._window, self)
            self._results.set_knowledge(self._window.knowledge)
        return self._results

    def _on_closed(self) -> None:
        before = self._before
        self._end()
        if before is not None:
            self._window.page.show_first(before.offset)

    def _on_left(self) -> None:
        before = self._before
        if before is not None and self._hit >= 0:
            self._window.depart(before)
        self._end()

    def _end(self) -> None:
        self._remember()
        self._before = None
        self._hit = -1
        self.engine.stop()
        if self._help is not None:
            self._help.cancel()
        self._mark_hits()
        if self._results is not None:
            self._results.hide()
        self._window.page.setFocus()

    # Searching

    def _on_typed(self, words: str) -> None:
        if words.strip() != self.engine.query.words.strip():
            self._window.find_bar.forget_loose()
        self._search(words)

    def search_again(self) -> None:
        """Look for the same words, in the way that the bar says now."""
        bar = self._window.find_bar
        if bar.isVisible():
            self._search(bar.words.text())

    def _search(self, words: str) -> None:
        bar = self._window.find_bar
        if self._help is not None:
            self._help.cancel()
        self._hit = -1
        self.engine.take_up(self._window.knowledge)
        self.engine.start(words, bar.level, whole=bar.whole)
        self._on_progress()

    def _on_progress(self) -> None:
        engine = self.engine
        if self._hit < 0 and engine.count:
            self._choose_first()
        self._mark_hits()
        self._say()
        if self._results is not None and (engine.is_done or not self._results.lists(engine.query)):
            self._results.refresh()

    def _choose_first(self) -> None:
        """Stand on the first hit from where the reader was, or on the first one of all."""
        engine, page = self.engine, self._window.page
        assert engine.search is not None
        start = self._before.offset if self._before else page.first_visible()
        number = engine.search.number_at(start)
        if number >= engine.count:
            if not engine.is_done:
                return
            number = 0
        self._hit = number
        page.bring_into_view(engine.search.hit(number).start)

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit, round at the ends."""
        if not self._window.find_bar.isVisible():
            self.open()
            return
        if self.engine.count:
            self.go_to_hit((self._hit + step) % self.engine.count)

    def go_to_hit(self, number: int) -> None:
        """Stand on the hit ``number``, from 0."""
        search = self.engine.search
        if search is None or not 0 <= number < search.count:
            return
        self._remember()
        self._hit = number
        self._window.uncover()
        self._window.page.bring_into_view(search.hit(number).start)
        self._mark_hits()
        if self._results is not None:
            self._results.set_current(number)

    # Marking

    def _mark_hits(self) -> None:
        page, engine = self._window.page, self.engine
        current = []
        if engine.search is not None and self._hit >= 0:
            current = [engine.search.hit(self._hit)]
        self._mark_view(always=True)
        page.set_ranges("hit-current", current, _HIT_CURRENT)
        self._window.find_bar.set_place(self._hit + 1, engine.count, is_done=engine.is_done)

    def _on_place_changed(self, _offset: int) -> None:
        self._mark_view()

    def _mark_view(self, always: bool = False) -> None:
        if not self._is_used:
            return
        page, engine = self._window.page, self.engine
        search = engine.search
        if search is None:
            if always:
                page.set_ranges("hits", (), _HIT)
                self._marked = []
        elif self._window.knowledge.article.length <= _SHORT_TEXT:
            if always:
                page.set_ranges("hits", search.hits(0, engine.count), _HIT)
        else:
            first, last = page.first_visible(), page.last_visible()
            room = max(400, last - first)
            hits = search.between(first - room, last + room)
            if hits != self._marked:
                page.set_ranges("hits", hits, _HIT)
            self._marked = hits

    # What is said

    def _say(self) -> None:
        bar, engine = self._window.find_bar, self.engine
        self._helped = None
        if engine.search is None or not engine.is_done:
            bar.say("")
        elif engine.count:
            bar.say(self._printed_forms())
        else:
            bar.say("")
            self._ask_for_help()

    def _ask_for_help(self) -> None:
        if self._help is None:
            from reader.ui.search_help import SearchHelp

            self._help = SearchHelp(self.engine)
            self._help.found.connect(self._say_help)
        self._help.ask(self.engine.query)

    def _printed_forms(self) -> str:
        """In which other forms the name that was typed is printed here, "" for none."""
        from reader.text.search_folding import folded_words

        engine = self.engine
        if engine.search is None or not (engine.meant.entities or engine.year):
            return ""
        text, level = self._window.knowledge.article.text, engine.query.level
        typed = folded_words(engine.query.words, level)
        forms: dict[str, None] = {}
        is_also = False
        for hit in engine.search.hits(0, _LOOKED_AT_FOR_FORMS):
            form = text[hit.start : hit.end]
            if folded_words(form, level) == typed:
                is_also = True
            else:
                forms[form] = None
        if not forms:
            return ""
        named = " · ".join(list(forms)[:_FORMS_NAMED]) + (" …" if len(forms) > _FORMS_NAMED else "")
        if engine.year is not None:
            said = self.tr("This year is printed here as: {forms}")
        elif not engine.meant.is_sure:
            said = self.tr("Not found as typed. A name close to it: {forms}")
        elif is_also:
            said = self.tr("Also printed here as: {forms}")
        else:
            said = self.tr("Printed here as: {forms}")
        return said.format(forms=named)

    def _say_help(self, found: Help) -> None:
        bar, query = self._window.find_bar, found.query
        if self.engine.count or not bar.isVisible():
            return
        self._helped = found
        count = digits(found.hits, self._window.language)
        if found.kind == "loose":
            hint = self.tr("Letters of one sound taken as alike: {count} found.")
            button = self.tr("Search more loosely")
        elif found.kind == "forgiving":
            hint = self.tr("Marks, digits and spaces disregarded: {count} found.")
            button = self.tr("Search so")
        elif found.kind == "parts":
            hint = self.tr("Parts of words included: {count} found.")
            button = self.tr("Find parts of words")
        elif found.kind == "keyboard":
            hint = self.tr("In the other keyboard language, “{words}”: {count} found.")
            button = self.tr("Search for that")
        else:
            elsewhere = self.results.elsewhere(self.engine.query)
            if elsewhere:
                hint = self.tr("Not in the text. In definitions and notes: {count}.")
                count = digits(elsewhere, self._window.language)
                bar.say(hint.format(count=count), self.tr("Show them"), self.open_list)
                return
            bar.say(self.tr("Try fewer letters, or a single word."))
            return
        bar.say(
            hint.format(count=count, words=query.words),
            button,
            lambda: self._search_instead(query),
        )

    def _search_instead(self, query: Query) -> None:
        bar = self._window.find_bar
        if query.words.strip() != bar.words.text().strip():
            bar.words.setText(query.words)
        bar.set_options(level=query.level, whole=query.whole)
        if query.level == LOOSE:
            bar.words.setFocus()

    # Words looked for before

    def _remembered(self) -> list[str]:
        kept = self._window.store.get(_HISTORY, [])
        return [str(words) for words in kept][:_REMEMBERED] if isinstance(kept, list) else []

    def _remember(self) -> None:
        words = self.engine.query.words.strip()
        if not words or not self.engine.count:
            return
        kept = self._remembered()
        if kept[:1] != [words]:
            kept = [words, *(other for other in kept if other != words)][:_REMEMBERED]
            self._window.store.put(_HISTORY, kept)
            self._window.find_bar.set_history(kept)

    def _clear_history(self) -> None:
        self._window.store.put(_HISTORY, [])
        self._window.find_bar.set_history([])
