"""The packages a reader has installed: one ``.neva`` file each, in one folder, never unpacked.

A package is put there whole or not at all. What is removed is set aside first, so that it can be
brought back.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from reader import resources
from reader.content.manifest import ID, Manifest
from reader.content.package import Packed, is_neva, open_neva
from reader.content.reading import open_shipped
from reader.errors import PackageError, ReaderError
from reader.text.article import ZIP_SIGN, demand_no_pipe, read_bytes, short_name
from reader.text.display import shown_name

SUFFIX = ".neva"
FOLDER = "packages"
"""Within the folder of the reader's data."""
_REMOVED = ".removed-"
_COMING = ".coming-"
_TOLD = 80  # code points of a publisher in a message
_COMES_WITHIN_S = 3600  # what is older was left by a program that was ended


class OnShelf(NamedTuple):
    """An installed package: what it says of itself, or why it cannot be read."""

    path: Path
    manifest: Manifest | None
    fault: ReaderError | None

    @property
    def id(self) -> str:
        """The package's id, which its file is called by."""
        return self.path.name.removesuffix(SUFFIX)


class Shelf:
    """The packages in ``folder``, which need not exist."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def packages(self) -> list[OnShelf]:
        """All that is installed, by id; a damaged one too, with its fault."""
        return [self._on_shelf(path) for path in self._paths()]

    def state(self) -> object:
        """Something that is another once a package came, went or was replaced."""
        try:
            return tuple((p.name, p.stat().st_mtime_ns, p.stat().st_size) for p in self._paths())
        except OSError:
            return ()

    def _paths(self) -> Iterator[Path]:
        try:
            found = sorted(self._folder.iterdir())
        except OSError:
            return
        for path in found:
            if path.suffix == SUFFIX and ID.fullmatch(path.stem) and path.is_file():
                yield path

    def _on_shelf(self, path: Path) -> OnShelf:
        try:
            return OnShelf(path, manifest_of(read_bytes(path), path.name), None)
        except ReaderError as error:
            return OnShelf(path, None, error)

    def path(self, package_id: str) -> Path:
        """Where the package lies. Raises PackageError ``shelf-unknown``."""
        path = self._folder / f"{package_id}{SUFFIX}"
        if not ID.fullmatch(package_id) or not path.is_file():
            raise PackageError("shelf-unknown", name=package_id)
        return path

    def open(self, package_id: str) -> Packed:
        """The package. Raises PackageError, TextError."""
        path = self.path(package_id)
        return open_neva(read_bytes(path), short_name(path))

    def install(self, file: Path, *, update: bool = False, force: bool = False) -> Manifest:
        """Put the package in ``file`` on the shelf; what it says of itself.

        update: it takes the place of the one installed, which must not be newer, nor by another
        publisher, unless ``force``; nor may one by another take that of the shipped entry.
        Raises PackageError: ``shelf-installed`` (without update), ``shelf-unknown`` (nothing to
        update), ``shelf-publisher``, ``shelf-older``, ``shelf-unwritable``, ``package-none``;
        TextError; and as :func:`open_neva` does.
        """
        demand_no_pipe(file)
        data, name = read_bytes(file), short_name(file)
        if not (data.startswith(ZIP_SIGN) and is_neva(data, name)):
            raise PackageError("package-none", file=name)
        manifest = open_neva(data, name, whole=True).manifest
        target = self._folder / f"{manifest.id}{SUFFIX}"
        if target.exists():
            before = self._on_shelf(target).manifest
            if not update:
                raise PackageError(
                    "shelf-installed", name=manifest.id,
                    found=before.version if before else "?",
                )  # fmt: skip
            if before and not force:
                _demand_publisher_of(before, manifest)
            if before and before.version_numbers > manifest.version_numbers and not force:
                raise PackageError(
                    "shelf-older", name=manifest.id, found=before.version, wanted=manifest.version
                )
        elif manifest.id == resources.article_folder().name:
            if not force:
                _demand_publisher_of(open_shipped(), manifest)
        elif update:
            raise PackageError("shelf-unknown", name=manifest.id)
        self._put(data, target)
        return manifest

    def _put(self, data: bytes, target: Path) -> None:
        """Write beside the target, then rename: whoever looks sees the old or the new one."""
        coming = ""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._sweep(_COMING, older_than_s=_COMES_WITHIN_S)
            handle, coming = tempfile.mkstemp(prefix=_COMING, dir=self._folder)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(coming, target)
        except OSError:
            if coming:
                Path(coming).unlink(missing_ok=True)
            raise PackageError("shelf-unwritable", file=str(self._folder)) from None

    def remove(self, package_id: str) -> Path:
        """Take the package off the shelf; what to hand to :meth:`restore`.

        Raises PackageError: ``shelf-unknown``, ``shelf-unwritable``.
        """
        path = self.path(package_id)
        aside = self._folder / f"{_REMOVED}{package_id}"
        try:
            os.replace(path, aside)
        except OSError:
            raise PackageError("shelf-unwritable", file=str(self._folder)) from None
        return aside

    def restore(self, aside: Path) -> None:
        """Put back what :meth:`remove` took away, unless another came in its place."""
        target = self._folder / f"{aside.name.removeprefix(_REMOVED)}{SUFFIX}"
        if target.exists():
            raise PackageError("shelf-installed", name=target.stem, found="?")
        try:
            os.replace(aside, target)
        except OSError:
            raise PackageError("shelf-unwritable", file=str(self._folder)) from None

    def forget_removed(self) -> None:
        """Delete what was removed and not brought back."""
        self._sweep(_REMOVED)

    def _sweep(self, prefix: str, older_than_s: float = 0) -> None:
        last = time.time() - older_than_s
        try:
            for path in self._folder.iterdir():
                if path.name.startswith(prefix) and path.stat().st_mtime <= last:
                    path.unlink()
        except OSError:
            return


class _Published(Protocol):
    @property
    def publisher_th(self) -> str: ...
    @property
    def publisher_en(self) -> str: ...


def _demand_publisher_of(before: _Published, manifest: Manifest) -> None:
    """Raise PackageError ``shelf-publisher`` unless both are by the same, however it is spaced."""
    one, other = (
        ("".join(by.publisher_th.split()), "".join(by.publisher_en.casefold().split()))
        for by in (before, manifest)
    )
    if one != other:
        raise PackageError(
            "shelf-publisher",
            name=manifest.id,
            found=_told(before),
            wanted=_told(manifest),
        )


def _told(by: _Published) -> str:
    return shown_name(by.publisher_th or by.publisher_en or "–", _TOLD)


def manifest_of(data: bytes, name: str) -> Manifest:
    """What the package in ``data`` says of itself. Raises PackageError, TextError."""
    from reader.content.manifest import MANIFEST_FILE, read_manifest
    from reader.text.formats.archive import Archive

    archive = Archive(data, name)
    if MANIFEST_FILE not in archive:
        raise PackageError("package-damaged", file=name)
    return read_manifest(archive.read(MANIFEST_FILE), name)
