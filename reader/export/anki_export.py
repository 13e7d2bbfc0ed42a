"""``export --format anki``: a deck of the starred terms.

The ids of the deck, of its note type and of every note follow from the article and the term alone:
a deck exported again, even from a corrected text, updates the cards and keeps what was learnt.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from html import escape
from itertools import count
from pathlib import Path
from typing import Any

import genanki

from reader.content.knowledge import Knowledge
from reader.errors import ReaderError
from reader.export.options import Options
from reader.export.places_in_text import phrase_around
from reader.text.terms import Term

_FIRST_ID = 1_000_000_000_000  # ids look like milliseconds, as Anki's own do
_NOTE_TYPE = 1_410_171_107
_FIELDS = ("Term", "Sentence", "ThaiDefinition", "EnglishDefinition", "Names", "Source")
_FRONT = '<div class="term">{{Term}}</div><div class="sentence">{{Sentence}}</div>'
_BACK = (
    '{{FrontSide}}<hr id="answer"><div class="thai">{{ThaiDefinition}}</div>'
    '<div class="english">{{EnglishDefinition}}</div><div class="small">{{Names}}</div>'
    '<div class="small">{{Source}}</div>'
)
_CSS = """\
.card { font-family: Sarabun, "Noto Sans Thai Looped", "Leelawadee UI", Thonburi, sans-serif;
  font-size: 22px; line-height: 1.7; text-align: left; max-width: 36em; margin: 0 auto; }
.term { font-size: 30px; font-weight: bold; }
.sentence b { text-decoration: underline; }
.english { margin-top: 0.6em; }
.small { font-size: 16px; opacity: 0.75; margin-top: 0.6em; }
"""


def anki_export(knowledge: Knowledge, _options: Options) -> bytes:
    """The deck (.apkg). Raises ReaderError ``export-no-terms`` if no term is starred."""
    seen = set()
    notes = []
    for term in knowledge.terms:
        key = term.entity or knowledge.article.text[term.start : term.end]
        if key not in seen:
            seen.add(key)
            notes.append(_note(knowledge, term, key))
    if not notes:
        raise ReaderError("export-no-terms")
    title = f"{knowledge.title_th} · {knowledge.title_en}"
    if knowledge.title_th == knowledge.title_en:
        title = knowledge.title_th
    deck = genanki.Deck(_number("deck", knowledge.article.id), title)
    for note in notes:
        deck.add_note(note)
    with tempfile.TemporaryDirectory(prefix="neva-anki-") as folder:
        file = Path(folder) / "deck.apkg"
        # genanki leaves a file of its own where temporary files are made
        usual, tempfile.tempdir = tempfile.tempdir, folder
        try:
            genanki.Package(deck).write_to_file(str(file))
        finally:
            tempfile.tempdir = usual
        return file.read_bytes()


class _Note(genanki.Note):  # type: ignore[misc]
    """A note whose numbers in the file are its own, too, and not the hour's."""

    def write_to_db(
        self, cursor: Any, timestamp: float, deck_id: int, id_gen: Iterator[int]
    ) -> None:
        super().write_to_db(cursor, timestamp, deck_id, count(_number("note", self.guid)))


def _note(knowledge: Knowledge, term: Term, key: str) -> _Note:
    text = knowledge.article.text
    phrase = phrase_around(knowledge, term.start, term.star + 1)
    gloss = text[term.gloss_start : term.gloss_end]
    entity = knowledge.entities.get(term.entity or "")
    card = knowledge.details.cards.get(term.entity or "")
    names = [entity.name_en, entity.name_ru or ""] if entity else [gloss]
    fields = [
        escape(text[term.start : term.end]),
        f"{escape(phrase.before)}<b>{escape(phrase.words)}</b>{escape(phrase.after)}",
        escape(card.th.short.text if card else gloss),
        escape(card.en.short.text) if card else "",
        escape(" · ".join(name for name in names if name)),
        escape(knowledge.publisher_th or knowledge.title_th),
    ]
    return _Note(
        model=_note_type(), fields=fields, guid=genanki.guid_for(knowledge.article.id, key)
    )


def _note_type() -> genanki.Model:
    return genanki.Model(
        _NOTE_TYPE,
        "Neva Reader: term",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Term", "qfmt": _FRONT, "afmt": _BACK}],
        css=_CSS,
    )


def _number(*of: str) -> int:
    """A number that follows from ``of``, the same in every export."""
    digest = hashlib.sha256("\0".join(of).encode("utf-8", "backslashreplace")).digest()
    return _FIRST_ID + int.from_bytes(digest[:4], "big") * 16
