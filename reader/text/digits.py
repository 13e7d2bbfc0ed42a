"""Thai and Arabic digits. One code point for one, so that offsets stay."""

from __future__ import annotations

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def thai_digits(text: object) -> str:
    """``text`` with Thai digits.

    >>> thai_digits(1917)
    '๑๙๑๗'
    """
    return str(text).translate(_TO_THAI)


def arabic_digits(text: object) -> str:
    """``text`` with Arabic digits."""
    return str(text).translate(_TO_ARABIC)


def digits(text: object, language: str) -> str:
    """``text`` with the digits that are usual in ``language``: Thai ones in ``"th"``."""
    return thai_digits(text) if language == "th" else str(text)
