"""Pictures of the real window, without a display and without the reader's own state."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from reader.content.knowledge import Knowledge
from reader.desk.store import Store
from reader.errors import ReaderError


class Shot(NamedTuple):
    """What to take. width, height: logical pixels. term: from 1. at: an offset to show first."""

    width: int = 1280
    height: int = 800
    scale: int = 1
    theme: str = "light"
    language: str = "th"
    term: int | None = None
    at: int | None = None


def take(knowledge: Knowledge, shot: Shot, out: Path) -> None:
    """Write a PNG of the window. To be called once a process, before any Qt is started.

    Raises ReaderError: ``no-term``, ``no-terms``, ``no-offset``, ``output-unwritable``.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(shot.scale)
    _check(knowledge, shot)
    from PySide6.QtCore import QElapsedTimer

    from reader.ui.app import make_application, make_window

    app = make_application(["neva-reader"])
    store = Store(None)
    store.put("theme", shot.theme)
    store.put("language", shot.language)
    store.put("size", [shot.width, shot.height])
    window = make_window(app, knowledge, store)
    window.resize(shot.width, shot.height)
    window.show()
    clock = QElapsedTimer()
    clock.start()
    app.processEvents()
    while window.is_finding_words and clock.elapsed() < 60_000:
        app.processEvents()
    if shot.at is not None:
        window.page.show_first(shot.at)
    if shot.term is not None:
        window.show_card_of_term(shot.term - 1)
    app.processEvents()
    picture = window.grab()
    window.close()
    if not picture.save(str(out), "PNG"):
        raise ReaderError("output-unwritable", file=out.name)


def _check(knowledge: Knowledge, shot: Shot) -> None:
    count = len(knowledge.terms)
    if shot.term is not None and not 1 <= shot.term <= count:
        raise ReaderError("no-term" if count else "no-terms", count=count)
    last = knowledge.article.length - 1
    if shot.at is not None and not 0 <= shot.at <= last:
        raise ReaderError("no-offset", last=last)
