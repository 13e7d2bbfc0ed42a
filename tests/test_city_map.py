"""The map file is checked on loading, and its plane keeps lengths."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import resources
from reader.content.city_map import (
    GEOMETRY_OF_KIND,
    Bounds,
    CityMap,
    CityMapError,
    Projection,
    load_city_map,
)

PETROGRAD = Bounds(30.22, 59.9, 30.42, 59.985)
EARTH_RADIUS_M = 6371008.8


def document() -> dict[str, Any]:
    """A small map with one feature of each kind."""

    def feature(kind: str, id: str, coordinates: Any, **more: Any) -> dict[str, Any]:
        return {
            "type": "Feature",
            "properties": {"kind": kind, "id": id, "name_en": id.title(), **more},
            "geometry": {"type": GEOMETRY_OF_KIND[kind], "coordinates": coordinates},
        }

    ring = [[30.3, 59.94], [30.4, 59.94], [30.4, 59.96], [30.3, 59.94]]
    line = [[30.30, 59.93], [30.35, 59.94]]
    return {
        "type": "FeatureCollection",
        "bbox": [30.2, 59.9, 30.4, 60.0],
        "attribution_th": "แผนที่สังเขป",
        "attribution_en": "A schematic map",
        "features": [
            feature("water", "neva", [ring], labels=[{"name_en": "Neva", "at": [30.35, 59.95]}]),
            feature("canal", "moika", line, width_m=35),
            feature("street", "nevsky", line),
            feature("railway", "finland", line),
            feature("bridge", "palace", line),
            feature("district", "vyborg", [30.35, 59.96]),
        ],
    }


def load(tmp_path: Path, content: object) -> CityMap:
    path = tmp_path / "map.geojson"
    path.write_text(json.dumps(content), encoding="utf-8")
    return load_city_map(path)


def great_circle_m(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Metres between two (longitude, latitude) on a sphere; true to 0.5 %."""
    (lon1, lat1), (lon2, lat2) = (tuple(map(math.radians, point)) for point in (a, b))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(half))


def test_the_shipped_map_has_every_kind_and_its_attribution() -> None:
    city_map = load_city_map(resources.city_map_file())
    assert all(city_map.features[kind] for kind in GEOMETRY_OF_KIND)
    assert city_map.attribution_th and city_map.attribution_en
    assert all(canal.width_m > 0 for canal in city_map.features["canal"])


def test_everything_on_the_shipped_map_lies_in_its_frame() -> None:
    city_map = load_city_map(resources.city_map_file())
    west, south, east, north = city_map.bbox
    for features in city_map.features.values():
        for feature in features:
            for lon, lat in (node for part in feature.parts for node in part):
                assert west <= lon <= east and south <= lat <= north, feature.id


def test_features_come_by_kind_with_names_and_widths(tmp_path: Path) -> None:
    city_map = load(tmp_path, document())
    (water,), (canal,) = city_map.features["water"], city_map.features["canal"]
    assert city_map.bbox == Bounds(30.2, 59.9, 30.4, 60.0)
    assert (water.id, water.name_en, water.name_th) == ("neva", "Neva", "")
    assert water.labels[0].at == (30.35, 59.95)
    assert len(water.parts[0]) == 4
    assert canal.width_m == 35


def _set(*path: str | int, to: object) -> Callable[[dict[str, Any]], None]:
    def change(content: dict[str, Any]) -> None:
        holder: Any = content
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = to

    return change


CANAL = ("features", 1)


@pytest.mark.parametrize(
    ("change", "feature", "fault", "cure"),
    [
        (_set("type", to="Feature"), "", "FeatureCollection", "FeatureCollection"),
        (_set("features", to={}), "", "features", "list"),
        (_set("bbox", to=[30, 59]), "", "frame", "west, south, east, north"),
        (_set("bbox", to=[30.4, 59.9, 30.2, 60.0]), "", "turned over", "west, south"),
        (_set("bbox", to=[30.2, 59.9, 30.4, math.nan]), "", "position", "degrees"),
        (_set("attribution_th", to=" "), "", "attribution_th", "string"),
        (_set("features", 1, to=7), "feature 2", "properties", "both"),
        (_set(*CANAL, "properties", "id", to=""), "feature 2", '"id"', "string"),
        (_set(*CANAL, "properties", "id", to="neva"), "feature 2 (neva)", "twice", "its own"),
        (_set(*CANAL, "properties", "kind", to="lake"), "feature 2 (moika)", "lake", "water"),
        (_set(*CANAL, "properties", "width_m", to=0), "feature 2 (moika)", "width", "metres"),
        (_set(*CANAL, "properties", "width_m", to=True), "feature 2 (moika)", "width", "metres"),
        (_set(*CANAL, "properties", "name_th", to=5), "feature 2 (moika)", "name_th", "string"),
        (_set(*CANAL, "geometry", "type", to="Point"), "feature 2 (moika)", "canal", "LineString"),
        (_set(*CANAL, "geometry", "coordinates", to=[[30, 60]]), "feature 2", "two nodes", "two"),
        (_set(*CANAL, "geometry", "coordinates", 0, to=[30]), "feature 2", "[30]", "longitude"),
        (_set(*CANAL, "geometry", "coordinates", 0, to=[30, 91]), "feature 2", "91", "degrees"),
        (_set(*CANAL, "geometry", "coordinates", 0, to=["a", 1]), "feature 2", "'a'", "degrees"),
        (
            _set("features", 0, "geometry", "coordinates", 0, 0, to=[30.31, 59.94]),
            "feature 1 (neva)",
            "not closed",
            "the last like the first",
        ),
        (_set("features", 0, "geometry", "coordinates", to=[]), "feature 1", "rings", "list"),
        (_set("features", 0, "properties", "labels", to=["Neva"]), "feature 1", "labels", "at"),
        (_set("features", 0, "properties", "labels", to=[{}]), "feature 1", "position", "degrees"),
    ],
)
def test_bad_data_is_told_with_file_feature_and_cure(
    tmp_path: Path,
    change: Callable[[dict[str, Any]], None],
    feature: str,
    fault: str,
    cure: str,
) -> None:
    content = document()
    change(content)
    with pytest.raises(CityMapError) as caught:
        load(tmp_path, content)
    error = caught.value
    assert error.path == tmp_path / "map.geojson"
    assert error.feature.startswith(feature) and bool(error.feature) == bool(feature)
    assert fault in error.fault and cure in error.cure
    assert "map.geojson" in str(error) and error.cure in str(error)
    assert isinstance(error, ValueError)


@pytest.mark.parametrize("content", [b'{"type": ', b"\xff\xfe", b""])
def test_a_file_that_is_no_json_is_told_with_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "map.geojson"
    path.write_bytes(content)
    with pytest.raises(CityMapError, match=r"map\.geojson: not JSON in UTF-8"):
        load_city_map(path)


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_city_map(tmp_path / "none.geojson")


@given(st.floats(30.22, 30.42), st.floats(59.9, 59.985))
def test_degrees_to_metres_and_back(lon: float, lat: float) -> None:
    plane = Projection(PETROGRAD)
    assert plane.to_degrees(*plane.to_metres(lon, lat)) == pytest.approx((lon, lat), abs=1e-9)


@given(
    st.tuples(st.floats(30.22, 30.42), st.floats(59.9, 59.985)),
    st.tuples(st.floats(30.22, 30.42), st.floats(59.9, 59.985)),
)
def test_lengths_on_the_plane_are_true_within_one_per_cent(
    a: tuple[float, float], b: tuple[float, float]
) -> None:
    plane = Projection(PETROGRAD)
    assert math.dist(plane.to_metres(*a), plane.to_metres(*b)) == pytest.approx(
        great_circle_m(a, b), rel=0.01, abs=0.5
    )


def test_x_points_east_and_y_north() -> None:
    plane = Projection(PETROGRAD)
    x, y = plane.to_metres(30.42, 59.985)
    assert x > 0 and y > 0
    assert plane.to_metres(30.32, 59.9425) == pytest.approx((0, 0), abs=0.01)


def test_the_map_is_read_without_qt() -> None:
    program = (
        "import sys; sys.modules['PySide6'] = None; "
        "from reader import resources; "
        "from reader.content import city_map, label_placement; "
        "city_map.load_city_map(resources.city_map_file())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
