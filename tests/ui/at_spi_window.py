"""The real window for test_screen_reader.py: Tab pressed a few times, then what came of it.

Run on an X server within a D-Bus session. Prints one JSON object: the names of the links visited.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from reader.content.reading import open_shipped
from reader.desk.store import Store
from reader.ui.app import make_application, make_window

TABS = 5
PACE_MS = 400


def main() -> None:
    """Show the window, press Tab, wait for the listener to press a link, and go."""
    app = make_application(sys.argv)
    knowledge = open_shipped()
    window = make_window(app, knowledge, Store(None))
    window.resize(1000, 700)
    window.show()
    window.activateWindow()
    window.page.setFocus()
    visited = []

    def step() -> None:
        # a key reaches the window only once those who listen have been asked
        link = window.page.focused_link
        if link is not None:
            visited.append(knowledge.article.text[link.start : link.end].rstrip("*"))
        if len(visited) < TABS:
            QTest.keyClick(app.focusWidget() or window.page, Qt.Key.Key_Tab)
        else:
            opened = window.panel.card.plain_text() if window.panel.card.isVisible() else ""
            print(json.dumps({"visited": visited, "opened": opened}), flush=True)
            app.quit()

    timer = QTimer()
    timer.timeout.connect(step)
    QTimer.singleShot(2500, lambda: timer.start(PACE_MS))
    app.exec()


if __name__ == "__main__":
    main()
