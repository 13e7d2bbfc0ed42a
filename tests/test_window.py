"""The window as a reader uses it: real widgets, real events, no display."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.content.reading import open_shipped
from reader.desk.store import Store
from reader.ui.app import make_window
from reader.ui.subject import Subject
from reader.ui.thai_text import ThaiText
from reader.ui.window import Window

Open = Callable[..., Window]


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    """Opens the entry in a window; ``store`` is what the reader left behind."""
    windows: list[Window] = []

    def open_(store: Store | None = None, width: int = 1280, height: int = 800) -> Window:
        window = make_window(qapp, open_shipped(), store or Store(None))
        windows.append(window)
        window.resize(width, height)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield open_
    for window in windows:
        window.close()


@pytest.fixture
def window(open_window: Open) -> Window:
    return open_window()


def words(window: Window, key: str) -> list[str]:
    """The words of the text that a layer marks."""
    text = window.knowledge.article.text
    return [text[start:end] for start, end in window.page.layers.ranges(key)]


class TestTheSidePanel:
    def test_lists_people_first_then_places_and_the_rest(self, window: Window) -> None:
        categories = [entity.category for entity in window.panel.model.entities()]
        assert categories[:9] == ["person"] * 9
        assert list(dict.fromkeys(categories)) == [
            "person", "place", "organisation", "event", "work", "vessel", "concept",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("typed", "entity"),
        [
            ("ตรอตสกี", "trotsky"),
            ("ทรอตสกี", "trotsky"),
            ("trot", "trotsky"),
            ("Троцкий", "trotsky"),
            ("ซีโนเวียฟ", "zinoviev"),
            ("ซิโนเวียฟ", "zinoviev"),
            ("zinov", "zinoviev"),
            ("เปรโตรกราด", "petrograd"),
            ("สโมลนี", "smolny"),
            ("เรือลาดตระเวน", "aurora"),
            ("เคเรนสกี้", "kerensky"),
        ],
    )
    def test_the_filter_forgives(self, window: Window, typed: str, entity: str) -> None:
        window.panel.filter.setText(typed)
        assert entity in [found.id for found in window.panel.model.entities()]
        assert len(window.panel.model.entities()) < 12

    def test_the_filter_says_nothing_for_nonsense(self, window: Window) -> None:
        window.panel.filter.setText("ฅฅฅ")
        assert window.panel.model.entities() == []

    def test_enter_in_the_filter_opens_the_first_match(self, window: Window, qtbot: QtBot) -> None:
        window.panel.filter.setFocus()
        qtbot.keyClicks(window.panel.filter, "lenin")
        qtbot.keyClick(window.panel.filter, Qt.Key.Key_Return)
        assert window.panel.card.subject == Subject.entity("lenin")

    def test_choosing_an_entry_marks_every_mention(self, window: Window) -> None:
        window.open_entity("zinoviev")
        assert words(window, "entity") == ["กรีกอรี ชีโนเวียฟ", "ซิโนเวียฟ", "ซีโนเวียฟ"]
        assert "Григорий" in window.panel.card.plain_text()

    def test_next_and_previous_go_round_all_mentions(self, window: Window) -> None:
        window.open_entity("zinoviev")
        seen = []
        for _ in range(4):
            window.step_mention(1)
            seen.append((window.panel.card.place_text(), words(window, "entity-current")[0]))
            start = window.page.layers.ranges("entity-current")[0][0]
            assert window.page.first_visible() <= start <= window.page.last_visible()
        assert [place for place, _ in seen] == ["๑ / ๓", "๒ / ๓", "๓ / ๓", "๑ / ๓"]
        window.step_mention(-1)
        assert window.panel.card.place_text() == "๓ / ๓"

    def test_a_see_also_link_opens_the_other_card(self, window: Window) -> None:
        window.open_entity("lenin")
        window.panel.card.entity_asked.emit("bolsheviks")
        assert window.panel.card.subject == Subject.entity("bolsheviks")

    def test_a_persons_card_lists_his_paragraphs(self, window: Window) -> None:
        window.open_entity("kamenev")
        card = window.panel.card.plain_text()
        for title in ("คาเมเนฟและซีโนเวียฟเปิดเผยแผน",):
            assert title in card

    @pytest.mark.parametrize("width", [899, 480])
    def test_in_a_narrow_window_it_folds_to_a_button(self, open_window: Open, width: int) -> None:
        window = open_window(width=width)
        assert not window.panel_is_shown()
        assert window.page.width() == window.width()
        window.toggle_panel()
        assert window.panel_is_shown()
        window.toggle_panel()
        assert not window.panel_is_shown()

    def test_it_stands_beside_the_page_in_a_wide_one(self, open_window: Open) -> None:
        window = open_window(width=900)
        assert window.panel_is_shown()
        assert window.page.geometry().right() < window.panel.geometry().left()


class TestContentsNotesAndDates:
    def test_the_contents_follow_the_reading(self, window: Window) -> None:
        window.panel.tabs.setCurrentIndex(1)
        spans = window.knowledge.article.paragraphs
        window.page.show_first(spans[6].start)
        assert window.panel.contents.current == 6
        assert window.panel.contents.plain_text().count("\n") == len(spans) - 1

    def test_a_title_leads_to_its_paragraph_and_back(self, window: Window) -> None:
        start = window.knowledge.article.paragraphs[9].start
        window.panel.offset_chosen.emit(start)
        assert window.page.first_visible() == start
        window.go_back()
        assert window.page.first_visible() == 0

    def test_a_date_tells_both_calendars_era_and_weekday(self, window: Window) -> None:
        text = window.knowledge.article.text
        offset = text.index("๒๕ ตุลาคมเพื่อเปิดโอกาส")
        window.open_subject(Subject.date(offset))
        card = window.panel.card.plain_text()
        for said in ("๒๕ ตุลาคม ค.ศ. ๑๙๑๗", "๗ พฤศจิกายน ค.ศ. ๑๙๑๗", "๒๔๖๐", "วันพุธ"):
            assert said in card

    def test_every_printed_date_answers_the_pointer(self, window: Window) -> None:
        for date in window.knowledge.dates:
            target = window.page.target_of(date.start)
            assert target is not None and target.subject == Subject.date(date.start)

    def test_a_note_opens_with_its_words_and_sources(self, window: Window) -> None:
        note = next(note for note in window.knowledge.details.notes if note.kind == "doubt")
        window.open_note(note.id)
        card = window.panel.card.plain_text()
        assert window.knowledge.article.text[note.start : note.end] in card
        assert note.sources[0] in card

    def test_misprints_are_quiet_until_asked_for(self, window: Window) -> None:
        assert words(window, "misprints") == []
        window.toggle_misprints()
        assert "กบฎ" in words(window, "misprints")
        assert "เข็มแข็ง" in words(window, "misprints")
        window.toggle_misprints()
        assert words(window, "misprints") == []

    def test_the_text_is_the_same_with_everything_shown(self, window: Window) -> None:
        window.toggle_misprints()
        window.set_dates_beside("ns")
        window.page.selectAll()
        assert window.page.selected_text() == window.knowledge.article.text


class TestFind:
    def test_thai_and_arabic_digits_are_alike(self, window: Window) -> None:
        window.open_find()
        window.find_bar.words.setText("25 ตุลาคม")
        assert words(window, "hits") == ["๒๕ ตุลาคม"] * 4
        assert window.find_bar.place_text() == "๑ / ๔"

    def test_f3_steps_and_goes_round(self, window: Window, qtbot: QtBot) -> None:
        window.open_find()
        window.find_bar.words.setText("ออโรรา")
        places = []
        for _ in range(3):
            window.step_hit(1)
            places.append(window.find_bar.place_text())
        assert places == ["๒ / ๒", "๑ / ๒", "๒ / ๒"]
        window.step_hit(-1)
        assert window.find_bar.place_text() == "๑ / ๒"

    def test_what_is_not_there_is_said(self, window: Window) -> None:
        window.open_find()
        window.find_bar.words.setText("ไม่มีคำนี้ในบทความ")
        assert words(window, "hits") == []
        assert window.find_bar.place_text() == "ไม่พบข้อความที่ค้นหา"

    def test_escape_returns_to_the_place(self, window: Window, qtbot: QtBot) -> None:
        start = window.knowledge.article.paragraphs[3].start
        window.page.show_first(start)
        window.open_find()
        window.find_bar.words.setText("ประวัติศาสตร์รัสเซีย")
        assert window.page.first_visible() != start
        qtbot.keyClick(window.find_bar.words, Qt.Key.Key_Escape)
        assert not window.find_bar.isVisible()
        assert window.page.first_visible() == start
        assert words(window, "hits") == []


class TestBackAndForward:
    def test_back_closes_the_card_and_returns_to_the_line(self, window: Window) -> None:
        start = window.knowledge.article.paragraphs[5].start
        window.page.show_first(start)
        window.open_entity("lenin")
        window.open_entity("trotsky")
        window.go_back()
        assert window.panel.card.subject == Subject.entity("lenin")
        window.go_back()
        assert not window.panel.shows_card
        assert words(window, "entity") == []
        assert window.page.first_visible() == start
        window.go_forward()
        assert window.panel.card.subject == Subject.entity("lenin")


class TestTheMap:
    def test_a_mention_under_the_pointer_marks_its_place(self, window: Window) -> None:
        assert window.map is not None
        marked: list[list[str]] = []
        window.map.mark_places = lambda ids: marked.append(list(ids))  # type: ignore[method-assign]
        window.page.entity_pointed.emit("winter-palace")
        window.page.entity_pointed.emit("")
        assert marked == [["winter-palace"], []]

    def test_a_place_under_the_pointer_marks_its_mentions(self, window: Window) -> None:
        assert window.map is not None
        window.map.place_pointed.emit("smolny")
        assert words(window, "place") == ["สถาบันสมอลนืย", "สมอนนืย"]
        window.map.place_pointed.emit("")
        assert words(window, "place") == []

    def test_a_click_on_a_place_goes_there(self, window: Window) -> None:
        assert window.map is not None
        window.map.place_chosen.emit("peter-and-paul-fortress")
        assert window.panel.card.subject == Subject.entity("peter-and-paul-fortress")
        start = window.knowledge.mentions_of("peter-and-paul-fortress")[0].start
        assert window.page.first_visible() <= start <= window.page.last_visible()


class TestManners:
    def test_size_place_and_language_are_there_again(
        self, open_window: Open, tmp_path: Path
    ) -> None:
        first = open_window(Store(tmp_path))
        first.resize(1000, 700)
        start = first.knowledge.article.paragraphs[7].start
        first.page.show_first(start)
        first.set_language("en")
        first.set_theme_choice("dark")
        first.page.set_type_size(20)
        first.close()
        store = Store(tmp_path)
        assert store.get("size", []) == [1000, 700]
        again = open_window(store, 1000, 700)
        assert again.page.first_visible() == start
        assert (again.language, again.theme.name) == ("en", "dark")
        assert again.page.type_size == 20

    def test_the_language_changes_at_once(self, window: Window) -> None:
        window.open_entity("lenin")
        assert window.windowTitle() == "การปฏิวัติเดือนตุลาคม · เนวา"
        window.set_language("en")
        assert window.windowTitle() == "The October Revolution · Neva Reader"
        assert window.panel.card.plain_text().startswith("Vladimir Lenin")
        assert window.menuBar().actions()[0].text() == "&File"
        window.set_language("th")
        assert window.menuBar().actions()[0].text() == "ไฟล์"

    @pytest.mark.parametrize("content", [None, b"", b"\x00\x01\x02\xff", b"\xff\xfe\xfa abc"])
    def test_a_bad_file_leaves_the_open_text(
        self, window: Window, tmp_path: Path, content: bytes | None
    ) -> None:
        path = tmp_path / "แฟ้ม.txt"
        if content is not None:
            path.write_bytes(content)
        before = window.knowledge
        window.page.show_first(before.article.paragraphs[4].start)
        assert not window.open_path(path)
        assert window.knowledge is before
        assert window.page.first_visible() == before.article.paragraphs[4].start
        assert "แฟ้ม.txt" in window.notice.text()
        assert "Traceback" not in window.notice.text()

    def test_a_folder_is_refused_in_words(self, window: Window, tmp_path: Path) -> None:
        assert not window.open_path(tmp_path)
        assert window.notice.text()

    def test_another_text_opens_with_its_terms(
        self, window: Window, qtbot: QtBot, tmp_path: Path
    ) -> None:
        path = tmp_path / "อื่น.txt"
        path.write_text("ข่าวจากกรุงเทพฯ กล่าวถึง นิโคไล กูเรียนอฟ (Nikolai Gurianov)* อย่างยาว", "utf-8")
        assert window.open_path(path)
        qtbot.waitUntil(lambda: not window.is_finding_words, timeout=20_000)
        text = window.knowledge.article.text
        assert [text[t.start : t.end] for t in window.knowledge.terms] == ["นิโคไล กูเรียนอฟ"]
        assert window.knowledge.breaks.free
        assert window.map is None or not window.map.isVisible()
        window.open_entry()
        assert window.map is not None and window.map.isVisible()

    def test_where_nothing_can_be_kept_it_says_so_once(
        self, open_window: Open, tmp_path: Path
    ) -> None:
        blocked = tmp_path / "file"
        blocked.write_text("not a folder")
        window = open_window(Store(blocked / "inside"))
        assert "จะไม่จำตำแหน่งที่อ่าน" in window.notice.text()
        window.notice.close_notice()
        window.page.show_first(2000)
        window.open_entity("lenin")
        assert window.notice.text() == ""

    def test_about_names_the_publisher_and_every_part(self, window: Window) -> None:
        from reader.ui.about import About

        box = About(window.theme, 11.0, window.knowledge, "th", window)
        said = box.plain_text()
        for name in ("Sarabun", "Arimo", "PyThaiNLP", "LGPL", "CC BY 4.0", "Apache"):
            assert name in said
        assert window.knowledge.publisher_th in said

    def test_f6_goes_page_panel_map(self, window: Window, qtbot: QtBot) -> None:
        window.activateWindow()
        window.page.setFocus()
        found = []
        for _ in range(3):
            window.focus_next_part()
            focus = QApplication.focusWidget()
            assert focus is not None
            found.append(
                "map"
                if focus is window.map
                else "panel"
                if window.panel.isAncestorOf(focus)
                else "page"
            )
        assert found == ["panel", "map", "page"]


class TestHovering:
    def test_a_click_on_the_card_opens_the_full_definition(
        self, window: Window, qtbot: QtBot
    ) -> None:
        window.show_card_of_term(1)
        assert window.hover_card.isVisible()
        assert "Vladimir Lenin" in window.hover_card.plain_text()
        qtbot.mouseClick(window.hover_card, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        assert window.panel.card.subject == Subject.entity("lenin")
        assert not window.hover_card.isVisible()

    def test_all_fourteen_terms_have_a_card(self, window: Window) -> None:
        assert len(window.knowledge.terms) == 14
        for number in range(14):
            window.show_card_of_term(number)
            assert window.hover_card.isVisible()
            assert len(window.hover_card.plain_text()) > 40
            target = window.page.target_of(window.knowledge.terms[number].start)
            assert target is not None
            line = window.page.reading_line(target)
            top_left = window.page.viewport().mapTo(window, line.topLeft())
            assert not window.hover_card.geometry().intersects(
                line.translated(top_left - line.topLeft())
            )


def test_names_in_a_card_are_not_split_over_lines(window: Window) -> None:
    """A name goes to the next line whole while it fits there."""
    for width in (300, 320, 340):
        window.open_entity("kornilov-affair")
        text = window.panel.card.findChildren(ThaiText)[0]
        text.setFixedWidth(width)
        block = text.document().begin()
        while block.isValid():
            layout = block.layout()
            for name in ("อะเล็กซานเดอร์ เคเรนสกี", "ลาฟร์ คอร์นีลอฟ"):
                at = block.text().find(name)
                if at >= 0 and "·" in block.text():
                    first = layout.lineForTextPosition(at).lineNumber()
                    last = layout.lineForTextPosition(at + len(name) - 1).lineNumber()
                    assert first == last, (width, name)
            block = block.next()
