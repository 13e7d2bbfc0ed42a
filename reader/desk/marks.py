"""The reader's own marks: bookmarks, highlights and notes, kept as they are made.

A change is written at once; what cannot be written (a full disk) stays here and is tried again with
the next change. Two windows may change the same mark: what each has changed is put together, and of
two notes nothing is dropped. What is deleted is only marked as deleted, until it is purged.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from reader.desk.anchors import Anchor
from reader.desk.database import in_memory
from reader.errors import ReaderError

KINDS = ("bookmark", "highlight", "note")
COLOURS = ("yellow", "green", "blue", "pink", "violet")
"""Of highlights; other marks have the colour ""."""
PURGED_AFTER_DAYS = 30
_COLUMNS = (
    "id", "article", "title", "sha256", "kind", "colour", "start", "end", "prefix", "exact",
    "suffix", "paragraph", "note", "created", "changed", "deleted", "revision",
)  # fmt: skip
# A later version may keep more of a mark: that stays as it is.
_PUT = (
    f"INSERT INTO mark ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
    f" ON CONFLICT (id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[1:])
)
_FREE = ("kind", "colour", "note", "deleted")  # what two windows may change apart


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark.

    article, title, sha256: of the text it was made in. paragraph: from 0. created, changed: UTC,
    ISO 8601. deleted: the same, "" for what is not. revision: counts the writings of this mark.
    """

    id: str
    article: str
    title: str
    sha256: str
    kind: str
    anchor: Anchor
    paragraph: int = 0
    colour: str = ""
    note: str = ""
    created: str = ""
    changed: str = ""
    deleted: str = ""
    revision: int = 0

    @property
    def words(self) -> str:
        """What is marked, as it stood in the text."""
        return self.anchor.exact

    def is_like(self, other: Mark) -> bool:
        """Whether both say the same of the same words, whoever made them."""
        return (self.article, self.kind, self.colour, self.note, self.anchor) == (
            other.article, other.kind, other.colour, other.note, other.anchor,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """What a reader has done to one mark: ``before`` is None for a new one."""

    before: Mark | None
    after: Mark


def now() -> str:
    """The present moment, as marks keep it."""
    moment = datetime.now(UTC).isoformat(timespec="milliseconds")
    return moment.replace("+00:00", "Z")


def new_id() -> str:
    """An id that no other mark has, here or elsewhere."""
    return os.urandom(16).hex()


class Marks:
    """All marks in one database. Never raises for a fault of the world.

    is_kept: whether what is written is still there the next time. trouble: what to tell the reader
    about the last change, or None.
    """

    def __init__(self, db: sqlite3.Connection | None, *, is_kept: bool = True) -> None:
        """db: an open database; None keeps all in memory. is_kept: whether ``db`` is on a disk."""
        self._owns = db is None
        self._db: sqlite3.Connection | None = db or in_memory()
        self.is_kept = is_kept
        self.trouble: ReaderError | None = None
        self._unsaved: dict[str, Change] = {}
        self._seen = self._version()

    # Reading

    def of_text(self, article: str, sha256: str) -> list[Mark]:
        """The marks on a text, those made in another state of it too; in the order of the text."""
        found = self._select("article = ? OR sha256 = ?", (article, sha256))
        return [
            mark
            for mark in found
            if not mark.deleted and (mark.article == article or mark.sha256 == sha256)
        ]

    def all(self) -> list[Mark]:
        """The marks on every text."""
        return [mark for mark in self._select("1", ()) if not mark.deleted]

    def deleted(self) -> list[Mark]:
        """What was deleted and can be had back, the latest first."""
        found = [mark for mark in self._select("deleted <> ''", ()) if mark.deleted]
        return sorted(found, key=lambda mark: mark.deleted, reverse=True)

    def mark(self, mark_id: str) -> Mark | None:
        """The mark ``mark_id``, deleted or not."""
        return next(iter(self._select("id = ?", (mark_id,), only=mark_id)), None)

    def _select(self, where: str, values: tuple[str, ...], only: str = "") -> list[Mark]:
        found = {mark.id: mark for mark in self._rows(where, values)}
        for mark_id, change in self._unsaved.items():
            if only in ("", mark_id):
                found[mark_id] = change.after
        return sorted(
            found.values(), key=lambda mark: (mark.title, mark.anchor.start, mark.created)
        )

    def _rows(self, where: str, values: tuple[str, ...]) -> list[Mark]:
        if self._db is None:
            return []
        try:
            sql = f"SELECT {', '.join(_COLUMNS)} FROM mark WHERE {where}"
            return [mark for row in self._db.execute(sql, values) if (mark := _mark(row))]
        except (sqlite3.Error, UnicodeDecodeError):
            return list(self._readable_rows(where, values))

    def _readable_rows(self, where: str, values: tuple[str, ...]) -> Iterator[Mark]:
        """As _rows where damage makes some of them unreadable: the others."""
        assert self._db is not None
        try:
            numbers = self._db.execute(f"SELECT rowid FROM mark WHERE {where}", values).fetchall()
        except (sqlite3.Error, UnicodeDecodeError):
            return
        sql = f"SELECT {', '.join(_COLUMNS)} FROM mark WHERE rowid = ?"
        for number in numbers:
            with suppress(sqlite3.Error, UnicodeDecodeError):
                row = self._db.execute(sql, number).fetchone()
                if row and (mark := _mark(row)):
                    yield mark

    # Writing

    def save(self, change: Change) -> Mark:
        """Keep ``change.after``; what came of it together with what another window changed."""
        return self.save_all([change])[0]

    def save_all(self, changes: Sequence[Change]) -> list[Mark]:
        """Keep all of ``changes`` or, where they cannot be written, hold them until they can."""
        moment = now()
        wanted = []
        for change in changes:
            held = self._unsaved.pop(change.after.id, None)
            wanted.append(Change(held.before if held else change.before, change.after))
        due = [*self._unsaved.values(), *wanted]
        try:
            saved = self._written(due, moment)
        except (sqlite3.Error, UnicodeDecodeError):
            self._unsaved = {change.after.id: change for change in due}
            self.trouble = ReaderError("marks-unsaved", count=len(due))
            return [change.after for change in wanted]
        self._unsaved = {}
        self.trouble = None
        return saved[len(due) - len(wanted) :]

    def _written(self, changes: Iterable[Change], moment: str) -> list[Mark]:
        with self._writing() as db:
            return [self._put(db, change, moment) for change in changes]

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if self._db is None:
            raise sqlite3.ProgrammingError("closed")
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield self._db
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    @staticmethod
    def _put(db: sqlite3.Connection, change: Change, moment: str) -> Mark:
        row = db.execute(
            f"SELECT {', '.join(_COLUMNS)} FROM mark WHERE id = ?", (change.after.id,)
        ).fetchone()
        there = _mark(row) if row is not None else None
        mark = merged(change.before, change.after, there) if there else change.after
        mark = replace(
            mark,
            created=mark.created or moment,
            changed=moment if change.before or not mark.changed else mark.changed,
            revision=(there.revision if there else 0) + 1,
        )
        db.execute(_PUT, _row(mark))
        return mark

    # Keeping

    @property
    def unsaved(self) -> int:
        """How many marks would be lost if the program ended now."""
        return len(self._unsaved)

    def try_again(self) -> bool:
        """Try to write what could not be written; whether nothing is left unsaved."""
        if self._unsaved:
            self.save_all([])
        return not self._unsaved

    def settle(self) -> None:
        """Have what is written reach the disk itself, so that a power cut does not take it."""
        if self._db is not None and self.is_kept and not self._owns:
            try:
                self._db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            except sqlite3.Error:
                return  # it is in the log all the same

    def has_news(self) -> bool:
        """Whether another window has written something since this was last asked."""
        version = self._version()
        is_new, self._seen = version != self._seen, version
        return is_new

    def _version(self) -> int:
        if self._db is None or self._owns:
            return 0
        try:
            return int(self._db.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error:
            return -1

    def purge(self) -> None:
        """Forget what was deleted long ago."""
        limit = datetime.now(UTC) - timedelta(days=PURGED_AFTER_DAYS)
        try:
            with self._writing() as db:
                db.execute(
                    "DELETE FROM mark WHERE deleted <> '' AND deleted < ?", (limit.isoformat(),)
                )
        except sqlite3.Error:
            return  # the next time will do

    def close(self) -> None:
        """Write what can be written; nothing is kept after that."""
        self.try_again()
        if self._owns and self._db is not None:
            self._db.close()
        self._db = None


def merged(before: Mark | None, after: Mark, there: Mark) -> Mark:
    """``after`` with what another window has meanwhile made of ``before``, which is ``there`` now.

    What only one of them changed is as that one has it; of two notes nothing is dropped.
    """
    if before is None or there.revision == before.revision:
        return after
    values = {}
    for name in _FREE:
        old, mine, other = getattr(before, name), getattr(after, name), getattr(there, name)
        if mine == old:
            values[name] = other
    if after.note != before.note != there.note != after.note:
        values["note"] = merged_note(before.note, after.note, there.note)
    if after.note != before.note and not after.deleted:
        values["deleted"] = ""  # deleted in one window while written in in the other
    return replace(after, **values)


def merged_note(before: str, mine: str, other: str) -> str:
    """The note with both changes; where they touch the same words, both wordings.

    >>> merged_note("ก ข ค", "ก๑ ข ค", "ก ข ค๒")
    'ก๑ ข ค๒'
    """
    if mine in (before, other):
        return other
    if other == before:
        return mine
    start, end, new = _edit(before, mine)
    other_start, other_end, other_new = _edit(before, other)
    if end < other_start or (end == other_start and start < other_end):
        return before[:start] + new + before[end:other_start] + other_new + before[other_end:]
    if other_end <= start:
        return before[:other_start] + other_new + before[other_end:start] + new + before[end:]
    if mine in other:
        return other
    return mine if other in mine else f"{other}\n{mine}"


def _edit(before: str, after: str) -> tuple[int, int, str]:
    """What of ``before`` was replaced, and by what."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end, other = len(before), len(after)
    while end > start and other > start and before[end - 1] == after[other - 1]:
        end, other = end - 1, other - 1
    return start, end, after[start:other]


def _row(mark: Mark) -> tuple[str | int, ...]:
    anchor = mark.anchor
    return (
        mark.id, mark.article, mark.title, mark.sha256, mark.kind, mark.colour,
        anchor.start, anchor.end, anchor.prefix, anchor.exact, anchor.suffix,
        mark.paragraph, mark.note, mark.created, mark.changed, mark.deleted, mark.revision,
    )  # fmt: skip


def _mark(row: tuple[object, ...]) -> Mark | None:
    """The mark of a row; None for one that makes no sense, as damage may leave it."""
    values = dict(zip(_COLUMNS, row, strict=True))
    numbers = [values[name] for name in ("start", "end", "paragraph", "revision")]
    words = [value for name, value in values.items() if name not in _NUMBERS]
    if not all(isinstance(n, int) for n in numbers) or not all(isinstance(w, str) for w in words):
        return None
    anchor = Anchor(*(values.pop(name) for name in Anchor._fields))  # type: ignore[arg-type]
    if anchor.start < 0 or anchor.end <= anchor.start or not anchor.exact:
        return None
    if values["kind"] not in KINDS:
        return None
    return Mark(anchor=anchor, **values)  # type: ignore[arg-type]


_NUMBERS = frozenset({"start", "end", "paragraph", "revision"})
