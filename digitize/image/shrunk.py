"""An image some whole number of times smaller, which is quickly done."""

from __future__ import annotations

import cv2
import numpy as np

from digitize.stage import Pixels


def shrunk(image: Pixels, factor: int) -> Pixels:
    """Return an image so many times smaller, its pixels means; what is over at the edges is left.

    Means of whole squares are taken many times quicker than others.
    """
    few = (max(1, image.shape[1] // factor), max(1, image.shape[0] // factor))
    whole = image[: factor * few[1], : factor * few[0]]
    return np.asarray(cv2.resize(whole, few, interpolation=cv2.INTER_AREA), dtype=np.uint8)
