"""Names under letters: a line or two at the right edge, right under the text they sign."""

from __future__ import annotations

from digitize.grammar.bylines import may_be_byline
from digitize.layout.page.board import Board, Look

_LARGE = 1.3  # body sizes; type so large signs nothing
_ROWS = 2
_RIGHT_UNDER = 0.8  # body sizes between the text and a name at its left edge
_LARGER = 1.15  # times its size; the headline of the next letter
_PLACE_WORDS, _ALIKE = 4, 1.08  # words of a place under a name, and type sizes that are one
_NEARER = 3.0  # times the white over a name; so much stands under it
_SET_IN = 0.12  # of the column; the last line of a name begins so far from its edge
_BOLD_SET_IN = 0.04  # the same for a name in bold under plain text


def signs(board: Board, look: Look) -> bool:
    """Return whether a region is the name of who wrote the text right over it."""
    over = board.above(look, board.looks)
    if over is None or (over.rows == 1 and over.ratio < _LARGE and over.said.ends):
        return look.ratio < _LARGE and _opens_column(board, look)
    if over.rows < _ROWS or max(over.ratio, look.ratio) >= _LARGE:
        return False
    if _ends_letter(board, over, look):
        return True
    size, last = board.scale.size, look.region.lines[-1].box
    flush = all(abs(line.box.x1 - over.box.x1) <= 0.5 * size for line in look.region.lines)
    own = look.bold and not over.bold and look.rows == 1
    least = max(size, _BOLD_SET_IN * over.box.width) if own else _SET_IN * over.box.width
    set_in = last.x0 - over.box.x0 >= least or (own and _clings(board, over, look))
    return flush and set_in and look.rows <= _ROWS and look.box.y0 - over.box.y1 <= size


def _opens_column(board: Board, look: Look) -> bool:
    """Whether a name at the right edge of its column stands over a headline at the left edge."""
    head = board.below(look, board.looks)
    text = board.below(head, board.looks) if head is not None else None
    if head is None or text is None or head.ratio < _LARGER * look.ratio or text.rows < _ROWS:
        return False
    size, column = board.scale.size, text.box
    right = all(abs(line.box.x1 - column.x1) <= 0.5 * size for line in look.region.lines)
    left = abs(head.box.x0 - column.x0) <= 0.5 * size < column.x1 - head.box.x1 - size
    set_in = look.region.lines[-1].box.x0 - column.x0 >= _SET_IN * column.width
    return right and left and set_in and look.rows <= _ROWS


def _ends_letter(board: Board, over: Look, look: Look) -> bool:
    """Whether a bold name right under text is followed by a headline, or by his place and one."""
    name = look.bold and not over.bold and look.rows == 1 and may_be_byline(look.said.text)
    if (
        not name
        or not over.said.ends
        or look.box.y0 - over.box.y1 > _RIGHT_UNDER * board.scale.size
    ):
        return False
    last, under = look, board.below(look, board.looks)
    if under is not None and _is_place(look, under):
        last, under = under, board.below(under, board.looks)
    white = look.box.y0 - over.box.y1
    heads = under is not None and under.bold and under.ratio >= _LARGER * look.ratio
    return under is not None and heads and under.box.y0 - last.box.y1 > white


def _is_place(name: Look, look: Look) -> bool:
    """Whether a line under a name is one or two words, in type like it."""
    short = look.rows == 1 and look.said.words <= _PLACE_WORDS and not look.said.ends
    return short and look.ratio <= _ALIKE * name.ratio and not look.bold


def _clings(board: Board, over: Look, look: Look) -> bool:
    """Whether a line stands much nearer to the text over it than to what follows."""
    under = board.below(look, board.looks)
    white = look.box.y0 - over.box.y1
    return under is not None and under.box.y0 - look.box.y1 >= _NEARER * max(1, white)
