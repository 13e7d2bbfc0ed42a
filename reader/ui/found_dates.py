"""The tab of dates that the program has found in a text without a package, in their sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.content.model import Passage
from reader.messages import sentence
from reader.text.article import Span
from reader.text.dates_found import FoundDate
from reader.text.digits import digits
from reader.text.search_excerpt import sentence_around
from reader.ui.search_list import Row, SearchList

if TYPE_CHECKING:
    from reader.ui.window import Window

TAB = "found-dates"
_MOST = 2000  # dates listed


class FoundDates(QObject):
    """Fills the tab, and goes to the date that is chosen."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._dates: Sequence[FoundDate] = ()
        self._list: SearchList | None = None
        window.panel.add_tab(TAB, lambda: self.tr("Dates"), self._make_list)
        window.theme_changed.connect(lambda _theme: self._restyle())
        window.language_changed.connect(lambda _language: self._fill())

    def show_dates(self, dates: Sequence[FoundDate]) -> None:
        """List ``dates``; without any the tab goes."""
        self._dates = dates[:_MOST]
        self._window.panel.set_tab_visible(TAB, bool(dates))
        self._fill()

    def _make_list(self) -> SearchList:
        made = self._list = SearchList(self._window.theme, self._window.interface_size)
        made.chosen.connect(self._open)
        self._fill()
        return made

    def _restyle(self) -> None:
        if self._list is not None:
            self._list.set_theme(self._window.theme, self._window.interface_size)

    def _fill(self) -> None:
        if self._list is not None:
            self._list.retranslate()
            self._list.setAccessibleName(self.tr("Dates found in this text"))
            heading = self.tr("Found automatically: {count}")
            count = digits(len(self._dates), self._window.language)
            rows = [Row("heading", heading.format(count=count))]
            rows += (self._row(date) for date in self._dates)
            self._list.show_rows(rows if self._dates else (), "")

    def _row(self, date: FoundDate) -> Row:
        known, language = self._window.knowledge, self._window.language
        text = known.article.text
        title = text[date.start : date.end]
        if date.be is not None and "พ.ศ." not in title:
            title += "  ·  " + sentence("date-be", language, be=digits(date.be, language))
        place = sentence_around(text, Span(date.start, date.end), known.breaks)
        span = Span(max(0, date.start - place.start), min(date.end, place.end) - place.start)
        return Row("hit", title, Passage(text[place.start : place.end]), (span,), date.start)

    def _open(self, row: Row) -> None:
        if isinstance(row.key, int):
            self._window.go_to(row.key)
