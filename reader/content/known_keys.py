"""The names that content files may use, so that a misspelt one does not pass for silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

ENTITY_FILES = {
    "people": "person",
    "places": "place",
    "organisations": "organisation",
    "events": "event",
    "works": "work",
    "vessels": "vessel",
    "concepts": "concept",
}
"""The files in the folder ``entities`` and the category of what they hold."""

_CARD = {
    "": (
        "name_th", "name_en", "name_ru", "other_th", "other_en", "forms", "misprints", "in_context",
        "sources", "see", "th", "en", "dates",
    ),
    "th": ("short", "body", "role", "why"),
    "en": ("short", "body", "role", "why"),
    "dates": ("kind", "os", "ns", "be", "place_th", "place_en"),
}  # fmt: skip
# What stands in the named blocks of a file, and in their own blocks
_NAMED: dict[str, dict[str, tuple[str, ...]]] = {
    "sources.toml": {"": ("cite",)},
    "places.toml": {
        "": (
            "entity", "name_th", "name_en", "name_ru", "label", "label_en", "lat", "lon",
            "confidence_m", "source", "sources", "kind", "on_water", "rank", "edge",
            "line_th", "line_en",
        )
    },
    **{f"entities/{name}.toml": _CARD for name in ENTITY_FILES},
}  # fmt: skip
# What stands at the top of a file, and in its lists of blocks
_LISTED: dict[str, dict[str, tuple[str, ...]]] = {
    "package.toml": {
        "": (
            "id", "version", "title_th", "title_en", "publisher_th", "publisher_en", "language",
            "licence", "text_licence", "authors", "text", "blockers", "words", "paragraph",
        ),
        "paragraph": ("title_th", "title_en"),
    },
    "dates.toml": {
        "": ("date",),
        "date": ("quote", "os", "ns", "be", "time", "precision", "printed"),
    },
    "notes.toml": {
        "": ("note",),
        "note": ("id", "quote", "kind", "certainty", "usual", "th", "en", "sources"),
    },
    "timeline.toml": {
        "": ("event",),
        "event": (
            "id", "quote", "th", "en", "os", "ns", "be", "time", "part", "time_basis", "entry_os",
            "entry_time", "entry_part", "clock", "entities", "places", "same_as", "sources",
        ),
    },
    "questions.toml": {"": ("question",), "question": ("level", "th", "en", "paragraphs")},
}  # fmt: skip
CONTENT_FILES = (*_LISTED, *_NAMED, "hours.toml", "questions.toml")
"""Every content file there may be besides the text, with its folder."""


class UnknownKey(NamedTuple):
    """A name that means nothing where it stands.

    meant: what it may be a misspelling of, or "–". is_block: it heads a block of its own.
    """

    block: str
    nth: int
    name: str
    meant: str
    is_block: bool


def unknown_keys(file: str, data: Mapping[str, Any]) -> Iterator[UnknownKey]:
    """The names in the content file ``file`` that no part of the program asks for."""
    if file in _LISTED:
        known = _LISTED[file]
        yield from _strangers(data, known[""], "", 0)
        for block, allowed in known.items():
            items = data.get(block) if block else None
            for nth, item in enumerate(items if isinstance(items, list) else ()):
                yield from _strangers(item, allowed, block, nth)
    elif file in _NAMED:
        known = _NAMED[file]
        for name, block in data.items():
            yield from _strangers(block, known[""], name, 0)
            for part, allowed in known.items():
                inner = block.get(part) if part and isinstance(block, dict) else None
                for nth, item in enumerate(inner if isinstance(inner, list) else [inner]):
                    yield from _strangers(item, allowed, f"{name}.{part}", nth)


def _strangers(block: object, allowed: Sequence[str], name: str, nth: int) -> Iterator[UnknownKey]:
    if isinstance(block, dict):
        for key, value in block.items():
            if key not in allowed:
                heads = isinstance(value, dict) or (
                    isinstance(value, list) and dict in map(type, value)
                )
                yield UnknownKey(name, nth, key, closest(key, allowed), heads)


def closest(name: str, known: Sequence[str]) -> str:
    """The one of ``known`` that ``name`` may be a misspelling of, "–" if it is like none."""
    return next(iter(get_close_matches(name, known, 1, 0.65)), "–")
