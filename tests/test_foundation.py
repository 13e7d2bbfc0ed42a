"""What everything stands on: arrows that go one way, no Qt below, no network, nothing heavy."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT

READER = ROOT / "reader"
HEAVY = ("PySide6", "pythainlp", "nlpo3", "pycrfsuite")
# What each part may know of the program besides itself; errors and resources know nothing.
KNOWS = {
    "text": {"reader.text", "reader.errors", "reader.resources"},
    "content": {
        "reader.content", "reader.text", "reader.errors", "reader.resources", "reader.messages",
    },
    "desk": {"reader.desk", "reader.errors", "reader.resources"},
    "export": {
        "reader.export", "reader.content", "reader.text", "reader.errors", "reader.resources",
        "reader.messages", "reader.__version__",
    },
}  # fmt: skip
NETWORK = {
    "socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "socketserver", "xmlrpc",
    "webbrowser", "requests", "httpx", "aiohttp", "urllib3",
}  # fmt: skip


def imported(file: Path) -> set[str]:
    """Every module that ``file`` imports, at its head or inside a function."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            assert node.module is not None
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


def files(part: str) -> list[Path]:
    found = sorted((READER / part).rglob("*.py"))
    assert found
    return found


def modules(*parts: str) -> list[str]:
    """The names of all modules of these parts."""
    return [
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for part in parts
        for file in files(part)
    ]


def run(script: str, *arguments: str) -> str:
    """The standard output of ``script`` in a fresh interpreter; it must end well and in silence."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


# Arrows


@pytest.mark.parametrize("part", KNOWS)
def test_part_knows_only_what_lies_below_it(part: str) -> None:
    for file in files(part):
        for name in imported(file):
            if name.split(".")[0] == "reader":
                below = any(f"{name}.".startswith(f"{known}.") for known in KNOWS[part])
                assert below, f"{file}: {name}"


@pytest.mark.parametrize("part", KNOWS)
def test_part_names_no_qt(part: str) -> None:
    for file in files(part):
        assert not any(name.startswith(("PySide6", "PyQt", "shiboken")) for name in imported(file))


def test_text_knows_nothing_of_content() -> None:
    for file in files("text"):
        assert not any(name.startswith("reader.content") for name in imported(file)), file


# where words are found, and where names are: both only in the worker or in a command
ASKING = {"text/word_breaks.py", "text/name_tags.py"}


def test_thai_words_are_asked_of_few_modules_only() -> None:
    asking = {
        file.relative_to(READER).as_posix()
        for file in READER.rglob("*.py")
        if any(
            name.split(".")[0] in ("pythainlp", "nlpo3", "pycrfsuite") for name in imported(file)
        )
    }
    assert asking == ASKING


def test_data_is_looked_up_in_one_place_only() -> None:
    for file in READER.rglob("*.py"):
        if file.name != "resources.py":
            assert "__file__" not in file.read_text(encoding="utf-8").replace(
                "reader.__file__", ""
            ), file


# No Qt

BLOCK = """if True:
    import importlib, sys

    class Blocked:
        def find_spec(self, name, path=None, target=None):
            if name.split(".")[0] in BLOCKED:
                raise ImportError(f"{name} is blocked")

    BLOCKED = set(sys.argv[1].split(","))
    sys.meta_path.insert(0, Blocked())
"""


def test_all_but_the_window_is_imported_without_qt_and_without_words() -> None:
    names = [*modules("text", "content", "desk", "export"), "reader.cli", "reader.messages"]
    script = f"""{BLOCK}
    for name in sys.argv[2:]:
        importlib.import_module(name)
    print(sorted(BLOCKED & {{name.split(".")[0] for name in sys.modules}}))
"""
    assert run(script, ",".join(HEAVY), *names) == "[]\n"


def test_whole_entry_is_known_without_qt_and_without_words() -> None:
    script = f"""{BLOCK}
    from reader.content.reading import open_shipped
    known = open_shipped()
    print(len(known.terms), len(known.details.cards) == len(known.entities))
    print(sorted(BLOCKED & {{name.split(".")[0] for name in sys.modules}}))
"""
    assert run(script, ",".join(HEAVY)) == "14 True\n[]\n"


@pytest.mark.parametrize(
    "arguments",
    [("index", "--json"), ("export", "--format", "geojson", "-o", "-"), ("--help",)],
    ids=" ".join,
)
def test_command_about_the_entry_needs_neither_qt_nor_words(arguments: tuple[str, ...]) -> None:
    script = f"""{BLOCK}
    from reader.cli import main
    assert main(sys.argv[2:]) == 0
"""
    assert run(script, ",".join(HEAVY), *arguments)


def test_opening_the_entry_reads_neither_cards_nor_notes() -> None:
    script = """if True:
        import sys
        opened = []
        sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
        from reader.content.reading import open_shipped
        known = open_shipped()
        assert known.breaks.free and known.mentions
        print(any(name.endswith("details.json") for name in opened))
        print(any(name.endswith("text.json") for name in opened))
        assert known.details.notes
        print(any(name.endswith("details.json") for name in opened))
    """
    assert run(script).split() == ["False", "True", "True"]


# No network


def test_no_module_of_the_program_names_the_network() -> None:
    for file in READER.rglob("*.py"):
        for name in imported(file):
            assert name.split(".")[0] not in NETWORK, f"{file}: {name}"
            assert not name.startswith("PySide6.QtNetwork"), f"{file}: {name}"


OFFLINE = """if True:
    import importlib, socket, sys

    def forbidden(event, args):
        if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
            raise AssertionError(f"network: {event}")

    class NoSocket(socket.socket):
        def __init__(self, *args, **kwargs):
            raise AssertionError("a socket was opened")

    socket.socket = NoSocket
    sys.addaudithook(forbidden)
"""


def test_guard_against_sockets_works() -> None:
    script = f"""{OFFLINE}
    import _socket
    for open_one in (socket.socket, _socket.socket, lambda: socket.getaddrinfo("localhost", 80)):
        try:
            open_one()
        except AssertionError:
            print("caught")
"""
    assert run(script).split() == ["caught"] * 3


def test_importing_the_program_opens_no_socket() -> None:
    script = f"""{OFFLINE}
    for name in sys.argv[1:]:
        importlib.import_module(name)
"""
    run(script, *modules("text", "content", "desk", "export"), "reader.cli")


def test_index_of_the_entry_and_of_any_text_opens_no_socket(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("กองกำลังจากแนวหน้า (Front)*", encoding="utf-8")
    script = f"""{OFFLINE}
    from reader.cli import main
    assert main(["index", "--json"]) == 0
    assert main(["index", "--json", sys.argv[1]]) == 0
    assert main(["check", sys.argv[1]]) == 0
"""
    assert run(script, str(file))


def test_finding_words_makes_no_folder_in_the_readers_home(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    script = """if True:
        import os, sys
        os.environ["HOME"] = os.environ["USERPROFILE"] = sys.argv[1]
        from reader.text.word_breaks import word_boundaries
        print(len(word_boundaries("กองกำลังจากแนวหน้า")))
    """
    assert int(run(script, str(home))) > 2
    assert list(home.iterdir()) == []
