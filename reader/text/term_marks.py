"""Marks around a name: quotation marks, Markdown's ``**name**``, ``_name_``, ``[name](address)``.

They are no part of the name. A reader looks for เลนิน, and elsewhere in the text the name stands
without them; a name with one quotation mark of the two would be a piece of neither.
"""

from __future__ import annotations

import re

SPACES = " \u00a0"
NEVER_INSIDE = frozenset('\r\n\u2029\t"“”„‘`«»()[]{}<>*_~…!?')  # a name
_LONGEST = 40  # code points of a name that its marks tell; longer ones may be whole sentences
_CLOSING = {
    "”": "“„”", "’": "‘’", "»": "«", '"': '"', "'": "'",
    "*": "*", "_": "_", "~": "~", "`": "`",
}  # fmt: skip
_LINK = re.compile(r"\]\([^()\r\n\u2029]*(?:\([^()\r\n\u2029]*\)[^()\r\n\u2029]*)?\)$")
_ADDRESS = re.compile(
    r"<?(?:[a-z][a-z0-9+.-]*:[^ \u00a0]|www\.|[#/]|\.{1,2}/"
    r"|[^ \u00a0]+\.[a-z][a-z0-9]{1,4}(?:$|[#?/ ]))"
)


def is_address(inner: str) -> bool:
    """Whether the text in a bracket is where a link of Markdown leads."""
    return _ADDRESS.match(inner) is not None


def before_marks(text: str, end: int) -> int:
    """Where a name ends that is followed by one mark or a link, then by ``end``; else ``end``."""
    if end and text[end - 1] in _CLOSING:
        return end - 1
    low = max(0, end - 300)
    link = _LINK.search(text[low:end]) if text.endswith(")", 0, end) else None
    if link and is_address(link.group()[2:]):
        return low + link.start()
    return end


def opened_at(text: str, end: int, floor: int) -> int | None:
    """Where a name begins that a mark at ``end`` closes: after the mark that opens it.

    None without such marks, and if they hold more than a name, or reach beyond ``floor``.
    """
    opening = "[" if text[end : end + 2] == "](" else _CLOSING.get(text[end : end + 1])
    if opening is None:
        return None
    for offset in range(end - 1, max(floor, end - _LONGEST - 1, 0) - 1, -1):
        if text[offset] in opening:
            start = offset + 1
            is_name = start < end and text[start] not in SPACES
            return start if is_name else None
        if text[offset] in NEVER_INSIDE:
            return None
    return None
