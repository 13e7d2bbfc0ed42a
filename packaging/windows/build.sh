#!/usr/bin/env bash
# Makes dist/NevaReader-x.y.z-portable.zip and dist/NevaReader-x.y.z-Setup.exe, on Linux.
# With `--quick` the zip is left out and the installer is large: one to test upgrades with.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh
need makensis nsis

build=$PWD/build/windows
folder=$build/application
packaging/windows/application.sh "$folder"
mkdir -p "$dist"
cp "$folder.wheel"/*.whl "$build/" # the test asks Linux for the same

name=NevaReader-$version
quick=()
if [[ ${1-} == --quick ]]; then
    quick=(-DQUICK)
else
    sed 's/$/\r/' packaging/windows/portable.txt >"$build/portable.txt"
    "$tools/bin/python" packaging/windows/pack.py "$folder" --zip "$build/portable.zip" \
        --name "$name" --add "$build/portable.txt"
    mv "$build/portable.zip" "$dist/$name-portable.zip"
    cp "$folder/sbom.cdx.json" "$dist/$name-windows.cdx.json"
    packaging/windows/sizes.sh "$folder" >"$dist/sizes-windows.md"
    echo "$dist/$name-portable.zip"
fi

"$tools/bin/python" packaging/windows/pack.py "$folder" --lists "$folder.work"
numbers=$(cut -d. -f1-4 <<<"${version%%[!0-9.]*}.0.0.0")
kilobytes=$(find "$folder" -type f -printf '%s\n' | awk '{ sum += $1 } END { print int(sum / 1024) }')
makensis -V2 -WX -INPUTCHARSET UTF8 -NOCD "-DVERSION=$version" ${quick[@]+"${quick[@]}"} "-DNUMBERS=$numbers" \
    "-DKILOBYTES=$kilobytes" "-DWORK=$folder.work" "-DTARGET=$build/$name-Setup.exe" \
    packaging/windows/setup.nsi
mv "$build/$name-Setup.exe" "$dist/"
echo "$dist/$name-Setup.exe"
