#!/bin/sh
# Sets up what the tests need, then measures; arguments go to the benchmark.
set -eu
cd "$(dirname "$0")/../.."
packaging/setup/environment.sh .venv-test requirements/dev.lock
PYTHONPATH=. exec .venv-test/bin/python tests/bench/bench.py "$@"
