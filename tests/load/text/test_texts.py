from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.errors import InputError, LimitError
from digitize.load import terms
from digitize.load.text import texts
from digitize.model.geometry import Box
from digitize.model.page import Line, Page
from digitize.model.reading import printed


def load(path: Path, data: str | bytes, index: int = 0) -> Page:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return texts.load(path, index, name=path.name, page_id="p0001", number=1).page


def lines(page: Page) -> tuple[Line, ...]:
    return tuple(line for region in page.regions for line in region.lines)


def test_lines_stand_in_cells(tmp_path: Path):
    """Rows count blank lines, columns count indentation, and ids follow the lines."""
    page = load(tmp_path / "a.txt", "  TWO SESSIONS\n\nSee news\n")
    first, second = lines(page)
    assert (Box(2, 0, 14, 1), Box(0, 2, 8, 3)) == (first.box, second.box)
    assert ("p0001.l0001", "p0001.l0002.w02") == (first.id, second.words[1].id)
    assert Box(6, 0, 14, 1) == first.words[1].box
    assert ("text", "cell", 14, 4) == (
        page.scan.kind,
        page.scan.unit,
        page.scan.width,
        page.scan.height,
    )


def test_wide_characters_take_two_cells(tmp_path: Path):
    """A Han character is two columns wide, so mixed headers line up as on a terminal."""
    (line,) = lines(load(tmp_path / "a.txt", "香港版 HONG KONG"))
    assert [Box(0, 0, 6, 1), Box(7, 0, 11, 1), Box(12, 0, 16, 1)] == [w.box for w in line.words]


def test_tabs_go_to_the_next_eighth_column(tmp_path: Path):
    """A tab moves to the next multiple of eight columns."""
    (line,) = lines(load(tmp_path / "a.txt", "ab\tcd"))
    assert 8 == line.words[1].box.x0


def test_form_feeds_part_pages(tmp_path: Path):
    """Each form feed opens a page; the one that only closes the last page does not."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\n\ftwo\n\f\fthree\n\f")
    assert [0, 1, 2, 3] == list(texts.frames(path, "a.txt"))
    pages = [load(path, path.read_bytes(), index) for index in range(4)]
    assert ["one", "two", "", "three"] == [" ".join(map(printed, lines(page))) for page in pages]


def test_blank_text_is_a_blank_page(tmp_path: Path):
    """A file of line ends only is a page without lines, not an error."""
    page = load(tmp_path / "a.txt", "\n\n\n")
    assert () == page.regions
    assert 4 == page.scan.height


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_a_line(tmp_path: Path, end: str):
    """Unix, Windows and old Macintosh line ends give the same lines."""
    page = load(tmp_path / "a.txt", f"one{end}{end}two")
    assert [0, 2] == [line.box.y0 for line in lines(page)]


def test_control_characters_are_replaced_and_counted(tmp_path: Path):
    """NUL, escape and their kind become U+FFFD, and the page says how many."""
    page = load(tmp_path / "a.txt", "a\0b \x1b[31mred \x9bx")
    assert "a\ufffdb \ufffd[31mred \ufffdx" == printed(lines(page)[0])
    assert "3 control characters replaced by U+FFFD" in page.warnings


def test_a_byte_order_mark_inside_is_no_print(tmp_path: Path):
    """The mark left by joining two files is not part of a word."""
    (line,) = lines(load(tmp_path / "a.txt", "one\ufefftwo"))
    assert "onetwo" == printed(line)


def test_a_guessed_encoding_is_told(tmp_path: Path):
    """Text in GB 18030 is Chinese, and the page says that the encoding was guessed."""
    page = load(tmp_path / "a.txt", "中国日报今天报道了重要消息。".encode("gb18030"))
    assert "中国日报今天报道了重要消息。" == printed(lines(page)[0])
    assert any("gb18030" in warning for warning in page.warnings)


def test_text_over_the_limit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A text larger than the limit is refused with limit and size."""
    monkeypatch.setattr(terms, "_held", terms.Terms(most={"text-bytes": 3}))
    with pytest.raises(LimitError, match="bytes = 3, found 4"):
        load(tmp_path / "a.txt", b"four")


def test_a_page_that_is_not_there_is_told(tmp_path: Path):
    """Asking for the second page of one is an input error."""
    with pytest.raises(InputError, match="no page 2"):
        load(tmp_path / "a.txt", "one", index=1)


@given(text=st.text())
def test_no_word_is_lost(tmp_path_factory: pytest.TempPathFactory, text: str):
    """Whatever the text, its printable words come out in order, and every box has a size."""
    path = tmp_path_factory.getbasetemp() / "any.txt"
    clean = "".join(char for char in text if char.isprintable() or char in "\n ")
    page = load(path, "x" + clean)
    found = [word.text for line in lines(page) for word in line.words]
    assert ("x" + clean).replace("\ufeff", "").split() == found
    assert all(word.box.area > 0 for line in lines(page) for word in line.words)
