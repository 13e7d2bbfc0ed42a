#!/usr/bin/env bash
# Builds the packages for Linux into dist/ : the .deb and the AppImage, with their lists of contents
# (SBOM). Needs root, Debian or Ubuntu on x86-64, and network the first time: it fetches a Debian
# bookworm to build in (800 MB on the disk, kept in the cache) and the locked wheels (120 MB).
#
# build.sh --deb-only leaves the AppImage out.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh
[[ $(id -u) -eq 0 ]] || { echo 'Making the packages needs root, for the Debian to build in.' >&2; exit 1; }
[[ $(uname -m) == x86_64 ]] || { echo 'The packages are made on x86-64 only.' >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$dist" "$cache"

echo "Neva Reader $version, of $(date --date="@$SOURCE_DATE_EPOCH" '+%F %T') UTC"
packaging/linux/application.sh "$work/application"
build=$cache/bookworm-build
inside=(packaging/linux/inside.sh --bind "$PWD:/source" --bind "$work:/build" "$build"
    env VERSION="$version" LEVEL="${NEVA_PACKAGE_LEVEL:-9}")

deb=neva-reader_${version}_amd64.deb
"${inside[@]}" /source/packaging/linux/deb.sh /build/application "/build/$deb"
"${inside[@]}" lintian --fail-on error,warning --allow-root "/build/$deb"

cp "$work/$deb" "$dist/"
cp "$work/application/sbom.cdx.json" "$dist/$deb.cdx.json"
packaging/linux/sizes.sh "$work/application" >"$dist/sizes-linux.md"
ls -l "$dist/$deb"
[[ ${1-} != --deb-only ]] || exit 0

"${inside[@]}" /source/packaging/linux/system_libraries.sh /build/application /build/libraries
cp -a "$work/application" "$work/portable"
cat "$work/application.debian" "$work/libraries.debian" >"$work/portable.debian"
packaging/linux/inventory.sh "$work/portable" "$work/portable.debian"
appimage=NevaReader-$version-x86_64.AppImage
"${inside[@]}" /source/packaging/linux/appimage.sh /build/portable /build/libraries "/build/$appimage"

cp "$work/$appimage" "$dist/"
cp "$work/portable/sbom.cdx.json" "$dist/$appimage.cdx.json"
ls -l "$dist/$appimage"
