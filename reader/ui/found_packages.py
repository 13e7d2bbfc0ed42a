"""The packages whose cards explain names found in other texts: the shipped entry and the shelf."""

from __future__ import annotations

from collections.abc import Iterator

from reader.content.knowledge import Knowledge
from reader.content.reading import open_shipped
from reader.errors import ReaderError


def installed(folder: object = None) -> Iterator[Knowledge]:
    """The knowledge of every package at hand; a damaged one is passed over."""
    try:
        yield open_shipped()
    except ReaderError:
        return
