#!/bin/sh
# Sets up what the tests need, then measures; arguments go to the benchmark.
set -eu
cd "$(dirname "$0")/../.."
packaging/setup/environment.sh .venv-test requirements/dev.lock
# An installed reader runs from compiled files; where those are not written on the way
# (PYTHONDONTWRITEBYTECODE) every start would compile anew, and the floor, all of Qt, would not.
.venv-test/bin/python -m compileall -q reader
exec .venv-test/bin/python tests/bench/bench.py "$@"
