"""What the tests of the exports share: a small package to export, and what a PDF reads as."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from support import Package

from reader.content import computed
from reader.content.compute import knowledge_from
from reader.content.knowledge import Knowledge
from reader.content.reading import open_package
from reader.content.source import load_source


def made(package: Package) -> Knowledge:
    """All that is known of the small package, computed."""
    computed.save(package.folder / "computed", knowledge_from(load_source(package.folder)))
    return open_package(package.folder, "varee")


def pdf_text(file: Path, *options: str) -> str:
    """What pdftotext takes out of a PDF."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext (poppler-utils)")
    done = subprocess.run(["pdftotext", *options, str(file), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def letters(text: str) -> str:
    """``text`` without white space, ำ in one piece."""
    return re.sub(r"\s", "", text).replace("\u0e4d\u0e32", "\u0e33")


def share_of_pieces(text: str, found: str, length: int = 12) -> float:
    """How many of the pieces of ``length`` letters of ``text`` stand in ``found``, 0 to 1."""
    wanted, there = letters(text), letters(found)
    pieces = [wanted[at : at + length] for at in range(len(wanted) - length + 1)]
    return sum(piece in there for piece in pieces) / len(pieces)


def body_of(text: str, title: str) -> str:
    """What pdftotext found in a PDF without notes, without running titles and page numbers."""
    pages = []
    for page in text.split("\f"):
        lines = page.splitlines()
        running = [n for n, line in enumerate(lines) if line.strip().startswith(title) and n > 2]
        pages.append("".join(lines[: running[-1]] if running else lines))
    return "".join(pages)
