"""A zip archive from outside, read in memory and within the limits of :mod:`reader.text.limits`.

Nothing is ever unpacked to the disk. What an archive says of itself (how many files, how large)
is looked at before anything of that size is made, and counted again while it is read.
"""

from __future__ import annotations

import io
import stat
import struct
import unicodedata
import zipfile
import zlib

from reader.errors import TextError
from reader.text import limits

_END = struct.Struct("<4s4H2LH")
_END_SIGN = b"PK\x05\x06"
_END_64 = struct.Struct("<4sQ2H2L4Q")
_END_64_SIGN = b"PK\x06\x06"
_LOCATOR = struct.Struct("<4sLQL")
_LOCATOR_SIGN = b"PK\x06\x07"
_LONGEST_COMMENT = 1 << 16
_CHUNK = 1 << 16
_READ_FAULTS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError,
    NotImplementedError, RuntimeError, ValueError, KeyError, IndexError, UnicodeError, MemoryError,
)  # fmt: skip


class Archive:
    """The zip file that ``data`` holds; ``name`` is for messages.

    Raises TextError: ``archive-damaged``, ``archive-too-large``, ``archive-locked`` (a password).
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = limits.UNPACKED_BYTES
        try:
            _look_at_the_end(data, name)
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _READ_FAULTS:
            raise TextError("archive-damaged", file=name) from None
        self._members = {info.filename: info for info in self._zip.infolist()}
        if len(self._members) > limits.ENTRIES:
            raise TextError("archive-too-large", file=name)

    @property
    def names(self) -> list[str]:
        """The names of the files, folders left out."""
        return [name for name in self._members if not name.endswith("/")]

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """What the file ``name`` holds. Raises TextError as the class does, also if there is none.

        A file that says it is far larger than it is packed is not begun with, one that proves to be
        is left off.
        """
        info = self._members.get(name)
        if info is None:
            raise TextError("archive-damaged", file=self._name)
        if info.flag_bits & 1:
            raise TextError("archive-locked", file=self._name)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise TextError("archive-damaged", file=self._name)
        self._weigh(info.file_size, info.compress_size)
        parts = []
        length = 0
        try:
            with self._zip.open(info) as file:
                while part := file.read(_CHUNK):
                    length += len(part)
                    self._weigh(length, info.compress_size)
                    parts.append(part)
        except _READ_FAULTS:
            raise TextError("archive-damaged", file=self._name) from None
        self._left -= length
        return b"".join(parts)

    def _weigh(self, size: int, packed: int) -> None:
        far = size > limits.RATIO_FROM_BYTES and size > limits.RATIO * max(packed, 1)
        if size > min(limits.MEMBER_BYTES, self._left) or far:
            raise TextError("archive-too-large", file=self._name)

    def demand_plain_names(self) -> None:
        """Refuse what has no place in a package of ours: TextError ``archive-names``.

        Names that lead elsewhere (absolute, drives, ``..``), that stand twice (or differ only in
        case or in how their letters are put together), links, devices, control characters.
        """
        seen = set()
        for info in self._zip.infolist():
            name = info.filename
            parts = name.removesuffix("/").split("/")
            kind = stat.S_IFMT(info.external_attr >> 16)
            folded = unicodedata.normalize("NFKC", name).casefold()
            if (
                folded in seen
                or len(name) > limits.NAME_LENGTH
                or any(part in ("", ".", "..") for part in parts)
                or any(part != part.strip(" .") for part in parts)
                or any(char in '\\:*?"<>|' or not char.isprintable() for char in name)
                or kind not in (0, stat.S_IFREG, stat.S_IFDIR)
                or info.orig_filename != name
            ):
                raise TextError("archive-names", file=self._name)
            seen.add(folded)


def _look_at_the_end(data: bytes, name: str) -> None:
    """How large the table of contents says it is, before Python makes an object of every entry."""
    at = len(data) - _END.size
    if at < 0 or data[at : at + 4] != _END_SIGN or data[-2:] != b"\0\0":
        at = data.rfind(_END_SIGN, max(0, at - _LONGEST_COMMENT))
    if at < 0 or at + _END.size > len(data):
        raise zipfile.BadZipFile
    _, _, _, _, entries, directory, _, _ = _END.unpack_from(data, at)
    record = at - _LOCATOR.size - _END_64.size
    if record >= 0 and data.startswith(_LOCATOR_SIGN, at - _LOCATOR.size):
        # zipfile takes the record before the locator for the true one
        _, _, _, _, _, _, _, entries_64, directory_64, _ = _END_64.unpack_from(data, record)
        if data.startswith(_END_64_SIGN, record):
            entries, directory = entries_64, directory_64
    if entries > limits.ENTRIES or directory > limits.DIRECTORY_BYTES:
        raise TextError("archive-too-large", file=name)
