"""Rows kept as columns read like the list of rows that they stand for."""

import sys
from array import array
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.content.found import names_of_rows, with_names
from reader.content.knowledge import without_package
from reader.text.article import Span, article_from_text
from reader.text.columns import Columns, Picked
from reader.text.mentions import Mention
from reader.ui.targets import Targets

NUMBERS = st.integers(min_value=0, max_value=2**32 - 1)
ROWS = st.lists(st.tuples(NUMBERS, NUMBERS, st.sampled_from(["ก", "ข"])))
REPEATED = "เลนินไปมอสโก "


def columns_of(rows: Sequence[tuple[int, int, str]]) -> Columns[Mention]:
    starts, ends = array("I", [row[0] for row in rows]), array("I", [row[1] for row in rows])
    return Columns(Mention, starts, ends, [row[2] for row in rows])


@given(ROWS, st.integers(-40, 40), st.slices(30))
def test_columns_are_read_like_the_list_of_their_rows(
    rows: list[tuple[int, int, str]], place: int, part: slice
) -> None:
    wanted = [Mention(*row) for row in rows]
    columns = columns_of(rows)
    assert [*columns] == wanted
    assert columns == wanted
    assert wanted == columns
    assert columns[part] == wanted[part]
    assert [*reversed(columns)] == wanted[::-1]
    if -len(rows) <= place < len(rows):
        assert columns[place] == wanted[place]
    else:
        with pytest.raises(IndexError):
            columns[place]


@given(ROWS, st.data())
def test_picked_rows_are_those_at_the_slots(
    rows: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    slots = data.draw(st.lists(st.integers(0, len(rows) - 1))) if rows else []
    assert Picked(columns_of(rows), slots) == [Mention(*rows[slot]) for slot in slots]


def test_sequences_of_other_rows_differ() -> None:
    rows = [(0, 5, "ก"), (7, 9, "ข")]
    assert columns_of(rows) != columns_of(rows[:1])
    assert columns_of(rows) != [Mention(0, 5, "ก"), Mention(7, 9, "ก")]
    assert columns_of(rows) != "กข"


def test_the_names_of_a_long_text_take_few_bytes_each() -> None:
    """A name in a long text costs its numbers in the model and in the links, not objects."""
    text = REPEATED * 20_000
    places = [number * len(REPEATED) for number in range(20_000)]
    spans = {
        "เลนิน": [[place, place + 5] for place in places],
        "มอสโก": [[place + 7, place + 12] for place in places],
    }
    rows = [[f"found:{name}", "person", name, "", [name], at, False] for name, at in spans.items()]
    names = names_of_rows(rows)
    known = with_names(without_package(article_from_text(text, "ยาว", "ยาว")), names)
    targets = Targets(known)
    assert len(known.mentions) == len(targets.all) == 40_000
    assert known.mentions[1] == Mention(7, 12, "found:มอสโก")
    assert [mention.start for mention in known.mentions_of("found:เลนิน")] == places
    assert targets.at(8) is not None
    held: list[object] = [known.mentions, *known.mentions_by_entity.values()]
    held += [*(name.mentions for name in names), targets.all, targets.links, targets.drawn]
    assert _bytes(held) < 60 * 40_000


def _bytes(held: Sequence[object]) -> int:
    """Bytes of all objects that ``held`` leads to, each once."""
    seen: dict[int, object] = {}
    left = list(held)
    while left:
        one = left.pop()
        if id(one) in seen or isinstance(one, type) or callable(one):
            continue
        seen[id(one)] = one
        if isinstance(one, Columns | Picked):
            left += [getattr(one, name) for name in type(one).__slots__]
        elif isinstance(one, list | tuple):
            left += one
    return sum(map(sys.getsizeof, seen.values()))


def test_a_span_of_names_from_the_worker_is_a_span() -> None:
    [name] = names_of_rows([["found:ก", "place", "กรุง", "", ["กรุง"], [[3, 7]], True]])
    assert name.mentions == (Span(3, 7),)
