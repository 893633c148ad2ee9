from __future__ import annotations

from typing import Any

import numpy as np

from digitize.image.crop import Crop


def test_a_dark_border_becomes_paper(press: Any, on_bench: Any) -> None:
    """The scanner's bed around the page is painted, and the print is left as it was."""
    press.column(150, 150, 600, 20)
    before = press.pixels
    before[:, :60] = 25
    before[-80:] = 25
    after = Crop()(on_bench(before))
    assert after.pixels is not None
    assert after.pixels[:, :60].min() > 200
    assert after.pixels[-80:].min() > 200
    assert np.array_equal(before[120:700, 140:760], after.pixels[120:700, 140:760])


def test_the_paper_keeps_its_colour(on_bench: Any) -> None:
    """A border beside yellow paper is painted yellow."""
    pixels = np.full((600, 400, 3), (230, 210, 160), np.uint8)
    pixels[:, :40] = 30
    after = Crop()(on_bench(pixels))
    assert after.pixels is not None
    assert [230, 210, 160] == after.pixels[300, 5].tolist()


def test_a_printed_rule_at_the_edge_stays(press: Any) -> None:
    """A thin frame near the edge of the image is print, no border."""
    press.rule(2, 2, 898, 6)
    press.rule(2, 2, 6, 1198)
    press.column(150, 150, 600, 20)
    after = Crop()(press.sheet)
    assert "no border" == after.note
    assert after.pixels is not None
    assert np.array_equal(press.pixels, after.pixels)


def test_a_dark_page_is_left_alone(on_bench: Any) -> None:
    """A page that is dark all over has no border to paint."""
    dark = np.full((500, 400), 20, np.uint8)
    dark[200:250, 100:200] = 240
    after = Crop()(on_bench(dark))
    assert after.pixels is not None
    assert np.array_equal(dark, after.pixels)


def test_print_in_the_dark_of_an_uneven_light_stays(press: Any, on_bench: Any) -> None:
    """A lamp that lights one side of the page leaves the other dark, not empty."""
    press.column(150, 150, 600, 20)
    shaded = np.asarray(press.pixels * np.linspace(1, 0.25, 900)[None, :], dtype=np.uint8)
    after = Crop()(on_bench(shaded))
    assert "no border" == after.note
    assert after.pixels is not None
    assert np.array_equal(shaded, after.pixels)


def test_a_bed_is_found_beside_a_shade(press: Any, on_bench: Any) -> None:
    """Where the page grows dark towards the scanner's bed, only the bed is painted."""
    shaded = np.asarray(press.pixels * np.linspace(1, 0.4, 900)[None, :], dtype=np.uint8)
    shaded[:, 840:] = 12
    after = Crop()(on_bench(shaded))
    assert after.pixels is not None
    assert after.pixels[:, 850:].min() > 200
    assert np.array_equal(shaded[:, :820], after.pixels[:, :820])


def test_large_letters_in_the_dark_of_an_uneven_light_stay(press: Any, on_bench: Any) -> None:
    """Black headlines that run out of a shade into the light make no edge of it."""
    for y in range(150, 1150, 76):
        press.text(40, y, "GALE HORROR AT S", 90)
    shaded = np.asarray(press.pixels * np.linspace(0.25, 1, 900)[None, :], dtype=np.uint8)
    after = Crop()(on_bench(shaded))
    assert "no border" == after.note
