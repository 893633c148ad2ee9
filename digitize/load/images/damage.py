"""Damage that decoders pass over in silence: rows missing, zeros where data should be."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np

from digitize.stage import Pixels

_PNG = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # PNG colour type to samples per pixel
_PASSES = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4),
    (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
)  # fmt: skip
"""Adam7 (PNG specification §8.2): first column and row, step in x and y."""

_FLAT = 0.04  # of the height: a flat band this tall at the foot is no print
_PAPER, _INK = 250, 5  # flat bands of paper or of black border are common and sound


def blemishes(path: Path, pixels: Pixels) -> tuple[str, ...]:
    """Return a warning for each sign that `path` lost part of its image without an error."""
    missing = _png_shortfall(path)
    if missing:
        return (f"truncated: {missing:.0%} of the image data is missing",)
    rows = _flat_foot(pixels)
    if rows:
        return (f"damaged: the last {rows} rows are one flat tone",)
    return ()


def on_paper(pixels: Pixels) -> Pixels:
    """Return a damaged image with the flat band at its foot made white: no print is there."""
    rows = _flat_rows(pixels)
    if not 0 < rows < len(pixels):
        return pixels
    mended = pixels.copy()
    mended[-rows:] = 255
    return mended


def _flat_rows(pixels: Pixels) -> int:
    rows = 0
    for row in pixels[::-1]:
        if not np.all(row == pixels[-1, 0]):
            break
        rows += 1
    return rows


def _flat_foot(pixels: Pixels) -> int:
    """Return how many rows at the foot are one tone, neither paper nor black; 0 when few."""
    tone = pixels[-1, 0]
    if np.all(tone >= _PAPER) or np.all(tone <= _INK):
        return 0
    rows = _flat_rows(pixels)
    return rows if max(8, _FLAT * len(pixels)) <= rows < len(pixels) else 0


def _png_shortfall(path: Path) -> float:
    """Return which share of a PNG's rows is missing though its stream ended well, 0..1."""
    with path.open("rb") as file:
        if file.read(8) != _PNG:
            return 0.0
        chunks = _chunks(file)
        name, head = next(chunks, (b"", b""))
        if name != b"IHDR" or len(head) < 13:
            return 0.0
        expected, found = _png_bytes(head), 0
        inflate = zlib.decompressobj()
        try:
            for kind, data in chunks:
                while kind == b"IDAT" and data:
                    found += len(inflate.decompress(data, 1 << 20))
                    data = inflate.unconsumed_tail  # noqa: PLW2901 - the rest of this chunk
        except zlib.error:
            return 0.0  # the decoder has told this already
    return max(0.0, 1 - found / expected) if expected else 0.0


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    while len(head := file.read(8)) == 8:
        size, kind = struct.unpack(">I4s", head)
        if kind == b"IEND":
            return
        yield kind, file.read(size)
        file.read(4)


def _png_bytes(head: bytes) -> int:
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", head[:13])
    bits = depth * _CHANNELS.get(colour, 0)
    if not interlaced:
        return _rows(width, height, bits)
    return sum(
        _rows(-(-(width - x) // dx), -(-(height - y) // dy), bits) for x, y, dx, dy in _PASSES
    )


def _rows(width: int, height: int, bits: int) -> int:
    return height * (1 + (width * bits + 7) // 8) if width > 0 and height > 0 else 0
