"""What the reader leaves behind: a SQLite database of settings, reading places and own marks.

Where the folder cannot be written the store works from memory and says so once (``trouble``). How
the database is opened, and what happens to a damaged one: :mod:`reader.desk.database`.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.desk.database import FILE, open_database, read_only
from reader.desk.migrations import SCHEMA as SCHEMA
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.desk.marks import Marks

_BUSY_MS = 2000


def default_folder() -> Path:
    """Where this reader's data lies: NEVA_READER_HOME, or the platform's place for data.

    Without a home, a folder that cannot be made: the store then says that nothing is remembered.
    """
    chosen = os.environ.get("NEVA_READER_HOME")
    if chosen:
        return Path(chosen)
    try:
        home = Path.home()
    except RuntimeError:
        home = Path(os.devnull)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData/Roaming") / "Neva Reader"
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else home / ".local" / "share") / "neva-reader"


def peek(folder: Path, name: str, default: str) -> str:
    """The setting ``name`` kept in ``folder``; nothing there is written, mended or set aside."""
    try:
        db = read_only(folder / FILE)
    except (sqlite3.Error, OSError, UnicodeDecodeError):
        return default
    try:
        row = db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        value = json.loads(row[0]) if row else default
    except (sqlite3.Error, ValueError, TypeError):
        return default
    finally:
        db.close()
    return value if isinstance(value, str) else default


class Store:
    """Settings by name, the reading place of each text (by its SHA-256), and own marks.

    trouble: what to tell the reader, or None. Never raises: what cannot be kept is kept in memory.
    """

    def __init__(self, folder: Path | None) -> None:
        """Open the store in ``folder``; None keeps everything in memory."""
        self.trouble: ReaderError | None = None
        self._memory: dict[str, str] = {}
        self._places: dict[str, int] = {}
        self._db: sqlite3.Connection | None = None
        self._has_failed = False
        self._is_kept = True
        self.folder = folder
        if folder is not None:
            self._db, self._is_kept, self.trouble = open_database(folder, _BUSY_MS)

    @cached_property
    def marks(self) -> Marks:
        """The reader's own bookmarks, highlights and notes."""
        from reader.desk.marks import Marks

        return Marks(self._db, is_kept=self._is_kept)

    def has_marks(self, article: str, sha256: str) -> bool:
        """Whether there may be marks on the text; a quick look, for the start."""
        if self._db is None:
            return "marks" in self.__dict__
        sql = "SELECT 1 FROM mark WHERE article = ? OR sha256 = ? LIMIT 1"
        try:
            return self._db.execute(sql, (article, sha256)).fetchone() is not None
        except (sqlite3.Error, UnicodeDecodeError):
            return False

    def get(self, name: str, default: object) -> object:
        """The setting ``name`` as it was put (a JSON value); ``default`` if there is none.

        A value of another type than ``default`` counts as none.
        """
        text = self._memory.get(name)
        if text is None and self._db is not None:
            try:
                row = self._db.execute("SELECT value FROM setting WHERE name = ?", (name,))
                found = row.fetchone()
                text = found[0] if found else None
            except (sqlite3.Error, UnicodeDecodeError):
                text = None
        if text is None:
            return default
        try:
            value = json.loads(text)
        except ValueError:
            return default
        return value if default is None or isinstance(value, type(default)) else default

    def put(self, name: str, value: object) -> None:
        """Keep ``value`` (anything JSON can hold) as the setting ``name``."""
        text = json.dumps(value, ensure_ascii=False)
        sql = "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = ?2"
        if self._write(sql, (name, text)):
            self._memory.pop(name, None)
        else:
            self._memory[name] = text

    def place(self, article: str) -> int:
        """The offset at which ``article`` (its SHA-256) was left; 0 if it never was."""
        if article in self._places:
            return self._places[article]
        if self._db is not None:
            try:
                row = self._db.execute("SELECT offset FROM place WHERE article = ?", (article,))
                found = row.fetchone()
                return int(found[0]) if found else 0
            except (sqlite3.Error, ValueError, TypeError):
                return 0
        return 0

    def put_place(self, article: str, offset: int) -> None:
        """Keep the reading place of ``article``."""
        sql = "INSERT INTO place VALUES (?, ?) ON CONFLICT (article) DO UPDATE SET offset = ?2"
        if self._write(sql, (article, offset)):
            self._places.pop(article, None)
        else:
            self._places[article] = offset

    def _write(self, sql: str, values: tuple[str, object]) -> bool:
        if self._db is None:
            return False
        try:
            self._db.execute(sql, values)
        except (sqlite3.Error, UnicodeDecodeError):
            # a full or vanished disk: the window goes on, and says so once
            if not self._has_failed:
                self._has_failed = True
                self.trouble = self.trouble or ReaderError("nothing-remembered")
            return False
        return True

    def close(self) -> None:
        """Close the database."""
        if "marks" in self.__dict__:
            self.marks.close()
        if self._db is not None:
            self._db.close()
            self._db = None
