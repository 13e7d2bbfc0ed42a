"""What a trained model takes for names: PyThaiNLP's tagger of people, places and organisations.

The model (a conditional random field) and the tagger of word classes lie in the installed PyThaiNLP
and are read from there; nothing is ever fetched. The model was trained on the word classes of the
LST20 corpus; those of the tagger at hand are put into its terms. Runs in the worker process only.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
os.environ.setdefault("PYTHAINLP_OFFLINE", "1")

MODEL = "thainer_crf_1_5_1.model"
_CLASSES = {
    "NOUN": "NN", "PROPN": "NN", "VERB": "VV", "ADJ": "AJ", "ADV": "AV", "AUX": "AX", "ADP": "PS",
    "CCONJ": "CC", "SCONJ": "CC", "PRON": "PR", "DET": "AJ", "NUM": "NU", "PUNCT": "PU",
    "PART": "PA", "SYM": "PU",
}  # fmt: skip
_PREFIXES = frozenset(("การ", "ความ", "นัก", "ผู้", "ชาว"))
_KINDS = {"PERSON": "person", "LOCATION": "place", "ORGANIZATION": "organisation"}
_ENDS_A_NAME = frozenset(("VV", "PS", "CC", "PR", "AX", "AV", "NG", "PA"))


class Tagged(NamedTuple):
    """Words ``start`` to ``end`` of a stretch that the model takes for a name of ``kind``."""

    start: int
    end: int
    kind: str


class NoModelError(Exception):
    """The model is not installed here; names are then found by glosses alone."""


def tagged_names(words: Sequence[str]) -> list[Tagged]:
    """The names among ``words``, which are one stretch of running text without glosses.

    Offsets count the code points of the joined words. Raises NoModelError.
    """
    return list(_tagged(tuple(words)))


@lru_cache(maxsize=2000)
def _tagged(words: tuple[str, ...]) -> tuple[Tagged, ...]:
    if not words:
        return ()
    features, tag_classes, tagger = _model()
    # half of a surrogate pair cannot be handed on
    given = [word.encode("utf-8", "replace").decode() for word in words]
    classes = [_class(word, found) for word, found in tag_classes(given)]
    pairs = list(zip(given, classes, strict=True))
    labels = tagger.tag([features(pairs, number) for number in range(len(words))])
    edges = [0]
    for word in words:
        edges.append(edges[-1] + len(word))
    found = []
    number = 0
    while number < len(words):
        label = labels[number]
        last = number + 1
        if label.startswith("B-") and label[2:] in _KINDS:
            while (
                last < len(words)
                and labels[last] == "I-" + label[2:]
                and classes[last] not in _ENDS_A_NAME
                and words[last] not in "\r\n"
            ):
                last += 1
            found.append(Tagged(edges[number], edges[last], _KINDS[label[2:]]))
        number = last
    return tuple(found)


def _class(word: str, found: str) -> str:
    if word in _PREFIXES:
        return "FX"
    if word == "ไม่":
        return "NG"
    return "PU" if word.isspace() else _CLASSES.get(found, "XX")


_Features = Callable[[list[tuple[str, str]], int], dict[str, Any]]
_Classes = Callable[[list[str]], list[tuple[str, str]]]


@cache
def _model() -> tuple[_Features, _Classes, Any]:
    try:
        from pycrfsuite import Tagger  # type: ignore[import-untyped]
        from pythainlp.corpus import corpus_path
        from pythainlp.tag import pos_tag
        from pythainlp.tag.thainer import _doc2features

        tagger = Tagger()
        tagger.open(os.path.join(corpus_path(), MODEL))
        pos_tag(["คำ"], engine="perceptron", corpus="tud")
    except (ImportError, OSError, ValueError) as error:
        raise NoModelError from error

    def classes(words: list[str]) -> list[tuple[str, str]]:
        tagged: list[tuple[str, str]] = pos_tag(words, engine="perceptron", corpus="tud")
        return tagged

    return _doc2features, classes, tagger


@cache
def listed_names() -> frozenset[str]:
    """Headings of the Thai Wikipedia, as PyThaiNLP lists them."""
    try:
        from pythainlp.corpus import thai_wikipedia_titles

        return frozenset(thai_wikipedia_titles())
    except (ImportError, OSError):
        return frozenset()


@cache
def listed_countries() -> frozenset[str]:
    """The countries of today, as PyThaiNLP lists them."""
    try:
        from pythainlp.corpus import countries

        return frozenset(countries())
    except (ImportError, OSError):
        return frozenset()


@cache
def dictionary_words() -> frozenset[str]:
    """The words of PyThaiNLP's dictionary, which are no names."""
    try:
        from pythainlp.corpus import get_corpus

        return frozenset(get_corpus("words_th.txt"))
    except (ImportError, OSError):
        return frozenset()
