"""Running headers and folios: the one row over or under the text of a page."""

from __future__ import annotations

from collections.abc import Sequence

from digitize.layout.evidence.verdict import Verdict, furniture
from digitize.layout.page.board import Board, Look
from digitize.model.geometry import Box, union
from digitize.model.page import Role

_STRIP = 0.1  # of the print's height, at the top and at the foot
_LEVEL = 2.5  # body sizes; pieces of one row may lie as much apart in height
_LARGEST = 2.2  # body sizes; larger type heads something
_WHITE = 0.4  # body sizes of white that part the row from the text
_UNDER = 0.8  # of the text's width; a rule this long parts it from the row, whatever reaches over


def folios(board: Board) -> dict[str, Verdict]:
    """Return verdicts on the rows of page number, title and date over and under the text."""
    found: dict[str, Verdict] = {}
    over = _row(board, top=True)
    if sum(map(_points_inside, over)) > 1:
        over = []  # teasers over the paper's name: "Travel, page 40"
    for row in (over, _row(board, top=False)):
        verdicts = {look.id: _verdict(look) for look in row}
        if any(verdict is not None for verdict in verdicts.values()):
            found |= {
                name: verdict
                or Verdict(Role.RUNNING_HEADER, 0.55, "stands in one row with the folio")
                for name, verdict in verdicts.items()
            }
    return found


def _points_inside(look: Look) -> bool:
    """Whether a piece of a row names a page and what is to be found there."""
    return "page" in look.said.facts and look.said.words > 1


def _row(board: Board, *, top: bool) -> list[Look]:
    """Return the outermost row of single lines, empty when text stands there."""
    looks = [
        look
        for look in board.looks
        if look.said.weight > 0 and any(map(str.isalnum, look.said.text)) and look.frame < 0
    ]
    if not looks:
        return []
    page = union(look.box for look in looks)
    if top:
        first = min(looks, key=lambda look: look.box.y0)
        near = [look for look in looks if look.box.y0 - first.box.y0 <= _LEVEL * board.scale.size]
        strip = first.box.y0 <= page.y0 + _STRIP * page.height
    else:
        first = max(looks, key=lambda look: look.box.y1)
        near = [look for look in looks if first.box.y1 - look.box.y1 <= _LEVEL * board.scale.size]
        strip = first.box.y1 >= page.y1 - _STRIP * page.height
    row = [look for look in near if look.rows == 1 and look.ratio <= _LARGEST]
    row = [look for look in row if look.box.height <= _LEVEL * board.scale.size]
    row = [look for look in row if look.said.jump is None and not _parted(first.box, look, board)]
    level = union(look.box for look in row) if row else page
    clear = strip and not _touched(level, [look for look in looks if look not in row], board)
    return row if clear else []


def _touched(level: Box, others: Sequence[Look], board: Board) -> bool:
    """Whether text stands too near a row, and no printed rule parts it from the row."""
    near = (look for look in others if look.box.overlap_y(level) > -_WHITE * board.scale.size)
    return any(not (_parted(level, look, board) or _in_margin(level, look)) for look in near)


def _in_margin(level: Box, look: Look) -> bool:
    """Whether one column of characters stands beside a row: it runs down the page's margin."""
    return look.rows == 1 and look.region.lines[0].vertical and look.box.overlap_x(level) <= 0


def _parted(level: Box, look: Look, board: Board) -> bool:
    between = sorted((level.center.y, look.box.center.y))
    return any(
        between[0] < rule.center.y < between[1]
        and not level.y0 <= rule.center.y <= level.y1
        and rule.overlap_x(look.box) >= _UNDER * look.box.width
        for rule in board.rules.across
    )


def _verdict(look: Look) -> Verdict | None:
    said = look.said
    known = furniture(said)
    if known is not None and known.role == Role.NAMEPLATE:
        return Verdict(
            Role.RUNNING_HEADER, 0.8, "repeats a newspaper's name over or under the page"
        )
    if known is not None and known.role in (Role.DATE_LINE, Role.FOLIO, Role.MASTHEAD):
        return Verdict(Role.FOLIO, 0.85, f"{known.reason} over or under the page")
    if "page" in said.facts and said.words <= 8:
        return Verdict(Role.FOLIO, 0.8, "names the page, over or under the text")
    return None
