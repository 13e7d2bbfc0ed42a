#!/usr/bin/env bash
# sizes.sh APPLICATION: a table (Markdown) of what the application for Windows consists of, by size.
set -euo pipefail
cd "$1"

row() { # TITLE FIND-ARGUMENTS...
    title=$1
    shift
    find "$@" -type f -printf '%s\n' |
        awk -v title="$title" '{ n += $1 } END { printf "%d\t| %s | %.1f |\n", n, title, n / 1e6 }'
}
echo '| part | MB |'
echo '|---|---|'
{
    row 'Qt (Core, Gui, Widgets, Windows)' app/PySide6 \( -name 'Qt6*.dll' -o -path '*/plugins/*' \)
    row 'Qt for Python, with the C++ runtime' app/PySide6 app/shiboken6 \
        -not \( -name 'Qt6*.dll' -o -path '*/plugins/*' \)
    row 'Python and its library' python
    row 'nlpO3' app/nlpo3
    row 'PyThaiNLP with its word lists' app/pythainlp
    row 'for PDF: fpdf2, fontTools, HarfBuzz, Pillow' app/{fpdf,fontTools,uharfbuzz,PIL,defusedxml} \
        $(ls -d app/pillow.libs 2>/dev/null)
    row 'for names: CRFsuite' app/pycrfsuite
    row 'for Anki: genanki and what it needs' app/{genanki,chevron,frozendict,yaml,cached_property.pyc}
    row 'tzdata' app/tzdata
    row 'the reader: programme' app/reader -not -path '*/resources/*'
    row 'the reader: typefaces' app/reader/resources/fonts
    row 'the reader: entry, cards, map, translations' app/reader/resources -not -path '*/fonts/*'
    row 'the launchers' NevaReader.exe neva-reader.exe app/neva_start.pyc
    row 'licences and list of contents' licences sbom.cdx.json app/*.dist-info
} | sort -rn | cut -f 2
row '**all, installed**' . | cut -f 2
