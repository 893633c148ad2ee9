"""How common a Chinese word is, in whichever characters it is written: by the lists of wordfreq."""

from __future__ import annotations

import math

from digitize.grammar.scripts import is_han
from digitize.grammar.wordlists import shares, simplified

UNHEARD, MARK = -14.0, -4.0
"""Logarithms of the share of all words that a character has which is none by itself, a little less
than that of the rarest word of the list; and of that of a mark."""


def commonness(word: str) -> float:
    """Return the logarithm of a word's share of all words.

    A character or mark by itself has always one; two characters that are no word have -inf.
    """
    if len(word) == 1 and not is_han(word):
        return MARK
    share = shares("zh", "large").get(word.translate(simplified()))
    if share is not None:
        return math.log(share)
    return UNHEARD if len(word) == 1 else -math.inf
