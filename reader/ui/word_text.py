"""What a word card says, as paragraphs: meanings, reading, where else the word stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.content.model import Passage
from reader.desk.glossary import Entry, Glossary
from reader.text.digits import digits
from reader.text.display import shown_name
from reader.text.word_lookup import Found, Meaning
from reader.ui.card_text import ENTITY_LINK
from reader.ui.thai_text import Paragraph, Piece

WORD_LINK, DO_LINK, REMOVE_LINK = "word:", "do:", "remove:"
_MEANINGS = 6
_WORDS = 8  # of one meaning, Thai or English


class InText(NamedTuple):
    """Where the word stands in the open text.

    hits: how often; is_done: whether that is all. number: which of them (from 1) the reader is
    at, 0 for none.
    """

    hits: int
    is_done: bool
    number: int


class Known(NamedTuple):
    """The card that the reader has of the word: the entity's id, name and short definition."""

    entity: str
    name: str
    short: Passage | None


def word_paragraphs(
    found: Found,
    own: Sequence[tuple[str, Entry]],
    known: Known | None,
    in_text: InText,
    language: str,
) -> list[Paragraph]:
    """The whole card. own: what the reader's own glossaries say."""
    translate = QCoreApplication.translate
    lines = [Paragraph((Piece(found.word, bold=True),), size=1.35), *_reading(found)]
    for name, entry in own:
        source = f" ({entry.source})" if entry.source else ""
        lines.append(_caption(f"{translate('WordCard', 'My glossary')}: {shown_name(name)}"))
        lines.append(Paragraph((Piece(entry.meaning), Piece(source, ink="muted")), above=0.15))
    if known is not None:
        lines.append(_caption(translate("WordCard", "In this entry")))
        link = Piece(known.name, href=ENTITY_LINK + known.entity)
        short = (Piece(" "), Piece(known.short)) if known.short else ()
        lines.append(Paragraph((link, *short), above=0.15))
    lines += _meanings(found)
    if not (found.meanings or found.parts or found.english_of or own or known):
        none = translate("WordCard", "No meaning of this word is among the dictionaries at hand.")
        lines.append(Paragraph((Piece(none, ink="muted"),), above=0.6))
    lines += _places(in_text, language)
    lines += _lists(found)
    return lines


def _caption(text: str) -> Paragraph:
    return Paragraph((Piece(text, ink="muted", bold=True),), size=0.85, above=0.8)


def _reading(found: Found) -> list[Paragraph]:
    reading = found.reading
    if not reading.syllables:
        return []
    translate = QCoreApplication.translate
    spoken = "-".join(reading.syllables)
    if reading.is_known:
        said = translate("WordCard", "Read: {syllables}").format(syllables=spoken)
    else:
        said = translate("WordCard", "Syllables: {syllables}").format(syllables=spoken)
    lines = [Paragraph((Piece(said, ink="muted"),), size=0.92, above=0.1)]
    if reading.roman:
        if reading.is_known:
            roman = translate("WordCard", "In Roman letters: {roman}")
        else:
            roman = translate("WordCard", "In Roman letters, by rule, roughly: {roman}")
        said = roman.format(roman=reading.roman)
        lines.append(Paragraph((Piece(said, ink="muted"),), size=0.92, above=0.1))
    return lines


def _meanings(found: Found) -> list[Paragraph]:
    translate = QCoreApplication.translate
    lines = []
    if found.meanings:
        lines.append(_caption(translate("WordCard", "Meanings (WordNet)")))
        for meaning in found.meanings[:_MEANINGS]:
            lines += _meaning(meaning)
    if found.english_of:
        said = translate("WordCard", "The Thai spelling of “{word}”").format(word=found.english_of)
        lines.append(Paragraph((Piece(said),), above=0.5))
    if found.parts:
        lines.append(_caption(translate("WordCard", "Made of")))
        lines.append(Paragraph(tuple(_links(found.parts)), above=0.15))
    return lines


def _meaning(meaning: Meaning) -> list[Paragraph]:
    pieces = [Piece(f"{_part(meaning.part)} ", ink="muted")]
    if meaning.english:
        pieces.append(Piece(", ".join(meaning.english[:_WORDS]), bold=True))
    if meaning.definition:
        pieces.append(Piece(f" {meaning.definition}"))
    lines = [Paragraph(tuple(pieces), above=0.35)]
    if meaning.thai:
        thai = _links(meaning.thai[:_WORDS])
        lines.append(Paragraph((Piece("= ", ink="muted"), *thai), above=0.1, indent=0.9))
    return lines


def _part(part: str) -> str:
    translate = QCoreApplication.translate
    return {
        "noun": translate("WordCard", "n."),
        "verb": translate("WordCard", "v."),
        "adjective": translate("WordCard", "adj."),
        "adverb": translate("WordCard", "adv."),
    }.get(part, "")


def _links(words: Sequence[str]) -> list[Piece]:
    pieces: list[Piece] = []
    for word in words:
        if pieces:
            pieces.append(Piece(" · ", ink="muted"))
        pieces.append(Piece(word, href=WORD_LINK + word, underline=False))
    return pieces


def _places(in_text: InText, language: str) -> list[Paragraph]:
    translate = QCoreApplication.translate
    lines = [_caption(translate("WordCard", "In the text"))]
    if not in_text.hits:
        said = translate("WordCard", "Nowhere else.") if in_text.is_done else "…"
        return [*lines, Paragraph((Piece(said, ink="muted"),), above=0.15)]
    more = "" if in_text.is_done else " …"
    shown = f"{in_text.number} / {in_text.hits}" if in_text.number else f"{in_text.hits}"
    count = translate("WordCard", "Found: {count}").format(count=digits(shown + more, language))
    gap = Piece(" · ", ink="muted")
    pieces = (
        Piece(count),
        gap,
        Piece(translate("WordCard", "Previous"), href=DO_LINK + "previous"),
        gap,
        Piece(translate("WordCard", "Next"), href=DO_LINK + "next"),
        gap,
        Piece(translate("WordCard", "List them"), href=DO_LINK + "list"),
    )
    return [*lines, Paragraph(pieces, above=0.15)]


def _lists(found: Found) -> list[Paragraph]:
    translate = QCoreApplication.translate
    if "royal" in found.lists:
        said = translate("WordCard", "The word is in the Royal Society's word list.")
    elif found.lists:
        said = translate("WordCard", "The word is in the list of Thai words at hand.")
    else:
        return []
    return [Paragraph((Piece(said, ink="muted"),), size=0.85, above=0.8)]


def empty_paragraphs(glossaries: Sequence[Glossary], language: str) -> list[Paragraph]:
    """What is said before a word was asked for, and the glossaries that the reader has."""
    translate = QCoreApplication.translate
    hint = translate("WordCard", "Double-click a word of the text, or type one above.")
    lines = [
        Paragraph((Piece(hint, ink="muted"),), above=0.3),
        _caption(translate("WordCard", "My glossaries")),
    ]
    for glossary in glossaries:
        count = digits(len(glossary.entries), language)
        words = translate("WordCard", "{count} words").format(count=count)
        remove = Piece(translate("WordCard", "Remove"), href=REMOVE_LINK + glossary.name)
        pieces = (
            Piece(f"{shown_name(glossary.name)} "),
            Piece(f"({words}) · ", ink="muted"),
            remove,
        )
        lines.append(Paragraph(pieces, above=0.3))
    if not glossaries:
        none = translate(
            "WordCard", "None yet. A CSV file with the columns word, meaning, source is one."
        )
        lines.append(Paragraph((Piece(none, ink="muted"),), above=0.2))
    import_ = Piece(translate("WordCard", "Import a glossary…"), href=DO_LINK + "import")
    lines.append(Paragraph((import_,), above=0.5))
    return lines
