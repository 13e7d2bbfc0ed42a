"""The list of people, places and the rest: names, counts, and where in the text they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.content.knowledge import Knowledge
from reader.content.model import CATEGORIES, Entity
from reader.content.name_filter import NameFilter
from reader.messages import sentence
from reader.text.digits import digits
from reader.ui.theme import Theme, text_font

EntityRole = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class EntityListModel(QAbstractListModel):
    """Entities under category headings, those that match the filter. Headings are strings."""

    def __init__(self) -> None:
        super().__init__()
        self._knowledge: Knowledge | None = None
        self._language = "th"
        self._filter: NameFilter | None = None
        self._typed = ""
        self._rows: list[Entity | str] = []

    def set_knowledge(self, knowledge: Knowledge, language: str) -> None:
        """List the entities of ``knowledge`` that the text mentions."""
        self._knowledge = knowledge
        self._language = language
        self._filter = None
        self.set_typed(self._typed)

    def set_typed(self, typed: str) -> None:
        """Show only what ``typed`` may mean."""
        self._typed = typed
        self.beginResetModel()
        self._rows = self._matching_rows()
        self.endResetModel()

    def _matching_rows(self) -> list[Entity | str]:
        if self._knowledge is None:
            return []
        entities = self._knowledge.entities
        if self._typed.strip():
            if self._filter is None:
                self._filter = NameFilter(entities.values())
            shown = self._filter.matching(self._typed)
        else:
            shown = frozenset(entities)
        rows: list[Entity | str] = []
        for category in CATEGORIES:
            members = [e for e in entities.values() if e.category == category and e.id in shown]
            if members:
                rows.append(sentence(f"heading-{category}", self._language))
                rows += members
        return rows

    def entity_at(self, index: Index) -> Entity | None:
        """The entity of a row; None for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Entity) else None

    def row_of(self, entity: str) -> int:
        """The row of an entity, -1 if it is not shown."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Entity) and row.id == entity:
                return number
        return -1

    def entities(self) -> list[Entity]:
        """The entities shown, in order."""
        return [row for row in self._rows if isinstance(row, Entity)]

    def count(self, entity: Entity) -> int:
        """How often the text mentions ``entity``."""
        return len(self._knowledge.mentions_of(entity.id)) if self._knowledge else 0

    def positions(self, entity: Entity) -> list[float]:
        """Where the mentions stand, from 0 (first line) to 1 (end of the text)."""
        if self._knowledge is None:
            return []
        length = max(1, self._knowledge.article.length)
        return [mention.start / length for mention in self._knowledge.mentions_of(entity.id)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entity_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name(self._language)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = digits(self.count(row), self._language)
            times = sentence("mention-count", self._language, count=count)
            return f"{row.name_th}, {row.name_en}, {times}"
        if role == EntityRole:
            return row
        return None


class _State(NamedTuple):
    """What a row is drawn by besides its entity."""

    selected: bool = False
    pointed_at: bool = False
    focused: bool = False


def _state(option: Any) -> _State:
    # Qt's states are asked for only where a row can have one: their class takes 5 ms to build,
    # and at the start no row has any.
    view = option.widget
    if view is not None and not view.underMouse() and not view.currentIndex().isValid():
        return _State()
    from PySide6.QtWidgets import QStyle

    flag, state = QStyle.StateFlag, option.state
    return _State(
        bool(state & flag.State_Selected),
        bool(state & flag.State_MouseOver),
        bool(state & flag.State_HasFocus),
    )


class EntityDelegate(QStyledItemDelegate):
    """Draws a row: both names, the count, and a strip with a tick for every mention."""

    def __init__(self, theme: Theme, model: EntityListModel) -> None:
        super().__init__()
        self.theme = theme
        self.language = "th"
        self.base_size = 11.0
        self._model = model

    def _em(self) -> int:
        return round(self.base_size * 4 / 3)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_entity = self._model.entity_at(index) is not None
        return QSize(120, round(self._em() * (3.9 if is_entity else 2.4)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        area: QRect = option.rect  # type: ignore[attr-defined]
        entity = self._model.entity_at(index)
        if entity is None:
            self._paint_heading(painter, area, str(index.data()))
        else:
            self._paint_entity(painter, area, entity, _state(option))
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, text: str) -> None:
        painter.setFont(text_font(self.base_size, bold=True))
        painter.setPen(self.theme.color("muted"))
        inner = area.adjusted(self._em(), 0, -self._em(), -8)
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, flags, text)
        painter.setPen(self.theme.color("rule"))
        painter.drawLine(inner.left(), area.bottom(), inner.right(), area.bottom())

    def _paint_entity(self, painter: QPainter, area: QRect, entity: Entity, state: _State) -> None:
        em = self._em()
        selected = state.selected
        if selected:
            painter.fillRect(area, self.theme.color("selection"))
        elif state.pointed_at:
            painter.fillRect(area, self.theme.color("paper"))
        if state.focused:
            painter.setPen(QPen(self.theme.color("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        ink = self.theme.color("selection_ink" if selected else "ink")
        muted = ink if selected else self.theme.color("muted")
        inner = area.adjusted(em, 2, -em, -2)
        count = digits(self._model.count(entity), self.language)
        font = text_font(self.base_size)
        count_width = QFontMetrics(font).horizontalAdvance(count) + em // 2
        first, second = entity.name_th, entity.name_en
        if self.language == "en":
            first, second = second, first
        half = round(1.75 * em)
        names = QRect(inner.left(), inner.top(), inner.width() - count_width, half)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(names, middle | Qt.AlignmentFlag.AlignLeft, self._cut(font, first, names))
        painter.setPen(muted)
        counter = QRect(inner.right() - count_width, inner.top(), count_width, half)
        painter.drawText(counter, middle | Qt.AlignmentFlag.AlignRight, count)
        small = text_font(self.base_size * 0.85)
        below = QRect(inner.left(), inner.top() + half - 2, inner.width(), round(1.3 * em))
        painter.setFont(small)
        painter.drawText(
            below, middle | Qt.AlignmentFlag.AlignLeft, self._cut(small, second, below)
        )
        strip = QRectF(inner.left(), area.bottom() - 0.55 * em, inner.width(), 0.35 * em)
        self._paint_strip(painter, strip, self._model.positions(entity), selected)

    def _paint_strip(
        self, painter: QPainter, strip: QRectF, positions: Sequence[float], selected: bool
    ) -> None:
        use = "selection_ink" if selected else "rule"
        painter.setPen(QPen(self.theme.color(use), 1))
        y = strip.bottom()
        painter.drawLine(QPointF(strip.left(), y), QPointF(strip.right(), y))
        painter.setPen(QPen(self.theme.color("selection_ink" if selected else "accent"), 1.5))
        for position in positions:
            x = strip.left() + position * strip.width()
            painter.drawLine(QPointF(x, strip.top()), QPointF(x, y))

    @staticmethod
    def _cut(font: Any, text: str, area: QRect) -> str:
        metrics = QFontMetrics(font)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
