"""The real window, on a screen that nobody sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hands import Hands
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.content.knowledge import Knowledge
from reader.desk.store import Store
from reader.ui.app import make_application, make_window

FAR_AWAY = QPoint(-5000, -5000)
Open = Callable[..., Hands]


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, entry: Knowledge) -> Iterator[Open]:
    """Opens a window on a text, the entry unless another is given, and hands it to a reader."""
    app = make_application([])
    windows = []

    def open_(
        knowledge: Knowledge = entry,
        width: int = 1180,
        height: int = 780,
        pointer: QPoint = FAR_AWAY,
        store: Store | None = None,
    ) -> Hands:
        QCursor.setPos(pointer)
        window = make_window(app, knowledge, store or Store(None))
        windows.append(window)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.complete()  # nobody's hands are as quick as the first paint
        hands = Hands(qtbot, window)
        hands.settle()
        return hands

    yield open_
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def hands(open_window: Open) -> Hands:
    """A reader at a window of usual size on the entry."""
    return open_window()
