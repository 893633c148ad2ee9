"""Which small headings stand inside a story: text goes on around them, and they look alike."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence

from digitize.grammar.bylines import opens_with_dateline
from digitize.grammar.sentences import ends_sentence, opens_item, starts_inside
from digitize.layout.evidence.says import says_text
from digitize.layout.flat.forms import opens_letter
from digitize.layout.page.board import Board, Look, over_picture
from digitize.layout.page.spans import Sight, spans
from digitize.layout.print.signatures import signs
from digitize.layout.print.tables import is_table
from digitize.model.geometry import Box
from digitize.model.reading import printed

SMALL = 1.5  # body sizes; a heading this large begins a story
_ROWS = 3  # a subheading is no longer
_TEXT = 1.3  # body sizes; larger type is no running text
_CLOSE = 2.0  # body sizes between text and a subheading under it
_FAR = 2.5  # the same over the heading of another story
_AT_EDGE = 0.03  # of the column; a line that ends so near its edge is full
_OVER = 1.1  # times its size; the headline over a column that begins with a subheading
_WIDER = 1.5  # times its column; that headline spans several
_LABELLED, _LABEL_WORDS = 2, 4  # headings of a stack: a label over items, of few words, and one
_ITEMS = 2  # headings like the first of their column that show it to be one of items
_MANY, _STRAY = 2, -2  # others alike, inside text, tell one that stands at the head of a tier
_ALIKE = (1.04, 1.12)  # type sizes that are one, as given by the file and as measured in ink


def subheads(board: Board, singles: Sequence[Look], fit: Sequence[Look]) -> dict[str, str]:
    """Return which of `singles`, headings that stand alone, are subheadings, and why.

    Each is judged by what stands around it and by how its like are set elsewhere on the page;
    `fit` is everything that may be a heading.
    """
    small = [look for look in singles if look.ratio < SMALL and look.rows <= _ROWS]
    small = [look for look in small if not _is_wide(board, look)]
    reach = _reach(board, [look for look in fit if look not in small])
    signs = {look.id: _signs(board, look, reach) for look in small}
    found: dict[str, str] = {}
    for look in small:
        others = [one for one in small if _alike(board, look, one)]
        like = [sum(signs[one.id].values()) for one in others]
        own = sum(signs[look.id].values())
        sure = len(like) > _MANY and sorted(like)[1] > 0  # all others are
        sure &= own >= _STRAY and min(signs[look.id].values()) >= -1
        short = look.rows <= statistics.median(one.rows for one in others)
        stray = sure and short and _goes_on_here(board, look, reach, small)
        if stray or (own > -1 and own + statistics.mean(like) > 0):
            why = next((why for why, weight in signs[look.id].items() if weight > 0), "")
            found[look.id] = why or "is set like the subheadings of this page"
    return found


def _goes_on_here(
    board: Board, look: Look, reach: Sequence[tuple[Look, Box]], small: Sequence[Look]
) -> bool:
    """Whether a heading may stand in a story that goes on over it: one whose headline is larger.

    Or it heads the page's column alone; small items follow one another.
    """
    if board.above(look, board.looks) is None:
        return not any(_like_it(board, look, small))
    return any(
        span.y1 < look.box.y0 and span.overlap_x(look.box) > 0
        for head, span in reach
        if head.ratio >= _OVER * look.ratio and not is_label(head)
    )


def items(
    board: Board, inner: Mapping[str, str], stacks: Sequence[Sequence[Look]], fit: Sequence[Look]
) -> set[str]:
    """Return which of the subheadings `inner` head small items: the first of their column does.

    No story's headline is set like its subheadings, and no deck under a label like what heads
    the texts that follow.
    """
    found: set[str] = set()
    for stack in stacks:
        first = stack[-1]
        labelled = len(stack) == _LABELLED and is_label(stack[0])
        if first.id in inner or first.ratio >= SMALL or not (labelled or len(stack) == 1):
            continue
        run = list(_like_it(board, first, [one for one in fit if one.rows <= _ROWS]))
        small = all(one.id in inner for one in run) and not _is_wide(board, first)
        if len(run) >= _ITEMS and small:
            found |= {one.id for one in run}
    return found


def is_label(look: Look) -> bool:
    """Return whether a line is a few words in capitals, as stand over small items."""
    return look.rows == 1 and look.said.case == "caps" and look.said.words <= _LABEL_WORDS


def _like_it(board: Board, first: Look, fit: Sequence[Look]) -> Iterator[Look]:
    """Yield the headings under one in its column, as long as they are set like it."""
    last: Look | None = first
    while last is not None:
        last = board.below(last, fit)
        if last is None or not _alike(board, first, last):
            return
        yield last


def _reach(board: Board, heads: Sequence[Look]) -> list[tuple[Look, Box]]:
    """Return the large headings, each with the box of all columns that it stands over."""
    large = [look for look in heads if look.ratio >= _TEXT or _is_wide(board, look)]
    texts = [look.box for look in board.looks if look not in heads]
    sight = Sight(
        [look.box for look in large], texts, board.pictures, board.rules, board.scale.size
    )
    return list(zip(large, spans(sight), strict=True))


def _is_wide(board: Board, look: Look) -> bool:
    """Whether a heading stands over several columns, as no subheading does."""
    under = board.below(look, board.looks)
    return under is not None and _spans(look, under)


def _is_wide_head(head: Look, under: Look | None) -> bool:
    return under is not None and head.rows <= _ROWS and _spans(head, under)


def _spans(head: Look, column: Look) -> bool:
    return head.box.width >= _WIDER * column.box.width


def _alike(board: Board, one: Look, two: Look) -> bool:
    small, large = sorted((one.ratio, two.ratio))
    one_size = large <= _ALIKE[not board.scale.exact] * small
    one_case = (one.said.case == "caps") is (two.said.case == "caps")
    return one_size and one.bold == two.bold and one_case


def _signs(board: Board, look: Look, reach: Sequence[tuple[Look, Box]]) -> Mapping[str, int]:
    """Return what speaks for a subheading (1) and for the headline of a story (-1)."""
    peers, insets = board.past_insets(look)
    over, under = board.above(look, peers), board.below(look, board.looks)
    size, foot = board.scale.size, over.box if over else look.box
    if over and (past := [box for box in insets if box.y0 >= over.box.y1 - size]):
        foot = foot._replace(y1=max(box.y1 for box in past) + round(size))
    gap = look.box.y0 - foot.y1 if over else 0
    text = over is not None and _is_text(over) and not _is_wide_head(over, under)
    signed = over is not None and signs(board, over)
    ruled = over is not None and board.dashed(foot, look.box)
    broken = text and over is not None and _breaks_off(over)
    inside = text and gap <= _CLOSE * size and not ruled and not broken
    headed = under is not None and _under_headline(board, look, (over, under), reach)
    return {
        "is a short line set apart between text above and below": int(inside and under is not None),
        "is a short line at the head of a column under a wider headline": int(headed),
        "opens with the mark of an item": -2 * int(opens_item(look.said.text)),
        "stands under a rule": -int(ruled and text),
        "stands under text that breaks off": -int(broken),
        "stands far under the text over it": -int(text and gap > _FAR * size),
        "stands over a report, a letter or a name": -2 * int(under is not None and opens(under)),
        "stands under the name of who wrote the text over it": -2 * int(signed),
        "stands over no text": -2 * int(under is None or under.ratio >= _TEXT),
        "stands over a table": -2 * int(under is not None and is_table(under, size)),
        "stands over a picture": -2
        * int(not headed and over_picture(look.box, board.pictures, size)),
        "stands under nothing": -int(not headed and not text),
    }


def _is_text(look: Look) -> bool:
    """Whether a region is running text: a line alone may be the end of a paragraph."""
    alone = starts_inside(look.said.text) and look.said.ends
    return look.ratio < _TEXT and (look.rows >= 2 or alone)


def _breaks_off(look: Look) -> bool:
    """Whether text ends at its column's edge in mid-sentence: it goes on elsewhere."""
    last = look.region.lines[-1]
    full = last.box.x1 >= look.box.x1 - _AT_EDGE * look.box.width
    return full and not last.vertical and not ends_sentence(printed(last))


def _under_headline(
    board: Board,
    look: Look,
    around: tuple[Look | None, Look],
    reach: Sequence[tuple[Look, Box]],
) -> bool:
    """Whether a small heading begins a column that stands under a wider headline."""
    over, under = around
    if look.rows > 2:
        return False
    return any(
        (head.ratio >= _OVER * look.ratio or _is_wide(board, head))
        and span.y1 < look.box.y0
        and span.overlap_x(look.box) >= 0.7 * look.box.width
        and span.width >= _WIDER * under.box.width
        and not (over and over.rows >= 2 and over.ratio < _TEXT and over.box.y0 >= span.y1)
        and not board.dashed(span, look.box)
        and not any(
            span.y1 < other.y0 < look.box.y0 and other.overlap_x(look.box) > 0 for _, other in reach
        )
        for head, span in reach
    )


def opens(look: Look) -> bool:
    """Return whether a region opens a report or a letter: "ROME, May 2.—The", "By A. Bell"."""
    first = " ".join(printed(line) for line in look.region.lines[:2])
    said = says_text(printed(look.region.lines[0]))
    told = look.said.dateline or look.said.byline or said.dateline or said.byline
    return told or opens_with_dateline(first) or opens_letter(first)
