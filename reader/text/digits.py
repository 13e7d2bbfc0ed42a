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


_in_thai = "thai"


def use_digits(kind: str) -> None:
    """Write Thai with ``"thai"`` or ``"arabic"`` digits from now on, as a locale is set."""
    global _in_thai
    _in_thai = kind


def digits(text: object, language: str) -> str:
    """``text`` with the digits of ``language``: in ``"th"`` Thai ones, unless set otherwise."""
    return thai_digits(text) if language == "th" and _in_thai == "thai" else str(text)


def as_set(text: str) -> str:
    """Words of our own, Thai or not, with the digits that Thai is set to have."""
    return arabic_digits(text) if _in_thai == "arabic" else text
