"""A damaged word of the name, read as the same pages print it elsewhere: "Ebening Star".

Nameplates are set in ornate type that recognition misreads. The name stands again in small print:
in an ear, the folio, the imprint, the news. A word of the name that is no word is read as the
word printed there beside the same neighbour, if the two differ by a letter or two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from digitize.grammar.titles import name_words
from digitize.metadata.casing import is_known
from digitize.metadata.naming import Name
from digitize.metadata.words import LANGUAGES, commonness
from digitize.model.document import Document
from digitize.model.reading import printed

SPEAKS = frozenset({"address", "headers", "spelling"})
"""Signs of a name that do not rest on how its letters were read once."""

_UNSPACED = frozenset({"zh", "ja", "ko"})  # their Latin names are English or spelt
_NEWS = re.compile(r"(?<=\w{3})(?:news|times)(?=-|$)", re.IGNORECASE)
_ARTICLE = 3  # letters
_USUAL = 4.0  # Zipf frequency of words so short: what is rarer is misread
_BUDGET = 5  # letters of a word that may cost one edit; ten may cost two


def witnessed(name: Name, document: Document, lang: str) -> Name:
    """Return the name with its damaged words as they are printed elsewhere, else unchanged.

    Print as seen stays in `printed`; the sign "witness" says that the name was corrected.
    """
    words = name.text.split()
    if name.family != "Latn" or len(words) < 2 or all(is_known(word, lang) for word in words):
        return name
    print_ = [list(_words(" ".join(map(printed, region.lines))))
              for page in document.pages for region in page.regions]  # fmt: skip
    read = [
        word if is_known(word, lang) else _elsewhere(words, place, print_, lang) or word
        for place, word in enumerate(words)
    ]
    if read == words:
        return name
    return replace(name, text=" ".join(read), signs=(*name.signs, "witness"))


def unproven(name: Name, lang: str) -> tuple[str, ...]:
    """Return the words of a Latin name that no word list has, if nothing else speaks for it.

    Names of places are often in none, so such a name is kept, but not as a sure one. In a language
    without a list nothing can be said.
    """
    spoken = lang if lang.split("-", maxsplit=1)[0] not in _UNSPACED else "en"
    if name.family != "Latn" or spoken not in LANGUAGES or SPEAKS & set(name.signs):
        return ()
    words = name.text.split()
    stems = {word: _NEWS.sub("", word) for word in words}  # "Cablenews-American"
    return tuple(
        word
        for word, stem in stems.items()
        if not (_is_proven(stem, spoken) or is_known(word, spoken)) or _is_odd(word, spoken)
    )


def _is_proven(word: str, lang: str) -> bool:
    """Whether each part of a compound is a word, or one of those that names are made of."""
    return all(name_words(part) or is_known(part, lang) for part in word.split("-"))


def _is_odd(word: str, lang: str) -> bool:
    """Whether a word of two or three letters is no article or the like: "Lc Matin"."""
    small = 1 < len(word) <= _ARTICLE and word.isalpha() and not word.isupper()
    return small and not any(commonness(word.lower(), own) >= _USUAL for own in {lang, "en"})


def _words(text: str) -> Iterator[str]:
    for found in re.finditer(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text):
        yield found.group().casefold()


def _elsewhere(words: Sequence[str], place: int, texts: Sequence[Sequence[str]], lang: str) -> str:
    """Return the known word printed beside the same neighbour most often, "" when none is."""
    damaged = words[place].casefold()
    seen: Counter[str] = Counter()
    for step in (1, -1):
        if 0 <= place + step < len(words):
            neighbour = words[place + step].casefold()
            seen.update(_beside(neighbour, -step, texts))
    budget = len(damaged) // _BUDGET
    near = [
        word
        for word, _ in seen.most_common()
        if word != damaged and is_known(word, lang)
        and OSA.distance(word, damaged, score_cutoff=budget) <= budget
    ]  # fmt: skip
    if not near:
        return ""
    return near[0].capitalize() if words[place][:1].isupper() else near[0]


def _beside(neighbour: str, step: int, texts: Sequence[Sequence[str]]) -> Iterator[str]:
    for words in texts:
        for place, word in enumerate(words):
            if word == neighbour and 0 <= place + step < len(words):
                yield words[place + step]
