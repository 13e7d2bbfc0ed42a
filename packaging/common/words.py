"""words.py FILE: opens a text in the reader's window and, when its words and names have been found,
writes where its lines may turn, and the names, to standard output as JSON. Then it quits.

Run by the Python of an installed reader, it is that reader: its worker process is started as a
double click on the text would start it.
"""

import json
import sys

from reader import cli
from reader.ui.word_finder import WordFinder


def reporting(made):
    """``WordFinder.__init__``, of which the answers are written."""

    def make(self, *arguments):
        made(self, *arguments)
        said = {}
        self.found.connect(lambda known: said.update(places=[list(one) for one in known.breaks]))
        self.names_found.connect(lambda names, whole, complete: said.update(names=names))
        self.ended.connect(lambda: end(said, 0))
        self.failed.connect(lambda: end(said, 1))

    return make


def end(said, status):
    """Write ``said`` and quit."""
    from PySide6.QtWidgets import QApplication

    sys.stdout.buffer.write(json.dumps(said, sort_keys=True).encode())
    sys.stdout.buffer.flush()
    QApplication.exit(status)


WordFinder.__init__ = reporting(WordFinder.__init__)
try:
    from neva_start import main  # Windows
except ModuleNotFoundError:
    sys.exit(cli.main(sys.argv[1:]))
sys.argv.insert(1, "console")
sys.exit(main())
