"""Found names as knowledge, and what the reader corrects in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.content.found import corrected, known_names, names_of_rows, with_names
from reader.content.knowledge import Knowledge, without_package
from reader.content.model import Entity, Variant, is_found
from reader.desk.corrections import Corrections
from reader.desk.store import Store
from reader.text.article import Span, article_from_bytes
from reader.text.names_found import FoundName

TEXT = "เลนิน (Lenin)* พบซีโนเวียฟและชีโนเวียฟในเปโตรกราด"


def name(identity: str, kind: str, foreign: str, *forms: str) -> FoundName:
    spans = sorted(Span(at, at + len(form)) for form in forms for at in [TEXT.index(form)])
    return FoundName(identity, kind, forms[0], foreign, forms, tuple(spans), True)


LENIN = name("found:lenin", "person", "Lenin", "เลนิน")
ZINOVIEV = name("found:zinoviev", "person", "", "ซีโนเวียฟ", "ชีโนเวียฟ")
CITY = name("found:city", "place", "", "เปโตรกราด")
ALL = [LENIN, ZINOVIEV, CITY]


def plain() -> Knowledge:
    return without_package(article_from_bytes(TEXT.encode(), "a", "a.txt"))


def after(*deeds: tuple[str, str, str]) -> dict[str, FoundName]:
    found = corrected(TEXT, ALL, [{"deed": d, "name": n, "to": t} for d, n, t in deeds])
    return {one.id: one for one in found}


def test_found_names_are_entities_with_mentions() -> None:
    known = with_names(plain(), ALL)
    assert list(known.entities) == [one.id for one in ALL]
    assert all(is_found(key) for key in known.entities)
    assert [TEXT[m.start : m.end] for m in known.mentions] == [
        "เลนิน", "ซีโนเวียฟ", "ชีโนเวียฟ", "เปโตรกราด",
    ]  # fmt: skip
    assert [term.entity for term in known.terms] == ["found:lenin"]


def test_names_found_later_take_the_place_of_those_found_before() -> None:
    known = with_names(with_names(plain(), ALL), [LENIN])
    assert list(known.entities) == ["found:lenin"]
    assert len(known.mentions) == 1


def test_names_come_back_from_rows_as_they_were() -> None:
    rows = [
        [*one[:4], list(one.forms), [list(span) for span in one.mentions], one.is_glossed]
        for one in ALL
    ]
    assert names_of_rows(rows) == ALL


@pytest.mark.parametrize("row", [[], [1] * 7, ["a", "person", "", "", 3, [], True]])
def test_rows_of_anything_else_are_refused(row: list[object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        names_of_rows([row])


# Corrections


def test_reader_renames() -> None:
    assert after(("rename", "found:lenin", "วลาดีมีร์ เลนิน"))["found:lenin"].name == "วลาดีมีร์ เลนิน"
    assert after(("rename", "found:lenin", "  "))["found:lenin"].name == "เลนิน"


def test_reader_changes_the_kind() -> None:
    assert after(("kind", "found:city", "organisation"))["found:city"].kind == "organisation"
    assert after(("kind", "found:city", "nonsense"))["found:city"].kind == "place"


def test_reader_merges_two_names() -> None:
    found = after(("merge", "found:zinoviev", "found:lenin"))
    assert set(found) == {"found:lenin", "found:city"}
    assert found["found:lenin"].forms == ("เลนิน", "ซีโนเวียฟ", "ชีโนเวียฟ")
    assert len(found["found:lenin"].mentions) == 3


def test_reader_splits_a_spelling_off() -> None:
    found = after(("split", "found:zinoviev", "ชีโนเวียฟ"))
    assert found["found:zinoviev"].forms == ("ซีโนเวียฟ",)
    assert found["found:split:ชีโนเวียฟ"].mentions == (ZINOVIEV.mentions[1],)


def test_first_spelling_can_be_split_off_too() -> None:
    found = after(("split", "found:zinoviev", "ซีโนเวียฟ"))
    assert found["found:zinoviev"].name == "ชีโนเวียฟ"


def test_reader_says_that_it_is_no_name() -> None:
    assert set(after(("drop", "found:city", ""))) == {"found:lenin", "found:zinoviev"}


deeds = st.lists(
    st.fixed_dictionaries(
        {
            "deed": st.sampled_from(["rename", "kind", "merge", "split", "drop", "?"]),
            "name": st.sampled_from([one.id for one in ALL] + ["found:split:ชีโนเวียฟ", "?"]),
            "to": st.sampled_from([one.id for one in ALL] + ["event", "ชีโนเวียฟ", "ก", ""]),
        }
    ),
    max_size=12,
)


@given(deeds)
def test_whatever_was_corrected_no_mention_is_told_twice(done: list[dict[str, str]]) -> None:
    found = corrected(TEXT, ALL, done)
    spans = [span for one in found for span in one.mentions]
    assert len(spans) == len(set(spans))
    assert set(spans) <= {span for one in ALL for span in one.mentions}
    assert len({one.id for one in found}) == len(found)


def test_corrections_are_kept_for_their_text_and_undone(tmp_path: Path) -> None:
    store = Store(tmp_path)
    Corrections(store, "one").add("drop", "found:city")
    Corrections(store, "one").add("rename", "found:lenin", "เลนิน")
    store.close()
    again = Store(tmp_path)
    kept = Corrections(again, "one")
    assert [deed["deed"] for deed in kept.deeds] == ["drop", "rename"]
    assert Corrections(again, "other").deeds == ()
    last = kept.undo()
    assert last is not None and last["deed"] == "rename"
    assert [deed["deed"] for deed in Corrections(again, "one").deeds] == ["drop"]
    assert kept.undo() is not None
    assert kept.undo() is None
    again.close()


# Names that a package tells


def found_entity(thai: str, foreign: str) -> Entity:
    return Entity("found:x", "person", thai, foreign, None, (), (), (Variant(thai, False),))


def test_found_name_gets_the_entity_of_a_package(entry: Knowledge) -> None:
    known = known_names([entry])
    for thai, foreign in (("วลาดิเมียร์ เลนิน", "Vladimir Lenin"), ("วลาดีมีร์ เลนิน", "")):
        match = known.find(found_entity(thai, foreign))
        assert match is not None and match[1].id == "lenin"


def test_name_that_nobody_knows_has_none(entry: Knowledge) -> None:
    assert known_names([entry]).find(found_entity("ใครคนหนึ่ง", "Some One")) is None
