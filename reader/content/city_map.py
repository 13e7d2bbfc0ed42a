"""The vector map of the city: what stands in the GeoJSON file, checked, and its plane.

The file is a FeatureCollection in WGS84 (longitude first) with "bbox", "attribution_th" and
"attribution_en". Each feature has the properties kind, id and, where it has a name, name_th,
name_en and name_ru; a canal has width_m besides, a bridge may have opens (it could be raised or
swung for ships), a water labels: names of its branches, each with the point "at" where it stands.
Nothing is drawn here.
"""

import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

GEOMETRY_OF_KIND = {
    "water": "Polygon",
    "canal": "LineString",
    "street": "LineString",
    "railway": "LineString",
    "bridge": "LineString",
    "district": "Point",
}
"""Which kinds a map may hold, and the GeoJSON geometry of each."""
_NUMBERS = (int, float)


class CityMapError(ValueError):
    """A map file that breaks the rules of its format.

    path: the file. feature: where in it, e.g. ``feature 12 (fontanka)``, or "" for the file as a
    whole. fault: what is wrong. cure: what to do about it.
    """

    def __init__(self, path: Path, feature: str, fault: str, cure: str) -> None:
        where = f"{path}: {feature}" if feature else str(path)
        super().__init__(f"{where}: {fault}; {cure}.")
        self.path = path
        self.feature = feature
        self.fault = fault
        self.cure = cure


class Node(NamedTuple):
    """A position in degrees, WGS84."""

    lon: float
    lat: float


class Bounds(NamedTuple):
    """A frame in degrees, WGS84; west < east, south < north."""

    west: float
    south: float
    east: float
    north: float


class Branch(NamedTuple):
    """A name that stands at one point of a wider feature."""

    name_th: str
    name_en: str
    name_ru: str
    at: Node


class Feature(NamedTuple):
    """One thing on the map.

    parts: a water's rings, the outer one first, then its islands; otherwise one line, or one
    point. width_m: a canal's width in metres, 0 for every other kind. labels: the names of a
    water's branches. opens: whether a bridge could be raised or swung for ships. A missing name
    is "".
    """

    kind: str
    id: str
    name_th: str
    name_en: str
    name_ru: str
    parts: tuple[tuple[Node, ...], ...]
    width_m: float = 0.0
    labels: tuple[Branch, ...] = ()
    opens: bool = False


class CityMap(NamedTuple):
    """A whole map. features: by kind, every kind of GEOMETRY_OF_KIND, in the file's order."""

    bbox: Bounds
    attribution_th: str
    attribution_en: str
    features: Mapping[str, tuple[Feature, ...]]


class MapPlace(NamedTuple):
    """A place of an article, to be shown on the map.

    entity: the id of what it belongs to, or None. lat, lon: degrees, WGS84. label_th, label_en:
    the short names that stand on the map. kind: building, ship, district, water, square, station
    or bridge. rank: 1 (always shown) to 3 (shown when near). edge: it lies off the map and is
    shown as an arrow at the frame. line_th, line_en: one sentence about it.
    """

    id: str
    entity: str | None
    lat: float
    lon: float
    label_th: str
    label_en: str
    name_th: str
    name_en: str
    name_ru: str
    kind: str
    rank: int
    edge: bool
    line_th: str
    line_en: str


class Projection:
    """Degrees to metres on a plane that touches the ellipsoid at the middle of ``bbox``, and back.

    Local equirectangular, with lon0, lat0 the middle of the frame:

        x = N cos(lat0) (lon - lon0)        metres east
        y = M (lat - lat0)                  metres north

    angles in radians; N = a / w is the WGS84 radius of curvature east to west at lat0,
    M = a (1 - e2) / w**3 the one north to south, w = sqrt(1 - e2 sin(lat0)**2), a = 6 378 137 m,
    e2 = 0.00669438. Ten kilometres from the middle a length is wrong by less than 0.3 %.

    >>> plane = Projection(Bounds(30.0, 59.5, 31.0, 60.5))
    >>> [round(metres) for metres in plane.to_metres(30.501, 60.001)]
    [56, 111]
    >>> [round(degrees, 6) for degrees in plane.to_degrees(*plane.to_metres(30.4, 59.9))]
    [30.4, 59.9]
    """

    _A = 6378137.0
    _E2 = 0.00669437999014

    def __init__(self, bbox: Bounds) -> None:
        self._lon0 = (bbox.west + bbox.east) / 2
        self._lat0 = (bbox.south + bbox.north) / 2
        lat0 = math.radians(self._lat0)
        w = math.sqrt(1 - self._E2 * math.sin(lat0) ** 2)
        self._east_per_degree = math.radians(self._A / w * math.cos(lat0))
        self._north_per_degree = math.radians(self._A * (1 - self._E2) / w**3)

    def to_metres(self, lon: float, lat: float) -> tuple[float, float]:
        """(metres east, metres north) of the middle of the frame."""
        return (
            (lon - self._lon0) * self._east_per_degree,
            (lat - self._lat0) * self._north_per_degree,
        )

    def to_degrees(self, x: float, y: float) -> tuple[float, float]:
        """(longitude, latitude) of a point ``x`` metres east, ``y`` metres north of the middle."""
        return self._lon0 + x / self._east_per_degree, self._lat0 + y / self._north_per_degree


def load_city_map(path: Path) -> CityMap:
    """The map in ``path``.

    Raises CityMapError where the content is not such a map, OSError where it cannot be read.
    """
    try:
        document = json.loads(path.read_bytes())
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise CityMapError(
            path, "", f"not JSON in UTF-8 ({error})", "restore the file or correct it there"
        ) from None
    return _Reader(path).city_map(document)


class _Reader:
    """Checks a parsed document piece by piece, knowing where it is."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._where = ""

    def city_map(self, document: Any) -> CityMap:
        if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
            raise self._error("not a GeoJSON FeatureCollection", 'set "type": "FeatureCollection"')
        raw_features = document.get("features")
        if not isinstance(raw_features, list):
            raise self._error("no list of features", 'give "features" as a list')
        bbox = self._bbox(document.get("bbox"))
        by_kind: dict[str, list[Feature]] = {kind: [] for kind in GEOMETRY_OF_KIND}
        ids: set[str] = set()
        for number, raw in enumerate(raw_features, start=1):
            self._where = f"feature {number}"
            feature = self._feature(raw)
            if feature.id in ids:
                raise self._error("its id is used twice", "give each feature an id of its own")
            ids.add(feature.id)
            by_kind[feature.kind].append(feature)
        self._where = ""
        return CityMap(
            bbox,
            self._text(document, "attribution_th", required=True),
            self._text(document, "attribution_en", required=True),
            {kind: tuple(features) for kind, features in by_kind.items()},
        )

    def _bbox(self, raw: Any) -> Bounds:
        cure = 'give "bbox" as [west, south, east, north] in degrees'
        if not isinstance(raw, list) or len(raw) != 4:
            raise self._error("no frame", cure)
        south_west, north_east = self._nodes([raw[:2], raw[2:]])
        bbox = Bounds(*south_west, *north_east)
        if bbox.west >= bbox.east or bbox.south >= bbox.north:
            raise self._error("the frame is empty or turned over", cure)
        return bbox

    def _feature(self, raw: Any) -> Feature:
        properties = raw.get("properties") if isinstance(raw, dict) else None
        geometry = raw.get("geometry") if isinstance(raw, dict) else None
        if not isinstance(properties, dict) or not isinstance(geometry, dict):
            raise self._error("no properties or no geometry", "give it both, as GeoJSON says")
        identity = self._text(properties, "id", required=True)
        self._where += f" ({identity})"
        kind = self._text(properties, "kind", required=True)
        if kind not in GEOMETRY_OF_KIND:
            raise self._error(
                f"unknown kind {kind!r}", f"use one of {', '.join(sorted(GEOMETRY_OF_KIND))}"
            )
        wanted = GEOMETRY_OF_KIND[kind]
        if geometry.get("type") != wanted:
            raise self._error(f"a {kind} that is not a {wanted}", f"draw it as a {wanted}")
        return Feature(
            kind,
            identity,
            self._text(properties, "name_th"),
            self._text(properties, "name_en"),
            self._text(properties, "name_ru"),
            tuple(self._parts(wanted, geometry.get("coordinates"))),
            self._width(properties) if kind == "canal" else 0.0,
            self._labels(properties.get("labels") or []) if kind == "water" else (),
            kind == "bridge" and properties.get("opens") is True,
        )

    def _parts(self, geometry: str, raw: Any) -> Iterable[tuple[Node, ...]]:
        if geometry == "Point":
            return [self._nodes([raw])]
        if geometry == "LineString":
            return [self._line(raw)]
        if not isinstance(raw, list) or not raw:
            raise self._error("a polygon without rings", "give its coordinates as a list of rings")
        return [self._ring(ring) for ring in raw]

    def _line(self, raw: Any) -> tuple[Node, ...]:
        nodes = self._nodes(raw)
        if len(nodes) < 2:
            raise self._error("a line of fewer than two nodes", "give it two or more, or remove it")
        return nodes

    def _ring(self, raw: Any) -> tuple[Node, ...]:
        nodes = self._nodes(raw)
        if len(nodes) < 4 or nodes[0] != nodes[-1]:
            raise self._error(
                "a ring that is not closed", "give it four nodes or more, the last like the first"
            )
        return nodes

    def _nodes(self, raw: Any) -> tuple[Node, ...]:
        if not isinstance(raw, list):
            raise self._error("coordinates that are not a list", "give them as GeoJSON says")
        return tuple([self._node(pair) for pair in raw])

    def _node(self, raw: Any) -> Node:
        if isinstance(raw, list) and len(raw) >= 2:
            longitude, latitude = raw[:2]
            # a bool is an int to isinstance; infinity and NaN are in no range
            if (
                type(longitude) in _NUMBERS
                and type(latitude) in _NUMBERS
                and -180 <= longitude <= 180
                and -90 <= latitude <= 90
            ):
                return Node(float(longitude), float(latitude))
        raise self._error(f"{raw!r} is no position", "write [longitude, latitude] in degrees")

    def _labels(self, raw: Any) -> tuple[Branch, ...]:
        if not isinstance(raw, list) or not all(isinstance(label, dict) for label in raw):
            raise self._error('"labels" is no list of labels', 'give each its names and "at"')
        return tuple(
            Branch(
                self._text(label, "name_th"),
                self._text(label, "name_en"),
                self._text(label, "name_ru"),
                self._nodes([label.get("at")])[0],
            )
            for label in raw
        )

    def _width(self, properties: dict[str, Any]) -> float:
        width: Any = properties.get("width_m")
        if type(width) not in _NUMBERS or not 0 < width < math.inf:
            raise self._error("a canal without a width", 'give "width_m" in metres, above 0')
        return float(width)

    def _text(self, holder: dict[str, Any], key: str, *, required: bool = False) -> str:
        text = holder.get(key) or ""
        if not isinstance(text, str) or (required and not text.strip()):
            raise self._error(f'no text in "{key}"', f'write "{key}" as a string')
        return text

    def _error(self, fault: str, cure: str) -> CityMapError:
        return CityMapError(self._path, self._where, fault, cure)
