"""Who and where in a text that nobody has prepared: names with glosses, and names a model finds.

A name with a gloss is certain; its other mentions (a surname, a name without its พรรค) are looked
for in the whole text. What the model takes for a name counts if something else speaks for it too: a
title or a กรุง before it, a list of names, its being found again. Spellings of one name are put
together. All of it is a proposal that the reader may correct.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.text.article import Span
from reader.text.glosses import gloss_text, plain_letters
from reader.text.headword import find_headword
from reader.text.mentions import find_mentions
from reader.text.name_candidates import Candidate, forms_of, is_start, is_thai
from reader.text.name_kinds import KINDS, head_kind, kind_before
from reader.text.sound import unlikeness
from reader.text.spelling import may_be_one, spellings_in
from reader.text.term_words import term_words
from reader.text.terms import GlossedName

_SHORTEST = 3  # code points of a form
_TOO_SHORT_FOR_ONCE = 5  # code points of a form that the model alone has found once
_SAFE = 6  # code points of a form that need not end at word boundaries
_SOUNDS_LIKE = 0.35
_PARTICLES = frozenset(("ฟอน", "เดอ", "ดี", "ดา", "ดู", "แดร์", "แวน", "ฟาน", "เดล", "ลา"))


class FoundName(NamedTuple):
    """A name found in a text.

    name: as the text first prints it in full. foreign: from its gloss, "" without one. forms: all
    printed spellings, the name first. mentions: where they stand, in order. is_glossed: whether a
    gloss speaks for it rather than the model alone.
    """

    id: str
    kind: str
    name: str
    foreign: str
    forms: tuple[str, ...]
    mentions: Sequence[Span]
    is_glossed: bool


@dataclass
class _Name:
    kind: str
    name: str
    foreign: str
    start: int
    is_glossed: bool
    forms: dict[str, None] = field(default_factory=dict)


def find_names(
    text: str,
    word_starts: Sequence[int],
    glossed: Iterable[GlossedName],
    candidates: Iterable[Candidate] = (),
    listed: Collection[str] = (),
) -> list[FoundName]:
    """The names of ``text``, most mentioned first in each kind.

    glossed: names with glosses. candidates: the model's. listed: names known from elsewhere.
    """
    starts = word_starts
    names = _glossed_names(text, glossed)
    _add_short_forms(text, names)
    _add_spellings(text, names, starts)
    before = len(names)
    _add_candidates(text, names, list(candidates), listed, starts)
    _add_spellings(text, names[before:], starts)
    return _placed(text, names, starts)


def _glossed_names(text: str, glossed: Iterable[GlossedName]) -> list[_Name]:
    names: list[_Name] = []
    by_key: dict[tuple[str, str], _Name] = {}
    headword = find_headword(text)
    if headword is not None:
        printed = text[headword.thai.start : headword.thai.end]
        kind = "person" if headword.surname else _kind(text, headword.thai.start, printed, "")
        names.append(_Name(kind, printed, headword.foreign, headword.thai.start, True))
        names[0].forms[printed] = None
    for one in glossed:
        printed = text[one.start : one.end]
        said = gloss_text(text[one.gloss_start : one.gloss_end])
        if len(printed) < _SHORTEST:
            continue
        foreign = said.names[0]
        has_life = said.years is not None and said.years[1] is not None
        kind = "person" if has_life else _kind(text, one.start, printed, foreign)
        if has_life and head_kind(printed):
            kind = head_kind(printed)
        key = (kind, plain_letters(foreign))
        same = by_key.get(key) if foreign else None  # years alone are no one's name
        name = same or next((n for n in names if printed in n.forms), None)
        if name is None:
            name = _Name(kind, printed, foreign, one.start, True)
            names.append(name)
        by_key[key] = name
        name.forms.setdefault(printed)
    return names


def _kind(text: str, start: int, printed: str, foreign: str) -> str:
    """What a name is: by its head, by what stands before it, by its gloss."""
    head = head_kind(printed)
    if head:
        return head
    before = kind_before(text, start)
    if before:
        return before
    if printed.startswith(("การ", "ความ")):
        return "event" if printed.startswith("การ") else "concept"
    latin = foreign.split()
    if len(latin) > 1 and latin[0][:1].isupper() and unlikeness(printed, foreign) < _SOUNDS_LIKE:
        return "person"
    if foreign and unlikeness(printed, foreign) < _SOUNDS_LIKE:
        return "person" if "ที่ " in printed else "place"
    return "concept"


def _add_short_forms(text: str, names: list[_Name]) -> None:
    """Surnames and names without their class word, where they can mean one name only."""
    short: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        for form in (*name.forms,):
            for other in _short_forms(name, form):
                if name not in short[other]:
                    short[other].append(name)
    taken = {form for name in names for form in name.forms}
    for form, owners in short.items():
        if len(owners) == 1 and form not in taken:
            owners[0].forms[form] = None


def _add_spellings(text: str, names: list[_Name], starts: Sequence[int]) -> None:
    """Other spellings of words that a gloss vouches for."""
    taken = {form for name in names for form in name.forms}
    is_edge = _edges_of(text, starts)
    for name in names:
        if name.kind not in ("person", "place"):
            continue
        own = [form.split(" ")[-1] for form in name.forms if "ที่" not in form]
        for form in dict.fromkeys(own):
            for other in sorted(spellings_in(text, form) - taken):
                at = text.find(other)
                if is_edge(at, at + len(other)):
                    name.forms[other] = None
                    taken.add(other)


def _short_forms(name: _Name, form: str) -> Iterable[str]:
    if name.kind == "person":
        parts = form.split(" ")
        if "ที่" in form or len(parts) < 2:
            return
        if len(parts[-1]) >= _SHORTEST and not parts[-1].startswith("("):
            yield parts[-1]
            if parts[-2] in _PARTICLES:
                yield " ".join(parts[-2:])
    elif name.kind == "organisation":
        words = term_words()
        for size in range(min(words.longest, len(form) - _SHORTEST), 2, -1):
            if form[:size] in words.heads:
                rest = form[size:].strip()
                if unlikeness(rest, name.foreign) < _SOUNDS_LIKE and "ก" <= rest[:1] <= "ไ":
                    yield rest
                return


def _add_candidates(
    text: str,
    names: list[_Name],
    candidates: Sequence[Candidate],
    listed: Collection[str],
    starts: Sequence[int],
) -> None:
    taken = {form: name for name in names for form in name.forms}
    with_gloss = [
        name.name for name in names if name.is_glossed and name.kind in ("place", "person")
    ]
    counted: Counter[tuple[str, str]] = Counter()
    supported: set[str] = set()
    first: dict[str, int] = {}
    for start, form, kind in forms_of(text, candidates, listed, starts):
        if form in taken or any(one in form for one in with_gloss):
            continue
        before = kind_before(text, start)
        counted[form, kind if kind == "place" else before or kind] += 1
        first.setdefault(form, start)
        if before in ("person", "place") or form in listed:
            supported.add(form)
    lands = term_words().places
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for (form, kind), count in counted.items():
        kinds[form][kind] += count
    placed = [form for form in kinds if head_kind(form) == "place"]
    for form in sorted(kinds, key=lambda one: first[one]):
        kind, count = kinds[form].most_common(1)[0]
        if count < 2 and (form not in supported or len(form) < _TOO_SHORT_FOR_ONCE):
            continue
        if kinds[form]["place"] or any(one.endswith(form) for one in placed):
            kind = "place"
        kind = "place" if form in lands else head_kind(form) or kind
        same = next(
            (name for name in names if name.kind == kind and _is_spelling_of(form, name)), None
        )
        if same is None:
            same = _Name(kind, form, "", first[form], False)
            names.append(same)
        same.forms.setdefault(form)
        taken[form] = same


def _is_spelling_of(form: str, name: _Name) -> bool:
    return any(may_be_one(form, other) for other in name.forms)


def _placed(text: str, names: list[_Name], starts: Sequence[int]) -> list[FoundName]:
    """The names with their mentions in the text; those without any are dropped."""
    forms: dict[str, str] = {}
    for number, name in enumerate(names):
        for form in name.forms:
            forms.setdefault(form, str(number))
    mentions: dict[int, list[Span]] = defaultdict(list)
    is_edge = _edges_of(text, starts)
    for mention in find_mentions(text, forms):
        if is_edge(mention.start, mention.end):
            mentions[int(mention.entity)].append(Span(mention.start, mention.end))
    found = []
    used: Counter[str] = Counter()
    for number, name in enumerate(names):
        spans = mentions.get(number)
        if not spans:
            continue
        printed = {text[span.start : span.end] for span in spans}
        kept = tuple(form for form in name.forms if form in printed or form == name.name)
        base = f"found:{name.kind}:{name.name}"
        used[base] += 1
        identity = base if used[base] == 1 else f"{base}:{used[base]}"
        found.append(
            FoundName(
                identity, name.kind, name.name, name.foreign, kept, tuple(spans), name.is_glossed
            )
        )
    found.sort(key=lambda one: (KINDS.index(one.kind), -len(one.mentions), one.mentions[0].start))
    return found


def _edges_of(text: str, starts: Sequence[int]) -> Callable[[int, int], bool]:
    """Whether a stretch is a word, or words; ``starts`` ascending."""

    def is_edge(start: int, end: int) -> bool:
        if not starts:
            return True
        begins = not is_thai(text, start - 1) or is_start(text, start, starts)
        ends = not is_thai(text, end) or is_start(text, end, starts)
        if begins and ends:
            return True
        if end - start >= _SAFE and (begins or ends):
            return True
        # words that the dictionary has joined: the name fills most of what lies between edges
        left = starts[max(0, bisect_left(starts, start + 1) - 1)]
        return end - start >= _SAFE + 2 and start - left <= 4

    return is_edge
