from __future__ import annotations

from pathlib import Path

import pytest

from digitize.layout.order import Order
from digitize.layout.regions import Regions
from digitize.layout.roles import Roles
from digitize.model.page import FURNITURE, Role
from digitize.model.reading import read
from digitize.stage import Sheet
from tests.layout.draw import flat

STORY = """
Floods cut railway in the north

By Our Special Correspondent

Heavy rain cut the northern railway line for a second day on Tuesday, leaving three trains stranded.

Passengers spent the night in village halls. The company hopes to

reopen one track by Thursday evening.
"""
HEAD = """
TWO SESSIONS

See news updates on www.examplepost.com

SPECIAL COVERAGE, PAGES 3-6

EXAMPLE POST

WEDNESDAY, March 10, 2021

No 1234   Price 2d.
"""
CHINESE = """
大公報

香港版

中華民國二十四年三月十日 星期日

水災慘重 災民待賑

本報記者 張季鸞

【本報漢口專電】長江水位連日高漲，沿江各縣堤防潰決多處，災民流離失所者數十萬人，省府已撥款急賑，並電請中央速派員查勘災情。

立法院昨開例會

【南京九日電】立法院昨日上午九時舉行例會，出席委員七十餘人，由院長主席，討論要案多件，至十二時始散會。

下轉第三版
"""


def roles(text: str) -> dict[str, Role]:
    """Return the role of each block of flat text."""
    sheet = Roles()(Order()(Regions()(flat(text))))
    return {read(region.lines): region.role for region in sheet.page.regions}


def of_role(text: str, role: Role) -> list[str]:
    """Return the blocks of one role."""
    return [block for block, found in roles(text).items() if found == role]


def furniture(text: str) -> set[str]:
    """Return the blocks that are furniture."""
    return {block for block, role in roles(text).items() if role in FURNITURE}


def blocks(text: str) -> set[str]:
    """Return the blocks of a text as they are read."""
    return {" ".join(block.split()) for block in text.strip().split("\n\n")}


@pytest.mark.parametrize("order", ["before", "after"])
def test_masthead_lines_are_furniture_wherever_they_stand(order: str) -> None:
    """The masthead is told from the story before it and after it."""
    text = HEAD + STORY if order == "before" else STORY + HEAD
    assert blocks(HEAD) == furniture(text)


def test_a_story_without_masthead_has_no_furniture() -> None:
    """Nothing of a plain story is taken for masthead."""
    assert furniture(STORY) == set()
    assert of_role(STORY, Role.HEADLINE) == ["Floods cut railway in the north"]
    assert of_role(STORY, Role.BYLINE) == ["By Our Special Correspondent"]


def test_text_cut_at_a_column_end_is_no_headline() -> None:
    """Neither the piece before the break nor the piece after it is a heading."""
    found = roles(STORY)
    assert found["Passengers spent the night in village halls. The company hopes to"] == Role.BODY
    assert found["reopen one track by Thursday evening."] == Role.BODY


def test_several_headlines_are_found() -> None:
    """Each story of a file keeps its headline."""
    second = "Council votes to close swimming baths\n\n" + "The council voted last night. " * 5
    assert of_role(f"{STORY}\n{second}", Role.HEADLINE) == [
        "Floods cut railway in the north",
        "Council votes to close swimming baths",
    ]


def test_chinese_blocks_are_told_apart() -> None:
    """Name, edition, date, headlines, byline and jump line of a Chinese page."""
    assert furniture(CHINESE) == {"大公報", "香港版", "中華民國二十四年三月十日 星期日"}
    assert of_role(CHINESE, Role.HEADLINE) == ["水災慘重 災民待賑", "立法院昨開例會"]
    assert of_role(CHINESE, Role.BYLINE) == ["本報記者 張季鸞"]
    assert of_role(CHINESE, Role.JUMP_LINE) == ["下轉第三版"]


def test_an_advertisement_is_no_story() -> None:
    """Telephone, price and words of trade mark an advertisement, heading included."""
    text = STORY + "\nFOR SALE.\n\nGood upright piano, $125. Call at 1432 Olive Street.\n"
    assert of_role(text, Role.ADVERT) == [
        "FOR SALE.",
        "Good upright piano, $125. Call at 1432 Olive Street.",
    ]


def test_rubbish_is_noise_with_a_reason() -> None:
    """A block without letter or digit is kept as noise, and says why."""
    page = Roles()(Order()(Regions()(flat(STORY + "\n* * *\n")))).page
    noise = [region for region in page.regions if region.role == Role.NOISE]
    assert [read(region.lines) for region in noise] == ["* * *"]
    assert all(region.reason for region in noise)


def test_an_empty_page_stays_empty() -> None:
    """Nothing in, nothing out."""
    sheet = flat("")
    assert Roles()(Sheet(sheet.page)).page == sheet.page


@pytest.mark.shared
def test_the_front_page_given_with_the_project(shared: Path) -> None:
    """Nine masthead lines, one headline, one byline, fourteen blocks of text."""
    (path,) = (shared / "pages" / "front-page-text").glob("*.txt")
    page = Roles()(Order()(Regions()(flat(path.read_text("utf-8"))))).page
    counts = {
        role: sum(region.role == role for region in page.regions)
        for role in (Role.HEADLINE, Role.BYLINE, Role.BODY)
    }
    rows = sum(len(region.lines) for region in page.regions if region.role in FURNITURE)
    assert counts == {Role.HEADLINE: 1, Role.BYLINE: 1, Role.BODY: 14}
    assert rows == 9
