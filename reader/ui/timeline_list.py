"""The events of a text as a list: by day where a day has many, with hours; months otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.content.date_format import format_date, format_one, margin_date
from reader.content.datestring import buddhist_year_of
from reader.content.model import Event, Passage
from reader.messages import sentence
from reader.ui.hour_words import time_text
from reader.ui.theme import Theme, text_font
from reader.ui.tool_tip import plain_tip

_MANY = 3
"""A day with so many events has a heading of its own, and its events show their hours."""
_SMALL = 0.92
"""The type of dates and hours, in that of the events."""
Index = QModelIndex | QPersistentModelIndex


def when_text(event: Event, language: str) -> str:
    """The hour of ``event``, or the part of the day; "" if neither is known."""
    if event.time:
        return time_text(event.time, language)
    return sentence(f"daypart-{event.part}", language) if event.part else ""


def days_text(event: Event, language: str) -> str:
    """The day or days of ``event``, Old Style first, the New Style in brackets, short."""
    new = margin_date(event.os, event.ns, 0, "ns", language)
    if event.os is None:
        return new
    return f"{margin_date(event.os, event.ns, 0, 'os', language)} ({new})"


class TimelineModel(QAbstractListModel):
    """Events under headings, which are strings."""

    def __init__(self) -> None:
        super().__init__()
        self.language = "th"
        self._rows: list[Event | str] = []
        self._dense: set[str] = set()
        self.lit: frozenset[str] = frozenset()
        """Ids of the events that concern what is open in the panel."""

    def set_events(self, events: Sequence[Event], language: str) -> None:
        """List ``events``, which are in order."""
        self.beginResetModel()
        self.language = language
        days = [event.ns for event in events]
        self._dense = {day for day in days if len(day) == 10 and days.count(day) >= _MANY}
        self._rows = []
        for heading, group in groupby(events, key=self._heading):
            self._rows += [heading, *group]
        self.endResetModel()

    def _heading(self, event: Event) -> str:
        if event.ns in self._dense:
            return format_date(event.os, event.ns, buddhist_year_of(event.ns), self.language)
        return format_one((event.os or event.ns).partition("/")[0][:7], self.language)

    def set_lit(self, events: Iterable[str]) -> None:
        """Mark exactly these events."""
        self.lit = frozenset(events)
        self.dataChanged.emit(self.index(0), self.index(max(0, len(self._rows) - 1)))

    def event_at(self, index: Index) -> Event | None:
        """The event of a row; None for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Event) else None

    def row_of(self, event: str) -> int:
        """The row of an event, -1 if it is not there."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Event) and row.id == event:
                return number
        return -1

    def events(self) -> list[Event]:
        """All events, in order."""
        return [row for row in self._rows if isinstance(row, Event)]

    def when(self, event: Event) -> str:
        """What stands before an event: its hour under a day, its days under a month."""
        if event.ns in self._dense:
            return when_text(event, self.language)
        return days_text(event, self.language)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.event_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text(self.language).text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.text(self.language).text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (days_text(row, self.language), when_text(row, self.language))
            return ", ".join([*filter(None, parts), row.text(self.language).text])
        return None


class TimelineDelegate(QStyledItemDelegate):
    """Draws a row: when, then what, in as many lines as that takes up to two."""

    def __init__(self, theme: Theme, model: TimelineModel, view: QListView) -> None:
        super().__init__(view)
        self.theme = theme
        self.base_size = 11.0
        self._model = model
        self._view = view

    def _em(self) -> int:
        return round(self.base_size * 4 / 3)

    def _when_width(self) -> int:
        return min(round(self._em() * 8.2), self._view.viewport().width() * 2 // 5)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        event = self._model.event_at(index)
        if event is None:
            return QSize(120, round(self._em() * 2.0))
        room = self._room(self._view.viewport().width())
        lines = len(_lines(event.text(self._model.language), self._metrics(), room))
        lines = max(lines, len(self._when_lines(event)))
        return QSize(120, round(self._em() * (0.5 + 1.5 * lines)))

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(text_font(self.base_size))

    def _when_lines(self, event: Event) -> list[str]:
        """When it was; the New Style has a line of its own where one is not enough."""
        when = self._model.when(event)
        metrics = QFontMetricsF(text_font(self.base_size * _SMALL))
        if metrics.horizontalAdvance(when) <= self._when_width() - 8:
            return [when]
        old, bracket, new = when.partition(" (")
        return [old, f"({new}"] if bracket else [when]

    def cut_when(self, event: Event) -> list[str]:
        """What is written of them, cut where there is no room."""
        metrics, room = QFontMetricsF(text_font(self.base_size * _SMALL)), self._when_width() - 8
        elide = Qt.TextElideMode.ElideRight
        return [metrics.elidedText(line, elide, room) for line in self._when_lines(event)]

    def _room(self, width: int) -> int:
        """What a row of that width leaves for the words of its event."""
        return width - self._when_width() - 2 * (self._em() // 2) - 4

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        area: QRect = option.rect  # type: ignore[attr-defined]
        event = self._model.event_at(index)
        if event is None:
            self._paint_heading(painter, area, str(index.data()))
        else:
            state = option.state  # type: ignore[attr-defined]
            self._paint_event(painter, area, event, state)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, text: str) -> None:
        painter.setFont(text_font(self.base_size * 0.95, bold=True))
        painter.setPen(self.theme.color("muted"))
        inner = area.adjusted(self._em() // 2, 0, -self._em() // 2, -3)
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, flags, _cut(painter, text, inner.width()))
        painter.setPen(self.theme.color("rule"))
        painter.drawLine(inner.left(), area.bottom(), inner.right(), area.bottom())

    def _paint_event(self, painter: QPainter, area: QRect, event: Event, state: Any) -> None:
        theme, em, flag = self.theme, self._em(), QStyle.StateFlag
        selected = bool(state & flag.State_Selected)
        lit = event.id in self._model.lit
        if selected:
            painter.fillRect(area, theme.color("selection"))
        elif lit:
            painter.fillRect(area, theme.color("mention"))
        elif state & flag.State_MouseOver:
            painter.fillRect(area, theme.color("paper"))
        if lit:
            painter.fillRect(area.left(), area.top(), 4, area.height(), theme.color("accent"))
        if state & flag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        ink = theme.color("selection_ink" if selected else "ink")
        left = area.left() + em // 2 + 4
        top, pitch = area.top() + round(0.25 * em), round(1.5 * em)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(text_font(self.base_size * _SMALL))
        painter.setPen(ink if selected else theme.color("muted"))
        for number, line in enumerate(self.cut_when(event)):
            when = QRect(left, top + number * pitch, self._when_width() - 8, pitch)
            painter.drawText(when, flags, line)
        painter.setFont(text_font(self.base_size, bold=False))
        painter.setPen(ink)
        start = left + self._when_width()
        room = self._room(area.width())
        passage = event.text(self._model.language)
        for number, line in enumerate(_lines(passage, self._metrics(), room)):
            painter.drawText(QRect(start, top + number * pitch, room + 8, pitch), flags, line)


def _cut(painter: QPainter, text: str, width: int) -> str:
    """``text`` as far as there is room for it."""
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


def _lines(passage: Passage, metrics: QFontMetricsF, width: int) -> list[str]:
    """One or two lines of ``passage``; the second is cut where the rest has no room."""
    text = passage.text
    if width <= 0 or metrics.horizontalAdvance(text) <= width:
        return [text]
    fitting: list[int] = []
    for levels in (passage.breaks[:2], passage.breaks):
        # a name is not parted, unless it would leave the line half empty
        allowed = sorted({at for level in levels for at in level})
        fitting = [at for at in allowed if metrics.horizontalAdvance(text[:at].rstrip()) <= width]
        if fitting and metrics.horizontalAdvance(text[: fitting[-1]].rstrip()) > width / 2:
            break
    if not fitting:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    rest = text[fitting[-1] :].lstrip()
    cut = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return [text[: fitting[-1]].rstrip(), cut]
