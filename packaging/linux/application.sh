#!/usr/bin/env bash
# application.sh FOLDER: the reader with its own Python and Qt, able to run from any folder:
#
#   bin/neva-reader       starts it
#   python/               Python; the libraries and the reader are in lib/python3/dist-packages
#   licences/             of everything inside
#   sbom.cdx.json         what is inside (CycloneDX)
#
# FOLDER.debian, beside it, names the Debian packages parts of it are from.
set -euo pipefail
folder=$(realpath -m "$1")
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh

mapfile -t packages < <(grep -v '^#' packaging/linux/build-packages.txt | grep .)
build=$(packaging/linux/system.sh bookworm bookworm-build "${packages[@]}")
wheel=$(packaging/common/wheel.sh "$folder.wheel")
need objdump binutils

rm -rf "$folder"
mkdir -p "$folder"
inside=(packaging/linux/inside.sh --bind "$PWD/packaging:/packaging" --bind "$folder:/build" "$build")

"${inside[@]}" /packaging/linux/python.sh /build/python
mv "$folder/python/debian-packages" "$folder.debian"
libraries=$folder/python/lib/python3/dist-packages # where Debian's Python looks for them
"$tools/bin/python" packaging/common/application.py --system linux --python 3.11 \
    --wheel "$wheel" --cache "$cache" "$libraries"
icu=$(echo "$libraries"/PySide6/Qt/lib/libicudata.so.*)
"${inside[@]}" /packaging/linux/icu.sh "/build/${icu#"$folder"/}"
# Some wheels bring the symbols their makers debug with.
# shellcheck disable=SC2016 # for the shell inside
"${inside[@]}" sh -c 'find /build/python -name "*.so*" -type f | while read -r file; do
    ! readelf -SW "$file" | grep -q " \.symtab " || strip --strip-unneeded "$file"; done'

packaging/linux/inventory.sh "$folder" "$folder.debian"

"${inside[@]}" /build/python/bin/python3.11 -I -B /packaging/common/compile.py \
    /build/python/lib/python3.11 "/build/${libraries#"$folder"/}"
mkdir -p "$folder/bin"
install -m 755 packaging/linux/data/neva-reader "$folder/bin/neva-reader"

chmod -R u=rwX,go=rX "$folder"
find "$folder/python/lib" -type f -exec chmod 644 {} +
find "$folder" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
