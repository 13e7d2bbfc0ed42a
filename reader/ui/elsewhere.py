"""Lines at the end of a card: in which other packages its subject is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.text.display import shown_name
from reader.ui.card_text import PACKAGE_LINK
from reader.ui.thai_text import Paragraph, Piece

if TYPE_CHECKING:
    from reader.content.knowledge import Knowledge
    from reader.content.library import Library
    from reader.ui.subject import Subject

_MOST = 3


def lines(known: Knowledge, subject: Subject, language: str, library: Library) -> list[Paragraph]:
    """A line for each package that has an entry or a card of the same name; the entry first."""
    names = _names(known, subject)
    if not names:
        return []
    found = library.links().find(*names, outside=known.article.id)
    translate = QCoreApplication.translate
    told = []
    for link in found[:_MOST]:
        said = (
            translate("Elsewhere", "Read the entry “{title}”")
            if link.entity is None
            else translate("Elsewhere", "Also explained in “{title}”")
        )
        href = PACKAGE_LINK + link.package + (f"#{link.entity}" if link.entity else "")
        text = said.replace("{title}", shown_name(link.title(language)))
        told.append(Paragraph((Piece(text, ink="link", href=href),), above=0.5))
    return told


def _names(known: Knowledge, subject: Subject) -> list[str]:
    if subject.kind == "entity":
        entity = known.entities.get(subject.key)
        return [entity.name_th, entity.name_en] if entity is not None else []
    if subject.kind == "term":
        text = known.article.text
        for term in known.terms:
            if str(term.start) == subject.key:
                return [text[term.start : term.end], text[term.gloss_start : term.gloss_end]]
    return []
