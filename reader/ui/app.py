"""Starting the window: application object, fonts, store, first text."""

from __future__ import annotations

import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reader import __version__, resources
from reader.content.city_map import load_city_map
from reader.content.knowledge import Knowledge
from reader.desk.store import Store
from reader.ui.appearance import Appearance
from reader.ui.fonts import register_fonts
from reader.ui.map_view import MapView
from reader.ui.theme import Theme
from reader.ui.window import Window


def make_application(arguments: list[str]) -> QApplication:
    """The application object with the shipped type; the one that exists if there is one."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        register_fonts()
        return existing
    app = QApplication(arguments)
    app.setApplicationName("Neva Reader")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("neva-reader")
    register_fonts()
    icon = resources.root() / "icons" / "neva-reader.png"
    app.setWindowIcon(QIcon(str(icon)))
    return app


def make_window(app: QApplication, knowledge: Knowledge, store: Store) -> Window:
    """The window on ``knowledge``, not shown yet."""
    return Window(knowledge, Appearance(app), store, make_map)


def make_map(theme: Theme, knowledge: Knowledge) -> MapView | None:
    """The map with the places of ``knowledge``; None if it has none."""
    if not knowledge.places:
        return None
    return MapView(load_city_map(resources.city_map_file()), knowledge.places, theme)


def run(knowledge: Knowledge, store: Store) -> int:
    """Show the window and stay until it is closed; the exit status."""
    app = make_application(sys.argv[:1])
    window = make_window(app, knowledge, store)
    window.show()
    return app.exec()
