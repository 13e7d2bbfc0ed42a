"""Word boundaries of Thai text, by PyThaiNLP's dictionary and the newmm algorithm.

nlpo3 (newmm in Rust) is used where it is installed, PyThaiNLP's own newmm elsewhere. Both are
slow to load and large: the window never imports this module for a text that ships with its
breaks, and for any other text it runs in a process of its own (:mod:`reader.text.worker`).
"""

from __future__ import annotations

import os
import re
import tempfile
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from pathlib import Path

from reader import resources
from reader.text.article import Span
from reader.text.mentions import occurrences

# PyThaiNLP otherwise makes a data folder in the reader's home, and fails where it cannot.
os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
os.environ.setdefault("PYTHAINLP_OFFLINE", "1")

_THAI_RUN = re.compile("[\u0e01-\u0e5b]+")
_SINGLE_WORDS = frozenset("ณธก")


def word_boundaries(text: str, names: Sequence[Span] = (), words: Iterable[str] = ()) -> list[int]:
    """Offsets between words of ``text``, ascending, the edges of names among them.

    names: spans that begin and end at a word boundary whatever the dictionary says. words: words
    the dictionary lacks (the parts foreign names are made of).
    """
    segment = _segmenter(tuple(sorted(set(words))))
    cuts = sorted({0, len(text), *(n.start for n in names), *(n.end for n in names)})
    boundaries: set[int] = set(cuts)
    for start, end in pairwise(cuts):
        for run in _THAI_RUN.finditer(text, start, end):
            offset = run.start()
            boundaries.add(offset)
            previous = ""
            for token in segment(run.group()):
                if offset > start and (_is_stray(token) or _is_stray(previous)):
                    boundaries.discard(offset)
                offset += len(token)
                boundaries.add(offset)
                previous = token
    return _corrected(text, sorted(boundaries), cuts)


def _is_stray(token: str) -> bool:
    """Whether ``token`` is a lone consonant, left over from a word the dictionary lacks."""
    return len(token) == 1 and "ก" <= token <= "ฮ" and token not in _SINGLE_WORDS


def _corrected(text: str, boundaries: list[int], fixed: Sequence[int]) -> list[int]:
    """``boundaries`` with those of the corrected phrases; a phrase across a fixed one is left."""
    for words in _corrections():
        phrase = "".join(words)
        for start, end in occurrences(text, phrase):
            if _between(fixed, start, end):
                continue
            offset = start
            inner = []
            for word in words[:-1]:
                offset += len(word)
                inner.append(offset)
            low, high = bisect_right(boundaries, start), bisect_left(boundaries, end)
            boundaries[low:high] = inner
    return boundaries


def _between(offsets: Sequence[int], start: int, end: int) -> Sequence[int]:
    return offsets[bisect_right(offsets, start) : bisect_left(offsets, end)]


@cache
def _corrections() -> tuple[tuple[str, ...], ...]:
    path = resources.root() / "thai" / "word-corrections.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("|")) for line in lines if line and not line.startswith("#"))


@cache
def _segmenter(words: tuple[str, ...]) -> Callable[[str], list[str]]:
    from pythainlp.corpus import get_corpus

    # PyThaiNLP's own word list: the file, as nlpo3 reads files only
    known = sorted(get_corpus("words_th.txt") | frozenset(words))
    try:
        import nlpo3
    except ImportError:
        return _newmm(known)
    name = f"neva-{hash(words):x}"
    # its own load_dict asks for the real place of a file, which one in memory has not
    load = getattr(nlpo3, "rust_load_dict", None)
    with _as_file("\n".join(known), in_memory=load is not None) as path:
        (load or nlpo3.load_dict)(path, name)

    def segment(run: str) -> list[str]:
        return nlpo3.segment(run, name, safe=True)

    return segment


@contextmanager
def _as_file(text: str, *, in_memory: bool) -> Iterator[str]:
    """The path of a file with ``text``, in memory if that may be and the system has such files.

    Whoever kills this process leaves nothing behind then.
    """
    if in_memory and hasattr(os, "memfd_create") and Path("/proc/self/fd").is_dir():
        with open(os.memfd_create("words"), "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            yield f"/proc/self/fd/{file.fileno()}"
        return
    with tempfile.TemporaryDirectory(prefix="neva-words-") as folder:
        path = Path(folder) / "words.txt"
        path.write_text(text, encoding="utf-8")
        yield str(path)


def _newmm(known: list[str]) -> Callable[[str], list[str]]:
    from pythainlp.tokenize import word_tokenize
    from pythainlp.util import Trie

    trie = Trie(known)

    def segment(run: str) -> list[str]:
        tokens: list[str] = word_tokenize(run, custom_dict=trie, engine="newmm-safe")
        return tokens

    return segment
