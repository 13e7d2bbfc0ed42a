"""The Anki deck: one note a term, the same numbers every time."""

from __future__ import annotations

import io
import json
import sqlite3
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from exported import made
from support import Package

from reader.content.knowledge import Knowledge, without_package
from reader.export.anki_export import anki_export
from reader.export.options import Options
from reader.text.article import article_from_bytes

SEPARATOR = "\x1f"


def rows(deck: bytes, folder: Path, query: str) -> list[tuple[Any, ...]]:
    """The answer of the collection inside a deck."""
    file = folder / "collection.anki2"
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        file.write_bytes(archive.read("collection.anki2"))
    db = sqlite3.connect(file)
    try:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return db.execute(query).fetchall()
    finally:
        db.close()


def notes(deck: bytes, folder: Path) -> dict[str, list[str]]:
    """The fields of each note by its guid."""
    found = rows(deck, folder, "SELECT guid, flds FROM notes")
    return {guid: fields.split(SEPARATOR) for guid, fields in found}


@pytest.fixture(scope="module")
def deck(entry: Knowledge) -> bytes:
    return anki_export(entry, Options())


def test_every_starred_term_is_a_note(deck: bytes, entry: Knowledge, tmp_path: Path) -> None:
    text = entry.article.text
    terms = {text[term.start : term.end] for term in entry.terms}
    assert {fields[0] for fields in notes(deck, tmp_path).values()} == terms
    assert rows(deck, tmp_path, "SELECT count(*) FROM cards") == [(14,)]


def test_note_has_its_sentence_and_the_definition_thai_first(
    deck: bytes, entry: Knowledge, tmp_path: Path
) -> None:
    card = entry.details.cards["kornilov-affair"]
    (fields,) = [f for f in notes(deck, tmp_path).values() if f[0] == "เหตุการณ์เรื่องคอร์นีลอฟ"]
    assert "<b>เหตุการณ์เรื่องคอร์นีลอฟ (Kornilov Affair)*</b>" in fields[1]
    assert "ความล้มเหลวของรัฐบาลเฉพาะกาล" in fields[1]
    assert fields[2:4] == [card.th.short.text, card.en.short.text]


def test_thai_stands_before_english_on_the_back(deck: bytes, tmp_path: Path) -> None:
    ((models,),) = rows(deck, tmp_path, "SELECT models FROM col")
    (model,) = json.loads(models).values()
    back = model["tmpls"][0]["afmt"]
    assert back.index("{{ThaiDefinition}}") < back.index("{{EnglishDefinition}}")
    front = model["tmpls"][0]["qfmt"]
    assert "{{Term}}" in front and "{{Sentence}}" in front and "Definition" not in front


def ids(deck: bytes, folder: Path) -> list[tuple[Any, ...]]:
    known = rows(deck, folder, "SELECT id, guid, mid FROM notes ORDER BY id")
    known += rows(deck, folder, "SELECT id, nid, did FROM cards ORDER BY id")
    ((decks, models),) = rows(deck, folder, "SELECT decks, models FROM col")
    return [*known, tuple(sorted(json.loads(decks))), tuple(json.loads(models))]


def test_two_exports_have_the_same_numbers(deck: bytes, entry: Knowledge, tmp_path: Path) -> None:
    time.sleep(1.1)  # Anki's own numbers are moments
    assert ids(anki_export(entry, Options()), tmp_path) == ids(deck, tmp_path)


def test_corrected_text_keeps_the_numbers(package: Package, tmp_path: Path) -> None:
    before = anki_export(made(package), Options())
    package.write("article.txt", "คำนำใหม่ของเรื่อง\n" + package.text("article.txt").rstrip("\n"))
    header = package.text("package.toml")
    package.write("package.toml", f'{header}\n[[paragraph]]\ntitle_th = "ก"\ntitle_en = "A"\n')
    package.change("entities/places.toml", "เมืองริมแม่น้ำใหญ่", "เมืองเก่าริมแม่น้ำใหญ่")
    after = anki_export(made(package), Options())
    assert ids(before, tmp_path) == ids(after, tmp_path)
    ((guid, old),) = notes(before, tmp_path).items()
    assert notes(after, tmp_path)[guid] != old


def test_numbers_of_two_texts_differ(entry: Knowledge, package: Package, tmp_path: Path) -> None:
    one = {row[0] for row in ids(anki_export(entry, Options()), tmp_path)[:-2]}
    other = {row[0] for row in ids(anki_export(made(package), Options()), tmp_path)[:-2]}
    assert len(one) == 28 and not one & other


def test_text_without_cards_asks_for_the_gloss(tmp_path: Path) -> None:
    text = "ก่อน <i> คำ (Word&)* และ คำ (Word&)* อีก"
    known = without_package(article_from_bytes(text.encode(), "a", "a.txt"))
    (fields,) = notes(anki_export(known, Options()), tmp_path).values()
    assert fields[2] == "Word&amp;"
    assert "&lt;i&gt;" in fields[1]


def test_no_temporary_file_is_left(
    entry: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    anki_export(entry, Options())
    assert list(tmp_path.iterdir()) == []
