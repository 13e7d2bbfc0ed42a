"""The other language, at once: whatever is on show when the reader changes it says so in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import Open
from hands import CTRL, Hands, plain_text
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTreeView,
    QWidget,
)
from support import ROOT, Package
from test_opening import BROKEN
from test_translations import THAI, english_words

from reader import resources
from reader.content.package import pack
from reader.content.shelf import FOLDER, Shelf
from reader.desk.store import Store
from reader.ui.search_list import SearchList
from reader.ui.thai_text import ThaiText

Said = dict[tuple[str, str], None]


def shown() -> Said:
    """All words on show, each with where: of every window, in every role; not the article."""
    found: Said = {}
    for top in QApplication.topLevelWidgets():
        if not top.isVisible():
            continue
        for part in [top, *top.findChildren(QWidget)]:
            if part.isVisible():
                for text in words_of(part):
                    if text:
                        found[type(part).__name__, text] = None
        for action in top.findChildren(QAction):
            for text in (action.text(), action.toolTip(), action.statusTip()):
                if text:
                    found["QAction", text] = None
    return found


def words_of(part: QWidget) -> Iterator[str]:
    if part.isWindow():
        yield part.windowTitle()
    yield part.toolTip()
    yield part.statusTip()
    yield part.whatsThis()
    yield part.accessibleName()
    yield part.accessibleDescription()
    interface = QAccessible.queryAccessibleInterface(part)
    if interface is not None:
        yield interface.text(QAccessible.Text.Name)
        yield interface.text(QAccessible.Text.Description)
    if isinstance(part, QAbstractButton | QLabel):
        yield part.text()
    if isinstance(part, QMenu | QGroupBox):
        yield part.title()
    if isinstance(part, QLineEdit):
        yield part.placeholderText()
    if isinstance(part, QComboBox):
        yield from (part.itemText(row) for row in range(part.count()))
    if isinstance(part, QAbstractSpinBox):
        yield part.text()
    if isinstance(part, QTabBar):
        for tab in range(part.count()):
            yield part.tabText(tab)
            yield part.tabToolTip(tab)
    if isinstance(part, ThaiText):
        yield from part.plain_text().split("\n")
    if isinstance(part, SearchList):
        yield from (row.title for row in part.model.rows() if row.kind != "hit")
    elif isinstance(part, QAbstractItemView) and not isinstance(part.parent(), SearchList):
        yield from words_of_rows(part)


def words_of_rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )
    columns = view.header().count() if isinstance(view, QTreeView) else 1
    parents = [view.rootIndex()]
    for parent in parents:
        for row in range(model.rowCount(parent)):
            for column in range(columns):
                index = model.index(row, column, parent)
                texts = (model.data(index, role) for role in roles)
                yield from (text for text in texts if isinstance(text, str))
            if isinstance(view, QTreeView):
                parents.append(model.index(row, 0, parent))
    if isinstance(view, QTreeView):
        for column in range(columns):
            yield str(model.headerData(column, Qt.Orientation.Horizontal))


def pattern_of(sentence: str) -> str:
    """A sentence of the catalogue, its places filled with anything."""
    plain = re.sub("[\u2026.&]|&(?=.)", "", sentence)
    return re.sub(r"\\\{\w*\\\}|%n|%1", ".*", re.escape(plain))


def catalogue(language: str) -> re.Pattern[str]:
    """All sentences of the interface in ``language`` that cannot be of the other."""
    if language == "th":
        said = [text for text in THAI.values() if re.search("[ก-ฮ]{2}", text)]
    else:
        said = [m.source for m in THAI if english_words(m.source)]
    kept = [text for text in said if len(re.sub(r"\{\w*\}|[^ก-๙A-Za-z]", "", text)) > 2]
    return re.compile("|".join(sorted({pattern_of(text) for text in kept})), re.DOTALL)


CATALOGUE = {language: catalogue(language) for language in ("th", "en")}
OWN_NAMES = ("ไทย", "English", "Letter", "ภาษา (Language)", "Language (ภาษา)")
UNTRANSLATED = {message.source for message, text in THAI.items() if not text}  # told elsewhere
KEYS = re.compile("Page|Up|Down|Space|Left|Right|Menu|Delete|Backspace|Plus|Minus|Return")


def content(hands: Hands) -> str:
    """What is said in the language of whoever wrote it: the text, cards, names, sources, parts."""
    known = hands.window.knowledge
    details = known.details
    licences = (resources.root() / "licences" / "third-party.txt").read_text(encoding="utf-8")
    notes = [note.text(language).text for note in details.notes for language in ("th", "en")]
    cards = [
        passage.text
        for card in details.cards.values()
        for language in ("th", "en")
        for passage in card.text(language)
    ]
    return "\n".join([known.article.text, known.title_th, known.title_en, licences, *notes, *cards,
                      repr(known.entities), repr(details)])  # fmt: skip


def left_over(hands: Hands, language: str) -> list[tuple[str, str]]:
    """What is on show in the language other than ``language`` and is not content."""
    other = "en" if language == "th" else "th"
    written = content(hands)
    words = {word.strip("'") for word in re.findall(r"[A-Za-z][A-Za-z']+", written)}
    found = []
    for where, text in shown():
        if text in OWN_NAMES or text in written or text in UNTRANSLATED:
            continue
        if where == "QTreeWidget" and KEYS.fullmatch(text):
            continue
        is_sentence = CATALOGUE[other].fullmatch(re.sub("[\u2026.&]", "", text)) is not None
        if language == "en":
            strange = [run for run in re.findall("[ก-๎]+", text) if run not in written]
        else:
            typed = {word.strip("'") for word in english_words(text)}
            strange = [word for word in typed - words if not KEYS.fullmatch(word)]
        if is_sentence or strange:
            found.append((where, text))
    return found


def assert_follows(hands: Hands) -> None:
    """What is on show is in the language in force, and in the other one as soon as it is."""
    hands.settle()
    before = list(shown())
    for language in ("en", "th"):
        hands.window.set_language(language)
        hands.settle()
        assert left_over(hands, language) == []
    assert set(before) <= set(shown())


# What can be on show


def open_find(hands: Hands, words: str) -> None:
    hands.type(Qt.Key.Key_F, CTRL)
    hands.window.find_bar.words.setText(words)
    hands.settle()


def open_card(hands: Hands) -> None:
    hands.window.open_entity("trotsky")


def pin_card(hands: Hands) -> None:
    open_card(hands)
    hands.window.pinning.pin()


def open_note(hands: Hands) -> None:
    hands.window.open_note(hands.window.knowledge.details.notes[0].id)


def find_help(hands: Hands) -> None:
    open_find(hands, "g]obo")
    hands.until(lambda: hands.window.find_bar.hint_text() != "")


def find_list(hands: Hands) -> None:
    open_find(hands, "Trotsky")
    hands.window.finding.open_list()
    hands.wait(300)


def open_timeline(hands: Hands) -> None:
    hands.window.timeline.open(focus=True)
    strip = hands.window.timeline.links.strip.list
    strip.setCurrentIndex(strip.model().index(3, 0))


def open_large_map(hands: Hands) -> None:
    hands.window.large_map.open()


def open_shelf(hands: Hands) -> None:
    hands.window.opening.shelf.toggle()


def open_tour(hands: Hands) -> None:
    hands.window.first_steps.start_tour()


def open_last_of_tour(hands: Hands) -> None:
    open_tour(hands)
    for _ in range(3):
        hands.window.first_steps.tour.next.click()


def open_settings(hands: Hands) -> None:
    hands.window.commands.action("settings").trigger()


def open_export(hands: Hands) -> None:
    hands.window.take_along.export()


def open_print(hands: Hands) -> None:
    hands.window.take_along.print_text()


def open_editor(hands: Hands) -> None:
    hands.page.select_offsets(200, 220)
    hands.window.marks.deeds.write_note()


def open_marks(hands: Hands) -> None:
    hands.page.select_offsets(100, 120)
    hands.window.marks.deeds.highlight("yellow")
    hands.window.marks.show_list()


def open_glossaries(hands: Hands) -> None:
    hands.window.word_meanings.show_glossaries()


SHOWN = [
    open_card, pin_card, open_note, find_help, find_list, open_timeline, open_large_map,
    open_shelf, open_tour, open_last_of_tour, open_settings, open_export, open_print, open_editor,
    open_marks, open_glossaries,
]  # fmt: skip


def test_text_and_panel_follow(hands: Hands) -> None:
    for tab in ("names", "contents", "notes", "marks"):
        hands.window.panel.choose_tab(tab)
        assert_follows(hands)


@pytest.mark.parametrize("open_", SHOWN, ids=lambda open_: open_.__name__)
def test_what_is_on_show_follows(hands: Hands, open_: Callable[[Hands], None]) -> None:
    open_(hands)
    assert_follows(hands)
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()
        hands.settle()


def test_card_beside_a_word_does_not_stay_in_the_other_language(hands: Hands) -> None:
    place = hands.window.knowledge.mentions_of("lenin")[0].start
    hands.page.bring_into_view(place)
    hands.settle()
    hands.point_at(hands.place_of(place))
    hands.until(lambda: hands.window.hover_card.isVisible())
    hands.window.set_language("en")
    hands.settle()
    assert not hands.window.hover_card.isVisible()


def test_reader_who_projects_sees_the_other_language(hands: Hands) -> None:
    hands.window.commands.action("projector").trigger()
    open_card(hands)
    assert_follows(hands)


@pytest.mark.parametrize("words", ["เลนิน", "Троцкий", "ตรอสกี้", "2460", "ฮฮฮฮฮ"])
def test_what_the_search_says_follows(hands: Hands, words: str) -> None:
    open_find(hands, words)
    hands.wait(400)
    assert_follows(hands)


@pytest.mark.parametrize("what", ["keys", "about"])
def test_box_that_is_waited_for_follows(hands: Hands, what: str) -> None:
    seen: list[object] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if box is None:
            return
        timer.stop()
        try:
            assert_follows(hands)
            seen.append(box)
        finally:
            box.close()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    if what == "keys":
        hands.window.first_steps.show_keys()
    else:
        hands.window.show_about()
    assert seen


def test_names_found_by_the_program_follow(open_window: Open) -> None:
    text = "เลนิน (Lenin)* เป็นผู้นำพรรคบอลเชวิค (Bolshevik)* เมื่อวันที่ ๒๕ ตุลาคม ๑๙๑๗\n"
    hands = open_window(plain_text(text))
    hands.until(lambda: hands.window.found_names.state == "done")
    hands.window.set_language("en")
    assert "Found automatically" in str(shown())
    hands.window.panel.choose_tab("found-dates")
    hands.settle()
    hands.window.set_language("th")
    hands.settle()
    assert not CATALOGUE["en"].fullmatch(str([text for _, text in shown()]))
    assert "Found automatically" not in str(shown())


# Sentences above the text


def said(hands: Hands) -> tuple[str, str]:
    notice = hands.window.notice
    return notice.text(), notice.button.text() if notice.button.isVisible() else ""


def assert_sentence_follows(hands: Hands) -> None:
    hands.settle()
    assert hands.window.tells_something
    thai = said(hands)
    assert re.search("[ก-ฮ]", thai[0])
    hands.window.set_language("en")
    english = said(hands)
    assert english[0] != thai[0]
    assert english_words(english[0])
    for text in english:
        assert not CATALOGUE["th"].fullmatch(re.sub("[\u2026.&]", "", text))
    assert bool(english[1]) == bool(thai[1])
    hands.window.set_language("th")
    assert said(hands) == thai


def empty_clipboard(hands: Hands, folder: Path) -> None:
    QGuiApplication.clipboard().setText("")
    hands.window.opening.paste()


def offered_tour(hands: Hands, folder: Path) -> None:
    hands.window.first_steps.offer_tour()


def no_card_to_pin(hands: Hands, folder: Path) -> None:
    hands.window.pinning.pin()


def nothing_to_quote(hands: Hands, folder: Path) -> None:
    hands.window.take_along.copy_cited()


def no_marks_to_export(hands: Hands, folder: Path) -> None:
    hands.window.marks.files.ask_and_export("json")


def no_words_selected(hands: Hands, folder: Path) -> None:
    hands.window.marks.deeds.highlight("yellow")


def no_mark_in_view(hands: Hands, folder: Path) -> None:
    hands.window.marks.deeds.edit_here()


def no_marks(hands: Hands, folder: Path) -> None:
    hands.window.marks.deeds.step(1)


def mark_deleted(hands: Hands, folder: Path) -> None:
    open_marks(hands)
    hands.window.marks.deeds.delete([placed.mark for placed in hands.window.marks.desk.placed])


def marks_exported(hands: Hands, folder: Path) -> None:
    open_marks(hands)
    hands.window.marks.files.export("json", folder / "marks.json")


def marks_are_here(hands: Hands, folder: Path) -> None:
    marks_exported(hands, folder)
    hands.window.marks.files.import_from(folder / "marks.json")


def marks_imported(hands: Hands, folder: Path) -> None:
    mark_deleted(hands, folder)
    hands.window.marks.desk.undo_stack.undo()
    marks_exported(hands, folder)
    mark_deleted(hands, folder)
    text = (folder / "marks.json").read_text(encoding="utf-8")
    ids = {placed.mark.id for placed in hands.window.marks.desk.placed}
    assert not ids
    new = re.sub(r'("id": ")[^"]{4}', r"\g<1>ffff", text)
    (folder / "marks.json").write_text(new, encoding="utf-8")
    hands.window.marks.files.import_from(folder / "marks.json")


def map_saved(hands: Hands, folder: Path) -> None:
    hands.window.large_map.export("geojson", folder / "map.geojson")


def glossary_imported(hands: Hands, folder: Path) -> None:
    (folder / "คำ.csv").write_text("คำ,ความหมาย\nเรือ,ยาน\n", encoding="utf-8")
    hands.window.word_meanings.import_glossary(folder / "คำ.csv")


def glossary_removed(hands: Hands, folder: Path) -> None:
    glossary_imported(hands, folder)
    (glossary,) = hands.window.word_meanings.glossaries.all()
    hands.window.word_meanings.remove_glossary(glossary.name)


def missing_file(hands: Hands, folder: Path) -> None:
    hands.window.open_path(folder / "ไม่มี.txt")


def list_of_texts_cleared(hands: Hands, folder: Path) -> None:
    from reader.ui.open_recent import _clear

    _clear(hands.window, [])


def file_changed(hands: Hands, folder: Path) -> None:
    file = folder / "บท.txt"
    file.write_text("บทหนึ่ง", encoding="utf-8")
    hands.window.open_path(file)
    file.write_text("อีกบทหนึ่ง", encoding="utf-8")
    hands.until(lambda: hands.window.tells_something)


def file_gone(hands: Hands, folder: Path) -> None:
    file = folder / "บท.txt"
    file.write_text("บทหนึ่ง", encoding="utf-8")
    hands.window.open_path(file)
    file.unlink()
    hands.until(lambda: hands.window.tells_something)


def broken_copy(hands: Hands, folder: Path) -> None:
    (folder / "บท.txt").write_text(BROKEN, encoding="utf-8")
    hands.window.open_path(folder / "บท.txt")


def cleaned_version(hands: Hands, folder: Path) -> None:
    broken_copy(hands, folder)
    hands.window.opening.cleaned.toggle()


def nothing_to_clean(hands: Hands, folder: Path) -> None:
    (folder / "บท.txt").write_text("คำ อีกบทหนึ่ง", encoding="utf-8")
    hands.window.open_path(folder / "บท.txt")
    hands.window.opening.cleaned.toggle()


def no_map(hands: Hands, folder: Path) -> None:
    (folder / "บท.txt").write_text("คำ อีกบทหนึ่ง", encoding="utf-8")
    hands.window.open_path(folder / "บท.txt")
    hands.window.large_map.open()


def no_timeline(hands: Hands, folder: Path) -> None:
    (folder / "บท.txt").write_text("คำ อีกบทหนึ่ง", encoding="utf-8")
    hands.window.open_path(folder / "บท.txt")
    hands.window.timeline.open(focus=True)


def exported(hands: Hands, folder: Path) -> None:
    hands.window.take_along.export()
    dialog = hands.window.take_along.export_dialog
    assert dialog is not None
    dialog.choose_format("csv")
    dialog.target.setText(str(folder / "ตาราง.zip"))
    dialog.export()


TOLD = [
    empty_clipboard, offered_tour, no_card_to_pin, nothing_to_quote, no_marks_to_export,
    no_words_selected, no_mark_in_view, no_marks, mark_deleted, marks_exported, marks_are_here,
    marks_imported, map_saved, glossary_imported, glossary_removed, missing_file,
    list_of_texts_cleared, file_changed, file_gone, broken_copy, cleaned_version,
    nothing_to_clean, no_map, no_timeline, exported,
]  # fmt: skip


@pytest.mark.parametrize("tell", TOLD, ids=lambda tell: tell.__name__)
def test_sentence_above_the_text_follows(
    open_window: Open, tmp_path: Path, tell: Callable[[Hands, Path], None]
) -> None:
    hands = open_window(store=Store(tmp_path / "home"))
    tell(hands, tmp_path)
    assert_sentence_follows(hands)


def test_sentences_about_packages_follow(
    open_window: Open, tmp_path: Path, package: Package
) -> None:
    file = tmp_path / "varee.neva"
    file.write_bytes(pack(package.folder))
    store = Store(tmp_path / "home")
    hands = open_window(store=store)
    hands.window.open_path(file)
    assert_sentence_follows(hands)  # not on the shelf yet
    hands.window.opening.shelf.install(file)
    assert_sentence_follows(hands)
    hands.window.opening.shelf.install(file)
    assert_sentence_follows(hands)  # there already
    shelf = hands.window.opening.shelf
    shelf.fill()
    book = next(book for book in shelf.view.books() if book.group == "installed")
    shelf._remove(book)
    assert_sentence_follows(hands)
    assert store.folder is not None
    assert Shelf(store.folder / FOLDER).packages() == []


def test_name_corrected_follows(open_window: Open) -> None:
    hands = open_window(plain_text("เลนิน (Lenin)* และตรอตสกี (Trotsky)* อยู่ที่นั่น\n"))
    found = hands.window.found_names
    hands.until(lambda: found.state == "done")
    found.correct("drop", next(iter(hands.window.knowledge.entities)))
    assert_sentence_follows(hands)


def test_every_sentence_is_made_anew_when_it_is_asked_for() -> None:
    """A text that is said as it is stays in the language in which it was said."""
    for path in (ROOT / "reader" / "ui").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "say"
                and ast.unparse(node.func.value).endswith("window")
            ):
                for words in node.args[:2]:
                    where = f"{path.name}:{node.lineno}"
                    assert isinstance(words, ast.Lambda | ast.Name | ast.Attribute), where
