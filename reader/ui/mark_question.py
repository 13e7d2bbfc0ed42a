"""What is asked before the window closes on marks that could not be kept."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


class Answer(Enum):
    """What the reader wants done."""

    EXPORT = "export"
    CLOSE = "close"
    STAY = "stay"


def ask_before_closing(parent: QWidget, unsaved: int) -> Answer:
    """Ask what to do with marks that are gone when the window closes.

    unsaved: how many could not be written; 0 if nothing at all can be kept.
    """
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("Marks", "Your marks are not kept yet"))
    box.setText(
        translate("Marks", "Some of your marks could not be written to the disk.")
        if unsaved
        else translate("Marks", "The marks you made cannot be kept in your home folder.")
    )
    box.setInformativeText(
        translate("Marks", "If you close the window now, they are lost. Export them to a file?")
    )
    export = box.addButton(translate("Marks", "Export…"), QMessageBox.ButtonRole.AcceptRole)
    close = box.addButton(
        translate("Marks", "Close all the same"), QMessageBox.ButtonRole.DestructiveRole
    )
    stay = box.addButton(translate("Marks", "Go back"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(export)
    box.setEscapeButton(stay)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    if clicked is export:
        return Answer.EXPORT
    return Answer.CLOSE if clicked is close else Answer.STAY
