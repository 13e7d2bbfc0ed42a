"""No internet socket is ever opened by any command or by the window: the system itself is asked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT

from reader import resources

needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed (Linux, package strace)"
)
INTERNET = re.compile(r"AF_INET6?\b|AF_PACKET|AF_NETLINK")

DRIVE_THE_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from reader.content.reading import open_shipped
from reader.desk.store import Store
from reader.ui.app import make_application, make_window

app = make_application(["neva-reader"])
window = make_window(app, open_shipped(), Store(Path(sys.argv[1])))
window.resize(1180, 780)
window.show()
window.open_entity("trotsky")
window.page.target_rested.emit(window.page.targets[0])
window.open_find()
QTest.keyClicks(window.find_bar.words, "Lenin")
window.set_language("en")
window.set_theme_choice("dark")
for _, actions in window.commands.by_menu():
    for action in actions:
        if action.isCheckable() and action.isEnabled():
            action.trigger()
            QTest.qWait(20)
window.preferences.set("projector", False)
window.open_path(Path(sys.argv[2]))
for _ in range(200):
    QTest.qWait(50)
    if not window.is_finding_words:
        break
assert not window.is_finding_words
window.close()
print("closed")
"""


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """Where the sockets are written down that a program opened."""
    return tmp_path / "calls.txt"


def traced(calls: Path, home: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the reader's Python on ``command`` and note every socket of it and of its children."""
    return subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(calls), sys.executable]
        + [str(part) for part in command],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
            "NEVA_READER_HOME": str(home),
        },
        capture_output=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )


def internet_calls(calls: Path) -> list[str]:
    return [line for line in calls.read_text("utf-8").splitlines() if INTERNET.search(line)]


@needs_strace
def test_strace_would_see_an_internet_socket(calls: Path, tmp_path: Path) -> None:
    traced(calls, tmp_path, "-c", "import socket; socket.socket().close()")
    assert internet_calls(calls)


def commands(folder: Path) -> dict[str, list[str | Path]]:
    """A call of each command of the command line, writing into ``folder``."""
    from reader.export.formats import FORMATS

    text = folder / "text.txt"
    text.write_text("ชื่อหนึ่ง (Some Name)* ในเมืองหนึ่ง", encoding="utf-8")
    return {
        "version": ["--version"],
        "help": ["--help"],
        "index": ["index", "--json"],
        "index of a text": ["index", "--json", text],
        "check": ["check", resources.article_folder()],
        "screenshot": ["screenshot", folder / "shot.png", "--term", "1"],
        **{
            f"export {name}": ["export", "--format", name, "-o", folder / f"out-{name}"]
            for name in FORMATS
        },
        "pack": ["pack", resources.article_folder(), "-o", folder / "entry.neva"],
        "install": ["install", folder / "entry.neva"],
        "list": ["list"],
        "remove": ["remove", "october-revolution"],
    }


@needs_strace
def test_no_command_opens_an_internet_socket(calls: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    for name, arguments in commands(tmp_path).items():
        done = traced(calls, home, "-m", "reader", *arguments)
        assert done.returncode == 0, (name, done.stderr[-500:])
        assert not internet_calls(calls), name


@needs_strace
def test_window_opens_no_internet_socket(calls: Path, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("ชื่อหนึ่ง (Some Name)* ในเมืองหนึ่ง\n" * 50, encoding="utf-8")
    done = traced(calls, tmp_path / "home", "-c", DRIVE_THE_WINDOW, tmp_path / "home", text)
    assert (done.returncode, done.stdout.strip()[-6:]) == (0, "closed"), done.stderr[-2000:]
    assert not internet_calls(calls)
