"""How the text is set and shown: the reader's settings, carried out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QSize

from reader.content.date_format import use_years
from reader.text.digits import use_digits
from reader.ui.page import Setting

if TYPE_CHECKING:
    from reader.ui.settings_dialog import SettingsDialog
    from reader.ui.window import Window

_PROJECTED_TYPE = 26.0  # points, at the least
_PROJECTED_INTERFACE = 18.0


class Comfort(QObject):
    """Type, links, cards and digits of one window as its preferences say.

    While the projector mode is on, type is big, cards come by click only, the window is quiet and
    fills the screen. It is never kept: a reader opens as he was left without it.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: SettingsDialog | None = None
        self._before: tuple[bool, bool, bool, QPoint, QSize] | None = None
        window.preferences.changed.connect(self._on_changed)
        window.add_escape(self._leave_projector)
        window.closing.connect(self._leave_projector)
        for apply in self._appliers().values():
            apply()

    def add_commands(self) -> None:
        """Register its commands."""
        translate = QCoreApplication.translate
        commands, preferences = self._window.commands, self._window.preferences
        commands.add_menu("links", lambda: translate("Comfort", "Links in the text"), "view")
        commands.add_choices(
            "links",
            "links",
            (
                ("all", lambda: translate("Comfort", "All names")),
                ("first", lambda: translate("Comfort", "Once in a paragraph")),
                ("starred", lambda: translate("Comfort", "Starred terms only")),
                ("none", lambda: translate("Comfort", "None")),
            ),
            lambda choice: preferences.set("links", choice),
        )
        commands.add(
            "view", "ruler", lambda: translate("Comfort", "Reading ruler"),
            lambda: self._turn("ruler"), "Ctrl+R", checkable=True,
        )  # fmt: skip
        commands.add(
            "view", "projector", lambda: translate("Comfort", "Projector mode"),
            lambda: self._turn("projector"), "F11", checkable=True,
        )  # fmt: skip
        commands.add(
            "edit", "settings", lambda: translate("Comfort", "Settings…"),
            self.open_settings, "Ctrl+,",
        )  # fmt: skip

    def _turn(self, name: str) -> None:
        preferences = self._window.preferences
        preferences.set(name, not preferences.is_on(name))

    def _appliers(self) -> dict[str, Callable[[], object]]:
        return {
            "type_family": self._apply_interface,
            "leading": self._apply_setting,
            "links": self._apply_links,
            "cards": self._apply_dwell,
            "ruler": self._apply_ruler,
            "digits": self._apply_figures,
        }

    def _on_changed(self, name: str, _value: object) -> None:
        same = {
            "interface_size": "type_family",
            "column": "leading",
            "alignment": "leading",
            "hover_delay": "cards",
            "years": "digits",
        }
        apply = self._appliers().get(same.get(name, name))
        if apply is not None:
            apply()
            if name in ("digits", "years"):
                self._window.retranslate()
            elif name in ("type_family", "interface_size"):
                self._window.set_type()
        elif name == "projector":
            self._apply_projector()

    @property
    def interface_size(self) -> float:
        """The type size of menus, panel and cards, in points."""
        size = self._window.preferences.number("interface_size")
        return max(size, _PROJECTED_INTERFACE) if self.is_projecting else size

    @property
    def is_projecting(self) -> bool:
        """Whether the projector mode is on."""
        return self._window.preferences.is_on("projector")

    def _apply_interface(self) -> None:
        family = self._window.preferences.text("type_family")
        self._window.appearance.apply_type(family, self.interface_size)

    def _apply_setting(self) -> None:
        preferences = self._window.preferences
        self._window.page.set_setting(
            Setting(
                preferences.number("leading"),
                int(preferences.number("column")),
                preferences.text("alignment") == "justified",
            )
        )

    def _apply_links(self) -> None:
        density = self._window.preferences.text("links")
        self._window.page.set_link_density(density)
        self._window.commands.choose("links", density)

    def _apply_dwell(self) -> None:
        self._window.page.set_dwell(int(self._window.preferences.number("hover_delay")))

    @property
    def cards_by_click_only(self) -> bool:
        """Whether a pointer at rest opens nothing."""
        return self.is_projecting or self._window.preferences.text("cards") == "click"

    def _apply_ruler(self) -> None:
        shown = self._window.preferences.is_on("ruler")
        self._window.page.set_ruler(shown)
        self._window.commands.check("ruler", shown)

    def _apply_figures(self) -> None:
        use_digits(self._window.preferences.text("digits"))
        use_years(self._window.preferences.text("years"))

    # The projector

    def _apply_projector(self) -> None:
        window, on = self._window, self.is_projecting
        window.commands.check("projector", on)
        if on:
            self._before = (
                window.isFullScreen(),
                window.isMaximized(),
                window.preferences.is_on("panel"),
                window.pos(),
                window.size(),
            )
            window.menuBar().hide()
            window.show_panel(False)
            window.showFullScreen()
        elif self._before is not None:
            full, maximised, panel, corner, size = self._before
            self._before = None
            window.menuBar().show()
            if full:
                window.showFullScreen()
            elif maximised:
                window.showMaximized()
            else:
                window.showNormal()
                # where a window manager takes its time, a window that closes now is as it was
                window.resize(size)
                window.move(corner)
            window.show_panel(panel)
        self._apply_interface()
        self.apply_type_size()
        window.set_type()

    def apply_type_size(self) -> None:
        """Set the page in the size that is wanted now."""
        size = self._window.preferences.number("type_size")
        if self.is_projecting:
            size = max(size, _PROJECTED_TYPE)
        self._window.page.set_type_size(size)

    def _leave_projector(self) -> bool:
        if self.is_projecting:
            self._window.preferences.set("projector", False)
            return True
        return False

    @property
    def settings_dialog(self) -> SettingsDialog:
        """The dialog, made when it is first asked for."""
        if self._dialog is None:
            from reader.ui.settings_dialog import SettingsDialog

            self._dialog = SettingsDialog(self._window)
        return self._dialog

    def open_settings(self) -> None:
        """The settings, beside the text they change."""
        self.settings_dialog.open_dialog()
