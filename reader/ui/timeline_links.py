"""Ties text, hour and map together, each to the other two.

Scrolling the text moves the hour and lights the places in view; an event, a place, a person that
is chosen moves the hour and lights the rest. The text itself goes nowhere unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.content.hours import Hours
from reader.content.model import Event
from reader.ui.map_hours import HourOverlay
from reader.ui.motion import is_reduced
from reader.ui.ranges import Look
from reader.ui.subject import Subject
from reader.ui.timeline_strip import TimelineStrip
from reader.ui.timeline_text import places_of_event

if TYPE_CHECKING:
    from reader.ui.map_view import MapView
    from reader.ui.window import Window

HOUR_LAYER = "hour"
_HOUR = Look(bar="place_marked")
_FOCUS = 1 / 3
"""How far down the view the words stand that the hour follows."""


class TimelineLinks(QObject):
    """The strip of one window, and what it and the rest of the window tell one another."""

    def __init__(self, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._overlays: list[tuple[MapView, HourOverlay]] = []
        self._events: Sequence[Event] = ()
        self._hours: Hours | None = None
        self._minutes: dict[str, int] = {}
        self._marked: list[str] = []
        self._chosen = False
        self.strip = TimelineStrip(window.theme, window.centralWidget())
        self.strip.hide()
        window.add_below(self.strip)
        strip = self.strip
        strip.event_chosen.connect(self.choose_event)
        strip.text_asked.connect(self._go_to)
        strip.place_asked.connect(self._open_place)
        strip.entity_asked.connect(window.open_entity)
        strip.hour.minute_changed.connect(self.set_minute)
        window.place_changed.connect(self._on_scrolled)
        window.subject_opened.connect(self._on_subject)
        window.page.entity_pointed.connect(self._on_pointed)
        window.theme_changed.connect(self._on_theme)
        window.language_changed.connect(self._on_language)
        window.preferences.changed.connect(self._on_preference)
        strip.set_theme(window.theme, window.interface_size)
        strip.retranslate(window.language)
        strip.hour.set_still(self._is_still())
        self.show_knowledge()

    # Open and closed

    @property
    def is_open(self) -> bool:
        """Whether the strip is to be seen."""
        return self.strip.isVisibleTo(self._window)

    def open(self) -> None:
        """Show the strip, at the hour of the text in view."""
        self.strip.show()
        if self._window.map is not None:
            self.attach(self._window.map)
        large = self._window.large_map.view
        if large is not None:
            self.attach(large.map)
        self._follow_text()
        if self._hours is not None and self.strip.event_shown is None:
            self.set_minute(self.strip.hour.minute)

    def close(self) -> None:
        """Hide the strip, and take its marks off text and map."""
        self.strip.hour.pause()
        self.strip.hide()
        self._window.page.set_ranges(HOUR_LAYER, (), _HOUR)
        self._mark_places([])
        for view, overlay in self._overlays:
            overlay.moment = None
            view.update()
        large = self._window.large_map.view
        if large is not None:
            large.retranslate(self._window.language)

    def show_knowledge(self) -> None:
        """Show the events and hours of the text that is open."""
        known = self._window.knowledge
        self._events = known.details.events
        self._hours = hours = known.hours
        minutes = {} if hours is None else {e.id: hours.minute_of_event(e) for e in self._events}
        self._minutes = {id: minute for id, minute in minutes.items() if minute is not None}
        for view, overlay in self._overlays:
            view.overlays.remove(overlay)
        self._overlays = []
        self.strip.set_knowledge(known, self._window.language)
        if self._hours is not None:
            self.set_minute(0)
        if self.is_open:
            self.open()

    def attach(self, view: MapView) -> None:
        """Lay the hour over ``view`` too."""
        if any(view is attached for attached, _ in self._overlays):
            self._show_on_maps()
            return
        places = {place.id: place for place in self._window.knowledge.places}
        overlay = HourOverlay(view.city_map, view.projection, places)
        view.overlays.append(overlay)
        view.destroyed.connect(lambda: self._forget(overlay))
        self._overlays.append((view, overlay))
        self._show_on_maps()

    def _forget(self, overlay: HourOverlay) -> None:
        self._overlays = [pair for pair in self._overlays if pair[1] is not overlay]

    # The hour

    def set_minute(self, minute: int) -> None:
        """Stand at ``minute``: the map shows it, the words of its event are marked."""
        if self._hours is None:
            return
        self.strip.show_moment(self._hours.at(minute))
        events = self._at(minute)
        self.strip.show_event(events[0] if events else None)
        self._mark_text(events)
        self._mark_places([place for event in events for place in self._places_of(event)])
        self._show_on_maps()

    def _at(self, minute: int) -> list[Event]:
        """The events that happened last, at ``minute`` or before."""
        latest = max((when for when in self._minutes.values() if when <= minute), default=None)
        return [event for event in self._events if self._minutes.get(event.id, -1) == latest]

    def _show_on_maps(self) -> None:
        if self._hours is None or not self.is_open:
            return
        for view, overlay in self._overlays:
            if overlay.moment is None:
                view.set_legend(())  # the strip has its own, for the signs that are now shown
            overlay.moment = self._hours.at(self.strip.hour.minute)
            overlay.language = self._window.language
            view.update()

    # An event is chosen

    def choose_event(self, event_id: str) -> None:
        """Show the event, its hour, its words and its places; the text stays where it is."""
        event = next((event for event in self._events if event.id == event_id), None)
        if event is not None:
            self._show(event)

    def _show(self, event: Event) -> None:
        self.strip.hour.pause()
        self._show_hour_of(event)
        self.strip.show_event(event)
        self._mark_text([event])
        self._mark_places(self._places_of(event))

    def _show_hour_of(self, event: Event) -> None:
        """An event outside the hours leaves the clock as it is."""
        minute = self._minutes.get(event.id)
        if self._hours is not None and minute is not None:
            self.strip.show_moment(self._hours.at(minute))
            self._show_on_maps()

    def _go_to(self, offset: int) -> None:
        self._hold()
        if self._window.large_map.is_open:
            self._window.large_map.close()
        self._window.go_to(offset)

    def _hold(self) -> None:
        """Where the text goes on account of a choice, the hour does not follow it."""
        self._chosen = True
        QTimer.singleShot(0, self, self._let_go)

    def _let_go(self) -> None:
        self._chosen = False

    def _mark_text(self, events: Sequence[Event]) -> None:
        spans: list[tuple[int, int]] = []
        for start, end in sorted({(event.start, event.end) for event in events}):
            if spans and start < spans[-1][1]:
                spans[-1] = spans[-1][0], max(end, spans[-1][1])
            else:
                spans.append((start, end))
        self._window.page.set_ranges(HOUR_LAYER, spans if self.is_open else (), _HOUR)

    # The text scrolls

    def _on_scrolled(self, _offset: int) -> None:
        if self.is_open and not self._chosen and not self.strip.hour.is_playing:
            self._follow_text()

    def _follow_text(self) -> None:
        """To the event whose words are being read, and to the places in view."""
        page = self._window.page
        first, last = page.first_visible(), page.last_visible()
        event = self._event_in_view(first, last)
        if event is not None and event != self.strip.event_shown:
            self._show_hour_of(event)
            self.strip.show_event(event)
            self._mark_text([event])
        happening = self._places_of(event) if event is not None else []
        self._mark_places([*happening, *self._places_between(first, last)])

    def _event_in_view(self, first: int, last: int) -> Event | None:
        """The one on the words that are being read, or else the next one in view."""
        in_view = sorted(
            (event for event in self._events if first <= event.start <= last),
            key=lambda event: event.start,
        )
        focus = self._window.page.offset_down(_FOCUS)
        before = [event for event in in_view if event.start <= focus]
        if before:
            return next(event for event in before if event.start == before[-1].start)
        return in_view[0] if in_view else None

    # Places, persons

    def _on_subject(self, subject: Subject | None) -> None:
        """Light the events of what is opened, and stand at the nearest of them."""
        events = self._events_of(subject) if subject is not None else []
        self.strip.light(events)
        if not self.is_open or subject is None:
            return
        if not events:
            if self._places_at(subject):
                self._hold()
                self._clear()
            return
        self._hold()
        shown = self.strip.event_shown
        if shown is not None and shown in events:
            return
        self._show(self._nearest(events))

    def _clear(self) -> None:
        """No event is shown; the hour stays."""
        self.strip.hour.pause()
        self.strip.show_event(None)
        self._mark_text([])
        self._mark_places([])

    def _nearest(self, events: Sequence[Event]) -> Event:
        """Of several events the one nearest to the hour that is set."""
        now = self.strip.hour.minute
        timed = [event for event in events if event.id in self._minutes]
        nearest = min(timed, key=lambda event: abs(self._minutes[event.id] - now), default=None)
        return nearest or events[0]

    def _events_of(self, subject: Subject) -> list[Event]:
        if subject.kind in ("place", "entity"):
            there = self._places_at(subject)
            return [
                event
                for event in self._events
                if (subject.kind == "entity" and subject.key in event.entities)
                or not there.isdisjoint(self._places_of(event))
            ]
        if subject.kind == "date":
            days = {d.ns for d in self._window.knowledge.dates if str(d.start) == subject.key}
            return [event for event in self._events if event.ns in days]
        return []

    def _places_at(self, subject: Subject) -> set[str]:
        """The places of the map that a subject is, none for a person or a word."""
        if subject.kind == "place":
            return {subject.key}
        known = self._window.knowledge.places if subject.kind == "entity" else ()
        return {place.id for place in known if place.entity == subject.key}

    def _entity_of(self, place: str) -> str | None:
        places = self._window.knowledge.places
        return next((known.entity for known in places if known.id == place), None)

    def _open_place(self, place: str) -> None:
        entity = self._entity_of(place)
        subject = Subject.entity(entity) if entity else Subject.place(place)
        self._window.open_subject(subject)

    def _places_of(self, event: Event) -> list[str]:
        """The places of the map that an event concerns."""
        return places_of_event(self._window.knowledge, event)

    def _places_between(self, first: int, last: int) -> list[str]:
        """The places that are named between two offsets of the text."""
        known = self._window.knowledge
        if not known.places:
            return []
        named = {m.entity for m in known.mentions if m.start < last and m.end > first}
        return [place.id for place in known.places if place.entity in named]

    def _mark_places(self, places: Sequence[str]) -> None:
        self._marked = list(places)
        for view in self._maps():
            view.mark_places(self._marked)

    def _maps(self) -> list[MapView]:
        return [view for view, _ in self._overlays]

    def _on_pointed(self, entity: str) -> None:
        """When the pointer leaves a name, its place gives way to those that were lit."""
        if self.is_open and not entity:
            for view in self._maps():
                view.mark_places(self._marked)

    # Look and language

    def _on_theme(self, _theme: object) -> None:
        self.strip.set_theme(self._window.theme, self._window.interface_size)

    def _on_language(self, language: str) -> None:
        shown, minute = self.strip.event_shown, self.strip.hour.minute
        self.strip.retranslate(language)
        self.strip.set_knowledge(self._window.knowledge, language)
        if self._hours is not None:
            self.strip.show_moment(self._hours.at(minute))
        self.strip.show_event(shown)
        for view, overlay in self._overlays:
            overlay.language = language
            if overlay.moment is not None:
                view.set_legend(())

    def _on_preference(self, name: str, _value: object) -> None:
        if name == "motion":
            self.strip.hour.set_still(self._is_still())
        elif name in ("interface_size", "digits", "years", "type_family"):
            self._on_theme(None)
            self._on_language(self._window.language)

    def _is_still(self) -> bool:
        """Whether nothing is to move by itself: the reader's wish, or the system's."""
        return is_reduced(self._window.preferences)
