"""Points, boxes and frames: whole pixels, origin top-left, y downwards. Nothing else, anywhere."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple


class Point(NamedTuple):
    """A pixel position."""

    x: int
    y: int


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom; right and bottom lie just outside it."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def width(self) -> int:
        """Width in pixels."""
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        """Height in pixels."""
        return self.y1 - self.y0

    @property
    def area(self) -> int:
        """Area in square pixels; 0 when the box is empty."""
        return max(0, self.width) * max(0, self.height)

    @property
    def center(self) -> Point:
        """The pixel in the middle."""
        x0, y0, x1, y1 = self
        return tuple.__new__(Point, ((x0 + x1) // 2, (y0 + y1) // 2))  # asked for very often

    def has(self, point: Point) -> bool:
        """Whether a pixel lies in the box, or on its edge."""
        return self.x0 <= point.x <= self.x1 and self.y0 <= point.y <= self.y1

    def overlap_x(self, other: Box) -> int:
        """How many pixels of width both share; negative: the gap between them."""
        first, _, last, _ = self
        x0, _, x1, _ = other
        return (last if last < x1 else x1) - (first if first > x0 else x0)  # noqa: FURB136 slower

    def overlap_y(self, other: Box) -> int:
        """How many pixels of height both share; negative: the gap between them."""
        _, first, _, last = self
        _, y0, _, y1 = other
        return (last if last < y1 else y1) - (first if first > y0 else y0)  # noqa: FURB136 slower

    def intersection(self, other: Box) -> int:
        """Area that both share, in square pixels."""
        return max(0, self.overlap_x(other)) * max(0, self.overlap_y(other))

    def contains(self, other: Box, slack: int = 0) -> bool:
        """Whether `other` lies inside, give or take `slack` pixels."""
        return (
            other.x0 >= self.x0 - slack
            and other.y0 >= self.y0 - slack
            and other.x1 <= self.x1 + slack
            and other.y1 <= self.y1 + slack
        )


NOWHERE = Box(0, 0, 0, 0)


def union(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around all `boxes`; `NOWHERE` when there are none."""
    some = [box for box in boxes if box != NOWHERE]
    if not some:
        return NOWHERE
    return Box(
        min(box.x0 for box in some),
        min(box.y0 for box in some),
        max(box.x1 for box in some),
        max(box.y1 for box in some),
    )


class Frame(NamedTuple):
    """An affine map from working-image pixels back to page pixels.

    ``x' = a·x + c·y + e`` and ``y' = b·x + d·y + f``, as in PDF and SVG matrices.
    """

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def after(self, inner: Frame) -> Frame:
        """Return the frame that does `inner` first and then this one."""
        return Frame(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )

    def spot(self, x: float, y: float) -> tuple[float, float]:
        """Map one position, unrounded."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def point(self, point: Point) -> Point:
        """Map one pixel, rounded to the nearest."""
        x, y = self.spot(point.x, point.y)
        return Point(round(x), round(y))

    def box(self, box: Box) -> Box:
        """Map a box: the smallest upright box around its mapped corners, rounded outwards."""
        if box == NOWHERE or self == IDENTITY:
            return box
        spots = [self.spot(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
        xs, ys = [spot[0] for spot in spots], [spot[1] for spot in spots]
        hair = 1e-6  # so that an exact whole number is not pushed to the next by rounding noise
        return Box(
            math.floor(min(xs) + hair),
            math.floor(min(ys) + hair),
            math.ceil(max(xs) - hair),
            math.ceil(max(ys) - hair),
        )


IDENTITY = Frame()


def quarter(turns: int, width: int, height: int) -> Frame:
    """Return the way back to a `width` by `height` image that was turned by quarters clockwise."""
    return (
        IDENTITY,
        Frame(0, -1, 1, 0, 0, height),
        Frame(-1, 0, 0, -1, width, height),
        Frame(0, 1, -1, 0, width, 0),
    )[turns % 4]
