"""Level lines of Chinese that run from right to left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.model.geometry import Box
from digitize.model.page import Line, Page, Region, Scan, Word
from digitize.ocr.direction import Direction, evidence, leftward, mirrored
from digitize.stage import Sheet


def _line(name: str, *texts: str, vertical: bool = False) -> Line:
    words = tuple(
        Word(id=f"{name}.w{n}", box=Box(100 * n, 0, 100 * n + 90, 20), text=text)
        for n, text in enumerate(texts)
    )
    return Line(id=name, box=Box(0, 0, 900, 20), words=words, vertical=vertical)


def _sheet(*lines: Line, kind: str = "scan") -> Sheet:
    region = Region(id="p1.r1", lines=lines)
    scan = Scan(path="p.png", width=1000, height=1000, kind="text" if kind == "text" else "scan")
    return Sheet(Page(id="p1", number=1, scan=scan, regions=(region,)))


def _read(sheet: Sheet) -> list[str]:
    lines = Direction()(sheet).page.regions[0].lines
    return [" ".join(word.text for word in line.words) for line in lines]


COLUMN = _line("c", "重慶廿二日電", vertical=True)


@pytest.mark.parametrize(
    "text", ["中華民國二十八年四月廿三日", "上海第一流攝影專家", "粵省華軍進展順利"]
)
def test_each_way(text: str) -> None:
    """Words and dates tell which way a line runs, whichever that is."""
    assert evidence(text[::-1]) > 0 > evidence(text)


@given(st.text(alphabet="中華民國（）「」三 ."))
def test_mirrored_twice(text: str) -> None:
    """What is read the other way round twice is as it was."""
    assert text == mirrored(mirrored(text))


def test_figures_and_brackets() -> None:
    """Figures and Latin words keep their order, and brackets still enclose."""
    assert "（上海）1,250元Tel.24號" == mirrored("號Tel.24元1,250（海上）")


def test_short_lines_follow_their_page() -> None:
    """A line that tells nothing by itself runs as the other level lines of its page do."""
    old = [_line("a", "家專影攝流一第上海"), _line("b", "（一五一）", "三二一")]
    new = [_line("a", "上海第一流攝影專家"), _line("b", "（一五一）", "三二一")]
    assert {"a", "b"} == leftward(old)
    assert frozenset() == leftward(new)


def test_words_are_turned_too() -> None:
    """The words of such a line come from its right, each with its box and all its characters."""
    sheet = _sheet(_line("a", "版四第", "日期星", "報晶"), COLUMN)
    assert ["晶報 星期日 第四版", "重慶廿二日電"] == _read(sheet)
    before, after = sheet.page.regions[0].lines[0], Direction()(sheet).page.regions[0].lines[0]
    assert {(w.id, w.box) for w in before.words} == {(w.id, w.box) for w in after.words}


def test_latin_words_stay() -> None:
    """Latin words within such a line stay in their order."""
    assert ["發行人 A. L. Teodoro 中國新福煙公司", "重慶廿二日電"] == _read(
        _sheet(_line("a", "司公煙福新國中", "A.", "L.", "Teodoro", "人行發"), COLUMN)
    )


def test_level_pages_stay() -> None:
    """A page without vertical print is read to the right, whatever its lines seem to say."""
    assert ["家專影攝流一第上海"] == _read(_sheet(_line("a", "家專影攝流一第上海")))


def test_modern_headings_stay() -> None:
    """Level headings of a vertical page that make words to the right stay as they are."""
    assert ["上海第一流攝影專家", "重慶廿二日電"] == _read(
        _sheet(_line("a", "上海第一流攝影專家"), COLUMN)
    )
