"""Exporting keeps what was there until what is new is whole, and fails in one sentence."""

from __future__ import annotations

import csv
import io
import os
import sys
import zipfile
from pathlib import Path

import pytest
from exported import made, pdf_text
from support import ROOT, Package, Run

from reader.cli import main
from reader.content.knowledge import Knowledge, without_package
from reader.errors import ReaderError
from reader.export import formats
from reader.export.formats import FORMATS, export, write_whole
from reader.export.options import Options
from reader.messages import sentence_for
from reader.text.article import article_from_bytes

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX matter")
TEXT = [name for name, known in FORMATS.items() if known.text]
BINARY = [name for name in FORMATS if name not in TEXT]
WITHOUT_QT = [name for name in FORMATS if name != "png"]
BEGINNINGS = {
    "json": b"{", "geojson": b"{", "csv": b"\xef\xbb\xbfkind,", "tei": b"<?xml", "pdf": b"%PDF-",
    "anki": b"PK", "markdown": b"# ", "study-sheet": b"%PDF-", "svg": b"<", "png": b"\x89PNG",
}  # fmt: skip


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", WITHOUT_QT)
def test_format_makes_a_file_that_begins_as_its_kind_does(
    entry: Knowledge, name: str, tmp_path: Path
) -> None:
    out = tmp_path / f"out{FORMATS[name].suffix}"
    export(entry, name, str(out), Options())
    assert out.read_bytes().startswith(BEGINNINGS[name])
    assert left_in(tmp_path) == [out.name]


@pytest.mark.parametrize("name", WITHOUT_QT)
def test_format_takes_a_small_package(name: str, tmp_path: Path, package: Package) -> None:
    known = made(package)
    out = tmp_path / f"out{FORMATS[name].suffix}"
    export(known, name, str(out), Options(language="en"))
    assert out.stat().st_size > 100


NEEDS_PLACES = {"svg", "png"}
PLAIN = "คำ (Word)* กับ <b>& “คำ” (Other)*\r\n\r\n\u2029=1+1 ท้าย"


@pytest.mark.parametrize("name", [name for name in WITHOUT_QT if name not in NEEDS_PLACES])
def test_format_takes_a_text_of_which_nothing_is_known(name: str, tmp_path: Path) -> None:
    known = without_package(article_from_bytes(PLAIN.encode(), "plain", "plain.txt"))
    out = tmp_path / f"out{FORMATS[name].suffix}"
    export(known, name, str(out), Options())
    assert out.exists()


@pytest.mark.parametrize("name", ["anki", "study-sheet", "svg"])
def test_text_without_what_a_format_is_about_is_refused(name: str, tmp_path: Path) -> None:
    known = without_package(article_from_bytes("ข้อความ".encode(), "plain", "plain.txt"))
    out = tmp_path / "out"
    out.write_bytes(b"before")
    with pytest.raises(ReaderError) as caught:
        export(known, name, str(out), Options())
    assert sentence_for(caught.value, "th") and sentence_for(caught.value, "en")
    assert out.read_bytes() == b"before"


# The target


@pytest.mark.parametrize("fault", [OSError("full"), KeyboardInterrupt()])
def test_failed_writing_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    out = tmp_path / "out.json"
    out.write_bytes(b"before")

    def fail(_descriptor: int) -> None:
        raise fault

    monkeypatch.setattr(formats.os, "fsync", fail)
    with pytest.raises((ReaderError, KeyboardInterrupt)):
        write_whole(out, b"after")
    assert out.read_bytes() == b"before"
    assert left_in(tmp_path) == ["out.json"]


def test_written_file_takes_the_place_of_the_old_one_with_its_rights(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_bytes(b"before")
    out.chmod(0o600)
    write_whole(out, b"after")
    assert out.read_bytes() == b"after"
    assert left_in(tmp_path) == ["out.json"]
    if sys.platform != "win32":
        assert out.stat().st_mode & 0o777 == 0o600


@posix_only
def test_link_still_leads_to_the_file_that_is_written(tmp_path: Path) -> None:
    there = tmp_path / "there.json"
    there.write_bytes(b"before")
    link = tmp_path / "link.json"
    link.symlink_to(there)
    write_whole(link, b"after")
    assert link.is_symlink()
    assert there.read_bytes() == b"after"


@posix_only
def test_device_is_written_to_and_not_replaced() -> None:
    write_whole(Path("/dev/null"), b"after")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("out", ["no/such/folder/out.pdf", ".", "", "\0"])
@pytest.mark.parametrize("name", ["pdf", "anki", "json"])
def test_target_that_cannot_be_is_told(
    package: Package, name: str, out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    known = made(package)
    with pytest.raises(ReaderError) as caught:
        export(known, name, out, Options())
    assert caught.value.key == "output-unwritable"


@posix_only
@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ReaderError):
        write_whole(tmp_path / "out", b"")
    tmp_path.chmod(0o700)


# The command


@pytest.mark.parametrize("name", TEXT)
def test_text_goes_to_standard_output_on_request(neva: Run, name: str) -> None:
    done = neva("export", "--format", name, "-o", "-")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(BEGINNINGS[name])


@pytest.mark.parametrize("name", [name for name in BINARY if name != "png"])
def test_binary_never_goes_to_a_terminal(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", "--format", name, "-o", "-"]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1
    assert left_in(tmp_path) in ([], ["reader-home"])


def test_help_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    for name in FORMATS:
        assert name in said


def test_pdf_of_a_plain_file_ends_its_lines_between_words(neva: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("กองกำลังจากแนวหน้าไม่สามารถมาถึงกรุงเปโตรกราดได้" * 9, encoding="utf-8")
    out = tmp_path / "a.pdf"
    assert neva("export", "--format", "pdf", "-o", out, file).returncode == 0
    lines = [line for line in pdf_text(out).splitlines() if "กองกำลัง" in line]
    assert len(lines) > 4
    for line in lines[:-1]:
        assert not line.startswith(("ำ", "่", "า", "ง", "ว"))
        assert line.rstrip()[-1] not in "เแโใไ"


# CSV: one table, three, or an archive


def rows_of(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_csv_makes_one_table_three_files_or_an_archive(entry: Knowledge, tmp_path: Path) -> None:
    export(entry, "csv", str(tmp_path / "one.csv"), Options())
    export(entry, "csv", str(tmp_path / "three"), Options())
    export(entry, "csv", str(tmp_path / "three.zip"), Options())
    files = {path.name: path.read_bytes() for path in (tmp_path / "three").iterdir()}
    assert sorted(files) == ["dates.csv", "people.csv", "places.csv"]
    with zipfile.ZipFile(tmp_path / "three.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
    one = rows_of((tmp_path / "one.csv").read_bytes())
    kinds = {"person": "people.csv", "place": "places.csv", "date": "dates.csv"}
    for kind, name in kinds.items():
        rows = rows_of(files[name])
        assert rows
        same = [row for row in one if row["kind"] == kind]
        assert [{key: row[key] for key in rows[0]} for row in same] == rows


def test_same_export_gives_the_same_bytes(entry: Knowledge, tmp_path: Path) -> None:
    for name in ("json", "geojson", "csv", "tei", "markdown"):
        first, second = (FORMATS[name].make(entry, Options()) for _ in range(2))
        assert first == second
    export(entry, "csv", str(tmp_path / "a.zip"), Options())
    export(entry, "csv", str(tmp_path / "b.zip"), Options())
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_formats_are_imported_only_when_asked_for() -> None:
    import subprocess

    script = (
        "import sys; import reader.cli; import reader.export.formats; "
        "print([n for n in ('fpdf', 'genanki', 'uharfbuzz', 'csv') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == "[]"
