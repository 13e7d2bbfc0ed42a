"""The headword of an entry: ``Surname, Given (1850-1912)``, the Thai name and พ.ศ. years below.

::

    Garibaldi, Giuseppe (1807-1882)
    จูเซปเป การีบัลดี (๒๓๕๐-๒๔๒๕)
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.text.article import Span
from reader.text.digits import arabic_digits

_SEARCHED = 2000  # code points: a headword stands at the head
_YEARS = r"[(\[](?P<years>(?:[คพ]\.ศ\. ?)?[0-9๐-๙]{3,4}(?: ?[-–—] ?(?:[0-9๐-๙]{3,4})?)?)[)\]]"
_BREAK = r"(?:\r\n|[\r\n\u2029])"
_FOREIGN = r"(?P<name>[A-Z\u00c0-\u00de][^\r\n\u2029()\[\]\u0e00-\u0e7f]{1,120}?)"
_THAI = r"(?P<thai>[^\r\n\u2029()\[\]]{1,120}?)"
_HEADWORD = re.compile(
    rf"(?:^|(?<=[\r\n\u2029]))[ \ufeff]*{_FOREIGN}[ \u00a0]*(?:{_YEARS})?[ \u00a0]*{_BREAK}+"
    rf"[ \u00a0]*{_THAI}[ \u00a0]*(?:{_YEARS.replace('years', 'be')})?[ \u00a0]*(?={_BREAK}|$)"
)


class Headword(NamedTuple):
    """A headword. thai: the span of the Thai name. foreign: in the order it is spoken.

    ce, be: first and last year in the common and the Buddhist era, as printed; None where not.
    """

    thai: Span
    foreign: str
    surname: str | None
    ce: tuple[int, int | None] | None
    be: tuple[int, int | None] | None


def find_headword(text: str) -> Headword | None:
    """The headword at the head of ``text``, None if it has none."""
    found = _HEADWORD.search(text[:_SEARCHED])
    if found is None or not re.match("[\u0e01-\u0e4e]", found["thai"]):
        return None
    if not found["years"] and not found["be"]:
        return None
    surname, comma, given = found["name"].strip().partition(",")
    foreign = f"{given.strip()} {surname.strip()}" if comma else surname.strip()
    return Headword(
        Span(*found.span("thai")),
        foreign,
        surname.strip() if comma else None,
        _years(found["years"]),
        _years(found["be"]),
    )


def _years(printed: str | None) -> tuple[int, int | None] | None:
    if not printed:
        return None
    numbers = [int(number) for number in re.findall("[0-9]{3,4}", arabic_digits(printed))]
    return numbers[0], numbers[1] if len(numbers) > 1 else None
