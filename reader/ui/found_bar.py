"""The bar over the list of names: that they were found automatically, how far, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout

from reader.ui.thai_text import Paragraph, Piece, ThaiText
from reader.ui.theme import Theme, text_font

if TYPE_CHECKING:
    from reader.ui.found_names import FoundNames


class FoundBar(QFrame):
    """A sentence, a thin progress bar, and a button to stop or to begin."""

    def __init__(self, found: FoundNames, theme: Theme, size: float) -> None:
        super().__init__()
        self._found = found
        self.label = ThaiText(theme, size, self)  # a QLabel cuts the marks off its first line
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.button = QPushButton(self)
        self.button.setMinimumHeight(28)
        self.button.clicked.connect(self._act)
        self.button.setFont(text_font(size * 0.9))
        row = QHBoxLayout()
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 4)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.progress)

    def set_theme(self, theme: Theme, size: float) -> None:
        """Colours and type size."""
        self.label.set_theme(theme, size)
        self.button.setFont(text_font(size * 0.9))

    def show_state(self, state: str, has_names: bool) -> None:
        """Say what goes on; see :attr:`FoundNames.state`."""
        said = {
            "words": self.tr("Finding words …"),
            "names": self.tr("Finding names …"),
            "done": self.tr(
                "Found automatically; mistakes are corrected by a right click on a name."
            )
            if has_names
            else self.tr("No names were found in this text."),
            "stopped": self.tr("Stopped. What was found by then is listed."),
            "failed": self.tr("Words and names could not be found here."),
            "asked": self.tr("This text is very long. Words and names were not looked for yet."),
        }[state]
        if state == "names" and has_names:
            said = self.tr("Found automatically; more names are being looked for …")
        self.label.set_paragraphs([Paragraph((Piece(said),), size=0.9)])
        self.label.setAccessibleName(said)
        is_running = state in ("words", "names")
        self.progress.setVisible(is_running)
        self.progress.setAccessibleName(said)
        self.button.setVisible(state != "done")
        self.button.setText(self.tr("Stop") if is_running else self.tr("Find"))

    def set_progress(self, step: str, done: float) -> None:
        """How far ``step`` is, 0 to 1; the words are the first part of the whole."""
        whole = 0.3 * done if step == "words" else 0.3 + 0.7 * done
        self.progress.setValue(round(1000 * whole))

    def _act(self) -> None:
        if self._found.state in ("words", "names"):
            self._found.stop()
        else:
            self._found.find()
