"""The margins of the page: marks of the editor's notes on the left, dates on the right.

Nothing of it stands in the text. A mark is drawn on the line where its words begin.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPainter

from reader.ui.subject import Subject
from reader.ui.theme import Theme, text_font

_SIZE = 0.68  # of the page's type
_GAP = 0.35  # between column and mark, in ems of the page's type
_SMALLEST_TARGET = 24.0  # pixels


class MarginMark(NamedTuple):
    """sign: what is drawn. start, end: the words it belongs to. subject: what it opens."""

    start: int
    end: int
    sign: str
    subject: Subject


class MarginDate(NamedTuple):
    """A printed date once more, in the other reckoning."""

    start: int
    text: str


class OwnSign(NamedTuple):
    """The sign of one of the reader's own marks, on the line of ``start``.

    end: of its words. kind: ``"bookmark"`` or ``"note"``. color: as in a Look. key: the mark's id.
    """

    start: int
    end: int
    kind: str
    color: str
    key: str


class Margin:
    """What stands in the margins of one text, and where."""

    def __init__(self) -> None:
        self._marks: list[MarginMark] = []
        self._dates: list[MarginDate] = []
        self._end: MarginMark | None = None
        self._placed: list[tuple[QRectF, MarginMark]] = []
        self._written: list[tuple[QPointF, str]] = []
        self._font = text_font(10)
        self._own: list[OwnSign] = []
        self._own_placed: list[tuple[QRectF, OwnSign]] = []

    def set_own(self, signs: Iterable[OwnSign]) -> None:
        """The signs of the reader's own marks; place them afterwards."""
        self._own = list(signs)

    def set_marks(self, marks: Iterable[MarginMark]) -> None:
        """The marks on the left; place them afterwards."""
        self._marks = list(marks)

    def set_dates(self, dates: Iterable[MarginDate]) -> None:
        """The dates on the right; place them afterwards."""
        self._dates = list(dates)

    def set_end(self, mark: MarginMark | None) -> None:
        """A line of its own under the last line of the text."""
        self._end = mark

    @property
    def has_dates(self) -> bool:
        """Whether room is needed on the right."""
        return bool(self._dates)

    def width_for_dates(self, type_size: float) -> float:
        """Pixels that the longest date needs beside the column."""
        if not self._dates:
            return 0.0
        metrics = QFontMetricsF(text_font(type_size * _SIZE))
        em = QFontInfo(text_font(type_size)).pixelSize()
        return max(metrics.horizontalAdvance(date.text) for date in self._dates) + 2 * _GAP * em

    def place(self, type_size: float, line_rect: Callable[[int], QRectF]) -> None:
        """Find the places of everything. line_rect: the line of an offset, in document pixels."""
        self._font = text_font(type_size * _SIZE)
        metrics = QFontMetricsF(self._font)
        em = QFontInfo(text_font(type_size)).pixelSize()
        self._placed = []
        taken: dict[float, float] = {}
        for mark in self._marks:
            line = line_rect(mark.start)
            width = metrics.horizontalAdvance(mark.sign)
            right = taken.get(line.top(), line.left() - _GAP * em)
            left = max(1.0, right - width)
            taken[line.top()] = left - 2
            self._placed.append((QRectF(left, line.top(), width, line.height()), mark))
        self._place_own(em, line_rect, taken)
        if self._end is not None:
            last = line_rect(self._end.end - 1)
            width = metrics.horizontalAdvance(self._end.sign)
            top = last.bottom() + 0.5 * em
            self._placed.append((QRectF(last.left(), top, width, last.height()), self._end))
        by_line: dict[float, tuple[QRectF, list[str]]] = {}
        for date in self._dates:
            line = line_rect(date.start)
            texts = by_line.setdefault(line.top(), (line, []))[1]
            if date.text not in texts:
                texts.append(date.text)
        self._written = [
            (
                QPointF(
                    line.right() + _GAP * em,
                    line.center().y() + (metrics.ascent() - metrics.descent()) / 2,
                ),
                " · ".join(texts),
            )
            for line, texts in by_line.values()
        ]

    def _place_own(
        self, em: int, line_rect: Callable[[int], QRectF], taken: dict[float, float]
    ) -> None:
        """Left of the column, outside the other marks; on its right where there is no room."""
        self._own_placed = []
        width = 0.5 * em
        right_taken: dict[float, float] = {}
        for sign in self._own:
            line = line_rect(sign.start)
            left = taken.get(line.top(), line.left() - _GAP * em) - width
            if left < 1.0:
                left = right_taken.get(line.top(), line.right() + 1)
                right_taken[line.top()] = left + width + 2
            else:
                taken[line.top()] = left - 3
            height = 1.3 * width
            top = line.center().y() - height / 2
            self._own_placed.append((QRectF(left, top, width, height), sign))

    def own_at(self, point: QPointF) -> OwnSign | None:
        """The sign of an own mark at ``point`` (document pixels); its target is larger."""
        for rect, sign in self._own_placed:
            across = max(0.0, (_SMALLEST_TARGET - rect.width()) / 2)
            down = max(0.0, (_SMALLEST_TARGET - rect.height()) / 2)
            if rect.adjusted(-across, -down, across, down).contains(point):
                return sign
        return None

    def own_rect(self, key: str) -> QRectF:
        """Where the sign of the mark ``key`` stands, in document pixels; null if it has none."""
        return next((rect for rect, sign in self._own_placed if key == sign.key), QRectF())

    def paint(self, painter: QPainter, theme: Theme, visible: QRectF) -> None:
        """Draw what stands within ``visible`` (document pixels)."""
        painter.setFont(self._font)
        metrics = QFontMetricsF(self._font)
        painter.setPen(theme.color("muted"))
        for rect, mark in self._placed:
            if rect.intersects(visible):
                # raised like a note number
                baseline = rect.top() + 0.24 * rect.height() + metrics.ascent() * 0.8
                painter.drawText(QPointF(rect.left(), baseline), mark.sign)
        if self._own_placed:
            from reader.ui.mark_signs import paint_sign

            for rect, sign in self._own_placed:
                if rect.intersects(visible):
                    paint_sign(painter, sign.kind, rect, theme.color(sign.color), theme)
            painter.setFont(self._font)
            painter.setPen(theme.color("muted"))
        for point, text in self._written:
            if visible.top() - 40 <= point.y() <= visible.bottom() + 40:
                painter.drawText(point, text)

    def mark_at(self, point: QPointF) -> MarginMark | None:
        """The mark at ``point`` (document pixels); its target is larger than its ink."""
        for rect, mark in self._placed:
            grown = max(0.0, (_SMALLEST_TARGET - rect.width()) / 2)
            if rect.adjusted(-grown, 0, min(grown, 4.0), 0).contains(point):
                return mark
        return None

    def rect_of(self, mark: MarginMark) -> QRectF:
        """Where ``mark`` stands, in document pixels."""
        return next((rect for rect, placed in self._placed if placed == mark), QRectF())
