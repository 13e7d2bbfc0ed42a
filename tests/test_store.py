"""What the reader leaves behind is never lost, never overwritten, and never in the way."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import ROOT

from reader.desk import store as store_module
from reader.desk.store import SCHEMA, Store, default_folder, peek
from reader.messages import sentence_for

FILE = "desk.sqlite"
SHA = "a" * 64
NOBODY = 65534
posix_only = pytest.mark.skipif(os.name != "posix", reason="needs POSIX rights and signals")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desk"


def trouble(store: Store) -> str | None:
    """The key of what the store has to tell, if anything; it can be told in both languages."""
    if store.trouble is None:
        return None
    assert sentence_for(store.trouble, "th")
    assert sentence_for(store.trouble, "en")
    return store.trouble.key


def filled(folder: Path) -> bytes:
    """A database with more than a page of settings, closed; its bytes."""
    store = Store(folder)
    for number in range(200):
        store.put(f"setting {number}", "x" * 100)
    store.put_place(SHA, 1234)
    store.close()
    return (folder / FILE).read_bytes()


def works(store: Store) -> None:
    """The store keeps what it is given, at least as long as it is open."""
    store.put("language", "en")
    store.put_place(SHA, 77)
    assert store.get("language", "th") == "en"
    assert store.place(SHA) == 77


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """``folder`` cannot be written, not even by root."""
    is_root = os.geteuid() == 0
    folder.chmod(0o555)
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)


# Remembering


def test_settings_and_places_are_there_the_next_time(folder: Path) -> None:
    store = Store(folder)
    store.put("size", [1180, 780])
    store.put("language", "ไทย")
    store.put("maximised", True)
    store.put_place(SHA, 4321)
    store.close()
    again = Store(folder)
    assert again.get("size", []) == [1180, 780]
    assert again.get("language", "") == "ไทย"
    assert again.get("maximised", False) is True
    assert again.place(SHA) == 4321
    assert again.trouble is None


def test_what_was_never_kept_has_its_default(folder: Path) -> None:
    store = Store(folder)
    assert store.get("language", "th") == "th"
    assert store.get("anything", None) is None
    assert store.place(SHA) == 0


def test_value_of_another_kind_counts_as_none(folder: Path) -> None:
    store = Store(folder)
    store.put("size", "large")
    assert store.get("size", [1, 2]) == [1, 2]
    assert store.get("size", None) == "large"


def test_last_value_is_the_one_that_counts(folder: Path) -> None:
    store = Store(folder)
    for value in ("a", "b", "c"):
        store.put("name", value)
        store.put_place(SHA, ord(value))
    assert (store.get("name", ""), store.place(SHA)) == ("c", ord("c"))


def test_store_without_a_folder_keeps_all_in_memory_and_says_nothing() -> None:
    store = Store(None)
    works(store)
    assert store.trouble is None
    store.close()


def test_closed_store_does_not_fall_over(folder: Path) -> None:
    store = Store(folder)
    store.close()
    store.close()
    works(store)


# Two at once


def test_two_stores_at_once_see_each_other(folder: Path) -> None:
    one, other = Store(folder), Store(folder)
    one.put("language", "en")
    other.put("theme", "dark")
    one.put_place(SHA, 5)
    assert other.get("language", "th") == "en"
    assert one.get("theme", "light") == "dark"
    assert other.place(SHA) == 5
    assert one.trouble is None and other.trouble is None


def run(script: str, folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_many_readers_may_start_at_the_same_moment(folder: Path) -> None:
    script = """if True:
        import os, sys
        from pathlib import Path
        from reader.desk.store import Store
        store = Store(Path(sys.argv[1]))
        for number in range(20):
            store.put(f"{os.getpid()} {number}", number)
        print(store.trouble, sum(store.get(f"{os.getpid()} {n}", 0) for n in range(20)))
    """
    started = [run(script, folder) for _ in range(6)]
    for process in started:
        out, err = process.communicate(timeout=60)
        assert (out.split(), err) == ([b"None", b"190"], b"")
    with sqlite3.connect(folder / FILE) as db:
        assert db.execute("SELECT count(*) FROM setting").fetchone() == (120,)
        assert db.execute("SELECT * FROM schema").fetchall() == [SCHEMA]


def test_failed_write_never_hides_a_later_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "_BUSY_MS", 20)
    store = Store(folder)
    other = sqlite3.connect(folder / FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    store.put("language", "en")
    store.put_place(SHA, 1)
    assert (store.get("language", "th"), store.place(SHA)) == ("en", 1)
    other.execute("ROLLBACK")
    store.put("language", "fr")
    store.put_place(SHA, 2)
    assert (store.get("language", "th"), store.place(SHA)) == ("fr", 2)
    assert Store(folder).get("language", "th") == "fr"


def test_trouble_with_writing_is_told_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_BUSY_MS", 20)
    store = Store(folder)
    other = sqlite3.connect(folder / FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    store.put_place(SHA, 1)
    assert trouble(store) == "nothing-remembered"
    store.trouble = None  # the window has told it
    store.put_place(SHA, 2)
    assert store.trouble is None
    other.close()


# Damage


@pytest.mark.parametrize(
    "damage",
    [
        lambda good: b"this is no database, but a letter to the editor " * 40,
        lambda good: b"\x00" * 8192,
        lambda good: good[: len(good) // 2],
        lambda good: good[:4096] + b"\xff" * 4096 + good[8192:],
        lambda good: good[:100] + b"\xff" * 3000 + good[3100:],
        lambda good: good[:-4096] + b"\x00" * 4096,
        lambda good: good.replace(b"TABLE setting", b"TABLE sett\x80ng"),
    ],
    ids=["a letter", "zeros", "half", "second page", "first page", "last page", "a name in it"],
)
def test_damaged_database_is_set_aside_with_a_message(folder: Path, damage: object) -> None:
    damaged: bytes = damage(filled(folder))  # type: ignore[operator]
    (folder / FILE).write_bytes(damaged)
    store = Store(folder)
    assert trouble(store) == "settings-set-aside"
    assert store.trouble is not None
    aside = folder / str(store.trouble.values["file"])
    assert aside.read_bytes() == damaged
    works(store)
    store.close()
    again = Store(folder)
    assert again.trouble is None
    assert again.place(SHA) == 77


def test_second_damage_does_not_overwrite_the_first(folder: Path) -> None:
    folder.mkdir()
    for content in (b"first damage " * 99, b"second damage " * 99, b"third damage " * 99):
        (folder / FILE).write_bytes(content)
        store = Store(folder)
        assert trouble(store) == "settings-set-aside"
        store.close()
    kept = {path.read_bytes()[:5] for path in folder.glob("*damaged*.sqlite")}
    assert kept == {b"first", b"secon", b"third"}


def test_empty_file_is_a_new_database(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).touch()
    store = Store(folder)
    assert store.trouble is None
    works(store)


def test_value_that_is_no_json_is_no_setting(folder: Path) -> None:
    Store(folder).put("language", "en")
    with sqlite3.connect(folder / FILE) as db:
        db.execute("UPDATE setting SET value = '{'")
    assert Store(folder).get("language", "th") == "th"


@given(st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_damage_nothing_is_thrown_away(data: st.DataObject) -> None:
    """The damaged bytes stay, in their place or set aside, or the database is mended good."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        good = bytearray(filled(folder))
        for _ in range(data.draw(st.integers(1, 5))):
            start = data.draw(st.integers(0, len(good) - 1))
            length = data.draw(st.integers(1, 600))
            good[start : start + length] = data.draw(st.binary(min_size=length, max_size=length))
        (folder / FILE).write_bytes(good)
        store = Store(folder)
        works(store)
        store.close()
        if trouble(store) == "settings-set-aside":
            assert store.trouble is not None
            assert (folder / str(store.trouble.values["file"])).read_bytes() == bytes(good)
        elif trouble(store) in ("settings-newer", "nothing-remembered"):
            assert (folder / FILE).read_bytes() == bytes(good)


# Another version's database


def test_database_of_a_newer_version_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    with sqlite3.connect(folder / FILE) as db:
        db.execute("CREATE TABLE schema (major INTEGER, minor INTEGER)")
        db.execute("INSERT INTO schema VALUES (?, 0)", (SCHEMA[0] + 1,))
        db.execute("CREATE TABLE preferences (everything BLOB)")
    db.close()
    before = (folder / FILE).read_bytes()
    store = Store(folder)
    assert trouble(store) == "settings-newer"
    works(store)
    store.close()
    assert (folder / FILE).read_bytes() == before
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_later_minor_is_read_as_it_is(folder: Path) -> None:
    Store(folder).put("language", "en")
    with sqlite3.connect(folder / FILE) as db:
        db.execute("UPDATE schema SET minor = ?", (SCHEMA[1] + 7,))
        db.execute("CREATE TABLE more (than INTEGER)")
    store = Store(folder)
    assert store.trouble is None
    assert store.get("language", "th") == "en"


# A folder that cannot be written


@posix_only
def test_read_only_folder_is_told_once_and_the_reader_works() -> None:
    with tempfile.TemporaryDirectory() as name, read_only(Path(name)):
        store = Store(Path(name))
        assert trouble(store) == "nothing-remembered"
        works(store)
        assert list(Path(name).iterdir()) == []


@posix_only
def test_folder_that_cannot_be_made_is_told_once_and_the_reader_works() -> None:
    with tempfile.TemporaryDirectory() as name, read_only(Path(name)):
        store = Store(Path(name) / "deep" / "down")
        assert trouble(store) == "nothing-remembered"
        works(store)


@posix_only
def test_read_only_database_stays_as_it_is() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        before = filled(folder)
        with read_only(folder):
            store = Store(folder)
            assert trouble(store) == "nothing-remembered"
            works(store)
            store.close()
        assert (folder / FILE).read_bytes() == before


def test_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    file = tmp_path / "desk"
    file.write_text("not a folder")
    store = Store(file)
    assert trouble(store) == "nothing-remembered"
    works(store)
    assert file.read_text() == "not a folder"


def test_folder_in_place_of_the_database_is_told(folder: Path) -> None:
    (folder / FILE).mkdir(parents=True)
    store = Store(folder)
    assert trouble(store) == "nothing-remembered"
    works(store)


@posix_only
def test_full_disk_is_told_once_and_nothing_is_lost(folder: Path) -> None:
    script = """if True:
        import resource, sys
        from pathlib import Path
        from reader.desk.store import Store
        store = Store(Path(sys.argv[1]))
        store.put("kept", "before")
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, resource.RLIM_INFINITY))
        for number in range(100):
            store.put(f"{number}", "x" * 4000)
            store.put_place("text", number)
        told = store.trouble.key
        store.trouble = None
        store.put("late", 1)
        print(told, store.trouble, len(store.get("99", "")), store.place("text"))
    """
    out, err = run(script, folder).communicate(timeout=60)
    assert (out.split(), err) == ([b"nothing-remembered", b"None", b"4000", b"99"], b"")
    store = Store(folder)
    assert store.trouble is None
    assert store.get("kept", "") == "before"


# A sudden end


@posix_only
def test_kill_9_during_writes_keeps_all_that_was_written(folder: Path) -> None:
    script = """if True:
        import sys
        from itertools import count
        from pathlib import Path
        from reader.desk.store import Store
        store = Store(Path(sys.argv[1]))
        for number in count(1):
            store.put("number", number)
            store.put_place("text", number)
            print(number, flush=True)
    """
    for wanted in (50, 400):
        process = run(script, folder)
        assert process.stdout is not None
        last = 0
        while last < wanted:
            last = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        rest = process.communicate(timeout=60)[0].splitlines()
        last = max([last, *(int(line) for line in rest if line.isdigit())])
        store = Store(folder)
        assert store.trouble is None
        # a line cut off by the end may be missing from what was read
        assert store.get("number", 0) >= last
        assert store.place("text") >= last
        store.close()


# A look from outside


def test_peek_reads_a_setting_and_touches_nothing(folder: Path) -> None:
    store = Store(folder)
    store.put("language", "en")
    store.close()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert peek(folder, "language", "th") == "en"
    assert peek(folder, "other", "th") == "th"
    assert (folder / FILE).read_bytes() == before[FILE]


def test_peek_sees_what_an_open_window_has_just_kept(folder: Path) -> None:
    store = Store(folder)
    store.put("language", "en")
    assert peek(folder, "language", "th") == "en"
    store.close()


def test_peek_makes_no_folder(folder: Path) -> None:
    assert peek(folder, "language", "th") == "th"
    assert not folder.exists()


def test_peek_leaves_a_damaged_database_to_be_told_later(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(b"damage " * 999)
    assert peek(folder, "language", "th") == "th"
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_peek_wants_a_word(folder: Path) -> None:
    store = Store(folder)
    store.put("language", ["en"])
    assert peek(folder, "language", "th") == "th"
    store.close()


def test_folder_with_odd_signs_in_its_name_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "ก?mode=rw#% 100"
    store = Store(folder)
    store.put("language", "en")
    assert peek(folder, "language", "th") == "en"
    store.close()


# Where


def test_readers_data_lies_where_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NEVA_READER_HOME", str(tmp_path))
    assert default_folder() == tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="XDG is for other systems")
def test_readers_data_lies_in_the_data_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("NEVA_READER_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "neva-reader"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_folder() == tmp_path / ".local" / "share" / "neva-reader"


def test_without_a_home_nothing_is_remembered_and_the_reader_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NEVA_READER_HOME", "XDG_DATA_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)

    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", no_home)
    store = Store(default_folder())
    assert trouble(store) == "nothing-remembered"
    works(store)


@posix_only
def test_peek_reads_in_a_folder_that_cannot_be_written() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = Store(folder)
        store.put("language", "en")
        store.close()
        with read_only(folder):
            assert peek(folder, "language", "th") == "en"


@posix_only
def test_settings_of_a_read_only_database_are_in_force() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = Store(folder)
        store.put("language", "en")
        store.put_place(SHA, 99)
        store.close()
        with read_only(folder):
            again = Store(folder)
            assert trouble(again) == "nothing-remembered"
            assert (again.get("language", "th"), again.place(SHA)) == ("en", 99)
            again.close()
