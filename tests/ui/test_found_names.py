"""A text that nobody has prepared, in the real window: names found, stopped, corrected."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
import pytestqt.exceptions
from conftest import Open
from hands import Hands, plain_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from term_edges import GOLD, marked

from reader.content.model import Entity
from reader.ui import found_names
from reader.ui.found_bar import FoundBar
from reader.ui.found_dates import TAB
from reader.ui.search_list import SearchList

WEIMAR = marked(GOLD / "09-weimar.txt")[0]
FINLAND = marked(GOLD / "16-finland.txt")[0]


def analysed(open_window: Open, text: str = WEIMAR) -> Hands:
    """A window on ``text``, when all is found."""
    hands = open_window(plain_text(text))
    when(hands, "done")
    hands.settle()
    return hands


def when(hands: Hands, state: str) -> None:
    """Wait until the search for names is there; a busy machine takes its time."""
    found = hands.window.found_names
    for _ in range(12):
        try:
            hands.until(lambda: found.state == state)
        except pytestqt.exceptions.TimeoutError:
            continue
        break
    assert found.state == state


def entity(hands: Hands, name: str) -> Entity:
    return next(e for e in hands.window.knowledge.entities.values() if e.name_th == name)


def names(hands: Hands) -> set[str]:
    return {e.name_th for e in hands.window.knowledge.entities.values()}


def bar(hands: Hands) -> FoundBar:
    return hands.window.panel.findChildren(FoundBar)[0]


def chosen(menu: QMenu, *titles: str) -> None:
    """Choose an entry of a menu, by the titles on the way to it."""
    for title in titles[:-1]:
        menu = next(inner for inner in menu.findChildren(QMenu) if inner.title() == title)
    next(action for action in menu.actions() if action.text().startswith(titles[-1])).trigger()


# What is found


def test_names_are_listed_as_found_automatically(open_window: Open) -> None:
    hands = analysed(open_window)
    assert {"ฟรีดริช เอแบร์ท", "อดอล์ฟ ฮิตเลอร์", "สนธิสัญญาแวร์ซาย", "เยอรมนี"} <= names(hands)
    assert "พบโดยอัตโนมัติ" in bar(hands).label.plain_text()
    assert not bar(hands).progress.isVisible()
    listed = {e.name_th for e in hands.window.panel.model.entities()}
    assert listed == names(hands)


def test_entry_has_no_bar_and_no_found_names(hands: Hands) -> None:
    assert hands.window.panel.findChildren(FoundBar) == []
    assert not hands.window.commands.action("names-find").isEnabled()


def test_found_name_is_a_link_to_a_card_that_says_so(open_window: Open) -> None:
    hands = analysed(open_window)
    ebert = entity(hands, "ฟรีดริช เอแบร์ท")
    hands.click(hands.place_of(hands.window.knowledge.mentions_of(ebert.id)[0].start + 1))
    card = hands.window.panel.card.plain_text()
    for said in ("ฟรีดริช เอแบร์ท", "Friedrich Ebert", "เอแบร์ท", "พบโดยอัตโนมัติ", "บุคคล", "๒ แห่ง"):
        assert said in card


def test_every_mention_is_reached(open_window: Open) -> None:
    hands = analysed(open_window)
    ebert = entity(hands, "ฟรีดริช เอแบร์ท")
    hands.window.open_entity(ebert.id)
    for mention in hands.window.knowledge.mentions_of(ebert.id):
        hands.type(Qt.Key.Key_F4)
        assert hands.is_seen(mention.start)
    assert hands.window.panel.card.place_text() == "๒ / ๒"


def test_name_that_a_package_knows_has_its_card(open_window: Open) -> None:
    hands = analysed(open_window, FINLAND)
    hands.window.open_entity(entity(hands, "โจเซฟ สตาลิน").id)
    card = hands.window.panel.card.plain_text()
    assert "ผู้นำสหภาพโซเวียต" in card
    assert "คำอธิบายจากเรื่อง การปฏิวัติเดือนตุลาคม" in card


def test_found_names_stay_whole_at_line_ends(open_window: Open) -> None:
    hands = analysed(open_window)
    for width in (700, 900, 1180):
        hands.resize(width, 780)
        whole = [line for line, _ in hands.lines()]
        for name in ("ฟรีดริช เอแบร์ท", "โรซา ลุกเซมบูร์ก", "เยอรมนี", "เบอร์ลิน"):
            found = sum(line.count(name) for line in whole)
            assert found == WEIMAR.count(name), (width, name)


def test_dates_are_listed_and_lead_to_their_place(open_window: Open) -> None:
    hands = analysed(open_window)
    found = hands.window.panel.show_tab(TAB)
    assert isinstance(found, SearchList)
    rows = found.model.rows()
    assert "๑๕ มกราคม" in [row.title for row in rows]
    row = next(row for row in rows if row.title.startswith("๓๐ มกราคม ค.ศ. ๑๙๓๓"))
    assert "พ.ศ. ๒๔๗๖" in row.title
    found.chosen.emit(row)
    hands.settle()
    assert hands.is_seen(WEIMAR.index("๓๐ มกราคม"))


def test_page_keeps_its_place_while_names_are_found(open_window: Open) -> None:
    text = WEIMAR + "\n" + FINLAND
    hands = open_window(plain_text(text))
    hands.page.show_first(len(WEIMAR) // 2)
    before = hands.page.first_visible()
    when(hands, "done")
    hands.settle()
    line = hands.line_of(before)
    assert abs(line.top()) < 2 * line.height()


# Stopping


def test_stop_works_at_once_and_keeps_what_is_there(open_window: Open) -> None:
    hands = open_window(plain_text("\n".join([WEIMAR, FINLAND] * 60)))
    when(hands, "names")
    assert bar(hands).progress.isVisible()
    begun = time.monotonic()
    bar(hands).button.click()
    assert time.monotonic() - begun < 0.5
    assert not hands.window.is_finding_words
    assert hands.window.found_names.state == "stopped"
    assert hands.window.knowledge.breaks.free
    assert "หยุดแล้ว" in bar(hands).label.plain_text()
    assert hands.window.commands.action("names-find").isEnabled()


def test_stopped_search_can_be_begun_again(open_window: Open) -> None:
    hands = open_window(plain_text(WEIMAR))
    hands.window.found_names.stop()
    hands.settle()
    assert names(hands) == set()
    hands.window.commands.action("names-find").trigger()
    when(hands, "done")
    assert "ฟรีดริช เอแบร์ท" in names(hands)


def test_very_long_text_is_analysed_only_when_asked(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found_names, "LONG", len(WEIMAR) - 1)
    hands = open_window(plain_text(WEIMAR))
    hands.wait(200)
    assert not hands.window.is_finding_words
    assert "ยาวมาก" in bar(hands).label.plain_text()
    bar(hands).button.click()
    when(hands, "done")
    assert "ฟรีดริช เอแบร์ท" in names(hands)


def test_another_text_ends_the_search(open_window: Open) -> None:
    hands = open_window(plain_text("\n".join([WEIMAR] * 60)))
    hands.window.open_entry()
    hands.settle()
    assert hands.window.found_names.state == ""
    assert not hands.window.is_finding_words
    assert not any(bar.isVisible() for bar in hands.window.panel.findChildren(FoundBar))


# Correcting


def test_name_is_corrected_in_its_menu_and_the_deed_undone(open_window: Open) -> None:
    hands = analysed(open_window)
    window = hands.window
    menu = window.panel.list_menu(entity(hands, "เยอรมนี").id)
    assert menu is not None
    chosen(menu, "ไม่ใช่ชื่อ")
    hands.settle()
    assert "เยอรมนี" not in names(hands)
    assert "ไม่นับเป็นชื่อแล้ว" in window.notice.text()
    window.notice.button.click()
    hands.settle()
    assert "เยอรมนี" in names(hands)


def test_two_names_become_one_and_the_list_counts_both(open_window: Open) -> None:
    hands = analysed(open_window)
    hitler, ebert = entity(hands, "อดอล์ฟ ฮิตเลอร์"), entity(hands, "ฟรีดริช เอแบร์ท")
    menu = hands.window.panel.list_menu(hitler.id)
    assert menu is not None
    chosen(menu, "เป็นชื่อเดียวกับ", "ฟรีดริช เอแบร์ท")
    hands.settle()
    assert "อดอล์ฟ ฮิตเลอร์" not in names(hands)
    assert len(hands.window.knowledge.mentions_of(ebert.id)) == 4


def test_kind_is_changed_and_the_name_moves_in_the_list(open_window: Open) -> None:
    hands = analysed(open_window)
    place = entity(hands, "ไฟรคอร์")
    menu = hands.window.panel.list_menu(place.id)
    assert menu is not None
    chosen(menu, "เป็นประเภทอื่น", "องค์กร")
    hands.settle()
    assert entity(hands, "ไฟรคอร์").category == "organisation"


def test_open_card_goes_when_its_name_is_none(open_window: Open) -> None:
    hands = analysed(open_window)
    germany = entity(hands, "เยอรมนี")
    hands.window.open_entity(germany.id)
    hands.window.found_names.correct("drop", germany.id)
    hands.settle()
    assert not hands.window.panel.shows_card


def test_menu_of_the_text_offers_to_correct(open_window: Open) -> None:
    hands = analysed(open_window)
    at = hands.window.knowledge.mentions_of(entity(hands, "เยอรมนี").id)[0].start
    menu = hands.page.context_menu(hands.place_of(at + 2))
    assert "แก้ไขชื่อนี้" in [action.text() for action in menu.actions()]
    other = hands.page.context_menu(hands.place_of(WEIMAR.index("เป็นชื่อเรียก")))
    assert "แก้ไขชื่อนี้" not in [action.text() for action in other.actions()]


def test_corrections_are_there_when_the_text_is_opened_again(
    open_window: Open, tmp_path: Path
) -> None:
    hands = analysed(open_window)
    window = hands.window
    file = tmp_path / "text.txt"
    file.write_text(WEIMAR, encoding="utf-8")
    window.found_names.correct("rename", entity(hands, "เยอรมนี").id, "ประเทศเยอรมนี")
    window.open_entry()
    assert window.open_path(file)
    when(hands, "done")
    assert "ประเทศเยอรมนี" in names(hands)
    assert "เยอรมนี" not in names(hands)


def test_name_with_two_starred_glosses_is_one_link(open_window: Open) -> None:
    text = "ทหารกลับจากสงครามโลกครั้งที่ ๑ (First World War)* (Great War)* ในปีนั้น"
    hands = analysed(open_window, text)
    start = text.index("สงคราม")
    targets = {hands.page.target_of(offset) for offset in range(start, start + 10)}
    (target,) = targets
    assert target is not None
    assert (target.start, target.end) == (start, text.rindex("*") + 1)


def test_keyboard_corrects_the_name_of_the_open_card(open_window: Open) -> None:
    hands = analysed(open_window)
    hands.window.open_entity(entity(hands, "เยอรมนี").id)
    menu = hands.page.context_menu(None)
    assert "แก้ไขชื่อนี้" in [action.text() for action in menu.actions()]
