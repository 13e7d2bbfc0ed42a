"""The world's faults: what a reader is told in one sentence.

Everything that can go wrong with files, folders and packages raises a ``ReaderError`` with a
message key and its values. The sentence itself stands in ``resources/i18n/messages.json``, in
Thai and in English, and is made by :mod:`reader.messages`. Our own bugs are other exceptions.
"""

from __future__ import annotations


class ReaderError(Exception):
    """A fault of the world, told by ``key`` and ``values``; see ``reader.messages``."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return f"{self.key}: " + ", ".join(f"{k}={v}" for k, v in self.values.items())


class TextError(ReaderError):
    """A file that cannot be read as text."""


class PackageError(ReaderError):
    """An article package that is damaged or breaks the rules of its format."""
