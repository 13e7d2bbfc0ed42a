"""Links between packages: where else than in its own text a starred name is explained."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.content.manifest import Manifest
from reader.text.folding import loose

_YEARS = re.compile(r"[ ,]*(?:(?:ค\.ศ\.|พ\.ศ\.|c\.|b\.|d\.)[ ]*)?[0-9๐-๙]{3,4}.*$")
_ARTICLE = re.compile(r"^the ", re.IGNORECASE)


class Link(NamedTuple):
    """A place in another package: its entry if ``entity`` is None, otherwise that card of it."""

    package: str
    title_th: str
    title_en: str
    entity: str | None

    def title(self, language: str) -> str:
        """The package's title in ``"th"`` or ``"en"``."""
        return self.title_th if language == "th" else self.title_en


class Links:
    """What the packages ``manifests`` explain, by name."""

    def __init__(self, manifests: Iterable[Manifest]) -> None:
        self._entries: dict[str, Link] = {}
        self._cards: dict[str, list[Link]] = {}
        for manifest in manifests:
            entry = Link(manifest.id, manifest.title_th, manifest.title_en, None)
            for title in (manifest.title_th, manifest.title_en):
                self._entries.setdefault(_key(title), entry)
            for name, entity in manifest.names:
                self._cards.setdefault(_key(name), []).append(entry._replace(entity=entity))

    def find(self, *names: str, outside: str = "") -> list[Link]:
        """Where any of ``names`` (Thai, Latin) is explained outside the package ``outside``.

        An entry under that headword comes first, then cards, one for each package.
        """
        found: dict[str, Link] = {}
        keys = [key for key in map(_key, names) if key]
        for key in keys:
            entry = self._entries.get(key)
            if entry and entry.package != outside:
                found.setdefault(entry.package, entry)
        for key in keys:
            for card in self._cards.get(key, ()):
                if card.package != outside:
                    found.setdefault(card.package, card)
        return list(found.values())


def _key(name: str) -> str:
    """``name`` for comparing: without years, article, marks, spaces and case."""
    return loose(_ARTICLE.sub("", _YEARS.sub("", name.strip())))
