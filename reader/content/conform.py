"""Whether data from outside is what our records say they hold.

Named tuples built from JSON take whatever stands there; this walks them by their type hints, so
that nothing of another kind reaches the window. A list may stand for a tuple.
"""

from __future__ import annotations

import math
import types
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

_ACTING = frozenset(
    [*map(chr, range(0x00, 0x20)), *map(chr, range(0x7F, 0xA0)),
     "\u061c", "\u200e", "\u200f", "\u2028", "\u2029",
     *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2060, 0x2070))]
)  # fmt: skip
_NEUTRAL = dict.fromkeys(map(ord, _ACTING), "\ufffd")


def neutral(text: str) -> str:
    """``text`` with U+FFFD in place of every character that would act on what stands around it.

    Control characters and direction marks; as long as before, so that offsets hold.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_NEUTRAL)


def neutral_data(value: Any) -> Any:
    """JSON data with every text of it :func:`neutral`. Raises ValueError for half a surrogate."""
    if isinstance(value, str):
        value.encode("utf-8")  # UnicodeEncodeError is a ValueError
        return neutral(value)
    if isinstance(value, list):
        if value and type(value[0]) is int and all(type(item) is int for item in value):
            return value
        return [neutral_data(item) for item in value]
    if isinstance(value, dict):
        return {neutral_data(key): neutral_data(item) for key, item in value.items()}
    return value


def conforms(value: object, hint: Any) -> bool:
    """Whether ``value`` is what the type ``hint`` says, down to the last field.

    >>> conforms([1, 2], Sequence[int]), conforms([1, "2"], Sequence[int])
    (True, False)
    """
    return _check(hint)(value)


@cache
def _check(hint: Any) -> Callable[[object], bool]:
    origin, of = get_origin(hint), get_args(hint)
    if hint is None or hint is type(None):
        return lambda value: value is None
    if origin in (Union, types.UnionType):
        options = [_check(option) for option in of]
        return lambda value: any(option(value) for option in options)
    if hint is float:
        return lambda value: type(value) in (int, float) and _is_finite(value)
    if hint in (int, str, bool):
        return lambda value: type(value) is hint
    if hint is object or hint is Any:
        return lambda value: True
    if isinstance(hint, type) and issubclass(hint, tuple) and hasattr(hint, "_fields"):
        fields = [_check(field) for field in get_type_hints(hint).values()]
        return lambda value: (
            isinstance(value, hint)
            and len(value) == len(fields)
            and all(field(item) for field, item in zip(fields, value, strict=True))
        )
    if origin is tuple and len(of) == 2 and of[1] is Ellipsis:
        return _each(of[0])
    if origin is tuple:
        parts = [_check(part) for part in of]
        return lambda value: (
            isinstance(value, (list, tuple))
            and len(value) == len(parts)
            and all(part(item) for part, item in zip(parts, value, strict=True))
        )
    if origin in (Sequence, list):
        return _each(of[0])
    if origin in (dict, Mapping):
        key, item = map(_check, of)
        return lambda value: (
            isinstance(value, dict) and all(key(k) and item(v) for k, v in value.items())
        )
    raise TypeError(hint)


def _each(hint: Any) -> Callable[[object], bool]:
    check = _check(hint)
    if hint is int:
        return lambda value: (
            isinstance(value, (list, tuple)) and all(type(item) is int for item in value)
        )
    return lambda value: isinstance(value, (list, tuple)) and all(check(item) for item in value)


def _is_finite(value: Any) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:
        return False
