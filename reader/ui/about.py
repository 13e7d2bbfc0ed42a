"""About: what this is, whose the text is, and under which licences the parts come."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reader import __version__, resources
from reader.content.knowledge import Knowledge
from reader.ui.scrolling import scrolling
from reader.ui.thai_text import Paragraph, Piece, ThaiText
from reader.ui.theme import Theme


class About(QDialog):
    """The About box."""

    def __init__(
        self, theme: Theme, size: float, knowledge: Knowledge, language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._knowledge = knowledge
        self._text = ThaiText(theme, size)
        scroll = scrolling(self._text, (20, 16, 20, 16))
        buttons = QDialogButtonBox(self)
        self._close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll)
        layout.addWidget(buttons)
        self.retranslate(language)
        room = parent.size()
        self.resize(min(560, room.width() - 20), min(620, room.height() - 20))

    def retranslate(self, language: str) -> None:
        """Take on the language of the interface."""
        self.setWindowTitle(self.tr("About Neva Reader"))
        self._text.setAccessibleName(self.windowTitle())
        self._text.set_paragraphs(self._paragraphs(self._knowledge, language))
        self._close.setText(self.tr("Close"))

    def _paragraphs(self, knowledge: Knowledge, language: str) -> list[Paragraph]:
        def head(text: str) -> Paragraph:
            return Paragraph((Piece(text, bold=True),), above=0.9)

        def line(text: str) -> Paragraph:
            return Paragraph((Piece(text),), size=0.95, above=0.25)

        publisher = knowledge.publisher_th if language == "th" else knowledge.publisher_en
        paragraphs = [
            Paragraph((Piece(self.tr("Neva Reader"), bold=True),), size=1.4),
            Paragraph(
                (Piece(self.tr("Version {0}").replace("{0}", __version__), ink="muted"),), size=0.9
            ),
            line(
                self.tr("An offline reader for Thai encyclopedic texts. It never uses a network.")
            ),
        ]
        if publisher:
            paragraphs += [head(self.tr("The text of the entry")), line(publisher)]
        paragraphs += [
            head(self.tr("Cards, notes and map")),
            line(self.tr("Written and drawn for this project. Licence: CC BY 4.0.")),
            head(self.tr("Program")),
            line(self.tr("Licence: Apache License 2.0.")),
            head(self.tr("Parts made by others")),
        ]
        notices = (resources.root() / "licences" / "third-party.txt").read_text(encoding="utf-8")
        paragraphs += [line(notice) for notice in notices.splitlines() if notice.strip()]
        return paragraphs

    def plain_text(self) -> str:
        """What the box says."""
        return self._text.plain_text()
