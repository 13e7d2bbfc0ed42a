"""The large map as a command of the window: built when first asked for, remembered when open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from reader.errors import ReaderError
from reader.ui.subject import Subject

if TYPE_CHECKING:
    from reader.ui.large_map_view import LargeMapView
    from reader.ui.window import Window

_OPEN, _SECOND, _PRINT, _LIST = (
    "large_map",
    "large_map_second_names",
    "large_map_print",
    "large_map_list",
)
"""What the store keeps."""
_AFTER_START_MS = 120
_ABOUT_THE_TEXT = (
    "find", "find_next", "find_previous", "top", "next_mention", "previous_mention",
)  # fmt: skip
"""Commands that show something in the text: the text comes back for them."""


class LargeMap(QObject):
    """The large map in the place of the text, once it has been asked for."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._view: LargeMapView | None = None
        self._offered_on: object = None
        self._stands = False
        window.commands.add(
            "view",
            "large_map",
            lambda: QCoreApplication.translate("LargeMap", "Large map"),
            self.toggle,
            "Ctrl+M",
            checkable=True,
        )
        window.knowledge_changed.connect(self._on_knowledge)
        window.theme_changed.connect(self._on_theme)
        window.language_changed.connect(self._on_language)
        window.subject_opened.connect(self._on_subject)
        window.covered.connect(self._on_covered)
        window.panel.offset_chosen.connect(self._on_text_wanted)
        window.panel.note_chosen.connect(self._on_text_wanted)
        window.panel.stepped.connect(self._on_text_wanted)
        for command in _ABOUT_THE_TEXT:
            window.commands.action(command).triggered.connect(self._on_text_wanted)
        window.add_escape(self._on_escape)
        if window.store.get(_OPEN, False):
            # the text comes first
            QTimer.singleShot(_AFTER_START_MS, self, self._open_again)

    @property
    def is_open(self) -> bool:
        """Whether the large map stands in the place of the text."""
        return self._view is not None and self._window.cover is self._view

    @property
    def view(self) -> LargeMapView | None:
        """The large map, if it has been asked for."""
        return self._view

    def toggle(self) -> None:
        """Open the large map or close it."""
        if self.is_open:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Show it in the place of the text; a text without places has none, and says so."""
        window = self._window
        if not window.knowledge.places or window.map is None:
            self._check(False)
            window.say(lambda: QCoreApplication.translate("LargeMap", "This text has no map."))
            return
        view = self._make_view()
        window.cover_with(view)
        self._stands = True
        window.panel.set_map(None)  # one map is enough, and the card has more room
        window.store.put(_OPEN, True)
        self._check(True)
        self._lay_hours_over()

    def close(self) -> None:
        """Show the text again."""
        if self.is_open:
            self._window.uncover()

    def _on_covered(self, cover: object) -> None:
        """Whatever took its place, a text or the bookshelf: the mini-map comes back."""
        if self._stands and cover is not self._view:
            self._stands = False
            self._show_mini_map()
            self._window.store.put(_OPEN, False)
            self._check(False)

    def _show_mini_map(self) -> None:
        window = self._window
        window.panel.set_map(window.map if window.knowledge.places else None)

    def _open_again(self) -> None:
        if self._window.knowledge.places and not self.is_open:
            self.open()

    def _check(self, on: bool) -> None:
        self._window.commands.action("large_map").setChecked(on)

    def _make_view(self) -> LargeMapView:
        window, store = self._window, self._window.store
        if self._view is None:
            from reader.ui.large_map_view import LargeMapView

            assert window.map is not None
            view = LargeMapView(
                window.map.city_map, window.knowledge.places, window.theme, window.centralWidget()
            )
            view.hide()
            view.set_theme(window.theme)
            view.retranslate(window.language)
            second = store.get(_SECOND, "none")
            view.set_second_names(second if second in ("none", "ru", "other") else "none")
            view.set_print(bool(store.get(_PRINT, False)))
            view.show_list(bool(store.get(_LIST, False)))
            view.closed.connect(self.close)
            view.place_chosen.connect(self._open_place)
            view.second_names_chosen.connect(self._set_second_names)
            view.print_chosen.connect(self._set_print)
            view.list_toggled.connect(lambda shown: store.put(_LIST, shown))
            view.export_asked.connect(self.ask_and_export)
            self._view = view
        return self._view

    def _lay_hours_over(self) -> None:
        """The hour that the timeline shows is shown here too."""
        if self._view is not None and self._window.timeline.is_open:
            self._window.timeline.links.attach(self._view.map)

    # What follows from the window

    def _on_knowledge(self, knowledge: object) -> None:
        self._offer()
        if self._view is not None:
            was_open = self.is_open
            if was_open:
                self._window.uncover()
                self._window.store.put(_OPEN, True)  # it is still wanted, for a text with places
            self._view.deleteLater()
            self._view = None
            if was_open and self._window.knowledge.places:
                self.open()

    def _offer(self) -> None:
        """The mini-map gets its button for the large one."""
        city = self._window.map
        if city is not None and city is not self._offered_on:
            self._offered_on = city
            city.offer_enlarging()
            city.enlarge_asked.connect(self.open)

    def _on_theme(self, _theme: object) -> None:
        if self._view is not None:
            self._view.set_theme(self._window.theme)

    def _on_language(self, language: str) -> None:
        if self._view is not None:
            self._view.retranslate(language)

    def _on_subject(self, subject: object) -> None:
        if self._view is None:
            return
        places = self._window.knowledge.places
        chosen = ""
        if isinstance(subject, Subject):
            chosen = next(
                (
                    place.id
                    for place in places
                    if subject in (Subject.place(place.id), Subject.entity(place.entity or ""))
                ),
                "",
            )
        self._view.select_place(chosen)

    def _on_text_wanted(self, *_what: object) -> None:
        if self.is_open:
            self.close()

    def _on_escape(self) -> bool:
        if not self.is_open:
            return False
        self.close()
        return True

    # What the reader does on it

    def _open_place(self, id: str) -> None:
        places = self._window.knowledge.places
        entity = next((place.entity for place in places if place.id == id), None)
        self._window.open_subject(Subject.entity(entity) if entity else Subject.place(id))

    def _set_second_names(self, choice: str) -> None:
        self._window.store.put(_SECOND, choice)
        if self._view is not None:
            self._view.set_second_names(choice)

    def _set_print(self, on: bool) -> None:
        self._window.store.put(_PRINT, on)
        if self._view is not None:
            self._view.set_print(on)

    def ask_and_export(self, format: str) -> None:
        """Let the reader choose a file and write the map to it: ``"png"``, ``"svg"`` or
        ``"geojson"``."""
        from PySide6.QtWidgets import QFileDialog

        title = QCoreApplication.translate("LargeMap", "Save the map")
        name, _ = QFileDialog.getSaveFileName(
            self._window, title, f"petrograd-1917.{format}", f"{format.upper()} (*.{format})"
        )
        if name:
            self.export(format, Path(name))

    def export(self, format: str, path: Path) -> None:
        """Write the map to ``path``; a fault is told above the text."""
        from reader.export.formats import write_whole

        window, view = self._window, self._make_view()
        path = path if path.suffix else path.with_suffix(f".{format}")
        try:
            write_whole(path, self._bytes_of(format, view))
        except ReaderError as error:
            window.tell(error)
            return

        def said() -> str:
            sentence = QCoreApplication.translate("LargeMap", "The map was saved in {file}.")
            return sentence.replace("{file}", path.name)

        window.say(said)

    def _bytes_of(self, format: str, view: LargeMapView) -> bytes:
        window = self._window
        if format == "png":
            from reader.ui.map_image import png_of_view

            return png_of_view(view.map, window.knowledge.places, window.language)
        from reader.export.formats import FORMATS
        from reader.export.options import Options

        options = Options(language=window.language, second_names=view.second_names)
        return FORMATS[format].make(window.knowledge, options)
