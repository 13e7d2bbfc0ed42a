"""The reader's marks on the open text: where they stand now, and every change, with undo.

Made when the reader first has to do with marks. Changes go to the store at once; what another
window has changed is taken up a moment later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from reader.content.knowledge import Knowledge
from reader.desk.anchors import Found, anchor_at, find_again
from reader.desk.marks import Change, Mark, Marks, new_id, now
from reader.desk.store import Store

_LOOK_AGAIN_MS = 1500  # what another window has written is seen within that time
_SETTLE_MS = 300
_FEW = 5  # marks that are put in their places one by one


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark and where its words stand in the open text; None if they are not found in it."""

    mark: Mark
    found: Found | None

    @property
    def start(self) -> int:
        """The offset at which it begins; where it once began if it is not found."""
        return self.found.start if self.found else self.mark.anchor.start

    @property
    def end(self) -> int:
        """The offset at which it ends."""
        return self.found.end if self.found else self.mark.anchor.end


class MarkDesk(QObject):
    """Marks of one window. ``changed``: they are others now, or stand elsewhere."""

    changed = Signal()
    trouble_changed = Signal()

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._marks: Marks = store.marks
        self._knowledge: Knowledge | None = None
        self._found: dict[tuple[str, str], Found | None] = {}
        self._placed: list[Placed] = []
        self.undo_stack = QUndoStack(self)
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_AGAIN_MS)
        self._watch.timeout.connect(self.look_again)
        self._watch.start()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._marks.settle)

    # Reading

    @property
    def store(self) -> Marks:
        """Where marks are kept."""
        return self._marks

    @property
    def placed(self) -> Sequence[Placed]:
        """The marks on the open text, in its order; those not found in it last."""
        return self._placed

    def set_knowledge(self, knowledge: Knowledge) -> None:
        """Another text is open."""
        self._knowledge = knowledge
        self._found.clear()
        self.reload()

    def reload(self) -> None:
        """Read the marks anew."""
        known = self._knowledge
        if known is None:
            return
        article = known.article
        marks = self._marks.of_text(article.id, article.sha256)
        placed = [Placed(mark, self._place(mark)) for mark in marks]
        if not known.paragraph_titles:
            placed = self._of_this_text(placed)
        self._placed = _in_order(placed)
        self.changed.emit()

    def _place(self, mark: Mark) -> Found | None:
        assert self._knowledge is not None
        article, anchor = self._knowledge.article, mark.anchor
        key = (mark.id, anchor.exact)
        if key not in self._found:
            is_same = mark.sha256 == article.sha256
            if is_same and article.text[anchor.start : anchor.end] == anchor.exact:
                self._found[key] = Found(anchor.start, anchor.end)
            else:
                self._found[key] = find_again(anchor, article.text)
        return self._found[key]

    def _of_this_text(self, placed: list[Placed]) -> list[Placed]:
        """Without the marks on another file that happens to have the same name."""
        assert self._knowledge is not None
        here = {p.mark.sha256 for p in placed if p.found} | {self._knowledge.article.sha256}
        return [p for p in placed if p.mark.sha256 in here]

    def everywhere(self) -> list[Placed]:
        """The marks on all texts; those on the open one first."""
        here = {p.mark.id for p in self._placed}
        others = [Placed(m, Found(*m.anchor[:2])) for m in self._marks.all() if m.id not in here]
        return [*self._placed, *others]

    def deleted(self) -> list[Placed]:
        """What was deleted lately, the latest first."""
        return [Placed(mark, Found(*mark.anchor[:2])) for mark in self._marks.deleted()]

    def placed_of(self, mark_id: str) -> Placed | None:
        """The mark ``mark_id`` of the open text."""
        return next((p for p in self._placed if p.mark.id == mark_id), None)

    def at(self, offset: int) -> list[Placed]:
        """The marks whose words hold ``offset``, the shortest first."""
        there = [p for p in self._placed if p.found and p.start <= offset < p.end]
        return sorted(there, key=lambda p: (p.mark.kind == "bookmark", p.end - p.start))

    def on(self, start: int, end: int, kind: str) -> Placed | None:
        """The mark of ``kind`` that stands on just these words."""
        for p in self._placed:
            if p.found and (p.start, p.end, p.mark.kind) == (start, end, kind):
                return p
        return None

    def look_again(self) -> None:
        """Take up what another window has written, and write what could not be written before."""
        if self._marks.unsaved and self._marks.try_again():
            self.trouble_changed.emit()
        if self._marks.has_news():
            self.reload()

    # Changing

    def draft(self, start: int, end: int, kind: str, colour: str = "", note: str = "") -> Mark:
        """A mark on ``start`` to ``end`` of the open text that is not kept yet."""
        known = self._knowledge
        assert known is not None
        article = known.article
        return Mark(
            new_id(),
            article.id,
            known.title_th,
            article.sha256,
            kind,
            anchor_at(article.text, start, end),
            article.paragraph_at(start),
            colour,
            note,
        )

    def keep(self, changes: Sequence[Change]) -> list[Mark]:
        """Keep changes, without a way to undo them; what came of them."""
        kept = self._marks.save_all(changes)
        self._settle.start()
        self.trouble_changed.emit()
        if len(kept) > _FEW:
            self.reload()
        else:
            self._put(kept)
        return kept

    def _put(self, kept: Sequence[Mark]) -> None:
        """Put ``kept`` in the place of what they were; reading all anew takes longer."""
        ids = {mark.id for mark in kept}
        known = self._knowledge
        here = [
            Placed(mark, self._place(mark))
            for mark in kept
            if known
            and not mark.deleted
            and (mark.article == known.article.id or mark.sha256 == known.article.sha256)
        ]
        self._placed = _in_order([*(p for p in self._placed if p.mark.id not in ids), *here])
        self.changed.emit()

    def do(self, text: str, changes: Sequence[Change]) -> None:
        """Keep changes as one deed called ``text``, which can be undone."""
        if changes:
            self.undo_stack.push(_Deed(text, changes, self.keep))

    def did(self, text: str, before: Mark | None, after: Mark) -> None:
        """What is kept already, letter by letter, was one deed called ``text``."""
        self.undo_stack.push(_Deed(text, [Change(before, after)], self.keep, is_done=True))

    def delete(self, text: str, marks: Iterable[Mark]) -> None:
        """Delete marks, as a deed called ``text``."""
        moment = now()
        self.do(text, [Change(mark, replace(mark, deleted=moment)) for mark in marks])

    def restore(self, text: str, marks: Iterable[Mark]) -> None:
        """Have deleted marks back, as a deed called ``text``."""
        self.do(text, [Change(mark, replace(mark, deleted="")) for mark in marks])

    def close(self) -> None:
        """Nothing more is asked or written."""
        self._watch.stop()
        if self._settle.isActive():
            self._settle.stop()
            self._marks.settle()
        self._marks.purge()


def _in_order(placed: Iterable[Placed]) -> list[Placed]:
    return sorted(placed, key=lambda p: (p.found is None, p.start, p.mark.created))


class _Deed(QUndoCommand):
    """One or more changes of marks that are done and undone together."""

    def __init__(
        self,
        text: str,
        changes: Sequence[Change],
        keep: Callable[[Sequence[Change]], list[Mark]],
        *,
        is_done: bool = False,
    ) -> None:
        super().__init__(text)
        self._before = [change.before for change in changes]
        self._after = [change.after for change in changes]
        self._keep = keep
        self._is_done = is_done

    def redo(self) -> None:
        if self._is_done:
            self._is_done = False
            return
        self._after = self._keep(
            [Change(b, a) for b, a in zip(self._before, self._after, strict=True)]
        )

    def undo(self) -> None:
        moment = now()
        self._before = [
            before or replace(after, deleted=moment)
            for before, after in zip(self._before, self._after, strict=True)
        ]
        self._keep([Change(a, b) for b, a in zip(self._before, self._after, strict=True) if b])
