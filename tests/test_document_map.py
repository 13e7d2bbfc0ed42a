"""Offsets of the article and positions of a real QTextDocument answer to one another."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from reader.content.knowledge import Knowledge
from reader.text.document_map import DocumentMap

PARAGRAPH = "\u2029"
SPECIAL = [
    *"กี้ำa \t\u00a0\u2028\u0085\x00\x0b\x0c\x1b\x7f\u200b\u200d",
    *"\ufdd0\ufdd1\ufdef\ufffc\ufffd\ufffe\uffff",
    "\r\n", "\r", "\n", "\u2029", "\ufeff", "😀", "𐍈", "\U0010ffff", "e\u0301",
]  # fmt: skip
texts = st.one_of(
    st.lists(st.sampled_from(SPECIAL)).map("".join),
    st.text(st.characters(exclude_categories=["Cs"])),
)


def units(text: str) -> bytes:
    return text.encode("utf-16-le")


def document_units(text: str) -> bytes:
    """What a document made of ``text`` holds, two bytes a position."""
    document = QTextDocument()
    document.setPlainText(DocumentMap(text).shown)
    return units(document.toRawText())


def expected(text: str, offset: int) -> str:
    """What a document must hold for the character at ``offset``."""
    char = text[offset]
    if char == "\ufeff" and in_mark(text, offset):
        return ""
    if char == "\r" and text[offset + 1 : offset + 2] == "\n":
        return ""
    if char in "\r\n\u2029":
        return PARAGRAPH
    drawable = char == "\t" or (char >= " " and char not in "\x7f\x85\ufffc\ufffe\uffff")
    return char if drawable and not "\ufdd0" <= char <= "\ufdef" else "\ufffd"


def in_mark(text: str, offset: int) -> bool:
    """Whether ``offset`` stands before or in the byte order mark, even one put twice."""
    return text.startswith("\ufeff" * (offset + 1))


def inside_crlf(text: str, offset: int) -> bool:
    return text[offset - 1 : offset + 1] == "\r\n" if offset else False


@given(texts)
@example("\ufeffก\r\n😀\u2029\r\r\n\ufeff")
@example("\r\n")
@example("\ufeff\ufeff")
def test_document_has_as_many_positions_as_the_map_says(text: str) -> None:
    held = document_units(text)
    assert len(held) == 2 * DocumentMap(text).length
    document = QTextDocument()
    document.setPlainText(DocumentMap(text).shown)
    assert document.characterCount() - 1 == DocumentMap(text).length


@given(texts)
@example("\ufeffก\r\n😀\u2029\r\r\n\ufeff")
def test_every_character_stands_where_the_map_says(text: str) -> None:
    table = DocumentMap(text)
    held = document_units(text)
    for offset in range(len(text)):
        start, end = table.position(offset), table.position(offset + 1)
        if inside_crlf(text, offset):
            # the pair is one separator, and belongs to its second half
            assert table.position(offset) == table.position(offset - 1)
        assert held[2 * start : 2 * end].decode("utf-16-le") == expected(text, offset)


@given(texts)
def test_offset_comes_back_from_its_position(text: str) -> None:
    table = DocumentMap(text)
    for offset in range(len(text) + 1):
        if inside_crlf(text, offset):
            assert table.offset(table.position(offset)) == offset - 1
        elif in_mark(text, offset):
            assert table.offset(table.position(offset)) == len(text) - len(text.lstrip("\ufeff"))
        else:
            assert table.offset(table.position(offset)) == offset


@given(texts)
def test_position_comes_back_from_its_offset(text: str) -> None:
    table = DocumentMap(text)
    held = document_units(text)
    for position in range(table.length + 1):
        unit = int.from_bytes(held[2 * position : 2 * position + 2], "little")
        is_second_half = 0xDC00 <= unit < 0xE000
        assert table.position(table.offset(position)) == position - is_second_half


@given(texts, st.integers(-5, 5))
def test_what_lies_outside_is_clamped(text: str, beyond: int) -> None:
    table = DocumentMap(text)
    outside = len(text) + beyond if beyond > 0 else beyond
    assert 0 <= table.position(outside) <= table.length
    assert 0 <= table.offset(table.length + abs(beyond)) <= len(text)
    assert table.offset(table.length + 3) == len(text)


@given(texts, st.data())
def test_selection_in_the_document_gives_the_very_characters(
    text: str, data: st.DataObject
) -> None:
    table = DocumentMap(text)
    places = [n for n in range(len(text) + 1) if not inside_crlf(text, n)]
    start = data.draw(st.sampled_from(places))
    end = data.draw(st.sampled_from([n for n in places if n >= start]))
    document = QTextDocument()
    document.setPlainText(table.shown)
    cursor = QTextCursor(document)
    cursor.setPosition(table.position(start))
    cursor.setPosition(table.position(end), QTextCursor.MoveMode.KeepAnchor)
    chosen = text[table.offset(cursor.selectionStart()) : table.offset(cursor.selectionEnd())]
    wanted = text[start:end]
    assert chosen == (wanted.lstrip("\ufeff") if in_mark(text, start) else wanted)


def test_entry_needs_no_table(entry: Knowledge) -> None:
    table = DocumentMap(entry.article.text)
    assert table.is_even
    assert table.length == entry.article.length


def test_no_break_space_and_double_space_stay() -> None:
    assert DocumentMap("ก\u00a0ข  ค").shown == "ก\u00a0ข  ค"
    assert document_units("ก\u00a0ข  ค").decode("utf-16-le") == "ก\u00a0ข  ค"


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("😀ก", 1, 2),
        ("\ufeffก", 1, 0),
        ("ก\r\nข", 3, 2),
        ("ก\r\nข", 2, 1),
        ("ก\rข\u2029ค", 4, 4),
        ("a\r\n😀\r\nb", 6, 5),
        ("ก\ufeffข", 2, 2),
        ("\ufeff\ufeffก", 2, 0),
    ],
)
def test_some_positions_by_hand(text: str, offset: int, position: int) -> None:
    assert DocumentMap(text).position(offset) == position


@given(
    st.lists(st.sampled_from([*SPECIAL, "ก" * 9, " ", "ปู่"]), max_size=60).map("".join),
    st.integers(6, 30),
)
def test_a_paragraph_shown_in_pieces_keeps_every_offset(text: str, longest: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.text.document_map.LONGEST", longest)
        patch.setattr("reader.text.document_map._SLACK", 4)
        parted = DocumentMap(text)
    document = QTextDocument()
    document.setPlainText(parted.shown)
    assert len(units(document.toRawText())) == 2 * parted.length
    positions = [parted.position(offset) for offset in range(len(text) + 1)]
    assert positions == sorted(positions)
    for offset in range(len(text)):
        if not inside_crlf(text, offset) and not in_mark(text, offset):
            assert parted.offset(positions[offset]) == offset


def test_a_very_long_line_is_shown_in_pieces_that_end_after_a_space() -> None:
    text = "ประโยคหนึ่ง " * 10_000
    shown = DocumentMap(text).shown.split("\n")
    assert max(map(len, shown)) <= 20_000
    assert all(piece.endswith(" ") for piece in shown)
    assert "".join(shown) == text


def test_no_mark_begins_a_piece_of_a_line_without_spaces() -> None:
    shown = DocumentMap("กี้" * 20_000).shown.split("\n")
    assert len(shown) == 3 or len(shown) == 4
    assert all(piece.startswith("ก") for piece in shown)
