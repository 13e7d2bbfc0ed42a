"""What a card says, as paragraphs: the short form for hovering, the full one for the panel."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from reader.content.date_format import format_date
from reader.content.knowledge import Knowledge
from reader.content.model import Card, CardDate, Entity, Passage
from reader.messages import sentence
from reader.ui.thai_text import Paragraph, Piece

ENTITY_LINK = "entity:"


def short_card(knowledge: Knowledge, entity: Entity, language: str) -> list[Paragraph]:
    """Name, other name and the one-sentence definition."""
    card = knowledge.details.cards.get(entity.id)
    other = entity.name_en if language == "th" else entity.name_th
    head = [
        Paragraph((Piece(entity.name(language), bold=True),), size=1.1),
        Paragraph((Piece(other, ink="muted"),), size=0.88),
    ]
    if card is None:
        return head
    return [*head, Paragraph((Piece(card.text(language).short),), above=0.35)]


def unknown_card(name: str, gloss: str, sentence_: str) -> list[Paragraph]:
    """A starred term that no package explains."""
    return [
        Paragraph((Piece(name, bold=True),), size=1.1),
        Paragraph((Piece(gloss, ink="muted"),), size=0.88),
        Paragraph((Piece(sentence_),), above=0.35),
    ]


def full_card(
    knowledge: Knowledge, entity: Entity, language: str, labels: dict[str, str]
) -> list[Paragraph]:
    """All of a card, ``language`` first, the other beneath.

    labels: the captions ``role``, ``why``, ``sources``, ``see``, ``other``, ``misprints``.
    """
    paragraphs = _head(entity, language, labels)
    card = knowledge.details.cards.get(entity.id)
    if card is None:
        return paragraphs
    paragraphs += _dates(card, language)
    paragraphs += _body(card, language, labels)
    if card.see:
        paragraphs.append(_see_also(knowledge, card, language, labels))
    second = "en" if language == "th" else "th"
    paragraphs += _second_language(entity, card, second)
    paragraphs.append(_caption(labels["sources"]))
    paragraphs += [
        Paragraph((Piece(source, ink="muted"),), size=0.85, above=0.1) for source in card.sources
    ]
    return paragraphs


def _head(entity: Entity, language: str, labels: dict[str, str]) -> list[Paragraph]:
    other = entity.name_en if language == "th" else entity.name_th
    names = [other, *([entity.name_ru] if entity.name_ru else [])]
    paragraphs = [
        Paragraph((Piece(entity.name(language), bold=True),), size=1.25),
        Paragraph((Piece(" · ".join(names), ink="muted"),), size=0.92),
    ]
    printed = [v.form for v in entity.variants if not v.misprint and v.form != entity.name_th]
    others = [*printed, *entity.other_th]
    if others:
        paragraphs.append(_small(f"{labels['other']} ", " / ".join(others)))
    misprints = [v.form for v in entity.variants if v.misprint]
    if misprints:
        paragraphs.append(_small(f"{labels['misprints']} ", " / ".join(misprints)))
    return paragraphs


def _small(caption: str, text: str) -> Paragraph:
    return Paragraph((Piece(caption, ink="muted"), Piece(text)), size=0.85, above=0.1)


def _dates(card: Card, language: str) -> list[Paragraph]:
    return [
        Paragraph(
            (
                Piece(sentence(f"kind-{date.kind}", language) + " ", ink="muted"),
                Piece(_date_line(date, language)),
            ),
            size=0.9,
            above=0.3 if first else 0.1,
        )
        for first, date in ((index == 0, date) for index, date in enumerate(card.dates))
    ]


def _date_line(date: CardDate, language: str) -> str:
    line = format_date(date.os, date.ns, date.be, language)
    if date.retroactive:
        line += f" ({sentence('date-retroactive', language)})"
    place = date.place_th if language == "th" else date.place_en
    if place:
        line += f" {place}" if language == "th" else f", {place}"
    return line


def _body(card: Card, language: str, labels: dict[str, str]) -> list[Paragraph]:
    text = card.text(language)
    return [
        Paragraph((Piece(text.short, bold=True),), above=0.6),
        Paragraph((Piece(text.body),), above=0.4),
        _caption(labels["role"]),
        Paragraph((Piece(text.role),), above=0.1),
        _caption(labels["why"]),
        Paragraph((Piece(text.why),), above=0.1),
    ]


def _second_language(entity: Entity, card: Card, language: str) -> list[Paragraph]:
    text = card.text(language)
    parts: list[Passage] = [text.short, text.body, text.role, text.why]
    return [
        Paragraph((Piece(entity.name(language), bold=True),), size=0.95, above=1.1),
        *(Paragraph((Piece(part),), size=0.92, above=0.3) for part in parts),
    ]


def _see_also(
    knowledge: Knowledge, card: Card, language: str, labels: dict[str, str]
) -> Paragraph:
    known = [knowledge.entities[target] for target in card.see if target in knowledge.entities]
    return Paragraph(
        (Piece(labels["see"] + " ", ink="muted"), *_joined(known, language)), above=0.7
    )


def _joined(entities: Iterable[Entity], language: str) -> list[Piece]:
    links = [
        Piece(entity.name(language), href=ENTITY_LINK + entity.id) for entity in entities
    ]
    pieces: list[Piece] = links[:1]
    for _, link in pairwise(links):
        pieces += [Piece(" · ", ink="muted"), link]
    return pieces


def _caption(text: str) -> Paragraph:
    return Paragraph((Piece(text, ink="muted", bold=True),), size=0.85, above=0.7)
