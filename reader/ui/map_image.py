"""The map as a picture file: drawn like the one in the window, in the colours of paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from reader import resources
from reader.content.city_map import CityMapError, MapPlace, load_city_map
from reader.content.knowledge import Knowledge
from reader.errors import PackageError, ReaderError
from reader.ui.map_legend import all_rows
from reader.ui.map_print import PRINT
from reader.ui.map_view import MapView
from reader.ui.theme import text_font

WIDTH = 1600
"""Of the whole map, in logical pixels."""
_POINTS = 11.0
_RATIO = 2.0


def png_of_map(
    knowledge: Knowledge, language: str, second_names: str = "", scale: float = _RATIO
) -> bytes:
    """The whole map with every place, WIDTH x ``scale`` pixels wide.

    Needs a running application with the shipped type. Raises ReaderError ``no-map`` for a text
    without places, PackageError for a damaged map.
    """
    if not knowledge.places:
        raise ReaderError("no-map")
    path = resources.city_map_file()
    try:
        city_map = load_city_map(path)
    except CityMapError:
        raise PackageError("package-damaged", file=path.name) from None
    view = MapView(city_map, knowledge.places, PRINT)
    view.setFont(text_font(_POINTS))
    west, south, east, north = city_map.bbox
    (left, bottom), (right, top) = (
        view.projection.to_metres(west, south), view.projection.to_metres(east, north)
    )  # fmt: skip
    view.resize(WIDTH, round(WIDTH * (top - bottom) / (right - left)))
    return _png(view, language, second_names, scale, complete=True)


def offer_png() -> None:
    """Makes ``png`` a format that can be exported."""
    from reader.export.formats import PAINTERS

    PAINTERS["png"] = lambda knowledge, options: png_of_map(
        knowledge, options.language, options.second_names
    )


def png_of_view(shown: MapView, places: Sequence[MapPlace], language: str) -> bytes:
    """What ``shown`` shows, twice as sharp."""
    view = MapView(shown.city_map, places, PRINT)
    view.setFont(shown.font())
    view.take_view(shown)
    return _png(view, language, shown.second_names, _RATIO)


def _png(
    view: MapView, language: str, second_names: str, scale: float, *, complete: bool = False
) -> bytes:
    view.set_language(language)
    view.set_second_names(second_names)
    view.set_legend(all_rows())
    image = view.picture(scale, complete=complete)
    view.deleteLater()
    return _bytes(image)


def _bytes(image: QImage) -> bytes:
    # 11 811 dots a metre are 300 an inch
    image.setDotsPerMeterX(11811)
    image.setDotsPerMeterY(11811)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Qt's stubs know the format as bytes only, Qt takes both
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
