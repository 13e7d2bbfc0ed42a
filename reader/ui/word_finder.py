"""Line breaks, terms and names for a text that brings none: found beside the reading, by a process.

PyThaiNLP never enters the window's own process; the worker gets the text, hands back offsets piece
by piece, and ends. To cancel is to kill it.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

import reader
from reader.content.knowledge import Knowledge
from reader.text.dates_found import FoundDate
from reader.text.line_rules import Breaks
from reader.text.terms import Term

_GROWTH = 4  # between two times that the page is set anew with the breaks known by then


class WordFinder(QObject):
    """Asks the worker for one text at a time; a newer request drops the one before.

    ``found`` carries the knowledge with the breaks and terms found by now, the last time with all
    of them; ``names_found`` the rows of :class:`reader.text.names_found.FoundName`, the offsets
    inside names, and whether these are all; ``progressed`` a step (``words``, ``names``) and how
    far it is, 0 to 1. Last comes ``ended``, or ``failed``: the text then turns at its spaces.
    """

    found = Signal(object)
    names_found = Signal(object, object, bool)
    progressed = Signal(str, float)
    ended = Signal()
    failed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._knowledge: Knowledge | None = None
        self._rest = b""
        self._levels: tuple[array[int], ...] = ()
        self._terms: list[Term] = []
        self.dates: list[FoundDate] = []
        """The dates found by now."""
        self._tell_at = 0

    @property
    def is_working(self) -> bool:
        """Whether an answer is awaited."""
        return self._process is not None

    def ask(self, knowledge: Knowledge) -> None:
        """Have breaks, terms and names found for the text of ``knowledge``."""
        self.cancel()
        self._knowledge = knowledge
        self._rest = b""
        self._levels = (array("I"), array("I"), array("I"))
        self._terms = []
        self.dates = []
        self._tell_at = 0
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        home = str(Path(reader.__file__).resolve().parent.parent)
        others = environment.value("PYTHONPATH")
        separator = ";" if sys.platform == "win32" else ":"
        environment.insert("PYTHONPATH", home + (separator + others if others else ""))
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        # -P: no module is taken from the folder that the reader was started in
        process.start(sys.executable, ["-P", "-m", "reader.text.worker", "--pieces"])
        process.write(knowledge.article.text.encode("utf-8", "surrogatepass"))
        process.closeWriteChannel()

    def cancel(self) -> None:
        """Forget the request under way, at once."""
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._read)
            process.finished.disconnect(self._on_finished)
            process.errorOccurred.disconnect(self._on_error)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def _on_error(self, _error: QProcess.ProcessError) -> None:
        if self._process is not None and self._process.state() == QProcess.ProcessState.NotRunning:
            self._process.deleteLater()
            self._process = None
            self.failed.emit()

    def _on_finished(self, code: int) -> None:
        self._read()
        process, self._process = self._process, None
        if process is None:
            return
        process.deleteLater()
        self._knowledge, self._levels, self._terms = None, (), []  # told already
        if code:
            self.failed.emit()
        else:
            self.ended.emit()

    def _read(self) -> None:
        process = self._process
        if process is None:
            return
        *lines, self._rest = (self._rest + process.readAllStandardOutput().data()).split(b"\n")
        for line in lines:
            if self._process is not process:
                return  # something told has opened another text
            try:
                self._take(json.loads(line))
            except (ValueError, KeyError, TypeError, OverflowError):
                self.cancel()
                self.failed.emit()
                return

    def _take(self, message: dict[str, Any]) -> None:
        if "step" in message:
            self.progressed.emit(message["step"], float(message["done"]))
        elif "free" in message:
            self._take_piece(message)
        else:
            self.names_found.emit(message["names"], message["whole"], bool(message["complete"]))

    def _take_piece(self, message: dict[str, Any]) -> None:
        for level, name in zip(self._levels, Breaks._fields, strict=True):
            level.extend(message[name])
        self._terms += (Term(*row) for row in message["terms"])
        self.dates += (FoundDate(*row) for row in message["dates"])
        end, known = message["end"], self._knowledge
        if known is None or (end < known.article.length and end < self._tell_at):
            return
        self._tell_at = end * _GROWTH
        later = [term for term in known.terms if term.end > end]  # guessed by spaces till then
        self.found.emit(
            dataclasses.replace(
                known,
                breaks=Breaks(*(level[:] for level in self._levels)),
                terms=[*self._terms, *later],
            )
        )


def kept_whole(breaks: Breaks, inside: Sequence[int]) -> Breaks:
    """``breaks`` with those at the offsets ``inside`` names used last."""
    within = set(inside)
    keeps: Callable[[int], bool] = lambda offset: offset not in within  # noqa: E731
    moved = sorted(
        {offset for level in breaks[:2] for offset in level if offset in within}
        | set(breaks.inside)
    )
    return Breaks(
        array("I", filter(keeps, breaks.free)),
        array("I", filter(keeps, breaks.held)),
        array("I", moved),
    )
