"""Fuzzes all parsers for so many seconds and keeps what was worth keeping.

``run.py SECONDS [TARGET ...]``. Each target's corpus is a zip file in ``corpus/``; an input that
shows a fault is written to ``build/fuzz/faults`` and its traceback printed. At the end one line for
each target: executions, inputs kept, faults. Needs Atheris (Linux).
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD = ROOT / "build" / "fuzz"
CORPUS = HERE / "corpus"
ROUND_S = 30
_LARGEST_KEPT = 8192  # bytes
_MOST_KEPT = 150
_LIMITS = ["-timeout=10", "-rss_limit_mb=2048", "-max_len=16384", f"-dict={HERE}/dictionary.txt"]

sys.path[:0] = [str(ROOT), str(HERE.parent), str(HERE)]

from seeds import seeds  # noqa: E402
from targets import TARGETS  # noqa: E402


def main(arguments: list[str]) -> int:
    """Fuzz; 1 if a fault was found."""
    seconds, names = int(arguments[0]), arguments[1:] or list(TARGETS)
    totals = {name: [0, 0] for name in names}
    for name in names:
        _unpack(name)
    left = seconds
    while left > 0:
        for name in names:
            slot = max(1, min(ROUND_S, seconds // len(names), left))
            executions, faults = _fuzz(name, slot)
            totals[name][0] += executions
            totals[name][1] += faults
            left -= slot
            if left <= 0:
                break
    for name in names:
        kept = _keep(name)
        executions, faults = totals[name]
        print(f"{name}\texecutions {executions}\tcorpus {kept}\tfaults {faults}", flush=True)
    return int(any(faults for _, faults in totals.values()))


def _unpack(name: str) -> None:
    folder = BUILD / name
    folder.mkdir(parents=True, exist_ok=True)
    inputs = seeds(name)
    packed = CORPUS / f"{name}.zip"
    if packed.exists():
        with zipfile.ZipFile(packed) as archive:
            inputs += [archive.read(member) for member in archive.namelist()]
    for data in inputs:
        (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)


def _fuzz(name: str, seconds: int) -> tuple[int, int]:
    """Executions, and whether a fault ended them."""
    faults = BUILD / "faults"
    faults.mkdir(exist_ok=True)
    done = subprocess.run(
        [
            sys.executable, str(HERE / "one.py"), name, str(BUILD / name), *_LIMITS,
            f"-max_total_time={seconds}", f"-artifact_prefix={faults}/{name}-",
            "-print_final_stats=1", "-verbosity=0",
        ],
        capture_output=True, encoding="utf-8", errors="replace",
    )  # fmt: skip
    told = done.stdout + done.stderr
    found = re.search(r"number_of_executed_units: (\d+)", told)
    if done.returncode:
        print(told[-4000:], flush=True)
    return int(found[1]) if found else 0, int(bool(done.returncode))


def _keep(name: str) -> int:
    """Write the corpus: a minimal set of inputs with the coverage of all; how many they are."""
    small = BUILD / f"{name}-small"
    if small.exists():
        for path in small.iterdir():
            path.unlink()
    small.mkdir(exist_ok=True)
    call = BUILD / f"{name}.sh"
    call.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{HERE / "one.py"}" {name} "$@"\n')
    call.chmod(0o755)
    subprocess.run(
        [call, "-merge=1", str(small), str(BUILD / name)],
        capture_output=True,
        env={**os.environ, "FUZZ_SELF": str(call)},
    )
    kept = sorted((p for p in small.iterdir() if p.stat().st_size <= _LARGEST_KEPT),
                  key=lambda p: (p.stat().st_size, p.name))[:_MOST_KEPT]  # fmt: skip
    CORPUS.mkdir(exist_ok=True)
    with zipfile.ZipFile(CORPUS / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in kept:
            archive.writestr(zipfile.ZipInfo(path.name, (1980, 1, 1, 0, 0, 0)), path.read_bytes(),
                             zipfile.ZIP_DEFLATED)  # fmt: skip
    return len(kept)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
