"""The shipped map holds together: water, land, bridges, streets and places agree."""

from __future__ import annotations

import math
from collections import Counter
from functools import cache
from itertools import combinations, pairwise

import pytest
from shapely import LineString, MultiPolygon, Point, Polygon, box, unary_union
from shapely.geometry.base import BaseGeometry

from reader import resources
from reader.content.city_map import CityMap, Feature, MapPlace, Projection, load_city_map
from reader.content.reading import open_shipped


@cache
def city() -> CityMap:
    return load_city_map(resources.city_map_file())


@cache
def plane() -> Projection:
    return Projection(city().bbox)


@cache
def places() -> dict[str, MapPlace]:
    return {place.id: place for place in open_shipped().places}


def metres(nodes: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    return [plane().to_metres(*node) for node in nodes]


def line(feature: Feature) -> LineString:
    return LineString(metres(feature.parts[0]))


def polygon(feature: Feature) -> Polygon:
    outer, *islands = (metres(part) for part in feature.parts)
    return Polygon(outer, islands)


def point(place: MapPlace) -> Point:
    return Point(plane().to_metres(place.lon, place.lat))


def feature(kind: str, id: str) -> Feature:
    return next(feature for feature in city().features[kind] if feature.id == id)


@cache
def frame() -> Polygon:
    west, south, east, north = city().bbox
    return box(*plane().to_metres(west, south), *plane().to_metres(east, north))


@cache
def wide_water() -> BaseGeometry:
    return unary_union([polygon(feature) for feature in city().features["water"]])


@cache
def canals() -> dict[str, BaseGeometry]:
    return {
        canal.id: line(canal).buffer(canal.width_m / 2, cap_style="flat")
        for canal in city().features["canal"]
    }


@cache
def water() -> BaseGeometry:
    return unary_union([wide_water(), *canals().values()])


@cache
def bridges() -> dict[str, LineString]:
    return {bridge.id: line(bridge) for bridge in city().features["bridge"]}


@cache
def land() -> list[Polygon]:
    dry = frame().difference(water())
    pieces = dry.geoms if isinstance(dry, MultiPolygon) else [dry]
    return [piece for piece in pieces if piece.area > 2000]


def land_at(place: Point) -> int:
    return next((n for n, piece in enumerate(land()) if piece.distance(place) < 1), -1)


FEATURES = [feature for features in city().features.values() for feature in features]
BRIDGES = city().features["bridge"]
STREETS = city().features["street"]


def test_water_is_drawn_without_crossing_itself_and_islands_lie_inside_it() -> None:
    for feature in city().features["water"]:
        drawn = polygon(feature)
        assert drawn.is_valid
        outer = Polygon(drawn.exterior)
        islands = [Polygon(ring) for ring in drawn.interiors]
        assert len(islands) >= 8
        for island in islands:
            assert island.is_valid and outer.contains(island)
        for one, other in combinations(islands, 2):
            assert not one.intersects(other)


def test_no_ring_has_a_node_twice_or_a_spike() -> None:
    for feature in city().features["water"]:
        for part in feature.parts:
            assert max(Counter(part[1:]).values()) == 1
            ring = metres(part[:-1])
            for before, at, after in zip(
                [ring[-1], *ring], ring, [*ring[1:], ring[0]], strict=False
            ):
                turn = math.atan2(before[1] - at[1], before[0] - at[0]) - math.atan2(
                    after[1] - at[1], after[0] - at[0]
                )
                assert abs(math.remainder(turn, math.tau)) > math.radians(5), (feature.id, at)


def test_all_water_is_one_network_that_reaches_the_frame_in_the_east_and_in_the_west() -> None:
    assert isinstance(water().buffer(1), Polygon)
    west, _, east, _ = water().bounds
    frame_west, _, frame_east, _ = frame().bounds
    assert west <= frame_west + 1 and east >= frame_east - 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("winter-palace", "peter-and-paul-fortress"),
        ("winter-palace", "vasilievsky-island"),
        ("winter-palace", "petrograd-side"),
        ("winter-palace", "vyborg-district"),
        ("peter-and-paul-fortress", "petrograd-side"),
        ("vasilievsky-island", "petrograd-side"),
        ("petrograd-side", "vyborg-district"),
    ],
)
def test_what_a_river_parts_lies_on_two_pieces_of_land(one: str, other: str) -> None:
    first, second = (land_at(point(places()[id])) for id in (one, other))
    assert first >= 0 and second >= 0 and first != second


@pytest.mark.parametrize("id", [bridge.id for bridge in BRIDGES])
def test_a_bridge_stands_on_two_banks_and_crosses_water(id: str) -> None:
    crossing = bridges()[id]
    first, last = (Point(end) for end in (crossing.coords[0], crossing.coords[-1]))
    assert not water().contains(first) and not water().contains(last)
    wet = crossing.intersection(water())
    assert isinstance(wet, LineString) and wet.length > 8
    assert wet.length > crossing.length - 130  # no bridge runs far over land
    if wet.length > 75:
        assert land_at(first) != land_at(last)


@pytest.mark.parametrize("id", [street.id for street in STREETS])
def test_a_street_gets_its_feet_wet_only_on_a_bridge(id: str) -> None:
    street = line(feature("street", id))
    crossed = unary_union([bridge.buffer(35) for bridge in bridges().values()])
    assert street.intersection(water()).difference(crossed).length < 12
    for end in (street.coords[0], street.coords[-1]):
        assert not water().contains(Point(end)) or crossed.contains(Point(end))


def test_rails_cross_wide_water_only_on_a_bridge() -> None:
    crossed = unary_union([bridge.buffer(40) for bridge in bridges().values()])
    for railway in city().features["railway"]:
        assert line(railway).intersection(wide_water()).difference(crossed).length < 12


def test_each_of_the_five_stations_has_a_railway() -> None:
    stations = [place for place in places().values() if place.kind == "station"]
    assert len(stations) == 5
    for station in stations:
        near = [
            railway
            for railway in city().features["railway"]
            if line(railway).distance(point(station)) < 80
        ]
        assert near, station.id


@pytest.mark.parametrize("id", sorted(places()))
def test_a_place_is_on_its_side_of_the_bank(id: str) -> None:
    place = places()[id]
    at = point(place)
    if place.edge:
        assert not frame().contains(at)
        return
    assert frame().contains(at)
    wet = place.kind in ("ship", "water", "bridge")
    assert water().contains(at) == wet
    if place.kind == "ship":
        assert wide_water().boundary.distance(at) > 50


def test_a_bridge_of_the_list_is_the_bridge_of_the_map() -> None:
    for place in places().values():
        if place.kind == "bridge":
            bridge = feature("bridge", place.id.replace("-", "_"))
            assert line(bridge).distance(point(place)) < 35
            assert (bridge.name_th, bridge.name_ru) == (
                place.name_th,
                place.name_ru,
            ) or bridge.name_ru.startswith(place.name_ru)


def test_which_bridges_could_be_raised_is_told() -> None:
    raised = {bridge.id for bridge in BRIDGES if bridge.opens}
    assert {
        "nikolaevsky_bridge",
        "palace_bridge",
        "troitsky_bridge",
        "liteiny_bridge",
        "bolsheokhtinsky_bridge",
    } <= raised
    assert not raised & {"police_bridge", "anichkov_bridge", "ioannovsky_bridge"}


def test_no_bridge_is_younger_than_1917() -> None:
    for later in ("alexander_nevsky", "volodarsky", "kantemirovsky", "betancourt", "lazarevsky"):
        assert not any(later in bridge.id for bridge in BRIDGES)


@pytest.mark.parametrize("language", ["name_th", "name_en", "name_ru"])
def test_everything_has_a_name_of_its_own_in_each_language(language: str) -> None:
    for kind, features in city().features.items():
        names = [getattr(feature, language) for feature in features]
        assert all(names), kind
        assert max(Counter(names).values()) == 1, kind
    names = [getattr(place, language) for place in places().values()]
    assert all(names) and max(Counter(names).values()) == 1


def test_the_waters_join_as_they_should() -> None:
    def joined(one: str, other: str) -> bool:
        first = canals().get(one) or wide_water()
        return bool(first.intersects(canals()[other]))

    for one, other in [
        ("neva", "fontanka"),
        ("fontanka", "moika"),
        ("moika", "catherine_canal"),
        ("catherine_canal", "fontanka"),
        ("moika", "kryukov_canal"),
        ("kryukov_canal", "fontanka"),
        ("neva", "obvodny_canal"),
        ("fontanka", "vvedensky_canal"),
        ("obvodny_canal", "vvedensky_canal"),
        ("neva", "karpovka"),
        ("neva", "swan_canal"),
        ("moika", "swan_canal"),
        ("neva", "winter_canal"),
        ("moika", "winter_canal"),
    ]:
        assert joined(one, other), (one, other)


def test_along_the_nevsky_come_moika_catherine_canal_fontanka() -> None:
    nevsky = line(feature("street", "nevsky_prospekt"))
    distances = [
        nevsky.project(nevsky.intersection(canals()[id]).centroid)
        for id in ("moika", "catherine_canal", "fontanka")
    ]
    assert distances == sorted(distances)


def test_the_swan_canal_leaves_the_neva_west_of_the_fontanka() -> None:
    swan, fontanka = (feature("canal", id).parts[0][0] for id in ("swan_canal", "fontanka"))
    assert swan.lon < fontanka.lon


def test_the_map_has_as_many_nodes_as_a_hand_can_draw() -> None:
    nodes = sum(len(part) for feature in FEATURES for part in feature.parts)
    assert 650 <= nodes <= 800
    for feature in FEATURES:
        for one, other in pairwise(feature.parts[0]):
            assert one != other
