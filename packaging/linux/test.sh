#!/usr/bin/env bash
# Tests the packages for Linux that lie in dist/, each where its users are: fresh systems of Debian
# bookworm and trixie without network, an ordinary user, a screen (Xvfb). Leaves screenshots in
# dist/screenshots/.
#
# Needs root and Debian or Ubuntu on x86-64; fetches the two systems and what the .deb depends on the
# first time (1 GB on the disk, kept in the cache), and the environment of the source tree.
#
# test.sh [bookworm|trixie|appimage ...] tests the .deb in those systems, or the AppImage, only.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh
[[ $(id -u) -eq 0 ]] || { echo 'Testing the packages needs root, for the systems to test in.' >&2; exit 1; }
need Xvfb xvfb import imagemagick xdotool xdotool setpriv util-linux
packaging/setup/environment.sh .venv requirements/runtime.lock

deb=$dist/neva-reader_${version}_amd64.deb
appimage=$dist/NevaReader-$version-x86_64.AppImage
[[ -e $deb ]] || { echo "There is no $deb; make it with: make package-linux" >&2; exit 1; }
suites=("$@")
[[ $# -gt 0 ]] || suites=(bookworm trixie appimage)
shots=$dist/screenshots
work=$(mktemp -d)
mkdir -p "$shots" "$work/shared"
chmod 755 "$work" "$work/shared"
. packaging/linux/screen.sh
trap 'close_screen; rm -rf "$work"' EXIT
open_screen

say() { echo "== $*"; }
fail() {
    echo "FAILED: $*" >&2
    exit 1
}

say 'What the source tree says'
packaging/common/expected.sh "$work/shared" env PYTHONPATH="$PWD" NEVA_READER_HOME="$work/home" \
    "$PWD/.venv/bin/python"

# The upgrade: the same program under a higher number.
next=$version+next
dpkg-deb -R "$deb" "$work/next"
sed -i "s/^Version: .*/Version: $next/" "$work/next/DEBIAN/control"
sed "s/^__version__ = .*/__version__ = \"$next\"/" reader/__init__.py >"$work/__init__.py"
"$work/next/opt/neva-reader/python/bin/python3.11" -I -c 'import py_compile, sys
py_compile.compile(sys.argv[1], sys.argv[2], invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)' \
    "$work/__init__.py" "$work/next/opt/neva-reader/python/lib/python3/dist-packages/reader/__init__.pyc"
dpkg-deb --root-owner-group -Znone --build "$work/next" "$work/shared/next.deb" >/dev/null
rm -r "$work/next"
cp "$deb" "$work/shared/neva-reader.deb"

for suite in "${suites[@]}"; do
    case $suite in
    appimage) packaging/linux/test_appimage.sh "$appimage" "$work" "$shots" ;;
    *) packaging/linux/test_deb.sh "$suite" "$work" "$shots" ;;
    esac
done
say 'The packages for Linux pass. Screenshots:'
ls "$shots"/linux-*
