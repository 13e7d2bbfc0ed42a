"""The floor: what Qt itself takes to show the same text, in a bare QTextBrowser.

``floor.py FILE`` opens FILE in a window of the reader's size, says ``painted`` on standard output
once that is on the screen for the first time, and stays until it is ended.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTextBrowser

SIZE = 1180, 780  # pixels, the reader's window at its first start


class Browser(QTextBrowser):
    """Tells its first paint."""

    is_painted = False

    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, lambda: print("painted", flush=True))


def main() -> int:
    """Show the text."""
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        text = file.read()
    app = QApplication(sys.argv[:1])
    browser = Browser()
    browser.setPlainText(text)
    browser.resize(*SIZE)
    browser.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
