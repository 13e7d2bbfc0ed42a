"""Whether things may move by themselves."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader.ui.preferences import Preferences


def is_reduced(preferences: Preferences) -> bool:
    """Whether the reader, or his system where it says so, wants nothing to move by itself.

    Windows hands its own switch on through Qt's interface effects; other systems tell Qt nothing.
    """
    choice = preferences.text("motion")
    if choice == "system":
        return sys.platform == "win32" and not QApplication.isEffectEnabled(
            Qt.UIEffect.UI_AnimateMenu
        )
    return choice == "reduced"
