#!/bin/sh
# fuzz.sh [SECONDS [TARGET ...]]: sets up what the tests need and the fuzzer, then fuzzes.
#
# Atheris is in no lock: it exists for Linux only, and nothing but this uses it.
set -eu
cd "$(dirname "$0")/../.."
packaging/setup/environment.sh .venv-test requirements/dev.lock
python=.venv-test/bin/python
$python -c 'import atheris' 2>/dev/null ||
    $python -m pip install --disable-pip-version-check --quiet 'atheris==3.0.0'
[ $# -gt 0 ] || set -- 600
exec nice $python tests/fuzz/run.py "$@"
