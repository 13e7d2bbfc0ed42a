#!/usr/bin/env bash
# Lays into build/flatpak/ all that a Flatpak of the reader is built from, offline: the manifest, the
# locked wheels and the reader's own. Then, where flatpak and the runtime are:
#
#   flatpak-builder --user --install build/flatpak/app build/flatpak/io.github.neva_reader.NevaReader.json
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh
need flatpak-builder flatpak-builder

folder=$PWD/build/flatpak
id=io.github.neva_reader.NevaReader
rm -rf "$folder"
wheel=$(packaging/common/wheel.sh "$folder.wheel")
mkdir -p "$folder"
cp "$wheel" packaging/linux/data/neva-reader.{desktop,xml} resources/icons/neva-reader.svg "$folder/"
sed "s/@VERSION@/$version/; s/@DATE@/$(date --utc --date="@$SOURCE_DATE_EPOCH" +%F)/" \
    packaging/linux/data/neva-reader.metainfo.xml >"$folder/$id.metainfo.xml"
"$tools/bin/python" packaging/flatpak/manifest.py "$folder" "$cache"

# flatpak-builder reads it as it would to build; a key it does not know, it names.
flatpak-builder --show-manifest "$folder/$id.json" >"$folder.shown" 2>"$folder.said"
if [[ -s $folder.said ]]; then
    cat "$folder.said" >&2
    exit 1
fi
echo "$folder/$id.json"
