"""The text is verbatim, and what cannot be read is told in one sentence."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.content.knowledge import Knowledge
from reader.errors import TextError
from reader.messages import sentence_for
from reader.text.article import Article, article_from_bytes, paragraph_spans, read_article

ENTRY_SHA256 = "d49d0cf93a0818f6e29ad582afdbcd51c933d66e9295304a2989fd68850de258"
LINE_ENDS = ("\n", "\r", "\r\n", "\u2029")
texts = st.lists(st.sampled_from([*'กขาี่ๆa1 *()"\t\u00a0\u2028\u0085\v\f\ufeff😀', *LINE_ENDS])).map(
    "".join
)


def article_of(text: str) -> Article:
    return article_from_bytes(text.encode(), "a", "a.txt")


def key_of(data: bytes) -> str:
    with pytest.raises(TextError) as caught:
        article_from_bytes(data, "a", "a.txt")
    return caught.value.key


# The entry


def test_entry_is_the_text_as_it_was_handed_over(entry: Knowledge, entry_file: Path) -> None:
    data = entry_file.read_bytes()
    assert hashlib.sha256(data).hexdigest() == ENTRY_SHA256
    assert entry.article.text.encode() == data
    assert entry.article.sha256 == ENTRY_SHA256


def test_entry_has_14_paragraphs_and_13721_code_points(entry: Knowledge) -> None:
    assert entry.article.length == 13_721
    assert len(entry.article.paragraphs) == 14
    pieces = [entry.article.text[start:end] for start, end in entry.article.paragraphs]
    assert "\n".join(pieces) == entry.article.text


@pytest.mark.parametrize(
    "misprint",
    ["กบฎ", "เข็มแข็ง", "ที่ ปราศจาก", "อย่าง ไรก็ตาม", "Litvosk", "Cossaks", "BolsheviksMust"],
)
def test_misprints_of_the_entry_stay(entry_text: str, misprint: str) -> None:
    assert entry_text.count(misprint) == 1


def test_entry_breaks_off_in_a_word(entry_text: str) -> None:
    assert entry_text.endswith("ชนชั้นกรรมาชี")


# Any text


@pytest.mark.parametrize("end", LINE_ENDS)
def test_each_kind_of_line_end_parts_paragraphs_and_stays_in_the_text(end: str) -> None:
    article = article_of(f"หนึ่ง{end}สอง{end}{end}สี่{end}")
    assert article.text == f"หนึ่ง{end}สอง{end}{end}สี่{end}"
    assert [article.text[s:e] for s, e in article.paragraphs] == ["หนึ่ง", "สอง", "", "สี่"]


def test_byte_order_mark_is_kept_and_stands_outside_the_first_paragraph() -> None:
    article = article_of("\ufeffหนึ่ง\nสอง")
    assert article.text[0] == "\ufeff"
    assert article.paragraphs[0] == (1, 6)
    assert article.paragraph_at(0) == 0


def test_line_separator_is_no_paragraph_end() -> None:
    assert len(paragraph_spans("หนึ่ง\u2028สอง")) == 1


def test_last_line_end_opens_no_paragraph() -> None:
    assert paragraph_spans("a\n") == ((0, 1),)
    assert paragraph_spans("a\n\n") == ((0, 1), (2, 2))


def test_text_without_words_is_still_one_paragraph() -> None:
    assert paragraph_spans("") == ((0, 0),)


@given(texts)
def test_paragraphs_leave_out_line_ends_and_the_mark_and_nothing_else(text: str) -> None:
    spans = paragraph_spans(text)
    done = 0
    for number, (start, end) in enumerate(spans):
        assert text[done:start] in (LINE_ENDS if number else ("", "\ufeff"))
        assert not set(text[start:end]) & set("\r\n\u2029")
        done = end
    assert text[done:] in ("", *LINE_ENDS)


@given(texts)
def test_every_offset_lies_in_the_paragraph_that_begins_last_before_it(text: str) -> None:
    article = Article("a", text, "", paragraph_spans(text))
    for offset in range(len(text) + 1):
        begun = [n for n, span in enumerate(article.paragraphs) if span.start <= offset]
        assert article.paragraph_at(offset) == (begun[-1] if begun else 0)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_whatever_is_read_comes_back_byte_for_byte(text: str) -> None:
    data = f"ก{text}".encode()
    assert article_from_bytes(data, "a", "a").text.encode() == data


def test_offsets_count_code_points() -> None:
    article = article_of("😀ก\nข")
    assert article.length == 4
    assert article.paragraphs == ((0, 2), (3, 4))


# Bad input


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\ufeff\n\u2029".encode()])
def test_file_without_words_is_empty(data: bytes) -> None:
    assert key_of(data) == "file-empty"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\x7fELF\x02\x01\x01\x00\xff",
        b"PK\x03\x04\x14\x00\x00",
        b"text\x00with a zero",
        b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\x00",
    ],
)
def test_binary_file_is_no_text(data: bytes) -> None:
    assert key_of(data) == "file-binary"


@pytest.mark.parametrize("encoding", ["cp874", "utf-16", "utf-16-be"])
def test_thai_in_another_encoding_is_told_from_binary(encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    assert key_of(mark + "ภาษาไทย มีเว้นวรรค".encode(encoding)) == "file-encoding"


def test_undecodable_byte_is_named_by_its_place() -> None:
    with pytest.raises(TextError) as caught:
        article_from_bytes("กข".encode() + b"\xff" + "ค".encode(), "a", "a.txt")
    assert (caught.value.key, caught.value.values["byte"]) == ("file-encoding", 6)


def test_text_cut_in_the_middle_of_a_character_is_undecodable() -> None:
    assert key_of("กข".encode()[:-1]) == "file-encoding"


@given(st.binary())
def test_any_bytes_are_a_text_or_one_clear_fault(data: bytes) -> None:
    try:
        article = article_from_bytes(data, "a", "a.txt")
    except TextError as error:
        assert sentence_for(error, "th")
        assert sentence_for(error, "en")
    else:
        assert article.text.encode() == data


def test_missing_file_and_folder_are_told_apart(tmp_path: Path) -> None:
    for path, key in ((tmp_path / "none.txt", "file-missing"), (tmp_path, "file-folder")):
        with pytest.raises(TextError) as caught:
            read_article(path)
        assert caught.value.key == key
        assert caught.value.values["file"] == path.name


def test_file_used_as_a_folder_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("ก")
    with pytest.raises(TextError) as caught:
        read_article(file / "b.txt")
    assert caught.value.key == "file-missing"


def test_name_too_long_for_the_disk_is_unreadable_and_cut_short(tmp_path: Path) -> None:
    with pytest.raises(TextError) as caught:
        read_article(tmp_path / ("ก" * 400))
    assert caught.value.key == "file-unreadable"
    assert len(str(caught.value.values["file"])) < 100


def test_id_is_the_stem_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "การปฏิวัติ.ฉบับ.txt"
    file.write_text("ก", encoding="utf-8")
    assert read_article(file).id == "การปฏิวัติ.ฉบับ"
    assert read_article(file, "another").id == "another"
