"""Every package at hand: the shipped entry and what stands on the shelf."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from reader import resources
from reader.content.knowledge import Knowledge
from reader.content.links import Links
from reader.content.manifest import Manifest
from reader.content.reading import open_shipped
from reader.content.shelf import FOLDER, Shelf
from reader.errors import ReaderError


class Library:
    """The packages of a reader whose data lies in ``home``; None: the shipped entry alone."""

    def __init__(self, home: Path | None) -> None:
        self.shelf = Shelf(home / FOLDER) if home is not None else None
        self._links: Links | None = None
        self._seen: object = None

    def links(self) -> Links:
        """What is explained where; made anew when the shelf has changed."""
        state = self.shelf.state() if self.shelf is not None else ()
        if self._links is None or state != self._seen:
            self._seen = state
            self._links = Links(self._manifests())
        return self._links

    def _manifests(self) -> Iterator[Manifest]:
        with suppress(ReaderError):
            yield shipped_manifest(open_shipped())
        for package in self.shelf.packages() if self.shelf is not None else ():
            if package.manifest is not None:
                yield package.manifest

    def open(self, package_id: str) -> Knowledge:
        """What is known of the package. Raises PackageError, TextError.

        One on the shelf goes before the shipped entry of the same name.
        """
        if self.shelf is not None and any(p.id == package_id for p in self.shelf.packages()):
            return self.shelf.open(package_id).knowledge
        if package_id == resources.article_folder().name or self.shelf is None:
            return open_shipped()
        return self.shelf.open(package_id).knowledge

    def knowledge(self) -> Iterator[Knowledge]:
        """All packages, the shipped entry first; a damaged one is passed over."""
        with suppress(ReaderError):
            yield open_shipped()
        for package in self.shelf.packages() if self.shelf is not None else ():
            try:
                yield self.open(package.id)
            except ReaderError:
                continue


def shipped_manifest(known: Knowledge) -> Manifest:
    """What a package of the shipped entry would say of itself, as far as links go."""
    names = [
        (name, entity.id)
        for entity in known.entities.values()
        for name in (entity.name_th, entity.name_en, *(v.form for v in entity.variants))
    ]
    return Manifest(
        known.article.id, "", known.title_th, known.title_en, known.publisher_th,
        known.publisher_en, "th", "", "", (), known.article.sha256, known.article.length, {},
        names, (), (),
    )  # fmt: skip
