#!/usr/bin/env bash
# application.sh FOLDER: the reader for Windows, with its own Python and Qt, to run from any folder:
#
#   NevaReader.exe      starts it, without a console
#   neva-reader.exe     the same for the command line
#   python/             the official embeddable CPython, less what python-parts.txt names
#   app/                the libraries and the reader
#   licences/           of everything inside
#   sbom.cdx.json       what is inside (CycloneDX)
set -euo pipefail
folder=$(realpath -m "$1")
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh
need x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64 objdump binutils \
    rsvg-convert librsvg2-bin icotool icoutils makensis nsis

wheel=$(packaging/common/wheel.sh "$folder.wheel")
work=$folder.work
rm -rf "$folder" "$work"
mkdir -p "$folder" "$work"

"$tools/bin/python" packaging/windows/python.py --cache "$cache" "$folder/python"
python=$(cat "$folder/python/version") # 3.13
rm "$folder/python/version"
"$tools/bin/python" packaging/common/application.py --system windows --python "$python" \
    --wheel "$wheel" --cache "$cache" "$folder/app"
cp packaging/windows/neva_start.py "$folder/app/"

cp packaging/windows/{components.toml,sqlite.txt} "$work/"
mv "$folder/python/LICENSE.txt" "$work/CPython.txt"
cp /usr/share/doc/mingw-w64-common/copyright "$work/mingw-w64.txt"
cp /usr/share/doc/nsis/copyright "$work/nsis.txt"
"$tools/bin/python" packaging/common/inventory.py --packages "$folder/app" --cache "$cache" \
    --system windows --version "$version" --extra "$work/components.toml" \
    --licences "$folder/licences" --sbom "$folder/sbom.cdx.json"

# A Python of the same version, whatever its last number, makes the same compiled files.
compiler=$(packaging/linux/system.sh trixie trixie-python python3)
packaging/linux/inside.sh --bind "$PWD/packaging:/packaging" --bind "$folder:/build" "$compiler" \
    "python$python" -I /packaging/common/compile.py /build/app

packaging/windows/launchers.sh "$folder" "$work" "python${python/./}.dll"

chmod -R u=rwX,go=rX "$folder"
find "$folder" "$work" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
