from __future__ import annotations

from dataclasses import replace

from digitize.layout.articles import Articles
from digitize.model.document import Document
from digitize.model.geometry import Box
from digitize.model.page import Line, Page, Region, Role, Scan, Word

Part = tuple[str, Role, str]  # story, role, text


def page(number: int, *parts: Part) -> Page:
    """Return a page of regions of one line each."""
    name = f"p{number:04d}"
    regions = []
    for at, (story, role, text) in enumerate(parts, 1):
        box = Box(0, 40 * at, 300, 40 * at + 20)
        word = Word(id=f"{name}.l{at:04d}.w01", box=box, text=text)
        lines = (Line(id=f"{name}.l{at:04d}", box=box, words=(word,)),)
        regions.append(Region(id=f"{name}.r{at:03d}", box=box, role=role, lines=lines, story=story))
    scan = Scan(path=f"page-{number}.png", width=400, height=2000)
    return Page(id=name, number=number, scan=scan, regions=tuple(regions))


def chains(*pages: Page) -> list[list[str]]:
    """Return the articles as lists of page numbers, one for each region."""
    document = Articles()(replace(Document(id="paper"), pages=pages))
    return [[part[4] for part in article.parts] for article in document.articles]


def test_a_catchword_alone_leads_to_the_story_that_names_its_page() -> None:
    """One article: "RAILWAY, Page 2", and "From page 1" over a headline with that word."""
    first = page(
        1,
        ("a01", Role.HEADLINE, "Cable railway marks 21 years"),
        ("a01", Role.BODY, "The line crosses seven bridges and passengers were"),
        ("a01", Role.JUMP_LINE, "RAILWAY, Page 2"),
    )
    second = page(
        2,
        ("a01", Role.JUMP_LINE, "From page 1"),
        ("a01", Role.HEADLINE, "Railway: Tsang stands firm"),
        ("a01", Role.BODY, "counted between seven and eight."),
        ("a02", Role.HEADLINE, "Savings bank to open"),
        ("a02", Role.BODY, "The exchange expects trade."),
    )
    assert [list("111222"), list("22")] == chains(first, second)


def test_a_stream_of_news_goes_on_over_the_page() -> None:
    """Text that breaks off at a page's end goes on in text without headline on the next page."""
    first = page(1, ("a01", Role.HEADLINE, "Teachers"), ("a01", Role.BODY, "They remember the"))
    second = page(
        2,
        ("a01", Role.BODY, "fire, when tea floated by."),
        ("a02", Role.HEADLINE, "Exchange"),
        ("a02", Role.BODY, "Shares rose."),
    )
    assert [list("112"), list("22")] == chains(first, second)


def test_a_finished_page_does_not_run_over() -> None:
    """Text that ends with its page is not tied to the next page."""
    first = page(1, ("a01", Role.HEADLINE, "Teachers"), ("a01", Role.BODY, "They went home."))
    second = page(2, ("a01", Role.BODY, "fire, when tea floated by."))
    assert [list("11"), list("2")] == chains(first, second)


def test_a_jump_line_finds_the_one_story_that_breaks_off() -> None:
    """A line "From page 1" is enough where one story of that page breaks off in silence."""
    first = page(
        1,
        ("a01", Role.HEADLINE, "瓷器價格創新高"),
        ("a01", Role.BODY, "海港局日前通過籌備多年的海底隧"),
        ("a02", Role.HEADLINE, "電車延線惹爭議"),
        ("a02", Role.BODY, "會議歷時四小時。"),
    )
    second = page(
        2,
        ("a01", Role.JUMP_LINE, "上接第一版"),
        ("a01", Role.HEADLINE, "預計二千戶受影響"),
        ("a01", Role.BODY, "道計劃，會議歷時六小時。"),
    )
    assert [list("11222"), list("11")] == chains(first, second)
