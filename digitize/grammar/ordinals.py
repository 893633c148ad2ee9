"""Numbers in words as they count years and sums: "Vingt-troisième", "FIFTY-FIRST", "cinq"."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from digitize.grammar.numerals import german_ordinal, worded

_FRENCH = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
).split()
_FRENCH_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_ENGLISH = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
}  # fmt: skip
_OTHER_SUMS = {
    "une": 1, "ein": 1, "eine": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6,
    "acht": 8, "zehn": 10, "zwölf": 12, "fünfzehn": 15, "zwanzig": 20, "dreißig": 30,
    "cinco": 5, "diez": 10, "quince": 15, "veinte": 20, "due": 2, "cinque": 5, "dieci": 10,
    "quindici": 15, "venti": 20, "twee": 2, "drie": 3, "vijf": 5, "tien": 10, "dois": 2,
    "dez": 10, "vinte": 20,
}  # fmt: skip
"""Sums in words of other languages that a copy has cost; those French has are left out."""

SUM_WORDS = tuple(sorted({*_FRENCH[1:], "vingt", "vingt-cinq", "trente", *_OTHER_SUMS}))
"""The words of continental sums, for use in a regular expression."""


def summed(text: str) -> int | None:
    """Read a sum in French, German, Spanish, Italian or Dutch words: "CINQ" gives 5."""
    bare = text.strip().lower()
    return _OTHER_SUMS.get(bare) or _french_cardinals().get(_plain(bare))


def ordinal(text: str) -> int | None:
    """Read an ordinal in English, French or German words below two hundred; None for other words.

    Words before it are passed over, as in "Paris — Vingt-troisième"; of several readings the one
    with the most words counts.
    """
    words = text.strip().split()
    for start in range(max(0, len(words) - 5), len(words)):
        part = " ".join(words[start:])
        for read in (_english_ordinal, _french_ordinal, german_ordinal):
            value = read(part)
            if value is not None:
                return value
    return None


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFD", text.lower())
    bare = "".join(char for char in spread if not unicodedata.combining(char))
    return re.sub(r"[\s-]+", " ", bare).strip()


def _english_ordinal(text: str) -> int | None:
    bare = re.sub(r"^(?:one )?hundred(?: and)? ", "+", _plain(text))
    more = 100 if bare.startswith("+") else 0
    words = bare.lstrip("+").split()
    if not words:
        return None
    last = words[-1]
    if last in _ENGLISH:
        ones: int | None = _ENGLISH[last]
    elif last.endswith("ieth"):
        ones = worded(f"{last[:-4]}y")
    else:
        ones = worded(last[:-2]) if last.endswith("th") else None
    if ones is None or len(words) > 2:
        return None
    tens = worded(words[0]) if len(words) == 2 else 0
    if tens is None or (tens and (tens < 20 or tens % 10 or ones > 9)):
        return None
    return more + tens + ones


def _french_ordinal(text: str) -> int | None:
    return _french_ordinals().get(_plain(text))


@cache
def _french_cardinals() -> dict[str, int]:
    return {_plain(_french(number)): number for number in range(1, 200)}


@cache
def _french_ordinals() -> dict[str, int]:
    named = {"premiere": 1, "premier": 1, "seconde": 2, "second": 2, "centieme": 100}
    for name, number in _french_cardinals().items():
        stem = re.sub(r"neuf$", "neuv", re.sub(r"cinq$", "cinqu", name))
        named.setdefault(re.sub(r"e$|(?<=vingt)s$", "", stem) + "ieme", number)
    return named


def _french(number: int) -> str:
    """Return a number below two hundred as French writes it: 71 is "soixante et onze"."""
    if number >= 100:
        return f"cent {_french(number - 100)}" if number > 100 else "cent"
    if number < 17:
        return _FRENCH[number]
    if number < 20:
        return f"dix-{_FRENCH[number - 10]}"
    if number >= 80:
        return f"quatre-vingt-{_french(number - 80)}" if number > 80 else "quatre-vingts"
    tens = 60 if number >= 60 else number // 10 * 10
    rest = number - tens
    if not rest:
        return _FRENCH_TENS[tens]
    return f"{_FRENCH_TENS[tens]}{' et ' if rest in (1, 11) else '-'}{_french(rest)}"
