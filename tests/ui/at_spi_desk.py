"""The real window with all its parts open, for test_screen_reader.py; says so and waits."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer

from reader.content.reading import open_shipped
from reader.desk.store import Store
from reader.ui.app import make_application, make_window

STAYS_MS = 30_000


def main() -> None:
    """Show the window with timeline, find bar and settings until it is ended from outside."""
    app = make_application(sys.argv)
    window = make_window(app, open_shipped(), Store(None))
    window.resize(1200, 900)
    window.show()
    window.activateWindow()
    window.commands.action("timeline").trigger()
    window.open_find()
    window.comfort.open_settings()
    QTimer.singleShot(2500, lambda: print("ready", flush=True))
    QTimer.singleShot(STAYS_MS, app.quit)
    app.exec()


if __name__ == "__main__":
    main()
