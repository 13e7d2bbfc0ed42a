"""What in a text can be opened: names, starred terms, dates; which are drawn as links."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.content.knowledge import Knowledge, without_package
from reader.text.article import Article
from reader.text.columns import Columns, Picked
from reader.text.terms import Term
from reader.ui.subject import Subject

_NAMES = ("entity", "term")
_NONE = array("I")


class Target(NamedTuple):
    """What a pointer or a key can open: code points ``start`` to ``end``, gloss and star included.

    name_end: where the name itself ends. subject: what its card is about.
    """

    start: int
    end: int
    name_end: int
    subject: Subject

    @property
    def entity(self) -> str | None:
        """The id of the entity it names, if it names a known one."""
        return self.subject.key if self.subject.kind == "entity" else None


class Targets:
    """The targets of one text, in its order.

    all: everything that answers the pointer. stars, links: what is drawn as a link, for its star or
    as the first mention of a name in a paragraph. drawn: both together.
    """

    def __init__(self, knowledge: Knowledge, *, misprints: bool = False) -> None:
        """misprints: whether those that stand outside every name and date answer too."""
        terms = {term.start: term for term in knowledge.terms}
        others = [*_unknown(knowledge, terms), *_dates(knowledge)]
        found: Iterable[Target] = _in_order(_named(knowledge, terms), others)
        if misprints and knowledge.note_marks:
            taken = [*found]
            found = sorted([*taken, *_free_misprints(knowledge, taken)])
        starts, ends, name_ends = array("I"), array("I"), array("I")
        subjects: list[Subject] = []
        starred, first, every_name = array("I"), array("I"), array("I")
        seen = set()
        for slot, (start, end, name_end, subject) in enumerate(found):
            starts.append(start)
            ends.append(end)
            name_ends.append(name_end)
            subjects.append(subject)
            if start in terms and subject.kind in _NAMES:
                starred.append(slot)
            if subject.kind != "entity":
                continue
            place = (knowledge.article.paragraph_at(start), subject.key)
            if start not in terms:
                every_name.append(slot)
                if place not in seen:
                    first.append(slot)
            seen.add(place)
        self._starts = starts
        self._starred, self._first, self._every_name = starred, first, every_name
        self.all: Sequence[Target] = Columns(Target, starts, ends, name_ends, subjects)
        self.stars: Sequence[Target] = ()
        self.links: Sequence[Target] = ()
        self.drawn: Sequence[Target] = ()
        self.draw("first")

    def draw(self, density: str) -> None:
        """Which are drawn as links: ``"all"`` names, the ``"first"`` of a name in a paragraph with
        the starred terms, the ``"starred"`` ones only, or ``"none"``. All answer the pointer.
        """
        links = {"all": self._every_name, "first": self._first}.get(density, _NONE)
        stars = _NONE if density == "none" else self._starred
        self.links = Picked(self.all, links)
        self.stars = Picked(self.all, stars)
        self.drawn = Picked(self.all, array("I", sorted([*stars, *links])))

    def at(self, offset: int) -> Target | None:
        """What stands on ``offset``."""
        slot = bisect_right(self._starts, offset) - 1
        if slot >= 0 and offset < self.all[slot].end:
            return self.all[slot]
        return None


def _in_order(many: Iterable[Target], few: Iterable[Target]) -> Iterator[Target]:
    """All of both; ``many`` are in order, and never a list of their own."""
    left = sorted(few, reverse=True)
    for target in many:
        while left and left[-1] < target:
            yield left.pop()
        yield target
    yield from reversed(left)


def _named(knowledge: Knowledge, terms: dict[int, Term]) -> Iterator[Target]:
    subjects = {entity: Subject.entity(entity) for entity in knowledge.mentions_by_entity}
    for start, end, entity in knowledge.mentions:
        term = terms.get(start)
        yield Target(start, term.star + 1 if term else end, end, subjects[entity])


def _unknown(knowledge: Knowledge, terms: dict[int, Term]) -> Iterator[Target]:
    known = {mention.start for mention in knowledge.mentions if mention.start in terms}
    for start, term in sorted(terms.items()):  # of two starred glosses of one name, the last
        if start not in known:
            yield Target(start, term.star + 1, term.end, Subject.term(start))


def _dates(knowledge: Knowledge) -> Iterator[Target]:
    for date in knowledge.dates:
        yield Target(date.start, date.end, date.end, Subject.date(date.start))


def _free_misprints(knowledge: Knowledge, taken: Sequence[Target]) -> Iterator[Target]:
    """The misprints that stand outside every other target; the others are told there."""
    for mark in knowledge.note_marks:
        inside = any(t.start < mark.end and mark.start < t.end for t in taken)
        if mark.kind == "misprint" and not inside:
            yield Target(mark.start, mark.end, mark.end, Subject.note(mark.id))


NO_TARGETS = Targets(without_package(Article("", "", "", ())))
