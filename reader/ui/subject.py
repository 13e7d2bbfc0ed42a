"""What a card can be about."""

from typing import NamedTuple


class Subject(NamedTuple):
    """kind: ``entity``, ``date``, ``note``, ``place`` (one that only the map names), ``mark`` (one
    of the reader's own) or ``term`` (a starred term that no card explains).

    key: the id of an entity, a note, a place or a mark; for a date or a term, the offset at which
    it begins.
    """

    kind: str
    key: str

    @classmethod
    def entity(cls, entity_id: str) -> "Subject":
        """The card of an entity."""
        return cls("entity", entity_id)

    @classmethod
    def note(cls, note_id: str) -> "Subject":
        """An editor's note."""
        return cls("note", note_id)

    @classmethod
    def place(cls, place_id: str) -> "Subject":
        """A place of the map."""
        return cls("place", place_id)

    @classmethod
    def mark(cls, mark_id: str) -> "Subject":
        """One of the reader's own marks."""
        return cls("mark", mark_id)

    @classmethod
    def date(cls, offset: int) -> "Subject":
        """A printed date."""
        return cls("date", str(offset))

    @classmethod
    def term(cls, offset: int) -> "Subject":
        """A starred term without a card."""
        return cls("term", str(offset))
