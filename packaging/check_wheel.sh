#!/usr/bin/env bash
# Builds the wheel as an installer would (from the source distribution), looks inside, installs it
# with the locked requirements into an environment of its own, and starts it from an empty folder.
set -euo pipefail
cd "$(dirname "$0")/.."
packaging/setup/environment.sh .venv-test requirements/dev.lock
python=$PWD/.venv-test/bin/python

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work"/{sdist,wheel,empty,home}

build() {
    "$python" -m hatchling build --target "$1" --directory "$work/$1" >"$work/log" 2>&1 ||
        { cat "$work/log" >&2; exit 1; }
}
build sdist
tar -xzf "$work"/sdist/*.tar.gz -C "$work/sdist" --strip-components=1
(cd "$work/sdist" && build wheel)
wheel=$(echo "$work"/wheel/*.whl)

"$python" - "$wheel" <<'PY'
import pathlib
import sys
import zipfile

wheel = pathlib.Path(sys.argv[1])
inside = set(zipfile.ZipFile(wheel).namelist())
folders = {name.split("/")[0] for name in inside}
strangers = {f for f in folders if f != "reader" and not f.endswith(".dist-info")}
if strangers:
    sys.exit(f"{wheel.name} would install beside the package: {sorted(strangers)}")
for folder in ("reader", "resources"):
    for path in pathlib.Path(folder).rglob("*"):
        name = path.as_posix() if folder == "reader" else f"reader/{path.as_posix()}"
        if path.is_file() and path.suffix != ".pyc" and name not in inside:
            sys.exit(f"{wheel.name} lacks {name}")
print(f"{wheel.name}: {len(inside)} files, {wheel.stat().st_size / 1024:.0f} KiB")
PY

"$python" -m venv "$work/installed"
pip=("$work/installed/bin/python" -m pip install --quiet --disable-pip-version-check)
"${pip[@]}" --require-hashes --only-binary :all: -r requirements/runtime.lock
"${pip[@]}" --no-index --no-deps "$wheel"
"$work/installed/bin/python" -m pip check

cd "$work/empty"
neva=(env HOME="$work/home" QT_QPA_PLATFORM=offscreen "$work/installed/bin/neva-reader")
"${neva[@]}" --version
"${neva[@]}" index --json >"$work/index.json"
"$python" - "$work/index.json" <<'PY'
import json
import pathlib
import sys

index = json.loads(pathlib.Path(sys.argv[1]).read_bytes())
print("index --json:", ", ".join(f"{len(index[part])} {part}" for part in index))
PY
left=$(find "$work/empty" "$work/home" -mindepth 1)
[[ -z $left ]] || { echo "Reading left files behind: $left" >&2; exit 1; }
echo "The installed wheel runs from an empty folder."
