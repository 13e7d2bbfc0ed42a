#!/usr/bin/env bash
# launchers.sh FOLDER WORK PYTHON.DLL: makes NevaReader.exe and neva-reader.exe in FOLDER, and in
# WORK their icon, neva-reader.ico, and side.bmp for the installer.
set -euo pipefail
folder=$(realpath "$1")
work=$(realpath "$2")
library=$3
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh

pictures=()
for size in 16 20 24 32 40 48 64 128 256; do
    rsvg-convert -w $size -h $size resources/icons/neva-reader.svg -o "$work/$size.png"
    if [[ $size -eq 256 ]]; then pictures+=(--raw "$work/$size.png"); else pictures+=("$work/$size.png"); fi
done
icotool --create --output "$work/neva-reader.ico" "${pictures[@]}"
cp packaging/windows/launcher.manifest "$work/"

# The picture at the side of the installer's first and last page.
rsvg-convert -w 164 -h 314 packaging/windows/side.svg -o "$work/side.png"
"$tools/bin/python" packaging/windows/bitmap.py "$work/side.png" "$work/side.bmp"

numbers=$(cut -d. -f1-4 <<<"${version%%[!0-9.]*}.0.0.0" | tr . ,)

# launcher NAME.exe DESCRIPTION STYLE [OPTION ...]
launcher() {
    local name=$1 description=$2 style=$3
    shift 3
    (
        cd "$work" # so that no path of this machine gets into the program
        cp "$OLDPWD"/packaging/windows/launcher.{c,rc} .
        # windres hands the quotes to a shell once more.
        {
            echo "#define ICON_FILE \"neva-reader.ico\""
            echo "#define MANIFEST_FILE \"launcher.manifest\""
            echo "#define VERSION_NUMBERS $numbers"
            echo "#define VERSION_TEXT \"$version\""
            echo "#define FILE_NAME \"$name\""
            echo "#define DESCRIPTION \"$description\""
            cat launcher.rc
        } >this.rc
        x86_64-w64-mingw32-windres --codepage=65001 this.rc -O coff -o this.res
        x86_64-w64-mingw32-gcc -std=c11 -Wall -Wextra -Werror -Os -s -municode "$@" \
            "-DSTYLE=L\"$style\"" "-DPYTHON_DLL=L\"$library\"" \
            -Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va \
            launcher.c this.res -o "$folder/$name"
    )
}
launcher NevaReader.exe 'Neva Reader' desktop -mwindows
launcher neva-reader.exe 'Neva Reader (command line)' console -DCONSOLE
