"""What marks, their colours and their kinds are called in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.desk.marks import Mark


def colour_name(colour: str) -> str:
    """A colour of highlights with the form of its line, which tells it apart without colour."""
    translate = QCoreApplication.translate
    return {
        "yellow": translate("Marks", "Yellow, solid line"),
        "green": translate("Marks", "Green, dotted line"),
        "blue": translate("Marks", "Blue, wavy line"),
        "pink": translate("Marks", "Pink, double line"),
        "violet": translate("Marks", "Violet, in a box"),
    }[colour]


def kind_name(kind: str) -> str:
    """What a kind of mark is called."""
    translate = QCoreApplication.translate
    return {
        "bookmark": translate("Marks", "Bookmark"),
        "highlight": translate("Marks", "Highlight"),
        "note": translate("Marks", "Note"),
    }[kind]


def mark_name(mark: Mark) -> str:
    """The kind of ``mark``, or the colour of a highlight."""
    return colour_name(mark.colour) if mark.colour else kind_name(mark.kind)
