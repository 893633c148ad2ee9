"""Names under letters: a line or two at the right edge, right under the text they sign."""

from __future__ import annotations

from digitize.layout.page.board import Board, Look

_LARGE = 1.3  # body sizes; type so large signs nothing
_ROWS = 2
_NEARER = 3.0  # times the white over a name; so much stands under it
_SET_IN = 0.12  # of the column; the last line of a name begins so far from its edge
_BOLD_SET_IN = 0.04  # the same for a name in bold under plain text


def signs(board: Board, look: Look) -> bool:
    """Return whether a region is the name of who wrote the text right over it."""
    over = board.above(look, board.looks)
    if over is None or over.rows < _ROWS or max(over.ratio, look.ratio) >= _LARGE:
        return False
    size, last = board.scale.size, look.region.lines[-1].box
    flush = all(abs(line.box.x1 - over.box.x1) <= 0.5 * size for line in look.region.lines)
    own = look.bold and not over.bold and look.rows == 1
    least = max(size, _BOLD_SET_IN * over.box.width) if own else _SET_IN * over.box.width
    set_in = last.x0 - over.box.x0 >= least or (own and _clings(board, over, look))
    return flush and set_in and look.rows <= _ROWS and look.box.y0 - over.box.y1 <= size


def _clings(board: Board, over: Look, look: Look) -> bool:
    """Whether a line stands much nearer to the text over it than to what follows."""
    under = board.below(look, board.looks)
    white = look.box.y0 - over.box.y1
    return under is not None and under.box.y0 - look.box.y1 >= _NEARER * max(1, white)
