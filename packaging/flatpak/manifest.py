"""manifest.py FOLDER: writes the Flatpak manifest into FOLDER, beside the wheels it builds from.

FOLDER holds the reader's wheel; the locked ones are fetched into it. Every source of the manifest
is a file in FOLDER with its hash, so that the build itself needs no network.
"""

import hashlib
import json
import shutil
import sys
import tomllib
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "common"))

from application import fetch, matching  # noqa: E402  # lies beside, in no package

ID = "io.github.neva_reader.NevaReader"
# The runtime brings what Qt's libraries are linked to; Qt itself comes with the lock. Its Python is
# that of freedesktop's 24.08.
RUNTIME, RUNTIME_VERSION, PYTHON = "org.kde.Platform", "6.9", "3.12"
LIBRARIES = f"/lib/python{PYTHON}/site-packages"
UNUSED = [
    *("designer", "egldeviceintegrations", "networkinformation", "printsupport", "qmllint"),
    *("qmltooling", "sqldrivers", "tls", "wayland-graphics-integration-server"),
]


def main() -> None:
    """Fetch, and write."""
    folder = Path(sys.argv[1])
    cache = Path(sys.argv[2])
    for wheel in fetch("linux", PYTHON, cache):
        shutil.copy(wheel, folder)
    for name in (f"{ID}.metainfo.xml", "neva-reader.desktop", "neva-reader.svg", "neva-reader.xml"):
        assert (folder / name).is_file(), name
    manifest = {
        "id": ID,
        "runtime": RUNTIME,
        "runtime-version": RUNTIME_VERSION,
        "sdk": "org.kde.Sdk",
        "command": "neva-reader",
        # No network: the reader never uses one. Files come through the desktop's own dialog.
        "finish-args": ["--share=ipc", "--socket=wayland", "--socket=fallback-x11"],
        "rename-desktop-file": "neva-reader.desktop",
        "rename-icon": "neva-reader",
        "cleanup": [
            "/bin/pyside6-*",
            f"{LIBRARIES}/PySide6/Qt/libexec",
            f"{LIBRARIES}/PySide6/Qt/metatypes",
            f"{LIBRARIES}/PySide6/Qt/qml",
            f"{LIBRARIES}/PySide6/Qt/translations",
            *(f"{LIBRARIES}/PySide6/Qt/plugins/{name}" for name in UNUSED),
            f"{LIBRARIES}/PySide6/Qt/lib/libQt6*Qml*",
            f"{LIBRARIES}/PySide6/Qt/lib/libQt6*Quick*",
            f"{LIBRARIES}/PySide6/Qt/lib/libQt6Designer*",
            *(f"{LIBRARIES}/PySide6/{name}" for name in ("assistant", "designer", "linguist")),
            *(f"{LIBRARIES}/PySide6/{name}" for name in ("lupdate", "lrelease", "qml*")),
            f"{LIBRARIES}/PySide6/*.pyi",
            *(f"{LIBRARIES}/{name}" for name in unused_corpora(folder)),
        ],
        "modules": [
            {
                "name": "neva-reader",
                "buildsystem": "simple",
                "build-commands": [
                    "pip3 install --no-index --no-deps --no-compile --prefix=/app *.whl",
                    "install -Dm644 -t /app/share/applications neva-reader.desktop",
                    f"install -Dm644 -t /app/share/metainfo {ID}.metainfo.xml",
                    "install -Dm644 -t /app/share/icons/hicolor/scalable/apps neva-reader.svg",
                    f"install -Dm644 neva-reader.xml /app/share/mime/packages/{ID}.xml",
                ],
                "sources": [
                    {
                        "type": "file",
                        "path": file.name,
                        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
                    }
                    for file in sorted(folder.iterdir())
                    if file.suffix in {".whl", ".xml", ".desktop", ".svg"}
                ],
            }
        ],
    }
    text = json.dumps(manifest, indent=2) + "\n"
    (folder / f"{ID}.json").write_text(text, encoding="utf-8")


def unused_corpora(folder: Path) -> list[str]:
    """The word lists and models of PyThaiNLP that parts.toml does not name."""
    (wheel,) = folder.glob("pythainlp-*.whl")
    patterns = tomllib.loads((HERE.parent / "common" / "parts.toml").read_text("utf-8"))["keep"][
        "pythainlp"
    ]
    with zipfile.ZipFile(wheel) as archive:
        files = [Path(name) for name in archive.namelist() if name.startswith("pythainlp/corpus/")]
    return sorted(map(str, set(files) - set(matching(files, patterns, Path()))))


if __name__ == "__main__":
    main()
