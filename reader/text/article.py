"""The article: the verbatim text, its paragraphs, its fingerprint.

Offsets everywhere are code points of ``Article.text``, end exclusive. The text is what the
file's bytes decode to, nothing added, dropped or folded: a byte order mark, CRLF and misprints
stay. What Qt needs instead is the business of :mod:`reader.text.document_map`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from reader.errors import TextError

try:
    # Python's own, since hashlib brings all of OpenSSL for one digest: 3 ms and 3 MB of a start.
    from _sha2 import sha256  # type: ignore[import-not-found]
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]  # before Python 3.12
    except ImportError:
        from hashlib import sha256


class Span(NamedTuple):
    """Code points ``start`` to ``end`` (exclusive) of an article's text."""

    start: int
    end: int


_PARAGRAPH_END = re.compile("\r\n|[\r\n\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_NAMED_IN_MESSAGE = 80


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
    start = 1 if text.startswith("\ufeff") else 0
    spans = []
    for end in _PARAGRAPH_END.finditer(text):
        spans.append(Span(start, end.start()))
        start = end.end()
    if start < len(text) or not spans:
        spans.append(Span(start, len(text)))
    return tuple(spans)


def article_from_bytes(data: bytes, article_id: str, name: str) -> Article:
    """The article that ``data`` holds in UTF-8; ``name`` is for messages.

    Raises TextError: ``file-empty``, ``file-binary``, ``file-encoding`` (with the byte, from 0).
    """
    if not data.strip():
        raise TextError("file-empty", file=name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        is_binary = b"\0" in data[:4096] and not data.startswith(_UTF_16_MARKS)
        key = "file-binary" if is_binary else "file-encoding"
        raise TextError(key, file=name, byte=error.start) from None
    if _CONTROL.search(text[:65536]):
        raise TextError("file-binary", file=name, byte=0)
    if not text.strip("\ufeff \t\r\n\u2028\u2029"):
        raise TextError("file-empty", file=name)
    digest = sha256(data).hexdigest()
    return Article(article_id, text, digest, paragraph_spans(text))


def read_article(path: Path, article_id: str | None = None) -> Article:
    """The article in the file ``path``.

    Raises TextError with ``file-missing``, ``file-folder``, ``file-unreadable`` or one of the keys
    of :func:`article_from_bytes`.
    """
    name = path.name or str(path)
    name = name if len(name) <= _NAMED_IN_MESSAGE else name[:_NAMED_IN_MESSAGE] + "…"
    try:
        if path.is_dir():
            raise TextError("file-folder", file=name)
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise TextError("file-missing", file=name) from None
    except (OSError, ValueError):
        raise TextError("file-unreadable", file=name) from None
    return article_from_bytes(data, article_id or path.stem, name)
