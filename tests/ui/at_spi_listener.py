"""A listener like a screen reader, for test_screen_reader.py; runs with the system's Python.

Starts the program given on the command line within this D-Bus session, hears what gets the focus,
reads the text on the way, presses the second link, and prints all of it as one JSON object.
"""

from __future__ import annotations

import json
import subprocess
import sys
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

TIMEOUT_S = 40
warnings.simplefilter("ignore")


def main() -> None:
    """Listen until the program ends."""
    heard: list[dict[str, object]] = []

    def on_focus(event: Atspi.Event) -> None:
        source = event.source
        if not event.detail1 or source is None:
            return
        entry = {
            "name": source.get_name(),
            "role": source.get_role_name(),
            "description": source.get_description(),
        }
        text = source.get_text_iface()
        if text is not None and source.get_role_name() != "link":
            entry["text"] = Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
        action = source.get_action_iface()
        if action is not None:
            names = [action.get_action_name(n) for n in range(action.get_n_actions())]
            entry["actions"] = names
            if len([one for one in heard if one["role"] == "link"]) == 1:
                action.do_action(names.index("Press"))
        heard.append(entry)

    listener = Atspi.EventListener.new(on_focus)
    listener.register("object:state-changed:focused")
    program = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)

    def ended(_pid: int, _status: int) -> None:
        Atspi.event_quit()

    GLib.child_watch_add(GLib.PRIORITY_DEFAULT, program.pid, ended)
    GLib.timeout_add_seconds(TIMEOUT_S, program.kill)
    Atspi.event_main()
    assert program.stdout is not None
    print(json.dumps({"heard": heard, "window": program.stdout.read().decode()}))


if __name__ == "__main__":
    main()
