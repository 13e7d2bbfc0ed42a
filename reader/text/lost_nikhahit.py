"""Whether a space before า is what a copy left of the ring of ำ, or nothing.

``ท างาน`` was ทำงาน, ``ก าร`` was การ. The space is the ring's unless the words that come with
PyThaiNLP speak for า alone; their list is read as a file, without PyThaiNLP itself, and let go of
afterwards. Without it every such space is the ring's.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from importlib.util import find_spec
from pathlib import Path

from reader import resources

_LONGEST_WORD = 18  # code points
_BEFORE = 14  # code points looked at before the place
_AFTER = 16  # and after it
_MOST_DECIDED = 20_000  # two or three seconds; the rest are taken for rings
_MANY_WORDS = 2  # more than the other way needs: then they are a play of chance
_DEPENDENT = re.compile("[ะาำัิ-ฺ็-๎ๅ]")
_LEADING = "เแโใไ"
_SHORT_WORDS = frozenset(("ณ", "ฯ", "ๆ"))


class LostNikhahit:
    """Decides by ``words``: those of the word list, if none are given."""

    def __init__(self, words: frozenset[str] | None = None) -> None:
        self._words = listed_words() if words is None else words
        self._decided: dict[tuple[str, int, bool], bool] = {}

    def plain(self, text: str, places: Iterable[int], unlikely: Container[int] = ()) -> set[int]:
        """The offsets in ascending ``places``, a ำ each in ``text``, where า was meant.

        unlikely: those of them where า is meant if both make words.
        """
        chars = list(text)
        found = set()
        # from the end, for what follows a place tells more of it than what stands before
        for at in reversed(list(places)):
            start = max(0, at - _BEFORE)
            window = "".join(chars[start : at + _AFTER])
            key = (window, at - start, at not in unlikely)
            if key not in self._decided:
                if len(self._decided) >= _MOST_DECIDED:
                    continue
                self._decided[key] = self._is_plain(*key)
            if self._decided[key]:
                chars[at] = "า"
                found.add(at)
        return found

    def commoner_plain(self, text: str, places: Iterable[int]) -> set[int]:
        """Those of ``places``, a ำ each in ``text``, whose word is commoner with า: ถ้า, but น้ำ.

        For a text in which nothing else tells that its rings were lost.
        """
        commoner = _commoner_with_ring()
        words = {at: self._word_around(text, at) for at in sorted(places)[:_MOST_DECIDED]}
        return {at for at, word in words.items() if word and word not in commoner}

    def _word_around(self, text: str, at: int) -> str:
        """The longest word over ``at`` that is one with ำ and with า, written with ำ."""
        found = [
            text[start:end]
            for start in range(max(0, at - _LONGEST_WORD), at)
            for end in range(at + 1, min(start + _LONGEST_WORD, len(text)) + 1)
            if text[start:end] in self._words
            and text[start:at] + "า" + text[at + 1 : end] in self._words
        ]
        return max(found, key=len, default="")

    def _is_plain(self, text: str, at: int, likely: bool) -> bool:
        if not self._words:
            return False
        with_ring = self._explained(text, at)
        without = self._explained(text[:at] + "า" + text[at + 1 :], at)
        if without[:2] != with_ring[:2]:
            return without[:2] > with_ring[:2]
        return not likely or without[2] - with_ring[2] >= _MANY_WORDS

    def _explained(self, text: str, at: int) -> tuple[int, bool, int]:
        """How far known words reach, the first of them over ``at``; whether one ends before it.

        The third is the number of words below zero: of two ways the greater is the better.
        """
        best = (0, False, 0)
        for start in range(at - 1, max(-1, at - _LONGEST_WORD), -1):
            if not _is_thai(text[start]):
                break
            if not _parts(text, start):
                continue
            for end in range(at + 1, min(start + _LONGEST_WORD, len(text)) + 1):
                if _parts(text, end) and self._knows(text[start:end]):
                    reach, words = self._reach(text, end)
                    best = max(best, (reach, self._follows(text, start), -words))
        return best

    def _knows(self, word: str) -> bool:
        return word in self._words and (len(word) > 1 or word in _SHORT_WORDS)

    def _reach(self, text: str, at: int) -> tuple[int, int]:
        """Where words one after another from ``at`` on end, and how few they are.

        It is the text's end if they end before another sign.
        """
        level, seen, words = [at], {at}, 0
        furthest = (at, 0)
        while level:
            behind = []
            for here in level:
                if here == len(text) or not _is_thai(text[here]):
                    return len(text), words
                for end in range(here + 1, min(here + _LONGEST_WORD, len(text)) + 1):
                    if end not in seen and _parts(text, end) and self._knows(text[here:end]):
                        seen.add(end)
                        behind.append(end)
            level, words = behind, words + 1
            if behind and max(behind) > furthest[0]:
                furthest = max(behind), words
        return furthest

    def _follows(self, text: str, at: int) -> bool:
        if at == 0 or not _is_thai(text[at - 1]):
            return True
        first = max(0, at - _LONGEST_WORD)
        return any(
            _parts(text, start) and self._knows(text[start:at]) for start in range(first, at)
        )


def _is_thai(char: str) -> bool:
    return "ก" <= char <= "๎"


def _parts(text: str, at: int) -> bool:
    """Whether a word can begin or end at ``at``."""
    if at > 0 and text[at - 1] in _LEADING:
        return False
    return at == len(text) or not _DEPENDENT.match(text, at)


def _commoner_with_ring() -> frozenset[str]:
    file = resources.root() / "thai" / "commoner-with-ring.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def listed_words() -> frozenset[str]:
    """The word list that comes with PyThaiNLP, none if it is not there; not kept here."""
    spec = find_spec("pythainlp")  # finds it without importing it
    places = spec.submodule_search_locations if spec else None
    if not places:
        return frozenset()
    try:
        listed = (Path(places[0]) / "corpus" / "words_th.txt").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return frozenset()
    return frozenset(listed.split()) | _SHORT_WORDS
