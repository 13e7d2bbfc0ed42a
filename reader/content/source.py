"""The content files of an article package, as people edit them: TOML, one thing a block.

``load_source`` reads a package folder, checks every rule a machine can check, and gives back
either the whole content or the list of problems, each with file, line and cure. The format is
described in docs/editing.md.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from reader.content import datestring
from reader.content.city_map import MapPlace
from reader.content.hours import Account, Hours
from reader.content.hours_source import KINDS, Known, Told, read_hours
from reader.content.known_keys import CONTENT_FILES, ENTITY_FILES, closest, unknown_keys
from reader.content.manifest import VERSION, is_good_id
from reader.content.model import (
    CATEGORIES,
    CERTAINTIES,
    NOTE_KINDS,
    PARTS_OF_DAY,
    PRECISIONS,
    ArticleDate,
    Entity,
    Passage,
    Variant,
)
from reader.content.prose_dates import prose_dates
from reader.content.questions import LEVELS, Question
from reader.errors import PackageError
from reader.text.article import Article, Span, read_article
from reader.text.calendar import is_retroactive
from reader.text.mentions import QuoteError, find_mentions, occurrences, quoted_span

DATE_KINDS = (
    "born", "died", "founded", "dissolved", "began", "ended", "held", "signed", "published",
    "built", "opened", "launched", "renamed", "in-force",
)  # fmt: skip
TIME_BASES = ("entry", "correction", "none")
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_LIMITS_TH = {"short": 110, "body": 550, "role": 160, "why": 160}  # code points
_LIMITS_EN = {"short": 20, "body": 90, "role": 40, "why": 40}  # words
_SLACK = 1.1  # the guide says "about"
_GLOSS = re.compile(r"[(\[](?=[A-Z])[A-Za-z][^()\[\]]*[)\]]")
_LATIN_STOP_IN_THAI = re.compile("[ก-๙][,;!?](?: |$)|[ก-๎]\\.(?: |$)")
_THAI_ABBREVIATIONS = re.compile("(?:ค\\.ศ|พ\\.ศ|ร\\.ศ|น|ฯลฯ|[ก-ฮ])\\.")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: ``key`` and ``values`` make the sentence, see ``reader.messages``."""

    file: str
    line: int
    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    def as_error(self) -> PackageError:
        """The problem as an exception."""
        return PackageError(self.key, file=self.file, line=self.line, **self.values)


@dataclass(slots=True)
class Source:
    """The checked content of a package folder, before anything is computed from it.

    problems: what has to be mended before anything can be. advice: what is still to be done.
    """

    article: Article
    header: dict[str, Any]
    entities: dict[str, Entity] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    in_context: list[tuple[str, str]] = field(default_factory=list)
    cards: dict[str, dict[str, Any]] = field(default_factory=dict)
    citations: dict[str, str] = field(default_factory=dict)
    places: list[MapPlace] = field(default_factory=list)
    place_sources: dict[str, tuple[str, ...]] = field(default_factory=dict)
    dates: list[ArticleDate] = field(default_factory=list)
    notes: list[tuple[Span, dict[str, Any]]] = field(default_factory=list)
    events: list[tuple[Span, dict[str, Any]]] = field(default_factory=list)
    hours: Hours | None = None
    questions: list[Question] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    advice: list[Problem] = field(default_factory=list)


class _File:
    """One TOML file: its data, and the line on which a block or a key of it stands."""

    def __init__(self, folder: Path, name: str, required: bool) -> None:
        self.name = name
        self.data: dict[str, Any] = {}
        self.problem: Problem | None = None
        self._lines: list[str] = []
        try:
            text = (folder / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            if required:
                self.problem = Problem(name, 1, "package-file-missing")
            return
        except (OSError, UnicodeDecodeError):
            self.problem = Problem(name, 1, "package-file-unreadable")
            return
        self._lines = text.splitlines()
        try:
            self.data = tomllib.loads(text)
        except RecursionError:
            self.problem = Problem(name, 1, "package-not-toml", {"reason": "nesting"})
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            line = int(found[1]) if found else len(self._lines)
            self.problem = Problem(name, line, "package-not-toml", {"reason": str(error)})

    def line(self, block: str, key: str = "", nth: int = 0) -> int:
        """The line (from 1) of ``key`` in the ``nth`` block so named, or of the block itself."""
        mark = re.compile(rf"\[\[?\s*{re.escape(block)}\s*\]\]?\s*(#|$)")
        heads = [0] if not block else []
        heads += [n for n, line in enumerate(self._lines, 1) if mark.match(line.strip())]
        if nth >= len(heads):
            return 1
        head = heads[nth]
        if key:
            for number in range(head + 1, len(self._lines) + 1):
                line = self._lines[number - 1].strip()
                if re.match(rf"{re.escape(key)}\s*=", line):
                    return number
                if line.startswith("["):
                    break
        return max(head, 1)


def load_source(folder: Path) -> Source:
    """The content of the package in ``folder``; what is wrong with it is in ``problems``.

    Raises PackageError if there is no package at all, TextError if its text cannot be read.
    """
    header = _File(folder, "package.toml", required=True)
    if header.problem:
        raise header.problem.as_error()
    text_name = header.data.get("text", "article.txt")
    if not isinstance(text_name, str) or Path(text_name).name != text_name:
        line = header.line("", "text")
        raise Problem("package.toml", line, "package-bad-value", {"name": "text"}).as_error()
    package_id = header.data.get("id")
    if not isinstance(package_id, str) or not is_good_id(package_id):
        line = header.line("", "id")
        raise Problem("package.toml", line, "package-bad-value", {"name": "id"}).as_error()
    source = Source(read_article(folder / text_name, package_id), header.data)
    _Loader(folder, source, header).load()
    return source


class _Loader:
    def __init__(self, folder: Path, source: Source, header: _File) -> None:
        self.folder = folder
        self.source = source
        self.header = header
        self.text = source.article.text
        self._see: list[tuple[_File, str, str]] = []

    def load(self) -> None:
        self._files()
        self._header()
        self._citations()
        for name, category in ENTITY_FILES.items():
            self._entities(f"entities/{name}.toml", category)
        for file, block, target in self._see:
            if target not in self.source.entities:
                self._problem(file, block, "see", "package-unknown-entity", name=target)
        self._places()
        self._dates()
        self._notes()
        self._events()
        self._hours()
        self._questions()
        self._unique_ids()
        if not self.source.problems:
            self._uncovered_names()

    def _files(self) -> None:
        """Files that nobody would read, and names in the header that nobody asks for."""
        here = [*self.folder.glob("*.toml"), *self.folder.glob("entities/*.toml")]
        for name in sorted(path.relative_to(self.folder).as_posix() for path in here):
            if name not in CONTENT_FILES:
                self.source.problems.append(
                    Problem(
                        name, 1, "package-unknown-file", {"wanted": closest(name, CONTENT_FILES)}
                    )
                )
        self._keys(self.header)

    def _keys(self, file: _File) -> None:
        for found in unknown_keys(file.name, file.data):
            block, key, nth = found.block, found.name, found.nth
            if found.is_block:
                block, key, nth = (f"{block}.{key}" if block else key), "", 0
            self._problem(
                file, block, key, "package-unknown-key", nth, name=found.name, wanted=found.meant
            )

    def _problem(
        self, file: _File, block: str, field_: str, key: str, nth: int = 0, **values: object
    ) -> None:
        line = file.line(block, field_, nth)
        self.source.problems.append(Problem(file.name, line, key, {"block": block, **values}))

    def _open(self, name: str) -> _File:
        file = _File(self.folder, name, required=False)
        if file.problem:
            self.source.problems.append(file.problem)
        self._keys(file)
        return file

    def _text(
        self, file: _File, block: str, data: Mapping[str, Any], key: str, nth: int = 0
    ) -> str:
        value = data.get(key)
        if not isinstance(value, str) or not value.strip():
            self._problem(file, block, key, "package-missing", nth, name=key)
            return ""
        if value != value.strip() or "\n" in value:
            self._problem(file, block, key, "package-stray-space", nth, name=key)
        if key.endswith("th") or block.endswith(".th"):
            plain = _THAI_ABBREVIATIONS.sub("", value)
            if _LATIN_STOP_IN_THAI.search(plain):
                self._problem(file, block, key, "package-thai-punctuation", nth, name=key)
        return value

    def _strings(
        self, file: _File, block: str, data: Mapping[str, Any], key: str, nth: int = 0
    ) -> list[str]:
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            self._problem(file, block, key, "package-bad-value", nth, name=key)
            return []
        return value

    def _optional(
        self, file: _File, block: str, data: Mapping[str, Any], key: str, nth: int = 0
    ) -> str | None:
        """A text that may be left out, but not empty or of another kind."""
        return self._text(file, block, data, key, nth) if key in data else None

    def _blocks(self, file: _File) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The named blocks of a file that holds nothing else."""
        for name, block in file.data.items():
            if isinstance(block, dict):
                yield name, block
            else:
                self._problem(file, name, "", "package-bad-value", name=name)

    def _header(self) -> None:
        for key in ("title_th", "title_en"):
            self._text(self.header, "", self.source.header, key)
        for key in ("publisher_th", "publisher_en", "language", "licence", "text_licence"):
            self._optional(self.header, "", self.source.header, key)
        for key in ("words", "authors"):
            self._strings(self.header, "", self.source.header, key)
        version = self.source.header.get("version", "1")
        if not isinstance(version, str) or not VERSION.fullmatch(version):
            self._problem(self.header, "", "version", "package-bad-value", name="version")
        titles = [title for _, title in self._numbered(self.header, "paragraph")]
        if titles and len(titles) != len(self.source.article.paragraphs):
            self._problem(
                self.header, "paragraph", "", "package-paragraph-titles",
                found=len(titles), wanted=len(self.source.article.paragraphs),
            )  # fmt: skip
        for nth, title in enumerate(titles):
            for key in ("title_th", "title_en"):
                self._text(self.header, "paragraph", title, key, nth)
        for phrase in self._strings(self.header, "", self.source.header, "blockers"):
            if phrase not in self.text:
                self._problem(self.header, "", "blockers", "package-form-not-found", name=phrase)

    def _citations(self) -> None:
        file = self._open("sources.toml")
        for key, block in self._blocks(file):
            self.source.citations[key] = self._text(file, key, block, "cite")

    def _sources(
        self, file: _File, block: str, data: Mapping[str, Any], at_least: int, nth: int = 0
    ) -> tuple[str, ...]:
        cited = []
        for item in self._strings(file, block, data, "sources", nth):
            key, _, place = (part.strip() for part in item.partition("|"))
            if key not in self.source.citations:
                self._problem(file, block, "sources", "package-unknown-source", nth, name=key)
                continue
            cite = self.source.citations[key]
            cited.append(f"{cite.rstrip('.')}, “{place}”." if place else cite)
        if len(cited) < at_least:
            self._problem(file, block, "sources", "package-few-sources", nth, wanted=at_least)
        return tuple(cited)

    def _entities(self, name: str, category: str) -> None:
        assert category in CATEGORIES
        file = self._open(name)
        for entity_id, block in self._blocks(file):
            if entity_id in self.source.entities:
                self._problem(file, entity_id, "", "package-twice", name=entity_id)
            variants = []
            for key in ("forms", "misprints"):
                for form in self._strings(file, entity_id, block, key):
                    if not any(occurrences(self.text, form)):
                        self._problem(
                            file, entity_id, key, "package-form-not-found", name=form
                        )  # fmt: skip
                    if self.source.forms.setdefault(form, entity_id) != entity_id:
                        self._problem(file, entity_id, key, "package-twice", name=form)
                    variants.append(Variant(form, key == "misprints"))
            for quote in self._strings(file, entity_id, block, "in_context"):
                span = self._quote(file, entity_id, quote, "in_context")
                if span:
                    self.source.in_context.append((quote, entity_id))
                    form = self.text[span.start : span.end]
                    if form not in [variant.form for variant in variants]:
                        variants.append(Variant(form, False))
            self.source.entities[entity_id] = Entity(
                id=entity_id,
                category=category,
                name_th=self._text(file, entity_id, block, "name_th"),
                name_en=self._text(file, entity_id, block, "name_en"),
                name_ru=self._optional(file, entity_id, block, "name_ru"),
                other_th=tuple(self._strings(file, entity_id, block, "other_th")),
                other_en=tuple(self._strings(file, entity_id, block, "other_en")),
                variants=tuple(variants),
            )
            self.source.cards[entity_id] = self._card(file, entity_id, block)

    def _card(self, file: _File, entity_id: str, block: Mapping[str, Any]) -> dict[str, Any]:
        card: dict[str, Any] = {"sources": self._sources(file, entity_id, block, at_least=2)}
        see = self._strings(file, entity_id, block, "see")
        self._see.extend((file, entity_id, target) for target in see)
        card["see"] = see
        for language, limits in (("th", _LIMITS_TH), ("en", _LIMITS_EN)):
            part = f"{entity_id}.{language}"
            texts = block.get(language)
            if not isinstance(texts, dict):
                self._problem(file, entity_id, "", "package-missing", name=part)
                card[language] = dict.fromkeys(limits, "")
                continue
            card[language] = {}
            for key, limit in limits.items():
                text = self._text(file, part, texts, key)
                length = len(text) if language == "th" else len(text.split())
                if length > limit * _SLACK:
                    self._problem(
                        file, part, key, "package-too-long", name=key, found=length, wanted=limit
                    )  # fmt: skip
                card[language][key] = text
            if card[language]["role"] == card[language]["why"] != "":
                self._problem(file, part, "why", "package-twice", name="role, why")
        for key in _LIMITS_TH:
            self._same_dates(
                file, f"{entity_id}.th", key, card["th"].get(key, ""), card["en"].get(key, "")
            )
        card["dates"] = [
            self._card_date(file, entity_id, item, nth)
            for nth, item in self._numbered(file, "dates", block, f"{entity_id}.dates")
        ]
        return card

    def _same_dates(
        self, file: _File, block: str, key: str, thai: str, english: str, nth: int = 0
    ) -> None:
        """Both languages tell the same days, and every pair of calendars agrees."""
        told = [prose_dates(thai, "th"), prose_dates(english, "en")]
        for date in (date for dates in told for date in dates):
            if not date.pair_agrees():
                words = f"{date.day}.{date.month}."
                self._problem(file, block, key, "package-prose-calendars", nth, name=words)
        in_thai, in_english = ({(d.day, d.month) for d in dates} for dates in told)
        for day, month in sorted(in_thai ^ in_english):
            words = f"{day}.{month}."
            self._problem(file, block, key, "package-prose-dates", nth, name=words)

    def _uncovered_names(self) -> None:
        """A name that the article glosses in Latin letters, and that no entity has."""
        mentions = find_mentions(
            self.text, self.source.forms, self.source.in_context, self._strings_of_header()
        )
        ends = {mention.end for mention in mentions}
        for gloss in _GLOSS.finditer(self.text):
            end = gloss.start()
            while end > 0 and self.text[end - 1] in ' "':
                end -= 1
            after_thai = end > 0 and "ก" <= self.text[end - 1] <= "๙"
            if after_thai and end not in ends:
                values = {"block": "", "name": gloss.group()}
                self.source.advice.append(Problem("package.toml", 1, "package-uncovered", values))

    def _strings_of_header(self) -> list[str]:
        blockers = self.source.header.get("blockers", [])
        return [phrase for phrase in blockers if isinstance(phrase, str)]

    def _card_date(
        self, file: _File, entity_id: str, item: Mapping[str, Any], nth: int
    ) -> dict[str, Any]:
        block = f"{entity_id}.dates"
        if item.get("kind") not in DATE_KINDS:
            self._problem(file, block, "kind", "package-bad-value", nth, name="kind")
        os, ns, be = self._both_calendars(file, block, item, nth, old_style_too=False)
        first = datestring.days(ns, gregorian=True)[0]
        return {
            "kind": item.get("kind", ""), "os": os, "ns": ns, "be": be,
            "retroactive": len(ns.partition("/")[0]) > 4 and is_retroactive(first),
            "place_th": self._optional(file, block, item, "place_th", nth),
            "place_en": self._optional(file, block, item, "place_en", nth),
        }  # fmt: skip

    def _both_calendars(
        self,
        file: _File,
        block: str,
        item: Mapping[str, Any],
        nth: int,
        *,
        old_style_too: bool,
        prefix: str = "",
    ) -> tuple[str | None, str, int]:
        """OS, NS and พ.ศ. of an item that writes one calendar, or both in agreement."""
        os, ns = item.get(prefix + "os"), item.get(prefix + "ns")
        try:
            if isinstance(os, str):
                computed = datestring.to_new_style(os)
                if isinstance(ns, str) and ns != computed:
                    self._problem(file, block, "ns", "package-calendars", nth, wanted=computed)
                ns = computed
            elif isinstance(ns, str):
                datestring.days(ns, gregorian=True)
                os = datestring.to_old_style(ns) if old_style_too else None
            else:
                self._problem(file, block, "", "package-missing", nth, name="os")
                return None, "1917", 2460
            be = datestring.buddhist_year_of(ns)
        except ValueError:
            self._problem(file, block, "os" if os else "ns", "package-bad-date", nth)
            return None, "1917", 2460
        written = item.get("be")
        if isinstance(written, int) and len(ns) == 4:
            # a bare year takes the พ.ศ. of the event it belongs to: one of two
            if written not in (be, be - 1):
                self._problem(file, block, "be", "package-buddhist-year", nth, wanted=be)
            be = written
        elif written is not None and written != be:
            self._problem(file, block, "be", "package-buddhist-year", nth, wanted=be)
        return os, ns, be

    def _quote(self, file: _File, block: str, quote: object, key: str, nth: int = 0) -> Span | None:
        if not isinstance(quote, str):
            self._problem(file, block, key, "package-missing", nth, name=key)
            return None
        try:
            return quoted_span(self.text, quote)
        except QuoteError as error:
            self._problem(file, block, key, "package-quote", nth, name=quote, found=error.found)
            return None

    def _places(self) -> None:
        file = self._open("places.toml")
        entities = self.source.entities
        for place_id, block in self._blocks(file):
            about = self._optional(file, place_id, block, "entity")
            entity = entities.get(about or "")
            if about and entity is None:
                self._problem(file, place_id, "entity", "package-unknown-entity", name=about)
            rank, edge = block.get("rank", 3), block.get("edge", False)
            if type(rank) is not int or type(edge) is not bool:
                self._problem(file, place_id, "rank", "package-bad-value", name="rank, edge")
                continue
            lat, lon = block.get("lat"), block.get("lon")
            if not (isinstance(lat, float) and isinstance(lon, float)) or not (
                -90 < lat < 90 and -180 <= lon <= 180
            ):
                self._problem(file, place_id, "lat", "package-bad-value", name="lat, lon")
                continue
            self._text(file, place_id, block, "source")
            self.source.place_sources[place_id] = self._sources(file, place_id, block, 0)
            names = {
                key: self._optional(file, place_id, block, key) or getattr(entity, key, None) or ""
                for key in ("name_th", "name_en", "name_ru")
            }
            self.source.places.append(
                MapPlace(
                    id=place_id,
                    entity=entity.id if entity else None,
                    lat=lat,
                    lon=lon,
                    label_th=self._optional(file, place_id, block, "label") or names["name_th"],
                    label_en=self._optional(file, place_id, block, "label_en") or names["name_en"],
                    **names,
                    kind=self._text(file, place_id, block, "kind"),
                    rank=rank,
                    edge=edge,
                    line_th=self._text(file, place_id, block, "line_th"),
                    line_en=self._text(file, place_id, block, "line_en"),
                )
            )

    def _numbered(
        self, file: _File, name: str, data: Mapping[str, Any] | None = None, block: str = ""
    ) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """The blocks [[name]] of the file, or of ``data``, which is called ``block`` there."""
        items = (file.data if data is None else data).get(name, [])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            self._problem(file, block or name, "", "package-bad-value", name=name)
            return
        yield from enumerate(items)

    def _time(
        self, file: _File, block: str, item: Mapping[str, Any], key: str, nth: int
    ) -> str | None:
        """An hour that may be left out, as ``HH:MM``."""
        value = item.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not _HOUR.fullmatch(value):
            self._problem(file, block, key, "package-bad-date", nth)
            return None
        return value

    def _one_of(
        self, file: _File, block: str, item: Mapping[str, Any], key: str, nth: int,
        allowed: Sequence[str],
    ) -> str:  # fmt: skip
        value = item.get(key)
        if value not in allowed:
            self._problem(file, block, key, "package-bad-value", nth, name=key)
            return allowed[0]
        return str(value)

    def _dates(self) -> None:
        file = self._open("dates.toml")
        found: list[tuple[ArticleDate, int]] = []
        for nth, item in self._numbered(file, "date"):
            span = self._quote(file, "date", item.get("quote"), "quote", nth)
            os, ns, be = self._both_calendars(file, "date", item, nth, old_style_too=True)
            precision = self._one_of(file, "date", item, "precision", nth, PRECISIONS)
            printed = self._one_of(file, "date", item, "printed", nth, ("os", "ns", "unknown"))
            time = self._time(file, "date", item, "time", nth)
            if span:
                date = ArticleDate(span.start, span.end, os, ns, be, time, precision, printed)
                found.append((date, nth))
        found.sort(key=lambda pair: pair[0].start)
        self.source.dates = [date for date, _ in found]
        for (one, _), (other, nth) in pairwise(found):
            if other.start < one.end:
                words = self.text[other.start : other.end]
                self._problem(file, "date", "quote", "package-overlap", nth, name=words)

    def _notes(self) -> None:
        file = self._open("notes.toml")
        for nth, item in self._numbered(file, "note"):
            span = self._quote(file, "note", item.get("quote"), "quote", nth)
            note = {
                "id": self._text(file, "note", item, "id", nth),
                "kind": self._one_of(file, "note", item, "kind", nth, NOTE_KINDS),
                "certainty": self._one_of(file, "note", item, "certainty", nth, CERTAINTIES),
                "usual": self._optional(file, "note", item, "usual", nth),
                "th": self._text(file, "note", item, "th", nth),
                "en": self._text(file, "note", item, "en", nth),
                "sources": self._sources(file, "note", item, at_least=1, nth=nth),
            }
            self._same_dates(file, "note", "th", str(note["th"]), str(note["en"]), nth)
            if span:
                self.source.notes.append((span, note))
        self.source.notes.sort(key=lambda pair: pair[0])

    def _entry_os(self, file: _File, item: Mapping[str, Any], nth: int) -> str | None:
        """What the entry says of a day that standard works give otherwise."""
        value = self._optional(file, "event", item, "entry_os", nth)
        try:
            if value:
                datestring.days(value, gregorian=False)
        except ValueError:
            self._problem(file, "event", "entry_os", "package-bad-date", nth)
        return value

    def _events(self) -> None:
        file = self._open("timeline.toml")
        for nth, item in self._numbered(file, "event"):
            span = self._quote(file, "event", item.get("quote"), "quote", nth)
            os, ns, _ = self._both_calendars(file, "event", item, nth, old_style_too=True)
            entities = self._strings(file, "event", item, "entities", nth)
            for target in entities:
                if target not in self.source.entities:
                    self._problem(
                        file, "event", "entities", "package-unknown-entity", nth, name=target
                    )  # fmt: skip
            event = {
                "id": self._text(file, "event", item, "id", nth),
                "th": self._text(file, "event", item, "th", nth),
                "en": self._text(file, "event", item, "en", nth),
                "os": os, "ns": ns, "time": self._time(file, "event", item, "time", nth),
                "time_basis": self._one_of(
                    file, "event", {"time_basis": "none", **item}, "time_basis", nth, TIME_BASES
                ),
                "entry_os": self._entry_os(file, item, nth),
                "entry_time": self._time(file, "event", item, "entry_time", nth),
                "entities": entities,
                "sources": self._sources(file, "event", item, at_least=1, nth=nth),
                "part": self._part(file, item, "part", nth),
                "entry_part": self._part(file, item, "entry_part", nth),
                "clock": self._clock(file, item, nth),
                "places": self._places_of_event(file, item, nth),
            }  # fmt: skip
            self._dates_of_cards(file, item, ns, nth)
            if span:
                self.source.events.append((span, event))

    def _part(self, file: _File, item: Mapping[str, Any], key: str, nth: int) -> str | None:
        """A part of the day that may be left out."""
        return self._one_of(file, "event", item, key, nth, PARTS_OF_DAY) if key in item else None

    def _clock(self, file: _File, item: Mapping[str, Any], nth: int) -> str | None:
        """Where the clock of the hours is set for an event of which no hour is known."""
        if "clock" in item and "time" in item:
            self._problem(file, "event", "clock", "package-bad-value", nth, name="clock")
        return self._time(file, "event", item, "clock", nth)

    def _places_of_event(self, file: _File, item: Mapping[str, Any], nth: int) -> list[str]:
        places = self._strings(file, "event", item, "places", nth)
        known = {place.id for place in self.source.places}
        for place in places:
            if place not in known:
                self._problem(file, "event", "places", "package-unknown-place", nth, name=place)
        return places

    def _questions(self) -> None:
        file = self._open("questions.toml")
        last = len(self.source.article.paragraphs)
        for nth, item in self._numbered(file, "question"):
            level = self._one_of(file, "question", item, "level", nth, LEVELS)
            texts = [self._text(file, "question", item, key, nth) for key in ("th", "en")]
            numbers = item.get("paragraphs", [])
            if not isinstance(numbers, list) or not all(
                type(number) is int and 1 <= number <= last for number in numbers
            ):
                self._problem(
                    file, "question", "paragraphs", "package-bad-value", nth, name="paragraphs"
                )
                continue
            th, en = map(Passage, texts)
            self.source.questions.append(Question(level, th, en, tuple(numbers)))

    def _hours(self) -> None:
        file = self._open("hours.toml")
        if not file.data:
            return
        told = {
            kind: [
                Told(
                    nth,
                    item,
                    Account(
                        self._one_of(file, kind, item, "certainty", nth, CERTAINTIES),
                        self._optional(file, kind, item, "event", nth),
                        Passage(self._text(file, kind, item, "th", nth)),
                        Passage(self._text(file, kind, item, "en", nth)),
                        self._sources(file, kind, item, at_least=1, nth=nth),
                    ),
                )
                for nth, item in self._numbered(file, kind)
            ]
            for kind in KINDS
        }
        known = Known(
            frozenset(place.id for place in self.source.places),
            {
                event["id"]: (
                    (event["os"] or "").partition("/")[0],
                    event["time"] or event["clock"] or "",
                )
                for _, event in self.source.events
            },
        )
        self.source.hours, faults = read_hours(file.data, told, known)
        for fault in faults:
            self._problem(file, fault.block, fault.field, fault.key, fault.nth, **fault.values)

    def _dates_of_cards(
        self, file: _File, item: Mapping[str, Any], event_ns: str, nth: int
    ) -> None:
        """A card that dates the same thing (``same_as``: entity and kind) tells the same day."""
        for reference in self._strings(file, "event", item, "same_as", nth):
            entity, _, kind = reference.partition(" ")
            dates = [
                date["ns"]
                for date in self.source.cards.get(entity, {}).get("dates", ())
                if date["kind"] == kind
            ]
            if not dates:
                self._problem(
                    file, "event", "same_as", "package-unknown-entity", nth, name=reference
                )  # fmt: skip
                continue
            # an event may be the beginning or the end of what the card dates
            edge = -1 if kind == "ended" else 0
            if dates[0].split("/")[edge] != event_ns.split("/")[edge]:
                self._problem(
                    file, "event", "same_as", "package-dates-disagree", nth,
                    name=reference, found=event_ns, wanted=dates[0],
                )  # fmt: skip

    def _unique_ids(self) -> None:
        """No two notes and no two events are called the same."""
        for name, pairs in (
            ("notes.toml", self.source.notes),
            ("timeline.toml", self.source.events),
        ):
            ids = [data["id"] for _, data in pairs]
            for repeated in sorted({i for i in ids if ids.count(i) > 1}):
                self.source.problems.append(
                    Problem(name, 1, "package-twice", {"block": repeated, "name": repeated})
                )
