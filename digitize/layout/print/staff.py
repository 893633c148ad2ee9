"""The staff box of a leader page: the paper's name, who makes it, and on what terms."""

from __future__ import annotations

from collections.abc import Sequence

from digitize.layout.evidence.verdict import Verdict, tells_publisher
from digitize.layout.page.board import Board, Look
from digitize.layout.page.rules import holds
from digitize.model.geometry import Box, union
from digitize.model.page import Role

_TITLED = 0.75  # how much the first line must read like a newspaper's name
_TOLD = 0.5  # of what stands under it, that tells of the publisher
_ROWS = 6  # rows of a statement; text is longer


def staff(board: Board, looks: Sequence[Look]) -> dict[str, Verdict]:
    """Return verdicts on the regions of `looks` in a frame that begins with the paper's name."""
    found: dict[str, Verdict] = {}
    for frame in board.frames:
        box = _whole(frame, board.frames, board.scale.size)
        inside = [look for look in board.looks if holds(box, look.box)]
        first = min(inside, key=lambda look: look.box.y0, default=None)
        if first is None or first.said.title < _TITLED or first.rows > 1:
            continue
        told = sum(tells_publisher(look.said) for look in inside)
        if told >= max(1, _TOLD * (len(inside) - 1)) and all(look.rows <= _ROWS for look in inside):
            why = "stands in a box under the paper's name, with who publishes it"
            found |= {look.id: Verdict(Role.MASTHEAD, 0.8, why) for look in inside if look in looks}
    return found


def _whole(frame: Box, boxed: Sequence[Box], size: float) -> Box:
    """Return a frame with those right under it that are as wide: rules part one box in rows."""
    for one in sorted(boxed, key=lambda box: box.y0):
        alike = max(abs(one.x0 - frame.x0), abs(one.x1 - frame.x1)) <= size
        if alike and abs(one.y0 - frame.y1) <= size:
            frame = union((frame, one))
    return frame
