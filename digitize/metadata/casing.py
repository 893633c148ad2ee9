"""From a name in capitals to a name as it is written: "CHINADAILY" gives "China Daily"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from digitize.grammar.numerals import roman
from digitize.grammar.titles import name_words
from digitize.metadata.words import LANGUAGES, commonness, roughly

_COMPOUNDING = frozenset({"de", "nl", "sv", "da", "nb", "fi"})
"""Languages that write two words as one without being in error."""

_SMALL = frozenset(
    "a an and at by for from in of on or the to upon with y e del de des du di da do dos das la le "
    "les el los las il lo della delle dello nella et und der die das den dem des für von vom zu "
    "zum zur im am aus sur en au aux och og van het een ten".split()
)
"""Words in lower case inside a name, in capitals at its head."""

_JOINABLE = frozenset(
    "the of and for la le les el los las il lo die der das del de du new sun san usa".split()
)
"""Pieces shorter than four letters that a run of capitals may be cut into."""

_LETTERS_KEPT = frozenset("USA US UK EU UN DC NY TV NZZ TAZ FAZ BBC".split())
_KNOWN = 3.3  # Zipf frequency: once in a million words; "tribune", "herald", "zürcher" pass
_WHOLE = 2.6  # a run this frequent is one word: "heraldry" is, "chinadaily" (1.5) is not
_EVERYDAY = 4.0  # Zipf frequency: ten in a million words
_WORD = 1.0  # Zipf frequency of a word that is no misreading: "aftonbladet" 1.9, "fagle" 0
_SHORTEST_RUN = 8


def written(name: str, lang: str, addresses: Iterable[str] = ()) -> str:
    """Return `name` with words apart and letters as written, if it is printed in capitals.

    `addresses` are the domain names printed with it: letters that agree with one are a name, and
    its pieces may be rarer words. A name in mixed case is left as it is.
    """
    domains = frozenset(addresses)
    words = [part for word in name.split() for part in _apart(word, lang, domains)]
    return recased(" ".join(words))


def parts(word: str, lang: str) -> list[str]:
    """Return the words that a run of capitals is made of; the word alone when it is one."""
    return _apart(word, lang, frozenset())


def recased(name: str) -> str:
    """Return a name in capitals as it is written; one in mixed case is left as it is.

    "ST. LOUIS POST-DISPATCH" gives "St. Louis Post-Dispatch", "LE FIGARO" gives "Le Figaro",
    "McALLEN" gives "McAllen", "ABC" and "U.S." stay.
    """
    words = name.split(" ")
    loud = all(_is_loud(word) for word in words)
    if len(words) == 1 and loud and len(re.sub(r"\W", "", name)) <= 3:
        return name
    return " ".join(
        _word(word, first=place == 0) if loud or _is_half_loud(word) else word
        for place, word in enumerate(words)
    )


def is_everyday(word: str, lang: str) -> bool:
    """Return whether a word is among the some thousand most used of a language."""
    known = lang if lang in LANGUAGES else "en"
    return commonness(word.strip("-.,'’").lower(), known) >= _EVERYDAY


def language_of_words(words: Sequence[str]) -> str:
    """Return the first language in which every word is a common one, "" when there is none."""
    spelt = [word.lower() for word in words if any(map(str.isalpha, word))]
    for tongue in LANGUAGES:
        if spelt and all(roughly(word, tongue) for word in spelt):
            return tongue
    return ""


def is_known(word: str, lang: str) -> bool:
    """Return whether a word, whatever its case, is one in its language, in English or a name."""
    bare = word.strip("-.,'’").lower()
    return len(bare) < 4 or any(commonness(bare, tongue) >= _WORD for tongue in {lang, "en"})


def _is_loud(word: str) -> bool:
    return word == word.upper() or _is_half_loud(word)


def _is_half_loud(word: str) -> bool:
    return bool(re.fullmatch(r"(?:Ma?c)[A-Z]{2,}(?:['’]?S)?", word))


def _word(word: str, *, first: bool) -> str:
    bare = re.sub(r"[^\w]", "", word)
    if bare in _LETTERS_KEPT or re.fullmatch(r"(?:[A-Z]\.)+[,;]?", word) or bare.isdigit():
        return word
    if len(bare) > 1 and roman(bare) and bare != "DI":
        return word
    if bare.lower() in _SMALL and not first:
        return word.lower()
    parts = re.split(r"(-)", word)
    return "".join(
        part.lower() if place and part.lower() in _SMALL else _capitalised(part)
        for place, part in enumerate(parts)
    )


def _capitalised(part: str) -> str:
    prefix = re.match(r"(?i)([LDO]['’])(?=\w{2})", part)
    if prefix:
        return prefix.group(1).upper() + _capitalised(part[prefix.end() :])
    scots = re.fullmatch(r"(?i)(\W*mc)([a-z]{3,}.*)", part)
    if scots:
        return scots.group(1).capitalize() + scots.group(2).capitalize()
    lead = len(part) - len(part.lstrip("(\"“'‘"))
    return part[:lead] + part[lead:].capitalize()


def _apart(word: str, lang: str, domains: frozenset[str]) -> list[str]:
    """Cut a run of capitals into words, if the words are better known than the run."""
    if len(word) < _SHORTEST_RUN or not word.isalpha() or word != word.upper():
        return [word]
    lower = word.lower()
    floor = 2.6 if lower in domains else _KNOWN
    for tongue in dict.fromkeys((lang, "en")):
        pieces = _best(lower, tongue, floor)
        if len(pieces) < 2 or not _better(lower, pieces, lang):
            continue
        return _cut(word, pieces)
    return [word]


def _better(run: str, pieces: tuple[str, ...], lang: str) -> bool:
    if any(commonness(run, tongue) >= _WHOLE for tongue in {lang, "en"}):
        return False
    if any(roughly(run, tongue) for tongue in LANGUAGES):
        return False
    if lang in _COMPOUNDING and len(pieces) < 3:
        return all(commonness(piece, "en") >= _WHOLE + 1 for piece in pieces)
    return bool(name_words(" ".join(pieces))) or len(pieces) > 2


@lru_cache(maxsize=256)
def _best(run: str, lang: str, floor: float) -> tuple[str, ...]:
    """Return the most probable cut of `run` into words of `lang`; () when there is none."""
    best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())] + [None] * len(run)
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - 16), end):
            held = best[start]
            piece = run[start:end]
            if held is None or (len(piece) < 4 and piece not in _JOINABLE):
                continue
            known = commonness(piece, lang)
            if known < floor:
                continue
            score = held[0] + known - 9  # Zipf counts in a thousand million words
            now = best[end]
            if now is None or score > now[0]:
                best[end] = (score, (*held[1], piece))
    last = best[len(run)]
    return last[1] if last else ()


def _cut(word: str, pieces: tuple[str, ...]) -> list[str]:
    ends = [sum(map(len, pieces[:count])) for count in range(len(pieces) + 1)]
    return [word[start:end] for start, end in pairwise(ends)]
