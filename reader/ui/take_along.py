"""Taking the text along: print, export, copy with where the words come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from reader.export.options import Options, OwnNote
    from reader.ui.take_along_export import ExportDialog
    from reader.ui.take_along_print import PrintDialog
    from reader.ui.window import Window


class TakeAlong(QObject):
    """The commands; what they need is made when they are first called."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.export_dialog: ExportDialog | None = None
        self.print_dialog: PrintDialog | None = None
        translate, commands = QCoreApplication.translate, window.commands
        commands.add(
            "file", "export", lambda: translate("TakeAlong", "Export…"), self.export, "Ctrl+Shift+E"
        )
        commands.add(
            "file", "print", lambda: translate("TakeAlong", "Print…"), self.print_text, "Ctrl+P"
        )
        cite = commands.add(
            "edit", "cite", lambda: translate("TakeAlong", "Copy with citation"),
            self.copy_cited, "Ctrl+Shift+C",
        )  # fmt: skip
        commands.menu("edit").insertAction(commands.action("all"), cite)
        window.page.context_menu_asked.connect(self._add_to_menu)

    def _add_to_menu(self, menu: QMenu, _offset: int) -> None:
        start, end = self._window.page.selected_offsets()
        if start == end:
            return
        keys = QKeySequence(QKeySequence.StandardKey.Copy)
        actions = menu.actions()
        after = next((n for n, a in enumerate(actions, 1) if a.shortcut() == keys), len(actions))
        cite = self._window.commands.action("cite")
        if after < len(actions):
            menu.insertAction(actions[after], cite)
        else:
            menu.addAction(cite)

    def copy_cited(self) -> None:
        """Put the selected words in quotation marks, and their source, on the clipboard."""
        window = self._window
        start, end = window.page.selected_offsets()
        if start == end:
            window.say(
                lambda: QCoreApplication.translate(
                    "TakeAlong", "Select the words to be quoted first."
                )
            )
            return
        from reader.export.citation import cited

        QGuiApplication.clipboard().setText(cited(window.knowledge, start, end, window.language))

    def export(self, options: Options | None = None) -> None:
        """Let the reader choose a format and a place, and write the file.

        options: what is chosen already, for a PDF.
        """
        from reader.ui.take_along_export import ExportDialog

        if self.export_dialog is not None:
            self.export_dialog.deleteLater()
        self.export_dialog = ExportDialog(self._window)
        if options is not None:
            self.export_dialog.take_over(options)
        self.export_dialog.open()

    def print_text(self) -> None:
        """Show the pages as they will be printed, and print them."""
        from reader.ui.take_along_print import PrintDialog

        if self.print_dialog is not None:
            self.print_dialog.deleteLater()
        self.print_dialog = PrintDialog(self._window)
        self.print_dialog.open()


def own_notes(window: Window) -> list[OwnNote]:
    """What the reader has marked in the open text and still stands in it, in its order."""
    from reader.desk.anchors import Found, find_again
    from reader.export.options import OwnNote

    article = window.knowledge.article
    notes = []
    for mark in window.store.marks.of_text(article.id, article.sha256):
        anchor = mark.anchor
        found: Found | None = Found(anchor.start, anchor.end)
        if article.text[anchor.start : anchor.end] != anchor.exact:
            found = find_again(anchor, article.text)
        if found is not None and mark.kind != "bookmark":
            notes.append(OwnNote(found.start, found.end, mark.note))
    return sorted(notes)
