"""The meaning of words from what lies on the disk, without PyThaiNLP itself."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT

from reader.content.knowledge import Knowledge
from reader.text.search import WordEdges
from reader.text.word_lookup import Found, WordLookup, cleaned
from reader.text.word_span import word_at


@pytest.fixture(scope="module")
def lookup() -> WordLookup:
    return WordLookup()


def english(found: Found) -> set[str]:
    return {word for meaning in found.meanings for word in meaning.english}


@pytest.mark.parametrize(
    ("word", "part", "english_word"),
    [
        ("รัฐบาล", "noun", "government"),
        ("ปฏิวัติ", "verb", "revolt"),
        ("เมือง", "noun", "city"),
        ("สงคราม", "noun", "war"),
        ("คณะรัฐมนตรี", "noun", "cabinet"),
        ("สวย", "adjective", "beautiful"),
    ],
)
def test_thai_word_has_its_meanings(
    lookup: WordLookup, word: str, part: str, english_word: str
) -> None:
    found = lookup.look_up(word)
    assert any(
        m.part == part and english_word in m.english and m.definition for m in found.meanings
    )


def test_words_of_the_same_meaning_are_told(lookup: WordLookup) -> None:
    found = lookup.look_up("ประชาชน")
    assert any("มวลชน" in meaning.thai for meaning in found.meanings)
    assert all("ประชาชน" not in meaning.thai for meaning in found.meanings)


def test_commonest_meaning_comes_first(lookup: WordLookup) -> None:
    assert lookup.look_up("เมือง").meanings[0].english[0] == "city"


def test_english_word_is_looked_up_too(lookup: WordLookup) -> None:
    found = lookup.look_up("Government")
    assert "รัฐบาล" in found.meanings[0].thai
    assert any("เลนิน" in meaning.thai for meaning in lookup.look_up("Lenin").meanings)


def test_lists_that_have_the_word_are_told(lookup: WordLookup) -> None:
    assert lookup.look_up("รัฐบาล").lists == ("royal", "words")
    assert lookup.look_up("ก").lists[:1] == ("royal",)  # the first line, behind a byte order mark
    assert lookup.look_up("รัฐบาลล").lists == ()


def test_unknown_compound_is_parted_into_known_words(lookup: WordLookup) -> None:
    found = lookup.look_up("รัฐบาลประชาชน")
    assert found.meanings == found.lists == ()
    assert found.parts == ("รัฐบาล", "ประชาชน")


def test_foreign_word_behind_a_thai_spelling_is_told(lookup: WordLookup) -> None:
    assert lookup.look_up("กราฟ").english_of == "graph"


@pytest.mark.parametrize(
    ("selected", "word"),
    [(" รัฐบาล ", "รัฐบาล"), ("(รัฐบาล)*", "รัฐบาล"), ("ต่าง ๆ", "ต่าง"), ("ทํา", "ทำ"), ("“ก”", "ก")],
)
def test_what_was_selected_is_cleaned(selected: str, word: str) -> None:
    assert cleaned(selected) == word


@pytest.mark.parametrize(
    "nothing", ["", " ", "()", "ฮฮฮ", "\0", "%", "'; --", "\udc80", "ฮ\udc80ฮ"]
)
def test_what_is_no_word_has_no_meaning(lookup: WordLookup, nothing: str) -> None:
    assert lookup.look_up(nothing).meanings == ()


@given(st.text(max_size=20))
def test_anything_can_be_looked_up(text: str) -> None:
    found = _SHARED.look_up(text)
    assert found.word == cleaned(text)


_SHARED = WordLookup()


def test_without_the_files_the_reading_is_still_told(tmp_path: Path) -> None:
    found = WordLookup(tmp_path).look_up("รัฐบาล")
    assert found.meanings == found.lists == ()
    assert found.reading.roman == "ratthaban"


def test_damaged_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "wordnet_th.db").write_bytes(b"no database")
    (tmp_path / "words_th.txt").write_bytes(b"")
    assert WordLookup(tmp_path).look_up("รัฐบาล").meanings == ()


def test_files_can_be_let_go_and_opened_again() -> None:
    lookup = WordLookup()
    before = lookup.look_up("เมือง")
    lookup.close()
    assert lookup.look_up("เมือง") == before


def test_answers_come_at_once(lookup: WordLookup) -> None:
    lookup.look_up("รัฐบาล")
    times = []
    for word in ("ปฏิวัติ", "เมือง", "โซเวียต", "กองกำลังผสม", "government"):
        start = time.thread_time()
        lookup.look_up(word)
        times.append(time.thread_time() - start)
    assert max(times) < 0.1, times


def test_pythainlp_is_not_imported() -> None:
    script = """if True:
        import sys
        from reader.text.word_lookup import WordLookup
        assert WordLookup().look_up("รัฐบาล").meanings
        print([name for name in sys.modules if name.startswith(("pythainlp", "nlpo3", "PySide6"))])
    """
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.stdout == "[]\n", done.stderr


def test_meanings_lie_in_the_order_in_which_they_are_looked_for() -> None:
    rows = (ROOT / "resources" / "thai" / "wordnet.tsv").read_text(encoding="utf-8").splitlines()
    keys = [row.split("\t")[0] for row in rows]
    assert keys == sorted(set(keys))
    assert all(len(row.split("\t")) == 4 for row in rows)


def test_every_meaning_is_found_by_its_number(lookup: WordLookup) -> None:
    rows = (ROOT / "resources" / "thai" / "wordnet.tsv").read_text(encoding="utf-8").splitlines()
    for row in [*rows[:3], *rows[:: len(rows) // 200], *rows[-3:]]:
        number, *rest = row.split("\t")
        assert lookup._line(number) == rest
    assert lookup._line("99999999-n") is None
    assert lookup._line("") is None


# Which word stands at a place


def test_word_under_the_pointer_is_cut_as_thai_is(entry: Knowledge) -> None:
    text = entry.article.text
    edges = WordEdges(text, entry.breaks)
    start = text.index("ปราบปราม")
    for offset in range(start, start + len("ปราบปราม")):
        word = word_at(text, offset, edges)
        assert word is not None
        assert text[word.start : word.end] == "ปราบปราม"


@pytest.mark.parametrize("sign", [" ", "(", "*", "\n"])
def test_there_is_no_word_at_a_sign(entry: Knowledge, sign: str) -> None:
    text = entry.article.text
    assert word_at(text, text.index(sign), WordEdges(text, entry.breaks)) is None
    assert word_at(text, len(text), WordEdges(text, entry.breaks)) is None
