"""Advertisements by how they look: frames, mixed type, short centred lines, prices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from digitize.grammar.bylines import may_be_byline
from digitize.layout.evidence.adverts import is_notice, sells
from digitize.layout.evidence.verdict import Verdict
from digitize.layout.page.board import Board, Look, beside, composed
from digitize.layout.page.rules import holds, is_closed
from digitize.layout.page.scale import mostly_vertical
from digitize.layout.print.tables import is_table
from digitize.model.geometry import Box, union
from digitize.model.page import Role

_FRAME, _GRID = 0.3, 0.1  # what a frame says for an advertisement, and column rules with others
_FRAMED, _LOOSE = 0.5, 0.6  # scores from which a group is an advertisement
_TEXT_ROWS = 8  # rows in one region of body type that make it running text
_MEASURED = 6  # letters; the end of a paragraph alone, "name.", tells no size of type
_WIDE_ROW, _TEXT_ROW = 60, 30  # letters; so long rows are text however few, unframed the latter
_SELLS = 0.5  # how much a text must sell to be paid for, though it names somebody
_SELLS_PLAINLY = 0.8  # the same, though it is set like running text
_MUCH_TEXT = 8  # rows of running text, in which sums of money are news as likely as prices
_FULL, _AROUND = 0.6, 0.35  # of the rows are full; of many so few, as text runs around something
_HEAD_ROWS = 3  # rows of the last part of a heading
_HEADED = 3.0  # body sizes under large type where the text that it heads begins
_SHORT_TIER = 300  # weight; advertisements in a tier say less
_MOST_ROWS = 60  # rows; a frame with more of them, mostly text, is a page or a supplement
_DISPLAY_ROWS = 5  # rows of mixed type without text that can only be display
_SIGNATURE = 1.5  # body sizes; the names that end advertisements are at least so large
_DISPLAY = 1.15  # times the size of some other print; the display line is at least so large
_ALIKE = 1.05  # type sizes that are one
_DISPLAY_LINES = 4  # a name is no longer
_BANNER, _NARROW = 0.4, 0.25  # of the page, and of that: no advertisement is set so
_CELL_GAP = 6.0  # body sizes of white inside one advertisement

_Parted = Callable[[Box, Box], bool]


def adverts(board: Board, looks: Sequence[Look]) -> dict[str, Verdict]:
    """Return verdicts on the regions of `looks` that advertise or give notice."""
    found: dict[str, Verdict] = {}
    for frame, framed in _framed(board, looks):
        group = [look for look in framed if look.id not in found]
        frame_weight = _FRAME if is_closed(frame, board.rules, board.scale.size) else _GRID
        if not group or _heads_text(board, group):
            continue
        score, why = _score(group, board, frame_weight)
        if score >= _FRAMED:
            found |= {look.id: Verdict(Role.ADVERT, min(0.95, score), why) for look in group}
            found |= _shown(group)
    for parted in (board.parted, board.dashed):
        rest = [look for look in looks if look.id not in found]
        for cell in _cells(board, rest, parted):
            score, why = (0.0, "") if _heads_text(board, cell) else _score(cell, board, 0.0)
            if score >= _LOOSE:
                found |= {look.id: Verdict(Role.ADVERT, min(0.85, score), why) for look in cell}
                found |= _shown(cell)
    for look in looks:
        if look.id not in found and is_notice(look.said.text) and look.rows >= 2:
            found[look.id] = Verdict(Role.NOTICE, 0.6, "opens like a public notice")
    return found


def _shown(group: Sequence[Look]) -> dict[str, Verdict]:
    """Return a verdict on the display line: the first of the largest type, whose advert it is.

    Where it does not stand first, most of the rest is smaller: ink of one type varies.
    """
    largest = max(look.ratio for look in group)
    shown = next(
        look for look in group if look.ratio >= largest / (_DISPLAY if look.bold else _ALIKE)
    )
    other = [look for look in group if look.ratio < largest / _DISPLAY or look.bold < shown.bold]
    said = shown.said
    smaller, rest = (sum(look.rows for look in looks) for looks in (other, group))
    like_most = 2 * smaller <= rest - shown.rows
    if not other or (shown is not group[0] and like_most):
        return {}
    if shown.rows > _DISPLAY_LINES or not any(map(str.isalpha, said.text)):
        return {}
    if said.ends and said.case == "sentence":
        return {}
    why = "is the largest type of an advertisement: whose it is"
    return {shown.id: Verdict(Role.HEADLINE, 0.7, why)}


def _framed(board: Board, looks: Sequence[Look]) -> Iterator[tuple[Box, list[Look]]]:
    """Yield each frame and what stands in it, from the outermost inwards.

    The caller takes a group as an advertisement or goes on to the frames inside it.
    """
    for frame in sorted(board.frames, key=lambda box: -box.area):
        group = [look for look in looks if holds(frame, look.box)]
        if group:
            yield frame, group


def _cells(board: Board, looks: Sequence[Look], parted: _Parted) -> Iterator[list[Look]]:
    """Yield runs of regions in one column between rules: long ones, or short dashes too."""
    left = sorted(looks, key=lambda look: (look.box.y0, look.box.x0))
    while left:
        cell = [left.pop(0)]
        while True:
            following = board.below(cell[-1], looks)
            if following is None or following not in left:
                break
            if not _is_near(board, cell[-1], following) or parted(cell[-1].box, following.box):
                break
            if _is_banner(board, cell[-1], following):
                break
            left.remove(following)
            cell.append(following)
        yield cell


def _is_banner(board: Board, upper: Look, lower: Look) -> bool:
    """Whether a region runs over much of the page, and what is under it over one column."""
    wide = upper.box.width >= _BANNER * board.content.width
    return wide and lower.box.width <= _NARROW * upper.box.width


def _heads_text(board: Board, cell: Sequence[Look]) -> bool:
    """Whether display type stands right over running text, a table, or the name of its writer.

    The text may stand in several columns under it, and under a picture that comes between.
    """
    last, box = cell[-1], union(look.box for look in cell)
    floor = last.box.y1 + _HEADED * board.scale.size
    shown = [
        one for one in board.pictures if one.overlap_x(box) > 0 and last.box.y1 <= one.y0 <= floor
    ]
    floor = max([floor, *(one.y1 + _CELL_GAP * board.scale.size for one in shown)])
    under = [
        look
        for look in board.looks
        if last.box.center.y < look.box.y0 <= floor and look.box.overlap_x(box) > 0
    ]
    if last.rows > _HEAD_ROWS or not under:
        return False
    return any(
        is_table(look, board.scale.size)
        or (
            (look.said.byline or look.said.dateline or _runs(look))
            and not board.parted(last.box, look.box)
        )
        for look in under
    )


def _is_near(board: Board, upper: Look, lower: Look) -> bool:
    near = lower.box.y0 - upper.box.y1 <= _CELL_GAP * board.scale.size
    return near and beside(upper.box, lower.box)


def _score(group: Sequence[Look], board: Board, frame_weight: float) -> tuple[float, str]:
    """Return 0..1 and the reasons: how much a group looks and reads like an advertisement."""
    framed = frame_weight > 0
    rows = sum(look.rows for look in group)
    text = " ".join(look.said.text for look in group)
    least = _WIDE_ROW if framed else _TEXT_ROW
    running = sum(look.rows for look in group if _runs(look, least)) / max(1, rows)
    told = [look for look in group if look.said.weight >= _MEASURED] or group
    ratios = [look.ratio for look in told for _ in range(look.rows)]
    mixed = max(ratios) / min(ratios) >= 1.8 and len(group) >= 3
    trade, signed = sells(text), _signed(group)
    if framed and mostly_vertical([line for look in group for line in look.region.lines]):
        return _vertical_score(group, trade, running)
    picture = any(
        box.overlap_x(look.box) > 0 and box.overlap_y(look.box) > 0
        for box in board.pictures
        for look in group
    )
    signs = {
        "is framed": frame_weight,
        "mixes sizes of type": 0.25 * mixed,
        "is nothing but display": 0.3 * (not framed and rows >= _DISPLAY_ROWS),
        "names prices, addresses or trade": 0.5 * trade,
        "has short lines and no running text": 0.35 * (running < 0.3) * (rows >= 3 or framed),
        "holds a picture": 0.1 * picture,
        "has large type under its text": 0.25 * signed,
        "names its writer": -0.5
        * any(_names_writer(look) for look in _inside(board, group)[1:])
        * (frame_weight < _FRAME and trade < _SELLS),
        "is running text": -0.45
        * (running > 0.6)
        * (trade < _SELLS_PLAINLY)
        * (trade < _SELLS or running * rows >= _MUCH_TEXT)
        * (not signed or rows > _MOST_ROWS),
    }
    if not framed and not _loose(group, rows, running, trade, ratios):
        return 0.0, ""
    return sum(signs.values()), ", ".join(why for why, weight in signs.items() if weight > 0)


def _inside(board: Board, group: Sequence[Look]) -> list[Look]:
    """Return all that stands among the regions of a group, whatever it is known as already."""
    box = union(look.box for look in group)
    return [look for look in board.looks if look in group or box.contains(look.box)]


def _names_writer(look: Look) -> bool:
    """Whether a region is the name of a writer, with his place or trade: news, however short."""
    text = look.said.text
    placed = " in " in text or " at " in text
    return look.rows <= 2 and (look.said.byline or (placed and may_be_byline(text)))


def _vertical_score(group: Sequence[Look], trade: float, running: float) -> tuple[float, str]:
    """Score a framed group of vertical print, where rules close every tier, news or not."""
    short = sum(look.said.weight for look in group) < _SHORT_TIER
    news = running > 0.6 and trade < _SELLS_PLAINLY
    score = 0.2 + 0.5 * trade + 0.2 * (short and trade > 0) - 0.45 * news
    return score, "is framed, names prices, addresses or trade"


def _loose(
    group: Sequence[Look], rows: int, running: float, trade: float, ratios: Sequence[float]
) -> bool:
    """Whether a group without a frame may be an advertisement at all."""
    steps = len({round(2 * ratio) for ratio in ratios})
    display = rows >= _DISPLAY_ROWS and steps >= 3 and running < 0.2 and len(group) >= 3
    return display or (trade >= 0.25 and running <= 0.5)


def _signed(group: Sequence[Look]) -> bool:
    """Whether large type stands at the foot too: the firm's name, where news ends in body type."""
    lowest = max(look.box.y1 for look in group)
    large = [look for look in group if look.ratio >= _SIGNATURE]
    feet = [look for look in large if look.box.y1 >= lowest - 2 * look.box.height / look.rows]
    return len(large) >= 2 and bool(feet)


def _runs(look: Look, least: int = _WIDE_ROW) -> bool:
    """Whether a region is running text: many rows of body type from edge to edge, or long ones."""
    row = least if look.rows > 1 else _WIDE_ROW
    wide = look.said.weight >= row * look.rows and (look.rows > 1 or look.said.ends)
    long = look.rows >= _TEXT_ROWS // 2 or wide
    full = look.full >= (_AROUND if look.rows >= 2 * _TEXT_ROWS else _FULL)
    return long and full and look.ratio < 1.4 and not composed(look, look.region.lines[0].size)
