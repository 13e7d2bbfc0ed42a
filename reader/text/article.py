"""The article: the verbatim text, its paragraphs, its fingerprint.

Offsets everywhere are code points of ``Article.text``, end exclusive. The text is what the
file's bytes decode to, nothing added, dropped or folded: a byte order mark, CRLF and misprints
stay. What Qt needs instead is the business of :mod:`reader.text.document_map`.
"""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.errors import TextError
from reader.text.limits import FILE_BYTES, MIB

try:
    # Python's own, since hashlib brings all of OpenSSL for one digest: 3 ms and 3 MB of a start.
    from _sha2 import sha256  # type: ignore[import-not-found]
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]  # before Python 3.12
    except ImportError:
        from hashlib import sha256


DOS_END = "\x1a"  # old programs end a text with it; it stays in the text, as all does
ZIP_SIGN = b"PK\x03\x04"


class Span(NamedTuple):
    """Code points ``start`` to ``end`` (exclusive) of an article's text."""

    start: int
    end: int


_PARAGRAPH_END = re.compile("[\r\n\u2029]")  # no choice in it: three times as fast
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_NAMED_IN_MESSAGE = 80
_LONG = 4 * MIB  # bytes: from here the quicker digest is worth its import
_WORD = re.compile(rb"\S")
_OTHER_KINDS = ((b"%PDF-", "PDF"), (b"\xd0\xcf\x11\xe0", "DOC"), (b"{\\rtf", "RTF"))


class Article(NamedTuple):
    """A text to read.

    id: the package's id, or the file's stem. text: verbatim. paragraphs: spans without their line
    ends, in order; empty lines are paragraphs too, an end of line at the very end opens none.
    """

    id: str
    text: str
    sha256: str
    paragraphs: tuple[Span, ...]

    @property
    def length(self) -> int:
        """Code points of the text."""
        return len(self.text)

    def paragraph_at(self, offset: int) -> int:
        """The number (from 0) of the paragraph that holds ``offset``."""
        low, high = 0, len(self.paragraphs)
        while high - low > 1:
            middle = (low + high) // 2
            if self.paragraphs[middle].start <= offset:
                low = middle
            else:
                high = middle
        return low


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """The paragraphs of ``text``, without their line ends; a leading byte order mark is outside."""
    first = 1 if text.startswith("\ufeff") else 0
    ends = [found.start() for found in _PARAGRAPH_END.finditer(text)]
    if "\r\n" in text:
        ends = [end for end in ends if text[end - 1 : end + 1] != "\r\n"]
        starts = [end + (2 if text[end : end + 2] == "\r\n" else 1) for end in ends]
    else:
        starts = [end + 1 for end in ends]
    starts.insert(0, first)
    if starts[-1] < len(text) or not ends:
        ends.append(len(text))
    return tuple(map(Span, starts, ends))


def article_from_bytes(data: bytes, article_id: str, name: str) -> Article:
    """The article that ``data`` holds in UTF-8; ``name`` is for messages.

    Raises TextError: ``file-empty``, ``file-binary``, ``file-encoding`` (with the byte, from 0).
    """
    if not _WORD.search(data):
        raise TextError("file-empty", file=name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        is_binary = b"\0" in data[:4096] and not data.startswith(_UTF_16_MARKS)
        key = "file-binary" if is_binary else "file-encoding"
        raise TextError(key, file=name, byte=error.start) from None
    if _CONTROL.search(text[:65536].rstrip(DOS_END)):
        raise TextError("file-binary", file=name, byte=0)
    return _article(text, data, article_id, name)


def article_from_text(text: str, article_id: str, name: str) -> Article:
    """The article whose words are ``text``, however they came; ``name`` is for messages.

    Half a surrogate pair becomes U+FFFD: no file could hold it. Raises TextError ``file-empty``.
    """
    data = text.encode("utf-8", "surrogatepass")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)
        data = text.encode()
    return _article(text, data, article_id, name)


def _article(text: str, data: bytes, article_id: str, name: str) -> Article:
    if not text.strip("\ufeff \t\r\n\u2028\u2029" + DOS_END):
        raise TextError("file-empty", file=name)
    if len(data) > _LONG:
        from hashlib import sha256 as digest
    else:
        digest = sha256
    return Article(article_id, text, digest(data).hexdigest(), paragraph_spans(text))


def read_article(path: Path, article_id: str | None = None) -> Article:
    """The article in the file ``path``, which is UTF-8.

    Raises TextError with ``file-missing``, ``file-folder``, ``file-unreadable``, ``file-too-large``
    or one of the keys of :func:`article_from_bytes`.
    """
    name = short_name(path)
    return article_from_bytes(read_bytes(path), article_id or path.stem, name)


def any_article(data: bytes, article_id: str, name: str) -> Article:
    """The article in a file of any kind: a text in any known encoding, an EPUB or a DOCX.

    Raises TextError as :func:`article_from_bytes` and the modules of ``reader.text.formats`` do,
    and ``file-other-kind`` for a PDF, DOC or RTF file.
    """
    if data.startswith(ZIP_SIGN):
        from reader.text.formats import book_text

        return article_from_text(book_text(data, name), article_id, name)
    for sign, kind in _OTHER_KINDS:
        if data.startswith(sign):
            raise TextError("file-other-kind", file=name, kind=kind)
    try:
        return article_from_bytes(data, article_id, name)
    except TextError as error:
        if error.key == "file-empty":
            raise
        from reader.text.encodings import decode

        text = decode(data, name)
        if text is None:
            raise
        return article_from_text(text, article_id, name)


def short_name(path: Path) -> str:
    """The name of ``path`` for a message: cut short, and with nothing in it that acts."""
    name = path.name or str(path)
    if name.isascii() and name.isprintable() and len(name) <= _NAMED_IN_MESSAGE:
        return name
    from reader.text.display import shown_name

    return shown_name(name, _NAMED_IN_MESSAGE)


def demand_no_pipe(path: Path) -> None:
    """Raise TextError ``file-special`` for a pipe or a device, which may never give an end.

    What is no file at all is left to whoever reads it.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise TextError("file-special", file=short_name(path))


def read_bytes(path: Path) -> bytes:
    """What the file ``path`` holds; TextError if it cannot be read or is too large."""
    name = short_name(path)
    try:
        if path.is_dir():
            raise TextError("file-folder", file=name)
        parts = _parts(path)
        data = next(parts, b"")
        rest = b"".join(parts)
        return data + rest if rest else data
    except _TooLargeError:
        raise TextError("file-too-large", file=name, limit=FILE_BYTES // MIB) from None
    except (FileNotFoundError, NotADirectoryError):
        raise TextError("file-missing", file=name) from None
    except (OSError, ValueError, MemoryError):
        raise TextError("file-unreadable", file=name) from None


class _TooLargeError(Exception):
    pass


def _parts(path: Path) -> Iterator[bytes]:
    """The file in parts, the first of them the whole if its size is true; a device has no end."""
    length = 0
    with path.open("rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        if size > FILE_BYTES:
            raise _TooLargeError
        while part := file.read(max(size + 1, MIB)):
            length += len(part)
            if length > FILE_BYTES:
                raise _TooLargeError
            yield part
