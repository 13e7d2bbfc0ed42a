"""What to open: the shipped entry, an article package, or any text file."""

from __future__ import annotations

from pathlib import Path

from reader import resources
from reader.content.computed import load_knowledge
from reader.content.knowledge import Knowledge, without_package
from reader.errors import PackageError
from reader.text.article import Article, read_article

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


def open_text(path: Path) -> Knowledge:
    """The text in the file ``path``, or the package in the folder ``path``.

    A copy of the shipped entry is known as the entry. Other texts come without line breaks and
    with the left edges of their terms guessed by spaces only: :mod:`reader.text.worker` finds both.
    Raises PackageError, TextError.
    """
    if is_package(path):
        return open_package(path, path.resolve().name)
    article = read_article(path)
    return _shipped_copy(article) or without_package(article)


def _shipped_copy(article: Article) -> Knowledge | None:
    shipped = resources.article_folder() / "article.txt"
    try:
        if shipped.stat().st_size != len(article.text.encode()):
            return None
        known = open_shipped()
    except (OSError, PackageError):
        return None
    return known if known.article.sha256 == article.sha256 else None
