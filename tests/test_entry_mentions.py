"""Who and what the entry names, against lists made by reading it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reader.content.knowledge import Knowledge

GOLD = Path(__file__).with_name("gold")


def gold(name: str) -> dict[str, Any]:
    return tomllib.loads((GOLD / name).read_text(encoding="utf-8"))


PARAGRAPHS = gold("mentions.toml")["paragraph"]
TOTALS = gold("totals.toml")


@pytest.mark.parametrize("wanted", PARAGRAPHS, ids=lambda block: f"paragraph {block['number']}")
def test_paragraph_has_the_mentions_that_a_reader_finds(
    entry: Knowledge, wanted: dict[str, Any]
) -> None:
    start, end = entry.article.paragraphs[wanted["number"] - 1]
    found = [
        [mention.entity, entry.article.text[mention.start : mention.end]]
        for mention in entry.mentions
        if start <= mention.start and mention.end <= end
    ]
    assert found == wanted["mentions"]


@pytest.mark.parametrize("entity", TOTALS)
def test_whole_entry_mentions_each_thing_as_often_as_counted_by_hand(
    entry: Knowledge, entity: str
) -> None:
    assert len(entry.mentions_of(entity)) == TOTALS[entity]["total"]


@pytest.mark.parametrize("entity", TOTALS)
def test_hand_count_follows_from_the_words_of_the_entry(entry_text: str, entity: str) -> None:
    block = TOTALS[entity]
    plus = sum(entry_text.count(phrase) for phrase in block["plus"])
    minus = sum(entry_text.count(phrase) for phrase in block.get("minus", []))
    assert plus - minus == block["total"]


def test_no_entity_is_missing_from_the_hand_count(entry: Knowledge) -> None:
    assert set(TOTALS) == set(entry.entities)


def test_mentions_come_in_order_and_never_overlap(entry: Knowledge) -> None:
    for one, other in zip(entry.mentions, entry.mentions[1:], strict=False):
        assert one.end <= other.start


def test_no_mention_crosses_a_paragraph(entry: Knowledge) -> None:
    for mention in entry.mentions:
        paragraph = entry.article.paragraphs[entry.article.paragraph_at(mention.start)]
        assert paragraph.start <= mention.start < mention.end <= paragraph.end


def test_every_mention_prints_a_form_of_its_entity(entry: Knowledge) -> None:
    for mention in entry.mentions:
        forms = {variant.form for variant in entry.entities[mention.entity].variants}
        assert entry.article.text[mention.start : mention.end] in forms


def test_every_form_of_an_entity_is_printed_as_a_mention_of_it(entry: Knowledge) -> None:
    printed = {(m.entity, entry.article.text[m.start : m.end]) for m in entry.mentions}
    for entity in entry.entities.values():
        for variant in entity.variants:
            assert (entity.id, variant.form) in printed


def words_of(entry: Knowledge, entity: str) -> set[str]:
    return {entry.article.text[m.start : m.end] for m in entry.mentions_of(entity)}


def test_three_spellings_are_one_man(entry: Knowledge) -> None:
    assert words_of(entry, "zinoviev") == {"กรีกอรี ชีโนเวียฟ", "ซิโนเวียฟ", "ซีโนเวียฟ"}


def test_two_spellings_are_one_city(entry: Knowledge) -> None:
    assert words_of(entry, "petrograd") == {"เปโตรกราด", "เปรโตรกราด"}


def test_misprinted_names_are_marked_as_such(entry: Knowledge) -> None:
    misprints = {
        variant.form
        for entity in entry.entities.values()
        for variant in entity.variants
        if variant.misprint
    }
    assert misprints == {
        "กรีกอรี ชีโนเวียฟ",
        "ซิโนเวียฟ",
        "เปรโตรกราด",
        "สภาโซเวียตเปรโตรกราด",
        "สมอนนืย",
        "The BolsheviksMust Take Power",
    }


@pytest.mark.parametrize(
    ("phrase", "owner"),
    [
        ("กบฏคอร์นีลอฟ", "kornilov-affair"),
        ("เหตุการณ์เรื่องคอร์นีลอฟ", "kornilov-affair"),
        ("สภาโซเวียตเปโตรกราด", "petrograd-soviet"),
        ("ลัทธิมากซ์", "marxism"),
        ("กองกำลังฝ่ายรัสเซียขาว", "white-forces"),
        ("แถลงการณ์ถึงพลเมืองรัสเซีย", "to-the-citizens-of-russia"),
        ("คณะกรรมการกลางพรรคแห่งเปโตรกราด", "petersburg-committee"),
        ("ประชุมใหญ่สภาโซเวียตทั่วรัสเซียครั้งที่ ๒", "second-congress"),
    ],
)
def test_longer_name_owns_the_shorter_inside_it(entry: Knowledge, phrase: str, owner: str) -> None:
    text = entry.article.text
    start = text.index(phrase)
    assert phrase in text
    while start >= 0:
        end = start + len(phrase)
        inside = [m for m in entry.mentions if start < m.end and m.start < end]
        assert [(m.start, m.end, m.entity) for m in inside] == [(start, end, owner)]
        start = text.find(phrase, end)


def test_parliamentary_rule_is_not_the_pre_parliament(entry: Knowledge) -> None:
    text = entry.article.text
    assert text.count("ระบอบรัฐสภา") == 2
    for mention in entry.mentions_of("pre-parliament"):
        assert not text[: mention.start].endswith("ระบอบ")


@pytest.mark.parametrize("title", ["กรุง", "นคร", "นายพล", "กองทหาร", "องค์การ"])
def test_titles_stand_outside_the_names(entry: Knowledge, title: str) -> None:
    for mention in entry.mentions:
        assert not entry.article.text[mention.start :].startswith(title)


def test_fourteen_mentions_are_starred(entry: Knowledge) -> None:
    assert len(entry.starred) == 14
    for _start, end in entry.starred:
        rest = entry.article.text[end:]
        assert rest.startswith(" (")
        assert rest[rest.index(")") + 1] == "*"


def test_headword_of_a_starred_term_is_printed_before_its_star(entry: Knowledge) -> None:
    for term in entry.terms:
        assert term.entity is not None
        forms = [variant.form for variant in entry.entities[term.entity].variants]
        assert entry.article.text[term.start : term.end] in forms
        assert entry.entities[term.entity].name_th in forms
