"""The reader's own marks are never lost, whatever becomes of program, disk or database."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import ROOT
from test_store import read_only

from reader.desk import marks as marks_module
from reader.desk.anchors import Anchor
from reader.desk.marks import COLOURS, Change, Mark, Marks, merged_note, new_id
from reader.desk.migrations import SCHEMA, STEPS
from reader.desk.store import Store
from reader.messages import sentence_for

FILE = "desk.sqlite"
SHA = "b" * 64
OLD = Path(__file__).parent / "data" / "desk-1.0.sqlite"
KILLS = int(os.environ.get("NEVA_KILLS", "12"))
posix_only = pytest.mark.skipif(os.name != "posix", reason="needs POSIX rights and signals")
words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desk"


def a_mark(kind: str = "note", start: int = 100, note: str = "", colour: str = "") -> Mark:
    anchor = Anchor(start, start + 5, "ก่อนหน้า ", "เลนิน", " ตามมา")
    return Mark(new_id(), "october", "การปฏิวัติเดือนตุลาคม", SHA, kind, anchor, 2, colour, note)


def made(marks: Marks, mark: Mark) -> Mark:
    return marks.save(Change(None, mark))


def of_entry(marks: Marks) -> list[Mark]:
    return marks.of_text("october", SHA)


# Keeping


def test_marks_are_there_the_next_time(folder: Path) -> None:
    store = Store(folder)
    kept = [
        made(store.marks, a_mark("bookmark", 3)),
        made(store.marks, a_mark("highlight", 40, "ครูเน้น", "violet")),
        made(store.marks, a_mark("note", 700, "ดูหน้า ๑๒\nแล้วเทียบ “กับ” เล่มอื่น")),
    ]
    store.close()
    store = Store(folder)
    assert of_entry(store.marks) == kept
    assert store.marks.all() == kept
    assert all(mark.created == mark.changed != "" for mark in kept)
    assert store.marks.trouble is None


def test_marks_of_another_state_of_the_text_belong_to_it(folder: Path) -> None:
    marks = Store(folder).marks
    mark = made(marks, a_mark())
    other = made(marks, replace(a_mark(), article="elsewhere"))
    assert marks.of_text("october", "c" * 64) == [mark]
    assert marks.of_text("renamed", SHA) == [mark, other]
    assert marks.of_text("renamed", "c" * 64) == []


def test_what_is_deleted_can_be_had_back(folder: Path) -> None:
    store = Store(folder)
    mark = made(store.marks, a_mark(note="อย่าลืม"))
    gone = store.marks.save(Change(mark, replace(mark, deleted=marks_module.now())))
    assert of_entry(store.marks) == store.marks.all() == []
    store.close()
    store = Store(folder)
    assert store.marks.deleted() == [gone]
    store.marks.save(Change(gone, replace(gone, deleted="")))
    assert [m.note for m in of_entry(store.marks)] == ["อย่าลืม"]


def test_only_what_was_deleted_long_ago_is_purged(folder: Path) -> None:
    marks = Store(folder).marks
    kept, fresh, old = (made(marks, a_mark(start=n)) for n in (1, 2, 3))
    marks.save(Change(fresh, replace(fresh, deleted=marks_module.now())))
    marks.save(Change(old, replace(old, deleted="2020-01-01T00:00:00.000Z")))
    marks.purge()
    assert of_entry(marks) == [kept]
    assert [m.id for m in marks.deleted()] == [fresh.id]


def test_store_in_memory_keeps_marks_while_it_is_open() -> None:
    store = Store(None)
    assert not store.has_marks("october", SHA)
    mark = made(store.marks, a_mark())
    assert of_entry(store.marks) == [mark]
    store.close()


def test_a_glance_tells_whether_a_text_has_marks(folder: Path) -> None:
    store = Store(folder)
    assert not store.has_marks("october", SHA)
    assert "marks" not in store.__dict__
    made(store.marks, a_mark())
    assert store.has_marks("october", "c" * 64)
    assert store.has_marks("renamed", SHA)
    assert not store.has_marks("renamed", "c" * 64)


def test_opening_the_store_loads_nothing_of_marks() -> None:
    script = """if True:
        import sys
        from reader.desk.store import Store
        store = Store(None)
        heavy = ("difflib", "uuid", "tempfile", "reader.desk.marks", "reader.desk.rescue")
        print([name for name in heavy if name in sys.modules])
    """
    done = run(script)
    assert done.communicate(timeout=60)[0] == b"[]\n"


# Two windows


def test_two_windows_see_each_others_marks(folder: Path) -> None:
    one, other = Store(folder).marks, Store(folder).marks
    assert not one.has_news()
    mark = made(other, a_mark())
    assert one.has_news()
    assert of_entry(one) == [mark]
    assert not one.has_news()


def test_own_writing_is_no_news(folder: Path) -> None:
    marks = Store(folder).marks
    marks.has_news()
    made(marks, a_mark())
    assert not marks.has_news()


def test_what_two_windows_change_of_one_mark_is_put_together(folder: Path) -> None:
    one, other = Store(folder).marks, Store(folder).marks
    mark = made(one, a_mark("highlight", colour="yellow"))
    one.save(Change(mark, replace(mark, colour="green")))
    both = other.save(Change(mark, replace(mark, note="สำคัญ")))
    assert (both.colour, both.note) == ("green", "สำคัญ")
    assert of_entry(one) == [both]


def test_a_note_written_in_two_windows_at_once_keeps_both_texts(folder: Path) -> None:
    one, other = Store(folder).marks, Store(folder).marks
    mark = made(one, a_mark(note="เดิม"))
    one.save(Change(mark, replace(mark, note="เดิม จากหน้าต่างแรก")))
    both = other.save(Change(mark, replace(mark, note="เดิม จากหน้าต่างที่สอง")))
    assert "จากหน้าต่างแรก" in both.note
    assert "จากหน้าต่างที่สอง" in both.note


def test_a_mark_deleted_in_one_window_while_written_in_in_the_other_stays(folder: Path) -> None:
    one, other = Store(folder).marks, Store(folder).marks
    mark = made(one, a_mark(note="ก"))
    one.save(Change(mark, replace(mark, deleted=marks_module.now())))
    other.save(Change(mark, replace(mark, note="ก ข")))
    assert [m.note for m in of_entry(one)] == ["ก ข"]


def test_undoing_takes_back_ones_own_change_only(folder: Path) -> None:
    one, other = Store(folder).marks, Store(folder).marks
    mark = made(one, a_mark("highlight", colour="yellow"))
    green = one.save(Change(mark, replace(mark, colour="green")))
    other.save(Change(green, replace(green, note="ของอีกหน้าต่าง")))
    back = one.save(Change(green, replace(green, colour="yellow")))
    assert (back.colour, back.note) == ("yellow", "ของอีกหน้าต่าง")


@given(before=words, mine=words, other=words)
def test_of_two_notes_nothing_new_is_dropped(before: str, mine: str, other: str) -> None:
    both = merged_note(before, mine, other)
    if mine == before:
        assert both == other
    elif other == before:
        assert both == mine
    for new in (set(mine) - set(before), set(other) - set(before)):
        assert new <= set(both)


@given(before=words, first=words, last=words)
def test_changes_at_two_ends_of_a_note_are_both_made(before: str, first: str, last: str) -> None:
    middle = "ตรงกลางที่ไม่มีใครแก้"
    both = merged_note(before + middle, first + middle, before + middle + last)
    assert both == first + middle + last


# A sudden end


def run(script: str, *arguments: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


WRITER = """if True:
    import os, random, sys, time
    from dataclasses import replace
    from pathlib import Path
    from reader.desk.anchors import Anchor
    from reader.desk.marks import COLOURS, Change, Mark, now
    from reader.desk.store import Store
    store = Store(Path(sys.argv[1]))
    chance = random.Random(int(sys.argv[2]))
    marks = store.marks
    def told(*words):
        os.write(1, (" ".join(map(str, words)) + "\\n").encode())
    told("ready", 0, 0, 0)
    number = 0
    while True:
        number += 1
        name = f"{sys.argv[2]}-{number}"
        anchor = Anchor(number, number + 5, "ก", "เลนิน", "ข")
        mark = Mark(name, "october", "t", "b" * 64, "highlight", anchor, 0, chance.choice(COLOURS))
        mark = marks.save(Change(None, mark))
        told("made", name, mark.colour, 0)
        for length in range(1, chance.randrange(2, 30)):
            # typed letter by letter
            mark = marks.save(Change(mark, replace(mark, note="ก" * length)))
            told("note", name, mark.colour, length)
        if chance.random() < 0.2:
            mark = marks.save(Change(mark, replace(mark, deleted=now())))
            told("gone", name, mark.colour, length)
        if chance.random() < 0.3:
            marks.settle()
        store.put_place("text", number)
"""


@posix_only
def test_kill_9_at_any_instant_loses_nothing_that_was_written(folder: Path) -> None:
    """All of 200 kills with NEVA_KILLS=200; a note may lack the letter just typed."""
    chance = random.Random(1917)
    wanted: dict[str, tuple[str, str, int]] = {}
    folder.mkdir()
    shutil.copy(OLD, folder / FILE)  # the first is killed while it may be bringing this up to date
    for kill in range(KILLS):
        process = run(WRITER, folder, kill)
        assert process.stdout is not None
        if kill % 4:
            process.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.04))
        else:
            time.sleep(chance.uniform(0.0, 0.25))
        process.send_signal(signal.SIGKILL)
        out, err = process.communicate(timeout=60)
        assert err == b""
        for line in out.decode().splitlines(keepends=True):
            deed, name, colour, length = line.split()
            if line.endswith("\n") and deed != "ready":
                wanted[name] = (deed, colour, int(length))
        store = Store(folder)
        assert store.trouble is None
        assert store.place("a" * 64) == 1234
        marks = store.marks
        there = {mark.id: mark for mark in [*marks.all(), *marks.deleted()]}
        assert there.keys() >= wanted.keys()
        for name, (deed, colour, length) in wanted.items():
            mark = there[name]
            assert mark.colour == colour
            assert length <= len(mark.note) <= length + 1
            assert bool(mark.deleted) or deed != "gone"
        store.close()
    assert wanted


# A disk that is full, a home that cannot be written


FULL = """if True:
    import resource, sys
    from dataclasses import replace
    from pathlib import Path
    from reader.desk.anchors import Anchor
    from reader.desk.marks import Change, Mark
    from reader.desk.store import Store
    store = Store(Path(sys.argv[1]))
    marks = store.marks
    def mark(n):
        return Mark(f"m{n}", "october", "t", "b" * 64, "note", Anchor(n, n + 1, "", "ก", ""))
    first = marks.save(Change(None, replace(mark(0), note="ก่อนดิสก์เต็ม")))
    marks.settle()
    soft = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (45_000, soft[1]))
    for n in range(1, 60):
        marks.save(Change(None, replace(mark(n), note="x" * 2000)))
    last = marks.save(Change(first, replace(first, note="แก้ขณะดิสก์เต็ม")))
    print(marks.trouble.key, marks.unsaved > 0, len(marks.all()), last.note == "แก้ขณะดิสก์เต็ม")
    print(marks.mark("m0").note == "แก้ขณะดิสก์เต็ม", marks.try_again())
    if sys.argv[2] == "room":
        resource.setrlimit(resource.RLIMIT_FSIZE, soft)
        print(marks.try_again(), marks.unsaved, marks.trouble)
    store.close()
"""


@posix_only
@pytest.mark.parametrize("then", ["room", "no room"])
def test_full_disk_keeps_marks_in_the_window_until_there_is_room(folder: Path, then: str) -> None:
    out, err = run(FULL, folder, then).communicate(timeout=60)
    assert err == b""
    lines = out.decode().splitlines()
    assert lines[:2] == ["marks-unsaved True 60 True", "True False"]
    store = Store(folder)
    assert store.trouble is None
    there = {mark.id: mark.note for mark in of_entry(store.marks)}
    if then == "room":
        assert lines[2] == "True 0 None"
        assert len(there) == 60
        assert there["m0"] == "แก้ขณะดิสก์เต็ม"
    else:
        assert there["m0"] == "ก่อนดิสก์เต็ม"


def test_full_disk_is_told_in_both_languages(folder: Path) -> None:
    store = Store(folder)
    mark = made(store.marks, a_mark())
    assert store._db is not None
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    store.marks.save(Change(mark, replace(mark, note="ย" * 20_000)))
    trouble = store.marks.trouble
    assert trouble is not None
    assert "1" in sentence_for(trouble, "th")
    assert "1" in sentence_for(trouble, "en")
    assert of_entry(store.marks)[0].note == "ย" * 20_000
    store._db.execute("PRAGMA max_page_count = 100000")
    made(store.marks, a_mark(start=900))
    assert store.marks.unsaved == 0
    assert store.marks.trouble is None
    assert [m.note for m in of_entry(Store(folder).marks)] == ["ย" * 20_000, ""]


def bytes_of(folder: Path) -> dict[str, bytes]:
    """All that is kept there; the index of SQLite's log is scratch of whoever has it open."""
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith("-shm")
    }


@posix_only
@pytest.mark.parametrize("beside", [False, True], ids=["closed", "after a crash"])
def test_read_only_home_shows_settings_and_marks_and_writes_nothing(beside: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "desk"
        store = Store(folder)
        store.put("language", "en")
        store.put_place("text", 77)
        mark = made(store.marks, a_mark(note="ของเดิม"))
        if not beside:
            store.close()
        Path(name).chmod(0o755)
        before = bytes_of(folder)
        assert (len(before) > 1) == beside
        with read_only(folder):
            second = Store(folder)
            assert second.trouble is not None
            assert second.trouble.key == "nothing-remembered"
            assert second.get("language", "th") == "en"
            assert second.place("text") == 77
            assert of_entry(second.marks) == [mark]
            assert not second.marks.is_kept
            made(second.marks, a_mark(start=800))
            second.put("language", "th")
            assert second.get("language", "en") == "th"
            assert len(of_entry(second.marks)) == 2
            second.close()
        assert bytes_of(folder) == before


# Damage


def filled(folder: Path) -> list[Mark]:
    store = Store(folder)
    store.put("language", "en")
    store.put_place("text", 4321)
    kept = [made(store.marks, a_mark(start=n, note=f"บันทึกที่ {n} " * 9)) for n in range(120)]
    store.close()
    return kept


def test_marks_are_rescued_from_a_damaged_database(folder: Path) -> None:
    kept = filled(folder)
    good = (folder / FILE).read_bytes()
    page = 4096
    at = len(good) // (2 * page) * page
    damaged = good[:at] + b"\xff" * page + good[at + page :]
    (folder / FILE).write_bytes(damaged)
    store = Store(folder)
    assert store.trouble is not None
    assert store.trouble.key == "settings-set-aside"
    assert (folder / str(store.trouble.values["file"])).read_bytes() == damaged
    rescued = of_entry(store.marks)
    assert len(rescued) >= len(kept) - 40
    assert all(mark in kept for mark in rescued)
    assert (store.get("language", "th"), store.place("text")) == ("en", 4321)
    store.close()
    assert of_entry(Store(folder).marks) == rescued


@given(st.data())
@settings(max_examples=25)
def test_no_damage_makes_up_a_mark_or_stops_the_reader(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = Store(folder)
        for number in range(30):
            made(store.marks, a_mark(start=number, note="บันทึก " * 20))
        store.close()
        bad = bytearray((folder / FILE).read_bytes())
        for _ in range(data.draw(st.integers(1, 4))):
            start = data.draw(st.integers(0, len(bad) - 1))
            length = data.draw(st.integers(1, 3000))
            bad[start : start + length] = data.draw(st.binary(min_size=1, max_size=9)) * length
        (folder / FILE).write_bytes(bad)
        store = Store(folder)
        before = len(store.marks.all())
        assert before <= 31
        made(store.marks, a_mark(start=1000))
        assert any(mark.anchor.start == 1000 for mark in store.marks.all())
        store.close()


def test_one_row_that_cannot_be_read_hides_no_other(folder: Path) -> None:
    kept = filled(folder)
    with sqlite3.connect(folder / FILE) as db:
        db.execute("UPDATE mark SET note = CAST(x'80ff' AS TEXT) WHERE id = ?", (kept[3].id,))
    store = Store(folder)
    assert {mark.id for mark in store.marks.all()} == {m.id for m in kept} - {kept[3].id}
    store.close()


def test_a_row_that_makes_no_sense_is_passed_over(folder: Path) -> None:
    kept = filled(folder)
    with sqlite3.connect(folder / FILE) as db:
        db.execute("UPDATE mark SET kind = 'stain' WHERE id = ?", (kept[0].id,))
        db.execute("UPDATE mark SET start = 'one' WHERE id = ?", (kept[1].id,))
        db.execute("UPDATE mark SET exact = '' WHERE id = ?", (kept[2].id,))
    db.close()
    assert of_entry(Store(folder).marks) == kept[3:]


# Migrations


def test_a_real_database_of_the_first_version_comes_through(folder: Path) -> None:
    folder.mkdir()
    shutil.copy(OLD, folder / FILE)
    store = Store(folder)
    assert store.trouble is None
    assert store.get("size", []) == [1180, 780]
    assert store.get("theme", "") == "dark"
    assert store.get("type_size", 0.0) == 19.0
    assert store.get("panel", True) is False
    assert store.get("dates", "") == "be"
    assert store.place("a" * 64) == 1234
    assert store.place("6f" * 32) == 27182
    made(store.marks, a_mark())
    store.close()
    assert (folder / "desk-1.0-backup.sqlite").exists()
    with sqlite3.connect(folder / "desk-1.0-backup.sqlite") as db:
        assert db.execute("SELECT * FROM schema").fetchall() == [(1, 0)]
        assert db.execute("SELECT count(*) FROM setting").fetchone() == (9,)
    db.close()
    assert of_entry(Store(folder).marks)
    assert len(list(folder.glob("*backup*"))) == 1


def database_of(version: tuple[int, int], folder: Path, names: dict[str, str]) -> None:
    """A database as the program of that version left it."""
    folder.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(folder / FILE) as db:
        for step in STEPS:
            if step.to <= version:
                for statement in step.statements:
                    db.execute(statement)
        db.execute("INSERT INTO schema VALUES (?, ?)", version)
        db.executemany("INSERT INTO setting VALUES (?, ?)", [(n, f'"{n}"') for n in names])
        db.executemany("INSERT INTO place VALUES (?, ?)", [(n, len(n)) for n in names])
    db.close()


@pytest.mark.parametrize("version", [step.to for step in STEPS], ids=str)
@given(names=st.dictionaries(st.text("กขabc19 -_", min_size=1, max_size=20), st.just("")))
@settings(max_examples=15)
def test_every_earlier_version_comes_through(
    version: tuple[int, int], names: dict[str, str]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database_of(version, folder, names)
        store = Store(folder)
        assert store.trouble is None
        for key in names:
            assert store.get(key, "") == key
            assert store.place(key) == len(key)
        made(store.marks, a_mark())
        store.close()
        with sqlite3.connect(folder / FILE) as db:
            assert db.execute("SELECT * FROM schema").fetchall() == [SCHEMA]
            assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        db.close()
        assert len(list(folder.glob("*backup*"))) == (version < SCHEMA)


def test_without_room_for_the_copy_nothing_is_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    shutil.copy(OLD, folder / FILE)

    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.desk.database._keep_copy", no_room)
    store = Store(folder)
    assert store.trouble is not None
    assert store.get("theme", "") == "dark"
    store.close()
    with sqlite3.connect(folder / FILE) as db:
        assert db.execute("SELECT * FROM schema").fetchall() == [(1, 0)]
    db.close()


def test_windows_that_start_together_bring_it_up_to_date_once(folder: Path) -> None:
    folder.mkdir()
    shutil.copy(OLD, folder / FILE)
    script = """if True:
        import sys
        from pathlib import Path
        from reader.desk.store import Store
        store = Store(Path(sys.argv[1]))
        print(store.trouble, len(store.marks.all()))
    """
    for process in [run(script, folder) for _ in range(5)]:
        assert process.communicate(timeout=60) == (b"None 0\n", b"")
    assert len(list(folder.glob("*backup*"))) == 1


def test_an_earlier_program_reads_what_this_one_has_made(folder: Path) -> None:
    """As version 1.0 did: it looked at the major number and made its own tables if need be."""
    filled(folder)
    with sqlite3.connect(folder / FILE) as db:
        assert db.execute("SELECT major FROM schema").fetchone() == (1,)
        for statement in STEPS[0].statements:
            db.execute(statement)
        assert db.execute("SELECT value FROM setting").fetchone() == ('"en"',)
        db.execute("INSERT INTO place VALUES ('other', 5)")
    db.close()
    store = Store(folder)
    assert (store.place("other"), len(of_entry(store.marks))) == (5, 120)


def test_a_later_minor_keeps_what_it_knows_more_of_a_mark(folder: Path) -> None:
    store = Store(folder)
    mark = made(store.marks, a_mark())
    store.close()
    with sqlite3.connect(folder / FILE) as db:
        db.execute("UPDATE schema SET minor = minor + 1")
        db.execute("ALTER TABLE mark ADD COLUMN tag TEXT NOT NULL DEFAULT ''")
        db.execute("UPDATE mark SET tag = 'exam'")
    db.close()
    store = Store(folder)
    store.marks.save(Change(mark, replace(mark, note="เติม")))
    store.close()
    with sqlite3.connect(folder / FILE) as db:
        assert db.execute("SELECT note, tag FROM mark").fetchall() == [("เติม", "exam")]
        assert db.execute("SELECT * FROM schema").fetchall() == [(SCHEMA[0], SCHEMA[1] + 1)]
    db.close()


def test_five_colours_and_no_more() -> None:
    assert len(COLOURS) == len(set(COLOURS)) == 5
