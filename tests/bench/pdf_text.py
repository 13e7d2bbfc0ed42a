"""How much of the entry pdftotext takes out of its PDF again: ``python tests/bench/pdf_text.py``.

The pieces are all stretches of twelve letters of the entry, white space left out.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[depth]) for depth in (1, 2)]

from exported import body_of, letters, pdf_text, share_of_pieces  # noqa: E402

from reader.content.reading import open_shipped  # noqa: E402
from reader.export.entry_sheets import entry_sheets  # noqa: E402
from reader.export.options import Options  # noqa: E402
from reader.export.pdf_writer import pdf_of  # noqa: E402

MARKS = "ัิีึืฺุู็่้๊๋์ำ"


def main() -> None:
    entry = open_shipped()
    text = entry.article.text
    wanted = Counter(letters(text))
    kinds = {
        "with notes, definitions and map": Options(),
        "the text alone": Options(notes=False, definitions=False, map=False),
    }
    for name, options in kinds.items():
        begun = time.perf_counter()
        data = pdf_of(entry_sheets(entry, options))
        took = time.perf_counter() - begun
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "entry.pdf"
            file.write_bytes(data)
            print(f"{name}: {len(data) / 1024:.0f} KiB, {took:.2f} s")
            for mode in ((), ("-raw",), ("-layout",)):
                found = pdf_text(file, *mode)
                body = body_of(found, entry.title_th)
                there = Counter(letters(body))
                lost = sum(max(0, wanted[mark] - there[mark]) for mark in MARKS)
                whole, alone = share_of_pieces(text, found), share_of_pieces(text, body)
                print(
                    f"  pdftotext {' '.join(mode):8} {whole:.2%} of the pieces; "
                    f"{alone:.2%} without running titles and page numbers, {lost} marks lost"
                )


if __name__ == "__main__":
    main()
