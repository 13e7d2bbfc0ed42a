"""The keyboard's place on a link, as something a screen reader can hear.

Qt tells assistive software the whole text of a text browser but no links. A small transparent
widget over the link takes the real focus instead, in the role of a link and with its name. Each
link gets a new one: a listener that has once asked for a name may never ask again.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QFocusEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QPushButton

if TYPE_CHECKING:
    from reader.ui.page import Page
    from reader.ui.targets import Target

_PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Reasons to lose the focus for a while only."""
_ASKED_FOR_MS = 2000


class _LinkButton(QPushButton):
    """Nothing to see: the page draws the link and its outline."""

    abandoned = Signal()

    def __init__(self, page: Page, name: str, hint: str) -> None:
        super().__init__(page.viewport())
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        pass

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self._page.focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.abandoned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            event.ignore()  # everything else is the page's


class _LinkInterface(QAccessibleWidget):
    """What assistive software sees of a link: its role, its name, and that it can be pressed."""

    def __init__(self, button: _LinkButton) -> None:
        super().__init__(button, QAccessible.Role.Link)
        self._button = button

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str) -> None:
        if name == QAccessibleActionInterface.pressAction():
            self._button.click()


def _interface_of(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    return _LinkInterface(thing) if isinstance(thing, _LinkButton) else None


@cache
def _install_interfaces() -> None:
    QAccessible.installFactory(_interface_of)


class LinkFocus(QObject):
    """Which link has the focus, and the button that stands for it."""

    chosen = Signal()
    abandoned = Signal()  # the focus has gone elsewhere

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._button: _LinkButton | None = None
        self.link: Target | None = None
        _install_interfaces()

    def take(self, link: Target, name: str, hint: str) -> None:
        """Put the focus on ``link``; ``name`` is what is spoken, ``hint`` what is added to it."""
        before = self._button
        button = _LinkButton(self._page, name, hint)
        button.clicked.connect(self.chosen)
        button.abandoned.connect(self._on_abandoned)
        self._button = button
        self.link = link
        self.follow()
        button.show()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        _discard(before)

    def release(self) -> None:
        """Give the focus back to the page."""
        before, self._button, self.link = self._button, None, None
        if before is not None and before.hasFocus():
            self._page.setFocus()
        _discard(before)

    def follow(self) -> None:
        """Move the button to where the link now stands."""
        if self.link is not None and self._button is not None:
            rects = self._page.target_rects(self.link)
            self._button.setGeometry(rects[0] if rects else QRect())

    def _on_abandoned(self) -> None:
        if self.sender() is self._button:
            self.abandoned.emit()


def _discard(button: _LinkButton | None) -> None:
    if button is not None:
        button.hide()
        # a listener may ask about it a moment longer
        QTimer.singleShot(_ASKED_FOR_MS, button, button.deleteLater)
