"""The contents: a title for each paragraph; the one being read stands out."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal

from reader.content.knowledge import Knowledge
from reader.text.digits import digits
from reader.ui.card_text import PLACE_LINK, paragraph_title
from reader.ui.thai_text import Paragraph, Piece, ThaiText
from reader.ui.theme import Theme


class ContentsList(ThaiText):
    """Follows the reading; a click or Enter goes to a paragraph."""

    offset_chosen = Signal(int)

    def __init__(self, theme: Theme, base_size: float) -> None:
        super().__init__(theme, base_size)
        self._knowledge: Knowledge | None = None
        self._language = "th"
        self._current = -1
        self.anchorClicked.connect(self._follow)

    def set_knowledge(self, knowledge: Knowledge, language: str) -> None:
        """List the paragraphs of ``knowledge``."""
        self._knowledge, self._language = knowledge, language
        self._show()

    def set_offset(self, offset: int) -> None:
        """The reader is at ``offset``."""
        if self._knowledge is not None:
            current = self._knowledge.article.paragraph_at(offset)
            if current != self._current:
                self._current = current
                self._show()

    @property
    def current(self) -> int:
        """The number (from 0) of the paragraph being read."""
        return self._current

    def _show(self) -> None:
        known = self._knowledge
        if known is None:
            return
        lines = []
        for number, span in enumerate(known.article.paragraphs[: len(known.paragraph_titles)]):
            is_current = number == self._current
            mark = "■ " if is_current else ""
            lines.append(
                Paragraph(
                    (
                        Piece(f"{digits(number + 1, self._language)} ", ink="muted"),
                        Piece(mark, ink="accent"),
                        Piece(
                            paragraph_title(known, number, self._language),
                            bold=is_current,
                            href=f"{PLACE_LINK}{span.start}",
                            underline=False,
                        ),
                    ),
                    above=0.45,
                )
            )
        self.set_paragraphs(lines)

    def _follow(self, url: QUrl) -> None:
        self.offset_chosen.emit(int(url.toString().removeprefix(PLACE_LINK)))
