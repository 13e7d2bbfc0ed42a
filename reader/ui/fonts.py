"""The shipped faces, made known to Qt. Nothing else is needed from the system."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from reader import resources

FACES_AT_START = ("Sarabun-Regular.ttf", "Sarabun-Bold.ttf", "Arimo-Regular.ttf")


def register_fonts(names: tuple[str, ...] = FACES_AT_START) -> list[str]:
    """Register shipped font files; the families they hold. A missing file is left out."""
    folder = resources.root() / "fonts"
    families: list[str] = []
    for name in names:
        number = QFontDatabase.addApplicationFont(str(folder / name))
        if number >= 0:
            families += QFontDatabase.applicationFontFamilies(number)
    return families
