"""Words of a text with where they come from, as a paper or a piece of homework needs them.

What cannot be known, such as a page of the printed volume, is not said.
"""

from __future__ import annotations

from reader.content.knowledge import Knowledge
from reader.export.labels import label
from reader.export.places_in_text import paragraph_number
from reader.text.digits import digits


def cited(knowledge: Knowledge, start: int, end: int, language: str) -> str:
    """The words ``start`` to ``end`` verbatim in quotation marks, and a line with their source."""
    words = knowledge.article.text[start:end]
    return f"“{words}”\n{source_line(knowledge, start, end, language)}"


def source_line(knowledge: Knowledge, start: int, end: int, language: str) -> str:
    """Title, publisher and paragraph of the words ``start`` to ``end``, in ``"th"`` or ``"en"``."""
    first = paragraph_number(knowledge.article, start)
    last = paragraph_number(knowledge.article, max(start, end - 1))
    key = "cite-paragraph" if first == last else "cite-paragraphs"
    where = label(key, language, first=digits(first, language), last=digits(last, language))
    title, publisher = knowledge.title_th, knowledge.publisher_th
    if language == "en":
        title, publisher = knowledge.title_en, knowledge.publisher_en
    kind = "cite" if publisher else "cite-plain"
    return label(kind, language, title=title, publisher=publisher, where=where)
