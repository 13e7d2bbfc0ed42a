"""Which entities a few typed letters mean: any of their names, forgiving about spelling."""

from __future__ import annotations

from collections.abc import Iterable

from reader.content.model import Entity
from reader.text.folding import loose


class NameFilter:
    """Filters entities by name; the names are prepared once."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._names = [(entity.id, [loose(name) for name in _names(entity)]) for entity in entities]

    def matching(self, typed: str) -> frozenset[str]:
        """The ids of the entities one of whose names holds ``typed``; all for an empty string."""
        wanted = loose(typed)
        return frozenset(
            entity for entity, names in self._names if any(wanted in name for name in names)
        )


def _names(entity: Entity) -> list[str]:
    return [
        entity.name_th,
        entity.name_en,
        entity.name_ru or "",
        *entity.other_th,
        *entity.other_en,
        *(variant.form for variant in entity.variants),
    ]
