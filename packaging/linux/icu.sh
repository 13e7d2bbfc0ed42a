#!/usr/bin/env bash
# icu.sh LIBRARY: makes libicudata.so.NN anew with the data of Thai and English only, 3 MB for 32.
# Another build of ICU's data may be put in its place. Runs inside the bookworm that builds.
#
# Kept: collation, time zones, names of encodings, and the tables of characters.
set -euo pipefail
library=$(realpath "$1")
soname=$(objdump -p "$library" | sed -n 's/^ *SONAME *//p')
number=${soname##*.}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The data is all there is in the library; icupkg would refuse anything else.
objcopy --dump-section ".rodata=icudt${number}l.dat" "$library" /dev/null

icupkg -l "icudt${number}l.dat" >all.txt
grep -E '/|\.(cnv|spp|cfu)$|^[a-z]{2,3}(_[A-Za-z0-9_]+)?\.res$|^unames' all.txt |
    grep -Ev '^((coll|zone)/)?(th|th_TH|en|en_US|res_index|root|pool)\.res$' |
    grep -Ev '^coll/ucadata\.icu$|^windows-874' >gone.txt
mkdir small # the file's name goes into its table of contents
icupkg -r gone.txt "icudt${number}l.dat" "small/icudt${number}l.dat"

cat >data.s <<ASM
    .section .rodata
    .balign 16
    .global icudt${number}_dat
    .type icudt${number}_dat, %object
icudt${number}_dat:
    .incbin "small/icudt${number}l.dat"
    .size icudt${number}_dat, . - icudt${number}_dat
    .section .note.GNU-stack, "", %progbits
ASM
gcc -shared -nostdlib -s -Wl,--build-id=none -Wl,-soname,"$soname" data.s -o small.so
cat small.so >"$library"
