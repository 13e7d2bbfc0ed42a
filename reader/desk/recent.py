"""The texts opened last, newest first, kept among the settings."""

from __future__ import annotations

from pathlib import Path

from reader.desk.store import Store

_NAME = "recent"
LONGEST = 12


def recent(store: Store) -> list[Path]:
    """The files, as they were called when they were opened; some may be gone."""
    kept = store.get(_NAME, [])
    names = (
        [name for name in kept if isinstance(name, str) and name] if isinstance(kept, list) else []
    )
    return [Path(name) for name in names[:LONGEST]]


def remember(store: Store, file: Path) -> None:
    """Put ``file`` first; one whose name is no Unicode cannot be kept and is not."""
    name = str(file)
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return
    others = [str(other) for other in recent(store) if str(other) != name]
    store.put(_NAME, [name, *others][:LONGEST])


def put_all(store: Store, files: list[Path]) -> None:
    """Let these be the files opened last."""
    store.put(_NAME, [str(file) for file in files])
