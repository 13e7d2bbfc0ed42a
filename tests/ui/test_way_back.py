"""Back and forward lead over the texts that were read one after the other, not only within one."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Open
from hands import Hands
from support import Package

from reader.content.package import pack
from reader.content.shelf import FOLDER, Shelf
from reader.desk.store import Store
from reader.ui.subject import Subject

LONG = "".join(f"วรรคที่ {number} ของบทที่ยาวพอจะเลื่อน\n" for number in range(200))


@pytest.fixture
def at_window(open_window: Open, tmp_path: Path, package: Package) -> Hands:
    """A reader with the entry before him and one package on the shelf."""
    store = Store(tmp_path / "home")
    assert store.folder is not None
    file = tmp_path / "varee.neva"
    file.write_bytes(pack(package.folder))
    Shelf(store.folder / FOLDER).install(file)
    hands = open_window(store=store)
    hands.settle()
    return hands


@pytest.fixture
def chapter(tmp_path: Path) -> Path:
    """A file of many lines."""
    file = tmp_path / "บทยาว.txt"
    file.write_text(LONG, encoding="utf-8")
    return file


def title(hands: Hands) -> str:
    return hands.window.knowledge.article.id


def can(hands: Hands, command: str) -> bool:
    return hands.window.commands.action(command).isEnabled()


def test_a_link_into_another_entry_has_a_way_back_to_line_and_card(at_window: Hands) -> None:
    window = at_window.window
    window.page.show_first(window.knowledge.article.paragraphs[8].start)
    window.open_subject(Subject.entity("trotsky"))
    place = window.page.first_visible()
    window.panel.package_chosen.emit("varee#varee")
    assert title(at_window) == "varee"
    while title(at_window) == "varee":  # its own card and mention come first
        assert can(at_window, "back")
        window.go_back()
    assert title(at_window) == "october-revolution"
    assert window.page.first_visible() == place
    assert window.panel.card.subject == Subject.entity("trotsky")
    window.go_forward()
    assert title(at_window) == "varee"


def test_a_file_is_read_again_at_the_line_that_was_left(at_window: Hands, chapter: Path) -> None:
    window = at_window.window
    assert window.open_path(chapter)
    at_window.settle()
    window.page.show_first(LONG.index("วรรคที่ 120"))
    at_window.settle()
    place = window.page.first_visible()
    window.open_entry()
    window.go_back()
    at_window.settle()
    assert title(at_window) == "บทยาว"
    assert window.page.first_visible() == place
    assert window.opening.path == chapter
    window.go_back()
    assert title(at_window) == "october-revolution"
    assert not can(at_window, "back")
    window.go_forward()
    window.go_forward()
    assert title(at_window) == "october-revolution"
    assert not can(at_window, "forward")


def test_pasted_words_are_not_lost_by_opening_something_else(at_window: Hands) -> None:
    at_window.window.opening.open_pasted("ถ้อยคำที่ไม่มีอยู่ในแฟ้มใด")
    at_window.window.open_entry()
    at_window.window.go_back()
    assert at_window.window.knowledge.article.text == "ถ้อยคำที่ไม่มีอยู่ในแฟ้มใด"


def test_a_file_that_is_gone_is_told_and_the_open_text_stays(
    at_window: Hands, chapter: Path
) -> None:
    window = at_window.window
    window.open_path(chapter)
    window.open_entry()
    chapter.unlink()
    window.go_back()
    assert title(at_window) == "october-revolution"
    assert "บทยาว" in window.notice.text()
    assert not can(at_window, "forward")
    window.go_back()  # past it, to where the reader began
    assert title(at_window) == "october-revolution"
    assert not can(at_window, "back")


def test_the_same_text_read_anew_keeps_its_history(at_window: Hands, chapter: Path) -> None:
    window = at_window.window
    window.open_path(chapter)
    window.go_to(LONG.index("วรรคที่ 90"))
    window.opening.reload()
    assert can(at_window, "back")
    window.go_back()
    assert window.page.first_visible() == 0
