"""Makes the folder of Python packages an installer carries: the locked libraries and the reader.

Only the parts named in parts.toml, and what those need, are in it. Works for Linux and Windows, on
Linux; needs pip, `packaging` and objdump.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from packaging.markers import Marker
from packaging.utils import canonicalize_name

HERE = Path(__file__).resolve().parent
LOCK = HERE.parents[1] / "requirements" / "runtime.lock"
PLATFORMS = {
    # every glibc up to bookworm's
    "linux": [f"manylinux_2_{minor}_x86_64" for minor in range(36, 16, -1)]
    + ["manylinux2014_x86_64"],
    "windows": ["win_amd64"],
}
MARKERS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}


def main() -> None:
    """Read the command line, make the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--system", choices=sorted(PLATFORMS), required=True)
    parser.add_argument("--python", required=True, help="its version: 3.11")
    parser.add_argument("--wheel", type=Path, required=True, help="the reader's")
    parser.add_argument("--cache", type=Path, required=True, help="fetched wheels are kept here")
    parser.add_argument("folder", type=Path, help="to be made anew")
    options = parser.parse_args()

    wheels = fetch(options.system, options.python, options.cache)
    shutil.rmtree(options.folder, ignore_errors=True)
    for wheel in [*wheels, options.wheel]:
        unpack(wheel, options.folder)
    trim(options.folder, options.system)
    shutil.copyfile(HERE / "no_ssl.py", options.folder / "ssl.py")


def locked(system: str, python: str) -> Iterator[str]:
    """The lock's requirements that ``system`` needs, hashes and all, without their markers.

    pip would judge the markers by the machine it runs on.
    """
    environment = {
        **MARKERS[system],
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "platform_machine": "x86_64" if system == "linux" else "AMD64",
    }
    text = re.sub(r"\\\n", " ", LOCK.read_text(encoding="utf-8"))
    for line in text.splitlines():
        requirement, _, hashes = line.partition(" --hash")
        name, _, marker = requirement.partition(";")
        if hashes and (not marker.strip() or Marker(marker).evaluate(environment)):
            yield f"{name.strip()} --hash{hashes}"


def fetch(system: str, python: str, cache: Path) -> list[Path]:
    """The locked wheels, from ``cache`` or the package index."""
    requirements = "\n".join(locked(system, python)) + "\n"
    key = hashlib.sha256(requirements.encode()).hexdigest()[:16]
    folder = cache / f"wheels-{system}-{python}-{key}"
    if not folder.is_dir():
        unfinished = folder.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        listed = unfinished / "requirements.txt"
        listed.write_text(requirements, encoding="utf-8")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]
        command += ["--implementation", "cp", "--python-version", python]
        command += ["--abi", f"cp{python.replace('.', '')}", "--abi", "abi3", "--abi", "none"]
        command += [part for name in PLATFORMS[system] for part in ("--platform", name)]
        command += ["--dest", str(unfinished), "--requirement", str(listed)]
        subprocess.run(command, check=True)
        unfinished.rename(folder)
    return sorted(folder.glob("*.whl"))


def unpack(wheel: Path, folder: Path) -> None:
    """Lay the files of ``wheel`` into ``folder``; commands and other data outside are left out."""
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.infolist():
            name = re.sub(r"^[^/]+\.data/(purelib|platlib)/", "", member.filename)
            if member.is_dir() or ".data/" in name:
                continue
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(member))


def trim(folder: Path, system: str) -> None:
    """Remove from ``folder`` what parts.toml does not ask for."""
    parts = tomllib.loads((HERE / "parts.toml").read_text(encoding="utf-8"))
    kept = {file for file in folder.rglob("*") if file.is_file()}
    for library, patterns in parts["keep"].items():
        kept -= set(files_of(library, kept, folder)) - set(matching(kept, patterns, folder))
    kept |= set(qt_files(folder, system, parts["qt"]))
    kept = set(without_unlinked(kept, folder))
    kept -= set(matching(kept, parts["drop"]["files"], folder))
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
        elif not path.is_dir() and path not in kept:
            path.unlink()


def files_of(library: str, files: Iterable[Path], folder: Path) -> Iterator[Path]:
    """Those of ``files`` that the wheel of ``library`` brought, its dist-info apart."""
    for record in folder.glob("*.dist-info/RECORD"):
        if canonicalize_name(record.parent.name.split("-")[0]) == library:
            rows = record.read_text(encoding="utf-8").splitlines()
            names = {PurePosixPath(row.rsplit(",", 2)[0].strip('"')) for row in rows}
            brought = {folder / name for name in names if ".dist-info/" not in str(name)}
            yield from brought.intersection(files)
            return
    sys.exit(f"parts.toml names {library}, which is not in the lock.")


def matching(files: Iterable[Path], patterns: Iterable[str], folder: Path) -> Iterator[Path]:
    """Those of ``files`` that one of ``patterns`` matches."""
    one = {"**": ".*", "**/": "(?:.*/)?", "*": "[^/]*", "{": "(?:", ",": "|", "}": ")"}
    either = "|".join(
        "".join(
            one.get(piece) or re.escape(piece)
            for piece in re.split(r"(\*\*/|\*\*|\*|[{,}])", pattern)
        )
        for pattern in patterns
    )
    for file in files:
        if re.fullmatch(either, file.relative_to(folder).as_posix()):
            yield file


def qt_files(folder: Path, system: str, qt: dict[str, dict[str, list[str]]]) -> Iterator[Path]:
    """Qt's modules that the reader imports, its plugins, and all libraries these need."""
    package = folder / "PySide6"
    plugins = package / ("Qt/plugins" if system == "linux" else "plugins")
    modules = set(imported_qt_modules(folder / "reader"))
    wanted = [plugins / name for name in qt["plugins"][system]]
    for module, of_system in qt["plugins_of_module"].items():
        if module in modules:
            wanted += [plugins / name for name in of_system[system]]
    suffix = ".abi3.so" if system == "linux" else ".pyd"
    wanted += [package / f"{module}{suffix}" for module in modules]
    wanted.append(folder / "shiboken6" / f"Shiboken{suffix}")
    missing = [str(file.relative_to(folder)) for file in wanted if not file.is_file()]
    if missing:
        sys.exit(f"Qt for Python has no {', '.join(missing)}.")

    yield from linked(
        wanted, (file for top in (package, folder / "shiboken6") for file in top.rglob("*"))
    )


def without_unlinked(files: set[Path], folder: Path) -> Iterator[Path]:
    """``files`` less those in a NAME.libs that no other is linked to."""
    bundled = {file for file in files if file.relative_to(folder).parts[0].endswith(".libs")}
    yield from files - bundled
    modules = [file for file in files - bundled if re.search(r"\.(so|pyd)$", file.name)]
    yield from linked(modules, bundled)


def linked(files: Iterable[Path], among: Iterable[Path]) -> Iterator[Path]:
    """``files``, and those ``among`` the others that they are linked to, directly or not."""
    libraries = {
        file.name.lower(): file for file in among if re.search(r"\.(so(\.[\d.]+)?|dll)$", file.name)
    }
    wanted = list(files)
    done: set[Path] = set()
    while wanted:
        file = wanted.pop()
        if file not in done:
            done.add(file)
            yield file
            wanted += [libraries[name] for name in needed(file) if name in libraries]


def imported_qt_modules(source: Path) -> Iterator[str]:
    """QtCore, QtGui, ...: what the Python files below ``source`` import of PySide6."""
    for file in source.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_bytes())):
            names = []
            if isinstance(node, ast.ImportFrom) and node.module == "PySide6":
                names = [f"PySide6.{alias.name}" for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            for name in names:
                if name.startswith("PySide6."):
                    yield name.split(".")[1]


def needed(file: Path) -> list[str]:
    """Names, in lower case, of the libraries that ``file`` (ELF or PE) is linked to."""
    done = subprocess.run(["objdump", "-p", file], check=True, capture_output=True, text=True)
    return [name.lower() for name in re.findall(r"(?:NEEDED +|DLL Name: )(\S+)", done.stdout)]


if __name__ == "__main__":
    main()
