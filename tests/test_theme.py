"""Colours that can be read, and type that needs nothing of the system."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from reader import resources
from reader.ui.theme import BY_NAME, Theme

GROUNDS = {
    "ink": (
        "paper",
        "desk",
        "control",
        "raised",
        "mention",
        "mention_current",
        "hit",
        "hit_current",
        "land",
    ),
    "muted": ("paper", "desk", "raised"),
    "link": ("paper", "desk", "raised", "mention", "mention_current", "hit", "hit_current"),
    "accent_ink": ("accent",),
    "selection_ink": ("selection",),
    "water_ink": ("water",),
}
"""Every colour of text, and the grounds it may stand on."""

LEAST = 4.5  # WCAG 2.2, 1.4.3


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it, 0 to 1."""
    parts = []
    for value in (color.redF(), color.greenF(), color.blueF()):
        parts.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    red, green, blue = parts
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """The WCAG contrast ratio, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


@pytest.mark.parametrize("theme", BY_NAME.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    ("ink", "ground"), [(ink, ground) for ink, grounds in GROUNDS.items() for ground in grounds]
)
def test_text_stands_out_from_its_ground(theme: Theme, ink: str, ground: str) -> None:
    if not getattr(theme, ground):
        ground = "desk"  # which stands for it
    assert contrast(theme.color(ink), theme.color(ground)) >= LEAST, (ink, ground)


def run_without_system_fonts(tmp_path: Path, *code: str) -> subprocess.CompletedProcess[str]:
    """Run the reader's Python where fontconfig finds an empty folder and there is no home."""
    empty = tmp_path / "no-fonts"
    empty.mkdir(exist_ok=True)
    config = tmp_path / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{empty}</dir><cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "FONTCONFIG_FILE": str(config),
        "HOME": "/nonexistent",
        "PYTHONPATH": str(resources.root().parent),
    }
    for name in ("NEVA_READER_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, *code],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_window_opens_without_system_fonts_and_without_a_home(
    tmp_path: Path, theme: str
) -> None:
    out = tmp_path / "window.png"
    run = run_without_system_fonts(
        tmp_path, "-m", "reader", "screenshot", str(out), "--theme", theme, "--term", "3"
    )
    assert run.returncode == 0, run.stderr
    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (1280, 800)
    colors = {picture.pixel(x, y) for x in range(130, 700, 2) for y in range(40, 400)}
    assert len(colors) > 30, "no text on the page"


def test_the_shipped_faces_have_a_glyph_for_every_character(tmp_path: Path) -> None:
    """Of the entry, the cards, the notes and the interface: nothing is shown as a box."""
    texts = [resources.article_folder() / "article.txt", resources.root() / "i18n/messages.json"]
    texts += [Path(__file__).parents[1] / "resources/i18n/neva_th.ts"]
    texts += sorted((resources.article_folder() / "computed").glob("*.json"))
    characters = sorted({c for path in texts for c in path.read_text(encoding="utf-8") if c > " "})
    program = """
import json, sys
from PySide6.QtGui import QFont, QRawFont
from reader.ui.app import make_application
from reader.ui.theme import TEXT_FAMILIES
app = make_application(["x"])
faces = [QRawFont.fromFont(QFont(family)) for family in TEXT_FAMILIES]
assert [face.familyName() for face in faces] == TEXT_FAMILIES, [f.familyName() for f in faces]
wanted = json.loads(open(sys.argv[1], encoding="utf-8").read())
print(json.dumps([c for c in wanted if not any(f.supportsCharacter(ord(c)) for f in faces)]))
"""
    listed = tmp_path / "characters.json"
    listed.write_text(json.dumps(characters), encoding="utf-8")
    run = run_without_system_fonts(tmp_path, "-c", program, str(listed))
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == []
