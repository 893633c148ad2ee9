"""Large Chinese characters whose parts stand apart: 荒 is three rows beside 風, which is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digitize.image.row import Row
from digitize.model.geometry import Box, union

LARGE = 2.5  # glyph heights of the page; parts of smaller characters are put together otherwise
PART = 0.75  # of the height of its row; a part of a character is no higher
FEW = 4  # glyphs; a part has no more
BROAD = 0.28  # of that height; letters of text beside a headline are narrower than such glyphs
NEXT = 0.45  # of its height, from one character to the next
HIGH, WIDE = 0.7, (0.4, 1.15)  # of that height, what the parts of a character fill


def with_squares(rows: Sequence[Row], size: float) -> list[Row]:
    """Return rows, with each large one all characters beside it that stand in parts.

    `size` is the page's glyph height. Parts are rows of a few glyphs, two or more one over the
    other, that fill a square next to the row and as high as it.
    """
    left = sorted(rows, key=lambda row: -row.rise)
    done: list[Row] = []
    while left:
        host = left.pop(0)
        if host.rise >= LARGE * size:
            while parts := _beside(host, left):
                left = [row for row in left if row not in parts]
                box = union([host.box, *(part.box for part in parts)])
                area = host.area + sum(part.area for part in parts)
                host = replace(host, box=box, count=host.count + 1, area=area)
        done.append(host)
    return done


def _beside(host: Row, rows: Sequence[Row]) -> list[Row]:
    """Return the parts of the next character to the left or the right, none where there is none."""
    slack = NEXT / 3 * host.rise
    parts = [
        row
        for row in rows
        if row.rise <= PART * host.rise
        and row.count <= FEW
        and row.box.width >= BROAD * row.count * host.rise
        and host.top - slack <= row.box.y0
        and row.box.y1 <= host.base + slack
    ]
    reach = (NEXT + WIDE[1]) * host.rise
    for start, stop in ((host.box.x1, host.box.x1 + reach), (host.box.x0 - reach, host.box.x0)):
        near = [row for row in parts if start - slack <= row.box.x0 and row.box.x1 <= stop + slack]
        if len(near) > 1 and _is_square(union(row.box for row in near), host):
            return near
    return []


def _is_square(box: Box, host: Row) -> bool:
    gap = max(box.x0 - host.box.x1, host.box.x0 - box.x1)
    wide = WIDE[0] * host.rise <= box.width <= WIDE[1] * host.rise
    return gap <= NEXT * host.rise and box.height >= HIGH * host.rise and wide
