from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from digitize.image.crop import Crop
from digitize.image.deskew import Deskew
from digitize.image.separators import Separators
from digitize.model.page import FOLD, Region
from digitize.stage import Pixels, Sheet


def _folds(sheet: Sheet) -> list[Region]:
    regions = Separators()(Deskew()(Crop()(sheet))).page.regions
    return [region for region in regions if region.reason == FOLD]


def _spread(press: Any, between: int) -> Pixels:
    """Two pages of three columns each, side by side."""
    for x in (60, 230, 400):
        press.column(x, 100, 160, 44, size=14)
    page = press.pixels[:900, :580]
    paper = np.full((900, between), 255, np.uint8)
    return np.hstack([page[:, :570], paper, page[:, 50:]])


def test_the_white_between_two_pages_is_their_fold(press: Any, on_bench: Any) -> None:
    """It runs over the full height, midway between the two."""
    fold = _folds(on_bench(_spread(press, 60)))
    assert 1 == len(fold)
    assert 0 == fold[0].box.y0
    assert 900 <= fold[0].box.y1
    assert 560 <= fold[0].box.center.x <= 640


def test_the_shadow_of_a_bound_volume_is_a_fold(press: Any, on_bench: Any) -> None:
    """Where the paper of two pages dips into the spine, it darkens."""
    pixels = _spread(press, 20).astype(float)
    across = np.arange(pixels.shape[1])
    pixels *= 1 - 0.35 * np.exp(-(((across - pixels.shape[1] / 2) / 20) ** 2))
    assert 1 == len(_folds(on_bench(pixels.astype(np.uint8))))


def test_a_wide_clipping_has_no_fold(press: Any, on_bench: Any) -> None:
    """A gutter or a rule in the middle of print that is wider than high parts columns."""
    for x in (40, 250, 460, 670):
        press.column(x, 100, 190, 30, size=14)
    assert [] == _folds(on_bench(press.pixels[:640]))
    press.rule(448, 80, 450, 600)
    assert [] == _folds(on_bench(press.pixels[:640]))


def test_a_single_page_has_no_fold(press: Any) -> None:
    """Not even a page of two columns far apart."""
    press.column(60, 100, 330, 44)
    press.column(510, 100, 330, 44)
    assert [] == _folds(press.sheet)


@pytest.mark.shared
@pytest.mark.slow
def test_a_crease_under_the_print_is_a_fold(shared: Path, on_bench: Any) -> None:
    """Two sheets of a Chinese newspaper, unfolded, with adverts printed over the crease."""
    for path in sorted((shared / "pages" / "jingbao").glob("*.jpg")):
        folds = _folds(on_bench(np.asarray(Image.open(path).convert("L"))))
        assert 1 == len(folds)
        assert abs(folds[0].box.center.x - 2390) < 40
