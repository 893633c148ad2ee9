from __future__ import annotations

from collections.abc import Callable

import numpy as np

from digitize.ocr.clarity import clarity
from digitize.ocr.samples import look, samples
from digitize.stage import Pixels

Column = Callable[..., Pixels]


def test_clean_print_is_plain(column: Column) -> None:
    """Letters of a clean page stand out one by one."""
    page = column()
    assert clarity(samples(page, look(page), 6), max(page.shape)).plain


def test_print_among_specks_is_not_plain(column: Column) -> None:
    """Noise puts more specks than letters into every line."""
    page = column()
    noise = np.random.default_rng(1).normal(0, 50, page.shape)
    lines = samples(page, look(page), 6)
    spoilt = np.clip(page + noise, 0, 255).astype(np.uint8)
    noisy = [line._replace(pixels=_at(spoilt, line.spot, line.pixels.shape)) for line in lines]
    assert not clarity(noisy, max(page.shape)).plain


def _at(page: Pixels, spot: tuple[int, int], shape: tuple[int, ...]) -> Pixels:
    x, y = spot
    return page[y : y + shape[0], x : x + shape[1]]


def test_no_lines_are_not_plain() -> None:
    """Of a page without lines nothing good is said."""
    assert not clarity([], 1000).plain
