"""What a search looks through besides the text, its cards and the editor's notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple


class OwnPassages(NamedTuple):
    """Passages of one kind, such as the reader's own notes.

    heading: what stands above them in the list of what was found. passages: (key, title, text) of
    each, asked for at every search. open: what is done when one is chosen; gets its key.
    """

    heading: Callable[[], str]
    passages: Callable[[], Iterable[tuple[str, str, str]]]
    open: Callable[[str], object]
