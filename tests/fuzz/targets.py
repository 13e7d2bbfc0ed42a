"""What is fuzzed: every parser of what comes from outside. Bytes in; a ReaderError is an answer.

Any other exception is a fault, and so is an answer that breaks what the parser promises.
"""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from reader.content.manifest import MANIFEST_FILE, read_manifest
from reader.content.package import TEXT_FILE, open_neva
from reader.content.source import load_source
from reader.errors import ReaderError
from reader.export.json_export import json_export
from reader.messages import sentence_for
from reader.text.article import any_article
from reader.text.cleaning import clean
from reader.text.document_map import DocumentMap
from reader.text.formats import book_text
from reader.text.formats.markup import MarkupText
from reader.text.terms import find_terms

Target = Callable[[bytes], None]
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="a/b.opf"/></rootfiles></container>'
)
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
    '<item id="c" href="c%201.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="c"/></spine></package>'
)


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip file that stores ``files`` as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in files.items():
            made.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def _text(data: bytes) -> None:
    article = any_article(data, "a", "a.txt")
    assert article.text.encode("utf-8")
    assert article.paragraphs[-1].end <= article.length
    shown = DocumentMap(article.text)
    assert shown.position(article.length) == shown.length


def _archive(data: bytes) -> None:
    book_text(data, "a.zip")


def _neva(data: bytes) -> None:
    known = open_neva(data, "a.neva", whole=True).knowledge
    json.dumps(json_export(known)).encode()


def _markup(data: bytes) -> None:
    text = MarkupText()
    text.read(data.decode("utf-8", "replace"))
    assert all("\n" not in line for line in text.lines)


def _epub(data: bytes) -> None:
    opf, _, rest = data.partition(b"\0")
    container, _, chapter = rest.partition(b"\0")
    files = {
        "META-INF/container.xml": container or CONTAINER.encode(),
        "a/b.opf": opf or PACKAGE.encode(),
        "a/c 1.xhtml": chapter or b"<p>x",
    }
    book_text(archive(files), "a.epub")


def _docx(data: bytes) -> None:
    document, _, notes = data.partition(b"\0")
    files = {
        "[Content_Types].xml": b"",
        "word/document.xml": document,
        "word/footnotes.xml": notes or f'<w:footnotes xmlns:w="{_W}"/>'.encode(),
    }
    book_text(archive(files), "a.docx")


def _manifest(data: bytes) -> None:
    manifest = read_manifest(data, "a.neva")
    assert manifest.version_numbers is not None
    again = read_manifest(manifest.serialised(), "a.neva")
    assert again == manifest


@cache
def _good_package() -> dict[str, bytes]:
    from reader import resources

    folder = resources.article_folder()
    files = {TEXT_FILE: (folder / TEXT_FILE).read_bytes()}
    for path in sorted((folder / "computed").iterdir()):
        files[f"computed/{path.name}"] = path.read_bytes()
    return files


def sealed(files: Mapping[str, bytes], package_id: str = "fuzzed") -> bytes:
    """A ``.neva`` of ``files`` with a manifest that fits them, whatever they hold."""
    digests = {
        name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    }
    manifest = {
        "format": [1, 0], "id": package_id, "version": "1", **_titles(files),
        "publisher_th": "", "publisher_en": "", "language": "th", "licence": "", "text_licence": "",
        "authors": [], "sha256": digests[TEXT_FILE]["sha256"],
        "length": max(1, len(files[TEXT_FILE].decode("utf-8", "replace"))), "counts": {},
        "names": [], "sources": [], "files": digests,
    }  # fmt: skip
    return archive({MANIFEST_FILE: json.dumps(manifest).encode(), **files})


def _titles(files: Mapping[str, bytes]) -> dict[str, object]:
    """The titles that the computed part has, or any."""
    usual: dict[str, object] = {"title_th": "ก", "title_en": "a"}
    try:
        found = json.loads(files["computed/text.json"])
        return {key: found.get(key, title) for key, title in usual.items()}
    except (KeyError, ValueError, AttributeError, RecursionError):
        return usual


SMALL = "เมืองวารี (Varee)* ตั้งอยู่\nริมน้ำ\n".encode()


def _computed(data: bytes) -> None:
    """Three computed files of a small text, one after another."""
    text, _, rest = data.partition(b"\0")
    details, _, hours = rest.partition(b"\0")
    digest = hashlib.sha256(SMALL).hexdigest().encode()
    files = {
        TEXT_FILE: SMALL,
        "computed/text.json": text.replace(b"SHA", digest),
        "computed/details.json": details,
    }
    if hours:
        files["computed/hours.json"] = hours
    known = open_neva(sealed(files), "a.neva").knowledge
    json.dumps(json_export(known)).encode()


def _content(data: bytes) -> None:
    """Content files as people edit them: name, zero, content, zero ..."""
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=_fast_folder()) as name:
        folder = Path(name)
        (folder / "entities").mkdir()
        (folder / TEXT_FILE).write_bytes(SMALL)
        (folder / "package.toml").write_text('id = "a"\ntitle_th = "ก"\ntitle_en = "a"\n', "utf-8")
        parts = data.split(b"\0")
        allowed = (
            "package.toml", "sources.toml", "places.toml", "dates.toml", "notes.toml",
            "timeline.toml", "hours.toml", "entities/people.toml", "entities/places.toml",
        )  # fmt: skip
        for at, content in enumerate(parts[: len(allowed)]):
            if content:
                (folder / allowed[at]).write_bytes(content)
        for problem in load_source(folder).problems:
            sentence_for(problem.as_error(), "th")


@cache
def _fast_folder() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _cleaning(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    once = clean(text)
    assert clean(once.text).text == once.text
    assert once.to_cleaned(len(text)) == len(once.text)


def _terms(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for term in find_terms(text, (), range(0, len(text), 3)):
        assert 0 <= term.start < term.end <= term.gloss_start <= term.gloss_end < term.star
        assert text[term.star] == "*"


TARGETS: dict[str, Target] = {
    "text": _text,
    "archive": _archive,
    "neva": _neva,
    "markup": _markup,
    "epub": _epub,
    "docx": _docx,
    "manifest": _manifest,
    "computed": _computed,
    "content": _content,
    "cleaning": _cleaning,
    "terms": _terms,
}


def run(name: str, data: bytes) -> None:
    """One input through the target ``name``. A fault of the world is an answer in two languages."""
    try:
        TARGETS[name](data)
    except ReaderError as error:
        assert sentence_for(error, "th")
        assert sentence_for(error, "en")
