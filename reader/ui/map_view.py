"""The map of the city: mini-map in the side panel, large map in a window, the same widget.

Pointing at a place (or moving to it with Tab) tells its id, a click or Enter chooses it. Places
that the text points at are marked by a ring and a bold name. The wheel, a pinch, + and - zoom,
dragging and the arrow keys move the map, 0, Home, a button or a double click on empty ground
show the whole city again. On a map that offers enlarging, that double click asks for the large map.

While the map is dragged, names and signs go along with the ground; when it rests, they are
arranged anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from reader.content.city_map import CityMap, MapPlace, Projection
from reader.ui.map_camera import rect_of
from reader.ui.map_furniture import Furniture, ScaleBar
from reader.ui.map_legend import Row
from reader.ui.map_lettering import Lettering
from reader.ui.map_names import least_scale
from reader.ui.map_picture import MapPicture, Overlay, camera_on
from reader.ui.map_scene import Emphasis, Scene
from reader.ui.map_speech import announce, name_parts, show_tooltip, told_of
from reader.ui.map_wording import Wording
from reader.ui.theme import Theme

if TYPE_CHECKING:
    # At run time they are fetched when first needed: their enums take milliseconds to build.
    from PySide6.QtGui import QHelpEvent, QImage, QNativeGestureEvent
    from PySide6.QtWidgets import QGestureEvent, QPinchGesture

_ZOOM = 1.5
"""How much larger a key or a button makes the map."""
_REST_MS = 120
"""After so long without a move a map that is being dragged rests."""
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
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class MapView(QWidget):
    """The map of one city with the places of an article.

    The language of names and digits is set by set_language; tooltips and accessible texts come
    from the application's translator.
    """

    place_pointed = Signal(str)
    """The id of the place under the pointer or the keyboard; "" when there is none any more."""
    place_chosen = Signal(str)
    """The id of a place that was clicked, or chosen with Enter."""
    enlarge_asked = Signal()
    """The reader wants the large map; only after offer_enlarging."""

    def __init__(
        self,
        city_map: CityMap,
        places: Sequence[MapPlace],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._city_map = city_map
        self._places = {place.id: place for place in places}
        self._theme = theme
        self._language = "th"
        self._second = ""
        self._emphasis = Emphasis(current="", hovered="", marked=(), chosen="")
        self._projection = Projection(city_map.bbox)
        self._camera = camera_on(city_map, places, self._projection)
        lettering = Lettering(self.font(), theme)
        self._furniture = Furniture(self._camera, lettering, self)
        self._picture = MapPicture(
            city_map, self._places, self._projection, self._camera, self._furniture, lettering
        )
        self._pressed_at: QPointF | None = None
        self._dragged_to: QPointF | None = None
        self._enlarges = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._arrange_anew)

        buttons = self._furniture.buttons
        buttons["+"].clicked.connect(lambda: self.zoom_by(_ZOOM))
        buttons["-"].clicked.connect(lambda: self.zoom_by(1 / _ZOOM))
        buttons["home"].clicked.connect(self.reset_view)
        buttons["large"].clicked.connect(self.enlarge_asked)
        for button in buttons.values():
            button.entered.connect(lambda: self._hover(""))
        self._retranslate()

        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    # What others may ask

    @property
    def overlays(self) -> list[Overlay]:
        """What is drawn between the signs of places and the names; after a change call update."""
        return self._picture.overlays

    @property
    def projection(self) -> Projection:
        """Degrees to the camera's plane and back."""
        return self._projection

    @property
    def city_map(self) -> CityMap:
        """The map that is shown."""
        return self._city_map

    def mark_places(self, ids: Iterable[str]) -> None:
        """Marks exactly these places, as those the text points at; unknown ids are passed over."""
        marked = tuple(id for id in dict.fromkeys(ids) if id in self._places)
        self._emphasise(self._emphasis._replace(marked=marked))

    def select_place(self, id: str) -> None:
        """Shows this place as the chosen one until another is; "" or an unknown id shows none."""
        chosen = id if id in self._places else ""
        self._emphasise(self._emphasis._replace(chosen=chosen))

    def set_theme(self, theme: Theme) -> None:
        """Draws everything in the colours of ``theme``."""
        self._theme = theme
        for button in self._furniture.buttons.values():
            button.set_theme(theme)
        self._write_anew()

    def set_language(self, language: str) -> None:
        """Writes names and numbers in ``"th"`` or ``"en"``."""
        if language not in ("th", "en"):
            raise ValueError(f"no such language: {language!r}; use 'th' or 'en'")
        self._language = language
        self._retranslate()
        self._write_anew()

    def show_place(self, id: str) -> None:
        """Brings a place to the middle and puts the keyboard's ring around it; unknown ids and ""
        only take the ring away."""
        self.centre_on(id)
        self._set_current(id if id in self._places else "")

    def set_legend(self, rows: Sequence[Row]) -> None:
        """Explains the signs on the map, where there is room; no rows for no table."""
        self._furniture.legend.rows = tuple(rows)
        self._write_anew()

    def take_view(self, other: MapView) -> None:
        """Takes the size and the view of ``other``, its legend, and what is laid over it."""
        self.resize(other.size())
        self._picture.resize(other.width(), other.height())
        camera = other._camera
        self._camera.scale = camera.scale
        self._camera.look_at(camera.x, camera.y)
        self._furniture.legend.rows = other._furniture.legend.rows
        self.overlays[:] = other.overlays
        self._emphasis = other._emphasis

    @property
    def second_names(self) -> str:
        """The language of the second names, "" for none."""
        return self._second

    def picture(self, ratio: float, *, complete: bool = False) -> QImage:
        """The map as it is shown, without its buttons and without what only the keyboard or the
        pointer marks; ``ratio``: pixels of the picture in one of the widget; ``complete``: with
        the signs of all places. For a widget that is not shown: its buttons are gone afterwards."""
        from PySide6.QtGui import QImage

        self._furniture.remove_buttons()
        self._picture.complete = complete
        self._write_anew()
        self._picture.resize(self.width(), self.height())
        image = QImage(self.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        self._picture.paint(painter, self._emphasis._replace(current="", hovered=""), ratio)
        painter.end()
        return image

    def offer_enlarging(self) -> None:
        """Shows a button for the large map; a double click on empty ground then asks for it, too,
        instead of showing the whole city."""
        self._enlarges = True
        self._furniture.add_enlarger()
        self._write_anew()

    def set_second_names(self, language: str) -> None:
        """Writes below each name the one in ``"th"``, ``"en"`` or ``"ru"``; ``""``: none."""
        if language not in ("", "th", "en", "ru"):
            raise ValueError(f"no such language: {language!r}; use 'th', 'en', 'ru' or ''")
        if language != self._second:
            self._second = language
            self._write_anew()

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
        if place is not None:
            self._camera.look_at(*self._metres(place), least_scale=least_scale(place))
            self._view_changed()

    def view_scale(self) -> float:
        """Pixels a metre."""
        return self._camera.scale

    def scale_bar(self) -> ScaleBar:
        """The scale bar now shown."""
        return self._furniture.scale_bar()

    def position_at(self, point: QPointF) -> tuple[float, float]:
        """(longitude, latitude) of a point in the widget (pixels)."""
        return self._projection.to_degrees(*self._camera.to_plane(point))

    def place_at(self, point: QPointF) -> str:
        """The id of the place whose dot, arrow or name is at ``point`` (pixels), or ""."""
        return self._scene().place_at(point)

    def place_position(self, id: str) -> QPointF | None:
        """Where a place's dot, arrow or area name stands (pixels); None if it is not shown."""
        mark = self._scene().all_marks.get(id)
        return mark.at if mark else None

    def name_boxes(self) -> dict[str, tuple[QRectF, ...]]:
        """What each name now on the map covers (pixels), by place id or, for the map's own
        names, by "map:" and the feature's id."""
        boxes = self._scene().name_boxes()
        return {key: tuple(map(rect_of, shape)) for key, shape in boxes.items()}

    def dot_boxes(self) -> dict[str, QRectF]:
        """What each place's dot or arrow covers (pixels), by place id."""
        marks = self._scene().all_marks
        return {id: rect_of(mark.box) for id, mark in marks.items() if not mark.is_area}

    def fixed_boxes(self) -> list[QRectF]:
        """What buttons, scale bar, north arrow and attribution cover (pixels)."""
        return [rect_of(box) for box in self._furniture.boxes()]

    def sizeHint(self) -> QSize:
        return QSize(280, 210)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._picture.paint(painter, self._emphasis, self.devicePixelRatioF())
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

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
            self._write_anew()
        elif event.type() == QEvent.Type.FontChange:
            self._write_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture.resize(self.width(), self.height())
        self._view_changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        event.setAccepted(turned != 0)
        if turned:
            self.zoom_by(1.25 ** (turned / 120), event.position())

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
            away = (position - self._pressed_at).manhattanLength()
            if away < QApplication.startDragDistance():
                return
            self._dragged_to = self._pressed_at
            self._hover("")
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        # Whole pixels of the screen: what was drawn can then be moved instead of drawn anew.
        ratio = self.devicePixelRatioF()
        moved = position - self._dragged_to
        step = QPointF(round(moved.x() * ratio) / ratio, round(moved.y() * ratio) / ratio)
        self._dragged_to += step
        self._slide(step.x(), step.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        pressed_at, dragged = self._pressed_at, self._dragged_to is not None
        self._pressed_at = self._dragged_to = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if pressed_at is None:
            return
        if dragged:
            self._arrange_anew()
        place = self.place_at(event.position())
        if not dragged and place and place == self.place_at(pressed_at):
            self.place_chosen.emit(place)
        self._hover(self.place_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        on_ground = not self.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and on_ground:
            if self._enlarges:
                self.enlarge_asked.emit()
            else:
                self.reset_view()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text, current = event.key(), event.text(), self._emphasis.current
        step = round(0.15 * min(self._camera.width, self._camera.height))
        if event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
        elif key in _PANS:
            right, down = _PANS[key]
            self._slide(right * step, down * step)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) or text in _THAI_PLUS:
            self.zoom_by(_ZOOM)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore) or text in _THAI_MINUS:
            self.zoom_by(1 / _ZOOM)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home) or text in _THAI_ZERO:
            self.reset_view()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and current:
            self.place_chosen.emit(current)
        elif key == Qt.Key.Key_Escape and current:
            self._set_current("")
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the places shown at this scale, then on to the next widget."""
        ids, current = self._shown_places(), self._emphasis.current
        number = ids.index(current) if current in ids else -1
        number += 1 if next else -1
        if not self.hasFocus() or number < -1 or number >= len(ids):
            return super().focusNextPrevChild(next)
        self._set_current(ids[number] if number >= 0 else "")
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._set_current(next(reversed(self._shown_places()), ""))
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
        if id != self._emphasis.hovered:
            shape = Qt.CursorShape.PointingHandCursor if id else Qt.CursorShape.OpenHandCursor
            self.setCursor(shape)
            self._emphasise(self._emphasis._replace(hovered=id))

    def _set_current(self, id: str) -> None:
        if id == self._emphasis.current:
            return
        if id:
            place = self._places[id]
            if not place.edge and not self._camera.sees(*self._metres(place)):
                self.centre_on(id)
            announce(self, self._told_of(place))
        self._emphasise(self._emphasis._replace(current=id))

    def _emphasise(self, emphasis: Emphasis) -> None:
        before, self._emphasis = self._emphasis, emphasis
        if emphasis != before:
            self.update()
        if emphasis.pointed != before.pointed:
            self.place_pointed.emit(emphasis.pointed)

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
        show_tooltip(self, event, self._told_of(self._places[id]) if id else None)

    def _told_of(self, place: MapPlace) -> tuple[str, str]:
        return told_of(place, self._language, (o.remark(place.id) for o in self.overlays))

    def _scene(self) -> Scene:
        return self._picture.scene(self._emphasis)

    def _shown_places(self) -> list[str]:
        scale = self._camera.scale
        return [id for id, place in self._places.items() if scale >= least_scale(place)]

    def _metres(self, place: MapPlace) -> tuple[float, float]:
        return self._projection.to_metres(place.lon, place.lat)

    def _view_changed(self) -> None:
        buttons = self._furniture.buttons
        buttons["+"].setEnabled(self._camera.can_grow)
        buttons["-"].setEnabled(self._camera.can_shrink)
        self.update()

    def _slide(self, right: float, down: float) -> None:
        self._picture.slide(right, down, self._emphasis)
        self._rest.start()
        self._view_changed()

    def _arrange_anew(self) -> None:
        self._rest.stop()
        self._picture.arrange_anew()
        self.update()

    def _write_anew(self) -> None:
        self._picture.write(
            Lettering(self.font(), self._theme), Wording(self._language, self._second)
        )
        self.update()

    def _retranslate(self) -> None:
        name_parts(self, self._furniture, self._city_map, self._language)
