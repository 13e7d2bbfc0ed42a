"""Starting the window: application object, fonts, store, first text."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader import __version__, resources
from reader.content.city_map import load_city_map
from reader.content.knowledge import Knowledge
from reader.desk.store import Store
from reader.errors import ReaderError
from reader.ui.appearance import STYLE, Appearance
from reader.ui.fonts import register_fonts
from reader.ui.map_view import MapView
from reader.ui.theme import Theme
from reader.ui.window import Window

_SETTLED_MS = 250  # after the window is shown: by then its text is on the screen


def make_application(arguments: list[str]) -> QApplication:
    """The application object with the shipped type; the one that exists if there is one."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        existing.setStyle(STYLE)
        register_fonts()
        return existing
    # as an argument: setStyle() hands back a QStyle, whose class takes 5 ms to build
    app = QApplication([*arguments, "-style", STYLE])
    app.setApplicationName("Neva Reader")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("neva-reader")
    register_fonts()
    return app


def make_window(app: QApplication, knowledge: Knowledge, store: Store) -> Window:
    """The window on ``knowledge``, not shown yet."""
    return Window(knowledge, Appearance(app), store, make_map)


def make_map(theme: Theme, knowledge: Knowledge) -> MapView | None:
    """The map with the places of ``knowledge``; None if it has none."""
    if not knowledge.places:
        return None
    return MapView(load_city_map(resources.city_map_file()), knowledge.places, theme)


def run(
    knowledge: Knowledge,
    store: Store,
    trouble: ReaderError | None = None,
    path: Path | None = None,
) -> int:
    """Show the window, with a notice if there is ``trouble``, until it is closed; exit status.

    path: the file that ``knowledge`` was read from, if it was.
    """
    app = make_application(["neva-reader"])
    window = make_window(app, knowledge, store)
    window.show()
    if trouble is not None:
        window.tell(trouble)
    QTimer.singleShot(_SETTLED_MS, lambda: _settle(app, window, path))
    return app.exec()


def _settle(app: QApplication, window: Window, path: Path | None) -> None:
    """What can wait until the text is on the screen."""
    from PySide6.QtGui import QIcon

    app.setWindowIcon(QIcon(str(resources.root() / "icons" / "neva-reader.png")))
    if path is not None:
        window.opening.opened(path)
    if not window.tells_something:
        window.first_steps.offer_tour()
    # all that the start made stays: no later search for garbage need look at it
    gc.freeze()
    gc.enable()
