"""A row of glyphs: where it stands on the page, and how high its type is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from digitize.model.geometry import Box

ASTRAY = 0.15  # of its height by which the feet of two pieces of a line may differ
FEW = 3  # glyphs: fewer do not tell how high the capitals of their line are
CAPITALS = 1.6  # times as high as letters without risers


@dataclass(frozen=True, slots=True)
class Row:
    """A row of glyphs in mask pixels.

    `top` and `base` are where most capitals begin and most letters stand; `box` holds all the
    ink, dots and descenders included; `middle` is the height of a typical glyph, `count` how
    many glyphs stand in the row, `area` how much of it is inked, `space` its widest word space,
    `rise` the height of its capitals.
    """

    box: Box
    top: float
    base: float
    middle: float
    count: int
    area: int
    space: float = 0.0

    rise: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rise", max(1.0, self.base - self.top))

    def grown(self, piece: Box) -> Row:
        """Return the row with one more piece of ink, its height kept within reason."""
        box = self.box
        y0 = max(piece.y0, int(self.top - 0.5 * self.rise))
        y1 = min(piece.y1, int(self.base + 0.5 * self.rise) + 1)
        wide = Box(min(box.x0, piece.x0), min(box.y0, y0), max(box.x1, piece.x1), max(box.y1, y1))
        return replace(self, box=wide)


def merged(a: Row, b: Row) -> Row:
    """Return two pieces of one line as one row.

    Words without risers are lower and words of descenders stand lower than the line; so the
    higher piece tells its height and, where they differ, the longer one its foot.
    """
    count = a.count + b.count

    def mean(left: float, right: float) -> float:
        return (left * a.count + right * b.count) / max(1, count)

    longer = max(a, b, key=lambda row: (row.count, row.rise))
    low, high = sorted((a.rise, b.rise))
    even = abs(a.base - b.base) <= ASTRAY * low
    base = mean(a.base, b.base) if even else longer.base
    if min(a.count, b.count) < FEW and longer.count >= 2 * FEW:
        rise = longer.rise
    else:
        rise = high if high <= CAPITALS * low else mean(a.rise, b.rise)
    (x0, y0, x1, y1), (left, top, right, bottom) = a.box, b.box
    box = Box(min(x0, left), min(y0, top), max(x1, right), max(y1, bottom))
    middle, space = mean(a.middle, b.middle), max(a.space, b.space)
    return Row(box, base - rise, base, middle, count, a.area + b.area, space)
