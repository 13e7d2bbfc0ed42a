"""The computed part of an article package: what a window needs at once, and what it needs later.

``computed/text.json`` holds line breaks, mentions, terms, names, places and dates;
``computed/details.json`` cards, notes and the timeline with their own line breaks;
``computed/hours.json``, where the package has hours, who held what at which hour. All are made
from the content files by ``python -m reader.content.compute`` and committed, so that neither an
install nor a start needs PyThaiNLP. A test proves them equal to a fresh computation.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from reader.content.city_map import MapPlace
from reader.content.knowledge import Details, Knowledge
from reader.content.model import (
    ArticleDate,
    Card,
    CardDate,
    CardText,
    Entity,
    Event,
    Note,
    NoteMark,
    Passage,
    PlaceNote,
    Variant,
)
from reader.errors import PackageError
from reader.text.article import Article
from reader.text.line_rules import Breaks
from reader.text.mentions import Mention
from reader.text.terms import Term

if TYPE_CHECKING:
    from reader.content.folder import File, Folder
    from reader.content.hours import Berth, Hold, Hours, Ring, Shot
    from reader.content.questions import Question

_Built = TypeVar("_Built")

FORMAT = (1, 0)
EVENTS_ON_MAP = "events_on_map"
"""A part of the details that may be left out: where the clock stands for an event, its places."""
"""Major and minor: another major is refused, a later minor is read."""

TEXT_FILE = "text.json"
DETAILS_FILE = "details.json"
HOURS_FILE = "hours.json"
QUESTIONS_FILE = "questions.json"
COMPUTED_FILES = (TEXT_FILE, DETAILS_FILE, HOURS_FILE, QUESTIONS_FILE)


def load_knowledge(folder: Folder, article: Article) -> Knowledge:
    """The knowledge computed for ``article`` in ``folder``; details are read when asked for.

    Raises PackageError if the file is missing, damaged, of another format or of another text.
    """
    path = folder / TEXT_FILE
    data = _read(path)

    def build() -> Knowledge:
        if data["sha256"] != article.sha256:
            raise PackageError("package-other-text", file=path.name)
        entities = {row[0]: _entity(row) for row in data["entities"]}
        return Knowledge(
            article,
            title_th=data["title_th"],
            title_en=data["title_en"],
            publisher_th=data["publisher_th"],
            publisher_en=data["publisher_en"],
            entities=entities,
            mentions=[Mention(*row) for row in data["mentions"]],
            terms=[Term(*row) for row in data["terms"]],
            breaks=_breaks(data["breaks"]),
            dates=[ArticleDate(*row) for row in data["dates"]],
            places=[MapPlace(*row) for row in data["places"]],
            note_marks=[NoteMark(*row) for row in data["note_marks"]],
            paragraph_titles=[(_passage(th), _passage(en)) for th, en in data["paragraph_titles"]],
            load_details=lambda: load_details(folder),
            load_hours=lambda: load_hours(folder),
            load_questions=lambda: _load_questions(folder),
        )

    return _guarded(path, build)


def load_details(folder: Folder) -> Details:
    """Cards, notes and events. Raises PackageError if the file is missing or damaged."""
    path = folder / DETAILS_FILE
    data = _read(path)

    def build() -> Details:
        return Details(
            cards={
                row["entity"]: Card(
                    row["entity"],
                    CardText(*map(_passage, row["th"])),
                    CardText(*map(_passage, row["en"])),
                    tuple(CardDate(*item) for item in row["dates"]),
                    tuple(row["sources"]),
                    tuple(row["see"]),
                )
                for row in data["cards"]
            },
            notes=[_note(row) for row in data["notes"]],
            events=_events(data["events"], data.get(EVENTS_ON_MAP, {})),
            places={
                row[0]: PlaceNote(_passage(row[1]), _passage(row[2]), tuple(row[3]))
                for row in data["places"]
            },
            names={row[0]: _passage(row) for row in data["names"]},
        )

    return _guarded(path, build)


def _entity(row: list[Any]) -> Entity:
    *names, other_th, other_en, variants = row
    known = tuple(Variant(*variant) for variant in variants)
    return Entity._make([*names, tuple(other_th), tuple(other_en), known])


def _note(row: list[Any]) -> Note:
    *place, th, en, sources = row
    return Note._make([*place, _passage(th), _passage(en), tuple(sources)])


def _events(rows: list[list[Any]], on_map: dict[str, list[Any]]) -> list[Event]:
    if not on_map.keys() <= {row[0] for row in rows}:
        raise ValueError
    events = []
    for event_id, th, en, *when, entities, sources, part, entry_part in rows:
        told = [event_id, _passage(th), _passage(en), *when, tuple(entities), tuple(sources)]
        clock, places = on_map.get(event_id, (None, ()))
        events.append(Event._make([*told, part, entry_part, clock, tuple(places)]))
    return events


def _load_questions(folder: Folder) -> Sequence[Question]:
    from reader.content.questions import Question

    path = folder / QUESTIONS_FILE
    if not path.exists():
        return ()
    data = _read(path)
    return _guarded(
        path,
        lambda: [
            Question(level, _passage(th), _passage(en), tuple(numbers))
            for level, th, en, numbers in data["questions"]
        ],
    )


def load_hours(folder: Folder) -> Hours | None:
    """Who held what at which hour; None for a package that does not tell it.

    Raises PackageError if the file is damaged.
    """
    from reader.content.hours import Account, Berth, Hold, Hours, Ring, Shot

    path = folder / HOURS_FILE
    if not path.exists():
        return None
    data = _read(path)

    def account(row: list[Any]) -> Account:
        certainty, event, th, en, sources = row
        return Account(certainty, event, _passage(th), _passage(en), tuple(sources))

    def points(row: list[Any]) -> tuple[tuple[float, float], ...]:
        return tuple((lat, lon) for lat, lon in row)

    def build() -> Hours:
        return Hours(
            data["first"],
            data["length"],
            tuple(Hold._make([*row[:-1], account(row[-1])]) for row in data["holds"]),
            tuple(
                Berth._make([*row[:3], points(row[3]), *row[4:-1], account(row[-1])])
                for row in data["berths"]
            ),
            tuple(
                Ring._make([*row[:3], points(row[3]), account(row[-1])]) for row in data["rings"]
            ),
            tuple(Shot._make([*row[:-1], account(row[-1])]) for row in data["shots"]),
        )

    return _guarded(path, build)


def save(folder: Path, knowledge: Knowledge) -> None:
    """Write the files into ``folder``, one record a line, the same bytes every time."""
    folder.mkdir(exist_ok=True)
    for name, data in serialised(knowledge).items():
        (folder / name).write_text(data, encoding="utf-8", newline="\n")


def serialised(knowledge: Knowledge) -> dict[str, str]:
    """The text of each file by name."""
    details = knowledge.details
    text = {
        "format": FORMAT,
        "sha256": knowledge.article.sha256,
        "title_th": knowledge.title_th,
        "title_en": knowledge.title_en,
        "publisher_th": knowledge.publisher_th,
        "publisher_en": knowledge.publisher_en,
        "paragraph_titles": [
            [_packed_passage(th), _packed_passage(en)] for th, en in knowledge.paragraph_titles
        ],
        "entities": [list(entity) for entity in knowledge.entities.values()],
        "mentions": [list(mention) for mention in knowledge.mentions],
        "terms": [list(term) for term in knowledge.terms],
        "dates": [list(date) for date in knowledge.dates],
        "places": [list(place) for place in knowledge.places],
        "note_marks": [list(mark) for mark in knowledge.note_marks],
        "breaks": _packed(knowledge.breaks),
    }
    later: dict[str, Any] = {
        "format": FORMAT,
        "cards": [
            {
                "entity": card.entity,
                "th": [_packed_passage(part) for part in card.th],
                "en": [_packed_passage(part) for part in card.en],
                "dates": [list(date) for date in card.dates],
                "sources": list(card.sources),
                "see": list(card.see),
            }
            for card in details.cards.values()
        ],
        "notes": [
            [*note[:6], _packed_passage(note.th), _packed_passage(note.en), note.sources]
            for note in details.notes
        ],
        "events": [
            [event.id, _packed_passage(event.th), _packed_passage(event.en), *event[3:-2]]
            for event in details.events
        ],
        "places": [
            [id, _packed_passage(note.th), _packed_passage(note.en), note.sources]
            for id, note in details.places.items()
        ],
        "names": [_packed_passage(name) for name in details.names.values()],
    }
    on_map = {e.id: [e.clock, e.places] for e in details.events if e.clock or e.places}
    if on_map:
        later[EVENTS_ON_MAP] = on_map
    files = {TEXT_FILE: _lines(text), DETAILS_FILE: _lines(later)}
    if knowledge.hours is not None:
        files[HOURS_FILE] = _lines(_packed_hours(knowledge.hours))
    if knowledge.questions:
        asked = [
            [q.level, _packed_passage(q.th), _packed_passage(q.en), q.paragraphs]
            for q in knowledge.questions
        ]
        files[QUESTIONS_FILE] = _lines({"format": FORMAT, "questions": asked})
    return files


def _packed_hours(hours: Hours) -> dict[str, Any]:
    def rows(intervals: Iterable[Hold | Berth | Ring | Shot]) -> list[list[Any]]:
        return [
            [*interval[:-1], [
                interval.account.certainty, interval.account.event,
                _packed_passage(interval.account.th), _packed_passage(interval.account.en),
                interval.account.sources,
            ]]
            for interval in intervals
        ]  # fmt: skip

    return {
        "format": FORMAT,
        "first": hours.first,
        "length": hours.length,
        "holds": rows(hours.holds),
        "berths": rows(hours.berths),
        "rings": rows(hours.rings),
        "shots": rows(hours.shots),
    }


def _packed(breaks: Breaks) -> list[list[int]]:
    """Each level as steps from offset to offset: short numbers for a short file."""
    return [
        [offset - before for before, offset in zip([0, *level], level, strict=False)]
        for level in breaks
    ]


def _breaks(packed: Sequence[Iterable[int]]) -> Breaks:
    free, held, inside = (list(accumulate(level)) for level in packed)
    return Breaks(free, held, inside)


def _packed_passage(passage: Passage) -> list[Any]:
    return [passage.text, _packed(passage.breaks)]


def _passage(row: list[Any]) -> Passage:
    return Passage(row[0], _breaks(row[1]))


def _lines(data: dict[str, Any]) -> str:
    """JSON with one record of every list on a line, for readable differences."""
    parts = []
    for key, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], (list, dict)):
            rows = ",\n".join(_json(row) for row in value)
            parts.append(f"{_json(key)}: [\n{rows}\n]")
        else:
            parts.append(f"{_json(key)}: {_json(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _read(path: File) -> dict[str, Any]:
    try:
        data = json.loads(path.read_bytes())
        major, _minor = data["format"]
    except FileNotFoundError:
        raise PackageError("package-not-computed", file=path.name) from None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise PackageError("package-damaged", file=path.name) from None
    if major != FORMAT[0]:
        raise PackageError("package-format", file=path.name, found=major, known=FORMAT[0])
    if not isinstance(data, dict):
        raise PackageError("package-damaged", file=path.name)
    return data


def _guarded(path: File, build: Callable[[], _Built]) -> _Built:
    try:
        return build()
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        raise PackageError("package-damaged", file=path.name) from None
