"""Every setting of the reader: its name, its default and what it may be."""

from __future__ import annotations

from typing import NamedTuple

Value = str | bool | int | float


class Setting(NamedTuple):
    """One setting. ``choices``: all that a text may be; ``bounds``: of a number, both included."""

    default: Value
    choices: tuple[str, ...] = ()
    bounds: tuple[float, float] | None = None

    def allows(self, value: object) -> bool:
        """Whether the setting may be ``value``: of the default's kind, and within its limits."""
        if isinstance(self.default, bool) or isinstance(value, bool):
            return isinstance(self.default, bool) and isinstance(value, bool)
        if isinstance(self.default, str):
            return isinstance(value, str) and (not self.choices or value in self.choices)
        if not isinstance(value, int | float) or value != value:
            return False
        if isinstance(self.default, int) and not isinstance(value, int):
            return False
        return self.bounds is None or self.bounds[0] <= value <= self.bounds[1]

    def value_of(self, kept: object) -> Value:
        """What was ``kept`` if it may be, the default otherwise."""
        return kept if isinstance(kept, str | int | float) and self.allows(kept) else self.default


SETTINGS: dict[str, Setting] = {
    "language": Setting("th", ("th", "en")),
    "theme": Setting("system", ("system", "light", "sepia", "dark", "contrast")),
    "type_family": Setting("looped", ("looped", "loopless", "serif")),
    "type_size": Setting(15.0, bounds=(9.0, 36.0)),  # points
    "leading": Setting(1.72, bounds=(1.4, 2.4)),  # line pitch, times the type size
    "column": Setting(66, bounds=(40, 90)),  # Thai clusters in a line, about
    "alignment": Setting("ragged", ("ragged", "justified")),
    "interface_size": Setting(11.0, bounds=(9.0, 20.0)),  # points: menus, panel, cards
    "links": Setting("first", ("all", "first", "starred", "none")),
    "cards": Setting("hover", ("hover", "click")),
    "hover_delay": Setting(400, bounds=(100, 3000)),  # milliseconds
    "digits": Setting("thai", ("thai", "arabic")),
    "years": Setting("both", ("both", "ce", "be")),
    "dates": Setting("none", ("none", "os", "ns", "be")),
    "notes": Setting(True),
    "misprints": Setting(False),
    "ruler": Setting(False),
    "projector": Setting(False),
    "motion": Setting("system", ("system", "reduced", "full")),
    "panel": Setting(True),
}
"""By name. What is not listed here is no setting of the reader's but of the window's own."""

FOR_THIS_TIME = frozenset({"projector"})
"""Settings that are not kept for the next start."""
