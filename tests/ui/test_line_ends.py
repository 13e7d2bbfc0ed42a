"""Line ends: the entry at 40 widths and 5 sizes, by the real page.

Names stay whole where they fit; nothing breaks inside a word; no closing sign begins a line and no
opening one ends it. Every name that was too wide for its column is listed in the output.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from hands import plain_text
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from reader.content.knowledge import Knowledge
from reader.text.article import Span
from reader.text.line_rules import breaks_of
from reader.ui.app import make_application
from reader.ui.page import Page
from reader.ui.theme import LIGHT

WINDOW_WIDTHS = [480 + round(step * (2560 - 480) / 39) for step in range(40)]
SIZES = (9, 12, 15, 22, 36)
NARROW = 900  # the panel stands beside the page from here on
PANEL = 340

# The rule of the page, written down once more and by hand: what may not begin a line or end it.
MARKS = {"\u0e31"} | {chr(c) for c in (*range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))}
NEVER_FIRST = set(")]}»”’ๆฯ!?;:,.*%…") | set("ะาำๅ") | MARKS
NEVER_LAST = set("([{«“‘") | set("เแโใไ")


class Line(NamedTuple):
    """Offsets ``start`` to ``end`` stand on it; they take ``width`` of ``room``."""

    start: int
    end: int
    width: float
    room: float
    is_last: bool


def lines_of(page: Page) -> Iterator[Line]:
    """Every line of the page."""
    block = page.document().begin()
    column = page._layout.measure.width
    while block.isValid():
        layout = block.layout()
        assert layout.lineCount(), "a paragraph without lines"
        for row in range(layout.lineCount()):
            line = layout.lineAt(row)
            start = block.position() + line.textStart()
            end = start + line.textLength()
            yield Line(
                start,
                end,
                line.x() + line.naturalTextWidth(),
                column,
                row == layout.lineCount() - 1,
            )
        block = block.next()


def set_all_lines(page: Page) -> None:
    """Do at once what the page does when there is time."""
    while page._more.isActive():
        page._set_more()


@pytest.fixture
def page(qtbot: QtBot, entry: Knowledge) -> Page:
    """The page alone, on the entry."""
    make_application([])
    page = Page(LIGHT)
    qtbot.addWidget(page)
    page.resize(800, 800)
    page.set_knowledge(entry)
    page.show()
    return page


@pytest.fixture(scope="module")
def names(entry: Knowledge) -> list[Span]:
    """Every name of the entry, in order."""
    return [Span(mention.start, mention.end) for mention in entry.mentions]


def allowed(entry: Knowledge) -> set[int]:
    """The offsets at which a line may end."""
    return {offset for level in entry.breaks for offset in level}


def widest(page: Page, text: str) -> float:
    """The width of ``text`` set in one line."""
    return QFontMetricsF(page.document().defaultFont()).horizontalAdvance(text.strip())


def with_its_marks(text: str, name: Span, breaks: set[int]) -> str:
    """``name`` with the brackets and marks that stick to it."""
    start, end = name
    while start > 0 and start not in breaks:
        start -= 1
    while end < len(text) and text[end] != "\n" and end not in breaks:
        end += 1
    return text[start:end]


@pytest.mark.parametrize("size", SIZES)
def test_rule_4_holds_at_every_line_end(
    page: Page,
    entry: Knowledge,
    names: list[Span],
    size: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = entry.article.text
    free = set(entry.breaks.free) | set(entry.breaks.held)
    everywhere = allowed(entry)
    inside_names = [False] * (len(text) + 1)
    for name in names:
        for offset in range(name.start + 1, name.end):
            inside_names[offset] = True
    name_at = {o: name for name in names for o in range(name.start + 1, name.end)}
    too_wide: dict[str, int] = {}
    ends = 0
    page.set_type_size(size)
    for window in WINDOW_WIDTHS:
        panel = 0 if window < NARROW else max(PANEL, min(420, round(window * 0.24)))
        page.resize(window - panel, 800)
        set_all_lines(page)
        seen = 0
        for line in lines_of(page):
            assert text[seen : line.start].strip("\n") == "", "a character on no line"
            seen = line.end
            assert line.width <= line.room + 1, (window, text[line.start : line.end])
            if line.is_last:
                continue
            ends += 1
            words = text[line.start : line.end]
            after = text[line.end]
            where = f"{window} px, {size} pt: …{words[-30:]}|{text[line.end : line.end + 20]}…"
            assert line.end in everywhere, f"inside a word: {where}"
            assert after not in NEVER_FIRST, where
            assert words.rstrip()[-1] not in NEVER_LAST, where
            if inside_names[line.end]:
                name = name_at[line.end]
                whole = with_its_marks(text, name, free)
                column = round(line.room)
                assert widest(page, whole) > column - 1, f"{whole!r} fits {column}: {where}"
                words = text[name.start : name.end]
                too_wide[words] = max(column, too_wide.get(words, 0))
    assert ends > 1000
    with capsys.disabled():
        print(f"\n{size} pt, {ends} line ends; too wide for their column, up to which width:")
        for name_, column in sorted(too_wide.items()):
            print(f"  {column:5} px  {name_}")


def test_no_name_is_broken_at_the_usual_size(page: Page, entry: Knowledge) -> None:
    inside = set(entry.breaks.inside)
    for width in range(640, 1400, 31):
        page.resize(width, 800)
        set_all_lines(page)
        assert not [line for line in lines_of(page) if not line.is_last and line.end in inside]


def test_a_name_that_begins_a_paragraph_is_whole_although_the_indent_leaves_no_room(
    page: Page, entry: Knowledge
) -> None:
    text = entry.article.text
    starts = {paragraph.start for paragraph in entry.article.paragraphs}
    first_names = [m for m in entry.mentions if m.start in starts]
    assert first_names
    page.set_type_size(36)
    for width in range(330, 700, 10):
        page.resize(width, 800)
        set_all_lines(page)
        ends = {line.end for line in lines_of(page)}
        column = page._layout.measure.width
        for name in first_names:
            unit = with_its_marks(text, Span(name.start, name.end), set(entry.breaks.free))
            if widest(page, unit) < column - 2:
                assert not ends & set(range(name.start + 1, name.end)), text[name.start : name.end]


def test_the_entry_is_set_and_drawn_100_times(page: Page) -> None:
    picture = QImage(900, 1200, QImage.Format.Format_RGB32)
    for turn in range(100):
        page.resize(480 + 7 * turn, 800)
        page.set_type_size(9 + turn % 28)
        set_all_lines(page)
        page.verticalScrollBar().setValue(turn * 60)
        painter = QPainter(picture)
        page.render(painter, QPoint(0, 0))
        painter.end()
    assert len(list(lines_of(page))) > 150


def test_a_line_of_the_column_holds_55_to_75_clusters(page: Page, entry: Knowledge) -> None:
    text = entry.article.text
    for width in (900, 1400, 2200):
        page.resize(width, 800)
        set_all_lines(page)
        lengths = [
            sum(1 for c in text[line.start : line.end] if c not in MARKS)
            for line in lines_of(page)
            if not line.is_last
        ]
        assert 55 <= sum(lengths) / len(lengths) <= 75


def test_the_column_does_not_grow_with_the_window(page: Page) -> None:
    columns = set()
    for width in (1000, 1500, 2400):
        page.resize(width, 800)
        columns.add(page._layout.measure.width)
    assert len(columns) == 1


@pytest.mark.parametrize("ending", ["\u2028", "\n", "\r\n", "\u2029"])
def test_a_line_that_the_text_itself_ends_is_not_cut_shorter(page: Page, ending: str) -> None:
    words = "คำ หนึ่ง สอง สาม"
    known = plain_text(ending.join([words] * 3))
    known = dataclasses.replace(known, breaks=breaks_of(known.article.text, (), ()))
    page.set_knowledge(known)
    set_all_lines(page)
    assert next(lines_of(page)).end >= len(words)


def test_a_word_wider_than_the_column_is_parted_so_that_no_mark_begins_a_line(page: Page) -> None:
    known = plain_text("กา" * 400 + " " + "เก" * 400 + " " + "กำ้ๆ" * 300)
    known = dataclasses.replace(known, breaks=breaks_of(known.article.text, (), ()))
    page.resize(400, 800)
    page.set_knowledge(known)
    set_all_lines(page)
    text = known.article.text
    for line in lines_of(page):
        assert text[line.start] not in NEVER_FIRST
        assert line.is_last or text[line.end - 1] not in NEVER_LAST


def test_a_text_without_known_words_turns_at_its_spaces_meanwhile(page: Page) -> None:
    page.set_knowledge(plain_text("word " * 400))
    set_all_lines(page)
    text = "word " * 400
    for line in lines_of(page):
        assert text[line.start : line.end].endswith(" ")
