"""Letters of a name that recognition took for others: "DAlLY" is "DAILY", "Tlie" is "The".

Only a word that is none is touched, and only where one known confusion makes it a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from rapidfuzz.distance import OSA

from digitize.grammar import lookalikes
from digitize.grammar.lookalikes import misread
from digitize.grammar.titles import NAME_WORDS
from digitize.metadata.casing import parts
from digitize.metadata.words import LANGUAGES, commonness

_AMONG_CAPITALS = {
    "l": "IL",
    "1": "ILT",
    "|": "IL",
    "!": "I",
    "0": "O",
    "5": "S",
    "8": "B",
    "4": "A",
    "6": "G",
    "7": "T",
    "2": "Z",
}
"""What stands for which capitals, the likelier first."""

_PIECES = (
    ("II", "H"), ("VV", "W"), ("li", "h"), ("rn", "m"), ("ii", "h"), ("vv", "w"), ("m", "rn"),
    ("ni", "m"), ("cl", "d"), ("0", "o"), ("1", "l"), ("1", "i"), ("c", "e"), ("b", "h"),
)  # fmt: skip
"""Letters taken for others in words of any case."""

_ALL_NAME_WORDS = frozenset().union(*NAME_WORDS.values())
_NAMES = lookalikes.Vocabulary(sorted(word for word in _ALL_NAME_WORDS if len(word) > 3))
_LINKS = {
    "en": frozenset("the of and for in on to at by".split()),
    "de": frozenset("der die das den dem des für und von vom zu zum zur im am aus".split()),
    "fr": frozenset("de du des la le les et à au aux en sur".split()),
    "es": frozenset("de del la el los las y en".split()),
    "it": frozenset("de di del la il lo e".split()),
    "pt": frozenset("de do da dos das e o a".split()),
    "nl": frozenset("de het van en voor".split()),
}
"""Short words inside names."""

_TELLING = 4  # letters of a word that one misread letter leaves telling
_FARTHEST = 3.5  # how much more common the word meant must be for one so short
_UNSURE = 3.0  # Zipf frequency of a word that may be another, more common by so much:
_NEARER = 1.0
_SHORTEST, _UNSURE_WORN = 2, 5.0  # letters and frequency of such a word where others were misread
_CLEAR = 1.0  # how much more common, on the Zipf scale, than the next word it may be
_LONG = 6  # letters of a word that may be a word of names but for one: "EOENING", "GAZETTF"
_MOST_MARKS = 4
_WORDS = re.compile(r"[\s-]+")  # what parts the words of a name: "Ouest-Matin" has two
_NO_WORD = 1.0  # Zipf frequency: what is rarer is misread, or a name
_RARE = 2.2  # Zipf frequency: "tlie" has 1.9, for the lists too were made from misread print
_KNOWN = 3.3  # Zipf frequency of a word that may stand for a rare one
_FARTHER = 2.5  # how much more common, on the Zipf scale, the word meant must be


def mended(name: str, lang: str) -> str:
    """Return `name` with its misread words as words of its language or English."""
    words = _rejoined(name.split(), lang)
    if len(words) > 1 and _is_article(words[0], lang):
        words[0] = "THE" if words[0].isupper() else "The"
    return " ".join("-".join(_word(part, lang) for part in word.split("-")) for word in words)


def _rejoined(words: Sequence[str], lang: str) -> list[str]:
    """Return words with the halves of one put together: "Americ an" is "American".

    Together they are a common word, and one of them alone hardly is any.
    """
    read: list[str] = []
    for word in words:
        whole = f"{read[-1]}{word}" if read else ""
        halves = (_rank(read[-1], lang), _rank(word, lang)) if read else (0.0, 0.0)
        if whole.isalpha() and _rank(whole, lang) >= _KNOWN and min(halves) < _RARE:
            read[-1] = whole.capitalize() if whole[0].isupper() and not whole.isupper() else whole
        else:
            read.append(word)
    return read


def guessed(name: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Return the words of `name` that are only likely misread, each with what it is read as."""
    pairs = ((word, _word(word, lang)) for word in _WORDS.split(name))
    return tuple(
        (seen, meant)
        for seen, meant in pairs
        if seen != meant and meant == seen.replace(bare := seen.strip(".,"), _lookalike(bare, lang))
        and not _NAMES.meant(bare)
    )  # fmt: skip


def rivals(name: str, lang: str, *, worn: bool = False) -> tuple[tuple[str, str], ...]:
    """Return rare words of `name` that are one letter from a more common one: left as they are.

    In `worn` print, where other words were misread, less rare and shorter words are rare enough.
    """
    least, rare = (_SHORTEST, _UNSURE_WORN) if worn else (_TELLING, _UNSURE)
    return tuple(
        (word, near)
        for word in _WORDS.split(name)
        if len(word) >= least and _NO_WORD <= _rank(word, lang) < rare
        and (near := _nearest(word.strip(".,"), lang))
        and _rank(near, lang) >= _rank(word, lang) + _NEARER
    )  # fmt: skip


def strange(name: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Return words of `name` one letter off a word of names or a link: "Op" for "Of", "Onion".

    However common such a word is, in a name it is the rarer one.
    """
    links = _LINKS.get(lang.split("-", maxsplit=1)[0], _LINKS["en"])
    return tuple(
        (word, min(near))
        for word in _WORDS.split(name)
        if (bare := word.strip(".,").lower()) not in _ALL_NAME_WORDS | links
        and (near := _likes(bare) & (links if len(bare) < _TELLING else _ALL_NAME_WORDS))
    )


def _likes(word: str) -> set[str]:
    """Return what a word may be, in capitals or small letters, with one letter misread."""
    return {
        (form[:place] + other + form[place + 1 :]).lower()
        for form in (word, word.upper())
        for place, char in enumerate(form)
        for other in lookalikes.likes(char)
    }


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
    if len(word) != 3 or OSA.distance(word.lower(), "the") != 1:
        return False
    return _rank(word, lang) < _KNOWN or (word.istitle() and misread(word, "The") == 1)


def _word(word: str, lang: str) -> str:
    bare = word.strip(".,")
    loud = sorted(_capitals(bare), key=lambda form: -_rank(form, lang))
    for form in loud:  # "MAlL" is no mall
        if _rank(form, lang) >= _NO_WORD or len(parts(form, lang)) > 1:
            return word.replace(bare, form)
    if loud and len(bare) >= _LONG:  # a name in no list: whatever it is, it has no figures
        return word.replace(bare, next(_capitals(bare)))
    rank = _rank(bare, lang)
    if len(bare) < 3 or rank > _RARE:
        return word
    forms = {form for form in _exchanged(bare) if _rank(form, lang) >= max(_KNOWN, rank + _FARTHER)}
    if len(forms) == 1:
        return word.replace(bare, forms.pop())
    meant = _NAMES.meant(bare) or _lookalike(bare, lang)
    return word.replace(bare, meant) if meant else word


def _lookalike(word: str, lang: str) -> str:
    """Return the one common word that `word` is but for one letter of the same look, else ""."""
    if len(word) < _TELLING:
        return ""
    known = max(_KNOWN, _rank(word, lang) + (_FARTHER if len(word) > _TELLING else _FARTHEST))
    ranked = _ranked(word, lang)
    if len(ranked) < 2 or ranked[0][0] < known or ranked[0][0] - ranked[1][0] < _CLEAR:
        return ""
    return ranked[0][1]


def _nearest(word: str, lang: str) -> str:
    return next((form for _, form in _ranked(word, lang)), "")


def _ranked(word: str, lang: str) -> list[tuple[float, str]]:
    """Return the words one look-alike letter away, the most common first."""
    forms = {
        word[:place] + other + word[place + 1 :]
        for place, char in enumerate(word)
        for other in lookalikes.likes(char)
    }
    own = lang if lang in LANGUAGES else "en"
    return sorted(((commonness(form.lower(), own), form) for form in forms), reverse=True)[:2]


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
