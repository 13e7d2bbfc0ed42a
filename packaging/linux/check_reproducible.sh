#!/usr/bin/env bash
# Builds the packages for Linux twice, from copies of the tree in different folders, by different users'
# settings, and says whether every file is the same, byte for byte. Takes twice as long as a build.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for name in one another-way; do
    mkdir -p "$work/$name"
    git ls-files -z --cached --others --exclude-standard |
        while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done |
        tar -c --null -T - | tar -x -C "$work/$name"
done
build() { # FOLDER VARIABLES...: in an environment that holds nothing else
    folder=$1
    shift
    echo "Building in $folder"
    env -i PATH="$PATH" HOME="$HOME" SOURCE_DATE_EPOCH="$SOURCE_DATE_EPOCH" \
        NEVA_PACKAGE_CACHE="$cache" NEVA_PACKAGE_VERSION="$version" \
        NEVA_PACKAGE_DIST="$folder.dist" "$@" "$folder/packaging/linux/build.sh" \
        >"$folder.log" 2>&1 || { tail -20 "$folder.log"; exit 1; }
}
build "$work/one" TZ=UTC LANG=C
(
    umask 077
    build "$work/another-way" TZ=Asia/Bangkok LANG=th_TH.UTF-8 TMPDIR="$(mktemp -d -p "$work")"
)
(cd "$work/one.dist" && sha256sum -- *) | tee "$work/sums"
(cd "$work/another-way.dist" && sha256sum --check --quiet "$work/sums")
echo 'Both builds gave the same bytes.'
