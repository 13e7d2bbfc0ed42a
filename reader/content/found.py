"""Names found by the program itself, as knowledge: entities and mentions like those of a package.

Their ids begin with ``found:``. What the reader has corrected is applied to what was found, deed by
deed, so that a later analysis of the same text gives what he left.
"""

from __future__ import annotations

import dataclasses
import heapq
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reader.content.conform import neutral
from reader.content.knowledge import Knowledge
from reader.content.model import CATEGORIES, FOUND, Entity, Variant, is_found
from reader.text.article import Span
from reader.text.columns import Columns
from reader.text.folding import loose
from reader.text.glosses import plain_letters
from reader.text.mentions import Mention
from reader.text.names_found import FoundName

Deed = Mapping[str, str]
"""``deed``: ``rename``, ``kind``, ``merge``, ``split`` or ``drop``. ``name``: the id it is done to.
``to``: the new name, the category, the id merged into, or the form split off."""


def names_of_rows(rows: Iterable[Sequence[object]]) -> list[FoundName]:
    """Names as the worker tells them. Raises ValueError, TypeError for anything else."""
    names = []
    for identity, kind, name, foreign, forms, mentions, is_glossed in rows:
        if kind not in CATEGORIES or not isinstance(forms, list) or not isinstance(mentions, list):
            raise ValueError(kind)
        names.append(
            FoundName(
                str(identity),
                str(kind),
                str(name),
                str(foreign),
                tuple(map(str, forms)),
                _compact((int(start), int(end)) for start, end in mentions),
                bool(is_glossed),
            )
        )
    return names


def _compact(spans: Iterable[tuple[int, int]]) -> Sequence[Span]:
    starts, ends = array("I"), array("I")
    for start, end in spans:
        starts.append(start)
        ends.append(end)
    return Columns(Span, starts, ends)


def with_names(knowledge: Knowledge, names: Iterable[FoundName]) -> Knowledge:
    """``knowledge`` with ``names`` as entities and mentions in place of those found before."""
    kept = {key: one for key, one in knowledge.entities.items() if not is_found(key)}
    parts: list[Iterable[Mention]] = [
        (mention for mention in knowledge.mentions if not is_found(mention.entity))
    ]
    for name in names:
        kept[name.id] = Entity(
            name.id,
            name.kind,
            neutral(name.name),
            neutral(name.foreign),
            None,
            (),
            (),
            tuple(Variant(form, False) for form in name.forms),
        )
        parts.append(_mentions_of(name))
    starts, ends = array("I"), array("I")
    entities: list[str] = []
    starred = {(term.start, term.end) for term in knowledge.terms}
    owner = {}
    for start, end, entity in heapq.merge(*parts):
        starts.append(start)
        ends.append(end)
        entities.append(entity)
        if (start, end) in starred:
            owner[start, end] = entity
    mentions = Columns(Mention, starts, ends, entities)
    terms = [term._replace(entity=owner.get((term.start, term.end))) for term in knowledge.terms]
    return dataclasses.replace(knowledge, entities=kept, mentions=mentions, terms=terms)


def _mentions_of(name: FoundName) -> Iterator[Mention]:
    for start, end in name.mentions:
        yield Mention(start, end, name.id)


def corrected(text: str, names: Sequence[FoundName], deeds: Iterable[Deed]) -> list[FoundName]:
    """``names`` as the reader has corrected them; a deed about a name that is not there is none."""
    by_id = {name.id: name for name in names}
    for deed in deeds:
        act = _DEEDS.get(deed.get("deed", ""))
        if act is not None and deed.get("name") in by_id:
            act(text, by_id, deed["name"], deed.get("to", ""))
    found = [name for name in by_id.values() if name.mentions]
    found.sort(
        key=lambda one: (CATEGORIES.index(one.kind), -len(one.mentions), one.mentions[0].start)
    )
    return found


_Names = dict[str, FoundName]


def _rename(_text: str, names: _Names, name: str, to: str) -> None:
    if to.strip():
        names[name] = names[name]._replace(name=to.strip())


def _set_kind(_text: str, names: _Names, name: str, to: str) -> None:
    if to in CATEGORIES:
        names[name] = names[name]._replace(kind=to)


def _merge(_text: str, names: _Names, name: str, to: str) -> None:
    if to not in names or to == name:
        return
    one, into = names.pop(name), names[to]
    names[to] = into._replace(
        foreign=into.foreign or one.foreign,
        forms=tuple(dict.fromkeys((*into.forms, *one.forms))),
        mentions=_compact(heapq.merge(into.mentions, one.mentions)),
        is_glossed=into.is_glossed or one.is_glossed,
    )


def _split(text: str, names: _Names, name: str, to: str) -> None:
    whole = names[name]
    if to not in whole.forms or len(whole.forms) < 2:
        return
    apart = _compact(span for span in whole.mentions if text[span.start : span.end] == to)
    left = _compact(span for span in whole.mentions if text[span.start : span.end] != to)
    if not apart or not left:
        return
    forms = tuple(form for form in whole.forms if form != to)
    kept = whole.name if whole.name != to else forms[0]
    names[name] = whole._replace(forms=forms, mentions=left, name=kept)
    split = f"{FOUND}split:{to}"
    if split not in names:
        names[split] = FoundName(split, whole.kind, to, "", (to,), apart, False)


def _drop(_text: str, names: _Names, name: str, _to: str) -> None:
    del names[name]


_DEEDS: dict[str, Callable[[str, _Names, str, str], None]] = {
    "rename": _rename,
    "kind": _set_kind,
    "merge": _merge,
    "split": _split,
    "drop": _drop,
}


class KnownNames:
    """The names that installed packages tell, to give a found name its card."""

    def __init__(self, packages: Iterable[Knowledge]) -> None:
        self._by_form: dict[str, list[tuple[Knowledge, Entity]]] = {}
        for known in packages:
            for entity in known.entities.values():
                forms = {entity.name_th, *entity.other_th, *(v.form for v in entity.variants)}
                keys = {loose(form) for form in forms if form}
                english = (entity.name_en, *entity.other_en)
                keys |= {plain_letters(name) for name in english if name}
                for key in keys:
                    self._by_form.setdefault(key, []).append((known, entity))

    def find(self, entity: Entity) -> tuple[Knowledge, Entity] | None:
        """The package and its entity that ``entity`` is; None for a name nobody knows.

        The foreign name tells, or else the Thai name in full; of two that would do, neither.
        """
        keys = [plain_letters(entity.name_en)] if entity.name_en else []
        for key in (*keys, loose(entity.name_th)):
            found = self._by_form.get(key, [])
            same = {(id(known), one.id): (known, one) for known, one in found}
            if len(same) == 1:
                return next(iter(same.values()))
        return None


def known_names(packages: Iterable[Knowledge]) -> KnownNames:
    """The names that ``packages`` tell."""
    return KnownNames(packages)
