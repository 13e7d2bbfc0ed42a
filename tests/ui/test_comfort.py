"""Type, colours, links, cards and digits as each reader wants them, at once and for good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hands import CTRL, Hands
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QScrollArea, QWidget

from reader.content.date_format import use_years
from reader.content.knowledge import Knowledge
from reader.desk.settings import SETTINGS
from reader.desk.store import Store
from reader.text.digits import use_digits
from reader.ui.app import make_application, make_window
from reader.ui.justification import MOST_BETWEEN, MOST_SPACE
from reader.ui.settings_dialog import SettingsDialog
from reader.ui.theme import BY_NAME, use_type

KEY = Qt.Key


@pytest.fixture(autouse=True)
def as_at_first() -> Iterator[None]:
    yield
    use_digits("thai")
    use_years("both")
    use_type("looped")


def ends_of_lines(hands: Hands, paragraphs: int = 6) -> list[tuple[int, int, float]]:
    """Paragraph, last position and right edge (pixels in the column) of every line."""
    found = []
    block = hands.page.document().begin()
    for number in range(paragraphs):
        layout = block.layout()
        for row in range(layout.lineCount()):
            line = layout.lineAt(row)
            end = line.textStart() + line.textLength()
            found.append((number, end, line.x() + line.naturalTextWidth()))
        block = block.next()
    return found


@pytest.mark.parametrize("name", ["light", "sepia", "dark", "contrast"])
def test_each_theme_colours_page_and_panel(hands: Hands, name: str) -> None:
    hands.window.set_theme_choice(name)
    hands.settle()
    theme = BY_NAME[name]
    assert hands.window.theme is theme
    picture = hands.page.viewport().grab().toImage()
    assert picture.pixelColor(2, picture.height() - 2) == theme.color("paper")
    assert hands.window.panel.palette().window().color() == theme.color("desk")


@pytest.mark.parametrize(
    ("kind", "family"),
    [("looped", "Sarabun"), ("loopless", "Noto Sans Thai"), ("serif", "Noto Serif Thai")],
)
def test_page_and_interface_are_set_in_the_kind_of_type_chosen(
    hands: Hands, kind: str, family: str
) -> None:
    hands.window.preferences.set("type_family", kind)
    hands.settle()
    assert QFontInfo(hands.page.document().defaultFont()).family() == family
    assert QFontInfo(hands.window.menuBar().font()).family() == family


@pytest.mark.parametrize("kind", ["loopless", "serif"])
def test_no_mark_is_clipped_in_another_kind_of_type(hands: Hands, kind: str) -> None:
    """The tallest stack of the kind stays within the pitch of its line."""
    hands.window.preferences.set("type_family", kind)
    hands.settle()
    line = hands.page.document().begin().layout().lineAt(0)
    pitch = hands.line_of(0).height()
    assert line.height() <= pitch


def test_larger_interface_makes_menus_panel_and_cards_larger(hands: Hands) -> None:
    hands.window.open_entity("trotsky")
    before = hands.window.panel.card.findChild(QWidget).font().pointSizeF()
    height = hands.window.menuBar().height()
    hands.window.preferences.set("interface_size", 18.0)
    hands.settle()
    assert hands.window.menuBar().height() > height
    assert hands.window.panel.card.findChild(QWidget).font().pointSizeF() > before
    assert hands.window.panel.list.sizeHintForRow(1) > 40


def test_justified_lines_keep_their_words_and_end_evenly(hands: Hands) -> None:
    hands.window.preferences.set("column", 60)
    ragged = ends_of_lines(hands)
    hands.window.preferences.set("alignment", "justified")
    even = ends_of_lines(hands)
    assert [(p, end) for p, end, _ in even] == [(p, end) for p, end, _ in ragged]
    width = hands.page.document().documentLayout().measure.width  # type: ignore[attr-defined]
    # a trailing space may hang over, as it does in ragged lines
    assert sum(width - 12 < x for _, _, x in even) > 2 * sum(width - 2 < x for _, _, x in ragged)


def test_justified_spaces_are_stretched_within_their_limit(hands: Hands) -> None:
    hands.window.preferences.set("alignment", "justified")
    em = QFontInfo(hands.page.document().defaultFont()).pixelSize()
    space = hands.page.fontMetrics().horizontalAdvance(" ")
    block = hands.page.document().begin()
    parts = block.layout().formats()
    assert parts
    for part in parts:
        assert 0 <= part.format.fontLetterSpacing() <= MOST_BETWEEN * em + 0.01
        assert 0 <= part.format.fontWordSpacing() <= MOST_SPACE * 2 * space


def test_wider_column_holds_more_letters_and_more_leading_fewer_lines(hands: Hands) -> None:
    lines = len(ends_of_lines(hands, 1))
    hands.window.preferences.set("column", 44)
    assert len(ends_of_lines(hands, 1)) > lines
    pitch = hands.line_of(0).height()
    hands.window.preferences.set("leading", 2.2)
    assert hands.line_of(0).height() > pitch * 1.2


def test_links_are_as_dense_as_chosen(hands: Hands) -> None:
    counts = {}
    for density in ("all", "first", "starred", "none"):
        hands.window.preferences.set("links", density)
        counts[density] = len(hands.page.drawn_links)
    assert counts["all"] > counts["first"] > counts["starred"] > counts["none"] == 0
    assert counts["starred"] == len(hands.window.knowledge.terms)


def test_names_answer_though_no_link_is_drawn(hands: Hands) -> None:
    hands.window.preferences.set("links", "none")
    start = hands.window.knowledge.mentions[0].start
    target = hands.page.target_of(start)
    assert target is not None
    hands.page.target_chosen.emit(target)
    assert hands.window.panel.shows_card


def test_cards_come_by_click_only_where_that_is_set(hands: Hands) -> None:
    hands.window.preferences.set("cards", "click")
    hands.window.preferences.set("hover_delay", 100)
    target = hands.page.targets[0]
    hands.page.target_rested.emit(target)
    assert not hands.window.hover_card.isVisible()
    hands.window.preferences.set("cards", "hover")
    hands.page.target_rested.emit(target)
    assert hands.window.hover_card.isVisible()


def test_digits_and_years_of_cards_follow_the_settings_and_the_text_does_not(
    hands: Hands, entry_text: str
) -> None:
    window = hands.window
    window.open_entity("trotsky")
    assert "๑๘๗๙" in window.panel.card.plain_text()
    assert "๒๔๒๒" in window.panel.card.plain_text()
    window.preferences.set("digits", "arabic")
    assert "1879" in window.panel.card.plain_text()
    assert not set("๐๑๒๓๔๕๖๗๘๙") & set(window.panel.card.plain_text())
    window.preferences.set("years", "ce")
    assert "พ.ศ. 2422" not in window.panel.card.plain_text()
    window.preferences.set("years", "be")
    assert "พ.ศ. 2422" in window.panel.card.plain_text()
    assert hands.page.text_shown == entry_text
    hands.page.selectAll()
    assert hands.page.selected_text() == entry_text


def test_printed_words_in_a_card_keep_their_digits(hands: Hands) -> None:
    hands.window.preferences.set("digits", "arabic")
    date = next(d for d in hands.window.knowledge.dates if d.precision == "day")
    target = hands.page.target_of(date.start)
    assert target is not None
    hands.page.target_chosen.emit(target)
    printed = hands.window.knowledge.article.text[date.start : date.end]
    assert printed in hands.window.panel.card.plain_text()


def test_ruler_stands_under_the_line_at_the_pointer(hands: Hands) -> None:
    hands.window.preferences.set("ruler", True)
    page = hands.page
    offset = hands.window.knowledge.mentions[20].start
    page.show_first(0)
    point = hands.line_of(200).center()
    QTest.mouseMove(page.viewport(), point)
    hands.settle()
    band = hands.line_of(200)
    inside = page.viewport().grab().toImage().pixelColor(3, band.center().y())
    assert inside != hands.window.theme.color("paper")
    hands.window.preferences.set("ruler", False)
    assert page.viewport().grab().toImage().pixelColor(
        3, band.center().y()
    ) == hands.window.theme.color("paper")
    assert offset > 0


def test_projector_enlarges_quietens_and_comes_back(hands: Hands) -> None:
    window = hands.window
    size, panel = hands.page.type_size, window.panel_is_shown()
    QTest.keyClick(window, KEY.Key_F11)
    assert window.isFullScreen()
    assert hands.page.type_size >= 24
    assert not window.menuBar().isVisible()
    assert not window.panel_is_shown()
    hands.page.target_rested.emit(hands.page.targets[0])
    assert not window.hover_card.isVisible()
    QTest.keyClick(window, KEY.Key_Plus, CTRL)
    QTest.keyClick(hands.page, KEY.Key_Escape)
    hands.settle()
    assert not window.isFullScreen()
    assert hands.page.type_size == size
    assert window.menuBar().isVisible()
    assert window.panel_is_shown() == panel


def test_projector_is_off_at_the_next_start(tmp_path: Path, entry: Knowledge) -> None:
    app = make_application([])
    for start in range(2):
        window = make_window(app, entry, Store(tmp_path))
        window.resize(1180, 780)
        window.show()
        assert not window.preferences.is_on("projector"), start
        assert window.panel_is_shown(), start
        window.preferences.set("projector", True)
        window.close()


def test_settings_come_back_at_the_next_start(tmp_path: Path, entry: Knowledge) -> None:
    app = make_application([])
    chosen = {"leading": 2.0, "links": "starred", "theme": "sepia", "ruler": True, "column": 50}
    window = make_window(app, entry, Store(tmp_path))
    for name, value in chosen.items():
        window.preferences.set(name, value)  # type: ignore[arg-type]
    window.close()
    again = make_window(app, entry, Store(tmp_path))
    assert {name: again.preferences.get(name) for name in chosen} == chosen
    assert again.theme.name == "sepia"
    again.close()


@pytest.mark.parametrize("kept", ["purple", 7, None, [1], True])
def test_setting_that_was_spoilt_counts_as_the_first_one(
    tmp_path: Path, entry: Knowledge, kept: object
) -> None:
    store = Store(tmp_path)
    store.put("theme", kept)
    store.put("leading", kept)
    window = make_window(make_application([]), entry, store)
    assert window.preferences.get("theme") == SETTINGS["theme"].default
    assert window.preferences.get("leading") == SETTINGS["leading"].default
    window.close()


def test_settings_dialog_changes_the_window_at_once_and_cancel_takes_it_back(hands: Hands) -> None:
    window = hands.window
    window.comfort.open_settings()
    dialog = window.comfort.settings_dialog
    leading = dialog.field("leading")
    assert isinstance(leading, QDoubleSpinBox)
    pitch = hands.line_of(0).height()
    leading.setValue(2.2)
    assert hands.line_of(0).height() > pitch
    assert dialog.sample.page.document().documentLayout().measure.leading == 2.2  # type: ignore[attr-defined]
    notes = dialog.field("notes")
    assert isinstance(notes, QCheckBox)
    notes.click()
    assert not window.preferences.is_on("notes")
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert hands.line_of(0).height() == pitch
    assert window.preferences.is_on("notes")


def test_settings_dialog_holds_every_setting_a_reader_can_choose(hands: Hands) -> None:
    hands.window.comfort.open_settings()
    dialog = hands.window.comfort.settings_dialog
    for name in SETTINGS.keys() - {"projector"}:
        assert dialog.field(name).accessibleName(), name
    dialog.reject()


def test_settings_dialog_speaks_the_language_chosen_in_it(hands: Hands) -> None:
    window = hands.window
    window.comfort.open_settings()
    dialog = window.comfort.settings_dialog
    assert dialog.windowTitle() == "ตั้งค่า"
    language = dialog.field("language")
    assert isinstance(language, QComboBox)
    language.setCurrentIndex(language.findData("en"))
    language.activated.emit(language.currentIndex())
    assert dialog.windowTitle() == "Settings"
    dialog.reject()
    assert window.language == "th"


def test_first_settings_come_back_by_one_button(hands: Hands) -> None:
    hands.window.preferences.set("theme", "dark")
    hands.window.preferences.set("language", "en")
    hands.window.comfort.open_settings()
    hands.window.comfort.settings_dialog.defaults.click()
    assert hands.window.preferences.get("theme") == "system"
    assert hands.window.language == "en"
    hands.window.comfort.settings_dialog.accept()


def test_pinned_cards_stay_side_by_side_until_closed(hands: Hands) -> None:
    window = hands.window
    for entity in ("trotsky", "lenin"):
        window.open_entity(entity)
        QTest.keyClick(window, KEY.Key_F7)
    first, second = window.pinning.cards
    assert first.isVisible() and second.isVisible()
    assert "ตรอตสกี" in first.plain_text() and "เลนิน" in second.plain_text()
    window.open_entity("kerensky")
    assert "ตรอตสกี" in first.plain_text()
    window.set_language("en")
    assert first.plain_text().startswith("Leon Trotsky")
    QTest.keyClick(first, KEY.Key_Escape)
    assert [card.subject.key for card in window.pinning.cards] == ["lenin"]


def test_pinning_with_no_card_says_what_to_do(hands: Hands) -> None:
    QTest.keyClick(hands.window, KEY.Key_F7)
    assert "F7" in hands.window.notice.text()
    hands.window.open_entity("trotsky")
    QTest.keyClick(hands.window, KEY.Key_F7)
    assert not hands.window.tells_something


def test_card_is_read_by_keys_to_its_end(hands: Hands) -> None:
    window = hands.window
    window.open_entity("trotsky")
    window.panel.take_focus()
    hands.settle()
    text = window.focusWidget()
    bar = window.panel.card.findChild(QScrollArea).verticalScrollBar()
    places = []
    for key in (KEY.Key_Down, KEY.Key_PageDown, KEY.Key_End, KEY.Key_PageUp, KEY.Key_Home):
        QTest.keyClick(text, key)
        places.append(bar.value())
    assert 0 < places[0] < places[1] < places[2] == bar.maximum() > places[3] > places[4] == 0


def test_window_comes_back_where_it_stood_with_its_tab(tmp_path: Path, entry: Knowledge) -> None:
    app = make_application([])
    window = make_window(app, entry, Store(tmp_path))
    window.show()
    window.move(37, 41)
    window.resize(640, 500)
    window.panel.choose_tab("contents")
    window.page.show_first(9000)
    window.close()
    again = make_window(app, entry, Store(tmp_path))
    again.show()
    assert (again.x(), again.y(), again.width(), again.height()) == (37, 41, 640, 500)
    assert again.panel.tab_shown == "contents"
    assert abs(again.page.first_visible() - 9000) < 200
    again.close()


def test_window_left_on_a_screen_that_is_gone_comes_into_sight(
    tmp_path: Path, entry: Knowledge
) -> None:
    store = Store(tmp_path)
    store.put("position", [9000, 9000])
    window = make_window(make_application([]), entry, store)
    window.show()
    assert window.screen().availableGeometry().contains(window.pos())
    window.close()


def test_the_buttons_of_the_settings_keep_their_words_in_either_language(hands: Hands) -> None:
    window = hands.window
    window.comfort.open_settings()
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    words = {}
    for language in ("en", "th"):
        window.set_language(language)
        hands.settle()
        words[language] = [b.text() for b in (dialog.ok, dialog.cancel, dialog.defaults)]
    assert words["en"] == ["Done", "Cancel", "As at first"]
    assert words["th"] == ["เสร็จสิ้น", "ยกเลิก", "คืนค่าเริ่มต้น"]
    dialog.reject()
