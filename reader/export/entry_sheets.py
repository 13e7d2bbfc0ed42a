"""The entry as a printed book has it: the text, definitions and notes of doubt at the foot, a map.

The words of the entry stand alone in ink; whatever is the editor's has a sign, a heading and a
place of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from reader.content.knowledge import Knowledge
from reader.content.model import Note, Passage
from reader.export.faces import BOLD, ITALIC, REGULAR, width_of
from reader.export.flow import Flow, Foot, FootStyle, Margins, Sign
from reader.export.labels import label
from reader.export.lines import Part, paragraph
from reader.export.options import Options
from reader.export.sheets import PAPERS, QUIET, RULE, Heading, Mark, Sheets, Words, rule
from reader.text.digits import digits
from reader.text.line_rules import breaks_of

_DEFINITIONS, _NOTES = 0, 1
_LEADING = 1.66  # of the type size: Thai stacks marks
_FOOT_SIZE = 0.76
_FOOT_LEADING = 1.5


def entry_sheets(knowledge: Knowledge, options: Options) -> Sheets:
    """The pages of ``knowledge``. Where nothing is known of a text, it is the text alone."""
    if not knowledge.breaks.free:
        # nothing is known of its words yet: lines end at spaces
        breaks = breaks_of(knowledge.article.text, (), ())
        knowledge = replace(knowledge, breaks=breaks)
    return _Book(knowledge, options).sheets


class _Book:
    def __init__(self, knowledge: Knowledge, options: Options) -> None:
        self._known = knowledge
        self._options = options
        self._language = options.language
        self._size = options.type_size
        width, height = PAPERS[options.paper]
        english = options.language == "en"
        self.sheets = Sheets(
            width,
            height,
            knowledge.title_th,
            knowledge.publisher_en if english else knowledge.publisher_th,
            knowledge.title_en,
            "th",
        )
        side = max(40.0, min(76.0, width * 0.125))
        margins = Margins(side, height * 0.075, side * 0.9, height * 0.085)
        self._notes = self._noted() if options.notes else []
        self._flow = Flow(
            self.sheets,
            margins,
            FootStyle(
                self._size * _FOOT_SIZE,
                self._size * _FOOT_SIZE * _FOOT_LEADING,
                ("", label("notes-heading", self._language)),
            ),
            self._footer,
        )
        self._feet = sorted([*self._definitions(), *self._note_feet()], key=lambda f: f.offset)
        self._title()
        self._text()
        if options.map:
            self._map()
        self._own_notes()
        if options.notes:
            self._misprints()
            self._sources()
        self._about()
        self._flow.end()

    def _figures(self, number: object) -> str:
        return digits(number, self._language)

    # What stands at the foot

    def _noted(self) -> Sequence[Note]:
        return [note for note in self._known.details.notes if note.kind != "misprint"]

    def _definitions(self) -> list[Foot]:
        """One for each starred term, at its first star."""
        if not self._options.definitions:
            return []
        found: list[Foot] = []
        explained = set()
        text = self._known.article.text
        for term in self._known.terms:
            card = self._known.details.cards.get(term.entity or "")
            if card is None or term.entity in explained:
                continue
            explained.add(term.entity)
            number = self._figures(len(explained))
            name = self._known.excerpt(term.start, term.end)
            gloss = text[term.gloss_start : term.gloss_end]
            found.append(
                Foot(
                    term.star + 1,
                    _DEFINITIONS,
                    number,
                    f"definition-{number}",
                    paragraph(
                        Part(name, BOLD), Part(f" ({gloss})  ", REGULAR, QUIET),
                        card.text(self._language).short,
                    ),
                )
            )  # fmt: skip
        return found

    def _note_feet(self) -> list[Foot]:
        found = []
        prefix = label("note-prefix", self._language)
        for number, note in enumerate(self._notes, 1):
            sign = label("note-sign", self._language, number=self._figures(number))
            words = note.text(self._language)
            if words.text.startswith(prefix):
                words = words.part(len(prefix))
                words = words._replace(text=words.text[0].upper() + words.text[1:])
            sure = f"  {label(note.certainty, self._language)}" if note.kind == "doubt" else ""
            found.append(
                Foot(
                    note.end,
                    _NOTES,
                    sign,
                    f"note-{note.id}",
                    paragraph(Part(words, REGULAR, QUIET), Part(sure, ITALIC, QUIET)),
                )
            )
        return found

    # What stands in the column

    def _title(self) -> None:
        flow, known, size = self._flow, self._known, self._size
        flow.place("title")
        self.sheets.outline.append(Heading(0, known.title_th, "title"))
        flow.paragraph(
            paragraph(Part(known.details.set_name(known.title_th), BOLD)), size * 1.75, size * 2.7
        )
        if known.title_en != known.title_th:
            flow.paragraph(
                paragraph(Part(known.title_en, REGULAR, QUIET)), size * 1.05, size * 1.75
            )
        if known.publisher_th:
            flow.paragraph(
                paragraph(Part(self.sheets.author, REGULAR, QUIET)), size * 0.85, size * 1.5
            )
        flow.figure(size * 1.2, lambda y: [rule(flow.left, y + size * 0.35, flow.width, RULE, 0.6)])

    def _text(self) -> None:
        article = self._known.article
        titles = self._known.paragraph_titles
        for number, span in enumerate(article.paragraphs, 1):
            if span.start == span.end:
                self._flow.space(self._size * 0.8)
                continue
            inside = [f for f in self._feet if span.start < f.offset <= span.end]
            self._flow.need(self._size * _LEADING * 2)
            name = f"paragraph-{number}"
            self._flow.place(name)
            if titles:
                title = titles[number - 1][0 if self._language == "th" else 1].text
                heading = f"{self._figures(number)}  {title}"
                self.sheets.outline.append(Heading(1, heading, name))
            own = [
                Sign(note.end - span.start, self._own_sign(at), f"own-{at}")
                for at, note in enumerate(self._options.own_notes, 1)
                if span.start < note.end <= span.end
            ]
            feet = [f._replace(offset=f.offset - span.start) for f in inside]
            self._flow.paragraph(
                paragraph(self._known.excerpt(*span)),
                self._size,
                self._size * _LEADING,
                first=self._size * 1.9,
                signs=_together([*(Sign(f.offset, f.sign, f.target) for f in feet), *own]),
                feet=feet,
                opening=partial(self._number_beside, number),
            )
            self._flow.space(self._size * 0.35)
            self._options.tick(span.end / article.length * 0.5)

    def _own_sign(self, number: int) -> str:
        return label("own-sign", self._language, number=self._figures(number))

    def _number_beside(self, number: int, baseline: float) -> Sequence[Mark]:
        size = self._size * 0.68
        figures = self._figures(number)
        x = self._flow.left - width_of(figures) * size - self._size * 0.7
        return [Words(x, baseline, figures, size, ink=QUIET, is_sign=True)]

    def _heading(self, key: str, room: float = 90.0) -> None:
        flow, size = self._flow, self._size
        flow.space(size * 1.6)
        flow.need(room)
        flow.place(key)
        words = label(key, self._language)
        self.sheets.outline.append(Heading(0, words, key))
        flow.paragraph(paragraph(Part(words, BOLD)), size * 1.12, size * 2.0)

    def _item(self, sign: str, *parts: Passage | str | Part, hang: float = 2.2) -> None:
        size = self._size * 0.8
        self._flow.paragraph(
            paragraph(*parts),
            size,
            size * 1.6,
            indent=size * hang,
            opening=lambda y: [Words(self._flow.left, y, sign, size, ink=QUIET)],
        )

    def _map(self) -> None:
        from reader.export.map_figure import map_figure, proportions

        if not self._known.places:
            return
        flow, size = self._flow, self._size
        height = min(flow.width * proportions(), flow.height - size * 6)
        self._heading("map-heading", height + size * 4)
        width = height / proportions()
        left = flow.left + (flow.width - width) / 2
        figure, credit = map_figure(self._known, self._language, left, width, height)
        flow.figure(height + 6, figure)
        flow.paragraph(paragraph(Part(credit, REGULAR, QUIET)), size * 0.68, size * 1.05)

    def _own_notes(self) -> None:
        if not self._options.own_notes:
            return
        self._heading("own-heading")
        text = self._known.article.text
        for number, note in enumerate(self._options.own_notes, 1):
            self._flow.place(f"own-{number}")
            quoted = self._known.excerpt(note.start, note.end)
            end = f"”  {note.text}" if note.text else "”"
            if text[note.start : note.end]:
                self._item(self._own_sign(number), "“", Part(quoted, REGULAR, QUIET), end, hang=2.8)

    def _misprints(self) -> None:
        notes = [note for note in self._known.details.notes if note.kind == "misprint"]
        if not notes:
            return
        self._heading("misprints-heading")
        size = self._size * 0.8
        self._flow.paragraph(
            paragraph(Part(label("misprints-line", self._language), REGULAR, QUIET)),
            size, size * 1.7,
        )  # fmt: skip
        article = self._known.article
        for note in notes:
            number = self._figures(article.paragraph_at(note.start) + 1)
            self._item(number, note.text(self._language))

    def _sources(self) -> None:
        if not self._notes:
            return
        self._heading("sources-heading")
        cited: dict[str, list[str]] = {}
        for number, note in enumerate(self._notes, 1):
            sign = label("note-sign", self._language, number=self._figures(number))
            for source in note.sources:
                cited.setdefault(source, []).append(sign)
        for source in sorted(cited):
            signs = f"  [{', '.join(cited[source])}]"
            self._item("•", source, Part(signs, REGULAR, QUIET), hang=1.2)

    def _about(self) -> None:
        known, language = self._known, self._language
        if known.publisher_th:
            text = label("about-text", language, publisher=self.sheets.author)
        else:
            text = label("about-text-plain", language)
        lines = [text]
        feet = {foot.group for foot in self._feet}
        if feet or (self._options.map and known.places):
            lines.append(label("about-ours", language))
        lines.append(label("about-paragraphs", language))
        if _DEFINITIONS in feet:
            lines.append(label("about-definitions", language))
        if _NOTES in feet:
            lines.append(label("about-notes", language))
        lines.append(label("about-types", language))
        self._heading("about-heading", self._size * 8)
        for line in lines:
            self._item("•", Part(line, REGULAR, QUIET), hang=1.2)

    def _footer(self, number: int) -> Sequence[Mark]:
        size = self._size * 0.68
        sheets = self.sheets
        y = sheets.height - sheets.height * 0.045
        figures = self._figures(number)
        left, width = self._flow.left, self._flow.width
        shown = _cut(sheets.title, width - 60, size)
        return [
            Words(left, y, shown, size, ink=QUIET),
            Words(left + width - width_of(figures) * size, y, figures, size, ink=QUIET),
        ]


def _cut(text: str, width: float, size: float) -> str:
    """As much of ``text`` as fits into ``width``."""
    if width_of(text) * size <= width:
        return text
    while text and width_of(text + "…") * size > width:
        text = text[:-1]
    return text + "…"


def _together(signs: Sequence[Sign]) -> list[Sign]:
    """Signs after the same character as one."""
    found: dict[int, Sign] = {}
    for sign in sorted(signs, key=lambda sign: sign.offset):
        before = found.get(sign.offset)
        text = f"{before.text} {sign.text}" if before else sign.text
        target = before.target if before else sign.target
        found[sign.offset] = Sign(sign.offset, text, target)
    return list(found.values())
