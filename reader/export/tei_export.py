"""``export --format tei``: the article in TEI P5, with what is known of it behind the text.

Names, days and editor's notes are told apart from the article's own words: those alone stand in
``body``; cards, notes and the timeline stand in ``back``, tied to the words by their ids.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader import __version__
from reader.content.knowledge import Knowledge
from reader.content.model import Card, CardDate, Entity, Event, Note
from reader.export import xml_text as xml
from reader.export.options import Options
from reader.export.tei_text import dating, entity_id, note_id, paragraphs

_CERTAINTY = {"clear": "high", "likely": "medium", "disputed": "low"}
_LISTS = (
    # category, list, item, name
    ("person", "listPerson", "person", "persName"),
    ("place", "listPlace", "place", "placeName"),
    ("organisation", "listOrg", "org", "orgName"),
    ("event", "listEvent", "event", "label"),
    ("work", "listBibl", "bibl", "title"),
    ("vessel", "listObject", "object", "objectName"),
    ("concept", "list", "item", "term"),
)
_ENDED = ("died", "ended", "dissolved")
_BEGAN = ("born", "began", "founded")


def tei_export(knowledge: Knowledge, _options: Options) -> bytes:
    """The TEI document in UTF-8."""
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n',
        *_header(knowledge),
        '<text xml:lang="th">\n<body><div type="entry">',
        *paragraphs(knowledge),
        "</div></body>\n",
        *_back(knowledge),
        "</text>\n</TEI>\n",
    ]
    return "".join(parts).encode("utf-8")


def _header(known: Knowledge) -> Iterable[str]:
    yield "<teiHeader>\n<fileDesc>\n<titleStmt>\n"
    yield xml.element("title", known.title_th, xml_lang="th") + "\n"
    yield xml.element("title", known.title_en, xml_lang="en") + "\n"
    yield (
        '<respStmt xml:id="editor"><resp>names, dates, cards, editor\'s notes and markup</resp>'
        "<name>Neva Reader</name></respStmt>\n</titleStmt>\n"
    )
    yield "<publicationStmt>\n<publisher>Neva Reader</publisher>\n<availability>\n"
    yield (
        '<licence target="https://creativecommons.org/licenses/by/4.0/">'
        "Cards, editor's notes and markup: CC BY 4.0.</licence>\n"
    )
    owner = known.publisher_en or "whoever holds the rights in the file it comes from"
    yield f"<p>{xml.text(f'The text of the entry belongs to {owner}.')}</p>\n"
    yield "</availability>\n</publicationStmt>\n<sourceDesc>\n<bibl>"
    yield xml.element("title", known.title_th, level="a", xml_lang="th")
    if known.publisher_th:
        yield xml.element("publisher", known.publisher_th, xml_lang="th")
        yield xml.element("publisher", known.publisher_en, xml_lang="en")
    yield xml.element("idno", known.article.sha256, type="sha256")
    yield "</bibl>\n</sourceDesc>\n</fileDesc>\n<encodingDesc>\n"
    yield f'<appInfo><application ident="neva-reader" version="{__version__}">'
    yield "<label>Neva Reader</label></application></appInfo>\n"
    yield (
        "<editorialDecl><p>The words in body are those of the source, code point for code point; "
        "line ends stand at the end of their paragraph. Misprints are kept, and told in notes. A "
        "star after a term is the source's own mark.</p></editorialDecl>\n</encodingDesc>\n"
    )
    yield "<profileDesc>\n<calendarDesc>\n"
    yield '<calendar xml:id="julian"><p>Old Style, the calendar of Russia to 31 January 1918</p>'
    yield '</calendar>\n<calendar xml:id="gregorian"><p>New Style</p></calendar>\n'
    yield '</calendarDesc>\n<langUsage><language ident="th">Thai</language>'
    yield '<language ident="en">English</language><language ident="ru">Russian</language>'
    yield "</langUsage>\n</profileDesc>\n</teiHeader>\n"


def _back(known: Knowledge) -> Iterable[str]:
    details = known.details
    if not (known.entities or details.notes or details.events):
        return
    yield "<back>\n"
    for category, list_name, item, name in _LISTS:
        found = [entity for entity in known.entities.values() if entity.category == category]
        if found:
            yield f'<div type="{category}">\n<{list_name}>\n'
            for entity in found:
                yield from _entity(known, entity, item, name)
            yield f"</{list_name}>\n</div>\n"
    if details.events:
        yield '<div type="timeline">\n<listEvent>\n'
        for event in details.events:
            yield from _event(event)
        yield "</listEvent>\n</div>\n"
    if details.notes:
        yield '<div type="notes">\n'
        for note in details.notes:
            yield from _note(note)
        yield "</div>\n"
    yield "</back>\n"


def _names(entity: Entity, name: str) -> Iterable[str]:
    yield xml.element(name, entity.name_th, xml_lang="th")
    yield xml.element(name, entity.name_en, xml_lang="en")
    if entity.name_ru:
        yield xml.element(name, entity.name_ru, xml_lang="ru")
    if name in ("persName", "placeName", "orgName", "title", "term"):
        for variant in entity.variants:
            kind = "misprint" if variant.misprint else "printed"
            yield xml.element(name, variant.form, type=kind, xml_lang="th")


def _entity(known: Knowledge, entity: Entity, item: str, name: str) -> Iterable[str]:
    card = known.details.cards.get(entity.id)
    yield xml.start(item, xml_id=entity_id(entity.id))
    if item == "object":
        yield f"<objectIdentifier>{''.join(_names(entity, name))}</objectIdentifier>"
    else:
        yield from _names(entity, name)
    if item == "place":
        for place in known.places:
            if place.entity == entity.id:
                yield f"<location><geo>{place.lat} {place.lon}</geo></location>"
                break
    if item == "person" and card is not None:
        yield from _life(card)
    if card is not None:
        yield from _card_notes(card)
    yield f"</{item}>\n"


def _life(card: Card) -> Iterable[str]:
    for kinds, element in ((_BEGAN, "birth"), (_ENDED, "death")):
        date = next((date for date in card.dates if date.kind in kinds), None)
        if date is not None:
            yield xml.start(element, **dating(date.os, date.ns))
            if date.place_th:
                yield xml.element("placeName", date.place_th, xml_lang="th")
            yield f"</{element}>"


def _card_notes(card: Card) -> Iterable[str]:
    for language in ("th", "en"):
        words = card.text(language)
        for kind, passage in zip(("short", "body", "role", "why"), words, strict=True):
            yield xml.element("note", passage.text, type=kind, resp="#editor", xml_lang=language)
    for date in card.dates:
        yield _card_date(date)
    if card.sources:
        yield '<note type="sources" resp="#editor">'
        yield "".join(xml.element("bibl", source) for source in card.sources)
        yield "</note>"


def _card_date(date: CardDate) -> str:
    inner = xml.element("date", date.os or date.ns, **dating(date.os, date.ns), n=f"BE {date.be}")
    return f'<note type="date" subtype="{date.kind}" resp="#editor">{inner}</note>'


def _event(event: Event) -> Iterable[str]:
    yield xml.start(
        "event",
        xml_id=f"event.{event.id}",
        **dating(event.os, event.ns, event.time),
        corresp=" ".join(f"#{entity_id(entity)}" for entity in event.entities) or None,
    )
    yield xml.element("label", event.th.text, xml_lang="th")
    yield xml.element("label", event.en.text, xml_lang="en")
    if event.sources:
        yield '<note type="sources" resp="#editor">'
        yield "".join(xml.element("bibl", source) for source in event.sources)
        yield "</note>"
    yield "</event>\n"


def _note(note: Note) -> Iterable[str]:
    for language in ("th", "en"):
        yield xml.start(
            "note",
            xml_id=f"{note_id(note)}.{language}",
            type=note.kind,
            resp="#editor",
            cert=_CERTAINTY[note.certainty],
            target=f"#{note_id(note)}.start",
            targetEnd=f"#{note_id(note)}.end",
            xml_lang=language,
        )
        yield xml.text(note.text(language).text)
        if language == "en":
            yield "".join(" " + xml.element("bibl", source) for source in note.sources)
        yield "</note>\n"
