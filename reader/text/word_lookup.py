"""What is known of a word offline: its meanings, whether a dictionary lists it, how it is read.

Thai WordNet and the word lists are those that come with PyThaiNLP, read from their files without
PyThaiNLP itself; the English words and definitions are WordNet's. A missing file is no fault: what
it would tell is not told.
"""

from __future__ import annotations

import mmap
import re
import sqlite3
from collections.abc import Iterator
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from reader import resources
from reader.text.romanisation import Reading, reading_of

_PARTS = {"n": "noun", "v": "verb", "a": "adjective", "r": "adverb"}
_MOST_MEANINGS = 12
_LONGEST_PART = 24  # letters
_THAI = re.compile("[\u0e01-\u0e4e]")
_EDGES = " \t\r\n\u00a0\u200b\ufeff.,:;!?()[]{}\"'“”‘’«»*…-–—"


class Meaning(NamedTuple):
    """One meaning of a word.

    part: of speech: noun, verb, adjective or adverb. english: words that mean the same.
    definition: in English, "" if not known. thai: Thai words with this meaning, the word itself
    not among them.
    """

    part: str
    english: tuple[str, ...]
    definition: str
    thai: tuple[str, ...]


class Found(NamedTuple):
    """What is known of ``word``.

    lists: ``royal`` and ``words``, those of the word lists that have it. english_of: the foreign
    word that it is a spelling of. parts: known words it is made of, if it is not known itself.
    """

    word: str
    meanings: tuple[Meaning, ...]
    lists: tuple[str, ...]
    english_of: str
    reading: Reading
    parts: tuple[str, ...]


class WordLookup:
    """Opens each source when it is first asked; ``close`` lets go of them."""

    def __init__(self, corpus: Path | None = None) -> None:
        """corpus: the folder of PyThaiNLP's own files, found by itself if none is given."""
        self._corpus = corpus
        self._maps: dict[Path, mmap.mmap | None] = {}

    def look_up(self, word: str) -> Found:
        """Everything about ``word``, as it was selected; an English word is looked up as such."""
        word = cleaned(word)
        is_thai = bool(_THAI.search(word))
        meanings = self._thai_meanings(word) if is_thai else self._english_meanings(word)
        lists = tuple(
            name for name in ("royal", "words") if is_thai and self._is_listed(word, name)
        )
        parts = () if meanings or lists or not is_thai else tuple(self._parts(word))
        reading = reading_of(word, self._syllables) if is_thai else Reading((), "", False)
        return Found(word, tuple(meanings), lists, self._english_of(word), reading, parts)

    def close(self) -> None:
        """Let go of the files."""
        for mapped in self._maps.values():
            if mapped is not None:
                mapped.close()
        self._maps.clear()
        database = self.__dict__.pop("_database", None)
        if database is not None:
            database.close()

    # Files

    @cached_property
    def _folder(self) -> Path | None:
        if self._corpus is not None:
            return self._corpus
        spec = find_spec("pythainlp")  # finds it without importing it
        places = spec.submodule_search_locations if spec else None
        return Path(places[0]) / "corpus" if places else None

    @cached_property
    def _database(self) -> sqlite3.Connection | None:
        if self._folder is None:
            return None
        path = self._folder / "wordnet_th.db"
        try:
            uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            database = sqlite3.connect(uri, uri=True, check_same_thread=False)
            database.execute("SELECT 1 FROM word_synset LIMIT 1")
        except (sqlite3.Error, OSError, ValueError):
            return None
        return database

    def _map(self, path: Path | None) -> mmap.mmap | None:
        if path is None:
            return None
        if path not in self._maps:
            try:
                with path.open("rb") as file:
                    self._maps[path] = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            except (OSError, ValueError):
                self._maps[path] = None
        return self._maps[path]

    def _corpus_map(self, name: str) -> mmap.mmap | None:
        return self._map(self._folder / name if self._folder else None)

    @property
    def _english(self) -> mmap.mmap | None:
        return self._map(resources.root() / "thai" / "wordnet.tsv")

    @cached_property
    def _syllables(self) -> frozenset[str]:
        listed = self._corpus_map("syllables_th.txt")
        return frozenset(listed[:].decode("utf-8", "replace").split()) if listed else frozenset()

    # Meanings

    def _thai_meanings(self, word: str) -> list[Meaning]:
        if self._database is None or not word:
            return []
        try:
            rows = self._database.execute("SELECT synsetid FROM word_synset WHERE li = ?", (word,))
            numbers = [str(number) for (number,) in rows]
        except (sqlite3.Error, UnicodeError):
            return []
        found = [(self._line(number), number) for number in numbers]
        found.sort(key=lambda item: (item[0] is None, item[0][0] if item[0] else ""))
        meanings = (self._meaning(number, line, word) for line, number in found)
        told = [one for one in meanings if one.english or one.definition or one.thai]
        return told[:_MOST_MEANINGS]

    def _meaning(self, number: str, line: list[str] | None, word: str) -> Meaning:
        english, definition = (line[1], line[2]) if line else ("", "")
        words = tuple(part for part in english.split(", ") if part)
        return Meaning(
            _PARTS.get(number[-1:], ""), words, definition, self._thai_words(number, word)
        )

    def _thai_words(self, number: str, but: str) -> tuple[str, ...]:
        if self._database is None:
            return ()
        try:
            rows = self._database.execute(
                "SELECT li FROM word_synset WHERE synsetid = ? ORDER BY li", (number,)
            )
            return tuple(str(word) for (word,) in rows if word != but)
        except (sqlite3.Error, UnicodeError):
            return ()

    def _line(self, number: str) -> list[str] | None:
        """Place, English words and definition of a meaning, by bisecting the sorted file."""
        mapped = self._english
        if mapped is None:
            return None
        wanted = number.encode("utf-8", "replace")
        low, high = 0, len(mapped)
        while low < high:
            middle = mapped.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = mapped.find(b"\n", middle)
            end = end if end >= 0 else len(mapped)
            key, _, rest = mapped[middle:end].partition(b"\t")
            if key == wanted:
                return rest.decode("utf-8", "replace").split("\t")
            if key < wanted:
                low = end + 1
            else:
                high = middle
        return None

    def _english_meanings(self, word: str) -> list[Meaning]:
        mapped = self._english
        if mapped is None or len(word) < 2:
            return []
        found: dict[str, tuple[str, Meaning]] = {}
        for form in dict.fromkeys((word, word.lower(), word.capitalize())):
            for number, line in _lines_with(mapped, form):
                thai = self._thai_words(number, "")
                english = tuple(other for other in line[1].split(", ") if other != form)
                meaning = Meaning(_PARTS.get(number[-1:], ""), english, line[2], thai)
                found.setdefault(number, (line[0], meaning))
        ordered = sorted(found.values(), key=lambda item: item[0])
        return [meaning for _, meaning in ordered[:_MOST_MEANINGS]]

    # Word lists

    def _is_listed(self, word: str, name: str) -> bool:
        listed = self._corpus_map("orst_words_th.txt" if name == "royal" else "words_th.txt")
        return (
            listed is not None and bool(word) and _has_line(listed, word.encode("utf-8", "replace"))
        )

    def _parts(self, word: str) -> Iterator[str]:
        """Known words that ``word`` is made of, the longest first from the left; all or none."""
        parts = []
        start = 0
        while start < len(word):
            for end in range(min(len(word), start + _LONGEST_PART), start + 1, -1):
                part = word[start:end]
                if part != word and (
                    self._is_listed(part, "royal") or self._is_listed(part, "words")
                ):
                    parts.append(part)
                    start = end
                    break
            else:
                return
        yield from parts

    def _english_of(self, word: str) -> str:
        listed = self._corpus_map("th_en_transliteration_v1.4.tsv")
        if listed is None or not word:
            return ""
        wanted = b"\n" + word.encode("utf-8", "replace") + b"\t"
        place = listed.find(wanted)
        if place < 0:
            return ""
        end = listed.find(b"\t", place + len(wanted))
        return listed[place + len(wanted) : max(end, 0)].decode("utf-8", "replace").strip()


def cleaned(word: str) -> str:
    """``word`` without the signs and spaces at its ends, written in the usual way."""
    word = " ".join(word.strip(_EDGES).split()).replace("ํา", "ำ").replace("เเ", "แ")
    return word.removesuffix("ๆ").removesuffix("ฯ").strip(_EDGES)


def _has_line(listed: mmap.mmap, word: bytes) -> bool:
    place = listed.find(word)
    while place >= 0:
        before, after = listed[max(0, place - 3) : place], listed[place + len(word) :][:1]
        if (not before or before.endswith(b"\n") or before == b"\xef\xbb\xbf") and after in (
            b"", b"\n", b"\r",
        ):  # fmt: skip
            return True
        place = listed.find(word, place + 1)
    return False


def _lines_with(mapped: mmap.mmap, word: str) -> Iterator[tuple[str, list[str]]]:
    wanted = word.encode("utf-8", "replace")
    for lead in (b"\t", b" "):
        place = mapped.find(lead + wanted)
        while place >= 0:
            after = mapped[place + 1 + len(wanted) : place + 2 + len(wanted)]
            start = mapped.rfind(b"\n", 0, place) + 1
            end = mapped.find(b"\n", place)
            if after in (b",", b"\t"):
                line = mapped[start : end if end >= 0 else len(mapped)].decode("utf-8", "replace")
                number, *rest = line.split("\t")
                if word in rest[1].split(", "):
                    yield number, rest
            place = mapped.find(lead + wanted, place + 1)
