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
cp "$venv/PySide6/QtTest.abi3.so" "$libraries/PySide6/"
cp "$venv/PySide6/Qt/lib/libQt6Test.so.6" "$libraries/PySide6/Qt/lib/"
cp packaging/linux/left_out.py "$libraries/"
echo 'import left_out' >"$libraries/left_out.pth"

# The tools without what is under test.
mkdir "$work/tools"
for path in "$venv"/*; do
    case ${path##*/} in
    PySide6* | pyside6* | shiboken6* | pythainlp* | nlpo3* | neva_reader*) ;;
    *) ln -s "$path" "$work/tools/" ;;
    esac
done
export NEVA_LEFT_OUT=$work/tools:$build/usr/lib/python3.11:$build/usr/lib/python3.11/lib-dynload
export PYTHONSAFEPATH=1 QT_QPA_PLATFORM=offscreen
# About making the catalogues from the source tree, with Qt's tools for it: not in any package.
"$python/bin/python3.11" -P -m pytest -p no:cacheprovider \
    --deselect tests/test_translations.py::test_the_catalogue_is_made_from_its_source \
    --deselect tests/test_translations.py::test_qt_strings_are_what_qt_asks_for \
    --deselect tests/test_translations.py::test_the_catalogues_are_installed_with_the_program "$@"
echo 'All tests pass with what the .deb holds.'
