"""Any known form of a name finds all its forms; cards and notes are searched too."""

from __future__ import annotations

import pytest

from reader.content.knowledge import Knowledge
from reader.content.search_names import NameSearch
from reader.content.search_passages import PassageSearch, card_sources, note_sources
from reader.text.search import Query, search_all


def printed(entry: Knowledge, words: str) -> list[str]:
    """How the text prints what ``words`` mean."""
    meant = NameSearch(entry).meant(words)
    query = Query(words, also=meant.forms)
    text = entry.article.text
    return [text[start:end] for start, end in search_all(text, query, entry.breaks, meant.spans)]


@pytest.mark.parametrize(
    "typed",
    ["Trotsky", "trotsky", "Троцкий", "Троцк", "Leon Trotsky", "ทรอตสกี", "ตร็อตสกี้", "เลฟ ตรอตสกี"],
)
def test_name_is_found_in_whatever_language_or_spelling(entry: Knowledge, typed: str) -> None:
    assert (
        {"ตรอตสกี"}
        <= set(printed(entry, typed))
        <= {"ตรอตสกี", "เลออน ตรอตสกี", "Trotsky", "Leon Trotsky"}
    )
    assert len(printed(entry, typed)) >= 11


@pytest.mark.parametrize(
    "typed", ["เปโตรกราด", "เปรโตรกราด", "Petrograd", "Петроград", "เซนต์ปีเตอร์สเบิร์ก"]
)
def test_misprint_is_found_by_the_name_and_the_name_by_the_misprint(
    entry: Knowledge, typed: str
) -> None:
    found = printed(entry, typed)
    assert set(found) >= {"เปโตรกราด", "เปรโตรกราด"}
    assert len(found) >= 29


def test_each_mention_is_found_by_every_name_of_its_entity(entry: Knowledge) -> None:
    names = NameSearch(entry)
    for entity in entry.entities.values():
        for name in (entity.name_th, entity.name_en, *entity.other_th, *entity.other_en):
            spans = {(m.start, m.end) for m in entry.mentions_of(entity.id)}
            meant = names.meant(name)
            assert entity.id in meant.entities, name
            assert spans <= set(meant.spans), name


@pytest.mark.parametrize("typed", ["พรรค", "รัฐสภา", "สภาโซเวียต"])
def test_word_that_is_no_name_by_itself_finds_itself_only(entry: Knowledge, typed: str) -> None:
    assert NameSearch(entry).meant(typed).forms == () or set(printed(entry, typed)) == {typed}


@pytest.mark.parametrize("typed", ["the", "of", "le", "ก", "สภา", "", "๑"])
def test_small_words_mean_no_name(entry: Knowledge, typed: str) -> None:
    assert NameSearch(entry).meant(typed).entities == ()


def test_the_very_name_goes_before_names_that_have_it(entry: Knowledge) -> None:
    assert NameSearch(entry).meant("Petrograd").entities == ("petrograd",)
    assert NameSearch(entry).meant("Lenin").entities == ("lenin",)


def test_beginning_of_a_name_is_enough_where_the_text_has_no_such_words(entry: Knowledge) -> None:
    names = NameSearch(entry)
    assert names.meant("ทรอต").entities == ()
    assert names.meant("ทรอต", beginning=True).entities == ("trotsky",)


# Cards and notes


def test_cards_are_found_by_name_and_by_what_they_say(entry: Knowledge) -> None:
    cards = PassageSearch(card_sources(entry, "th"))
    meant = NameSearch(entry).meant("Trotsky")
    found = cards.find(Query("Trotsky", also=meant.forms), meant.entities)
    assert found[0].key == "trotsky"
    assert {"stalin", "moscow"} <= {hit.key for hit in found}
    for hit in found:
        for start, end in hit.spans:
            assert hit.passage.text[start:end] in ("ตรอตสกี", "เลออน ตรอตสกี", "Trotsky")


def test_card_is_told_once_and_in_the_language_in_force(entry: Knowledge) -> None:
    for language in ("th", "en"):
        found = PassageSearch(card_sources(entry, language)).find(Query("1917"))
        keys = [hit.key for hit in found]
        assert len(keys) == len(set(keys)) > 5


def test_card_is_found_by_words_of_the_other_language(entry: Knowledge) -> None:
    found = PassageSearch(card_sources(entry, "th")).find(Query("Dzhugashvili"))
    assert [hit.key for hit in found] == ["stalin"]


def test_notes_are_found(entry: Knowledge) -> None:
    notes = PassageSearch(note_sources(entry, "th"))
    found = notes.find(Query("ปฏิทิน"))
    assert found
    for hit in found:
        start, end = hit.spans[0]
        assert hit.passage.text[start:end].startswith("ปฏิทิน")


def test_blank_words_find_no_card(entry: Knowledge) -> None:
    assert PassageSearch(card_sources(entry, "th")).find(Query(" ")) == []
