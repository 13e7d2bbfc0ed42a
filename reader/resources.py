"""Where the program's own data lies: the one place that looks it up.

In a source tree ``resources/`` stands at the top, beside the package; in a wheel or an
installer it lies inside the package. Everything else asks here.
"""

import errno
import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CANDIDATES = (_PACKAGE / "resources", _PACKAGE.parent / "resources")


def root() -> Path:
    """The folder of the program's data. Raises FileNotFoundError if the install is broken."""
    for folder in _CANDIDATES:
        if folder.is_dir():
            return folder
    missing = _CANDIDATES[0]
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(missing))


def is_ours(file: object) -> bool:
    """Whether ``file`` (the name in an OSError) lies among the program's own data."""
    return isinstance(file, str | Path) and any(
        Path(file).is_relative_to(folder) for folder in _CANDIDATES
    )


def article_folder(article_id: str = "october-revolution") -> Path:
    """The folder of a shipped article package."""
    return root() / "articles" / article_id


def city_map_file() -> Path:
    """The vector map of Petrograd in 1917 (GeoJSON, WGS84)."""
    return root() / "maps" / "petrograd-1917.geojson"
