"""The page: the article's text, its links, the reading place.

The text is shown verbatim; what is copied is cut from the article, not from the document. The
first visible line stays the first one through every change of size (an anchor that only the
reader's own scrolling moves). Offsets are code points of the article.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QCursor,
    QFontInfo,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
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
from reader.ui.link_focus import LinkFocus
from reader.ui.page_layout import Measure, PageLayout
from reader.ui.ranges import Look, RangeLayers
from reader.ui.theme import Theme, text_font

DWELL_MS = 400
SMALLEST_TYPE, DEFAULT_TYPE, LARGEST_TYPE = 9.0, 15.0, 36.0  # points
COLUMN_EMS = 33.0
"""About 62 Thai grapheme clusters of running text."""
LEADING = 1.72
_SLOP = 0.5  # pixels within which a line counts as wholly visible

STAR_LOOK = Look(ink="link", underline="solid")
LINK_LOOK = Look(ink="link", underline="dotted")
FOCUS_LOOK = Look(outline="accent")
LAYER_RANKS = {
    "place": 9,
    "entity": 10,
    "entity-current": 11,
    "hits": 20,
    "hit-current": 21,
    "stars": 30,
    "links": 31,
    "focus": 40,
}


class Target(NamedTuple):
    """What a pointer or a key can open: code points ``start`` to ``end``, gloss and star included.

    name_end: where the name itself ends. entity: what it names, None if unknown.
    """

    start: int
    end: int
    name_end: int
    entity: str | None


class Page(QTextBrowser):
    """The text of one article."""

    target_rested = Signal(object)  # Target: the pointer has stayed on it
    target_left = Signal()
    target_chosen = Signal(object)  # Target: click or Enter
    entity_pointed = Signal(str)  # its id, "" when the pointer is on none
    type_size_changed = Signal(float)
    place_changed = Signal(int)  # offset of the first visible line
    escape_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setUndoRedoEnabled(False)
        self.setOpenLinks(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self._theme = theme
        self._type_size = DEFAULT_TYPE
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
        self._targets: list[Target] = []
        self._target_starts: list[int] = []
        self._drawn: list[Target] = []
        self._anchor = 0  # document position of the line to keep at the top
        self._keeping = False
        self._is_stale = True
        self._under_pointer: Target | None = None
        self._pressed_at: QPoint | None = None
        self._pointer_at = QPoint(-1, -1)  # global, where it was when nothing of ours moved
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setInterval(DWELL_MS)
        self._dwell.timeout.connect(self._on_dwelt)
        self._focus = LinkFocus(self)
        self._focus.chosen.connect(self._choose_focused)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.set_theme(theme)

    # What is shown

    def set_knowledge(self, knowledge: Knowledge, at: int = 0) -> None:
        """Show the text of ``knowledge`` with the line of offset ``at`` first."""
        self._text = knowledge.article.text
        self._map = DocumentMap(self._text)
        self._set_focused_link(None)
        self._leave_target()
        for key in LAYER_RANKS:
            self.layers.set(key, (), Look(), 0)
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
        terms = {term.start: term for term in knowledge.terms}
        named = set()
        targets = []
        drawn = []
        seen: set[tuple[int, str]] = set()
        paragraph_at = knowledge.article.paragraph_at
        for mention in knowledge.mentions:
            term = terms.get(mention.start)
            end = term.star + 1 if term else mention.end
            target = Target(mention.start, end, mention.end, mention.entity)
            targets.append(target)
            named.add(mention.start)
            first = (paragraph_at(mention.start), mention.entity)
            if term or first not in seen:
                drawn.append(target)
            seen.add(first)
        for term in knowledge.terms:
            if term.start not in named:
                target = Target(term.start, term.star + 1, term.end, term.entity)
                targets.append(target)
                drawn.append(target)
        self._targets = sorted(targets)
        self._target_starts = [target.start for target in self._targets]
        self._drawn = sorted(drawn)
        starred = {term.start for term in knowledge.terms}
        self.set_ranges("stars", self._names(t for t in drawn if t.start in starred), STAR_LOOK)
        self.set_ranges("links", self._names(t for t in drawn if t.start not in starred), LINK_LOOK)

    @staticmethod
    def _names(targets: Iterable[Target]) -> list[tuple[int, int]]:
        return [(target.start, target.name_end) for target in targets]

    def set_ranges(self, key: str, ranges: Iterable[tuple[int, int]], look: Look) -> None:
        """Draw offsets ``ranges`` with ``look`` as the layer ``key``; an empty list clears it."""
        position = self._map.position
        self.layers.set(
            key, [(position(a), position(b)) for a, b in ranges], look, LAYER_RANKS[key]
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
    def targets(self) -> Sequence[Target]:
        """Everything that answers the pointer, in the order of the text."""
        return self._targets

    @property
    def drawn_links(self) -> Sequence[Target]:
        """What is drawn as a link and reached with Tab."""
        return self._drawn

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
        held = self._line_under(keep) if keep is not None else None
        self._type_size = points
        self.document().setDefaultFont(text_font(points))
        self._lay_out()
        if held is not None and keep is not None:
            position, above = held
            bar = self.verticalScrollBar()
            bar.setValue(round(self._layout.line_rect(position).top() - above))
        self.type_size_changed.emit(points)

    def zoom_by(self, steps: int, keep: QPoint | None = None) -> None:
        """Larger (positive) or smaller by whole points."""
        self.set_type_size(round(self._type_size) + steps, keep)

    def _line_under(self, point: QPoint) -> tuple[int, float]:
        """The document position of the line under ``point``, and its top in the viewport."""
        top = self.verticalScrollBar().value()
        at = QPointF(point.x(), point.y() + top)
        position = self._layout.hitTest(at, Qt.HitTestAccuracy.FuzzyHit)
        return position, self._layout.line_rect(position).top() - top

    def _lay_out(self) -> None:
        # a start lays out once, when the size is known; nothing is drawn before that
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        self._leave_target()
        em = QFontInfo(self.document().defaultFont()).pixelSize()
        margin = max(16.0, min(1.6 * em, self.viewport().width() * 0.05))
        width = max(80.0, min(COLUMN_EMS * em, self.viewport().width() - 2 * margin))
        self._keeping = True
        self._layout.lay_out(
            Measure(width, leading=LEADING, indent=1.6 * em, gap=0.45 * em, top=1.4 * em)
        )
        self._place_column()
        self._keeping = False
        self._return_to_anchor()

    def _place_column(self) -> None:
        width = self._layout.measure.width
        left = max(0.0, (self.viewport().width() - width) / 2)
        em = QFontInfo(self.document().defaultFont()).pixelSize()
        # room below, so that the last lines too can stand first and keep that place
        bottom = max(2 * em, self.viewport().height() - 3 * em * LEADING)
        self._layout.set_frame(float(round(left)), bottom)

    def _return_to_anchor(self) -> None:
        self._keeping = True
        top = 0.0 if self._anchor <= 0 else self._layout.line_rect(self._anchor).top()
        self.verticalScrollBar().setValue(round(top))
        self._keeping = False
        self._focus.follow()
        self._note_pointer()

    # The reading place

    def first_visible(self) -> int:
        """The offset at which the first wholly visible line begins."""
        top = self.verticalScrollBar().value()
        return self._map.offset(self._layout.first_position_at(top - _SLOP))

    def last_visible(self) -> int:
        """An offset on the last line that is at least half visible."""
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        at = QPointF(self.viewport().width() / 2, bottom - 0.5 * self._pitch())
        return self._map.offset(self._layout.hitTest(at, Qt.HitTestAccuracy.FuzzyHit))

    def anchor(self) -> int:
        """The offset to come back to: the line the reader himself scrolled to the top."""
        return self._map.offset(self._anchor)

    def show_first(self, offset: int) -> None:
        """Scroll so that the line of ``offset`` is the first one."""
        self._anchor = self._map.position(offset)
        self._return_to_anchor()
        self.place_changed.emit(self.first_visible())

    def bring_into_view(self, start: int) -> None:
        """Scroll as little as needed for the line of ``start`` to be seen with some context."""
        rect = self._layout.line_rect(self._map.position(start))
        bar = self.verticalScrollBar()
        top, height = bar.value(), self.viewport().height()
        context = min(2.0 * rect.height(), height / 4)
        if rect.top() - context < top or rect.bottom() + context > top + height:
            bar.setValue(max(0, round(rect.top() - height / 3)))

    def target_rects(self, target: Target) -> list[QRect]:
        """Where ``target`` stands, line by line, in viewport pixels."""
        shift = QPointF(0, -self.verticalScrollBar().value())
        rects = self._layout.range_rects(
            self._map.position(target.start), self._map.position(target.end)
        )
        return [rect.translated(shift).toAlignedRect() for rect in rects]

    def reading_line(self, target: Target) -> QRect:
        """The lines on which ``target`` stands, full column width, in viewport pixels."""
        shift = QPointF(0, -self.verticalScrollBar().value())
        position = self._map.position
        first = self._layout.line_rect(position(target.start))
        last = self._layout.line_rect(max(position(target.end) - 1, position(target.start)))
        return QRectF(first.united(last)).translated(shift).toAlignedRect()

    def _pitch(self) -> float:
        return QFontInfo(self.document().defaultFont()).pixelSize() * LEADING

    def _on_scrolled(self, value: int) -> None:
        if self._is_stale:
            return
        self._leave_target()
        self._note_pointer()
        if not self._keeping:
            self._anchor = (
                0 if value == 0 else self._layout.first_position_at(value - _SLOP)
            )
            self.place_changed.emit(self._map.offset(self._anchor))
        self._focus.follow()

    def _on_range_changed(self) -> None:
        self.verticalScrollBar().setSingleStep(round(self._pitch()))
        self.verticalScrollBar().setPageStep(
            max(1, round(self.viewport().height() - 1.5 * self._pitch()))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keeping = True
        super().resizeEvent(event)
        self._keeping = False
        em = QFontInfo(self.document().defaultFont()).pixelSize()
        margin = max(16.0, min(1.6 * em, self.viewport().width() * 0.05))
        width = max(80.0, min(COLUMN_EMS * em, self.viewport().width() - 2 * margin))
        if width != self._layout.measure.width:
            self._lay_out()
        else:
            self._leave_target()
            self._keeping = True
            self._place_column()
            self._keeping = False
            self._return_to_anchor()

    # The pointer

    def target_at(self, point: QPoint) -> Target | None:
        """What answers at ``point`` (viewport pixels)."""
        at = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        position = self._layout.hitTest(at, Qt.HitTestAccuracy.ExactHit)
        return None if position < 0 else self.target_of(self._map.offset(position))

    def target_of(self, offset: int) -> Target | None:
        """What stands on ``offset`` and can be opened."""
        slot = bisect_right(self._target_starts, offset) - 1
        if slot >= 0 and offset < self._targets[slot].end:
            return self._targets[slot]
        return None

    def pointer_position(self) -> QPoint:
        """Where the pointer was last seen, in global pixels."""
        return self._pointer_at

    def _note_pointer(self) -> None:
        """Whatever lies under the pointer from now on has come to it by itself."""
        self._pointer_at = QCursor.pos()

    def showEvent(self, event: QShowEvent) -> None:
        self._keeping = True  # Qt shows its text cursor first, wherever that is
        super().showEvent(event)
        self._keeping = False
        if self._is_stale:
            self._lay_out()
        else:
            self._return_to_anchor()
        self._note_pointer()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        where = event.globalPosition().toPoint()
        moved = where != self._pointer_at
        self._pointer_at = where
        target = self.target_at(event.position().toPoint())
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if target else Qt.CursorShape.IBeamCursor
        )
        if not moved:
            return
        if event.buttons() != Qt.MouseButton.NoButton:
            self._leave_target()
        elif target != self._under_pointer:
            self._leave_target()
            if target is not None:
                self._under_pointer = target
                self._dwell.start()
                self.entity_pointed.emit(target.entity or "")

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._leave_target()

    def _leave_target(self) -> None:
        self._dwell.stop()
        if self._under_pointer is not None:
            self._under_pointer = None
            self.target_left.emit()
            self.entity_pointed.emit("")

    def _on_dwelt(self) -> None:
        if self._under_pointer is not None:
            self.target_rested.emit(self._under_pointer)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dwell.stop()
        self._set_focused_link(None)
        self._pressed_at = None
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        point = event.position().toPoint()
        far = QGuiApplication.styleHints().startDragDistance()
        if (point - pressed).manhattanLength() >= far or self.textCursor().hasSelection():
            return
        target = self.target_at(point)
        if target is not None and target == self.target_at(pressed):
            self.target_chosen.emit(target)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y()
            if steps:
                self.zoom_by(1 if steps > 0 else -1, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

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
        current = self._focus.link
        if current is not None:
            slot = self._drawn.index(current) + (1 if forward else -1)
            return self._drawn[slot] if 0 <= slot < len(self._drawn) else None
        visible = [
            link
            for link in self._drawn
            if self.first_visible() <= link.start <= self.last_visible()
        ]
        if visible:
            return visible[0] if forward else visible[-1]
        if forward:
            return next((k for k in self._drawn if k.start >= self.first_visible()), None)
        return next((k for k in reversed(self._drawn) if k.end <= self.first_visible()), None)

    @property
    def focused_link(self) -> Target | None:
        """The link that has the keyboard's attention."""
        return self._focus.link

    def _set_focused_link(self, link: Target | None) -> None:
        if link is None:
            if self._focus.link is not None:
                self._focus.release()
                self.set_ranges("focus", (), FOCUS_LOOK)
            return
        self.bring_into_view(link.start)
        self.set_ranges("focus", [(link.start, link.name_end)], FOCUS_LOOK)
        name = self._text[link.start : link.end].rstrip("*")
        self._focus.take(link, name)

    def leave_link(self) -> None:
        """Give up the focused link, as the keyboard goes elsewhere."""
        self._set_focused_link(None)

    def _choose_focused(self) -> None:
        if self._focus.link is not None:
            self.target_chosen.emit(self._focus.link)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Escape:
            if self._focus.link is not None:
                self._set_focused_link(None)
                self.setFocus()
            self.escape_pressed.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        elif event.key() == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)

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
        keeping, self._keeping = self._keeping, True
        value = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)
        self._keeping = keeping

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu(event.pos())
        menu.exec(event.globalPos())

    def context_menu(self, point: QPoint) -> QMenu:
        """Copy, select all, and the definition of what is under ``point``."""
        menu = QMenu(self)
        target = self.target_at(point) or self._focus.link
        if target is not None:
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
        return menu

    def retranslate(self) -> None:
        """Names for screen readers in the language of the window."""
        self.setAccessibleName(self.tr("Text of the entry"))
        self._focus.set_hint(self.tr("Link. Press Enter to open the definition."))
