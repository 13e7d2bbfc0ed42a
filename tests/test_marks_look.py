"""The five colours of highlights can be read, and told apart by who sees no colour."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from support import ROOT

from reader.desk.marks import COLOURS
from reader.ui.mark_colours import LINES, contrast, look, shade
from reader.ui.ranges import Look
from reader.ui.theme import BY_NAME, Theme
from reader.ui.underlines import STYLES, draw_underline

themes = pytest.mark.parametrize("theme", BY_NAME.values(), ids=lambda theme: str(theme.name))
colours = pytest.mark.parametrize("colour", COLOURS)


@themes
@colours
def test_text_and_links_are_read_on_every_highlight(theme: Theme, colour: str) -> None:
    ground = QColor(shade(colour, theme).ground)
    for use in ("ink", "link"):
        assert contrast(theme.color(use), ground) >= 4.5


@themes
@colours
def test_lines_of_highlights_are_seen_on_page_and_highlight(theme: Theme, colour: str) -> None:
    found = shade(colour, theme)
    assert contrast(QColor(found.line), theme.color("paper")) >= 3
    assert contrast(QColor(found.line), QColor(found.ground)) >= 3


@themes
def test_highlights_are_seen_and_differ(theme: Theme) -> None:
    grounds = {shade(colour, theme).ground for colour in COLOURS}
    assert len(grounds) == 5
    assert theme.paper not in grounds


def test_highlights_are_told_apart_without_colour() -> None:
    forms = [(LINES[colour], look(colour, BY_NAME["light"]).underline) for colour in COLOURS]
    assert len(set(forms)) == 5
    assert all(a == b for a, b in forms)


def drawn(style: str) -> bytes:
    picture = QImage(120, 24, QImage.Format.Format_Grayscale8)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    draw_underline(painter, style, 4, 116, 12, QColor("black"), 20)
    painter.end()
    return bytes(picture.constBits())


@pytest.mark.usefixtures("qapp")
def test_lines_look_different_in_grey() -> None:
    pictures = [drawn(style) for style in STYLES]
    for number, one in enumerate(pictures):
        assert min(one) < 120
        for other in pictures[number + 1 :]:
            assert sum(abs(a - b) > 60 for a, b in zip(one, other, strict=True)) > 60


def test_a_look_says_nothing_of_a_line_unless_asked() -> None:
    assert Look().line == ""


def test_contrast_is_reckoned_as_the_guidelines_do() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_a_window_without_marks_loads_nothing_for_them(qtbot: QtBot) -> None:
    script = """if True:
        import sys
        from reader.content.reading import open_shipped
        from reader.desk.store import Store, default_folder
        from reader.ui.app import make_application, make_window
        app = make_application([])
        window = make_window(app, open_shipped(), Store(default_folder()))
        window.show()
        for _ in range(20):
            app.processEvents()
        print(sorted(n for n in sys.modules if ".mark_" in n or n in (
            "reader.desk.marks", "reader.desk.anchors", "difflib", "reader.ui.underlines_")))
    """
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
