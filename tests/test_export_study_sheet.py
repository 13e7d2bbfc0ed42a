"""The study sheet: terms, days, map and questions, on two to four pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from exported import letters, made, pdf_text
from support import Package

from reader import resources
from reader.content.compute import knowledge_from
from reader.content.computed import QUESTIONS_FILE, serialised
from reader.content.knowledge import Knowledge
from reader.content.questions import LEVELS
from reader.content.source import Source, load_source
from reader.errors import ReaderError
from reader.export.faces import width_of
from reader.export.options import Options
from reader.export.pdf_writer import pdf_of
from reader.export.sheets import Sheets, Window, Words
from reader.export.study_sheets import study_sheets

QUESTIONS = """\
[[question]]
level = "recall"
th = "ใครมาถึงเมืองวารี"
en = "Who came to Varee?"
paragraphs = [2]
"""


@pytest.fixture(scope="module")
def sheets(entry: Knowledge) -> Sheets:
    return study_sheets(entry, Options())


def text_of(sheets: Sheets) -> str:
    return "".join(m.text for page in sheets.pages for m in page if isinstance(m, Words))


def test_sheet_has_two_to_four_pages(entry: Knowledge, sheets: Sheets) -> None:
    assert 2 <= len(sheets.pages) <= 4
    assert 2 <= len(study_sheets(entry, Options(language="en")).pages) <= 4


def test_sheet_has_every_term_with_its_definition(entry: Knowledge, sheets: Sheets) -> None:
    shown = letters(text_of(sheets))
    for term in entry.terms:
        card = entry.details.cards[str(term.entity)]
        assert letters(entry.article.text[term.start : term.end]) in shown
        assert letters(card.th.short.text) in shown


def test_sheet_tells_the_days_that_the_entry_dates(entry: Knowledge, sheets: Sheets) -> None:
    shown = letters(text_of(sheets))
    told = [event for event in entry.details.events if event.time_basis != "none"]
    assert len(told) > 20
    for event in told:
        assert letters(event.th.text) in shown
    for words in ("๒๔ ต.ค. (๖ พ.ย.)", "๒๕ ต.ค. (๗ พ.ย.)", "๒๒.๔๐ น."):
        assert letters(words) in shown


def test_sheet_has_the_map_and_the_questions(entry: Knowledge, sheets: Sheets) -> None:
    shown = letters(text_of(sheets))
    assert any(isinstance(mark, Window) for page in sheets.pages for mark in page)
    for question in entry.questions:
        assert letters(question.th.text) in shown


def test_nothing_on_the_sheet_stands_on_anything_else(sheets: Sheets) -> None:
    for page in sheets.pages:
        words = [mark for mark in page if isinstance(mark, Words)]
        for number, one in enumerate(words):
            right = one.x + width_of(one.text, one.weight) * one.size
            assert right < sheets.width - 20, one.text
            for other in words[number + 1 :]:
                if abs(one.y - other.y) < 2:
                    end = other.x + width_of(other.text, other.weight) * other.size
                    assert right <= other.x + 0.1 or end <= one.x + 0.1, (one.text, other.text)


def test_sheet_can_be_read_out_of_its_pdf(entry: Knowledge, sheets: Sheets, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf_of(sheets))
    found = letters(pdf_text(file))
    for question in entry.questions:
        assert letters(question.th.text)[:30] in found


def test_text_with_terms_alone_makes_a_sheet(package: Package) -> None:
    known = made(package)
    assert len(study_sheets(known, Options()).pages) <= 2
    package.write("questions.toml", QUESTIONS)
    assert "ใครมาถึงเมืองวารี" in text_of(study_sheets(made(package), Options()))


def test_text_with_nothing_to_ask_makes_none() -> None:
    from reader.content.knowledge import without_package
    from reader.text.article import article_from_bytes

    known = without_package(article_from_bytes("คำ".encode(), "a", "a.txt"))
    with pytest.raises(ReaderError):
        study_sheets(known, Options())


# The questions


def test_questions_go_from_recall_to_judgement(entry: Knowledge) -> None:
    assert 12 <= len(entry.questions) <= 15
    levels = [LEVELS.index(question.level) for question in entry.questions]
    assert levels == sorted(levels)
    assert set(levels) == set(range(len(LEVELS)))


def test_question_is_one_in_both_languages(entry: Knowledge) -> None:
    last = len(entry.article.paragraphs)
    for question in entry.questions:
        assert question.paragraphs and all(1 <= n <= last for n in question.paragraphs)
        assert "?" not in question.th.text and "." not in question.th.text.replace("๒๑.๐๐ น.", "")
        assert question.en.text.rstrip("”")[-1] in "?."
        assert question.th.breaks.free


def test_quoted_words_of_a_question_stand_in_the_entry(entry: Knowledge) -> None:
    for question in entry.questions:
        for quoted in question.th.text.split('"')[1::2]:
            where = [entry.article.paragraphs[n - 1] for n in question.paragraphs]
            assert any(quoted in entry.article.text[s.start : s.end] for s in where), quoted


def test_committed_questions_equal_a_fresh_computation(entry_source: Source) -> None:
    committed = resources.article_folder() / "computed" / QUESTIONS_FILE
    fresh = serialised(knowledge_from(entry_source))[QUESTIONS_FILE]
    assert committed.read_text(encoding="utf-8") == fresh


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('"recall"', '"hard"', "package-bad-value"),
        ("[2]", "[3]", "package-bad-value"),
        ("[2]", '["2"]', "package-bad-value"),
        ('"ใครมาถึงเมืองวารี"', '""', "package-missing"),
    ],
)
def test_faulty_question_is_told_with_its_line(
    package: Package, old: str, new: str, key: str
) -> None:
    package.write("questions.toml", "# first\n" + QUESTIONS.replace(old, new))
    (problem,) = load_source(package.folder).problems
    assert (problem.file, problem.key) == ("questions.toml", key)
    assert problem.line > 1
