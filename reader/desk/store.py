"""What the reader leaves behind: a small SQLite database of settings and reading places.

Where the folder cannot be written the store works from memory and says so once (``trouble``); a
damaged database is set aside under another name, never overwritten; one of a newer major schema
is left alone.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import time
from pathlib import Path

from reader.errors import ReaderError

SCHEMA = (1, 0)
"""Major and minor. A later minor is read as it is, another major is refused."""

_FILE = "desk.sqlite"
_BUSY_MS = 2000
_TABLES = """
CREATE TABLE IF NOT EXISTS schema (major INTEGER NOT NULL, minor INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS place (article TEXT PRIMARY KEY, offset INTEGER NOT NULL);
"""


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
        db = sqlite3.connect(f"{(folder / _FILE).absolute().as_uri()}?mode=ro", uri=True)
    except (sqlite3.Error, OSError):
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
    """Settings by name and the reading place of each text (by its SHA-256).

    trouble: what to tell the reader, or None. Never raises: what cannot be kept is kept in memory.
    """

    def __init__(self, folder: Path | None) -> None:
        """Open the store in ``folder``; None keeps everything in memory."""
        self.trouble: ReaderError | None = None
        self._memory: dict[str, str] = {}
        self._places: dict[str, int] = {}
        self._db: sqlite3.Connection | None = None
        self._has_failed = False
        if folder is not None:
            self._open(folder)

    def _open(self, folder: Path) -> None:
        path = folder / _FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._db = _connected(path)
        except _NewerSchemaError:
            self.trouble = ReaderError("settings-newer")
        except sqlite3.OperationalError:
            self.trouble = ReaderError("nothing-remembered")
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            # damage may stand in the very words of SQLite's complaint
            self._start_afresh(path)
        except (OSError, RuntimeError):
            self.trouble = ReaderError("nothing-remembered")

    def _start_afresh(self, path: Path) -> None:
        stem = f"{path.stem}-damaged-{time.strftime('%Y%m%d-%H%M%S')}"
        aside = path.with_name(f"{stem}.sqlite")
        try:
            for number in range(2, 1000):
                if not aside.exists():
                    break
                aside = path.with_name(f"{stem}-{number}.sqlite")
            path.rename(aside)
            for suffix in ("-wal", "-shm"):
                rest = path.with_name(path.name + suffix)
                if rest.exists():
                    rest.rename(aside.with_name(aside.name + suffix))
            self._db = _connected(path)
            self.trouble = ReaderError("settings-set-aside", file=aside.name)
        except (OSError, sqlite3.Error):
            self.trouble = ReaderError("nothing-remembered")

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
        if self._db is not None:
            self._db.close()
            self._db = None


class _NewerSchemaError(Exception):
    pass


def _connected(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=_BUSY_MS / 1000, isolation_level=None)
    try:
        if db.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError(path)
        # before anything is written: what another version keeps is left as it is
        if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema'").fetchone():
            row = db.execute("SELECT major FROM schema").fetchone()
            if row is not None and row[0] != SCHEMA[0]:
                raise _NewerSchemaError
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.executescript(_TABLES)
        if db.execute("SELECT 1 FROM schema").fetchone() is None:
            db.execute("INSERT INTO schema VALUES (?, ?)", SCHEMA)
    except BaseException:
        db.close()
        raise
    return db
