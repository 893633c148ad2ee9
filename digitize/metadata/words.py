"""How common words are, asked of as few word lists as will do.

Frequencies are wordfreq's on the Zipf scale: 3 is once in a million words. A list of every word
of a language takes up to 100 MB, one of the words above Zipf 3 takes 3 MB: only English and the
document's own language are worth the large one.
"""

from __future__ import annotations

import math
import re

from digitize.grammar.wordlists import shares

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb", "pl", "fi")
"""The languages in Latin letters whose words are known."""

_UNKNOWN = 0.0


def commonness(word: str, lang: str) -> float:
    """Return the Zipf value of a word in lower case, 0 when the language's largest list has none.

    A compound with hyphen or apostrophe is as common as its rarest part.
    """
    return _value(word, lang, "best")


def roughly(word: str, lang: str) -> float:
    """Return the Zipf value of a word in lower case where it is 3 or more, else 0."""
    return _value(word, lang, "small")


def _value(word: str, lang: str, size: str) -> float:
    if lang not in LANGUAGES:
        return _UNKNOWN
    listed = shares(lang, size)
    parts = [part for part in re.split(r"[-'’]", word) if part]
    found = [listed.get(part, 0.0) for part in ([word] if word in listed else parts)]
    rarest = min(found, default=0.0)
    return 9 + math.log10(rarest) if rarest else _UNKNOWN
