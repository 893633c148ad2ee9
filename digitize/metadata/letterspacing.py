"""Letters that were set apart for looks, put together again: "T H E  T I M E S" is "THE TIMES"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from digitize.model.geometry import union
from digitize.model.page import Line, Word

_FEWEST = 4  # letters in a row; "A B C" may be three sections
_WORD_GAP = 1.6  # times the usual gap between letters


def unspaced(line: Line) -> Iterator[str]:
    """Yield the words of a line, each row of single letters cut where its gaps are wider.

    Without wider gaps, or without boxes, a row is one word: print does not say more.
    """
    row: list[Word] = []
    for word in line.words:
        if len(word.text) == 1 and word.text.isalpha() and word.text.isupper():
            row.append(word)
            continue
        if row and _is_stop(word):
            row[-1] = _with_stop(row[-1], word)
            continue
        yield from _read(row)
        row = []
        yield word.text
    yield from _read(row)


def _is_stop(word: Word) -> bool:
    return word.text in (".", ",")


def _with_stop(letter: Word, stop: Word) -> Word:
    return Word(id=letter.id, box=union((letter.box, stop.box)), text=letter.text + stop.text)


def _read(row: Sequence[Word]) -> Iterator[str]:
    if len(row) < _FEWEST:
        yield from (word.text for word in row)
        return
    gaps = [two.box.x0 - one.box.x1 for one, two in pairwise(row)]
    usual = sorted(gaps)[len(gaps) // 2]
    text = row[0].text
    for gap, letter in zip(gaps, row[1:], strict=True):
        if usual > 0 and gap > _WORD_GAP * usual:
            yield text
            text = ""
        text += letter.text
    yield text
