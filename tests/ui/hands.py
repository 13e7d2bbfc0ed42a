"""A reader's hands and eyes: points, presses, scrolls and types in the real window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.content.knowledge import Knowledge, without_package
from reader.text.article import article_from_bytes
from reader.ui.page import Page, Target
from reader.ui.subject import Subject
from reader.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NOTHING = Subject("", "")
SHIFT = Qt.KeyboardModifier.ShiftModifier


def plain_text(text: str) -> Knowledge:
    """What the reader knows of any text."""
    return without_package(article_from_bytes(text.encode("utf-8"), "text", "text.txt"))


class Hands:
    """One reader at one window."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self._qtbot = qtbot
        self.window = window

    @property
    def page(self) -> Page:
        """The text."""
        return self.window.page

    def settle(self) -> None:
        """Let everything happen that does not wait for a clock."""
        for _ in range(5):
            QApplication.processEvents()

    def wait(self, milliseconds: int) -> None:
        """Do nothing for so long."""
        self._qtbot.wait(milliseconds)

    def until(self, happens: object) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(happens, timeout=5000)

    # Looking

    @property
    def scrolled(self) -> int:
        """Pixels of the text above the view."""
        return self.page.verticalScrollBar().value()

    def line_of(self, offset: int) -> QRect:
        """The line of ``offset``, in viewport pixels."""
        return self.page.reading_line(Target(offset, offset + 1, offset + 1, NOTHING))

    def place_of(self, offset: int) -> QPoint:
        """The middle of the character at ``offset``, in viewport pixels."""
        for end in range(offset + 1, offset + 9):  # a mark over a letter has no width of its own
            rects = self.page.target_rects(Target(offset, end, end, NOTHING))
            if rects:
                return rects[0].center()
        raise AssertionError(f"nothing is drawn at {offset}")

    def in_window(self, rect: QRect) -> QRect:
        """``rect`` of the page's viewport in pixels of the window."""
        return QRect(self.page.viewport().mapTo(self.window, rect.topLeft()), rect.size())

    def is_seen(self, offset: int) -> bool:
        """Whether the line of ``offset`` is wholly in view."""
        return self.page.viewport().rect().contains(self.line_of(offset))

    def lines(self) -> list[tuple[str, bool]]:
        """Every line of the text as it is set, and whether it ends its paragraph."""
        found = []
        block = self.page.document().begin()
        while block.isValid():
            layout = block.layout()
            text = block.text()
            for row in range(layout.lineCount()):
                line = layout.lineAt(row)
                end = line.textStart() + line.textLength()
                found.append((text[line.textStart() : end], row == layout.lineCount() - 1))
            block = block.next()
        return found

    # The pointer

    def point_at(self, place: QPoint) -> None:
        """Move the pointer to ``place`` (viewport pixels)."""
        QCursor.setPos(self.page.viewport().mapToGlobal(place))
        self.settle()

    def point_away(self) -> None:
        """Move the pointer to where there is nothing, on the page's left margin."""
        self.point_at(QPoint(2, self.page.viewport().height() - 4))

    def press(self, place: QPoint, button: Qt.MouseButton = LEFT) -> None:
        """Press a button at ``place`` of the page's viewport."""
        self.point_at(place)
        QTest.mousePress(self.window.windowHandle(), button, NONE, self._in_window(place))
        self.settle()

    def release(self, place: QPoint, button: Qt.MouseButton = LEFT) -> None:
        """Let the button go at ``place``."""
        QTest.mouseMove(self.window.windowHandle(), self._in_window(place))
        QTest.mouseRelease(self.window.windowHandle(), button, NONE, self._in_window(place))
        self.settle()

    def click(self, place: QPoint) -> None:
        """Press and release at ``place``."""
        self.press(place)
        self.release(place)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Press at ``start``, move to ``end`` and release there."""
        self.press(start)
        for part in (0.2, 0.6, 1.0):
            step = QPointF(start) + (QPointF(end) - QPointF(start)) * part
            QTest.mouseMove(self.window.windowHandle(), self._in_window(step.toPoint()))
            self.settle()
        self.release(end)

    def _in_window(self, place: QPoint) -> QPoint:
        return self.page.viewport().mapTo(self.window, place)

    def turn_wheel(self, place: QPoint, notches: float, keys: Qt.KeyboardModifier = NONE) -> None:
        """Turn the wheel at ``place``; up is positive."""
        view = self.page.viewport()
        event = QWheelEvent(
            QPointF(place),
            QPointF(view.mapToGlobal(place)),
            QPoint(),
            QPoint(0, round(120 * notches)),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)
        self.settle()

    # The keyboard

    def type(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        """Type ``key`` into whatever has the keyboard."""
        QTest.keyClick(self.window.windowHandle(), key, keys)
        self.settle()

    # The window

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self.window.resize(width, height)
        self.settle()
