"""Packs the folder made by application.sh: as a zip, or as lists of files for setup.nsi.

Files go in by name, so that equal folders give equal bytes.
"""

from __future__ import annotations

import argparse
import os
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path


def main() -> None:
    """Read the command line, write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--zip", type=Path, help="the zip to write")
    parser.add_argument("--name", help="the folder in the zip")
    parser.add_argument("--add", type=Path, action="append", default=[], help="a file more in it")
    parser.add_argument("--lists", type=Path, help="folder for install.nsh and uninstall.nsh")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    if options.zip:
        write_zip(options.folder, options.name, options.add, options.zip)
    if options.lists:
        write_lists(options.folder, options.lists)


def files(folder: Path) -> list[Path]:
    """All files below ``folder``, by name."""
    return sorted((path for path in folder.rglob("*") if path.is_file()), key=Path.as_posix)


def write_zip(folder: Path, name: str, more: list[Path], target: Path) -> None:
    """``target`` holds ``folder`` as ``name``, and ``more`` in it."""
    moment = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
    inside = [(f"{name}/{path.relative_to(folder).as_posix()}", path) for path in files(folder)]
    inside += [(f"{name}/{path.name}", path) for path in more]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for inner, path in sorted(inside):
            info = zipfile.ZipInfo(inner, moment)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, path.read_bytes())


def write_lists(folder: Path, target: Path) -> None:
    """What setup.nsi puts in its place, and what the uninstaller takes away: just that."""
    (target / "install.nsh").write_text("".join(installing(folder)), encoding="utf-8")
    (target / "uninstall.nsh").write_text("".join(uninstalling(folder)), encoding="utf-8")


def installing(folder: Path) -> Iterator[str]:
    """Instructions of NSIS, a folder after the other."""
    current = None
    for path in sorted(files(folder), key=lambda path: (path.parent.as_posix(), path.name)):
        place = windows(path.parent.relative_to(folder))
        if place != current:
            current = place
            yield f'SetOutPath "$INSTDIR{place}"\n'
        yield f'File "{path}"\n'


def uninstalling(folder: Path) -> Iterator[str]:
    """The same backwards; a folder goes only if nothing else is in it."""
    for path in files(folder):
        yield f'Delete "$INSTDIR{windows(path.relative_to(folder))}"\n'
    folders = [path.relative_to(folder) for path in folder.rglob("*") if path.is_dir()]
    for path in sorted(folders, key=lambda path: (-len(path.parts), path.as_posix())):
        yield f'RMDir "$INSTDIR{windows(path)}"\n'


def windows(relative: Path) -> str:
    r"""``\a\b`` for ``a/b``, nothing for the folder itself."""
    return "".join(f"\\{part}" for part in relative.parts).replace("$", "$$")


if __name__ == "__main__":
    main()
