"""The keyboard's place on a link, as something a screen reader can hear.

Qt tells assistive software the whole text of a text browser but no links. A small transparent
button over the link takes the real focus instead, with the link's name; two of them take turns,
so that going from link to link is a change of focus and is spoken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton

if TYPE_CHECKING:
    from reader.ui.page import Page, Target


class _LinkButton(QPushButton):
    """Nothing to see: the page draws the link and its outline."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.viewport())
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFlat(True)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        pass

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self._page.focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            event.ignore()  # everything else is the page's


class LinkFocus(QObject):
    """Which link has the focus, and the button that stands for it."""

    chosen = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._buttons = (_LinkButton(page), _LinkButton(page))
        self._turn = 0
        self._hint = ""
        self.link: Target | None = None
        for button in self._buttons:
            button.clicked.connect(self.chosen)
            button.installEventFilter(self)

    def set_hint(self, hint: str) -> None:
        """What a screen reader adds to the link's name."""
        self._hint = hint

    def take(self, link: Target, name: str) -> None:
        """Put the focus on ``link``; ``name`` is what is spoken."""
        before = self._buttons[self._turn]
        self._turn = 1 - self._turn
        button = self._buttons[self._turn]
        self.link = link
        button.setAccessibleName(name)
        button.setAccessibleDescription(self._hint)
        self.follow()
        button.show()
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        before.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        before.hide()

    def release(self) -> None:
        """Give the focus back to the page."""
        button = self._buttons[self._turn]
        had_focus = button.hasFocus()
        self.link = None
        if had_focus:
            self._page.setFocus()
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.hide()

    def follow(self) -> None:
        """Move the button to where the link now stands."""
        if self.link is not None:
            rects = self._page.target_rects(self.link)
            self._buttons[self._turn].setGeometry(rects[0] if rects else QRect())

    def current_button(self) -> QAbstractButton | None:
        """The button that stands for the link, if there is one."""
        return self._buttons[self._turn] if self.link is not None else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.FocusOut
            and self.link is not None
            and watched is self._buttons[self._turn]
        ):
            self._page.viewport().update()
        return False
