"""Cuts a page into modules by chance: straight cuts, pinwheels, bands of other column counts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

from scripts.drawing.plan import Rect


class Tile(NamedTuple):
    """A module in units of a grid: columns across, shares of the height down."""

    first: int
    span: int
    top: float
    bottom: float


def guillotine(rng: random.Random, tile: Tile, least: float, widest: int) -> Iterator[Tile]:
    """Cut until every module is `widest` columns at most and no higher than about three `least`."""
    high, wide = tile.bottom - tile.top, tile.span
    across = wide > 1 and (wide > widest or high < 2 * least or rng.random() < 0.45)
    down = high >= 2 * least
    if wide <= widest and (not down or (high < 3 * least and rng.random() < 0.5)):
        yield tile
    elif across or not down:
        left = rng.randint(1, wide - 1)
        yield from guillotine(rng, tile._replace(span=left), least, widest)
        rest = tile._replace(first=tile.first + left, span=wide - left)
        yield from guillotine(rng, rest, least, widest)
    else:
        cut = tile.top + high * rng.uniform(least / high, 1 - least / high)
        yield from guillotine(rng, tile._replace(bottom=cut), least, widest)
        yield from guillotine(rng, tile._replace(top=cut), least, widest)


def pinwheel(rng: random.Random, tile: Tile) -> Iterator[Tile]:
    """Lay four modules around a fifth, turning either way: no straight cut parts them."""
    first, span, top, bottom = tile
    last, high = first + span, bottom - top
    left = first + rng.randint(1, span - 2)
    right = rng.randint(left + 1, last - 1)
    upper, lower = top + high * rng.uniform(0.24, 0.38), bottom - high * rng.uniform(0.24, 0.38)
    if rng.random() < 0.5:  # clockwise
        yield Tile(first, right - first, top, upper)
        yield Tile(right, last - right, top, lower)
        yield Tile(left, last - left, lower, bottom)
        yield Tile(first, left - first, upper, bottom)
    else:
        yield Tile(left, last - left, top, upper)
        yield Tile(first, left - first, top, lower)
        yield Tile(first, right - first, lower, bottom)
        yield Tile(right, last - right, upper, bottom)
    yield Tile(left, right - left, upper, lower)


def bands(rng: random.Random, counts: tuple[int, ...]) -> list[tuple[int, float, float]]:
    """Return (columns, top, bottom) of bands one below the other."""
    weights = [rng.uniform(0.8, 1.3) for _ in counts]
    total, at, found = sum(weights), 0.0, []
    for count, weight in zip(counts, weights, strict=True):
        found.append((count, at / total, (at + weight) / total))
        at += weight
    return found


def place(tile: Tile, room: Rect, columns: int, gap: float, lead: float) -> Rect:
    """Return where a tile lies in `room`; `gap` parts columns, `lead` what stands one below."""
    left, top, width, height = room
    column = (width - gap * (columns - 1)) / columns
    end = 0 if tile.bottom >= 0.999 else lead
    return (
        left + tile.first * (column + gap),
        top + tile.top * height,
        tile.span * column + (tile.span - 1) * gap,
        (tile.bottom - tile.top) * height - end,
    )
