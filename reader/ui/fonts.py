"""The shipped faces, made known to Qt. Nothing else is needed from the system."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from reader import resources

FACES_AT_START = ("Sarabun-Regular.ttf", "Sarabun-Bold.ttf", "Arimo-Regular.ttf")
FACES_ON_REQUEST = {
    "looped": (),
    "loopless": ("NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf"),
    "serif": ("NotoSerifThai-Regular.ttf", "NotoSerifThai-Bold.ttf"),
}
"""What each kind of type needs beyond the faces that are there from the start."""

_registered: set[str] = set()


def register_kind(kind: str) -> None:
    """Make the faces of ``kind`` (looped, loopless, serif) known, once."""
    for name in FACES_ON_REQUEST[kind]:
        if name not in _registered:
            _registered.add(name)
            register_fonts((name,))


def register_fonts(names: tuple[str, ...] = FACES_AT_START) -> list[str]:
    """Register shipped font files; the families they hold. A missing file is left out."""
    folder = resources.root() / "fonts"
    families: list[str] = []
    for name in names:
        number = QFontDatabase.addApplicationFont(str(folder / name))
        if number >= 0:
            families += QFontDatabase.applicationFontFamilies(number)
    return families
