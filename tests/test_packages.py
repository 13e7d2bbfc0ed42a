"""A ``.neva`` package is made, proved, put on the shelf, updated and taken off again."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from books import docx, epub
from support import ROOT, Package, Run

from reader import resources
from reader.content import computed
from reader.content.check import faults
from reader.content.compute import knowledge_from
from reader.content.index import index
from reader.content.knowledge import Knowledge
from reader.content.library import Library
from reader.content.links import Links
from reader.content.manifest import Manifest, read_manifest
from reader.content.package import PackageFaultsError, open_neva, pack
from reader.content.package_schema import FILE, serialised
from reader.content.reading import open_text
from reader.content.shelf import FOLDER, Shelf
from reader.content.source import load_source
from reader.errors import PackageError, TextError
from reader.export.json_export import json_export


@pytest.fixture
def neva_file(package: Package, tmp_path: Path) -> Path:
    """The small package in one file."""
    file = tmp_path / "varee.neva"
    file.write_bytes(pack(package.folder))
    return file


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An empty shelf."""
    return Shelf(tmp_path / "shelf")


@pytest.fixture
def version(package: Package, tmp_path: Path) -> Callable[[str], Path]:
    """The small package in the version given."""

    def make(number: str) -> Path:
        header = package.text("package.toml")
        package.write("package.toml", f'version = "{number}"\n{header}')
        file = tmp_path / f"varee-{number}.neva"
        file.write_bytes(pack(package.folder))
        package.write("package.toml", header)
        return file

    return make


def key_of(act: Callable[[], object]) -> str:
    with pytest.raises(PackageError) as caught:
        act()
    return caught.value.key


# Packing


def test_packed_entry_is_known_as_the_entry_is(entry: Knowledge) -> None:
    packed = open_neva(pack(resources.article_folder()), "o.neva", whole=True)
    assert index(packed.knowledge) == index(entry)
    assert json_export(packed.knowledge) == json_export(entry)
    assert packed.manifest.title_th == entry.title_th
    assert packed.manifest.counts["entities"] == len(entry.entities)


def test_same_files_give_the_same_bytes(package: Package, tmp_path: Path) -> None:
    first = pack(package.folder)
    copy = tmp_path / "copy"
    shutil.copytree(package.folder, copy)
    for path in copy.rglob("*"):
        os.utime(path, (1, 1))
    assert pack(copy) == first


def test_package_holds_the_content_files_as_they_were_written(
    package: Package, neva_file: Path
) -> None:
    with zipfile.ZipFile(neva_file) as archive:
        for name in ("article.txt", "package.toml", "entities/people.toml", "sources.toml"):
            assert archive.read(name).decode() == package.text(name)
        assert "computed/text.json" in archive.namelist()


def test_unpacked_package_is_a_package_folder(neva_file: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(neva_file) as archive:
        archive.extractall(tmp_path / "varee-again")
    assert index(open_text(tmp_path / "varee-again")) | {"article": 0} == index(
        open_text(neva_file)
    ) | {"article": 0}


def test_faulty_folder_is_not_packed_and_every_fault_is_told(package: Package) -> None:
    package.change("notes.toml", '"doubt"', '"hunch"')
    package.change("places.toml", "rank = 1", "rang = 1")
    with pytest.raises(PackageFaultsError) as caught:
        pack(package.folder)
    assert {fault.key for fault in caught.value.faults} == {
        "package-bad-value",
        "package-unknown-key",
    }


def test_manifest_tells_what_the_package_is(package: Package) -> None:
    header = package.text("package.toml")
    more = 'version = "2.1"\nlicence = "CC BY 4.0"\nauthors = ["สมหญิง"]\n'
    package.write("package.toml", more + header)
    manifest = open_neva(pack(package.folder), "a").manifest
    assert (manifest.id, manifest.version) == ("varee", "2.1")
    assert (manifest.licence, manifest.authors) == ("CC BY 4.0", ["สมหญิง"])
    assert ("เมืองวารี", "varee") in manifest.names
    assert "Smith, A. Varee. London, 1990." in manifest.sources


@pytest.mark.parametrize("value", ['"1.x"', '""', "7", '"1.2.3.4.5"', '"-1"'])
def test_version_is_numbers_with_points(package: Package, value: str) -> None:
    package.write("package.toml", f"version = {value}\n{package.text('package.toml')}")
    with pytest.raises(PackageFaultsError):
        pack(package.folder)


EXAMPLE = ROOT / "docs" / "examples" / "february-revolution"


def test_example_package_has_nothing_to_mend_but_to_be_computed() -> None:
    assert {fault.key for fault in faults(EXAMPLE)} <= {"package-stale"}


def test_example_package_explains_all_its_stars_and_names_its_licence() -> None:
    packed = open_neva(pack(EXAMPLE), "a", whole=True)
    assert packed.manifest.licence == packed.manifest.text_licence == "CC BY 4.0"
    assert [term for term in packed.knowledge.terms if term.entity is None] == []
    assert len(packed.knowledge.terms) == 8


# Opening


def test_package_is_opened_without_installing(neva: Run, neva_file: Path) -> None:
    known = json.loads(neva("index", "--json", neva_file).stdout)
    assert known["article"]["id"] == "varee"
    assert known["mentions"]


def test_package_is_known_by_what_it_holds(neva_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "อะไรก็ได้.txt"
    neva_file.rename(other)
    assert open_text(other).article.id == "varee"


def test_opened_package_needs_its_file_no_longer(neva_file: Path) -> None:
    known = open_text(neva_file)
    neva_file.unlink()
    assert known.details.cards
    assert known.details.events


def test_check_of_a_package_file(neva: Run, neva_file: Path) -> None:
    assert neva("check", neva_file).returncode == 0
    neva_file.write_bytes(neva_file.read_bytes()[:-40])
    done = neva("check", neva_file)
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1


def test_later_minor_format_is_read_and_another_major_refused(neva_file: Path) -> None:
    with zipfile.ZipFile(neva_file) as archive:
        data = json.loads(archive.read("manifest.json"))
    data["format"] = [1, 7]
    data["novelty"] = {"a": [1]}
    assert read_manifest(json.dumps(data).encode(), "a").id == "varee"
    data["format"] = [2, 0]
    assert key_of(lambda: read_manifest(json.dumps(data).encode(), "a")) == "package-format"


def saying(file: Path, part: str, value: object) -> bytes:
    """The package in ``file`` with another ``value`` in its manifest."""
    made = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "manifest.json":
                data = json.dumps({**json.loads(data), part: value}).encode()
            new.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("length", 10**9), ("length", 1), ("title_th", "เมืองอื่น"), ("title_en", "Elsewhere"),
        ("counts", {"entities": 10**50}), ("counts", {"notes": 0}), ("counts", {"more": -1}),
        ("names", [["เมืองวารี", "nobody"]]), ("names", [["เมืองวารี", ""]]),
    ],
)  # fmt: skip
def test_package_that_says_of_itself_what_is_not_so_is_refused(
    neva_file: Path, shelf: Shelf, part: str, value: object
) -> None:
    neva_file.write_bytes(saying(neva_file, part, value))
    assert key_of(lambda: open_text(neva_file)) == "package-damaged"
    assert key_of(lambda: shelf.install(neva_file)) == "package-damaged"
    assert shelf.packages() == []


def test_package_of_a_later_program_may_count_more(neva_file: Path) -> None:
    counts = open_neva(neva_file.read_bytes(), "a").manifest.counts
    assert open_neva(saying(neva_file, "counts", {**counts, "pictures": 3}), "a")


@pytest.mark.parametrize("damage", ["bytes", "folder", "gone", "line ends"])
def test_computed_file_that_is_another_or_none_is_stale(package: Package, damage: str) -> None:
    computed.save(package.folder / "computed", knowledge_from(load_source(package.folder)))
    assert faults(package.folder) == []
    file = package.folder / "computed" / "text.json"
    data = file.read_bytes()
    file.unlink()
    if damage == "bytes":
        file.write_bytes(b"\xff" + data)
    elif damage == "folder":
        file.mkdir()
    elif damage == "line ends":
        file.write_bytes(data.replace(b"\n", b"\r\n"))
    assert [fault.key for fault in faults(package.folder)] == ["package-stale"]


# The schema


def test_published_schema_is_that_of_the_records() -> None:
    file = resources.root() / "schema" / FILE
    assert file.read_text(encoding="utf-8") == serialised()


def test_packed_entry_follows_the_published_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    file = resources.root() / "schema" / "neva-package-1.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    with zipfile.ZipFile(io.BytesIO(pack(resources.article_folder()))) as archive:
        for name in archive.namelist():
            if name.endswith(".json"):
                part = name.rpartition("/")[2].removesuffix(".json")
                validator = jsonschema.Draft202012Validator(
                    {**schema, "$ref": f"#/$defs/{part}", "oneOf": [{}]}
                )
                errors = [
                    e.message[:200] for e in validator.iter_errors(json.loads(archive.read(name)))
                ]
                assert errors == [], name


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("id", "../x"), ("id", "A"), ("id", ""), ("version", "1.x"), ("title_th", ""),
        ("title_th", "ก" * 301), ("format", [1]), ("format", "1"), ("sha256", "0"), ("length", -1),
        ("names", [["a"]]), ("files", {"a": {"size": -1, "sha256": "0" * 64}}), ("counts", [1]),
        ("authors", [1]), ("licence", None), ("length", 1.5), ("length", True),
    ],
)  # fmt: skip
def test_program_and_schema_refuse_the_same_manifests(
    neva_file: Path, part: str, value: object
) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((resources.root() / "schema" / "neva-package-1.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(
        {**schema, "$ref": "#/$defs/manifest", "oneOf": [{}]}
    )
    with zipfile.ZipFile(neva_file) as archive:
        data = json.loads(archive.read("manifest.json"))
    assert validator.is_valid(data)
    data[part] = value
    assert not validator.is_valid(data)
    assert key_of(lambda: read_manifest(json.dumps(data).encode(), "a")) == "package-damaged"


# The shelf


def test_installed_package_is_listed_and_opened(shelf: Shelf, neva_file: Path) -> None:
    assert shelf.packages() == []
    assert shelf.install(neva_file).id == "varee"
    (found,) = shelf.packages()
    assert found.manifest is not None
    assert found.manifest.title_en == "Varee"
    assert shelf.open("varee").knowledge.entities


def test_second_install_is_refused_and_update_takes_its_place(
    shelf: Shelf, version: Callable[[str], Path]
) -> None:
    shelf.install(version("1.9"))
    assert key_of(lambda: shelf.install(version("1.10"))) == "shelf-installed"
    shelf.install(version("1.10"), update=True)
    assert key_of(lambda: shelf.install(version("1.9"), update=True)) == "shelf-older"
    (found,) = shelf.packages()
    assert found.manifest is not None
    assert found.manifest.version == "1.10"
    shelf.install(version("1.9"), update=True, force=True)
    (found,) = shelf.packages()
    assert found.manifest is not None
    assert found.manifest.version == "1.9"


def test_package_by_another_publisher_takes_no_place_without_being_told_to(
    shelf: Shelf, neva: Run, neva_file: Path, package: Package, tmp_path: Path
) -> None:
    other = tmp_path / "other.neva"
    header = package.text("package.toml")
    package.write("package.toml", f'publisher_th = "สำนักอื่น"\n{header}')
    other.write_bytes(pack(package.folder))
    shelf.install(neva_file)
    assert key_of(lambda: shelf.install(other, update=True)) == "shelf-publisher"
    assert shelf.open("varee").manifest.publisher_th != "สำนักอื่น"
    shelf.install(other, update=True, force=True)
    assert shelf.open("varee").manifest.publisher_th == "สำนักอื่น"

    neva("install", neva_file)
    told = neva("update", other)
    assert told.returncode == 2
    assert "“สำนักอื่น”" in told.stderr.decode() and told.stderr.decode().count("\n") == 1
    assert neva("update", other, "--force").returncode == 0


def test_package_by_another_publisher_does_not_pass_for_the_shipped_entry(
    shelf: Shelf, tmp_path: Path
) -> None:
    folder = tmp_path / "october-revolution"
    shutil.copytree(resources.article_folder(), folder)
    file = tmp_path / "a.neva"
    file.write_bytes(pack(folder))
    shelf.install(file)
    shelf.remove("october-revolution")
    header = folder / "package.toml"
    words = header.read_text(encoding="utf-8")
    header.write_text(re.sub("publisher_th = .*", 'publisher_th = "ใครก็ได้"', words), "utf-8")
    file.write_bytes(pack(folder))
    assert key_of(lambda: shelf.install(file)) == "shelf-publisher"
    shelf.install(file, update=True, force=True)
    assert shelf.open("october-revolution").manifest.publisher_th == "ใครก็ได้"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
def test_shelf_waits_for_no_pipe(shelf: Shelf, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.neva")
    with pytest.raises(TextError) as caught:
        shelf.install(tmp_path / "a.neva")
    assert caught.value.key == "file-special"


def test_nothing_is_updated_that_is_not_installed(shelf: Shelf, neva_file: Path) -> None:
    assert key_of(lambda: shelf.install(neva_file, update=True)) == "shelf-unknown"


def test_removed_package_can_be_brought_back(shelf: Shelf, neva_file: Path) -> None:
    shelf.install(neva_file)
    aside = shelf.remove("varee")
    assert shelf.packages() == []
    shelf.restore(aside)
    assert [package.id for package in shelf.packages()] == ["varee"]


def test_removed_package_does_not_push_out_a_newer_one(shelf: Shelf, neva_file: Path) -> None:
    shelf.install(neva_file)
    aside = shelf.remove("varee")
    shelf.install(neva_file)
    assert key_of(lambda: shelf.restore(aside)) == "shelf-installed"
    shelf.forget_removed()
    assert not aside.exists()
    assert len(shelf.packages()) == 1


@pytest.mark.parametrize("name", ["nothing", "../varee", "", "varee.neva", "."])
def test_only_what_is_on_the_shelf_is_removed(shelf: Shelf, neva_file: Path, name: str) -> None:
    shelf.install(neva_file)
    assert key_of(lambda: shelf.remove(name)) == "shelf-unknown"
    assert len(shelf.packages()) == 1


def test_damaged_package_is_not_installed_and_takes_nothing_away(
    shelf: Shelf, neva_file: Path, tmp_path: Path
) -> None:
    shelf.install(neva_file)
    bad = tmp_path / "bad.neva"
    bad.write_bytes(neva_file.read_bytes().replace(b"package.toml", b"packagf.toml"))
    with pytest.raises(PackageError):
        shelf.install(bad, update=True)
    assert shelf.open("varee")
    assert [path.name for path in (tmp_path / "shelf").iterdir()] == ["varee.neva"]


def test_package_that_was_damaged_on_the_shelf_is_told_and_can_be_updated(
    shelf: Shelf, neva_file: Path, tmp_path: Path
) -> None:
    shelf.install(neva_file)
    (tmp_path / "shelf" / "varee.neva").write_bytes(b"PK\x03\x04")
    (found,) = shelf.packages()
    assert found.manifest is None
    assert found.fault is not None
    shelf.install(neva_file, update=True)
    assert shelf.open("varee")


@pytest.mark.parametrize(
    "data", ["บทความ".encode(), b"", b"%PDF-1.7", epub("<p>ก</p>"), docx("<w:p/>")]
)
def test_file_that_is_no_package_is_told_as_such(neva: Run, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.neva"
    file.write_bytes(data)
    assert key_of(lambda: Shelf(tmp_path / "shelf").install(file)) == "package-none"
    done = neva("install", file)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "a.neva" in done.stderr.decode()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs rights to withhold")
def test_shelf_that_cannot_be_written_is_told(
    shelf: Shelf, neva_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "shelf").mkdir(mode=0o500)
    assert key_of(lambda: shelf.install(neva_file)) == "shelf-unwritable"


def test_file_in_the_place_of_the_shelf_is_told(neva_file: Path, tmp_path: Path) -> None:
    (tmp_path / "shelf").write_text("x")
    assert key_of(lambda: Shelf(tmp_path / "shelf").install(neva_file)) == "shelf-unwritable"
    assert Shelf(tmp_path / "shelf").packages() == []


def test_what_an_ended_program_left_is_swept_and_what_is_coming_stays(
    shelf: Shelf, neva_file: Path, tmp_path: Path
) -> None:
    shelf.install(neva_file)
    left, coming = (tmp_path / "shelf" / name for name in (".coming-left", ".coming-now"))
    for path in (left, coming):
        path.write_bytes(b"half")
    os.utime(left, (1, 1))
    shelf.install(neva_file, update=True)
    assert not left.exists() and coming.exists()
    assert [package.id for package in shelf.packages()] == ["varee"]


# The command line


def test_package_goes_through_its_life_on_the_command_line(
    neva: Run, package: Package, reader_home: Path, tmp_path: Path
) -> None:
    out = tmp_path / "made.neva"
    for arguments in (
        ("pack", package.folder, "-o", out),
        ("install", out),
        ("list",),
        ("update", out),
        ("update", out, "--force"),
        ("remove", "varee"),
        ("list",),
    ):
        done = neva(*arguments)
        assert (done.returncode, done.stderr) == (0, b""), arguments
        assert done.stdout.decode().count("\n") == 1
    assert list((reader_home / FOLDER).iterdir()) == []


def test_list_names_version_and_title(neva: Run, neva_file: Path) -> None:
    neva("install", neva_file)
    assert neva("list").stdout.decode() == "varee\t1\tเมืองวารี\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("install", "none.neva"), ("update", "none.neva"), ("remove", "none"), ("pack", "."),
        ("pack", ".", "-o", "a.neva"), ("install",), ("remove",), ("list", "more"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_with_a_package_is_one_sentence(
    neva: Run, arguments: tuple[str, ...]
) -> None:
    done = neva(*arguments)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert b"Traceback" not in done.stderr


def test_faults_of_a_folder_are_told_in_a_line_each(neva: Run, package: Package) -> None:
    package.change("notes.toml", '"doubt"', '"hunch"')
    done = neva("pack", package.folder, "-o", "a.neva")
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1


def test_package_that_cannot_be_written_leaves_what_was_there(
    neva: Run, package: Package, tmp_path: Path
) -> None:
    out = tmp_path / "none" / "a.neva"
    assert neva("pack", package.folder, "-o", out).returncode == 2
    assert not out.exists()


# Links between packages


def manifest(package_id: str, th: str, en: str, *names: tuple[str, str]) -> Manifest:
    return Manifest(
        package_id, "1", th, en, "", "", "th", "", "", [], "0" * 64, 1, {}, names, [], []
    )


def test_star_leads_to_the_entry_of_that_name_before_any_card() -> None:
    links = Links(
        [
            manifest("october", "การปฏิวัติเดือนตุลาคม", "The October Revolution",
                     ("การปฏิวัติเดือนกุมภาพันธ์", "february"), ("February Revolution", "february")),
            manifest("february", "การปฏิวัติเดือนกุมภาพันธ์", "The February Revolution"),
        ]
    )  # fmt: skip
    found = links.find("การปฏิวัติเดือนกุมภาพันธ์", "February Revolution", outside="third")
    assert [(link.package, link.entity) for link in found] == [
        ("february", None),
        ("october", "february"),
    ]
    assert [link.package for link in links.find("February Revolution", outside="october")] == [
        "february"
    ]


def test_names_are_found_without_years_tones_and_the_article() -> None:
    links = Links(
        [manifest("lenin", "เลนิน", "Lenin", ("เลออน ตรอตสกี", "t"), ("Leon Trotsky", "t"))]
    )
    assert links.find("Lenin ค.ศ. ๑๘๗๐-๑๙๒๔")[0].entity is None
    assert links.find("เลออน ตร็อตสกี้")[0].entity == "t"
    assert links.find("the LENIN")
    assert links.find("Leonid Brezhnev") == []
    assert links.find("", "ค.ศ. ๑๙๑๗") == []


def test_library_holds_the_entry_and_the_shelf(neva_file: Path, tmp_path: Path) -> None:
    library = Library(tmp_path)
    assert [known.article.id for known in library.knowledge()] == ["october-revolution"]
    assert library.links().find("Varee") == []
    assert library.shelf is not None
    library.shelf.install(neva_file)
    assert [known.article.id for known in library.knowledge()] == ["october-revolution", "varee"]
    assert [link.package for link in library.links().find("Varee")] == ["varee"]
    assert library.links().find("The October Revolution")[0].entity is None
    assert library.open("varee").entities
    assert library.open("october-revolution").entities
    assert key_of(lambda: library.open("nothing")) == "shelf-unknown"


def test_damaged_package_on_the_shelf_takes_nothing_from_the_library(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "bad.neva").write_bytes(b"PK")
    library = Library(tmp_path)
    assert [known.article.id for known in library.knowledge()] == ["october-revolution"]
    assert library.links().find("Leon Trotsky")
