"""The whole picture of the map: ground, signs of places, overlays, names, furniture, drawn in that
order.

Where names and signs stand is found once for each view and then kept; so is the ground.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from reader.content.city_map import CityMap, MapPlace, Projection
from reader.content.label_placement import Box
from reader.ui.map_camera import Camera, rect_of
from reader.ui.map_furniture import Furniture
from reader.ui.map_ground import Ground
from reader.ui.map_ground_names import GroundNames
from reader.ui.map_lettering import Lettering, Style
from reader.ui.map_marks import (
    Mark,
    paint_frame,
    paint_leaders,
    paint_ring,
    paint_signs,
)
from reader.ui.map_name_ways import style_of
from reader.ui.map_names import Arranger
from reader.ui.map_scene import Arrangement, Claim, Emphasis, Scene
from reader.ui.map_wording import Wording
from reader.ui.theme import Theme


class Overlay(Protocol):
    """Something drawn over the ground and the signs of places, and under every name."""

    @property
    def state(self) -> object:
        """Equal as long as it takes the same room in the same view."""

    def claim(self, camera: Camera) -> Claim | None:
        """The room it takes in that view; None while it draws nothing."""

    @property
    def own_signs(self) -> frozenset[str]:
        """The places whose signs it draws itself."""

    def remark(self, id: str) -> str:
        """What it has to say about a place, after what is always said of it; "" for nothing."""

    def paint(
        self, painter: QPainter, camera: Camera, theme: Theme, marks: Mapping[str, Mark]
    ) -> None:
        """Draws it in the widget's pixels, its own signs where ``marks`` has them, by place; the
        painter's state is restored afterwards."""


def camera_on(city_map: CityMap, places: Iterable[MapPlace], projection: Projection) -> Camera:
    """The view of the map, with all places of the first rank in sight at the start."""
    bbox = city_map.bbox
    sheet = Box(
        *projection.to_metres(bbox.west, bbox.south), *projection.to_metres(bbox.east, bbox.north)
    )
    first = [place for place in places if place.rank == 1 and not place.edge]
    metres = [projection.to_metres(place.lon, place.lat) for place in first] or [(0.0, 0.0)]
    east, north = zip(*metres, strict=True)
    return Camera(sheet, Box(min(east), min(north), max(east), max(north)))


class MapPicture:
    """A city and its ``places``, by id, as ``camera`` shows them, under the ``furniture``."""

    def __init__(
        self,
        city_map: CityMap,
        places: Mapping[str, MapPlace],
        projection: Projection,
        camera: Camera,
        furniture: Furniture,
        lettering: Lettering,
    ) -> None:
        self._places = places
        self._projection = projection
        self._camera = camera
        self._furniture = furniture
        self._lettering = lettering
        self._wording = Wording()
        self.overlays: list[Overlay] = []
        """In the order in which they are drawn."""
        self.complete = False
        """Whether every place gets its sign, however close to another and at any scale."""
        self._ground = Ground(city_map, projection)
        self._ground_names = GroundNames(city_map, places.values(), projection)
        # Each with what it was made for.
        self._arranged: tuple[object, Arrangement] | None = None
        self._staged: tuple[object, Scene] | None = None
        self._slid = QPointF()  # how far the map has moved under what was arranged

    def write(self, lettering: Lettering, wording: Wording) -> None:
        """Draws with this lettering from now on, names in these languages."""
        self._lettering = lettering
        self._wording = wording
        self._furniture.lay_out(lettering)
        self.arrange_anew()

    def resize(self, width: int, height: int) -> None:
        """Fills a widget of this size."""
        self._camera.resize(width, height)
        self._furniture.lay_out(self._lettering)

    def scene(self, emphasis: Emphasis) -> Scene:
        """Where names and signs stand."""
        key = self._key(), emphasis
        if self._staged is None or self._staged[0] != key:
            self._staged = key, self._arranger().emphasise(self._slid_arrangement(), emphasis)
        return self._staged[1]

    def slide(self, right: float, down: float, emphasis: Emphasis) -> None:
        """Moves the map by so many pixels. What stands on it goes along as it is, until
        arrange_anew or any other change of the view."""
        arrangement, scene = self._arrangement(), self.scene(emphasis)
        by = self._camera.pan(right, down)
        self._arranged = self._key(), arrangement
        self._slid += by
        self._staged = (self._key(), emphasis), scene.slid(by)

    def arrange_anew(self) -> None:
        """Forgets where names and signs stood."""
        self._arranged = None
        self._staged = None

    def paint(self, painter: QPainter, emphasis: Emphasis, ratio: float) -> None:
        """Draws it all; ``ratio``: device pixels in a logical one."""
        scene, theme = self.scene(emphasis), self._lettering.theme
        self._lettering.set_ratio(ratio)
        painter.drawPixmap(0, 0, self._ground.picture(self._camera, theme, ratio))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        own = frozenset(id for overlay in self.overlays for id in overlay.own_signs)
        # what an overlay draws itself still needs the arrow that points to it from the edge
        marks = scene.all_marks if own else {}
        unsigned = {id for id in own if id in marks and marks[id].heading is None}
        signs = [mark for id, mark in scene.marks.items() if id not in unsigned]
        # what an overlay tells apart by colour stands out from the rest
        paint_signs(painter, reversed(signs), theme, "muted" if own else "place")
        for overlay in self.overlays:
            painter.save()
            overlay.paint(painter, self._camera, theme, marks)
            painter.restore()
        for name in scene.ground_names.values():
            self._lettering.draw(painter, name.middle, name.text, name.style, name.degrees)
        if scene.leaders:
            paint_leaders(painter, scene.leaders.values(), theme)
        for id, box in scene.names.items():
            self._write(painter, id, box, style_of(self._places[id]))
        for ring in {ring.ids: ring for ring in scene.rings.values()}.values():
            color = emphasis.color_of(ring.ids[0])
            paint_ring(painter, ring.middle, ring.radius, ring.focus, theme, color)
        for id, mark in scene.raised_marks.items():
            raised, color = scene.raised_names.get(id), emphasis.color_of(id)
            if not mark.is_area and id not in unsigned:
                paint_signs(painter, [mark], theme, color)
            elif mark.is_area and raised is not None:
                paint_frame(painter, raised, theme, color, focused=id == emphasis.current)
            if raised is not None:
                self._write(painter, id, raised, emphasis.style_of(id))
        self._furniture.paint(painter)

    def _write(self, painter: QPainter, id: str, box: Box, style: Style) -> None:
        text = self._wording.of_place(self._places[id])
        self._lettering.draw(painter, rect_of(box).center(), text, style)

    def _arrangement(self) -> Arrangement:
        key = self._key()
        if self._arranged is None or self._arranged[0] != key:
            self._arranged = key, self._arranger().arrange()
            self._slid = QPointF()
        return self._arranged[1]

    def _slid_arrangement(self) -> Arrangement:
        arrangement = self._arrangement()
        if not self._slid.isNull():
            arrangement, self._slid = arrangement.slid(self._slid), QPointF()
            self._arranged = self._key(), arrangement
        return arrangement

    def _key(self) -> object:
        """Equal as long as everything stands where it stood."""
        return self._camera.state, tuple(overlay.state for overlay in self.overlays)

    def _arranger(self) -> Arranger:
        return Arranger(
            self._places,
            self._projection,
            self._ground_names,
            self._camera,
            self._lettering,
            self._wording,
            self._furniture.boxes(),
            [claim for overlay in self.overlays if (claim := overlay.claim(self._camera))],
            complete=self.complete,
        )
