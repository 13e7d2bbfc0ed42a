"""A ``.neva`` package: an article folder in one file, proved when it is made and when it is opened.

It is a zip archive of the folder's own files, the computed ones with them, and a manifest. It is
read in memory; nothing is unpacked to the disk.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from reader.content import computed
from reader.content.conform import neutral_data
from reader.content.folder import MemoryFolder
from reader.content.knowledge import Knowledge
from reader.content.manifest import MANIFEST_FILE, Manifest, PackedFile, read_manifest
from reader.content.trust import DistrustError, prove
from reader.errors import PackageError, TextError
from reader.text.article import article_from_bytes
from reader.text.formats.archive import Archive

TEXT_FILE = "article.txt"
_COMPUTED = "computed/"
_DATE = (1980, 1, 1, 0, 0, 0)  # the first a zip archive knows: the same bytes every time
_ALSO = ("LICENCE.txt", "LICENSE.txt", "README.md", "README.txt")
_UNIX = 3


class Packed(NamedTuple):
    """An opened package."""

    manifest: Manifest
    knowledge: Knowledge


def is_neva(data: bytes, name: str) -> bool:
    """Whether the zip file ``data`` is a package. Raises TextError if it is no zip file at all."""
    return MANIFEST_FILE in Archive(data, name)


def open_neva(data: bytes, name: str, *, whole: bool = False) -> Packed:
    """The package that ``data`` holds; ``name`` is for messages.

    whole: every file in it is compared with the manifest, not only those that are shown.
    Raises PackageError ``package-damaged``, ``package-format``; TextError for a bad archive.
    """
    archive = Archive(data, name)
    archive.demand_plain_names()
    manifest = read_manifest(_read(archive, MANIFEST_FILE, name), name)
    listed = {file.name: file for file in manifest.files}
    if set(archive.names) != {MANIFEST_FILE, *listed}:
        raise PackageError("package-damaged", file=name)
    files = {}
    for file_name, file in listed.items():
        if whole or file_name == TEXT_FILE or file_name.startswith(_COMPUTED):
            content = archive.read(file_name)
            if (len(content), hashlib.sha256(content).hexdigest()) != (file.size, file.sha256):
                raise PackageError("package-damaged", file=name)
            files[file_name] = content
    if TEXT_FILE not in files:
        raise PackageError("package-damaged", file=name)
    try:
        article = article_from_bytes(files[TEXT_FILE], manifest.id, name)
    except TextError:
        raise PackageError("package-damaged", file=name) from None
    knowledge = computed.load_knowledge(MemoryFolder(_harmless(files, name), "computed"), article)
    _prove(knowledge, manifest, name)
    return Packed(manifest, knowledge)


def _read(archive: Archive, member: str, name: str) -> bytes:
    if member not in archive:
        raise PackageError("package-damaged", file=name)
    return archive.read(member)


def _harmless(files: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """The computed files with no character in any name or sentence that acts on others."""
    changed = {}
    for file, content in files.items():
        if file.startswith(_COMPUTED):
            try:
                data = neutral_data(json.loads(content))
                changed[file] = json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
            except (ValueError, RecursionError):
                raise PackageError("package-damaged", file=name) from None
    return changed


def _prove(knowledge: Knowledge, manifest: Manifest, name: str) -> None:
    from reader.content.source import DATE_KINDS

    if knowledge.article.sha256 != manifest.sha256:
        raise PackageError("package-damaged", file=name)
    try:
        prove(knowledge, DATE_KINDS)
    except DistrustError:
        raise PackageError("package-damaged", file=name) from None
    if not _agree(manifest, knowledge):
        raise PackageError("package-damaged", file=name)


def _agree(manifest: Manifest, knowledge: Knowledge) -> bool:
    """Whether what the package says of itself is so; a later format may count what we do not."""
    said = (manifest.length, manifest.title_th, manifest.title_en)
    counts = _counts(knowledge)
    return (
        said == (knowledge.article.length, knowledge.title_th, knowledge.title_en)
        and {**counts, **manifest.counts} == {**manifest.counts, **counts}
        and all(entity in knowledge.entities for _, entity in manifest.names)
    )


def _counts(knowledge: Knowledge) -> dict[str, int]:
    details = knowledge.details
    return {
        "entities": len(knowledge.entities),
        "terms": len(knowledge.terms),
        "dates": len(knowledge.dates),
        "places": len(knowledge.places),
        "notes": len(details.notes),
        "events": len(details.events),
    }


# Making


class PackageFaultsError(Exception):
    """A folder that cannot be packed; ``faults`` says why."""

    def __init__(self, faults: Iterable[PackageError]) -> None:
        super().__init__()
        self.faults = list(faults)


def pack(folder: Path) -> bytes:
    """The package made of the content files in ``folder``, computed anew.

    The same files give the same bytes. Needs PyThaiNLP. Raises PackageFaultsError with all that has
    to be mended, PackageError or TextError if there is no package at all.
    """
    from reader.content.compute import knowledge_from
    from reader.content.source import load_source

    source = load_source(folder)
    if source.problems:
        raise PackageFaultsError(problem.as_error() for problem in source.problems)
    knowledge = knowledge_from(source)
    text = knowledge.article.text.encode("utf-8")
    files = {TEXT_FILE: text, **_content_files(folder)}
    for name, data in computed.serialised(knowledge).items():
        files[_COMPUTED + name] = data.encode()
    manifest = _manifest(knowledge, source.header, sorted(set(source.citations.values())), files)
    return _zipped({MANIFEST_FILE: manifest.serialised(), **dict(sorted(files.items()))})


def _content_files(folder: Path) -> dict[str, bytes]:
    from reader.content.known_keys import CONTENT_FILES

    found = {}
    for name in (*CONTENT_FILES, *_ALSO):
        try:
            found[name] = (folder / name).read_bytes()
        except FileNotFoundError:
            continue
        except OSError:
            raise PackageError("package-file-unreadable", file=name) from None
    return found


def _manifest(
    knowledge: Knowledge,
    header: Mapping[str, object],
    sources: list[str],
    files: Mapping[str, bytes],
) -> Manifest:
    names = {
        (name, entity.id): None
        for entity in knowledge.entities.values()
        for name in (
            entity.name_th,
            entity.name_en,
            *entity.other_th,
            *entity.other_en,
            *(variant.form for variant in entity.variants),
        )
    }
    authors = header.get("authors", [])
    return Manifest(
        id=knowledge.article.id,
        version=str(header.get("version", "1")),
        title_th=knowledge.title_th,
        title_en=knowledge.title_en,
        publisher_th=knowledge.publisher_th,
        publisher_en=knowledge.publisher_en,
        language=str(header.get("language", "th")),
        licence=str(header.get("licence", "")),
        text_licence=str(header.get("text_licence", "")),
        authors=list(authors) if isinstance(authors, list) else [],
        sha256=knowledge.article.sha256,
        length=knowledge.article.length,
        counts=_counts(knowledge),
        names=list(names),
        sources=sources,
        files=[
            PackedFile(name, len(data), hashlib.sha256(data).hexdigest())
            for name, data in sorted(files.items())
        ],
    )


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system = _UNIX
            info.external_attr = 0o100644 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=9)
    return out.getvalue()
