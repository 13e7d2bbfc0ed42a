"""The program's look and language as a whole: style, theme, type, translations."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication

from reader import resources
from reader.ui.fonts import register_kind
from reader.ui.theme import BY_NAME, CONTRAST, DARK, LIGHT, Theme, text_font, use_type

STYLE = "Fusion"
INTERFACE_SIZE = 11.0  # points
LANGUAGE_NAMES = {"th": "ไทย", "en": "English"}
_TRANSLATOR = "neva-translator"


class Appearance:
    """Applies theme and language to the one application object."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._has_edges = False
        app.setFont(text_font(INTERFACE_SIZE))

    def theme_for(self, choice: str) -> Theme:
        """The theme of that name; for ``"system"`` what the system asks for."""
        if choice in BY_NAME:
            return BY_NAME[choice]
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT

    def apply_type(self, kind: str, size: float) -> None:
        """Set the interface in ``kind`` of type (looped, loopless, serif), ``size`` in points."""
        register_kind(kind)
        use_type(kind)
        font = text_font(size)
        if font != self._app.font():
            self._app.setFont(font)

    def apply_theme(self, theme: Theme) -> None:
        """Colour everything that has no colours of its own."""
        self._app.setPalette(theme.palette())
        if (theme is CONTRAST) != self._has_edges:
            self._has_edges = theme is CONTRAST
            if self._has_edges:
                from reader.ui.contrast_style import ContrastStyle

                self._app.setStyle(ContrastStyle())
            else:
                self._app.setStyle(STYLE)
            # a style brings a palette of its own
            self._app.setPalette(theme.palette())

    def apply_language(self, language: str) -> None:
        """Translate the interface, Qt's own words included."""
        for before in self._app.findChildren(QTranslator, _TRANSLATOR):
            self._app.removeTranslator(before)
            before.setParent(None)
        translator = QTranslator(self._app)
        translator.setObjectName(_TRANSLATOR)
        if translator.load(str(resources.root() / "i18n" / f"neva_{language}.qm")):
            self._app.installTranslator(translator)
