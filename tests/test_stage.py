from __future__ import annotations

from digitize.model.geometry import Box, Frame
from digitize.model.page import Line, Page, Region, Scan, Word
from digitize.stage import Sheet, home


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


def test_no_box_leaves_the_page() -> None:
    """A box that rounding would push over the edge ends at the edge."""
    region = home(_sheet(Box(0, 0, 100, 200), Frame(e=-1, f=2))).regions[0]
    assert Box(0, 2, 99, 200) == region.box
