"""What the reader has corrected in names found by the program, for each text.

A correction is a deed: what was done to which name. They are kept in their order, and undone in the
reverse.
"""

from __future__ import annotations

from collections.abc import Mapping

from reader.desk.store import Store

Deed = Mapping[str, str]
_MOST = 5000  # deeds for one text


class Corrections:
    """The corrections to one text, by its SHA-256."""

    def __init__(self, store: Store, sha256: str) -> None:
        self._store = store
        self._name = f"corrections:{sha256}"
        kept = store.get(self._name, [])
        self._deeds: list[dict[str, str]] = [
            {str(key): str(value) for key, value in deed.items()}
            for deed in (kept if isinstance(kept, list) else [])
            if isinstance(deed, dict)
        ]

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """All of them, the first first."""
        return tuple(self._deeds)

    def add(self, deed: str, name: str, to: str = "") -> None:
        """Keep that ``deed`` was done to ``name``; see :mod:`reader.content.found`."""
        self._deeds = [*self._deeds, {"deed": deed, "name": name, "to": to}][-_MOST:]
        self._store.put(self._name, self._deeds)

    def undo(self) -> Deed | None:
        """Take the last deed back; None if there is none."""
        if not self._deeds:
            return None
        last = self._deeds[-1]
        self._deeds = self._deeds[:-1]
        self._store.put(self._name, self._deeds)
        return last
