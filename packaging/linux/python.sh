#!/usr/bin/env bash
# python.sh FOLDER: Debian's Python, trimmed and made to run from any folder, with the libraries it
# is linked to beside it. Runs inside the bookworm that builds.
set -euo pipefail
folder=$1
here=$(dirname "$0")
lib=$folder/lib/python3.11

mkdir -p "$folder/bin" "$folder/lib"
cp /usr/bin/python3.11 "$folder/bin/"
cp -a /usr/lib/python3.11 "$lib"
find "$lib" -name __pycache__ -prune -exec rm -rf {} +
grep -v '^#' "$here/python-left-out.txt" | while read -r name; do
    [[ -n $name ]] || continue
    # shellcheck disable=SC2086 # a pattern
    (cd "$lib" && ls -d $name >/dev/null && rm -rf $name)
done

# The C library stays the system's; libstdc++ is Qt's need, not Python's.
binaries=("$folder/bin/python3.11" "$lib"/lib-dynload/*.so)
ldd "${binaries[@]}" | sed -n 's/^\t\(lib[^ ]*\) => \([^ ]*\) .*/\1 \2/p' | sort -u |
    grep -Ev '^lib(c|m|dl|pthread|rt|util)\.so' | while read -r name path; do
        cp -L "$path" "$folder/lib/$name"
        chmod 644 "$folder/lib/$name"
        # For the list of what is inside. dpkg may know the file by its place before /usr was merged.
        { dpkg -S "$path" 2>/dev/null || dpkg -S "/usr$path"; } | sed 's/:.*//' \
            >>"$folder/debian-packages"
    done
printf '%s\n' python3.11-minimal libpython3.11-stdlib libpython3.11-minimal >>"$folder/debian-packages"
sort -u -o "$folder/debian-packages" "$folder/debian-packages"

# shellcheck disable=SC2016 # for the loader of libraries
origin='$ORIGIN'
patchelf --set-rpath "$origin/../lib" "$folder/bin/python3.11"
for file in "$lib"/lib-dynload/*.so; do patchelf --set-rpath "$origin/../.." "$file"; done
for file in "$folder"/lib/*.so.*; do patchelf --set-rpath "$origin" "$file"; done
