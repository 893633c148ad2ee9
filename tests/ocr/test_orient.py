from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from digitize.model.document import flow
from digitize.model.geometry import IDENTITY, Box
from digitize.model.page import Line, Page, Region, Scan, Word
from digitize.model.reading import printed
from digitize.ocr import orient
from digitize.ocr.orient import Orient, judged
from digitize.ocr.proof import Proof
from digitize.ocr.samples import Sample
from digitize.recipe import load
from digitize.stage import Pixels, Sheet, home, lying, upright

Column = Callable[..., Pixels]
SAMPLES = [Sample(np.full((20, 200), 255, np.uint8), upright=False)] * 6


def bench(pixels: Pixels) -> Sheet:
    """Put an image on the bench."""
    scan = Scan(path="page.png", width=pixels.shape[1], height=pixels.shape[0])
    return Sheet(page=Page(id="p0001", number=1, scan=scan), pixels=pixels)


def test_an_upright_page_is_passed_on_untouched(column: Column) -> None:
    """Ascenders tell that print stands; neither pixels nor frame change, and nothing is read."""
    sheet = bench(column(lines=30))
    after = Orient()(sheet)
    assert (True, IDENTITY, 0) == (
        after.pixels is sheet.pixels, after.frame, after.page.scan.turned
    )  # fmt: skip
    assert after.note == "upright, by its ascenders"


@pytest.mark.engine
@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_that_lies_is_turned_and_knows_its_way_home(column: Column, turns: int) -> None:
    """The turned page is the upright one to the pixel, and its boxes come home to the scan."""
    page = column()
    scan = np.ascontiguousarray(np.rot90(page, turns))
    after = Orient()(bench(scan))
    assert after.pixels is not None
    assert np.array_equal(page, after.pixels)
    assert (90 * turns, page.shape) == (
        after.page.scan.turned, (after.page.scan.height, after.page.scan.width)
    )  # fmt: skip
    word = Word(id="w", box=Box(70, 50, 300, 80), text="the town")
    region = Region(id="r", box=word.box, lines=(Line(id="l", box=word.box, words=(word,)),))
    done = home(Sheet(page=_with(after.page, region), frame=after.frame))
    x0, y0, x1, y1 = done.regions[0].lines[0].words[0].box
    assert np.array_equal(page[50:80, 70:300], np.rot90(scan[y0:y1, x0:x1], -turns))
    assert (scan.shape[1], scan.shape[0]) == (done.scan.width, done.scan.height)
    assert word.box == upright(done).regions[0].box
    assert done == lying(upright(done))


def _with(page: Page, region: Region) -> Page:
    return Page(id=page.id, number=page.number, scan=page.scan, regions=(region,))


@pytest.mark.parametrize("kind", ["blank", "noise"])
def test_a_page_without_print_is_left(kind: str) -> None:
    """Where nothing can be read in any direction, nothing is turned."""
    page = np.full((900, 700), 255, np.uint8)
    if kind == "noise":
        page = np.random.default_rng(1).integers(0, 255, page.shape).astype(np.uint8)
    assert 0 == Orient()(bench(page)).page.scan.turned


@pytest.mark.parametrize(
    ("read", "turns"),
    [
        ([(60, 0.98, 0), (0, 0, 0), (20, 0.7, 0), (0, 0, 0)], 0),  # Latin that stands
        ([(20, 0.7, 0), (0, 0, 0), (60, 0.98, 0), (0, 0, 0)], 2),  # upside down
        ([(40, 0.97, 40), (3, 0.7, 3), (4, 0.6, 4), (36, 0.95, 36)], 0),  # Han that stands
        ([(36, 0.95, 36), (40, 0.97, 40), (3, 0.7, 3), (4, 0.6, 4)], 1),  # on its left side
        ([(3, 0.7, 3), (36, 0.95, 36), (40, 0.97, 40), (4, 0.6, 4)], 2),
        ([(4, 0.6, 4), (3, 0.7, 3), (36, 0.98, 36), (40, 0.93, 40)], 3),
        ([(8, 0.7, 0), (7, 0.7, 0), (9, 0.7, 0), (6, 0.7, 0)], 0),  # nothing to tell by
        ([(30, 0.75, 0), (0, 0, 0), (40, 0.86, 0), (0, 0, 0)], 0),  # too near to be a proof
    ],
)
def test_a_page_is_turned_by_proof_alone(
    monkeypatch: pytest.MonkeyPatch, read: list[tuple[int, float, int]], turns: int
) -> None:
    """Far more must be read in the new direction; Han read lying on its left side is no proof."""
    proofs = [Proof(letters * conf, letters, han) for letters, conf, han in read]
    monkeypatch.setattr(orient, "proof", lambda lines, turns: proofs[turns] if lines else Proof())
    assert turns == judged(SAMPLES[:3])[0]


@pytest.mark.shared
@pytest.mark.engine
@pytest.mark.slow
@pytest.mark.parametrize("turns", [0, 1, 2, 3])
@pytest.mark.parametrize(
    "name",
    ["jingbao/jb_3797_1939-04-23_0001+0004.jpg", "trove-frontpage.jpg", "american-eagle/page.jpg"],
)
def test_real_pages_are_turned_as_they_must_be(shared: Path, name: str, turns: int) -> None:
    """Vertical Chinese, faint and fine print are found whichever way they lie."""
    page = np.asarray(cv2.imread(str(shared / "pages" / name), cv2.IMREAD_GRAYSCALE), np.uint8)
    lies = np.ascontiguousarray(np.rot90(page, turns))
    assert 90 * turns == Orient()(bench(lies)).page.scan.turned


@pytest.mark.engine
@pytest.mark.slow
@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_lying_page_gives_the_record_of_the_upright_one(column: Column, turns: int) -> None:
    """Articles read the same, and each word's box shows the same print, turned."""
    pipeline, page = load().pipeline(), column(lines=30)
    lies = np.ascontiguousarray(np.rot90(page, turns))
    records = [pipeline.bind("x", [pipeline.page(bench(scan))]) for scan in (page, lies)]
    texts = [
        [[printed(line) for line in flow(one, item)] for item in one.articles] for one in records
    ]
    assert texts[0] == texts[1]
    stands, fallen = (words(one.pages[0]) for one in records)
    shown = [_cut(page, one.box) for one in stands]
    laid = [np.rot90(_cut(lies, one.box), -turns) for one in fallen]
    assert all(map(np.array_equal, shown, laid))


def words(page: Page) -> list[Word]:
    """Return the words of a page."""
    return [word for region in page.regions for line in region.lines for word in line.words]


def _cut(page: Pixels, box: Box) -> Pixels:
    return page[box.y0 : box.y1, box.x0 : box.x1]
