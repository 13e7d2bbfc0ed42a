"""Texts in any encoding of Thai, books and documents open as plain reading text."""

from __future__ import annotations

import hashlib
import re
import time
from pathlib import Path

import pytest
from books import CONTAINER, W, docx, epub, paragraph, zipped
from hypothesis import given
from hypothesis import strategies as st

from reader.content.reading import open_pasted, open_text
from reader.errors import TextError
from reader.messages import sentence_for
from reader.text.article import Article, any_article
from reader.text.encodings import decode
from reader.text.formats.markup import MarkupText

THAI = "การปฏิวัติเดือนตุลาคม (October Revolution)* ค.ศ. ๑๙๑๗\nน้ำใจ “ดี” – จบ\n"
TIS_620 = "การปฏิวัติเดือนตุลาคม (October Revolution)* ค.ศ. ๑๙๑๗\nน้ำใจ\n"


def read(data: bytes) -> Article:
    return any_article(data, "a", "a.bin")


def key_of(data: bytes) -> str:
    with pytest.raises(TextError) as caught:
        read(data)
    assert sentence_for(caught.value, "th")
    assert sentence_for(caught.value, "en")
    return caught.value.key


# Encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp874"])
def test_thai_is_read_in_each_of_its_encodings(encoding: str) -> None:
    assert read(THAI.encode(encoding)).text == THAI


def test_thai_is_read_in_tis_620() -> None:
    assert read(TIS_620.encode("tis-620")).text == TIS_620


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_byte_order_mark_stays_in_the_text(encoding: str) -> None:
    assert read(("\ufeff" + THAI).encode(encoding)).text == "\ufeff" + THAI


def test_same_words_in_any_encoding_are_the_same_article() -> None:
    digests = {read(TIS_620.encode(e)).sha256 for e in ("utf-8", "utf-16-le", "tis-620")}
    assert digests == {hashlib.sha256(TIS_620.encode()).hexdigest()}


def test_entry_is_read_in_windows_874_and_utf_16(entry_text: str) -> None:
    assert read(entry_text.encode("cp874")).text == entry_text
    assert read(entry_text.encode("utf-16-be")).text == entry_text


@pytest.mark.parametrize(
    "data",
    [
        "café résumé naïve".encode("latin-1"),
        "Привет, мир, как дела сегодня".encode("cp1251"),
        "Ärger über Öl und Süßes".encode("cp1252"),
        "東京は日本の首都です".encode("shift_jis"),
        "กขฃ".encode()[1:] * 40,
        b"\xe0\xb8" * 200,
    ],
)
def test_other_scripts_and_broken_utf_8_are_not_taken_for_thai(data: bytes) -> None:
    assert key_of(data) == "file-encoding"


def test_english_in_utf_16_without_a_mark_is_read() -> None:
    assert read("The October Revolution".encode("utf-16-le")).text == "The October Revolution"


@pytest.mark.parametrize("data", [b"\xff\xfe\x00\xd8", b"\xff\xfeA\x00B", b"\xfe\xff\xdc\x00"])
def test_half_a_surrogate_pair_in_a_file_is_told(data: bytes) -> None:
    assert key_of(data) == "file-encoding"


@given(st.binary())
def test_whatever_is_decoded_can_be_encoded_again(data: bytes) -> None:
    try:
        text = decode(data, "a")
    except TextError as error:
        assert error.key == "file-encoding"
    else:
        assert text is None or text.encode("utf-8") is not None


@given(st.text(st.sampled_from("กขคงรสนมาิี่้์ ๑\nA"), min_size=1).filter(str.strip))
def test_text_in_utf_16_with_a_mark_comes_back(text: str) -> None:
    assert read(text.encode("utf-16")).text == "\ufeff" + text


@pytest.mark.parametrize(
    ("start", "kind"), [(b"%PDF-1.7", "PDF"), (b"\xd0\xcf\x11\xe0", "DOC"), (b"{\\rtf1", "RTF")]
)
def test_file_of_another_program_is_named(start: bytes, kind: str) -> None:
    with pytest.raises(TextError) as caught:
        read(start + b"\0" * 100)
    assert caught.value.key == "file-other-kind"
    assert kind in sentence_for(caught.value, "th")


def test_markdown_is_shown_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "บันทึก.md"
    file.write_text("# หัวข้อ\n\n*คำ* <b>x</b>\n", encoding="utf-8", newline="")
    assert open_text(file).article.text == "# หัวข้อ\n\n*คำ* <b>x</b>\n"


def test_pasted_words_are_an_article(entry_text: str) -> None:
    known = open_pasted("คำ (Word)* \ud800", "ข้อความ")
    assert known.article.text == "คำ (Word)* \ufffd"
    assert known.title_th == "ข้อความ"
    assert open_pasted(entry_text, "ข้อความ").entities


def test_fifty_megabytes_are_read_in_a_second_or_so(entry_text: str, tmp_path: Path) -> None:
    for encoding in ("utf-8", "cp874", "utf-16-le"):
        file = tmp_path / "long.txt"
        file.write_text((entry_text + "\n") * 1300, encoding=encoding, newline="")
        start = time.perf_counter()
        open_text(file)
        assert time.perf_counter() - start < 10  # 0.5 s by itself; the rest is a busy machine


@pytest.mark.parametrize("encoding", ["utf-8", "tis-620"])
def test_mark_of_dos_at_the_end_of_a_text_is_allowed_and_stays(encoding: str) -> None:
    assert read((TIS_620 + "\x1a\x1a").encode(encoding)).text == TIS_620 + "\x1a\x1a"


@pytest.mark.parametrize("encoding", ["utf-8", "tis-620"])
def test_mark_of_dos_inside_a_text_is_no_text(encoding: str) -> None:
    assert key_of(("ก\x1a" + TIS_620).encode(encoding)) in ("file-binary", "file-encoding")
    assert key_of(b"\x1a\x1a") == "file-empty"


# EPUB


def chapter(data: bytes) -> bytes:
    """A book whose one chapter is ``data``."""
    return epub("", **{"OPS__บท 0.xhtml": data})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "charset", ["windows-874", "x-windows-874", "MS874", "iso-8859-11", "TIS-620", "no-such", ""]
)
def test_chapter_in_thai_of_eight_bits_is_read(charset: str) -> None:
    said = f'<meta charset="{charset}"/>' if charset else ""
    page = f"<html><head>{said}</head><body><p>การปฏิวัติ “เดือน” ตุลาคม</p></body></html>"
    assert read(chapter(page.encode("cp874"))).text == "การปฏิวัติ “เดือน” ตุลาคม"


def test_chapter_neither_utf_8_nor_thai_is_read_as_far_as_it_goes() -> None:
    assert read(chapter("<p>คำ".encode() + b"\xff\xfe</p>")).text == "คำ\ufffd\ufffd"


def test_hidden_parts_of_a_book_are_not_shown_but_its_notes_are() -> None:
    book = epub(
        "<p>ก<span hidden=''>ซ่อน<span>ใน</span></span>ข</p><nav HIDDEN><p>สารบัญ</p></nav>"
        "<p data-hidden='x' title=' hidden '>เห็น</p><p hidden/><p>จบ</p>"
        "<aside epub:type='footnote' hidden='hidden'><p>เชิงอรรถ</p></aside>"
    )
    assert read(book).text.splitlines() == ["กข", "เห็น", "จบ", "เชิงอรรถ"]


def test_declarations_before_a_chapter_are_not_read() -> None:
    page = (
        '<?xml version="1.0"?><!DOCTYPE html [\n<!ENTITY a "ข">\n<!ELEMENT p (#PCDATA)>\n]>\n'
        "<html><body><p>คำ [1] > ๑</p></body></html>"
    )
    assert read(chapter(page.encode())).text == "คำ [1] > ๑"


def test_controls_in_a_chapter_are_left_out() -> None:
    page = "<table><tr><td>ก\x00ข\x07</td><td>ค\x0bง</td></tr></table><pre>จ\x1cฉ</pre>"
    assert read(epub(page)).text == "กข\tคง\nจฉ"


def test_book_is_its_chapters_headings_and_paragraphs_a_line_each() -> None:
    book = epub(
        "<h1>บท ๑</h1><p>ย่อหน้า\n  <b>แรก</b>&nbsp;&amp;&#3586;</p><p>สอง<br/>สาม</p>",
        "<h1>บท ๒</h1><ul><li>ก</li><li>ข</li></ul><blockquote><p>คำ</p></blockquote>",
    )
    assert read(book).text.splitlines() == [
        "บท ๑", "ย่อหน้า แรก\u00a0&ข", "สอง", "สาม", "บท ๒", "ก", "ข", "คำ",
    ]  # fmt: skip


def test_footnotes_of_a_book_stand_at_the_end() -> None:
    book = epub(
        '<p>คำ<a epub:type="noteref" href="#n">๑</a></p>'
        '<aside epub:type="footnote" id="n"><p>๑ เชิงอรรถ</p></aside><p>ต่อ</p>',
        '<p>จบ</p><section role="doc-endnotes"><ol><li>ท้ายเล่ม</li></ol></section>',
    )
    assert read(book).text.splitlines() == ["คำ[๑]", "ต่อ", "จบ", "๑ เชิงอรรถ", "ท้ายเล่ม"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('ค.ศ. ๑๘๖๐<a epub:type="noteref" href="n.xhtml#n">๒</a> เขา', "ค.ศ. ๑๘๖๐[๒] เขา"),
        ('ค.ศ. 1860<sup><a href="#n">2</a></sup> เขา', "ค.ศ. 1860[2] เขา"),
        ('ค.ศ. 1860<a href="#n"><sup>2</sup></a> เขา', "ค.ศ. 1860[2] เขา"),
        ('มัซซีนี (Mazzini)*<a role="doc-noteref" href="#n">*</a>', "มัซซีนี (Mazzini)*[*]"),
        ('คำ<a epub:type="noteref" href="#n">[๒]</a>', "คำ[๒]"),
        ("พื้นที่ 10<sup>6</sup> ไร่", "พื้นที่ 106 ไร่"),
        ('ดู<a href="b.xhtml#c">บทที่ ๒</a> และ<a href="#c">๓</a>', "ดูบทที่ ๒ และ๓"),
    ],
)
def test_mark_of_a_note_in_a_book_is_no_part_of_the_year_before_it(markup: str, text: str) -> None:
    assert read(epub(f"<p>{markup}</p>")).text == text


def test_cell_of_several_paragraphs_stays_in_its_row() -> None:
    book = epub(
        "<table><tbody><tr><td><p>ปี</p></td><td><p>ยกพล</p><p>ขึ้นบก</p></td></tr>"
        "<tr><td></td><td><table><tr><td>ก</td><td>ข</td></tr></table></td></tr></tbody></table>ต่อ"
    )
    assert read(book).text.splitlines() == ["ปี\tยกพล ขึ้นบก", "\tก ข", "ต่อ"]


def test_table_of_one_column_is_its_paragraphs() -> None:
    book = epub("<table><tr><td><p>ก</p><p>ข</p></td></tr></table>")
    assert read(book).text.splitlines() == ["ก", "ข"]


def test_table_that_is_never_closed_loses_no_word() -> None:
    book = epub("<table><tr><td>ก<td>ข<tr><td>ค<td>ง<p>จ")
    assert read(book).text.splitlines() == ["ก\tข", "ค\tง จ"]


PARTS = (
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th>", "<p>", "</p>", "<br/>",
    '<a href="#n">', '<a epub:type="noteref" href="#n">', "</a>", "<sup>", "</sup>", "<pre>",
    "</pre>", "<tr/>",
    '<aside epub:type="footnote">', "</aside>", "<table/>", " ", "\n", "คำ",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=60))
def test_however_faulty_its_tables_are_a_book_keeps_every_word(parts: list[str]) -> None:
    words = [f"ก{n}ข" if part == "คำ" else part for n, part in enumerate(parts)]
    text = MarkupText()
    text.read("".join(words))
    found = re.findall("ก[0-9]+ข", "\n".join(text.lines + text.notes))
    assert sorted(found) == sorted(word for word in words if word.startswith("ก"))


def test_note_in_a_table_stands_with_the_other_notes() -> None:
    note = "<aside epub:type='footnote'><table><tr><td>๑</td><td>ดู</td></tr></table></aside>"
    book = epub(f"<table><tr><td>ก{note}</td><td>ข</td></tr></table>")
    assert read(book).text.splitlines() == ["ก\tข", "๑\tดู"]


def test_chapter_is_found_whatever_the_case_of_its_name() -> None:
    book = zipped(
        {
            "META-INF/container.xml": CONTAINER,
            "OPS/book.opf": (
                '<package><manifest><item id="a" href="Text/Ch%201.XHTML" '
                'media-type="application/xhtml+xml"/></manifest>'
                '<spine><itemref idref="a"/></spine></package>'
            ),
            "OPS/text/ch 1.xhtml": "<p>บทแรก</p>",
        }
    )
    assert read(book).text == "บทแรก"


def test_book_all_of_whose_chapters_are_missing_is_damaged() -> None:
    package = (
        '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '</manifest><spine><itemref idref="a"/></spine></package>'
    )
    book = zipped({"META-INF/container.xml": CONTAINER, "OPS/book.opf": package})
    assert key_of(book) == "book-damaged"


def test_table_of_a_book_has_a_line_for_a_row() -> None:
    book = epub("<table><tr><th>ปี</th><th>เหตุ</th></tr><tr><td>๑๙๑๗</td><td>ปฏิวัติ</td></tr></table>")
    assert read(book).text.splitlines() == ["ปี\tเหตุ", "๑๙๑๗\tปฏิวัติ"]


def test_script_style_and_pictures_are_not_read() -> None:
    book = epub(
        "<style>p{}</style><script>if (1<2) x()</script><p>คำ<img alt='x'/></p>"
        "<svg><text>s</text></svg>"
    )
    assert read(book).text == "คำ"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>ไม่ปิด", "ไม่ปิด"),
        ("<p>๑ < ๒ & ๓ > ๐</p>", "๑ < ๒ & ๓ > ๐"),
        ("<p a='>' b=\">\">คำ</p></p></div>", "คำ"),
        ("<p>คำ<!-- ซ่อน", "คำ"),
        ("<p>คำ<", "คำ<"),
        ("<![CDATA[<b>]]>", "<b>"),
    ],
)
def test_faulty_markup_is_read_as_far_as_it_goes(markup: str, text: str) -> None:
    assert read(epub(markup)).text.splitlines()[0] == text


def test_locked_book_says_so() -> None:
    locked = (
        '<encryption xmlns="urn:x">'
        '<CipherReference URI="OPS/%E0%B8%9A%E0%B8%97%200.xhtml"/></encryption>'
    )
    assert key_of(epub("<p>x</p>", **{"META-INF__encryption.xml": locked})) == "book-locked"
    fonts = '<encryption xmlns="urn:x"><CipherReference URI="OPS/a.ttf"/></encryption>'
    assert read(epub("<p>x</p>", **{"META-INF__encryption.xml": fonts})).text == "x"


@pytest.mark.parametrize("container", ["", "<a", "<container/>", "<rootfile full-path='none'/>"])
def test_book_without_a_way_to_its_text_is_damaged(container: str) -> None:
    assert key_of(zipped({"META-INF/container.xml": container})) == "book-damaged"


def test_book_without_words_is_empty() -> None:
    assert key_of(epub("<p> </p>")) == "file-empty"


# DOCX


def test_document_is_its_paragraphs() -> None:
    body = (
        paragraph("หัวเรื่อง")
        + "<w:p><w:r><w:t>ต้น</w:t><w:tab/><w:t xml:space='preserve'> กลาง</w:t><w:br/>"
        + "<w:t>ท้าย</w:t></w:r></w:p>"
        + "<w:p/>" + paragraph("จบ")
    )  # fmt: skip
    assert read(docx(body)).text == "หัวเรื่อง\nต้น\t กลาง\nท้าย\n\nจบ"


def test_notes_of_a_document_stand_at_the_end_in_the_order_of_the_text() -> None:
    body = (
        '<w:p><w:r><w:t>คำ</w:t><w:footnoteReference w:id="7"/><w:t>อีก</w:t>'
        '<w:endnoteReference w:id="1"/><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    note = '<w:footnote w:id="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    footnotes = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    footnotes += note.format(2, "สอง") + note.format(7, "เจ็ด") + note.format(9, "ไม่อ้าง")
    endnotes = note.replace("footnote", "endnote").format(1, "ท้าย")
    assert read(docx(body, footnotes, endnotes)).text.splitlines() == [
        "คำ[1]อีก[2][3]", "[1] เจ็ด", "[3] สอง", "[2] ท้าย",
    ]  # fmt: skip


def test_table_of_a_document_has_a_line_for_a_row() -> None:
    cell = "<w:tc>{}</w:tc>"
    row = "<w:tr>" + cell.format(paragraph("ก")) + cell.format(paragraph("ข") * 2) + "</w:tr>"
    assert read(docx(f"<w:tbl>{row}{row}</w:tbl>")).text == "ก\tข ข\nก\tข ข"


def test_table_within_a_cell_parts_no_columns() -> None:
    inner = (
        f"<w:tbl><w:tr><w:tc>{paragraph('ข')}</w:tc><w:tc>{paragraph('ค')}</w:tc></w:tr></w:tbl>"
    )
    row = f"<w:tr><w:tc>{paragraph('ก')}{inner}</w:tc><w:tc>{paragraph('ง')}</w:tc></w:tr>"
    assert read(docx(f"<w:tbl>{row}</w:tbl>")).text == "ก ข ค\tง"


def test_document_under_another_name_is_found_by_its_relations() -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Target="/word/document2.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument"/></Relationships>'
    )
    body = f'<w:document xmlns:w="{W}"><w:body>{paragraph("คำ")}</w:body></w:document>'
    files = {"[Content_Types].xml": "<Types/>", "_rels/.rels": relation}
    assert read(zipped({**files, "word/document2.xml": body})).text == "คำ"
    assert key_of(zipped(files)) == "archive-unknown"


def test_what_was_struck_out_or_stands_twice_is_left_out() -> None:
    body = (
        "<w:p><w:del><w:r><w:t>เก่า</w:t><w:delText>เก่า</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>ใหม่</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    assert read(docx(body)).text == "ใหม่"


def test_tab_stops_of_a_paragraph_are_no_tabs() -> None:
    stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/><w:tab/></w:tabs></w:pPr>'
    body = f"<w:p>{stops}<w:r><w:t>ก</w:t><w:tab/><w:t>ข</w:t></w:r></w:p>"
    assert read(docx(body)).text == "ก\tข"


def test_text_box_is_a_line_of_its_own_and_its_paragraph_stays_whole() -> None:
    box = f"<w:pict><w:txbxContent>{paragraph('กล่อง')}</w:txbxContent></w:pict>"
    body = (
        f"<w:p><w:r><w:t>ก่อน</w:t></w:r><w:r>{box}</w:r><w:r><w:t>หลัง</w:t></w:r></w:p>"
        + paragraph("ต่อ")
    )
    assert read(docx(body)).text.splitlines() == ["กล่อง", "ก่อนหลัง", "ต่อ"]


def test_hidden_words_of_a_document_are_not_shown() -> None:
    def run(properties: str, text: str) -> str:
        return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t><w:tab/></w:r>"

    body = (
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
        + run("<w:vanish/>", "ซ่อน")
        + run('<w:vanish w:val="0"/>', "เห็น")
        + run("<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>", "จบ")
        + "</w:p>"
    )
    assert read(docx(body)).text == "เห็น\tจบ\t"


@pytest.mark.parametrize("body", ["<w:p>", "</w:body>", "&nothing;", "\x00"])
def test_damaged_document_says_so(body: str) -> None:
    assert key_of(docx(body)) == "book-damaged"


def test_sheet_or_any_other_archive_is_no_text() -> None:
    assert key_of(zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""})) == "archive-unknown"
    assert key_of(zipped({"a.txt": "คำ"})) == "archive-unknown"


def test_book_is_known_by_what_it_holds_and_not_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "book.txt"
    file.write_bytes(epub("<p>คำ (Word)*</p>"))
    known = open_text(file)
    assert known.article.text == "คำ (Word)*"
    assert known.article.sha256 == hashlib.sha256("คำ (Word)*".encode()).hexdigest()
    assert len(known.terms) == 1
