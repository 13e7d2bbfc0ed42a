"""Carrying over what can still be read of a database that is damaged or cannot be written.

The database itself is not touched: a copy of it is read, row by row from either end, and a row that
does not make sense is passed over.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.desk.database import BESIDE, read_only
from reader.desk.migrations import SCHEMA, tables_of, version_of

_LONGEST = 5.0  # seconds: damage may lead SQLite round in circles
_COLUMNS = {
    "setting": ("name", "value"),
    "place": ("article", "offset"),
    "mark": (
        "id", "article", "title", "sha256", "kind", "colour", "start", "end", "prefix", "exact",
        "suffix", "paragraph", "note", "created", "changed", "deleted", "revision",
    ),
}  # fmt: skip
_NUMBERS = {"offset", "start", "end", "paragraph", "revision"}


def carry_over(source: Path, target: sqlite3.Connection) -> bool:
    """Put into ``target`` what the database ``source`` holds; whether that was anything."""
    try:
        with tempfile.TemporaryDirectory(prefix="neva-") as name:
            copy = Path(name) / "copy.sqlite"
            shutil.copyfile(source, copy)
            wal = source.with_name(source.name + BESIDE[0])
            if wal.exists():
                shutil.copyfile(wal, copy.with_name(copy.name + BESIDE[0]))
            return _carried(sqlite3.connect(copy), target)
    except OSError:
        pass
    try:
        return _carried(read_only(source), target)  # no room for a copy
    except (OSError, sqlite3.Error):
        return False


def _carried(db: sqlite3.Connection, target: sqlite3.Connection) -> bool:
    """Closes ``db``."""
    end = time.monotonic() + _LONGEST
    db.set_progress_handler(lambda: time.monotonic() > end, 100_000)
    db.text_factory = bytes
    count = 0
    try:
        if _is_foreign(db):
            return False
        target.execute("BEGIN IMMEDIATE")
        for table, columns in _COLUMNS.items():
            marks = ", ".join("?" * len(columns))
            sql = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})"
            for row in _rows(db, table, columns):
                count += target.execute(sql, row).rowcount
        target.execute("COMMIT")
    except sqlite3.Error:
        # a full disk: what is read of the damage is not worth failing for
        if target.in_transaction:
            target.execute("ROLLBACK")
        return False
    finally:
        db.close()
    return count > 0


def _is_foreign(db: sqlite3.Connection) -> bool:
    try:
        db.text_factory = str
        version = version_of(db, tables_of(db))
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    finally:
        db.text_factory = bytes
    return version is not None and version[0] != SCHEMA[0]


def _rows(
    db: sqlite3.Connection, table: str, columns: tuple[str, ...]
) -> Iterator[tuple[Any, ...]]:
    """The sound rows of ``table``: up to the damage, and back to it from the end."""
    for order in ("ASC", "DESC"):
        sql = f"SELECT {', '.join(columns)} FROM {table} ORDER BY rowid {order}"
        try:
            for row in db.execute(sql):
                sound = _sound(row, columns)
                if sound is not None:
                    yield sound
        except (sqlite3.Error, UnicodeDecodeError, OverflowError):
            continue
        return


def _sound(row: tuple[Any, ...], columns: tuple[str, ...]) -> tuple[Any, ...] | None:
    values: list[str | int] = []
    for column, value in zip(columns, row, strict=True):
        if column in _NUMBERS and isinstance(value, int):
            values.append(value)
        elif column not in _NUMBERS and isinstance(value, bytes):
            try:
                values.append(value.decode("utf-8"))
            except UnicodeDecodeError:
                return None
        else:
            return None
    return tuple(values)
