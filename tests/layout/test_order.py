from __future__ import annotations

from dataclasses import replace

import pytest

from digitize.layout.order import Order
from digitize.layout.regions import Regions
from digitize.model.reading import read
from digitize.stage import Sheet
from tests.layout.draw import draw, flat, letters

BANNER = """
    1111111
    .......
    BBB.DDD
    BBB.DDD
    CCC.EEE
"""
TWO_STORIES = """
    1111.2222
    AAAA.CCCC
    AAAA.CCCC
    BBBB.DDDD
    3333.4444
    EEEE.FFFF
"""
PINWHEEL = """
    111111.22
    AA.BB..EE
    AA.BB..EE
    33.GGGGEE
    FF.GGGGEE
    FF.444444
    FF.HHH.II
    FF.HHH.II
"""
RULED = """
    AAA.CCC.EEE
    AAA.CCC.EEE
    -----------
    BBB.GGG.III
    BBB.GGG.III
"""
PICTURE = """
    11111111
    AAA.CCC.
    AAA.CCC.
    .#####..
    .#####..
    BBB.DDD.
    BBB.DDD.
"""
FRAMED = """
    AAA.|-----|
    AAA.|2222.|
    AAA.|.BBB.|
    AAA.|-----|
    CCC.DDDDDDD
    CCC.DDDDDDD
"""


def ordered(picture: str) -> str:
    """Return the letters of a drawn page in the order found, whatever order they came in."""
    page = draw(picture)
    mixed = sorted(page.regions, key=lambda region: region.id[::-1], reverse=True)
    return letters(Order()(Sheet(replace(page, regions=tuple(mixed)))).page)


@pytest.mark.parametrize(
    ("picture", "order"),
    [
        (BANNER, "1BCDE"),
        (TWO_STORIES, "1AB3E2CD4F"),
        (PINWHEEL, "1ABG3F2E4HI"),
        (RULED, "ACEBGI"),
        (PICTURE, "1ABCD"),
        (FRAMED, "AC2BD"),
    ],
    ids=["banner", "two stories", "pinwheel", "ruled", "picture", "framed"],
)
def test_order_reads_a_drawn_page(picture: str, order: str) -> None:
    """Columns are read down before across, stories whole, and text flows past pictures."""
    assert order == ordered(picture)


def test_flat_text_keeps_the_order_of_its_rows() -> None:
    """Flat text is read as it stands in the file."""
    sheet = Order()(Regions()(flat("one\n\ntwo\n\nthree")))
    assert ["one", "two", "three"] == [read(region.lines) for region in sheet.page.regions]


def test_rules_stand_last_and_nothing_is_lost() -> None:
    """Every region comes back once, rules after all content."""
    page = draw(RULED)
    done = Order()(Sheet(page)).page
    assert {region.id for region in page.regions} == {region.id for region in done.regions}
    assert done.regions[-1].role == "separator"
