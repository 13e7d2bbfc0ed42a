"""Who, where and when in a text that nobody has prepared."""

from __future__ import annotations

import itertools
import json
import sys
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from term_edges import GOLD, marked

from reader.content.knowledge import Knowledge
from reader.messages import sentence
from reader.text import name_tags
from reader.text.analysis import FIRST_PIECE, analysed, pieces
from reader.text.dates_found import find_dates
from reader.text.name_candidates import Candidate
from reader.text.names_found import FoundName, find_names
from reader.text.spelling import may_be_one, spellings_in


@cache
def found_in(text: str) -> dict[str, FoundName]:
    """The names of ``text`` by their full form, as the worker tells them."""
    told = [message for message in analysed(text) if message.get("complete")][-1]
    names = [FoundName(*row) for row in told["names"]]
    return {name.name: name for name in names}


@pytest.fixture(scope="module")
def found(entry_text: str) -> dict[str, FoundName]:
    """The names of the entry, found without its package."""
    return found_in(entry_text)


# The entry without its names


@pytest.mark.parametrize(
    ("name", "kind", "foreign", "least"),
    [
        ("วลาดีมีร์ เลนิน", "person", "Vladimir Lenin", 16),
        ("เลออน ตรอตสกี", "person", "Leon Trotsky", 11),
        ("อะเล็กซานเดอร์ เคเรนสกี", "person", "Alexander Kerensky", 8),
        ("แมกซิม กอร์กี", "person", "Maxim Gorky", 1),
        ("พรรคบอลเชวิค", "organisation", "Bolsheviks", 30),
        ("คณะกรรมาธิการปฏิวัติทหาร", "organisation", "Military Revolutionary Committee", 6),
        ("เปโตรกราด", "place", "", 20),
        ("รัสเซีย", "place", "", 8),
        ("ฟินแลนด์", "place", "", 2),
        ("สงครามโลกครั้งที่ ๑", "event", "First World War", 1),
        ("เรือลาดตระเวนออโรรา", "vessel", "Aurora", 2),
    ],
)
def test_name_of_the_entry_is_found_with_its_mentions(
    found: dict[str, FoundName], name: str, kind: str, foreign: str, least: int
) -> None:
    assert found[name].kind == kind
    assert found[name].foreign == foreign
    assert len(found[name].mentions) >= least


def test_spellings_of_one_man_are_one_name(found: dict[str, FoundName]) -> None:
    assert {"ซีโนเวียฟ", "ซิโนเวียฟ"} < set(found["กรีกอรี ชีโนเวียฟ"].forms)


def test_surname_alone_means_the_man(found: dict[str, FoundName], entry_text: str) -> None:
    printed = [entry_text[start:end] for start, end in found["เลฟ คาเมเนฟ"].mentions]
    assert set(printed) == {"เลฟ คาเมเนฟ", "คาเมเนฟ"}


def test_mentions_never_overlap_and_are_words_of_the_text(
    found: dict[str, FoundName], entry_text: str
) -> None:
    spans = sorted(span for name in found.values() for span in name.mentions)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    for name in found.values():
        assert {entry_text[start:end] for start, end in name.mentions} <= set(name.forms)


# Any text


def test_names_with_glosses_are_found_where_the_model_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pycrfsuite", None)
    name_tags._model.cache_clear()
    name_tags._tagged.cache_clear()
    try:
        names = found_in("ต่อมานายพลลาฟร์ คอร์นีลอฟ (Lavr Kornilov)* ถูกจับ คอร์นีลอฟลี้ภัยไปฝรั่งเศส")
        assert list(names) == ["ลาฟร์ คอร์นีลอฟ", "ฝรั่งเศส"]
    finally:
        name_tags._model.cache_clear()
        name_tags._tagged.cache_clear()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("กรุงซาราเยโว (Sarajevo)*", "ซาราเยโว", "place"),
        ("นายพลฟรังโก (Franco)*", "ฟรังโก", "person"),
        ("กวีรืยเลเยฟ (Ryleyev ค.ศ. ๑๗๙๕-๑๘๒๖)*", "รืยเลเยฟ", "person"),
        ("หนังสือพิมพ์ปราฟดา (Pravda)*", "ปราฟดา", "work"),
        ("แผนมาร์แชลล์ (Marshall Plan)*", "แผนมาร์แชลล์", "concept"),
        ("สงครามไครเมีย (Crimean War)*", "สงครามไครเมีย", "event"),
    ],
)
def test_words_before_a_name_tell_what_it_is(text: str, name: str, kind: str) -> None:
    assert found_in(text)[name].kind == kind


def test_surname_of_two_is_nobodys() -> None:
    text = "ปีเตอร์ อีวานอฟ (Peter Ivanov)* และพอล อีวานอฟ (Paul Ivanov)* ต่อมาอีวานอฟลาออก"
    names = found_in(text)
    assert [len(names[one].mentions) for one in ("ปีเตอร์ อีวานอฟ", "พอล อีวานอฟ")] == [1, 1]


def test_rulers_of_one_name_stay_apart() -> None:
    text = "ซาร์นิโคลัสที่ ๑ (Nicholas I)* และซาร์นิโคลัสที่ ๒ (Nicholas II)* ต่อมานิโคลัสที่ ๒ สละราชย์"
    names = found_in(text)
    assert len(names["นิโคลัสที่ ๑"].mentions) == 1
    assert len(names["นิโคลัสที่ ๒"].mentions) == 2


def test_what_the_model_alone_has_found_once_is_no_name() -> None:
    text = "สมศักดิ์เดินทางไปเมืองหนึ่ง"
    assert find_names(text, range(len(text)), (), [Candidate(0, 8, "person")]) == []
    twice = f"{text} {text}"
    again = [Candidate(0, 8, "person"), Candidate(28, 36, "person")]
    assert [name.name for name in find_names(twice, range(len(twice)), (), again)] == ["สมศักดิ์"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ซีโนเวียฟ", "ชีโนเวียฟ", True),
        ("เปโตรกราด", "เปรโตรกราด", True),
        ("นิโคลัสที่ ๑", "นิโคลัสที่ ๒", False),
        ("เลนิน", "สตาลิน", False),
        ("มอสโก", "มิวนิก", False),
    ],
)
def test_spellings_of_a_name(one: str, other: str, same: bool) -> None:
    assert may_be_one(one, other) is same
    assert may_be_one(other, one) is same


@given(st.text("กขซชศรลวาิีโเ์่อ ๑", max_size=12), st.text("กขซชศรลวาิีโเ์่อ ๑", max_size=40))
def test_spellings_are_words_of_the_text(form: str, text: str) -> None:
    assert may_be_one(form, form)
    for other in spellings_in(text, form):
        assert other in text
        assert other != form


# Dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("วันที่ ๑๒ พฤศจิกายน ค.ศ. ๑๙๑๗", [("๑๒ พฤศจิกายน ค.ศ. ๑๙๑๗", "1917-11-12", "day", 2460)]),
        ("วันที่ ๓-๑๐ ตุลาคม", [("๓-๑๐ ตุลาคม", "--10-03/--10-10", "range", None)]),
        ("ค.ศ. ๑๘๕๓-๑๘๕๖", [("ค.ศ. ๑๘๕๓-๑๘๕๖", "1853/1856", "range", 2396)]),
        ("ค.ศ. 1918-19", [("ค.ศ. 1918-19", "1918/1919", "range", 2461)]),
        ("พ.ศ. ๒๔๖๐", [("พ.ศ. ๒๔๖๐", "1917", "year", 2460)]),
        ("เดือนกันยายน ค.ศ. ๑๘๑๔", [("กันยายน ค.ศ. ๑๘๑๔", "1814-09", "month", 2357)]),
        ("วันที่ ๔๕ มกราคม ของทุกปี ๑๙๑๗ คน", []),
    ],
)
def test_dates_are_found_as_printed(text: str, dates: list[Any]) -> None:
    assert [
        (text[date.start : date.end], date.value, date.precision, date.be)
        for date in find_dates(text)
    ] == dates


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_known(month: int) -> None:
    name = sentence(f"month-{month}", "th")
    (date,) = find_dates(f"๙ {name} ค.ศ. ๑๙๐๕")
    assert date.value == f"1905-{month:02d}-09"


@given(st.text("๐๑๒9 -มกราคมค.ศพ", max_size=60))
def test_no_figures_are_too_much(text: str) -> None:
    last = 0
    for date in find_dates(text):
        assert last <= date.start < date.end <= len(text)
        last = date.end


# Piece by piece


@settings(deadline=None, max_examples=60)
@given(st.text("ก \n\r\u2029", max_size=300), st.integers(1, 5))
def test_pieces_are_the_whole_text(text: str, times: int) -> None:
    whole = text * times * 20
    cut = list(pieces(whole))
    assert "".join(whole[start:end] for start, end in cut) == whole
    assert all(start < end for start, end in cut)


def test_what_comes_in_pieces_is_what_comes_at_once() -> None:
    texts = [marked(path)[0] for path in sorted(GOLD.glob("*.txt"))]
    text = "\n".join(texts)
    assert len(text) > 3 * FIRST_PIECE
    messages = [message for message in analysed(text, names=False) if "free" in message]
    assert len(messages) > 1
    assert [message["end"] for message in messages[:-1]] == [
        message["start"] for message in messages[1:]
    ]
    for name in ("free", "held", "inside"):
        offsets = [offset for message in messages for offset in message[name]]
        assert offsets == sorted(set(offsets))
    stars = [term[4] for message in messages for term in message["terms"]]
    assert [text[star] for star in stars] == ["*"] * text.count("*")


def test_progress_never_goes_back() -> None:
    steps = [(m["step"], m["done"]) for m in analysed("สงคราม (War)*\n" * 2000) if "step" in m]
    names = [step for step, _ in steps]
    assert names == ["words"] * names.count("words") + ["names"] * names.count("names")
    for step in ("words", "names"):
        done = [value for name, value in steps if name == step]
        assert done == sorted(done)
        assert done[-1] == 1


def test_no_break_is_free_inside_a_name_that_was_found(entry_text: str) -> None:
    messages = list(analysed(entry_text))
    told = next(message for message in messages if message.get("complete"))
    offsets = {o for m in messages if "free" in m for o in (*m["free"], *m["held"])}
    inside = {
        offset
        for row in told["names"]
        for start, end in row[5]
        for offset in offsets
        if start < offset < end
    }
    assert inside <= set(told["whole"])


@pytest.mark.parametrize(
    ("kinds", "least"),
    [
        (("person",), 1.0),
        (("place",), 0.8),
        (("organisation", "event", "vessel", "work", "concept"), 0.55),
    ],
)
def test_most_mentions_of_the_package_are_found_without_it(
    found: dict[str, FoundName], entry: Knowledge, kinds: tuple[str, ...], least: float
) -> None:
    known = {
        (mention.start, mention.end)
        for mention in entry.mentions
        if entry.entities[mention.entity].category in kinds
    }
    told = {tuple(s) for name in found.values() if name.kind in kinds for s in name.mentions}
    assert len(known & told) >= least * len(known), sorted(known - told)
    assert len(told - known) <= 0.2 * len(known)


@settings(deadline=None, max_examples=60)
@given(
    st.text(
        st.sampled_from("กขคนายพลเแโ่์ิา ABcd()[]*๑๒19ค.ศพ-\n\r\u2029\u00a0\u202e\u200b\x00\ud800😀"),
        max_size=200,
    )
)
def test_no_text_is_too_much_to_analyse(text: str) -> None:
    for message in analysed(text):
        json.dumps(message)
        for row in message.get("names", ()):
            assert all(0 <= start < end <= len(text) for start, end in row[5])
        for offset in (*message.get("free", ()), *message.get("inside", ())):
            assert 0 < offset < len(text)
