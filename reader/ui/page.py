"""The page: the article's text, its links, the reading place.

The text is shown verbatim; what is copied is cut from the article, not from the document. The
first visible line stays the first one through every change of size (an anchor that only the
reader's own scrolling moves). The lines in view are set at once, those of a long text that are not
in view when there is time. Offsets are code points of the article.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFontInfo,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QWidget

from reader.content.knowledge import Knowledge
from reader.text.document_map import DocumentMap
from reader.text.line_rules import Breaks
from reader.ui.margin import Margin, MarginDate, MarginMark, OwnSign
from reader.ui.page_layout import Measure, PageLayout
from reader.ui.pointer_rest import PointerRest
from reader.ui.ranges import Look, RangeLayers
from reader.ui.subject import Subject
from reader.ui.targets import NO_TARGETS, Targets
from reader.ui.targets import Target as Target
from reader.ui.theme import Theme, text_font

if TYPE_CHECKING:
    from reader.ui.link_focus import LinkFocus
    from reader.ui.ruler import Ruler

SMALLEST_TYPE, DEFAULT_TYPE, LARGEST_TYPE = 9.0, 15.0, 36.0  # points
CLUSTERS_PER_EM = 2.0  # of running Thai, about
"""About 62 Thai grapheme clusters of running text."""
_SLICE_MS = 8  # how long lines out of view are set before input is looked at again
_ON_SCREEN_MS = 40  # after the first paint, when it has reached the screen
_BEFORE_MORE_MS = 20  # what is in view is painted first
_WHEEL_STEP = 120  # eighths of a degree: one notch of a wheel
_SIGN_PIXELS = 1.5  # that a sign in the margin takes for each point of its type
_NOWHERE = QRectF(0, -1e6, 0, 0)

STAR_LOOK = Look(ink="link", underline="solid")
LINK_LOOK = Look(ink="link", underline="dotted")
QUIET_LOOK = Look(underline="dotted")
"""For what answers the pointer without being a link: dates, misprints."""
FOCUS_LOOK = Look(outline="accent")
LAYER_RANKS = {
    "mark-yellow": 1,
    "mark-green": 2,
    "mark-blue": 3,
    "mark-pink": 4,
    "mark-violet": 5,
    "mark-note": 6,
    "mark-current": 7,
    "hour": 8,
    "place": 9,
    "entity": 10,
    "entity-current": 11,
    "word": 12,
    "word-current": 13,
    "hits": 20,
    "hit-current": 21,
    "dates": 28,
    "misprints": 29,
    "stars": 30,
    "links": 31,
    "focus": 40,
}


class Setting(NamedTuple):
    """How the text is set. leading: line pitch, times the type size. column: about how many Thai
    clusters a line may have. justified: whether lines are stretched to an even right edge.
    """

    leading: float = 1.72
    column: int = 66
    justified: bool = False


class _Held(NamedTuple):
    """A line to keep under the pointer through a change of size.

    point: the pointer, in viewport pixels. position: on the line, in the document. part: how far
    down the line, as a part of its height, the viewport height ``y`` is that stays.
    """

    point: QPoint
    position: int
    part: float
    y: float


class Page(QTextBrowser):
    """The text of one article."""

    target_entered = Signal(object)  # Target: the pointer has come to it
    target_rested = Signal(object)  # Target: the pointer has stayed on it
    target_left = Signal()
    pointer_released = Signal(QPoint)  # the left button, in viewport pixels
    target_chosen = Signal(object)  # Target: click or Enter
    entity_pointed = Signal(str)  # its id, "" when the pointer is on none
    type_size_changed = Signal(float)
    place_changed = Signal(int)  # offset of the first visible line
    lines_moved = Signal()  # words stand elsewhere on the screen than before
    escape_pressed = Signal()
    first_painted = Signal()  # once: the text is on the screen
    double_clicked = Signal(int)  # the offset of the character under the pointer
    context_menu_asked = Signal(QMenu, int)  # to be added to; offset under the pointer, or -1

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setUndoRedoEnabled(False)
        self.setOpenLinks(False)
        self.setMouseTracking(True)
        # one of our own: to find out the class of Qt's, PySide would load every class there is
        self._view = QWidget()
        self._view.setBackgroundRole(QPalette.ColorRole.Base)
        self._view.setAutoFillBackground(True)
        self.setViewport(self._view)
        self._view.setMouseTracking(True)
        self._theme = theme
        self._type_size = DEFAULT_TYPE
        self._setting = Setting()
        self._is_painted = False
        self._density = "first"
        self._dates: list[tuple[int, int]] = []
        self._ruler: Ruler | None = None
        self.layers = RangeLayers()
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(text_font(self._type_size))
        self._layout = PageLayout(document, self.layers, theme.color)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self._map = DocumentMap("")
        self._text = ""
        self._targets = NO_TARGETS
        self._margin = Margin()
        self._shows_misprints = False
        self._anchor = 0  # document position of the line to keep at the top
        self._held: _Held | None = None
        self._wheel = 0
        self._keeping = False
        self._is_stale = True
        self._more = QTimer(self)
        self._more.timeout.connect(self._set_more)
        self._pressed_at: QPoint | None = None
        self._pointer = PointerRest(self)
        self._pointer.entered.connect(self._on_entered)
        self._pointer.rested.connect(self.target_rested)
        self._pointer.left.connect(self._on_left)
        self._layout.settled.connect(lambda: self._stand_at(self._layout.view_top))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.set_theme(theme)

    # What is shown

    def set_knowledge(self, knowledge: Knowledge, at: int = 0) -> None:
        """Show the text of ``knowledge`` with the line of offset ``at`` first."""
        self._text = knowledge.article.text
        self._map = DocumentMap(self._text)
        self._set_focused_link(None)
        self._pointer.leave()
        for key in LAYER_RANKS:
            self.layers.set(key, (), Look(), 0)
        self._is_stale = True  # until it is laid out: the new text may scroll the view by itself
        self.document().setPlainText(self._map.shown)
        self.setTextCursor(QTextCursor(self.document()))
        self._layout.set_breaks(self._positions_of(knowledge.breaks))
        self._set_targets(knowledge)
        self._anchor = self._map.position(at)
        self._lay_out()

    def update_knowledge(self, knowledge: Knowledge) -> None:
        """Take up breaks and terms found later for the text that is shown."""
        self._layout.set_breaks(self._positions_of(knowledge.breaks))
        self._set_targets(knowledge)
        self._lay_out()

    def _positions_of(self, breaks: Breaks) -> Breaks:
        if self._map.is_even:
            return breaks
        position = self._map.position
        return Breaks(*([position(offset) for offset in level] for level in breaks))

    def _set_targets(self, knowledge: Knowledge) -> None:
        self._targets = Targets(knowledge, misprints=self._shows_misprints)
        self._targets.draw(self._density)
        self._dates = [(d.start, d.end) for d in knowledge.dates]
        self._draw_links()

    def _draw_links(self) -> None:
        if self.focused_link is not None and self.focused_link not in self._targets.drawn:
            self._set_focused_link(None)
        self.set_ranges("stars", ((t.start, t.name_end) for t in self._targets.stars), STAR_LOOK)
        self.set_ranges("links", ((t.start, t.name_end) for t in self._targets.links), LINK_LOOK)
        quiet = self._density in ("all", "first")
        self.set_ranges("dates", self._dates if quiet else (), QUIET_LOOK)

    def set_link_density(self, density: str) -> None:
        """Which names are drawn as links: all, first, starred or none; see :class:`Targets`."""
        if density == self._density:
            return
        self._density = density
        self._targets.draw(density)
        self._draw_links()

    def set_dwell(self, milliseconds: int) -> None:
        """How long the pointer rests on a word before that counts."""
        self._pointer.set_dwell(milliseconds)

    def set_ruler(self, shown: bool) -> None:
        """Show or hide the band under the line that is being read."""
        if shown and self._ruler is None:
            from reader.ui.ruler import Ruler

            self._ruler = Ruler(self.viewport(), self._line_near)
        elif not shown and self._ruler is not None:
            self._ruler.remove()
            self._ruler = None
        self.viewport().update()

    def _line_near(self, y: int) -> QRect:
        """The line at the height ``y`` of the viewport, in its pixels."""
        top = self.verticalScrollBar().value()
        return self._in_viewport(self._layout.line_rect(self._position_near(top + y)))

    def set_notes_shown(self, knowledge: Knowledge, *, doubts: bool, misprints: bool) -> None:
        """Which notes are marked: those of doubt in the margin, misprints under their words."""
        if misprints != self._shows_misprints:
            self._shows_misprints = misprints
            self._set_targets(knowledge)
        self.set_ranges(
            "misprints",
            [(m.start, m.end) for m in knowledge.note_marks if misprints and m.kind == "misprint"],
            QUIET_LOOK,
        )
        sign = self.tr("n.")
        self._margin.set_marks(
            MarginMark(m.start, m.end, sign, Subject.note(m.id))
            for m in knowledge.note_marks
            if doubts and m.kind == "doubt"
        )
        end = next((m for m in knowledge.note_marks if m.kind == "end"), None)
        words = self.tr("The text available ends here.")
        self._margin.set_end(
            MarginMark(end.start, end.end, words, Subject.note(end.id)) if end else None
        )
        self._place_margin()

    def set_margin_dates(self, dates: Iterable[MarginDate]) -> None:
        """Show ``dates`` beside the printed ones; none of them for an empty list."""
        self._margin.set_dates(dates)
        self._lay_out()

    def set_own_signs(self, signs: Iterable[OwnSign]) -> None:
        """Show the signs of the reader's own notes and bookmarks in the margin."""
        self._margin.set_own(signs)
        self._place_margin()

    def own_sign_at(self, point: QPoint) -> OwnSign | None:
        """The sign of an own mark at ``point`` (viewport pixels)."""
        top = self.verticalScrollBar().value()
        return self._margin.own_at(QPointF(point.x(), point.y() + top))

    def _place_margin(self) -> None:
        if not self._is_stale:
            # signs in a narrow margin are small
            size = min(self._type_size, self._column_left() / _SIGN_PIXELS)
            self._margin.place(size, self._line_beside)
            self.viewport().update()

    def _line_beside(self, offset: int) -> QRectF:
        position = self._map.position(offset)
        # what is not set is not in view
        return self._layout.line_rect(position) if self._layout.is_set(position) else _NOWHERE

    def set_ranges(self, key: str, ranges: Iterable[tuple[int, int]], look: Look) -> None:
        """Draw offsets ``ranges`` with ``look`` as the layer ``key``; an empty list clears it."""
        position = self._map.position
        self.layers.set(
            key, ((position(a), position(b)) for a, b in ranges), look, LAYER_RANKS[key]
        )
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take on the colours of ``theme``."""
        self._theme = theme
        palette = theme.palette()
        self.setPalette(palette)
        self._layout.set_color(theme.color)
        self.viewport().update()

    @property
    def text_shown(self) -> str:
        """The article's text."""
        return self._text

    @property
    def targets(self) -> Sequence[Target]:
        """Everything that answers the pointer, in the order of the text."""
        return self._targets.all

    @property
    def drawn_links(self) -> Sequence[Target]:
        """What is drawn as a link and reached with Tab."""
        return self._targets.drawn

    # Type size and lines

    @property
    def type_size(self) -> float:
        """Points."""
        return self._type_size

    def set_type_size(self, points: float, keep: QPoint | None = None) -> None:
        """Change the type size within its bounds.

        The first visible line stays first; with ``keep`` (viewport pixels) the line there stays
        where it is instead.
        """
        points = min(max(points, SMALLEST_TYPE), LARGEST_TYPE)
        if points == self._type_size:
            return
        self._held = self._line_under(keep) if keep is not None and not self._is_stale else None
        self._type_size = points
        self.document().setDefaultFont(text_font(points))
        self._lay_out()
        self.type_size_changed.emit(points)

    def set_setting(self, setting: Setting) -> None:
        """Set the lines another way; the first visible line stays first."""
        if setting != self._setting:
            self._setting = setting
            self._lay_out()

    def zoom_by(self, steps: int, keep: QPoint | None = None) -> None:
        """Larger (positive) or smaller by whole points."""
        self.set_type_size(round(self._type_size) + steps, keep)

    def _line_under(self, point: QPoint) -> _Held:
        if self._held is not None and self._held.point == point:
            return self._held  # one more step at the same place: still the same word
        top = self.verticalScrollBar().value()
        at = QPointF(point.x(), point.y() + top)
        position = self._layout.hitTest(at, Qt.HitTestAccuracy.FuzzyHit)
        line = self._layout.line_rect(position)
        part = min(max((at.y() - line.top()) / line.height(), 0.0), 1.0) if line.height() else 0.0
        return _Held(point, position, part, line.top() + part * line.height() - top)

    def _lay_out(self) -> None:
        # a start lays out once, when the size is known; nothing is drawn before that
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        self._pointer.leave()
        self._layout.start(self._measure())
        if self._held is None:
            self._return_to_anchor()
        else:
            line = self._layout.line_rect(self._held.position)
            self._stand_at(line.top() + self._held.part * line.height() - self._held.y)
            self._note_place()
        self.viewport().update()
        self._more.start(_BEFORE_MORE_MS)
        self.lines_moved.emit()

    def _set_more(self) -> None:
        if not self._layout.set_more(_SLICE_MS):
            self._more.stop()
        elif self._more.interval():
            self._more.setInterval(0)
        self._stand_at(self._layout.view_top)

    def _em(self) -> int:
        return QFontInfo(self.document().defaultFont()).pixelSize()

    def _pitch(self) -> int:
        return round(self._em() * self._setting.leading)

    def _measure(self) -> Measure:
        em = self._em()
        return Measure(
            self._column_width(),
            self._setting.leading,
            round(1.6 * em),
            round(0.45 * em),
            round(1.4 * em),
            self._setting.justified,
        )

    def _column_width(self) -> float:
        """The column of a good book, or what the window and the margins leave of it."""
        left, right = self._margins()
        room = self.viewport().width() - left - right
        return float(int(max(80.0, min(self._setting.column / CLUSTERS_PER_EM * self._em(), room))))

    def _margins(self) -> tuple[float, float]:
        """The least room left and right of the column; lines are ragged on the right."""
        left = max(16.0, min(1.6 * self._em(), self.viewport().width() * 0.05))
        return left, max(12.0, left / 2, self._margin.width_for_dates(self._type_size))

    def _column_left(self) -> float:
        room = self.viewport().width() - self._layout.measure.width
        left, right = self._margins()
        return float(round(max(left, min(room / 2, room - right))))

    def _stand_at(self, top: float) -> None:
        """Bring the document pixel ``top`` to the top of the view.

        There is always room for that: below the text, so that any line can stand first and keep
        that place, and above it, so that any line can stay under the pointer.
        """
        if self._is_stale:
            return
        layout, bar, height = self._layout, self.verticalScrollBar(), self.viewport().height()
        layout.see(round(top), height)
        above = max(0.0, layout.above - layout.view_top)
        below = max(3.0 * self._em(), layout.view_top + height - layout.end)
        with self._scrolling_by_itself():
            layout.set_frame(self._column_left(), above, below)
            if bar.value() != round(layout.view_top):
                bar.setValue(round(layout.view_top))
                self.viewport().update()
        bar.setSingleStep(self._pitch())
        bar.setPageStep(max(1, round(height - 1.5 * self._pitch())))
        self._place_margin()
        self._follow_link()
        self._note_pointer()

    @contextmanager
    def _scrolling_by_itself(self) -> Iterator[None]:
        """What scrolls meanwhile is not the reader."""
        before, self._keeping = self._keeping, True
        try:
            yield
        finally:
            self._keeping = before

    def _return_to_anchor(self) -> None:
        layout = self._layout
        self._stand_at(layout.above if self._anchor <= 0 else layout.line_rect(self._anchor).top())

    # The reading place

    def first_visible(self) -> int:
        """The offset at which the first wholly visible line begins."""
        if self._is_stale:
            return self.anchor()
        top = self.verticalScrollBar().value()
        return self._map.offset(self._layout.first_position_at(top))

    def last_visible(self) -> int:
        """An offset on the last line that is at least half visible."""
        if self._is_stale:
            return self.anchor()
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        return self._map.offset(self._position_near(bottom - 0.5 * self._pitch()))

    def offset_down(self, part: float) -> int:
        """The end of the line that stands so far down the view: 0 is its top, 1 its bottom."""
        if self._is_stale:
            return self.anchor()
        y = self.verticalScrollBar().value() + part * self.viewport().height()
        at = QPointF(self.viewport().width(), y)
        return self._map.offset(self._layout.hitTest(at, Qt.HitTestAccuracy.FuzzyHit))

    def _position_near(self, y: float) -> int:
        at = QPointF(self.viewport().width() / 2, y)
        return self._layout.hitTest(at, Qt.HitTestAccuracy.FuzzyHit)

    def anchor(self) -> int:
        """The offset to come back to: the line the reader himself scrolled to the top."""
        return self._map.offset(self._anchor)

    def show_first(self, offset: int) -> None:
        """Scroll so that the line of ``offset`` is the first one."""
        self._anchor = self._map.position(offset)
        self._held = None
        self._pointer.leave()
        if not self._is_stale:
            self._return_to_anchor()
            self.lines_moved.emit()
        self.place_changed.emit(self.first_visible())

    def bring_into_view(self, start: int) -> None:
        """Scroll as little as needed for the line of ``start`` to be seen with some context."""
        position = self._map.position(start)
        if self._is_stale:
            self._anchor = position
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        for _ in range(3):  # lines that come into view may turn out higher than expected
            rect = self._layout.line_rect(position)
            context = min(2.0 * rect.height(), height / 4)
            top = bar.value()
            if top <= rect.top() - context and rect.bottom() + context <= top + height:
                return
            self._bring_to_top(self._position_near(rect.top() - height / 3))

    def target_rects(self, target: Target) -> list[QRect]:
        """Where ``target`` stands, line by line, in viewport pixels."""
        position = self._map.position
        rects = self._layout.range_rects(position(target.start), position(target.end))
        return [self._in_viewport(rect) for rect in rects]

    def reading_line(self, target: Target) -> QRect:
        """The lines on which ``target`` stands, full column width, in viewport pixels."""
        position = self._map.position
        first = self._layout.line_rect(position(target.start))
        last = self._layout.line_rect(max(position(target.end) - 1, position(target.start)))
        return self._in_viewport(first.united(last))

    def _in_viewport(self, rect: QRectF) -> QRect:
        return rect.translated(0, -self.verticalScrollBar().value()).toAlignedRect()

    def _on_scrolled(self, value: int) -> None:
        if self._is_stale or self._keeping:
            return
        self._held = None
        self._pointer.leave()
        if self._layout.see(value, self.viewport().height()):
            self._stand_at(self._layout.view_top)
        else:
            self._follow_link()
            self._note_pointer()
        self._note_place()
        self.lines_moved.emit()

    def _note_place(self) -> None:
        """The reader himself has come to where the view is."""
        self._anchor = self._layout.first_position_at(self.verticalScrollBar().value())
        self.place_changed.emit(self._map.offset(self._anchor))

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = self.verticalScrollBar().value()
        with self._scrolling_by_itself():
            super().resizeEvent(event)
        self._held = None
        if self._is_stale or self._measure() != self._layout.measure:
            self._lay_out()
        else:
            self._pointer.leave()
            self._stand_at(top)
            self.lines_moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            # Qt has given the text the type of the interface
            self.document().setDefaultFont(text_font(self._type_size))
            self._lay_out()
        elif event.type() == QEvent.Type.ActivationChange:
            self._note_pointer()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ruler is not None:
            under = QPainter(self.viewport())
            self._ruler.paint(under, self._theme)
            under.end()
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(_ON_SCREEN_MS, self, self.first_painted.emit)
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value()
        painter.translate(0, -top)
        visible = QRectF(event.rect()).translated(0, top)
        self._margin.paint(painter, self._theme, visible)

    # The pointer

    def target_at(self, point: QPoint) -> Target | None:
        """What answers at ``point`` (viewport pixels)."""
        at = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        mark = self._margin.mark_at(at)
        if mark is not None:
            return Target(mark.start, mark.end, mark.end, mark.subject)
        own = self._margin.own_at(at)
        if own is not None:
            return Target(own.start, own.end, own.end, Subject.mark(own.key))
        position = self._layout.hitTest(at, Qt.HitTestAccuracy.ExactHit)
        return None if position < 0 else self.target_of(self._map.offset(position))

    def target_of(self, offset: int) -> Target | None:
        """What stands on ``offset`` and can be opened."""
        return self._targets.at(offset)

    def pointer_position(self) -> QPoint:
        """Where the pointer was last seen, in global pixels."""
        return self._pointer.position

    def note_pointer(self) -> None:
        """Something has gone from over the page: the words under the pointer did not move to it."""
        self._note_pointer()

    def _note_pointer(self) -> None:
        self._pointer.stand()
        if self.viewport().underMouse():
            self._shape_pointer(self.target_at(self.viewport().mapFromGlobal(QCursor.pos())))

    def _shape_pointer(self, target: Target | None) -> None:
        shape = Qt.CursorShape.PointingHandCursor if target else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def showEvent(self, event: QShowEvent) -> None:
        with self._scrolling_by_itself():  # Qt shows its text cursor first, wherever that is
            super().showEvent(event)
        if self._is_stale:
            self._lay_out()
        else:
            self._return_to_anchor()
        self._note_pointer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pointer.leave()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._pointer.leave()
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        target = None
        if event.buttons() == Qt.MouseButton.NoButton:
            target = self.target_at(point)
        elif self._pressed_at is not None and _is_far(point, self._pressed_at):
            self._pressed_at = None  # words are being selected
        self._shape_pointer(target)
        self._pointer.move(event.globalPosition().toPoint(), target)

    def _on_entered(self, target: Target) -> None:
        self.target_entered.emit(target)
        self.entity_pointed.emit(target.entity or "")

    def _on_left(self) -> None:
        self.target_left.emit()
        self.entity_pointed.emit("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.leave()
        self._set_focused_link(None)
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed_at = event.position().toPoint() if is_left else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.pointer_released.emit(event.position().toPoint())
        pressed, self._pressed_at = self._pressed_at, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        point = event.position().toPoint()
        if _is_far(point, pressed) or self.textCursor().hasSelection():
            return
        target = self.target_at(point)
        if target is not None and target == self.target_at(pressed):
            self.target_chosen.emit(target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        offset = self.offset_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and offset >= 0:
            self.double_clicked.emit(offset)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wheel = 0
            super().wheelEvent(event)
            return
        # a touchpad sends many small turns
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / _WHEEL_STEP)
        self._wheel -= steps * _WHEEL_STEP
        if steps:
            self.zoom_by(steps, event.position().toPoint())
        event.accept()

    # The keyboard

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from drawn link to drawn link, and on to the panel after the last."""
        link = self._link_after_focus(forward)
        if link is None:
            self._set_focused_link(None)
            self.setFocus(Qt.FocusReason.TabFocusReason)
            return QWidget.focusNextPrevChild(self, forward)
        self._set_focused_link(link)
        return True

    def _link_after_focus(self, forward: bool) -> Target | None:
        drawn, current = self._targets.drawn, self.focused_link
        if current is not None:
            slot = bisect_left(drawn, current.start, key=_start) + (1 if forward else -1)
            return drawn[slot] if 0 <= slot < len(drawn) else None
        first, last = self.first_visible(), self.last_visible()
        slot = bisect_left(drawn, first, key=_start)
        past = bisect_right(drawn, last, key=_start)
        if slot < past:
            return drawn[slot] if forward else drawn[past - 1]
        if forward:
            return drawn[slot] if slot < len(drawn) else None
        before = (drawn[number] for number in range(slot - 1, -1, -1))
        return next((link for link in before if link.end <= first), None)

    @property
    def focused_link(self) -> Target | None:
        """The link that has the keyboard's attention."""
        return self._focus.link if "_focus" in self.__dict__ else None

    @cached_property
    def _focus(self) -> LinkFocus:
        from reader.ui.link_focus import LinkFocus

        focus = LinkFocus(self)
        focus.chosen.connect(self._choose_focused)
        focus.abandoned.connect(self.leave_link)
        return focus

    def _follow_link(self) -> None:
        if self.focused_link is not None:
            self._focus.follow()

    def _set_focused_link(self, link: Target | None) -> None:
        if link is None:
            if self.focused_link is not None:
                self._focus.release()
                self.set_ranges("focus", (), FOCUS_LOOK)
            return
        self.bring_into_view(link.start)
        self.set_ranges("focus", [(link.start, link.name_end)], FOCUS_LOOK)
        name = self._text[link.start : link.end].rstrip("*")
        hint = self.tr("Link. Press Enter to open the definition.")
        self._focus.take(link, name, hint)

    def leave_link(self) -> None:
        """Give up the focused link, as the keyboard goes elsewhere."""
        self._set_focused_link(None)

    def _choose_focused(self) -> None:
        if self.focused_link is not None:
            self.target_chosen.emit(self.focused_link)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtGui import QKeySequence

        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Escape:
            if self.focused_link is not None:
                self._set_focused_link(None)
                self.setFocus()
            self.escape_pressed.emit()
        elif not self._go_by_key(event.key(), event.modifiers()):
            super().keyPressEvent(event)

    def _go_by_key(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        keys = Qt.Key
        modifiers &= ~Qt.KeyboardModifier.KeypadModifier
        back = modifiers == Qt.KeyboardModifier.ShiftModifier
        if key == keys.Key_Space and (back or not modifiers):
            self._go_page(not back)
        elif modifiers:
            return False
        elif key in (keys.Key_PageDown, keys.Key_PageUp):
            self._go_page(key == keys.Key_PageDown)
        elif key in (keys.Key_Down, keys.Key_Up):
            self._go_line(key == keys.Key_Down)
        elif key == keys.Key_Home:
            self.show_first(0)
        elif key == keys.Key_End:
            self._go_to_end()
        else:
            return False
        return True

    def _go_line(self, forward: bool) -> None:
        """One line on or back; a line stands at the very top then."""
        top = max(self.verticalScrollBar().value(), round(self._layout.line_rect(0).top()))
        if forward:
            self._bring_to_top(self._layout.first_position_at(top + 2))
        else:
            self._bring_to_top(self._position_near(top - 0.5 * self._pitch()))

    def _go_page(self, forward: bool) -> None:
        """One page on or back; the last line seen wholly becomes the first, or the other way."""
        bar, height, pitch = self.verticalScrollBar(), self.viewport().height(), self._pitch()
        if forward:
            last = self._layout.line_rect(self._position_near(bar.value() + height - pitch))
            bar.setValue(max(round(last.top()), bar.value() + pitch))
            return
        first = self._layout.first_position_at(bar.value())
        for _ in range(2):  # asking for lines further up may bring them into being
            top = self._layout.line_rect(first).bottom() - height
            position = self._layout.first_position_at(top)
        self._bring_to_top(min(position, max(0, first - 1)))

    def _bring_to_top(self, position: int) -> None:
        line = self._layout.line_rect(position)
        is_first = line.top() <= self._layout.line_rect(0).top()
        self.verticalScrollBar().setValue(0 if is_first else round(line.top()))

    def _go_to_end(self) -> None:
        bar = self.verticalScrollBar()
        self._layout.line_rect(self.document().characterCount() - 1)
        for _ in range(3):  # lines that come into view may turn out higher than expected
            bar.setValue(round(self._layout.end + 3 * self._em() - self.viewport().height()))

    # Copying

    def selected_text(self) -> str:
        """The very characters of the article that are selected."""
        start, end = self.selected_offsets()
        return self._text[start:end]

    def selected_offsets(self) -> tuple[int, int]:
        """Offsets of the selection, end exclusive; equal if there is none."""
        cursor = self.textCursor()
        start = self._map.offset(cursor.selectionStart())
        if cursor.selectionStart() == 0 and cursor.hasSelection():
            start = 0  # a byte order mark belongs to the text, though nothing shows it
        return start, self._map.offset(cursor.selectionEnd()) if cursor.hasSelection() else start

    def select_offsets(self, start: int, end: int) -> None:
        """Select ``start`` to ``end``."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._map.position(start))
        cursor.setPosition(self._map.position(end), QTextCursor.MoveMode.KeepAnchor)
        with self._scrolling_by_itself():
            self.setTextCursor(cursor)
        self._stand_at(self._layout.view_top)

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        # PySide takes one byte order mark away from the front of a string
        data.setText("\ufeff" + self.selected_text())
        return data

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu = self.context_menu(None if by_key else event.pos())
        menu.exec(event.globalPos())
        menu.deleteLater()
        self._note_pointer()

    def context_menu(self, point: QPoint | None) -> QMenu:
        """Copy, select all, and the definition of what is under ``point`` or has the keyboard."""
        from PySide6.QtGui import QAction, QKeySequence

        menu = QMenu(self)
        target = self.target_at(point) if point is not None else self.focused_link
        if target is not None and target.subject.kind != "mark":
            open_ = QAction(self.tr("Open definition"), menu)
            open_.triggered.connect(lambda: self.target_chosen.emit(target))
            menu.addAction(open_)
            menu.addSeparator()
        copy = QAction(self.tr("Copy"), menu)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(self.copy)
        menu.addAction(copy)
        everything = QAction(self.tr("Select all"), menu)
        everything.setShortcut(QKeySequence.StandardKey.SelectAll)
        everything.triggered.connect(self.selectAll)
        menu.addAction(everything)
        self.context_menu_asked.emit(menu, -1 if point is None else self.offset_at(point))
        return menu

    def offset_at(self, point: QPoint) -> int:
        """The offset of the character under ``point`` of the viewport, -1 if there is none."""
        at = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        position = self._layout.hitTest(at, Qt.HitTestAccuracy.ExactHit)
        return -1 if position < 0 else self._map.offset(position)

    def offset_of(self, position: int) -> int:
        """The offset of a position of the document."""
        return self._map.offset(position)

    def retranslate(self) -> None:
        """Names for screen readers in the language of the window."""
        self.setAccessibleName(self.tr("Text of the entry"))


def _start(target: Target) -> int:
    return target.start


def _is_far(a: QPoint, b: QPoint) -> bool:
    """Whether a button pressed at ``a`` and released at ``b`` means more than a click."""
    return (a - b).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
