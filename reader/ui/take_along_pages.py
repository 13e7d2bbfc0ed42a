"""The pages as they will be printed, one below the other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from reader.export.sheets import Sheets
from reader.ui.take_along_painter import paint_page
from reader.ui.theme import Theme

_GAP = 16  # pixels around a page
_WIDEST = 900  # pixels; a wider page only asks for more scrolling


class _Paper(QWidget):
    """Every page; drawn is only what is in view."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sheets: Sheets | None = None
        self._scale = 1.0

    def set_sheets(self, sheets: Sheets) -> None:
        self._sheets = sheets
        self.update()

    def fit(self, width: int) -> None:
        """Take the pages to ``width`` pixels, their gaps included."""
        if self._sheets is None:
            return
        page = max(120, min(width, _WIDEST) - 2 * _GAP)
        self._scale = page / self._sheets.width
        self.resize(width, round(self._top(len(self._sheets.pages))))
        self.update()

    def _top(self, number: int) -> float:
        height = self._sheets.height if self._sheets else 0.0
        return _GAP + number * (height * self._scale + _GAP)

    def top_of(self, number: int) -> int:
        """How far down page ``number`` (from 0) begins."""
        return round(self._top(number))

    def page_at(self, y: int) -> int:
        """The page (from 0) that stands at the height ``y``."""
        if self._sheets is None:
            return 0
        step = self._sheets.height * self._scale + _GAP
        return max(0, min(len(self._sheets.pages) - 1, int((y - _GAP) // step)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheets is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("desk"))
        width, height = self._sheets.width * self._scale, self._sheets.height * self._scale
        left = (self.width() - width) / 2
        first, last = self.page_at(event.rect().top()), self.page_at(event.rect().bottom())
        for number in range(first, last + 1):
            corner = QPointF(left, self._top(number))
            paper = QRectF(corner.x(), corner.y(), width, height)
            painter.fillRect(paper, QColor("#ffffff"))
            painter.setPen(self._theme.color("rule"))
            painter.drawRect(paper)
            painter.save()
            painter.translate(corner)
            painter.setClipRect(QRectF(0, 0, width, height))
            paint_page(painter, self._sheets.pages[number], self._scale)
            painter.restore()


class Pages(QScrollArea):
    """The preview. Arrow keys and Page Up and Down go through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._paper = _Paper(theme)
        self._sheets: Sheets | None = None
        self.setWidget(self._paper)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.retranslate()

    def retranslate(self) -> None:
        """Take on the language of the interface."""
        self.setAccessibleName(QCoreApplication.translate("TakeAlong", "Preview"))

    @property
    def sheets(self) -> Sheets | None:
        """What is shown."""
        return self._sheets

    def set_sheets(self, sheets: Sheets) -> None:
        """Show ``sheets``; the page in view stays, as far as there is one."""
        number = self._paper.page_at(self.verticalScrollBar().value() + _GAP)
        is_first = self._sheets is None
        self._sheets = sheets
        self._paper.set_sheets(sheets)
        self._paper.fit(self.viewport().width())
        if not is_first:
            number = min(number, len(sheets.pages) - 1)
            self.verticalScrollBar().setValue(self._paper.top_of(number) - _GAP)

    def show_page(self, number: int) -> None:
        """Scroll to page ``number``, from 0."""
        self.verticalScrollBar().setValue(self._paper.top_of(number) - _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paper.fit(self.viewport().width())
