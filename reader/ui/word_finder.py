"""Line breaks and terms for a text that brings none: found beside the reading, by a process.

PyThaiNLP never enters the window's own process; the worker gets the text, hands back offsets and
ends.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

import reader
from reader.content.knowledge import Knowledge
from reader.text.line_rules import Breaks
from reader.text.terms import Term


class WordFinder(QObject):
    """Asks the worker for one text at a time; a newer request drops the one before.

    ``found`` carries the knowledge with breaks and terms filled in; ``failed`` nothing: the text
    then turns at its spaces.
    """

    found = Signal(object)
    failed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._knowledge: Knowledge | None = None

    @property
    def is_working(self) -> bool:
        """Whether an answer is awaited."""
        return self._process is not None

    def ask(self, knowledge: Knowledge) -> None:
        """Have breaks and terms found for the text of ``knowledge``."""
        self.cancel()
        self._knowledge = knowledge
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        home = str(Path(reader.__file__).resolve().parent.parent)
        others = environment.value("PYTHONPATH")
        separator = ";" if sys.platform == "win32" else ":"
        environment.insert("PYTHONPATH", home + (separator + others if others else ""))
        process.setProcessEnvironment(environment)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        process.start(sys.executable, ["-m", "reader.text.worker"])
        process.write(knowledge.article.text.encode("utf-8"))
        process.closeWriteChannel()

    def cancel(self) -> None:
        """Forget the request under way, at once."""
        process, self._process = self._process, None
        if process is not None:
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
        process, self._process = self._process, None
        if process is None or self._knowledge is None:
            return
        answer = bytes(process.readAllStandardOutput().data())
        process.deleteLater()
        if code:
            self.failed.emit()
            return
        try:
            data = json.loads(answer)
            known = dataclasses.replace(
                self._knowledge,
                breaks=Breaks(data["free"], data["held"], data["inside"]),
                terms=[Term(*row) for row in data["terms"]],
            )
        except (ValueError, KeyError, TypeError):
            self.failed.emit()
            return
        self.found.emit(known)
