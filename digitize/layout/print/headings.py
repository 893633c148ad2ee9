"""Headlines, kickers, decks and subheadings by type, place and white."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Mapping, Sequence

from digitize.grammar.bylines import may_be_byline
from digitize.layout.evidence.verdict import Verdict
from digitize.layout.page.board import Board, Look, beside
from digitize.layout.page.letters import is_tall
from digitize.layout.page.specks import count_letters
from digitize.layout.print.setapart import set_apart
from digitize.layout.print.signatures import signs
from digitize.layout.print.stacks import LARGE, LIKE_SIZE, ROWS, opens_head, stacks, weighs_alike
from digitize.layout.print.subheads import SMALL, is_label, items, subheads
from digitize.model.page import Role

_RUNS = re.compile("[，。；]")  # what no small Chinese heading has
_NAME, _NAME_ROWS = 1.2, 2  # body sizes and rows; a writer's name is set no larger
_WEIGHT = 220  # letters; neither in letters
_LARGER_TYPE = 1.2  # times the first of a stack; type this much larger is its headline
_LARGER_HEAD = 1.3  # the same in large type, where low letters measure less
_LABEL_WORDS = 3  # words; a kicker in bold says no more
_ALIKE, _USUAL = 1.08, 3  # type sizes that are one; headlines that show how a page sets them
_SAME = 1.06  # type sizes of two pieces of one headline
_KICKER_NEAR, _MIDDLE = 1.5, 0.5  # body sizes from a kicker to its headline, and off its middle
_LOW = frozenset("gjpqyQ,;")  # characters that reach below the line


def headings(board: Board, open_looks: Sequence[Look]) -> dict[str, Verdict]:
    """Return verdicts on the regions of `open_looks` that head others."""
    fit = [look for look in open_looks if _fits(board, look)]
    fit += [look for look in open_looks if look not in fit and opens_head(board, look, fit)]
    fit += [look for look in open_looks if look not in fit and _stands_over(board, look, fit)]
    found_stacks = list(stacks(board, fit))
    inner = subheads(board, [stack[0] for stack in found_stacks if len(stack) == 1], fit)
    short = items(board, inner, found_stacks, fit)
    inner = {name: why for name, why in inner.items() if name not in short}
    heads = [one[0] for one in found_stacks if len(one) == 1 and one[0].id not in inner]
    found: dict[str, Verdict] = {}
    for stack in found_stacks:
        if stack[0].id in inner:
            found[stack[0].id] = Verdict(Role.SUBHEADING, 0.75, inner[stack[0].id])
        else:
            found |= _named(board, stack, heads)
    found |= _over_the_foot(board, found)
    return found | _over_items(board, found, heads, short)


def _stands_over(board: Board, look: Look, fit: Sequence[Look]) -> bool:
    """Whether a short line stands right over the middle of a larger headline, as a kicker does."""
    below = board.below(look, board.looks)
    if below is None or below not in fit or below.ratio < _LARGER_TYPE * look.ratio:
        return False
    said, size, white = look.said, board.scale.size, below.box.y0 - look.box.y1
    near = 0 <= white <= _KICKER_NEAR * size
    middle = abs(look.box.center.x - below.box.center.x) <= _MIDDLE * size
    over = board.above(look, board.looks)
    free = over is None or look.box.y0 - over.box.y1 > white
    plain = not said.ends and not said.facts and said.jump is None and not said.inside
    return look.rows == 1 and near and middle and free and plain


def level_stacks(board: Board, found: Mapping[str, Verdict]) -> dict[str, Verdict]:
    """Return verdicts on level headings under each other, as they stand over upright text.

    `board` is the page as it is, not laid on its side: there they would stand side by side.
    """
    heads = {name for name, verdict in found.items() if verdict.role == Role.HEADLINE}
    level = [
        look
        for look in board.looks
        if look.id in heads and not any(line.vertical for line in look.region.lines)
    ]
    runs = [stack for stack in stacks(board, level) if len(stack) > 1]
    return {name: verdict for stack in runs for name, verdict in _named(board, stack, []).items()}


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


def _over_items(
    board: Board, found: Mapping[str, Verdict], heads: Sequence[Look], short: Collection[str]
) -> dict[str, Verdict]:
    """Return verdicts on labels over small items ("NEWS IN BRIEF"), and on the first item's head.

    The heading below such a label is set like others of the page, those of its column (`short`),
    or with a rule between.
    """
    made: dict[str, Verdict] = {}
    for look in board.looks:
        verdict, under = found.get(look.id), board.below(look, board.looks)
        if verdict is None or verdict.role != Role.HEADLINE or under is None:
            continue
        first = found.get(under.id)
        if not is_label(look) or first is None or first.role not in (Role.HEADLINE, Role.DECK):
            continue
        like = sum(_set_alike(under, head) for head in heads if head is not under)
        listed = any(one.id in short and beside(one.box, under.box) for one in heads)
        if like >= _USUAL - 1 and (listed or board.dashed(look.box, under.box)):
            made[look.id] = Verdict(Role.SECTION_LABEL, 0.7, "stands over a run of small items")
            made[under.id] = _headline(under)
    return made


def _first_below_head(board: Board, look: Look) -> bool:
    """Whether nothing but the page's head or folio stands over a region: no text of its column."""
    text = [one for one in board.looks if one.rows >= 3 and one.ratio < LARGE]
    return board.above(look, text) is None


def _fits(board: Board, look: Look) -> bool:
    said = look.said
    letters = count_letters(said.text)
    if look.rows > ROWS or said.weight > _WEIGHT or letters < 2 or said.inside:
        return False
    if signs(board, look):
        return False
    if said.han and look.ratio < LARGE and _RUNS.search(said.text):
        return False
    return look.ratio >= LARGE or set_apart(board, look)


def _named(board: Board, stack: Sequence[Look], heads: Sequence[Look]) -> dict[str, Verdict]:
    main = _main(stack, heads)
    while main and _goes_on(board, stack[main - 1], stack[main]):
        main -= 1
    found = {stack[main].id: _headline(stack[main])}
    for look in stack[:main]:
        found[look.id] = Verdict(Role.KICKER, 0.7, "is a smaller heading over the headline")
    for upper, look in zip(stack[main:], stack[main + 1 :], strict=False):
        name = _set_as_name(board, look)
        goes_on = found[upper.id].role == Role.HEADLINE and _goes_on(board, upper, look)
        found[look.id] = _headline(look) if goes_on and not name else _under(look, name=name)
    return found


def _set_as_name(board: Board, look: Look) -> bool:
    """Whether what may be a bare name is set like the bylines of this page."""
    return may_be_byline(look.said.text) and any(
        other.said.byline and other.rows <= _NAME_ROWS and _set_alike(look, other)
        for other in board.looks
    )


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
    return large <= _ALIKE * small and one.bold == two.bold and one.said.case == two.said.case


def _goes_on(board: Board, upper: Look, lower: Look) -> bool:
    """Whether two pieces of one type, right under each other, are one headline."""
    near = lower.box.y0 - upper.box.y1 <= 0.6 * upper.box.height / upper.rows
    return near and weighs_alike(board, upper, lower) and _one_size(board, upper, lower)


def _one_size(board: Board, upper: Look, lower: Look) -> bool:
    """Whether two pieces are set in one size, as far as ink shows it."""
    small, large = sorted((upper, lower), key=lambda look: look.ratio)
    same = large.ratio <= _SAME * small.ratio
    if same or board.scale.exact:
        return same
    if not is_tall(small.said.text):  # low letters measure less
        return large.ratio * LIKE_SIZE[0] <= small.ratio
    low, high = sorted(
        max(line.box.width if line.vertical else line.box.height for line in look.region.lines)
        for look in (small, large)
    )
    return high <= _SAME * low and _descends(small) is _descends(large)


def _descends(look: Look) -> bool:
    return any(char in _LOW for char in look.said.text)


def _under(look: Look, *, name: bool) -> Verdict:
    """Return what stands under a headline: a deck, or a name set like body type."""
    if look.rows <= _NAME_ROWS and (name or (look.ratio < _NAME and may_be_byline(look.said.text))):
        return Verdict(Role.BYLINE, 0.6, "is a bare name between headline and text")
    return Verdict(Role.DECK, 0.8, "is a smaller heading under the headline")


def _headline(look: Look) -> Verdict:
    conf = min(0.95, 0.55 + 0.25 * (look.ratio - 1.0))
    if look.ratio >= LARGE:
        return Verdict(Role.HEADLINE, conf, f"is type of {look.ratio:.1f} body sizes over text")
    return Verdict(Role.HEADLINE, 0.6, "is set apart from the text below by case, weight and white")
