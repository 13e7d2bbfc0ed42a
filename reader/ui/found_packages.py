"""The packages whose cards explain names found in other texts: the shipped entry and the shelf."""

from __future__ import annotations

from collections.abc import Iterator

from reader.content.knowledge import Knowledge
from reader.content.library import Library
from reader.desk.store import Store


def installed(store: Store | None = None) -> Iterator[Knowledge]:
    """The knowledge of every package at hand; a damaged one is passed over."""
    yield from Library(store.folder if store is not None else None).knowledge()
