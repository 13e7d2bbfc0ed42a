"""A sheet for a class: the terms, what happened when, the map, and questions on the entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from reader.content.date_format import format_one, margin_date
from reader.content.datestring import buddhist_year_of
from reader.content.knowledge import Knowledge
from reader.content.model import Event
from reader.errors import ReaderError
from reader.export.faces import BOLD, REGULAR, width_of
from reader.export.flow import Flow, FootStyle, Margins
from reader.export.labels import label
from reader.export.lines import Part, paragraph
from reader.export.options import Options
from reader.export.sheets import PAPERS, QUIET, RULE, Heading, Mark, Sheets, Words, rule
from reader.text.digits import digits

_SIZE = 10.8  # of the type, in points
_LEADING = 1.55
_DATE_COLUMN = 13.6  # ems
_MAP_SHARES = (0.3, 0.55)  # of the height of a page: at least, at most
_BLANKS = ("study-name", "study-class", "study-number")


def study_sheets(knowledge: Knowledge, options: Options) -> Sheets:
    """The pages. Raises ReaderError ``export-no-study-sheet`` if nothing is to be put on them."""
    if not (knowledge.terms or knowledge.details.events or knowledge.questions):
        raise ReaderError("export-no-study-sheet")
    return _StudySheet(knowledge, options).sheets


class _StudySheet:
    def __init__(self, knowledge: Knowledge, options: Options) -> None:
        self._known = knowledge
        self._language = options.language
        width, height = PAPERS[options.paper]
        thai = options.language == "th"
        self._title = knowledge.title_th if thai else knowledge.title_en
        self.sheets = Sheets(
            width,
            height,
            f"{label('study-title', options.language)} · {self._title}",
            "Neva Reader",
            knowledge.publisher_th if thai else knowledge.publisher_en,
            options.language,
        )
        side = width * 0.095
        self._flow = Flow(
            self.sheets,
            Margins(side, height * 0.06, side, height * 0.075),
            FootStyle(_SIZE, _SIZE, ("",)),
            self._footer,
        )
        self._head()
        self._terms()
        self._timeline()
        if options.map:
            self._map()
        options.tick(0.3)
        self._questions()
        self._flow.end()

    def _head(self) -> None:
        flow = self._flow
        name = label("study-title", self._language)
        flow.paragraph(
            paragraph(Part(name, BOLD), Part(f"  {self._title}", REGULAR, QUIET)),
            _SIZE * 1.45, _SIZE * 2.2,
        )  # fmt: skip
        flow.figure(_SIZE * 2.2, self._blanks)
        flow.figure(_SIZE * 0.8, lambda y: [rule(flow.left, y, flow.width, RULE, 0.6)])

    def _blanks(self, y: float) -> Sequence[Mark]:
        """Name, class and number, to be filled in."""
        x, right, baseline = self._flow.left, self._flow.left + self._flow.width, y + _SIZE * 1.2
        starts = [x, x + self._flow.width * 0.62, x + self._flow.width * 0.82]
        marks: list[Mark] = []
        for start, end, key in zip(starts, [*starts[1:], right + 8], _BLANKS, strict=True):
            words = label(key, self._language)
            left = start + (width_of(words) + 0.4) * _SIZE
            marks.append(Words(start, baseline, words, _SIZE))
            marks.append(rule(left, baseline + 2, end - 8 - left))
        return marks

    def _heading(self, key: str, room: float = 60.0) -> None:
        flow = self._flow
        flow.space(_SIZE * 0.9)
        flow.need(room)
        flow.place(key)
        words = label(key, self._language)
        self.sheets.outline.append(Heading(0, words, key))
        flow.paragraph(paragraph(Part(words, BOLD)), _SIZE * 1.2, _SIZE * 2.0)

    def _terms(self) -> None:
        known = self._known
        explained = set()
        if known.terms:
            self._heading("study-terms")
        for term in known.terms:
            name = known.excerpt(term.start, term.end)
            if (term.entity or name.text) in explained:
                continue
            explained.add(term.entity or name.text)
            entity = known.entities.get(term.entity or "")
            gloss = known.article.text[term.gloss_start : term.gloss_end]
            english = entity.name_en if entity else gloss
            card = known.details.cards.get(term.entity or "")
            short = card.text(self._language).short if card else "…" * 24
            self._flow.paragraph(
                paragraph(Part(name, BOLD), Part(f" ({english})  ", REGULAR, QUIET), short),
                _SIZE, _SIZE * _LEADING, indent=_SIZE * 1.2, first=0.0,
            )  # fmt: skip

    # What happened when

    def _told(self) -> Sequence[Event]:
        """The events that the entry itself gives a day or an hour."""
        events = self._known.details.events
        return [event for event in events if event.time_basis != "none"] or events

    def _timeline(self) -> None:
        events = self._told()
        if not events:
            return
        self._heading("study-timeline")
        years = Counter(event.ns[:4] for event in events)
        usual = years.most_common(1)[0][0]
        flow = self._flow
        year = digits(usual, self._language)
        # before 1941 the months from January to March belong to the year before
        eras = {buddhist_year_of(event.ns) for event in events if event.ns[:4] == usual}
        shown = f"{min(eras)}-{max(eras)}" if len(eras) > 1 else str(min(eras))
        be = digits(shown, self._language)
        line = label("study-timeline-line", self._language, year=year, be=be)
        flow.paragraph(paragraph(Part(line, REGULAR, QUIET)), _SIZE * 0.88, _SIZE * 1.6)
        for event in events:
            when = self._when(event, usual)
            time = self._time(event)
            flow.paragraph(
                paragraph(event.text(self._language)),
                _SIZE, _SIZE * _LEADING, indent=_SIZE * _DATE_COLUMN,
                opening=partial(self._beside, when, time),
            )  # fmt: skip

    def _beside(self, when: str, time: str, baseline: float) -> Sequence[Mark]:
        left = self._flow.left
        right = left + _SIZE * (_DATE_COLUMN - 0.8)
        marks: list[Mark] = [Words(left, baseline, when, _SIZE * 0.92, ink=QUIET)]
        if time:
            x = right - width_of(time, BOLD) * _SIZE
            marks.append(Words(x, baseline, time, _SIZE, BOLD))
        return marks

    def _when(self, event: Event, usual: str) -> str:
        if event.ns[:4] != usual or len(event.ns) < 7:
            return format_one(event.ns, self._language)
        old = margin_date(event.os, event.ns, 0, "os", self._language)
        new = margin_date(event.os, event.ns, 0, "ns", self._language)
        return f"{old} ({new})" if old else new

    def _time(self, event: Event) -> str:
        if not event.time:
            return ""
        if self._language == "en":
            return event.time
        return f"{digits(event.time.replace(':', '.'), 'th')} น."

    def _map(self) -> None:
        from reader.export.map_figure import map_figure, proportions

        if not self._known.places:
            return
        flow = self._flow
        least, most = (flow.height * share for share in _MAP_SHARES)
        room = flow.room - _SIZE * 6.5
        height = min(flow.width * proportions(), most, room if room >= least else most)
        width = height / proportions()
        self._heading("map-heading", height + _SIZE * 5)
        left = flow.left + (flow.width - width) / 2
        figure, credit = map_figure(self._known, self._language, left, width, height)
        flow.figure(height + 4, figure)
        flow.paragraph(paragraph(Part(credit, REGULAR, QUIET)), _SIZE * 0.8, _SIZE * 1.3)

    def _questions(self) -> None:
        questions = self._known.questions
        if not questions:
            return
        self._heading("study-questions")
        level = ""
        for number, question in enumerate(questions, 1):
            if question.level != level:
                level = question.level
                self._flow.space(_SIZE * 0.35)
                self._flow.need(_SIZE * 5)
                words = label(f"level-{level}", self._language)
                self._flow.paragraph(
                    paragraph(Part(words, BOLD, QUIET)), _SIZE, _SIZE * 1.75
                )  # fmt: skip
            figures = digits(number, self._language)
            numbers = ", ".join(digits(n, self._language) for n in question.paragraphs)
            where = label("question-place", self._language, numbers=numbers) if numbers else ""
            self._flow.paragraph(
                paragraph(question.text(self._language), Part(f" {where}", REGULAR, QUIET)),
                _SIZE, _SIZE * _LEADING, indent=_SIZE * 2.0,
                opening=partial(self._figure, f"{figures}."),
            )  # fmt: skip
            self._flow.space(_SIZE * 0.3)

    def _figure(self, figures: str, baseline: float) -> Sequence[Mark]:
        return [Words(self._flow.left, baseline, figures, _SIZE)]

    def _footer(self, number: int) -> Sequence[Mark]:
        size = _SIZE * 0.8
        flow, sheets = self._flow, self.sheets
        y = sheets.height - sheets.height * 0.04
        figures = digits(number, self._language)
        right = flow.left + flow.width - width_of(figures) * size
        marks: list[Mark] = [Words(right, y, figures, size, ink=QUIET)]
        if sheets.subject:
            words = label(
                "study-source", self._language, title=self._title, publisher=sheets.subject
            )
            marks.append(Words(flow.left, y, words, size * 0.95, ink=QUIET))
        return marks
