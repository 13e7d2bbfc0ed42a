"""The window's own commands; those of its features are registered by the features."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from reader.ui.appearance import LANGUAGE_NAMES

if TYPE_CHECKING:
    from reader.ui.window import Window


def add_menus(window: Window) -> None:
    """The menu bar, in its order; features fill the menus."""
    translate = QCoreApplication.translate
    commands = window.commands
    commands.add_menu("file", lambda: translate("Window", "&File"))
    commands.add_menu("edit", lambda: translate("Window", "&Edit"))
    commands.add_menu("view", lambda: translate("Window", "&View"))
    commands.add_menu("go", lambda: translate("Window", "&Go"))
    commands.add_menu("marks", lambda: translate("Window", "&Marks"))
    commands.add_menu("tools", lambda: translate("Window", "&Tools"))
    commands.add_menu("help", lambda: translate("Window", "&Help"))


def add_commands(window: Window) -> None:
    """Every command of the window itself."""
    _add_file_and_edit(window)
    _add_view(window)
    _add_go_and_help(window)


def _add_file_and_edit(window: Window) -> None:
    from PySide6.QtGui import QKeySequence

    translate = QCoreApplication.translate
    commands, keys = window.commands, QKeySequence.StandardKey
    commands.add(
        "file", "open", lambda: translate("Window", "Open a text…"), window.ask_and_open, keys.Open
    )
    commands.add(
        "file",
        "entry",
        lambda: translate("Window", "The October Revolution entry"),
        window.open_entry,
    )
    commands.add_separator("file")
    copy = commands.add(
        "edit", "copy", lambda: translate("Window", "Copy"), window.page.copy, keys.Copy
    )
    select = commands.add(
        "edit", "all", lambda: translate("Window", "Select all"), window.page.selectAll,
        keys.SelectAll,
    )  # fmt: skip
    for action in (copy, select):  # shown; whatever has the keyboard obeys them by itself
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    commands.add_separator("edit")


def _add_view(window: Window) -> None:
    translate = QCoreApplication.translate
    commands, page = window.commands, window.page
    commands.add(
        "view", "larger", lambda: translate("Window", "Larger type"),
        lambda: page.zoom_by(1), "Ctrl++", "Ctrl+=",
    )  # fmt: skip
    commands.add(
        "view", "smaller", lambda: translate("Window", "Smaller type"),
        lambda: page.zoom_by(-1), "Ctrl+-",
    )  # fmt: skip
    commands.add(
        "view", "normal", lambda: translate("Window", "Usual type size"),
        window.use_usual_type, "Ctrl+0",
    )  # fmt: skip
    commands.add_separator("view")
    commands.add(
        "view", "panel", lambda: translate("Window", "Side panel"),
        window.toggle_panel, "F9", checkable=True,
    )  # fmt: skip
    commands.add_separator("view")
    commands.add(
        "view", "notes", lambda: translate("Window", "Editor's notes"),
        window.toggle_notes, checkable=True,
    )  # fmt: skip
    commands.add(
        "view", "misprints", lambda: translate("Window", "Misprints"),
        window.toggle_misprints, checkable=True,
    )  # fmt: skip
    commands.add_menu("dates", lambda: translate("Window", "Beside a date"), "view")
    commands.add_choices(
        "dates",
        "dates",
        (
            ("none", lambda: translate("Window", "Nothing")),
            ("os", lambda: translate("Window", "Old Style (Julian)")),
            ("ns", lambda: translate("Window", "New Style (Gregorian)")),
            ("be", lambda: translate("Window", "Buddhist Era")),
        ),
        window.set_dates_beside,
    )
    commands.add_separator("view")
    commands.add_menu("theme", lambda: translate("Window", "Colours"), "view")
    commands.add_choices(
        "theme",
        "theme",
        (
            ("system", lambda: translate("Window", "As the system")),
            ("light", lambda: translate("Window", "Light")),
            ("sepia", lambda: translate("Window", "Sepia")),
            ("dark", lambda: translate("Window", "Dark")),
            ("contrast", lambda: translate("Window", "High contrast")),
        ),
        window.set_theme_choice,
    )
    commands.add_menu("language", lambda: translate("Window", "Language"), "view")
    commands.add_choices(
        "language",
        "language",
        [(name, partial(str, own)) for name, own in LANGUAGE_NAMES.items()],
        window.set_language,
    )


def _add_go_and_help(window: Window) -> None:
    translate = QCoreApplication.translate
    commands = window.commands
    commands.add("go", "back", lambda: translate("Window", "Back"), window.go_back, "Alt+Left")
    commands.add(
        "go", "forward", lambda: translate("Window", "Forward"), window.go_forward, "Alt+Right"
    )
    commands.add_separator("go")
    commands.add(
        "go", "top", lambda: translate("Window", "To the beginning of the entry"),
        window.go_to_top, "Ctrl+Home",
    )  # fmt: skip
    commands.add(
        "go", "next_mention", lambda: translate("Window", "Next mention"),
        lambda: window.step_mention(1), "F4",
    )  # fmt: skip
    commands.add(
        "go", "previous_mention", lambda: translate("Window", "Previous mention"),
        lambda: window.step_mention(-1), "Shift+F4",
    )  # fmt: skip
    commands.add_separator("go")
    commands.add(
        "go", "next_part", lambda: translate("Window", "Next part of the window"),
        window.focus_next_part, "F6",
    )  # fmt: skip


def add_last_commands(window: Window) -> None:
    """What stands at the foot of its menu, below the commands of features."""
    translate = QCoreApplication.translate
    commands = window.commands
    commands.add_separator("file")
    commands.add("file", "quit", lambda: translate("Window", "Quit"), window.close, "Ctrl+Q")
    commands.add_separator("help")
    commands.add(
        "help", "about", lambda: translate("Window", "About Neva Reader"), window.show_about
    )
