"""How many characters and words of a text were read wrongly: CER and WER.

Both are edit distance over the length of the truth, on NFC text whose runs of white space are one
space; nothing else is forgiven. Above 1 when more was invented than was there to read.
"""

from __future__ import annotations

import unicodedata

from rapidfuzz.distance import Levenshtein


def normal(text: str) -> str:
    """Return `text` in NFC, each run of white space as one space, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def cer(truth: str, reading: str) -> float:
    """Return the character error rate; 0 when both are empty, 1 when all is invented."""
    return _rate(normal(truth), normal(reading))


def cer_unspaced(truth: str, reading: str) -> float:
    """Return the character error rate without any spaces: the fair one for Han."""
    return _rate(normal(truth).replace(" ", ""), normal(reading).replace(" ", ""))


def wer(truth: str, reading: str) -> float:
    """Return the word error rate; words are what stands between spaces."""
    words, read = normal(truth).split(), normal(reading).split()
    return _share(Levenshtein.distance(words, read), len(words))


def _rate(truth: str, reading: str) -> float:
    return _share(Levenshtein.distance(truth, reading), len(truth))


def _share(errors: int, length: int) -> float:
    if not length:
        return float(errors > 0)
    return errors / length
