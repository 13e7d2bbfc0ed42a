"""XML from outside as a row of events: no tree, no entities, nothing fetched, depth bounded."""

from __future__ import annotations

from typing import Protocol

from reader.errors import TextError
from reader.text.limits import MARKUP_PARTS, XML_DEPTH


class Handler(Protocol):
    """What is told of a document; names are ``{namespace}local``."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Characters, perhaps only some of those that stand together."""


class _Bounded:
    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._depth = 0
        self._count = 0
        self.data = handler.data

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > XML_DEPTH or self._count > MARKUP_PARTS:
            raise ValueError("too deep or too many")
        self._handler.start(tag, attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._handler.end(tag)

    def close(self) -> None:
        """Nothing is built."""


def read_xml(data: bytes, handler: Handler, name: str) -> None:
    """Tell ``handler`` what ``data`` holds. Raises TextError ``book-damaged``."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped]

    parser = DefusedXMLParser(target=_Bounded(handler), forbid_dtd=False)
    try:
        parser.feed(data)
        parser.close()
    # defusedxml's own exceptions are ValueErrors; a name of an unknown encoding is a LookupError
    except (ParseError, ValueError, LookupError, MemoryError):
        raise TextError("book-damaged", file=name) from None
