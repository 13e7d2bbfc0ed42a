"""What is told of a place that only the map names: its names, one sentence, its sources."""

from __future__ import annotations

from reader.content.city_map import MapPlace
from reader.content.knowledge import Knowledge
from reader.ui.thai_text import Paragraph, Piece


def place_card(
    knowledge: Knowledge, place: MapPlace, language: str, labels: dict[str, str]
) -> list[Paragraph]:
    """The card of a place, ``language`` first, the other beneath. labels: ``sources``."""
    names = {"th": place.name_th, "en": place.name_en, "ru": place.name_ru}
    first = names.pop(language)
    second = "en" if language == "th" else "th"
    others = " · ".join(name for name in names.values() if name)
    set_name = knowledge.details.set_name
    paragraphs = [
        Paragraph((Piece(set_name(first), bold=True),), size=1.25),
        Paragraph((Piece(set_name(others), ink="muted"),), size=0.92),
    ]
    note = knowledge.details.places.get(place.id)
    if note is None:
        return [*paragraphs, Paragraph((Piece(_line(place, language)),), above=0.6)]
    paragraphs += [
        Paragraph((Piece(note.text(language)),), above=0.6),
        Paragraph((Piece(note.text(second), ink="muted"),), size=0.92, above=0.6),
    ]
    if note.sources:
        caption = Piece(labels["sources"], ink="muted", bold=True)
        paragraphs.append(Paragraph((caption,), size=0.85, above=0.7))
    return paragraphs + [
        Paragraph((Piece(source, ink="muted"),), size=0.85, above=0.1) for source in note.sources
    ]


def _line(place: MapPlace, language: str) -> str:
    return place.line_th if language == "th" else place.line_en
