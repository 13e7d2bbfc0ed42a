"""Every command of the window: its menu, name, keys and deed, registered in one place.

Menus, the shortcut sheet and a change of language are all made from this registry.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QMenu

if TYPE_CHECKING:  # no class of Qt is made before the first paint that nothing there needs
    from PySide6.QtGui import QAction, QKeySequence

Text = Callable[[], str]
"""A name in the language in force, asked again at every change of language."""


class Commands:
    """The commands of one window."""

    def __init__(self, window: QMainWindow, complete: Callable[[], object]) -> None:
        """complete: registers what is not registered from the start; asked for all commands."""
        self._window = window
        self._complete = complete
        self._menus: dict[str, QMenu] = {}
        self._actions: dict[str, QAction] = {}
        self._menu_titles: dict[str, Text] = {}
        self._texts: dict[str, Text] = {}
        self._places: dict[str, str] = {}
        self._checked: dict[str, bool] = {}
        self._enabled: dict[str, bool] = {}

    def add_menu(self, name: str, title: Text, parent: str = "") -> QMenu:
        """A menu of the menu bar, or one inside the menu ``parent``."""
        menu = self._menus[parent].addMenu("") if parent else self._window.menuBar().addMenu("")
        self._menus[name] = menu
        self._menu_titles[name] = title
        menu.setTitle(title())
        menu.aboutToShow.connect(self._complete)
        return menu

    def add(
        self,
        menu: str,
        name: str,
        text: Text,
        act: Callable[[], object],
        *shortcuts: str | QKeySequence.StandardKey,
        checkable: bool = False,
    ) -> QAction:
        """Register a command; ``shortcuts`` as in ``"Ctrl+F"``, the first is shown."""
        from PySide6.QtGui import QAction, QKeySequence

        action = QAction(self._window)
        action.setText(text())
        if shortcuts:
            action.setShortcuts([QKeySequence(keys) for keys in shortcuts])
        action.setCheckable(checkable)
        action.setChecked(self._checked.get(name, False))
        action.setEnabled(self._enabled.get(name, True))
        action.triggered.connect(lambda: act())
        self._menus[menu].addAction(action)
        self._window.addAction(action)  # so that its keys work without the menu bar too
        self._actions[name] = action
        self._texts[name] = text
        self._places[name] = menu
        return action

    def add_separator(self, menu: str) -> None:
        """A line between groups of ``menu``."""
        self._menus[menu].addSeparator()

    def add_choices(
        self, menu: str, kind: str, texts: Sequence[tuple[str, Text]], act: Callable[[str], object]
    ) -> None:
        """Commands ``kind-name`` of which one is checked; ``act`` gets the chosen name."""
        from PySide6.QtGui import QActionGroup

        group = QActionGroup(self._window)
        for name, text in texts:
            action = self.add(menu, f"{kind}-{name}", text, partial(act, name), checkable=True)
            group.addAction(action)

    def action(self, name: str) -> QAction:
        """The command ``name``. KeyError if there is none."""
        if name not in self._actions:
            self._complete()
        return self._actions[name]

    def check(self, name: str, checked: bool = True) -> None:
        """Have the command ``name`` checked or not, from its registration on."""
        self._checked[name] = checked
        if name in self._actions:
            self._actions[name].setChecked(checked)

    def choose(self, kind: str, name: str) -> None:
        """Have ``name`` be the one checked of the choices ``kind``."""
        chosen = f"{kind}-{name}"
        for other in [known for known in self._checked if known.startswith(f"{kind}-")]:
            self.check(other, other == chosen)
        self.check(chosen)

    def enable(self, name: str, enabled: bool) -> None:
        """Let the command ``name`` be chosen or not, from its registration on."""
        self._enabled[name] = enabled
        if name in self._actions:
            self._actions[name].setEnabled(enabled)

    def menu(self, name: str) -> QMenu:
        """The menu ``name``. KeyError if there is none."""
        return self._menus[name]

    def retranslate(self) -> None:
        """Name everything anew."""
        for name, title in self._menu_titles.items():
            self._menus[name].setTitle(title())
        for name, text in self._texts.items():
            self._actions[name].setText(text())

    def by_menu(self) -> list[tuple[str, list[QAction]]]:
        """For each menu that has commands its title and they, in their order."""
        self._complete()
        found: dict[str, list[QAction]] = {}
        for name, menu in self._places.items():
            found.setdefault(menu, []).append(self._actions[name])
        return [
            (title().replace("&", ""), found[menu])
            for menu, title in self._menu_titles.items()
            if menu in found
        ]
