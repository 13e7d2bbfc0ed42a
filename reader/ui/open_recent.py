"""The menu of the texts opened last."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.desk.recent import put_all, recent
from reader.text.display import shown_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from reader.ui.window import Window

_LONGEST = 60  # code points of a name in the menu


def fill(window: Window, menu: QMenu) -> None:
    """Put the texts into ``menu``; those that are gone say so."""
    translate = QCoreApplication.translate
    menu.clear()
    files = recent(window.store)
    for file in files:
        name = shown_name(file.name, _LONGEST).replace("&", "&&")
        if not _is_there(file):
            name = translate("Opening", "{name} (not found)").replace("{name}", name)
        action = menu.addAction(name)
        action.setStatusTip(shown_name(str(file)))
        action.triggered.connect(partial(_open, window, file))
    if not files:
        menu.addAction(translate("Opening", "No texts yet")).setEnabled(False)
        return
    menu.addSeparator()
    menu.addAction(translate("Opening", "Clear this list")).triggered.connect(
        lambda: _clear(window, files)
    )


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:
        return False


def _open(window: Window, file: Path) -> None:
    window.open_path(file)


def _clear(window: Window, files: list[Path]) -> None:
    put_all(window.store, [])
    translate = QCoreApplication.translate
    window.say(
        lambda: translate("Opening", "The list of texts opened last was cleared."),
        lambda: translate("Opening", "Undo"),
        lambda: put_all(window.store, files),
    )
