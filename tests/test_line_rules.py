"""Where a line may end: names whole, brackets and marks where a Thai reader expects them."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.content.knowledge import Knowledge
from reader.text.article import Span
from reader.text.line_rules import Breaks, breaks_of

CLOSERS = ")]}”’»*,.:;!?%ๆฯ…"
OPENERS = "([{“‘«"
LEADING_VOWELS = "เแโใไ"
FOLLOWING_VOWELS = "ะาำๅ"
SPACES = " \u00a0\t"
# What the entry's names are made of and no line end may cut.
PARTS_OF_NAMES = """
บอลเชวิค เปโตรกราด เปรโตรกราด โซเวียต รัสเซีย เลนิน วลาดีมีร์ ตรอตสกี เลออน เคเรนสกี
อะเล็กซานเดอร์ คอร์นีลอฟ ลาฟร์ คาเมเนฟ เลฟ ชีโนเวียฟ ซิโนเวียฟ ซีโนเวียฟ กรีกอรี สตาลิน โจเซฟ
กอร์กี แมกซิม มากซ์ คาร์ล มอสโก เรเวล วีบอร์ก เนวา สมอลนืย สมอนนืย เปโตรปาฟลอฟสกายา ฟินแลนด์
เยอรมนี เซอร์เบีย ลิตอฟสค์ เบรส ออโรรา เรดการ์ด คอสแซค คอมมิวนิสต์ กรรมาชี รัฐธรรมนูญ
ประชาธิปไตย เฉพาะกาล กุมภาพันธ์ ตุลาคม Rabochy Put Soldatskaya Pravda BolsheviksMust Crisis
Ripened
"""


def all_breaks(breaks: Breaks) -> list[int]:
    return sorted([*breaks.free, *breaks.held, *breaks.inside])


def starts_with_mark(text: str) -> bool:
    return unicodedata.category(text[0]).startswith("M") or text[0] in FOLLOWING_VOWELS


def fault_at(text: str, offset: int) -> str | None:
    """Why no line may end at ``offset``, by the book; None if it may."""
    if not 0 < offset < len(text):
        return "at the edge"
    line, next_line = text[:offset].rstrip(SPACES) or " ", text[offset:]
    if next_line[0] in CLOSERS:
        return "before a closing mark"
    if line[-1] in OPENERS:
        return "after an opening mark"
    if next_line[0] in SPACES:
        return "before a space"
    if starts_with_mark(next_line) or line[-1] in LEADING_VOWELS:
        return "in a cluster"
    if text[offset - 1] == "\u00a0":
        return "at a space that holds"
    if text[offset - 1] not in SPACES and next_line[0].isascii() and text[offset - 1].isascii():
        return "in a Latin word or a number"
    return None


# The entry


def test_no_line_of_the_entry_ends_where_the_book_forbids(entry: Knowledge) -> None:
    text = entry.article.text
    faults = {
        text[offset - 10 : offset] + "|" + text[offset : offset + 10]: fault_at(text, offset)
        for offset in all_breaks(entry.breaks)
        if fault_at(text, offset)
    }
    assert faults == {}


def test_levels_of_breaks_are_ascending_and_share_nothing(entry: Knowledge) -> None:
    for level in entry.breaks:
        assert all(one < other for one, other in pairwise(level))
    together = all_breaks(entry.breaks)
    assert len(together) == len(set(together))


def test_names_of_the_entry_are_whole_while_they_fit(entry: Knowledge) -> None:
    outside = {*entry.breaks.free, *entry.breaks.held}
    for mention in entry.mentions:
        assert not outside & set(range(mention.start + 1, mention.end))


def test_only_names_are_cut_in_the_last_resort(entry: Knowledge) -> None:
    inner = {n for m in entry.mentions for n in range(m.start + 1, m.end)}
    assert set(entry.breaks.inside) <= inner


@pytest.mark.parametrize("part", PARTS_OF_NAMES.split())
def test_word_of_a_name_is_never_cut(entry: Knowledge, part: str) -> None:
    breaks = set(all_breaks(entry.breaks))
    found = [match.start() for match in re.finditer(part, entry.article.text)]
    assert found
    for start in found:
        assert not breaks & set(range(start + 1, start + len(part)))


def test_long_name_may_turn_between_its_words(entry: Knowledge) -> None:
    text, inside = entry.article.text, set(entry.breaks.inside)
    wide = {m for m in entry.mentions if m.end - m.start > 14}
    assert wide
    for mention in wide:
        words = text[mention.start : mention.end]
        assert inside & set(range(mention.start + 1, mention.end)), words


def test_line_can_be_filled_everywhere_in_the_entry(entry: Knowledge) -> None:
    """Names aside, no stretch without a break is longer than a long Thai word."""
    text = entry.article.text
    edges = sorted(
        {0, len(text), *all_breaks(entry.breaks), *(m.end() for m in re.finditer("\n", text))}
    )
    longest = max((text[a:b] for a, b in pairwise(edges)), key=len)
    assert len(longest) <= 20, longest


@pytest.mark.parametrize(
    "held", ["กรุง|เปโตรกราด", "นคร|มอสโก", "นายพล|ลาฟร์", "กองทหาร|คอสแซค", "วันที่ |๒๔", "๒๔ |ตุลาคม",
             "ค.ศ. |๑๙๑๗", "๑๐ : |๒", "๑๔.๒๓ |น.", "๕,๐๐๐ |กระบอก", "ประมาณ |๓.๓๐", "๗ |คน"],
)  # fmt: skip
def test_number_stays_with_its_word_and_a_title_with_its_name(entry: Knowledge, held: str) -> None:
    before, after = held.split("|")
    found = list(re.finditer(re.escape(before + after), entry.article.text))
    assert found
    for match in found:
        offset = match.start() + len(before)
        assert offset not in entry.breaks.free
        assert offset in entry.breaks.held


@pytest.mark.parametrize(
    "whole", ["๓-๑๐ ต", "๑๐ : ๒", "๕,๐๐๐", "๐๓.๑๐", "All-Russian", "ต่าง ๆ", "Brest-Litvosk)*"]
)
def test_numbers_ranges_and_hyphenated_words_stay_whole(entry: Knowledge, whole: str) -> None:
    end = len(whole.split(" ต")[0])
    for match in re.finditer(re.escape(whole), entry.article.text):
        inner = range(match.start() + 1, match.start() + end)
        assert not set(entry.breaks.free) & set(inner)


def test_latin_phrase_turns_at_its_own_spaces_only(entry: Knowledge) -> None:
    text, breaks = entry.article.text, set(all_breaks(entry.breaks))
    phrases = list(re.finditer(r"[(\[][A-Z][^)\]]*[)\]]+\*?", text))
    assert len(phrases) > 20
    for phrase in phrases:
        for offset in range(phrase.start() + 1, phrase.end()):
            assert (offset in breaks) == (text[offset - 1] == " "), phrase.group()


@pytest.mark.parametrize(
    "phrase",
    [
        "กองกำลัง|จาก|แนวหน้า",
        "สนับสนุน|ประชาชน",
        "เส้นทาง|รถไฟ|ถูก",
        "ขบวนการ|ปฏิวัติ",
        "รวบรวม|กำลัง",
        "ใจกลาง|เมือง",
        "นอก|ประเทศ|ได้",
        "จำนวน|หนึ่ง",
        "เรียกร้อง|ให้|ขับ|คน",
    ],
)
def test_entry_turns_between_words(entry: Knowledge, phrase: str) -> None:
    words = phrase.split("|")
    start = entry.article.text.index("".join(words))
    cuts = {start + len("".join(words[: n + 1])) for n in range(len(words) - 1)}
    inner = set(range(start + 1, start + len("".join(words))))
    assert set(entry.breaks.free) & inner == cuts


@pytest.mark.parametrize(
    "quoted",
    ["การปฏิวัติสังคมนิยมเดือนตุลาคมอันยิ่งใหญ่", "The Crisis Has Ripened", "คืนอำนาจรัฐทั้งหมดแก่สภาโซเวียต"],
)
def test_straight_quotes_stick_to_what_they_quote(entry: Knowledge, quoted: str) -> None:
    start = entry.article.text.index(f'"{quoted}"')
    breaks = set(all_breaks(entry.breaks))
    assert start + 1 not in breaks
    assert start + 1 + len(quoted) not in breaks


# Any text

pieces = st.sampled_from(
    [
        *"กขคชา", "เก", "แข", "โค", "ใจ", "ไป", "ที่", "น้ำ", "จะ", "๒๔", "17", "ab", "Cd", "ๆ", "ฯ",
        *"()[]“”«»", ")*", '"', ",", ".", ":", "-", "–", "!", "?",
        " ", "  ", "\u00a0", "\t", "\n", "é", "e\u0301", "😀",
    ]
)  # fmt: skip


@st.composite
def set_texts(draw: st.DrawFn) -> tuple[str, list[int], list[Span]]:
    """A text, word boundaries anywhere in it, and names that do not overlap."""
    text = "".join(draw(st.lists(pieces, max_size=40)))
    offsets = st.integers(0, len(text))
    words = draw(st.lists(offsets, max_size=30))
    edges = sorted(draw(st.sets(offsets, max_size=8)))
    names = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    return text, words, names


@given(set_texts())
@example(("-ก", [1], []))
@example(('ก " ข', [], []))
@example(("(  ก", [], []))
def test_no_line_ever_ends_where_the_book_forbids(case: tuple[str, list[int], list[Span]]) -> None:
    text, words, names = case
    for offset in all_breaks(breaks_of(text, words, names)):
        assert fault_at(text.replace("\n", "¶"), offset) is None


@given(set_texts())
def test_name_is_never_cut_but_in_the_last_resort(case: tuple[str, list[int], list[Span]]) -> None:
    text, words, names = case
    breaks = breaks_of(text, words, names)
    inner = {n for name in names for n in range(name.start + 1, name.end)}
    assert not inner & {*breaks.free, *breaks.held}
    assert set(breaks.inside) <= inner


@given(set_texts())
def test_line_ends_only_between_words_or_after_spaces(
    case: tuple[str, list[int], list[Span]],
) -> None:
    text, words, names = case
    edges = {edge for name in names for edge in name}
    for offset in all_breaks(breaks_of(text, words, names)):
        assert offset in words or offset in edges or text[offset - 1] in SPACES


@given(set_texts(), st.integers(0, 50), st.integers(0, 50))
def test_best_break_is_the_last_of_the_freest_level(
    case: tuple[str, list[int], list[Span]], start: int, length: int
) -> None:
    breaks = breaks_of(*case)
    candidates = [[n for n in level if start < n <= start + length] for level in breaks]
    wanted = next((level[-1] for level in candidates if level), None)
    assert breaks.last_between(start, start + length) == wanted


def test_breaks_move_with_their_text() -> None:
    assert Breaks([1, 5], [2], []).shifted(10) == Breaks([11, 15], [12], [])


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("คำ (Latin phrase)* ต่อ", [], [3, 10, 19]),
        ("ต่าง ๆ กัน", [], [7]),
        ("ก ข ฯลฯ ค", [], [2, 8]),
        ("เขา “กล่าว” ว่า", [4, 5, 10, 11], [4, 12]),
        ('เขา "กล่าว" ว่า', [4, 5, 10, 11], [4, 12]),
        ("ก\u00a0ข ค", [2], [4]),
        ("ราคา ฿๑๐", [5, 6], [5]),
        ("abcdef", [1, 2, 3], []),
        ("ไทยEnglishไทย", [3, 10], [3, 10]),
        ("ไทย-ลาว", [3, 4], [4]),
    ],
)
def test_some_lines_by_hand(text: str, words: list[int], wanted: list[int]) -> None:
    assert list(breaks_of(text, words, []).free) == wanted


def test_unpaired_quote_does_not_reach_into_the_next_paragraph() -> None:
    text = 'ก "ข\n"ค" ง'
    assert list(breaks_of(text, [], []).free) == [2, 9]


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        ("เมื่อ วันที่ ๒๔ ตุลาคม นี้", None, "วันที่ |๒๔ |ตุลาคม"),
        ("ใน ค.ศ. ๑๙๑๗ นี้", None, "ค.ศ. |๑๙๑๗"),
        ("เวลา ๒๑.๐๐ น. นี้", None, "๒๑.๐๐ |น."),
        ("ด้วยคะแนน ๑๐ : ๒ เสียง", None, "๑๐ : |๒"),
        ("มีสมาชิก 7 คน แล้ว", None, "7 |คน"),
        ("ณ กรุงเปโตรกราด นี้", "เปโตรกราด", "กรุง|เปโตรกราด"),
        ("คือ นายพลลาฟร์ แล้ว", "ลาฟร์", "นายพล|ลาฟร์"),
    ],
)
def test_number_or_title_is_parted_from_its_word_only_if_it_must_be(
    text: str, name: str | None, held: str
) -> None:
    names = [Span(text.index(name), text.index(name) + len(name))] if name else []
    first, *rest = held.split("|")
    offset = text.index(held.replace("|", "")) + len(first)
    wanted = [offset]
    for word in rest[:-1]:
        wanted.append(wanted[-1] + len(word))
    breaks = breaks_of(text, [], names)
    assert list(breaks.held) == wanted
    assert not set(wanted) & set(breaks.free)
