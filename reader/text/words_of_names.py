"""Word boundaries of a text with the words of its own names added to the dictionary's."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile("[\u0e01-\u0e4e]+")


def parts_of(names: Iterable[str]) -> list[str]:
    """The words that foreign names are made of, for a dictionary that lacks them."""
    found = {word for name in names for word in _WORD.findall(name)}
    return sorted(word for word in found if len(word) > 2)
