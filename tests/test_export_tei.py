"""The TEI is valid, and its body without the tags is the article, character for character."""

from __future__ import annotations

import importlib.util
import lzma
import pickle
from pathlib import Path
from typing import Any

import pytest
from exported import made
from hypothesis import given
from hypothesis import strategies as st
from support import Package

from reader.content.knowledge import Knowledge, without_package
from reader.export.options import Options
from reader.export.tei_export import tei_export
from reader.export.tei_text import dating
from reader.text.article import article_from_bytes

etree = pytest.importorskip("lxml.etree")
TEI = {"t": "http://www.tei-c.org/ns/1.0", "xml": "http://www.w3.org/XML/1998/namespace"}
XML_ID = f"{{{TEI['xml']}}}id"


@pytest.fixture(scope="module")
def schema() -> Any:
    """TEI's own RelaxNG, which a package on PyPI carries."""
    found = importlib.util.find_spec("trafilatura")
    if found is None or not found.submodule_search_locations:
        pytest.skip("needs the schema in trafilatura 1.6.0")
    file = Path(found.submodule_search_locations[0]) / "data" / "tei-schema-pickle.lzma"
    with lzma.open(file) as packed:
        return etree.RelaxNG(etree.fromstring(pickle.load(packed).encode()))


@pytest.fixture(scope="module")
def document(entry: Knowledge) -> Any:
    return etree.fromstring(tei_export(entry, Options()))


def find(document: Any, path: str) -> list[Any]:
    return list(document.findall(path, TEI))


def body_text(document: Any) -> str:
    return "".join(document.find(".//t:body", TEI).itertext())


def without_tags(text: str) -> str:
    known = without_package(article_from_bytes(text.encode(), "a", "a.txt"))
    return body_text(etree.fromstring(tei_export(known, Options())))


# Valid


def test_entry_is_valid(document: Any, schema: Any) -> None:
    assert schema.validate(document), schema.error_log


def test_schema_refuses_what_is_no_tei(document: Any, schema: Any) -> None:
    wrong = etree.fromstring(etree.tostring(document))
    wrong.find(".//t:body//t:persName", TEI).tag = f"{{{TEI['t']}}}personName"
    assert not schema.validate(wrong)


def test_small_package_is_valid(package: Package, schema: Any) -> None:
    assert schema.validate(etree.fromstring(tei_export(made(package), Options())))


@pytest.mark.parametrize("text", ["คำ", "คำ (Word)*\n\n<b> & [x](y)*\n", "\ufeffก\r\nข\u2029ค"])
def test_plain_text_is_valid(text: str, schema: Any) -> None:
    known = without_package(article_from_bytes(text.encode(), "a", "a.txt"))
    assert schema.validate(etree.fromstring(tei_export(known, Options()))), schema.error_log


# The words


def test_body_is_the_entry(document: Any, entry: Knowledge) -> None:
    assert body_text(document) == entry.article.text


def test_every_paragraph_is_one(document: Any, entry: Knowledge) -> None:
    paragraphs = find(document, ".//t:body//t:p")
    texts = ["".join(p.itertext()).rstrip("\n") for p in paragraphs]
    assert texts == [entry.article.text[s.start : s.end] for s in entry.article.paragraphs]
    assert [p.get("n") for p in paragraphs] == [str(n) for n in range(1, 15)]


@pytest.mark.parametrize(
    "text",
    [
        "ก\r\nข\rค\nง",
        "\ufeffก",
        "ก\u2029ข\u2028ค",
        "ก\n\n\n",
        "<&>\"']]>",
        "ก\u00a0 ข\tค",
        "😀(x)*",
    ],
)
def test_body_keeps_every_character(text: str) -> None:
    assert without_tags(text) == text


WORDS = st.text(
    st.sampled_from("กขาำ่ีง ABc()[]*<>&\"'\n\r\t\u00a0\u2029๑1."), min_size=1, max_size=80
).filter(lambda text: text.strip("\ufeff \t\r\n\u2028\u2029\u00a0"))


@given(WORDS)
def test_body_keeps_whatever_is_written(text: str) -> None:
    assert without_tags(text) == text


# What is told of them


def test_every_mention_is_a_name_that_leads_to_its_entity(document: Any, entry: Knowledge) -> None:
    ids = {element.get(XML_ID): element for element in document.iter() if element.get(XML_ID)}
    names = [
        element
        for element in document.find(".//t:body", TEI).iter()
        if element.get("ref") and etree.QName(element).localname != "term"
    ]
    assert len(names) == len(entry.mentions)
    for element, mention in zip(names, entry.mentions, strict=True):
        assert "".join(element.itertext()) == entry.article.text[mention.start : mention.end]
        target = ids[element.get("ref")[1:]]
        assert target.get(XML_ID) == f"ent.{mention.entity}"
    assert {etree.QName(name).localname for name in names} == {
        "persName", "placeName", "orgName", "rs", "title", "name",
    }  # fmt: skip


def test_star_stays_after_a_term_and_its_gloss(document: Any, entry: Knowledge) -> None:
    terms, glosses = find(document, ".//t:body//t:term"), find(document, ".//t:body//t:gloss")
    assert len(terms) == len(glosses) == len(entry.terms)
    for term, gloss in zip(terms, glosses, strict=True):
        assert gloss.get("target") == f"#{term.get(XML_ID)}"
        # a note may end with the gloss
        after = gloss.tail or gloss.getnext().tail
        assert after.startswith((")*", "]*"))
    first = "".join(glosses[0].itertext())
    assert first == "Bolsheviks"


def test_dates_carry_both_calendars(document: Any, entry: Knowledge) -> None:
    elements = find(document, ".//t:body//t:date") + find(document, ".//t:body//t:time")
    assert len(elements) == len(entry.dates)
    (day,) = {e.get("when") for e in elements if e.get("when-custom") == "1917-10-24"}
    assert day == "1917-11-06"
    for element in elements:
        assert element.get("when") or (element.get("from") and element.get("to"))
        if element.get("when-custom") or element.get("from-custom"):
            assert element.get("datingMethod") == "#julian"
    calendars = {element.get("calendar") for element in elements}
    assert {"#julian", "#gregorian"} <= calendars


@pytest.mark.parametrize(
    ("os", "ns", "time", "wanted"),
    [
        ("1917-10-25", "1917-11-07", None, {"when": "1917-11-07", "when_custom": "1917-10-25"}),
        (None, "1936-06-18", None, {"when": "1936-06-18"}),
        (
            "1917-10-25", "1917-11-07", "03:30",
            {"when": "1917-11-07T03:30:00", "when_custom": "1917-10-25T03:30:00"},
        ),
        (
            "1917-10-03/1917-10-10", "1917-10-16/1917-10-23", None,
            {
                "from_": "1917-10-16", "to": "1917-10-23",
                "from_custom": "1917-10-03", "to_custom": "1917-10-10",
            },
        ),
    ],
)  # fmt: skip
def test_day_in_tei(os: str | None, ns: str, time: str | None, wanted: dict[str, str]) -> None:
    found = dating(os, ns, time)
    assert found.pop("datingMethod", None) == ("#julian" if os else None)
    assert found == wanted


def test_notes_stand_outside_the_text_and_point_into_it(document: Any, entry: Knowledge) -> None:
    assert not find(document, ".//t:body//t:note")
    ids = {element.get(XML_ID) for element in document.iter()}
    notes = find(document, ".//t:back/t:div[@type='notes']/t:note")
    assert len(notes) == 2 * len(entry.details.notes)
    certainty = {"clear": "high", "likely": "medium", "disputed": "low"}
    for note, known in zip(notes[::2], entry.details.notes, strict=True):
        assert note.get("resp") == "#editor" and note.get("cert") == certainty[known.certainty]
        assert {note.get("target")[1:], note.get("targetEnd")[1:]} <= ids
        assert note.text == known.th.text


def test_anchors_of_a_note_hold_its_words(document: Any, entry: Knowledge) -> None:
    body = document.find(".//t:body", TEI)
    offset, places = 0, {}
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            if etree.QName(element).localname == "anchor":
                places[element.get(XML_ID)] = offset
            offset += len(element.text or "")
        elif element is not body:
            offset += len(element.tail or "")
    for note in entry.details.notes:
        assert places[f"note.{note.id}.start"] == note.start
        assert places[f"note.{note.id}.end"] == note.end


def test_timeline_is_a_list_of_events(document: Any, entry: Knowledge) -> None:
    events = find(document, ".//t:div[@type='timeline']/t:listEvent/t:event")
    labels = [event.findtext("t:label", namespaces=TEI) for event in events]
    assert labels == [event.th.text for event in entry.details.events]


def test_header_names_source_and_licence(document: Any, entry: Knowledge) -> None:
    header = "".join(document.find("t:teiHeader", TEI).itertext())
    assert entry.publisher_th in header and entry.publisher_en in header
    licence = document.find(".//t:licence", TEI)
    assert licence.get("target") == "https://creativecommons.org/licenses/by/4.0/"
    assert entry.article.sha256 in header
