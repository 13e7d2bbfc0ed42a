#!/usr/bin/env bash
# test_appimage.sh APPIMAGE WORK SHOTS: the AppImage on a bookworm that has what every desktop has and
# no more, mounted by FUSE and, where there is none, unpacked. Called by test.sh.
set -euo pipefail
appimage=$1
work=$2
shots=$3
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh
. packaging/linux/screen.sh

say() { echo "== AppImage: $*"; }
fail() {
    echo "FAILED: AppImage: $*" >&2
    exit 1
}
base=$(packaging/linux/system.sh bookworm bookworm-desktop fuse3 libdbus-1-3 libegl1 libfontconfig1 \
    libgl1 libglib2.0-0 libwayland-client0 libwayland-cursor0 libx11-xcb1 xkb-data)
root=$work/desktop
cp -a --reflink=auto "$base" "$root"
packaging/linux/inside.sh "$root" useradd --create-home reader
install -m 755 "$appimage" "$root/home/reader/neva.AppImage"
reader=(packaging/linux/inside.sh --bind "$work/shared:/shared"
    --bind /tmp/.X11-unix:/tmp/.X11-unix --as reader "$root" env DISPLAY="$DISPLAY")
# inside.sh ends all that runs in there with the command; what serves the files needs time to tidy up.
# shellcheck disable=SC2016 # for the shell inside
neva=("${reader[@]}" sh -c '"$0" "$@"; status=$?; sleep 1; exit $status' /home/reader/neva.AppImage)

say 'mounted by FUSE'
mknod -m 666 "$root/dev/fuse" c 10 229
ln -sf ../proc/self/mounts "$root/etc/mtab" # fusermount3 reads it; debootstrap makes none
compare_with_source "$work/shared" "$root/home/reader" "${neva[@]}"
"${neva[@]}" 2>"$work/stderr" &
program=$!
window=$(wait_for_window 'เนวา|Neva') || { cat "$work/stderr"; fail 'no window'; }
# What is mounted in there is not seen from here; unpacked files would be.
[[ -z $(find "$root"/tmp/.mount_neva-* -mindepth 1) ]] || fail 'it is not mounted'
picture "$shots/linux-appimage.png"
xdotool windowfocus "$window" key ctrl+q
wait "$program" || fail "it ended with status $?"
[[ ! -s $work/stderr ]] || { cat "$work/stderr"; fail 'it complains'; }

say 'without FUSE'
rm "$root/dev/fuse"
"${neva[@]}" index --json | cmp - "$work/shared/entry.json" || fail 'the entry differs'
"${neva[@]}" screenshot /home/reader/card.png --term 5
[[ -s $root/home/reader/card.png ]] || fail 'no picture'
left=$(find "$root/tmp" -mindepth 1 -not -name .X11-unix)
[[ -z $left ]] || fail "it leaves behind: $left"
rm -rf "$root"
say 'passed'
