"""Texts come in by hand: dropped, pasted, opened again, from the shelf; and none is lost."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Timer

import pytest
from conftest import Open
from hands import CTRL, NONE, SHIFT, Hands
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from support import ROOT, Package

from reader.content.package import pack
from reader.content.shelf import FOLDER, Shelf
from reader.desk.recent import recent
from reader.desk.store import Store

BROKEN = (
    "การปฏิวัติเดือนตุลาคมเป็นการยึดอํานาจทางการเมืองของพรรคบอลเชวิค\n"
    "ในรัสเซียซ่ึงมีวลาดีมีร์เลนินเป็นผ ู้นํา รัฐบาลเฉพาะกาลซึ่งปกครอง\n"
    "ประเทศภายหลังการปฏิวัติเดือนกุมภาพันธ์ถูกโค่นอํานาจเเละเคเรนสกี\n"
    "สามารถหลบหนีออกนอกประเทศได้และพยายามรวบรวมกําลังทั้งภายใน\n"
    "เเละนอกประเทศ\n"
)
ANOTHER = "คำ (Word)* อีกบทหนึ่ง"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A reader's folder on the disk."""
    return Store(tmp_path / "home")


@pytest.fixture
def shelf(store: Store) -> Shelf:
    """The shelf in that folder."""
    assert store.folder is not None
    return Shelf(store.folder / FOLDER)


@pytest.fixture
def at_window(open_window: Open, store: Store) -> Hands:
    """A reader at a window that remembers."""
    return open_window(store=store)


@pytest.fixture
def neva_file(package: Package, tmp_path: Path) -> Path:
    """The small package in one file."""
    file = tmp_path / "varee.neva"
    file.write_bytes(pack(package.folder))
    return file


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    """A short text."""
    file = tmp_path / "บท.txt"
    file.write_text(ANOTHER, encoding="utf-8")
    return file


def text_of(hands: Hands) -> str:
    return hands.window.knowledge.article.text


def said(hands: Hands) -> str:
    return hands.window.notice.text() if hands.window.tells_something else ""


def mime(text: str = "", *files: Path) -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if files:
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def drop(hands: Hands, data: QMimeData) -> bool:
    """Drag ``data`` over the window and let it go there; whether it was taken."""
    arguments = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    enter = QDragEnterEvent(QPointF(200, 200).toPoint(), *arguments)
    QApplication.sendEvent(hands.window, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(hands.window, QDropEvent(QPointF(200, 200), *arguments))
    hands.settle()
    return True


# Dropping and pasting


def test_dropped_file_is_opened(at_window: Hands, text_file: Path) -> None:
    assert drop(at_window, mime("", text_file))
    assert text_of(at_window) == ANOTHER


def test_dropped_words_are_opened(at_window: Hands) -> None:
    assert drop(at_window, mime("ถ้อยคำที่ลากมา"))
    assert text_of(at_window) == "ถ้อยคำที่ลากมา"


def test_dropped_page_of_the_web_is_not_fetched(at_window: Hands, entry_text: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.txt")])
    drop(at_window, data)
    assert text_of(at_window) in (entry_text, "https://example.org/a.txt")


def test_dropped_picture_leaves_the_text_and_is_told(
    at_window: Hands, entry_text: str, tmp_path: Path
) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    drop(at_window, mime("", picture))
    assert text_of(at_window) == entry_text
    assert "a.png" in said(at_window)


def test_page_under_the_pointer_lets_the_drop_through(at_window: Hands) -> None:
    assert at_window.window.acceptDrops()
    assert not at_window.page.acceptDrops()
    assert not at_window.page.viewport().acceptDrops()


def test_clipboard_is_opened_with_its_keys(at_window: Hands) -> None:
    QGuiApplication.clipboard().setText("ข้อความจากที่อื่น")
    at_window.type(Qt.Key.Key_V, CTRL | SHIFT)
    assert text_of(at_window) == "ข้อความจากที่อื่น"
    assert "ข้อความ" in at_window.window.windowTitle() or at_window.window.windowTitle()


@pytest.mark.parametrize("text", ["", " \n "])
def test_empty_clipboard_says_so(at_window: Hands, entry_text: str, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    at_window.type(Qt.Key.Key_V, CTRL | SHIFT)
    assert text_of(at_window) == entry_text
    assert said(at_window)


# Opened last


def recent_names(hands: Hands) -> list[str]:
    menu = hands.window.commands.menu("recent")
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if action.text()]


def test_opened_files_stand_in_the_menu_the_newest_first(
    at_window: Hands, tmp_path: Path, store: Store
) -> None:
    files = [tmp_path / f"{name}.txt" for name in ("ก", "ข", "ค")]
    for file in files:
        file.write_text(f"บท {file.stem}", encoding="utf-8")
        at_window.window.open_path(file)
    at_window.window.open_path(files[0])
    assert recent_names(at_window)[:3] == ["ก.txt", "ค.txt", "ข.txt"]
    assert recent(store) == [files[0], files[2], files[1]]


def test_text_of_the_menu_is_opened(at_window: Hands, text_file: Path) -> None:
    at_window.window.open_path(text_file)
    at_window.window.open_entry()
    menu = at_window.window.commands.menu("recent")
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert text_of(at_window) == ANOTHER


def test_text_that_is_gone_says_so_in_the_menu_and_when_chosen(
    at_window: Hands, text_file: Path
) -> None:
    at_window.window.open_path(text_file)
    at_window.window.open_entry()
    text_file.unlink()
    assert recent_names(at_window)[0] != "บท.txt"
    assert recent_names(at_window)[0].startswith("บท.txt")
    at_window.window.commands.menu("recent").actions()[0].trigger()
    assert "บท.txt" in said(at_window)


def test_list_is_cleared_and_brought_back(at_window: Hands, text_file: Path, store: Store) -> None:
    at_window.window.open_path(text_file)
    menu = at_window.window.commands.menu("recent")
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    assert recent(store) == []
    assert not recent_names(at_window)[0].startswith("บท")
    at_window.window.notice.button.click()
    assert recent(store) == [text_file]


def test_ampersand_and_signs_in_a_name_are_shown_as_they_are(
    at_window: Hands, tmp_path: Path
) -> None:
    file = tmp_path / "a & b\u202e.txt"
    file.write_text("คำ", encoding="utf-8")
    at_window.window.open_path(file)
    assert recent_names(at_window)[0] == "a && b\\u202E.txt"


# A file that changes or goes


def test_changed_file_is_offered_and_shown_as_it_was(at_window: Hands, text_file: Path) -> None:
    at_window.window.open_path(text_file)
    text_file.write_text(ANOTHER + " ใหม่", encoding="utf-8")
    at_window.until(lambda: bool(said(at_window)))
    assert text_of(at_window) == ANOTHER
    at_window.window.notice.button.click()
    assert text_of(at_window) == ANOTHER + " ใหม่"


def test_file_put_in_the_place_of_the_old_one_is_noticed_each_time(
    at_window: Hands, text_file: Path, tmp_path: Path
) -> None:
    at_window.window.open_path(text_file)
    for number in range(2):
        fresh = tmp_path / "fresh"
        fresh.write_text(f"{ANOTHER} {number}", encoding="utf-8")
        os.replace(fresh, text_file)
        at_window.until(lambda: bool(said(at_window)))
        at_window.window.notice.button.click()
        assert text_of(at_window) == f"{ANOTHER} {number}"


def test_file_that_goes_is_told_and_its_text_stays(at_window: Hands, text_file: Path) -> None:
    at_window.window.open_path(text_file)
    text_file.unlink()
    at_window.until(lambda: "บท.txt" in said(at_window))
    assert text_of(at_window) == ANOTHER


def test_file_that_went_bad_keeps_the_text_that_is_open(at_window: Hands, text_file: Path) -> None:
    at_window.window.open_path(text_file)
    text_file.write_bytes(b"\0\1\2\xff")
    at_window.until(lambda: bool(said(at_window)))
    at_window.window.notice.button.click()
    assert text_of(at_window) == ANOTHER
    assert "บท.txt" in said(at_window)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
def test_pipe_in_the_place_of_the_file_is_not_waited_for(at_window: Hands, text_file: Path) -> None:
    at_window.window.open_path(text_file)
    text_file.unlink()
    os.mkfifo(text_file)

    def end_the_wait() -> None:
        with suppress(OSError):  # nobody reads: as it should be
            os.close(os.open(text_file, os.O_WRONLY | os.O_NONBLOCK))

    timer = Timer(3, end_the_wait)
    timer.start()
    start = time.perf_counter()
    at_window.window.opening.reload()
    took = time.perf_counter() - start
    timer.cancel()
    assert took < 2
    assert text_of(at_window) == ANOTHER
    assert "บท.txt" in said(at_window)


def test_file_is_no_longer_watched_once_another_text_is_open(
    at_window: Hands, text_file: Path
) -> None:
    at_window.window.open_path(text_file)
    at_window.window.open_entry()
    text_file.unlink()
    at_window.wait(700)
    assert said(at_window) == ""


# The cleaned reading version


@pytest.fixture
def broken_file(tmp_path: Path) -> Path:
    """A copy whose Thai was broken."""
    file = tmp_path / "สำเนา.txt"
    file.write_text(BROKEN * 12, encoding="utf-8", newline="")
    return file


def test_broken_copy_is_shown_as_it_is_with_an_offer(at_window: Hands, broken_file: Path) -> None:
    at_window.window.open_path(broken_file)
    assert text_of(at_window) == BROKEN * 12
    at_window.until(lambda: "F12" in at_window.window.notice.button.text())
    at_window.window.notice.button.click()
    assert "อำนาจ" in text_of(at_window)
    assert text_of(at_window).count("\n") == 12


def test_sound_text_gets_no_offer(at_window: Hands, text_file: Path) -> None:
    at_window.window.open_path(text_file)
    assert said(at_window) == ""


def test_one_key_goes_there_and_back_to_the_same_place(at_window: Hands, broken_file: Path) -> None:
    at_window.window.open_path(broken_file)
    place = BROKEN.__len__() * 6
    at_window.page.show_first(place)
    before = at_window.page.anchor()
    at_window.type(Qt.Key.Key_F12)
    cleaned = at_window.page.anchor()
    assert text_of(at_window)[cleaned : cleaned + 7] == "การปฏิว"
    at_window.type(Qt.Key.Key_F12)
    assert text_of(at_window) == BROKEN * 12
    assert at_window.page.anchor() == before


def test_copying_in_the_cleaned_version_gives_the_cleaned_words(
    at_window: Hands, broken_file: Path
) -> None:
    at_window.window.open_path(broken_file)
    at_window.type(Qt.Key.Key_F12)
    at_window.page.selectAll()
    at_window.page.copy()
    assert QGuiApplication.clipboard().text() == text_of(at_window)
    assert broken_file.read_text(encoding="utf-8") == BROKEN * 12


def test_change_of_the_file_is_told_in_the_cleaned_version_too(
    at_window: Hands, broken_file: Path
) -> None:
    at_window.window.open_path(broken_file)
    at_window.type(Qt.Key.Key_F12)
    at_window.window.notice.close_notice()
    broken_file.write_text("ใหม่", encoding="utf-8")
    at_window.until(lambda: "สำเนา" in said(at_window))


def test_nothing_to_clean_is_said(at_window: Hands, text_file: Path) -> None:
    at_window.window.open_path(text_file)
    at_window.type(Qt.Key.Key_F12)
    assert text_of(at_window) == ANOTHER
    assert said(at_window)


# The bookshelf


def titles(hands: Hands) -> list[str]:
    return [book.title for book in hands.window.opening.shelf.view.books()]


def test_empty_shelf_has_the_entry_and_says_what_to_do(at_window: Hands) -> None:
    at_window.type(Qt.Key.Key_L, CTRL)
    view = at_window.window.opening.shelf.view
    assert at_window.window.cover is view
    assert titles(at_window) == ["การปฏิวัติเดือนตุลาคม"]
    assert ".neva" in view.hint.text() and view.hint.isVisible()


def test_escape_and_the_same_keys_bring_the_text_back(at_window: Hands) -> None:
    for key, keys in ((Qt.Key.Key_Escape, NONE), (Qt.Key.Key_L, CTRL)):
        at_window.type(Qt.Key.Key_L, CTRL)
        assert not at_window.page.isVisible()
        at_window.type(key, keys)
        assert at_window.page.isVisible()
        assert at_window.page.hasFocus()


def test_package_is_installed_read_removed_and_brought_back(
    at_window: Hands, neva_file: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer: Callable[..., tuple[str, str]] = lambda *_: (str(neva_file), "")  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    at_window.type(Qt.Key.Key_L, CTRL)
    view = at_window.window.opening.shelf.view
    view.install_asked.emit()
    assert [package.id for package in shelf.packages()] == ["varee"]
    assert titles(at_window)[1] == "เมืองวารี"
    at_window.type(Qt.Key.Key_Down)
    at_window.type(Qt.Key.Key_Delete)
    assert shelf.packages() == []
    at_window.window.notice.button.click()
    assert [package.id for package in shelf.packages()] == ["varee"]
    at_window.window.opening.shelf.fill()
    view.list.setFocus()
    at_window.type(Qt.Key.Key_Down)
    current = view.current()
    assert current is not None and current.key == "varee"
    at_window.type(Qt.Key.Key_Return)
    assert at_window.window.knowledge.article.id == "varee"
    assert at_window.page.isVisible()


def test_installing_again_asks_before_it_replaces(
    at_window: Hands, neva_file: Path, shelf: Shelf
) -> None:
    at_window.type(Qt.Key.Key_L, CTRL)
    at_window.window.opening.shelf.install(neva_file)
    at_window.window.opening.shelf.install(neva_file)
    assert "1" in said(at_window)
    at_window.window.notice.button.click()
    assert len(shelf.packages()) == 1


def test_package_by_another_publisher_is_asked_about_by_name(
    at_window: Hands, neva_file: Path, shelf: Shelf, package: Package, tmp_path: Path
) -> None:
    other = tmp_path / "other.neva"
    header = package.text("package.toml")
    package.write("package.toml", f'publisher_th = "สำนักอื่น"\n{header}')
    other.write_bytes(pack(package.folder))
    install = at_window.window.opening.shelf.install
    install(neva_file)
    install(other)
    at_window.window.notice.button.click()
    assert "“สำนักอื่น”" in said(at_window)
    assert shelf.open("varee").manifest.publisher_th != "สำนักอื่น"
    at_window.window.notice.button.click()
    assert shelf.open("varee").manifest.publisher_th == "สำนักอื่น"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
def test_pipe_dropped_on_the_shelf_is_not_waited_for(
    at_window: Hands, shelf: Shelf, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "a.neva")
    at_window.type(Qt.Key.Key_L, CTRL)
    drop(at_window, mime("", tmp_path / "a.neva"))
    assert "a.neva" in said(at_window)
    assert shelf.packages() == []


def test_package_dropped_on_the_shelf_is_installed(
    at_window: Hands, neva_file: Path, shelf: Shelf
) -> None:
    at_window.type(Qt.Key.Key_L, CTRL)
    drop(at_window, mime("", neva_file))
    assert len(shelf.packages()) == 1


def test_package_whose_name_is_in_capitals_is_one_too(
    at_window: Hands, neva_file: Path, shelf: Shelf
) -> None:
    file = neva_file.rename(neva_file.with_name("VAREE.NEVA"))
    drop(at_window, mime("", file))
    assert at_window.window.knowledge.article.id == "varee"
    assert at_window.window.notice.button.isVisible()
    at_window.type(Qt.Key.Key_L, CTRL)
    drop(at_window, mime("", file))
    assert len(shelf.packages()) == 1


def test_file_that_is_no_package_is_told_on_the_shelf(
    at_window: Hands, text_file: Path, shelf: Shelf
) -> None:
    at_window.type(Qt.Key.Key_L, CTRL)
    at_window.window.opening.shelf.install(text_file)
    assert said(at_window) == "“บท.txt” ไม่ใช่ชุดบทความ โปรดเลือกไฟล์ .neva"
    assert shelf.packages() == []


def test_damaged_package_is_told_on_the_shelf(
    at_window: Hands, shelf: Shelf, neva_file: Path, tmp_path: Path
) -> None:
    shelf.install(neva_file)
    (tmp_path / "home" / FOLDER / "varee.neva").write_bytes(b"PK\3\4")
    at_window.type(Qt.Key.Key_L, CTRL)
    assert titles(at_window)[1] == "varee"
    at_window.type(Qt.Key.Key_Down)
    at_window.type(Qt.Key.Key_Return)
    assert said(at_window)
    assert at_window.window.knowledge.article.id == "october-revolution"


def test_typing_searches_the_shelf(at_window: Hands, neva_file: Path, shelf: Shelf) -> None:
    shelf.install(neva_file)
    at_window.type(Qt.Key.Key_L, CTRL)
    view = at_window.window.opening.shelf.view
    view.search.setText("วารี")
    assert titles(at_window) == ["เมืองวารี"]
    view.search.setText("ไม่มีคำนี้")
    assert titles(at_window) == []
    assert view.hint.isVisible()
    view.search.setText("")
    assert len(titles(at_window)) == 2


def test_opened_package_is_offered_a_place_on_the_shelf(
    at_window: Hands, neva_file: Path, shelf: Shelf
) -> None:
    at_window.window.open_path(neva_file)
    assert at_window.window.knowledge.article.id == "varee"
    at_window.window.notice.button.click()
    assert len(shelf.packages()) == 1


def test_hostile_title_is_shown_as_characters(
    at_window: Hands, package: Package, tmp_path: Path
) -> None:
    package.change("package.toml", 'title_en = "Varee"', 'title_en = "<b>V</b>\\u202e"')
    package.change("package.toml", 'title_th = "เมืองวารี"', 'title_th = "<img src=x>&lt;"')
    file = tmp_path / "evil.neva"
    file.write_bytes(pack(package.folder))
    at_window.type(Qt.Key.Key_L, CTRL)
    at_window.window.opening.shelf.install(file)
    assert titles(at_window)[1] == "<img src=x>&lt;"
    for label in at_window.window.findChildren(QLabel):
        assert label.textFormat() != Qt.TextFormat.RichText
    at_window.window.opening.open_package("varee")
    assert "<img src=x>" in at_window.window.windowTitle()
    at_window.window.set_language("en")
    assert "\u202e" not in at_window.window.windowTitle()


# Links between packages


def test_star_without_a_card_leads_to_the_entry_on_the_shelf(
    at_window: Hands, shelf: Shelf, neva_file: Path, tmp_path: Path
) -> None:
    shelf.install(neva_file)
    file = tmp_path / "a.txt"
    file.write_text("เขาไปเยือน เมืองวารี (Varee)* ในปีนั้น", encoding="utf-8")
    window = at_window.window
    window.open_path(file)
    start = text_of(at_window).index("วารี")
    at_window.until(lambda: window.page.target_of(start) is not None)
    target = window.page.target_of(start)
    assert target is not None
    window.open_subject(target.subject)
    assert "อ่านบทความ “เมืองวารี”" in window.panel.card.plain_text()
    window.panel.card.package_asked.emit("varee")
    assert window.knowledge.article.id == "varee"


def test_name_that_another_package_explains_leads_to_its_card(
    at_window: Hands, shelf: Shelf, package: Package, tmp_path: Path
) -> None:
    package.change("entities/people.toml", "other_en = []", 'other_en = ["Leon Trotsky"]')
    file = tmp_path / "varee.neva"
    file.write_bytes(pack(package.folder))
    shelf.install(file)
    window = at_window.window
    window.open_entity("trotsky")
    assert "มีคำอธิบายในบทความ “เมืองวารี”" in window.panel.card.plain_text()
    window.panel.card.package_asked.emit("varee#somchai")
    assert window.knowledge.article.id == "varee"
    assert "สมชาย" in window.panel.card.plain_text()


def test_two_entries_lead_to_each_other(at_window: Hands, shelf: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "february.neva"
    file.write_bytes(pack(ROOT / "docs" / "examples" / "february-revolution"))
    shelf.install(file)
    window = at_window.window
    window.open_entity("february-revolution")
    assert "อ่านบทความ “การปฏิวัติเดือนกุมภาพันธ์”" in window.panel.card.plain_text()
    window.panel.card.package_asked.emit("february-revolution")
    assert window.knowledge.article.id == "february-revolution"
    window.open_entity("october-revolution")
    assert "อ่านบทความ “การปฏิวัติเดือนตุลาคม”" in window.panel.card.plain_text()
    window.panel.card.package_asked.emit("october-revolution")
    assert window.knowledge.article.id == "october-revolution"


def test_entry_alone_has_no_lines_about_other_packages(at_window: Hands) -> None:
    at_window.window.open_entity("trotsky")
    card = at_window.window.panel.card.plain_text()
    at_window.window.opening.library.links()
    assert "อ่านบทความ" not in card
