#!/usr/bin/env bash
# Makes dist/NevaReader-x.y.z-portable.zip and dist/NevaReader-x.y.z-Setup.exe, on Linux.
# With `--later` only an installer to test upgrades with: what was made last, under the version of
# NEVA_PACKAGE_VERSION.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh
need makensis nsis

build=$PWD/build/windows
folder=$build/application
name=NevaReader-$version
mkdir -p "$dist"
quick=()
if [[ ${1-} == --later ]]; then
    quick=(-DQUICK)
    rm -rf "$build/later" "$build/later.work"
    cp -a "$folder" "$build/later"
    cp -a "$folder.work" "$build/later.work"
    folder=$build/later
    # As application.sh compiles it.
    sed "s/^__version__ = .*/__version__ = \"$version\"/" reader/__init__.py >"$folder/app/reader/__init__.py"
    packaging/linux/inside.sh --bind "$PWD/packaging:/packaging" --bind "$folder:/build" \
        "$(packaging/linux/system.sh trixie trixie-python python3)" \
        python3 -I /packaging/common/compile.py /build/app
else
    packaging/windows/application.sh "$folder"
    cp "$folder.wheel"/*.whl "$build/" # the test asks Linux for the same
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
