"""Letters that print and recognition take for one another, and words read in spite of them.

Only a word that differs from one known word by such letters, at the same length, is read as it:
"CFNT" is "CENT", "Jahrgarg" is "Jahrgang". Places in the text stay what they were.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from rapidfuzz.distance import OSA

_FAMILIES = (
    "OQCGD0U", "EFB", "BR8S3", "RK", "IL1TJ!|li", "HNMW", "VY", "PFR", "S5", "Z2", "A4", "T7I1F",
    "G6C", "UVY", "HKX", "eco0", "aoeä", "nruv", "hb6kn", "lit1fj!|IT", "vyw", "s5S", "gq9y", "un",
    "mnwr", "dclo", "tfr", "éeèêcë", "öoó", "üuiñn", "zxs2", "ſfs", "aou", "CGc", "xz", "pp", "LIE",
)  # fmt: skip
"""Letters and figures of one look. Upper and lower case apart, for print keeps to one of them."""

_SHORT = 6  # letters of a word of which one may be misread; of a longer one two
_FEWEST = 3
_WORD = re.compile(r"[^\W_|!](?:[^\W_]|[|!]){2,}")


def _pairs() -> frozenset[tuple[str, str]]:
    return frozenset(
        (one, two) for family in _FAMILIES for one in family for two in family if one != two
    )


_ALIKE = _pairs()


def alike(one: str, two: str) -> bool:
    """Return whether two characters look like one another."""
    return one == two or (one, two) in _ALIKE


def likes(char: str) -> tuple[str, ...]:
    """Return the letters that look like a character, in its case where it has one."""
    return tuple(
        sorted(
            two
            for one, two in _ALIKE
            if one == char
            and two.isalpha()
            and (not one.isalpha() or one.isupper() == two.isupper())
        )
    )


def misread(word: str, known: str) -> int | None:
    """Return how many letters of `known` the print or recognition took for others in `word`.

    None when the words differ by more than that: in length, or in letters that look nothing alike.
    """
    if len(word) != len(known):
        return None
    if any(not alike(one, two) for one, two in zip(word, known, strict=True)):
        return None
    return sum(one != two for one, two in zip(word, known, strict=True))


class Vocabulary:
    """Known words, asked which of them a damaged word is."""

    def __init__(self, words: Iterable[str]) -> None:
        """`words` are in lower case; each is known in capitals and with one capital too."""
        self._words: dict[int, list[tuple[str, str]]] = {}
        for word in dict.fromkeys(words):
            for form in dict.fromkeys((word, word.upper(), word.capitalize())):
                self._words.setdefault(len(form), []).append((form, word))
        self._meant: dict[str, str] = {}

    def __contains__(self, word: str) -> bool:
        """Return whether a word, whatever its case, is known."""
        return any(word.lower() == known for _, known in self._words.get(len(word), ()))

    def meant(self, word: str) -> str:
        """Return the one known word that `word` is when misread, in its case; else ""."""
        if word not in self._meant:
            self._meant[word] = self._find(word)
        return self._meant[word]

    def _find(self, word: str) -> str:
        budget = 0 if len(word) < _FEWEST else 1 if len(word) <= _SHORT else 2
        best: dict[int, set[str]] = {}
        for form, known in self._words.get(len(word), ()):
            count = misread(word, form)
            if count is None and len(word) > _SHORT and OSA.distance(word, form) == 1:
                count = 2  # one letter that looks nothing like it, or two changed over
            if count is not None and count <= budget:
                best.setdefault(count, set()).add(known)
        found = best[min(best)] if best else set()
        if len(found) != 1:
            return ""
        known = found.pop()
        return (
            known.upper() if _is_loud(word) else known.capitalize() if word[0].isupper() else known
        )


def _is_loud(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    return sum(char.isupper() for char in letters) * 2 > len(letters)


def spelled(text: str, words: Vocabulary, known: Callable[[str], bool]) -> str:
    """Return `text` with misread words as they are meant, character for character.

    Words that are `known` to be words of their own are left alone.
    """

    def as_meant(word: str) -> str:
        if word in words or not any(map(str.isalpha, word)) or known(word):
            return word
        return words.meant(word) or word

    return _WORD.sub(lambda found: as_meant(found.group()), text)
