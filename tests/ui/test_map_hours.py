"""The hour on the map: no name covers a sign of the hour or another name, at any size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF
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


WIDTHS = ((240, 180), (340, 280), (600, 430), (940, 440), (940, 730), (1280, 800), (1920, 1080))


def gap(one: QRectF, other: QRectF) -> float:
    """How far two boxes are from one another."""
    across = max(other.left() - one.right(), 0.0, one.left() - other.right())
    down = max(other.top() - one.bottom(), 0.0, one.top() - other.bottom())
    return math.hypot(across, down)


def signs_of(view: MapView) -> dict[str, list[QRectF]]:
    """What a reader sees of each place: its sign and, of a bridge, its deck."""
    decks = view._picture._ground_names.decks(view._camera, 8.0)
    signs = {id: [box] for id, box in view.dot_boxes().items()}
    for id, deck in decks.items():
        if id in signs and view._scene().all_marks[id].heading is None:
            signs[id] += [QRectF(b.left, b.top, b.right - b.left, b.bottom - b.top) for b in deck]
    return signs


def assert_every_name_is_seen_to_be_whose_it_is(view: MapView, where: object) -> None:
    """Each name is clearly nearer to its own sign than to any other, or a line leads there."""
    signs, leaders = signs_of(view), view._scene().leaders
    for id, boxes in view.name_boxes().items():
        if id not in signs or id in leaders:
            continue
        own = min(gap(boxes[0], part) for part in signs[id])
        for other, parts in signs.items():
            if other != id:
                away = min(gap(boxes[0], part) for part in parts)
                assert away >= own + 3.9, (where, id, other, own, away)


@pytest.mark.parametrize("points", [10.0, 20.0])
@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("size", WIDTHS)
def test_every_name_is_seen_to_be_whose_it_is(
    qtbot: QtBot, entry: Knowledge, size: tuple[int, int], language: str, points: float
) -> None:
    view, overlay = shown(qtbot, entry, size, language)
    view.setFont(text_font(points))
    hours = hours_of(entry)
    for minute in (None, *range(0, hours.length, 240)):
        overlay.moment = None if minute is None else hours.at(minute)
        for zoom in (1.0, 2.2):
            view.reset_view()
            if zoom > 1:
                view.zoom_by(zoom)
            assert_every_name_is_seen_to_be_whose_it_is(view, (minute, zoom))


def test_the_name_of_the_liteiny_bridge_is_not_taken_for_that_of_the_troitsky(
    qtbot: QtBot, entry: Knowledge
) -> None:
    view, overlay = shown(qtbot, entry, (940, 441))
    hours = hours_of(entry)
    overlay.moment = hours.at(0)
    names, signs = view.name_boxes(), signs_of(view)
    assert {"troitsky-bridge", "liteiny-bridge"} <= signs.keys()
    if "liteiny-bridge" in names:
        (name,) = names["liteiny-bridge"]
        own, other = (
            min(gap(name, part) for part in signs[id])
            for id in ("liteiny-bridge", "troitsky-bridge")
        )
        assert other >= own + 19


@pytest.mark.parametrize("with_hour", [False, True])
@pytest.mark.parametrize("size", WIDTHS)
def test_a_ring_touches_no_other_sign_and_no_name(
    qtbot: QtBot, entry: Knowledge, size: tuple[int, int], with_hour: bool
) -> None:
    view, overlay = shown(qtbot, entry, size)
    overlay.moment = hours_of(entry).at(2200) if with_hour else None
    ids = [place.id for place in entry.places]
    for number, id in enumerate(ids):
        view.mark_places([id, ids[(number * 7 + 3) % len(ids)]])
        scene = view._scene()
        for ring in scene.rings.values():
            for other, box in view.dot_boxes().items():
                if other not in ring.ids and scene.all_marks[other].heading is None:
                    centre = ring.middle
                    point = QRectF(centre.x(), centre.y(), 0, 0)
                    assert gap(point, box) >= ring.reach, (id, ring.ids, other)
            circle = QRectF(
                ring.middle.x() - ring.reach, ring.middle.y() - ring.reach,
                2 * ring.reach, 2 * ring.reach,
            )  # fmt: skip
            for name, boxes in view.name_boxes().items():
                assert not any(box.intersects(circle) for box in boxes), (id, name)


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_picture_to_keep_names_every_place(qtbot: QtBot, entry: Knowledge, language: str) -> None:
    from reader.ui import map_image
    from reader.ui.fonts import register_fonts

    register_fonts()
    view = MapView(load_city_map(resources.city_map_file()), entry.places, PRINT)
    qtbot.addWidget(view)
    view.setFont(text_font(map_image._POINTS))
    view.set_language(language)
    view.resize(map_image.WIDTH, 1355)
    view.picture(1.0, complete=True)
    assert {place.id for place in entry.places} - view.name_boxes().keys() == set()
    assert_every_name_is_seen_to_be_whose_it_is(view, "complete")


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("size", [(240, 180), (340, 280)])
def test_the_first_places_have_their_names_at_every_hour(
    qtbot: QtBot, entry: Knowledge, size: tuple[int, int], language: str
) -> None:
    from reader.ui.fonts import register_fonts

    register_fonts()
    view, overlay = shown(qtbot, entry, size, language)
    hours = hours_of(entry)
    first = {place.id for place in entry.places if place.rank == 1}
    assert {"winter-palace", "smolny", "peter-and-paul-fortress", "aurora", "neva"} <= first
    for minute in range(0, hours.length, 60):
        overlay.moment = hours.at(minute)
        assert first <= view.name_boxes().keys(), hours.clock(minute)
        assert_every_name_is_seen_to_be_whose_it_is(view, hours.clock(minute))
        scene = view._scene()
        for name, line in scene.leaders.items():
            for place, sign in view.dot_boxes().items():
                if place != name:
                    steps = (line.pointAt(step / 40) for step in range(41))
                    assert not any(sign.contains(step) for step in steps), (name, place)


@pytest.mark.parametrize("size", SIZES)
def test_a_sign_of_the_hour_stands_near_its_place_and_on_its_bank(
    qtbot: QtBot, entry: Knowledge, size: tuple[int, int]
) -> None:
    view, overlay = shown(qtbot, entry, size)
    hours = hours_of(entry)
    water = QPainterPath()
    for feature in view.city_map.features["water"]:
        for part in feature.parts:
            ends = [view.projection.to_metres(node.lon, node.lat) for node in part]
            water.addPolygon(QPolygonF([QPointF(*end) for end in ends]))
    for minute in range(0, hours.length, 60):
        overlay.moment = moment = hours.at(minute)
        claim = overlay.claim(view._camera)
        assert claim is not None
        for place, (at, reach) in claim.signs.items():
            if place in moment.berths or moment.holds[place].deck:
                continue
            way = at - overlay._on_screen(view._camera, place)
            assert math.hypot(way.x(), way.y()) <= 2.5 * (reach - 1) + 0.01, (minute, place)
            for step in range(1, 20) if not way.isNull() else ():
                on_way = view._camera.to_plane(at - way * (1 - step / 19))
                assert not water.contains(QPointF(*on_way)), (minute, place)


def test_an_arrow_points_to_the_ship_where_she_is_out_of_sight(
    qtbot: QtBot, entry: Knowledge
) -> None:
    view, overlay = shown(qtbot, entry, (600, 430))
    hours = hours_of(entry)
    overlay.moment = hours.at(hours.minute_of("1917-10-24", "17:00"))
    assert view._scene().all_marks["aurora"].heading is None
    view.centre_on("smolny")
    for _ in range(4):
        view.zoom_by(1.5)
    at = overlay.position_of(view._camera, "aurora")
    assert at is not None and not view._camera.visible().contains(at)
    mark = view._scene().all_marks["aurora"]
    assert mark.heading is not None and view._camera.visible().contains(mark.at)
    way = at - mark.at
    assert math.isclose(mark.heading, math.atan2(way.y(), way.x()), abs_tol=0.01)
    assert "aurora" in view.name_boxes()
    overlay.moment = None
    view.zoom_by(1.01)
    assert "aurora" not in view.dot_boxes()
