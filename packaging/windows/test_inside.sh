#!/usr/bin/env bash
# Run by test.sh, inside the Wine system, as an ordinary user and without network.
# /neva: Setup.exe, later-Setup.exe, portable.zip, texts, and what is expected of them; results/.
set -euo pipefail
cd /neva
{ read -r version; read -r later; } <versions

export WINEPREFIX=$HOME/windows WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=' DISPLAY=:9
export XDG_RUNTIME_DIR=$HOME
drive=$WINEPREFIX/drive_c
program="$drive/users/reader/AppData/Local/Programs/Neva Reader"
everyone="$drive/Program Files/Neva Reader"
data="$drive/users/reader/AppData/Roaming/Neva Reader"
menu='AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Neva Reader (เนวา).lnk'
passed=0

trap 'status=$?; [[ $status -eq 0 ]] || import -window root results/failed.png; wineserver -k || true' EXIT

# check WHAT COMMAND...: the command succeeds, or the test ends.
check() {
    local what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
        echo "ok: $what"
    else
        echo "FAILED: $what" >&2
        exit 1
    fi
}
# gives STATUS COMMAND...: the command ends with that status.
gives() {
    local wanted=$1 status=0
    shift
    "$@" >results/out 2>results/err || status=$?
    [[ $status -eq $wanted ]] || { echo "status $status, not $wanted" >&2; cat results/err >&2; return 1; }
}
not() { ! "$@"; }
picture() { import -window root "results/$1.png"; }
registry() { wine reg query "$1" /s /reg:64 2>/dev/null | tr -d '\r'; }
# until_true SECONDS COMMAND...
until_true() {
    local tries=$(($1 * 5))
    shift
    while ! "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [[ $tries -gt 0 ]] || return 1
        sleep 0.2
    done
}
window() { xdotool search --onlyvisible --name 'เนวา' | grep .; }
screen() { import -window root rgb:- | sha256sum; }
# Ends all that runs in Wine. The server waits for more: one that goes away just as the next program
# comes would take that with it.
stop_wine() {
    wineserver -k || true
    wineserver -w
    wineserver -p120
}
# The uninstaller goes on in a copy of itself, and is not done when the program is gone.
until_removed() {
    until_true 60 not test -e "$1" || true
    until_true 60 not uninstalling || true
}
uninstalling() { grep -qsa '[~]nsu' /proc/[0-9]*/cmdline; }
no_window() { ! window; }
# The screen stays as it is for three seconds.
still() {
    local before='' now same=0 tries=60
    while [[ $tries -gt 0 ]]; do
        now=$(screen)
        if [[ $now == "$before" ]]; then same=$((same + 1)); else same=0; fi
        [[ $same -lt 3 ]] || return 0
        before=$now
        tries=$((tries - 1))
        sleep 1
    done
    return 1
}
# open_reader PROGRAM [ARGUMENT...]: on a Windows desktop of its own, with nothing else on it.
open_reader() {
    local started
    started=$(winepath -w "$1")
    shift
    stop_wine # what ran without a display would leave us none
    wine explorer /desktop=neva,1366x768 "$started" "$@" &
    until_true 60 window && still
}
close_reader() {
    xdotool key ctrl+q
    until_true 30 no_window || return 1
    stop_wine
}
files() { (cd "$drive" && find . -type f -o -type d | grep -v '/[Tt]emp/' | sort); }

Xvfb :9 -screen 0 1366x768x24 >/dev/null 2>&1 &
until_true 20 xdpyinfo
wineboot -i >/dev/null 2>&1
wineserver -w

# A type with Thai for Windows' own bars and boxes, as any Windows has one; the reader brings its own.
for name in 'MS Shell Dlg' 'MS Shell Dlg 2' Verdana; do
    wine reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$name" /d Loma /f >/dev/null
done
logfont=f5ffffff000000000000000000000000bc0200000000000100000000$(
    printf Loma | od -An -tx1 | tr -d '\n' | sed 's/ //g; s/../&00/g')
logfont+=$(printf "%0$((184 - ${#logfont}))d" 0)
for name in CaptionFont SmCaptionFont MenuFont MessageFont StatusFont; do
    wine reg add 'HKCU\Control Panel\Desktop\WindowMetrics' /v $name /t REG_BINARY /d "$logfont" /f >/dev/null
done
stop_wine
files >results/before

# --- installation
check 'silent installation' gives 0 wine Setup.exe /S
check 'the program is in its place' test -f "$program/NevaReader.exe"
check 'it is in the Start menu' test -f "$drive/users/reader/$menu"
registry 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Neva Reader' >results/registry
check 'Windows lists it with its version' grep -q "DisplayVersion.*$version" results/registry
registry 'HKCU\Software\Classes' >results/registry
check '.neva is opened with it' grep -q 'NevaReader.Text' results/registry
for suffix in txt md epub docx; do
    check ".$suffix may be opened with it" grep -q "\\.$suffix\\\\OpenWithProgids" results/registry
done

# --- the command line
neva() { wine "$program/neva-reader.exe" "$@"; }
check '--version' gives 0 neva --version
check 'the version is right' grep -q "^neva-reader $version" results/out
check 'index --json' gives 0 neva index --json
check 'index --json is what Linux says, byte for byte' cmp results/out entry.json
cd texts
text='บทความ ทดลอง.txt'
neva index --json "$text" >../results/out
cd ..
check 'so it is for another text, of a Thai name' cmp results/out thai.json
neva index --json text.txt >results/out
check 'and for one whose words have to be found' cmp results/out text.json
while read -r format file <&3; do
    check "export $format" gives 0 neva export --format "$format" -o "results/$file"
    if [[ $format == png ]]; then
        # every system draws letters its own way
        check 'is as large as what Linux draws' test "$(identify -format %wx%h "results/$file")" = \
            "$(identify -format %wx%h "exports/$file")"
    elif [[ -s exports/$file ]]; then
        check 'is what Linux makes, byte for byte' cmp "results/$file" "exports/$file"
    else
        check 'makes a file' test -s "results/$file"
    fi
done 3<formats
check 'a file that is not there: status 2' gives 2 neva index --json none.txt
check 'and one sentence' test "$(wc -l <results/err)" -eq 1
check 'screenshot, no display' env -u DISPLAY wine "$program/neva-reader.exe" screenshot \
    'Z:\neva\results\command.png' --term 5 --size 1200x800
check 'of the size asked for' test "$(identify -format %wx%h results/command.png)" = 1200x800

# --- the window
check 'NevaReader.exe opens a window' open_reader "$program/NevaReader.exe"
picture window
# Over the first lines of the text, till a good part of the screen changes: a card.
changed() {
    import -window root "$HOME/now.png"
    [[ $(magick compare -metric AE results/window.png "$HOME/now.png" null: 2>&1 | sed 's/[. ].*//') -gt 8000 ]]
}
hover() {
    local x y
    for y in 136 170 204 238; do
        for x in 140 220 420; do
            xdotool mousemove "$x" "$y"
            ! until_true 3 changed || return 0
        done
    done
    return 1
}
check 'a card comes up under the pointer' hover
picture card
xdotool mousemove 2 300
xdotool key ctrl+plus ctrl+plus
check 'larger type' still
xdotool key ctrl+b
still
picture larger
check 'setup does not replace a running program' gives 3 wine later-Setup.exe /S
check 'it closes' close_reader
check 'the reader has its settings' grep -aq type_size "$data/desk.sqlite"
check 'and a bookmark' grep -aq bookmark "$data/desk.sqlite"
cp "$data/desk.sqlite" results/before.sqlite

check 'a text of a Thai name opens in the window' open_reader "$program/NevaReader.exe" "Z:\\neva\\texts\\$text"
picture text
check 'it closes' close_reader
working() { grep -lsz 'reader[.]text[.]worker' /proc/[0-9]*/cmdline; }
until_true 90 working &
waiting=$!
check 'a text without a package opens' open_reader "$program/NevaReader.exe" 'Z:\neva\text.txt'
check 'its words are looked for, in a process of their own' wait "$waiting"
until_true 60 not working
still
picture words
check 'it closes' close_reader
check 'the words are found' gives 0 wine "$program/python/python.exe" words.py text.txt
check 'as on Linux' cmp results/out words.json
check 'a bad file opens the window with a notice' open_reader "$program/NevaReader.exe" 'Z:\neva\texts\none.txt'
picture notice
check 'it closes' close_reader

# --- how soon the first text is there
# first_text SCRIPT: milliseconds until Python, running it, has painted.
first_text() {
    local said start
    start=$(date +%s%3N)
    exec 4< <(exec wine "$program/python/python.exe" "$1" 2>/dev/null)
    read -r -t 60 said <&4
    echo $(($(date +%s%3N) - start))
    kill $!
    exec 4<&-
    [[ ${said%$'\r'} == painted ]]
}
cat >source.py <<'PYTHON'
import runpy, sys

sys.path.insert(0, "source")
runpy.run_path("started.py", run_name="__main__")
PYTHON
for _ in 1 2 3 4 5 6; do # the first counts for nothing
    first_text started.py >>results/installed
    first_text source.py >>results/source
done
middle() { tail -n +2 "results/$1" | sort -n | sed -n 3p; }
installed=$(middle installed)
source=$(middle source)
echo "first text in Wine: source files $source ms, installed $installed ms, limit 1.5 x"
check 'it starts as soon as the source files do' test $((installed * 2)) -le $((source * 3))
stop_wine

# --- upgrade
kept() { (cd "$data" && find . -type f -exec sha256sum {} + | sort); }
kept >results/kept
check 'a later version goes over it' gives 0 wine later-Setup.exe /S
check '--version' gives 0 neva --version
check 'the version is the later one' grep -q "^neva-reader $later" results/out
kept >results/kept-after
check 'settings, place and notes are as they were, to the byte' cmp results/kept results/kept-after
check 'the later version opens' open_reader "$program/NevaReader.exe"
picture upgraded
check 'it closes' close_reader

# --- removal
check 'silent removal' gives 0 wine "$program/uninstall.exe" /S
until_removed "$program"
# Wine's own list of the menus it makes for Linux; it looks through that at its next start only, beside
# whatever else runs then.
wine winemenubuilder -r
stop_wine
check 'the program is gone' not test -e "$program"
files >results/after
diff results/before results/after >results/difference || true
grep '^>' results/difference || true # what is left, to be read where the check fails
check 'only the reader'\''s data is left' test "$(grep -c '^>' results/difference)" -eq \
    "$(grep -c 'Neva Reader\(/desk.sqlite.*\)\?$' results/difference)"
check 'that is there' grep -q 'Roaming/Neva Reader/desk.sqlite' results/difference
registry 'HKCU\Software' >results/registry
check 'nothing is left in the registry' not grep -i 'NevaReader\|Neva Reader' results/registry

# --- for everyone on a school's computer, with settings preset
rm -r "$data"
check 'a preset that is not there: status 2' gives 2 wine Setup.exe /S /ALLUSERS '/PRESET=Z:\none.sqlite'
check 'for everyone, with a preset' gives 0 wine Setup.exe /S /ALLUSERS '/PRESET=Z:\neva\results\before.sqlite'
check 'it is in Program Files' test -f "$everyone/NevaReader.exe"
registry 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\Neva Reader' >results/registry
check 'Windows lists it for everyone' grep -q "DisplayVersion.*$version" results/registry
check 'a first start' gives 0 wine "$everyone/neva-reader.exe" --version
check 'finds the preset settings' cmp "$data/desk.sqlite" results/before.sqlite
check 'removed again' gives 0 wine "$everyone/uninstall.exe" /S
until_removed "$everyone"
stop_wine
check 'the program is gone' not test -e "$everyone"
rm -r "$data"

# --- portable
mkdir "$HOME/พก พา"
unzip -q portable.zip -d "$HOME/พก พา"
portable="$HOME/พก พา/NevaReader-$version"
check 'portable: the window opens' open_reader "$portable/NevaReader.exe"
picture portable
check 'it closes' close_reader
check 'its data is beside it' test -s "$portable/data/desk.sqlite"
check 'and nowhere else' not test -e "$data"

# --- the installer as a reader sees it, in Thai
dialog() { until_true 60 xdotool search --onlyvisible --name "$1" && still; }
wine explorer /desktop=neva,1366x768 'Z:\neva\Setup.exe' &
check 'setup asks for the language' dialog 'Installer Language'
xdotool key Down
xdotool key Return
check 'setup says what it does' dialog '^ติดตั้ง Neva Reader'
picture installer-1
xdotool key Return
check 'and asks where' still
picture installer-2
xdotool key Return
check 'it installs' until_true 120 test -e "$drive/users/reader/$menu"
check 'it ends' still
picture installer-3
xdotool key Return
check 'and opens the reader' until_true 60 window
still
check 'which closes' close_reader
mkdir -p "$data"
touch "$data/desk.sqlite"
wine explorer /desktop=neva,1366x768 "$(winepath -w "$program/uninstall.exe")" &
check 'the uninstaller asks' dialog 'ถอนการติดตั้ง Neva Reader'
picture uninstaller-1
xdotool key Return
check 'it takes the program away' until_true 120 not test -e "$program"
check 'it asks about the notes' still
picture uninstaller-2
xdotool key Return
sleep 3
check 'and keeps them unless told otherwise' test -e "$data/desk.sqlite"

echo "$passed passed, 0 failed"
