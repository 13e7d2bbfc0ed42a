"""A field for a number with a «−» and a «+» beside it that a finger or a shaking hand can hit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QSpinBox,
    QToolButton,
    QWidget,
)

_SIDE = 30  # pixels, of a button and of the field's height, at the least


class _WheelGuard(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_wheel = event.type() == QEvent.Type.Wheel
        if is_wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True  # goes on to what scrolls
        return False


def keep_from_wheel(field: QWidget) -> None:
    """Let a wheel change ``field`` only while it has the keyboard.

    Else one that scrolls a dialog would change whatever comes under the pointer.
    """
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_WheelGuard(field))


class NumberField(QWidget):
    """``box`` without its own small arrows, and two buttons that do what they did.

    The buttons are no stops of the Tab key: the arrow keys do the same in the field, which takes
    the keyboard when one of them is pressed.
    """

    def __init__(self, box: QSpinBox | QDoubleSpinBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = box
        self.less = self._button("−", -1)
        self.more = self._button("+", 1)
        box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        box.setMinimumHeight(_SIDE)
        keep_from_wheel(box)
        box.valueChanged.connect(lambda _value: self.refresh())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(box, 1)
        layout.addWidget(self.less)
        layout.addWidget(self.more)
        self.setFocusProxy(box)
        self.refresh()

    def set_name(self, name: str) -> None:
        """Say to a screen reader what the number is, and what the buttons do to it."""
        self.box.setAccessibleName(name)
        for button, words in (
            (self.less, self.tr("Less: {name}")),
            (self.more, self.tr("More: {name}")),
        ):
            button.setAccessibleName(words.format(name=name))
            button.setToolTip(button.accessibleName())

    def refresh(self) -> None:
        """To be called after new bounds: what can go no further cannot be pressed."""
        self.less.setEnabled(self.box.value() > self.box.minimum())
        self.more.setEnabled(self.box.value() < self.box.maximum())

    def _button(self, sign: str, steps: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._step(steps))
        self._size(button)
        return button

    def _step(self, steps: int) -> None:
        self.box.setFocus(Qt.FocusReason.MouseFocusReason)
        self.box.stepBy(steps)

    @staticmethod
    def _size(button: QToolButton) -> None:
        needed = button.sizeHint()
        side = max(_SIDE, needed.width(), needed.height())
        button.setFixedSize(QSize(side, side))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "more"):
            self._size(self.less)
            self._size(self.more)
