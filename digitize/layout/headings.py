"""Headlines, kickers, decks and subheadings by type, place and white."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digitize.grammar.bylines import may_be_byline
from digitize.grammar.sentences import left_open
from digitize.layout.board import Board, Look, beside
from digitize.layout.says import says_text
from digitize.layout.specks import count_letters
from digitize.layout.verdict import Verdict
from digitize.model.page import Role
from digitize.model.reading import printed

_LARGE = 1.3  # body sizes; type this large heads something
_NAME = 1.2  # body sizes; a writer's name is set no larger
_ROWS = 5  # a heading is no longer
_WEIGHT = 220  # letters; neither in letters
_STACKED = 4.0  # body sizes of white between the parts of one stack
_NAME_WORDS = 3  # words; the name of a section is no longer
_NAME_WHITE = 0.3  # body sizes of white, beyond the usual, over and under it
_DECK_WHITE = 0.4  # body sizes of white, beyond the usual, that stand under a deck
_CLOSE = 2.5  # body sizes between text and a subheading under it
_MIDDLE = 0.15  # of the width; a centred line's middle is so near the column's


def headings(board: Board, open_looks: Sequence[Look]) -> dict[str, Verdict]:
    """Return verdicts on the regions of `open_looks` that head others."""
    fit = [look for look in open_looks if _fits(board, look)]
    found: dict[str, Verdict] = {}
    for stack in _stacks(board, fit):
        found |= _named(board, stack, open_looks)
    return found


def _fits(board: Board, look: Look) -> bool:
    said = look.said
    letters = count_letters(said.text)
    if look.rows > _ROWS or said.weight > _WEIGHT or letters < 2 or said.inside:
        return False
    if look.ratio >= _LARGE:
        return True
    return _set_apart(board, look) and not left_open(said.text)


def _set_apart(board: Board, look: Look) -> bool:
    """Whether type of body size is set as a heading: bold, capitals or Title Case, centred."""
    column = _column(board, look)
    if column is None or look.rows > 2:
        return False
    left, right = look.box.x0 - column.box.x0, column.box.x1 - look.box.x1
    centred = abs(left - right) <= _MIDDLE * column.box.width
    centred = centred and min(left, right) > board.scale.size
    styled = look.bold or look.said.case in ("caps", "title") or _is_name(board, look)
    sentence = look.said.case == "sentence" and look.said.ends
    return (styled and centred) or (look.bold and not sentence and right > board.scale.size)


def _is_name(board: Board, look: Look) -> bool:
    """Whether a line is one to three words with white around: "Schweiz.", "Local news"."""
    if look.rows > 1 or look.said.words > _NAME_WORDS or not look.said.text[:1].isupper():
        return False
    usual = board.scale.white + _NAME_WHITE * board.scale.size
    over, under = board.above(look, board.looks), board.below(look, board.looks)
    gaps = [
        look.box.y0 - over.box.y1 if over else usual,
        under.box.y0 - look.box.y1 if under else 0,
    ]
    return all(gap >= usual for gap in gaps)


def _column(board: Board, look: Look) -> Look | None:
    """Return the body text that this region stands over or under."""
    text = [other for other in board.looks if other.rows >= 3 and other.ratio < _LARGE]
    return board.below(look, text) or board.above(look, text)


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
            elif not _is_deck(board, following):
                break
            stack.append(following)
        yield stack


def _is_deck(board: Board, look: Look) -> bool:
    """Whether a line of body type right under a heading goes on with it: Title Case, and white."""
    below = board.below(look, board.looks)
    white = (
        below is not None
        and below.box.y0 - look.box.y1 > board.scale.white + _DECK_WHITE * board.scale.size
    )
    styled = look.said.case in ("caps", "title") or look.bold
    return look.rows <= 2 and styled and white and not look.said.inside and look.said.jump is None


def _stacked(board: Board, upper: Look, lower: Look) -> bool:
    near = lower.box.y0 - upper.box.y1 <= _STACKED * board.scale.size * max(1.0, upper.ratio / 2)
    inside = beside(upper.box, lower.box) and lower.frame == upper.frame
    return near and inside and not board.parted(upper.box, lower.box)


def _named(board: Board, stack: Sequence[Look], looks: Sequence[Look]) -> dict[str, Verdict]:
    if len(stack) == 1 and _inside_text(board, stack[0], looks):
        why = "is a short line set apart between text above and below"
        return {stack[0].id: Verdict(Role.SUBHEADING, 0.75, why)}
    main = max(range(len(stack)), key=lambda at: (round(stack[at].ratio, 1), -at))
    if main > 0 and stack[main].ratio < 1.2 * stack[0].ratio:
        main = 0
    found = {stack[main].id: _headline(stack[main])}
    for look in stack[:main]:
        found[look.id] = Verdict(Role.KICKER, 0.7, "is a smaller heading over the headline")
    for look in stack[main + 1 :]:
        found[look.id] = _under(look)
    return found


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


def _inside_text(board: Board, look: Look, looks: Sequence[Look]) -> bool:
    """Whether text of the same column goes on over and under a heading."""
    over, under = board.above(look, looks), board.below(look, looks)
    if over is None or under is None or look.ratio >= 1.6:
        return False
    gap = look.box.y0 - over.box.y1
    text = over.rows >= 2 and over.ratio < _LARGE and under.ratio < _LARGE
    same = abs(over.box.x0 - under.box.x0) <= 3 * board.scale.size
    starts = under.said.dateline or says_text(printed(under.region.lines[0])).dateline
    close = gap <= _CLOSE * board.scale.size and not board.parted(over.box, look.box)
    return text and same and close and not starts
