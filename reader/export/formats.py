"""Every format there is, by name, and how what was made gets to its place.

A file is written beside its target and moved into place, so that an export that fails never
destroys what was there. Each format's module is imported when the format is asked for.
"""

from __future__ import annotations

import io
import json
import os
import sys
import zipfile
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from reader import resources
from reader.content.knowledge import Knowledge
from reader.errors import ReaderError
from reader.export.options import Options

Make = Callable[[Knowledge, Options], bytes]
MakeFiles = Callable[[Knowledge, Options], Mapping[str, bytes]]


class Format(NamedTuple):
    """A format: what makes its one file, and its files by name where it has several.

    suffix: of its file's name. text: whether it may go to a terminal.
    """

    suffix: str
    text: bool
    make: Make
    make_files: MakeFiles | None = None


def _json_bytes(content: dict[str, Any]) -> bytes:
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    # a file name that is no Unicode becomes a JSON escape
    return text.encode("utf-8", "backslashreplace")


def _json(knowledge: Knowledge, _options: Options) -> bytes:
    from reader.export.json_export import json_export

    return _json_bytes(json_export(knowledge))


def _geojson(knowledge: Knowledge, _options: Options) -> bytes:
    from reader.export.geojson_export import geojson_export

    return _json_bytes(geojson_export(knowledge, resources.city_map_file()))


def _svg(knowledge: Knowledge, options: Options) -> bytes:
    from reader.export.map_svg import map_svg

    return map_svg(knowledge, options)


PAINTERS: dict[str, Make] = {}
"""What makes the formats that only the window's toolkit can draw; reader.ui.map_image fills it."""


def _png(knowledge: Knowledge, options: Options) -> bytes:
    return PAINTERS["png"](knowledge, options)


def _csv(knowledge: Knowledge, options: Options) -> bytes:
    from reader.export.csv_export import csv_table

    return csv_table(knowledge, options)


def _csv_files(knowledge: Knowledge, options: Options) -> Mapping[str, bytes]:
    from reader.export.csv_export import csv_files

    return csv_files(knowledge, options)


def _tei(knowledge: Knowledge, options: Options) -> bytes:
    from reader.export.tei_export import tei_export

    return tei_export(knowledge, options)


def _markdown(knowledge: Knowledge, options: Options) -> bytes:
    from reader.export.markdown_export import markdown_export

    return markdown_export(knowledge, options)


def _anki(knowledge: Knowledge, options: Options) -> bytes:
    from reader.export.anki_export import anki_export

    return anki_export(knowledge, options)


def _pdf(knowledge: Knowledge, options: Options) -> bytes:
    from reader.export.entry_sheets import entry_sheets
    from reader.export.pdf_writer import pdf_of

    return pdf_of(entry_sheets(knowledge, options), options.tick)


def _study_sheet(knowledge: Knowledge, options: Options) -> bytes:
    from reader.export.pdf_writer import pdf_of
    from reader.export.study_sheets import study_sheets

    return pdf_of(study_sheets(knowledge, options), options.tick)


FORMATS: Mapping[str, Format] = {
    "json": Format(".json", True, _json),
    "geojson": Format(".geojson", True, _geojson),
    "svg": Format(".svg", True, _svg),
    "png": Format(".png", False, _png),
    "csv": Format(".csv", True, _csv, _csv_files),
    "tei": Format(".xml", True, _tei),
    "pdf": Format(".pdf", False, _pdf),
    "anki": Format(".apkg", False, _anki),
    "markdown": Format(".md", True, _markdown),
    "study-sheet": Format(".pdf", False, _study_sheet),
}
"""By the name that the command line takes."""

SET_IN_LINES = frozenset({"pdf", "study-sheet"})
"""The formats that need to know where a line may end."""


def export(knowledge: Knowledge, name: str, output: str, options: Options) -> None:
    """Write ``knowledge`` in the format ``name`` to ``output``, a path, or ``-``: standard output.

    A format of several files makes a folder of them, or one archive if ``output`` ends in
    ``.zip``; if it ends like a file of the format, one file holds everything. Raises ReaderError
    ``output-unwritable``, ``output-binary`` (a terminal cannot take it), ``no-terms``, and
    Cancelled.
    """
    chosen = FORMATS[name]
    if output == "-":
        if not chosen.text:
            raise ReaderError("output-binary", format=name)
        _to_standard_output(chosen.make(knowledge, options))
        return
    if not output:
        raise ReaderError("output-unwritable", file=output)
    target = Path(output)
    suffix = target.suffix.lower()
    if chosen.make_files is not None and suffix == ".zip":
        write_whole(target, _zipped(chosen.make_files(knowledge, options)))
    elif chosen.make_files is not None and suffix != chosen.suffix:
        files = chosen.make_files(knowledge, options)
        _make_folder(target)
        for file, data in files.items():
            write_whole(target / file, data)
    else:
        write_whole(target, chosen.make(knowledge, options))


def _to_standard_output(data: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError:
        # the interpreter would complain once more when it closes the stream
        sys.stdout = None
        raise ReaderError("output-unwritable", file="-") from None


def _zipped(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            # a date of its own would make every archive another one
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return packed.getvalue()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError):
        raise ReaderError("output-unwritable", file=str(folder)) from None


_numbers = count()


def write_whole(target: Path, data: bytes) -> None:
    """Put ``data`` in the file ``target``, or leave what is there. ReaderError if it fails."""
    named = str(target)
    try:
        target = Path(os.path.realpath(target))
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a device or a pipe: nothing there to keep
            return
        part = target.with_name(f".neva-{os.getpid()}-{next(_numbers)}.part")
        try:
            with part.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                part.chmod(target.stat().st_mode & 0o777)
            os.replace(part, target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except (OSError, ValueError):
        raise ReaderError("output-unwritable", file=named) from None
