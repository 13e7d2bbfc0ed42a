"""Questions on an article for a class, from ``questions.toml``; a package may do without."""

from __future__ import annotations

from typing import NamedTuple

from reader.content.model import Passage

LEVELS = ("recall", "understanding", "analysis", "judgement")
"""What a question asks of the reader, the easiest first."""


class Question(NamedTuple):
    """A question. level: one of LEVELS. paragraphs: those that an answer needs, from 1."""

    level: str
    th: Passage
    en: Passage
    paragraphs: tuple[int, ...]

    def text(self, language: str) -> Passage:
        """The question in ``"th"`` or ``"en"``."""
        return self.th if language == "th" else self.en
