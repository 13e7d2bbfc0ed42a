#!/bin/sh
# Makes requirements/*.lock from pyproject.toml and requirements/*.in: one lock for Linux and
# Windows, Python 3.11 to 3.14, every file with its hashes. Versions already locked stay unless
# they no longer fit; `--upgrade` takes the newest ones, `--upgrade-package NAME` those of one.
set -eu
cd "$(dirname "$0")/../.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
python=$(packaging/setup/system.sh)
"$python" -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv==0.13.9

compile() {
    "$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command 'make lock' "$@"
}
compile pyproject.toml requirements/runtime.in -o requirements/runtime.lock "$@"
compile --extra dev pyproject.toml requirements/dev.in -o requirements/dev.lock "$@"
compile requirements/packaging.in -o requirements/packaging.lock "$@"
