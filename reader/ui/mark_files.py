"""Marks to and from files: what is asked of the reader, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.desk.exchange import Labels, from_json, import_changes, read_text, to_json
from reader.desk.files import write_beside
from reader.desk.markdown_marks import from_markdown, markdown_file
from reader.desk.marks import COLOURS, Mark
from reader.errors import ReaderError
from reader.text.digits import digits
from reader.ui.mark_desk import MarkDesk, Placed
from reader.ui.mark_words import colour_name, kind_name
from reader.ui.replacing import may_replace

if TYPE_CHECKING:
    from reader.ui.window import Window


class MarkFiles(QObject):
    """Export and import of marks in one window."""

    def __init__(self, window: Window, desk: MarkDesk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk

    def ask_and_export(self, kind: str) -> bool:
        """Let the reader choose a file and write it; ``kind``: ``"json"`` or ``"markdown"``.

        Whether it was written.
        """
        from PySide6.QtWidgets import QFileDialog

        marks = self._desk.everywhere() if kind == "json" else list(self._desk.placed)
        if not marks:
            self._window.say(lambda: self.tr("There are no marks to export yet."))
            return False
        ending, filter_ = {
            "json": (".json", self.tr("Marks (*.json)")),
            "markdown": (".md", self.tr("Markdown (*.md)")),
        }[kind]
        suggested = self.tr("My marks") + ending
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export marks"), suggested, filter_
        )
        if not name:
            return False
        path = Path(name)
        if not path.suffix:
            path = path.with_name(path.name + ending)
            if not may_replace(self._window, path):  # the reader was asked about another name
                return False
        return self.export(kind, path)

    def export(self, kind: str, path: Path) -> bool:
        """Write marks to ``path``; whether that could be done."""
        placed = self._desk.everywhere() if kind == "json" else list(self._desk.placed)
        text = to_json(p.mark for p in placed) if kind == "json" else self._markdown(placed)
        try:
            write_beside(path, text.encode("utf-8"))
        except ReaderError as error:
            self._window.tell(error)
            return False

        def said() -> str:
            count = digits(len(placed), self._window.language)
            sentence = self.tr("Marks exported to “{file}”: {count}")
            return sentence.replace("{file}", path.name).replace("{count}", count)

        self._window.say(said)
        return True

    def _markdown(self, placed: Sequence[Placed]) -> str:
        article = self._window.knowledge.article
        labels = Labels(
            title=self.tr("Marks on “{}”"),
            paragraph=self.tr("Paragraph {}"),
            kinds={
                **{kind: kind_name(kind) for kind in ("bookmark", "highlight", "note")},
                **{colour: colour_name(colour) for colour in COLOURS},
            },
            lost=self.tr("Place not found"),
            number=lambda number: digits(number, self._window.language),
        )
        return markdown_file(
            [
                (
                    p.mark,
                    article.paragraph_at(p.start) if p.found else p.mark.paragraph,
                    not p.found,
                )
                for p in placed
            ],
            labels,
        )

    def ask_and_import(self) -> None:
        """Let the reader choose a file of marks and take them in."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import marks"), "", self.tr("Marks (*.json *.md)")
        )
        if name:
            self.import_from(Path(name))

    def import_from(self, path: Path) -> None:
        """Take in the marks of the file ``path``; what is there already stays as it is."""
        window, desk = self._window, self._desk
        try:
            wanted, before = _marks_in(path)
        except ReaderError as error:
            window.tell(error)
            return
        changes = import_changes(wanted, desk.store.mark, desk.store.all(), before)
        if not changes:
            window.say(lambda: self.tr("All marks of this file are here already."))
            return
        desk.do(self.tr("Import marks"), changes)
        undo: Callable[[], object] = partial(undo_if_last, desk, desk.undo_stack.index())

        def said() -> str:
            count = digits(len(changes), window.language)
            return self.tr("Marks imported: {count}").replace("{count}", count)

        window.say(said, lambda: self.tr("Undo"), undo)


def undo_if_last(desk: MarkDesk, index: int) -> None:
    """Undo back to before the deed that was the number ``index`` on the stack."""
    if desk.undo_stack.index() >= index:
        desk.undo_stack.setIndex(index - 1)


def _marks_in(path: Path) -> tuple[list[Mark], dict[str, str]]:
    """The marks in a file, and their notes when it was written, where that is told.

    Raises ReaderError, as reader.desk.exchange and reader.desk.markdown_marks do.
    """
    text = read_text(path)
    if text.lstrip().startswith("{"):
        return from_json(text, path.name), {}
    found = from_markdown(text, path.name)
    return [read.mark for read in found], {read.mark.id: read.before for read in found}
