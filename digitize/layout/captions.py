"""Whether a region stands under a picture as its caption does."""

from __future__ import annotations

from digitize.model.geometry import Box

_GAP = 2.5  # body sizes between a picture and its caption
_LEAST = 4.0  # body sizes; smaller pictures are ornaments and have no caption
_WIDER = 1.15  # times the picture's width; a caption is hardly wider
_ROWS = 6


def under_picture(box: Box, rows: int, ratio: float, picture: Box, size: float) -> bool:
    """Return whether a region of `rows` lines in type of `ratio` body sizes captions `picture`."""
    if picture.height < _LEAST * size or picture.width < _LEAST * size or rows > _ROWS:
        return False
    gap = box.y0 - picture.y1
    if not -1.5 * size <= gap <= _GAP * size * max(1.0, ratio):
        return False
    if (
        box.overlap_x(picture) < 0.5 * min(box.width, picture.width)
        or box.width > _WIDER * picture.width
    ):
        return False
    middle = abs(box.center.x - picture.center.x) <= 0.15 * picture.width
    return middle if rows <= 2 else box.width > 0.7 * picture.width
