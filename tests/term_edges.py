"""How often the left edge of a term is exact: on the entry without its names, and on marked texts.

``python tests/term_edges.py`` prints the table and the errors as Markdown; with ``--write`` they go
into docs/terms.md, between the comments that are there for them.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from reader.content.reading import open_shipped  # noqa: E402
from reader.text.terms import find_terms  # noqa: E402
from reader.text.word_breaks import word_boundaries  # noqa: E402

GOLD = ROOT / "tests" / "gold" / "terms"
DOCS = ROOT / "docs" / "terms.md"
_BEGIN, _END = "<!-- errors: made by tests/term_edges.py -->\n", "<!-- end of errors -->"
NAMES = {
    "entry": "The October Revolution entry, its own names taken away",
    "chosen": "Texts 01, 03, … 11, on which the weights were chosen",
    "held-out": "Texts 02, 04, … 12, held out",
    "later": "Texts 13 to 16, written later",
}


class Edge(NamedTuple):
    """One starred term: where its name begins by the marks, and what was found."""

    text: str
    wanted: str
    found: str
    gloss: str


def marked(path: Path) -> tuple[str, dict[int, int]]:
    """A text without its marks, and for every name where it ends and begins."""
    raw = path.read_text(encoding="utf-8")
    names, text = {}, ""
    for piece in re.split("({[^}]*})", raw):
        if piece.startswith("{"):
            names[len(text) + len(piece) - 2] = len(text)
            piece = piece[1:-1]
        text += piece
    return text, names


@cache
def edges(part: str) -> tuple[Edge, ...]:
    """The starred terms of ``part``, one of NAMES."""
    if part == "entry":
        known = open_shipped()
        text = known.article.text
        return tuple(_edges("entry", text, {term.end: term.start for term in known.terms}))
    found = []
    for path in sorted(GOLD.glob("*.txt")):
        number = int(path.name[:2])
        own = "later" if number > 12 else "held-out" if number % 2 == 0 else "chosen"
        if own == part:
            found += _edges(path.stem, *marked(path))
    return tuple(found)


def _edges(name: str, text: str, wanted: dict[int, int]) -> list[Edge]:
    return [
        Edge(
            name,
            text[wanted.get(term.end, term.end) : term.end],
            text[term.start : term.end],
            text[term.gloss_start : term.gloss_end],
        )
        for term in find_terms(text, (), word_boundaries(text))
    ]


def exact(part: str) -> int:
    """How many names of ``part`` begin where they should."""
    return sum(edge.wanted == edge.found for edge in edges(part))


def report() -> str:
    """The table and the errors, in Markdown."""
    lines = ["| Text | Terms | Left edge exact |", "|---|---|---|"]
    errors = ["", "| Text | Gloss | Name | Found |", "|---|---|---|---|"]
    for part, name in NAMES.items():
        lines.append(f"| {name} | {len(edges(part))} | {exact(part)} |")
        errors += [
            f"| {edge.text} | {edge.gloss} | {edge.wanted} | {edge.found} |"
            for edge in edges(part)
            if edge.wanted != edge.found
        ]
    return "\n".join([*lines, *errors]) + "\n"


def written() -> str:
    """What docs/terms.md says."""
    return DOCS.read_text(encoding="utf-8").partition(_BEGIN)[2].partition(_END)[0]


def main() -> None:
    """Print, or write into the document."""
    print(report(), end="")
    if "--write" in sys.argv:
        page = DOCS.read_text(encoding="utf-8")
        before, _, rest = page.partition(_BEGIN)
        DOCS.write_text(
            before + _BEGIN + report() + _END + rest.partition(_END)[2], encoding="utf-8"
        )


if __name__ == "__main__":
    main()
