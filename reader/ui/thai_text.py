"""Our own words set like the page: cards, notes, notices. Paragraphs of differing type and links.

Text comes as :class:`reader.content.model.Passage` with its line breaks; a plain string turns at
its spaces.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QSizePolicy, QTextBrowser, QWidget

from reader.content.model import Passage
from reader.text.digits import as_set
from reader.text.line_rules import Breaks, breaks_of
from reader.ui.page_layout import Measure, PageLayout
from reader.ui.ranges import RangeLayers
from reader.ui.theme import Theme, text_font

_LEADING = 1.5


_CHANGING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_STEPS = {
    Qt.Key.Key_Up: QScrollBar.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QScrollBar.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Space: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QScrollBar.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QScrollBar.SliderAction.SliderToMaximum,
}


class Piece(NamedTuple):
    """A run of text in a paragraph.

    href makes it a link, underlined unless it stands in a list of links; ink is the name of a
    theme colour. verbatim: words of the article, whose digits stay as printed.
    """

    text: str | Passage
    bold: bool = False
    ink: str = "ink"
    href: str = ""
    underline: bool = True
    verbatim: bool = False

    @property
    def plain(self) -> str:
        """The characters of the run as they are shown."""
        text = self.text if isinstance(self.text, str) else self.text.text
        return text if self.verbatim else as_set(text)


class Paragraph(NamedTuple):
    """size: multiple of the base type. above: room above it, in base type sizes."""

    pieces: tuple[Piece, ...]
    size: float = 1.0
    above: float = 0.0
    indent: float = 0.0


def _plain_breaks(text: str) -> Breaks:
    return breaks_of(text, (), ())


class ThaiText(QTextBrowser):
    """Read-only text that is as high as it needs to be for its width."""

    def __init__(self, theme: Theme, base_size: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._base_size = base_size
        self._paragraphs: list[Paragraph] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.viewport().setAutoFillBackground(False)
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        self._layout = PageLayout(document, RangeLayers(), theme.color)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)

    def set_theme(self, theme: Theme, base_size: float) -> None:
        """Take on other colours or another type size."""
        self._theme, self._base_size = theme, base_size
        self.set_paragraphs(self._paragraphs)

    def paragraphs(self) -> list[Paragraph]:
        """What is shown."""
        return self._paragraphs

    def set_paragraphs(self, paragraphs: list[Paragraph]) -> None:
        """Show ``paragraphs`` in place of what was shown."""
        self._paragraphs = paragraphs
        self.setPalette(self._theme.palette())
        document = self.document()
        document.clear()
        document.setDefaultFont(text_font(self._base_size))
        cursor = QTextCursor(document)
        levels: tuple[list[int], list[int], list[int]] = ([], [], [])
        for number, paragraph in enumerate(paragraphs):
            block = QTextBlockFormat()
            block.setTopMargin(paragraph.above * self._base_size * 4 / 3)
            block.setLeftMargin(paragraph.indent * self._base_size * 4 / 3)
            plain = self._format(paragraph, Piece(""))
            if number:
                cursor.insertBlock(block, plain)
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(plain)
            for piece in paragraph.pieces:
                start = cursor.position()
                if start > cursor.block().position():
                    levels[0].extend(self._edge(cursor, piece))
                cursor.insertText(piece.plain, self._format(paragraph, piece))
                breaks = (
                    _plain_breaks(piece.text) if isinstance(piece.text, str) else piece.text.breaks
                )
                for level, found in zip(levels, breaks.shifted(start), strict=True):
                    level.extend(found)
        self._layout.set_breaks(Breaks(*levels))
        self._lay_out(self.viewport().width())

    @staticmethod
    def _edge(cursor: QTextCursor, piece: Piece) -> list[int]:
        """A line may turn between two pieces where a space parts them."""
        before = cursor.block().text()[-1:]
        parted = before.isspace() and piece.plain[:1] not in ("/", "·", " ")
        return [cursor.position()] if parted and piece.plain else []

    def _format(self, paragraph: Paragraph, piece: Piece) -> QTextCharFormat:
        font: QFont = text_font(self._base_size * paragraph.size, bold=piece.bold)
        form = QTextCharFormat()
        form.setFont(font)
        form.setForeground(QColor(getattr(self._theme, "link" if piece.href else piece.ink)))
        if piece.href:
            form.setAnchor(True)
            form.setAnchorHref(piece.href)
            form.setFontUnderline(piece.underline)
        return form

    def _lay_out(self, width: int) -> None:
        if width > 0:
            self._layout.lay_out(Measure(float(width), leading=_LEADING))
            self.setFixedHeight(self.height_for(width))

    def height_for(self, width: int) -> int:
        """The height in pixels that the text needs at ``width``."""
        if width != round(self._layout.measure.width):
            self._layout.lay_out(Measure(float(width), leading=_LEADING))
        return round(self._layout.documentSize().height()) + 2

    def plain_text(self) -> str:
        """All paragraphs, one a line."""
        return "\n".join(
            "".join(piece.plain for piece in paragraph.pieces) for paragraph in self._paragraphs
        )

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out(self.viewport().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that move through a text scroll what the text stands in."""
        step = _STEPS.get(Qt.Key(event.key()))
        area = self.parent()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parent()
        if step is None or area is None or event.modifiers() & _CHANGING:
            super().keyPressEvent(event)
        else:
            area.verticalScrollBar().triggerAction(step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # what holds the card scrolls

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.anchorAt(event.position().toPoint()):
            event.ignore()
