"""Help for whoever is new: the tour at the first start, and the sheet of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject

if TYPE_CHECKING:
    from reader.ui.tour import Tour
    from reader.ui.window import Window

_SEEN = "tour-seen"


class FirstSteps(QObject):
    """The commands of the Help menu, and the offer of a tour."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._tour: Tour | None = None
        translate = QCoreApplication.translate
        window.commands.add(
            "help", "keys", lambda: translate("FirstSteps", "Keys and commands"),
            self.show_keys, "F1",
        )  # fmt: skip
        window.commands.add(
            "help", "tour", lambda: translate("FirstSteps", "A look round"), self.start_tour
        )

    def offer_tour(self) -> None:
        """Ask a reader who has never been here whether he wants to be shown round, once."""
        if self._window.store.get(_SEEN, False):
            return
        self._window.store.put(_SEEN, True)
        translate = QCoreApplication.translate
        self._window.say(
            lambda: translate(
                "FirstSteps", "Welcome. May we show you round? It takes half a minute."
            ),
            lambda: translate("FirstSteps", "A look round"),
            self.start_tour,
        )

    @property
    def tour(self) -> Tour:
        """The tour, made when it is first asked for."""
        if self._tour is None:
            from reader.ui.tour import Tour

            self._tour = Tour(self._window)
            self._window.installEventFilter(self)
        return self._tour

    def start_tour(self) -> None:
        """Show the reader round."""
        self._window.uncover()
        self.tour.start()

    def show_keys(self) -> None:
        """The sheet of keys and commands."""
        from reader.ui.shortcut_sheet import ShortcutSheet

        sheet = ShortcutSheet(self._window)
        sheet.exec()
        sheet.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.tour.isVisible():
            self.tour.setGeometry(self._window.rect())
            self.tour.refresh()
        return False
