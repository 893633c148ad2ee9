from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from rapidfuzz.distance import Levenshtein

from digitize.model.geometry import Box
from digitize.model.page import Line, Page, Region, Scan
from digitize.model.reading import printed
from digitize.ocr.read import Read
from digitize.stage import Sheet

pytestmark = [pytest.mark.shared, pytest.mark.engine]


def texts(path: Path, boxes: list[Box], vertical: bool = False) -> list[str]:
    """Return what the default engine reads in these boxes of a page."""
    pixels = np.asarray(cv2.imread(str(path), cv2.IMREAD_GRAYSCALE), dtype=np.uint8)
    lines = tuple(
        Line(id=f"p0001.l{n:04d}", box=box, vertical=vertical) for n, box in enumerate(boxes, 1)
    )
    region = Region(id="p0001.r000", lines=lines)
    page = Page(id="p0001", number=1, scan=Scan(path=path.name), regions=(region,))
    after = Read()(Sheet(page=page, pixels=pixels))
    return [printed(line) for line in after.page.regions[0].lines]


def test_body_text_of_1905_is_read_at_134_dpi(shared: Path) -> None:
    """Letters 9 pixels high in justified lines come with every letter and every space."""
    boxes = [Box(46, 1467, 329, 1481), Box(343, 1464, 616, 1479), Box(344, 1564, 621, 1578)]
    assert [
        "Rev. Geo. E. Stevens preached a most",
        "Vaughn addressed a meeting at U. B.",
        "Temple, where addresses were made",
    ] == texts(shared / "pages/american-eagle/page.jpg", boxes)


def test_vertical_headlines_of_1939_are_read(shared: Path) -> None:
    """Four columns of different size are the four lines of the hand-made text."""
    folder = shared / "pages/jingbao"
    name = "jb_3797_1939-04-23_0001+0004"
    boxes = [
        Box(2025, 1148, 2100, 1755),
        Box(1905, 1200, 2022, 2110),
        Box(1838, 1285, 1898, 1965),
        Box(1773, 1375, 1832, 2055),
    ]
    truth = (folder / f"{name}.xml").read_text("utf-8")
    found = texts(folder / f"{name}.jpg", boxes, vertical=True)
    assert [8, 8, 12, 12] == [len(text) for text in found]
    assert [] == [text for text in found if f"{text}<lb/>" not in truth]


def test_a_vertical_column_of_body_text_is_read(shared: Path) -> None:
    """Of 43 characters 22 pixels high, in a column that slants, few are wrong."""
    folder = shared / "pages/jingbao"
    name = "jb_3797_1939-04-23_0001+0004"
    truth = (folder / f"{name}.xml").read_text("utf-8")
    line = truth[truth.index("（重慶廿二日") :].split("<lb/>")[0]
    found = texts(folder / f"{name}.jpg", [Box(1742, 1176, 1775, 2203)], vertical=True)[0]
    wide = str.maketrans("()", "（）")
    assert Levenshtein.distance(line, found.translate(wide)) <= 4
