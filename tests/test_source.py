"""Content files are checked on loading: a fault is told with its file, its line and its cure."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support import SMALL_PACKAGE, Package

from reader.content import computed
from reader.content.check import faults
from reader.content.compute import knowledge_from, main
from reader.content.source import Problem, Source, load_source
from reader.errors import PackageError, ReaderError, TextError
from reader.export.json_export import json_export
from reader.messages import sentence_for

PEOPLE = "entities/people.toml"
PLACES = "entities/places.toml"
LONG_THAI = "ก" * 800
LONG_ENGLISH = "word " * 120


# file: [(what is wrong, the words to change, what they become, key, line from the changed one)]
FAULTS = {
    "package.toml": [
        ("title missing", 'title_en = "Varee"\n', "", "package-missing", -2),
        ("publisher is a number", "blockers", "publisher_th = 7\nblockers", "package-missing", 0),
        ("paragraph title missing", 'title_th = "การมาถึง"\n', "", "package-missing", -1),
        (
            "fewer titles than paragraphs",
            '[[paragraph]]\ntitle_th = "การมาถึง"\ntitle_en = "The arrival"\n',
            "",
            "package-paragraph-titles",
            -4,
        ),
        ("blocked phrase not in the text", "ระบอบวารี", "ระบอบอื่น", "package-form-not-found", 0),
        ("blocked phrases not a list", '["ระบอบวารี"]', "7", "package-bad-value", 0),
        (
            "added words not all words",
            "blockers =",
            'words = ["ก", 7]\nblockers =',
            "package-bad-value",
            0,
        ),
    ],
    "sources.toml": [
        ("citation missing", 'cite = "Brown, B. Cities. Oxford, 2001."', "", "package-missing", -1),
    ],
    PEOPLE: [
        ("unknown source", '"brown-2001"]', '"brown-2001", "nobody"]', "package-unknown-source", 0),
        (
            "one source only",
            '"smith-1990 | Somchai", "brown-2001"',
            '"brown-2001"',
            "package-few-sources",
            0,
        ),
        ("Thai name missing", 'name_th = "สมชาย ดีงาม"\n', "", "package-missing", -1),
        ("English name empty", '"Somchai Deengam"\n', '""\n', "package-missing", 0),
        (
            "form not printed",
            'forms = ["สมชาย ดีงาม"]',
            'forms = ["สมชาย ดีเด่น"]',
            "package-form-not-found",
            0,
        ),
        ("form empty", 'forms = ["สมชาย ดีงาม"]', 'forms = [""]', "package-bad-value", 0),
        (
            "form that cuts a cluster",
            'forms = ["สมชาย ดีงาม"]',
            'forms = ["สมชาย ด"]',
            "package-form-not-found",
            0,
        ),
        (
            "misprint not printed",
            "misprints = []",
            'misprints = ["สมชัย"]',
            "package-form-not-found",
            0,
        ),
        (
            "link to nothing",
            'see = ["varee"]',
            'see = ["varee", "nowhere"]',
            "package-unknown-entity",
            0,
        ),
        ("role missing", 'role = "เป็นผู้มาถึง"\n', "", "package-missing", -3),
        (
            "Thai sentence with a comma",
            "เป็นผู้เดินทาง เขา",
            "เป็นผู้เดินทาง, เขา",
            "package-thai-punctuation",
            0,
        ),
        (
            "Thai sentence with a full stop",
            'เขามาถึงเมืองวารี"',
            'เขามาถึงเมืองวารี."',
            "package-thai-punctuation",
            0,
        ),
        (
            "Thai sentence with an exclamation",
            '"ผู้มาถึงเมืองวารี"',
            '"ผู้มาถึงเมืองวารี!"',
            "package-thai-punctuation",
            0,
        ),
        ("stray space at the end", '"He arrives."', '"He arrives. "', "package-stray-space", 0),
        ("line end in a text", '"He arrives."', '"He\\narrives."', "package-stray-space", 0),
        (
            "Thai short line too long",
            '"ผู้มาถึงเมืองวารี"',
            f'"{LONG_THAI[:130]}"',
            "package-too-long",
            0,
        ),
        ("Thai body too long", "เป็นผู้เดินทาง เขา", LONG_THAI, "package-too-long", 0),
        ("Thai role too long", '"เป็นผู้มาถึง"', f'"{LONG_THAI[:200]}"', "package-too-long", 0),
        (
            "English short line too long",
            '"He came to Varee."',
            f'"{LONG_ENGLISH[:130]}x"',
            "package-too-long",
            0,
        ),
        ("English body too long", "was a traveller.", LONG_ENGLISH, "package-too-long", 0),
        ("unknown kind of date", 'kind = "born"', 'kind = "hatched"', "package-bad-value", 0),
        ("no date in a date", 'ns = "1924-01-21"\n', "", "package-missing", -2),
        ("day that no month has", '"1870-04-10"', '"1870-04-31"', "package-bad-date", 0),
        ("date in words", '"1924-01-21"', '"21 January 1924"', "package-bad-date", 0),
        (
            "calendars twelve days apart, not thirteen",
            'os = "1870-04-10"\n',
            'os = "1870-04-10"\nns = "1870-04-23"\n',
            "package-calendars",
            1,
        ),
        (
            "พ.ศ. wrong",
            'ns = "1924-01-21"\n',
            'ns = "1924-01-21"\nbe = 2467\n',
            "package-buddhist-year",
            1,
        ),
        (
            "พ.ศ. of a bare year wrong",
            'ns = "1924-01-21"\n',
            'ns = "1924"\nbe = 2465\n',
            "package-buddhist-year",
            1,
        ),
        ("birth place is a number", '"South Town"', "7", "package-missing", 0),
    ],
    "notes.toml": [
        ("note without a source", '"brown-2001"', "", "package-few-sources", 0),
        ("unknown kind of note", '"doubt"', '"hunch"', "package-bad-value", 0),
        ("unknown certainty", '"likely"', '"maybe"', "package-bad-value", 0),
        ("note on words that are not there", "«๐๓.๑๐ น.»", "«๐๔.๑๐ น.»", "package-quote", 0),
        (
            "note in Thai only",
            'en = "Editor\'s note: some say another hour."\n',
            "",
            "package-missing",
            -6,
        ),
        ("usual form empty", "certainty", 'usual = ""\ncertainty', "package-missing", 0),
    ],
    "timeline.toml": [
        ("event without a source", '"smith-1990"', "", "package-few-sources", 0),
        (
            "event of nobody",
            '"somchai", "varee"',
            '"somchai", "nobody"',
            "package-unknown-entity",
            0,
        ),
        (
            "event at no place in the text",
            "«สมชาย ดีงาม มาถึง»",
            "«สมหญิงมาถึง»",
            "package-quote",
            0,
        ),
        ("event without English", 'en = "Somchai comes to Varee"\n', "", "package-missing", -3),
        ("unknown basis of an hour", '"entry"', '"guess"', "package-bad-value", 0),
        (
            "entry's own hour in words",
            "time_basis",
            'entry_time = "noon"\ntime_basis',
            "package-bad-date",
            0,
        ),
        (
            "entry's own day in words",
            "time_basis",
            'entry_os = "10 ตุลาคม"\ntime_basis',
            "package-bad-date",
            0,
        ),
    ],
    PLACES: [
        ("Russian name empty", '"Вари"', '" "', "package-missing", 0),
        (
            "quotation not in the text",
            "ระบอบ«วารี»เริ่มขึ้น",
            "ระบอบ«วารี»สิ้นสุด",
            "package-quote",
            0,
        ),
        ("quotation found twice", "ระบอบ«วารี»เริ่มขึ้น", "เมือง«วารี»", "package-quote", 0),
    ],
    "places.toml": [
        ("place of nothing", 'entity = "varee"', 'entity = "nowhere"', "package-unknown-entity", 0),
        ("latitude beyond the pole", "lat = 59.9400", "lat = 99.9400", "package-bad-value", 0),
        ("longitude in words", "lon = 30.3100", 'lon = "30.31"', "package-bad-value", -1),
        ("rank in words", "rank = 1", 'rank = "first"', "package-bad-value", 0),
        ("place without a source", 'source = "Address."\n', "", "package-missing", -6),
        ("Thai line missing", 'line_th = "ตลาดของเมือง"\n', "", "package-missing", -9),
    ],
    "dates.toml": [
        (
            "words of a date have changed",
            "«๑๐ ตุลาคม ค.ศ. ๑๙๑๗»",
            "«๑๑ ตุลาคม ค.ศ. ๑๙๑๗»",
            "package-quote",
            0,
        ),
        ("unknown precision", 'precision = "day"', 'precision = "hour"', "package-bad-value", 0),
        (
            "unknown calendar",
            'precision = "time"\nprinted = "os"',
            'precision = "time"\nprinted = "julian"',
            "package-bad-value",
            1,
        ),
        ("hour that no day has", '"03:10"', '"25:10"', "package-bad-date", 0),
        (
            "dates overlap",
            "เวลา «๐๓.๑๐ น.» ระบอบ",
            "ในวันที่ ๑๐ «ตุลาคม» ค.ศ.",
            "package-overlap",
            0,
        ),
        (
            "day of the wrong calendar",
            'os = "1917-10-10"',
            'ns = "1900-02-29"',
            "package-bad-date",
            0,
        ),
    ],
}


def problems(package: Package) -> list[Problem]:
    return load_source(package.folder).problems


def test_good_package_has_no_fault(package: Package) -> None:
    assert problems(package) == []


def test_shipped_package_has_no_fault(entry_source: Source) -> None:
    found = [*entry_source.problems, *entry_source.advice]
    assert [sentence_for(problem.as_error(), "en") for problem in found] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "line"),
    [pytest.param(file, *row, id=says) for file, rows in FAULTS.items() for says, *row in rows],
)
def test_fault_is_told_with_its_file_and_line(
    package: Package, file: str, old: str, new: str, key: str, line: int
) -> None:
    changed = package.change(file, old, new)
    (problem,) = problems(package)
    assert (problem.key, problem.file) == (key, file)
    assert problem.line == changed + line
    for language in ("th", "en"):
        told = sentence_for(problem.as_error(), language)
        assert file in told
        assert str(problem.line) in told


def test_form_of_two_things_is_told_where_it_stands_again(package: Package) -> None:
    package.change(PEOPLE, 'forms = ["สมชาย ดีงาม"]', 'forms = ["เมืองวารี"]')
    (problem,) = problems(package)
    assert problem.file == PLACES
    assert package.text(PLACES).splitlines()[problem.line - 1] == 'forms = ["เมืองวารี"]'


def test_missing_language_is_told_once_at_its_card(package: Package) -> None:
    package.change(PEOPLE, "[somchai.en]", "[somchai.xx]")
    (problem,) = [p for p in problems(package) if p.key == "package-missing"]
    assert problem.values["name"] == "somchai.en"
    assert package.text(PEOPLE).splitlines()[problem.line - 1] == "[somchai]"


@pytest.mark.parametrize(
    ("file", "old", "new", "meant"),
    [
        ("package.toml", "blockers =", "blocker =", "blockers"),
        ("package.toml", '[[paragraph]]\ntitle_th = "ที่', '[[para]]\ntitle_th = "ที่', "–"),
        ("package.toml", 'title_en = "The arrival"', 'titel_en = "The arrival"', "title_en"),
        ("sources.toml", 'cite = "Brown', 'sight = 1\ncite = "Brown', "–"),
        (PEOPLE, 'see = ["varee"]', 'sea = ["varee"]', "see"),
        (PEOPLE, "[somchai.en]", "[somchai.eng]", "en"),
        (PEOPLE, 'role = "He', 'roll = ""\nrole = "He', "role"),
        (PEOPLE, 'place_th = "เมืองใต้"', 'place_ht = "เมืองใต้"', "place_th"),
        ("places.toml", "rank = 1", "rang = 1", "rank"),
        ("dates.toml", '[[date]]\nquote = "เวลา', '[[dates]]\nquote = "เวลา', "date"),
        ("notes.toml", "certainty =", "usal = 1\ncertainty =", "usual"),
        ("timeline.toml", "time_basis", "time_bases", "time_basis"),
    ],
)
def test_misspelt_name_is_told_with_what_it_may_mean(
    package: Package, file: str, old: str, new: str, meant: str
) -> None:
    line = package.change(file, old, new)
    (found,) = [p for p in problems(package) if p.key == "package-unknown-key"]
    assert (found.file, found.line, found.values["wanted"]) == (file, line, meant)
    assert sentence_for(found.as_error(), "th")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("entities/peoples.toml", "entities/people.toml"),
        ("date.toml", "dates.toml"),
        ("x.toml", "–"),
    ],
)
def test_file_that_nobody_reads_is_told(package: Package, name: str, meant: str) -> None:
    package.write(name, "")
    (found,) = problems(package)
    assert (found.key, found.file, found.values["wanted"]) == ("package-unknown-file", name, meant)


def test_same_card_in_two_files_is_told(package: Package) -> None:
    package.write("entities/works.toml", package.text(PLACES))
    assert {problem.key for problem in problems(package)} == {"package-twice"}
    assert {problem.file for problem in problems(package)} == {"entities/works.toml"}


def test_second_block_is_told_by_its_own_line(package: Package) -> None:
    line = package.change("dates.toml", '"1917-10-11"', '"1917-10-32"')
    (problem,) = problems(package)
    assert problem.line == line


def test_block_is_found_in_spite_of_a_comment_beside_it(package: Package) -> None:
    line = package.change(PEOPLE, "[somchai.en]\n", "[ somchai.en ]  # in English\n")
    package.change(PEOPLE, '"He arrives."', '"He arrives. "')
    (problem,) = problems(package)
    assert problem.line == line + 3


def test_all_faults_are_told_at_once(package: Package) -> None:
    package.change("notes.toml", '"doubt"', '"hunch"')
    package.change("dates.toml", '"03:10"', '"3:10"')
    package.change(PEOPLE, '"He arrives."', '""')
    assert [problem.file for problem in problems(package)] == [PEOPLE, "dates.toml", "notes.toml"]


def test_file_that_is_no_toml_is_told_with_the_line(package: Package) -> None:
    line = package.change(PEOPLE, 'name_en = "Somchai Deengam"', 'name_en = "Somchai Deengam')
    (problem, *_) = problems(package)
    assert (problem.key, problem.file, problem.line) == ("package-not-toml", PEOPLE, line)


def test_file_cut_short_is_told(package: Package) -> None:
    package.write("notes.toml", SMALL_PACKAGE["notes.toml"].rstrip()[:-1])
    (problem,) = problems(package)
    assert (problem.key, problem.file) == ("package-not-toml", "notes.toml")


def test_file_in_another_encoding_is_told(package: Package) -> None:
    (package.folder / "notes.toml").write_bytes("ก".encode("cp874"))
    (problem,) = problems(package)
    assert (problem.key, problem.file) == ("package-file-unreadable", "notes.toml")


@pytest.mark.parametrize("name", ["places.toml", "dates.toml", "timeline.toml", "notes.toml"])
def test_parts_of_a_package_may_be_left_out(package: Package, name: str) -> None:
    (package.folder / name).unlink()
    assert problems(package) == []


def test_date_may_be_written_in_both_calendars_that_agree(package: Package) -> None:
    both = 'os = "1870-04-10"\nns = "1870-04-22"\nbe = 2413\n'
    package.change(PEOPLE, 'os = "1870-04-10"\n', both)
    assert problems(package) == []


@pytest.mark.parametrize("be", [2460, 2459])
def test_bare_year_may_take_either_buddhist_year(package: Package, be: int) -> None:
    package.change(PEOPLE, 'ns = "1924-01-21"\n', f'ns = "1917"\nbe = {be}\n')
    source = load_source(package.folder)
    assert source.problems == []
    assert source.cards["somchai"]["dates"][1]["be"] == be


@pytest.mark.parametrize(
    "thai",
    [
        "ค.ศ. ๑๙๑๗ และ พ.ศ. ๒๔๖๐",
        "เวลา ๒๑.๐๐ น. วันนั้น",
        "เวลา ๒๑.๐๐ น.",
        "หมายเหตุ: ตามนี้",
        "ปืน ๕,๐๐๐ กระบอก",
        'ว่า "ดังนี้" แล้ว',
        "วารี (Varee, London) เมือง",
    ],
)
def test_thai_marks_that_are_no_latin_punctuation_are_let_through(
    package: Package, thai: str
) -> None:
    package.change(PEOPLE, 'role = "เป็นผู้มาถึง"', f"role = '{thai}'")
    assert problems(package) == []


def test_citation_carries_its_headword(package: Package) -> None:
    assert load_source(package.folder).cards["somchai"]["sources"] == (
        "Smith, A. Varee. London, 1990, “Somchai”.",
        "Brown, B. Cities. Oxford, 2001.",
    )


# Not a package at all


@pytest.mark.parametrize("old", ['id = "varee"\n', '"varee"'])
def test_package_must_have_an_id_of_plain_letters(package: Package, old: str) -> None:
    line = package.change("package.toml", old, "" if old.startswith("id") else '"../varee"')
    with pytest.raises(PackageError) as caught:
        load_source(package.folder)
    assert caught.value.key == "package-bad-value"
    assert caught.value.values == {"file": "package.toml", "line": line, "name": "id"}


@pytest.mark.parametrize("text", ['"../other.txt"', '"a/b.txt"', "7", '""'])
def test_text_of_a_package_lies_beside_its_header(package: Package, text: str) -> None:
    package.change("package.toml", 'id = "varee"', f'id = "varee"\ntext = {text}')
    with pytest.raises(ReaderError):
        load_source(package.folder)


def test_folder_without_a_header_is_no_package(tmp_path: Path) -> None:
    with pytest.raises(PackageError) as caught:
        load_source(tmp_path)
    assert caught.value.key == "package-file-missing"


@pytest.mark.parametrize(
    ("data", "key"), [(None, "file-missing"), (b"", "file-empty"), (b"\xff\xfe", "file-encoding")]
)
def test_package_needs_a_readable_text(package: Package, data: bytes | None, key: str) -> None:
    article = package.folder / "article.txt"
    article.unlink()
    if data is not None:
        article.write_bytes(data)
    with pytest.raises(TextError) as caught:
        load_source(package.folder)
    assert caught.value.key == key


# Whatever is written in place of a value

WRONG_VALUES = ["7", '""', '"x"', "[]", "[7]", '[""]', "{a = 1}", "[{a = 1}]", "true", "1917-10-10"]


def changed_lines(text: str) -> list[str]:
    """``text`` with one value or one head of a block changed, or one line left out, in turn."""
    lines = text.splitlines(keepends=True)
    changed = []
    for number, line in enumerate(lines):
        key = re.match(r"(\w+) = ", line)
        name = line.strip().strip("[]")
        others = [f"{key[1]} = {value}\n" for value in WRONG_VALUES] if key else []
        if line.startswith("[") and "." not in name:
            others = [f"{name} = {value}\n" for value in WRONG_VALUES]
        for other in ["", *others]:
            changed.append("".join([*lines[:number], other, *lines[number + 1 :]]))
    return changed


@pytest.mark.parametrize("name", [name for name in SMALL_PACKAGE if name.endswith(".toml")])
def test_whatever_is_wrong_with_a_value_is_a_sentence_or_does_no_harm(
    package: Package, name: str
) -> None:
    for text in changed_lines(SMALL_PACKAGE[name]):
        package.write(name, text)
        try:
            source = load_source(package.folder)
        except ReaderError as error:
            found = [error]
        else:
            found = [problem.as_error() for problem in source.problems]
            if not found:
                known = knowledge_from(source)
                assert computed.serialised(known)
                assert json.dumps(json_export(known))
        for error in found:
            assert sentence_for(error, "th")
            assert sentence_for(error, "en")


# neva-reader check


def test_check_of_a_package_that_was_never_computed_says_so(package: Package) -> None:
    assert {(fault.key, fault.values["file"]) for fault in faults(package.folder)} == {
        ("package-stale", "text.json"),
        ("package-stale", "details.json"),
    }


def test_check_of_a_computed_package_finds_nothing(package: Package) -> None:
    computed.save(package.folder / "computed", knowledge_from(load_source(package.folder)))
    assert faults(package.folder) == []


def test_check_of_a_package_changed_since_it_was_computed_says_so(package: Package) -> None:
    computed.save(package.folder / "computed", knowledge_from(load_source(package.folder)))
    package.change(PEOPLE, '"He arrives."', '"He comes."')
    assert [(f.key, f.values["file"]) for f in faults(package.folder)] == [
        ("package-stale", "details.json")
    ]


def test_check_of_a_faulty_package_tells_its_faults(package: Package) -> None:
    package.change("notes.toml", '"doubt"', '"hunch"')
    assert [fault.key for fault in faults(package.folder)] == ["package-bad-value"]


def test_check_of_a_text_that_cannot_be_read_tells_why(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xff")
    assert [fault.key for fault in faults(file)] == ["file-encoding"]
    file.write_text("ก", encoding="utf-8")
    assert faults(file) == []


def keys(package: Package) -> list[str]:
    return [problem.key for problem in problems(package)]


def test_an_event_and_the_card_it_names_tell_the_same_day(package: Package) -> None:
    package.change("timeline.toml", 'os = "1917-10-10"', 'os = "1870-04-10"')
    package.change("timeline.toml", "sources =", 'same_as = ["somchai born"]\nsources =')
    assert problems(package) == []


def test_an_event_and_the_card_it_names_may_not_tell_different_days(package: Package) -> None:
    package.change("timeline.toml", "sources =", 'same_as = ["somchai born"]\nsources =')
    assert keys(package) == ["package-dates-disagree"]


def test_same_as_names_a_date_that_the_card_has(package: Package) -> None:
    package.change("timeline.toml", "sources =", 'same_as = ["somchai signed"]\nsources =')
    assert keys(package) == ["package-unknown-entity"]


def test_thai_and_english_tell_the_same_days(package: Package) -> None:
    package.change(PEOPLE, "เขามาถึงเมืองวารี", "เขามาถึงเมืองวารีในวันที่ ๑๐ ตุลาคม ค.ศ. ๑๙๑๗")
    assert keys(package) == ["package-prose-dates"]
    package.change(PEOPLE, 'He came to Varee."\nrole', 'He came on 10 October 1917."\nrole')
    assert problems(package) == []


def test_a_pair_of_calendars_in_a_sentence_is_thirteen_days_apart(package: Package) -> None:
    package.change(PEOPLE, "เขามาถึงเมืองวารี", "เขามาถึงในวันที่ ๑๐ (๒๒) ตุลาคม ค.ศ. ๑๙๑๗")
    package.change(PEOPLE, 'He came to Varee."\nrole', 'He came on 10 (22) October 1917."\nrole')
    assert set(keys(package)) == {"package-prose-calendars"}


def test_a_glossed_name_needs_a_card(package: Package) -> None:
    text = package.text("article.txt")
    package.write("article.txt", text.rstrip("\n") + " แล้วไปเมืองใต้ (South Town) ต่อ\n")
    source = load_source(package.folder)
    assert [problem.key for problem in source.advice] == ["package-uncovered"]
    assert "package-uncovered" in [fault.key for fault in faults(package.folder)]


def test_package_with_a_name_still_to_be_carded_is_computed(package: Package) -> None:
    text = package.text("article.txt")
    package.write("article.txt", text.rstrip("\n") + " แล้วไปเมืองใต้ (South Town) ต่อ\n")
    assert main([str(package.folder)]) == 0
    assert [fault.key for fault in faults(package.folder)] == ["package-uncovered"]


def test_role_and_why_differ(package: Package) -> None:
    package.change(PEOPLE, 'why = "ทำให้รู้ว่ามีผู้มาถึง"', 'why = "เป็นผู้มาถึง"')
    assert keys(package) == ["package-twice"]


def test_two_notes_may_not_be_called_the_same(package: Package) -> None:
    note = package.text("notes.toml")
    other = note.replace("เวลา «๐๓.๑๐ น.» ระบอบ", "สมชาย ดีงาม «มาถึง»เมือง")
    package.write("notes.toml", note + "\n" + other)
    assert keys(package) == ["package-twice"]
