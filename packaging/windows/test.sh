#!/usr/bin/env bash
# Installs, starts, upgrades and removes what build.sh made, in a fresh Wine without network; makes
# the packages first if they are not there. Pictures go to dist/screenshots/windows-*.png.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh
[[ $(id -u) -eq 0 ]] || { echo 'The test in Wine needs root, for its chroot.' >&2; exit 1; }

name=NevaReader-$version
if [[ ! -e $dist/$name-Setup.exe || ! -e $dist/$name-portable.zip || ! -d build/windows/application ]]; then
    packaging/windows/build.sh
fi
wine=$(packaging/linux/system.sh trixie trixie-wine wine wine64 fonts-wine fonts-tlwg-loma-ttf \
    xvfb xdotool x11-utils imagemagick unzip)
packaging/setup/environment.sh "$cache/reader" requirements/runtime.lock

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{home,tmp,files/results,files/texts,linux}
chmod 1777 "$work/tmp"
cp packaging/windows/test_inside.sh "$dist/$name-Setup.exe" "$dist/$name-portable.zip" "$work/files/"
cp build/windows/neva_reader-"$version"-*.whl "$work/linux/reader.whl"

# What the source tree says on Linux; also of a text with a Thai name.
"$cache/reader/bin/python" -m zipfile -e "$work/linux/reader.whl" "$work/files/source"
linux=(env PYTHONPATH="$work/files/source" NEVA_READER_HOME="$work/linux/home" PYTHONDONTWRITEBYTECODE=1
    "$cache/reader/bin/python")
packaging/common/expected.sh "$work/files" "${linux[@]}"
cat >"$work/files/texts/บทความ ทดลอง.txt" <<'TEXT'
การปฏิวัติเดือนกุมภาพันธ์ (February Revolution)* ทำให้ซาร์นิโคลัสที่ ๒ สละราชสมบัติ
บอลเชวิค (Bolsheviks)* กลับจากต่างประเทศในเดือนเมษายน ค.ศ. 1917 และเรียกร้องให้โอนอำนาจทั้งหมดแก่สภาโซเวียต
TEXT
(cd "$work/files/texts" && "${linux[@]}" -m reader index --json 'บทความ ทดลอง.txt') >"$work/files/thai.json"

# A later version, to upgrade to.
later=${version%.*}.$((${version##*.} + 1))
NEVA_PACKAGE_VERSION=$later NEVA_PACKAGE_DIST=$work/later packaging/windows/build.sh --later >/dev/null
cp "$work/later/NevaReader-$later-Setup.exe" "$work/files/later-Setup.exe"
mv "$work/files/$name-Setup.exe" "$work/files/Setup.exe"
mv "$work/files/$name-portable.zip" "$work/files/portable.zip"
printf '%s\n' "$version" "$later" >"$work/files/versions"

packaging/linux/inside.sh "$wine" sh -c 'id reader >/dev/null 2>&1 || useradd --create-home reader'
user=$(packaging/linux/inside.sh "$wine" id -u reader)
chown -R "$user" "$work/home" "$work/files"
mkdir -p "$dist/screenshots"
status=0
packaging/linux/inside.sh --bind "$work/home:/home/reader" --bind "$work/tmp:/tmp" \
    --bind "$work/files:/neva" --as reader "$wine" bash /neva/test_inside.sh || status=$?
for picture in "$work"/files/results/*.png; do
    [[ ! -e $picture ]] || cp "$picture" "$dist/screenshots/windows-$(basename "$picture")"
done
exit $status
