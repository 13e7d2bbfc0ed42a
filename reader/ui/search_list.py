"""The list of what was found: hits with their sentences, then cards and notes, in a side tab."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.content.model import Passage
from reader.text.article import Span
from reader.ui.search_row import RowText
from reader.ui.theme import Theme, text_font
from reader.ui.tool_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """One line of the list.

    kind: ``heading``, ``hit``, ``passage`` or ``more``. title: what stands above the sentence.
    key: what is opened, for whoever filled the list.
    """

    kind: str
    title: str
    passage: Passage | None = None
    spans: tuple[Span, ...] = ()
    key: object = None


class SearchModel(QAbstractListModel):
    """The rows that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows`` in place of what was shown."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def add_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows`` below those that are shown."""
        if rows:
            count = len(self._rows)
            self.beginInsertRows(QModelIndex(), count, count + len(rows) - 1)
            self._rows = [*self._rows, *rows]
            self.endInsertRows()

    def row(self, index: Index) -> Row | None:
        """The row at ``index``, None if there is none."""
        return self._rows[index.row()] if index.isValid() else None

    def rows(self) -> Sequence[Row]:
        """All of them."""
        return self._rows

    def number_of(self, kind: str, key: object) -> int:
        """The number of the row with this key, -1 if it is not shown."""
        for number, row in enumerate(self._rows):
            if row.kind == kind and row.key == key:
                return number
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None or row.kind == "heading":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        said = row.title if row.passage is None else f"{row.title}: {row.passage.text}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if row.passage is None else row.passage.text
        if role == Qt.ItemDataRole.ToolTipRole and row.kind in ("hit", "passage"):
            return plain_tip(said)
        return None


class SearchDelegate(QStyledItemDelegate):
    """Draws a row: where it stands, and its sentence in two lines with the hits in bold."""

    def __init__(self, theme: Theme, model: SearchModel) -> None:
        super().__init__()
        self.theme = theme
        self.base_size = 11.0
        self._model = model

    def _em(self) -> int:
        return round(self.base_size * 4 / 3)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.row(index)
        has_sentence = row is not None and row.passage is not None
        return QSize(120, round(self._em() * (4.9 if has_sentence else 2.4)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index)
        if row is None:
            return
        painter.save()
        area, em, color = option.rect, self._em(), self.theme.color  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(area, color("selection"))
        elif state & QStyle.StateFlag.State_MouseOver and row.kind != "heading":
            painter.fillRect(area, color("paper"))
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        inner = area.adjusted(em, 3, -em, -3)
        left = Qt.AlignmentFlag.AlignLeft
        if row.passage is None:
            is_heading = row.kind == "heading"
            painter.setFont(text_font(self.base_size, bold=is_heading))
            painter.setPen(color("muted" if is_heading else "link"))
            if selected:
                painter.setPen(color("selection_ink"))
            place = Qt.AlignmentFlag.AlignBottom if is_heading else Qt.AlignmentFlag.AlignVCenter
            painter.drawText(inner, place | left, row.title)
            if is_heading:
                painter.setPen(color("rule"))
                painter.drawLine(inner.left(), area.bottom(), inner.right(), area.bottom())
        else:
            ink = color("selection_ink" if selected else "ink")
            small = text_font(self.base_size * 0.85)
            painter.setFont(small)
            painter.setPen(ink if selected else color("muted"))
            title = painter.fontMetrics().elidedText(
                row.title, Qt.TextElideMode.ElideRight, inner.width()
            )
            painter.drawText(inner, Qt.AlignmentFlag.AlignTop | left, title)
            painter.setPen(ink)
            font = text_font(self.base_size)
            RowText(row.passage, row.spans, font, inner.width()).draw(
                painter, inner.left(), inner.top() + 1.35 * em, 1.5 * em
            )
        painter.restore()


class SearchList(QWidget):
    """``chosen``: the reader wants to go to this row. ``escaped``: he has seen enough."""

    chosen = Signal(object)
    escaped = Signal()

    def __init__(self, theme: Theme, size: float) -> None:
        super().__init__()
        self.model = SearchModel()
        self._delegate = SearchDelegate(theme, self.model)
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setMargin(16)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._choose)
        self.view.installEventFilter(self)
        self.setFocusProxy(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._empty)
        layout.addWidget(self.view, 1)
        self.set_theme(theme, size)

    def show_rows(self, rows: Sequence[Row], empty: str) -> None:
        """Show ``rows``; where there are none, the sentence ``empty``."""
        self.model.set_rows(rows)
        self._say(empty)

    def add_rows(self, rows: Sequence[Row], empty: str) -> None:
        """Show ``rows`` below the others; where there are none at all, the sentence ``empty``."""
        self.model.add_rows(rows)
        self._say(empty)

    def _say(self, empty: str) -> None:
        rows = self.model.rows()
        self._empty.setText(empty)
        self._empty.setVisible(not rows)
        self.view.setVisible(bool(rows))

    def empty_text(self) -> str:
        """What is said where nothing is listed."""
        return self._empty.text() if not self.model.rows() else ""

    def set_current(self, key: object) -> None:
        """Mark the hit ``key``, if it is in the list."""
        number = self.model.number_of("hit", key)
        if number >= 0:
            self.view.setCurrentIndex(self.model.index(number))
        else:
            self.view.clearSelection()

    def set_theme(self, theme: Theme, size: float) -> None:
        """Colours and type size (points)."""
        self._delegate.theme, self._delegate.base_size = theme, size
        palette = theme.palette()
        palette.setColor(palette.ColorRole.Base, theme.color("desk"))
        self.view.setPalette(palette)
        self.view.doItemsLayout()

    def retranslate(self) -> None:
        """Names for screen readers in the language in force."""
        self.view.setAccessibleName(self.tr("What was found"))

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None and row.kind != "heading":
            self.chosen.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.view.currentIndex())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.escaped.emit()
                return True
        return super().eventFilter(watched, event)
