"""The slider of the hours: quarter-hour steps, a mark for every event, days and hours under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from reader.content.date_format import margin_date
from reader.content.datestring import to_new_style
from reader.content.hours import Hours
from reader.ui.hour_words import time_text
from reader.ui.theme import Theme, text_font

QUARTER = 15  # minutes
_HOUR = 60


class HourSlider(QSlider):
    """Minutes of ``hours``; the arrow keys go from quarter-hour to quarter-hour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._language = "th"
        self._size = 11.0
        self._hours: Hours | None = None
        self._events: Sequence[int] = ()
        self.setSingleStep(QUARTER)
        self.setPageStep(_HOUR)
        self.setTracking(True)

    def set_hours(self, hours: Hours, events: Sequence[int], language: str) -> None:
        """Show the span of ``hours`` with a mark at each minute of ``events``."""
        self._hours, self._events, self._language = hours, events, language
        self.setRange(0, hours.length)
        self.update()

    def set_theme(self, theme: Theme, size: float) -> None:
        """Colours and type size."""
        self._theme, self._size = theme, size
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, super().sizeHint().height() + self._label_height())

    def _label_height(self) -> int:
        """Of the names under the groove, in pixels."""
        return round(self._size * 1.65)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            self.step(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            self.step(-1)
        elif key == Qt.Key.Key_Space:
            event.ignore()  # plays; see HourControl
        else:
            super().keyPressEvent(event)

    def step(self, quarters: int) -> None:
        """To the quarter-hour after (1) or before (-1) the one shown; off one, to the nearest."""
        value = self.value()
        whole = value // QUARTER * QUARTER
        if quarters < 0 and value > whole:
            quarters += 1
        self.setValue(whole + quarters * QUARTER)

    def x_of(self, minute: int) -> float:
        """Where ``minute`` stands on the slider, in its pixels."""
        groove, handle = self._groove()
        span = groove.width() - handle
        at = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), minute, span)
        return groove.left() + handle / 2 + at

    def _groove(self) -> tuple[QRect, int]:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_Slider, QStyle.SubControl
        style = self.style()
        groove = style.subControlRect(control, option, part.SC_SliderGroove, self)
        handle = style.subControlRect(control, option, part.SC_SliderHandle, self)
        return groove, handle.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._hours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = (self.height() - self._label_height()) / 2
        self._paint_hours(painter, self._hours, middle)
        painter.setPen(QPen(self._theme.color("place"), 2))
        for minute in self._events:
            x = self.x_of(minute)
            painter.drawLine(QPointF(x, middle - 9), QPointF(x, middle - 4))
        groove_pen = QPen(self._theme.color("muted"), 3)
        groove_pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(groove_pen)
        left, right = self.x_of(self.minimum()), self.x_of(self.maximum())
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        self._paint_handle(painter, QPointF(self.x_of(self.value()), middle))

    def _paint_handle(self, painter: QPainter, at: QPointF) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.color("desk"), 2))
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(at, 8.0, 8.0)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 11.0, 11.0)

    def _paint_hours(self, painter: QPainter, hours: Hours, middle: float) -> None:
        """Ticks at every hour; the days named, and as many hours as there is room for."""
        theme, font = self._theme, text_font(self._size * 0.8)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        taken: list[tuple[float, float]] = []
        for minute in range(0, hours.length + 1, _HOUR):
            long = 12 if hours.clock(minute)[1] == "00:00" else 8
            x = self.x_of(minute)
            painter.setPen(QPen(theme.color("muted" if long == 12 else "rule"), 1))
            painter.drawLine(QPointF(x, middle + 4), QPointF(x, middle + long))
        for minute, text, use in self._labels(hours):
            width = metrics.horizontalAdvance(text)
            left = min(max(self.x_of(minute) - width / 2, 0.0), self.width() - width)
            if all(left + width + 8 < a or left > b + 8 for a, b in taken):
                taken.append((left, left + width))
                painter.setPen(theme.color(use))
                painter.drawText(QPointF(left, self.height() - metrics.descent()), text)

    def _labels(self, hours: Hours) -> list[tuple[int, str, str]]:
        """Minute, words and colour of what may stand under the groove, by weight."""
        days: list[tuple[int, str, str]] = []
        coarse: list[tuple[int, str, str]] = []
        fine: list[tuple[int, str, str]] = []
        for minute in range(0, hours.length + 1, _HOUR):
            day, hour = hours.clock(minute)
            if minute == 0 or hour == "00:00":
                text = margin_date(day, to_new_style(day), 0, "os", self._language)
                days.append((minute, text, "ink"))
            elif int(hour[:2]) % 3 == 0:
                text = time_text(hour, self._language)
                (coarse if int(hour[:2]) % 6 == 0 else fine).append((minute, text, "muted"))
        return [*days, *coarse, *fine]
