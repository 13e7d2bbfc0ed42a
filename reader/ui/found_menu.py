"""The menu in which a reader corrects a name that the program has found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from reader.content.model import CATEGORIES
from reader.messages import sentence
from reader.text.digits import digits
from reader.text.names_found import FoundName
from reader.text.spelling import may_be_one

if TYPE_CHECKING:
    from reader.ui.found_names import FoundNames
    from reader.ui.window import Window

_MOST_OFFERED = 30


def corrections_menu(found: FoundNames, window: Window, name_id: str) -> QMenu | None:
    """What may be done to the name ``name_id``; None if it is not among the names."""
    names = found.names
    name = next((one for one in names if one.id == name_id), None)
    if name is None:
        return None
    translate = QCoreApplication.translate
    language = window.language
    menu = QMenu(window)
    menu.addAction(translate("FoundMenu", "Change the name…")).triggered.connect(
        lambda: _rename(found, window, name)
    )
    kinds = menu.addMenu(translate("FoundMenu", "It is of another kind"))
    for kind in CATEGORIES:
        action = kinds.addAction(sentence(f"heading-{kind}", language))
        action.setCheckable(True)
        action.setChecked(kind == name.kind)
        action.triggered.connect(partial(_correct, found, "kind", name_id, kind))
    into = menu.addMenu(translate("FoundMenu", "It is the same as"))
    for other in _others(name, names):
        count = digits(len(other.mentions), language)
        action = into.addAction(f"{other.name}  ({count})".replace("&", "&&"))
        action.triggered.connect(partial(_correct, found, "merge", name_id, other.id))
    into.setEnabled(not into.isEmpty())
    apart = menu.addMenu(translate("FoundMenu", "This spelling is another name"))
    if len(name.forms) > 1:
        for form in name.forms:
            action = apart.addAction(form.replace("&", "&&"))
            action.triggered.connect(partial(_correct, found, "split", name_id, form))
    apart.setEnabled(not apart.isEmpty())
    menu.addSeparator()
    menu.addAction(translate("FoundMenu", "It is no name")).triggered.connect(
        partial(_correct, found, "drop", name_id, "")
    )
    return menu


def _correct(found: FoundNames, deed: str, name: str, to: str, _checked: bool = False) -> None:
    found.correct(deed, name, to)


def _others(name: FoundName, names: list[FoundName]) -> list[FoundName]:
    """What ``name`` may be the same as, the likeliest first."""
    parts = set(name.name.split())

    def rank(other: FoundName) -> tuple[bool, bool, bool, int]:
        alike = any(may_be_one(form, own) for form in other.forms for own in name.forms)
        shares = bool(parts & {part for form in other.forms for part in form.split()})
        return (not alike, not shares, other.kind != name.kind, -len(other.mentions))

    return sorted((one for one in names if one.id != name.id), key=rank)[:_MOST_OFFERED]


def _rename(found: FoundNames, window: Window, name: FoundName) -> None:
    from PySide6.QtWidgets import QInputDialog

    translate = QCoreApplication.translate
    dialog = QInputDialog(window)
    dialog.setWindowTitle(translate("FoundMenu", "Change the name"))
    dialog.setLabelText(translate("FoundMenu", "The name in full, as it is to be listed:"))
    dialog.setTextValue(name.name)
    dialog.setOkButtonText(translate("FoundMenu", "Change"))
    dialog.setCancelButtonText(translate("FoundMenu", "Cancel"))
    if dialog.exec():
        found.correct("rename", name.id, dialog.textValue())
    dialog.deleteLater()
