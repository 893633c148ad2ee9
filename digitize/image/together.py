"""Two things done at one time: OpenCV and NumPy let other Python run while they work."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

One = TypeVar("One")
Other = TypeVar("Other")


def together(one: Callable[[], One], other: Callable[[], Other]) -> tuple[One, Other]:
    """Return what two calls give."""
    with ThreadPoolExecutor(1) as pool:
        aside = pool.submit(other)
        return one(), aside.result()
