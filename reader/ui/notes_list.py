"""The editor's notes on the text, in its order: what is doubted first, then misprints."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal

from reader.content.knowledge import Knowledge
from reader.content.model import Note
from reader.ui.thai_text import Paragraph, Piece, ThaiText
from reader.ui.theme import Theme

_NOTE_LINK = "note:"


class NotesList(ThaiText):
    """Every note as a link on the printed words."""

    note_chosen = Signal(str)

    def __init__(self, theme: Theme, base_size: float) -> None:
        super().__init__(theme, base_size)
        self.anchorClicked.connect(self._follow)

    def show_notes(self, knowledge: Knowledge, headings: dict[str, str]) -> None:
        """List the notes of ``knowledge``; headings by kind of note."""
        lines: list[Paragraph] = []
        for kind in ("doubt", "misprint", "end"):
            notes = [note for note in knowledge.details.notes if note.kind == kind]
            if notes:
                lines.append(Paragraph((Piece(headings[kind], bold=True, ink="muted"),), above=0.9))
                lines += [self._line(knowledge, note) for note in notes]
        self.set_paragraphs(lines)

    @staticmethod
    def _line(knowledge: Knowledge, note: Note) -> Paragraph:
        words = knowledge.excerpt(note.start, note.end)
        link = Piece(words, href=_NOTE_LINK + note.id, underline=False)
        if note.kind == "misprint" and note.usual:
            return Paragraph((link, Piece(f" → {note.usual}")), size=0.95, above=0.3)
        return Paragraph((link,), size=0.95, above=0.3)

    def _follow(self, url: QUrl) -> None:
        self.note_chosen.emit(url.toString().removeprefix(_NOTE_LINK))
