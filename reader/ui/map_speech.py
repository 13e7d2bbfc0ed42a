"""What the map says about itself and its places: names of its parts, tooltips, announcements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize
from PySide6.QtWidgets import QToolTip, QWidget

from reader.content.city_map import CityMap, MapPlace
from reader.ui.map_furniture import Furniture

if TYPE_CHECKING:
    # At run time it is fetched when first needed: its enums take milliseconds to build.
    from PySide6.QtGui import QHelpEvent


def told_of(place: MapPlace, language: str, remarks: Iterable[str]) -> tuple[str, str]:
    """The name of a place and its sentence, followed by the ``remarks`` that are not empty."""
    thai = language == "th"
    lines = [place.line_th if thai else place.line_en, *remarks]
    return place.name_th if thai else place.name_en, " ".join(filter(None, lines))


def announce(view: QWidget, told: tuple[str, str]) -> None:
    """Tells a screen reader a place, which is no widget of its own."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        text = ": ".join(filter(None, told))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, text))


def show_tooltip(view: QWidget, event: QHelpEvent, told: tuple[str, str] | None) -> None:
    """Shows what is told where the pointer rests; None: there is nothing to tell."""
    if told is None:
        QToolTip.hideText()
        return
    name, line = (text.replace("&", "&amp;").replace("<", "&lt;") for text in told)
    around = QRect(event.pos() - QPoint(4, 4), QSize(8, 8))
    QToolTip.showText(event.globalPos(), f"<b>{name}</b><br>{line}", view, around)


def name_parts(view: QWidget, furniture: Furniture, city_map: CityMap, language: str) -> None:
    """Gives the map and its buttons their names in ``language``."""
    translate = QCoreApplication.translate
    furniture.language = language
    furniture.attribution = city_map.attribution_th if language == "th" else city_map.attribution_en
    furniture.north = translate("MapView", "N")
    view.setAccessibleName(translate("MapView", "Map of Petrograd in 1917"))
    view.setAccessibleDescription(
        translate("MapView", "Tab goes from place to place, Enter opens the place.")
        + " "
        + translate(
            "MapView", "The arrow keys move the map, plus and minus zoom, 0 shows the whole city."
        )
    )
    for sign, name in (
        ("+", translate("MapView", "Zoom in")),
        ("-", translate("MapView", "Zoom out")),
        ("home", translate("MapView", "Show the whole city")),
        ("large", translate("MapView", "Large map (Ctrl+M)")),
        ("i", translate("MapView", "About this map")),
    ):
        button = furniture.buttons[sign]
        button.setAccessibleName(name)
        button.setToolTip(furniture.attribution if sign == "i" else name)
    furniture.buttons["i"].setAccessibleDescription(furniture.attribution)
