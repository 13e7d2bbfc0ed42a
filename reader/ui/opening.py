"""The ways to open a text besides the file dialog, and what goes with an opened file.

Dropping, pasting, the texts opened last, a watch over the file, the cleaned reading version, the
bookshelf. Each of them is made when it is first used.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reader.errors import ReaderError
from reader.ui.history import Pasted, Source

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QAction

    from reader.content.knowledge import Knowledge
    from reader.content.library import Library
    from reader.ui.bookshelf import Bookshelf
    from reader.ui.cleaned_view import CleanedView
    from reader.ui.open_watch import FileWatch
    from reader.ui.subject import Subject
    from reader.ui.thai_text import Paragraph
    from reader.ui.window import Window

_CONTEXT = "Opening"
_SHIPPED = "october-revolution"
_LONGEST_KEPT = 2_000_000  # code points of words without a file that are kept to come back to
_PACKAGES = "packages"


def _is_package_file(path: Path) -> bool:
    return path.suffix.lower() == ".neva"


class Opening(QObject):
    """Opening of one window. path: the file that is open, None for the entry or pasted words."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.path: Path | None = None
        self._package = ""  # the one that was opened from the library
        self._is_reloading = False
        translate, commands = QCoreApplication.translate, window.commands
        commands.add(
            "file", "paste", lambda: translate(_CONTEXT, "Open the text on the clipboard"),
            self.paste, "Ctrl+Shift+V",
        )  # fmt: skip
        recent = commands.add_menu("recent", lambda: translate(_CONTEXT, "Opened last"), "file")
        recent.aboutToShow.connect(self._fill_recent)
        commands.add(
            "file", "shelf", lambda: translate(_CONTEXT, "Bookshelf"), self.toggle_shelf, "Ctrl+L"
        )
        commands.add_separator("file")
        commands.add(
            "view", "cleaned", lambda: translate(_CONTEXT, "Cleaned reading version"),
            self.toggle_cleaned, "F12", checkable=True,
        )  # fmt: skip
        commands.action("cleaned").setEnabled(False)
        window.setAcceptDrops(True)
        for widget in (window.page, window.page.viewport()):
            widget.setAcceptDrops(False)  # or the page would take the drop, and do nothing with it
        window.knowledge_changed.connect(self._on_knowledge)
        window.closing.connect(self._on_closing)
        window.panel.package_chosen.connect(self._on_package_chosen)

    # Parts made when they are first used

    @cached_property
    def library(self) -> Library:
        """The packages at hand."""
        from reader.content.library import Library

        return Library(self._window.store.folder)

    @cached_property
    def cleaned(self) -> CleanedView:
        """The cleaned reading version and the way back."""
        from reader.ui.cleaned_view import CleanedView

        return CleanedView(self._window)

    @cached_property
    def shelf(self) -> Bookshelf:
        """The bookshelf."""
        from reader.ui.bookshelf import Bookshelf

        return Bookshelf(self._window, self)

    @cached_property
    def _watch(self) -> FileWatch:
        from reader.ui.open_watch import FileWatch

        return FileWatch(self._window, self.reload)

    # Opening

    def opened(self, path: Path) -> None:
        """The text of the file ``path`` has just been shown."""
        from reader.desk.recent import remember

        self.path = path.absolute()
        remember(self._window.store, self.path)
        self._watch.look_at(self.path)
        self._offer()

    def _offer(self) -> None:
        """What can be done with the text that was opened, in a line above it."""
        known = self._window.knowledge
        if self.path is not None and _is_package_file(self.path) and self._is_new(known):
            self._offer_shelf(self.path)
        if known.entities or self._is_cleaned(known):
            return
        from reader.text.cleaning import looks_broken

        if looks_broken(known.article.text):
            self.cleaned.offer()

    def _is_new(self, known: Knowledge) -> bool:
        shelf = self.library.shelf
        return shelf is not None and known.article.id not in [p.id for p in shelf.packages()]

    def _offer_shelf(self, path: Path) -> None:
        self._window.say(
            lambda: QCoreApplication.translate(_CONTEXT, "This package is not on your shelf yet."),
            lambda: QCoreApplication.translate(_CONTEXT, "Put it on the shelf"),
            lambda: self.shelf.install(path),
        )

    def _is_cleaned(self, known: Knowledge) -> bool:
        return "cleaned" in self.__dict__ and self.cleaned.shows(known)

    def _on_knowledge(self, known: Knowledge) -> None:
        """Another text is shown: what belongs to a file ends, unless it is another view of it."""
        is_cleaned = self._is_cleaned(known)
        action = self._window.commands.action("cleaned")
        action.setEnabled(not known.entities)
        action.setChecked(is_cleaned)
        if is_cleaned or ("cleaned" in self.__dict__ and self.cleaned.is_way_back(known)):
            return
        self.path, self._package = None, ""
        if "_watch" in self.__dict__:
            self._watch.look_at(None)
        if self._shows_shelf():
            self.shelf.hide_shelf()

    def reload(self) -> None:
        """Read the open file again; the reader stays at his place."""
        window, path = self._window, self.path
        if path is None:
            return
        from reader.content.reading import open_file

        try:
            known = open_file(path)
        except ReaderError as error:
            window.tell(error)
            return
        self._is_reloading = True
        window.show_text(known, window.page.anchor())
        self._is_reloading = False
        self.opened(path)

    # The way back

    def source(self, known: Knowledge) -> Source | None:
        """Where the open text, ``known``, can be had again once it is left; None for nowhere."""
        if self._is_cleaned(known):
            return None
        if self.path is not None:
            return self.path
        if self._package:
            return self._package
        if known.entities and known.article.id == _SHIPPED:
            return _SHIPPED
        if known.article.length > _LONGEST_KEPT:
            return None
        return Pasted(known.article.text, known.article.id)

    def is_other_view(self, known: Knowledge) -> bool:
        """Whether ``known`` is the open text in another form, not another text."""
        return self._is_reloading or self._is_cleaned(known)

    def reopen(self, source: Source) -> bool:
        """Open a text again that was left; if that fails, the reader is told why."""
        if isinstance(source, Path):
            return self._window.open_path(source)
        if isinstance(source, str):
            return self.open_package(source)
        self.open_pasted(source.text, source.title)
        return True

    def open_pasted(self, text: str, title: str = "") -> None:
        """Open ``text`` as an article."""
        from reader.content.reading import open_pasted

        title = title or QCoreApplication.translate(_CONTEXT, "Pasted text")
        try:
            self._window.show_text(open_pasted(text, title))
        except ReaderError as error:
            self._window.tell(error)
            return
        self._offer()

    def paste(self) -> None:
        """Open what is on the clipboard: a file or words."""
        from PySide6.QtGui import QGuiApplication

        if not self.take(QGuiApplication.clipboard().mimeData()):
            self._window.say(
                lambda: QCoreApplication.translate(
                    _CONTEXT, "There is no text on the clipboard. Copy some text first."
                )
            )

    def takes(self, data: QMimeData) -> bool:
        """Whether something that can be opened is dragged over the window."""
        return bool(self._files(data)) or data.hasText()

    def take(self, data: QMimeData) -> bool:
        """Open what was dropped or pasted; False if there is nothing to open."""
        files = self._files(data)
        if files and _is_package_file(files[0]) and self._shows_shelf():
            self.shelf.install(files[0])
            return True
        if files:
            self._window.open_path(files[0])
            return True
        text = data.text() if data.hasText() else ""
        if text.strip():
            self.open_pasted(text)
            return True
        return False

    def _shows_shelf(self) -> bool:
        return "shelf" in self.__dict__ and self.shelf.is_shown

    @staticmethod
    def _files(data: QMimeData) -> list[Path]:
        urls = data.urls() if data.hasUrls() else []
        return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]

    # Opened last

    def _fill_recent(self) -> None:
        from reader.ui.open_recent import fill

        fill(self._window, self._window.commands.menu("recent"))

    # The cleaned reading version, the bookshelf

    def toggle_cleaned(self) -> None:
        """From the text to its cleaned version, or back, at the same place."""
        self.cleaned.toggle()

    def toggle_shelf(self) -> None:
        """Show the bookshelf in the place of the text, or the text again."""
        self.shelf.toggle()

    def open_package(self, package_id: str, entity: str = "") -> bool:
        """Open a package of the library, at the card ``entity`` if one is named."""
        window = self._window
        try:
            known = self.library.open(package_id)
        except ReaderError as error:
            window.tell(error)
            return False
        if known.article.sha256 != window.knowledge.article.sha256:
            window.show_text(known)
            self._package = package_id
        if entity:
            window.open_entity(entity)
            window.step_mention(1)
        return True

    def elsewhere(self, subject: Subject) -> list[Paragraph]:
        """Lines for the card of ``subject``: which other packages explain it."""
        known, home = self._window.knowledge, self._window.store.folder
        # the entry alone on an empty shelf: nothing of all this need be loaded
        if known.article.id == _SHIPPED and (home is None or not (home / _PACKAGES).is_dir()):
            return []
        from reader.ui.elsewhere import lines

        return lines(known, subject, self._window.language, self.library)

    def _on_package_chosen(self, link: str) -> None:
        package, _, entity = link.partition("#")
        self.open_package(package, entity)

    def _on_closing(self) -> None:
        if "shelf" in self.__dict__ and self.library.shelf is not None:
            self.library.shelf.forget_removed()

    def action(self, name: str) -> QAction:
        """One of the commands registered here."""
        return self._window.commands.action(name)
