from __future__ import annotations

import math

from digitize.model.geometry import IDENTITY, Box, Frame
from digitize.model.page import Line, Page, Region, Scan
from digitize.score.truth import Printed
from digitize.stage import Sheet
from scripts.oracle import inverted, read

EDGES = tuple(100 + 10 * n for n in range(1, 13))
TRUE = Printed(
    page=1, item="a", role="body", text="Divers found", box=Box(100, 50, 220, 70), edges=EDGES
)
HAN = Printed(
    page=1, item="b", role="body", text="海港時報", box=Box(300, 50, 320, 130), vertical=True
)


def sheet(*boxes: Box, frame: Frame = IDENTITY, vertical: bool = False) -> Sheet:
    """Return a sheet with empty lines in these boxes."""
    lines = tuple(
        Line(id=f"l{number}", box=box, vertical=vertical) for number, box in enumerate(boxes)
    )
    region = Region(id="r", lines=lines)
    scan = Scan(path="page.png", width=800, height=600)
    return Sheet(Page(id="p0001", number=1, scan=scan, regions=(region,)), frame=frame)


def texts(done: Sheet) -> list[list[str]]:
    """Return the words of each line."""
    return [[word.text for word in line.words] for line in done.page.regions[0].lines]


def test_a_found_line_says_what_is_printed() -> None:
    """Characters in a line's box become its words, parted where the truth has a space."""
    assert [["Divers", "found"]] == texts(read(sheet(TRUE.box), [TRUE], 1.0))


def test_a_cut_line_says_its_part() -> None:
    """Each piece of a cut line says what stands in it, and what lies outside is lost."""
    done = read(sheet(Box(100, 50, 141, 70), Box(141, 50, 190, 70)), [TRUE], 1.0)
    assert [["Dive"], ["rs", "fo"]] == texts(done)


def test_a_column_is_read_downwards() -> None:
    """Without edges the characters of a vertical line share its height."""
    done = read(sheet(Box(298, 48, 322, 90), Box(298, 92, 322, 132), vertical=True), [HAN], 1.0)
    assert [["海港"], ["時報"]] == texts(done)


def test_a_turned_page_is_read_in_its_working_pixels() -> None:
    """Truth is told in scan pixels, lines in those of the upright image."""
    turn = math.radians(2)
    frame = Frame(math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 5, -3)
    box = inverted(frame).box(TRUE.box)
    assert [["Divers", "found"]] == texts(read(sheet(box, frame=frame), [TRUE], 1.0))


def test_a_frame_undone_leads_back() -> None:
    """A point carried there and back is where it was."""
    frame = Frame(0.9, 0.1, -0.2, 1.1, 30, -7)
    x, y = inverted(frame).spot(*frame.spot(123.0, 45.0))
    assert (123.0, 45.0) == (round(x, 6), round(y, 6))
