"""What the signs of an hour mean, in words, and how many places each side has."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.content.hours import HOLDERS, Moment
from reader.messages import sentence
from reader.text.digits import digits
from reader.ui.hour_words import counted
from reader.ui.map_hours import paint_bridge, paint_burst, paint_holder, paint_line
from reader.ui.theme import Theme, text_font

_SIGN = 22.0  # pixels that a sign takes
_GAP = 16.0
_Painter = Callable[[QPainter, QPointF], None]


def _burst(theme: Theme, filled: bool, painter: QPainter, at: QPointF) -> None:
    paint_burst(painter, at, theme, filled=filled)


class HourLegend(QWidget):
    """Signs with their words, in as many lines as they need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = 11.0
        self._language = "th"
        self._moment: Moment | None = None
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_moment(self, moment: Moment, language: str) -> None:
        """Explain the signs of ``moment``."""
        self._moment, self._language = moment, language
        self.setAccessibleName(", ".join(text for _, text in self._entries()))
        self.updateGeometry()
        self.update()

    def words(self) -> list[str]:
        """What the legend says, sign by sign."""
        return [text for _, text in self._entries()]

    def set_theme(self, theme: Theme, size: float) -> None:
        """Colours and type size."""
        self._theme, self._size = theme, size
        self.updateGeometry()
        self.update()

    def _entries(self) -> list[tuple[_Painter, str]]:
        moment, theme, language = self._moment, self._theme, self._language
        if moment is None:
            return []

        def holder_sign(holder: str) -> _Painter:
            return lambda painter, at: paint_holder(painter, at, 7.0, holder, theme)

        def bridge_sign(deck: str) -> _Painter:
            half = QPointF(9.0, 0.0)
            return lambda painter, at: paint_bridge(painter, at, half, deck, "neither", theme)

        entries: list[tuple[_Painter, str]] = [
            (
                holder_sign(holder),
                f"{sentence(f'holder-{holder}', language)} {digits(count, language)}",
            )
            for holder, count in counted(moment).items()
            if count or holder in HOLDERS[:2]
        ]
        decks = {hold.deck for hold in moment.holds.values() if hold.deck}
        entries += [
            (bridge_sign(deck), sentence(f"deck-{deck}", language))
            for deck in ("down", "up", "unknown")
            if deck in decks
        ]
        ring = moment.ring
        if ring is not None and ring.stage != "none":
            stage = ring.stage
            entries.append(
                (
                    lambda painter, at: paint_line(painter, at, stage, theme),
                    sentence(f"stage-{stage}", language),
                )
            )
        if any(len(berth.way) > 1 for berth in moment.berths.values()):
            entries.append(
                (
                    lambda painter, at: paint_line(painter, at, "way", theme),
                    sentence("ship-way", language),
                )
            )
        for shot in moment.shots:
            entries.append(
                (
                    partial(_burst, theme, shot.charge == "live"),
                    sentence(f"charge-{shot.charge}", language),
                )
            )
        return entries

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._lines(width) * self._pitch()) + 2

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 100 else 600
        return QSize(200, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, round(self._pitch()))

    def _pitch(self) -> float:
        return max(_SIGN, self._size * 4 / 3 * 1.6)

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(text_font(self._size * 0.9))

    def _lines(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1].top() / self._pitch()) + 1 if places else 1

    def _places(self, width: int) -> list[QRectF]:
        metrics, x, y, found = self._metrics(), 0.0, 0.0, []
        for _, text in self._entries():
            room = _SIGN + 4 + metrics.horizontalAdvance(text)
            if x and x + room > width:
                x, y = 0.0, y + self._pitch()
            found.append(QRectF(x, y, room, self._pitch()))
            x += room + _GAP
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = text_font(self._size * 0.9)
        for (paint, text), place in zip(self._entries(), self._places(self.width()), strict=True):
            painter.save()
            paint(painter, QPointF(place.left() + _SIGN / 2, place.center().y()))
            painter.restore()
            painter.setFont(font)
            painter.setPen(self._theme.color("ink"))
            painter.drawText(
                place.adjusted(_SIGN + 4, 0, 4, 0),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                text,
            )
