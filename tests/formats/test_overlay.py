from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from digitize.formats.colours import colour_of
from digitize.formats.overlay import draw, png, stood
from digitize.model.document import Article, Document
from digitize.model.geometry import Box
from digitize.model.page import Join, Line, Page, Region, Role, Scan, Word
from digitize.stage import Pixels


def _region(name: str, box: Box, role: Role, story: str = "") -> Region:
    return Region(id=f"p0001.{name}", box=box, role=role, story=story)


def _page(*regions: Region) -> Page:
    scan = Scan(path="page.png", width=1000, height=1400)
    return Page(id="p0001", number=1, scan=scan, regions=regions)


@pytest.fixture
def paper() -> Pixels:
    """Return a blank scan."""
    return np.full((1400, 1000), 255, np.uint8)


def _near(expected: tuple[int, int, int], pixel: Pixels) -> bool:
    return bool((np.abs(pixel.astype(int) - np.array(expected)) < 40).all())


def test_a_region_is_outlined_in_the_colour_of_its_role(paper: Pixels) -> None:
    """The edge of a headline is red; the page under it stays."""
    page = _page(_region("r001", Box(100, 300, 900, 500), Role.HEADLINE))
    drawn = draw(page, paper)
    assert _near(colour_of(Role.HEADLINE), drawn[498, 700])
    assert [255, 255, 255] == drawn[1000, 500].tolist()


def test_regions_of_one_story_share_a_tint(paper: Pixels) -> None:
    """Two regions of one story look alike, one of another story does not."""
    page = _page(
        _region("r001", Box(100, 100, 400, 400), Role.BODY, "p0001.s01"),
        _region("r002", Box(100, 500, 400, 800), Role.BODY, "p0001.s01"),
        _region("r003", Box(100, 900, 400, 1200), Role.BODY, "p0001.s02"),
    )
    drawn = draw(page, paper)
    first, second, third = (drawn[y, 350].tolist() for y in (350, 750, 1150))
    assert first == second
    assert first != third


def test_reading_order_is_drawn_as_a_way(paper: Pixels) -> None:
    """A dark line runs from the middle of one region to the middle of the next."""
    page = _page(
        _region("r001", Box(100, 200, 400, 400), Role.BODY),
        _region("r002", Box(600, 200, 900, 400), Role.BODY),
    )
    assert draw(page, paper)[300, 450].max() < 160
    alone = _page(_region("r001", Box(100, 200, 400, 400), Role.BODY))
    assert draw(alone, paper)[300, 450].min() > 250


def test_labels_hide_nothing_of_a_region(paper: Pixels) -> None:
    """A label stands right above its region, and is lower than 1/80 of the page."""
    page = _page(_region("r001", Box(100, 300, 900, 500), Role.HEADLINE))
    drawn = draw(page, paper)
    rows = np.flatnonzero((drawn[:1400, 104:110] != 255).all(axis=2).any(axis=1))
    labels = rows[rows < 299]
    assert 300 - 1400 // 80 <= labels[0]
    assert [255, 255, 255] == drawn[303, 104].tolist()


def test_a_legend_stands_below(paper: Pixels) -> None:
    """The picture is higher than the page by a strip that names the colours on it."""
    page = _page(_region("r001", Box(100, 300, 900, 500), Role.ADVERT))
    drawn = draw(page, paper)
    assert drawn.shape[0] > 1400
    assert (drawn[1400:] == np.array(colour_of(Role.ADVERT))).all(axis=2).any()
    assert paper.shape == draw(_page(), paper).shape[:2]


def test_flat_text_is_written_on_white() -> None:
    """Without pixels the words are there to read, a cell taking 8 by 16 pixels."""
    word = Word(id="p0001.l0001.w01", box=Box(2, 1, 12, 2), text="NEWS")
    line = Line(id="p0001.l0001", box=Box(2, 1, 12, 2), words=(word,))
    region = Region(id="p0001.r001", box=Box(2, 1, 12, 2), lines=(line,))
    scan = Scan(path="page.txt", width=40, height=10, kind="text")
    drawn = draw(Page(id="p0001", number=1, scan=scan, regions=(region,)), None)
    assert 320 == drawn.shape[1]
    assert drawn[20:30, 20:60].min() < 120


def test_a_huge_scan_is_drawn_smaller() -> None:
    """The longer side is 4000 pixels at most, the boxes scaled with it."""
    page = _page(_region("r001", Box(800, 2400, 7200, 4000), Role.BODY))
    drawn = draw(page, np.full((8000, 6000, 3), 255, np.uint8))
    assert 3000 == drawn.shape[1]
    assert _near(colour_of(Role.BODY), drawn[1997, 2000])


def test_the_reasons_stand_beside_the_page(paper: Pixels) -> None:
    """With its document the picture is wider, and what is written there is in black and green."""
    regions = (
        _region("r001", Box(100, 300, 900, 400), Role.HEADLINE, "a01"),
        _region("r002", Box(100, 500, 900, 900), Role.BODY, "a01"),
    )
    join = Join(first=regions[0].id, second=regions[1].id, reason="it stands under it", score=1.0)
    article = Article(id="d.a0001", parts=tuple(one.id for one in regions), joins=(join,))
    page = _page(*regions)
    document = Document(id="d", pages=(page,), articles=(article,))
    drawn = draw(page, paper, document)
    assert drawn.shape[1] > 1000
    beside = drawn[:, 1000:].astype(int)
    assert (beside[:, :, 1] > beside[:, :, 0] + 40).any()
    assert (beside == np.array(colour_of(Role.HEADLINE))).all(axis=2).any()


def test_a_doubtful_join_is_red(paper: Pixels) -> None:
    """The way from one region to the next has the colour of how sure the join is."""
    regions = (
        _region("r001", Box(100, 200, 400, 400), Role.BODY, "a01"),
        _region("r002", Box(600, 200, 900, 400), Role.BODY, "a01"),
    )
    join = Join(first=regions[0].id, second=regions[1].id, reason="perhaps", score=0.3)
    page = Page(id="p0001", number=1, scan=_page().scan, regions=regions, joins=(join,))
    red, green, blue = (int(value) for value in draw(page, paper)[300, 440])
    assert red > 2 * max(green, blue)


def test_a_lying_scan_is_stood_up() -> None:
    """An image that must be turned a quarter clockwise is, and its measures change places."""
    scan = Scan(path="page.png", width=30, height=20, turned=90)
    page = Page(id="p0001", number=1, scan=scan)
    lying = np.zeros((20, 30), np.uint8)
    lying[19, 0] = 9
    standing = stood(lying, page)
    assert standing is not None
    assert ((30, 20), 9) == (standing.shape, standing[0, 0])


def test_png_keeps_every_pixel(paper: Pixels) -> None:
    """What is written is what was drawn."""
    drawn = draw(_page(_region("r001", Box(100, 300, 900, 500), Role.BODY)), paper)
    assert np.array_equal(drawn, np.asarray(Image.open(io.BytesIO(png(drawn)))))


def test_vertical_words_are_written_downwards_in_their_column() -> None:
    """Without an image a column of Han is written in it, from top to foot, and nowhere beside."""
    box = Box(400, 200, 440, 600)
    word = Word(id="p0001.l0001.w01", box=box, text="一二三四五六七八九十")
    line = Line(id="p0001.l0001", box=box, words=(word,), vertical=True)
    region = Region(id="p0001.r001", box=box, lines=(line,))
    dark = draw(_page(region), None).min(axis=2)[:1400, :1000] < 90
    assert dark[210:590, 404:436].any(axis=1).reshape(19, 20).any(axis=1).mean() > 0.5
    assert not dark[200:600, 446:].any()
