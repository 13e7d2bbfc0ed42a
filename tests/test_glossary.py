"""The reader's own glossaries: any usual CSV is read, a bad one is told by its line."""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.desk.glossary import Entry, Glossaries, read_entries
from reader.errors import ReaderError
from reader.messages import sentence_for
from reader.text.display import shown_name
from reader.text.encodings import decode


def fault(data: bytes) -> ReaderError:
    with pytest.raises(ReaderError) as caught:
        read_entries(data, "ศัพท์.csv")
    for language in ("th", "en"):
        assert "ศัพท์.csv" in sentence_for(caught.value, language)
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "โซเวียต,สภาผู้แทน,ตำรา\nดูมา,รัฐสภา,\n",
        "โซเวียต;สภาผู้แทน;ตำรา\r\nดูมา;รัฐสภา\r\n",
        "โซเวียต\tสภาผู้แทน\tตำรา\nดูมา\tรัฐสภา",
        "word,meaning,source\nโซเวียต,สภาผู้แทน,ตำรา\n\nดูมา,รัฐสภา,\n",
        "ที่มา,คำ,ความหมาย\nตำรา,โซเวียต,สภาผู้แทน\n,ดูมา,รัฐสภา\n",
        '"โซเวียต","สภาผู้แทน","ตำรา"\n"ดูมา","รัฐสภา",""\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_usual_files_are_read(text: str, encoding: str) -> None:
    assert read_entries(text.encode(encoding), "a.csv") == (
        Entry("โซเวียต", "สภาผู้แทน", "ตำรา"),
        Entry("ดูมา", "รัฐสภา", ""),
    )


def test_meaning_may_have_commas_and_lines_of_its_own() -> None:
    data = 'โซเวียต,"สภา, คณะ\nผู้แทน"\n'.encode()
    assert read_entries(data, "a.csv") == (Entry("โซเวียต", "สภา, คณะ ผู้แทน", ""),)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("โซเวียต,สภา\nดูมา\n", 2),
        ("โซเวียต,สภา\n\n,รัฐสภา\n", 3),
        ('โซเวียต,"สภา\nผู้แทน"\nดูมา,\n', 3),
        ("word,meaning\nโซเวียต,สภา\nดูมา, \n", 3),
    ],
)
def test_line_without_word_or_meaning_is_told_by_its_number(text: str, line: int) -> None:
    error = fault(text.encode())
    assert (error.key, error.values["line"]) == ("glossary-line", line)


def test_quotation_mark_without_its_pair_is_told() -> None:
    error = fault('ก,ข\nค,"ง\n'.encode())
    assert error.key == "glossary-quotes"
    assert error.values["line"] == 2


@pytest.mark.parametrize("data", [b"", b"\n\n", b"word,meaning\n", b",,\n"])
def test_file_without_words_is_told(data: bytes) -> None:
    assert fault(data).key == "glossary-empty"


def test_what_is_no_text_is_told() -> None:
    assert fault(b"\x00\x01\xff\x00").key == "glossary-encoding"


LENIN = Entry("เลนิน", "ผู้นำ; นักปฏิวัติ; นักเขียน", "")
TROTSKY = Entry("ตรอตสกี", "นักปฏิวัติ", "")


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("เลนิน,ผู้นำ; นักปฏิวัติ; นักเขียน\nตรอตสกี,นักปฏิวัติ\n", (LENIN, TROTSKY)),
        ("เลนิน,ผู้นำ; นักปฏิวัติ; นักเขียน\n", (LENIN,)),
        ("คำ,ความหมาย\nเลนิน,ผู้นำ; นักปฏิวัติ; นักเขียน\n", (LENIN,)),
        ("ตรอตสกี,นักปฏิวัติ\nเลนิน,ผู้นำ; นักปฏิวัติ; นักเขียน\n", (TROTSKY, LENIN)),
        ("ดูมา;สภา, รัฐสภา, ที่ประชุม\nตรอตสกี;นักปฏิวัติ\n",
         (Entry("ดูมา", "สภา, รัฐสภา, ที่ประชุม", ""), TROTSKY)),
        ("ดูมา\tสภา, รัฐสภา\n", (Entry("ดูมา", "สภา, รัฐสภา", ""),)),
        ("คำ;ความหมาย;ก,ข,ค\nตรอตสกี;นักปฏิวัติ;\n", (TROTSKY,)),
    ],
)  # fmt: skip
def test_signs_within_the_meanings_part_no_columns(text: str, entries: tuple[Entry, ...]) -> None:
    assert read_entries(text.encode(), "a.csv") == entries


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"'])
def test_first_line_of_excel_names_the_separator(first: str) -> None:
    data = f"{first}\r\nดูมา;สภา\r\nเลนิน, อูลยานอฟ;ผู้นำ, นักเขียน\r\n"
    assert read_entries(data.encode("utf-8-sig"), "a.csv") == (
        Entry("ดูมา", "สภา", ""),
        Entry("เลนิน, อูลยานอฟ", "ผู้นำ, นักเขียน", ""),
    )
    error = fault(f"{first}\nดูมา;สภา\nเลนิน;\n".encode())
    assert (error.key, error.values["line"]) == ("glossary-line", 3)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "tis-620"])
def test_file_that_does_not_name_its_encoding_is_read(encoding: str) -> None:
    data = "เลนิน,ผู้นำ; นักปฏิวัติ; นักเขียน\nตรอตสกี,นักปฏิวัติ\n".encode(encoding)
    assert read_entries(data, "a.csv", decode) == (LENIN, TROTSKY)


def test_latin_letters_of_another_encoding_are_not_taken_for_thai() -> None:
    with pytest.raises(ReaderError) as caught:
        read_entries("café,kafé\nnaïve,naïf\n".encode("latin-1"), "a.csv", decode)
    assert caught.value.key == "glossary-encoding"


def test_field_that_is_too_long_is_told_as_such_wherever_it_ends() -> None:
    before = csv.field_size_limit()
    for length in (10_001, 200_000):
        error = fault(f"ดูมา,สภา\nเลนิน,{'ก' * length}\n".encode())
        assert (error.key, error.values["line"]) == ("glossary-long", 2)
    error = fault(f'ดูมา,สภา\nเลนิน,"ผู้นำ\n{"ก" * 200_000}\n'.encode())
    assert (error.key, error.values["line"]) == ("glossary-quotes", 2)
    assert csv.field_size_limit() == before


@given(st.binary(max_size=200))
def test_whatever_is_read_is_entries_or_one_sentence(data: bytes) -> None:
    try:
        entries = read_entries(data, "a.csv")
    except ReaderError as error:
        assert sentence_for(error, "th")
    else:
        assert all(entry.word and entry.meaning for entry in entries)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_glossary_is_copied_and_found_again(tmp_path: Path) -> None:
    file = write(tmp_path / "ศัพท์.csv", "โซเวียต,สภาผู้แทน,ตำรา\n")
    Glossaries(tmp_path / "home").add(file)
    file.unlink()
    again = Glossaries(tmp_path / "home")
    assert [glossary.name for glossary in again.all()] == ["ศัพท์"]
    assert again.meanings("โซเวียต") == [("ศัพท์", Entry("โซเวียต", "สภาผู้แทน", "ตำรา"))]
    assert again.meanings(" SOVIET ") == []


def test_several_glossaries_answer_side_by_side(tmp_path: Path) -> None:
    glossaries = Glossaries(tmp_path / "home")
    glossaries.add(write(tmp_path / "ข.csv", "Duma,รัฐสภา\n"))
    glossaries.add(write(tmp_path / "ก.csv", "duma,สภาดูมา\n"))
    assert [(name, entry.meaning) for name, entry in glossaries.meanings("DUMA")] == [
        ("ก", "สภาดูมา"),
        ("ข", "รัฐสภา"),
    ]


def test_removed_glossary_can_be_put_back(tmp_path: Path) -> None:
    glossaries = Glossaries(tmp_path / "home")
    glossaries.add(write(tmp_path / "ก.csv", "ดูมา,สภา\n"))
    removed = glossaries.remove("ก")
    assert glossaries.meanings("ดูมา") == [] == Glossaries(tmp_path / "home").all()
    glossaries.put_back(removed)
    assert Glossaries(tmp_path / "home").meanings("ดูมา")


def test_file_of_the_same_name_replaces_and_the_old_one_is_handed_back(tmp_path: Path) -> None:
    glossaries = Glossaries(tmp_path / "home")
    glossaries.add(write(tmp_path / "ก.csv", "ดูมา,สภา\n"))
    _, before = glossaries.add(write(tmp_path / "ก.csv", "ดูมา,รัฐสภา\n"))
    assert before is not None
    assert before.entries[0].meaning == "สภา"
    assert len(glossaries.all()) == 1


def test_bad_file_leaves_the_glossary_that_was_there(tmp_path: Path) -> None:
    glossaries = Glossaries(tmp_path / "home")
    glossaries.add(write(tmp_path / "ก.csv", "ดูมา,สภา\n"))
    with pytest.raises(ReaderError):
        glossaries.add(write(tmp_path / "ก.csv", "ดูมา\n"))
    assert Glossaries(tmp_path / "home").meanings("ดูมา")


def test_without_a_folder_glossaries_last_as_long_as_the_window(tmp_path: Path) -> None:
    glossaries = Glossaries(None)
    glossaries.add(write(tmp_path / "ก.csv", "ดูมา,สภา\n"))
    assert glossaries.meanings("ดูมา")


@pytest.mark.parametrize("name", ["missing.csv", ""])
def test_missing_file_and_folder_are_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReaderError) as caught:
        Glossaries(None).add(tmp_path / name)
    assert caught.value.key in ("file-missing", "file-folder")


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may write anywhere")
def test_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(0o500)
    with pytest.raises(ReaderError) as caught:
        Glossaries(home).add(write(tmp_path / "ก.csv", "ดูมา,สภา\n"))
    assert caught.value.key == "output-unwritable"


def test_damaged_copy_hides_no_other(tmp_path: Path) -> None:
    glossaries = Glossaries(tmp_path / "home")
    glossaries.add(write(tmp_path / "ก.csv", "ดูมา,สภา\n"))
    (tmp_path / "home" / "glossaries" / "ข.csv").write_bytes(b"\x00")
    assert [glossary.name for glossary in Glossaries(tmp_path / "home").all()] == ["ก"]


@pytest.mark.skipif(sys.platform == "win32", reason="names there hold no such thing")
def test_fault_of_a_file_with_a_hostile_name_is_one_plain_line(tmp_path: Path) -> None:
    path = tmp_path / "a\n\u202eb.csv"
    for text in (None, "", "ดูมา\n"):
        if text is not None:
            write(path, text)
        with pytest.raises(ReaderError) as caught:
            Glossaries(None, decode, shown_name).add(path)
        said = sentence_for(caught.value, "th")
        assert "\n" not in said and "\u202e" not in said and "a\\u000A\\u202Eb.csv" in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
def test_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")
    with pytest.raises(ReaderError) as caught:
        Glossaries(None).add(tmp_path / "a.csv")
    assert caught.value.key == "file-special"
