"""Measures how long one frame takes while the map is dragged, names and signs included.

    python tests/bench/map.py [--check]

A line for each size: the median and the 95th of 100 frames, in milliseconds of the processor (what
else runs on the machine does not count), of the whole city and of a part. With --check exits with
1 where a median is over the target.
"""

import os
import sys
import time
from pathlib import Path
from statistics import median

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication

from reader import resources
from reader.content.city_map import load_city_map
from reader.content.reading import open_shipped
from reader.ui.fonts import register_fonts
from reader.ui.map_view import MapView
from reader.ui.theme import LIGHT, text_font

TARGET = 8.0  # milliseconds a frame
FRAMES = 100
SIZES = ((240, 180), (340, 280), (1280, 720), (1920, 1080))
NEARER = (1.0, 3.0)


def frames_of(view: MapView) -> list[float]:
    """Milliseconds of each frame of a drag to and fro."""
    image = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    start = QPointF(view.width() / 2, view.height() / 2)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton

    def send(kind: QEvent.Type, point: QPointF, held: Qt.MouseButton) -> None:
        event = QMouseEvent(
            kind, point, view.mapToGlobal(point), left, held, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(view, event)

    view.render(image)
    send(QEvent.Type.MouseButtonPress, start, left)
    found = []
    for number in range(FRAMES + 4):
        step = number if number < FRAMES / 2 else FRAMES - number
        begun = time.thread_time()
        send(QEvent.Type.MouseMove, start + QPointF(3 * step, 2 * step), left)
        view.render(image)
        found.append((time.thread_time() - begun) * 1000)
    send(QEvent.Type.MouseButtonRelease, start, none)
    return found[4:]  # the first few begin the drag


def main() -> int:
    """Print the table; the exit status."""
    app = QApplication([])
    register_fonts()
    places, worst = open_shipped().places, 0.0
    city_map = load_city_map(resources.city_map_file())
    for size in SIZES:
        for nearer in NEARER:
            view = MapView(city_map, places, LIGHT)
            view.setFont(text_font(11))
            view.resize(*size)
            view.show()
            app.processEvents()
            view.zoom_by(nearer)
            frames = sorted(frames_of(view))
            middle, late = median(frames), frames[int(0.95 * len(frames))]
            worst = max(worst, middle)
            print(f"{size[0]:5} x {size[1]:4}  x{nearer:.0f}  {middle:6.2f} ms  p95 {late:6.2f} ms")
            view.close()
    return int("--check" in sys.argv and worst > TARGET)


if __name__ == "__main__":
    sys.exit(main())
