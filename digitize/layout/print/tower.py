"""The head of a page of vertical print: title, date and number in columns at the page's corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digitize.layout.evidence.verdict import Verdict, furniture, tells_publisher
from digitize.layout.page.board import Board, Look
from digitize.layout.print.head import head
from digitize.model.geometry import union
from digitize.model.page import Role

_CORNER = 0.12  # of the print's height and width; the title begins so near the corner
_NAME = 2.0  # body sizes; the title is at least so large
_LARGE_NAME = 3.5  # body sizes; type this large needs no title's words, but facts beside it
_TITLE = 0.75  # how much it must read like a title otherwise
_FACTS = frozenset({"date", "number", "volume", "price"})
_BESIDE = 10.0  # body sizes between the title's column and what belongs to it
_ROWS = 6  # columns; a region with more of them is text
_LEVEL = 0.3  # of a region's length, that it stands beside the title


def tower(board: Board, flowing: Board) -> dict[str, Verdict]:
    """Return verdicts on the head of a vertical page.

    `flowing` is the page laid on its side, where the title runs along the top edge; lines of
    horizontal print over the columns are judged as on any front page.
    """
    across = tuple(look for look in board.looks if not _stands(look))
    found = head(replace(board, looks=across))
    standing = [look for look in flowing.looks if _stands(look)]
    name = _name(flowing, standing)
    if name is None:
        return found
    found[name.id] = Verdict(Role.NAMEPLATE, 0.85, "is the largest type in the page's corner")
    for look in standing:
        if look is not name and _beside(flowing, look, name):
            found[look.id] = _verdict(look)
    return found


def _stands(look: Look) -> bool:
    return look.region.lines[0].vertical


def _name(board: Board, looks: Sequence[Look]) -> Look | None:
    """Return the title: large type in the corner where reading begins."""
    page = board.content
    near = [
        look
        for look in looks
        if look.ratio >= _NAME
        and look.rows <= 2
        and look.box.x0 - page.x0 <= _CORNER * page.width
        and look.box.y0 - page.y0 <= _CORNER * page.height
        and (
            look.said.title >= _TITLE or (look.ratio >= _LARGE_NAME and _dated(board, looks, look))
        )
    ]
    return max(near, key=lambda look: (look.ratio, -look.box.y0), default=None)


def _dated(board: Board, looks: Sequence[Look], name: Look) -> bool:
    """Whether date, number or price stand beside large type, as they do beside a title."""
    return any(
        look is not name and look.said.facts & _FACTS and _beside(board, look, name)
        for look in looks
    )


def _beside(board: Board, look: Look, name: Look) -> bool:
    """Whether a region stands level with the title, before any text or headline."""
    if look.rows > _ROWS or look.ratio >= _NAME:
        return False
    level = name.box.overlap_x(look.box) >= _LEVEL * look.box.width
    near = -_BESIDE * board.scale.size <= look.box.y0 - name.box.y1 <= _BESIDE * board.scale.size
    between = union((name.box, look.box))
    heads = any(
        other.ratio >= _NAME
        and other is not name
        and name.box.y1 <= other.box.center.y <= look.box.y0
        and other.box.overlap_x(between) > 0
        for other in board.looks
    )
    told = furniture(look.said) is not None or tells_publisher(look.said) or bool(look.said.facts)
    return level and near and told and not heads


def _verdict(look: Look) -> Verdict:
    known = furniture(look.said)
    if known is not None and known.role != Role.NAMEPLATE:
        return known
    return Verdict(Role.MASTHEAD, 0.6, "stands beside the title, in the page's corner")
