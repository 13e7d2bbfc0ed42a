"""Names from outside, made fit to be shown: nothing in them acts on what stands around them.

Control characters are shown by their code, and direction marks as well: one that a name opens
would turn the sentence after it. Nothing here is for the text of an article, which is verbatim.
"""

from __future__ import annotations

import re
import unicodedata

_ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_MARKS_IN_A_ROW = 4


def shown_name(name: str, longest: int = 300) -> str:
    """``name`` with codes in place of what acts, at most ``longest`` code points and an ellipsis.

    A name with letters written from right to left is isolated from its surroundings.

    >>> shown_name("a\\u202etxt.exe")
    'a\\\\u202Etxt.exe'
    """
    if name.isascii() and name.isprintable() and len(name) <= longest:
        return name
    cut = name[: longest * 2]
    plain = _without_towers(_ACTING.sub(_code, cut))
    if len(plain) > longest or len(name) > len(cut):
        plain = plain[:longest] + "…"
    if any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in plain):
        return f"{_FIRST_STRONG_ISOLATE}{plain}{_POP_ISOLATE}"
    return plain


def _code(found: re.Match[str]) -> str:
    point = ord(found.group())
    return f"\\u{point:04X}" if point < 0x10000 else f"\\U{point:08X}"


def _without_towers(text: str) -> str:
    """At most a few marks on one letter, and none on nothing."""
    kept: list[str] = []
    marks = 0
    for char in text:
        if unicodedata.category(char) in ("Mn", "Me"):
            if not kept or kept[-1] == " ":
                kept.append("\u25cc")
            marks += 1
            if marks > _MARKS_IN_A_ROW:
                continue
        else:
            marks = 0
        kept.append(char)
    return "".join(kept)
