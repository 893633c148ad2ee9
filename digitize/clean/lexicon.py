"""How common a word is in a language: evidence for hyphens, spaces and doubtful letters.

Frequencies are those of wordfreq's largest list of the language, on the Zipf scale: 3 is once in
a million words, 6 once in a thousand. A language without a list knows no words.
"""

from __future__ import annotations

import math
from functools import cache

from digitize.grammar.wordlists import languages, shares

UNKNOWN = 0.0
"""Zipf value of a word that the list does not have; its rarest words have 1.0."""

_UNSPACED = frozenset({"zh", "ja", "ko"})
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzäöüßéèêàâçôîñáíóúãõ")
_MINUS = {ord("’"): "'", ord("ſ"): "s"}


def zipf(word: str, lang: str) -> float:
    """Return the Zipf value of `word` in the language `lang` (BCP 47), `UNKNOWN` when unlisted."""
    share = shares(_listed(lang), "best").get(word.translate(_MINUS).casefold())
    return UNKNOWN if share is None else 9 + math.log10(share)


def neighbours(word: str) -> set[str]:
    """Return every string one letter away from `word`, in lower case: changed, lost or added."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    letters = _LETTERS | set(word)
    changed = {head + letter + tail[1:] for head, tail in cuts if tail for letter in letters}
    lost = {head + tail[1:] for head, tail in cuts if tail}
    added = {head + letter + tail for head, tail in cuts for letter in letters}
    return (changed | lost | added) - {word}


@cache
def _listed(lang: str) -> str:
    """Return the code of the list that serves `lang`, "" when there is none.

    Latin words on a page of a language without spaces are mostly English.
    """
    code = lang.partition("-")[0].lower()
    if not code or code in _UNSPACED:
        return "en"
    return code if code in languages() else ""
