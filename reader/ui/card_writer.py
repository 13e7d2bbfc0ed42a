"""Finds the words for any subject: the short form for hovering, the full one for the panel."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.content.knowledge import Knowledge
from reader.content.model import ArticleDate, Entity, Note, is_found
from reader.ui.card_text import date_card, full_card, note_card, short_card, unknown_card
from reader.ui.subject import Subject
from reader.ui.thai_text import Paragraph, Piece

_CONTEXT = "CardWriter"


class CardWriter:
    """Cards of one text in one language of the interface."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        self._knowledge = knowledge
        self._language = language

    def short(self, subject: Subject) -> list[Paragraph]:
        """What a pointer gets; empty if the subject is not known."""
        if subject.kind == "entity":
            entity = self._knowledge.entities.get(subject.key)
            if entity is not None and is_found(entity.id):
                return self._found(entity, full=False)
            return short_card(self._knowledge, entity, self._language) if entity else []
        return self.full(subject)

    def full(self, subject: Subject) -> list[Paragraph]:
        """What the side panel shows; empty if the subject is not known."""
        known, language = self._knowledge, self._language
        if subject.kind == "entity":
            entity = known.entities.get(subject.key)
            if entity is not None and is_found(entity.id):
                return self._found(entity, full=True)
            return full_card(known, entity, language, self.captions()) if entity else []
        if subject.kind == "date":
            date = self._date(subject)
            return date_card(known, date, language, self.captions()) if date else []
        if subject.kind == "note":
            note = self._note(subject)
            return note_card(known, note, language, self.captions()) if note else []
        if subject.kind == "place":
            return self._place(subject)
        return self._unknown(subject)

    def misprints_within(self, start: int, end: int) -> list[Paragraph]:
        """A line for each misprint among the words ``start`` to ``end`` of the text."""
        marks = [m for m in self._knowledge.note_marks if m.kind == "misprint"]
        if not any(m.start < end and start < m.end for m in marks):
            return []
        return [
            Paragraph((Piece(note.text(self._language), ink="muted"),), size=0.88, above=0.4)
            for note in self._knowledge.details.notes
            if note.kind == "misprint" and note.start < end and start < note.end
        ]

    def title(self, subject: Subject) -> str:
        """A name for the subject, for screen readers."""
        paragraphs = self.short(subject)
        return paragraphs[0].pieces[0].plain if paragraphs else ""

    def _found(self, entity: Entity, *, full: bool) -> list[Paragraph]:
        from reader.ui.found_card import found_card

        return found_card(self._knowledge, entity, self._language, full=full)

    def _date(self, subject: Subject) -> ArticleDate | None:
        return next((d for d in self._knowledge.dates if str(d.start) == subject.key), None)

    def _place(self, subject: Subject) -> list[Paragraph]:
        from reader.ui.place_card import place_card

        place = next((p for p in self._knowledge.places if p.id == subject.key), None)
        if place is None:
            return []
        return place_card(self._knowledge, place, self._language, self.captions())

    def _note(self, subject: Subject) -> Note | None:
        notes = self._knowledge.details.notes
        return next((note for note in notes if note.id == subject.key), None)

    def _unknown(self, subject: Subject) -> list[Paragraph]:
        text = self._knowledge.article.text
        for term in self._knowledge.terms:
            if str(term.start) == subject.key:
                sentence = QCoreApplication.translate(
                    _CONTEXT, "There is no definition of this term yet."
                )
                from reader.content.conform import neutral

                name, gloss = text[term.start : term.end], text[term.gloss_start : term.gloss_end]
                return unknown_card(neutral(name), neutral(gloss), sentence)
        return []

    @staticmethod
    def captions() -> dict[str, str]:
        """The captions of cards, by what they stand for."""
        translate = QCoreApplication.translate
        return {
            "role": translate("CardWriter", "Role in this article"),
            "why": translate("CardWriter", "Why it matters here"),
            "sources": translate("CardWriter", "Sources"),
            "see": translate("CardWriter", "See also"),
            "other": translate("CardWriter", "Other spelling:"),
            "misprints": translate("CardWriter", "Also printed here:"),
            "part": translate("CardWriter", "Appears in paragraph"),
            "old_style": translate("CardWriter", "Old Style (Julian)"),
            "new_style": translate("CardWriter", "New Style (Gregorian)"),
            "era": translate("CardWriter", "Buddhist Era"),
            "time": translate("CardWriter", "Time"),
            "printed-os": translate("CardWriter", "The entry prints the Old Style date."),
            "printed-ns": translate("CardWriter", "The entry prints the New Style date."),
            "printed-unknown": translate("CardWriter", "The entry does not say which calendar."),
            "same_day": translate("CardWriter", "On the same day"),
            "doubt": translate("CardWriter", "Editor's note"),
            "misprint": translate("CardWriter", "Misprint"),
            "end": translate("CardWriter", "End of the text"),
            "clear": translate("CardWriter", "The evidence is clear."),
            "likely": translate("CardWriter", "This is likely."),
            "disputed": translate("CardWriter", "The evidence is disputed."),
        }
