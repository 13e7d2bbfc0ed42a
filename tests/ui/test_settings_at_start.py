"""Whatever a reader has set, the window opens with it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.content.knowledge import Knowledge
from reader.desk.settings import FOR_THIS_TIME, SETTINGS, Value
from reader.desk.store import Store
from reader.ui.app import make_application, make_window


def values() -> list[tuple[str, Value]]:
    """Every setting with each thing it may be; of a number the least and the largest."""
    found: list[tuple[str, Value]] = []
    kept = {name: setting for name, setting in SETTINGS.items() if name not in FOR_THIS_TIME}
    for name, setting in kept.items():
        if setting.choices:
            found += [(name, choice) for choice in setting.choices]
        elif isinstance(setting.default, bool):
            found += [(name, True), (name, False)]
        elif setting.bounds is not None:
            found += [(name, type(setting.default)(bound)) for bound in setting.bounds]
    return found


@pytest.mark.parametrize(("name", "value"), values())
def test_the_window_opens_with_it(
    qtbot: QtBot, qapp: QApplication, entry: Knowledge, name: str, value: Value
) -> None:
    store = Store(None)
    store.put(name, value)
    window = make_window(make_application([]), entry, store)
    with qtbot.waitExposed(window):
        window.show()
    window.complete()
    assert window.preferences.get(name) == value
    assert window.page.toPlainText()
    window.preferences.reset()  # digits and years are the same in every window
    window.close()
    window.deleteLater()
    QApplication.processEvents()
