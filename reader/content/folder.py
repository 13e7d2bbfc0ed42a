"""A folder to read a package from: one on the disk, or the files of a ``.neva`` in memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class File(Protocol):
    """What of a :class:`pathlib.Path` is asked for."""

    @property
    def name(self) -> str:
        """Without the folder."""

    def exists(self) -> bool:
        """Whether there is such a file."""

    def read_bytes(self) -> bytes:
        """What it holds. Raises OSError."""


class Folder(Protocol):
    """A :class:`pathlib.Path`, or :class:`MemoryFolder`."""

    def __truediv__(self, name: str, /) -> File: ...


class MemoryFolder:
    """The files ``name -> content`` as a folder; folders within it are parts of the names."""

    def __init__(self, files: Mapping[str, bytes], prefix: str = "") -> None:
        self._files = files
        self._path = prefix

    def __truediv__(self, name: str, /) -> MemoryFolder:
        return MemoryFolder(self._files, f"{self._path}/{name}" if self._path else name)

    @property
    def name(self) -> str:
        """Without the folder."""
        return self._path.rpartition("/")[2]

    def exists(self) -> bool:
        """Whether there is such a file."""
        return self._path in self._files

    def read_bytes(self) -> bytes:
        """What it holds. Raises FileNotFoundError."""
        try:
            return self._files[self._path]
        except KeyError:
            raise FileNotFoundError(self._path) from None
