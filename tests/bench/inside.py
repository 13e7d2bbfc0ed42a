"""What is measured inside one process: the window and a bare QTextBrowser with the same text.

Prints one JSON object: for each measure, by pairs, the milliseconds of the reader and, if it has
one, of the floor.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from reader.content.reading import open_shipped
from reader.desk.store import Store
from reader.ui.app import make_application, make_window
from reader.ui.hover_card import HoverCard
from reader.ui.page import Page
from reader.ui.theme import LIGHT
from reader.ui.window import Window

ROUNDS = 5
HEIGHT = 780
TEXT_WIDTHS = (700, 520, 640, 480, 580)  # pixels: all narrower than the widest column
WINDOW_WIDTHS = (1060, 920, 1020, 940, 980)  # the same, with the panel beside the text
SOUGHT = ("เลนิน", "เปโตรกราด", "๑๙๑๗", "Bolshevik")
PATIENCE = 10  # seconds

painted: Counter[type] = Counter()
"""How often something of each kind has been painted."""


class Browser(QTextBrowser):
    """The floor."""

    def paintEvent(self, event):
        super().paintEvent(event)


def count_paints(*kinds: type) -> None:
    """Keep ``painted`` for these kinds of widget."""

    def counting(kind: type) -> Callable[[QWidget, object], None]:
        paint = kind.paintEvent

        def paint_and_count(widget: QWidget, event: object) -> None:
            paint(widget, event)
            painted[kind] += 1

        return paint_and_count

    for kind in kinds:
        kind.paintEvent = counting(kind)


def timed(act: Callable[[], object], kind: type) -> float:
    """Milliseconds from ``act`` to the next paint of what is of ``kind``."""
    settle()
    before = painted[kind]
    start = time.perf_counter()
    act()
    while painted[kind] == before:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)
        if time.perf_counter() - start > PATIENCE:
            raise SystemExit(f"{kind.__name__} has not been painted")
    return 1000 * (time.perf_counter() - start)


def settle() -> None:
    """Let everything that is still to be done be done."""
    end = time.perf_counter() + 0.03
    while time.perf_counter() < end:
        QApplication.processEvents()


def shown(widget: QWidget, width: int) -> None:
    """Bring ``widget`` on the screen."""
    widget.resize(width, HEIGHT)
    widget.show()
    settle()


def text_times() -> dict[str, list[list[float]]]:
    """The text alone, beside a bare QTextBrowser that sets it in the same type."""
    knowledge = open_shipped()
    page, browser = Page(LIGHT), Browser()
    page.set_knowledge(knowledge)
    browser.document().setDefaultFont(page.document().defaultFont())
    browser.setPlainText(knowledge.article.text)
    shown(page, TEXT_WIDTHS[-1])
    shown(browser, TEXT_WIDTHS[-1])
    reflow, type_size = [], []
    for _ in range(ROUNDS):
        for width in TEXT_WIDTHS:
            ours = timed(lambda to=width: page.resize(to, HEIGHT), Page)
            reflow.append([ours, timed(lambda to=width: browser.resize(to, HEIGHT), Browser)])
        for steps in (1, 1, -1, -1):
            ours = timed(lambda n=steps: page.zoom_by(n), Page)
            type_size.append([ours, timed(lambda n=steps: browser.zoomIn(n), Browser)])
    page.close()
    browser.close()
    return {"reflow": reflow, "type size": type_size}


def window_times(window: Window) -> list[list[float]]:
    """The window at another width: text, panel and map."""
    return [
        [timed(lambda to=width: window.resize(to, HEIGHT), Page)]
        for _ in range(ROUNDS)
        for width in WINDOW_WIDTHS
    ]


def card_times(window: Window) -> list[list[float]]:
    """The card of every starred term: from the end of the dwell to the card painted."""
    times = []
    for number, term in enumerate(window.knowledge.terms):
        window.page.bring_into_view(term.start)
        times.append([timed(lambda n=number: window.show_card_of_term(n), HoverCard)])
        window.hover_card.close_card()
    return times


def find_times(window: Window) -> list[list[float]]:
    """Every key of some searches: hits found, counted, marked and painted."""
    window.open_find()
    words = window.find_bar.words
    times = []
    for sought in SOUGHT:
        words.clear()
        times += [[timed(lambda char=char: words.insert(char), Page)] for char in sought]
    window.find_bar.close_bar()
    return times


def main() -> None:
    """Measure and print."""
    app = make_application(sys.argv[:1])
    count_paints(Page, Browser, HoverCard)
    times = text_times()
    window = make_window(app, open_shipped(), Store(None))
    shown(window, WINDOW_WIDTHS[-1])
    times["window"] = window_times(window)
    times["card"] = card_times(window)
    times["find"] = find_times(window)
    window.close()
    print(json.dumps(times))


if __name__ == "__main__":
    main()
