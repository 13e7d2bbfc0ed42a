"""Where NevaReader.exe and neva-reader.exe begin, in the Python they have loaded.

``neva_start desktop|console [ARGUMENT ...]``. Looks to what is particular to Windows, then runs
the reader's own command line:

- a portable copy (one with ``portable.txt`` in it) keeps the reader's data beside itself;
- a file of settings laid into ``preset`` at installation is what a reader begins with;
- a start from the desktop has no console, so what would have been said there is shown in a box.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent
STORE = "desk.sqlite"
STOPPED = (
    "โปรแกรมหยุดทำงานโดยไม่คาดคิด สิ่งที่คุณบันทึกไว้ยังอยู่ครบ โปรดเปิดโปรแกรมใหม่\n\n"
    "The program stopped unexpectedly. What you had saved is safe; please open it again."
)


def main() -> int:
    """Prepare, then run the reader; its exit status."""
    style = sys.argv.pop(1)
    # The process started for long texts is to be a Python, not another window.
    sys.executable = str(FOLDER / "python" / "pythonw.exe")
    if (FOLDER / "portable.txt").is_file():
        os.environ.setdefault("NEVA_READER_HOME", str(FOLDER / "data"))
    lay_preset()
    return from_desktop() if style == "desktop" else from_console()


def lay_preset() -> None:
    """Give a reader who has no settings yet those of ``preset``, if there are any."""
    preset = FOLDER / "preset" / STORE
    if not preset.is_file():
        return
    from reader.desk.store import default_folder

    home = default_folder()
    unfinished = home / f"{STORE}.{os.getpid()}"
    try:
        if not (home / STORE).exists():
            home.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(preset, unfinished)
            unfinished.rename(home / STORE)  # fails where another start was faster
    except OSError:
        with contextlib.suppress(OSError):
            unfinished.unlink()


def from_console() -> int:
    """Run the reader; it speaks on the console."""
    from reader.cli import main as run

    return run()


def from_desktop() -> int:
    """Run the reader; what it says when it cannot go on is shown in a box."""
    os.environ["NEVA_READER_FROM_DESKTOP"] = "1"
    said = io.StringIO()
    sys.stderr = said
    sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    try:
        from reader.cli import main as run

        status = run()
        lines = said.getvalue().splitlines()
        if status and lines:
            show(lines[-1])
    except Exception as error:
        status = 2
        show(f"{STOPPED}\n\n{type(error).__name__}: {error}")
    return status


def show(text: str) -> None:
    """A box with ``text``."""
    import ctypes

    error_icon = 0x10
    ctypes.windll.user32.MessageBoxW(None, text, "Neva Reader (เนวา)", error_icon)


if __name__ == "__main__":
    sys.exit(main())
