"""Opening the reader's database, whatever has become of it.

One of an earlier version is brought up to date, after a copy of it is kept; one of a newer major
version is left alone. A damaged one is set aside under another name, never overwritten, and what
can still be read of it is carried over. Where nothing can be written the reader works on a copy in
memory.
"""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from typing import NamedTuple

from reader.desk.migrations import (
    SCHEMA,
    NewerSchemaError,
    Version,
    bring_up_to_date,
    tables_of,
    version_of,
)
from reader.errors import ReaderError

FILE = "desk.sqlite"
BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a database."""


class Opened(NamedTuple):
    """db: None if there is nothing to read or write. is_kept: whether what is written stays.

    trouble: what to tell the reader.
    """

    db: sqlite3.Connection | None
    is_kept: bool
    trouble: ReaderError | None = None


def open_database(folder: Path, busy_ms: int) -> Opened:
    """The database in ``folder``, made if there is none. Never raises for a fault of the world.

    busy_ms: how long to wait while another window writes.
    """
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Opened(_connected(path, busy_ms), True)
    except NewerSchemaError:
        return Opened(None, False, ReaderError("settings-newer"))
    except (OSError, RuntimeError, sqlite3.OperationalError):
        return Opened(_copy_in_memory(path), False, ReaderError("nothing-remembered"))
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        # damage may stand in the very words of SQLite's complaint
        return _start_afresh(path, busy_ms)


def in_memory() -> sqlite3.Connection:
    """An empty database that is gone with the window."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    bring_up_to_date(db)
    return db


def read_only(path: Path) -> sqlite3.Connection:
    """The database ``path``, to look at only; for one that cannot be written, too.

    Raises sqlite3.Error, OSError.
    """
    address = path.absolute().as_uri()
    try:
        db = sqlite3.connect(f"{address}?mode=ro", uri=True)
        try:
            db.execute("SELECT 1 FROM sqlite_master")
            return db
        except BaseException:
            db.close()
            raise
    except sqlite3.OperationalError:
        wal = path.with_name(path.name + BESIDE[0])
        if not path.exists() or (wal.exists() and wal.stat().st_size):
            raise
        # in a folder that cannot be written nobody else writes either
        return sqlite3.connect(f"{address}?immutable=1", uri=True)


def _connected(path: Path, busy_ms: int) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=busy_ms / 1000, isolation_level=None)
    try:
        _check(db)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        bring_up_to_date(db, lambda version: _keep_copy(path, version))
        _try_to_write(db, busy_ms)
    except BaseException:
        db.close()
        raise
    return db


def _try_to_write(db: sqlite3.Connection, busy_ms: int) -> None:
    """Raises sqlite3.OperationalError where SQLite has opened for reading only, without a word."""
    db.execute("PRAGMA busy_timeout = 0")
    try:
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE schema SET minor = minor")
        db.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if db.in_transaction:
            db.execute("ROLLBACK")
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
            raise
        # busy: another window may write, so this one may
    db.execute(f"PRAGMA busy_timeout = {busy_ms}")


def _check(db: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError for damage, NewerSchemaError; nothing is written meanwhile."""
    if db.execute("PRAGMA quick_check").fetchone() != ("ok",):
        raise sqlite3.DatabaseError("damaged")
    version = version_of(db, tables_of(db))
    if version is not None and version[0] != SCHEMA[0]:
        raise NewerSchemaError


def _keep_copy(path: Path, version: Version) -> None:
    """Keep a copy of the database ``path`` as it was in ``version``, under a name of its own."""
    name = f"{path.stem}-{version[0]}.{version[1]}-backup"
    copy = _free_name(path, name)
    half = copy.with_name(f"{copy.name}.part")
    half.unlink(missing_ok=True)
    source, target = sqlite3.connect(path), sqlite3.connect(half)
    try:
        source.backup(target)
    except BaseException:
        target.close()
        half.unlink(missing_ok=True)
        raise
    finally:
        source.close()
        target.close()
    os.replace(half, copy)


def _free_name(path: Path, stem: str) -> Path:
    free = path.with_name(f"{stem}.sqlite")
    for number in range(2, 1000):
        if not free.exists():
            break
        free = path.with_name(f"{stem}-{number}.sqlite")
    return free


def _start_afresh(path: Path, busy_ms: int) -> Opened:
    aside = _free_name(path, f"{path.stem}-damaged-{time.strftime('%Y%m%d-%H%M%S')}")
    try:
        path.rename(aside)
        for suffix in BESIDE:
            rest = path.with_name(path.name + suffix)
            if rest.exists():
                rest.rename(aside.with_name(aside.name + suffix))
        db = _connected(path, busy_ms)
    except (OSError, sqlite3.Error):
        return Opened(_copy_in_memory(path), False, ReaderError("nothing-remembered"))
    from reader.desk.rescue import carry_over

    carry_over(aside, db)
    return Opened(db, True, ReaderError("settings-set-aside", file=aside.name))


def _copy_in_memory(path: Path) -> sqlite3.Connection | None:
    """What the database ``path`` holds, as far as it can be read; None if that is nothing."""
    try:
        if not path.is_file():
            return None
    except OSError:
        return None
    from reader.desk.rescue import carry_over

    db = in_memory()
    if carry_over(path, db):
        return db
    db.close()
    return None
