from __future__ import annotations

from digitize.layout.across.places import column_of, measure_of
from digitize.model.geometry import Box
from digitize.model.page import Line, Page, Region, Role, Scan


def region(name: str, box: Box, role: Role = Role.BODY) -> Region:
    """Return a region of three lines."""
    lines = tuple(
        Line(id=f"{name}.l{at}", box=Box(box.x0, box.y0 + 30 * at, box.x1, box.y0 + 30 * at + 20))
        for at in range(3)
    )
    return Region(id=name, box=box, role=role, lines=lines)


def test_columns_are_counted_from_the_left() -> None:
    """A region stands in the column it begins in; wide ones make no column of their own."""
    wide = region("r0", Box(0, 0, 1000, 90), Role.HEADLINE)
    columns = [region(f"r{at}", Box(340 * at, 100, 340 * at + 300, 200)) for at in range(3)]
    scan = Scan(path="page.png", width=1000, height=400)
    page = Page(id="p0001", number=1, scan=scan, regions=(wide, *reversed(columns)))
    assert [1, 2, 3] == [column_of(page, one) for one in columns]


def test_the_measure_is_the_width_of_the_text() -> None:
    """Headlines do not count, nor does the short last line."""
    head = region("r1", Box(0, 0, 900, 90), Role.HEADLINE)
    text = region("r2", Box(0, 100, 300, 190))
    assert 300 == measure_of((head, text))
    assert 0 == measure_of((head,))
