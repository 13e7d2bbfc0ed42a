"""A sample beside the settings: some lines of the open text and a card, as they will look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from reader.ui.page import Page, Setting
from reader.ui.thai_text import ThaiText

if TYPE_CHECKING:
    from reader.ui.window import Window


class SettingsSample(QFrame):
    """Nothing in it can be opened; it only shows."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.page = Page(window.theme, self)
        self.page.set_knowledge(window.knowledge)
        self._card = ThaiText(window.theme, window.interface_size)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page, 1)
        layout.addWidget(self._card)
        self.setMinimumWidth(260)
        for widget in (self.page, self._card):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Sample"))

    def show_sample(self) -> None:
        """Show the text and a card as the settings in force have them."""
        window, preferences = self._window, self._window.preferences
        page = self.page
        if page.text_shown != window.knowledge.article.text:
            page.set_knowledge(window.knowledge)
        page.set_theme(window.theme)
        page.set_type_size(window.page.type_size)
        page.set_setting(
            Setting(
                preferences.number("leading"),
                int(preferences.number("column")),
                preferences.text("alignment") == "justified",
            )
        )
        page.set_link_density(preferences.text("links"))
        page.set_ruler(preferences.is_on("ruler"))
        page.set_notes_shown(
            window.knowledge,
            doubts=preferences.is_on("notes"),
            misprints=preferences.is_on("misprints"),
        )
        self._card.set_theme(window.theme, window.interface_size)
        self._card.set_paragraphs(window.sample_card())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._card.setMaximumHeight(self.height() // 3)
