"""Where pieces of the truth are found in a text that was read, errors and all.

Scores of order and of articles need to know which part of the truth a part of the reading is,
without boxes, so that any program's plain text can be scored. The truth is cut into pieces about
one line long; a piece is found where the text is most like it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from digitize.grammar.scripts import is_cjk
from digitize.score.characters import normal

PIECE = 40
"""Length of a piece in half-widths: about a line of a newspaper column (Han counts double)."""
TOLD = 8
"""Half-widths a piece must have to be told from others: "CITY" stands in any text."""
SHORT = 20
"""Half-widths below which a piece may be like other text by chance: "Letters 6" is like any
"letters" of a story."""
LIKE = 75
"""How alike (0..100, rapidfuzz's ratio) a place must be to count as found: one character in
eight may be wrong, and chance likeness of two lines stays below."""


@dataclass(frozen=True, slots=True)
class Place:
    """A piece found: `text[start:end]` is most like it."""

    start: int
    end: int
    likeness: float  # 0..100


def flat(text: str) -> str:
    """Return `text` as it is searched in: normal, lower case, without spaces."""
    return normal(text).replace(" ", "").casefold()


def pieces(text: str, size: int = PIECE) -> list[str]:
    """Cut `text` into flat pieces of at least `size` half-widths; a short rest joins the last."""
    found: list[str] = []
    held, width = "", 0
    for char in flat(text):
        held += char
        width += _width(char)
        if width >= size:
            found.append(held)
            held, width = "", 0
    if held and found and width < size // 2:
        found[-1] += held
    elif held:
        found.append(held)
    return found


def unique(groups: Iterable[Iterable[str]]) -> list[list[str]]:
    """Drop pieces that stand in the text twice, or are too short: chance would find them."""
    kept = [list(group) for group in groups]
    whole = "\n".join("".join(group) for group in kept)
    return [[piece for piece in group if _is_told(piece, whole)] for group in kept]


def _is_told(piece: str, whole: str) -> bool:
    """Whether a piece of a text can be told from all the rest of it."""
    if _width(piece) < TOLD or whole.count(piece) > 1:
        return False
    return _width(piece) >= SHORT or locate(piece, whole.replace(piece, "\n")) is None


def _width(text: str) -> int:
    return sum(2 if is_cjk(char) else 1 for char in text)


def locate(piece: str, text: str) -> Place | None:
    """Return where in the flat `text` the piece stands, None where nothing is like it."""
    exact = text.find(piece)
    if exact >= 0:
        return Place(exact, exact + len(piece), 100)
    if len(text) < len(piece):
        alike = fuzz.ratio(piece, text)
        return Place(0, len(text), alike) if alike >= LIKE else None
    found = fuzz.partial_ratio_alignment(piece, text, score_cutoff=LIKE)
    return Place(found.dest_start, found.dest_end, found.score) if found else None
