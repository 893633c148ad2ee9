"""Cut a column of vertical Han print into its characters.

Han characters stand in even cells, each about as high as the type is wide. The cuts follow the
white between characters as far as the pitch allows; pitch and cuts are found together, by dynamic
programming over cut positions for a range of pitches. The first and the last cell may reach beyond
the ink, for a bracket or a 一 fills but a part of its cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from digitize.model.geometry import Box
from digitize.ocr.ink import Mask

INKED = 0.92
"""Of the type's body: how wide the ink of most Chinese characters is."""

PITCHES = np.linspace(0.92, 1.5, 15)
"""Distances of characters that are tried, in bodies; justified lines are stretched."""

USUAL, SWAY = 1.0, 0.38
"""The pitch most columns have, and by how much (natural logarithm) they differ: a cut through every
second white would else do as well."""

LOOSE = (0.62, 1.45)
"""How short and how long a cell may be, in pitches."""

STIFFNESS = 0.6
"""What it costs to leave the pitch, against the ink a cut goes through."""

OVER = 0.6
"""How far the first and the last cell may reach beyond the ink, in bodies."""

MIDST, NEAR = 0.06, 0.1
"""How far a cut looks about itself, in bodies, and what ink counts there: the middle of the white
is best."""

ROOM = 1.15
"""How wide a cell is, in pitches: the glyph and a little paper, without the next column."""

LEAST = 6
"""Pixels; a narrower column is not cut: no Han character can be read at that size."""

SMALL = 0.5
"""A mark is smaller than this both ways, in widths of its cell."""

FLAT, THICK = 0.45, 0.15
"""A bracket lying down is lower than this, and higher than the stroke of 一, in widths of its
cell."""

BOW = 0.15
"""How far its middle lies above or below its ends, in its heights."""

CORNER = (0.35, 0.7)
"""How large the longer arm of ﹁ or ﹂ is, in widths of its cell; a comma is smaller."""

FULL, EMPTY = 0.85, 0.1
"""Of its arms and of the corner between them: how much is inked."""

THIN, TALL = 0.15, 0.75
"""A dash that stands is narrower and higher than this, in widths of its cell."""

Profile = npt.NDArray[np.float64]


def body(ink: Mask) -> float:
    """Return the body of a column's type in pixels."""
    return breadth(ink) / INKED


def breadth(ink: Mask) -> int:
    """Return how wide the glyphs of a column are, in pixels; a slanting column is wider."""
    height, width = ink.shape
    parts = np.array_split(ink, max(1, height // width))
    inked = [np.flatnonzero(part.any(axis=0)) for part in parts]
    widths = [int(np.ptp(columns)) + 1 for columns in inked if columns.size]
    return max(LEAST, round(float(np.percentile(widths, 75)))) if widths else width


def cells(ink: Mask) -> list[Box]:
    """Return the cell of each character, from the top; cells follow a column that slants."""
    height, width = ink.shape
    if width < LEAST or not ink.any():
        return [Box(0, 0, width, height)]
    step, cuts = _cuts(ink.sum(axis=1).astype(np.float64), body(ink))
    spans = list(pairwise(cuts))
    half = ROOM * min(step, width) / 2
    return [
        Box(max(0, round(x - half)), top, min(width, round(x + half)), bottom)
        for x, (top, bottom) in zip(_spine(ink, spans), spans, strict=True)
    ]


def _spine(ink: Mask, spans: Sequence[tuple[int, int]]) -> list[float]:
    """Return the middle of the column at each cell: a straight line through the cells' ink."""
    width = ink.shape[1]
    weight = ink.sum(axis=1)
    rows = np.flatnonzero(weight)
    if rows.size < 2 or len(spans) < 3:
        return [width / 2] * len(spans)
    centres = (ink[rows] * np.arange(width)).sum(axis=1) / weight[rows]
    slope, start = np.polyfit(rows, centres, 1, w=np.sqrt(weight[rows]))
    middles = start + slope * np.array(spans).mean(axis=1)
    return [float(x) for x in np.clip(middles, 1, width - 1)]


def _cuts(rows: Profile, size: float) -> tuple[float, list[int]]:
    """Return the pitch and the cut positions, first and last included, that cost least.

    `rows` is the ink of each row in pixels, `size` the body of the type.
    """
    over = round(OVER * size)
    toll = _toll(np.pad(rows / size, (over, over + 1)), size)
    steps = PITCHES * size
    reach = int(LOOSE[1] * steps[-1]) + 1
    least = max(1, round(LOOSE[0] * steps[0]))
    strain = _strain(np.arange(reach, least - 1, -1), steps)
    last = len(rows) + 2 * over
    cost = np.full((len(steps), reach + last + 1), np.inf)  # of the positions -reach to last
    came = np.zeros((len(steps), last + 1), dtype=int)
    cost[:, reach : reach + over + 1] = toll[: over + 1]
    for here in range(over + 1, last + 1):
        total = cost[:, here : here + reach - least + 1] + strain
        best = total.argmin(axis=1)
        cost[:, reach + here] = total.min(axis=1) + toll[here]
        came[:, here] = here - reach + best
    ends = cost[:, reach + over + len(rows) :]
    merit = ends.min(axis=1) * steps / len(rows) + 0.03 * np.log(PITCHES / USUAL) ** 2 / SWAY**2
    which = int(merit.argmin())
    cuts = [over + len(rows) + int(ends[which].argmin())]
    while cuts[-1] > over and came[which, cuts[-1]] < cuts[-1]:
        cuts.append(int(came[which, cuts[-1]]))
    inside = sorted({min(max(cut - over, 0), len(rows)) for cut in cuts} | {0, len(rows)})
    return float(steps[which]), inside


def _toll(rows: Profile, size: float) -> Profile:
    """Return what a cut at each position costs: the ink there and a little around."""
    around = 2 * max(1, round(MIDST * size)) + 1
    return rows + NEAR * np.convolve(rows, np.ones(around) / around, "same")


def _strain(heights: npt.NDArray[np.intp], steps: Profile) -> Profile:
    """Return what a cell of each height costs at each pitch."""
    ratio = heights[None, :] / steps[:, None]
    fits = (ratio >= LOOSE[0]) & (ratio <= LOOSE[1])
    return np.where(fits, STIFFNESS * (ratio - 1) ** 2, np.inf)


def point(ink: Mask) -> Box | None:
    """Return the box of the ink when a cell holds only a small mark, as 、or 。; else None."""
    box = _around(ink)
    if not box.area or max(box.width, box.height) > SMALL * ink.shape[1]:
        return None
    return box


def turned(ink: Mask) -> bool:
    """Whether a cell holds a mark as it lies in vertical print: ︵ ﹁ ︻ ︱, but not 一 or 、."""
    box, width = _around(ink), ink.shape[1]
    if not box.area:
        return False
    dark = ink[box.y0 : box.y1, box.x0 : box.x1]
    return _dash(box, width) or _corner(dark, box, width) or _bow(dark, box, width)


def _around(ink: Mask) -> Box:
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not rows.size:
        return Box(0, 0, 0, 0)
    return Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)


def _dash(box: Box, width: int) -> bool:
    return box.width < THIN * width and box.height > TALL * width


def _corner(dark: Mask, box: Box, width: int) -> bool:
    """Whether ink is two arms at a right angle, as ﹁ and ﹂ are, with nothing between them."""
    if not CORNER[0] * width <= max(box.width, box.height) <= CORNER[1] * width:
        return False
    if min(box.width, box.height) < 3:
        return False
    shut = dark[::-1, ::-1]
    return any(_arms(one) for one in (dark, shut))


def _arms(dark: Mask) -> bool:
    """Whether the upper and the right side are inked, and the lower left is not."""
    y, x = dark.shape[0] // 2, dark.shape[1] // 2
    above = dark[: max(1, y)].any(axis=0).mean()
    right = dark[:, x:].any(axis=1).mean()
    return bool(above >= FULL and right >= FULL and dark[y + 1 :, :x].mean() <= EMPTY)


def _bow(dark: Mask, box: Box, width: int) -> bool:
    """Whether ink is a flat bow, its ends both above or both below its middle."""
    if not THICK * width <= box.height <= FLAT * width or box.width < 1.5 * box.height:
        return False
    left, middle, right = (
        float(np.nonzero(part)[0].mean()) if part.any() else 0.0
        for part in np.array_split(dark, 3, axis=1)
    )
    low, high = sorted((middle - left, middle - right))
    return max(low, -high) > BOW * box.height
