from __future__ import annotations

from pathlib import Path

import pytest

from digitize.errors import InputError
from digitize.load.kinds import kind
from digitize.load.oldocr import tsv
from digitize.model.geometry import Box

HEAD = "level page_num block_num par_num line_num word_num left top width height conf text"
ROWS = [
    (1, 1, 0, 0, 0, 0, 0, 0, 600, 400, -1, ""),
    (5, 1, 1, 1, 1, 1, 10, 20, 30, 5, 95.5, "The"),
    (5, 1, 1, 1, 2, 1, 10, 30, 30, 5, 40, "port"),
    (5, 1, 1, 2, 1, 1, 10, 40, 30, 5, -1, "was"),
    (5, 1, 2, 1, 1, 1, 90, 20, 30, 5, 90, "shut"),
    (1, 2, 0, 0, 0, 0, 0, 0, 60, 40, -1, ""),
]
TABLE = "\n".join("\t".join(map(str, row)) for row in [HEAD.split(), *ROWS]).encode()


def test_blocks_paragraphs_lines_and_words() -> None:
    """Blocks are regions, the first line of a paragraph opens it, confidence is a share."""
    page = tsv.read(TABLE, 0, where="a.tsv", page_id="p0001", number=1).page
    lines = [line for region in page.regions for line in region.lines]
    words = [word for line in lines for word in line.words]
    assert [2, 3, 1] == [len(page.regions), *(len(region.lines) for region in page.regions)]
    assert [True, False, True, True] == [line.opens for line in lines]
    assert ["The", "port", "was", "shut"] == [word.text for word in words]
    assert (0.955, None, Box(10, 20, 40, 25)) == (words[0].conf, words[2].conf, words[0].box)
    assert (600, 400) == (page.scan.width, page.scan.height)


def test_a_table_may_hold_many_pages(tmp_path: Path) -> None:
    """Pages are counted; one that is not there is told; the header tells the kind."""
    assert 2 == tsv.pages(TABLE, where="a.tsv")
    with pytest.raises(InputError, match="no page 3"):
        tsv.read(TABLE, 2, where="a.tsv", page_id="p0001", number=1)
    path = tmp_path / "a.tsv"
    path.write_bytes(TABLE)
    assert "tsv" == kind(path, where="a.tsv")


def test_rows_that_are_none_are_told() -> None:
    """Junk in the table is counted, the rest is read."""
    page = tsv.read(TABLE + b"\njunk", 0, where="a.tsv", page_id="p0001", number=1).page
    assert ("rows that are none of the table: 1, first 'junk'",) == page.warnings
