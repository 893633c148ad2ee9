"""Whether a few lines of body type are set as a heading: by weight, case, middle, white, rules."""

from __future__ import annotations

import re

from digitize.grammar.sentences import ends_sentence, left_open, opens_item, starts_inside
from digitize.layout.page.board import Board, Look, composed

_ENOUGH = 0.6  # sum of the signs from which lines of body type are a heading
_ROWS = 4  # a heading of body type is no longer
_TEXT_ROWS, _TEXT = 3, 1.3  # rows and body sizes of running text
_MIDDLE = 0.15  # of the column; a centred line's middle is so near the column's
_EDGE = 0.3  # body sizes; a line nearer to both edges of its column fills it
_STOPPED_INSIDE = re.compile(r"[^\W\d_]{4,}[.!?] +[A-ZÀ-Þ\"“‘]")  # a sentence, and one more
_NAME_WORDS = 3  # words; the name of a section is no longer
_STOPPED = 3  # headlines with a point after them that show how a page sets them
_WHITE = 0.3  # body sizes of white, beyond the usual
_LARGER, _MUCH_LARGER = 1.06, 1.13  # times the size of the text


def set_apart(board: Board, look: Look) -> bool:
    """Return whether a region in about body type heads the text under it."""
    column = _column(board, look)
    if column is None or look.rows > _ROWS or left_open(look.said.text):
        return False
    return round(sum(_signs(board, look, column).values()), 2) >= _ENOUGH


def _signs(board: Board, look: Look, column: Look) -> dict[str, float]:
    """Return what speaks for a heading and what against it, each with its weight."""
    size, said = board.scale.size, look.said
    left, right = look.box.x0 - column.box.x0, column.box.x1 - look.box.x1
    level = abs(left - right) <= max(_MIDDLE * column.box.width, 0.6 * size)
    middle = level and max(left, right) > _EDGE * size
    set_in = middle and min(left, right) > size
    above, below = _neighbours(board, look)
    usual = board.scale.white + _WHITE * size
    over = look.box.y0 - above.box.y1 if above else usual
    under = below.box.y0 - look.box.y1 if below else 0
    runs_on = above is not None and above.rows > 1 and not ends_sentence(above.said.text)
    ruled = above is not None and board.dashed(above.box, look.box)
    cased = said.case == "caps" or (said.case == "title" and look.rows <= 2)
    several = said.ends and bool(_STOPPED_INSIDE.search(said.text))
    sentence = (several or not cased) and said.ends and look.rows + said.words > 4
    run_in = below is not None and starts_inside(below.said.text) and not said.ends
    larger = look.ratio >= _LARGER * column.ratio
    dashed = ruled and below is not None and board.dashed(look.box, below.box)
    deck = dashed and middle and (larger or look.bold)
    return {
        "is bold": 0.4 * look.bold,
        "is in capitals or Title Case": 0.3 * cased,
        "is larger than the text": 0.2 * larger,
        "is much larger": 0.2 * (look.ratio >= _MUCH_LARGER * column.ratio),
        "is set in on both sides": 0.3 * set_in,
        "stands in the middle": 0.1 * middle,
        "has its lines in the middle": 0.2 * composed(look, size),
        "has white over it": 0.1 * (over >= usual),
        "has white under it": 0.1 * (under >= board.scale.white + 0.2 * size),
        "has a rule over it": 0.2 * (ruled and not runs_on),
        "is a name with white around": 0.3 * (_is_name(look) and over >= usual and under >= usual),
        "ends short of the edge": 0.2 * (look.bold and right > size),
        "opens with the mark of an item": 0.6 * (look.rows == 1 and opens_item(said.text)),
        "is a sentence": -0.5 * (sentence and not deck and not _heads_stop(board)),
        "begins the sentence under it": -1.0 * run_in,
        "is longer than the text under it": -0.3 * (below is not None and look.rows > below.rows),
    }


def _heads_stop(board: Board) -> bool:
    """Whether this page sets a point after its headlines: then a point tells no sentence."""
    heads = [look.said for look in board.looks if look.ratio >= _TEXT and look.rows <= _ROWS]
    stopped = sum(said.text.rstrip().endswith((".", "。")) for said in heads)
    return stopped >= max(_STOPPED, 0.5 * len(heads))


def _is_name(look: Look) -> bool:
    """Whether a line is one to three words: "Schweiz.", "Local news"."""
    return look.rows == 1 and look.said.words <= _NAME_WORDS and look.said.text[:1].isupper()


def _neighbours(board: Board, look: Look) -> tuple[Look | None, Look | None]:
    return board.above(look, board.looks), board.below(look, board.looks)


def _column(board: Board, look: Look) -> Look | None:
    """Return the body text that a region stands over or under."""
    text = [other for other in board.looks if other.rows >= _TEXT_ROWS and other.ratio < _TEXT]
    return board.below(look, text) or board.above(look, text)
