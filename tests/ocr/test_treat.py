from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from digitize.model.page import Page, Scan
from digitize.ocr import treat
from digitize.ocr.proof import Proof
from digitize.ocr.treat import Treat
from digitize.ocr.treatments import TREATMENTS
from digitize.stage import Pixels, Sheet

Column = Callable[..., Pixels]


def bench(pixels: Pixels) -> Sheet:
    """Put an image on the bench."""
    scan = Scan(path="page.png", width=pixels.shape[1], height=pixels.shape[0])
    return Sheet(page=Page(id="p0001", number=1, scan=scan), pixels=pixels)


def noisy(page: Pixels, deviation: float) -> Pixels:
    """Return a page with the noise of a bad sensor."""
    grain = np.random.default_rng(1).normal(0, deviation, page.shape)
    return np.clip(page + grain, 0, 255).astype(np.uint8)


@pytest.mark.engine
def test_a_clean_page_is_not_treated(column: Column) -> None:
    """Print that is surely read stays as it was scanned, to the pixel."""
    sheet = bench(column())
    after = Treat()(sheet)
    assert after.pixels is sheet.pixels
    assert after.note.startswith("nothing tried:")


@pytest.mark.engine
@pytest.mark.parametrize("harm", ["faint", "blurred"])
def test_print_that_is_read_all_the_same_is_left(
    column: Column, blurred: Callable[[Pixels, float], Pixels], harm: str
) -> None:
    """Faint ink and blur that the recogniser reads through are no reason to touch a page."""
    page = noisy(column(ink=205, paper=228), 3) if harm == "faint" else blurred(column(), 2.0)
    sheet = bench(page)
    after = Treat()(sheet)
    assert after.pixels is sheet.pixels
    assert after.note.startswith("nothing tried:")


@pytest.mark.engine
def test_three_lines_that_are_read_badly_are_not_the_page(
    column: Column, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Trials are dear: before any, as many lines again are read, and those may be read well."""
    shown = {3: Proof(24.0, 40), 6: Proof(76.0, 80)}
    monkeypatch.setattr(treat, "proof", lambda lines: shown.get(len(lines), Proof()))
    assert "nothing tried: 80 letters read at 0.95" == Treat()(bench(column())).note


@pytest.mark.engine
def test_noise_is_smoothed_away(column: Column) -> None:
    """A page that swarms with specks is read, and the treatment is named."""
    after = Treat()(bench(noisy(column(), 60)))
    assert after.note.split(":")[0] in ("smoothed", "softened", "despeckled")


@pytest.mark.engine
def test_what_loses_lines_gains_nothing(column: Column, monkeypatch: pytest.MonkeyPatch) -> None:
    """A treatment is judged by the lines that were there before too, not by those it leaves."""

    def wiped(page: Pixels, _: int) -> Pixels:
        kept = np.full_like(page, 235)
        kept[:190] = cv2.GaussianBlur(page[:190], (0, 0), 1.0)
        return kept

    monkeypatch.setattr(treat, "TREATMENTS", {"wiped": wiped})
    monkeypatch.setattr(treat, "WELL", 1.1)
    sheet = bench(column())
    after = Treat()(sheet)
    assert after.pixels is sheet.pixels


@pytest.mark.engine
@pytest.mark.parametrize("kind", ["blank", "noise", "grain"])
def test_a_page_without_print_is_left_as_it_is(kind: str) -> None:
    """No treatment makes print of paper or of noise."""
    page = np.full((900, 700), 230, np.uint8)
    if kind != "blank":
        page = noisy(page, 60 if kind == "noise" else 4)
    sheet = bench(page)
    after = Treat()(sheet)
    assert after.pixels is sheet.pixels
    assert after.note.startswith("left as it is:")


@pytest.mark.parametrize("name", sorted(TREATMENTS))
@pytest.mark.parametrize("shape", [(1, 1), (3, 700), (701, 500)])
def test_a_treatment_gives_a_page_of_the_same_shape(name: str, shape: tuple[int, int]) -> None:
    """Boxes found on a treated page are right for the scan, whatever its size."""
    page = np.random.default_rng(2).integers(0, 255, shape).astype(np.uint8)
    after = TREATMENTS[name](page, max(shape))
    assert (shape, True) == (after.shape, after.dtype == np.uint8)


@pytest.mark.parametrize("name", sorted(TREATMENTS))
def test_a_treatment_keeps_white_paper_white(name: str) -> None:
    """Nothing appears where nothing is."""
    page = np.full((700, 500), 255, np.uint8)
    assert 255 == TREATMENTS[name](page, 700).min()


def test_a_scratch_goes_and_a_rule_stays(column: Column) -> None:
    """A hair line through print is taken out; one in white paper is a rule."""
    page = column(lines=30).copy()
    page[:, 300:302] = 20
    page[:, 30:32] = 20
    after = TREATMENTS["unscratched"](page, max(page.shape))
    letters = slice(60, 900)
    assert (True, True) == (
        float((after[letters, 300:302] < 100).mean()) < 0.4, bool((after[:, 30:32] == 20).all())
    )  # fmt: skip


def test_print_of_the_other_side_is_bleached(column: Column) -> None:
    """Ink far paler than the ink around it goes; the ink stays."""
    page = column(lines=20)
    other = np.where(np.roll(page, 17, axis=0)[:, ::-1] < 150, 170, 255).astype(np.uint8)
    after = TREATMENTS["bleached"](np.minimum(page, other), max(page.shape))
    ghost = (other == 170) & (page > 200)
    assert (True, True) == (float(after[ghost].mean()) > 240, float(after[page < 60].mean()) < 90)
