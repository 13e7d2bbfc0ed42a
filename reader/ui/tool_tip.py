"""Tool tips show words as they are: Qt would take what looks like HTML for it."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """``text`` for a tool tip, with every sign in it shown."""
    return f"<span>{escape(text, quote=False)}</span>" if "<" in text else text
