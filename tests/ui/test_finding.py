"""The find bar in the real window: typing, marking, the way through the hits, the list, help."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Open
from hands import CTRL, SHIFT, Hands, plain_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from reader.desk.marks import Change
from reader.ui.search_list import Row, SearchList
from reader.ui.search_source import OwnPassages

KEY = Qt.Key


def look_for(hands: Hands, words: str) -> None:
    """Open the find bar and type ``words``."""
    hands.type(KEY.Key_F, CTRL)
    hands.window.find_bar.words.clear()
    for char in words:
        hands.window.find_bar.words.insert(char)
    hands.settle()


def marked(hands: Hands, layer: str = "hits") -> list[str]:
    page, text = hands.page, hands.window.knowledge.article.text
    offset = page._map.offset
    return [text[offset(start) : offset(end)] for start, end in page.layers.ranges(layer)]


def says(hands: Hands) -> str:
    return hands.window.find_bar.place_text()


def listed(hands: Hands) -> SearchList:
    widget = hands.window.finding.results.widget
    assert widget is not None
    return widget


def rows(hands: Hands, kind: str) -> list[Row]:
    return [row for row in listed(hands).model.rows() if row.kind == kind]


def headings(hands: Hands) -> list[str]:
    return [row.title for row in rows(hands, "heading")]


# As one types


def test_hits_are_marked_and_counted_with_every_letter(hands: Hands) -> None:
    look_for(hands, "เลน")
    assert says(hands) == "๑ / ๑๗"
    hands.window.find_bar.words.insert("ิน")
    assert marked(hands).count("เลนิน") == 17
    assert marked(hands, "hit-current") == ["เลนิน"]


@pytest.mark.parametrize("typed", ["ตร็อตสกี้", "Trotsky", "Троцкий", "ทรอตสกี"])
def test_name_is_found_as_it_is_printed(hands: Hands, typed: str) -> None:
    look_for(hands, typed)
    assert "ตรอตสกี" in marked(hands)


def test_it_is_said_in_which_form_the_name_is_printed(hands: Hands) -> None:
    look_for(hands, "Троцкий")
    assert "ตรอตสกี" in hands.window.find_bar.hint_text()
    look_for(hands, "ตรอตสกี")
    assert hands.window.find_bar.hint_text() == ""


def test_enter_and_f3_go_on_and_with_shift_back(hands: Hands) -> None:
    look_for(hands, "ออโรรา")
    assert says(hands) == "๑ / ๒"
    hands.type(KEY.Key_Return)
    assert says(hands) == "๒ / ๒"
    hands.type(KEY.Key_F3)
    assert says(hands) == "๑ / ๒"
    hands.type(KEY.Key_F3, SHIFT)
    assert says(hands) == "๒ / ๒"
    hands.type(KEY.Key_Return, SHIFT)
    assert says(hands) == "๑ / ๒"
    start = hands.window.finding.engine.search.hit(0).start
    assert hands.is_seen(start)


def test_search_begins_where_the_reader_is(hands: Hands) -> None:
    place = hands.window.knowledge.article.paragraphs[5].start
    hands.page.show_first(place)
    look_for(hands, "เลนิน")
    assert says(hands) != "๑ / ๑๗"
    number = hands.window.finding.current
    assert hands.window.finding.engine.search.hit(number).start >= place


def test_escape_goes_back_to_where_one_was_and_takes_the_marks_away(hands: Hands) -> None:
    place = hands.window.knowledge.article.paragraphs[3].start
    hands.page.show_first(place)
    look_for(hands, "ประวัติศาสตร์รัสเซีย")
    assert hands.page.first_visible() != place
    hands.type(KEY.Key_Escape)
    assert hands.page.first_visible() == place
    assert not hands.window.find_bar.isVisible()
    assert marked(hands) == marked(hands, "hit-current") == []
    assert hands.page.hasFocus()


def test_closing_by_the_cross_stays_with_a_way_back(hands: Hands) -> None:
    place = hands.window.knowledge.article.paragraphs[3].start
    hands.page.show_first(place)
    look_for(hands, "ประวัติศาสตร์รัสเซีย")
    found = hands.page.first_visible()
    hands.window.find_bar.leave_bar()
    hands.settle()
    assert hands.page.first_visible() == found
    hands.window.go_back()
    assert hands.page.first_visible() == place


def test_selected_words_are_looked_for(hands: Hands, entry_text: str) -> None:
    start = entry_text.index("เคเรนสกี")
    hands.page.select_offsets(start, start + len("เคเรนสกี"))
    hands.type(KEY.Key_F, CTRL)
    assert hands.window.find_bar.words.text() == "เคเรนสกี"
    assert len(marked(hands)) >= 8


# In which way


def test_whole_words_only(hands: Hands) -> None:
    look_for(hands, "การ")
    anywhere = hands.window.finding.engine.count
    hands.window.find_bar.set_options(whole=True)
    assert 0 < hands.window.finding.engine.count < anywhere
    assert set(marked(hands)) == {"การ"}


def test_exactly_as_typed(hands: Hands) -> None:
    look_for(hands, "25 ตุลาคม")
    assert len(marked(hands)) == 4
    hands.window.find_bar.set_options(level="exact")
    assert marked(hands) == []


def test_ways_of_searching_are_chosen_by_keyboard(hands: Hands) -> None:
    look_for(hands, "การ")
    bar = hands.window.find_bar
    menu = bar._options.menu()
    assert len([action for action in menu.actions() if action.isCheckable()]) == 4
    assert all(action.text() for action in menu.actions() if not action.isSeparator())
    assert bar._options.focusPolicy() & Qt.FocusPolicy.TabFocus


# Help where nothing is found


def helped(hands: Hands, words: str) -> str:
    look_for(hands, words)
    assert says(hands) == "ไม่พบข้อความที่ค้นหา"
    hands.until(lambda: hands.window.find_bar.hint_text() != "")
    return hands.window.find_bar.hint_text()


def test_looser_search_is_offered_where_it_finds_something(hands: Hands) -> None:
    assert "๑" in helped(hands, "ซตาลิน")
    hands.window.find_bar.help_button.click()
    hands.settle()
    assert marked(hands) == ["สตาลิน"]
    look_for(hands, "ฎุลาคม")  # other words are searched as usual
    assert marked(hands) == []


def test_words_typed_with_the_other_keyboard_are_understood(hands: Hands) -> None:
    assert "เลนิน" in helped(hands, "g]obo")
    hands.window.find_bar.help_button.click()
    hands.settle()
    assert hands.window.find_bar.words.text() == "เลนิน"
    assert len(marked(hands)) == 17


def test_parts_of_words_are_offered(hands: Hands) -> None:
    look_for(hands, "ซเวียต")
    hands.window.find_bar.set_options(whole=True)
    hands.until(lambda: hands.window.find_bar.hint_text() != "")
    hands.window.find_bar.help_button.click()
    assert not hands.window.find_bar.whole
    assert marked(hands)


def test_cards_are_pointed_to_where_the_text_has_nothing(hands: Hands) -> None:
    assert "๑" in helped(hands, "เม็กซิโก")
    hands.window.find_bar.help_button.click()
    hands.until(lambda: bool(rows(hands, "passage")))
    assert [row.title for row in rows(hands, "passage")] == ["เลออน ตรอตสกี"]


def test_nothing_helps_and_it_is_said(hands: Hands) -> None:
    assert helped(hands, "ฮฮฮฮฮ") == "ลองพิมพ์ให้สั้นลง หรือค้นทีละคำ"
    assert not hands.window.find_bar.help_button.isVisibleTo(hands.window.find_bar)


# The list


def test_list_shows_every_hit_with_its_sentence_and_paragraph(hands: Hands) -> None:
    look_for(hands, "เลนิน")
    hands.type(KEY.Key_F, CTRL | SHIFT)
    assert listed(hands).isVisible()
    found = rows(hands, "hit")
    assert len(found) == 17
    assert headings(hands)[0] == "ในเนื้อความ: ๑๗"
    for row in found:
        assert row.passage is not None
        (span,) = row.spans
        assert row.passage.text[span.start : span.end] == "เลนิน"
        assert row.title.startswith("ย่อหน้า ")


def test_cards_and_notes_are_listed_below(hands: Hands) -> None:
    look_for(hands, "ปฏิทิน")
    hands.type(KEY.Key_F, CTRL | SHIFT)
    hands.until(lambda: bool(rows(hands, "passage")))
    below = [title.split(":")[0] for title in headings(hands)][-2:]
    assert below == ["ในคำอธิบาย", "ในหมายเหตุ"]


def test_choosing_in_the_list_goes_there_with_a_way_back(hands: Hands) -> None:
    look_for(hands, "เลนิน")
    hands.type(KEY.Key_F, CTRL | SHIFT)
    view = listed(hands).view
    view.setFocus()
    view.setCurrentIndex(listed(hands).model.index(listed(hands).model.number_of("hit", 12)))
    QTest.keyClick(view, KEY.Key_Return)
    hands.settle()
    search = hands.window.finding.engine.search
    assert says(hands) == "๑๓ / ๑๗"
    assert hands.is_seen(search.hit(12).start)
    assert hands.window.commands.action("back").isEnabled()


def test_list_follows_the_way_through_the_hits(hands: Hands) -> None:
    look_for(hands, "เลนิน")
    hands.type(KEY.Key_F, CTRL | SHIFT)
    hands.type(KEY.Key_F3)
    row = listed(hands).model.row(listed(hands).view.currentIndex())
    assert row is not None
    assert row.key == hands.window.finding.current == 1


def test_card_in_the_list_opens(hands: Hands) -> None:
    look_for(hands, "Trotsky")
    hands.type(KEY.Key_F, CTRL | SHIFT)
    hands.until(lambda: bool(rows(hands, "passage")))
    listed(hands).chosen.emit(rows(hands, "passage")[0])
    assert hands.window.panel.shows_card
    assert hands.window.panel.card.subject.key == "trotsky"


def test_escape_in_the_list_ends_the_search(hands: Hands) -> None:
    look_for(hands, "เลนิน")
    hands.type(KEY.Key_F, CTRL | SHIFT)
    listed(hands).view.setFocus()
    QTest.keyClick(listed(hands).view, KEY.Key_Escape)
    hands.settle()
    assert not hands.window.find_bar.isVisible()
    assert not listed(hands).isVisible()


def test_reader_hears_where_a_hit_stands_and_its_sentence(hands: Hands) -> None:
    look_for(hands, "ออโรรา")
    hands.type(KEY.Key_F, CTRL | SHIFT)
    model = listed(hands).model
    index = model.index(model.number_of("hit", 0))
    said = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("ย่อหน้า ๑๒: ")
    assert "ออโรรา" in said
    assert listed(hands).view.accessibleName() == "สิ่งที่พบ"


def test_own_notes_are_searched_through_a_hook(hands: Hands) -> None:
    opened: list[str] = []
    source = OwnPassages(
        lambda: "ในบันทึกของฉัน",
        lambda: [("7", "เลนิน", "อ่านเรื่องนี้ต่อ"), ("8", "ตุลาคม", "สอบวันศุกร์")],
        opened.append,
    )
    hands.window.finding.add_source("own", source)
    look_for(hands, "วันศุกร์")
    hands.type(KEY.Key_F, CTRL | SHIFT)
    hands.until(lambda: bool(rows(hands, "passage")))
    assert headings(hands) == ["ในบันทึกของฉัน: ๑"]
    listed(hands).chosen.emit(rows(hands, "passage")[0])
    assert opened == ["8"]


def test_own_notes_are_searched_and_gone_to(hands: Hands, entry_text: str) -> None:
    window = hands.window
    start = entry_text.index("เรือลาดตระเวนออโรรา")
    desk = window.marks.desk
    draft = desk.draft(start, start + 4, "note", note="ถามครูเรื่องปืนเปล่า")
    desk.do("", [Change(None, draft)])
    look_for(hands, "ถามครู")
    hands.type(KEY.Key_F, CTRL | SHIFT)
    hands.until(lambda: bool(rows(hands, "passage")))
    assert headings(hands) == ["ในบันทึกของฉัน: ๑"]
    listed(hands).chosen.emit(rows(hands, "passage")[0])
    hands.settle()
    assert hands.is_seen(start)


def test_screen_reader_hears_how_many_and_what_may_help(hands: Hands) -> None:
    look_for(hands, "Троцкий")
    said = hands.window.find_bar.words.accessibleDescription()
    assert said.startswith("๑ / ๑๑")
    assert "ตรอตสกี" in said


# Words looked for before


def history(hands: Hands) -> list[str]:
    menu: QMenu = hands.window.find_bar.history_menu()
    actions: list[QAction] = menu.actions()
    return [action.text() for action in actions if not action.isSeparator()][:-1]


def test_words_are_remembered_the_latest_first(hands: Hands) -> None:
    for words in ("เลนิน", "ตรอตสกี", "เลนิน"):
        look_for(hands, words)
        hands.type(KEY.Key_Return)
    assert history(hands) == ["เลนิน", "ตรอตสกี"]


def test_words_that_found_nothing_are_not_remembered(hands: Hands) -> None:
    look_for(hands, "ฮฮฮ")
    hands.type(KEY.Key_Escape)
    hands.type(KEY.Key_F, CTRL)
    assert history(hands) == []


def test_list_of_searches_can_be_cleared(hands: Hands) -> None:
    look_for(hands, "เลนิน")
    hands.type(KEY.Key_Return)
    menu = hands.window.find_bar.history_menu()
    menu.actions()[-1].trigger()
    assert history(hands) == []


def test_arrow_down_opens_the_words_looked_for_before(hands: Hands) -> None:
    look_for(hands, "เลนิน")
    hands.type(KEY.Key_Return)
    hands.window.find_bar.words.clear()
    QTest.keyClick(hands.window.find_bar.words, KEY.Key_Down)
    menus = [menu for menu in hands.window.find_bar.findChildren(QMenu) if menu.isVisible()]
    assert [menu.actions()[0].text() for menu in menus] == ["เลนิน"]
    QTest.keyClick(menus[0], KEY.Key_Return)
    hands.settle()
    assert hands.window.find_bar.words.text() == "เลนิน"


# Other texts


def test_offsets_hold_in_a_text_with_all_sorts_of_signs(open_window: Open) -> None:
    text = "\ufeffก่อน 😀\r\nแม่น้ำ ตร็อตสกี้ 😀\r\nตรอตสกี"
    hands = open_window(plain_text(text))
    look_for(hands, "ตรอตสกี")
    assert marked(hands) == ["ตร็อตสกี้", "ตรอตสกี"]


def test_long_text_marks_what_is_in_view_as_one_goes(open_window: Open, entry_text: str) -> None:
    hands = open_window(plain_text((entry_text.rstrip("\n") + "\n") * 30))
    look_for(hands, "เลนิน")
    hands.until(lambda: says(hands) == f"๑ / {'๕๑๐'}")
    assert 0 < len(marked(hands)) < 60
    for _ in range(3):
        hands.type(KEY.Key_F3, SHIFT)
    assert says(hands) == "๕๐๘ / ๕๑๐"
    current = hands.page.layers.ranges("hit-current")[0]
    assert current in hands.page.layers.ranges("hits")
    hands.type(KEY.Key_F, CTRL | SHIFT)
    assert [row.title for row in rows(hands, "more")] == ["แสดงเพิ่ม (เหลืออีก ๔๗๐)"]
    listed(hands).chosen.emit(rows(hands, "more")[0])
    assert len(rows(hands, "hit")) == 80


def test_another_text_ends_the_search(hands: Hands, tmp_path: Path) -> None:
    look_for(hands, "เลนิน")
    (tmp_path / "other.txt").write_text("เลนิน", encoding="utf-8")
    hands.window.open_path(tmp_path / "other.txt")
    hands.settle()
    assert not hands.window.find_bar.isVisible()
    assert marked(hands) == []
    look_for(hands, "เลนิน")
    assert says(hands) == "๑ / ๑"


def test_bar_speaks_english_too(hands: Hands) -> None:
    look_for(hands, "เลนิน")
    hands.type(KEY.Key_F, CTRL | SHIFT)
    hands.window.set_language("en")
    hands.settle()
    assert says(hands) == "1 / 17"
    assert headings(hands)[0] == "In the text: 17"
    hands.window.set_language("th")


def test_bar_fits_the_narrowest_window(open_window: Open) -> None:
    hands = open_window(width=320, height=480)
    look_for(hands, "เลนิน")
    bar = hands.window.find_bar
    assert hands.window.width() == 320
    assert bar.minimumSizeHint().width() <= 320
    assert bar._close.geometry().right() < bar.width()
    assert bar.words.width() >= 70
    hands.type(KEY.Key_F, CTRL | SHIFT)  # the button of the list has made room
    assert listed(hands).isVisible()


# Where nothing is printed as it was typed


@pytest.mark.parametrize("typed", ["trotski", "Троцкого", "Льва Троцкого"])
def test_other_spelling_or_case_of_a_name_finds_it(hands: Hands, typed: str) -> None:
    look_for(hands, typed)
    assert "ตรอตสกี" in marked(hands)
    assert says(hands) == "๑ / ๑๑"
    assert hands.window.find_bar.hint_text().startswith("ชื่อนี้พิมพ์ไว้ว่า")


@pytest.mark.parametrize("typed", ["ตรอสกี้", "ตรอสกี้ "])
def test_misspelt_name_finds_it_and_it_is_said_that_it_is_another(hands: Hands, typed: str) -> None:
    look_for(hands, typed)
    assert "ตรอตสกี" in marked(hands)
    said = hands.window.find_bar.hint_text()
    assert said.startswith("ไม่พบคำนี้ แต่พบชื่อที่ใกล้เคียง")
    assert "ตรอตสกี" in said


@pytest.mark.parametrize("typed", ["2460", "๒๔๖๐", "พ.ศ. 2460", "พ.ศ. ๒๔๖๐"])
def test_buddhist_year_finds_the_printed_one(hands: Hands, typed: str) -> None:
    look_for(hands, typed)
    assert any("๑๙๑๗" in words for words in marked(hands))
    assert "๑๙๑๗" in hands.window.find_bar.hint_text()
    assert hands.window.find_bar.hint_text().startswith("ปีนี้พิมพ์ไว้ว่า")


@pytest.mark.parametrize("typed", ["1917", "ค.ศ. 1917", "๑๙๑๗"])
def test_common_year_finds_the_printed_buddhist_one(open_window: Open, typed: str) -> None:
    hands = open_window(plain_text("เหตุเกิดเมื่อ พ.ศ. ๒๔๖๐ ในรัสเซีย มีคน ๑๒๔๖๐ คน\n"))
    look_for(hands, typed)
    assert marked(hands) == ["พ.ศ. ๒๔๖๐"]
    assert "๒๔๖๐" in hands.window.find_bar.hint_text()


def test_day_with_its_year_in_the_other_era_is_found(open_window: Open) -> None:
    hands = open_window(plain_text("เลนินมาถึงเมื่อวันที่ ๒๕ ตุลาคม ค.ศ. ๑๙๑๗ ตอนค่ำ\n"))
    look_for(hands, "25 ตุลาคม 2460")
    assert marked(hands) == ["๒๕ ตุลาคม ค.ศ. ๑๙๑๗"]


def test_what_is_printed_as_typed_goes_before_what_is_like_it(hands: Hands) -> None:
    look_for(hands, "๑๙๑๗")
    assert set(marked(hands)) == {"๑๙๑๗"}
    assert hands.window.find_bar.hint_text() == ""


@pytest.mark.parametrize(
    "typed",
    [
        "โทรทัศน์", "คอมพิวเตอร์", "ตรวจสอบ", "ปิโตรเลียม", "เครื่องบิน", "มหาวิทยาลัย",
        "อินเทอร์เน็ต", "สหกรณ์", "ตลาดหลักทรัพย์", "โรงพยาบาล",
    ],
)  # fmt: skip
def test_ordinary_word_that_is_not_there_is_not_found(hands: Hands, typed: str) -> None:
    look_for(hands, typed)
    assert marked(hands) == []
    assert says(hands) == "ไม่พบข้อความที่ค้นหา"


def test_exact_search_finds_only_what_was_typed(hands: Hands) -> None:
    look_for(hands, "trotski")
    hands.window.find_bar.set_options(level="exact")
    assert marked(hands) == []


def test_whole_words_as_chosen_stay_so_when_nothing_helps(hands: Hands) -> None:
    look_for(hands, "พ.ศ. 2100")
    assert not hands.window.finding.engine.query.whole
    assert hands.window.finding.engine.query.also == ()


def test_what_is_offered_follows_the_language(hands: Hands) -> None:
    look_for(hands, "g]obo")
    hands.until(lambda: hands.window.find_bar.hint_text() != "")
    hands.window.set_language("en")
    hands.settle()
    assert hands.window.find_bar.hint_text().startswith("In the other keyboard language")
    assert hands.window.find_bar.help_button.text() == "Search for that"
