"""Article offsets to positions of a QTextDocument, and back.

A document is not the text: it counts UTF-16 units, folds CRLF to one separator, has no byte
order mark, keeps some code points for itself, and sets a paragraph in one go: one that is longer
than any writer's is shown in pieces. ``DocumentMap`` holds the string to hand to
the document and the one table between the two countings. It is pure Python.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

_PARAGRAPH = re.compile("[^\r\n\u2029]+")
_UNEVEN = re.compile("\r\n|\ufeff|[\U00010000-\U0010ffff]")
# Characters a QTextDocument takes for its own structure, and controls no font can draw.
_RESERVED = re.compile("[\x00-\x08\x0b-\x1f\x7f\u0085\ufdd0-\ufdef\ufffc\ufffe\uffff]")
LONGEST = 20_000  # code points shown as one paragraph
_SLACK = (
    500  # code points before its end in which a longer one is parted, at a space if there is one
)


class DocumentMap:
    """The map of one text.

    shown: the string for ``QTextDocument.setPlainText``; line ends are ``"\\n"``.
    Offsets are code points of the article, positions UTF-16 units of the document.
    """

    def __init__(self, text: str) -> None:
        self._offsets = [0]
        self._positions = [0]
        self._article_length = len(text)
        self._pieces: list[str] = []
        self._length = 0
        for first, last in pairwise([0, *_cuts(text), len(text)]):
            if first:
                self._note(first, self._length)
                self._pieces.append("\n")
                self._length += 1
                self._note(first, self._length)
            self._take(text, first, last)
        shown = "".join(self._pieces).replace("\r", "\n").replace("\u2029", "\n")
        del self._pieces
        self.shown = _RESERVED.sub("\ufffd", shown)

    def _take(self, text: str, first: int, last: int) -> None:
        pieces, position, done = self._pieces, self._length, first
        for uneven in _UNEVEN.finditer(text, first, last):
            start, end = uneven.span()
            piece = text[done:start]
            pieces.append(piece)
            position += len(piece)
            self._note(start, position)
            found = uneven.group()
            if found == "\r\n":
                pieces.append("\n")
                position += 1
            elif found == "\ufeff":
                # a mark at the very start is none of the text, and Qt drops it; elsewhere it is
                if position:
                    pieces.append(found)
                    position += 1
            else:
                pieces.append(found)
                position += 2
            done = end
            self._note(done, position)
        pieces.append(text[done:last])
        self._length = position + last - done

    def _note(self, offset: int, position: int) -> None:
        if (offset, position) != (self._offsets[-1], self._positions[-1]):
            self._offsets.append(offset)
            self._positions.append(position)

    @property
    def is_even(self) -> bool:
        """Whether offsets and positions are the same throughout."""
        return len(self._offsets) == 1

    @property
    def length(self) -> int:
        """UTF-16 units of the whole document text."""
        return self._length

    def position(self, offset: int) -> int:
        """The document position of article offset ``offset`` (clamped to the text).

        Inside something that the document folds (CRLF), the position before it.
        """
        offset = min(max(offset, 0), self._article_length)
        slot = bisect_right(self._offsets, offset) - 1
        if self._uneven(slot):
            return self._positions[slot]
        return self._positions[slot] + offset - self._offsets[slot]

    def offset(self, position: int) -> int:
        """The article offset of document position ``position`` (clamped).

        Between the halves of a surrogate pair, the offset of the character.
        """
        position = min(max(position, 0), self._length)
        slot = bisect_right(self._positions, position) - 1
        if self._uneven(slot):
            return self._offsets[slot]
        return self._offsets[slot] + position - self._positions[slot]

    def _uneven(self, slot: int) -> bool:
        """Whether the stretch from ``slot`` to the next differs in length on the two sides."""
        return slot + 1 < len(self._offsets) and (
            self._offsets[slot + 1] - self._offsets[slot]
            != self._positions[slot + 1] - self._positions[slot]
        )


def _cuts(text: str) -> Iterator[int]:
    """Where paragraphs that are too long are parted: after a space, else between two clusters."""
    if len(text) <= LONGEST:
        return
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        while end - start > LONGEST:
            most = start + LONGEST
            space = text.rfind(" ", most - _SLACK, most)
            start = space + 1 if space >= 0 else _between_clusters(text, most)
            yield start


def _between_clusters(text: str, most: int) -> int:
    """The last place in the slack before ``most`` where no mark hangs on the letter before."""
    for place in range(most, most - _SLACK, -1):
        if unicodedata.category(text[place])[0] != "M" and text[place] not in "ะาำๅ\u200d":
            return place
    return most
