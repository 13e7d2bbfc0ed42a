"""What to open: the shipped entry, an article package, or any text file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reader import resources
from reader.content.computed import COMPUTED_FILES, load_knowledge
from reader.content.knowledge import Knowledge, without_package
from reader.errors import PackageError, TextError
from reader.text.article import (
    ZIP_SIGN,
    Article,
    any_article,
    article_from_text,
    demand_no_pipe,
    read_article,
    read_bytes,
    short_name,
)
from reader.text.limits import MIB, PASTED_LENGTH, TITLE_LENGTH

HEADER = "package.toml"


def is_package(path: Path) -> bool:
    """Whether ``path`` is the folder of an article package."""
    try:
        return (path / HEADER).is_file()
    except OSError:
        return False


def open_shipped() -> Knowledge:
    """The October Revolution entry with all that is known of it."""
    folder = resources.article_folder()
    return open_package(folder, folder.name)


def open_package(folder: Path, article_id: str) -> Knowledge:
    """The package in ``folder``, as it was computed. Raises PackageError, TextError."""
    return load_knowledge(folder / "computed", read_article(folder / "article.txt", article_id))


def open_text(path: Path, *, whole: bool = False) -> Knowledge:
    """The text in the file ``path``, or the package in the file or folder ``path``.

    A copy of the shipped entry is known as the entry. Other texts come without line breaks and
    with the left edges of their terms guessed by spaces only: :mod:`reader.text.worker` finds both.
    whole: of a package every file is looked at. Raises PackageError, TextError.
    """
    if is_package(path):
        return open_package(path, path.resolve().name)
    data, name = read_bytes(path), short_name(path)
    if data.startswith(ZIP_SIGN):
        from reader.content.package import is_neva, open_neva

        if is_neva(data, name):
            return open_neva(data, name, whole=whole).knowledge
    article = any_article(data, path.stem, name)
    return _shipped_copy(article) or _plain(article)


def open_file(path: Path) -> Knowledge:
    """As :func:`open_text`, for a window, which waits for no pipe: TextError ``file-special``."""
    demand_no_pipe(path)
    if is_package(path):
        for file in ("article.txt", *(f"computed/{name}" for name in COMPUTED_FILES)):
            demand_no_pipe(path / file)
    return open_text(path)


def open_pasted(text: str, title: str) -> Knowledge:
    """``text`` as it came from somewhere else than a file. Raises TextError."""
    if len(text) > PASTED_LENGTH:
        raise TextError("file-too-large", file=title, limit=PASTED_LENGTH // MIB)
    article = article_from_text(text, title, title)
    return _shipped_copy(article) or _plain(article)


def _plain(article: Article) -> Knowledge:
    """A text without a package, under a name that can be shown whatever its file is called."""
    from reader.text.display import shown_name

    known = without_package(article)
    name = shown_name(article.id, TITLE_LENGTH)
    return known if name == article.id else replace(known, title_th=name, title_en=name)


def _shipped_copy(article: Article) -> Knowledge | None:
    shipped = resources.article_folder() / "article.txt"
    try:
        if shipped.stat().st_size != len(article.text.encode()):
            return None
        known = open_shipped()
    except (OSError, PackageError):
        return None
    return known if known.article.sha256 == article.sha256 else None
