"""The reader's settings while the window is open: checked, kept, and told to whom they concern."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.desk.settings import FOR_THIS_TIME, SETTINGS, Value
from reader.desk.store import Store


class Preferences(QObject):
    """The settings of reader/desk/settings.py. ``changed``: name and value of one."""

    changed = Signal(str, object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._values: dict[str, Value] = {}

    def get(self, name: str) -> Value:
        """The setting in force; its default where what is kept is none of its values.

        KeyError if there is no such setting.
        """
        value = self._values.get(name)
        if value is None:
            setting = SETTINGS[name]
            kept = None if name in FOR_THIS_TIME else self._store.get(name, None)
            value = self._values[name] = setting.value_of(kept)
        return value

    def text(self, name: str) -> str:
        """A setting that is a choice."""
        return str(self.get(name))

    def is_on(self, name: str) -> bool:
        """A setting that is on or off."""
        return bool(self.get(name))

    def number(self, name: str) -> float:
        """A setting that is a number, in the unit that it is declared in."""
        return float(self.get(name))

    def set(self, name: str, value: Value) -> None:
        """Keep ``value`` and tell; ValueError if the setting cannot be that."""
        if not SETTINGS[name].allows(value):
            raise ValueError(f"{name}: {value!r}")
        if self.get(name) != value:
            self._values[name] = value
            if name not in FOR_THIS_TIME:
                self._store.put(name, value)
            self.changed.emit(name, value)

    def reset(self) -> None:
        """Every setting as it is at first, the language excepted."""
        for name, setting in SETTINGS.items():
            if name != "language":
                self.set(name, setting.default)
