"""The hour: a slider, a clock in both calendars, a button that lets the hours pass.

Where motion is not wanted, the button goes one quarter-hour on instead of playing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QToolButton, QWidget

from reader.content.hours import Hours
from reader.ui.hour_slider import QUARTER, HourSlider
from reader.ui.hour_words import clock_text
from reader.ui.theme import Theme, text_font

_TARGET = 30  # pixels
_INTERVALS_MS = (1600, 800, 350)
"""How long a quarter-hour is shown while the hours pass: slow, usual, quick."""


class HourControl(QWidget):
    """Sets the hour. ``minute_changed``: the reader has set another; minutes of the hours."""

    minute_changed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = "th"
        self._hours: Hours | None = None
        self._still = False
        self._by_itself = False
        self._ticks = QTimer(self)
        self._ticks.timeout.connect(self._go_on)
        self.play = QToolButton(self)
        self.play.setMinimumSize(_TARGET + 8, _TARGET)
        self.play.clicked.connect(self.toggle_play)
        self.back = self._stepper(Qt.ArrowType.LeftArrow, -1)
        self.forward = self._stepper(Qt.ArrowType.RightArrow, 1)
        self.speed = QComboBox(self)
        self.speed.addItems(["", "", ""])
        self.speed.setCurrentIndex(1)
        self.speed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.speed.currentIndexChanged.connect(self._set_pace)
        self.slider = HourSlider(theme, self)
        self.slider.valueChanged.connect(self._on_value)
        self.clock = QLabel(self)
        self.clock.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.calendar = QLabel(self)
        self.aside = QLabel(self)
        self.aside.setWordWrap(True)
        self.aside.setContentsMargins(0, 2, 0, 4)  # vowels below the line
        self.aside.hide()
        self._size = 11.0
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(6)
        row.setVerticalSpacing(0)
        row.addWidget(self.clock, 0, 0, 1, 5)
        row.addWidget(self.calendar, 0, 5, Qt.AlignmentFlag.AlignRight)
        for column, widget in enumerate((self.back, self.play, self.forward, self.speed)):
            row.addWidget(widget, 1, column)
        row.addWidget(self.slider, 1, 4, 1, 2)
        row.addWidget(self.aside, 3, 0, 1, 6)
        row.setColumnStretch(4, 1)
        self._row, self._is_below = row, False

    def _stepper(self, arrow: Qt.ArrowType, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        button.setMinimumSize(_TARGET, _TARGET)
        button.clicked.connect(lambda: self.step(step))
        return button

    def set_hours(self, hours: Hours, events: Sequence[int], language: str) -> None:
        """Offer the span of ``hours``; events: the minutes to mark."""
        self._hours, self._language = hours, language
        self.slider.set_hours(hours, events, language)
        self._tell()

    @property
    def minute(self) -> int:
        """The minute that is set."""
        return self.slider.value()

    @property
    def is_playing(self) -> bool:
        """Whether the hours are passing by themselves."""
        return self._ticks.isActive()

    def show_minute(self, minute: int) -> None:
        """Stand at ``minute`` without saying so."""
        self._by_itself = True
        self.slider.setValue(minute)
        self._by_itself = False
        self._tell()

    @property
    def is_aside(self) -> bool:
        """Whether the hour has nothing to do with what is being read."""
        return self.aside.isVisibleTo(self)

    def set_aside(self, why: str) -> None:
        """Dim the clock and say why it has nothing to do with what is being read; "": it has."""
        if why == self.aside.text():
            return
        self.aside.setText(why)
        self.aside.setVisible(bool(why))
        self._dress_clock()
        self._tell()

    def _dress_clock(self) -> None:
        aside = bool(self.aside.text())
        self.clock.setFont(text_font(self._size * 1.15, bold=not aside))
        palette = self.clock.palette()
        palette.setColor(
            palette.ColorRole.WindowText, self._theme.color("muted" if aside else "ink")
        )
        self.clock.setPalette(palette)

    def set_still(self, still: bool) -> None:
        """Whether nothing is to move by itself."""
        self._still = still
        self.pause()
        self.speed.setVisible(not still)
        self.retranslate(self._language)

    def step(self, quarters: int) -> None:
        """So many quarter-hours on."""
        self.pause()
        self.slider.step(quarters)

    def toggle_play(self) -> None:
        """Let the hours pass, or stop them; one step where nothing is to move by itself."""
        if self._still:
            self.slider.step(1)
        elif self.is_playing:
            self.pause()
        elif self._hours is not None:
            if self.minute >= self._hours.length:
                self.slider.setValue(0)
            self._ticks.start(_INTERVALS_MS[self.speed.currentIndex()])
            self._name_play()

    def pause(self) -> None:
        """Stop the hours."""
        self._ticks.stop()
        self._name_play()

    def _set_pace(self, choice: int) -> None:
        self._ticks.setInterval(_INTERVALS_MS[max(choice, 0)])

    def _go_on(self) -> None:
        hours = self._hours
        if hours is None or self.minute >= hours.length:
            self.pause()
        else:
            self.slider.setValue(min(self.minute // QUARTER * QUARTER + QUARTER, hours.length))

    def _on_value(self, minute: int) -> None:
        self._tell()
        if not self._by_itself:
            self.minute_changed.emit(minute)

    def _tell(self) -> None:
        """The clock, on the screen and to a screen reader."""
        if self._hours is None:
            return
        text = clock_text(self._hours, self.minute, self._language)
        self.clock.setText(text)
        self._place_calendar()
        self.slider.setAccessibleDescription(" ".join(filter(None, (text, self.aside.text()))))
        self.slider.setToolTip(text)
        if self.slider.hasFocus():
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.slider, text))

    def _place_calendar(self) -> None:
        """Beside the clock, or below the slider where the hour would be covered."""
        wanted = self.clock.sizeHint().width() + self.calendar.sizeHint().width() + 6
        below = wanted > self.width()
        if below == self._is_below:
            return
        self._is_below = below
        self._row.removeWidget(self.calendar)
        if below:
            self._row.addWidget(self.calendar, 2, 0, 1, 6)
        else:
            self._row.addWidget(self.calendar, 0, 5, Qt.AlignmentFlag.AlignRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_calendar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle_play()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme, size: float) -> None:
        """Colours and type size."""
        self._theme, self._size = theme, size
        self.slider.set_theme(theme, size)
        self._dress_clock()
        self.aside.setFont(text_font(size * 0.92))
        self.calendar.setFont(text_font(size * 0.85))
        self._name_play()
        palette = self.calendar.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.color("muted"))
        self.calendar.setPalette(palette)

    def retranslate(self, language: str) -> None:
        """Take on the language of the interface."""
        self._language = language
        self.calendar.setText(self.tr("Old Style (New Style)"))
        self.calendar.setToolTip(
            self.tr("Days of the Julian calendar; in brackets those of the Gregorian one")
        )
        self.slider.setAccessibleName(self.tr("Hour"))
        for number, text in enumerate((self.tr("Slow"), self.tr("Medium"), self.tr("Quick"))):
            self.speed.setItemText(number, text)
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("Speed"))
        for button, name in (
            (self.back, self.tr("A quarter of an hour back")),
            (self.forward, self.tr("A quarter of an hour on")),
        ):
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._name_play()
        self._tell()

    def _name_play(self) -> None:
        if self._still:
            name, sign = self.tr("One step on"), "step"
        elif self.is_playing:
            name, sign = self.tr("Stop (Space)"), "pause"
        else:
            name, sign = self.tr("Let the hours pass (Space)"), "play"
        self.play.setIcon(_icon(sign, self._theme, self.devicePixelRatioF()))
        self.play.setToolTip(name)
        self.play.setAccessibleName(name)


def _icon(sign: str, theme: Theme, ratio: float) -> QIcon:
    """A triangle to play, two bars to pause, a triangle at a bar to go one step."""
    side = 16
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink"))
    if sign == "pause":
        for left in (3.0, 9.0):
            painter.drawRect(QRectF(left, 2.0, 4.0, 12.0))
    else:
        painter.drawPolygon(QPolygonF([QPointF(3, 2), QPointF(3, 14), QPointF(13, 8)]))
        if sign == "step":
            painter.drawRect(QRectF(13.0, 2.0, 2.5, 12.0))
    painter.end()
    return QIcon(pixmap)
