"""The interface in Thai and English: nothing is missing, left over, wrong in form, or English."""

from __future__ import annotations

import ast
import json
import re
import runpy
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from string import Formatter
from typing import Any

import PySide6
import pytest
from PySide6.QtCore import QPoint, QTimer, QTranslator
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QScrollBar,
    QSpinBox,
    QTabBar,
    QTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader import resources
from reader.content.model import CATEGORIES
from reader.content.reading import open_shipped
from reader.content.source import DATE_KINDS
from reader.desk.store import Store
from reader.ui.about import About
from reader.ui.app import make_application, make_window

ROOT = Path(__file__).resolve().parents[1]
I18N = ROOT / "resources" / "i18n"
QT = Path(PySide6.__file__).parent
TS: dict[str, Any] = runpy.run_path(str(ROOT / "packaging" / "setup" / "update_ts.py"))
MESSAGES: dict[str, dict[str, str]] = json.loads((I18N / "messages.json").read_text("utf-8"))
THAI = {
    message: text
    for message, entry in TS["read"](I18N / "neva_th.ts").items()
    for text in TS["forms"](entry)
}

# Names, those of file formats among them, and what stands on the keys of a Thai keyboard.
# Languages are called what they call themselves, and that of the interface can be changed by who
# reads no Thai.
NOT_ENGLISH = re.compile(
    "Neva|Reader|English|Language|CC|BY|Apache|License"
    "|Enter|Esc|Tab|Ctrl|Alt|Shift|Del|Ins|Home|End|PgUp|PgDown"
    "|PDF|SVG|PNG|CSV|ZIP|TEI|XML|JSON|GeoJSON|Markdown|Anki"
)


def english_words(text: str) -> set[str]:
    """The English words of ``text``, but for placeholders, file patterns, names and keys."""
    text = re.sub(r"\{\w*\}|%n|%\d|\*\.\w+|\bF\d+\b", " ", text)
    words = re.findall(r"[A-Za-z][A-Za-z']+", text)
    return {word for word in words if not NOT_ENGLISH.fullmatch(word)}


# The catalogues


@pytest.mark.parametrize("language", ["th", "en"])
def test_make_i18n_has_nothing_to_do(language: str) -> None:
    ts = I18N / f"neva_{language}.ts"
    wanted = TS["messages_of"](ROOT / "reader")
    assert ts.read_text("utf-8") == TS["updated"](ts, language, wanted), "run: make i18n"


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_string_has_a_finished_translation(language: str) -> None:
    entries = TS["read"](I18N / f"neva_{language}.ts")
    unfinished = [
        (message.context, message.source)
        for message, entry in entries.items()
        if not TS["is_finished"](entry) or not all(text.strip() for text in TS["forms"](entry))
    ]
    assert unfinished == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_catalogue_is_made_from_its_source(language: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    ts = I18N / f"neva_{language}.ts"
    subprocess.run([QT / "lrelease", "-silent", ts, "-qm", made], check=True)
    qm = I18N / f"neva_{language}.qm"
    assert qm.read_bytes() == made.read_bytes(), "run: make i18n"


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_catalogue_loads(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(I18N / f"neva_{language}.qm"))
    assert translator.language() == language


def test_every_call_of_tr_is_seen() -> None:
    """Against a plain search, since what the update overlooks no other test would miss."""
    for path in (ROOT / "reader").rglob("*.py"):
        calls = len(re.findall(r"\.tr\(", path.read_text("utf-8")))
        seen = len(list(TS["_messages_of_file"](path)))
        assert seen >= calls, path


def test_an_update_adds_keeps_and_drops(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        'KEPT = "Old"\n'
        "class Box:\n"
        "    def show(self, n):\n"
        "        return f\"{self.tr('Inside')}\" + self.tr('Close', 'a door')\n"
        "    def count(self, n):\n"
        "        return self.tr('%n pages', None, n)\n"
        "def label(translate):\n"
        "    return translate(KEPT, 'Stays'), translate('Old', 'Close')\n",
        encoding="utf-8",
    )
    entry = "<message><source>{}</source><translation>{}</translation></message>"
    ts = tmp_path / "neva_th.ts"
    ts.write_text(
        '<TS version="2.1" language="th"><context><name>Old</name>'
        + entry.format("Stays", "อยู่")
        + entry.format("Goes", "ไป")
        + "</context><context><name>QDialogButtonBox</name>"
        + entry.format("Close", "ปิด")
        + "</context></TS>",
        encoding="utf-8",
    )
    wanted = TS["messages_of"](tmp_path)
    ts.write_text(TS["updated"](ts, "th", wanted), encoding="utf-8")
    found = {
        tuple(message): (TS["forms"](entry), TS["is_finished"](entry))
        for message, entry in TS["read"](ts).items()
    }
    assert found == {
        ("Box", "Inside", "", False): ([""], False),
        ("Box", "Close", "a door", False): (["ปิด"], False),
        ("Box", "%n pages", "", True): ([""], False),
        ("Old", "Stays", "", False): (["อยู่"], True),
        ("Old", "Close", "", False): (["ปิด"], False),
        ("QDialogButtonBox", "Close", "", False): (["ปิด"], True),
    }
    assert TS["updated"](ts, "th", wanted) == ts.read_text("utf-8")


def test_qt_strings_are_what_qt_asks_for() -> None:
    """Qt's German catalogue is complete: what it does not know, Qt never asks for."""
    german = QTranslator()
    assert german.load(str(QT / "Qt" / "translations" / "qtbase_de.qm"))
    qt = [message for message in THAI if message.context.startswith("Q")]
    # versions of Qt differ in mnemonics: it is enough to know one way of writing a string
    known = {
        (message.context, message.source.replace("&", ""))
        for message in qt
        if german.translate(message.context, message.source)
    }
    assert {(message.context, message.source.replace("&", "")) for message in qt} == known


# The words


def _sentences() -> Iterator[tuple[str, str]]:
    for message, text in THAI.items():
        yield f"{message.context}: {message.source}", text
    for key, texts in MESSAGES.items():
        yield key, texts["th"]


def test_thai_holds_no_english() -> None:
    found = {message: english_words(text) for message, text in THAI.items() if english_words(text)}
    assert found == {}


def test_thai_holds_thai_and_no_mnemonic() -> None:
    for message, text in THAI.items():
        assert re.search("[ก-ฮ]", text), message
        assert "&" not in text, message


def test_placeholders_agree() -> None:
    for message, text in THAI.items():
        assert _placeholders(text) == _placeholders(message.source), message


def _placeholders(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{\w*\}|%n|%L?\d|\(\*[^)]*\)|;;", text))


def test_thai_is_written_as_the_institute_writes_it() -> None:
    for name, text in _sentences():
        assert not re.search(r"[^ ]ๆ|ๆ[^ ,)”]", text), f"{name}: a space on either side of ๆ"
        assert not re.search(r"  |^ | $", text), f"{name}: a space too many"
        assert not re.search(r"[!?;]|\.\.\.|[^ ]{6,}\.$", text.replace(";;", "")), name
        assert not re.search("ครับ|ค่ะ|นะ(คะ|ครับ)|คุณ(?!สมบัติ)|ฯลฯ|ํา|เเ", text), name


# The sentences of messages.json


def test_every_sentence_has_both_languages() -> None:
    for key, texts in MESSAGES.items():
        assert set(texts) == {"th", "en"}, key
        assert all(text.strip() for text in texts.values()), key
        assert _fields(texts["th"]) == _fields(texts["en"]), key


def _fields(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for path in (ROOT / "reader").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield f"{path.name}:{node.lineno}", node


def _strings(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def test_every_sentence_asked_for_exists() -> None:
    for where, call in _calls():
        name = ast.unparse(call.func).split(".")[-1]
        if name in ("ReaderError", "TextError", "PackageError", "sentence"):
            keys = [] if isinstance(call.args[0], ast.JoinedStr) else [*_strings(call.args[0])]
        else:
            keys = [text for arg in call.args for text in _strings(arg)]
            keys = [key for key in keys if re.fullmatch(r"package-[a-z-]+", key)]
        for key in keys:
            assert key in MESSAGES, f"{where}: {key}"


def test_every_sentence_gets_its_values() -> None:
    for where, call in _calls():
        name = ast.unparse(call.func).split(".")[-1]
        if name not in ("ReaderError", "TextError", "PackageError", "sentence"):
            continue
        given = {word.arg for word in call.keywords}
        if None in given or isinstance(call.args[0], ast.JoinedStr):
            continue
        for key in _strings(call.args[0]):
            assert _fields(MESSAGES[key]["th"]) <= given, f"{where}: {key}"


def test_every_family_of_sentences_is_whole() -> None:
    assert {key[8:] for key in MESSAGES if key.startswith("heading-")} == set(CATEGORIES)
    assert {key[5:] for key in MESSAGES if key.startswith("kind-")} == set(DATE_KINDS)
    numbered: dict[str, set[int]] = {}
    for key in MESSAGES:
        family, _, number = key.rpartition("-")
        if number.isdecimal():
            numbered.setdefault(family, set()).add(int(number))
    assert numbered.pop("weekday") == set(range(7))
    assert all(numbers == set(range(1, 13)) for numbers in numbered.values())


def test_no_sentence_is_left_over() -> None:
    said: set[str] = set()
    for path in (ROOT / "reader").rglob("*.py"):
        said |= set(_strings(ast.parse(path.read_text("utf-8"))))
    families = tuple(text for text in said if re.fullmatch("[a-z]+-", text))
    left_over = [key for key in MESSAGES if key not in said and not key.startswith(families)]
    assert left_over == []


# What is seen


@pytest.fixture
def thai(qapp: QApplication) -> Iterator[None]:
    """Qt's own parts in Thai."""
    translator = QTranslator()
    assert translator.load(str(I18N / "neva_th.qm"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def shown_words(widget: QWidget) -> Iterator[str]:
    """All that ``widget`` and its parts say of themselves, but not the texts they hold."""
    for part in [widget, *widget.findChildren(QWidget)]:
        yield part.windowTitle()
        yield part.toolTip()
        yield part.statusTip()
        yield part.accessibleName()
        yield part.accessibleDescription()
        if isinstance(part, QAbstractButton | QLabel):
            yield part.text()
        if isinstance(part, QMenu | QGroupBox):
            yield part.title()
        if isinstance(part, QLineEdit):
            yield part.placeholderText()
        if isinstance(part, QTabBar):
            yield from (part.tabText(number) for number in range(part.count()))
        if isinstance(part, QTreeView) and part.model() is not None:
            columns = range(part.model().columnCount())
            yield from (
                str(part.model().headerData(column, part.header().orientation()))
                for column in columns
            )
        for action in [*part.actions(), *part.findChildren(QAction)]:
            yield action.text()
            yield action.toolTip()
            yield action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)


def assert_thai(widget: QWidget) -> None:
    said = [text for text in shown_words(widget) if text]
    assert any(re.search("[ก-ฮ]", text) for text in said)
    assert {text: english_words(text) for text in said if english_words(text)} == {}


@contextmanager
def repeated_until_true(act: Callable[[], bool]) -> Iterator[None]:
    """Meanwhile ``act`` is called from the event loop: what the body opens waits for an answer."""
    timer = QTimer()

    def tick() -> None:
        if act():
            timer.stop()

    timer.timeout.connect(tick)
    timer.start(5)
    yield
    timer.stop()


@pytest.mark.usefixtures("thai")
@pytest.mark.parametrize("mode", list(QFileDialog.AcceptMode))
def test_file_dialog(qtbot: QtBot, tmp_path: Path, mode: QFileDialog.AcceptMode) -> None:
    (tmp_path / "1.txt").touch()
    dialog = QFileDialog(None, "", str(tmp_path), "ไฟล์ (*.txt)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    with qtbot.waitExposed(dialog):
        dialog.show()
    for combo in dialog.findChildren(QComboBox):
        if combo.objectName() == "fileTypeCombo":
            assert not english_words(combo.currentText())
    tree = dialog.findChild(QTreeView)
    assert isinstance(tree, QTreeView)
    assert tree.model().columnCount() >= 4
    assert_thai(dialog)


@pytest.mark.usefixtures("thai")
def test_question_before_overwriting(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "1.txt").touch()
    dialog = QFileDialog(None, "", str(tmp_path), "ไฟล์ (*.txt)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile("1.txt")
    dialog.show()
    asked: list[str] = []

    def answer() -> bool:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return False
        asked.extend([box.text(), *(button.text() for button in box.buttons())])
        box.reject()
        return True

    with repeated_until_true(answer):
        dialog.accept()
    assert asked
    assert not english_words(asked[0].replace("1.txt", ""))
    assert {word for text in asked[1:] for word in english_words(text)} == set()


@pytest.mark.usefixtures("thai")
def test_message_box_with_every_button(qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    buttons = QMessageBox.StandardButton
    for button in buttons:
        if button.value.bit_count() == 1 and button != buttons.NoButton:
            box.addButton(button)
    box.setDetailedText("ก")
    box.show()
    assert len(box.buttons()) > 15
    assert_thai(box)


@pytest.mark.usefixtures("thai")
def test_context_menus_of_qt(qtbot: QtBot) -> None:
    line = QLineEdit("ก")
    qtbot.addWidget(line)
    text = QTextEdit("ก")
    qtbot.addWidget(text)
    for menu in (line.createStandardContextMenu(), text.createStandardContextMenu()):
        assert len(menu.actions()) > 5
        assert_thai(menu)


@pytest.mark.usefixtures("thai")
@pytest.mark.parametrize("kind", [QScrollBar, QSpinBox])
def test_context_menus_that_qt_opens_itself(
    qtbot: QtBot, kind: type[QScrollBar] | type[QSpinBox]
) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    widget.show()
    said: list[str] = []

    def look() -> bool:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return False
        said.extend(action.text() for action in menu.actions())
        menu.close()
        return True

    at = QPoint(2, 2)
    reason = QContextMenuEvent.Reason.Mouse
    with repeated_until_true(look):
        QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
    assert len(said) > 5
    assert {word for text in said for word in english_words(text)} == set()


@pytest.fixture
def plain_application(qapp: QApplication) -> Iterator[QApplication]:
    """The application, for a window to style; afterwards as it was."""
    style, font, palette = qapp.style().name(), qapp.font(), qapp.palette()
    yield qapp
    qapp.setStyle(style)
    qapp.setFont(font)
    qapp.setPalette(palette)


def test_window_in_both_languages(plain_application: QApplication, qtbot: QtBot) -> None:
    app = make_application([])
    knowledge = open_shipped()
    window = make_window(app, knowledge, Store(None))
    qtbot.addWidget(window)
    window.show()
    entity = next(iter(knowledge.entities))
    window.open_entity(entity)
    window.open_find()
    assert_thai(window)
    about = About(window.theme, 11.0, knowledge, "th", window)
    assert_thai(about)
    about.setParent(None)

    window.set_language("en")
    thai_words = {text for text in shown_words(window) if re.search("[ก-ฮ]", text)}
    # Qt names the arrows of a tab bar once, when it makes them
    qt_words = {text for message, text in THAI.items() if message.context == "QTabBar"}
    assert thai_words - qt_words == {"ไทย"}

    window.set_language("th")
    assert_thai(window)
    window.close()


# No words but through tr()

SHOWN_BY = re.compile(
    "Q(Action|Label|GroupBox|(Push|Tool|Radio)Button|CheckBox)|add(Action|Item|Menu|Tab)|showText"
    "|set(Accessible(Name|Description)|PlaceholderText|StatusTip|Tab(Text|ToolTip)|Text|Title"
    "|ToolTip|WhatsThis|WindowTitle)"
)


def test_the_interface_says_nothing_untranslated() -> None:
    for path in (ROOT / "reader" / "ui").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            if not SHOWN_BY.fullmatch(ast.unparse(node.func).split(".")[-1]):
                continue
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    words = re.findall("[A-Za-z]{2,}|[ก-ฮ]", argument.value)
                    assert not words, f"{path.name}:{node.lineno}: wrap it in self.tr(…)"


def test_the_catalogues_are_installed_with_the_program() -> None:
    for qm in I18N.glob("*.qm"):
        assert (resources.root() / "i18n" / qm.name).read_bytes() == qm.read_bytes()
