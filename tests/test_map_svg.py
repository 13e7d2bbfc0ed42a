"""The map as a drawing: one XML file with names as text, true to scale."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from itertools import combinations
from pathlib import Path

import pytest
from support import Run

from reader import resources
from reader.content.city_map import load_city_map
from reader.content.knowledge import Knowledge, without_package
from reader.content.label_placement import Box
from reader.errors import ReaderError
from reader.export.map_sheet import MapSheet
from reader.export.map_svg import WIDTH, map_svg
from reader.export.map_words import SIZES, placed_names
from reader.export.options import Options
from reader.text.article import article_from_bytes

SVG = "{http://www.w3.org/2000/svg}"
EARTH_RADIUS_M = 6371008.8


def drawing(entry: Knowledge, **options: str) -> ET.Element:
    return ET.fromstring(map_svg(entry, Options(**options)))  # type: ignore[arg-type]


def texts(root: ET.Element) -> set[str]:
    return {element.text or "" for element in root.iter(f"{SVG}text")}


def test_names_are_text_in_a_named_face(entry: Knowledge) -> None:
    root = drawing(entry)
    assert (root.get("font-family") or "").startswith("Sarabun")
    found = texts(root)
    assert {"สมอลนืย", "พระราชวังฤดูหนาว", "แม่น้ำเนวา", "ถนนเนฟสกี", "คลองเยคาเตรีนา"} <= found
    assert not root.findall(f".//{SVG}image")


def test_every_place_is_drawn_with_its_name_and_its_line(entry: Knowledge) -> None:
    root = drawing(entry)
    groups = {group.get("id"): group for group in root.iter(f"{SVG}g")}
    for place in entry.places:
        title = groups[f"place-{place.id}"].find(f"{SVG}title")
        assert title is not None and title.text == f"{place.name_th}: {place.line_th}"
    labels = {place.label_th for place in entry.places}
    assert len(labels - texts(root)) <= 2  # where there is no room at all


def test_water_is_one_path_with_its_islands_as_holes(entry: Knowledge) -> None:
    (water,) = drawing(entry).findall(f".//{SVG}g[@id='water']/{SVG}path")
    assert water.get("fill-rule") == "evenodd"
    assert (water.get("d") or "").count("M") == 9


@pytest.mark.parametrize(
    ("language", "second", "name", "scale"),
    [
        ("th", "", "สมอลนืย", "๑ กม."),
        ("en", "", "Smolny", "1 km"),
        ("en", "ru", "Зимний дворец", "1 km"),
    ],
)
def test_it_speaks_the_readers_language(
    entry: Knowledge, language: str, second: str, name: str, scale: str
) -> None:
    found = texts(drawing(entry, language=language, second_names=second))
    assert name in found and scale in found
    assert any(("โดยประมาณ" if language == "th" else "approximate") in text for text in found)


def test_the_scale_bar_is_as_long_as_it_says(entry: Knowledge) -> None:
    bar = next(g for g in drawing(entry).iter(f"{SVG}g") if g.get("id") == "scale")
    path = next(p.get("d") or "" for p in bar.iter(f"{SVG}path"))
    found = re.search(r"h([\d.]+)", path)
    assert found is not None
    sheet = MapSheet(load_city_map(resources.city_map_file()), WIDTH)
    x1, _ = sheet.at(30.3, 59.94)
    x2, _ = sheet.at(30.301, 59.94)
    metres = math.radians(0.001) * EARTH_RADIUS_M * math.cos(math.radians(59.94))
    assert float(found[1]) / 1000 == pytest.approx((x2 - x1) / metres, rel=0.01)


@pytest.mark.parametrize("languages", [("th",), ("en",), ("th", "ru")])
def test_no_name_covers_another(entry: Knowledge, languages: tuple[str, ...]) -> None:
    city = load_city_map(resources.city_map_file())
    sheet = MapSheet(city, WIDTH)
    names = placed_names(city, entry.places, sheet, {}, (), languages)
    upright = {key: name for key, name in names.items() if not name.degrees}
    assert len(upright) > 60
    boxes = {}
    for key, name in upright.items():
        # the least that a line of Thai takes
        width = 0.3 * SIZES[name.kind] * max(len(line) for line in name.lines)
        height = 0.9 * SIZES[name.kind] * len(name.lines)
        boxes[key] = Box(
            name.x - width / 2, name.y - height / 2, name.x + width / 2, name.y + height / 2
        )
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        assert not first.overlaps(second), (one, other)


def test_what_is_off_the_map_is_an_arrow_at_its_edge(entry: Knowledge) -> None:
    sheet = MapSheet(load_city_map(resources.city_map_file()), WIDTH)
    for place in entry.places:
        at = sheet.standing(place)
        assert 0 <= at.x <= sheet.width and 0 <= at.y <= sheet.height
        assert (at.heading is not None) == place.edge


def test_a_text_without_places_has_no_drawing() -> None:
    known = without_package(article_from_bytes("ข้อความ".encode(), "plain", "plain.txt"))
    with pytest.raises(ReaderError) as caught:
        map_svg(known, Options())
    assert caught.value.key == "no-map"


def test_the_map_is_made_a_picture_without_a_display(neva: Run, tmp_path: Path) -> None:
    out = tmp_path / "map.png"
    done = neva("export", "--format", "png", "-o", str(out))
    assert (done.returncode, done.stdout) == (0, b"")
    data = out.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") == 3200
