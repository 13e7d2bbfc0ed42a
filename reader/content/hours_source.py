"""Reads hours.toml: its blocks become the hours of :mod:`reader.content.hours`, or faults.

Words and sources of the blocks are read by :mod:`reader.content.source`, like those of all files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from reader.content.hours import (
    CHARGES,
    DECKS,
    HOLDERS,
    STAGES,
    Account,
    Berth,
    Hold,
    Hours,
    Point,
    Ring,
    Shot,
    day_count,
    minutes_of,
)


class Fault(NamedTuple):
    """What is wrong with block ``nth`` of ``block``: a line's key, a sentence's key, its values."""

    block: str
    nth: int
    field: str
    key: str
    values: Mapping[str, object]


class Told(NamedTuple):
    """One block of hours.toml whose words and sources have been read and checked."""

    nth: int
    item: Mapping[str, Any]
    account: Account


class Known(NamedTuple):
    """What the hours may refer to. events: (day, hour) by id, hour "" where none is given."""

    places: frozenset[str]
    events: Mapping[str, tuple[str, str]]


KINDS = ("hold", "ship", "ring", "shot")
"""The blocks of hours.toml."""


def read_hours(
    header: Mapping[str, Any], told: Mapping[str, Sequence[Told]], known: Known
) -> tuple[Hours | None, list[Fault]]:
    """The hours that the blocks of hours.toml tell, and what is wrong with them."""
    reader = _Reader(header, known)
    if reader.faults:
        return None, reader.faults
    hours = Hours(
        reader.first,
        reader.length,
        tuple(_sorted(filter(None, (reader.hold(one) for one in told["hold"])))),
        tuple(_sorted(filter(None, (reader.berth(one) for one in told["ship"])))),
        tuple(sorted(filter(None, (reader.ring(one) for one in told["ring"])))),
        tuple(_sorted(filter(None, (reader.shot(one) for one in told["shot"])))),
    )
    if not reader.faults:
        reader.look_for_gaps(hours)
    return hours, reader.faults


def _sorted(intervals: Iterable[Any]) -> list[Any]:
    """In the order of the file, those of one object by time."""
    order: dict[object, int] = {}
    found = list(intervals)
    for interval in found:
        order.setdefault(interval[2], len(order))
    return sorted(found, key=lambda interval: (order[interval[2]], interval.start))


class _Reader:
    def __init__(self, header: Mapping[str, Any], known: Known) -> None:
        self.faults: list[Fault] = []
        self.known = known
        self.first = ""
        self.length = 0
        ends = []
        for key in ("from", "to"):
            minute = _moment(header.get(key))
            if minute is None:
                self._fault("", 0, key, "package-bad-date")
            else:
                ends.append(minute)
        if len(ends) == 2:
            self._origin, end = ends
            self.first, self.length = str(header["from"]), end - self._origin
            if self.length <= 0:
                self._fault("", 0, "to", "package-bad-date")

    def _fault(self, block: str, nth: int, field: str, key: str, **values: object) -> None:
        self.faults.append(Fault(block, nth, field, key, values))

    def _span(self, kind: str, told: Told) -> tuple[int, int] | None:
        span = []
        for key in ("from", "to"):
            minute = _moment(told.item.get(key))
            if minute is None or not 0 <= minute - self._origin <= self.length:
                self._fault(kind, told.nth, key, "package-bad-date")
                return None
            span.append(minute - self._origin)
        start, end = span
        if end <= start:
            self._fault(kind, told.nth, "to", "package-bad-date")
            return None
        self._begins_with(kind, told)
        return start, end

    def _begins_with(self, kind: str, told: Told) -> None:
        """The event named begins at the same hour."""
        event = told.account.event
        if event is None:
            return
        if event not in self.known.events:
            self._fault(kind, told.nth, "event", "package-unknown-event", name=event)
            return
        day, hour = self.known.events[event]
        begins = str(told.item["from"])
        if not begins.startswith(day) or (hour and begins != f"{day} {hour}"):
            self._fault(
                kind, told.nth, "from", "package-hours-event",
                name=event, found=begins, wanted=f"{day} {hour}".strip(),
            )  # fmt: skip

    def _one_of(self, kind: str, told: Told, key: str, allowed: Sequence[str]) -> str | None:
        value = told.item.get(key)
        if value not in allowed:
            self._fault(kind, told.nth, key, "package-bad-value", name=key)
            return None
        return str(value)

    def _place(self, kind: str, told: Told, key: str) -> str | None:
        value = told.item.get(key)
        if value not in self.known.places:
            self._fault(kind, told.nth, key, "package-unknown-place", name=value or key)
            return None
        return str(value)

    def _points(self, kind: str, told: Told, key: str) -> tuple[Point, ...] | None:
        value = told.item.get(key)
        if not isinstance(value, list) or not all(map(_is_point, value)):
            self._fault(kind, told.nth, key, "package-bad-value", name=key)
            return None
        return tuple((lat, lon) for lat, lon in value)

    def hold(self, told: Told) -> Hold | None:
        span, place = self._span("hold", told), self._place("hold", told, "place")
        holder = self._one_of("hold", told, "holder", HOLDERS)
        deck = self._one_of("hold", told, "deck", DECKS) if "deck" in told.item else ""
        if span is None or place is None or holder is None or deck is None:
            return None
        return Hold(*span, place, holder, deck, told.account)

    def berth(self, told: Told) -> Berth | None:
        span, ship = self._span("ship", told), self._place("ship", told, "ship")
        way = self._points("ship", told, "way")
        names = [told.item.get(key) for key in ("name_th", "name_en")]
        if not way or not all(isinstance(name, str) and name for name in names):
            self._fault("ship", told.nth, "way", "package-missing", name="way, name_th, name_en")
            return None
        if span is None or ship is None:
            return None
        return Berth(*span, ship, way, str(names[0]), str(names[1]), told.account)

    def ring(self, told: Told) -> Ring | None:
        span, stage = self._span("ring", told), self._one_of("ring", told, "stage", STAGES)
        line = self._points("ring", told, "line")
        if span is None or stage is None or line is None:
            return None
        if (stage == "none") != (not line):
            self._fault("ring", told.nth, "line", "package-bad-value", name="line")
        return Ring(*span, stage, line, told.account)

    def shot(self, told: Told) -> Shot | None:
        span = self._span("shot", told)
        place, target = (self._place("shot", told, key) for key in ("place", "target"))
        charge = self._one_of("shot", told, "charge", CHARGES)
        if span is None or place is None or target is None or charge is None:
            return None
        return Shot(*span, place, target, charge, told.account)

    def look_for_gaps(self, hours: Hours) -> None:
        """Every object has one state at every minute."""
        objects: dict[str, list[tuple[int, int]]] = {}
        for hold in hours.holds:
            objects.setdefault(hold.place, []).append((hold.start, hold.end))
        for berth in hours.berths:
            objects.setdefault(f"{berth.ship}, ship", []).append((berth.start, berth.end))
        if hours.rings:
            objects["ring"] = [(ring.start, ring.end) for ring in hours.rings]
        for name, spans in objects.items():
            edges = [(0, 0), *spans, (self.length, self.length)]
            for (_, end), (start, _) in pairwise(edges):
                if end != start:
                    day, hour = hours.clock(min(end, start))
                    self._fault(
                        "", 0, "", "package-hours-gap", name=name, found=f"{day} {hour}"
                    )  # fmt: skip


def _moment(value: object) -> int | None:
    """Minutes since a day long ago of ``1917-10-24 09:00``; None if it is not of this form."""
    if not isinstance(value, str):
        return None
    day, _, hour = value.partition(" ")
    try:
        if len(day) != 10 or len(hour) != 5 or hour[2] != ":":
            return None
        return day_count(day) * 24 * 60 + minutes_of(hour)
    except ValueError:
        return None


def _is_point(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(isinstance(degrees, float) for degrees in value)
        and -90 < value[0] < 90
        and -180 <= value[1] <= 180
    )
