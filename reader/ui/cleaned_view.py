"""The cleaned reading version of a broken copy, in the place of the text, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reader.content.knowledge import without_package
from reader.errors import ReaderError
from reader.text.article import article_from_text
from reader.text.cleaning import Cleaned, clean

if TYPE_CHECKING:
    from reader.content.knowledge import Knowledge
    from reader.ui.window import Window

_LONGEST = 4_000_000  # code points: a few seconds
_CONTEXT = "CleanedView"


class CleanedView(QObject):
    """Two versions of one text, of which the window shows one."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._verbatim: Knowledge | None = None
        self._cleaned: Knowledge | None = None
        self._map: Cleaned | None = None

    def shows(self, known: Knowledge) -> bool:
        """Whether ``known`` is the cleaned version."""
        return self._cleaned is not None and known.article is self._cleaned.article

    def is_way_back(self, known: Knowledge) -> bool:
        """Whether ``known`` is the text of which the cleaned version was made."""
        return self._verbatim is not None and known.article is self._verbatim.article

    def offer(self) -> None:
        """Say above the text that it can be read cleaned."""
        translate = QCoreApplication.translate
        self._window.say(
            lambda: translate(
                _CONTEXT,
                "The Thai of this text seems to have been broken in copying. It is shown as it is.",
            ),
            lambda: translate(_CONTEXT, "Read a cleaned version (F12)"),
            self.toggle,
        )

    def toggle(self) -> None:
        """Show the other version at the same place."""
        window = self._window
        if self.shows(window.knowledge):
            self._back()
            return
        if not self.is_way_back(window.knowledge) and not self._make(window.knowledge):
            window.commands.action("cleaned").setChecked(False)
            return
        assert self._cleaned is not None and self._map is not None
        self._verbatim = window.knowledge  # with the names found in it meanwhile
        place = self._map.to_cleaned(window.page.anchor())
        window.show_text(self._cleaned, place)
        translate = QCoreApplication.translate
        window.say(
            lambda: translate(
                _CONTEXT,
                "A cleaned reading version. The file and the verbatim text are unchanged.",
            ),
            lambda: translate(_CONTEXT, "Back to the verbatim text (F12)"),
            self._back,
        )

    def _back(self) -> None:
        if (
            self._verbatim is not None
            and self._map is not None
            and self.shows(self._window.knowledge)
        ):
            self._cleaned = self._window.knowledge
            place = self._map.to_verbatim(self._window.page.anchor())
            self._window.show_text(self._verbatim, place)

    def _make(self, known: Knowledge) -> bool:
        """Clean the text of ``known``; False, and the reader is told, if that changes nothing."""
        translate = QCoreApplication.translate
        text = known.article.text
        if len(text) > _LONGEST:
            self._window.say(
                lambda: translate(_CONTEXT, "This text is too long for a cleaned version.")
            )
            return False
        cleaned = clean(text)
        if cleaned.text == text:
            self._window.say(
                lambda: translate(
                    _CONTEXT, "Nothing in this text looks broken: there is nothing to clean."
                )
            )
            return False
        suffix = translate(_CONTEXT, "{title} (cleaned)")
        try:
            article = article_from_text(cleaned.text, known.article.id, known.title_th)
        except ReaderError as error:
            self._window.tell(error)
            return False
        from dataclasses import replace

        self._verbatim, self._map = known, cleaned
        self._cleaned = replace(
            without_package(article),
            title_th=suffix.replace("{title}", known.title_th),
            title_en=suffix.replace("{title}", known.title_en),
        )
        return True
