"""A second engine, for a page that the first reads in doubt: whether it knows the print better."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digitize.errors import EngineError, MissingToolError
from digitize.grammar.scripts import is_cjk
from digitize.ocr.engine import Engine, Piece, plain
from digitize.stage import Pixels

DOUBT = 0.97
"""Mean confidence of a page under which another engine is asked: blackletter is read with 0.91 to
0.95, English with 0.98 even where the scan is badly degraded."""

LINES, LETTERS = 6, 15
"""Lines that are tried, and letters in each at least."""

LEAST, BETTER = 0.55, 0.08
"""Mean confidence with which the second engine must read them, and by how much it must be more than
that of its reading as plain English. Blackletter is read with 0.62 to 0.85 by the model for
it, with 0.45 to 0.60 as English; degraded English with 0.79 and 0.84."""

PLAIN, BLACKLETTER = "en", "de-Latf"


def in_doubt(found: Iterable[Sequence[Piece]]) -> bool:
    """Whether the lines of a page that are no Chinese are read with too little confidence."""
    lines = [pieces for pieces in found if tellable(pieces)]
    return len(lines) >= LINES and _mean(lines) < DOUBT


def tellable(pieces: Sequence[Piece]) -> bool:
    """Whether a line is long enough to judge by, and not Chinese, which the first engine reads."""
    text = "".join(piece.text for piece in pieces)
    return len(text) >= LETTERS and 2 * sum(map(is_cjk, text)) < len(text)


def better(first: Engine, second: Engine, crops: Sequence[Pixels]) -> str:
    """Return the language that these lines are in, if the second engine reads it better, else "".

    Tried are those that the first does not know, and blackletter.
    """
    try:
        tags = second.languages()
        own = {plain(tag) for tag in first.languages()} - {BLACKLETTER}
        tried = [tag for tag in tags if plain(tag) not in own and not tag.startswith("zh")]
        if PLAIN not in tags or not tried:
            return ""
        scores = {tag: _conf(second, crops, tag) for tag in tried}
        best = max(tried, key=lambda tag: scores[tag])
        enough = max(LEAST, _conf(second, crops, PLAIN) + BETTER)
    except (MissingToolError, EngineError):
        return ""
    return best if scores[best] >= enough else ""


def _conf(engine: Engine, crops: Sequence[Pixels], tag: str) -> float:
    return _mean([reading.pieces for reading in engine.read(crops, (tag,))])


def _mean(lines: Sequence[Sequence[Piece]]) -> float:
    """Return the mean confidence of the letters of lines; a line without any counts as 0."""
    shares = [
        sum((piece.conf or 0.0) * len(piece.text) for piece in pieces)
        / max(1, sum(len(piece.text) for piece in pieces))
        for pieces in lines
    ]
    return sum(shares) / max(1, len(shares))
