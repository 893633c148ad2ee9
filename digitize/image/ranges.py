"""Runs of whole numbers, many at once."""

from __future__ import annotations

import numpy as np

from digitize.image.ink import Numbers


def ranges(start: Numbers, count: Numbers) -> tuple[Numbers, Numbers]:
    """Return the numbers from each start on, so many of each, and which start each belongs to."""
    of = np.repeat(np.arange(len(start)), count)
    return np.arange(len(of)) + (start - np.cumsum(count) + count)[of], of
