"""XML written by hand: elements with attributes, text that comes back code point for code point."""

from __future__ import annotations

import re

# what XML 1.0 has no way to write
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(content: str) -> str:
    """``content`` as character data. A code point that XML cannot hold becomes U+FFFD."""
    safe = _IMPOSSIBLE.sub("\ufffd", content)
    safe = safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe.replace("\r", "&#13;")


def start(name: str, **attributes: str | None) -> str:
    """A start tag. ``xml_id`` is ``xml:id``, ``when_custom`` ``when-custom``; None is left out."""
    parts = [name]
    for key, value in attributes.items():
        if value is not None:
            shown = key.replace("xml_", "xml:").replace("_", "-").removesuffix("-")
            quoted = text(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
            parts.append(f'{shown}="{quoted}"')
    return f"<{' '.join(parts)}>"


def empty(name: str, **attributes: str | None) -> str:
    """An element without content."""
    return start(name, **attributes)[:-1] + "/>"


def element(name: str, content: str, **attributes: str | None) -> str:
    """An element with ``content`` as character data."""
    return f"{start(name, **attributes)}{text(content)}</{name}>"
