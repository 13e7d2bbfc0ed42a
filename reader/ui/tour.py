"""The first look round: a few steps beside what they tell about, to be left at any moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.text.digits import digits
from reader.ui.thai_text import Paragraph, Piece, ThaiText

if TYPE_CHECKING:
    from reader.ui.window import Window

_WIDTH = 360
_GAP = 14


class Step(NamedTuple):
    """What is said, and the part of the window it is about, in its pixels."""

    title: str
    text: str
    about: Callable[[], QRect]


class Tour(QWidget):
    """Stands over the window while it is shown; what it tells about is outlined.

    ``ended``: it was gone through or left.
    """

    ended = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box = QFrame(self)
        self.box.setAutoFillBackground(True)
        self.box.setFrameShape(QFrame.Shape.StyledPanel)
        self._text = ThaiText(window.theme, window.interface_size, self.box)
        self._count = QLabel(self.box)
        self.back = QPushButton(self.box)
        self.next = QPushButton(self.box)
        self.skip = QPushButton(self.box)
        self.back.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        self.skip.clicked.connect(self.end)
        for button in (self.back, self.next, self.skip):
            button.setMinimumHeight(30)
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addStretch()
        row.addWidget(self._count)
        row.addWidget(self.back)
        row.addWidget(self.next)
        layout = QVBoxLayout(self.box)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.addWidget(self._text)
        layout.addLayout(row)
        window.language_changed.connect(self._show_step)
        window.theme_changed.connect(self._show_step)

    def steps(self) -> list[Step]:
        """What there is to tell, in the language in force."""
        window = self._window
        found = [
            Step(
                self.tr("The text"),
                self.tr(
                    "The entry stands here as it was printed. Rest the pointer on an underlined"
                    " name to see who or what it is; click it, or press Tab and Enter, to open its"
                    " card."
                ),
                lambda: self._place(window.page),
            )
        ]
        if window.panel_is_shown():
            found.append(
                Step(
                    self.tr("People and places"),
                    self.tr(
                        "All names of the entry, by kind. Choose one to read its card and to walk"
                        " through every place where it is named (F4)."
                    ),
                    lambda: self._place(window.panel),
                )
            )
        if window.map is not None and window.map.isVisible():
            city = window.map
            found.append(
                Step(
                    self.tr("The map"),
                    self.tr(
                        "Petrograd in 1917. Point at a place to see where the text speaks of it;"
                        " drag and turn the wheel to look closer."
                    ),
                    lambda: self._place(city),
                )
            )
        found += [
            Step(
                self.tr("Find, note, set"),
                self.tr(
                    "Ctrl+F finds words. Select words to highlight them or to write a note. The"
                    " settings (Ctrl+,) make type larger and change colours; F11 is for the"
                    " projector."
                ),
                lambda: self._place(window.menuBar()),
            ),
            Step(
                self.tr("All keys"),
                self.tr("F1 shows every command and its keys. This tour is in the Help menu."),
                lambda: QRect(),
            ),
        ]
        return found

    def _place(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())

    def start(self) -> None:
        """Begin with the first step."""
        self._at = 0
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._show_step()
        QTimer.singleShot(0, self, self._show_step)  # its buttons have taken on their type then
        self.next.setFocus()

    def _go(self, step: int) -> None:
        if self._at + step >= len(self.steps()):
            self.end()
            return
        self._at = max(0, self._at + step)
        self._show_step()

    def end(self) -> None:
        """Leave the tour."""
        if self.isVisible():
            self.hide()
            self._window.page.setFocus()
            self.ended.emit()

    def refresh(self) -> None:
        """Place everything anew."""
        self._show_step()

    def _show_step(self, *_: object) -> None:
        if not self.isVisible():
            return
        self.setAccessibleName(self.tr("A look round"))
        steps = self.steps()
        step = steps[min(self._at, len(steps) - 1)]
        language = self._window.language
        self._text.setAccessibleName(step.title)
        self._text.set_theme(self._window.theme, self._window.interface_size)
        self._text.set_paragraphs(
            [
                Paragraph((Piece(step.title, bold=True),), size=1.2),
                Paragraph((Piece(step.text),), above=0.4),
            ]
        )
        self._count.setText(digits(f"{self._at + 1} / {len(steps)}", language))
        self.skip.setText(self.tr("Skip"))
        self.back.setText(self.tr("Back"))
        self.back.setEnabled(self._at > 0)
        is_last = self._at == len(steps) - 1
        self.next.setText(self.tr("Begin to read") if is_last else self.tr("Next"))
        self.setAccessibleDescription(f"{step.title}. {step.text}")
        self._place_box(step.about())
        self.update()

    def _place_box(self, about: QRect) -> None:
        # in large type the buttons need more room than the words
        foot = (self.skip, self._count, self.back, self.next)
        needed = sum(part.sizeHint().width() + 12 for part in foot) + 32
        width = min(max(_WIDTH, needed), self.width() - 2 * _GAP)
        self._text.setFixedWidth(width - 32)
        height = self._text.height_for(width - 32) + 40
        height += max(30, *(part.sizeHint().height() for part in foot))
        size = QSize(width, height)
        if about.isNull():
            place = QPoint((self.width() - width) // 2, (self.height() - height) // 2)
        elif about.left() - _GAP - width > 0:
            place = QPoint(about.left() - _GAP - width, about.center().y() - height // 2)
        elif about.height() < self.height() // 2:
            place = QPoint(about.left() + _GAP, about.bottom() + _GAP)
        else:
            place = QPoint(about.center().x() - width // 2, about.bottom() - height - 3 * _GAP)
        room = self.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        x = max(room.left(), min(place.x(), room.right() - width))
        y = max(room.top(), min(place.y(), room.bottom() - height))
        self.box.setGeometry(QRect(QPoint(x, y), size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        about = self.steps()[min(self._at, len(self.steps()) - 1)].about()
        if not about.isNull():
            painter.setPen(QPen(self._window.theme.color("accent"), 3))
            painter.drawRoundedRect(about.adjusted(2, 2, -2, -2), 6, 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(1)
        elif event.key() == Qt.Key.Key_Left:
            self._go(-1)
        else:
            super().keyPressEvent(event)
