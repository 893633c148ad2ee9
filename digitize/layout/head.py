"""The head of a front page: nameplate, ears, date line, and the lines between its rules."""

from __future__ import annotations

from collections.abc import Sequence

from digitize.layout.board import Board, Look
from digitize.layout.verdict import Verdict, furniture, tells_publisher
from digitize.model.geometry import union
from digitize.model.page import Role

_TOP = 0.4  # of the page; the head of a front page ends above
_NAME = 2.0  # body sizes; the nameplate is at least so large
_LARGE_NAME = 3.5  # body sizes; type this large needs fewer other signs
_NAME_WIDTH = 0.2  # of the print's width
_UNDER = 8.0  # body sizes under the nameplate in which facts speak for it
_NEAR = 10.0  # body sizes under the nameplate in which its date line stands
_ROW_WIDTH = 0.35  # of the print's width; facts that span this close the head
_LONG = 6  # rows; a region of text with more of them is a column, not the head
_STRONG = frozenset({"date", "volume", "number", "price"})


def head(board: Board) -> dict[str, Verdict]:
    """Return verdicts on the regions of the page's head; none when the page has no head."""
    top = board.content.y0 + _TOP * board.content.height
    high = [look for look in board.looks if look.box.center.y <= top and look.rows <= _LONG]
    facts = [look for look in high if _strong(look)]
    name = _nameplate(board, high, facts)
    row = _closing_row(board, high, facts, name)
    if name is None and not row:
        return {}
    if name is None and (_is_running(board, row) or any(_is_folio(look) for look in high)):
        return {}
    floor = max(look.box.y1 for look in [*row, *([name] if name else [])])
    inside = [look for look in high if look.box.center.y <= floor]
    plate = [look for look in inside if name is not None and _part_of(look, name)]
    why = "is the largest type at the head of the page"
    return {look.id: _verdict(look, name) for look in inside} | {
        look.id: Verdict(Role.NAMEPLATE, 0.9, why) for look in plate
    }


def _strong(look: Look) -> bool:
    verdict = furniture(look.said)
    return verdict is not None and bool(look.said.facts & _STRONG) and verdict.role != Role.PROMO


def _nameplate(board: Board, high: Sequence[Look], facts: Sequence[Look]) -> Look | None:
    """Return the region that is the title: large, wide, high, or with a name's words."""
    wide = _NAME_WIDTH * board.content.width
    fit = [
        look for look in high if look.ratio >= _NAME and look.box.width >= wide and look.frame < 0
    ]
    fit = [look for look in fit if _name_score(look, facts, board) >= 1.0]
    return max(fit, key=lambda look: (_name_score(look, facts, board), -look.box.y0), default=None)


def _name_score(look: Look, facts: Sequence[Look], board: Board) -> float:
    size = board.scale.size
    under = any(-size <= fact.box.y0 - look.box.y1 <= _UNDER * size for fact in facts)
    over = any(look.box.y0 - fact.box.y1 >= -size for fact in facts)
    score = 0.7 * (look.said.title >= 0.75) + 0.3 * (look.said.title >= 0.5)
    score += 0.5 * under - 0.4 * (over and not under) + 0.5 * (look.ratio >= _LARGE_NAME)
    score += 0.2 * (look.box.width >= 0.5 * board.content.width)
    others = [item.ratio for item in board.looks if item.id != look.id and item.frame < 0]
    score += 0.2 * (look.ratio >= max(others, default=0.0))
    return score - 0.5 * (look.rows > 2)


def _closing_row(
    board: Board, high: Sequence[Look], facts: Sequence[Look], name: Look | None
) -> list[Look]:
    """Return the regions of the lowest row of facts that belongs to the head."""
    best: list[Look] = []
    for fact in facts:
        row = [look for look in high if _level(look, fact) and look.rows <= 2]
        box = union(look.box for look in row)
        spans = box.width >= _ROW_WIDTH * board.content.width
        near = (
            name is not None
            and -name.box.height <= box.y0 - name.box.y1 <= _NEAR * board.scale.size
        )
        if (spans or near) and (not best or box.y1 > max(look.box.y1 for look in best)):
            best = row
    return best


def _level(one: Look, two: Look) -> bool:
    return one.box.overlap_y(two.box) > 0.5 * min(one.box.height, two.box.height)


def _is_running(board: Board, row: Sequence[Look]) -> bool:
    """Whether the row is the one line over an inner page: at the very top, in body type."""
    level = union(look.box for look in row)
    over = [look for look in board.looks if look.box.y1 <= level.y0 and look.said.weight > 3]
    return not over and max(look.ratio for look in row) < 1.6


def _is_folio(look: Look) -> bool:
    """Whether a region only gives the number of a page, as inner pages do."""
    known = furniture(look.said)
    return known is not None and known.role == Role.FOLIO


def _verdict(look: Look, name: Look | None) -> Verdict:
    known = furniture(look.said)
    if known is not None and known.role != Role.NAMEPLATE:
        return known
    if tells_publisher(look.said):
        return Verdict(Role.MASTHEAD, 0.85, "says who publishes the paper or on what terms")
    return _by_place(look, name)


def _by_place(look: Look, name: Look | None) -> Verdict:
    if name is not None and look.box.overlap_y(name.box) > 0.3 * look.box.height:
        return Verdict(Role.EAR, 0.7, "stands beside the nameplate")
    if look.said.title >= 0.75 and look.ratio >= 1.3:
        return Verdict(Role.NAMEPLATE, 0.7, "reads like a newspaper's name, in the head")
    if name is not None and look.box.y1 <= name.box.y0:
        return Verdict(Role.EAR, 0.5, "stands over the nameplate")
    return Verdict(Role.MASTHEAD, 0.6, "stands in the head of the page")


def _part_of(look: Look, name: Look) -> bool:
    """Whether a region is another piece of the nameplate."""
    return look.ratio >= 0.5 * name.ratio and look.box.overlap_y(name.box) > 0.4 * look.box.height
