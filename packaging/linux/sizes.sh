#!/usr/bin/env bash
# sizes.sh APPLICATION: a table (Markdown) of what the application for Linux consists of, by size.
set -euo pipefail
cd "$1"
libraries=python/lib/python3/dist-packages

row() { # TITLE FIND-ARGUMENTS...
    title=$1
    shift
    find "$@" -type f -printf '%s\n' |
        awk -v title="$title" '{ n += $1 } END { printf "%d\t| %s | %.1f |\n", n, title, n / 1e6 }'
}
echo '| part | MB |'
echo '|---|---|'
{
    row 'Qt (Core, Gui, Widgets, X11, Wayland, D-Bus)' $libraries/PySide6/Qt -not -name 'libicu*'
    row 'ICU, its data cut down to Thai and English' $libraries/PySide6/Qt -name 'libicu*'
    row 'Qt for Python' $libraries/PySide6 $libraries/shiboken6 -not -path '*/Qt/*'
    row 'Python, its library and what it is linked to' python -not -path "$libraries/*"
    row 'nlpO3' $libraries/nlpo3
    row 'PyThaiNLP with its word lists' $libraries/pythainlp
    row 'for PDF: fpdf2, fontTools, HarfBuzz, Pillow' $libraries/{fpdf,fontTools,uharfbuzz,PIL,defusedxml} \
        $(ls -d $libraries/pillow.libs 2>/dev/null)
    row 'for names: CRFsuite' $libraries/pycrfsuite
    row 'for Anki: genanki and what it needs' $libraries/{genanki,chevron,frozendict,yaml,cached_property.pyc}
    row 'the reader: programme' $libraries/reader -not -path '*/resources/*'
    row 'the reader: typefaces' $libraries/reader/resources/fonts
    row 'the reader: entry, cards, map, translations' $libraries/reader/resources \
        -not -path '*/fonts/*'
    row 'licences and list of contents' licences sbom.cdx.json $libraries/*.dist-info
} | sort -rn | cut -f 2
row '**all, installed**' . | cut -f 2
