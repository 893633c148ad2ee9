"""Letters of a name that recognition took for others: "DAlLY" is "DAILY", "Tlie" is "The".

Only a word that is none is touched, and only where one known confusion makes it a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from rapidfuzz.distance import OSA

from digitize.grammar.titles import NAME_WORDS
from digitize.metadata.casing import parts
from digitize.metadata.words import commonness

_AMONG_CAPITALS = {"l": "IL", "1": "IL", "|": "IL", "!": "I", "0": "O", "5": "S", "8": "B"}
"""What stands for which capitals, the likelier first."""

_PIECES = (
    ("II", "H"), ("VV", "W"), ("li", "h"), ("rn", "m"), ("ii", "h"), ("vv", "w"), ("m", "rn"),
    ("ni", "m"), ("cl", "d"), ("0", "o"), ("1", "l"), ("1", "i"), ("c", "e"), ("b", "h"),
)  # fmt: skip
"""Letters taken for others in words of any case."""

_ALL_NAME_WORDS = frozenset().union(*NAME_WORDS.values())
_LONG = 6  # letters of a word that may be a word of names but for one: "EOENING", "GAZETTF"
_MOST_MARKS = 4
_NO_WORD = 1.0  # Zipf frequency: what is rarer is misread, or a name
_RARE = 2.2  # Zipf frequency: "tlie" has 1.9, for the lists too were made from misread print
_KNOWN = 3.3  # Zipf frequency of a word that may stand for a rare one
_FARTHER = 2.5  # how much more common, on the Zipf scale, the word meant must be


def mended(name: str, lang: str) -> str:
    """Return `name` with its misread words as words of its language or English."""
    words = name.split()
    if len(words) > 1 and _is_article(words[0], lang):
        words[0] = "THE" if words[0].isupper() else "The"
    return " ".join(_word(word, lang) for word in words)


def likened(name: str) -> str:
    """Return `name` with words one letter off a word of names as that word: for weighing only."""
    return " ".join(map(_like, name.split()))


def _like(word: str) -> str:
    flat = word.lower()
    if len(word) < _LONG or flat in _ALL_NAME_WORDS or _rank(word, "en") >= _NO_WORD:
        return word
    near = [name for name in _ALL_NAME_WORDS if OSA.distance(flat, name, score_cutoff=1) <= 1]
    if len(near) != 1:
        return word
    return near[0].capitalize() if word.istitle() else near[0]


def _is_article(word: str, lang: str) -> bool:
    """Whether a first word is "The" with one letter misread: "THF"."""
    near = len(word) == 3 and OSA.distance(word.lower(), "the") == 1
    return near and _rank(word, lang) < _KNOWN


def _word(word: str, lang: str) -> str:
    bare = word.strip(".,")
    for form in _capitals(bare):  # "MAlL" is no mall
        if _rank(form, lang) >= _NO_WORD or len(parts(form, lang)) > 1:
            return word.replace(bare, form)
    rank = _rank(bare, lang)
    if len(bare) < 3 or rank > _RARE:
        return word
    forms = {form for form in _exchanged(bare) if _rank(form, lang) >= max(_KNOWN, rank + _FARTHER)}
    return word.replace(bare, forms.pop()) if len(forms) == 1 else word


def _rank(word: str, lang: str) -> float:
    return max(commonness(word.lower(), tongue) for tongue in (lang, "en"))


def _capitals(word: str) -> Iterator[str]:
    """Yield readings of a word in capitals among which other signs stand."""
    marks = [char for char in word if char in _AMONG_CAPITALS]
    rest = "".join(char for char in word if char not in _AMONG_CAPITALS)
    if not 0 < len(marks) <= _MOST_MARKS or len(rest) < 2 or not rest.isupper():
        return
    for chosen in product(*(_AMONG_CAPITALS[char] for char in marks)):
        left = iter(chosen)
        yield "".join(next(left) if char in _AMONG_CAPITALS else char for char in word)


def _exchanged(word: str) -> Iterator[str]:
    for seen, meant in _PIECES:
        for found in re.finditer(re.escape(seen), word):
            yield word[: found.start()] + meant + word[found.end() :]
