"""The reader itself, which says when it has drawn text, panel and map for the first time.

``started.py [FILE]`` is ``neva-reader [FILE]``; it says ``painted`` on standard output once all
of that is on the screen, and stays until it is ended. Nothing is imported before the reader itself
would do it.
"""

import sys
from collections.abc import Callable
from typing import Any

from reader import cli


def tell_when_painted(parts: list[tuple[type, str]]) -> None:
    """Say ``painted`` once each of these methods, by class and name, has drawn something."""
    from PySide6.QtCore import QTimer

    missing = set(parts)

    def noting(part: tuple[type, str]) -> Callable[..., None]:
        draw = getattr(*part)

        def drawn(self: Any, *arguments: Any) -> None:
            draw(self, *arguments)
            if part in missing:
                missing.remove(part)
                if not missing:
                    QTimer.singleShot(0, lambda: print("painted", flush=True))

        return drawn

    for part in parts:
        setattr(*part, noting(part))


def watched(open_text: Callable[..., Any]) -> Callable[..., Any]:
    """``open_text``, after which, when the window's turn comes, its parts are watched."""

    def opened(*arguments: Any) -> Any:
        knowledge = open_text(*arguments)
        from reader.ui.app import MapView
        from reader.ui.entity_list import EntityDelegate
        from reader.ui.page import Page

        parts: list[tuple[type, str]] = [(Page, "paintEvent")]
        if knowledge.entities:
            parts.append((EntityDelegate, "paint"))
        if knowledge.places:
            parts.append((MapView, "paintEvent"))
        tell_when_painted(parts)
        return knowledge

    return opened


cli.open_shipped = watched(cli.open_shipped)
cli.open_text = watched(cli.open_text)
sys.exit(cli.main(sys.argv[1:]))
