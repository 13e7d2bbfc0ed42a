"""What in a text can be opened: names, starred terms, dates; which are drawn as links."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.content.knowledge import Knowledge, without_package
from reader.text.article import Article
from reader.ui.subject import Subject


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
        subjects = {entity: Subject.entity(entity) for entity in knowledge.mentions_by_entity}
        named = [
            Target(
                mention.start,
                terms[mention.start].star + 1 if mention.start in terms else mention.end,
                mention.end,
                subjects[mention.entity],
            )
            for mention in knowledge.mentions
        ]
        starts = {target.start for target in named}
        unknown = [
            Target(term.start, term.star + 1, term.end, Subject.term(term.start))
            for term in terms.values()  # of two starred glosses of one name, the last
            if term.start not in starts
        ]
        dates = [Target(d.start, d.end, d.end, Subject.date(d.start)) for d in knowledge.dates]
        found = [*named, *unknown, *dates]
        if misprints:
            found += list(_free_misprints(knowledge, found))
        self.all: Sequence[Target] = sorted(found)
        self._starts = [target.start for target in self.all]
        self._starred = [t for t in sorted([*named, *unknown]) if t.start in terms]
        self._first = [t for t in _first_in_paragraph(knowledge, named) if t.start not in terms]
        self._every_name = [t for t in named if t.start not in terms]
        self.stars: Sequence[Target] = ()
        self.links: Sequence[Target] = ()
        self.drawn: Sequence[Target] = ()
        self.draw("first")

    def draw(self, density: str) -> None:
        """Which are drawn as links: ``"all"`` names, the ``"first"`` of a name in a paragraph with
        the starred terms, the ``"starred"`` ones only, or ``"none"``. All answer the pointer.
        """
        quiet = {"all": self._every_name, "first": self._first}
        self.links = quiet.get(density, [])
        self.stars = [] if density == "none" else self._starred
        self.drawn = sorted([*self.stars, *self.links])

    def at(self, offset: int) -> Target | None:
        """What stands on ``offset``."""
        slot = bisect_right(self._starts, offset) - 1
        if slot >= 0 and offset < self.all[slot].end:
            return self.all[slot]
        return None


def _first_in_paragraph(knowledge: Knowledge, named: Sequence[Target]) -> Iterator[Target]:
    seen = set()
    for target in named:
        place = (knowledge.article.paragraph_at(target.start), target.subject)
        if place not in seen:
            seen.add(place)
            yield target


def _free_misprints(knowledge: Knowledge, taken: Sequence[Target]) -> Iterator[Target]:
    """The misprints that stand outside every other target; the others are told there."""
    for mark in knowledge.note_marks:
        inside = any(t.start < mark.end and mark.start < t.end for t in taken)
        if mark.kind == "misprint" and not inside:
            yield Target(mark.start, mark.end, mark.end, Subject.note(mark.id))


NO_TARGETS = Targets(without_package(Article("", "", "", ())))
