"""Headings and other words of our own in what is exported, in Thai and English."""

from __future__ import annotations

import json
from functools import cache

from reader import resources


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    with (resources.root() / "i18n" / "exports.json").open(encoding="utf-8") as file:
        loaded: dict[str, dict[str, str]] = json.load(file)
    return loaded


def label(key: str, language: str, **values: object) -> str:
    """The words for ``key`` in ``"th"`` or ``"en"``; KeyError if there are none."""
    return _catalogue()[key][language].format(**values)
