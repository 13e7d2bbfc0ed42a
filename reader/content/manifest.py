"""The manifest of a ``.neva`` package: what it is, before anything else of it is read.

The format is described in docs/package-format.md and by resources/schema/neva-package-1.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from reader.content.conform import conforms, neutral_data
from reader.errors import PackageError
from reader.text.display import shown_name
from reader.text.limits import TITLE_LENGTH

FORMAT = (1, 0)
"""Major and minor: another major is refused, a later minor is read."""
MANIFEST_FILE = "manifest.json"
ID = re.compile("[a-z0-9][a-z0-9-]{0,79}")
VERSION = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}){0,3}")
_SHA_256 = re.compile("[0-9a-f]{64}")
_RESERVED = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")  # no file on Windows may be called so


class PackedFile(NamedTuple):
    """A file of the package. size: bytes."""

    name: str
    size: int
    sha256: str


class Manifest(NamedTuple):
    """What a package says of itself.

    licence: of its content, as a name or an SPDX expression, "" if it says none. text_licence: of
    the article's text, where that differs. names: (name, entity id) of all that its cards are
    about, for links from other packages. counts: of entities, events and so on.
    """

    id: str
    version: str
    title_th: str
    title_en: str
    publisher_th: str
    publisher_en: str
    language: str
    licence: str
    text_licence: str
    authors: Sequence[str]
    sha256: str
    length: int
    counts: dict[str, int]
    names: Sequence[tuple[str, str]]
    sources: Sequence[str]
    files: Sequence[PackedFile]

    def title(self, language: str) -> str:
        """The title in ``"th"`` or ``"en"``."""
        return self.title_th if language == "th" else self.title_en

    @property
    def version_numbers(self) -> tuple[int, ...]:
        """The version for comparing: ``1.10`` is later than ``1.9``, ``1`` the same as ``1.0``."""
        numbers = [int(part) for part in self.version.split(".")]
        while numbers and not numbers[-1]:
            numbers.pop()
        return tuple(numbers)

    def serialised(self) -> bytes:
        """The manifest as the file holds it, the same bytes every time."""
        data = {"format": list(FORMAT), **self._asdict()}
        data["names"] = [list(pair) for pair in self.names]
        data["files"] = {
            file.name: {"size": file.size, "sha256": file.sha256} for file in self.files
        }
        return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(data: bytes, name: str) -> Manifest:
    """The manifest in ``data``; ``name`` is the package's, for messages.

    Raises PackageError: ``package-damaged``, ``package-format``.
    """
    try:
        raw = json.loads(data, parse_constant=_no_constant)
        major = raw["format"][0]
        if type(major) is int and major != FORMAT[0]:
            raise PackageError("package-format", file=name, found=major, known=FORMAT[0])
        manifest = _built(neutral_data(raw))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        raise PackageError("package-damaged", file=name) from None
    if not _is_sound(manifest, raw["format"]):
        raise PackageError("package-damaged", file=name)
    return manifest


def _built(raw: dict[str, Any]) -> Manifest:
    rest = {key: raw[key] for key in Manifest._fields if key not in ("names", "files")}
    return Manifest(
        **rest,
        names=[tuple(pair) for pair in raw["names"]],
        files=[
            PackedFile(name, file["size"], file["sha256"]) for name, file in raw["files"].items()
        ],
    )


def _is_sound(manifest: Manifest, format_: object) -> bool:
    return bool(
        conforms(manifest, Manifest)
        and conforms(format_, tuple[int, int])
        and is_good_id(manifest.id)
        and VERSION.fullmatch(manifest.version)
        and _SHA_256.fullmatch(manifest.sha256)
        and manifest.length > 0
        and all(count >= 0 for count in manifest.counts.values())
        and all(0 < len(t) <= TITLE_LENGTH for t in (manifest.title_th, manifest.title_en))
        and all(t.strip() for t in (manifest.title_th, manifest.title_en))
        and all(len(name) <= TITLE_LENGTH for name, _ in manifest.names)
        and all(file.size >= 0 and _SHA_256.fullmatch(file.sha256) for file in manifest.files)
    )


def is_good_id(package_id: str) -> bool:
    """Whether a package may be called so: letters, digits, hyphens, and a name of no device."""
    return bool(ID.fullmatch(package_id) and not _RESERVED.fullmatch(package_id))


def _no_constant(text: str) -> None:
    raise ValueError(text)


def told(manifest: Manifest, language: str) -> str:
    """The title, fit for a message."""
    return shown_name(manifest.title(language))
