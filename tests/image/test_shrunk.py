from __future__ import annotations

import numpy as np

from digitize.image.shrunk import shrunk


def test_a_pixel_is_the_mean_of_a_square() -> None:
    """What is left over at the edges, less than a square, is in none."""
    image = np.array([[0, 100, 7], [200, 100, 7], [9, 9, 9]], np.uint8)
    assert [[100]] == shrunk(image, 2).tolist()


def test_an_image_smaller_than_a_square_is_one_pixel() -> None:
    """There is always something to look at."""
    assert (1, 1) == shrunk(np.full((1, 3), 50, np.uint8), 4).shape
