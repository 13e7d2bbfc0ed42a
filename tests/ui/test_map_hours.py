"""The hour on the map: no name covers a sign of the hour or another name, at any size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from reader import resources
from reader.content.city_map import load_city_map
from reader.content.hours import Hours
from reader.content.knowledge import Knowledge
from reader.export.map_svg import map_svg
from reader.export.options import Options
from reader.ui.map_hours import HourOverlay
from reader.ui.map_print import PRINT
from reader.ui.map_view import MapView
from reader.ui.theme import LIGHT, text_font

SIZES = ((240, 180), (340, 280), (1280, 800), (1920, 1080))
LIT: tuple[tuple[str, ...], ...] = (
    (),
    ("winter-palace", "peter-and-paul-fortress"),
    ("general-staff",),
    ("aurora", "nikolaevsky-bridge"),
)


def shown(
    qtbot: QtBot, entry: Knowledge, size: tuple[int, int], language: str = "th"
) -> tuple[MapView, HourOverlay]:
    """A map of that size, the hours laid over it."""
    city = load_city_map(resources.city_map_file())
    view = MapView(city, entry.places, LIGHT)
    qtbot.addWidget(view)
    view.setFont(text_font(10.0))
    view.set_language(language)
    view.resize(*size)
    view.show()
    overlay = HourOverlay(city, view.projection, {place.id: place for place in entry.places})
    overlay.language = language
    view.overlays.append(overlay)
    return view, overlay


def hours_of(entry: Knowledge) -> Hours:
    assert entry.hours is not None
    return entry.hours


def changes(hours: Hours) -> Sequence[int]:
    """Every minute from which something stands otherwise, and the ship under way."""
    kinds = (hours.holds, hours.berths, hours.rings, hours.shots)
    told = {span.start for spans in kinds for span in spans}
    starts = {min(max(minute, 0), hours.length - 1) for minute in told}
    under_way = {
        minute
        for berth in hours.berths
        if len(berth.way) > 1
        for minute in range(berth.start, berth.end, 5)
    }
    return sorted({*starts, *under_way, *range(0, hours.length, 60)})


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_no_name_covers_a_sign_of_the_hour_or_another_name(
    qtbot: QtBot, entry: Knowledge, size: tuple[int, int], language: str
) -> None:
    view, overlay = shown(qtbot, entry, size, language)
    hours = hours_of(entry)
    for number, minute in enumerate(changes(hours)):
        overlay.moment = hours.at(minute)
        view.mark_places(LIT[number % len(LIT)])
        names, signs = view.name_boxes(), view.dot_boxes()
        assert names, hours.clock(minute)
        claim = overlay.claim(view._camera)
        assert claim is not None
        for place, (at, reach) in claim.signs.items():
            if place in signs and place not in overlay.moment.berths:  # a ship is flat
                signs[place] = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
        for (one, boxes), (other, others) in combinations(names.items(), 2):
            covered = any(a.intersects(b) for a in boxes for b in others)
            assert not covered, (hours.clock(minute), one, other)
        for name, boxes in names.items():
            for place, sign in signs.items():
                covered = place != name and any(box.intersects(sign) for box in boxes)
                assert not covered, (hours.clock(minute), name, place)
        for box in claim.blocked:
            block = QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
            for name, boxes in names.items():
                assert not any(b.intersects(block) for b in boxes), (hours.clock(minute), name)


@pytest.mark.parametrize("size", SIZES)
def test_the_ship_has_one_name_and_it_goes_where_she_goes(
    qtbot: QtBot, entry: Knowledge, size: tuple[int, int]
) -> None:
    view, overlay = shown(qtbot, entry, size)
    hours = hours_of(entry)
    for day, hour in (("1917-10-24", "17:00"), ("1917-10-25", "03:15"), ("1917-10-25", "05:00")):
        overlay.moment = hours.at(hours.minute_of(day, hour))
        at = view.place_position("aurora")
        berth = overlay.position_of(view._camera, "aurora")
        assert at is not None and berth is not None
        assert math.hypot(at.x() - berth.x(), at.y() - berth.y()) < 1
        assert view.place_at(at) == "aurora"
        for box in view.name_boxes().get("aurora", ()):
            middle = box.center()
            assert math.hypot(middle.x() - at.x(), middle.y() - at.y()) < 90


@pytest.mark.parametrize("size", SIZES)
def test_what_is_held_and_weighs_most_keeps_its_sign(
    qtbot: QtBot, entry: Knowledge, size: tuple[int, int]
) -> None:
    view, overlay = shown(qtbot, entry, size)
    hours = hours_of(entry)
    for minute in range(0, hours.length, 60):
        overlay.moment = hours.at(minute)
        view.mark_places(["general-staff"])
        signs = view.dot_boxes().keys()
        assert {"winter-palace", "smolny", "general-staff"} <= signs, hours.clock(minute)


def test_the_blank_shot_stands_apart_from_ship_and_bridge(qtbot: QtBot, entry: Knowledge) -> None:
    view, overlay = shown(qtbot, entry, (1280, 800))
    hours = hours_of(entry)
    overlay.moment = moment = hours.at(hours.minute_of("1917-10-25", "21:45"))
    view.mark_places(["aurora"])
    (shot,) = moment.shots
    at, reach = overlay._flash(view._camera, shot)
    for place, ring in (("aurora", 10.0), ("nikolaevsky-bridge", 6.0)):
        other = overlay.position_of(view._camera, place) or overlay._on_screen(view._camera, place)
        away: QPointF = at - other
        assert math.hypot(away.x(), away.y()) > reach + ring, place


def test_without_an_hour_nothing_stands_otherwise(qtbot: QtBot, entry: Knowledge) -> None:
    view, overlay = shown(qtbot, entry, (1280, 800))
    view.overlays.clear()
    names, signs = view.name_boxes(), view.dot_boxes()
    view.overlays.append(overlay)
    assert (names, signs) == (view.name_boxes(), view.dot_boxes())


def test_a_picture_to_keep_has_the_same_signs_as_the_drawing(
    qtbot: QtBot, entry: Knowledge
) -> None:
    from reader.ui import map_image

    view = MapView(load_city_map(resources.city_map_file()), entry.places, PRINT)
    qtbot.addWidget(view)
    view.setFont(text_font(map_image._POINTS))
    view.resize(map_image.WIDTH, 1355)
    view.picture(1.0, complete=True)
    areas = {place.id for place in entry.places if place.kind in ("district", "water")}
    drawing = map_svg(entry, Options())
    text = drawing if isinstance(drawing, str) else drawing.decode()
    drawn = {place.id for place in entry.places if f'<g id="place-{place.id}">' in text}
    assert {place.id for place in entry.places} == drawn
    assert drawn - areas == view.dot_boxes().keys() - areas
