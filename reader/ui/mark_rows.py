"""The rows of the list of marks: which are shown, and how each is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.desk.marks import COLOURS
from reader.text.digits import digits
from reader.text.folding import loose
from reader.ui.mark_buttons import paint_swatch
from reader.ui.mark_desk import Placed
from reader.ui.mark_signs import paint_sign
from reader.ui.mark_words import mark_name
from reader.ui.theme import Theme, text_font

PlacedRole = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_SHOWN = 300  # letters of words or a note
ALL, LOST, DELETED = "", "lost", "deleted"
"""What a list may be narrowed down to, besides the kinds and colours of marks."""


class MarkListModel(QAbstractListModel):
    """Marks, those that match the filter, in the order they came."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: list[Placed] = []
        self._rows: list[Placed] = []
        self._kind = ALL
        self._typed = ""
        self.language = "th"
        self.shows_titles = False

    def set_marks(self, marks: Sequence[Placed]) -> None:
        """List ``marks``."""
        if list(marks) == self._all:
            return
        self._all = list(marks)
        rows = self._matching()
        if [p.mark.id for p in rows] != [p.mark.id for p in self._rows]:
            self._show(rows)
            return
        changed = [n for n, (a, b) in enumerate(zip(rows, self._rows, strict=True)) if a != b]
        self._rows = rows
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def set_filter(self, kind: str, typed: str) -> None:
        """Only those of ``kind`` (a kind, a colour, or LOST) that hold the typed words."""
        self._kind, self._typed = kind, loose(typed)
        self._show(self._matching())

    def _matching(self) -> list[Placed]:
        return [placed for placed in self._all if self._matches(placed)]

    def _show(self, rows: list[Placed]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _matches(self, placed: Placed) -> bool:
        mark = placed.mark
        if self._kind == LOST:
            if placed.found is not None:
                return False
        elif self._kind == "note":
            if not mark.note:
                return False
        elif self._kind not in (ALL, DELETED, mark.kind, mark.colour):
            return False
        if not self._typed:
            return True
        return self._typed in loose(f"{mark.words} {mark.note} {mark.title}")

    def is_empty(self) -> bool:
        """Whether there is no mark at all, whatever the filter."""
        return not self._all

    def placed(self, index: Index) -> Placed | None:
        """The mark of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, mark_id: str) -> int:
        """The row of a mark, -1 if it is not shown."""
        return next((n for n, p in enumerate(self._rows) if p.mark.id == mark_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        placed = self._rows[index.row()]
        if role == PlacedRole:
            return placed
        words = _in_a_line(placed.mark.words)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [mark_name(placed.mark), words, placed.mark.note, self.where(placed)]
            return ", ".join(part for part in parts if part)
        return None

    def where(self, placed: Placed) -> str:
        """The paragraph, the text where several are listed, and whether the words are lost."""
        number = digits(placed.mark.paragraph + 1, self.language)
        parts = [self.tr("Paragraph {0}").replace("{0}", number)]
        if self.shows_titles:
            parts.append(placed.mark.title)
        if placed.found is None:
            parts.append(self.tr("Place not found"))
        elif placed.found.is_changed:
            parts.append(self.tr("The words were corrected"))
        return " · ".join(parts)


def _in_a_line(text: str) -> str:
    return " ".join(text[:_SHOWN].split())


class MarkDelegate(QStyledItemDelegate):
    """Draws a row: the sign or colour, the words, the note, where it stands."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self.size = 11.0
        self.language = "th"

    def _em(self) -> int:
        return round(self.size * 4 / 3)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        placed: Placed = index.data(PlacedRole)
        return QSize(120, round(self._em() * (5.7 if placed.mark.note.strip() else 4.1)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        fields: Any = option
        state, flag = fields.state, QStyle.StateFlag
        self._paint(
            painter,
            QRectF(fields.rect),
            index.data(PlacedRole),
            index.model().where(index.data(PlacedRole)),  # type: ignore[attr-defined]
            selected=bool(state & flag.State_Selected),
            focused=bool(state & flag.State_HasFocus),
        )

    def _paint(
        self, painter: QPainter, area: QRectF, placed: Placed, where: str, *,
        selected: bool, focused: bool,
    ) -> None:  # fmt: skip
        em, theme, mark = self._em(), self.theme, placed.mark
        painter.save()
        if selected:
            painter.fillRect(area, theme.color("selection"))
        if focused:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        ink = theme.color("selection_ink" if selected else "ink")
        muted = ink if selected else theme.color("muted")
        chip = QRectF(area.left() + 0.7 * em, area.top() + 0.55 * em, 1.9 * em, 1.9 * em)
        if mark.colour:
            number = digits(COLOURS.index(mark.colour) + 1, self.language)
            paint_swatch(painter, chip, mark.colour, theme, number, self.size)
        else:
            sign = QRectF(0, 0, 1.1 * em, 1.45 * em)
            sign.moveCenter(chip.center())
            paint_sign(painter, mark.kind, sign, ink, theme)
        left = chip.right() + 0.6 * em
        line = QRectF(left, area.top() + 0.35 * em, area.right() - left - 0.6 * em, 1.7 * em)
        painter.setPen(ink)
        self._write(painter, line, _in_a_line(mark.words), self.size)
        if mark.note.strip():
            line.translate(0, 1.65 * em)
            self._write(painter, line, _in_a_line(mark.note), 0.95 * self.size)
        line.translate(0, 1.65 * em)
        painter.setPen(muted)
        self._write(painter, line, where, 0.85 * self.size)
        painter.setPen(theme.color("rule"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    @staticmethod
    def _write(painter: QPainter, line: QRectF, text: str, size: float) -> None:
        font = text_font(size)
        painter.setFont(font)
        cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
