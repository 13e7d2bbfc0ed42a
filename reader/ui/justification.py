"""Stretching lines to an even right edge, within limits that do not show.

Thai has spaces only between phrases, so stretching those alone opens rivers. A line may take half
as much again for each of its spaces, then a little between its clusters, as Thai book setting
does; what is missing still stays ragged.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextLine

from reader.ui.text_lines import x_of

MOST_SPACE = 0.5  # of a space's own width, added to it
MOST_BETWEEN = 0.035  # of the type size, added after a cluster
_ROUNDING = 0.3  # pixels that keep the last cluster on a line whose width is cut to its end
_STEP = 0.5
_TRIES = 12


class _Line(NamedTuple):
    """A line as it was set, and what it is given; None: it stays as it is."""

    start: int
    end: int
    position: QPointF
    format: QTextCharFormat | None


def justify(layout: QTextLayout, text: str, width: float, em: float) -> None:
    """Stretch every line of ``layout`` but the last towards the right edge.

    text: of its paragraph, which a document's own layout does not tell. width: of the column, em:
    the type size, both in pixels. Every line keeps its characters.
    """
    lines = [_stretched(layout, number, text, width, em) for number in range(layout.lineCount())]
    formats = []
    for line in lines:
        if line.format is not None:
            part: Any = QTextLayout.FormatRange()  # whose stubs know no members
            part.start, part.length, part.format = line.start, line.end - line.start, line.format
            formats.append(part)
    if not formats:
        return
    layout.setFormats(formats)
    layout.beginLayout()
    for line in lines:
        anew = layout.createLine()
        anew.setLineWidth(2 * width)
        _end_at(anew, line.end)
        anew.setPosition(line.position)
    layout.endLayout()


def _stretched(layout: QTextLayout, number: int, text: str, width: float, em: float) -> _Line:
    line = layout.lineAt(number)
    start, end = line.textStart(), line.textStart() + line.textLength()
    stays = _Line(start, end, line.position(), None)
    whole = text[start:end]
    shown = whole.rstrip()
    last = start + len(shown)
    missing = width - x_of(line, last)
    if number == layout.lineCount() - 1 or missing < 1 or not shown or whole.endswith("\u2028"):
        return stays
    spaces = [start + at for at, sign in enumerate(shown) if sign == " "]
    clusters = sum(layout.isValidCursorPosition(at) for at in range(start + 1, last))
    room = sum(x_of(line, at + 1) - x_of(line, at) for at in spaces)
    by_spaces = min(missing, room * MOST_SPACE)
    between = min((missing - by_spaces) / max(1, clusters), MOST_BETWEEN * em)
    form = QTextCharFormat()
    form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    form.setFontLetterSpacing(between)
    if spaces:
        form.setFontWordSpacing(by_spaces / len(spaces))
    return stays._replace(format=form)


def _end_at(line: QTextLine, end: int) -> None:
    """Narrow ``line`` so that it ends before the character ``end`` of its paragraph."""
    width = x_of(line, end) - line.x() + _ROUNDING
    for _ in range(_TRIES):
        line.setLineWidth(width)
        got = line.textStart() + line.textLength()
        if got == end:
            return
        width += _STEP if got < end else -_STEP
