"""The words of an article with names, dates, terms and the edges of notes marked up in TEI.

With the tags taken out, what remains is the article, code point for code point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.content.knowledge import Knowledge
from reader.content.model import ArticleDate, Note
from reader.export import xml_text as xml

NAME_ELEMENTS = {
    "person": ("persName", None),
    "place": ("placeName", None),
    "organisation": ("orgName", None),
    "event": ("rs", "event"),
    "work": ("title", None),
    "vessel": ("name", "vessel"),
    "concept": ("rs", "concept"),
}
"""For each category the TEI element of its mentions, and the element's type."""


class _Span(NamedTuple):
    """A stretch of text in an element; rank: of two on the same stretch the lower is outside."""

    start: int
    end: int
    rank: int
    opening: str
    name: str


def entity_id(entity: str) -> str:
    """The xml:id of an entity."""
    return f"ent.{entity}"


def note_id(note: Note) -> str:
    """The xml:id of a note."""
    return f"note.{note.id}"


def dating(os: str | None, ns: str, time: str | None = None) -> dict[str, str | None]:
    """TEI's attributes for a day: when or from/to in the Gregorian calendar, custom the Julian."""
    first, _, last = ns.partition("/")
    clock = f"T{time}:00" if time and len(first) == 10 else ""
    found: dict[str, str | None] = {"from_": first, "to": last} if last else {"when": first + clock}
    if os is not None:
        old_first, _, old_last = os.partition("/")
        if old_last:
            found |= {"from_custom": old_first, "to_custom": old_last}
        else:
            found |= {"when_custom": old_first + clock}
        found["datingMethod"] = "#julian"
    return found


def paragraphs(knowledge: Knowledge) -> Iterable[str]:
    """The article's paragraphs as ``p`` elements, nothing between them.

    The end of a line stands at the end of its paragraph, a byte order mark in the first one.
    """
    article = knowledge.article
    starts = [0, *(span.start for span in article.paragraphs[1:])]
    ends = [*starts[1:], article.length]
    spans = _nested(_spans(knowledge), ends)
    edges = _edges(knowledge.details.notes)
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        inside = [span for span in spans if start <= span.start and span.end <= end]
        marks = {o: mark for o, mark in edges.items() if start <= o < end or o == end == ends[-1]}
        content = _marked_up(article.text, start, end, inside, marks)
        yield f"{xml.start('p', xml_id=f'p.{number}', n=str(number))}{content}</p>"


def _spans(knowledge: Knowledge) -> Iterable[_Span]:
    for number, term in enumerate(knowledge.terms, 1):
        term_id = f"term.{number}"
        ref = f"#{entity_id(term.entity)}" if term.entity else None
        yield _Span(term.start, term.end, 0, xml.start("term", xml_id=term_id, ref=ref), "term")
        gloss = xml.start("gloss", target=f"#{term_id}")
        yield _Span(term.gloss_start, term.gloss_end, 0, gloss, "gloss")
    for date in knowledge.dates:
        name = "time" if date.precision == "time" else "date"
        yield _Span(date.start, date.end, 1, _date(name, date), name)
    for mention in knowledge.mentions:
        category = knowledge.entities[mention.entity].category
        name, kind = NAME_ELEMENTS[category]
        ref = f"#{entity_id(mention.entity)}"
        yield _Span(mention.start, mention.end, 2, xml.start(name, type=kind, ref=ref), name)


def _date(name: str, date: ArticleDate) -> str:
    calendar = {"os": "#julian", "ns": "#gregorian"}.get(date.printed)
    return xml.start(
        name, **dating(date.os, date.ns, date.time), calendar=calendar, n=f"BE {date.be}"
    )


def _edges(notes: Sequence[Note]) -> dict[int, str]:
    """The anchors at which notes begin and end, by offset."""
    found: dict[int, str] = {}
    for note in notes:
        for offset, edge in ((note.start, "start"), (note.end, "end")):
            anchor = xml.empty("anchor", xml_id=f"{note_id(note)}.{edge}")
            # an end goes before a start at the same place
            before = found.get(offset, "")
            found[offset] = anchor + before if edge == "end" else before + anchor
    return found


def _nested(spans: Iterable[_Span], ends: Sequence[int]) -> list[_Span]:
    """``spans`` in order, without those that cross another or the end of a paragraph."""
    kept: list[_Span] = []
    open_: list[_Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end, s.rank)):
        while open_ and open_[-1].end <= span.start:
            open_.pop()
        crosses = bool(open_) and span.end > open_[-1].end
        if crosses or any(span.start < end < span.end for end in ends):
            continue
        open_.append(span)
        kept.append(span)
    return kept


def _marked_up(
    text: str, start: int, end: int, spans: Sequence[_Span], edges: dict[int, str]
) -> str:
    parts: list[str] = []
    open_: list[_Span] = []
    waiting = list(reversed(spans))
    cuts = sorted({start, end, *edges, *(s.start for s in spans), *(s.end for s in spans)})
    at = start
    for cut in cuts:
        parts.append(xml.text(text[at:cut]))
        while open_ and open_[-1].end == cut:
            parts.append(f"</{open_.pop().name}>")
        parts.append(edges.get(cut, ""))
        while waiting and waiting[-1].start == cut:
            open_.append(waiting.pop())
            parts.append(open_[-1].opening)
        at = cut
    return "".join(parts)
