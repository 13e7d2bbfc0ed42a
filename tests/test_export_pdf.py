"""The PDF gives the entry back, shows it as a book does, and keeps the editor's voice apart."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from exported import body_of, letters, made, pdf_text, share_of_pieces
from support import Package

from reader.content.knowledge import Knowledge, without_package
from reader.export.entry_sheets import entry_sheets
from reader.export.faces import BOLD, REGULAR, face, runs, width_of
from reader.export.lines import Setter, paragraph, plain
from reader.export.options import Cancelled, Options, OwnNote
from reader.export.pdf_writer import pdf_of
from reader.export.sheets import PAPERS, Link, Mark, Place, Shape, Sheets, Window, Words
from reader.text.article import article_from_bytes
from reader.text.digits import thai_digits

ABOVE_AND_BELOW = "ัิีึืฺุู็่้๊๋์ํ๎ำ"


@pytest.fixture(scope="module")
def sheets(entry: Knowledge) -> Sheets:
    return entry_sheets(entry, Options())


@pytest.fixture(scope="module")
def pdf(sheets: Sheets, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("pdf") / "entry.pdf"
    file.write_bytes(pdf_of(sheets))
    return file


@pytest.fixture(scope="module")
def bare(entry: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The text without anything of the editor's."""
    file = tmp_path_factory.mktemp("pdf") / "bare.pdf"
    chosen = Options(notes=False, definitions=False, map=False)
    file.write_bytes(pdf_of(entry_sheets(entry, chosen)))
    return file


def words_on(page: list[Mark], *, signs: bool = False) -> list[Words]:
    return [mark for mark in page if isinstance(mark, Words) and (signs or not mark.is_sign)]


def body_words(sheets: Sheets) -> list[Words]:
    """The words in the size of the text, on the pages up to its end."""
    return [w for page in sheets.pages for w in words_on(page) if w.size == Options().type_size]


# Taken out again


@pytest.mark.parametrize("mode", [(), ("-raw",), ("-layout",)], ids=str)
def test_text_comes_back_from_the_pdf(
    pdf: Path, bare: Path, entry: Knowledge, mode: tuple[str, ...]
) -> None:
    text = entry.article.text
    assert share_of_pieces(text, pdf_text(pdf, *mode)) >= 0.99
    body = body_of(pdf_text(bare, *mode), entry.title_th)
    assert share_of_pieces(text, body) >= 0.999


def test_no_mark_over_or_under_a_letter_is_lost(bare: Path, entry: Knowledge) -> None:
    wanted, found = Counter(letters(entry.article.text)), Counter(letters(pdf_text(bare)))
    for mark in ABOVE_AND_BELOW:
        assert found[mark] >= wanted[mark], mark


def test_whole_text_of_a_page_stands_in_one_piece(bare: Path, entry: Knowledge) -> None:
    text = letters(entry.article.text)
    first_page = body_of(pdf_text(bare, "-l", "1"), entry.title_th)
    body = letters(first_page.partition("สำนักงานราชบัณฑิตยสภา")[2])
    assert len(body) > 900
    assert text.startswith(body)


def test_glyphs_have_readings_for_programs_that_know_nothing_else(bare: Path) -> None:
    page = pypdf.PdfReader(bare).pages[0].extract_text()
    assert "ในรัสเซียซึ่งมีวลาดีมีร์ เลนิน (Vladimir Lenin)*" in page
    assert "ที่เรียกกันว่า" in page
    assert "\ufffd" not in page and "\x00" not in page


# What the pages show


def test_body_of_the_pages_is_the_entry_word_for_word(sheets: Sheets, entry: Knowledge) -> None:
    shown = "".join(words.text for words in body_words(sheets))
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", entry.article.text)


def test_lines_end_where_the_page_on_the_screen_may_end_them(
    sheets: Sheets, entry: Knowledge
) -> None:
    allowed = {*entry.breaks.free, *entry.breaks.held}
    ends = [span.end for span in entry.article.paragraphs]
    text, at, lines = entry.article.text, 0, 0
    baseline = 0.0
    for words in body_words(sheets):
        at = text.index(words.text, at)
        if words.y != baseline and at not in (0, *(s.start for s in entry.article.paragraphs)):
            lines += 1
            assert at in allowed, text[at - 10 : at] + "|" + text[at : at + 10]
        baseline, at = words.y, at + len(words.text)
    assert lines > 150
    assert at == ends[-1]


def test_nothing_leaves_its_page(entry: Knowledge) -> None:
    for paper, size in (("A4", 13.5), ("A5", 11.0), ("Letter", 24.0), ("A5", 24.0)):
        made_ = entry_sheets(entry, Options(paper=paper, type_size=size))
        assert (made_.width, made_.height) == PAPERS[paper]
        for page in made_.pages:
            for words in words_on(page, signs=True):
                right = words.x + width_of(words.text, words.weight) * words.size
                assert words.x > 5 and right < made_.width - 5, words.text
                assert words.size < words.y < made_.height - 5, words.text


def test_lines_of_a_page_do_not_touch(sheets: Sheets) -> None:
    for page in sheets.pages:
        rows = sorted({(round(w.y, 2), w.size) for w in words_on(page) if w.x < 120})
        for (above, _), (below, size) in pairwise(rows):
            assert below - above > size * 1.2 or below - above < 2


def test_definition_stands_on_the_page_of_its_star(sheets: Sheets, entry: Knowledge) -> None:
    shown = {}
    for number, page in enumerate(sheets.pages):
        for mark in page:
            if isinstance(mark, Place | Link):
                name = mark.name if isinstance(mark, Place) else mark.target
                shown.setdefault(name, []).append((number, type(mark)))
    terms = {term.entity for term in entry.terms}
    assert len(terms) == 14
    for number in range(1, len(terms) + 1):
        assert sorted(shown[f"definition-{thai_digits(number)}"], key=str) == sorted(
            [(page, kind) for page, _ in shown[f"definition-{thai_digits(number)}"][:1]
             for kind in (Link, Place)], key=str,
        )  # fmt: skip
    text = "".join(w.text for page in sheets.pages for w in words_on(page))
    for term in entry.terms:
        short = entry.details.cards[str(term.entity)].th.short.text
        assert letters(short) in letters(text)


def test_notes_of_doubt_stand_apart_on_their_page(sheets: Sheets, entry: Knowledge) -> None:
    doubts = [note for note in entry.details.notes if note.kind != "misprint"]
    assert len(doubts) > 20
    places = {
        mark.name: number
        for number, page in enumerate(sheets.pages)
        for mark in page
        if isinstance(mark, Place)
    }
    links = {
        mark.target: number
        for number, page in enumerate(sheets.pages)
        for mark in page
        if isinstance(mark, Link)
    }
    for note in doubts:
        name = f"note-{note.id}"
        assert places[name] - links[name] in (0, 1), note.id
    headed = [p for p in sheets.pages if any(w.text == "หมายเหตุบรรณาธิการ" for w in words_on(p))]
    assert len(headed) >= 8
    sizes = {w.size for page in sheets.pages for w in words_on(page)}
    assert Options().type_size in sizes and min(sizes) < Options().type_size


def test_options_leave_out_what_is_not_wanted(bare: Path, pdf: Path, entry: Knowledge) -> None:
    without, with_ = letters(pdf_text(bare)), letters(pdf_text(pdf))
    card = entry.details.cards["bolsheviks"].th.short.text
    note = next(n for n in entry.details.notes if n.kind == "doubt").th.text.partition(": ")[2]
    for words in (card, note[:40], "แผนที่กรุงเปโตรกราด", "คำพิมพ์คลาดเคลื่อน"):
        assert letters(words) in with_
        assert letters(words) not in without


def test_own_notes_are_taken_along_on_request(entry: Knowledge) -> None:
    start = entry.article.text.index("กบฏคอร์นีลอฟ")
    own = (OwnNote(start, start + 12, "ออกสอบ"),)
    text = "".join(
        w.text for page in entry_sheets(entry, Options(own_notes=own)).pages for w in words_on(page)
    )
    assert "บันทึกของฉัน" in text and "ออกสอบ" in text
    assert "บันทึกของฉัน" not in "".join(
        w.text for page in entry_sheets(entry, Options()).pages for w in words_on(page)
    )


def test_english_notes_speak_english_and_the_text_stays_thai(entry: Knowledge) -> None:
    english = entry_sheets(entry, Options(language="en"))
    text = "".join(w.text for page in english.pages for w in words_on(page))
    assert "Editor's notes" in text
    assert letters(entry.details.cards["lenin"].en.short.text) in letters(text)
    assert letters(entry.article.text[:200]) in letters(text)


def test_map_is_a_figure_of_lines_and_names(sheets: Sheets, entry: Knowledge) -> None:
    (figure,) = [m for page in sheets.pages for m in page if isinstance(m, Window)]
    names = {mark.text for mark in figure.marks if isinstance(mark, Words)}
    assert sum(isinstance(mark, Shape) for mark in figure.marks) > 80
    for place in entry.places:
        if place.rank == 1:
            assert place.label_th in names, place.label_th
    boxes = []
    for mark in figure.marks:
        if isinstance(mark, Words):
            right = mark.x + width_of(mark.text, mark.weight) * mark.size
            boxes.append((mark.x, mark.y - mark.size * 0.7, right, mark.y))
            assert figure.x <= mark.x and right <= figure.x + figure.width
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            overlap = (
                one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
            )
            assert not overlap


# The file


def test_file_says_what_it_is(pdf: Path, entry: Knowledge) -> None:
    reader = pypdf.PdfReader(pdf)
    assert reader.metadata is not None
    assert reader.metadata.title == entry.title_th
    assert reader.metadata.author == entry.publisher_th
    assert reader.root_object["/Lang"] == "th"
    width, height = reader.pages[0].mediabox[2:]
    assert (float(width), float(height)) == pytest.approx(PAPERS["A4"], abs=0.1)


def test_outline_leads_to_every_paragraph(pdf: Path, entry: Knowledge) -> None:
    reader = pypdf.PdfReader(pdf)
    top = [item for item in reader.outline if not isinstance(item, list)]
    (below,) = [item for item in reader.outline if isinstance(item, list)]
    assert top[0]["/Title"] == entry.title_th
    titles = [th.text for th, _ in entry.paragraph_titles]
    assert [item["/Title"].split("  ")[1] for item in below] == titles
    pages = [reader.get_destination_page_number(item) for item in below]
    assert pages == sorted(pages) and pages[0] == 0 and pages[-1] > 5


def test_faces_are_embedded_as_subsets(pdf: Path) -> None:
    fonts = {}
    for page in pypdf.PdfReader(pdf).pages:
        for font in page["/Resources"]["/Font"].get_object().values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            fonts[str(inner["/BaseFont"])] = len(descriptor["/FontFile2"].get_object().get_data())
    assert fonts
    for name, size in fonts.items():
        assert re.match(r"/[A-Z]{6}\+|/MPDFAA\+", name), name
        assert 0 < size < 70_000, name


def test_signs_are_drawn_and_no_part_of_the_text(pdf: Path, sheets: Sheets) -> None:
    signs = [w.text for page in sheets.pages for w in words_on(page, signs=True) if w.is_sign]
    assert "ห.๑" in signs and "๑" in signs
    first = pdf_text(pdf, "-l", "1").partition("พรรคบอลเชวิค (Bolsheviks)*")[2]
    assert first.lstrip().startswith("ในรัสเซีย")


def test_progress_is_told_and_may_be_stopped(entry: Knowledge) -> None:
    told: list[float] = []
    pdf_of(entry_sheets(entry, Options(tick=told.append)), told.append)
    assert max(told) == 1.0 and all(0 <= done <= 1 for done in told)

    def stop(_done: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        entry_sheets(entry, Options(tick=stop))


# Setting


def test_russian_letters_come_from_the_face_that_has_them() -> None:
    text = "เลนิน Владимир Ленин ๑๙๑๗"
    found = list(runs(text, REGULAR))
    assert [text[run.start : run.end] for run in found] == ["เลนิน ", "Владимир Ленин ", "๑๙๑๗"]
    for run in found:
        assert all(face(run.face).covers(char) for char in text[run.start : run.end])


@pytest.mark.parametrize("weight", [REGULAR, BOLD])
def test_every_character_of_the_entry_and_its_notes_has_a_glyph(
    entry: Knowledge, weight: str
) -> None:
    texts = [entry.article.text, *(note.th.text for note in entry.details.notes)]
    texts += [source for note in entry.details.notes for source in note.sources]
    texts += [question.th.text for question in entry.questions]
    for char in set("".join(texts)) - {"\n"}:
        (run,) = runs(char, weight)
        assert face(run.face).covers(char), repr(char)


def test_line_never_begins_with_a_mark_however_narrow() -> None:
    text = "ผู้ที่ปั๊มน้ำอยู่นั้นกล้ำกลืนน้ำตา"
    for width in range(8, 60, 3):
        lines = Setter(paragraph(plain(text)), 12.0).lines(float(width))
        assert "".join(text[line.start : line.end] for line in lines) == text
        for line in lines:
            assert text[line.start] not in ABOVE_AND_BELOW.replace("ำ", "")


def test_long_note_goes_on_at_the_foot_of_the_next_page(package: Package) -> None:
    long = "ข้อความยาว " * 60
    package.change("notes.toml", "บางแหล่งว่าเป็นเวลาอื่น", long.strip())
    known = made(package)
    made_ = entry_sheets(known, Options(paper="A5", type_size=24.0))
    pages = ["".join(w.text for w in words_on(page)) for page in made_.pages]
    assert sum(page.count("ยาว") for page in pages) == 60
    assert sum("ยาว" in page for page in pages) > 1


def test_text_of_any_kind_makes_pages() -> None:
    for text in ("ก", "x" * 5000, "บรรทัด\r\n" * 300, "\ufeffคำ 😀 (Word)*\n\n\nท้าย", "กขค" * 900):
        known = without_package(article_from_bytes(text.encode(), "a", "a.txt"))
        made_ = entry_sheets(known, Options())
        assert pdf_of(made_).startswith(b"%PDF-")
        shown = "".join(w.text for w in body_words(made_))
        wanted = re.sub(r"\s", "", text.removeprefix("\ufeff"))
        assert re.sub(r"\s", "", shown).removeprefix("\ufeff") == wanted
