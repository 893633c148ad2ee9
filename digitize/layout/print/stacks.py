"""Headings that stand directly under each other: headline and decks, and banners over several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from digitize.grammar.sentences import ends_sentence, left_open
from digitize.layout.page.board import Board, Look, beside
from digitize.layout.page.specks import count_letters
from digitize.model.geometry import Box
from digitize.model.reading import printed

LARGE = 1.3  # body sizes; type this large heads something
ROWS = 5  # a heading is no longer
_STACKED = 4.0  # body sizes of white between the parts of one stack
_DECK_ROWS = 4
_DECK_NEAR = 3.0  # body sizes; the text stands right under it
_OTHER = 0.025  # of the size; type that differs by so much is another, where the file gives it
_RAGGED = 0.6  # share of full lines under which a region is no running text
_DECK_WHITE = 0.2  # body sizes of white, beyond the usual, that stand under a deck
_LARGER_HEAD = 1.06  # body sizes; a headline that other lines are the rest of
LIKE_SIZE = (0.72, 1.15)  # times its size; a line of small letters measures less
_OTHER_TYPE = 1.08  # times the size of the text under them
_PIECES = 0.8  # of a line of type; pieces of one headline stand no further apart
_TEXT_ROWS = 3  # rows of running text
_SET_IN = 0.8  # of the column; a row in the middle that is no longer is no text
_FEW = 16  # letters; fewer do not show whether they are bold
_BANNER = 2.0  # times as wide; a heading over several others is a banner
_REACHES_OUT = 0.25  # of the narrower width; parts of one stack cross by less
IN_BAR = 0.5  # of a row of type; the edge of a bar is no further from it
_LABEL, _LABEL_HAN = 3, 6  # words, or characters, of a label over a rule
_HEADLESS = 0.75  # times the size of its neighbours; a deck that stands beside headlines


def stacks(board: Board, fit: Sequence[Look]) -> Iterator[list[Look]]:
    """Yield runs of headings that stand directly under each other, from the top."""
    left = sorted(fit, key=lambda look: (look.box.y0, look.box.x0))
    while left:
        stack = [left.pop(0)]
        while True:
            following = _next(board, stack[-1], fit)
            if following is None or not _stacked(board, stack[-1], following):
                break
            if following in left:
                left.remove(following)
            elif not _rest_of(board, stack[-1], following) and not _is_deck(board, following):
                break
            stack.append(following)
        yield stack


def _next(board: Board, upper: Look, fit: Sequence[Look]) -> Look | None:
    """Return what stands next under a heading; under a banner, the decks that lack a headline.

    A banner over several stories is the headline of the one whose decks stand beside the
    headlines of the others; where each has its own, nothing goes on with it.
    """
    below = board.below(_in_bar(board, upper), board.looks)
    first = below if below in fit else board.below(upper, fit)
    if below is None or first is None or upper.box.width < _BANNER * first.box.width:
        return below
    floor = first.box.y1 + _STACKED * board.scale.size
    row = [
        look
        for look in fit
        if upper.box.y1 - board.scale.size <= look.box.y0 <= floor
        and look.box.overlap_x(upper.box) > 0
        and board.above(look, board.looks) is upper
    ]
    if not any(look is not first and look.box.overlap_y(first.box) > 0 for look in row):
        return below
    largest = max(look.ratio for look in row)
    decks = [look for look in row if look.ratio <= _HEADLESS * largest]
    return max(decks, key=lambda look: look.box.width, default=None)


def opens_head(board: Board, look: Look, fit: Sequence[Look]) -> bool:
    """Return whether lines that break off ("Market traders of") begin the headline below."""
    below = board.below(look, board.looks)
    if below is None or below not in fit or not left_open(look.said.text):
        return False
    return not look.said.inside and _rest_of(board, look, below)


def _rest_of(board: Board, upper: Look, look: Look) -> bool:
    """Whether lines right under a headline are its rest: small letters measure less.

    They stand at its edge or middle, no further apart than its own lines, in like type that the
    text under them does not have.
    """
    lines = look.region.lines
    if upper.ratio < _LARGER_HEAD or upper.said.ends or look.rows + upper.rows > ROWS:
        return False
    if look.box.y0 - upper.box.y1 > _PIECES * upper.box.height / upper.rows:
        return False
    edge = abs(look.box.x0 - upper.box.x0) <= 0.5 * board.scale.size
    middle = abs(look.box.center.x - upper.box.center.x) <= 0.5 * board.scale.size
    alike = LIKE_SIZE[0] <= look.ratio / upper.ratio <= LIKE_SIZE[1]
    if not (edge or middle) or not alike or not weighs_alike(board, upper, look):
        return False
    below = board.below(look, board.looks)
    set_in = middle and _is_set_in(board, look)
    other = below is None or look.ratio >= _OTHER_TYPE * below.ratio or look.bold != below.bold
    return (other or set_in) and (set_in or not ends_sentence(printed(lines[-1])))


def _is_set_in(board: Board, look: Look) -> bool:
    """Whether lines are so short that they are no rows of the text under them."""
    text = [one for one in board.looks if one.rows >= _TEXT_ROWS and one.ratio < LARGE]
    column = board.below(look, text)
    return column is not None and look.box.width <= _SET_IN * column.box.width


def weighs_alike(board: Board, upper: Look, lower: Look) -> bool:
    """Return whether two pieces of type may be of one weight: a few letters do not show theirs."""
    few = not board.scale.exact and count_letters(lower.said.text) < _FEW
    return few or upper.bold == lower.bold


def _is_deck(board: Board, look: Look) -> bool:
    """Whether a few lines of about body type, right under a heading, go on with it."""
    said = look.said
    if look.rows > _DECK_ROWS or said.inside or said.jump or said.ends or left_open(said.text):
        return False
    below = board.below(look, board.looks)
    if below is None or below.box.y0 - look.box.y1 > _DECK_NEAR * board.scale.size:
        return False
    if below.rows == 1 and (below.said.byline or below.said.dateline):
        return True
    if below.ratio >= LARGE or board.parted(look.box, below.box):
        return False
    styled = said.case in ("caps", "title") or look.bold
    other = board.scale.exact and abs(look.ratio / below.ratio - 1) > _OTHER
    white = below.box.y0 - look.box.y1 > board.scale.white + _DECK_WHITE * board.scale.size
    return white and (styled or other or (below.rows > 1 and look.full < _RAGGED))


def _stacked(board: Board, upper: Look, lower: Look) -> bool:
    near = lower.box.y0 - upper.box.y1 <= _STACKED * board.scale.size * max(1.0, upper.ratio / 2)
    reach = _in_bar(board, upper).box
    inside = beside(reach, lower.box) and lower.frame == upper.frame
    inside = inside and not _crossed(reach, lower.box)
    return near and inside and (_underlined(board, upper) or not board.parted(upper.box, lower.box))


def _in_bar(board: Board, look: Look) -> Look:
    """Return display type printed in a bar as wide as the bar: its decks stand under that."""
    near = IN_BAR * look.box.height / look.rows
    if look.ratio < LARGE or not board.rules.enclose(look.box, near, 1.0):
        return look
    bar = min(board.rules.under(look.box, near, 1.0), key=lambda rule: rule.width)
    return replace(look, box=Box(bar.x0, look.box.y0, bar.x1, look.box.y1))


def _crossed(one: Box, two: Box) -> bool:
    """Whether each of two boxes reaches far out of the other: they head different columns."""
    left, right = two.x0 - one.x0, two.x1 - one.x1
    far = _REACHES_OUT * min(one.width, two.width)
    return left * right > 0 and min(abs(left), abs(right)) > far


def _underlined(board: Board, look: Look) -> bool:
    """Whether the rule right under display type is its own: the edge of a bar it is printed in.

    A headline heads something; only a label says all above a rule.
    """
    near = IN_BAR * look.box.height / look.rows
    label = look.said.words <= (_LABEL_HAN if look.said.han else _LABEL)
    return look.ratio >= LARGE and not label and bool(board.rules.under(look.box, near, 1.0))
