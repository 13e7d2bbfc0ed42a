"""An EPUB book (2 or 3) as plain reading text."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator

from reader.errors import TextError
from reader.text.encodings import decode
from reader.text.formats.archive import Archive
from reader.text.formats.markup import MarkupText, TooMuchError
from reader.text.formats.xml_events import read_xml

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PERCENT = re.compile(b"%([0-9A-Fa-f]{2})")
_ENCODING = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?([A-Za-z0-9._-]{1,40})""")
# Windows-874 by all its names: it holds the others, and has signs that books use all the same
_THAI = dict.fromkeys(
    [
        "windows-874",
        "x-windows-874",
        "ms874",
        "ms-874",
        "cp874",
        "iso-8859-11",
        "iso8859-11",
        "tis-620",
        "tis620",
        "tis620-0",
        "tis620.2533",
    ],
    "cp874",
)
_TEXTS = ("application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document")


def epub_text(archive: Archive, name: str) -> str:
    """The chapters in the order of reading, then the footnotes.

    Raises TextError ``book-damaged``, or ``book-locked`` if the chapters are encrypted.
    """
    container = _Elements()
    read_xml(archive.read(_CONTAINER), container, name)
    rootfile = next((a.get("full-path", "") for tag, a in container.found if tag == "rootfile"), "")
    package = _Elements()
    read_xml(archive.read(_known(archive, rootfile, name)), package, name)
    locked = _locked(archive, name)
    alike = {_alike(path): path for path in archive.names}
    text = MarkupText()
    chapters = list(_spine(package, posixpath.dirname(rootfile)))
    # books made where case counts for nothing: of Ch1.xhtml and ch1.xhtml one is meant
    found = [path if path in archive else alike.get(_alike(path), "") for path in chapters]
    if chapters and not any(found):
        raise TextError("book-damaged", file=name)
    for path in filter(None, found):
        if path in locked:
            raise TextError("book-locked", file=name)
        try:
            text.read(_decoded(archive.read(path), name))
        except TooMuchError:
            raise TextError("archive-too-large", file=name) from None
    return "\n".join(text.lines + text.notes)


def _alike(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _spine(package: _Elements, folder: str) -> Iterator[str]:
    items = {
        a.get("id", ""): _path(folder, a.get("href", ""))
        for tag, a in package.found
        if tag == "item" and a.get("media-type", "") in _TEXTS
    }
    seen = set()
    for tag, attributes in package.found:
        path = items.get(attributes.get("idref", "")) if tag == "itemref" else None
        if path and path not in seen:
            seen.add(path)
            yield path


def _known(archive: Archive, path: str, name: str) -> str:
    if path not in archive:
        raise TextError("book-damaged", file=name)
    return path


def _locked(archive: Archive, name: str) -> set[str]:
    """The files that are encrypted; those of fonts do not matter, nobody asks for them."""
    if _ENCRYPTION not in archive:
        return set()
    encryption = _Elements()
    read_xml(archive.read(_ENCRYPTION), encryption, name)
    return {_path("", a.get("URI", "")) for tag, a in encryption.found if tag == "CipherReference"}


def _path(folder: str, address: str) -> str:
    """The name in the archive of what ``address`` means in ``folder``."""
    plain = _PERCENT.sub(
        lambda found: bytes([int(found[1], 16)]), address.partition("#")[0].encode(errors="replace")
    )
    return posixpath.normpath(posixpath.join(folder, plain.decode("utf-8", "replace")))


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    named = _ENCODING.search(data[:1024])
    if named:
        encoding = named[1].decode("ascii").lower()
        try:
            return data.decode(_THAI.get(encoding, encoding), "replace").removeprefix("\ufeff")
        except (LookupError, UnicodeError, ValueError):
            pass
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        text = decode(data, name)
    return (data.decode("utf-8", "replace") if text is None else text).removeprefix("\ufeff")


class _Elements:
    """Every element with its attributes, without namespaces."""

    def __init__(self) -> None:
        self.found: list[tuple[str, dict[str, str]]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.found.append((tag.rpartition("}")[2], attributes))

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Characters are of no interest."""
