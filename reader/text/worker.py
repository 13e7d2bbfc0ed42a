"""Finds words, terms and names in a process of its own: text in, offsets out, then it ends.

``python -m reader.text.worker``: the text in UTF-8 on standard input, one JSON object on standard
output: ``{"free", "held", "inside"}`` (line breaks) and ``"terms"`` (rows of Term). Offsets are
code points. With ``--pieces`` one JSON object a line, as they are found, told in
:mod:`reader.text.analysis`; ``--no-names`` leaves names out. Whoever has enough kills it.
"""

from __future__ import annotations

import json
import os
import sys

from reader.text.article import Span
from reader.text.line_rules import breaks_of
from reader.text.terms import find_terms
from reader.text.word_breaks import word_boundaries


def analyse(text: str) -> dict[str, list[object]]:
    """Line breaks and starred terms of a text of which nothing is known beforehand."""
    boundaries = word_boundaries(text)
    terms = find_terms(text, (), boundaries)
    names = sorted({Span(term.start, term.end) for term in terms})
    breaks = breaks_of(text, boundaries, names)
    return {
        "free": list(breaks.free),
        "held": list(breaks.held),
        "inside": list(breaks.inside),
        "terms": [list(term) for term in terms],
    }


def main(arguments: list[str]) -> int:
    """Read, analyse, write."""
    text = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
    if "--pieces" not in arguments:
        sys.stdout.buffer.write(json.dumps(analyse(text)).encode())
        return 0
    from reader.text.analysis import NAMES_BEGIN, analysed

    for message in analysed(text, names="--no-names" not in arguments):
        if message == NAMES_BEGIN and hasattr(os, "nice"):
            os.nice(5)  # names can wait for whatever else the reader does
        sys.stdout.buffer.write(json.dumps(message, ensure_ascii=True).encode() + b"\n")
        sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
