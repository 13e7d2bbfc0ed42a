"""Walks through a window as a screen reader's list of elements does; runs with the system's Python.

Starts the program given on the command line, waits until it says that it is ready, and prints what
of it is shown, as one JSON list.
"""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from collections.abc import Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

APPLICATION = "Neva Reader"
DEEPEST = 40
warnings.simplefilter("ignore")


def shown(node: Atspi.Accessible, depth: int = 0) -> Iterator[dict[str, object]]:
    """Every element on the screen, from ``node`` down."""
    states = node.get_state_set()
    is_shown = states.contains(Atspi.StateType.SHOWING)
    if depth > 1 and not is_shown:
        return
    value = node.get_value_iface()
    yield {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "value": None if value is None else value.get_current_value(),
    }
    if depth < DEEPEST:
        for number in range(min(node.get_child_count(), 400)):
            child = node.get_child_at_index(number)
            if child is not None:
                yield from shown(child, depth + 1)


def main() -> None:
    """Walk once."""
    Atspi.init()
    desktop = Atspi.get_desktop(0)  # starts the registry: who comes later is entered in it
    desktop.get_child_count()
    program = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, encoding="utf-8")
    assert program.stdout is not None
    assert program.stdout.readline().strip() == "ready"
    desktop = Atspi.get_desktop(0)
    found: list[dict[str, object]] = []
    for number in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(number)
        if application is not None and application.get_name() == APPLICATION:
            found = list(shown(application))
    program.terminate()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
