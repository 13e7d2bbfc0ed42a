"""The map of the city: mini-map in the side panel, large map in a window, the same widget.

Pointing at a place (or moving to it with Tab) tells its id, a click or Enter chooses it. Places
that the text points at are marked by a ring and a bold name. The wheel, a pinch, + and - zoom,
dragging and the arrow keys move the map, 0, Home, the third button or a double click on empty
ground show the whole city again.

Lengths on the plane are metres, x east, y north (see city_map.Projection); on the screen they are
logical pixels, y down.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip, QWidget

from reader.content.city_map import Branch, CityMap, Feature, MapPlace, Node, Projection
from reader.content.label_placement import (
    Box,
    Label,
    Shape,
    aslant,
    beside,
    inside,
    place_labels,
    upon,
)
from reader.ui.theme import Theme, text_font

if TYPE_CHECKING:
    # At run time they are fetched when first needed: their enums take milliseconds to build.
    from PySide6.QtGui import QEnterEvent, QHelpEvent, QNativeGestureEvent
    from PySide6.QtWidgets import QGestureEvent, QPinchGesture

_HIT_RADIUS = 12.0
_DOT_RADIUS = 4.0
_RING_RADIUS = 9.0
_FOCUS_RADIUS = 13.0
_MARGIN = 8.0
_BUTTON_SIZE = 24
_NARROW = 260
"""Below this width (pixels) the attribution folds to a button."""
_MAX_SCALE = 0.6
"""Pixels a metre; nearer, the few nodes of the map would look like a ruler's work."""
_SCALE_OF_RANK = {1: 0.0, 2: 0.05, 3: 0.1}
"""From which scale on (pixels a metre) a place of each rank is shown."""
_LINE_NAME_SCALE = 0.075
_AREA_NAME_SCALE = 0.05
"""From which scale on the map's own names are shown."""
_LEAST_BRIDGE = 6.0
_LEAST_NAMED_BRIDGE = 24.0
"""How long (pixels) a bridge must be to be drawn, and to be named."""
_SAME_WITHIN = {"district": 1000.0, "water": 300.0, "bridge": 150.0}
"""A place and a feature of one kind that are so near (metres) are the same."""
_AREAS = ("district", "water")
"""Kinds whose name stands on the ground itself, without a dot."""
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


class _Style(NamedTuple):
    """How a name is written. size: in parts of the application's type size."""

    size: float
    bold: bool
    ink: str
    halo: str
    ground: str = ""


_PLACE = _Style(0.95, False, "ink", "land")
_MARKED = _Style(0.95, True, "ink", "land")
_CHOSEN = _Style(0.95, True, "accent_ink", "", "accent")
_WATER = _Style(0.9, False, "water_ink", "")
_DISTRICT = _Style(0.9, False, "muted", "land")
_LINE = _Style(0.82, False, "muted", "land")
_CANAL = _Style(0.82, False, "water_ink", "land")
_FINE_PRINT = _Style(0.78, False, "muted", "")
_SMALLEST_POINTS = 7.0


class _Camera:
    """Which part of the plane the widget shows, and how large.

    sheet: the map's frame, subject: what must be in sight at the start; both in metres, (west,
    south, east, north). The view never leaves the sheet, so the map cannot be lost.
    """

    def __init__(self, sheet: Box, subject: Box) -> None:
        self.sheet = sheet
        self._subject = subject
        self.width = 1.0
        self.height = 1.0
        self.x = 0.0
        self.y = 0.0
        self.scale = 1.0
        self._at_home = True

    @property
    def state(self) -> tuple[float, float, float, float, float]:
        """Equal exactly when the same is shown."""
        return self.width, self.height, self.x, self.y, self.scale

    @property
    def can_grow(self) -> bool:
        return self.scale < self._scales()[1]

    @property
    def can_shrink(self) -> bool:
        return self.scale > self._scales()[0]

    def resize(self, width: float, height: float) -> None:
        self.width, self.height = max(1.0, width), max(1.0, height)
        if self._at_home:
            self.go_home()
        else:
            self._settle()

    def go_home(self) -> None:
        """The whole sheet, or as much of it as fills the widget with the subject in sight."""
        left, top, right, bottom = self._subject
        room = 6 * _DOT_RADIUS
        self.scale = min(
            max(self._ratios()),
            max(1.0, self.width - 2 * room) / max(1.0, right - left),
            max(1.0, self.height - 2 * room) / max(1.0, bottom - top),
        )
        self.x, self.y = (left + right) / 2, (top + bottom) / 2
        self._settle()
        self._at_home = True

    def zoom(self, factor: float, about: QPointF) -> None:
        """Makes everything ``factor`` times as large; what is at ``about`` stays there."""
        x, y = self.to_plane(about)
        self.scale *= factor
        self._limit_scale()
        self.look_at(
            x - (about.x() - self.width / 2) / self.scale,
            y + (about.y() - self.height / 2) / self.scale,
        )

    def pan(self, right: float, down: float) -> None:
        """Moves the map by so many pixels."""
        self.look_at(self.x - right / self.scale, self.y + down / self.scale)

    def look_at(self, x: float, y: float) -> None:
        self.x, self.y = x, y
        self._at_home = False
        self._settle()

    def to_screen(self, x: float, y: float) -> QPointF:
        return QPointF(
            self.width / 2 + (x - self.x) * self.scale, self.height / 2 - (y - self.y) * self.scale
        )

    def to_plane(self, point: QPointF) -> tuple[float, float]:
        return (
            self.x + (point.x() - self.width / 2) / self.scale,
            self.y - (point.y() - self.height / 2) / self.scale,
        )

    def transform(self) -> QTransform:
        s = self.scale
        return QTransform(s, 0, 0, -s, self.width / 2 - self.x * s, self.height / 2 + self.y * s)

    def sheet_on_screen(self) -> QRectF:
        west, south, east, north = self.sheet
        return QRectF(self.to_screen(west, north), self.to_screen(east, south))

    def visible(self) -> QRectF:
        """The part of the widget that the sheet covers."""
        return self.sheet_on_screen() & QRectF(0, 0, self.width, self.height)

    def _ratios(self) -> tuple[float, float]:
        west, south, east, north = self.sheet
        return self.width / (east - west), self.height / (north - south)

    def _scales(self) -> tuple[float, float]:
        """The smallest scale, which shows the whole sheet, and the largest."""
        smallest = min(self._ratios())
        return smallest, max(_MAX_SCALE, smallest)

    def _limit_scale(self) -> None:
        smallest, largest = self._scales()
        self.scale = min(max(self.scale, smallest), largest)

    def _settle(self) -> None:
        self._limit_scale()
        west, south, east, north = self.sheet
        self.x = _held(self.x, west, east, self.width / self.scale)
        self.y = _held(self.y, south, north, self.height / self.scale)


class _Ground:
    """What does not depend on the article: land, waters, streets, railways, bridges."""

    def __init__(self, city_map: CityMap, projection: Projection) -> None:
        features = city_map.features
        self._waters = [_path([feature], projection) for feature in features["water"]]
        self._canals = [(_path([f], projection), f.width_m) for f in features["canal"]]
        self._streets = _path(features["street"], projection)
        self._railways = _path(features["railway"], projection)
        self._bridges = [_path([feature], projection) for feature in features["bridge"]]

    def paint(self, painter: QPainter, camera: _Camera, theme: Theme) -> None:
        sheet = camera.sheet_on_screen()
        scale = camera.scale
        widget = QRectF(0, 0, camera.width, camera.height)
        if not sheet.contains(widget):
            painter.fillRect(widget, theme.color("desk"))
        painter.save()
        painter.setClipRect(sheet)
        painter.fillRect(sheet & widget, theme.color("land"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(camera.transform(), True)
        water = theme.color("water")
        # The thin line closes the seam between two waters that share an edge.
        painter.setPen(_line(water, 0.6))
        painter.setBrush(water)
        for path in self._waters:
            painter.drawPath(path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path, width in self._canals:
            painter.setPen(_line(water, max(1.2, width * scale)))
            painter.drawPath(path)
        painter.setPen(_line(theme.color("street"), _street_width(scale)))
        painter.drawPath(self._streets)
        dashed = _line(theme.color("railway"), 1.3)
        dashed.setCapStyle(Qt.PenCapStyle.FlatCap)
        dashed.setDashPattern([4, 3])
        painter.setPen(dashed)
        painter.drawPath(self._railways)
        bridge = _line(theme.color("bridge"), min(5.0, max(1.6, 20 * scale)))
        bridge.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(bridge)
        for path in self._bridges:
            if path.length() * scale >= _LEAST_BRIDGE:
                painter.drawPath(path)
        painter.restore()
        painter.setPen(QPen(theme.color("rule"), 1))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))


class _Lettering:
    """Names as small pictures, written once and then only copied onto the map."""

    _HALO = 1.5
    _MOST_PICTURES = 400

    def __init__(self, points: float, theme: Theme, ratio: float) -> None:
        self.ratio = ratio
        self._points = points
        self._theme = theme
        self._fonts: dict[_Style, QFont] = {}
        self._inks: dict[tuple[str, _Style], QRectF] = {}
        self._pictures: dict[tuple[str, _Style, int], QPixmap] = {}
        reach = self._HALO * ratio
        steps = range(-math.ceil(reach), math.ceil(reach) + 1)
        self._halo = [
            (across, down)
            for across in steps
            for down in steps
            if reach - 1 < math.hypot(across, down) <= reach
        ]

    def font(self, style: _Style) -> QFont:
        if style not in self._fonts:
            points = max(_SMALLEST_POINTS, style.size * self._points)
            self._fonts[style] = text_font(points, bold=style.bold)
        return self._fonts[style]

    def size(self, text: str, style: _Style) -> QSizeF:
        """What the ink of ``text`` covers, its halo or ground included, in whole pixels."""
        return self._ink(text, style).size()

    def draw(
        self, painter: QPainter, middle: QPointF, text: str, style: _Style, degrees: int = 0
    ) -> None:
        """Writes ``text`` about ``middle``, turned clockwise by ``degrees``."""
        picture = self._picture(text, style, degrees)
        left = (middle.x() * self.ratio) - picture.width() / 2
        top = (middle.y() * self.ratio) - picture.height() / 2
        # On whole device pixels the letters stay sharp.
        painter.drawPixmap(QPointF(round(left) / self.ratio, round(top) / self.ratio), picture)

    def _ink(self, text: str, style: _Style) -> QRectF:
        """The box of ``text`` about the start of its base line."""
        key = (text, style)
        if key not in self._inks:
            # The metrics' own box leaves out what stands on a vowel sign; the outline does not.
            outline = QPainterPath()
            outline.addText(0, 0, self.font(style), text)
            ink = outline.boundingRect()
            across, down = (4.0, 2.0) if style.ground else (self._HALO + 0.5, self._HALO + 0.5)
            left, top = math.floor(ink.left() - across), math.floor(ink.top() - down)
            right, bottom = math.ceil(ink.right() + across), math.ceil(ink.bottom() + down)
            self._inks[key] = QRectF(left, top, right - left, bottom - top)
        return self._inks[key]

    def _picture(self, text: str, style: _Style, degrees: int) -> QPixmap:
        key = (text, style, degrees)
        if key not in self._pictures:
            if len(self._pictures) >= self._MOST_PICTURES:
                self._pictures.clear()
            ink = self._ink(text, style)
            turn = QTransform().scale(self.ratio, self.ratio).rotate(degrees)
            size = turn.mapRect(ink).size()
            picture = QPixmap(math.ceil(size.width()), math.ceil(size.height()))
            turn *= QTransform.fromTranslate(picture.width() / 2, picture.height() / 2)
            turn = QTransform.fromTranslate(-ink.center().x(), -ink.center().y()) * turn
            picture.fill(Qt.GlobalColor.transparent)
            if style.halo:
                letters = QPixmap(picture)
                self._write(letters, turn, text, style, style.halo)
                painter = QPainter(picture)
                for across, down in self._halo:
                    painter.drawPixmap(across, down, letters)
                painter.end()
            self._write(picture, turn, text, style, style.ink)
            picture.setDevicePixelRatio(self.ratio)
            self._pictures[key] = picture
        return self._pictures[key]

    def _write(
        self, picture: QPixmap, turn: QTransform, text: str, style: _Style, ink: str
    ) -> None:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(turn)
        if style.ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(style.ground))
            painter.drawRoundedRect(self._ink(text, style), 3, 3)
        painter.setFont(self.font(style))
        painter.setPen(self._theme.color(ink))
        painter.drawText(QPointF(0, 0), text)
        painter.end()


class _MapButton(QToolButton):
    """A button on the map; ``sign`` is what it shows: "+", "-", "home" or "i"."""

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
    "i": ((0, -5.5, 0, -5.4), (0, -1.5, 0, 5.5)),
}
# fmt: on


class _Mark(NamedTuple):
    """A place as it stands on the screen. heading: of its arrow, in radians, clockwise from
    east, where the place itself is out of sight; None for a place in sight."""

    place: MapPlace
    at: QPointF
    heading: float | None

    @property
    def is_area(self) -> bool:
        return self.heading is None and self.place.kind in _AREAS


class _MapName(NamedTuple):
    """A name of the map itself. middle: of the name; degrees: it is turned by, clockwise."""

    text: str
    style: _Style
    middle: QPointF
    degrees: int
    shape: Shape


class _Arrangement(NamedTuple):
    """Everything that has a place on the screen besides the ground.

    marks: by place id. names: the box of each place's name that found room; taken: the index of
    its shape. map_names: those of waters, districts, streets, canals and bridges.
    """

    marks: dict[str, _Mark]
    names: dict[str, Box]
    taken: dict[str, int]
    map_names: dict[str, _MapName]
    furniture: list[Box]


class _Emphasis(NamedTuple):
    """The places that stand out. moved, hidden: the names of others, by key, that give way."""

    marks: dict[str, _Mark]
    names: dict[str, Box]
    moved: dict[str, Box]
    hidden: frozenset[str]


class ScaleBar(NamedTuple):
    """The bar on the map: a round number of metres, its length in pixels, what is written on it."""

    metres: int
    length: float
    text: str


class MapView(QWidget):
    """The map of one city with the places of an article.

    The language of names and digits is set by set_language; tooltips and accessible texts come
    from the application's translator.
    """

    place_pointed = Signal(str)
    """The id of the place under the pointer or the keyboard; "" when there is none any more."""
    place_chosen = Signal(str)
    """The id of a place that was clicked, or chosen with Enter."""

    def __init__(
        self,
        city_map: CityMap,
        places: Sequence[MapPlace],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._city_map = city_map
        self._theme = theme
        self._language = "th"
        self._projection = Projection(city_map.bbox)
        self._places = {place.id: place for place in places}
        self._metres = {
            place.id: self._projection.to_metres(place.lon, place.lat) for place in places
        }
        self._lines = {
            feature.id: [self._projection.to_metres(*node) for node in feature.parts[0]]
            for kind in ("street", "canal")
            for feature in city_map.features[kind]
        }
        self._ground = _Ground(city_map, self._projection)
        self._camera = self._new_camera()

        self._marked: tuple[str, ...] = ()
        self._selected = ""
        self._hovered = ""
        self._current = ""
        self._pointed = ""
        self._pressed_at: QPointF | None = None
        self._dragged_to: QPointF | None = None

        self._lettering: _Lettering | None = None
        self._ground_picture: tuple[object, QPixmap] | None = None
        self._arranged: tuple[object, _Arrangement] | None = None
        self._emphasised: tuple[object, _Emphasis] | None = None
        self._attribution: tuple[list[str], QRectF] = ([], QRectF())
        self._bar_bottom = 0.0

        self._buttons = {sign: _MapButton(sign, theme, self) for sign in _SIGNS}
        self._buttons["+"].clicked.connect(lambda: self.zoom_by(1.5))
        self._buttons["-"].clicked.connect(lambda: self.zoom_by(1 / 1.5))
        self._buttons["home"].clicked.connect(self.reset_view)
        self._buttons["i"].clicked.connect(self._show_attribution)
        for button in self._buttons.values():
            button.entered.connect(lambda: self._hover(""))
        self._retranslate()

        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    # What others may ask

    def mark_places(self, ids: Iterable[str]) -> None:
        """Marks exactly these places, as those the text points at; unknown ids are passed over."""
        marked = tuple(id for id in dict.fromkeys(ids) if id in self._places)
        if marked != self._marked:
            self._marked = marked
            self.update()

    def select_place(self, id: str) -> None:
        """Shows this place as the chosen one until another is; "" or an unknown id shows none."""
        selected = id if id in self._places else ""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draws everything in the colours of ``theme``."""
        self._theme = theme
        for button in self._buttons.values():
            button.set_theme(theme)
        self._forget_pictures()

    def set_language(self, language: str) -> None:
        """Writes names and numbers in ``"th"`` or ``"en"``."""
        if language not in ("th", "en"):
            raise ValueError(f"no such language: {language!r}; use 'th' or 'en'")
        self._language = language
        self._retranslate()
        self._forget_pictures()

    def reset_view(self) -> None:
        """Shows the whole city, as at the start."""
        self._camera.go_home()
        self._view_changed()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Makes the map ``factor`` times as large, within its limits.

        What is at ``about`` (pixels in the widget; without it, the middle) stays there unless the
        edge of the map would come into sight.
        """
        middle = QPointF(self._camera.width / 2, self._camera.height / 2)
        self._camera.zoom(factor, middle if about is None else about)
        self._view_changed()

    def centre_on(self, id: str) -> None:
        """Brings a place as near to the middle as the map's edge allows.

        Comes nearer where places of its rank are not shown yet; an unknown id changes nothing.
        """
        place = self._places.get(id)
        if place is None:
            return
        nearest = _SCALE_OF_RANK.get(place.rank, 0.0)
        self._camera.scale = max(self._camera.scale, nearest)
        self._camera.look_at(*self._metres[id])
        self._view_changed()

    def view_scale(self) -> float:
        """Pixels a metre."""
        return self._camera.scale

    def scale_bar(self) -> ScaleBar:
        """The scale bar now shown."""
        longest = self._longest_bar() / self._camera.scale
        power = 10 ** math.floor(math.log10(longest))
        metres = next(power * step for step in (5, 2, 1) if power * step <= longest)
        metres = max(1, int(metres))
        number, unit = (metres // 1000, 1) if metres >= 1000 else (metres, 0)
        if self._language == "th":
            text = f"{number} {('ม.', 'กม.')[unit]}".translate(_THAI_DIGITS)
        else:
            text = f"{number} {('m', 'km')[unit]}"
        return ScaleBar(metres, metres * self._camera.scale, text)

    def position_at(self, point: QPointF) -> tuple[float, float]:
        """(longitude, latitude) of a point in the widget (pixels)."""
        return self._projection.to_degrees(*self._camera.to_plane(point))

    def place_at(self, point: QPointF) -> str:
        """The id of the place whose dot, arrow or name is at ``point`` (pixels), or ""."""
        arrangement, emphasis = self._arrangement(), self._emphasis()
        best, least = "", _HIT_RADIUS
        for id, mark in (*emphasis.marks.items(), *arrangement.marks.items()):
            distance = math.hypot(mark.at.x() - point.x(), mark.at.y() - point.y())
            if not mark.is_area and distance < least:
                best, least = id, distance
        if best:
            return best
        plain = {id: arrangement.names[id] for id in emphasis.names if id in arrangement.names}
        for boxes in (emphasis.names, self._plain_names(), plain):
            for id, box in boxes.items():
                if _contains(box, point):
                    return id
        return ""

    def place_position(self, id: str) -> QPointF | None:
        """Where a place's dot, arrow or area name stands (pixels); None if it is not shown."""
        mark = self._emphasis().marks.get(id) or self._arrangement().marks.get(id)
        return mark.at if mark else None

    def name_boxes(self) -> dict[str, tuple[QRectF, ...]]:
        """What each name now on the map covers (pixels), by place id or, for the map's own
        names, by "map:" and the feature's id."""
        arrangement, emphasis = self._arrangement(), self._emphasis()
        boxes: dict[str, tuple[QRectF, ...]] = {
            id: (_rect(box),) for id, box in (self._plain_names() | emphasis.names).items()
        }
        for key, name in arrangement.map_names.items():
            if key not in emphasis.hidden:
                boxes[key] = tuple(_rect(box) for box in name.shape)
        return boxes

    def dot_boxes(self) -> dict[str, QRectF]:
        """What each place's dot or arrow covers (pixels), by place id."""
        marks = self._arrangement().marks | self._emphasis().marks
        return {id: _rect(_dot_box(m)) for id, m in marks.items() if not m.is_area}

    def fixed_boxes(self) -> list[QRectF]:
        """What buttons, scale bar, north arrow and attribution cover (pixels)."""
        return [_rect(box) for box in self._arrangement().furniture]

    def sizeHint(self) -> QSize:
        return QSize(280, 210)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        arrangement, emphasis = self._arrangement(), self._emphasis()
        lettering = self._letters()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground_pixmap())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for key, name in arrangement.map_names.items():
            if key in emphasis.hidden:
                continue
            lettering.draw(painter, name.middle, name.text, name.style, name.degrees)
        for id, mark in reversed(arrangement.marks.items()):
            if id not in emphasis.marks:
                self._paint_mark(painter, mark)
        for id, box in self._plain_names().items():
            place = self._places[id]
            lettering.draw(painter, _rect(box).center(), self._label(place), _style_of(place))
        for id, mark in emphasis.marks.items():
            self._paint_emphasised(painter, id, mark, emphasis.names.get(id))
        self._paint_furniture(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_mark(self, painter: QPainter, mark: _Mark, use: str = "place") -> None:
        if mark.is_area:
            return
        shape = _glyph(mark)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.strokePath(shape, _line(self._theme.color("land"), 2.5))
        painter.fillPath(shape, self._theme.color(use))

    def _paint_emphasised(self, painter: QPainter, id: str, mark: _Mark, box: Box | None) -> None:
        theme = self._theme
        chosen, marked = id == self._selected, id in self._marked or id == self._hovered
        use = "accent" if chosen and not marked else "place_marked"
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mark.is_area:
            if box is not None:
                painter.setPen(QPen(theme.color(use), 2))
                painter.drawRoundedRect(_rect(box).adjusted(-1, -1, 1, 1), 5, 5)
        else:
            painter.setPen(QPen(theme.color("land"), 4))
            painter.drawEllipse(mark.at, _RING_RADIUS, _RING_RADIUS)
            painter.setPen(QPen(theme.color(use), 2))
            painter.drawEllipse(mark.at, _RING_RADIUS, _RING_RADIUS)
            self._paint_mark(painter, mark, use)
        if id == self._current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2, Qt.PenStyle.DotLine))
            if mark.is_area and box is not None:
                painter.drawRoundedRect(_rect(box).adjusted(-4, -4, 4, 4), 6, 6)
            else:
                painter.drawEllipse(mark.at, _FOCUS_RADIUS, _FOCUS_RADIUS)
        if box is not None:
            style = _CHOSEN if chosen else _MARKED
            self._letters().draw(painter, _rect(box).center(), self._label(mark.place), style)

    def _paint_furniture(self, painter: QPainter) -> None:
        theme, letters = self._theme, self._letters()
        bar, box = self.scale_bar(), self._scale_bar_box()
        pen = QPen(theme.color("ink"), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        left, bottom = box.left + 2, box.bottom - 3
        line = QPolygonF(
            [
                QPointF(left, bottom - 4),
                QPointF(left, bottom),
                QPointF(left + bar.length, bottom),
                QPointF(left + bar.length, bottom - 4),
            ]
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_line(theme.color("land"), 4))
        painter.drawPolyline(line)
        painter.setPen(pen)
        painter.drawPolyline(line)
        size = letters.size(bar.text, _PLACE)
        x = left + max(bar.length, size.width() - 4) / 2
        letters.draw(painter, QPointF(x, box.top + size.height() / 2), bar.text, _PLACE)

        north = self._north_box()
        middle = (north.left + north.right) / 2
        needle = QPolygonF(
            [
                QPointF(middle, north.top),
                QPointF(middle + 5, north.top + 14),
                QPointF(middle, north.top + 11),
                QPointF(middle - 5, north.top + 14),
            ]
        )
        painter.setPen(_line(theme.color("land"), 3))
        painter.drawPolygon(needle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        painter.drawPolygon(needle)
        letter = self._north_letter()
        below = north.top + 14 + letters.size(letter, _PLACE).height() / 2
        letters.draw(painter, QPointF(middle, below), letter, _PLACE)

        lines, area = self._attribution
        if lines:
            ground = theme.color("land")
            ground.setAlpha(215)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(area, 3, 3)
            font = letters.font(_FINE_PRINT)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(theme.color("muted"))
            for number, text in enumerate(lines):
                x = area.right() - 3 - metrics.horizontalAdvance(text)
                y = area.top() + 1 + metrics.ascent() + number * metrics.height()
                painter.drawText(QPointF(x, y), text)

    def _ground_pixmap(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        key = (self._camera.state, ratio)
        if self._ground_picture is None or self._ground_picture[0] != key:
            picture = QPixmap(math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            painter = QPainter(picture)
            self._ground.paint(painter, self._camera, self._theme)
            painter.end()
            self._ground_picture = key, picture
        return self._ground_picture[1]

    # Arranging

    def _arrangement(self) -> _Arrangement:
        key = (self._camera.state, self._language)
        if self._arranged is None or self._arranged[0] != key:
            self._arranged = key, self._arrange()
        return self._arranged[1]

    def _arrange(self) -> _Arrangement:
        furniture, frame = self._furniture(), self._frame()
        marks = self._marks_in_sight(furniture)
        ways: dict[str, tuple[Shape, ...]] = {}
        for id, mark in marks.items():
            ways[id] = self._shapes(mark, _style_of(mark.place), _half(mark))
            if mark.heading is not None:
                ways[id] += inside(ways[id], frame)
        taken: dict[str, int] = {}
        names: dict[str, Box] = {}
        for rank in sorted({mark.place.rank for mark in marks.values()}):
            # A name goes around every dot if it can; if not, lesser dots wait below it.
            for last in (math.inf, rank):
                peers = {
                    id: ways[id]
                    for id, mark in marks.items()
                    if mark.place.rank == rank and id not in taken
                }
                fixed = [*furniture, *_dot_boxes(marks, last), *names.values()]
                found = _placed(marks, peers, frame, fixed)
                taken |= found
                names |= {id: ways[id][index][0] for id, index in found.items()}
            covered = list(names.values())
            marks = {
                id: mark
                for id, mark in marks.items()
                if mark.place.rank <= rank
                or mark.is_area
                or not _touches((_dot_box(mark),), covered)
            }
        tried: dict[str, _MapName] = {}
        labels = [Label(key, 0, _noting(tried, key, way)) for key, way in self._map_names()]
        written = place_labels(labels, frame, [*furniture, *_dot_boxes(marks), *names.values()])
        map_names = {key: tried[key] for key in written}
        return _Arrangement(marks, names, taken, map_names, furniture)

    def _marks_in_sight(self, furniture: Sequence[Box]) -> dict[str, _Mark]:
        """The places to show, the important ones first; a dot that would touch that of a more
        important place waits until the reader comes nearer."""
        marks: dict[str, _Mark] = {}
        dots: list[tuple[int, Box]] = []
        arrows = list(furniture)
        for id, place in sorted(self._places.items(), key=lambda item: item[1].rank):
            mark = self._mark(place, arrows) if self._is_shown(place) else None
            if mark is None:
                continue
            if not mark.is_area:
                dot = _dot_box(mark)
                if any(rank < place.rank and other.overlaps(dot) for rank, other in dots):
                    continue
                dots.append((place.rank, dot))
                if mark.heading is not None:
                    arrows.append(dot)
            marks[id] = mark
        return marks

    def _emphasis(self) -> _Emphasis:
        ids = dict.fromkeys((self._current, self._hovered, *self._marked, self._selected))
        key = (self._camera.state, self._language, self._selected, *ids)
        if self._emphasised is None or self._emphasised[0] != key:
            chosen = [id for id in ids if id]
            emphasis = self._emphasise(chosen) if chosen else _Emphasis({}, {}, {}, frozenset())
            self._emphasised = key, emphasis
        return self._emphasised[1]

    def _emphasise(self, ids: Sequence[str]) -> _Emphasis:
        """Finds room for bold names; another name moves only if it is in the way of one, and is
        hidden only if it finds no other room."""
        arranged, frame = self._arrangement(), self._frame()
        others: dict[str, Shape] = {id: (box,) for id, box in arranged.names.items()}
        others |= {key: name.shape for key, name in arranged.map_names.items()}
        marks: dict[str, _Mark] = {}
        fixed = [*arranged.furniture, *_dot_boxes(arranged.marks)]
        for id in ids:
            others.pop(id, None)
            mark = arranged.marks.get(id) or self._mark(self._places[id], fixed, anywhere=True)
            if mark is not None:
                marks[id] = mark
                if not mark.is_area:
                    fixed.append(_square(mark.at, self._reach(id)))
        names: dict[str, Box] = {}
        for id, mark in marks.items():
            style = _CHOSEN if id == self._selected else _MARKED
            ways = self._shapes(mark, style, self._reach(id))
            ways = (ways[arranged.taken.get(id, 0) % len(ways)], *ways, *inside(ways, frame))
            label = Label(id, 0, ways)
            kept = [box for shape in others.values() for box in shape]
            place = place_labels([label], frame, [*fixed, *kept])
            place = place or place_labels([label], frame, fixed)
            if place:
                names[id] = ways[place[id]][0]
                ring = 5.0 if id == self._current else 2.0
                fixed.append(_grown(names[id], ring) if mark.is_area else names[id])
        hidden = {key for key, shape in others.items() if _touches(shape, fixed)}
        kept = [box for key, shape in others.items() if key not in hidden for box in shape]
        ways_of = {
            id: self._shapes(mark, _style_of(mark.place), _half(mark))
            for id, mark in arranged.marks.items()
            if id in hidden
        }
        found = _placed(arranged.marks, ways_of, frame, [*fixed, *kept])
        moved = {id: ways_of[id][index][0] for id, index in found.items()}
        return _Emphasis(marks, names, moved, frozenset(hidden - moved.keys()))

    def _reach(self, id: str) -> float:
        """How far the rings around an emphasised place reach."""
        return (_FOCUS_RADIUS if id == self._current else _RING_RADIUS) + 1

    def _plain_names(self) -> dict[str, Box]:
        """The names of all places that do not stand out."""
        emphasis = self._emphasis()
        names = {
            id: box
            for id, box in self._arrangement().names.items()
            if id not in emphasis.names and id not in emphasis.hidden
        }
        return names | emphasis.moved

    def _is_shown(self, place: MapPlace) -> bool:
        return self._camera.scale >= _SCALE_OF_RANK.get(place.rank, 0.0)

    def _mark(
        self, place: MapPlace, obstacles: Sequence[Box], *, anywhere: bool = False
    ) -> _Mark | None:
        """Where a place stands; out of sight, its arrow at the frame if it is an edge place or
        may be ``anywhere``."""
        at = self._camera.to_screen(*self._metres[place.id])
        visible = self._camera.visible()
        if not place.edge and visible.contains(at):
            return _Mark(place, at, None)
        if not place.edge and not anywhere:
            return None
        inset = _MARGIN + 4
        frame = visible.adjusted(inset, inset, -inset, -inset)
        x = min(max(at.x(), frame.left()), frame.right())
        y = min(max(at.y(), frame.top()), frame.bottom())
        on_side = abs(at.x() - x) > abs(at.y() - y)
        for slide in _slides(frame.height() if on_side else frame.width()):
            foot = QPointF(x, y + slide) if on_side else QPointF(x + slide, y)
            mark = _Mark(place, foot, math.atan2(at.y() - foot.y(), at.x() - foot.x()))
            if frame.contains(foot) and not any(_dot_box(mark).overlaps(o) for o in obstacles):
                return mark
        return None

    def _shapes(self, mark: _Mark, style: _Style, reach: float) -> tuple[Shape, ...]:
        """Where a name may stand; ``reach``: of the place's sign and rings from its middle."""
        size = self._letters().size(self._label(mark.place), style)
        x, y, width, height = mark.at.x(), mark.at.y(), size.width(), size.height()
        if mark.is_area:
            return upon(x, y, width=width, height=height)
        return beside(x, y, width=width, height=height, gap=1.2 * reach + 0.5)

    def _map_names(self) -> Iterator[tuple[str, Iterable[_MapName]]]:
        """The names of the map itself, each with the ways it may stand, best first."""
        scale, features = self._camera.scale, self._city_map.features
        if scale < _AREA_NAME_SCALE:
            return
        for feature in features["district"]:
            if not self._is_place("district", feature, feature.parts[0][0]):
                yield (
                    f"map:{feature.id}",
                    self._upright(self._name(feature), _DISTRICT, feature.parts[0][0]),
                )
        for feature in features["water"]:
            for number, branch in enumerate(feature.labels):
                if not self._is_place("water", branch, branch.at):
                    text = self._name(branch)
                    yield f"map:{feature.id}:{number}", self._upright(text, _WATER, branch.at)
        if scale < _LINE_NAME_SCALE:
            return
        for kind, style in (("street", _LINE), ("canal", _CANAL)):
            for feature in features[kind]:
                yield f"map:{feature.id}", self._along(feature, style)
        for feature in features["bridge"]:
            first, last = feature.parts[0][0], feature.parts[0][-1]
            middle = Node((first.lon + last.lon) / 2, (first.lat + last.lat) / 2)
            if not self._is_place("bridge", feature, middle):
                yield f"map:{feature.id}", self._beside_bridge(feature, middle)

    def _beside_bridge(self, feature: Feature, node: Node) -> list[_MapName]:
        ends = [self._projection.to_metres(*feature.parts[0][end]) for end in (0, -1)]
        if math.dist(*ends) * self._camera.scale < _LEAST_NAMED_BRIDGE:
            return []
        return self._upright(self._name(feature), _LINE, node, gap=8.0)

    def _is_place(self, kind: str, named: Feature | Branch, node: Node) -> bool:
        """Whether what the map names is one of the article's places, which has its own name."""
        x, y = self._projection.to_metres(*node)
        for id, place in self._places.items():
            if place.kind == kind:
                east, north = self._metres[id]
                near = math.hypot(east - x, north - y) < _SAME_WITHIN[kind]
                if near or named.name_th in (place.name_th, place.label_th):
                    return True
        return False

    def _upright(
        self, text: str, style: _Style, node: Node, gap: float | None = None
    ) -> list[_MapName]:
        """Ways to write a name upon a point or, with a ``gap`` (pixels), beside it."""
        at = self._camera.to_screen(*self._projection.to_metres(node.lon, node.lat))
        if not text or not self._camera.visible().contains(at):
            return []
        x, y, size = at.x(), at.y(), self._letters().size(text, style)
        if gap is None:
            shapes = upon(x, y, width=size.width(), height=size.height())
        else:
            shapes = beside(x, y, width=size.width(), height=size.height(), gap=gap)
        return [_MapName(text, style, _rect(shape[0]).center(), 0, shape) for shape in shapes]

    def _along(self, feature: Feature, style: _Style) -> Iterator[_MapName]:
        """Ways to write a name beside a line, where it is straight enough."""
        text = self._name(feature)
        if not text:
            return
        size = self._letters().size(text, style)
        scale, visible = self._camera.scale, self._frame()
        left, top = self._camera.width / 2, self._camera.height / 2
        east, north = self._camera.x, self._camera.y
        nodes = [
            (left + (x - east) * scale, top - (y - north) * scale)
            for x, y in self._lines[feature.id]
        ]
        width = feature.width_m * scale if feature.width_m else _street_width(scale)
        aside = (width + size.height()) / 2 if width < size.height() + 2 else 0.0
        for x, y, across, down in _straight_runs(nodes, size.width(), visible):
            degrees = round(math.degrees(math.atan(down / across))) if across else 90
            angle = math.radians(degrees)
            for sign in (-1, 1) if aside else (0,):
                middle = QPointF(
                    x - sign * aside * math.sin(angle), y + sign * aside * math.cos(angle)
                )
                shape = aslant(
                    middle.x(), middle.y(), angle, width=size.width(), height=size.height()
                )
                yield _MapName(text, style, middle, degrees, shape)

    def _frame(self) -> Box:
        visible = self._camera.visible().adjusted(3, 3, -3, -3)
        return Box(visible.left(), visible.top(), visible.right(), visible.bottom())

    def _label(self, place: MapPlace) -> str:
        if self._language == "th":
            return place.label_th or place.name_th
        return place.label_en or place.name_en

    def _name(self, named: Feature | Branch) -> str:
        return named.name_th if self._language == "th" else named.name_en

    # Furniture: scale bar, north arrow, attribution, buttons

    def _furniture(self) -> list[Box]:
        lines, area = self._attribution
        shown = ["+", "-", "home"] if lines else list(_SIGNS)
        boxes = [QRectF(self._buttons[sign].geometry()) for sign in shown]
        boxes += [area] if lines else []
        return [self._scale_bar_box(), self._north_box(), *map(_box, boxes)]

    def _place_furniture(self) -> None:
        """Puts the buttons and the attribution where they belong in a widget of this size."""
        margin = int(_MARGIN)
        size = max(_BUTTON_SIZE, round(1.15 * QFontMetricsF(self._letters().font(_PLACE)).height()))
        x = self.width() - margin - size
        for number, sign in enumerate(("home", "-", "+")):
            self._buttons[sign].setGeometry(x - number * (size + 2), margin, size, size)
        metrics = QFontMetricsF(self._letters().font(_FINE_PRINT))
        lines, beside_bar = self._attribution_lines(metrics)
        folded = self._buttons["i"]
        folded.setGeometry(x, self.height() - margin - size, size, size)
        folded.setVisible(not lines)
        width = max((metrics.horizontalAdvance(line) for line in lines), default=0.0) + 6
        height = len(lines) * metrics.height() + 2
        self._attribution = (
            lines,
            QRectF(self.width() - 3 - width, self.height() - 3 - height, width, height),
        )
        self._bar_bottom = self.height() - 4 - (0.0 if beside_bar else height)

    def _attribution_lines(self, metrics: QFontMetricsF) -> tuple[list[str], bool]:
        """The attribution in one line or two, beside the scale bar if there is room, or else
        below it, and whether it is beside; no lines if the map is too small for any."""
        text = self._attribution_text()
        spaces = [offset for offset, char in enumerate(text) if char == " "]
        ways = [[text[:space], text[space + 1 :]] for space in spaces]
        ways.sort(key=lambda way: max(metrics.horizontalAdvance(line) for line in way))
        below = self._camera.width - 2 * _MARGIN
        if self.width() >= _NARROW:
            for room in (below - self._longest_bar() - _MARGIN, below):
                for way in ([text], *ways[:1]):
                    if max(metrics.horizontalAdvance(line) for line in way) <= room:
                        return way, room < below
        return [], True

    def _attribution_text(self) -> str:
        if self._language == "th":
            return self._city_map.attribution_th
        return self._city_map.attribution_en

    def _show_attribution(self) -> None:
        button = self._buttons["i"]
        QToolTip.showText(
            button.mapToGlobal(QPoint(0, 0)), self._attribution_text(), button, button.rect()
        )

    def _longest_bar(self) -> float:
        return min(120.0, max(56.0, 0.28 * self._camera.width))

    def _scale_bar_box(self) -> Box:
        bar = self.scale_bar()
        size = self._letters().size(bar.text, _PLACE)
        return Box(
            _MARGIN - 2,
            self._bar_bottom - 5 - size.height(),
            _MARGIN + 2 + max(bar.length, size.width()),
            self._bar_bottom,
        )

    def _north_box(self) -> Box:
        size = self._letters().size(self._north_letter(), _PLACE)
        width = max(12.0, size.width())
        return Box(_MARGIN, _MARGIN, _MARGIN + width, _MARGIN + 14 + size.height())

    def _north_letter(self) -> str:
        return self.tr("N")

    # Events

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Gesture:
            return self._pinch(cast("QGestureEvent", event))
        if kind == QEvent.Type.NativeGesture:
            return self._pinch_on_pad(cast("QNativeGestureEvent", event))
        if kind == QEvent.Type.ToolTip:
            self._show_tooltip(cast("QHelpEvent", event))
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._forget_pictures()
        elif event.type() == QEvent.Type.FontChange:
            self._forget_pictures()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._camera.resize(self.width(), self.height())
        self._place_furniture()
        self._view_changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if not turned:
            event.ignore()
            return
        self.zoom_by(1.25 ** (turned / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(self.place_at(position))
            return
        if self._dragged_to is None:
            moved = (position - self._pressed_at).manhattanLength()
            if moved < QApplication.startDragDistance():
                return
            self._dragged_to = self._pressed_at
            self._hover("")
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        step = position - self._dragged_to
        self._dragged_to = position
        self._camera.pan(step.x(), step.y())
        self._view_changed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        pressed_at, dragged = self._pressed_at, self._dragged_to is not None
        self._pressed_at = self._dragged_to = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if pressed_at is None:
            return
        place = self.place_at(event.position())
        if not dragged and place and place == self.place_at(pressed_at):
            self.place_chosen.emit(place)
        self._hover(self.place_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        on_ground = not self.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and on_ground:
            self.reset_view()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        step = 0.15 * min(self._camera.width, self._camera.height)
        if event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
        elif key in _PANS:
            right, down = _PANS[key]
            self._camera.pan(right * step, down * step)
            self._view_changed()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) or text in _THAI_PLUS:
            self.zoom_by(1.5)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore) or text in _THAI_MINUS:
            self.zoom_by(1 / 1.5)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home) or text in _THAI_ZERO:
            self.reset_view()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current:
            self.place_chosen.emit(self._current)
        elif key == Qt.Key.Key_Escape and self._current:
            self._set_current("")
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the places shown at this scale, then on to the next widget."""
        ids = [id for id, place in self._places.items() if self._is_shown(place)]
        number = ids.index(self._current) if self._current in ids else -1
        number += 1 if next else -1
        if not self.hasFocus() or number < -1 or number >= len(ids):
            return super().focusNextPrevChild(next)
        self._set_current(ids[number] if number >= 0 else "")
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.BacktabFocusReason:
            shown = [id for id, place in self._places.items() if self._is_shown(place)]
            self._set_current(shown[-1] if shown else "")
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            self._set_current("")
        self.update()

    # What follows from events

    def _hover(self, id: str) -> None:
        if id == self._hovered:
            return
        self._hovered = id
        self.setCursor(Qt.CursorShape.PointingHandCursor if id else Qt.CursorShape.OpenHandCursor)
        self._tell_pointed()

    def _set_current(self, id: str) -> None:
        if id == self._current:
            return
        self._current = id
        if id:
            place = self._places[id]
            at = self._camera.to_screen(*self._metres[id])
            if not place.edge and not self._camera.visible().contains(at):
                self._camera.look_at(*self._metres[id])
                self._view_changed()
            self._announce(place)
        self._tell_pointed()

    def _announce(self, place: MapPlace) -> None:
        """Tells a screen reader the place, which is no widget of its own."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if QAccessible.isActive():
            text = ": ".join(part for part in self._description(place) if part)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _tell_pointed(self) -> None:
        self.update()
        pointed = self._hovered or self._current
        if pointed != self._pointed:
            self._pointed = pointed
            self.place_pointed.emit(pointed)

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = cast("QPinchGesture | None", event.gesture(Qt.GestureType.PinchGesture))
        if pinch is None:
            return False
        if pinch.changeFlags() & pinch.ChangeFlag.ScaleFactorChanged:
            about = QPointF(self.mapFromGlobal(pinch.centerPoint().toPoint()))
            self.zoom_by(max(0.2, pinch.scaleFactor()), about)
        event.accept(pinch)
        return True

    def _pinch_on_pad(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return super().event(event)
        self.zoom_by(max(0.2, 1 + event.value()), event.position())
        return True

    def _show_tooltip(self, event: QHelpEvent) -> None:
        id = self.place_at(QPointF(event.pos()))
        if not id:
            QToolTip.hideText()
            return
        name, line = (
            text.replace("&", "&amp;").replace("<", "&lt;")
            for text in self._description(self._places[id])
        )
        around = QRect(event.pos() - QPoint(4, 4), QSize(8, 8))
        QToolTip.showText(event.globalPos(), f"<b>{name}</b><br>{line}", self, around)

    def _description(self, place: MapPlace) -> tuple[str, str]:
        if self._language == "th":
            return place.name_th, place.line_th
        return place.name_en, place.line_en

    def _view_changed(self) -> None:
        camera = self._camera
        self._buttons["+"].setEnabled(camera.can_grow)
        self._buttons["-"].setEnabled(camera.can_shrink)
        self.update()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Map of Petrograd in 1917"))
        self.setAccessibleDescription(
            self.tr("Tab goes from place to place, Enter opens the place.")
            + " "
            + self.tr("The arrow keys move the map, plus and minus zoom, 0 shows the whole city.")
        )
        for sign, text in (
            ("+", self.tr("Zoom in")),
            ("-", self.tr("Zoom out")),
            ("home", self.tr("Show the whole city")),
            ("i", self.tr("About this map")),
        ):
            self._buttons[sign].setAccessibleName(text)
            self._buttons[sign].setToolTip(text)
        self._buttons["i"].setToolTip(self._attribution_text())
        self._buttons["i"].setAccessibleDescription(self._attribution_text())

    def _forget_pictures(self) -> None:
        self._lettering = None
        self._ground_picture = None
        self._arranged = None
        self._emphasised = None
        self._place_furniture()
        self.update()

    def _letters(self) -> _Lettering:
        ratio = self.devicePixelRatioF()
        if self._lettering is None or self._lettering.ratio != ratio:
            points = self.font().pointSizeF()
            if points <= 0:
                points = QFontInfo(self.font()).pointSizeF()
            self._lettering = _Lettering(points, self._theme, ratio)
        return self._lettering

    def _new_camera(self) -> _Camera:
        bbox = self._city_map.bbox
        west, south = self._projection.to_metres(bbox.west, bbox.south)
        east, north = self._projection.to_metres(bbox.east, bbox.north)
        inner = [
            self._metres[id] for id, p in self._places.items() if p.rank == 1 and not p.edge
        ] or [(0.0, 0.0)]
        across, up = [x for x, _ in inner], [y for _, y in inner]
        subject = Box(min(across), min(up), max(across), max(up))
        return _Camera(Box(west, south, east, north), subject)


_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_PANS = {
    int(Qt.Key.Key_Left): (1, 0),
    int(Qt.Key.Key_Right): (-1, 0),
    int(Qt.Key.Key_Up): (0, 1),
    int(Qt.Key.Key_Down): (0, -1),
}
# On the Thai keyboard the keys + - 0 type these.
_THAI_PLUS = ("ช", "ฌ")
_THAI_MINUS = ("ข",)
_THAI_ZERO = ("จ", "๐")


def _path(features: Iterable[Feature], projection: Projection) -> QPainterPath:
    path = QPainterPath()
    for feature in features:
        for part in feature.parts:
            points = [QPointF(*projection.to_metres(*node)) for node in part]
            path.addPolygon(QPolygonF(points))
    return path


def _line(color: QColor, width: float) -> QPen:
    """A pen ``width`` pixels wide at any zoom."""
    pen = QPen(color, width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _street_width(scale: float) -> float:
    return min(6.0, max(1.2, 22 * scale))


def _glyph(mark: _Mark) -> QPainterPath:
    """The sign of a place: a dot, a ship, a square for a station or the arrow to one outside."""
    x, y, r = mark.at.x(), mark.at.y(), _DOT_RADIUS
    path = QPainterPath()
    if mark.heading is not None:
        turned = QTransform().translate(x, y).rotateRadians(mark.heading)
        path.addPolygon(turned.map(_ARROW))
        path.closeSubpath()
    elif mark.place.kind == "ship":
        path.addPolygon(_SHIP.translated(mark.at))
        path.closeSubpath()
    elif mark.place.kind == "station":
        path.addRect(QRectF(x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1))
    else:
        path.addEllipse(mark.at, r, r)
    return path


_ARROW = QPolygonF([QPointF(7, 0), QPointF(-4, -6), QPointF(-1, 0), QPointF(-4, 6)])
# fmt: off
# A cruiser from the side: bow left, one mast, three funnels.
_SHIP = QPolygonF([QPointF(x, y) for x, y in (
    (-8, 0), (-5, 0), (-5, -6), (-4, -6), (-4, 0), (-3, 0), (-3, -4), (-1.5, -4), (-1.5, 0),
    (-0.5, 0), (-0.5, -4), (1, -4), (1, 0), (2, 0), (2, -4), (3.5, -4), (3.5, 0), (8, 0),
    (6.5, 4), (-6, 4),
)])
# fmt: on


def _style_of(place: MapPlace) -> _Style:
    return {"water": _WATER, "district": _DISTRICT}.get(place.kind, _PLACE)


def _dot_box(mark: _Mark) -> Box:
    if mark.place.kind == "ship" and mark.heading is None:
        x, y = mark.at.x(), mark.at.y()
        return Box(x - 9, y - 7, x + 9, y + 5)
    return _square(mark.at, _half(mark))


def _dot_boxes(marks: Mapping[str, _Mark], last_rank: float = math.inf) -> list[Box]:
    """What the signs of the places down to ``last_rank`` cover."""
    return [
        _dot_box(mark)
        for mark in marks.values()
        if mark.place.rank <= last_rank and not mark.is_area
    ]


def _half(mark: _Mark) -> float:
    """How far a place's sign reaches from its middle."""
    if mark.heading is not None:
        return 7.0
    return 9.0 if mark.place.kind == "ship" else _DOT_RADIUS + 1


def _square(middle: QPointF, half: float) -> Box:
    x, y = middle.x(), middle.y()
    return Box(x - half, y - half, x + half, y + half)


def _grown(box: Box, by: float) -> Box:
    return Box(box.left - by, box.top - by, box.right + by, box.bottom + by)


def _slides(length: float) -> Iterator[float]:
    """0, then ever farther to either side, up to ``length``."""
    yield 0.0
    for number in range(1, int(length // 8)):
        yield 8.0 * number
        yield -8.0 * number


def _straight_runs(
    nodes: Sequence[tuple[float, float]], length: float, visible: Box
) -> Iterator[tuple[float, float, float, float]]:
    """Where along a line a name of ``length`` may stand, from the middle of the line outwards.

    For each visible stretch of that length that hardly bends: x and y of its middle, then how
    far it goes across and down.
    """
    distances = [0.0]
    for (x, y), (next_x, next_y) in pairwise(nodes):
        distances.append(distances[-1] + math.hypot(next_x - x, next_y - y))
    whole = distances[-1]
    if whole < length:
        return
    for slide in _slides(whole / 2):
        start = whole / 2 - length / 2 + slide * max(1.0, length / 24)
        if start < 0 or start + length > whole:
            continue
        x, y = _at(nodes, distances, start + length / 2)
        if not (visible.left < x < visible.right and visible.top < y < visible.bottom):
            continue
        (x1, y1), (x2, y2) = (_at(nodes, distances, d) for d in (start, start + length))
        if math.hypot(x2 - x1, y2 - y1) > 0.985 * length:
            yield (x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1


def _at(
    nodes: Sequence[tuple[float, float]], distances: Sequence[float], distance: float
) -> tuple[float, float]:
    """The point ``distance`` along a line; ``distances``: of its nodes."""
    number = min(max(bisect_right(distances, distance), 1), len(nodes) - 1)
    span = distances[number] - distances[number - 1]
    part = (distance - distances[number - 1]) / span if span else 0.0
    (x1, y1), (x2, y2) = nodes[number - 1], nodes[number]
    return x1 + (x2 - x1) * part, y1 + (y2 - y1) * part


def _placed(
    marks: Mapping[str, _Mark],
    ways: Mapping[str, tuple[Shape, ...]],
    frame: Box,
    fixed: Sequence[Box],
) -> dict[str, int]:
    """The way each name takes, dots before areas. Where that leaves out one of the first rank,
    those left out go first in a second try, and the try that writes more names counts."""

    def attempt(first: Collection[str]) -> dict[str, int]:
        return place_labels(
            [Label(id, id not in first and 1 + marks[id].is_area, ways[id]) for id in ways],
            frame,
            fixed,
        )

    placed = attempt(())
    left_out = [id for id in ways if id not in placed and marks[id].place.rank == 1]
    return max(placed, attempt(left_out), key=len) if left_out else placed


def _touches(shape: Shape, boxes: Sequence[Box]) -> bool:
    return any(part.overlaps(box) for part in shape for box in boxes)


def _noting(last: dict[str, _MapName], key: str, choice: Iterable[_MapName]) -> Iterator[Shape]:
    """The shapes of ``choice``, the last one asked for being noted in ``last``."""
    for name in choice:
        last[key] = name
        yield name.shape


def _held(middle: float, low: float, high: float, extent: float) -> float:
    """``middle`` moved so that ``extent`` around it stays between ``low`` and ``high``."""
    if high - low <= extent:
        return (low + high) / 2
    return min(max(middle, low + extent / 2), high - extent / 2)


def _contains(box: Box, point: QPointF) -> bool:
    return box.left <= point.x() <= box.right and box.top <= point.y() <= box.bottom


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)


def _box(rect: QRectF) -> Box:
    return Box(rect.left(), rect.top(), rect.right(), rect.bottom())
