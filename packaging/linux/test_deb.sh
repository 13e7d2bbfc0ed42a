#!/usr/bin/env bash
# test_deb.sh SUITE WORK SHOTS: the .deb on a fresh Debian of that suite. Called by test.sh, which
# opens the screen and lays into WORK what is compared.
set -euo pipefail
suite=$1
work=$2
shots=$3
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh
. packaging/linux/screen.sh

say() { echo "== $suite: $*"; }
fail() {
    echo "FAILED: $suite: $*" >&2
    exit 1
}
# Asked for by name: what the .deb does not depend on is not there.
base=$(packaging/linux/system.sh "$suite" "$suite-test")
root=$work/$suite
debs=$cache/debs-$suite
mkdir -p "$debs/partial"
cp -a --reflink=auto "$base" "$root"
packaging/linux/inside.sh "$root" useradd --create-home reader

shared=(--bind "$work/shared:/shared")
system=(packaging/linux/inside.sh "${shared[@]}" --bind "$debs:/var/cache/apt/archives" "$root")
reader=(packaging/linux/inside.sh "${shared[@]}" --bind /tmp/.X11-unix:/tmp/.X11-unix
    --as reader "$root" env DISPLAY="$DISPLAY")
files() {
    # Not what Debian's tools write of every package, nor the users' own; nor /opt, which belongs to
    # no package of Debian's base and goes with the last one that used it.
    find "$root" -xdev \( -path "$root/home" -o -path "$root/var/cache" -o -path "$root/var/log" \
        -o -path "$root/var/lib/apt" -o -path "$root/var/lib/dpkg" -o -path "$root/tmp" \
        -o -path "$root/shared" -o -path "$root/root" -o -path "$root/opt" \) \
        -prune -o -printf '%P\n' | sort
}
apt=(apt-get -q -y -o Dpkg::Use-Pty=0)

say 'installing, without network'
packaging/linux/inside.sh --network "${system[@]:1}" "${apt[@]}" install --download-only \
    /shared/neva-reader.deb >"$work/apt.log" 2>&1 || { cat "$work/apt.log"; fail 'apt-get'; }
files >"$work/before"
"${system[@]}" "${apt[@]}" install /shared/neva-reader.deb >"$work/apt.log" 2>&1 ||
    { cat "$work/apt.log"; fail 'it cannot be installed'; }
lacking=$("${system[@]}" sh -c 'find /opt/neva-reader -name "*.so*" -exec ldd {} + 2>/dev/null' |
    grep 'not found' || true)
[[ -z $lacking ]] || fail "libraries are missing: $lacking"

say 'index --json and every export, compared with the source tree'
compare_with_source "$work/shared" "$root/home/reader" "${reader[@]}" neva-reader
"${reader[@]}" neva-reader screenshot /home/reader/card.png --term 5
cp "$root/home/reader/card.png" "$shots/linux-$suite-card.png"

say 'starting the window'
open_window() {
    "${reader[@]}" neva-reader "$@" 2>"$work/stderr" &
    program=$!
    window=$(wait_for_window 'เนวา|Neva') || { cat "$work/stderr"; fail 'no window'; }
}
close_window() {
    xdotool windowfocus "$window" key ctrl+q
    for _ in $(seq 75); do
        kill -0 "$program" 2>/dev/null || break
        sleep 0.2
    done
    ! kill -9 "$program" 2>/dev/null || fail 'it does not close'
    wait "$program" || fail "it ended with status $?"
    [[ ! -s $work/stderr ]] || { cat "$work/stderr"; fail 'it complains'; }
}
open_window
picture "$shots/linux-$suite.png"
say 'leaving a place, a setting and a bookmark'
xdotool windowfocus "$window" key ctrl+plus key ctrl+plus
xdotool mousemove 400 500
for _ in $(seq 12); do xdotool click 5; done
sleep 1
xdotool key ctrl+b
sleep 1
picture "$shots/linux-$suite-scrolled.png"
close_window
# All that the reader's database holds, a row in each line.
kept() {
    python3 -c '
import sqlite3, sys
db = sqlite3.connect(f"file:{sys.argv[1]}?immutable=1", uri=True)
tables = "SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE ? AND sql NOT LIKE ?"
for (table,) in db.execute(tables, ("table", "sqlite_%", "% VIRTUAL %")).fetchall():
    for row in db.execute(f"SELECT * FROM {table}"):
        print(table, row)' "$root/home/reader/.local/share/neva-reader/desk.sqlite" | sort
}
kept >"$work/kept"
for what in type_size "'[0-9a-f]{64}', [1-9]" ^mark; do # a place goes by the text's fingerprint
    grep -qE "$what" "$work/kept" || { cat "$work/kept"; fail "$what is not kept"; }
done

say 'a text without a package: words are found by a process of their own'
open_window /shared/text.txt
picture "$shots/linux-$suite-text.png"
close_window
"${reader[@]}" /opt/neva-reader/python/bin/python3.11 -I /shared/words.py /shared/text.txt |
    cmp - "$work/shared/words.json" || fail 'the words found are others'

say 'how soon the first text is there'
packaging/linux/test_start.py --limit 1.5 \
    --floor env -u PYTHONDONTWRITEBYTECODE PYTHONPYCACHEPREFIX="$work/compiled" PYTHONPATH=. \
    NEVA_READER_HOME="$work/home" .venv/bin/python tests/bench/started.py \
    --program "${reader[@]}" /opt/neva-reader/python/bin/python3.11 -I /shared/started.py

say 'upgrading'
home=$root/home/reader/.local/share/neva-reader
bytes() { (cd "$home" && find . -type f -exec sha256sum {} + | sort); }
kept >"$work/kept"
bytes >"$work/bytes"
"${system[@]}" "${apt[@]}" install /shared/next.deb >"$work/apt.log" 2>&1 ||
    { cat "$work/apt.log"; fail 'the upgrade'; }
"${reader[@]}" neva-reader --version | grep -F '+next' || fail 'the old version is still there'
bytes | cmp - "$work/bytes" || fail 'the upgrade changed what the reader keeps'
open_window
picture "$shots/linux-$suite-upgraded.png"
close_window
kept | comm -13 - "$work/kept" | grep . && fail 'the later version lost what the reader keeps'

say 'purging'
# What nothing needs any more goes, even where another package would recommend it.
"${system[@]}" "${apt[@]}" -o APT::AutoRemove::RecommendsImportant=false \
    -o APT::AutoRemove::SuggestsImportant=false purge --autoremove neva-reader >"$work/apt.log" 2>&1 ||
    { cat "$work/apt.log"; fail 'the purge'; }
files >"$work/after"
[[ -z $(find "$root/opt" -mindepth 1 2>/dev/null) ]] || fail 'the purge leaves something below /opt'
diff "$work/before" "$work/after" || fail 'the purge does not leave the system as it was'
kept >/dev/null || fail 'the purge took what belongs to the user'
rm -rf "$root"
say 'passed'
