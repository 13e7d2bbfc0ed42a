#!/usr/bin/env bash
# system_libraries.sh APPLICATION OUT: the system libraries that Qt in APPLICATION is linked to and a
# desktop may lack, with OUT.debian naming their packages. Runs inside the bookworm that builds.
set -euo pipefail
qt=$1/python/lib/python3/dist-packages/PySide6/Qt
out=$2

# What every desktop has, in the version that fits its graphics, its sessions and its other programs.
# Without CUPS, which talks to printers, what is printed can still go into a file.
system='^lib(c|m|dl|pthread|rt|stdc\+\+|gcc_s|z|GL|EGL|X11|X11-xcb|xcb|fontconfig|freetype|dbus-1'
system+='|cups|glib-2\.0|gthread-2\.0|wayland-client|wayland-cursor)\.so|^ld-linux'

needed() { objdump -p "$@" | sed -n 's/^ *NEEDED *//p' | sort -u | grep -Ev "$system" || true; }

rm -rf "$out" "$out.debian"
mkdir -p "$out"
mapfile -t open < <(find "$qt" -name '*.so*' -type f)
while [[ ${#open[@]} -gt 0 ]]; do
    found=()
    for name in $(needed "${open[@]}"); do
        [[ ! -e $qt/lib/$name && ! -e $out/$name ]] || continue
        path=$(ldconfig -p | sed -n "s|^\t$name (libc6,x86-64) => ||p")
        install -m 644 "$path" "$out/$name"
        # shellcheck disable=SC2016 # for the loader of libraries
        patchelf --set-rpath '$ORIGIN' "$out/$name"
        { dpkg -S "$path" 2>/dev/null || dpkg -S "/usr$path"; } | sed 's/:.*//' >>"$out.debian"
        found+=("$out/$name")
    done
    open=(${found[@]+"${found[@]}"})
done
sort -u -o "$out.debian" "$out.debian"
