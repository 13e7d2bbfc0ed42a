#!/usr/bin/env bash
# Runs the whole list of tests with the Python, Qt and libraries that lie in the .deb in dist/, so that
# nothing the reader needs was left out. Arguments go to pytest.
#
# The tests' own tools (pytest, Qt's test module, parts of Python's library) are laid beside, where
# the reader and its libraries do not find them.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh
packaging/setup/environment.sh .venv-test requirements/dev.lock
tested=$(.venv-test/bin/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')
[[ $tested == 3.11 ]] || { echo "The tests' tools are for Python $tested, the .deb has 3.11." >&2; exit 1; }
build=$cache/bookworm-build
[[ -d $build ]] || { echo 'Make the .deb first: make package-linux' >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dpkg-deb -x "$dist/neva-reader_${version}_amd64.deb" "$work"
python=$work/opt/neva-reader/python
libraries=$python/lib/python3/dist-packages
venv=$PWD/.venv-test/lib/python3.11/site-packages

# Of Qt what only tests use: its test module, the tool that makes catalogues and the strings of Qt in
# German, which tell what can be translated.
qt=$libraries/PySide6
mkdir -p "$qt/Qt/translations"
cp "$venv/PySide6/QtTest.abi3.so" "$qt/"
cp "$venv/PySide6/Qt/lib/libQt6Test.so.6" "$qt/Qt/lib/"
cp "$venv/PySide6/Qt/translations/qtbase_de.qm" "$qt/Qt/translations/"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$venv/PySide6/lrelease" >"$qt/lrelease"
chmod 755 "$qt/lrelease"
cp packaging/linux/left_out.py "$libraries/"
echo 'import left_out' >"$libraries/left_out.pth"

# Modules of the packages are found before these; of what is under test nothing comes from here.
mkdir "$work/tools"
for path in "$venv"/*; do
    case ${path##*/} in
    neva_reader* | __pycache__) ;;
    *) ln -s "$path" "$work/tools/" ;;
    esac
done
export NEVA_LEFT_OUT=$work/tools:$build/usr/lib/python3.11:$build/usr/lib/python3.11/lib-dynload
export PYTHONSAFEPATH=1 QT_QPA_PLATFORM=offscreen
"$python/bin/python3.11" -P -m pytest -p no:cacheprovider -n auto --dist loadfile "$@"
echo 'All tests pass with what the .deb holds.'
