"""Marks as files: JSON that brings every mark back, and Markdown for people to read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from reader.desk.anchors import Anchor
from reader.desk.marks import COLOURS, KINDS, Change, Mark, merged_note
from reader.errors import ReaderError

FORMAT = "neva-reader-marks"
VERSION = 1
_LARGEST = 64 * 1024 * 1024  # bytes of a file that somebody may have meant
_WORDS = ("id", "article", "title", "sha256", "prefix", "exact", "suffix", "created", "changed")
_NUMBERS = ("start", "end", "paragraph")


def to_json(marks: Iterable[Mark]) -> str:
    """All of ``marks``, as :func:`from_json` reads them."""
    entries = [entry_of(mark) for mark in marks]
    document = {"format": FORMAT, "version": VERSION, "marks": entries}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def entry_of(mark: Mark) -> dict[str, object]:
    """``mark`` as :func:`mark_of` reads it."""
    return {
        "id": mark.id,
        "kind": mark.kind,
        "colour": mark.colour,
        "note": mark.note,
        "article": mark.article,
        "title": mark.title,
        "sha256": mark.sha256,
        "paragraph": mark.paragraph + 1,
        **mark.anchor._asdict(),
        "created": mark.created,
        "changed": mark.changed,
    }


def from_json(text: str, name: str) -> list[Mark]:
    """The marks that ``text`` holds; ``name`` of the file is for messages.

    Raises ReaderError: ``marks-not-ours`` for what is no file of marks, ``marks-newer`` for one of
    a later version, ``marks-bad-entry`` with the number (from 1) of the first that makes no sense.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise ReaderError("marks-not-ours", file=name) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ReaderError("marks-not-ours", file=name)
    version, entries = document.get("version"), document.get("marks")
    if not isinstance(version, int) or not isinstance(entries, list):
        raise ReaderError("marks-not-ours", file=name)
    if version > VERSION:
        raise ReaderError("marks-newer", file=name)
    marks = []
    for number, entry in enumerate(entries, 1):
        mark = mark_of(entry)
        if mark is None:
            raise ReaderError("marks-bad-entry", file=name, number=number)
        marks.append(mark)
    return marks


def mark_of(entry: object) -> Mark | None:
    """The mark of an entry; None if it makes no sense."""
    if not isinstance(entry, dict):
        return None
    kind, colour, note = entry.get("kind"), entry.get("colour", ""), entry.get("note", "")
    if kind not in KINDS or not isinstance(note, str):
        return None
    if colour not in (COLOURS if kind == "highlight" else ("",)):
        return None
    values: dict[str, Any] = {name: entry.get(name) for name in (*_WORDS, *_NUMBERS)}
    if not all(isinstance(values[word], str) for word in _WORDS) or not values["id"]:
        return None
    # a truth value is a number to Python
    if not all(type(values[number]) is int for number in _NUMBERS):
        return None
    anchor = Anchor(*(values.pop(field) for field in Anchor._fields))
    values["paragraph"] -= 1
    is_whole = len(anchor.exact) == anchor.end - anchor.start > 0 <= anchor.start
    if not is_whole or not 0 <= values["paragraph"] < 2**31 or anchor.end >= 2**31:
        return None
    try:
        json.dumps([note, *values.values(), *anchor], ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return None
    return Mark(kind=kind, colour=colour, note=note, anchor=anchor, **values)


def read_marks(path: Path) -> list[Mark]:
    """The marks in the JSON file ``path``.

    Raises ReaderError: ``file-missing``, ``file-unreadable`` or those of :func:`from_json`.
    """
    return from_json(read_text(path), path.name)


def read_text(path: Path) -> str:
    """What stands in the file ``path``, which is to hold marks.

    Raises ReaderError: ``file-missing``, ``file-unreadable``, ``marks-not-ours``.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise ReaderError("marks-not-ours", file=path.name)
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReaderError("file-missing", file=path.name) from None
    except (OSError, ValueError):
        raise ReaderError("file-unreadable", file=path.name) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ReaderError("marks-not-ours", file=path.name) from None


def import_changes(
    wanted: Iterable[Mark],
    there: Callable[[str], Mark | None],
    present: Iterable[Mark],
    before: Mapping[str, str] | None = None,
) -> list[Change]:
    """What has to be done so that all of ``wanted`` is there, and nothing twice.

    there: the mark of an id, deleted or not. present: all that are not deleted. Of one mark in two
    states the one changed later counts; a note of ours is kept beside a later one. before: the
    notes of those that may have been written in since, by id, as they were then.
    """
    written = before or {}
    known = {_sense(mark) for mark in present}
    changes: dict[str, Change] = {}
    for mark in wanted:
        done = changes.get(mark.id)
        mine = done.after if done else there(mark.id)
        after = None
        if mine is None or mine.deleted:
            if _sense(mark) not in known:
                after = replace(mark, revision=0, deleted="")
        elif mark.note != written.get(mark.id, mark.note):
            note = merged_note(written[mark.id], mine.note, mark.note)
            after = replace(mine, note=note)
        elif mark.changed > mine.changed:
            note = _both_notes(mine.note, mark.note)
            after = replace(mine, kind=mark.kind, colour=mark.colour, note=note)
        if after is not None and after != mine:
            changes[mark.id] = Change(done.before if done else mine, after)
            known.add(_sense(after))
    return list(changes.values())


def _both_notes(mine: str, other: str) -> str:
    if mine in other:
        return other
    return mine if other in mine else f"{mine}\n{other}"


def _sense(mark: Mark) -> tuple[object, ...]:
    """What two marks that say the same of the same words have in common."""
    return (mark.article, mark.sha256, mark.kind, mark.colour, mark.note, mark.anchor)


class Labels(NamedTuple):
    """The words of a Markdown file, in the reader's language.

    title: with a {} for the title of a text. paragraph: with a {} for the number. kinds: by kind of
    mark, and by colour for a highlight. lost: said of words that are no longer in the text.
    """

    title: str
    paragraph: str
    kinds: Mapping[str, str]
    lost: str
    number: Callable[[int], str] = str


def to_markdown(
    marks: Sequence[tuple[Mark, int, bool]],
    labels: Labels,
    comment: Callable[[Mark], str] | None = None,
) -> str:
    """Marks with the paragraph they stand in now and whether their words are lost, to be read.

    comment: a line to be put under each.
    """
    lines: list[str] = []
    titles = dict.fromkeys(mark.title for mark, _, _ in marks)
    for title in titles:
        lines += [f"# {labels.title.format(_plain(title))}", ""]
        paragraph = None
        for mark, number, is_lost in marks:
            if mark.title != title:
                continue
            if number != paragraph or is_lost:
                heading = labels.paragraph.format(labels.number(number + 1))
                lines += [f"## {heading}{f' ({labels.lost})' if is_lost else ''}", ""]
                paragraph = None if is_lost else number
            lines += [f"> {_plain(line)}" for line in mark.words.splitlines() or [""]]
            lines += ["", f"*{labels.kinds[mark.colour or mark.kind]}*", ""]
            if mark.note.strip():
                lines += [*shown_note(mark.note).split("\n"), ""]
            if comment is not None:
                lines += [comment(mark), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def shown_note(note: str) -> str:
    """``note`` as a Markdown file has it."""
    return "\n".join(_plain(line) for line in note.strip().splitlines()).strip()


def _plain(text: str) -> str:
    """``text`` with what Markdown would take for its own signs."""
    for sign in "\\`*_[]<>#|~":
        text = text.replace(sign, f"\\{sign}")
    return text
