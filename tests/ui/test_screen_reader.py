"""What a screen reader hears, asked over AT-SPI as a screen reader asks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.content.knowledge import Knowledge

HERE = Path(__file__).resolve().parent
SYSTEM_PYTHON = "/usr/bin/python3"
"""The one that has the bindings to AT-SPI."""
PROGRAMS = {"Xvfb": "xvfb", "dbus-run-session": "dbus"}
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
BUS = Path("/usr/libexec/at-spi-bus-launcher")


def missing_packages() -> list[str]:
    """The system packages this test needs and does not find."""
    missing = [package for name, package in PROGRAMS.items() if shutil.which(name) is None]
    if not BUS.exists():
        missing.append("at-spi2-core")
    try:
        subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        missing += ["python3-gi", "gir1.2-atspi-2.0"]
    return missing


MISSING = missing_packages() if sys.platform == "linux" else ["AT-SPI, which only Linux has"]
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"no screen reader can be played without: {' '.join(MISSING)}"
)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of our own."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def asked(display: str, listener: str, window: str) -> Any:
    """What ``listener`` printed of ``window``, both files beside this one."""
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(HERE.parent.parent),
    }
    environment.pop("WAYLAND_DISPLAY", None)
    heard = subprocess.run(
        [
            *("dbus-run-session", "--", SYSTEM_PYTHON, str(HERE / listener)),
            *(sys.executable, str(HERE / window)),
        ],
        env=environment,
        capture_output=True,
        timeout=90,
    )
    assert heard.returncode == 0, heard.stderr.decode()
    return json.loads(heard.stdout.splitlines()[-1])  # the registry announces itself before


@pytest.fixture(scope="module")
def session(display: str) -> dict[str, Any]:
    """What a listener heard while Tab was pressed in the window."""
    told = asked(display, "at_spi_listener.py", "at_spi_window.py")
    return {"heard": told["heard"], **json.loads(told["window"])}


@pytest.fixture(scope="module")
def desk(display: str) -> list[dict[str, Any]]:
    """Every element on the screen with timeline, find bar and settings open."""
    found: list[dict[str, Any]] = asked(display, "at_spi_walker.py", "at_spi_desk.py")
    return found


def links(session: dict[str, Any]) -> list[dict[str, Any]]:
    """What was heard of links, in order."""
    return [one for one in session["heard"] if one["role"] == "link"]


def test_a_link_is_heard_with_its_name(session: dict[str, Any]) -> None:
    names = [link["name"] for link in links(session)]
    assert names == session["visited"]
    assert "พรรคบอลเชวิค (Bolsheviks)" in names


def test_a_link_says_what_to_do_with_it(session: dict[str, Any]) -> None:
    assert all("Enter" in link["description"] for link in links(session))


def test_a_link_can_be_pressed_by_the_screen_reader(session: dict[str, Any]) -> None:
    assert all(link["actions"] == ["Press"] for link in links(session))
    assert "บอลเชวิค" in session["opened"]


def test_the_text_of_the_page_is_read_as_it_is(session: dict[str, Any], entry: Knowledge) -> None:
    page = session["heard"][0]
    assert page["name"]
    assert page["text"] == entry.article.text


def test_everything_that_takes_the_keyboard_has_a_name(desk: list[dict[str, Any]]) -> None:
    takers = [one for one in desk if one["focusable"]]
    assert len(takers) > 30
    assert [one for one in takers if not one["name"]] == []


def test_the_parts_of_the_window_are_there_for_a_screen_reader(desk: list[dict[str, Any]]) -> None:
    roles = {(one["role"], one["name"]) for one in desk}
    for role, name in [
        ("slider", "เวลา"),
        ("label", "เนื้อหาบทความ"),
        ("list", "บุคคล สถานที่ และชื่ออื่น"),
        ("dialog", "ตั้งค่า"),
    ]:
        assert any(role in r and name in n for r, n in roles), (role, name)


def test_the_hour_is_heard_in_words_and_not_as_a_number(desk: list[dict[str, Any]]) -> None:
    sliders = [one for one in desk if one["role"] == "slider"]
    assert sliders
    assert any("ตุลาคม" in f"{one['name']} {one['description']}" for one in sliders)
