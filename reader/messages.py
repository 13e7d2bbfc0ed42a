"""Sentences for faults, in the reader's language.

>>> sentence("file-missing", "en", file="a.txt")
'The file “a.txt” cannot be found. Check its name and folder, then open it again.'
"""

from __future__ import annotations

import json
from functools import cache

from reader import resources
from reader.errors import ReaderError


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    with (resources.root() / "i18n" / "messages.json").open(encoding="utf-8") as file:
        loaded: dict[str, dict[str, str]] = json.load(file)
    return loaded


def sentence(key: str, language: str, **values: object) -> str:
    """One sentence for ``key`` in ``"th"`` or ``"en"``; KeyError if there is none."""
    return _catalogue()[key][language].format(**values)


def sentence_for(error: ReaderError, language: str) -> str:
    """The sentence that tells ``error`` to the reader."""
    return sentence(error.key, language, **error.values)
