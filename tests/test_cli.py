"""The command line: its output for scripts, and one clear sentence for everything bad."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support import ROOT, Package, Run

from reader import __version__
from reader.cli import main
from reader.content import computed
from reader.content.compute import knowledge_from
from reader.content.knowledge import Knowledge
from reader.content.model import CATEGORIES, CERTAINTIES, NOTE_KINDS, PRECISIONS
from reader.content.source import DATE_KINDS, load_source
from reader.desk.store import Store
from reader.errors import PackageError
from reader.export.geojson_export import geojson_export
from reader.messages import sentence_for

Done = subprocess.CompletedProcess[bytes]
DATE = re.compile(r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?")
THAI = re.compile("[ก-๛]")
NO_DISPLAY = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}
posix_only = pytest.mark.skipif(os.name != "posix", reason="needs POSIX")


def told(done: Done) -> str:
    """The one sentence on standard error of a command that could not be done."""
    error = done.stderr.decode("utf-8")
    assert "Traceback" not in error
    assert done.returncode == 2, error
    assert done.stdout in (b"", None)
    assert error.endswith("\n")
    assert error.count("\n") == 1, error
    return error.rstrip("\n")


def json_of(done: Done) -> dict[str, Any]:
    assert (done.returncode, done.stderr) == (0, b"")
    loaded: dict[str, Any] = json.loads(done.stdout.decode("utf-8"))
    return loaded


@pytest.fixture(scope="session")
def entry_index(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """``index --json`` of the entry."""
    done = subprocess.run(
        [sys.executable, "-m", "reader", "index", "--json"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path_factory.mktemp("elsewhere"),
        capture_output=True,
    )
    return json_of(done)


@pytest.fixture(scope="session")
def entry_export(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """``export --format json`` of the entry."""
    out = tmp_path_factory.mktemp("export") / "entry.json"
    done = subprocess.run(
        [sys.executable, "-m", "reader", "export", "--format", "json", "-o", str(out)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    loaded: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture
def made(package: Package) -> Package:
    """The small package, computed."""
    computed.save(package.folder / "computed", knowledge_from(load_source(package.folder)))
    return package


# index --json


def test_index_has_its_parts_in_order(entry_index: dict[str, Any]) -> None:
    assert list(entry_index) == [
        "article", "entities", "mentions", "terms", "dates", "places", "notes",
    ]  # fmt: skip


def test_index_names_the_article(entry_index: dict[str, Any]) -> None:
    assert entry_index["article"] == {
        "id": "october-revolution",
        "title_th": "การปฏิวัติเดือนตุลาคม",
        "title_en": "The October Revolution",
        "length": 13_721,
        "sha256": "d49d0cf93a0818f6e29ad582afdbcd51c933d66e9295304a2989fd68850de258",
    }


def test_index_tells_entities(entry_index: dict[str, Any]) -> None:
    keys = {"id", "category", "name_th", "name_en", "variants", "mentions"}
    ids = [entity["id"] for entity in entry_index["entities"]]
    assert len(ids) == len(set(ids))
    for entity in entry_index["entities"]:
        assert set(entity) - {"name_ru"} == keys
        assert entity["category"] in CATEGORIES
        assert entity["name_th"] and entity["name_en"] and entity.get("name_ru", "Я")
        for variant in entity["variants"]:
            assert set(variant) == {"form", "misprint"}
            assert isinstance(variant["misprint"], bool)
        counted = [m for m in entry_index["mentions"] if m["entity"] == entity["id"]]
        assert entity["mentions"] == len(counted)
    assert {entity["category"] for entity in entry_index["entities"]} == set(CATEGORIES)


def test_index_tells_mentions(entry_index: dict[str, Any], entry_text: str) -> None:
    ids = {entity["id"] for entity in entry_index["entities"]}
    last = 0
    for mention in entry_index["mentions"]:
        assert set(mention) == {"start", "end", "entity", "starred"}
        assert last <= mention["start"] < mention["end"] <= len(entry_text)
        assert mention["entity"] in ids
        last = mention["end"]
    assert sum(mention["starred"] for mention in entry_index["mentions"]) == 14
    assert len(entry_index["mentions"]) > 200


def test_index_tells_terms(entry_index: dict[str, Any], entry_text: str) -> None:
    starred = {(m["start"], m["end"]) for m in entry_index["mentions"] if m["starred"]}
    assert len(entry_index["terms"]) == 14
    for term in entry_index["terms"]:
        assert set(term) == {
            "start", "end", "gloss", "gloss_start", "gloss_end", "star", "entity",
        }  # fmt: skip
        assert term["gloss"] == entry_text[term["gloss_start"] : term["gloss_end"]]
        assert entry_text[term["gloss_start"] - 1] == "("
        assert entry_text[term["gloss_end"]] == ")"
        assert entry_text[term["star"]] == "*"
        assert (term["start"], term["end"]) in starred


def test_index_tells_dates(entry_index: dict[str, Any], entry_text: str) -> None:
    for date in entry_index["dates"]:
        keys = {"start", "end", "os", "ns", "be", "precision", "printed"}
        assert set(date) - {"time"} == keys
        assert date["os"] is None or DATE.fullmatch(date["os"])
        assert DATE.fullmatch(date["ns"])
        assert isinstance(date["be"], int)
        assert date["precision"] in PRECISIONS
        assert date["printed"] in ("os", "ns", "unknown")
        assert ("time" in date) == (date["precision"] == "time")
        assert re.fullmatch(r"[0-2]\d:[0-5]\d", date.get("time", "00:00"))
        assert 0 <= date["start"] < date["end"] <= len(entry_text)
    assert len(entry_index["dates"]) == 31


def test_index_tells_places(entry_index: dict[str, Any]) -> None:
    ids = {entity["id"] for entity in entry_index["entities"]}
    for place in entry_index["places"]:
        assert set(place) == {"entity", "lat", "lon"}
        assert place["entity"] in ids
        assert 50 < place["lat"] < 70
        assert 20 < place["lon"] < 45
    petrograd = {"smolny", "winter-palace", "peter-and-paul-fortress", "aurora"}
    assert petrograd <= {place["entity"] for place in entry_index["places"]}


def test_index_tells_notes(entry_index: dict[str, Any], entry_text: str) -> None:
    for note in entry_index["notes"]:
        assert set(note) == {"start", "end", "kind", "th", "en", "sources", "certainty"}
        assert note["kind"] in NOTE_KINDS
        assert note["certainty"] in CERTAINTIES
        assert THAI.search(note["th"]) and note["en"] and note["sources"]
        assert 0 <= note["start"] < note["end"] <= len(entry_text)
    assert {note["kind"] for note in entry_index["notes"]} == set(NOTE_KINDS)


def test_note_at_the_end_stands_on_the_broken_word(
    entry_index: dict[str, Any], entry_text: str
) -> None:
    (end,) = (note for note in entry_index["notes"] if note["kind"] == "end")
    assert end["end"] == len(entry_text)


def test_copy_of_the_entry_under_another_name_is_known_as_the_entry(
    neva: Run, entry_file: Path, entry_index: dict[str, Any], tmp_path: Path
) -> None:
    copy = tmp_path / "สำเนา copy.md"
    shutil.copy(entry_file, copy)
    assert json_of(neva("index", "--json", copy)) == entry_index


def test_text_without_a_package_tells_its_stars_only(neva: Run, tmp_path: Path) -> None:
    file = tmp_path / "สงคราม.ฉบับ.txt"
    text = "\ufeffสงคราม (War)* และสันติภาพ (Peace)*\r\nจบ 😀 ท้าย (End)*"
    file.write_bytes(text.encode())
    known = json_of(neva("index", "--json", file))
    assert known["article"]["id"] == known["article"]["title_th"] == "สงคราม.ฉบับ"
    assert known["article"]["title_en"] == "สงคราม.ฉบับ"
    assert known["article"]["length"] == len(text)
    for part in ("entities", "mentions", "dates", "places", "notes"):
        assert known[part] == []
    terms = known["terms"]
    assert [text[t["start"] : t["end"]] for t in terms][1:] == ["สันติภาพ", "ท้าย"]
    assert [term["gloss"] for term in terms] == ["War", "Peace", "End"]
    assert [text[term["star"]] for term in terms] == ["*"] * 3
    assert [term["entity"] for term in terms] == [None] * 3


def test_package_is_opened_by_its_folder(neva: Run, made: Package) -> None:
    known = json_of(neva("index", "--json", made.folder))
    assert known["article"]["id"] == "varee"
    assert [entity["id"] for entity in known["entities"]] == ["somchai", "varee"]


def test_file_is_looked_for_in_the_folder_the_command_runs_in(neva: Run, tmp_path: Path) -> None:
    (tmp_path / "ก.txt").write_text("คำ (Word)*", encoding="utf-8")
    assert len(json_of(neva("index", "--json", "ก.txt", cwd=tmp_path))["terms"]) == 1


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names there are Unicode")
def test_file_whose_name_is_no_unicode_is_read(neva: Run, tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\xfe.txt")
    (tmp_path / name).write_text("คำ (Word)*", encoding="utf-8")
    assert len(json_of(neva("index", "--json", name, cwd=tmp_path))["terms"]) == 1


# export


def test_json_export_is_the_index_and_more(
    entry_export: dict[str, Any], entry_index: dict[str, Any]
) -> None:
    assert list(entry_export) == [*entry_index, "cards", "events"]
    assert {key: entry_export[key] for key in entry_index} == entry_index


def test_json_export_has_a_card_for_every_entity(entry_export: dict[str, Any]) -> None:
    ids = [entity["id"] for entity in entry_export["entities"]]
    assert sorted(card["entity"] for card in entry_export["cards"]) == sorted(ids)
    for card in entry_export["cards"]:
        assert set(card) == {"entity", "th", "en", "dates", "sources", "see"}
        for language in ("th", "en"):
            assert set(card[language]) == {"short", "body", "role", "why"}
            assert all(card[language].values())
            assert bool(THAI.search(card[language]["short"])) == (language == "th")
        assert len(card["sources"]) >= 2
        assert card["see"]
        assert set(card["see"]) <= set(ids) - {card["entity"]}
        for date in card["dates"]:
            assert set(date) - {"place"} == {"kind", "os", "ns", "be"}
            assert date["kind"] in DATE_KINDS
            assert date["os"] is None or DATE.fullmatch(date["os"])
            assert DATE.fullmatch(date["ns"])


def test_json_export_has_the_timeline(entry_export: dict[str, Any], entry_text: str) -> None:
    ids = {entity["id"] for entity in entry_export["entities"]}
    assert entry_export["events"]
    for event in entry_export["events"]:
        assert set(event) - {"time"} == {
            "id", "th", "en", "os", "ns", "start", "end", "entities",
        }  # fmt: skip
        assert DATE.fullmatch(event["ns"])
        assert 0 <= event["start"] < event["end"] <= len(entry_text)
        assert set(event["entities"]) <= ids
    names = [event["id"] for event in entry_export["events"]]
    assert len(names) == len(set(names))


def test_export_to_a_dash_goes_to_standard_output(neva: Run, entry_export: dict[str, Any]) -> None:
    assert json_of(neva("export", "--format", "json", "-o", "-")) == entry_export


def test_geojson_export_is_the_map_of_petrograd_with_its_places(
    neva: Run, entry_index: dict[str, Any], tmp_path: Path
) -> None:
    geometry = pytest.importorskip("shapely.geometry")
    out = tmp_path / "map.geojson"
    done = neva("export", "--format", "geojson", "-o", out)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    collection = json.loads(out.read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    wanted = {
        "water": "Polygon", "canal": "LineString", "street": "LineString",
        "railway": "LineString", "bridge": "LineString", "district": "Point", "place": "Point",
    }  # fmt: skip
    assert {f["properties"]["kind"] for f in collection["features"]} == set(wanted)
    for feature in collection["features"]:
        properties = feature["properties"]
        assert feature["type"] == "Feature"
        assert feature["geometry"]["type"] == wanted[properties["kind"]]
        shape = geometry.shape(feature["geometry"])
        assert shape.is_valid and not shape.is_empty
        west, south, east, north = shape.bounds
        if properties["kind"] != "place":
            assert 29 < west <= east < 32 and 59 < south <= north < 61, properties["id"]
        if properties["kind"] == "canal":
            assert 5 <= properties["width_m"] <= 100
    places = {
        f["properties"]["entity"]: f["geometry"]["coordinates"]
        for f in collection["features"]
        if f["properties"]["kind"] == "place" and f["properties"]["entity"]
    }
    assert places == {
        place["entity"]: [place["lon"], place["lat"]] for place in entry_index["places"]
    }


def test_damaged_map_is_told(entry: Knowledge, tmp_path: Path) -> None:
    file = tmp_path / "map.geojson"
    for damage in ("", "{", "[]", "{}", '{"features": 7}'):
        file.write_text(damage, encoding="utf-8")
        with pytest.raises(PackageError) as caught:
            geojson_export(entry, file)
        assert sentence_for(caught.value, "th")


def test_text_without_places_has_a_map_without_features(neva: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("คำ", encoding="utf-8")
    known = json_of(neva("export", "--format", "geojson", "-o", "-", file))
    assert known == {"type": "FeatureCollection", "features": []}


# check


def test_check_of_the_shipped_package_is_good(neva: Run, entry_file: Path) -> None:
    done = neva("check", entry_file.parent)
    assert (done.returncode, done.stderr) == (0, b"")
    assert THAI.search(done.stdout.decode("utf-8"))


def test_check_of_a_good_text_is_good(neva: Run, entry_file: Path) -> None:
    assert neva("check", entry_file).returncode == 0


def test_check_tells_each_fault_in_a_line_of_its_own(neva: Run, made: Package) -> None:
    first = made.change("notes.toml", '"doubt"', '"hunch"')
    second = made.change("timeline.toml", '"entry"', '"guess"')
    done = neva("check", made.folder)
    assert (done.returncode, done.stdout) == (1, b"")
    lines = done.stderr.decode("utf-8").splitlines()
    assert len(lines) == 2
    assert "notes.toml" in lines[0] and str(first) in lines[0]
    assert "timeline.toml" in lines[1] and str(second) in lines[1]


def test_check_of_a_text_that_cannot_be_read_gives_the_reason(neva: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xff\xff")
    done = neva("check", file)
    assert done.returncode == 1
    assert done.stderr.decode("utf-8").count("\n") == 1


# Help and version


def test_version_and_help_go_to_standard_output(neva: Run) -> None:
    version = neva("--version")
    assert (version.returncode, version.stderr) == (0, b"")
    assert version.stdout.decode().strip() == f"neva-reader {__version__}"
    for name in ("--help", "-h"):
        done = neva(name)
        assert (done.returncode, done.stderr) == (0, b"")
        for command in ("index --json", "check", "export", "screenshot", "--version"):
            assert command in done.stdout.decode()


@pytest.mark.parametrize("command", ["index", "check", "export", "screenshot"])
def test_each_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: neva-reader {command}")


# Bad input


def bad_inputs(folder: Path) -> dict[str, Path]:
    """A path of each kind that is no text."""
    contents = {
        "empty.txt": b"",
        "blank.txt": b"\xef\xbb\xbf \r\n\n",
        "binary.txt": b"\x89PNG\r\n\x1a\n\x00\x00",
        "zeros.txt": b"text \x00 text",
        "latin-1.txt": "café résumé naïve".encode("latin-1"),
        "utf-16.txt": "ภาษาไทย with spaces".encode("utf-16")[:-1],
        "cut.txt": "ภาษาไทย".encode()[:-1],
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return {
        "missing": folder / "no such file.txt",
        "folder": folder,
        "under a file": folder / "empty.txt" / "x.txt",
        "name too long": folder / ("x" * 400),
        "name of two lines": folder / "one\ntwo.txt",
        **{name: folder / name for name in contents},
    }


BAD = [
    "missing", "folder", "under a file", "name too long", "name of two lines", "empty.txt",
    "blank.txt", "binary.txt", "zeros.txt", "latin-1.txt", "utf-16.txt", "cut.txt",
]  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_one_sentence_in_thai(neva: Run, tmp_path: Path, kind: str) -> None:
    path = bad_inputs(tmp_path)[kind]
    said = told(neva("index", "--json", path))
    assert THAI.search(said)
    assert path.name[:10].splitlines()[0] in said


@pytest.mark.parametrize(
    "command", [(), ("export", "--format", "json", "-o", "-"), ("screenshot", "out.png")]
)
def test_every_command_refuses_bad_input_alike(
    neva: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    path = bad_inputs(tmp_path)["binary.txt"]
    assert told(neva(*command, path)) == told(neva("index", "--json", path))


@pytest.mark.parametrize("encoding", ["tis-620", "cp874", "utf-16", "utf-16-be"])
def test_thai_in_another_encoding_is_read(neva: Run, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("สงคราม (War)* ภาษาไทย".encode(encoding))
    assert len(json_of(neva("index", "--json", file))["terms"]) == 1


def test_empty_name_of_a_file_does_not_open_the_entry(neva: Run) -> None:
    told(neva("index", "--json", ""))


@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_check_of_nothing_is_bad_input(neva: Run, tmp_path: Path, kind: str) -> None:
    told(neva("check", bad_inputs(tmp_path)[kind]))


@pytest.mark.parametrize("damage", ["", "{", "[]", None])
def test_damaged_package_is_bad_input(neva: Run, made: Package, damage: str | None) -> None:
    file = made.folder / "computed" / "text.json"
    file.unlink()
    if damage is not None:
        file.write_text(damage, encoding="utf-8")
    assert "text.json" in told(neva("index", "--json", made.folder))


def test_package_of_another_format_is_bad_input(neva: Run, made: Package) -> None:
    made.write("computed/text.json", '{"format": [99, 0]}')
    assert "99" in told(neva("index", "--json", made.folder))


def test_package_with_damaged_details_is_bad_input(neva: Run, made: Package) -> None:
    (made.folder / "computed" / "details.json").write_text("{", encoding="utf-8")
    assert "details.json" in told(neva("export", "--format", "json", "-o", "-", made.folder))


@pytest.mark.parametrize(
    "arguments",
    [
        ("index",),
        ("index", "--json", "a", "b"),
        ("--no-such-option",),
        ("one.txt", "two.txt"),
        ("check",),
        ("export", "-o", "out"),
        ("export", "--format", "docx", "-o", "out"),
        ("export", "--format", "json"),
        ("screenshot",),
        ("screenshot", "out.png", "--size", "large"),
        ("screenshot", "out.png", "--size", "1x1"),
        ("screenshot", "out.png", "--scale", "4"),
        ("screenshot", "out.png", "--lang", "ru"),
        ("screenshot", "out.png", "--at", "here"),
        ("--no-such\noption",),
    ],
    ids=" ".join,
)
def test_bad_usage_points_to_the_help(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, said = capsys.readouterr()
    assert out == ""
    assert said.count("\n") == 1
    assert "--help" in said
    assert THAI.search(said)


def test_bad_usage_is_one_sentence(neva: Run) -> None:
    told(neva("--no-such-option"))


def test_reader_who_chose_english_is_answered_in_english(
    neva: Run, reader_home: Path, tmp_path: Path
) -> None:
    store = Store(reader_home)
    store.put("language", "en")
    store.close()
    said = told(neva("index", "--json", tmp_path / "none.txt"))
    assert said == (
        "The file “none.txt” cannot be found. Check its name and folder, then open it again."
    )


def test_command_line_leaves_nothing_behind(neva: Run, reader_home: Path, tmp_path: Path) -> None:
    neva("index", "--json", tmp_path / "none.txt")
    neva("--version")
    assert not reader_home.exists()


def test_damaged_settings_are_left_for_the_window_to_tell(
    neva: Run, reader_home: Path, tmp_path: Path
) -> None:
    reader_home.mkdir()
    (reader_home / "desk.sqlite").write_bytes(b"damaged " * 999)
    assert THAI.search(told(neva("index", "--json", tmp_path / "none.txt")))
    assert [path.name for path in reader_home.iterdir()] == ["desk.sqlite"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are a Linux matter")
def test_without_a_display_the_screenshot_command_is_named(neva: Run) -> None:
    said = told(neva(environment=NO_DISPLAY))
    assert "screenshot" in said
    assert THAI.search(said)


# Output that cannot be written


@pytest.mark.parametrize("out", ["no/such/folder/out.json", ".", ""])
def test_unwritable_output_is_one_sentence(neva: Run, out: str) -> None:
    assert THAI.search(told(neva("export", "--format", "geojson", "-o", out)))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "arguments",
    [("index", "--json"), ("export", "--format", "json", "-o", "-"), ("--version",), ("--help",)],
)
def test_full_disk_behind_standard_output_is_one_sentence(
    neva: Run, arguments: tuple[str, ...]
) -> None:
    with open("/dev/full", "wb") as full:
        told(neva(*arguments, stdout=full.fileno()))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_behind_a_file_is_one_sentence(neva: Run) -> None:
    told(neva("export", "--format", "json", "-o", "/dev/full"))


@posix_only
@pytest.mark.parametrize("arguments", [("index", "--json"), ("--help",)])
def test_reader_of_the_output_may_go_away(neva: Run, arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = neva(*arguments, stdout=writing)
    os.close(writing)
    assert done.stderr == b""


@posix_only
def test_ctrl_c_ends_without_a_word(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "index", "--json", str(pipe)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # a shell that runs the tests in the background has them pass over Ctrl+C
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    with pipe.open("wb"):  # opens when the program has begun to read
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (out, err) == (b"", b"")
    assert process.returncode != 0


# Odd surroundings


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp874", "utf-16"])
def test_terminal_without_thai_letters_is_no_obstacle(
    neva: Run, entry_file: Path, encoding: str
) -> None:
    changed: dict[str, str | None] = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    good = neva("check", entry_file, environment=changed)
    assert good.returncode == 0
    assert b"Traceback" not in good.stderr
    bad = neva("check", "none.txt", environment=changed)
    assert bad.returncode == 2
    readable = encoding if encoding in ("cp874", "utf-16") else "utf-8"
    assert THAI.search(bad.stderr.decode(readable))


def test_json_is_utf_8_whatever_the_terminal(neva: Run, entry_index: dict[str, Any]) -> None:
    done = neva("index", "--json", environment={"PYTHONIOENCODING": "cp874", "LC_ALL": "C"})
    assert json_of(done) == entry_index


@posix_only
def test_commands_work_with_no_home(neva: Run, tmp_path: Path) -> None:
    nothing: dict[str, str | None] = {
        "HOME": "/nonexistent", "NEVA_READER_HOME": None, "XDG_DATA_HOME": None,
    }  # fmt: skip
    told(neva("index", "--json", "none.txt", environment=nothing))
    file = tmp_path / "a.txt"
    file.write_text("คำ (Word)*", encoding="utf-8")
    assert len(json_of(neva("index", "--json", file, environment=nothing))["terms"]) == 1


@posix_only
def test_commands_work_from_the_root_and_from_a_folder_that_is_gone(
    neva: Run, entry_index: dict[str, Any], tmp_path: Path
) -> None:
    assert json_of(neva("index", "--json", cwd=Path("/"))) == entry_index
    gone = tmp_path / "gone"
    gone.mkdir()
    leave = ["sh", "-c", f'rmdir "{gone}" && exec "$@"', "sh"]
    assert json_of(neva("index", "--json", cwd=gone, before=leave)) == entry_index


# An install with something missing


def installed(folder: Path, without: str) -> Path:
    """A copy of the program in ``folder`` that lacks one part of its data."""
    shutil.copytree(
        ROOT / "reader", folder / "reader", ignore=shutil.ignore_patterns("__pycache__", "ui")
    )
    if without != "resources":
        shutil.copytree(
            ROOT / "resources", folder / "resources", ignore=shutil.ignore_patterns("fonts")
        )
        (folder / "resources" / without).unlink()
    return folder


@pytest.mark.parametrize(
    ("without", "command"),
    [
        ("resources", ("index", "--json")),
        ("i18n/messages.json", ("check", "none.txt")),
        ("thai/word-corrections.txt", ("index", "--json", "a.txt")),
        ("maps/petrograd-1917.geojson", ("export", "--format", "geojson", "-o", "-")),
        ("articles/october-revolution/article.txt", ("index", "--json")),
        ("articles/october-revolution/computed/details.json", ("index", "--json")),
    ],
)
def test_broken_install_says_what_is_missing(
    neva: Run, tmp_path: Path, without: str, command: tuple[str, ...]
) -> None:
    folder = installed(tmp_path / "install", without)
    (tmp_path / "a.txt").write_text("คำ", encoding="utf-8")
    done = neva(*command, environment={"PYTHONPATH": str(folder)}, cwd=tmp_path)
    assert Path(without).name in told(done)


def test_screenshot_takes_the_file_last_as_its_help_says(
    neva: Run, tmp_path: Path, entry_file: Path
) -> None:
    out = tmp_path / "out.png"
    result = neva("screenshot", str(out), "--size", "640x480", "--term", "2", str(entry_file))
    assert result.returncode == 0, result.stderr
    assert out.stat().st_size > 10_000
