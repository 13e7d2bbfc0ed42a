"""What stands at the map's edges whatever it shows: scale bar, north, attribution, buttons."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolButton, QToolTip, QWidget

from reader.content.label_placement import Box
from reader.ui.map_camera import Camera, box_of
from reader.ui.map_legend import Legend
from reader.ui.map_lettering import FINE_PRINT, PLACE_NAME, Lettering
from reader.ui.theme import Theme

if TYPE_CHECKING:
    # At run time it is fetched when first needed: its enums take milliseconds to build.
    from PySide6.QtGui import QEnterEvent

_MARGIN = 8.0
"""Pixels between the map's edge and what stands there."""
_NARROW = 260
"""Below this width (pixels) the attribution folds to a button."""
_BUTTON_SIZE = 24
_LEGEND_SHARE = 0.08
"""How much of the map's area the table of signs may cover."""
_NEEDLE = 14.0
"""How long (pixels) the north arrow is."""
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


class ScaleBar(NamedTuple):
    """The bar on the map: a round number of metres, its length in pixels, what is written on it."""

    metres: int
    length: float
    text: str


class MapButton(QToolButton):
    """A button on the map; ``sign`` is what it shows: "+", "-", "home", "large" or "i"."""

    entered = Signal()
    """The pointer has come onto the button."""

    def __init__(self, sign: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = sign
        self._theme = theme
        # The keys + - 0 do the same; Tab is kept for the places.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def set_theme(self, theme: Theme) -> None:
        """Draws it in the colours of ``theme``."""
        self._theme = theme
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("rule"), 1))
        painter.setBrush(theme.color("desk" if self.isDown() else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        lively = self.isEnabled() and self.underMouse()
        ink = theme.color("accent" if lively else "ink" if self.isEnabled() else "rule")
        painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.translate(self.width() / 2, self.height() / 2)
        larger = self.width() / _BUTTON_SIZE
        painter.scale(larger, larger)
        for x1, y1, x2, y2 in _SIGNS[self._sign]:
            painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
        painter.end()


# fmt: off
_SIGNS: dict[str, tuple[tuple[float, float, float, float], ...]] = {
    "+": ((-5, 0, 5, 0), (0, -5, 0, 5)),
    "-": ((-5, 0, 5, 0),),
    "home": (
        (-6, -2.5, -6, -6), (-6, -6, -2.5, -6), (2.5, -6, 6, -6), (6, -6, 6, -2.5),
        (6, 2.5, 6, 6), (6, 6, 2.5, 6), (-2.5, 6, -6, 6), (-6, 6, -6, 2.5),
    ),
    "large": (
        (1.5, -6, 6, -6), (6, -6, 6, -1.5), (6, -6, 1, -1),
        (-1.5, 6, -6, 6), (-6, 6, -6, 1.5), (-6, 6, -1, 1),
    ),
    "i": ((0, -5.5, 0, -5.4), (0, -1.5, 0, 5.5)),
}
# fmt: on


class Furniture:
    """All of it, on the map that ``camera`` shows in ``view``.

    What is written, to be set before lay_out: language, "th" or "en", of the scale bar;
    attribution, the sentence; north, the letter.
    """

    def __init__(self, camera: Camera, lettering: Lettering, view: QWidget) -> None:
        self.language = "th"
        self.attribution = ""
        self.north = ""
        self.buttons = {sign: MapButton(sign, lettering.theme, view) for sign in _SIGNS}
        """By sign; "i" shows the attribution where the map has no room for it, "large" asks for
        the large map where there is one."""
        self.buttons["large"].hide()
        self._row = ["home", "-", "+"]
        self._bare = False
        self.legend = Legend()
        self._camera = camera
        self._lettering = lettering
        self._lines: list[str] = []
        self._lines_area = QRectF()
        self._bar_bottom = 0.0
        self.buttons["i"].clicked.connect(self._show_attribution)

    def add_enlarger(self) -> None:
        """Show the button that asks for the large map, first in the row."""
        self._row = ["large", "home", "-", "+"]
        self.buttons["large"].show()
        self.lay_out(self._lettering)

    def remove_buttons(self) -> None:
        """For a picture, which nobody can press."""
        self._row, self._bare = [], True
        for button in self.buttons.values():
            button.hide()

    def lay_out(self, lettering: Lettering) -> None:
        """Puts buttons and attribution where they belong in a widget of this size."""
        self._lettering = lettering
        width, height, margin = int(self._camera.width), int(self._camera.height), int(_MARGIN)
        size = max(_BUTTON_SIZE, round(1.15 * QFontMetricsF(lettering.font(PLACE_NAME)).height()))
        x = width - margin - size
        for number, sign in enumerate(self._row):
            self.buttons[sign].setGeometry(x - number * (size + 2), margin, size, size)
        self.buttons["i"].setGeometry(x, height - margin - size, size, size)

        metrics = QFontMetricsF(lettering.font(FINE_PRINT))
        self._lines, beside_bar = self._attribution_lines(metrics)
        self.buttons["i"].setVisible(not self._lines and not self._bare)
        across = max((metrics.horizontalAdvance(line) for line in self._lines), default=0.0) + 6
        down = len(self._lines) * metrics.height() + 2
        self._lines_area = QRectF(width - 3 - across, height - 3 - down, across, down)
        self._bar_bottom = height - 4 - (0.0 if beside_bar else down)

    def boxes(self) -> list[Box]:
        """What all of it covers."""
        areas = [QRectF(self.buttons[sign].geometry()) for sign in self._row]
        if self._lines or not self._bare:
            areas.append(self._lines_area if self._lines else QRectF(self.buttons["i"].geometry()))
        if self._has_legend:
            areas.append(self._legend_area())
        return [self._bar_box(), self._north_box(), *map(box_of, areas)]

    @property
    def _has_legend(self) -> bool:
        """It is left out where it would cover too much of the map."""
        width, height = self.legend.size(self._lettering)
        room = _LEGEND_SHARE * self._camera.width * self._camera.height
        return bool(width) and width * height < room

    def _legend_area(self) -> QRectF:
        width, height = self.legend.size(self._lettering)
        return QRectF(_MARGIN, self._bar_box().top - _MARGIN - height, width, height)

    def scale_bar(self) -> ScaleBar:
        """The scale bar for this scale."""
        longest = self._longest_bar() / self._camera.scale
        power = 10 ** math.floor(math.log10(longest))
        metres = next(power * step for step in (5, 2, 1) if power * step <= longest)
        metres = max(1, int(metres))
        if metres >= 1000:
            number, thai, english = metres // 1000, "กม.", "km"
        else:
            number, thai, english = metres, "ม.", "m"
        in_thai, in_english = f"{number} {thai}".translate(_THAI_DIGITS), f"{number} {english}"
        text = in_thai if self.language == "th" else in_english
        return ScaleBar(metres, metres * self._camera.scale, text)

    def paint(self, painter: QPainter) -> None:
        """Draws all but the buttons, which draw themselves."""
        self._paint_bar(painter)
        self._paint_north(painter)
        if self._has_legend:
            area = self._legend_area()
            self.legend.paint(painter, area.left(), area.top(), self._lettering)
        if self._lines:
            self._paint_attribution(painter)

    def _paint_bar(self, painter: QPainter) -> None:
        bar, box, theme = self.scale_bar(), self._bar_box(), self._lettering.theme
        left, bottom = box.left + 2, box.bottom - 3
        right = left + bar.length
        line = _polygon((left, bottom - 4), (left, bottom), (right, bottom), (right, bottom - 4))
        painter.setPen(_rim(theme, 4))
        painter.drawPolyline(line)
        flat = Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(theme.color("ink"), 1.6, Qt.PenStyle.SolidLine, flat))
        painter.drawPolyline(line)
        size = self._lettering.size(bar.text, PLACE_NAME)
        middle = QPointF(left + max(bar.length, size.width() - 4) / 2, box.top + size.height() / 2)
        self._lettering.draw(painter, middle, bar.text, PLACE_NAME)

    def _paint_north(self, painter: QPainter) -> None:
        box, theme = self._north_box(), self._lettering.theme
        x, top, foot = (box.left + box.right) / 2, box.top, box.top + _NEEDLE
        needle = _polygon((x, top), (x + 5, foot), (x, foot - 3), (x - 5, foot))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_rim(theme, 3))
        painter.drawPolygon(needle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        painter.drawPolygon(needle)
        self._lettering.draw(painter, QPointF(x, (foot + box.bottom) / 2), self.north, PLACE_NAME)

    def _paint_attribution(self, painter: QPainter) -> None:
        area, theme = self._lines_area, self._lettering.theme
        ground = theme.color("land")
        ground.setAlpha(215)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(area, 3, 3)
        font = self._lettering.font(FINE_PRINT)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        for number, text in enumerate(self._lines):
            x = area.right() - 3 - metrics.horizontalAdvance(text)
            y = area.top() + 1 + metrics.ascent() + number * metrics.height()
            painter.drawText(QPointF(x, y), text)

    def _bar_box(self) -> Box:
        bar = self.scale_bar()
        size = self._lettering.size(bar.text, PLACE_NAME)
        return Box(
            _MARGIN - 2,
            self._bar_bottom - 5 - size.height(),
            _MARGIN + 2 + max(bar.length, size.width()),
            self._bar_bottom,
        )

    def _north_box(self) -> Box:
        size = self._lettering.size(self.north, PLACE_NAME)
        width = max(12.0, size.width())
        return Box(_MARGIN, _MARGIN, _MARGIN + width, _MARGIN + _NEEDLE + size.height())

    def _longest_bar(self) -> float:
        return min(120.0, max(56.0, 0.28 * self._camera.width))

    def _attribution_lines(self, metrics: QFontMetricsF) -> tuple[list[str], bool]:
        """The attribution in one line or two, beside the scale bar if there is room, or else
        below it, and whether it is beside; no lines if the map is too small for any."""

        def longest(way: list[str]) -> float:
            return max(metrics.horizontalAdvance(line) for line in way)

        text, below = self.attribution, self._camera.width - 2 * _MARGIN
        beside = below - self._longest_bar() - _MARGIN
        halves = ([text[:at], text[at + 1 :]] for at, char in enumerate(text) if char == " ")
        if self._camera.width >= _NARROW:
            ways = [text], min(halves, key=longest, default=[text])
            for room in (beside, below):
                for way in ways:
                    if longest(way) <= room:
                        return way, room == beside
        return [], True

    def _show_attribution(self) -> None:
        button = self.buttons["i"]
        top_left = button.mapToGlobal(QPoint(0, 0))
        QToolTip.showText(top_left, self.attribution, button, button.rect())


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _rim(theme: Theme, width: float) -> QPen:
    """What sets a sign off from the map below it."""
    return QPen(
        theme.color("land"),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
