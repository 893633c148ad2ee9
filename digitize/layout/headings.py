"""Headlines, kickers, decks and subheadings by type, place and white."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from digitize.grammar.bylines import may_be_byline
from digitize.grammar.sentences import ends_sentence, left_open
from digitize.layout.board import Board, Look, beside
from digitize.layout.recut import is_tall
from digitize.layout.setapart import set_apart
from digitize.layout.specks import count_letters
from digitize.layout.subheads import SMALL, subheads
from digitize.layout.verdict import Verdict
from digitize.model.page import Role
from digitize.model.reading import printed

_LARGE = 1.3  # body sizes; type this large heads something
_NAME = 1.2  # body sizes; a writer's name is set no larger
_ROWS = 5  # a heading is no longer
_WEIGHT = 220  # letters; neither in letters
_STACKED = 4.0  # body sizes of white between the parts of one stack
_DECK_ROWS = 4
_DECK_NEAR = 3.0  # body sizes; the text stands right under it
_OTHER = 0.025  # of the size; type that differs by so much is another, where the file gives it
_RAGGED = 0.6  # share of full lines under which a region is no running text
_DECK_WHITE = 0.2  # body sizes of white, beyond the usual, that stand under a deck
_AT_EDGE = 0.03  # of the column; a line that ends so near its edge is full
_CLOSE = 2.0  # body sizes between text and a subheading under it
_OVER = 1.25  # times its size; the headline over a column that begins with a subheading
_LARGER_HEAD = 1.06  # body sizes; a headline that other lines are the rest of
_LIKE_SIZE = (0.72, 1.15)  # times its size; a line of small letters measures less
_OTHER_TYPE = 1.08  # times the size of the text under them
_PIECES = 0.8  # of a line of type; pieces of one headline stand no further apart
_LARGER_TYPE = 1.2  # times the first of a stack; type this much larger is its headline
_LABEL_WORDS = 3  # words; a kicker in bold says no more
_SAME = 1.06  # type sizes of two pieces of one headline


def headings(board: Board, open_looks: Sequence[Look]) -> dict[str, Verdict]:
    """Return verdicts on the regions of `open_looks` that head others."""
    fit = [look for look in open_looks if _fits(board, look)]
    fit += [look for look in open_looks if look not in fit and _opens_head(board, look, fit)]
    stacks = list(_stacks(board, fit))
    inner = subheads(board, [stack[0] for stack in stacks if len(stack) == 1], fit)
    found: dict[str, Verdict] = {}
    for stack in stacks:
        if stack[0].id in inner:
            found[stack[0].id] = Verdict(Role.SUBHEADING, 0.75, inner[stack[0].id])
        else:
            found |= _named(board, stack)
    return found | _over_the_foot(board, found)


def _over_the_foot(board: Board, found: Mapping[str, Verdict]) -> dict[str, Verdict]:
    """Return verdicts on decks whose headline stands at the foot of the column before."""
    decks: dict[str, Verdict] = {}
    for before, look in itertools.pairwise(board.looks):
        heads = [found.get(one.id) for one in (before, look)]
        if any(verdict is None or verdict.role != Role.HEADLINE for verdict in heads):
            continue
        smaller = look.ratio < _LARGE and before.ratio >= _SAME * look.ratio
        apart = not beside(before.box, look.box) and before.box.y0 > look.box.y0
        if smaller and apart and _first_below_head(board, look):
            why = "goes on with the headline at the foot of the column before"
            decks[look.id] = Verdict(Role.DECK, 0.6, why)
    return decks


def _first_below_head(board: Board, look: Look) -> bool:
    """Whether nothing but the page's head or folio stands over a region: no text of its column."""
    text = [one for one in board.looks if one.rows >= 3 and one.ratio < _LARGE]
    return board.above(look, text) is None


def _fits(board: Board, look: Look) -> bool:
    said = look.said
    letters = count_letters(said.text)
    if look.rows > _ROWS or said.weight > _WEIGHT or letters < 2 or said.inside:
        return False
    return look.ratio >= _LARGE or set_apart(board, look)


def _stacks(board: Board, fit: Sequence[Look]) -> Iterator[list[Look]]:
    """Yield runs of headings that stand directly under each other, from the top."""
    left = sorted(fit, key=lambda look: (look.box.y0, look.box.x0))
    while left:
        stack = [left.pop(0)]
        while True:
            following = board.below(stack[-1], board.looks)
            if following is None or not _stacked(board, stack[-1], following):
                break
            if following in left:
                left.remove(following)
            elif not _rest_of(board, stack[-1], following) and not _is_deck(board, following):
                break
            stack.append(following)
        yield stack


def _opens_head(board: Board, look: Look, fit: Sequence[Look]) -> bool:
    """Whether lines that break off ("Market traders of") are the first of the headline below."""
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
    if upper.ratio < _LARGER_HEAD or upper.said.ends or look.rows + upper.rows > _ROWS:
        return False
    if look.box.y0 - upper.box.y1 > _PIECES * upper.box.height / upper.rows:
        return False
    edge = abs(look.box.x0 - upper.box.x0) <= 0.5 * board.scale.size
    middle = abs(look.box.center.x - upper.box.center.x) <= 0.5 * board.scale.size
    alike = _LIKE_SIZE[0] <= look.ratio / upper.ratio <= _LIKE_SIZE[1]
    if not (edge or middle) or not alike or look.bold != upper.bold:
        return False
    below = board.below(look, board.looks)
    other = below is None or look.ratio >= _OTHER_TYPE * below.ratio or look.bold != below.bold
    return other and not ends_sentence(printed(lines[-1]))


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
    if below.ratio >= _LARGE:
        return False
    styled = said.case in ("caps", "title") or look.bold
    other = board.scale.exact and abs(look.ratio / below.ratio - 1) > _OTHER
    white = below.box.y0 - look.box.y1 > board.scale.white + _DECK_WHITE * board.scale.size
    return white and (styled or other or (below.rows > 1 and look.full < _RAGGED))


def _stacked(board: Board, upper: Look, lower: Look) -> bool:
    near = lower.box.y0 - upper.box.y1 <= _STACKED * board.scale.size * max(1.0, upper.ratio / 2)
    inside = beside(upper.box, lower.box) and lower.frame == upper.frame
    return near and inside and not board.parted(upper.box, lower.box)


def _named(board: Board, stack: Sequence[Look]) -> dict[str, Verdict]:
    main = _main(stack)
    found = {stack[main].id: _headline(stack[main])}
    for look in stack[:main]:
        found[look.id] = Verdict(Role.KICKER, 0.7, "is a smaller heading over the headline")
    for upper, look in zip(stack[main:], stack[main + 1 :], strict=False):
        goes_on = found[upper.id].role == Role.HEADLINE and _goes_on(board, upper, look)
        found[look.id] = _headline(look) if goes_on else _under(look)
    return found


def _main(stack: Sequence[Look]) -> int:
    """Return the place of the headline in a stack: its largest, or its first in bold."""
    main = max(range(len(stack)), key=lambda at: (round(stack[at].ratio, 1), -at))
    for at, look in enumerate(stack[:main]):
        large = stack[main].ratio < _LARGER_TYPE * look.ratio
        heavy = look.bold and not stack[main].bold and stack[main].ratio < SMALL * look.ratio
        if large or (heavy and look.said.words > _LABEL_WORDS):
            return at
    return main


def _goes_on(board: Board, upper: Look, lower: Look) -> bool:
    """Whether two pieces of one type, right under each other, are one headline."""
    small, large = sorted((upper, lower), key=lambda look: look.ratio)
    near = lower.box.y0 - upper.box.y1 <= 0.6 * upper.box.height / upper.rows
    same = large.ratio <= _SAME * small.ratio
    if not board.scale.exact and not is_tall(small.said.text):  # low letters measure less
        same = large.ratio * _LIKE_SIZE[0] <= small.ratio
    return same and upper.bold == lower.bold and near


def _under(look: Look) -> Verdict:
    """Return what stands under a headline: a deck, or a name set like body type."""
    if look.ratio < _NAME and look.rows == 1 and may_be_byline(look.said.text):
        return Verdict(Role.BYLINE, 0.6, "is a bare name between headline and text")
    return Verdict(Role.DECK, 0.8, "is a smaller heading under the headline")


def _headline(look: Look) -> Verdict:
    conf = min(0.95, 0.55 + 0.25 * (look.ratio - 1.0))
    if look.ratio >= _LARGE:
        return Verdict(Role.HEADLINE, conf, f"is type of {look.ratio:.1f} body sizes over text")
    return Verdict(Role.HEADLINE, 0.6, "is set apart from the text below by case, weight and white")
