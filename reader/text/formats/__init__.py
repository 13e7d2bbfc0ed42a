"""Books and documents as plain reading text: EPUB and DOCX.

Each paragraph, heading and row of a table is a line; footnotes stand at the end. What comes out
is the article, and verbatim from there on.
"""

from __future__ import annotations

from reader.errors import TextError
from reader.text.formats.archive import Archive


def book_text(data: bytes, name: str) -> str:
    """The reading text of the zip file ``data``; ``name`` is for messages.

    Raises TextError: those of :class:`~reader.text.formats.archive.Archive`, ``archive-unknown``
    if it is no kind of text, ``book-damaged``, ``book-locked`` if it may not be read.
    """
    archive = Archive(data, name)
    if "META-INF/container.xml" in archive:
        from reader.text.formats.epub import epub_text

        return epub_text(archive, name)
    if "[Content_Types].xml" in archive:
        from reader.text.formats.docx import docx_text

        return docx_text(archive, name)
    raise TextError("archive-unknown", file=name)
