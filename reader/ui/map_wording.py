"""In which languages names stand on the map."""

from __future__ import annotations

from typing import NamedTuple

from reader.content.city_map import Branch, Feature, MapPlace


class Wording(NamedTuple):
    """language: of the names, ``"th"`` or ``"en"``. second: of a second name below each, ``"th"``,
    ``"en"``, ``"ru"`` or ``""`` for none.

    >>> Wording("en", "ru").of_ground(Feature("canal", "moika", "", "Moika", "Мойка", ()))
    'Moika\\nМойка'
    """

    language: str = "th"
    second: str = ""

    def of_place(self, place: MapPlace) -> str:
        """The short names of a place, one a line."""
        return self._joined(
            {
                "th": place.label_th or place.name_th,
                "en": place.label_en or place.name_en,
                "ru": place.name_ru,
            }
        )

    def of_ground(self, named: Feature | Branch) -> str:
        """The names of something that is no place, one a line; "" if it has none."""
        names = {"th": named.name_th, "en": named.name_en, "ru": named.name_ru}
        return self._joined(names) if names[self.language] else ""

    def _joined(self, names: dict[str, str]) -> str:
        first, second = names[self.language], names.get(self.second, "")
        return f"{first}\n{second}" if second and second != first else first
