#!/usr/bin/env bash
# desktop.sh FOLDER: what a desktop has to know of the reader, as it lies below /usr/share: menu
# entry, icons, file type, AppStream metadata, manual page. Runs inside the bookworm that builds;
# VERSION is that of the package.
set -euo pipefail
folder=$1
data=$(dirname "$0")/data
icon=$data/../../../resources/icons/neva-reader.svg
date=$(date --utc --date="@$SOURCE_DATE_EPOCH" +%Y-%m-%d)

fill() { sed "s/@VERSION@/$VERSION/; s/@DATE@/$date/" "$data/$1"; }

install -d "$folder"/{applications,metainfo,mime/packages,man/man1,icons/hicolor/scalable/apps}
install -m 644 "$data/neva-reader.desktop" "$folder/applications/"
install -m 644 "$data/neva-reader.xml" "$folder/mime/packages/"
install -m 644 "$icon" "$folder/icons/hicolor/scalable/apps/"
for size in 16 22 24 32 48 64 128 256 512; do
    install -d "$folder/icons/hicolor/${size}x$size/apps"
    rsvg-convert --width "$size" --height "$size" "$icon" \
        --output "$folder/icons/hicolor/${size}x$size/apps/neva-reader.png"
done
fill neva-reader.metainfo.xml >"$folder/metainfo/io.github.neva_reader.NevaReader.metainfo.xml"
fill neva-reader.1 | gzip -9n >"$folder/man/man1/neva-reader.1.gz"

desktop-file-validate "$folder/applications/neva-reader.desktop"
# It wants the tree the files are installed into.
mkdir -p "$folder.check"
cp -a "$folder" "$folder.check/usr-share"
mkdir -p "$folder.check/tree/usr"
mv "$folder.check/usr-share" "$folder.check/tree/usr/share"
appstreamcli validate-tree --no-net "$folder.check/tree"
rm -r "$folder.check"
