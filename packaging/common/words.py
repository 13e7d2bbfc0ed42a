"""words.py FILE: opens a text in the reader's window and, when its words have been found, writes the
places where its lines may turn to standard output, as JSON, and quits.

Run by the Python of an installed reader, it is that reader: its worker process is started as a
double click on the text would start it.
"""

import json
import sys

from reader import cli
from reader.ui.word_finder import WordFinder


def reporting(made):
    """``WordFinder.__init__``, of which the answer is written."""

    def make(self, *arguments):
        made(self, *arguments)
        self.found.connect(lambda known: end([*known.breaks.free, *known.breaks.inside]))
        self.failed.connect(lambda: end(None))

    return make


def end(places):
    """Write ``places`` and quit."""
    from PySide6.QtWidgets import QApplication

    sys.stdout.buffer.write(json.dumps(places).encode())
    sys.stdout.buffer.flush()
    QApplication.exit(0 if places else 1)


WordFinder.__init__ = reporting(WordFinder.__init__)
try:
    from neva_start import main  # Windows
except ModuleNotFoundError:
    sys.exit(cli.main(sys.argv[1:]))
sys.argv.insert(1, "console")
sys.exit(main())
