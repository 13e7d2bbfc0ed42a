"""The insurrection hour by hour: who held what, bridges, ships, the siege, the guns.

Everything is an interval of minutes, counted from the first hour told, its end exclusive. The
intervals of one object follow one another over the whole span, so that every minute has exactly
one state of each. They are written in hours.toml, see :mod:`reader.content.hours_source`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from reader.content import datestring
from reader.content.model import Event, Passage
from reader.text.calendar import Day, new_style, old_style

HOLDERS = ("government", "soviet", "contested", "neither", "unknown")
"""neither: open to all, guarded by no side. unknown: the works used do not say."""
DECKS = ("down", "up", "unknown")
"""Of a bridge: to be crossed, raised, or not known."""
STAGES = ("none", "open", "closed", "tight")
"""Of the siege: no ring, one with gaps, a whole one, one drawn in."""
CHARGES = ("blank", "live")
PART_HOURS = {
    "dawn": "05:00",
    "morning": "08:00",
    "afternoon": "14:00",
    "evening": "17:00",
    "nightfall": "19:30",
    "late": "22:30",
    "night": "23:00",
}
"""Where the clock is set for an event of which only the part of the day is known."""
SMALL_HOURS = "02:00"
"""Where it is set for the night of the last day, whose evening is beyond the hours."""

Point = tuple[float, float]
"""Latitude and longitude, degrees, WGS84."""


class Account(NamedTuple):
    """What is said of an interval: its certainty, the event it begins with, words, citations."""

    certainty: str
    event: str | None
    th: Passage
    en: Passage
    sources: tuple[str, ...]

    def text(self, language: str) -> Passage:
        """The sentence in ``"th"`` or ``"en"``."""
        return self.th if language == "th" else self.en


class Hold(NamedTuple):
    """Who holds a place. deck: of a bridge, "" for all else."""

    start: int
    end: int
    place: str
    holder: str
    deck: str
    account: Account


class Berth(NamedTuple):
    """Where a ship lies (one point), or the way she takes (several)."""

    start: int
    end: int
    ship: str
    way: tuple[Point, ...]
    name_th: str
    name_en: str
    account: Account

    def name(self, language: str) -> str:
        """The berth's name in ``"th"`` or ``"en"``."""
        return self.name_th if language == "th" else self.name_en

    def position(self, minute: int) -> Point:
        """Where the ship is at ``minute``: at her berth, or that part of the way along."""
        if len(self.way) == 1:
            return self.way[0]
        part = (minute - self.start) / (self.end - self.start)
        return _along(self.way, min(max(part, 0.0), 1.0))


class Ring(NamedTuple):
    """A stage of the siege. line: the besiegers' posts; a ring if the stage is closed or tight."""

    start: int
    end: int
    stage: str
    line: tuple[Point, ...]
    account: Account


class Shot(NamedTuple):
    """Guns that fire from ``place`` at ``target``, once or at intervals."""

    start: int
    end: int
    place: str
    target: str
    charge: str
    account: Account


class Moment(NamedTuple):
    """The state of everything at one minute. holds by place, berths by ship."""

    minute: int
    holds: Mapping[str, Hold]
    berths: Mapping[str, Berth]
    ring: Ring | None
    shots: tuple[Shot, ...]


class Hours(NamedTuple):
    """The whole span. first: its first minute, ``1917-10-24 09:00``, Old Style. length: minutes."""

    first: str
    length: int
    holds: tuple[Hold, ...]
    berths: tuple[Berth, ...]
    rings: tuple[Ring, ...]
    shots: tuple[Shot, ...]

    def at(self, minute: int) -> Moment:
        """What is known of the city at ``minute``; before and after the span, of its edges."""
        now = min(max(minute, 0), self.length - 1)
        return Moment(
            minute,
            {hold.place: hold for hold in self.holds if hold.start <= now < hold.end},
            {berth.ship: berth for berth in self.berths if berth.start <= now < berth.end},
            next((ring for ring in self.rings if ring.start <= now < ring.end), None),
            tuple(shot for shot in self.shots if shot.start <= now < shot.end),
        )

    def clock(self, minute: int) -> tuple[str, str]:
        """The day, Old Style (``1917-10-24``), and the hour (``09:00``) of ``minute``."""
        day, _, hour = self.first.partition(" ")
        days, rest = divmod(minutes_of(hour) + minute, 24 * 60)
        return _day(day_count(day) + days), f"{rest // 60:02d}:{rest % 60:02d}"

    def minute_of(self, day: str, hour: str) -> int:
        """The minute of an hour of a day, Old Style; below 0 or beyond length outside the span."""
        first, _, at = self.first.partition(" ")
        return (day_count(day) - day_count(first)) * 24 * 60 + minutes_of(hour) - minutes_of(at)

    def minute_of_event(self, event: Event) -> int | None:
        """Where the clock stands for ``event``; None if it lies outside the span.

        An event of which only the part of the day is known stands where its ``clock`` says, or
        else at the middle of that part; one without any of them has no minute.
        """
        if event.os is None or len(event.os.partition("/")[0]) != 10:
            return None
        day = event.os.partition("/")[0]
        parts = PART_HOURS
        if day == self.clock(self.length)[0]:
            parts = {**PART_HOURS, "night": SMALL_HOURS}
        hour = event.time or event.clock or parts.get(event.part or "", "")
        if not hour:
            return None
        minute = self.minute_of(day, hour)
        return minute if 0 <= minute <= self.length else None


def minutes_of(hour: str) -> int:
    """Minutes since midnight of ``09:00``; ValueError if it is no such hour."""
    hours, minutes = hour.split(":")
    found = int(hours) * 60 + int(minutes)
    if not (0 <= int(hours) < 24 and 0 <= int(minutes) < 60):
        raise ValueError(hour)
    return found


def day_count(day: str) -> int:
    """A number that grows by one a day, of an Old Style day; ValueError if it is none."""
    return date(*new_style(datestring.days(day, gregorian=False)[0])).toordinal()


def _day(count: int) -> str:
    found = date.fromordinal(count)
    return old_style(Day(found.year, found.month, found.day)).iso()


def _along(way: Sequence[Point], part: float) -> Point:
    """The point that part of the way along (0 to 1), in a straight line from point to point."""
    lengths = [
        ((a[0] - b[0]) ** 2 + ((a[1] - b[1]) / 2) ** 2) ** 0.5  # a degree east is half one north
        for a, b in pairwise(way)
    ]
    left = part * sum(lengths)
    for (a, b), length in zip(pairwise(way), lengths, strict=True):
        if left <= length and length:
            ratio = left / length
            return a[0] + (b[0] - a[0]) * ratio, a[1] + (b[1] - a[1]) * ratio
        left -= length
    return way[-1]
