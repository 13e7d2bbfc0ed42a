"""Names in a text that nobody has prepared: found beside the reading, shown as found, corrected.

The worker finds words first, then names. Both are taken up as they come; the reader stops it at
once, and in a very long text begins it himself. Bar, menus and cards are made when first needed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.text.line_rules import NO_BREAKS, Breaks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from reader.content.found import KnownNames
    from reader.content.knowledge import Details, Knowledge
    from reader.content.model import Entity
    from reader.desk.corrections import Corrections
    from reader.text.dates_found import FoundDate
    from reader.text.names_found import FoundName
    from reader.ui.found_bar import FoundBar
    from reader.ui.found_dates import FoundDates
    from reader.ui.window import Window
    from reader.ui.word_finder import WordFinder

LONG = 6_000_000
"""Code points; a longer text is analysed only when the reader asks for it."""


class FoundNames(QObject):
    """What a window does about words and names that no package tells."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._names: Sequence[FoundName] = ()
        self._corrections: Corrections | None = None
        self._breaks: Breaks = NO_BREAKS
        self._whole: Sequence[int] = ()
        self._finder: WordFinder | None = None
        self._bar: FoundBar | None = None
        self._dates: FoundDates | None = None
        self.state = ""
        """What goes on: ``words``, ``names``, ``done``, ``stopped``, ``failed``, ``asked`` (whether
        to begin), or "" for a text with knowledge of its own."""
        window.knowledge_changed.connect(self._on_knowledge)
        window.page.context_menu_asked.connect(self._on_page_menu)
        window.commands.add(
            "tools", "names-find", lambda: self.tr("Find words and names in this text"), self.find
        )
        window.commands.add("tools", "names-stop", lambda: self.tr("Stop finding names"), self.stop)
        window.commands.add(
            "tools", "names-undo", lambda: self.tr("Undo the last correction of a name"), self.undo
        )
        self._update_commands()

    # The analysis

    def begins_by_itself(self, knowledge: Knowledge) -> bool:
        """Whether words and names of ``knowledge`` are to be looked for without being asked."""
        return knowledge.breaks == NO_BREAKS and knowledge.article.length <= LONG

    def attach(self, finder: WordFinder) -> None:
        """Take up what ``finder`` finds."""
        self._finder = finder
        finder.progressed.connect(self._on_progress)
        finder.names_found.connect(self._on_names)
        finder.ended.connect(self._on_ended)
        finder.failed.connect(lambda: self._set_state("failed"))

    def find(self) -> None:
        """Look for words and names now."""
        if self.state in ("asked", "stopped", "failed"):
            self._set_state("words")
            self._window.find_words()

    def stop(self) -> None:
        """End the search for words and names at once; what was found stays."""
        if self.state in ("words", "names") and self._finder is not None:
            self._finder.cancel()
            self._set_state("stopped")

    def _on_knowledge(self, knowledge: Knowledge) -> None:
        """Another text is open."""
        self._names, self._whole, self._corrections = (), (), None
        self._window.panel.list_menu = self._list_menu
        self._show_dates(())
        if knowledge.breaks != NO_BREAKS:
            self._set_state("")
        elif self.begins_by_itself(knowledge):
            self._set_state("words")
        else:
            self._set_state("asked")

    def _on_ended(self) -> None:
        self._set_state("done")

    def _show_dates(self, dates: Sequence[FoundDate]) -> None:
        if self._dates is None:
            if not dates:
                return
            from reader.ui.found_dates import FoundDates

            self._dates = FoundDates(self._window)
        self._dates.show_dates(dates)

    def _on_progress(self, step: str, done: float) -> None:
        if self.state != step:
            self._set_state(step)
            if step == "names" and self._finder is not None:
                self._show_dates(self._finder.dates)
        if self._bar is not None:
            self._bar.set_progress(step, done)

    def _on_names(self, rows: object, whole: object, complete: bool) -> None:
        from reader.content.found import names_of_rows

        self._names = names_of_rows(rows)  # type: ignore[arg-type]
        self._breaks = self._window.knowledge.breaks
        self._whole = whole if complete else ()  # type: ignore[assignment]
        self._show()

    # What is shown

    @property
    def names(self) -> list[FoundName]:
        """The names found, as the reader has corrected them."""
        from reader.content.found import corrected

        known = self._window.knowledge
        return corrected(known.article.text, self._names, self.corrections.deeds)

    @property
    def corrections(self) -> Corrections:
        """The reader's corrections to the open text."""
        if self._corrections is None:
            from reader.desk.corrections import Corrections

            sha256 = self._window.knowledge.article.sha256
            self._corrections = Corrections(self._window.store, sha256)
        return self._corrections

    def _show(self) -> None:
        from reader.content.found import with_names
        from reader.ui.word_finder import kept_whole

        known = with_names(self._window.knowledge, self.names)
        known = dataclasses.replace(known, load_details=self._details_of(known.entities))
        if self._whole:
            known = dataclasses.replace(known, breaks=kept_whole(self._breaks, self._whole))
            self._whole, self._breaks = (), NO_BREAKS
        self._window.refine(known)
        self._update_bar()
        self._update_commands()

    def _details_of(self, entities: dict[str, Entity]) -> Callable[[], Details]:
        def load() -> Details:
            from reader.content.knowledge import Details

            cards = {}
            for entity in entities.values():
                found = self._known.find(entity)
                if found is not None:
                    package, one = found
                    card = package.details.cards.get(one.id)
                    if card is not None:
                        titles = (package.title_th, package.title_en)
                        cards[entity.id] = card._replace(entity=entity.id, see=(), sources=titles)
            return Details(cards=cards)

        return load

    @cached_property
    def _known(self) -> KnownNames:
        """What the shipped entry and the installed packages name; read at the first card."""
        from reader.content.found import known_names
        from reader.ui.found_packages import installed

        return known_names(installed(self._window.store))

    # Corrections

    def correct(self, deed: str, name: str, to: str = "") -> None:
        """Do ``deed`` (see :mod:`reader.content.found`) to the name with the id ``name``."""
        before = self.names
        self.corrections.add(deed, name, to)
        if self.names == before:
            self.corrections.undo()
            return
        self._show()
        self._window.say(lambda: self._said(deed), lambda: self.tr("Undo"), self.undo)

    def undo(self) -> None:
        """Take the last correction back."""
        if self.corrections.undo() is not None:
            self._show()

    def _said(self, deed: str) -> str:
        return {
            "rename": self.tr("The name was changed."),
            "kind": self.tr("The kind of the name was changed."),
            "merge": self.tr("The two names are one now."),
            "split": self.tr("The spelling is a name of its own now."),
            "drop": self.tr("It no longer counts as a name."),
        }[deed]

    def _list_menu(self, entity: str) -> QMenu | None:
        from reader.content.model import is_found

        if not is_found(entity):
            return None
        from reader.ui.found_menu import corrections_menu

        return corrections_menu(self, self._window, entity)

    def _on_page_menu(self, menu: QMenu, offset: int) -> None:
        target = next(
            (
                mention.entity
                for mention in (self._window.knowledge.mentions if self._names else ())
                if mention.start <= offset < mention.end
            ),
            None,
        )
        if offset < 0:  # by the keyboard: of the card that is open
            subject = self._window.subject_at_hand()
            target = subject.key if subject is not None and subject.kind == "entity" else None
        made = self._list_menu(target) if target else None
        if made is not None:
            made.setTitle(self.tr("Correct this name"))
            menu.addSeparator()
            menu.addMenu(made)

    # The bar over the names

    def _set_state(self, state: str) -> None:
        self.state = state
        self._update_bar()
        self._update_commands()

    def _update_bar(self) -> None:
        if not self.state:
            if self._bar is not None:
                self._window.panel.set_banner(None)
            return
        if self._bar is None:
            from reader.ui.found_bar import FoundBar

            self._bar = FoundBar(self, self._window.theme, self._window.interface_size)
            self._window.theme_changed.connect(lambda _theme: self._restyle())
            self._window.language_changed.connect(lambda _language: self._update_bar())
        self._window.panel.set_banner(self._bar)
        self._bar.show_state(self.state, bool(self._names))

    def _restyle(self) -> None:
        if self._bar is not None:
            self._bar.set_theme(self._window.theme, self._window.interface_size)

    def _update_commands(self) -> None:
        action = self._window.commands.action
        action("names-find").setEnabled(self.state in ("asked", "stopped", "failed"))
        action("names-stop").setEnabled(self.state in ("words", "names"))
        has_deeds = bool(self._names) and bool(self.corrections.deeds)
        action("names-undo").setEnabled(has_deeds)
