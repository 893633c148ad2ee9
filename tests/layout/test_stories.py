from __future__ import annotations

from dataclasses import replace

from digitize.layout.order import Order
from digitize.layout.regions import Regions
from digitize.layout.roles import Roles
from digitize.layout.stories import Stories
from digitize.model.page import Page, Role
from digitize.model.reading import read
from digitize.stage import Sheet
from tests.layout.draw import draw, flat


def told(picture: str) -> set[str]:
    """Return the stories of a drawn page, each as its letters in order."""
    page = draw(picture)
    roles = {
        region.id: Role.HEADLINE if region.id[-1].isdigit() else Role.BODY
        for region in page.regions
        if region.lines
    }
    regions = tuple(
        replace(region, role=roles.get(region.id, region.role)) for region in page.regions
    )
    sheet = Order()(Sheet(replace(page, regions=regions)))
    return grouped(Stories()(sheet).page)


def grouped(page: Page) -> set[str]:
    """Return each story's letters."""
    found: dict[str, str] = {}
    for region in page.regions:
        if region.story:
            found[region.story] = found.get(region.story, "") + region.id[-1]
    return set(found.values())


def test_columns_under_one_headline_are_one_story() -> None:
    """What a headline spans is its own."""
    assert told("""
        1111111
        AAA.BBB
        AAA.BBB
    """) == {"1AB"}


def test_stories_side_by_side_are_not_welded() -> None:
    """Each column goes with the headline over it."""
    assert told("""
        111.222
        AAA.BBB
        AAA.BBB
    """) == {"1A", "2B"}


def test_a_column_without_headline_goes_on_with_the_one_before() -> None:
    """Text that breaks off at a column's foot goes on at the head of the next column."""
    assert told("""
        111.BBB.222
        AAA.BBB.CCC
        AAA.BBB.CCC
    """) == {"1AB", "2C"}


def test_an_article_rule_ends_a_story() -> None:
    """Text under a rule does not belong to the headline over it."""
    assert told("""
        1111111
        AAA.BBB
        AAA.BBB
        -------
        2222222
        CCC.DDD
    """) == {"1AB", "2CD"}


def test_every_join_says_why() -> None:
    """Two regions of a story that follow each other are joined, with a reason and a score."""
    text = "Floods in the north\n\nBy ZHAO LEI\n\n" + "Heavy rain cut the railway. " * 5
    page = Stories()(Roles()(Order()(Regions()(flat(text))))).page
    pairs = [(join.first, join.second) for join in page.joins]
    ids = [region.id for region in page.regions]
    assert pairs == [(ids[0], ids[1]), (ids[1], ids[2])]
    assert all(join.reason and 0 <= join.score <= 1 for join in page.joins)


def test_a_headline_starts_a_story_of_flat_text() -> None:
    """Two headlines make two stories; furniture belongs to none."""
    body = "The council voted last night to close the baths at the end of the season. " * 2
    text = f"Monday, March 1, 1920\n\nFlood cuts railway\n\n{body}\n\nMayor opens library\n\n{body}"
    page = Stories()(Roles()(Order()(Regions()(flat(text))))).page
    stories = {read(region.lines)[:12]: region.story for region in page.regions}
    assert stories["Monday, Marc"] == ""
    assert [region.story for region in page.regions] == ["", "a01", "a01", "a02", "a02"]
