from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from digitize.load.images.damage import blemishes, on_paper


def noise(rows: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.random.default_rng(2).integers(0, 255, (rows, 50), dtype=np.uint8)


@pytest.mark.parametrize(("tone", "expected"), [(128, 1), (255, 0), (0, 0)])
def test_a_flat_grey_foot_is_suspect(tmp_path: Path, tone: int, expected: int):
    """Mid-grey rows at the foot are what decoders put for missing data; paper is not."""
    path = tmp_path / "a.jpg"
    path.write_bytes(b"\xff\xd8")
    array = noise(200)
    array[-60:] = tone
    assert expected == len(blemishes(path, array))


@pytest.mark.parametrize("options", [{}, {"bits": 4}])
def test_a_whole_png_lacks_nothing(tmp_path: Path, options: dict[str, Any]):
    """The bytes a PNG must hold are counted right, at eight bits and at four."""
    image = Image.fromarray(noise(60)).quantize(16) if options else Image.fromarray(noise(60))
    image.save(tmp_path / "a.png", **options)
    assert () == blemishes(tmp_path / "a.png", noise(60))


def test_missing_rows_become_paper():
    """The flat band goes white, the print above it stays, and the original is not touched."""
    array = noise(100)
    array[-30:] = 128
    mended = on_paper(array)
    assert 255 == int(mended[-30:].min())
    assert np.array_equal(array[:70], mended[:70])
    assert 128 == int(array[-1, 0])
