"""What is asked before a file of the reader's is replaced."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def may_replace(parent: QWidget, path: Path) -> bool:
    """Whether ``path`` may be written: there is no such file, or the reader wants it replaced."""
    try:
        if not path.is_file():
            return True
    except (OSError, ValueError):
        return True  # writing will say what is wrong with it
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("Replacing", "Replace the file?"))
    box.setTextFormat(box.textFormat().PlainText)
    box.setText(
        translate("Replacing", "There is a file “{name}” already.").replace("{name}", path.name)
    )
    box.setInformativeText(translate("Replacing", "What it holds now will be lost."))
    replace = box.addButton(
        translate("Replacing", "Replace"), QMessageBox.ButtonRole.DestructiveRole
    )
    keep = box.addButton(translate("Replacing", "Keep it"), QMessageBox.ButtonRole.RejectRole)
    for button in (replace, keep):
        button.setMinimumHeight(30)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return clicked is replace
