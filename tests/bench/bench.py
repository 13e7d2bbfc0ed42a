"""Measures the reader beside the floor, a bare QTextBrowser with the same text: ``make bench``.

Both run in turn, A B A B, in one go on one machine; a row gives the medians and the median of the
pairs' ratios. Exits with 0, with --check 1 where a target is missed. docs/benchmarks.md says
what each row means.
"""

import argparse
import json
import os
import platform
import select
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ENTRY = ROOT / "resources" / "articles" / "october-revolution" / "article.txt"
READER = str(HERE / "started.py")
FLOOR = str(HERE / "floor.py")
SCREEN = {"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1080}
PATIENCE = 120  # seconds
REST = 5.0  # seconds from the first paint to the look at the memory
ANALYSED = 75.0  # seconds in which the words and names of a long text are found
MANY = 100
FIFTY_MB = 50 * 2**20
BUSY = 0.7  # processes that run or wait, before anything is measured


class Row(NamedTuple):
    """A line of the table. ours, floor: a number a pair. worst: the target is for the worst."""

    what: str
    unit: str
    ours: list[float]
    floor: list[float]
    target: float | None = None
    worst: bool = False

    @property
    def ratio(self) -> float | None:
        """The reader's share of the floor, pair by pair."""
        if not self.floor:
            return None
        return median(a / b for a, b in zip(self.ours, self.floor, strict=True))

    @property
    def judged(self) -> float:
        """The number that the target is for."""
        if self.ratio is not None:
            return self.ratio
        return max(self.ours) if self.worst else median(self.ours)

    @property
    def is_over(self) -> bool:
        """Whether the target is missed."""
        return self.target is not None and self.judged > self.target


class Bench:
    """Starts both sides in a folder of their own, with a screen and an empty home."""

    def __init__(self, folder: Path, xcb: bool) -> None:
        screen = folder / "screen.json"
        screen.write_text(
            json.dumps({"screens": [SCREEN | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})
        )
        self._environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "NEVA_READER_HOME": str(folder / "home"),
            "QT_QPA_PLATFORM": "xcb" if xcb else f"offscreen:configfile={screen}",
        }

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        # a session of its own, so that what it starts in turn can be ended with it
        return subprocess.Popen(
            [sys.executable, *command],
            env=self._environment,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )

    def painted(self, *command: str, rest: float = 0.0) -> tuple[float, float]:
        """Milliseconds from starting ``command`` to its first paint; its MiB ``rest`` s later."""
        start = time.perf_counter()
        process = self._start(*command)
        try:
            assert process.stdout is not None
            ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
            if not ready or process.stdout.readline() != b"painted\n":
                raise SystemExit(f"{Path(command[0]).name} has not painted")
            taken = 1000 * (time.perf_counter() - start)
            time.sleep(rest)
            return taken, _memory(process.pid) if rest else 0.0
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            process.stdout.close()

    def pairs(
        self, count: int, files: tuple[str, ...], text: Path, rest: float = 0.0
    ) -> list[tuple[tuple[float, float], tuple[float, float]]]:
        """``count`` pairs of (reader, floor), each (milliseconds, MiB), after one that warms up."""
        found = [
            (self.painted(READER, *files, rest=rest), self.painted(FLOOR, str(text), rest=rest))
            for _ in range(count + (not rest))
        ]
        return found if rest else found[1:]

    def start(self, count: int) -> Row:
        """From the start of the process to the first text, with panel and map."""
        pairs = self.pairs(count, (), ENTRY)
        times = [[side[0] for side in pair] for pair in pairs]
        return _row("start to text, panel and map", "ms", times, 1.5)

    def memory(self, count: int) -> Row:
        """What the window takes, nothing having been touched."""
        pairs = self.pairs(count, (), ENTRY, rest=REST)
        sizes = [[side[1] for side in pair] for pair in pairs]
        return _row("memory five seconds later", "MiB", sizes, 1.7)

    def long_text(self, count: int, folder: Path) -> Row:
        """A text a hundred times the entry."""
        text = folder / "long.txt"
        text.write_bytes((ENTRY.read_bytes().rstrip(b"\n") + b"\n") * MANY)
        times = [[side[0] for side in pair] for pair in self.pairs(count, (str(text),), text)]
        return _row(f"entry x {MANY}: start to first text", "ms", times, 2.0)

    def longest(self, folder: Path) -> Row:
        """A text of 50 MB; the floor takes too long and too much to stand beside it."""
        text = folder / "longest.txt"
        entry = ENTRY.read_bytes().rstrip(b"\n") + b"\n"
        text.write_bytes(entry * (FIFTY_MB // len(entry)))
        times = [[self.painted(READER, str(text))[0]] for _ in range(4)]
        return _row("50 MB: start to first text", "ms", times[1:], 3000)

    def memory_a_character(self, folder: Path) -> Row:
        """What the reader's memory grows by a character beyond the floor's, all analysis done."""
        short, long = folder / "short.txt", folder / "long.txt"
        short.write_text("ข้อความสั้น\n", encoding="utf-8")
        characters = len(long.read_text(encoding="utf-8"))
        grown = []
        for command, rest in ((READER, ANALYSED), (FLOOR, REST)):
            sizes = [self.painted(command, str(text), rest=rest)[1] for text in (short, long)]
            grown.append(sizes[1] - sizes[0])
        extra = (grown[0] - grown[1]) * 2**20 / characters
        return Row("memory a character beyond the floor", "bytes", [extra], [], 12)

    def inside(self) -> list[Row]:
        """What one process measures by itself."""
        process = self._start(str(HERE / "inside.py"))
        answer, _ = process.communicate(timeout=PATIENCE)
        if process.returncode:
            raise SystemExit("inside.py has failed")
        times = json.loads(answer)
        return [
            _row("reflow: the text at a new width", "ms", times["reflow"]),
            _row("reflow: the whole window", "ms", times["window"], 25),
            _row("type size: the text in the next", "ms", times["type size"]),
            _row("card painted, after the dwell", "ms", times["card"], 50, worst=True),
            _row("search in the entry, a key", "ms", times["find"], 30, worst=True),
        ]


def _row(
    what: str,
    unit: str,
    pairs: list[list[float]],
    target: float | None = None,
    *,
    worst: bool = False,
) -> Row:
    ours = [pair[0] for pair in pairs]
    floor = [pair[1] for pair in pairs if len(pair) > 1]
    return Row(what, unit, ours, floor, target, worst)


def _memory(pid: int) -> float:
    """The proportional set size of a process, in MiB."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise SystemExit("the system does not tell the memory of a process")


def _machine(xcb: bool) -> str:
    from PySide6.QtCore import qVersion

    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, Qt {qVersion()}, {'xcb' if xcb else 'offscreen'}"
    )


def _table(rows: list[Row]) -> str:
    lines = [f"{'':34}{'reader':>9}{'worst':>8}{'floor':>8}{'ratio':>8}{'target':>10}"]
    for row in rows:
        ours, floor = median(row.ours), median(row.floor) if row.floor else None
        ratio = row.ratio
        if row.target is None:
            target = verdict = ""
        else:
            unit = " x" if ratio is not None else f" {row.unit}"
            target, verdict = f"{row.target:g}{unit}", "over" if row.is_over else "ok"
        lines.append(
            f"{row.what:34}{ours:9.1f}{max(row.ours):8.1f}"
            f"{'' if floor is None else format(floor, '.1f'):>8}"
            f"{'' if ratio is None else format(ratio, '.2f'):>8}{target:>10}  {verdict}".rstrip()
        )
    lines.append(f"memory in MiB, all else in ms; medians of {len(rows[0].ours)} pairs and more")
    return "\n".join(lines)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="make bench", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="exit with 1 where a target is missed")
    parser.add_argument("--xcb", action="store_true", help="on the display, not offscreen")
    parser.add_argument("--long", action="store_true", help="texts of 50 MB, and their memory")
    parser.add_argument("--pairs", type=int, default=15, help="starts of each side (15)")
    options = parser.parse_args()
    if not Path("/proc/self/smaps_rollup").exists():
        parser.error("memory is measured on Linux only")
    if options.xcb and not os.environ.get("DISPLAY"):
        parser.error("--xcb needs a DISPLAY, of Xvfb for example")
    print(_machine(options.xcb), flush=True)
    busy = os.getloadavg()[0] > BUSY
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(folder, options.xcb)
        rows = [
            bench.start(options.pairs),
            bench.memory(3),
            bench.long_text(max(3, options.pairs // 3), folder),
            *bench.inside(),
        ]
        if options.long:
            rows += [bench.longest(folder), bench.memory_a_character(folder)]
    print(_table(rows))
    if busy:
        print("The machine had other work to do: these figures say little.")
    return 1 if options.check and any(row.is_over for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
