"""How many characters and words of texts were read wrongly: CER and WER.

Both are edit distance over the length of the truth, on NFC text whose runs of white space are one
space; nothing else is forgiven. Texts are told as pairs (truth, reading), a story to a pair: errors
are summed, then divided, and a text loses at most its whole length.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable, Sequence

from rapidfuzz.distance import Levenshtein


def normal(text: str) -> str:
    """Return `text` in NFC, each run of white space as one space, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def cer(texts: Iterable[tuple[str, str]]) -> float:
    """Return the character error rate; 0 when nothing stood there to read."""
    return error_rate((normal(true), normal(said)) for true, said in texts)


def cer_unspaced(texts: Iterable[tuple[str, str]]) -> float:
    """Return the character error rate without any spaces: the fair one for Han."""
    return error_rate((_solid(true), _solid(said)) for true, said in texts)


def wer(texts: Iterable[tuple[str, str]]) -> float:
    """Return the word error rate; words are what stands between spaces."""
    return error_rate((normal(true).split(), normal(said).split()) for true, said in texts)


def error_rate(texts: Iterable[tuple[Sequence[Hashable], Sequence[Hashable]]]) -> float:
    """Return the steps from readings to truths over the truths' whole length."""
    length = errors = 0
    for true, said in texts:
        length += len(true)
        errors += min(len(true), Levenshtein.distance(true, said))
    return errors / length if length else 0.0


def _solid(text: str) -> str:
    return normal(text).replace(" ", "")
