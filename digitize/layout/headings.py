"""Headlines, kickers, decks and subheadings by type, place and white."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from digitize.grammar.bylines import may_be_byline
from digitize.layout.board import Board, Look, beside
from digitize.layout.recut import is_tall
from digitize.layout.setapart import set_apart
from digitize.layout.specks import count_letters
from digitize.layout.stacks import LARGE, LIKE_SIZE, ROWS, opens_head, stacks, weighs_alike
from digitize.layout.subheads import SMALL, subheads
from digitize.layout.verdict import Verdict
from digitize.model.page import Role

_RUNS = re.compile("[，。；]")  # what no small Chinese heading has
_NAME = 1.2  # body sizes; a writer's name is set no larger
_WEIGHT = 220  # letters; neither in letters
_LARGER_TYPE = 1.2  # times the first of a stack; type this much larger is its headline
_LARGER_HEAD = 1.3  # the same in large type, where low letters measure less
_LABEL_WORDS = 3  # words; a kicker in bold says no more
_ALIKE, _USUAL = 1.08, 3  # type sizes that are one; headlines that show how a page sets them
_SAME = 1.06  # type sizes of two pieces of one headline


def headings(board: Board, open_looks: Sequence[Look]) -> dict[str, Verdict]:
    """Return verdicts on the regions of `open_looks` that head others."""
    fit = [look for look in open_looks if _fits(board, look)]
    fit += [look for look in open_looks if look not in fit and opens_head(board, look, fit)]
    found_stacks = list(stacks(board, fit))
    inner = subheads(board, [stack[0] for stack in found_stacks if len(stack) == 1], fit)
    heads = [one[0] for one in found_stacks if len(one) == 1 and one[0].id not in inner]
    found: dict[str, Verdict] = {}
    for stack in found_stacks:
        if stack[0].id in inner:
            found[stack[0].id] = Verdict(Role.SUBHEADING, 0.75, inner[stack[0].id])
        else:
            found |= _named(board, stack, heads)
    return found | _over_the_foot(board, found)


def _over_the_foot(board: Board, found: Mapping[str, Verdict]) -> dict[str, Verdict]:
    """Return verdicts on decks whose headline stands at the foot of the column before."""
    decks: dict[str, Verdict] = {}
    for before, look in itertools.pairwise(board.looks):
        heads = [found.get(one.id) for one in (before, look)]
        if any(verdict is None or verdict.role != Role.HEADLINE for verdict in heads):
            continue
        smaller = look.ratio < LARGE and before.ratio >= _SAME * look.ratio
        apart = not beside(before.box, look.box) and before.box.y0 > look.box.y0
        if smaller and apart and _first_below_head(board, look):
            why = "goes on with the headline at the foot of the column before"
            decks[look.id] = Verdict(Role.DECK, 0.6, why)
    return decks


def _first_below_head(board: Board, look: Look) -> bool:
    """Whether nothing but the page's head or folio stands over a region: no text of its column."""
    text = [one for one in board.looks if one.rows >= 3 and one.ratio < LARGE]
    return board.above(look, text) is None


def _fits(board: Board, look: Look) -> bool:
    said = look.said
    letters = count_letters(said.text)
    if look.rows > ROWS or said.weight > _WEIGHT or letters < 2 or said.inside:
        return False
    if said.han and look.ratio < LARGE and _RUNS.search(said.text):
        return False
    return look.ratio >= LARGE or set_apart(board, look)


def _named(board: Board, stack: Sequence[Look], heads: Sequence[Look]) -> dict[str, Verdict]:
    main = _main(stack, heads)
    found = {stack[main].id: _headline(stack[main])}
    for look in stack[:main]:
        found[look.id] = Verdict(Role.KICKER, 0.7, "is a smaller heading over the headline")
    for upper, look in zip(stack[main:], stack[main + 1 :], strict=False):
        goes_on = found[upper.id].role == Role.HEADLINE and _goes_on(board, upper, look)
        found[look.id] = _headline(look) if goes_on else _under(look)
    return found


def _main(stack: Sequence[Look], heads: Sequence[Look]) -> int:
    """Return the place of the headline in a stack: its largest, or its first in bold.

    Where the first is set like `heads`, the headlines that stand alone on this page, it is one too.
    """
    main = max(range(len(stack)), key=lambda at: (round(stack[at].ratio, 1), -at))
    for at, look in enumerate(stack[:main]):
        step = _LARGER_HEAD if look.ratio >= SMALL else _LARGER_TYPE
        large = stack[main].ratio < step * look.ratio
        near = stack[main].ratio < SMALL * look.ratio
        heavy = look.bold and not stack[main].bold
        like = sum(_set_alike(look, head) for head in heads) >= _USUAL
        whole = look.said.words > _LABEL_WORDS or look.said.ends
        if large or (near and (heavy or like) and whole):
            return at
    return main


def _set_alike(one: Look, two: Look) -> bool:
    small, large = sorted((one.ratio, two.ratio))
    return large <= _ALIKE * small and one.said.case == two.said.case


def _goes_on(board: Board, upper: Look, lower: Look) -> bool:
    """Whether two pieces of one type, right under each other, are one headline."""
    small, large = sorted((upper, lower), key=lambda look: look.ratio)
    near = lower.box.y0 - upper.box.y1 <= 0.6 * upper.box.height / upper.rows
    same = large.ratio <= _SAME * small.ratio
    if not board.scale.exact and not is_tall(small.said.text):  # low letters measure less
        same = large.ratio * LIKE_SIZE[0] <= small.ratio
    return same and weighs_alike(board, upper, lower) and near


def _under(look: Look) -> Verdict:
    """Return what stands under a headline: a deck, or a name set like body type."""
    if look.ratio < _NAME and look.rows == 1 and may_be_byline(look.said.text):
        return Verdict(Role.BYLINE, 0.6, "is a bare name between headline and text")
    return Verdict(Role.DECK, 0.8, "is a smaller heading under the headline")


def _headline(look: Look) -> Verdict:
    conf = min(0.95, 0.55 + 0.25 * (look.ratio - 1.0))
    if look.ratio >= LARGE:
        return Verdict(Role.HEADLINE, conf, f"is type of {look.ratio:.1f} body sizes over text")
    return Verdict(Role.HEADLINE, 0.6, "is set apart from the text below by case, weight and white")
