"""One target under Atheris, coverage-guided: ``one.py TARGET [libFuzzer's arguments]``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent), str(HERE)]

import atheris  # noqa: E402

with atheris.instrument_imports(
    include=["reader", "defusedxml", "zipfile"], enable_loader_override=False
):
    import targets


def main() -> None:
    """Fuzz until libFuzzer says that it is enough."""
    name = sys.argv.pop(1)
    targets.run(name, b"")  # what is imported when first used is imported now
    # libFuzzer calls itself anew to merge, by the name it was called by
    sys.argv[0] = os.environ.get("FUZZ_SELF", sys.argv[0])
    atheris.Setup(sys.argv, lambda data: targets.run(name, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
