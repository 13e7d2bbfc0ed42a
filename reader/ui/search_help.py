"""What may help where nothing was found: tried out first, so that no advice leads nowhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.text.search import Query, TextSearch
from reader.text.search_keyboard import in_other_layout
from reader.text.search_levels import EXACT, FORGIVING, LOOSE
from reader.ui.search_engine import SearchEngine

_PAUSE_MS = 250  # of typing
_SLICE = 0.008  # seconds


class Help(NamedTuple):
    """What is found in another way.

    kind: ``parts`` of words too, ``forgiving``, ``keyboard`` in the other language, ``loose``, or
    ``shorter`` where no way helps. query: what to look for instead. hits: how many there are.
    """

    kind: str
    query: Query
    hits: int = 0


class SearchHelp(QObject):
    """Tries other ways of searching when the typing pauses. ``found``: a Help."""

    found = Signal(object)

    def __init__(self, engine: SearchEngine) -> None:
        super().__init__(engine)
        self._engine = engine
        self._trials: Iterator[tuple[str, Query]] = iter(())
        self._trial: tuple[str, Query, TextSearch] | None = None
        self._query = Query("")
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def ask(self, query: Query) -> None:
        """Nothing was found for ``query``."""
        self._query = query._replace(also=())
        self._trials = iter(_other_ways(self._query))
        self._trial = None
        self._timer.start(_PAUSE_MS)

    def cancel(self) -> None:
        """The question is no longer asked."""
        self._timer.stop()
        self._trial = None

    def _go_on(self) -> None:
        self._timer.setInterval(0)
        if self._trial is None and not self._next_trial():
            self._timer.stop()
            self.found.emit(Help("shorter", self._query))
            return
        assert self._trial is not None
        kind, query, search = self._trial
        if search.run(time.perf_counter() + _SLICE):
            self._trial = None
            if search.count:
                self._timer.stop()
                self.found.emit(Help(kind, query, search.count))

    def _next_trial(self) -> bool:
        for kind, query in self._trials:
            search = self._engine.trial(query)
            if search is not None:
                self._trial = (kind, query, search)
                return True
        return False


def _other_ways(query: Query) -> Iterator[tuple[str, Query]]:
    if query.level == EXACT:
        yield "forgiving", query._replace(level=FORGIVING)
    if query.whole:
        yield "parts", query._replace(whole=False)
    others = in_other_layout(query.words)
    if others:
        yield "keyboard", Query(others)
    if query.level != LOOSE:
        yield "loose", Query(query.words, LOOSE)
