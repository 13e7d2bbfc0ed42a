#!/usr/bin/env bash
# Builds all packages once more, from a copy of the tree in another folder and with another user's
# settings, and says whether they are those in dist/, byte for byte. Takes as long as `make package`.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/common/settings.sh

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/another-way
mkdir -p "$tree" "$work/tmp"
packages=(neva-reader_"${version}"_amd64.deb NevaReader-"$version"-{x86_64.AppImage,portable.zip,Setup.exe})
packages+=(neva-reader_"${version}"_amd64.deb.cdx.json)
packages+=(NevaReader-"$version"-{x86_64.AppImage.cdx.json,windows.cdx.json})
for name in "${packages[@]}"; do
    [[ -e $dist/$name ]] || { echo "There is no $dist/$name; make it with: make package" >&2; exit 1; }
done
(cd "$dist" && sha256sum -- "${packages[@]}") >"$work/sums"

git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done |
    tar -c --null -T - | tar -x -C "$tree"
for system in linux windows; do
    echo "Building for $system in $tree"
    # In an environment that holds nothing else.
    (
        umask 077
        env -i PATH="$PATH" HOME="$HOME" SOURCE_DATE_EPOCH="$SOURCE_DATE_EPOCH" \
            NEVA_PACKAGE_CACHE="$cache" NEVA_PACKAGE_VERSION="$version" \
            NEVA_PACKAGE_DIST="$work/dist" \
            TZ=Asia/Bangkok LANG=th_TH.UTF-8 TMPDIR="$work/tmp" \
            "$tree/packaging/$system/build.sh" >"$work/log" 2>&1
    ) || { tail -20 "$work/log"; exit 1; }
done
cd "$work/dist"
sha256sum --check "$work/sums" || {
    echo 'These differ from what lies in dist/ (or the tree has changed since `make package`).' >&2
    exit 1
}
echo 'Both builds gave the same bytes.'
