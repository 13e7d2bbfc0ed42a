"""A cleaned reading version of a text whose Thai was broken on its way, by copying from a PDF say.

The text itself stays as it is; this makes another beside it, with a map of offsets between them.
What is changed, and nothing else:

1. private signs of old Thai typefaces become the marks they stand for (ที่ with a lowered tone),
2. invisible signs (zero-width space, soft hyphen) go,
3. lines cut by a page's width are joined to paragraphs,
4. ํ and า become ำ, an า doubled behind it goes, two เ become แ,
5. marks over a letter come in the order of writing, each once,
6. spaces before a mark, before ะ า ำ and after a leading vowel go, several spaces become one,
7. า behind a consonant and a space becomes ำ, for the space is what is left of its ring (ท างาน
   was ทำงาน), unless the word list knows a word only with า (ก าร); after เ it stays. Where the
   only such spaces stand before tones, the commoner word is meant: ถ ้า was ถ้า, น ้า was น้ำ.

No letter or digit is ever added, dropped or exchanged besides these. Cleaning twice is cleaning
once. Spaces between two whole letters of a word stay: nothing shows that they were not meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reader.text.offset_map import OffsetMap

_PRIVATE = {
    "\uf700": "ฐ", "\uf70f": "ญ",
    "\uf701": "ิ", "\uf702": "ี", "\uf703": "ึ", "\uf704": "ื", "\uf710": "ั", "\uf712": "็",
    "\uf705": "่", "\uf706": "้", "\uf707": "๊", "\uf708": "๋", "\uf709": "์",
    "\uf70a": "่", "\uf70b": "้", "\uf70c": "๊", "\uf70d": "๋", "\uf70e": "์", "\uf711": "ํ",
    "\uf713": "่", "\uf714": "้", "\uf715": "๊", "\uf716": "๋", "\uf717": "์",
    "\uf718": "ุ", "\uf719": "ู", "\uf71a": "ฺ",
}  # fmt: skip
_FROM_PRIVATE = str.maketrans(_PRIVATE)
_UNSEEN = "[\u200b\u00ad\ufeff\u200c\u200d\u2060]"
_INVISIBLE = re.compile(f"(?<!{_UNSEEN})(?!^\ufeff){_UNSEEN}++(?=[ก-๛])|\u200b|\u00ad|(?<!^)\ufeff")

_MARKS = "ัิ-ฺ็-๎"
_TONES = "่้๊๋"
_ENDERS = "์๎"  # stand after every other mark
_SPACE = "[ \u00a0]*"
# what hangs on a consonant; only where there is something to mend is it looked at closely
_TAIL = re.compile(
    f"(?<=[ก-ฮ])(?:{_SPACE}[{_MARKS}])*+"
    f"(?:{_SPACE}[ะาำ](?:{_SPACE}[{_TONES}])*+(?:า++(?!{_SPACE}[{_TONES}]))?+)?+"
)
_SOUND = re.compile("[ัิ-ู็]?[่-๋]?์?[ะาำ]?")
_RING_LOST = re.compile(f"[{_TONES}]*+[ \u00a0][ \u00a0{_TONES}]*+า[ \u00a0{_TONES}]*+")
_TONE_SPACED = re.compile(f"[ \u00a0]+[{_TONES}]+า")  # a mark's space rather than the ring's
_MARK_SPACED = re.compile(f"(?<=[ก-ฮ{_MARKS}])[ \u00a0]+[{_MARKS}]++(?!{_SPACE}า)")
_DOUBLE_E = re.compile("เเ")
_AFTER_LEADING = re.compile("(?<=[เแโใไ])[ \u00a0]+(?=[ก-ฮ])")
_SPACES = re.compile("(?<=[^\\s])(?:  +|[ \u00a0]{2,})(?=[^\\s])")

_LINE_END = re.compile("\r\n|[\r\n\u2029]")
_NO_LETTERS = re.compile(r"\W+")
_ITEM = re.compile(
    r"[ \u00a0]{2,}|\t|[ \u00a0]?(?:[-–—•*·▪◦]|[(\[]?[0-9๐-๙ก-ฮ]{1,3}[.)\]])[ \u00a0\t]"
)
_WIDEST_LINE = 150  # letters: a longer line was never cut by a page's width
_NARROWEST_LINE = 20
_FULL = 0.7  # of the widest line: the rest is what the next word would not fit into
_FEWEST_JOINS = 3

_SIGNS = re.compile(
    f"[\uf700-\uf71a]|ํ[{_TONES}]?า|[{_TONES}][ัิ-ู]|ำ[{_TONES}า]|([{_MARKS}])\\1"
    f"|(?<=[ก-ฮ]) [{_MARKS}าำ]|(?<=[ก-ฮ])[{_TONES}] [าำ]|[เแโใไ] (?=[ก-ฮ])|เเ"
)
_LOOKED_AT = 200_000  # code points
_FEWEST_SIGNS = 3


class Cleaned(NamedTuple):
    """A cleaned text and its way back.

    maps: from the verbatim text step by step to the cleaned one.
    """

    text: str
    maps: Sequence[OffsetMap]

    def to_cleaned(self, offset: int) -> int:
        """Where ``offset`` of the verbatim text lies in the cleaned one."""
        for step in self.maps:
            offset = step.forward(offset)
        return offset

    def to_verbatim(self, offset: int) -> int:
        """Where ``offset`` of the cleaned text lies in the verbatim one."""
        for step in reversed(self.maps):
            offset = step.back(offset)
        return offset


def looks_broken(text: str) -> bool:
    """Whether ``text`` bears the signs of a broken copy: worth an offer to clean it."""
    sample = text[:_LOOKED_AT]
    enough = _FEWEST_SIGNS + len(sample) // 4000
    found = _SIGNS.finditer(sample)
    return all(next(found, None) for _ in range(enough)) or bool(_joins(sample))


def clean(text: str) -> Cleaned:
    """The cleaned reading version of ``text``."""
    maps = []
    text = text.translate(_FROM_PRIVATE)
    steps: list[Callable[[str], list[_Edit]]] = [
        lambda text: _found(_INVISIBLE, text, lambda _: ""),
        _joins,
        lambda text: _found(_DOUBLE_E, text, lambda _: "แ"),
        lambda text: _found(_AFTER_LEADING, text, lambda _: ""),
        _tails,
        lambda text: _found(_SPACES, text, lambda _: " "),
    ]
    for step in steps:
        edits = step(text)
        if edits:
            text = _edited(text, edits)
            maps.append(OffsetMap((start, end, len(new)) for start, end, new in edits))
    return Cleaned(text, maps)


_Edit = tuple[int, int, str]


def _found(pattern: re.Pattern[str], text: str, new: Callable[[str], str]) -> list[_Edit]:
    """An edit for every match that changes."""
    edits = []
    for found in pattern.finditer(text):
        old = found.group()
        if len(old) > 1 or old in _ALWAYS:
            changed = new(old)
            if changed != old:
                edits.append((found.start(), found.end(), changed))
    return edits


_ALWAYS = "\u200b\u00ad\ufeff\u200c\u200d\u2060 \u00a0"


def _edited(text: str, edits: list[_Edit]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, new in edits:
        parts += (text[done:start], new)
        done = end
    parts.append(text[done:])
    return "".join(parts)


def _mended_tail(tail: str) -> str:
    """What hangs on one consonant, in the order of writing and each mark once."""
    if _SOUND.fullmatch(tail):
        return tail
    plain = tail.replace(" ", "").replace("\u00a0", "")
    following = next((char for char in plain if char in "ะาำ"), "")
    before, _, after = plain.partition(following) if following else (plain, "", "")
    tones = after.rstrip("า")
    doubled = after[len(tones) :]
    marks = before + tones
    if "ํ" in marks and following in ("า", "ำ"):
        marks, following = marks.replace("ํ", ""), "ำ"
    elif doubled and _RING_LOST.fullmatch(tail.rstrip("า") + "า"):
        following = "ำ"
    if following == "ำ":
        doubled = ""
    ordered = sorted(marks, key=lambda mark: 2 if mark in _ENDERS else mark in _TONES)
    once = [mark for n, mark in enumerate(ordered) if n == 0 or mark != ordered[n - 1]]
    return "".join(once) + following + doubled


def _tails(text: str) -> list[_Edit]:
    """What hangs on consonants mended, ำ where a space is left of its ring."""
    edits = _found(_TAIL, text, _mended_tail)
    lost = [
        number
        for number, (start, end, _) in enumerate(edits)
        if _RING_LOST.fullmatch(text, start, end) and text[start - 2 : start - 1] != "เ"
    ]
    if not lost:
        return edits
    spaced = [number for number in lost if _TONE_SPACED.fullmatch(text, *edits[number][:2])]
    # where spaces stand before all kinds of marks, one before a tone tells nothing of a ring
    unlikely = set(spaced if _is_spaced_out(text, len(spaced)) else ())
    for number in lost:
        start, end, new = edits[number]
        edits[number] = start, end, new.replace("า", "ำ")
    ringed = _edited(text, edits)
    places = {}
    shift = 0
    rings = set(lost)
    for number, (start, end, new) in enumerate(edits):
        if number in rings:
            places[start + shift + len(new) - 1] = number
        shift += len(new) - (end - start)
    from reader.text.lost_nikhahit import LostNikhahit

    judge = LostNikhahit()
    plain = judge.plain(ringed, places, {at for at, n in places.items() if n in unlikely})
    kept = places.keys() - plain
    if kept and all(places[at] in spaced for at in kept):  # nothing else tells of lost rings
        plain |= judge.commoner_plain(ringed, kept)
    for at in plain:
        start, end, new = edits[places[at]]
        edits[places[at]] = start, end, new.replace("ำ", "า")
    return edits


def _is_spaced_out(text: str, more_than: int) -> bool:
    """Whether spaces stand before more marks than ``more_than``, า aside."""
    if not more_than:
        return False
    found = _MARK_SPACED.finditer(text)
    return all(next(found, None) for _ in range(more_than + 1))


# Lines cut by a page's width


def _measure(line: str) -> int:
    """How many letters a line has, counted so that cleaning changes nothing about it."""
    return len(_NO_LETTERS.sub("", line)) - line.count("เเ")


def _joins(text: str) -> list[_Edit]:
    """The line ends inside paragraphs, if the text is one that a page's width has cut.

    It is, if no line is wide, a good part of them nearly as wide as the widest, and joining makes
    a paragraph wider than any such page. Hence what was joined is never joined again.
    """
    lines = list(_lines(text))
    if len(lines) <= _FEWEST_JOINS:
        return []
    widths = [_measure(text[start:end]) for start, end in lines]
    widest = max(widths)
    if not _NARROWEST_LINE <= widest <= _WIDEST_LINE:
        return []
    edits: list[_Edit] = []
    joined = widths[0]
    longest = 0
    for number, (start, end) in enumerate(lines[1:], 1):
        before = number - 1
        if (
            widths[before] >= _FULL * widest
            and widths[number]
            and not _ITEM.match(text, start, end)
        ):
            edits.append(_join(text, lines[before][1], start))
            joined += widths[number]
        else:
            joined = widths[number]
        longest = max(longest, joined)
    filled = sum(1 for width in widths if width)
    if longest <= _WIDEST_LINE or len(edits) < max(_FEWEST_JOINS, 0.3 * filled):
        return []
    return edits


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _LINE_END.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _join(text: str, end: int, start: int) -> _Edit:
    """What stands in place of the line end from ``end`` to ``start``: a space between Latin words.

    Thai words join; where the page's line ended in a space, that stays.
    """
    before, after = text[end - 1 : end], text[start : start + 1]
    is_parted = before in " \u00a0\t-‐‑–" or after in " \u00a0\t"
    latin = before < "\u0e00" and after < "\u0e00"
    return end, start, " " if latin and not is_parted else ""
