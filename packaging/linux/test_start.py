#!/usr/bin/env python3
"""How soon the installed program shows its first text, beside the source tree.

test_start.py --limit RATIO --floor COMMAND... --program COMMAND...: both print a line when they
have painted. They run in turn; the medians count, and the first run of each does not.
"""

import statistics
import subprocess
import sys
import time

RUNS = 7


def main() -> None:
    """Measure, print, and fail beyond the limit."""
    given = sys.argv[1:]
    floor = given[given.index("--floor") + 1 : given.index("--program")]
    program = given[given.index("--program") + 1 :]
    limit = float(given[given.index("--limit") + 1])
    times: dict[str, list[float]] = {"source tree": [], "installed": []}
    for _ in range(1 + RUNS):
        times["source tree"].append(seconds_to_first_text(floor))
        times["installed"].append(seconds_to_first_text(program))
    source, installed = (statistics.median(measured[1:]) for measured in times.values())
    print(f"first text: source tree {source:.2f} s, installed {installed:.2f} s, limit {limit} x")
    if installed > limit * source:
        sys.exit("The installed program starts too slowly.")


def seconds_to_first_text(command: list[str]) -> float:
    """From the start of ``command`` to its line; then it is ended."""
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        said = process.stdout.readline()
        passed = time.monotonic() - start
        process.kill()  # inside.sh heeds nothing less
    if said.strip() != b"painted":
        sys.exit(f"{command} did not paint.")
    return passed


if __name__ == "__main__":
    main()
