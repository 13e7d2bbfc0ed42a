"""The names on the map as small pictures with a halo, written once and then only copied."""

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPixmap,
    QTransform,
)

from reader.ui.theme import Theme, text_font


class Style(NamedTuple):
    """How a name is written.

    size: in parts of the application's type size. ink, halo, ground: uses of the theme; halo and
    ground "" for none.
    """

    size: float
    bold: bool
    ink: str
    halo: str
    ground: str = ""


class _Line(NamedTuple):
    """start: of its base line from that of the first; ink: about its own start."""

    text: str
    font: QFont
    start: QPointF
    ink: QRectF


PLACE_NAME = Style(0.95, False, "ink", "land")
MARKED_NAME = Style(0.95, True, "ink", "land")
CHOSEN_NAME = Style(0.95, True, "accent_ink", "", "accent")
WATER_NAME = Style(0.9, False, "water_ink", "")
DISTRICT_NAME = Style(0.9, False, "muted", "land")
STREET_NAME = Style(0.82, False, "muted", "land")
CANAL_NAME = Style(0.82, False, "water_ink", "land")
FINE_PRINT = Style(0.78, False, "muted", "")

_SMALLEST_POINTS = 7.0
_HALO = 1.5
"""How far (pixels) a halo reaches."""
_MOST_PICTURES = 400
_SECOND_LINE = 0.85
"""The size of a second name, in parts of the first's."""
_LEADING = 3.0
"""Pixels between the ink of two lines."""

_ROUNDED = 2.0  # pixels beyond the last letter's edge that its own side bearing may account for


class Lettering:
    """Writes names in the colours of one theme, in sizes that follow the application's ``font``.

    A name may have a second line, which is written smaller.
    """

    def __init__(self, font: QFont, theme: Theme) -> None:
        self.theme = theme
        points = font.pointSizeF()  # below 0 if its size is given in pixels
        self._points = points if points > 0 else QFontInfo(font).pointSizeF()
        self._ratio = 1.0
        self._fonts: dict[Style, QFont] = {}
        self._lines: dict[tuple[str, Style], list[_Line]] = {}
        self._inks: dict[tuple[str, Style], QRectF] = {}
        self._pictures: dict[tuple[str, Style, int], QPixmap] = {}

    def set_ratio(self, ratio: float) -> None:
        """Draws for a screen with so many device pixels in a logical one."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._pictures.clear()

    def font(self, style: Style) -> QFont:
        """The type of ``style``."""
        if style not in self._fonts:
            points = max(_SMALLEST_POINTS, style.size * self._points)
            self._fonts[style] = text_font(points, bold=style.bold)
        return self._fonts[style]

    def size(self, text: str, style: Style) -> QSizeF:
        """What the ink of ``text`` covers, its halo or ground included, in whole pixels."""
        return self._ink(text, style).size()

    def draw(
        self, painter: QPainter, middle: QPointF, text: str, style: Style, degrees: int = 0
    ) -> None:
        """Writes ``text`` about ``middle``, turned clockwise by ``degrees``."""
        picture = self._picture(text, style, degrees)
        ratio = self._ratio
        left = middle.x() * ratio - picture.width() / 2
        top = middle.y() * ratio - picture.height() / 2
        # On whole device pixels the letters stay sharp.
        painter.drawPixmap(QPointF(round(left) / ratio, round(top) / ratio), picture)

    def _ink(self, text: str, style: Style) -> QRectF:
        """The box of ``text`` about the start of its base line."""
        key = (text, style)
        if key not in self._inks:
            ink = QRectF()
            for line in self._lines_of(text, style):
                ink |= line.ink.translated(line.start)
            across, down = (4.0, 2.0) if style.ground else (_HALO + 0.5, _HALO + 0.5)
            left, top = math.floor(ink.left() - across), math.floor(ink.top() - down)
            right, bottom = math.ceil(ink.right() + across), math.ceil(ink.bottom() + down)
            self._inks[key] = QRectF(left, top, right - left, bottom - top)
        return self._inks[key]

    def _lines_of(self, text: str, style: Style) -> list[_Line]:
        key = (text, style)
        if key not in self._lines:
            first, *others = text.split("\n")
            lines = [_line(first, self.font(style), None)]
            for other in others:
                small = style._replace(size=style.size * _SECOND_LINE, bold=False)
                lines.append(_line(other, self.font(small), lines[-1]))
            self._lines[key] = lines
        return self._lines[key]

    def _picture(self, text: str, style: Style, degrees: int) -> QPixmap:
        key = (text, style, degrees)
        if key not in self._pictures:
            if len(self._pictures) >= _MOST_PICTURES:
                self._pictures.clear()
            ink = self._ink(text, style)
            turn = QTransform().scale(self._ratio, self._ratio).rotate(degrees)
            size = turn.mapRect(ink).size()
            picture = QPixmap(math.ceil(size.width()), math.ceil(size.height()))
            turn *= QTransform.fromTranslate(picture.width() / 2, picture.height() / 2)
            turn = QTransform.fromTranslate(-ink.center().x(), -ink.center().y()) * turn
            picture.fill(Qt.GlobalColor.transparent)
            if style.halo:
                letters = QPixmap(picture)
                self._write(letters, turn, text, style, style.halo)
                painter = QPainter(picture)
                for across, down in _halo(self._ratio):
                    painter.drawPixmap(across, down, letters)
                painter.end()
            self._write(picture, turn, text, style, style.ink)
            picture.setDevicePixelRatio(self._ratio)
            self._pictures[key] = picture
        return self._pictures[key]

    def _write(self, picture: QPixmap, turn: QTransform, text: str, style: Style, ink: str) -> None:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(turn)
        if style.ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color(style.ground))
            painter.drawRoundedRect(self._ink(text, style), 3, 3)
        painter.setPen(self.theme.color(ink))
        for line in self._lines_of(text, style):
            painter.setFont(line.font)
            painter.drawText(line.start, line.text)
        painter.end()


def _line(text: str, font: QFont, above: _Line | None) -> _Line:
    """A line of a name; ``above``: the line under whose middle it stands."""
    # The metrics' own box leaves out what stands on a vowel sign; the outline does not.
    outline = QPainterPath()
    outline.addText(0, 0, font, text)
    ink = outline.boundingRect()
    # where letters are drawn in whole pixels (Windows) a name is longer than its outline
    written = QFontMetricsF(font).horizontalAdvance(text)
    if written > ink.right() + _ROUNDED:
        ink.setRight(written)
    if above is None:
        return _Line(text, font, QPointF(), ink)
    foot = above.start.y() + above.ink.bottom()
    middle = above.start.x() + above.ink.center().x()
    return _Line(text, font, QPointF(middle - ink.center().x(), foot + _LEADING - ink.top()), ink)


def _halo(ratio: float) -> list[tuple[int, int]]:
    """Where (device pixels) the letters are drawn again to make a halo: in a ring."""
    reach = _HALO * ratio
    steps = range(-math.ceil(reach), math.ceil(reach) + 1)
    return [(x, y) for x in steps for y in steps if reach - 1 < math.hypot(x, y) <= reach]
