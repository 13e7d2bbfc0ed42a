"""Article offsets to positions of a QTextDocument, and back.

A document is not the text: it counts UTF-16 units, folds CRLF to one separator, has no byte
order mark, and keeps some code points for itself. ``DocumentMap`` holds the string to hand to
the document and the one table between the two countings. It is pure Python.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_UNEVEN = re.compile("\r\n|\ufeff|[\U00010000-\U0010ffff]")
# Characters a QTextDocument takes for its own structure, and controls no font can draw.
_RESERVED = re.compile("[\x00-\x08\x0b-\x1f\x7f\u0085\ufdd0-\ufdef\ufffc\ufffe\uffff]")


class DocumentMap:
    """The map of one text.

    shown: the string for ``QTextDocument.setPlainText``; line ends are ``"\\n"``.
    Offsets are code points of the article, positions UTF-16 units of the document.
    """

    def __init__(self, text: str) -> None:
        self._offsets = [0]
        self._positions = [0]
        self._article_length = len(text)
        pieces = []
        done = position = 0
        for uneven in _UNEVEN.finditer(text):
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
        pieces.append(text[done:])
        self._length = position + len(text) - done
        shown = "".join(pieces).replace("\r", "\n").replace("\u2029", "\n")
        self.shown = _RESERVED.sub("\ufffd", shown)

    def _note(self, offset: int, position: int) -> None:
        if offset == self._offsets[-1]:
            self._positions[-1] = position
        else:
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
