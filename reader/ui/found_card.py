"""The card of a name that the program has found: that it was, and what a package knows of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.content.knowledge import Knowledge
from reader.content.model import Entity
from reader.messages import sentence
from reader.text.digits import digits
from reader.ui.thai_text import Paragraph, Piece


def found_card(
    knowledge: Knowledge, entity: Entity, language: str, *, full: bool
) -> list[Paragraph]:
    """Name, gloss, and that it was found; with ``full`` its other printed forms too."""
    translate = QCoreApplication.translate
    size = 1.25 if full else 1.1
    paragraphs = [Paragraph((Piece(entity.name_th, bold=True, verbatim=True),), size=size)]
    if entity.name_en:
        piece = Piece(entity.name_en, ink="muted", verbatim=True)
        paragraphs.append(Paragraph((piece,), size=0.88))
    spellings = [v.form for v in entity.variants if v.form != entity.name_th]
    if full and spellings:
        caption = translate("FoundCard", "Also printed as:")
        pieces = (Piece(f"{caption} ", ink="muted"), Piece(" / ".join(spellings), verbatim=True))
        paragraphs.append(Paragraph(pieces, size=0.85, above=0.1))
    count = digits(len(knowledge.mentions_of(entity.id)), language)
    line = " · ".join(
        (
            translate("FoundCard", "Found automatically"),
            sentence(f"heading-{entity.category}", language),
            sentence("mention-count", language, count=count),
        )
    )
    paragraphs.append(Paragraph((Piece(line, ink="muted"),), size=0.85, above=0.3))
    card = knowledge.details.cards.get(entity.id)
    if card is not None:
        text = card.text(language)
        paragraphs.append(Paragraph((Piece(text.short),), above=0.4))
        if full:
            paragraphs.append(Paragraph((Piece(text.body),), above=0.5))
        # a card of another text: its sources are that text's titles
        source = card.sources[0 if language == "th" else 1]
        said = translate("FoundCard", "From the card in: {title}").format(title=source)
        paragraphs.append(Paragraph((Piece(said, ink="muted"),), size=0.85, above=0.5))
    if full:
        hint = translate(
            "FoundCard", "If this is wrong, right-click the name in the text or in the list."
        )
        paragraphs.append(Paragraph((Piece(hint, ink="muted"),), size=0.85, above=0.6))
    return paragraphs
