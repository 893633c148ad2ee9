from __future__ import annotations

from dataclasses import replace

from digitize.layout.cutting.flow import flow
from digitize.layout.page.directions import minority, parts, zones
from digitize.model.geometry import Box, union
from digitize.model.page import Page, Region, Role, Scan
from tests.layout.draw import line


def column(name: str, x: int, y: int, rows: int, *, down: bool) -> Region:
    """Return a region of text: rows that run to the right, or columns that run down."""
    lines = []
    for at in range(rows):
        box = (
            Box(x - 30 * at - 20, y, x - 30 * at, y + 300)
            if down
            else Box(x, y + 30 * at, x + 240, y + 30 * at + 20)
        )
        made = line(1000 * ord(name) + at, box, f"{name} " + "米" * 10 if down else f"{name} text")
        lines.append(replace(made, vertical=down))
    return Region(id=f"p0001.{name}", box=union(one.box for one in lines), lines=tuple(lines))


def mixed() -> Page:
    """Return a page of print that runs down, with two level columns at its left."""
    regions = (
        column("A", 1380, 40, 24, down=True),
        column("B", 1380, 400, 24, down=True),
        column("C", 40, 40, 20, down=False),
        column("D", 320, 40, 20, down=False),
    )
    return Page(
        id="p0001", number=1, scan=Scan(path="page", width=1400, height=900), regions=regions
    )


def test_level_text_on_an_upright_page_is_a_part_of_its_own() -> None:
    """What runs the other way than most print is told apart from it."""
    assert {"p0001.C", "p0001.D"} == minority(mixed())
    assert [{"p0001.A", "p0001.B"}, {"p0001.C", "p0001.D"}] == [
        {region.id for region in part.regions} for part in parts(mixed())
    ]


def test_a_page_of_one_direction_is_one_part() -> None:
    """Nothing is parted where all print runs one way."""
    page = replace(mixed(), regions=mixed().regions[:2])
    assert frozenset() == minority(page)
    assert [page] == list(parts(page))


def test_level_columns_of_an_upright_page_are_read_from_the_left() -> None:
    """Tiers of upright print are read from the right, level columns among them from the left."""
    page = mixed()
    (zone,) = zones(page)
    assert ["p0001.C", "p0001.D"] == [region.id for region in zone]
    assert ["p0001.A", "p0001.B", "p0001.C", "p0001.D"] == [
        region.id for region in flow(page, page.regions[::-1])
    ]


def test_what_stands_in_one_box_runs_one_way() -> None:
    """A level column in a box of upright print is a part of that box."""
    sides = [
        Box(20, 20, 300, 22),
        Box(20, 858, 300, 860),
        Box(20, 20, 22, 860),
        Box(298, 20, 300, 860),
    ]
    rules = tuple(
        Region(id=f"p0001.rule{at:03d}", box=box, role=Role.SEPARATOR)
        for at, box in enumerate(sides, 1)
    )
    page = mixed()
    tall = column("E", 290, 540, 8, down=True)
    short = column("C", 40, 40, 6, down=False)
    others = [one for one in page.regions if one.id != "p0001.C"]
    boxed = replace(page, regions=(*others, short, tall, *rules))
    assert {"p0001.D"} == minority(boxed)
