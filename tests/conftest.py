"""What many tests need: a reader's folder of their own, the entry, a small package to break."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from support import ROOT, Package, Run

from reader import resources
from reader.content.knowledge import Knowledge
from reader.content.reading import open_shipped
from reader.content.source import Source, load_source

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A slow machine is no failure.
settings.register_profile("neva", deadline=None)
settings.load_profile("neva")


@pytest.fixture(autouse=True)
def reader_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for what the reader leaves behind, instead of the tester's own."""
    home = tmp_path / "reader-home"
    monkeypatch.setenv("NEVA_READER_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def entry_file() -> Path:
    """The text file of the October Revolution entry."""
    return resources.article_folder() / "article.txt"


@pytest.fixture(scope="session")
def entry() -> Knowledge:
    """All that the reader knows of the entry, as it is shipped."""
    return open_shipped()


@pytest.fixture(scope="session")
def entry_text(entry: Knowledge) -> str:
    """The words of the entry."""
    return entry.article.text


@pytest.fixture(scope="session")
def entry_source() -> Source:
    """The content files of the entry, checked but not computed."""
    return load_source(resources.article_folder())


@pytest.fixture
def neva(tmp_path: Path) -> Run:
    """Runs the command line as its users do, in a process of its own, from an empty folder.

    environment: variables to set, or to take away with None. stdout: where its output goes.
    """
    empty = tmp_path / "somewhere-else"
    empty.mkdir()

    def run(
        *arguments: str | Path,
        environment: dict[str, str | None] | None = None,
        cwd: Path = empty,
        stdout: int | None = None,
        before: list[str] | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        changed = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
        return subprocess.run(
            [*(before or []), sys.executable, "-m", "reader", *map(str, arguments)],
            env={name: value for name, value in changed.items() if value is not None},
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if stdout is None else stdout,
            stderr=subprocess.PIPE,
            timeout=60,
        )

    return run


@pytest.fixture
def package(tmp_path: Path) -> Package:
    """A small good package: a city, a traveller, two dates, a note, an event, a point."""
    return Package(tmp_path / "varee")
