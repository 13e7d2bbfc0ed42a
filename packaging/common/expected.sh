#!/usr/bin/env bash
# expected.sh FOLDER PYTHON...: what the source tree says of a text and of the entry, for the installed
# programs to be compared with. PYTHON is a command that runs Python with the reader and its libraries.
#
#   text.txt       a text without a package: its words have to be found
#   words.json     where its lines may turn, and the names in it
#   text.json, entry.json    index --json of both
#   exports/       the entry in every format there is, named as in `formats`; those that do not
#                  come out the same twice, empty
#   formats        a format and the name of its file in each line
#   words.py, started.py     what the installed Python is to run
set -euo pipefail
folder=$1
shift
root=$(realpath "$(dirname "$0")/../..")
cp "$root/packaging/common/words.py" "$root/tests/bench/started.py" "$folder/"
# Not the entry any more.
tail -n +2 "$root/resources/articles/october-revolution/article.txt" >"$folder/text.txt"

cd "$folder"
"$@" -c '
import json
from pathlib import Path
from reader.content.reading import open_text
from reader.text.analysis import analysed
said = {"places": [[], [], []]}
for message in analysed(open_text(Path("text.txt")).article.text):
    for places, name in zip(said["places"], ("free", "held", "inside")):
        places += message.get(name, [])
    if "names" in message:
        said["names"] = message["names"]
assert len(said["names"]) > 20
print(json.dumps(said, sort_keys=True), end="")' >words.json
"$@" -m reader index --json >entry.json
"$@" -m reader index --json text.txt >text.json

"$@" -c '
from reader.export.formats import FORMATS
for name, format in FORMATS.items():
    print(name, f"{name}{format.suffix}")' >formats
mkdir exports again
# all of them before any is made again: an archive tells the time of its making, to two seconds
for made in exports again; do
    while read -r format file; do
        "$@" -m reader export --format "$format" -o "$made/$file"
    done <formats
done
while read -r format file; do
    cmp -s "exports/$file" "again/$file" || : >"exports/$file"
done <formats
rm -r again
