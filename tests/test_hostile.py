"""Files made to do harm: one sentence, nothing written elsewhere, nothing hung or shown wrong."""

from __future__ import annotations

import io
import os
import re
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from books import W, docx, epub, zipped
from hypothesis import given, settings
from hypothesis import strategies as st
from support import ROOT, Package

from reader.cli import _open_for_window
from reader.content.found import with_names
from reader.content.package import open_neva
from reader.content.reading import open_file, open_pasted, open_text
from reader.content.shelf import Shelf
from reader.errors import ReaderError, TextError
from reader.messages import sentence_for
from reader.text import limits
from reader.text.article import Span, any_article
from reader.text.display import shown_name
from reader.text.formats.archive import Archive
from reader.text.formats.markup import MarkupText
from reader.text.names_found import FoundName
from reader.ui.tool_tip import plain_tip

sys.path.append(str(ROOT / "tests" / "fuzz"))

from seeds import seeds
from targets import SMALL, TARGETS, archive, run, sealed

QUICK_S = 10  # for what takes well under a second on a machine at rest


@pytest.fixture(autouse=True)
def nothing_hangs() -> Iterator[None]:
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < 3 * QUICK_S


def key_of(act: Callable[[], object]) -> str:
    with pytest.raises(ReaderError) as caught:
        act()
    for language in ("th", "en"):
        said = sentence_for(caught.value, language)
        assert said and "\n" not in said
    return caught.value.key


def read(data: bytes) -> str:
    return any_article(data, "a", "a.bin").text


# Archives


def named(*names: str, mode: int = 0o100644) -> bytes:
    """A good package with other files besides, called so."""
    files = {"article.txt": SMALL}
    made = io.BytesIO(sealed(files))
    with zipfile.ZipFile(made, "a") as more:
        for name in names:
            info = zipfile.ZipInfo("x")
            info.filename = name
            info.external_attr = mode << 16
            more.writestr(info, b"harm")
    return made.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt", "a/../../outside.txt", "/etc/outside", "C:/outside", "C:outside",
        "a\\..\\outside", "\\\\host\\share", "./a", "a//b", "a/./b", "a\u202etxt.exe", "a\x07b",
        "a\nb", "", "con.txt ", "a.", " a", "a:b", "a?b", "x" * 300, "a/" * 200,
    ],
)  # fmt: skip
def test_name_that_leads_elsewhere_or_acts_is_refused_and_nothing_is_written(
    name: str, tmp_path: Path
) -> None:
    file = tmp_path / "in" / "a.neva"
    file.parent.mkdir()
    file.write_bytes(named(name))
    shelf = tmp_path / "home" / "shelf"
    assert key_of(lambda: Shelf(shelf).install(file)) in ("archive-names", "package-damaged")
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.neva", "in"]


@pytest.mark.parametrize("mode", [0o120777, 0o010644, 0o020644, 0o060644, 0o140644])
def test_link_pipe_or_device_in_a_package_is_refused(mode: int) -> None:
    assert key_of(lambda: open_neva(named("a.txt", mode=mode), "a")) == "archive-names"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "name", ["article.txt", "ARTICLE.TXT", "artiﬁcle.txt", "ar\u0301ticle.txt"]
)
def test_name_that_stands_twice_is_refused(name: str) -> None:
    other = {"artiﬁcle.txt": "artificle.txt", "ar\u0301ticle.txt": "áticle.txt"}
    names = (name,) if "article" in name.lower() else (name, other.get(name, name))
    expected = ("archive-names", "package-damaged")
    assert key_of(lambda: open_neva(named(*names), "a")) in expected


def test_name_with_a_zero_in_it_is_refused() -> None:
    data = named("aXb.txt").replace(b"aXb.txt", b"a\0b.txt")
    assert key_of(lambda: open_neva(data, "a")) in ("archive-names", "archive-damaged")


def test_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped({"[Content_Types].xml": "", "word/document.xml": b" " * (30 << 20)})
    assert len(bomb) < 100_000
    assert key_of(lambda: read(bomb)) == "archive-too-large"


def test_bomb_that_lies_about_its_size_is_left_off() -> None:
    bomb = bytearray(zipped({"[Content_Types].xml": "", "word/document.xml": b" " * (30 << 20)}))
    size = struct.pack("<L", 30 << 20)
    while size in bomb:
        at = bomb.index(size)
        bomb[at : at + 4] = struct.pack("<L", 1000)
    assert key_of(lambda: read(bytes(bomb))) in ("archive-damaged", "book-damaged")


def test_many_files_are_too_large_together() -> None:
    noise = os.urandom(1 << 20) * 30
    chapters = {f"OPS/{n}.xhtml": noise for n in range(6)}
    items = "".join(
        f'<item id="c{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(6)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(6))
    book = zipped(
        {
            "META-INF/container.xml": '<a><rootfile full-path="OPS/b.opf"/></a>',
            "OPS/b.opf": f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>",
            **chapters,
        },
        zipfile.ZIP_STORED,
    )
    assert key_of(lambda: read(book)) == "archive-too-large"


def with_count(data: bytes, entries: int, directory: int | None = None) -> bytes:
    """``data`` with another number of files in its last record."""
    at = data.rindex(b"PK\x05\x06")
    end = bytearray(data[at:])
    struct.pack_into("<HH", end, 8, entries, entries)
    if directory is not None:
        struct.pack_into("<L", end, 12, directory)
    return data[:at] + bytes(end)


def test_million_entries_are_refused_before_they_are_listed() -> None:
    good = zipped({"a": ""})
    assert key_of(lambda: Archive(with_count(good, 65_535), "a")) == "archive-too-large"
    assert key_of(lambda: Archive(with_count(good, 1, 1 << 30), "a")) == "archive-too-large"
    at = good.rindex(b"PK\x05\x06")
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, *[10**6] * 2, 10**8, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    assert key_of(lambda: Archive(good[:at] + record + locator + good[at:], "a")) == (
        "archive-too-large"
    )


def test_more_entries_than_it_says_are_refused() -> None:
    many = zipped({f"{n}": "" for n in range(limits.ENTRIES + 1)}, zipfile.ZIP_STORED)
    assert key_of(lambda: Archive(with_count(many, 1), "a")) == "archive-too-large"


@pytest.mark.parametrize("flag", [1, 1 << 6])
def test_locked_archive_is_told(flag: int) -> None:
    data = bytearray(docx("<w:p/>"))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= flag | 1
            at = data.find(sign, at + 1)
    assert key_of(lambda: read(bytes(data))) == "archive-locked"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_way_of_packing_that_no_book_uses_is_refused(method: int) -> None:
    book = zipped({"[Content_Types].xml": "", "word/document.xml": "<a/>"}, method)
    assert key_of(lambda: read(book)) == "archive-damaged"


def test_archive_cut_short_anywhere_is_told() -> None:
    whole = epub("<p>คำ</p>")
    for length in range(4, len(whole), 13):
        assert key_of(lambda n=length: read(whole[:n])) in (
            "archive-damaged", "archive-unknown", "book-damaged",
        )  # fmt: skip


# XML, markup and JSON


BILLION = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(9))
    + f']><w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p></w:body>'
    + "</w:document>"
)


@pytest.mark.parametrize(
    "document",
    [
        BILLION,
        '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>&e;</a>',
        "<a>" * 100_000 + "</a>" * 100_000,
        '<?xml version="1.0" encoding="utf-7"?><a/>',
        '<?xml version="1.0" encoding="no-such-encoding"?><a/>',
        "<a " + " ".join(f'a{n}="x"' for n in range(50_000)),
        "<a>" + "<b/>" * (limits.MARKUP_PARTS + 1) + "</a>",
    ],
    ids=["billion", "file", "outside", "deep", "utf-7", "unknown", "attributes", "elements"],
)
def test_hostile_xml_is_damaged_and_quick(document: str) -> None:
    book = zipped({"[Content_Types].xml": "", "word/document.xml": document}, zipfile.ZIP_STORED)
    assert key_of(lambda: read(book)) == "book-damaged"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 300_000, "<" * 500_000, "<!--" * 300_000, "<![CDATA[" * 200_000,
        "&" * 1_000_000, "<a '" * 300_000, "<script>" * 200_000, "<p a=\"" * 200_000,
        "&amp" * 500_000, "<aside epub:type='footnote'>" * 50_000, "<pre>" * 200_000,
        "<!DOCTYPE a [" * 100_000, "<p hidden " * 50_000, "<p hidden>" * 200_000,
        "<table><tr><td>x" * 100_000, "<tr><td>x</table>" * 100_000, "<table>" + "<td>x" * 300_000,
        "<sup><a href='#'>" * 200_000, "<a href='#'>x" * 200_000,
    ],
)  # fmt: skip
def test_hostile_markup_is_read_in_a_moment(markup: str) -> None:
    start = time.perf_counter()
    text = MarkupText()
    text.read(f"<p>คำ</p>{markup}")
    assert text.lines[0] == "คำ"
    assert time.perf_counter() - start < QUICK_S


@pytest.mark.parametrize(
    "manifest",
    [
        b"[" * 1_000_000, b'{"a":' * 200_000, b"9" * 100_000, b'{"format": [1e999, 0]}', b"NaN",
        b'"\\ud800"', b"\xff", b"", b"null", b"[]", b'{"format": []}', b'{"format": {"0": 1}}',
    ],
)  # fmt: skip
def test_hostile_manifest_is_damaged(manifest: bytes) -> None:
    data = archive({"manifest.json": manifest, "article.txt": SMALL})
    assert key_of(lambda: open_neva(data, "a")) == "package-damaged"


# What a package says


def changed(part: str, *edits: tuple[str, str]) -> bytes:
    """The small computed package with ``edits`` in one of its JSON files."""
    text, details, hours = seeds("computed")[0].decode().split("\0")
    from hashlib import sha256

    files = {
        "computed/text.json": text.replace("SHA", sha256(SMALL).hexdigest()),
        "computed/details.json": details,
        "computed/hours.json": hours,
    }
    name = f"computed/{part}.json"
    for old, new in edits:
        assert old in files[name]
        files[name] = files[name].replace(old, new, 1)
    return sealed({"article.txt": SMALL, **{n: t.encode() for n, t in files.items()}})


def test_small_package_is_good() -> None:
    assert open_neva(changed("text"), "a").knowledge.hours


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("text", '[0,9,"varee"]]', '[0,99999,"varee"]]'),
        ("text", '[0,9,"varee"]]', '[-5,9,"varee"]]'),
        ("text", '[0,9,"varee"]]', '["0",9,"varee"]]'),
        ("text", '[0,9,"varee"]]', '[0,true,"varee"]]'),
        ("text", '[0,9,"varee"]]', '[0,9,"nobody"]]'),
        ("text", '[0,9,"varee"]]', '[0,9,"varee"],[3,9,"varee"]]'),
        ("text", '"place","เมือง', '"planet","เมือง'),
        ("text", '"1917-10-24"', '"1917-13-45"'),
        ("text", '"1917-10-24"', '"0000-00-00"'),
        ("text", '"10:30"', '"25:61"'),
        ("text", "59.9", "1e999"),
        ("text", "59.9", "590"),
        ("text", "[[9,9],[],[]]", '[["9"],[],[]]'),
        ("text", "[[9,9],[],[]]", "[[9,-3],[],[]]"),
        ("text", "[[9,9],[],[]]", "[[9,9]]"),
        ("text", '"title_en":"a"', '"title_en":7'),
        ("text", '"title_en":"a"', '"title_en":"\\ud800"'),
        ("details", '"entity":"varee"', '"entity":"nobody"'),
        ("details", '"born"', '"eaten"'),
        ("details", '"doubt"', '"gossip"'),
        ("details", '["varee"],["s"],null', '["nobody"],["s"],null'),
        ("details", "2413", "1e999"),
        ("hours", '"1917-10-24 09:00"', '"9999-99-99 99:99"'),
        ("hours", '"length":60', '"length":99999999999'),
        ("hours", '"soviet"', '"martians"'),
    ],
)
def test_package_whose_words_lead_nowhere_is_damaged(part: str, old: str, new: str) -> None:
    assert key_of(lambda: open_neva(changed(part, (old, new)), "a")) in (
        "package-damaged", "package-other-text",
    )  # fmt: skip


def test_characters_that_act_are_harmless_in_names_and_cards() -> None:
    evil = "a\\u202e\\u0007\\u2066b"
    data = changed("text", ('"เมืองวารี","Varee"', f'"ก{evil}","<b>{evil}</b>"'))
    entity = open_neva(data, "a").knowledge.entities["varee"]
    assert entity.name_th == "กa\ufffd\ufffd\ufffdb"
    assert entity.name_en == "<b>a\ufffd\ufffd\ufffdb</b>"


def test_package_of_another_text_is_refused() -> None:
    data = changed("text", ('"sha256":"', '"sha256":"0'))
    assert key_of(lambda: open_neva(data, "a")) == "package-other-text"


def test_file_that_was_changed_in_a_package_is_noticed() -> None:
    data = sealed({"article.txt": SMALL}).replace(SMALL, SMALL.swapcase())
    assert key_of(lambda: open_neva(data, "a")) in ("archive-damaged", "package-damaged")


# Names of files


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("รายงาน.txt", "รายงาน.txt"),
        ("a\u202etxt.exe", "a\\u202Etxt.exe"),
        ("a\nb\x1b[31m", "a\\u000Ab\\u001B[31m"),
        ("\ud800", "\\uD800"),
        ("่้abc", "\u25cc่้abc"),
        ("ก" + "่" * 50, "ก่่่่"),
        ("\U000e0041", "\\U000E0041"),
        ("א.txt", "\u2068א.txt\u2069"),
        ("<b>", "<b>"),
    ],
)
def test_name_is_shown_and_does_nothing(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@given(st.text(max_size=700))
def test_shown_name_is_short_and_of_one_line(name: str) -> None:
    shown = shown_name(name, 100)
    assert len(shown) <= 103
    assert not re.search("[\x00-\x1f\u2028\u2029\u202a-\u202e]", shown)
    shown.encode("utf-8")


def test_sentence_about_a_hostile_name_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(TextError) as caught:
        open_text(tmp_path / "a\n\u202eb\x1b]0;x\x07")
    said = sentence_for(caught.value, "th")
    assert "\n" not in said and "\x1b" not in said and "\u202e" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="names there hold no such thing")
def test_title_of_a_text_with_a_hostile_name_is_harmless(tmp_path: Path) -> None:
    file = tmp_path / "a\u202e<b>\x07.txt"
    file.write_text("คำ")
    known = open_text(file)
    assert known.title_th == "a\\u202E<b>\\u0007"


# Devices, sizes, odd texts


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
def test_window_waits_for_no_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert key_of(lambda: open_file(pipe)) == "file-special"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
def test_start_from_the_desktop_waits_for_no_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    monkeypatch.setenv("NEVA_READER_FROM_DESKTOP", "1")
    known, trouble = _open_for_window(str(pipe))
    assert known.article.id == "october-revolution"
    assert trouble is not None and trouble.key == "file-special"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
@pytest.mark.parametrize("pipe", ["article.txt", "computed/text.json", "computed/details.json"])
def test_window_waits_for_no_pipe_in_a_folder(package: Package, pipe: str) -> None:
    (package.folder / "computed").mkdir(exist_ok=True)
    (package.folder / pipe).unlink(missing_ok=True)
    os.mkfifo(package.folder / pipe)
    assert key_of(lambda: open_file(package.folder)) == "file-special"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_file_without_an_end_is_too_large() -> None:
    assert key_of(lambda: open_text(Path("/dev/zero"))) == "file-too-large"
    assert key_of(lambda: open_file(Path("/dev/zero"))) == "file-special"


def test_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as made:
        made.truncate(limits.FILE_BYTES + 1)
    start = time.perf_counter()
    assert key_of(lambda: open_text(file)) == "file-too-large"
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    "text",
    [
        "่" * 1000, "ก" + "้" * 100_000, "\u202e(ก)*\u202c", "\u0301 ก", "ก" * 1_000_000,
        "(" * 100_000 + ")*" * 1000, "(ก)*" * 20_000, "\ufeff\ufeff\ufeffก",
        "\ufdd0\uffff\U0010ffffก",
    ],
)  # fmt: skip
def test_odd_text_is_read_as_it_is(text: str, tmp_path: Path) -> None:
    file = tmp_path / "odd.txt"
    file.write_text(text, encoding="utf-8", newline="")
    assert open_text(file).article.text == text


def test_line_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    file = tmp_path / "line.txt"
    file.write_text("ภาษาไทย " * 460_000, encoding="utf-8")
    assert file.stat().st_size > 10**7
    start = time.perf_counter()
    assert len(open_text(file).article.paragraphs) == 1
    assert time.perf_counter() - start < QUICK_S


# Whatever comes


@pytest.mark.parametrize("target", TARGETS)
def test_kept_inputs_of_the_fuzzer_are_answered(target: str) -> None:
    inputs = seeds(target)
    packed = ROOT / "tests" / "fuzz" / "corpus" / f"{target}.zip"
    if packed.exists():
        with zipfile.ZipFile(packed) as kept:
            inputs += [kept.read(name) for name in kept.namelist()]
    for data in inputs:
        run(target, data)


@pytest.mark.parametrize("target", TARGETS)
@settings(max_examples=40)
@given(data=st.data())
def test_changed_inputs_are_answered(target: str, data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from(seeds(target))))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, max(0, len(whole) - 1)))
        end = at + data.draw(st.integers(0, 8))
        whole[at:end] = data.draw(st.binary(max_size=8))
    run(target, bytes(whole))


def test_command_line_says_one_sentence_about_a_bomb(tmp_path: Path) -> None:
    file = tmp_path / "a.epub"
    file.write_bytes(zipped({"META-INF/container.xml": b" " * (30 << 20)}))
    done = subprocess.run(
        [sys.executable, "-m", "reader", "index", "--json", str(file)],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, cwd=tmp_path, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert [p.name for p in tmp_path.iterdir()] == ["a.epub"]


def test_bad_package_is_one_sentence_wherever_it_is_given(tmp_path: Path) -> None:
    file = tmp_path / "a.neva"
    file.write_bytes(named("../x"))
    assert key_of(lambda: open_text(file)) == key_of(lambda: open_file(file)) == "archive-names"


def test_name_found_in_a_text_acts_on_nothing_in_the_lists() -> None:
    text = "เขาพบชื่อ\u202eกลับ\u2066ด้าน (Re\u202everse)* แล้ว"
    form = text[5:19]
    name = FoundName(
        "found:person:a", "person", form, "Re\u202everse", (form,), (Span(5, 19),), True
    )
    entity = with_names(open_pasted(text, "a"), [name]).entities["found:person:a"]
    shown = entity.name_th + entity.name_en
    assert "\u202e" not in shown and "\u2066" not in shown
    assert entity.variants[0].form == form


def test_tool_tip_takes_nothing_for_html() -> None:
    assert plain_tip("ออโรรา & เนวา") == "ออโรรา & เนวา"
    assert plain_tip("<b>x</b> & y") == "<span>&lt;b&gt;x&lt;/b&gt; &amp; y</span>"
