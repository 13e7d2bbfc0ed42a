"""What a reader may choose about an export; every format takes what concerns it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

Tick = Callable[[float], None]
"""Told now and then how much is done, 0 to 1; whoever wants no more of it raises Cancelled."""


class Cancelled(Exception):
    """The reader wants the export no longer; nothing has been written."""


class OwnNote(NamedTuple):
    """What the reader himself noted on the words ``start`` to ``end``; ``text`` may be empty."""

    start: int
    end: int
    text: str


def _no_tick(_done: float) -> None:
    pass


class Options(NamedTuple):
    """The choices.

    language: of headings and notes, ``"th"`` or ``"en"``. notes, definitions, map: whether notes of
    doubt, definitions of starred terms and the map are taken along. own_notes: the reader's own, in
    the order of the text. type_size: of the text, in points. paper: a name of sheets.PAPERS.
    second_names: the language of a second name on the map, ``"th"``, ``"en"`` or ``"ru"``.
    """

    language: str = "th"
    notes: bool = True
    definitions: bool = True
    map: bool = True
    own_notes: Sequence[OwnNote] = ()
    type_size: float = 13.5
    paper: str = "A4"
    second_names: str = ""
    tick: Tick = _no_tick
