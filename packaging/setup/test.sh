#!/bin/sh
# Sets up what the tests need, then runs every check, stopping at the first that fails; pytest comes
# last. Arguments go to pytest.
set -eu
cd "$(dirname "$0")/../.."
packaging/setup/environment.sh .venv-test requirements/dev.lock
packaging/setup/test_tools.sh

python=.venv-test/bin/python
$python -m ruff check
$python -m ruff format --check
$python -m mypy
# one file after the other within a worker: what a file sets up is set up once
QT_QPA_PLATFORM=offscreen exec $python -m pytest -n auto --dist loadfile "$@"
