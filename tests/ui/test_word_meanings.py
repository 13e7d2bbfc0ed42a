"""The meaning of a word in the real window: asked by pointer, by key, by menu; own glossaries."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from conftest import Open
from hands import CTRL, LEFT, NONE, Hands, plain_text
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.ui.word_card import WordCard

KEY = Qt.Key


def card(hands: Hands) -> WordCard:
    return hands.window.word_meanings.card


def says(hands: Hands) -> str:
    return card(hands).plain_text()


def double_click(hands: Hands, offset: int) -> None:
    hands.page.bring_into_view(offset)
    hands.settle()
    place = hands.page.viewport().mapTo(hands.window, hands.place_of(offset))
    QTest.mouseDClick(hands.window.windowHandle(), LEFT, NONE, place)
    hands.settle()


def place_of(hands: Hands, words: str) -> int:
    return hands.window.knowledge.article.text.index(words)


# Asking


def test_double_click_selects_the_thai_word_and_tells_its_meaning(hands: Hands) -> None:
    start = place_of(hands, "ปราบปราม")
    double_click(hands, start + 4)
    assert hands.page.selected_text() == "ปราบปราม"
    assert card(hands).isVisible()
    assert says(hands).startswith("ปราบปราม\n")
    assert "subdue" in says(hands)
    assert "prappram" in says(hands)


def test_double_click_on_a_name_tells_its_card_too(hands: Hands) -> None:
    double_click(hands, place_of(hands, "ตรอตสกีซึ่ง") + 1)
    assert hands.page.selected_text() == "ตรอตสกี"
    assert "entity:trotsky" in card(hands).links()
    card(hands).follow("entity:trotsky")
    assert hands.window.panel.shows_card


def test_double_click_beside_the_words_asks_nothing(hands: Hands) -> None:
    QTest.mouseDClick(hands.page.viewport(), LEFT, NONE, QPoint(3, 3))
    hands.settle()
    assert hands.window.word_meanings._card is None


@pytest.mark.parametrize(("key", "keys"), [(KEY.Key_F2, NONE), (KEY.Key_D, CTRL)])
def test_key_tells_the_meaning_of_the_selected_words(
    hands: Hands, key: Qt.Key, keys: Qt.KeyboardModifier
) -> None:
    start = place_of(hands, "รัฐบาล")
    hands.page.select_offsets(start, start + len("รัฐบาล"))
    hands.type(key, keys)
    assert "government" in says(hands)
    assert "อ่านว่า รัด-ถะ-บาน" in says(hands)


def test_without_a_selection_the_key_asks_for_a_word(hands: Hands) -> None:
    hands.type(KEY.Key_F2)
    assert card(hands).field.hasFocus()
    card(hands).field.setText("สงคราม")
    QTest.keyClick(card(hands).field, KEY.Key_Return)
    hands.settle()
    assert "war" in says(hands)
    assert "songkhram" in says(hands)


def test_context_menu_has_the_word_under_the_pointer(hands: Hands) -> None:
    hands.page.bring_into_view(place_of(hands, "ปราบปราม"))
    hands.settle()
    menu = hands.page.context_menu(hands.place_of(place_of(hands, "ปราบปราม") + 1))
    (action,) = [one for one in menu.actions() if one.text() == "ความหมายของคำ"]
    action.trigger()
    assert says(hands).startswith("ปราบปราม\n")


def test_escape_gives_the_keyboard_back_to_the_text(hands: Hands) -> None:
    hands.type(KEY.Key_F2)
    QTest.keyClick(card(hands).field, KEY.Key_Escape)
    assert hands.page.hasFocus()


def test_word_of_the_same_meaning_can_be_followed(hands: Hands) -> None:
    hands.window.word_meanings.look_up("ประชาชน")
    assert "word:มวลชน" in card(hands).links()
    card(hands).follow("word:มวลชน")
    assert says(hands).startswith("มวลชน\n")
    assert card(hands).field.text() == "มวลชน"


def test_word_that_nobody_knows_is_said_to_be_so(hands: Hands) -> None:
    hands.window.word_meanings.look_up("ฮฮฮ")
    assert "ไม่มีความหมายของคำนี้" in says(hands)


# The same word elsewhere


def test_same_word_is_counted_and_gone_to(hands: Hands) -> None:
    double_click(hands, place_of(hands, "ปราบปราม") + 1)
    assert "พบ ๑ / ๓ แห่ง" in says(hands)
    card(hands).follow("do:next")
    assert "พบ ๒ / ๓ แห่ง" in says(hands)
    second = hands.window.word_meanings.engine.search.hit(1)
    assert hands.is_seen(second.start)
    card(hands).follow("do:previous")
    card(hands).follow("do:previous")
    assert "พบ ๓ / ๓ แห่ง" in says(hands)
    assert hands.window.commands.action("back").isEnabled()


def test_same_word_is_listed(hands: Hands) -> None:
    hands.window.word_meanings.look_up("ปราบปราม")
    card(hands).follow("do:list")
    hands.settle()
    assert hands.window.find_bar.words.text() == "ปราบปราม"
    results = hands.window.finding.results.widget
    assert results is not None
    assert results.isVisible()


def test_tab_of_the_word_makes_room_for_the_list_of_hits(hands: Hands) -> None:
    words, tabs = hands.window.word_meanings, hands.window.panel.tabs
    words.look_up("ปราบปราม")
    names = [tabs.tabText(i) for i in range(tabs.count()) if tabs.isTabVisible(i)]
    card(hands).follow("do:list")
    assert "คำ" not in [tabs.tabText(i) for i in range(tabs.count()) if tabs.isTabVisible(i)]
    hands.window.find_bar.close_bar()
    assert names == [tabs.tabText(i) for i in range(tabs.count()) if tabs.isTabVisible(i)]


def test_marks_go_with_the_card(hands: Hands) -> None:
    hands.window.word_meanings.look_up("ปราบปราม")
    assert hands.page.layers.ranges("word")
    hands.window.panel.tabs.setCurrentIndex(0)
    assert not hands.page.layers.ranges("word")


# Glossaries


def glossary(tmp_path: Path, text: str, name: str = "ศัพท์ชั้น ม.๕.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_words_of_the_readers_glossary_come_first(hands: Hands, tmp_path: Path) -> None:
    path = glossary(tmp_path, "คำ,ความหมาย,ที่มา\nปราบปราม,ทำให้สงบราบคาบ,ครูสมศรี\n")
    assert hands.window.word_meanings.import_glossary(path)
    hands.window.word_meanings.look_up("ปราบปราม")
    said = says(hands)
    assert "ทำให้สงบราบคาบ (ครูสมศรี)" in said
    assert said.index("ทำให้สงบราบคาบ") < said.index("subdue")


def test_bad_glossary_is_told_by_its_line(hands: Hands, tmp_path: Path) -> None:
    path = glossary(tmp_path, "ปราบปราม,ทำให้สงบ\nดูมา\n")
    assert not hands.window.word_meanings.import_glossary(path)
    assert "บรรทัดที่ 2" in hands.window.notice.text()
    assert hands.window.word_meanings.glossaries.all() == []


def test_glossary_is_listed_and_removed_with_a_way_back(hands: Hands, tmp_path: Path) -> None:
    words = hands.window.word_meanings
    words.import_glossary(glossary(tmp_path, "ดูมา,สภา\nโซเวียต,สภา\n"))
    hands.window.commands.action("glossaries").trigger()
    assert "ศัพท์ชั้น ม.๕ (๒ คำ)" in says(hands)
    card(hands).follow("remove:ศัพท์ชั้น ม.๕")
    assert "ศัพท์ชั้น ม.๕" not in says(hands)
    assert "ลบอภิธานศัพท์" in hands.window.notice.text()
    hands.window.notice.button.click()
    assert "ศัพท์ชั้น ม.๕ (๒ คำ)" in says(hands)


@pytest.mark.skipif(sys.platform == "win32", reason="names there hold no such thing")
def test_name_of_a_glossary_acts_on_nothing_around_it(hands: Hands, tmp_path: Path) -> None:
    words, acting = hands.window.word_meanings, "\u202e"
    words.import_glossary(glossary(tmp_path, "ดูมา,สภา\n", f"ก{acting}ข\u2028ค.csv"))
    assert "ก\\u202Eข\\u2028ค" in hands.window.notice.text()
    hands.window.commands.action("glossaries").trigger()
    assert "ก\\u202Eข\\u2028ค (๑ คำ)" in says(hands)
    words.look_up("ดูมา")
    assert "ก\\u202Eข\\u2028ค" in says(hands) and acting not in says(hands)
    words.remove_glossary(f"ก{acting}ข\u2028ค")
    assert "ก\\u202Eข\\u2028ค" in hands.window.notice.text()
    assert words.glossaries.all() == []


# Other texts, languages, windows


def test_offsets_hold_behind_marks_and_pictures(open_window: Open) -> None:
    hands = open_window(plain_text("\ufeffก่อน 😀\r\nแล้ว Revolution จึง"))
    double_click(hands, place_of(hands, "Revolution") + 2)
    assert hands.page.selected_text() == "Revolution"
    assert "การปฏิวัติ" in says(hands)


def test_card_speaks_english_too(hands: Hands) -> None:
    hands.window.word_meanings.look_up("รัฐบาล")
    hands.window.set_language("en")
    hands.settle()
    assert "Read: รัด-ถะ-บาน" in says(hands)
    hands.window.set_language("th")


def test_another_text_takes_the_word_away(hands: Hands, tmp_path: Path) -> None:
    hands.window.word_meanings.look_up("รัฐบาล")
    hands.window.open_path(glossary(tmp_path, "รัฐบาล", "other.txt"))
    hands.settle()
    assert "ดับเบิลคลิกคำ" in says(hands)


def test_field_and_card_have_names_for_screen_readers(hands: Hands) -> None:
    hands.window.word_meanings.look_up("รัฐบาล")
    assert card(hands).field.accessibleName() == "คำที่ต้องการดูความหมาย"
    assert card(hands)._text.accessibleName() == "ข้อมูลของคำ"
