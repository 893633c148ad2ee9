from __future__ import annotations

from dataclasses import replace

from digitize.layout.articles import Articles
from digitize.layout.order import Order
from digitize.layout.regions import Regions
from digitize.layout.roles import Roles
from digitize.layout.stories import Stories
from digitize.model.document import Article, Document
from digitize.model.page import FURNITURE, Line, Page, Region
from tests.layout.draw import flat

BODY = "The council voted last night to close the baths at the end of the season. " * 2
ONE = f"Baths to be closed\n\n{BODY}\n\nThe mayor was asked whether he\n\n(See BATHS, Page 3)"
THREE = f"BATHS—Continued from Page 1\n\nwould resign at once, and said no.\n\n{BODY}"
OTHER = f"Harvest is late this year\n\n{BODY}"


def page(text: str, number: int) -> Page:
    """Return flat text as page `number`, with its stories."""
    made = Stories()(Roles()(Order()(Regions()(flat(text))))).page
    name = f"p{number:04d}"

    def line(item: Line) -> Line:
        return replace(item, id=item.id.replace("p0001", name))

    def region(item: Region) -> Region:
        return replace(item, id=item.id.replace("p0001", name), lines=tuple(map(line, item.lines)))

    joins = tuple(
        replace(
            join,
            first=join.first.replace("p0001", name),
            second=join.second.replace("p0001", name),
        )
        for join in made.joins
    )
    regions = tuple(map(region, made.regions))
    return replace(made, id=name, number=number, regions=regions, joins=joins)


def articles(*texts: tuple[str, int]) -> Document:
    """Return the document of pages given by text and number."""
    pages = tuple(page(text, number) for text, number in texts)
    return Articles()(Document(id="paper", pages=pages))


def pages_of(article: Article) -> list[str]:
    """Return the pages an article stands on."""
    return sorted({part.split(".")[0] for part in article.parts})


def test_a_story_is_an_article() -> None:
    """Ids count the articles in reading order."""
    found = articles((OTHER, 1), (OTHER, 2)).articles
    assert [(item.id, pages_of(item)) for item in found] == [
        ("paper.a0001", ["p0001"]),
        ("paper.a0002", ["p0002"]),
    ]


def test_a_jump_line_links_two_pages() -> None:
    """Both halves say so: one article, joined, on two pages; the story beside stays apart."""
    done = articles((ONE, 1), (OTHER, 2), (THREE, 3))
    assert [pages_of(item) for item in done.articles] == [["p0001", "p0003"], ["p0002"]]
    assert done.warnings == ()
    assert any("jump lines" in join.reason for join in done.articles[0].joins)


def test_a_jump_line_that_leads_nowhere_is_told() -> None:
    """An unresolved jump line is a warning, not an invention."""
    done = articles((ONE, 1), (OTHER, 2))
    assert [pages_of(item) for item in done.articles] == [["p0001"], ["p0002"]]
    assert len(done.warnings) == 1
    assert "Page 3" in done.warnings[0]


def test_every_region_of_text_is_in_one_article() -> None:
    """Furniture is in none, all else in exactly one."""
    done = articles((f"Monday, March 1, 1920\n\n{ONE}", 1), (THREE, 3))
    parts = sorted(part for article in done.articles for part in article.parts)
    text = sorted(
        region.id for made in done.pages for region in made.regions if region.role not in FURNITURE
    )
    assert parts == text


def test_an_advertisement_is_its_own_article() -> None:
    """Kinds follow the roles of the regions."""
    text = f"{OTHER}\n\nFOR SALE.\n\nGood upright piano, $125. Call at 1432 Olive Street."
    assert [item.kind for item in articles((text, 1)).articles] == ["article", "advertisement"]
