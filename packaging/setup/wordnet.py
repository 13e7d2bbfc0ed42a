"""Makes resources/thai/wordnet.tsv: the English words and definitions of Thai WordNet's meanings.

    wordnet.py FOLDER    of WordNet 3.0's own files (data.noun, index.noun and so forth)

A line for each meaning that PyThaiNLP's Thai WordNet has a word for: its number and part of speech
as there, the place it has among the meanings of its first English word (1: the commonest), the
English words, the definition; in the order of the numbers.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from importlib.util import find_spec
from pathlib import Path

OUT = Path(__file__).resolve().parents[2] / "resources" / "thai" / "wordnet.tsv"
FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}


def main() -> None:
    """Read both, write the lines."""
    spec = find_spec("pythainlp")
    assert spec and spec.submodule_search_locations
    path = Path(spec.submodule_search_locations[0]) / "corpus" / "wordnet_th.db"
    with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as database:
        wanted = {row[0] for row in database.execute("SELECT synsetid FROM word_synset")}
    lines = []
    for name, letter in FILES.items():
        text = (Path(sys.argv[1]) / f"data.{name}").read_text(encoding="latin-1")
        places = places_of_meanings(Path(sys.argv[1]) / f"index.{name}")
        for line in text.splitlines():
            meaning = f"{line[:8]}-{letter}"
            if meaning in wanted:
                head, _, gloss = line.partition(" | ")
                fields = head.split(" ")
                words = fields[4 : 4 + 2 * int(fields[3], 16) : 2]
                words = [re.sub(r"\((a|p|ip)\)$", "", word) for word in words]
                plain = [word.replace("_", " ") for word in words]
                definition = re.split(r';? *"', gloss.strip())[0].strip(" ;:")
                place = places.get((words[0].lower(), line[:8]), 9)
                lines.append(f"{meaning}\t{place}\t{', '.join(plain)}\t{definition}\n")
    OUT.write_text("".join(sorted(lines)), encoding="utf-8", newline="\n")


def places_of_meanings(path: Path) -> dict[tuple[str, str], int]:
    """By word and number of a meaning, the place it has among the meanings of the word."""
    found = {}
    for line in path.read_text(encoding="latin-1").splitlines():
        if not line.startswith("  "):
            fields = line.split()
            for place, meaning in enumerate(fields[-int(fields[2]) :], 1):
                found[fields[0], meaning] = min(place, 9)
    return found


if __name__ == "__main__":
    main()
