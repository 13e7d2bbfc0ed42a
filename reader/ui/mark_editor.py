"""A small editor beside the marked words: the note, the colour, deletion.

What is typed is handed on letter by letter. The editor never covers the line of the words, and
closes at Esc or when the reader goes on with something else.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.desk.marks import Mark
from reader.ui.hover_card import card_geometry
from reader.ui.mark_buttons import ColourRow
from reader.ui.mark_words import kind_name
from reader.ui.theme import Theme, text_font

_PADDING = 10
_WIDTH_EMS = 24.0
_EXCERPT = 80  # letters of the words that are shown at most


class MarkEditor(QWidget):
    """``note_changed`` at every letter, ``colour_chosen``, ``delete_asked``, ``closed``."""

    note_changed = Signal(str)
    colour_chosen = Signal(str)
    delete_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = parent
        self._kind = "note"
        self._words = ""
        self._titled: Mark | None = None
        self._taking_up = False
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._at = (QRect(), QRect())  # the line and the words of the mark
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setMinimumSize(28, 28)
        self._close.clicked.connect(self.close_editor)
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.note.textChanged.connect(self._on_typed)
        self.note.installEventFilter(self)
        self.colours = ColourRow(theme, 11.0, self, is_checkable=True)
        self.colours.chosen.connect(self.colour_chosen)
        self.delete = QPushButton(self)
        self.delete.setMinimumHeight(28)
        self.delete.clicked.connect(self.delete_asked)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self._close)
        foot = QHBoxLayout()
        foot.addWidget(self.colours)
        foot.addStretch()
        foot.addWidget(self.delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, 6, _PADDING, _PADDING)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.note, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self.note)
        self.hide()

    def show_mark(self, mark: Mark, line: QRect, word: QRect, size: float) -> None:
        """Edit ``mark``, whose words stand at ``word`` on ``line`` (pixels of the parent)."""
        self._kind = mark.kind
        self._taking_up = True
        self.note.setPlainText(mark.note)
        self.note.moveCursor(QTextCursor.MoveOperation.End)
        self._taking_up = False
        self._show_title(mark)
        self.colours.set_colour(mark.colour)
        self.colours.setVisible(mark.kind != "bookmark")
        self._at = (line, word)
        self._place(size)
        self.raise_()
        self.show()

    def _place(self, size: float) -> None:
        line, word = self._at
        em = round(size * 4 / 3)
        bounds = self._window.rect()
        width = max(round(_WIDTH_EMS * em * 0.75), self.minimumSizeHint().width())
        wanted = QSize(min(width, bounds.width() - 16), round(11.5 * em))
        place = card_geometry(wanted, line, word, bounds)
        if place.height() < self.minimumSizeHint().height():
            # no room on either side of the lines: at the foot of the window
            place = QRect(0, 0, wanted.width(), min(wanted.height(), bounds.height() - 16))
            place.moveBottomRight(bounds.bottomRight() - QPoint(8, 8))
        self.setGeometry(place)

    def _show_title(self, mark: Mark) -> None:
        self._titled = mark
        self._words = f"{kind_name(mark.kind)} · {' '.join(mark.words[:_EXCERPT].split())}"
        self.setAccessibleName(self._words)
        self._fit_title()

    def _fit_title(self) -> None:
        room = self.width() - 2 * _PADDING - self._close.width() - 8
        metrics = QFontMetrics(self.title.font())
        self.title.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def take_up(self, mark: Mark) -> None:
        """Show what has become of the mark, if another window has changed it."""
        self.colours.set_colour(mark.colour)
        if mark.kind != self._kind:
            self._kind = mark.kind
            self._show_title(mark)
        if mark.note != self.note.toPlainText():
            at = self.note.textCursor().position()
            self._taking_up = True
            self.note.setPlainText(mark.note)
            cursor = self.note.textCursor()
            cursor.setPosition(min(at, len(self.note.toPlainText())))
            self.note.setTextCursor(cursor)
            self._taking_up = False

    def close_editor(self) -> None:
        """Hide; what was typed is kept already."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def set_look(self, theme: Theme, size: float, language: str) -> None:
        """Colours, type size (points) and language of the interface."""
        self._theme = theme
        self.setPalette(theme.palette())
        self.note.setPalette(theme.palette())
        self.note.setFont(text_font(size + 1))
        self.title.setFont(text_font(size, bold=True))
        self.colours.set_look(theme, size, language)
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Close"))
        self.delete.setText(self.tr("Delete"))
        self.note.setPlaceholderText(self.tr("Write a note…"))
        self.note.setAccessibleName(self.tr("Your note"))
        if self._titled is not None:
            self._show_title(self._titled)
        if self.isVisible():
            self._place(size)

    def _on_typed(self) -> None:
        if not self._taking_up:
            self.note_changed.emit(self.note.toPlainText())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            is_done = event.key() in keys and (
                event.modifiers() & Qt.KeyboardModifier.ControlModifier
            )
            if is_done:
                self.close_editor()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("muted"), 1))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1).toRectF(), 6, 6)
