"""The tables of the reader's database, and how one of an earlier version gets them.

The version stands in the table ``schema``, as a major and a minor number. A step from one minor
version to the next only adds, so that an earlier program still reads what a later one has made.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

Version = tuple[int, int]


class NewerSchemaError(Exception):
    """The database is of another major version: not ours to read or change."""


class Step(NamedTuple):
    """What makes a database of the version before into one of ``to``."""

    to: Version
    statements: tuple[str, ...]


STEPS = (
    Step(
        (1, 0),
        (
            "CREATE TABLE IF NOT EXISTS schema (major INTEGER NOT NULL, minor INTEGER NOT NULL)",
            "CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS place (article TEXT PRIMARY KEY, offset INTEGER NOT NULL)",
        ),
    ),
    Step(
        (1, 1),
        (
            # start and end count code points of the text whose fingerprint is sha256
            """CREATE TABLE IF NOT EXISTS mark (
                id TEXT PRIMARY KEY,
                article TEXT NOT NULL,
                title TEXT NOT NULL,
                sha256 TEXT NOT NULL,
                kind TEXT NOT NULL,
                colour TEXT NOT NULL,
                start INTEGER NOT NULL,
                end INTEGER NOT NULL,
                prefix TEXT NOT NULL,
                exact TEXT NOT NULL,
                suffix TEXT NOT NULL,
                paragraph INTEGER NOT NULL,
                note TEXT NOT NULL,
                created TEXT NOT NULL,
                changed TEXT NOT NULL,
                deleted TEXT NOT NULL,
                revision INTEGER NOT NULL
            )""",
            "CREATE INDEX IF NOT EXISTS mark_article ON mark (article)",
            "CREATE INDEX IF NOT EXISTS mark_text ON mark (sha256)",
        ),
    ),
)
SCHEMA: Version = STEPS[-1].to
"""Major and minor. A later minor is read as it is, another major is refused."""
TABLES = frozenset({"schema", "setting", "place", "mark"})


def version_of(db: sqlite3.Connection, tables: frozenset[str]) -> Version | None:
    """The version of ``db``, which has ``tables``; None for a database that is still empty."""
    row = db.execute("SELECT major, minor FROM schema").fetchone() if "schema" in tables else None
    if row is None:
        return None
    if not all(isinstance(number, int) for number in row):
        raise sqlite3.DatabaseError("the version is no number")
    return int(row[0]), int(row[1])


def tables_of(db: sqlite3.Connection) -> frozenset[str]:
    """The names of all tables of ``db``."""
    rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return frozenset(str(row[0]) for row in rows)


def bring_up_to_date(
    db: sqlite3.Connection, keep_copy: Callable[[Version], None] = lambda version: None
) -> None:
    """Give ``db`` the present tables, all at once or not at all.

    keep_copy: called before a database of an earlier version is changed; if it raises, nothing is.
    Raises NewerSchemaError before anything is touched.
    """
    if not _is_behind(db):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        # another window may have done it while this one waited
        if _is_behind(db):
            before = version_of(db, tables_of(db))
            if before is not None and before < SCHEMA:
                keep_copy(before)
            for step in STEPS:
                for statement in step.statements:
                    db.execute(statement)
            if before is None:
                db.execute("INSERT INTO schema VALUES (?, ?)", SCHEMA)
            else:
                db.execute("UPDATE schema SET major = ?, minor = ?", max(SCHEMA, before))
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _is_behind(db: sqlite3.Connection) -> bool:
    tables = tables_of(db)
    version = version_of(db, tables)
    if version is not None and version[0] != SCHEMA[0]:
        raise NewerSchemaError
    return version is None or version < SCHEMA or not tables >= TABLES
