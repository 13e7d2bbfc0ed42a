"""What a card says, as paragraphs: the short form for hovering, the full one for the panel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reader.content.date_format import format_date, format_one, weekday_name
from reader.content.knowledge import Knowledge
from reader.content.model import ArticleDate, Card, CardDate, Entity, Event, Note, Passage
from reader.messages import sentence
from reader.text.digits import digits
from reader.ui.thai_text import Paragraph, Piece

ENTITY_LINK = "entity:"
PACKAGE_LINK = "package:"
PLACE_LINK = "at:"
"""A link to an offset of the text."""


def short_card(knowledge: Knowledge, entity: Entity, language: str) -> list[Paragraph]:
    """Name, other name and the one-sentence definition."""
    card = knowledge.details.cards.get(entity.id)
    other = entity.name_en if language == "th" else entity.name_th
    head = [
        Paragraph((Piece(_name(knowledge, entity.name(language)), bold=True),), size=1.1),
        Paragraph((Piece(_name(knowledge, other), ink="muted"),), size=0.88),
    ]
    if card is None:
        return head
    return [*head, Paragraph((Piece(card.text(language).short),), above=0.35)]


def _name(knowledge: Knowledge, name: str) -> Passage:
    return knowledge.details.set_name(name)


def unknown_card(name: str, gloss: str, sentence_: str) -> list[Paragraph]:
    """A starred term that no package explains."""
    return [
        Paragraph((Piece(name, bold=True, verbatim=True),), size=1.1),
        Paragraph((Piece(gloss, ink="muted", verbatim=True),), size=0.88),
        Paragraph((Piece(sentence_),), above=0.35),
    ]


def full_card(
    knowledge: Knowledge, entity: Entity, language: str, labels: dict[str, str]
) -> list[Paragraph]:
    """All of a card, ``language`` first, the other beneath.

    labels: the captions ``role``, ``why``, ``sources``, ``see``, ``other``, ``misprints``,
    ``part``.
    """
    paragraphs = _head(knowledge, entity, language, labels)
    card = knowledge.details.cards.get(entity.id)
    if card is None:
        return paragraphs
    paragraphs += _dates(card, language)
    paragraphs += _body(card, language, labels)
    paragraphs += _part_in_text(knowledge, entity, language, labels)
    if card.see:
        paragraphs.append(_see_also(knowledge, card, language, labels))
    second = "en" if language == "th" else "th"
    paragraphs += _second_language(knowledge, entity, card, second)
    paragraphs.append(_caption(labels["sources"]))
    paragraphs += [
        Paragraph((Piece(source, ink="muted"),), size=0.85, above=0.1) for source in card.sources
    ]
    return paragraphs


def _head(
    knowledge: Knowledge, entity: Entity, language: str, labels: dict[str, str]
) -> list[Paragraph]:
    other = entity.name_en if language == "th" else entity.name_th
    names = [other, *([entity.name_ru] if entity.name_ru else [])]
    paragraphs = [
        Paragraph((Piece(_name(knowledge, entity.name(language)), bold=True),), size=1.25),
        Paragraph(_listed(knowledge, names, " · ", "muted"), size=0.92),
    ]
    printed = [v.form for v in entity.variants if not v.misprint and v.form != entity.name_th]
    others = [*printed, *entity.other_th]
    misprints = [v.form for v in entity.variants if v.misprint]
    for caption, forms in ((labels["other"], others), (labels["misprints"], misprints)):
        if forms:
            pieces = (Piece(f"{caption} ", ink="muted"), *_listed(knowledge, forms, " / ", "ink"))
            paragraphs.append(Paragraph(pieces, size=0.85, above=0.1))
    return paragraphs


def _listed(
    knowledge: Knowledge, names: Sequence[str], separator: str, ink: str
) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for name in names:
        if pieces:
            pieces.append(Piece(separator, ink=ink))
        pieces.append(Piece(_name(knowledge, name), ink=ink))
    return tuple(pieces)


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


def _second_language(
    knowledge: Knowledge, entity: Entity, card: Card, language: str
) -> list[Paragraph]:
    text = card.text(language)
    parts: list[Passage] = [text.short, text.body, text.role, text.why]
    return [
        Paragraph(
            (Piece(_name(knowledge, entity.name(language)), bold=True),), size=0.95, above=1.1
        ),
        *(Paragraph((Piece(part),), size=0.92, above=0.3) for part in parts),
    ]


def _part_in_text(
    knowledge: Knowledge, entity: Entity, language: str, labels: dict[str, str]
) -> list[Paragraph]:
    """The paragraphs that name ``entity``: by title for a person, by number for the rest."""
    firsts: dict[int, int] = {}
    for mention in knowledge.mentions_of(entity.id):
        number = knowledge.article.paragraph_at(mention.start)
        firsts.setdefault(number, mention.start)
    if not firsts:
        return []
    caption = _caption(labels["part"])
    if entity.category == "person" and knowledge.paragraph_titles:
        lines = [
            Paragraph(
                (
                    Piece(f"{digits(number + 1, language)} ", ink="muted"),
                    Piece(
                        paragraph_title(knowledge, number, language), href=f"{PLACE_LINK}{offset}"
                    ),
                ),
                size=0.95,
                above=0.1,
            )
            for number, offset in firsts.items()
        ]
        return [caption, *lines]
    pieces: list[Piece] = []
    for number, offset in firsts.items():
        if pieces:
            pieces.append(Piece(" · ", ink="muted"))
        pieces.append(Piece(digits(number + 1, language), href=f"{PLACE_LINK}{offset}"))
    return [caption, Paragraph(tuple(pieces), above=0.1)]


def paragraph_title(knowledge: Knowledge, number: int, language: str) -> Passage:
    """The title of paragraph ``number`` (from 0); its number where there is none."""
    if number >= len(knowledge.paragraph_titles):
        return Passage(digits(number + 1, language))
    thai, english = knowledge.paragraph_titles[number]
    return thai if language == "th" else english


def date_card(
    knowledge: Knowledge, date: ArticleDate, language: str, labels: dict[str, str]
) -> list[Paragraph]:
    """A printed date in both calendars, with its weekday and what else happened that day.

    labels: ``old_style``, ``new_style``, ``era``, ``printed-os``, ``printed-ns``,
    ``printed-unknown``, ``time``, ``same_day``.
    """
    printed = knowledge.excerpt(date.start, date.end)
    paragraphs = [Paragraph((Piece(printed, bold=True, verbatim=True),), size=1.1)]
    weekday = weekday_name(date.ns, language)
    if weekday:
        paragraphs.append(Paragraph((Piece(weekday, ink="muted"),), size=0.9))
    for caption, value in (
        (labels["old_style"], format_one(date.os, language) if date.os else ""),
        (labels["new_style"], format_one(date.ns, language)),
        (labels["era"], digits(date.be, language)),
        (labels["time"], _time(date.time, language)),
    ):
        if value:
            pieces = (Piece(caption + " ", ink="muted"), Piece(value))
            paragraphs.append(Paragraph(pieces, size=0.95, above=0.2))
    paragraphs.append(
        Paragraph((Piece(labels[f"printed-{date.printed}"], ink="muted"),), size=0.88, above=0.3)
    )
    others = [
        event
        for event in knowledge.details.events
        if event.ns == date.ns and len(date.ns) == 10 and not _overlaps(event, date)
    ]
    if others:
        paragraphs.append(_caption(labels["same_day"]))
    for event in others:
        time = _time(event.time, language)
        text = event.text(language)
        paragraphs.append(
            Paragraph(
                (
                    Piece(f"{time} " if time else "", ink="muted"),
                    Piece(text, href=f"{PLACE_LINK}{event.start}"),
                ),
                size=0.92,
                above=0.15,
            )
        )
    return paragraphs


def _time(time: str | None, language: str) -> str:
    """``HH:MM`` as it is written in ``language``; "" for no time."""
    if time is None:
        return ""
    shown = digits(time.replace(":", "."), language) if language == "th" else time
    return sentence("time-of-day", language, time=shown)


def _overlaps(event: Event, date: ArticleDate) -> bool:
    return event.start < date.end and date.start < event.end


def note_card(
    knowledge: Knowledge, note: Note, language: str, labels: dict[str, str]
) -> list[Paragraph]:
    """An editor's note: the words it is on, what it says, how sure it is, and its sources.

    labels: ``doubt``, ``misprint``, ``end``, ``clear``, ``likely``, ``disputed``, ``sources``.
    """
    printed = knowledge.excerpt(note.start, note.end)
    said = note.text(language)
    # the heading says it already
    label, found, _ = said.text.partition(": ")
    if found and note.kind == "doubt" and label in ("หมายเหตุบรรณาธิการ", "Editor's note"):
        said = said.part(len(label) + len(found))
    paragraphs = [
        Paragraph((Piece(labels[note.kind], bold=True, ink="muted"),), size=0.9),
        Paragraph((Piece("“"), Piece(printed, bold=True, verbatim=True), Piece("”")), above=0.2),
        Paragraph((Piece(said),), above=0.4),
    ]
    if note.kind == "doubt":
        paragraphs.append(
            Paragraph((Piece(labels[note.certainty], ink="muted"),), size=0.9, above=0.3)
        )
    paragraphs.append(_caption(labels["sources"]))
    paragraphs += [
        Paragraph((Piece(source, ink="muted"),), size=0.85, above=0.1) for source in note.sources
    ]
    return paragraphs


def _see_also(knowledge: Knowledge, card: Card, language: str, labels: dict[str, str]) -> Paragraph:
    known = [knowledge.entities[target] for target in card.see if target in knowledge.entities]
    return Paragraph(
        (Piece(labels["see"] + " ", ink="muted"), *_joined(knowledge, known, language)), above=0.7
    )


def _joined(knowledge: Knowledge, entities: Iterable[Entity], language: str) -> list[Piece]:
    links = [
        Piece(_name(knowledge, entity.name(language)), href=ENTITY_LINK + entity.id)
        for entity in entities
    ]
    pieces: list[Piece] = links[:1]
    for _, link in pairwise(links):
        pieces += [Piece(" · ", ink="muted"), link]
    return pieces


def _caption(text: str) -> Paragraph:
    return Paragraph((Piece(text, ink="muted", bold=True),), size=0.85, above=0.7)
