"""``export --format markdown``: the text with footnotes, then the cards and the timeline."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.content.date_format import format_date
from reader.content.datestring import buddhist_year_of
from reader.content.knowledge import Knowledge
from reader.content.model import CATEGORIES, Card, Entity
from reader.export.labels import label
from reader.export.options import Options
from reader.messages import sentence
from reader.text.digits import digits

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])|^([-+=]|\d+[.)])", re.MULTILINE)


def markdown_export(knowledge: Knowledge, options: Options) -> bytes:
    """The document in UTF-8, with footnotes as most programs know them: ``[^1]``."""
    return "".join(_Document(knowledge, options).parts()).encode("utf-8", "backslashreplace")


def escaped(text: str) -> str:
    """``text`` such that Markdown shows every character of it."""
    return _SPECIAL.sub(r"\\\g<0>", text)


class _Document:
    def __init__(self, knowledge: Knowledge, options: Options) -> None:
        self._known = knowledge
        self._options = options
        self._language = options.language
        self._feet: list[tuple[str, str]] = []

    def parts(self) -> Iterable[str]:
        known = self._known
        yield f"# {escaped(known.title_th)}\n\n"
        if known.title_en != known.title_th:
            yield f"*{escaped(known.title_en)}*\n\n"
        if known.publisher_th:
            publisher = known.publisher_en if self._language == "en" else known.publisher_th
            yield f"{escaped(publisher)}\n\n"
        yield from self._text()
        yield from (f"[^{name}]: {text}\n" for name, text in self._feet)
        yield from self._cards()
        yield from self._timeline()
        yield from self._own_notes()

    def _text(self) -> Iterable[str]:
        article = self._known.article
        marks = self._marks()
        for span in article.paragraphs:
            at = span.start
            for offset in sorted(o for o in marks if span.start < o <= span.end):
                yield escaped(article.text[at:offset]) + marks[offset]
                at = offset
            yield escaped(article.text[at : span.end]) + "\n\n"

    def _marks(self) -> dict[int, str]:
        """The signs of footnotes by offset; fills in the footnotes."""
        found: dict[int, list[str]] = {}
        if self._options.definitions:
            for number, term in enumerate(self._known.terms, 1):
                card = self._known.details.cards.get(term.entity or "")
                if card is not None:
                    name = self._known.article.text[term.start : term.end]
                    short = card.text(self._language).short.text
                    self._feet.append((f"{number}", f"**{escaped(name)}** {escaped(short)}"))
                    found.setdefault(term.star + 1, []).append(f"[^{number}]")
        if self._options.notes:
            for number, note in enumerate(self._known.details.notes, 1):
                said = escaped(note.text(self._language).text)
                if note.kind == "doubt":
                    said += f" ({label(note.certainty, self._language)})"
                said += "".join(f" {escaped(source)}" for source in note.sources)
                self._feet.append((f"n{number}", said))
                found.setdefault(note.end, []).append(f"[^n{number}]")
        return {offset: "".join(signs) for offset, signs in found.items()}

    def _cards(self) -> Iterable[str]:
        known, language = self._known, self._language
        for category in CATEGORIES:
            heading = sentence(f"heading-{category}", language)
            entities = [e for e in known.entities.values() if e.category == category]
            if entities:
                yield f"\n## {heading}\n\n"
            for entity in entities:
                card = known.details.cards.get(entity.id)
                if card is not None:
                    yield from self._card(entity, card)

    def _card(self, entity: Entity, card: Card) -> Iterable[str]:
        language = self._language
        names = [entity.name_th, entity.name_en, entity.name_ru or ""]
        yield f"### {escaped(' · '.join(name for name in names if name))}\n\n"
        for date in card.dates:
            when = format_date(date.os, date.ns, date.be, language)
            kind = sentence(f"kind-{date.kind}", language)
            where = date.place_th if language == "th" else date.place_en
            yield f"- {kind} {escaped(when)}{' ' + escaped(where) if where else ''}\n"
        if card.dates:
            yield "\n"
        words = card.text(language)
        for passage in (words.short, words.body, words.role, words.why):
            yield f"{escaped(passage.text)}\n\n"
        for source in card.sources:
            yield f"- {escaped(source)}\n"
        yield "\n"

    def _timeline(self) -> Iterable[str]:
        events = self._known.details.events
        if events:
            yield f"\n## {label('study-timeline', self._language)}\n\n"
        for event in events:
            be = buddhist_year_of(event.ns)
            when = format_date(event.os, event.ns, be, self._language)
            time = ""
            if event.time:
                clock = digits(event.time.replace(":", "."), self._language)
                time = f" {clock} น." if self._language == "th" else f" {event.time}"
            yield f"- {escaped(when)}{time}: {escaped(event.text(self._language).text)}\n"

    def _own_notes(self) -> Iterable[str]:
        if self._options.own_notes:
            yield f"\n## {label('own-heading', self._language)}\n\n"
        for note in self._options.own_notes:
            quoted = self._known.article.text[note.start : note.end]
            yield f"> {escaped(quoted)}\n\n{escaped(note.text)}\n\n"
