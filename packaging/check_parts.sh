#!/usr/bin/env bash
# check_parts.sh PYTHON: a quick look at what the packages are made of, without root and without
# making them. PYTHON has the reader's libraries.
#
# The locked wheels are fetched for Linux and Windows and cut down, and the licences and the list of
# contents written: all must be there that packaging/common names. Where Python 3.11 is at hand, the
# reader runs on what is left for Linux, and must say and export what it does in the source tree.
set -euo pipefail
python=$(realpath -s "$1")
cd "$(dirname "$0")/.."
. packaging/common/settings.sh
need objdump binutils
packaging/setup/environment.sh "$tools" requirements/packaging.lock

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wheel=$(packaging/common/wheel.sh "$work/wheel")
for wanted in 'linux 3.11' 'windows 3.13'; do
    read -r system number <<<"$wanted"
    "$tools/bin/python" packaging/common/application.py --system "$system" --python "$number" \
        --wheel "$wheel" --cache "$cache" "$work/$system"
    "$tools/bin/python" packaging/common/inventory.py --system "$system" --version "$version" \
        --packages "$work/$system" --cache "$cache" \
        --licences "$work/licences" --sbom "$work/sbom.json"
    echo "Parts for $system: $(du -sm "$work/$system" | cut -f 1) MB," \
        "$(find "$work/licences" -mindepth 1 -type d | wc -l) licences."
done

if ! command -v python3.11 >/dev/null; then
    echo 'Not run on what is left for Linux: there is no Python 3.11 here.'
    exit 0
fi
mkdir "$work/expected" "$work/made"
packaging/common/expected.sh "$work/expected" \
    env PYTHONPATH="$PWD" NEVA_READER_HOME="$work/home" "$python"
cut_down=(env PYTHONPATH="$work/linux" NEVA_READER_HOME="$work/home" python3.11 -S -P)
cd "$work/expected"
"${cut_down[@]}" -m reader index --json | cmp - entry.json
"${cut_down[@]}" -m reader index --json text.txt | cmp - text.json
QT_QPA_PLATFORM=offscreen "${cut_down[@]}" words.py text.txt | cmp - words.json
while read -r format file <&3; do
    "${cut_down[@]}" -m reader export --format "$format" -o "$work/made/$file"
    [[ ! -s exports/$file ]] || cmp "$work/made/$file" "exports/$file"
done 3<formats
echo 'The reader runs on what is left for Linux, and exports every format.'
