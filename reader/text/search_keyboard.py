"""Words typed with the keyboard in the other language: «g]obo» for «เลนิน»."""

from __future__ import annotations

import json
import re
from functools import cache

from reader import resources

_THAI = re.compile("[\u0e01-\u0e5b]")


def in_other_layout(words: str) -> str:
    """What the same keys give in the other language, Kedmanee for Thai; "" where that says nothing.

    >>> in_other_layout("g]obo")
    'เลนิน'
    """
    to_thai, to_latin = _tables()
    changed = words.translate(to_latin if _THAI.search(words) else to_thai)
    return "" if changed == words else changed


@cache
def _tables() -> tuple[dict[int, str], dict[int, str]]:
    data = json.loads((resources.root() / "thai" / "keyboard.json").read_text(encoding="utf-8"))
    pairs = list(zip(map(ord, data["latin"]), map(ord, data["thai"]), strict=True))
    return (
        {latin: chr(thai) for latin, thai in pairs},
        {thai: chr(latin) for latin, thai in reversed(pairs)},
    )
