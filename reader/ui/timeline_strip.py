"""The strip below the text: the hour with its legend, the events, and what is known of one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.content.hours import Hours, Moment
from reader.content.knowledge import Knowledge
from reader.content.model import Event
from reader.ui.card_text import ENTITY_LINK
from reader.ui.hour_control import HourControl
from reader.ui.hour_legend import HourLegend
from reader.ui.hour_words import PLACE_OF_MAP, accounts_in_words, holders_in_words
from reader.ui.thai_text import Paragraph, Piece, ThaiText
from reader.ui.theme import Theme
from reader.ui.timeline_list import TimelineDelegate, TimelineModel
from reader.ui.timeline_text import event_in_words

LOWEST, USUAL = 200, 290  # pixels high
USUAL_SIZE = 11.0
"""The type size in points for which that height is meant."""
_TARGET = 28


class TimelineStrip(QFrame):
    """What the reader does here is told by signals; nothing here knows of page or map.

    event_chosen: the id of an event. text_asked: the offset to go to. place_asked, entity_asked:
    ids. height_chosen: pixels, when the upper edge has been dragged.
    """

    event_chosen = Signal(str)
    text_asked = Signal(int)
    place_asked = Signal(str)
    entity_asked = Signal(str)
    height_chosen = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._knowledge: Knowledge | None = None
        self._language = "th"
        self._event: Event | None = None
        self._moment: Moment | None = None
        self._by_itself = False
        self._writing = QTimer(self, singleShot=True, interval=0)
        self._writing.timeout.connect(self._write)
        self.setAutoFillBackground(True)
        self.hour = HourControl(theme, self)
        self.legend = HourLegend(theme, self)
        self.model = TimelineModel()
        self.list = self._make_list()
        self._delegate = TimelineDelegate(theme, self.model, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.clicked.connect(self._on_clicked)
        self.list.activated.connect(self._on_activated)
        self.text = ThaiText(theme, 11.0, self)
        self.text.anchorClicked.connect(self._follow)
        self.go = QPushButton(self)
        self.go.clicked.connect(self._ask_for_text)
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setMinimumSize(_TARGET, _TARGET)
        self._close.clicked.connect(self.closed)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.addWidget(self.list)
        self._split.addWidget(self._details())
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 5)
        self._split.setStretchFactor(1, 4)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 4, 0)
        head.addWidget(self.hour, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        legend = QHBoxLayout()
        legend.setContentsMargins(12, 2, 12, 2)
        legend.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(_Edge(self))
        column.addLayout(head)
        column.addLayout(legend)
        column.addWidget(self._split, 1)
        self.setFocusProxy(self.list)
        hour = self.hour
        parts = [hour.back, hour.play, hour.forward, hour.speed, hour.slider]
        for one, other in pairwise([*parts, self.list, self.go, self.text, self._close]):
            QWidget.setTabOrder(one, other)

    def _make_list(self) -> QListView:
        view = _Events(self)
        view.setModel(self.model)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def _details(self) -> QWidget:
        holder = QWidget(self)
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(12, 4, 12, 8)
        inner.setSpacing(6)
        inner.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self.text)
        inner.addStretch()
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its text takes the keyboard
        self._scroll = scroll
        return scroll

    # What is shown

    def set_knowledge(self, knowledge: Knowledge, language: str) -> None:
        """List the events of ``knowledge`` and offer its hours, if it has any."""
        self._knowledge, self._language = knowledge, language
        self._event = self._moment = None
        self.hour.set_aside("")
        self._by_itself = True
        self.model.set_events(knowledge.details.events, language)
        self._by_itself = False
        hours = knowledge.hours
        self.hour.setVisible(hours is not None)
        self.legend.setVisible(hours is not None)
        if hours is not None:
            self.hour.set_hours(hours, _minutes(hours, knowledge.details.events), language)
        self._writing.start()

    def show_moment(self, moment: Moment) -> None:
        """Say what is known of ``moment``."""
        self._moment = moment
        self.hour.show_minute(moment.minute)
        self.legend.show_moment(moment, self._language)
        self._writing.start()

    def show_event(self, event: Event | None) -> None:
        """Bring ``event`` into view in the list and say what is known of it."""
        if event == self._event:
            return
        self._event = event
        row = self.model.row_of(event.id) if event else -1
        self._by_itself = True
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        if row >= 0:
            self.list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._by_itself = False
        self._scroll.verticalScrollBar().setValue(0)
        self.go.setEnabled(event is not None)
        self.hour.set_aside(self._aside())
        self._writing.start()

    def _aside(self) -> str:
        """Why the clock does not show the hour of the event; "" if it does."""
        event, hours = self._event, self._knowledge.hours if self._knowledge else None
        if event is None or hours is None or hours.minute_of_event(event) is not None:
            return ""
        day = (event.os or "").partition("/")[0]
        if len(day) == 10 and not event.time and 0 <= hours.minute_of(day, "12:00") <= hours.length:
            return self.tr(
                "The map shows the hour above; that of the event being read is not known."
            )
        return self.tr(
            "The map shows the hour above; the event being read lies outside these hours."
        )

    @property
    def event_shown(self) -> Event | None:
        """The event that is shown."""
        return self._event

    def light(self, events: Sequence[Event]) -> None:
        """Mark ``events`` in the list and bring one of them into view."""
        self.model.set_lit(event.id for event in events)
        if events and not any(event == self._event for event in events):
            first = self.model.index(self.model.row_of(events[0].id))
            self.list.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _write(self) -> None:
        known, language = self._knowledge, self._language
        if known is None:
            return
        paragraphs: list[Paragraph] = []
        if self._event is not None:
            paragraphs += event_in_words(known, self._event, language, self._labels())
        if self._moment is not None and not self.hour.is_aside:
            caption = Paragraph(
                (Piece(self.tr("The city at this hour"), bold=True, ink="muted"),),
                size=0.9,
                above=0.8 if paragraphs else 0.0,
            )
            paragraphs += [caption, *accounts_in_words(self._moment, language)]
            paragraphs += holders_in_words(known, self._moment, language)
        self.text.set_paragraphs(paragraphs)
        self.text.setAccessibleName(self.text.plain_text())

    def _labels(self) -> dict[str, str]:
        return {
            "entry": self.tr("Day and hour as the entry gives them."),
            "correction": self.tr("Day and hour as the works named below give them;"),
            "none": self.tr("The day or the hour is that of the works named below."),
            "in-the-entry": self.tr("in the entry:"),
            "about": self.tr("About"),
            "sources": self.tr("Sources"),
        }

    # What the reader does

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        event = self.model.event_at(index)
        if event is not None and not self._by_itself:
            self._choose(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        event = self.model.event_at(index)
        if event is not None:  # also the one that was current already
            self._choose(event)

    def _choose(self, event: Event) -> None:
        self.show_event(event)
        self.event_chosen.emit(event.id)

    def _on_activated(self, index: QModelIndex) -> None:
        if self.model.event_at(index) is not None:
            self._ask_for_text()

    def _ask_for_text(self) -> None:
        if self._event is not None:
            self.text_asked.emit(self._event.start)

    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith(ENTITY_LINK):
            self.entity_asked.emit(target.removeprefix(ENTITY_LINK))
        elif target.startswith(PLACE_OF_MAP):
            self.place_asked.emit(target.removeprefix(PLACE_OF_MAP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Space and self.hour.isVisible():
            self.hour.toggle_play()
        else:
            super().keyPressEvent(event)

    # Look and language

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.doItemsLayout()

    def set_theme(self, theme: Theme, size: float) -> None:
        """Colours and type size."""
        self._delegate.theme, self._delegate.base_size = theme, size
        self.hour.set_theme(theme, size)
        self.legend.set_theme(theme, size)
        self.text.set_theme(theme, size)
        self.list.setPalette(theme.palette())
        self.list.doItemsLayout()

    def retranslate(self, language: str) -> None:
        """Take on the language of the interface."""
        self._language = language
        self.setAccessibleName(self.tr("Timeline"))
        self.list.setAccessibleName(self.tr("Events"))
        self.list.setAccessibleDescription(
            self.tr("The arrow keys choose an event, Enter goes to the text.")
        )
        self.go.setText(self.tr("Go to the text"))
        self.go.setToolTip(self.tr("Alt+Left leads back to where you are reading"))
        self._close.setToolTip(self.tr("Close the timeline (F5)"))
        self._close.setAccessibleName(self.tr("Close the timeline"))
        self.hour.retranslate(language)


def _minutes(hours: Hours, events: Sequence[Event]) -> list[int]:
    """The minutes at which something happens."""
    found = {hours.minute_of_event(event) for event in events if event.time}
    return sorted(minute for minute in found if minute is not None)


class _Events(QListView):
    """Keeps the event that is shown in view when the room for the list changes."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.doItemsLayout()
            self.scrollTo(self.currentIndex())


class _Edge(QWidget):
    """The upper edge of the strip, by which it is made higher or lower."""

    def __init__(self, strip: TimelineStrip) -> None:
        super().__init__(strip)
        self._strip = strip
        self._from: tuple[QPoint, int] | None = None
        self.setFixedHeight(5)
        self.setCursor(Qt.CursorShape.SizeVerCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.globalPosition().toPoint(), self._strip.height()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            start, height = self._from
            self._strip.height_chosen.emit(
                height + start.y() - event.globalPosition().toPoint().y()
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None
