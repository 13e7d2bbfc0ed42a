"""Writing a file that others keep: beside it first, then in its place."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from reader.errors import ReaderError


def write_beside(path: Path, data: bytes) -> None:
    """Let the file ``path`` hold ``data``; until all of it is on the disk the old file stays.

    Raises ReaderError: ``output-unwritable``.
    """
    half: Path | None = None
    try:
        target = path.resolve() if path.is_symlink() else path
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a device or a pipe: nothing there to keep
            return
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}-", dir=target.parent)
        half = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.chmod(target.stat().st_mode & 0o777 if target.exists() else _usual_mode())
        os.replace(half, target)
    except (OSError, ValueError, RuntimeError):
        if half is not None:
            with suppress(OSError):
                half.unlink(missing_ok=True)
        raise ReaderError("output-unwritable", file=path.name or str(path)) from None


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
