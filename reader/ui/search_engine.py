"""One search at a time in the open text, in slices: typing, scrolling and painting come between."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.content.knowledge import Knowledge
from reader.content.search_names import Meant, NameSearch
from reader.text.article import Span
from reader.text.digits import arabic_digits
from reader.text.search import Query, SearchText, TextSearch, WordEdges
from reader.text.search_levels import EXACT
from reader.text.search_years import OtherYear, in_other_era

_FIRST_SLICE = 0.016  # seconds that a key may take before the window is painted
_SLICE = 0.012
_TELL_EVERY = 0.1


class _Way(NamedTuple):
    """One way of looking for what was typed."""

    query: Query
    meant: Meant = Meant()
    year: OtherYear | None = None
    spans: tuple[Span, ...] = ()


def _dates_of(known: Knowledge, year: OtherYear) -> tuple[Span, ...]:
    """The printed dates that fall in the year typed, where the two eras begin in other months."""
    if year.is_buddhist or not year.is_alone:
        return ()
    after = str(year.year + 1)
    text = known.article.text
    return tuple(
        Span(date.start, date.end)
        for date in known.dates
        if date.be == year.typed and after in arabic_digits(text[date.start : date.end])
    )


class SearchEngine(QObject):
    """``progressed``: more hits are known, or that there are no more."""

    progressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._knowledge: Knowledge | None = None
        self._text: SearchText | None = None
        self._names: NameSearch | None = None
        self._ready_for = ""
        self._told = 0.0
        self.query = Query("")
        self.meant = Meant()
        self.year: OtherYear | None = None  # of the other era, if the one that was typed stands so
        self.search: TextSearch | None = None
        self._others: Iterator[_Way] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def set_knowledge(self, knowledge: Knowledge) -> None:
        """Search another text from now on."""
        self._knowledge = knowledge
        self._names = None
        self.stop()

    def take_up(self, knowledge: Knowledge) -> None:
        """More may be known of the text than when it was opened: words and names found later."""
        if knowledge is not self._knowledge:
            self._knowledge = knowledge
            self._names = None

    def stop(self) -> None:
        """Forget the search and what was made ready for it."""
        self._timer.stop()
        self._ready_for = ""
        self._text = None
        self._forget()

    def _forget(self) -> None:
        self.search, self.query, self.meant, self.year = None, Query(""), Meant(), None
        self._others = iter(())

    def make_ready(self, level: str) -> None:
        """Have the text folded while nothing else is to be done: the first key is then as quick."""
        self._ready_for = level
        self._timer.start(0)

    @property
    def count(self) -> int:
        """How many hits are known."""
        return self.search.count if self.search else 0

    @property
    def is_done(self) -> bool:
        """Whether the whole text has been searched."""
        return self.search is None or self.search.is_done

    def start(self, words: str, level: str, *, whole: bool) -> None:
        """Look for ``words``; what a few milliseconds do not find follows with ``progressed``."""
        known = self._knowledge
        if known is None or not words.strip():
            self._forget()
            return
        meant = self._named(known, words, level)
        query = Query(words, level, whole, meant.forms)
        self._others = self._other_ways(known, query)
        self._begin(known, _Way(query, meant))
        self._run(_FIRST_SLICE)

    def trial(self, query: Query) -> TextSearch | None:
        """Another search of the same text, run by whoever asks; None if no text is open."""
        if self._knowledge is None:
            return None
        known, text = self._knowledge, self._knowledge.article.text
        meant = self._named(known, query.words, query.level)
        query = query._replace(also=meant.forms)
        return TextSearch(SearchText(text), query, WordEdges(text, known.breaks), meant.spans)

    def _named(self, known: Knowledge, words: str, level: str, *, beginning: bool = False) -> Meant:
        if level == EXACT or not known.entities:
            return Meant()
        return self._names_of(known).meant(words, level, beginning=beginning)

    def _names_of(self, known: Knowledge) -> NameSearch:
        if self._names is None:
            self._names = NameSearch(known)
        return self._names

    def _other_ways(self, known: Knowledge, query: Query) -> Iterator[_Way]:
        """What else the words of ``query`` may stand for, to be tried in turn while nothing is
        found; at last as they were typed."""
        if query.level == EXACT:
            return
        words, level = query.words, query.level
        plain = query._replace(also=())
        if known.entities:
            begun = self._named(known, words, level, beginning=True)
            if begun.entities:  # the beginning of a name that the text prints in another form
                yield _Way(query._replace(also=begun.forms), begun)
        year = in_other_era(words)
        if year is not None:
            # of a longer number it would be a part
            yield _Way(plain._replace(whole=year.is_alone or query.whole, also=year.words),
                       year=year, spans=_dates_of(known, year))  # fmt: skip
        elif known.entities:
            near = self._names_of(known).near(words)
            if near.entities:
                yield _Way(query._replace(also=near.forms), near)
        yield _Way(plain)

    def _begin(self, known: Knowledge, way: _Way) -> None:
        if self._text is None:
            self._text = SearchText(known.article.text)
        self.query, self.meant, self.year = way.query, way.meant, way.year
        edges = WordEdges(known.article.text, known.breaks)
        self.search = TextSearch(self._text, way.query, edges, [*way.meant.spans, *way.spans])

    def _run(self, seconds: float) -> None:
        known = self._knowledge
        while self.search is not None and known is not None:
            if not self.search.run(time.perf_counter() + seconds):
                self._timer.start(0)
                return
            is_found = self.search.count or self.meant.entities
            other = None if is_found else next(self._others, None)
            if other is None:
                self._timer.stop()
                return
            self._begin(known, other)

    def _go_on(self) -> None:
        if self.search is not None and not self.search.is_done:
            self._run(_SLICE)
            now = time.perf_counter()
            if self.is_done or now >= self._told + _TELL_EVERY:
                self._told = now
                self.progressed.emit()
        elif self._ready_for and self._knowledge is not None:
            if self._text is None:
                self._text = SearchText(self._knowledge.article.text)
            if self._text.make_ready(self._ready_for, time.perf_counter() + _SLICE):
                if self._knowledge.entities:
                    self._names_of(self._knowledge).make_ready(self._ready_for)
                self._ready_for = ""
        else:
            self._timer.stop()
