"""Marks leave as JSON and Markdown and come back as they were, nothing twice, nothing lost."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_marks_kept import a_mark, made, posix_only
from test_store import read_only

from reader.desk import exchange, files
from reader.desk.anchors import Anchor
from reader.desk.exchange import (
    Labels,
    from_json,
    import_changes,
    read_marks,
    to_json,
    to_markdown,
)
from reader.desk.files import write_beside
from reader.desk.markdown_marks import from_markdown, markdown_file
from reader.desk.marks import COLOURS, KINDS, Change, Mark, now
from reader.desk.store import Store
from reader.errors import ReaderError
from reader.messages import sentence_for

texts = st.text(st.characters(codec="utf-8"), max_size=30)


@st.composite
def some_marks(draw: st.DrawFn) -> list[Mark]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        start = 20_000 * number + draw(st.integers(0, 10_000))
        exact = draw(texts.filter(bool))
        anchor = Anchor(start, start + len(exact), draw(texts), exact, draw(texts))
        kind = draw(st.sampled_from(KINDS))
        colour = draw(st.sampled_from(COLOURS)) if kind == "highlight" else ""
        found.append(
            Mark(
                f"id{number}",
                draw(texts),
                draw(texts),
                "c" * 64,
                kind,
                anchor,
                draw(st.integers(0, 900)),
                colour,
                draw(texts),
                now(),
                now(),
            )
        )
    return found


def refusal(text: str) -> str:
    with pytest.raises(ReaderError) as caught:
        from_json(text, "marks.json")
    for language in ("th", "en"):
        assert "marks.json" in sentence_for(caught.value, language)
    return caught.value.key


# JSON


@given(some_marks())
def test_all_of_a_mark_comes_back_from_json(marks: list[Mark]) -> None:
    assert from_json(to_json(marks), "marks.json") == marks


@given(some_marks())
def test_marks_imported_into_an_empty_desk_are_the_marks_exported(marks: list[Mark]) -> None:
    source, target = Store(None).marks, Store(None).marks
    for mark in marks:
        made(source, mark)
    imported = from_json(to_json(source.all()), "marks.json")
    target.save_all(import_changes(imported, target.mark, target.all()))
    assert to_json(target.all()) == to_json(source.all())
    assert import_changes(imported, target.mark, target.all()) == []
    source.close()
    target.close()


def test_json_is_written_to_be_read_by_people_too() -> None:
    text = to_json([a_mark(note="ครูเน้น")])
    assert "ครูเน้น" in text
    assert json.loads(text)["marks"][0]["paragraph"] == 3


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '"marks"', "1", '{"format": "neva-reader-marks"}', "[" * 100_000,
     '{"format": "neva-reader-marks", "version": "1", "marks": []}',
     '{"format": "neva-reader-marks", "version": 1, "marks": {}}'],
)  # fmt: skip
def test_what_is_no_file_of_marks_is_refused(text: str) -> None:
    assert refusal(text) == "marks-not-ours"


def test_file_of_a_newer_version_is_refused() -> None:
    text = to_json([]).replace(
        f'"version": {exchange.VERSION}', f'"version": {exchange.VERSION + 1}'
    )
    assert refusal(text) == "marks-newer"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", ""), ("id", 3), ("kind", "stain"), ("colour", "beige"), ("colour", ""),
        ("start", "1"), ("start", -1), ("start", True), ("end", 3), ("exact", ""), ("note", None),
        ("prefix", None), ("paragraph", 0), ("paragraph", 2**40), ("sha256", 4),
        ("note", "\ud800"),
    ],
)  # fmt: skip
def test_file_with_a_bad_entry_is_refused_as_a_whole(name: str, value: object) -> None:
    good = a_mark("highlight", colour="pink")
    document = json.loads(to_json([good, good]))
    document["marks"][1][name] = value
    assert refusal(json.dumps(document)) == "marks-bad-entry"


def test_entry_of_a_later_program_may_say_more() -> None:
    mark = a_mark()
    document = json.loads(to_json([mark]))
    document["marks"][0]["tag"] = "exam"
    document["made-by"] = "somebody"
    assert from_json(json.dumps(document), "marks.json") == [mark]


def test_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(b"\xff\xfe\x00")
    for path, key in [
        (tmp_path / "none.json", "file-missing"),
        (tmp_path, "file-unreadable"),
        (bad, "marks-not-ours"),
    ]:
        with pytest.raises(ReaderError) as caught:
            read_marks(path)
        assert caught.value.key == key
    bad.write_bytes(b"\xef\xbb\xbf" + to_json([]).encode())
    assert read_marks(bad) == []


# Merging


def test_import_adds_what_is_new_and_leaves_the_rest() -> None:
    marks = Store(None).marks
    here = made(marks, a_mark(note="ของเรา"))
    new = replace(a_mark(start=900), created=now(), changed=now())
    changes = import_changes([here, new, new], marks.mark, marks.all())
    assert [(c.before, c.after.id) for c in changes] == [(None, new.id)]


def test_the_same_highlight_made_elsewhere_is_not_had_twice() -> None:
    marks = Store(None).marks
    here = made(marks, a_mark("highlight", colour="green"))
    assert import_changes([replace(here, id="other")], marks.mark, marks.all()) == []


def test_later_state_of_a_mark_counts_and_our_note_is_kept() -> None:
    marks = Store(None).marks
    here = made(marks, a_mark("highlight", colour="green", note="ของเรา"))
    later = replace(here, colour="pink", note="จากเครื่องอื่น", changed="2999-01-01T00:00:00.000Z")
    (change,) = import_changes([later], marks.mark, marks.all())
    after = marks.save(change)
    assert after.colour == "pink"
    assert after.note == "ของเรา\nจากเครื่องอื่น"
    assert import_changes([later], marks.mark, marks.all()) == []


def test_earlier_state_of_a_mark_changes_nothing() -> None:
    marks = Store(None).marks
    here = made(marks, a_mark(note="ใหม่"))
    earlier = replace(here, note="เก่า", changed="2001-01-01T00:00:00.000Z")
    assert import_changes([earlier], marks.mark, marks.all()) == []


def test_import_brings_back_what_was_deleted_and_can_be_undone() -> None:
    marks = Store(None).marks
    here = made(marks, a_mark(note="ก"))
    gone = marks.save(Change(here, replace(here, deleted=now())))
    (change,) = import_changes([here], marks.mark, marks.all())
    assert change.before == gone
    back = marks.save(change)
    assert marks.all() == [back]
    marks.save(Change(back, replace(back, deleted=now())))
    assert marks.all() == []


# Markdown


LABELS = Labels(
    title="เครื่องหมายใน “{}”",
    paragraph="ย่อหน้าที่ {}",
    kinds={"bookmark": "ที่คั่น", "note": "บันทึก", "pink": "ชมพู"},
    lost="หาที่เดิมไม่พบ",
)


def test_markdown_reads_like_a_page_of_excerpts() -> None:
    first = replace(a_mark("highlight", 5, "ครูเน้น\nสองบรรทัด", "pink"))
    star = Anchor(9, 17, "", "(Lenin)*", "")
    second = replace(a_mark("note", 9, "ดู #๓"), anchor=star)
    third = a_mark("bookmark", 99)
    text = to_markdown([(first, 2, False), (second, 2, False), (third, 4, True)], LABELS)
    assert text == (
        "# เครื่องหมายใน “การปฏิวัติเดือนตุลาคม”\n\n"
        "## ย่อหน้าที่ 3\n\n"
        "> เลนิน\n\n*ชมพู*\n\nครูเน้น\nสองบรรทัด\n\n"
        "> (Lenin)\\*\n\n*บันทึก*\n\nดู \\#๓\n\n"
        "## ย่อหน้าที่ 5 (หาที่เดิมไม่พบ)\n\n"
        "> เลนิน\n\n*ที่คั่น*\n"
    )


ALL_LABELS = LABELS._replace(kinds={**dict.fromkeys(KINDS, "ชนิด"), **dict.fromkeys(COLOURS, "*สี*")})


def as_markdown(marks: list[Mark]) -> str:
    return markdown_file([(mark, mark.paragraph, False) for mark in marks], ALL_LABELS)


@given(some_marks())
def test_all_of_a_mark_comes_back_from_markdown(marks: list[Mark]) -> None:
    if not marks:
        return
    read = from_markdown(as_markdown(marks), "marks.md")
    assert {r.mark.id: r.mark for r in read} == {mark.id: mark for mark in marks}
    assert all(r.before == r.mark.note for r in read)


def test_what_was_written_on_in_the_markdown_file_comes_back_too() -> None:
    kept = a_mark("note", 5, "ครูเน้น")
    there = Store(None).marks
    there.save(Change(None, kept))
    (mine,) = there.all()
    text = as_markdown([mine]).replace("ครูเน้น", "ครูเน้น\n\nดูหน้า \\#๓\n> และข้อนี้")
    (read,) = from_markdown(text, "marks.md")
    changes = import_changes([read.mark], there.mark, there.all(), {read.mark.id: read.before})
    there.save_all(changes)
    assert [mark.note for mark in there.all()] == ["ครูเน้น\n\nดูหน้า #๓\n> และข้อนี้"]
    assert import_changes([read.mark], there.mark, there.all()) == []


def test_note_written_on_here_and_in_the_file_has_both() -> None:
    there = Store(None).marks
    there.save(Change(None, a_mark("note", 5, "ก ข ค")))
    (mine,) = there.all()
    text = as_markdown([mine]).replace("ก ข ค\n", "ก ข ค๒\n")
    there.save(Change(mine, replace(mine, note="ก๑ ข ค")))
    (read,) = from_markdown(text, "marks.md")
    there.save_all(
        import_changes([read.mark], there.mark, there.all(), {read.mark.id: read.before})
    )
    assert [mark.note for mark in there.all()] == ["ก๑ ข ค๒"]


def test_emptied_note_of_a_file_empties_none_of_ours() -> None:
    mark = a_mark("note", 5, "ครูเน้น")
    (read,) = from_markdown(as_markdown([mark]).replace("ครูเน้น\n", "\n"), "marks.md")
    assert read.mark == mark


def test_markdown_shows_nothing_of_what_brings_marks_back() -> None:
    mark = a_mark("note", 5, "จบ --> แล้ว -- จริง")
    lines = as_markdown([mark]).splitlines()
    hidden = [line for line in lines if line.startswith("<!--")]
    assert len(hidden) == 1
    assert hidden[0].endswith(" -->")
    assert "--" not in hidden[0][4:-3]
    assert ">" not in hidden[0][4:-3]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "marks-not-ours"),
        ("# เรียงความ\n\nไม่มีเครื่องหมาย\n", "marks-not-ours"),
        ("<!-- neva-mark {} -->", "marks-bad-entry"),
        ("<!-- neva-mark " + "[" * 100_000 + " -->", "marks-bad-entry"),
    ],
)
def test_markdown_that_holds_no_marks_is_refused(text: str, key: str) -> None:
    with pytest.raises(ReaderError) as caught:
        from_markdown(text, "marks.md")
    assert caught.value.key == key


# Files


def test_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "marks.json"
    write_beside(path, b"first")
    write_beside(path, b"second")
    assert path.read_bytes() == b"second"

    def no_room(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", no_room)
    with pytest.raises(ReaderError, match="output-unwritable"):
        write_beside(path, b"third")
    assert path.read_bytes() == b"second"
    assert [p.name for p in tmp_path.iterdir()] == ["marks.json"]


@posix_only
def test_file_keeps_its_rights_and_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    write_beside(real, b"1")
    assert real.stat().st_mode & 0o777 == 0o666 & ~os.umask(os.umask(0o22) or 0o22)
    real.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(real)
    write_beside(link, b"2")
    assert link.is_symlink()
    assert real.read_bytes() == b"2"
    assert real.stat().st_mode & 0o777 == 0o640


@posix_only
def test_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    (tmp_path).chmod(0o755)
    with read_only(folder), pytest.raises(ReaderError, match="output-unwritable"):
        write_beside(folder / "a.json", b"1")
    with pytest.raises(ReaderError, match="output-unwritable"):
        write_beside(tmp_path / "none" / "a.json", b"1")
    with pytest.raises(ReaderError, match="output-unwritable"):
        write_beside(folder, b"1")
    assert list(folder.iterdir()) == []
