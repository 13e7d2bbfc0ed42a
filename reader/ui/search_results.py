"""What was found, as the rows of a side tab: hits in the text, then cards, notes, own notes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.content.model import Passage
from reader.content.search_passages import (
    CARD,
    NOTE,
    PassageHit,
    PassageSearch,
    Source,
    card_sources,
    note_sources,
)
from reader.text.article import Span
from reader.text.digits import digits
from reader.text.line_rules import Breaks
from reader.text.search import Query
from reader.text.search_excerpt import sentence_around
from reader.text.search_levels import FORGIVING
from reader.ui.search_list import Row, SearchList

if TYPE_CHECKING:
    from reader.content.knowledge import Knowledge
    from reader.ui.finding import Finding
    from reader.ui.window import Window

TAB = "search"
_PAUSE_MS = 60  # of typing
_AT_ONCE = 40
"""Hits that are listed before the reader asks for more."""


class SearchResults(QObject):
    """Fills the list, and goes where the reader chooses."""

    def __init__(self, window: Window, finding: Finding) -> None:
        super().__init__(window)
        self._window = window
        self._finding = finding
        self._knowledge: Knowledge | None = None
        self._list: SearchList | None = None
        self._listed = _AT_ONCE
        self._query = Query("")
        self._searches: dict[str, PassageSearch] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._add_passages)
        window.panel.add_tab(TAB, lambda: self.tr("Found"), self._make_list)
        window.panel.set_tab_visible(TAB, False)
        window.panel.tabs.currentChanged.connect(lambda _index: self.refresh())
        window.theme_changed.connect(self._on_theme)
        window.language_changed.connect(self._on_language)

    def set_knowledge(self, knowledge: Knowledge) -> None:
        """Another text is open."""
        self._knowledge = knowledge
        self._searches.clear()

    # The tab

    def _make_list(self) -> SearchList:
        made = self._list = SearchList(self._window.theme, self._window.interface_size)
        made.chosen.connect(self._open)
        made.escaped.connect(self._window.find_bar.close_bar)
        made.retranslate()
        return made

    def show(self) -> None:
        """Bring the tab to the front."""
        self._window.reveal_panel()
        self._window.word_meanings.set_aside(True)
        self._window.panel.show_tab(TAB)
        self.refresh()
        QTimer.singleShot(0, self, self._make_ready)

    def hide(self) -> None:
        """Take the tab away; what was found is forgotten."""
        panel = self._window.panel
        if self._list is not None:
            self._list.show_rows((), "")
            panel.set_tab_visible(TAB, False)
            self._window.word_meanings.set_aside(False)

    @property
    def widget(self) -> SearchList | None:
        """The widget, once it was shown."""
        return self._list

    @property
    def is_shown(self) -> bool:
        """Whether the list is on the screen."""
        return self._list is not None and self._list.isVisible()

    def _on_theme(self, theme: object) -> None:
        if self._list is not None:
            self._list.set_theme(self._window.theme, self._window.interface_size)

    def _on_language(self, _language: str) -> None:
        self._searches.clear()
        if self._list is not None:
            self._list.retranslate()
            self.refresh()
            if self._later.isActive():  # nobody is typing now
                self._later.stop()
                self._add_passages()

    # What is listed

    def refresh(self) -> None:
        """List what the search has found by now."""
        if self._list is None or not self.is_shown:
            return
        engine = self._finding.engine
        if engine.query != self._query:
            self._query, self._listed = engine.query, _AT_ONCE
        if engine.search is None:
            self._list.show_rows((), self.tr("Type what to look for in the bar below the text."))
            return
        self._list.show_rows(self._hit_rows(), "")
        self.set_current(self._finding.current)
        if engine.is_done:
            self._later.start()

    def _add_passages(self) -> None:
        """Cards and notes come when the typing pauses."""
        engine = self._finding.engine
        if self._list is None or not self.is_shown or engine.search is None:
            return
        self._list.add_rows(self._passage_rows(), self.tr("Nothing was found."))

    def lists(self, query: Query) -> bool:
        """Whether the list is that of ``query``; of a search that goes on it grows at its end."""
        return query == self._query and bool(self._list and self._list.model.rows())

    def set_current(self, number: int) -> None:
        """The reader stands on the hit ``number``."""
        if self.is_shown and self._list is not None:
            self._list.set_current(number)

    def elsewhere(self, query: Query) -> int:
        """How many cards and notes have the words of ``query``."""
        return sum(len(found) for _, found in self._found_elsewhere(query))

    def _hit_rows(self) -> list[Row]:
        engine, known = self._finding.engine, self._knowledge
        search = engine.search
        if search is None or known is None or not search.count:
            return []
        language = self._window.language
        count = digits(f"{search.count:,}", language)
        rows = [Row("heading", self.tr("In the text: {count}").format(count=count))]
        text, breaks, paragraphs = known.article.text, known.breaks, known.article
        for number, hit in enumerate(search.hits(0, self._listed)):
            place = sentence_around(text, hit, breaks)
            paragraph = digits(paragraphs.paragraph_at(hit.start) + 1, language)
            title = self.tr("Paragraph {number}").format(number=paragraph)
            passage = Passage(text[place.start : place.end], _breaks_between(breaks, place))
            span = Span(hit.start - place.start, hit.end - place.start)
            rows.append(Row("hit", title, passage, (span,), number))
        if search.count > self._listed:
            more = digits(f"{search.count - self._listed:,}", language)
            rows.append(Row("more", self.tr("Show more ({count} left)").format(count=more)))
        return rows

    def _passage_rows(self) -> list[Row]:
        rows = []
        for kind, found in self._found_elsewhere(self._finding.engine.query):
            if found:
                count = digits(len(found), self._window.language)
                rows.append(Row("heading", f"{self._heading(kind)}: {count}"))
                rows += [_passage_row(hit) for hit in found]
        return rows

    def _heading(self, kind: str) -> str:
        if kind == CARD:
            return self.tr("In definitions")
        if kind == NOTE:
            return self.tr("In the editor's notes")
        return self._finding.sources[kind].heading()

    def _found_elsewhere(self, query: Query) -> list[tuple[str, list[PassageHit]]]:
        meant = self._finding.engine.meant.entities
        found = [
            (CARD, self._passages(CARD).find(query, meant)),
            (NOTE, self._passages(NOTE).find(query)),
        ]
        for kind, own in self._finding.sources.items():
            sources = [
                Source(kind, key, title, Passage(text)) for key, title, text in own.passages()
            ]
            found.append((kind, PassageSearch(sources).find(query)))
        return found

    def _make_ready(self) -> None:
        """Read and fold cards and notes before there is anything to look for in them."""
        for kind in (CARD, NOTE):
            self._passages(kind).make_ready(FORGIVING)

    def _passages(self, kind: str) -> PassageSearch:
        if kind not in self._searches:
            known, language = self._knowledge, self._window.language
            sources: Sequence[Source] = ()
            if known is not None:
                make = card_sources if kind == CARD else note_sources
                sources = make(known, language)
            self._searches[kind] = PassageSearch(sources)
        return self._searches[kind]

    # Choosing

    def _open(self, row: Row) -> None:
        window = self._window
        if row.kind == "more":
            self._listed *= 2
            self.refresh()
        elif row.kind == "hit" and isinstance(row.key, int):
            search = self._finding.engine.search
            if search is not None:
                window.go_to(search.hit(row.key).start)
                self._finding.go_to_hit(row.key)
        elif isinstance(row.key, PassageHit):
            hit = row.key
            if hit.kind == CARD:
                window.open_entity(hit.key)
            elif hit.kind == NOTE:
                window.open_note(hit.key)
            else:
                self._finding.sources[hit.kind].open(hit.key)


def _passage_row(hit: PassageHit) -> Row:
    text = hit.passage.text
    first = hit.spans[0] if hit.spans else Span(0, 0)
    place = sentence_around(text, first, hit.passage.breaks)
    spans = tuple(
        Span(span.start - place.start, min(span.end, place.end) - place.start)
        for span in hit.spans
        if span.start < place.end
    )
    passage = Passage(text[place.start : place.end], _breaks_between(hit.passage.breaks, place))
    return Row("passage", hit.title, passage, spans, hit)


def _breaks_between(breaks: Breaks, place: Span) -> Breaks:
    start, end = place
    return Breaks(
        *(
            [b - start for b in level[bisect_right(level, start) : bisect_left(level, end)]]
            for level in breaks
        )
    )
