from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from digitize.image.ink import binarise, boxes_of, flatten, grey, ink_of, inked


def test_uneven_light_is_made_even(press: Any) -> None:
    """A shadow over half the page does not turn paper into ink."""
    press.column(100, 100, 700, 40)
    shadow = np.linspace(1.0, 0.45, press.pixels.shape[1])
    dim = (press.pixels * shadow).astype(np.uint8)
    clean, dark = binarise(flatten(press.pixels)), binarise(flatten(dim))
    assert float((clean != dark).mean()) < 0.02


def test_a_large_black_area_is_ink_throughout(press: Any) -> None:
    """A black block is not hollowed out by a local threshold."""
    press.column(100, 100, 700, 20)
    press.rule(300, 700, 600, 1000)
    assert 1.0 == float((binarise(flatten(press.pixels))[710:990, 310:590] > 0).mean())


@pytest.mark.parametrize(("scale", "step"), [(1.0, 1.0), (4.0, 1.7), (0.45, 0.5)])
def test_the_page_is_looked_at_in_the_size_its_type_asks_for(
    press: Any, scale: float, step: float
) -> None:
    """A large scan is reduced, a tiny one doubled, others are taken as they are."""
    press.column(100, 100, 700, 44)
    image = cv2.resize(press.pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = ink_of(np.asarray(image, dtype=np.uint8))
    assert step == pytest.approx(ink.step, abs=0.05)
    assert 9 <= ink.glyph * step / scale <= 16  # between x-height and capitals


def test_colour_is_read_as_grey() -> None:
    """A colour image gives one channel of the same size."""
    assert (40, 30) == grey(np.zeros((40, 30, 3), np.uint8)).shape


def test_a_blank_page_has_no_type() -> None:
    """Nothing is found on white paper."""
    assert 0.0 == ink_of(np.full((800, 600), 255, np.uint8)).glyph


def test_the_ink_is_looked_for_once(press: Any) -> None:
    """A sheet that has its ink keeps it."""
    sheet, ink = inked(press.sheet)
    assert ink is inked(sheet)[1]


def test_a_large_pale_picture_stays_grey(press: Any) -> None:
    """Evening the light does not turn a sky into paper."""
    press.column(60, 60, 780, 6)
    pixels = press.pixels
    pixels[300:800, 60:840] = 205
    assert flatten(pixels)[400:700, 200:700].max() < 235


def test_faint_print_beside_black_print_is_ink(press: Any) -> None:
    """A pale line under a black headline is not lost to it."""
    press.column(100, 400, 700, 30)
    press.text(100, 200, "A Black Headline", 60)
    press.text(100, 236, "and a pale line under it", 20, ink=150)
    found = ink_of(press.pixels).mask[216:242, 100:300] > 0
    assert found.any(axis=0).mean() > 0.5


def test_noise_and_what_shows_through_are_no_ink(press: Any) -> None:
    """Grain is smoothed away, and print of the other side, a fifth as dark, stays paper."""
    press.column(100, 100, 700, 20)
    clean = ink_of(press.pixels).mask
    press.column(100, 700, 700, 15)
    pixels = press.pixels.astype(float)
    pixels[680:] = 255 - (255 - pixels[680:]) / 5
    pixels += np.random.default_rng(3).normal(0, 9, pixels.shape)
    grainy = ink_of(pixels.clip(0, 255).astype(np.uint8)).mask
    assert (grainy[680:] > 0).mean() < 0.002
    assert (grainy[:620] != clean[:620]).mean() < 0.03


def test_a_page_that_is_ink_all_over_has_an_empty_background() -> None:
    """Where no paper is left, the background's box is empty and not beyond the page."""
    stats = boxes_of(np.full((11, 10), 255, np.uint8))[1]
    assert [[0, 0, 0, 0, 0], [0, 0, 10, 11, 110]] == stats.tolist()


@pytest.mark.parametrize("side", [400, 700, 800, 900, 1000])
def test_blobs_are_numbered_without_overflow(side: int) -> None:
    """As many specks as sixteen bits just can number, or just not, are all told apart."""
    mask = np.where(np.random.default_rng(side).random((side, side)) < 0.12, 255, 0)
    labels, stats = boxes_of(mask.astype(np.uint8))
    _, wide, told, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    assert (told.tolist(), True) == (stats.tolist(), bool((labels == wide).all()))


def test_the_dots_of_a_halftone_are_no_type(press: Any) -> None:
    """However many dots a picture has, the type is as large as its letters are."""
    press.column(60, 60, 780, 20)
    without = ink_of(press.pixels).glyph
    dots = press.pixels
    for across, down in np.ndindex(4, 4):
        dots[520 + down : 1180 : 8, 20 + across : 880 : 8] = 20
    assert without == pytest.approx(ink_of(dots).glyph, rel=0.25)
