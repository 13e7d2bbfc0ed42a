"""Marks out of a Markdown file of ours: what is read there, and what came along unseen.

Under each mark stands a comment, which no Markdown program shows, with what brings the mark back.
The note counts as it stands in the file: a reader may have gone on writing there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.desk.exchange import Labels, entry_of, mark_of, shown_note, to_markdown
from reader.desk.marks import Mark
from reader.errors import ReaderError

_COMMENT = re.compile(r"^<!-- neva-mark (.*) -->[ \t]*$", re.MULTILINE)
_SIGN = re.compile(r"\\([\\`*_\[\]<>#|~])")


class Read(NamedTuple):
    """A mark of a file. before: its note when the file was written."""

    mark: Mark
    before: str


def markdown_file(marks: Sequence[tuple[Mark, int, bool]], labels: Labels) -> str:
    """The file that :func:`from_markdown` reads; ``marks`` as for :func:`to_markdown`."""
    return to_markdown(marks, labels, _comment)


def _comment(mark: Mark) -> str:
    entry = json.dumps(entry_of(mark))
    # two hyphens might end the comment
    entry = entry.replace("-", r"\u002d").replace(">", r"\u003e")
    return f"<!-- neva-mark {entry} -->"


def from_markdown(text: str, name: str) -> list[Read]:
    """The marks that ``text`` holds; ``name`` of the file is for messages.

    Raises ReaderError: ``marks-not-ours`` for a file without marks, ``marks-bad-entry`` with the
    number (from 1) of the first that makes no sense.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found, end = [], 0
    for number, match in enumerate(_COMMENT.finditer(text), 1):
        try:
            mark = mark_of(json.loads(match[1]))
        except (ValueError, RecursionError):
            mark = None
        if mark is None:
            raise ReaderError("marks-bad-entry", file=name, number=number)
        shown = _note_shown(text[end : match.start()])
        end = match.end()
        note = mark.note
        if shown and shown != shown_note(note):
            note = _SIGN.sub(r"\1", shown)
        found.append(Read(replace(mark, note=note), mark.note))
    if not found:
        raise ReaderError("marks-not-ours", file=name)
    return found


def _note_shown(part: str) -> str:
    """The note as it stands between the words quoted and the comment; "" if there is none."""
    lines = part.split("\n")
    quoted = [number for number, line in enumerate(lines) if line.startswith(">")]
    if not quoted:
        return ""
    after = quoted[0]
    while after < len(lines) and lines[after].startswith(">"):
        after += 1
    rest = "\n".join(lines[after:]).strip()
    kind, _, note = rest.partition("\n")
    return (note if kind.startswith("*") and kind.rstrip().endswith("*") else rest).strip()
