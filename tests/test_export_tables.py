"""CSV, Markdown and citations: what is written is what is known, and opens where it should."""

from __future__ import annotations

import csv
import io
import re

import pytest
from exported import made
from support import Package

from reader.content.knowledge import Knowledge, without_package
from reader.export.citation import cited, source_line
from reader.export.csv_export import csv_files, csv_table
from reader.export.markdown_export import escaped, markdown_export
from reader.export.options import Options, OwnNote
from reader.export.places_in_text import paragraph_number, phrase_around
from reader.text.article import article_from_bytes


def table(knowledge: Knowledge, name: str) -> list[dict[str, str]]:
    data = csv_files(knowledge, Options())[name].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(data, newline="")))


def plain(text: str) -> Knowledge:
    return without_package(article_from_bytes(text.encode(), "a", "a.txt"))


# CSV


def test_people_have_their_lives_in_both_calendars(entry: Knowledge) -> None:
    people = {row["id"]: row for row in table(entry, "people.csv")}
    assert set(people) == {e.id for e in entry.entities.values() if e.category == "person"}
    lenin = people["lenin"]
    assert lenin["name_th"] == entry.entities["lenin"].name_th
    assert (lenin["born_os"], lenin["born_ns"], lenin["born_be"]) == (
        "1870-04-10", "1870-04-22", "2413",
    )  # fmt: skip
    assert lenin["died_os"] == "" and lenin["died_ns"] == "1924-01-21"
    assert int(lenin["mentions"]) == len(entry.mentions_of("lenin"))
    assert people["zinoviev"]["misprints"]


def test_places_have_positions(entry: Knowledge) -> None:
    places = {row["id"]: row for row in table(entry, "places.csv")}
    for entity in entry.entities.values():
        if entity.category == "place":
            assert entity.id in places
    for place in entry.places:
        row = places[place.entity or place.id]
        assert row["latitude"] and row["longitude"]
    assert places["winter-palace"]["latitude"].startswith("59.9")


def test_dates_are_the_words_of_the_text(entry: Knowledge) -> None:
    rows = table(entry, "dates.csv")
    assert len(rows) == len(entry.dates)
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        assert row["printed"] == entry.article.text[start:end]
        assert int(row["be"]) > 2400
    assert any(row["time"] == "21:00" and row["ns"] == "1917-11-07" for row in rows)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_is_a_formula(package: Package, start: str) -> None:
    formula = start + "HYPERLINK(1)"
    package.change(
        "places.toml", 'label_en = "Market"', f'label_en = "{formula}"'.replace("\t", "\\t")
    )
    cells = [value for row in table(made(package), "places.csv") for value in row.values()]
    assert f"'{formula}" in cells or formula.strip() in cells
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in cells)


def test_thai_opens_in_excel_and_lines_end_as_it_expects(entry: Knowledge) -> None:
    data = csv_table(entry, Options())
    assert data.startswith(b"\xef\xbb\xbfkind,id,")
    assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"")


# Markdown


def as_shown(markdown: str) -> str:
    """What of ``markdown`` a reader sees: no footnote signs, no backslashes."""
    return re.sub(r"\\(.)", r"\1", re.sub(r"\[\^\w+\]", "", markdown))


def test_markdown_shows_the_text_word_for_word(entry: Knowledge) -> None:
    made_ = markdown_export(entry, Options()).decode("utf-8")
    shown = as_shown(made_)
    for span in entry.article.paragraphs:
        assert entry.article.text[span.start : span.end] in shown


def test_every_footnote_sign_has_its_footnote(entry: Knowledge) -> None:
    made_ = markdown_export(entry, Options()).decode("utf-8")
    feet = re.findall(r"^\[\^(\w+)\]: ", made_, re.MULTILINE)
    signs = re.findall(r"\[\^(\w+)\](?!:)", made_)
    assert sorted(feet) == sorted(signs)
    assert len(feet) == len(entry.terms) + len(entry.details.notes)


def test_markdown_has_every_card_and_event(entry: Knowledge) -> None:
    shown = as_shown(markdown_export(entry, Options(language="en")).decode("utf-8"))
    for card in entry.details.cards.values():
        assert card.en.body.text in shown
    for event in entry.details.events:
        assert event.en.text in shown


def test_markdown_leaves_out_what_is_not_wanted(entry: Knowledge) -> None:
    chosen = Options(notes=False, definitions=False)
    assert "[^" not in markdown_export(entry, chosen).decode("utf-8")


def test_own_notes_go_along(entry: Knowledge) -> None:
    own = (OwnNote(0, 10, "*ของฉัน*"),)
    assert "\\*ของฉัน\\*" in markdown_export(entry, Options(own_notes=own)).decode("utf-8")


@pytest.mark.parametrize(
    "text", ["# ก", "1. ก", "- ก", "*ก*", "[^1]", "`ก`", "a_b", "= ก", "<b>", "\\"]
)
def test_sign_of_markdown_is_only_a_sign(text: str) -> None:
    made_ = escaped(text)
    assert made_ != text or text[0].isalnum()
    assert re.sub(r"\\(.)", r"\1", made_) == text


# Citation


def test_citation_quotes_the_very_words_and_names_the_paragraph(entry: Knowledge) -> None:
    text = entry.article.text
    start = text.index("กบฎ")
    assert cited(entry, start - 5, start + 10, "th") == (
        f"“{text[start - 5 : start + 10]}”\n"
        "ที่มา: “การปฏิวัติเดือนตุลาคม” ใน สารานุกรมประวัติศาสตร์สากลสมัยใหม่ : ยุโรป "
        "สำนักงานราชบัณฑิตยสภา, ย่อหน้าที่ ๒"
    )


def test_citation_in_english(entry: Knowledge) -> None:
    assert source_line(entry, 0, 5, "en") == (
        "Source: “The October Revolution”, in Encyclopedia of Modern World History: Europe, "
        "Office of the Royal Society, Thailand, paragraph 1."
    )


def test_citation_over_paragraphs_names_first_and_last(entry: Knowledge) -> None:
    end = entry.article.paragraphs[2].end
    assert source_line(entry, 10, end, "th").endswith("ย่อหน้าที่ ๑-๓")
    assert source_line(entry, 10, end, "en").endswith("paragraphs 1-3.")


def test_citation_of_a_text_without_a_publisher_invents_none() -> None:
    assert source_line(plain("หนึ่ง\nสอง"), 6, 9, "th") == "ที่มา: “a”, ย่อหน้าที่ ๒"


@pytest.mark.parametrize("language", ["th", "en"])
def test_citation_never_names_a_page(entry: Knowledge, language: str) -> None:
    for offset in range(0, entry.article.length, 997):
        line = source_line(entry, offset, offset + 20, language)
        assert not re.search(r"หน้า(?!ที่ [๐-๙])(?<!ย่อหน้า)|\bpp?\.|\bpage", line)


# Phrases


def test_phrase_is_cut_at_spaces_and_words(entry: Knowledge) -> None:
    for term in entry.terms:
        phrase = phrase_around(entry, term.start, term.star + 1)
        whole = phrase.before.removeprefix("… ") + phrase.words + phrase.after.removesuffix(" …")
        assert whole in entry.article.text
        assert 20 < len(whole) < 300
    assert paragraph_number(entry.article, 0) == 1
