from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from digitize.model.geometry import Box, Frame
from digitize.model.page import Line, Page, Region, Scan, Word
from digitize.stage import Ink, Rough, Sheet, home, lying, upright


def _turned(degrees: int) -> Page:
    scan = Scan(path="a", width=100, height=200, turned=degrees)
    line = Line(
        id="l", box=Box(10, 20, 30, 90), words=(Word(id="w", box=Box(10, 20, 30, 40), text="a"),)
    )
    return Page(
        id="p0001", number=1, scan=scan, regions=(Region(id="r", box=line.box, lines=(line,)),)
    )


def _sheet(box: Box, frame: Frame) -> Sheet:
    line = Line(id="l", box=box, words=(Word(id="w", box=box, text="a"),))
    region = Region(id="r", box=box, lines=(line,))
    page = Page(id="p0001", number=1, scan=Scan(path="a", width=100, height=200), regions=(region,))
    return Sheet(page=page, frame=frame)


def test_boxes_come_home_at_every_level() -> None:
    """Region, line and word are mapped back by the frame."""
    region = home(_sheet(Box(10, 20, 30, 40), Frame(e=5, f=-7))).regions[0]
    boxes = {region.box, region.lines[0].box, region.lines[0].words[0].box}
    assert {Box(15, 13, 35, 33)} == boxes


def test_other_pixels_are_looked_at_anew() -> None:
    """What was seen in a page's pixels is forgotten when it shows others."""
    ink = np.zeros((4, 3), np.uint8)
    seen = Ink(mask=ink, flat=ink, step=1.0, glyph=0.0, blobs=np.zeros((1, 5), np.int32))
    none = np.zeros((0, 4), np.int64)
    rough = Rough(ink=ink, scale=1.0, glyph=0, level=none, upright=none)
    sheet = replace(_sheet(Box(0, 0, 1, 1), Frame()), pixels=ink, ink=seen, rough=rough)
    after = sheet.showing(ink)
    assert (None, None) == (after.ink, after.rough)


def test_no_box_leaves_the_page() -> None:
    """A box that rounding would push over the edge ends at the edge."""
    region = home(_sheet(Box(0, 0, 100, 200), Frame(e=-1, f=2))).regions[0]
    assert Box(0, 2, 99, 200) == region.box


@pytest.mark.parametrize(
    ("degrees", "box", "size"),
    [
        (0, Box(10, 20, 30, 90), (100, 200)),
        (90, Box(110, 10, 180, 30), (200, 100)),
        (180, Box(70, 110, 90, 180), (100, 200)),
        (270, Box(20, 70, 90, 90), (200, 100)),
    ],
)
def test_a_page_that_lies_can_be_seen_upright(
    degrees: int, box: Box, size: tuple[int, int]
) -> None:
    """Its boxes are turned clockwise with it, and lie where they lay once it is laid back."""
    page = _turned(degrees)
    stands = upright(page)
    assert (box, size) == (stands.regions[0].box, (stands.scan.width, stands.scan.height))
    assert page == lying(stands)
