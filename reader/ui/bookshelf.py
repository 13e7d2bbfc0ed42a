"""The bookshelf of one window: opens, installs, updates and removes what stands on it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reader import resources
from reader.content.manifest import Manifest
from reader.desk.recent import recent
from reader.errors import PackageError, ReaderError
from reader.text.display import shown_name
from reader.ui.bookshelf_view import Book, BookshelfView

if TYPE_CHECKING:
    from reader.ui.opening import Opening
    from reader.ui.window import Window

_CONTEXT = "BookshelfView"


class Bookshelf(QObject):
    """Shows the shelf in the place of the text."""

    def __init__(self, window: Window, opening: Opening) -> None:
        super().__init__(window)
        self._window = window
        self._opening = opening
        self.view = BookshelfView(window.theme, window.centralWidget())
        self.view.hide()
        self.view.chosen.connect(self._read)
        self.view.removal_asked.connect(self._remove)
        self.view.install_asked.connect(self._ask_and_install)
        self.view.closed.connect(self.hide_shelf)
        window.theme_changed.connect(self.view.set_theme)
        window.language_changed.connect(self._on_language)
        window.add_escape(self._on_escape)

    @property
    def is_shown(self) -> bool:
        """Whether the shelf stands in the place of the text."""
        return self._window.cover is self.view

    def toggle(self) -> None:
        """Show the shelf, or the text again."""
        if self.is_shown:
            self.hide_shelf()
            return
        self.fill()
        self._window.cover_with(self.view)
        self.view.list.setFocus()

    def hide_shelf(self) -> None:
        """Show the text again."""
        if self.is_shown:
            self._window.uncover()

    def _on_escape(self) -> bool:
        if not self.is_shown:
            return False
        self.hide_shelf()
        return True

    def _on_language(self, _language: str) -> None:
        self.view.retranslate()
        self.fill()

    def fill(self) -> None:
        """Look at what there is."""
        self.view.set_books([*self._shipped(), *self._installed(), *self._recent()])

    # What there is

    def _shipped(self) -> list[Book]:
        from reader.content.reading import open_shipped

        try:
            known = open_shipped()
        except ReaderError:
            return []
        thai = self._window.language == "th"
        title = known.title_th if thai else known.title_en
        publisher = known.publisher_th if thai else known.publisher_en
        return [Book("shipped", resources.article_folder().name, title, publisher)]

    def _installed(self) -> list[Book]:
        shelf = self._opening.library.shelf
        found = []
        for package in shelf.packages() if shelf is not None else ():
            manifest = package.manifest
            if manifest is None:
                detail = QCoreApplication.translate(_CONTEXT, "Damaged: install it again.")
                found.append(Book("installed", package.id, package.id, detail, True))
                continue
            title = shown_name(manifest.title(self._window.language))
            found.append(Book("installed", package.id, title, self._detail(manifest), True))
        return found

    def _detail(self, manifest: Manifest) -> str:
        thai = self._window.language == "th"
        publisher = manifest.publisher_th if thai else manifest.publisher_en
        version = QCoreApplication.translate(_CONTEXT, "version {number}")
        told = [publisher, version.replace("{number}", manifest.version), manifest.licence]
        return shown_name(" · ".join(part for part in told if part))

    def _recent(self) -> list[Book]:
        found = []
        for file in recent(self._window.store):
            detail = shown_name(str(file.parent))
            try:
                is_there = file.exists()
            except OSError:
                is_there = False
            if not is_there:
                detail = QCoreApplication.translate(_CONTEXT, "The file cannot be found.")
            found.append(Book("recent", str(file), shown_name(file.name), detail))
        return found

    # What the reader does

    def _read(self, book: Book) -> None:
        if book.group == "recent":
            if self._window.open_path(Path(book.key)):
                self.hide_shelf()
        elif self._opening.open_package(book.key):
            self.hide_shelf()

    def _ask_and_install(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        translate = QCoreApplication.translate
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            translate(_CONTEXT, "Install a package"),
            "",
            translate(_CONTEXT, "Article packages (*.neva)"),
        )
        if name:
            self.install(Path(name))

    def install(self, file: Path, *, update: bool = False, force: bool = False) -> None:
        """Put the package in ``file`` on the shelf; ask where another one would go."""
        window, shelf = self._window, self._opening.library.shelf
        translate = QCoreApplication.translate
        if shelf is None:
            window.tell(ReaderError("nothing-remembered"))
            return
        try:
            manifest = shelf.install(file, update=update, force=force)
        except PackageError as error:
            if error.key in ("shelf-installed", "shelf-older", "shelf-publisher"):
                self._ask_to_replace(file, error)
            else:
                window.tell(error)
            return
        except ReaderError as error:
            window.tell(error)
            return
        self.fill()

        def said() -> str:
            text = translate(_CONTEXT, "“{title}” is on the shelf.")
            return text.replace("{title}", shown_name(manifest.title(window.language)))

        window.say(
            said,
            lambda: translate(_CONTEXT, "Read"),
            partial(self._opening.open_package, manifest.id),
        )

    def _ask_to_replace(self, file: Path, error: PackageError) -> None:
        translate = QCoreApplication.translate

        def said() -> str:
            if error.key == "shelf-older":
                text = translate(
                    _CONTEXT, "The shelf holds a newer version, {found}, of this package."
                )
            elif error.key == "shelf-publisher":
                text = translate(
                    _CONTEXT,
                    "The package of this name you have is by “{found}”; this one is by “{wanted}”.",
                )
                text = text.replace("{wanted}", str(error.values["wanted"]))
            else:
                text = translate(
                    _CONTEXT, "The shelf holds this package already, in version {found}."
                )
            return text.replace("{found}", str(error.values["found"]))

        self._window.say(
            said,
            lambda: translate(_CONTEXT, "Replace it"),
            partial(self.install, file, update=True, force=error.key != "shelf-installed"),
        )

    def _remove(self, book: Book) -> None:
        window, shelf = self._window, self._opening.library.shelf
        if shelf is None:
            return
        there = next((package for package in shelf.packages() if package.id == book.key), None)
        try:
            aside = shelf.remove(book.key)
        except ReaderError as error:
            window.tell(error)
            return
        self.fill()
        translate = QCoreApplication.translate

        def said() -> str:
            known = there.manifest if there is not None else None
            title = shown_name(known.title(window.language)) if known is not None else book.title
            return translate(_CONTEXT, "“{title}” was removed.").replace("{title}", title)

        window.say(said, lambda: translate(_CONTEXT, "Undo"), partial(self._restore, aside))

    def _restore(self, aside: Path) -> None:
        shelf = self._opening.library.shelf
        try:
            if shelf is not None:
                shelf.restore(aside)
        except ReaderError as error:
            self._window.tell(error)
        self.fill()
