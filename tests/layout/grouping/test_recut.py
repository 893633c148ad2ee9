from __future__ import annotations

from dataclasses import replace

from digitize.layout.grouping.recut import recut
from digitize.model.geometry import Box, Point, union
from digitize.model.page import Line, Page, Region, Scan
from digitize.model.reading import read
from tests.layout.draw import line


def page(*rows: tuple[str, float, int], bold: tuple[int, ...] = ()) -> Page:
    """Return a scanned page with one region of rows (text, size, width), and much body type."""
    lines: list[Line] = []
    y = 40
    for at, (text, size, width) in enumerate(rows):
        y += round(1.3 * size)
        box = Box(40, y - round(size), 40 + width, y)
        lines.append(line(at + 1, box, text, size, bold=at in bold))
    body = [
        line(50 + at, Box(500, 40 + 26 * at, 800, 60 + 26 * at), "the quay was shut to all", 20)
        for at in range(30)
    ]
    regions = [
        Region(id=f"p0001.r{number:03d}", box=union(one.box for one in own), lines=tuple(own))
        for number, own in enumerate((lines, body), start=1)
    ]
    scan = Scan(path="page.png", width=900, height=1200)
    return Page(id="p0001", number=1, scan=scan, regions=tuple(regions))


def texts(made: Page) -> list[str]:
    """Return the text of each region but the body, in order."""
    return [read(region.lines) for region in recut(made).regions[:-1]]


def test_a_deck_leaves_the_headline() -> None:
    """A step in size between lines that measure truly begins another heading."""
    made = page(("Landslip closes road to", 50, 600), ("Work to begin in July 1904", 34, 420))
    assert ["Landslip closes road to", "Work to begin in July 1904"] == texts(made)


def test_white_parts_what_is_set_in_like_type() -> None:
    """Kicker, headline and writer in one size stand further apart than the headline's rows."""
    texts_over = ("THE MINES", "Three rescued", "from a shaft", "By Rufus Umpleby")
    bases = (138, 176, 206, 244)
    lines = [
        line(at, Box(40, base - 21, 240, base), text, 28.0)
        for at, (text, base) in enumerate(zip(texts_over, bases, strict=True), start=1)
    ]
    based = [
        replace(one, baseline=(Point(40, one.box.y1), Point(240, one.box.y1))) for one in lines
    ]
    made = page(("x", 20, 20))
    stack, body = made.regions
    whole = replace(made, regions=(replace(stack, lines=tuple(based)), body))
    assert ["THE MINES", "Three rescued from a shaft", "By Rufus Umpleby"] == texts(whole)


def test_low_letters_make_no_deck() -> None:
    """The last line of a headline may be all low letters, which measure less."""
    made = page(("Dragon boats: two winners", 50, 600), ("came on across", 34, 420))
    assert 1 == len(texts(made))


def test_letters_as_wide_are_of_one_size() -> None:
    """Where height says less but the letters are as wide, the type is one."""
    made = page(("Landslip closes road to", 50, 600), ("Hill Field and Bell Hatch", 34, 650))
    assert 1 == len(texts(made))


def test_a_bold_head_leaves_its_text() -> None:
    """Short lines in bold over plain ones are cut off, at both ends of a run within text."""
    plain = [("the council voted on the wharf", 20, 300)] * 3
    made = page(*plain, ("Market day", 20, 140), *plain, bold=(3,))
    whole = read(made.regions[0].lines)
    assert "Market day" == texts(made)[1]
    assert whole == " ".join(texts(made))


def test_a_word_in_bold_at_the_edge_cuts_nothing() -> None:
    """A full line in bold with no white under it stays in its text."""
    plain = [("the council voted on the wharf", 20, 300)] * 3
    assert 1 == len(
        texts(page(*plain, ("and All Was Well by the quay", 20, 300), *plain, bold=(3,)))
    )


def test_two_characters_side_by_side_run_level() -> None:
    """A line wider than high is no column of characters."""
    made = page(("第二版", 20, 90), ("港聞", 20, 60))
    lines = tuple(
        Line(id=one.id, box=one.box, words=one.words, size=90.0, vertical=True)
        for one in made.regions[0].lines
    )
    region = Region(id="p0001.r001", box=made.regions[0].box, lines=lines)
    scan = made.scan
    done = recut(Page(id="p0001", number=1, scan=scan, regions=(region, made.regions[1])))
    assert [False] * len(lines) == [
        one.vertical for part in done.regions[:-1] for one in part.lines
    ]


def test_jump_lines_leave_the_text_they_stand_over_and_under() -> None:
    """A line, or two, that only sends on or comes from elsewhere is cut from its column."""
    rows = ["Continued from Page 1", *["the quay was shut to all"] * 4, "(Continued on Page 3,"]
    made = page(*((text, 20.0, 300) for text in [*rows, "Column 3.)"]))
    text = " ".join(rows[1:5])
    assert [rows[0], text, "(Continued on Page 3, Column 3.)"] == texts(made)


def test_a_greeting_leaves_its_heading() -> None:
    """A letter begins with its greeting, however near that stands to the heading."""
    made = page(("Remember the gasworks site", 26, 400), ("Sir,—", 20, 60))
    assert ["Remember the gasworks site", "Sir,—"] == texts(made)


def test_a_jump_line_on_two_rows_stays_whole() -> None:
    """Its page number may stand alone in the second row, and measure lighter than the first."""
    rows = [
        ("said the clerk, who had not been", 20, 300),
        ("asked, and the rest await it.", 20, 300),
    ]
    made = page(*rows, ("REFUSED continued on", 20, 200), ("B3", 20, 30), bold=(2,))
    assert ["REFUSED continued on B3"] == texts(made)[1:]


def test_capitals_leave_the_name_they_stand_under() -> None:
    """Two lines of like size are two types where one is in capitals and a little smaller."""
    made = page(("Kirkbride Brothers", 29, 240), ("SEED OF EVERY KIND", 26, 230))
    assert ["Kirkbride Brothers", "SEED OF EVERY KIND"] == texts(made)
    made = page(("SIX MEN WERE BROUGHT UP", 20, 300), ("alive on Tuesday last from", 20, 300))
    assert 1 == len(texts(made))


def test_a_plain_deck_leaves_a_headline_in_bold_that_is_hardly_larger() -> None:
    """Another weight and a little less size are two signs of one step."""
    rows = ("Landslip closes road to", 40, 600), ("Work to begin in July 1904", 34, 560)
    assert [rows[0][0], rows[1][0]] == texts(page(*rows, bold=(0,)))
    assert 1 == len(texts(page(*rows, bold=(0, 1))))
