"""What is computed beforehand is what a fresh computation gives, and damage to it is told."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from support import Package

from reader import resources
from reader.content import computed
from reader.content.compute import knowledge_from, main
from reader.content.knowledge import Knowledge
from reader.content.reading import open_package, open_shipped, open_text
from reader.content.source import Source, load_source
from reader.errors import PackageError

FILES = (computed.TEXT_FILE, computed.DETAILS_FILE)


@pytest.fixture
def made(package: Package) -> Package:
    """The small package with its computed files."""
    computed.save(package.folder / "computed", knowledge_from(load_source(package.folder)))
    return package


@pytest.fixture(scope="module")
def fresh(entry_source: Source) -> Knowledge:
    """The entry's knowledge, computed anew."""
    return knowledge_from(entry_source)


def opened(package: Package) -> Knowledge:
    known = open_package(package.folder, "varee")
    assert known.details
    return known


def fault(package: Package) -> tuple[str, str]:
    with pytest.raises(PackageError) as caught:
        opened(package)
    return caught.value.key, str(caught.value.values["file"])


def change(package: Package, name: str, **values: Any) -> None:
    """Let the computed file ``name`` have other values; None takes a key away."""
    path = f"computed/{name}"
    data = {**json.loads(package.text(path)), **values}
    data = {key: value for key, value in data.items() if value is not None}
    package.write(path, json.dumps(data))


@pytest.mark.parametrize("name", FILES)
def test_committed_file_equals_a_fresh_computation(fresh: Knowledge, name: str) -> None:
    committed = resources.article_folder() / "computed" / name
    assert committed.read_text(encoding="utf-8") == computed.serialised(fresh)[name], (
        "make it anew with: python -m reader.content.compute"
    )


def test_what_is_kept_is_read_back_whole() -> None:
    folder = resources.article_folder() / "computed"
    for name, text in computed.serialised(open_shipped()).items():
        assert text == (folder / name).read_text(encoding="utf-8")


def test_computing_twice_gives_the_same_bytes(made: Package) -> None:
    before = [(made.folder / "computed" / name).read_bytes() for name in FILES]
    assert main([str(made.folder)]) == 0
    assert [(made.folder / "computed" / name).read_bytes() for name in FILES] == before


def test_faulty_package_is_not_computed(made: Package, capsys: pytest.CaptureFixture[str]) -> None:
    made.change("notes.toml", '"doubt"', '"hunch"')
    before = (made.folder / "computed" / "details.json").read_bytes()
    assert main([str(made.folder)]) == 1
    assert "notes.toml" in capsys.readouterr().err
    assert (made.folder / "computed" / "details.json").read_bytes() == before


def test_small_package_is_known_by_its_folder(made: Package) -> None:
    known = open_text(made.folder)
    assert known.article.id == "varee"
    assert [known.article.text[m.start : m.end] for m in known.mentions_of("varee")] == [
        "เมืองวารี", "เมืองวารี",
    ]  # fmt: skip
    assert known.details.cards["somchai"].en.role.text == "He arrives."


@pytest.mark.parametrize("name", FILES)
def test_missing_file_is_told(made: Package, name: str) -> None:
    (made.folder / "computed" / name).unlink()
    assert fault(made) == ("package-not-computed", name)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        "7",
        "null",
        '"x"',
        "[[1, 0]]",
        '{"format": 1}',
        '{"format": [1]}',
        "[" * 100_000,
    ],
    ids=lambda damage: damage[:12] or "empty",
)
def test_damaged_file_is_told(made: Package, name: str, damage: str) -> None:
    made.write(f"computed/{name}", damage)
    assert fault(made) == ("package-damaged", name)


@pytest.mark.parametrize("name", FILES)
def test_file_cut_short_anywhere_is_told(made: Package, name: str) -> None:
    path = made.folder / "computed" / name
    whole = path.read_bytes().rstrip()
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        assert fault(made) == ("package-damaged", name)


@pytest.mark.parametrize("name", FILES)
def test_file_without_one_of_its_parts_is_told(made: Package, name: str) -> None:
    path = made.folder / "computed" / name
    whole = path.read_text(encoding="utf-8")
    for part in json.loads(whole):
        change(made, name, **{part: None})
        assert fault(made) == ("package-damaged", name), part
        made.write(f"computed/{name}", whole)


@pytest.mark.parametrize("part", ["mentions", "terms", "dates", "places", "entities", "breaks"])
@pytest.mark.parametrize("value", [7, [7], [[1, 2]], [[]], {"a": 1}], ids=str)
def test_part_of_another_shape_is_told(made: Package, part: str, value: object) -> None:
    change(made, computed.TEXT_FILE, **{part: value})
    assert fault(made) == ("package-damaged", computed.TEXT_FILE)


@pytest.mark.parametrize("name", FILES)
def test_other_format_is_refused_and_told_apart_from_damage(made: Package, name: str) -> None:
    change(made, name, format=[computed.FORMAT[0] + 1, 0])
    assert fault(made) == ("package-format", name)


@pytest.mark.parametrize("name", FILES)
def test_later_minor_format_is_read(made: Package, name: str) -> None:
    change(made, name, format=[computed.FORMAT[0], computed.FORMAT[1] + 1], more=[1, 2])
    assert opened(made).mentions


def test_file_computed_from_another_text_is_refused(made: Package) -> None:
    made.change("article.txt", "มาถึงเมืองวารีเวลา", "มาถึงเมืองวารี เวลา")
    assert fault(made) == ("package-other-text", computed.TEXT_FILE)


def test_text_opens_before_its_details_are_read(made: Package) -> None:
    (made.folder / "computed" / computed.DETAILS_FILE).write_text("{", encoding="utf-8")
    known = open_package(made.folder, "varee")
    assert known.mentions
    with pytest.raises(PackageError):
        _ = known.details


def test_damaged_shipped_package_does_not_keep_other_texts_closed(
    made: Package, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A copy of the entry is still readable when what is known of it is damaged."""
    copy = tmp_path / "copy.txt"
    shutil.copy(made.folder / "article.txt", copy)
    made.write("computed/text.json", "{")
    monkeypatch.setattr(resources, "article_folder", lambda *_: made.folder)
    known = open_text(copy)
    assert known.article.id == "copy"
    assert len(known.terms) == 1


def test_copy_of_the_shipped_text_is_known_as_the_shipped_text(tmp_path: Path) -> None:
    copy = tmp_path / "another name.txt"
    shutil.copy(resources.article_folder() / "article.txt", copy)
    assert open_text(copy).article.id == "october-revolution"
    assert open_text(copy).mentions
