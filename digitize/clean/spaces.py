"""Put back the spaces that recognition lost, and take away those before a mark.

A run of letters is cut only when all its pieces are common words and together they are far
likelier than the run itself; names are never cut. Han gains no spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from digitize.clean.lexicon import zipf
from digitize.clean.rule import Passage, reworded
from digitize.clean.segments import cut
from digitize.grammar.numerals import HAN_NUMERAL
from digitize.model.edit import Reword
from digitize.model.page import Line, Word
from digitize.model.reading import readings

_KNOWN = 3.5  # Zipf value of the words beside a mark that has lost its space
_DOUBT = 0.6  # confidence below which the letters themselves are not to be trusted
_SHORT = 4  # letters; shorter tokens hold no two words
_PLAIN = re.compile(r"[^\w]*[^\W\d_]+[^\w]*")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_LETTERS = re.compile(r"[^\W\d_]+")
_LOST = re.compile(
    r"([^\W\d_]{2,})(,|[;:](?=[^\W\d_]{3})|\.(?=[A-ZÀ-Þ][a-zà-ÿ]))(?=([^\W\d_]{2,}))"
)
_ADDRESS = re.compile(r"@|//|www\.", re.IGNORECASE)
_ALONE = re.compile(r"[^\w\s]*[\u3400-\u9fff][^\w\s]*")
_SPREAD_LEAST = 4  # characters; three may be a heading set wide, or the head of a table
_BREAKS = ("-", "\u00ad", "¬", "⸗")  # a line that ends so leaves half a word to the next
_CLOSING = frozenset(",;:.!?)]”")
_OPENING = frozenset("([“")
_LOOSE = _CLOSING | _OPENING


@dataclass(frozen=True, slots=True)
class Spaces:
    """Read words that run together as words, and marks that stand alone with their word."""

    name: ClassVar[str] = "spaces"

    def __call__(self, passage: Passage, /) -> Iterator[Reword]:
        """Yield a Reword for every word whose spaces are wrong."""
        fresh = {line.id for line in passage.fresh}
        above: Line | None = None
        for line in (line for line in passage.lines if line.words):
            if line.id in fresh:
                broken = above is not None and above.words[-1].text.endswith(_BREAKS)
                yield from self._line(line, passage, broken=broken)
            above = line

    def _line(self, line: Line, passage: Passage, *, broken: bool) -> Iterator[Reword]:
        tokens = readings(line)
        text = " ".join(tokens)
        lang = passage.language_of(line).partition("-")[0] if _LATIN.search(text) else ""
        parted = _parted_line(line, tokens, lang, passage.words, broken=broken)
        loose = lang != "fr" and not _LOOSE.isdisjoint(parted)
        final = _attached(parted) if loose else parted
        if final != tokens:
            yield from self._edits(line, parted, final)
        if passage.unit == "cell" and not text.isascii():
            yield from self._closed(line)

    def _closed(self, line: Line) -> Iterator[Reword]:
        for run in _spread(line):
            whole = "".join(word.reading for word in run)
            for word, after in zip(run, [whole, *[""] * (len(run) - 1)], strict=True):
                yield from reworded(word, after, rule=self.name, reason=_SPREAD, conf=0.9)

    def _edits(self, line: Line, parted: list[str], final: list[str]) -> Iterator[Reword]:
        for word, between, after in zip(line.words, parted, final, strict=True):
            reason = _ATTACHED if between == word.reading else _PARTED
            yield from reworded(word, after, rule=self.name, reason=reason, conf=0.9)


_PARTED = "common words ran together; between them stands a space"
_SPREAD = "another tool put a space after every character"
_ATTACHED = "no space stands between a word and its mark"


def _doubted(word: Word) -> bool:
    """Return whether the engine was in doubt: a misread word must not be cut to pieces."""
    return word.conf is not None and word.conf < _DOUBT


def _parted_line(
    line: Line, tokens: list[str], lang: str, words: Mapping[str, int], *, broken: bool
) -> list[str]:
    """Return `tokens`, the words of a line, with the spaces they lost.

    What a line's end has broken, above or below, and what is in doubt stays as it is.
    """
    parted = list(tokens)
    for at in range(broken, len(tokens) - tokens[-1].endswith(_BREAKS)):
        token = tokens[at]
        if len(token) >= _SHORT and _may_part(token, lang) and not _doubted(line.words[at]):
            parted[at] = _parted(token, lang, words)
    return parted


@lru_cache(maxsize=50_000)
def _may_part(token: str, lang: str) -> bool:
    """Return whether a token is cut unless the issue's own words speak against it."""
    return _parted(token, lang, {}) != token


def _parted(token: str, lang: str, words: Mapping[str, int]) -> str:
    """Return `token` with the spaces that it lost; addresses have none to lose."""
    bare = token.rstrip(".,;:!?")
    if bare.isalpha():
        return cut(bare, lang, words) + token[len(bare) :]
    if _ADDRESS.search(token):
        return token
    spaced = _LOST.sub(lambda found: found.group() + " " * _is_end(found, lang), token)
    return " ".join(
        _LETTERS.sub(lambda run: cut(run.group(), lang, words), piece)
        if _PLAIN.fullmatch(piece)
        else piece
        for piece in spaced.split(" ")
    )


def _is_end(found: re.Match[str], lang: str) -> bool:
    """Return whether words that all know stand on both sides of a mark."""
    return min(zipf(found[1], lang), zipf(found[3], lang)) >= _KNOWN


def _spread(line: Line) -> Iterator[list[Word]]:
    """Yield runs of single characters of Han with one space after each; figures may be a row's."""
    runs: list[list[Word]] = [[]]
    for word in (word for word in line.words if word.reading):
        near = runs[-1] and word.box.x0 - runs[-1][-1].box.x1 <= 1
        alone = bool(_ALONE.fullmatch(word.reading))
        if not (near and alone):
            runs.append([])
        if alone:
            runs[-1].append(word)
    sure = [len(run) >= _SPREAD_LEAST and not _is_row(run) for run in runs]
    if any(sure):
        yield from (run for run in runs if len(run) > 1 and not _is_row(run))


def _is_row(run: Sequence[Word]) -> bool:
    return all(word.reading in HAN_NUMERAL for word in run)


def _attached(tokens: list[str]) -> list[str]:
    """Give a mark that stands alone to the word it belongs to; beside figures it stays."""
    found = list(tokens)
    for index in range(1, len(found)):
        left, right = found[index - 1], found[index]
        if right in _CLOSING and left[-1:].isalpha() and not _leader(found, index):
            found[index - 1], found[index] = left + right, ""
        elif left in _OPENING and right[:1].isalpha():
            found[index - 1], found[index] = "", left + right
    return found


def _leader(tokens: list[str], index: int) -> bool:
    """Return whether more marks follow: a row of dots leads the eye, it ends no sentence."""
    return "".join(tokens[index + 1 : index + 2]) in _CLOSING
