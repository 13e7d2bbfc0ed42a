"""Word boundaries, in this process and in the worker's."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import ROOT

from reader.text import word_breaks
from reader.text.article import Span
from reader.text.word_breaks import word_boundaries
from reader.text.worker import analyse

MARKS = set("ะัาำิีึืฺุูๅ็่้๊๋์ํ๎")


def words(text: str, **known: object) -> list[str]:
    boundaries = word_boundaries(text, **known)  # type: ignore[arg-type]
    return [text[a:b] for a, b in pairwise(boundaries)]


@pytest.mark.parametrize(
    "sentence",
    [
        "กองกำลัง|จาก|แนวหน้า|ไม่|สามารถ|มาถึง",
        "ประชาชน|ต่อสู้",
        "เส้นทาง|รถไฟ|ถูก|ตัดขาด",
        "ใจกลาง|เมือง",
        "รวบรวม|กำลัง",
        "การ|ลาออก|จาก",
    ],
)
def test_thai_is_cut_between_its_words(sentence: str) -> None:
    assert words(sentence.replace("|", "")) == sentence.split("|")


def test_names_edges_are_boundaries_whatever_the_dictionary_says() -> None:
    text = "นักเขียนเรืองนามเลนินไม่พอใจ"
    start = text.index("เลนิน")
    boundaries = word_boundaries(text, [Span(start, start + 5)])
    assert {start, start + 5} <= set(boundaries)


def test_words_that_the_dictionary_lacks_can_be_added() -> None:
    assert words("กรุงเปโตรกราด", words=["เปโตรกราด"]) == ["กรุง", "เปโตรกราด"]


def test_added_words_do_not_stay_for_the_next_text() -> None:
    assert "เปโตรกราด" in words("เปโตรกราด", words=["เปโตรกราด"])
    assert words("เปโตรกราด") != ["เปโตรกราด"]


def test_lone_consonant_is_not_parted_from_its_neighbour() -> None:
    for word in words("บอลเชวิคฮกฟหก"):
        assert len(word) > 1


def test_correction_across_the_edge_of_a_name_is_left() -> None:
    text = "ใจกลางเมือง"
    assert 3 in word_boundaries(text, [Span(0, 3)])


def test_foreign_words_spaces_and_digits_are_nobodys_boundary() -> None:
    assert word_boundaries("Hello world 123") == [0, 15]


def test_empty_text_has_one_edge() -> None:
    assert word_boundaries("") == [0]


thai = st.text(st.sampled_from("กขคงนมรสเแโใไะาิีุ่้์ๆฯ๑ a()*\n"), max_size=40)


@given(thai, st.data())
@settings(max_examples=200)
def test_boundaries_ascend_hold_all_edges_and_cut_no_cluster(
    text: str, data: st.DataObject
) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    names = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    given_edges = {0, len(text), *(edge for name in names for edge in name)}
    boundaries = word_boundaries(text, names)
    assert all(one < other for one, other in pairwise(boundaries))
    assert given_edges <= set(boundaries)
    assert all(0 <= offset <= len(text) for offset in boundaries)


@given(st.lists(st.sampled_from(["น้ำ", "ที่", "กำลัง", "เมือง", "ผู้", "เปิ้ล", "ซ์", "ฯ", " ", "ๆ"])))
def test_no_word_begins_with_a_mark(pieces: list[str]) -> None:
    text = "ก" + "".join(pieces)
    for offset in word_boundaries(text)[1:-1]:
        assert text[offset] not in MARKS


def test_without_nlpo3_the_same_words_come_from_pythainlp(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "nlpo3", None)
    word_breaks._segmenter.cache_clear()
    try:
        assert words("เส้นทางรถไฟถูกตัดขาด") == ["เส้นทาง", "รถไฟ", "ถูก", "ตัดขาด"]
    finally:
        word_breaks._segmenter.cache_clear()


# The worker


def worker(data: bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader.text.worker"],
        input=data,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        timeout=60,
    )


def test_worker_answers_with_offsets_and_ends(tmp_path: Path) -> None:
    text = "\ufeffสงคราม (War)* และสันติภาพ 😀\r\nย่อหน้าที่สอง"
    ended = worker(text.encode(), HOME=str(tmp_path))
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert json.loads(ended.stdout) == json.loads(json.dumps(analyse(text)))


def test_finding_words_leaves_nothing_in_the_readers_home(tmp_path: Path) -> None:
    worker("ภาษาไทย".encode(), HOME=str(tmp_path))
    assert list(tmp_path.iterdir()) == [tmp_path / "reader-home"] or not list(tmp_path.iterdir())


def test_words_are_found_with_no_home_at_all() -> None:
    ended = worker("ภาษาไทย".encode(), HOME="/nonexistent")
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="files in memory are Linux's")
def test_worker_that_is_killed_leaves_nothing_behind(tmp_path: Path) -> None:
    # killed at the very moment at which the word list is read
    script = """if True:
        import os, signal, nlpo3

        def killed(path, name):
            assert len(open(path, encoding="utf-8").read()) > 100_000
            os.kill(os.getpid(), signal.SIGKILL)

        nlpo3.load_dict = nlpo3.rust_load_dict = killed
        from reader.text.word_breaks import word_boundaries
        word_boundaries("ภาษาไทย")
    """
    ended = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path), "HOME": str(tmp_path)},
        timeout=60,
    )
    assert ended.returncode == -signal.SIGKILL
    assert [path for path in tmp_path.iterdir() if path.name != "reader-home"] == []


def test_words_are_found_where_no_file_can_be_kept_in_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)
    word_breaks._segmenter.cache_clear()
    assert words("เส้นทางรถไฟ") == ["เส้นทาง", "รถไฟ"]


@pytest.mark.parametrize("part", ["free", "held", "inside"])
def test_worker_finds_breaks_for_a_text_of_which_nothing_is_known(
    part: str, entry_text: str
) -> None:
    found = analyse(entry_text + "ก")
    assert all(isinstance(offset, int) for offset in found[part])
    if part == "free":
        assert len(found[part]) > 2000


def test_worker_finds_the_stars_of_a_text_of_which_nothing_is_known(entry_text: str) -> None:
    terms = analyse(entry_text + "ก")["terms"]
    assert len(terms) == 14
