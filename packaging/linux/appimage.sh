#!/usr/bin/env bash
# appimage.sh APPLICATION LIBRARIES OUT: the AppImage of a folder made by application.sh, with the
# system libraries gathered by system_libraries.sh. Runs inside the bookworm that builds; VERSION is
# that of the package.
set -euo pipefail
application=$1
libraries=$2
out=$3
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/AppDir

mkdir "$root"
cp -a "$application"/. "$root"
# Qt looks for libraries in its own folder first.
cp -a "$libraries"/. "$root/python/lib/python3/dist-packages/PySide6/Qt/lib"
"$here/desktop.sh" "$root/usr/share"
ln -s bin/neva-reader "$root/AppRun"
ln -s usr/share/applications/neva-reader.desktop "$root/neva-reader.desktop"
ln -s usr/share/icons/hicolor/scalable/apps/neva-reader.svg "$root/neva-reader.svg"
ln -s usr/share/icons/hicolor/256x256/apps/neva-reader.png "$root/.DirIcon"
install -D -m 644 "$here/appimage/runtime.c" "$root/licences/runtime/runtime.c"
for part in libsquashfuse-dev libfuse3-dev libzstd-dev; do
    install -m 644 "/usr/share/doc/$part/copyright" "$root/licences/runtime/$part.txt"
done
chmod -R u=rwX,go=rX "$root"
find "$root" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +

gcc -std=gnu11 -D_FILE_OFFSET_BITS=64 -Os -Wall -Wextra -s -Wl,--build-id=none -o "$work/runtime" \
    "$here/appimage/runtime.c" \
    -Wl,-Bstatic -lsquashfuse_ll -lsquashfuse -lfuse3 -lzstd -Wl,-Bdynamic -lpthread
printf 'AI\002' | dd of="$work/runtime" bs=1 seek=8 conv=notrunc status=none
# SOURCE_DATE_EPOCH gives the image its time. One thread: where mksquashfs lays what depends on it.
mksquashfs "$root" "$work/image" -quiet -no-progress -noappend -root-owned -no-xattrs -no-exports \
    -processors 1 -b 256K -comp zstd -Xcompression-level 19
cat "$work/runtime" "$work/image" >"$out"
chmod 755 "$out"
