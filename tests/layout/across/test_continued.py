from __future__ import annotations

from dataclasses import replace

import pytest

from digitize.layout.articles import Articles
from digitize.model.document import Document
from digitize.model.geometry import Box
from digitize.model.page import Line, Page, Region, Role, Scan, Word
from digitize.model.reading import read

Part = tuple[str, Role, str]  # story, role, text

HEAD, BODY, JUMP = Role.HEADLINE, Role.BODY, Role.JUMP_LINE


def page(number: int, *parts: Part, label: str = "") -> Page:
    """Return a page of regions of one line each, `label` printed in its folio."""
    name = f"p{number:04d}"
    told = (("", Role.FOLIO, label), *parts) if label else parts
    regions = []
    for at, (story, role, text) in enumerate(told, 1):
        box = Box(0, 40 * at, 300, 40 * at + 20)
        word = Word(id=f"{name}.l{at:04d}.w01", box=box, text=text)
        lines = (Line(id=f"{name}.l{at:04d}", box=box, words=(word,)),)
        regions.append(Region(id=f"{name}.r{at:03d}", box=box, role=role, lines=lines, story=story))
    scan = Scan(path=f"page-{number}.png", width=400, height=2000)
    return Page(id=name, number=number, scan=scan, regions=tuple(regions))


def bound(*pages: Page) -> Document:
    """Return the document of some pages, with its articles."""
    return Articles()(replace(Document(id="paper"), pages=pages))


def chains(*pages: Page) -> list[list[str]]:
    """Return the articles as lists of page numbers, one for each region."""
    return [[part[4] for part in article.parts] for article in bound(*pages).articles]


def test_a_catchword_alone_leads_to_the_story_that_names_its_page() -> None:
    """One article: "RAILWAY, Page 2", and "From page 1" over a headline with that word."""
    first = page(
        1,
        ("a01", HEAD, "Cable railway marks 21 years"),
        ("a01", BODY, "The line crosses seven bridges and passengers were"),
        ("a01", JUMP, "RAILWAY, Page 2"),
    )
    second = page(
        2,
        ("a01", JUMP, "From page 1"),
        ("a01", HEAD, "Railway: Tsang stands firm"),
        ("a01", BODY, "counted between seven and eight."),
        ("a02", HEAD, "Savings bank to open"),
        ("a02", BODY, "The exchange expects trade."),
    )
    assert [list("111222"), list("22")] == chains(first, second)


def test_a_stream_of_news_goes_on_over_the_page() -> None:
    """Text that breaks off at a page's end goes on in text without headline on the next page."""
    first = page(1, ("a01", HEAD, "Teachers"), ("a01", BODY, "They remember the"))
    second = page(
        2,
        ("a01", BODY, "fire, when tea floated by."),
        ("a02", HEAD, "Exchange"),
        ("a02", BODY, "Shares rose."),
    )
    assert [list("112"), list("22")] == chains(first, second)


def _rows(one: Page, at: int, *texts: str, inset: int = 0) -> Page:
    """Return a page whose region `at` has these lines, the first of them set in."""
    region = one.regions[at]
    lines = []
    for row, text in enumerate(texts):
        box = Box(inset * (row == 0), 40 + 20 * row, 300, 60 + 20 * row)
        word = Word(id=f"{region.id}.{row}.w", box=box, text=text)
        lines.append(Line(id=f"{region.id}.{row}", box=box, words=(word,), size=20.0))
    changed = replace(region, lines=tuple(lines))
    return replace(one, regions=(*one.regions[:at], changed, *one.regions[at + 1 :]))


@pytest.mark.parametrize(("inset", "found"), [(0, ["112", "22"]), (40, ["11", "2", "22"])])
def test_a_name_broken_by_the_page_goes_on_unless_it_is_set_in(
    inset: int, found: list[str]
) -> None:
    """A full last line without a stop goes on in a capital; where that opens a paragraph, not."""
    first = page(1, ("a01", HEAD, "Ferry plan"), ("a01", BODY, ""))
    first = _rows(first, 1, "The view of the council", "is not that of the people", "of old Ferry")
    second = page(2, ("a01", BODY, ""), ("a02", HEAD, "Exchange"), ("a02", BODY, "Shares rose."))
    rows = ("Point, as set out in a", "letter that was read to", "the board last night.")
    second = _rows(second, 0, *rows, inset=inset)
    assert [list(one) for one in found] == chains(first, second)


def test_a_finished_page_does_not_run_over() -> None:
    """Text that ends with its page is not tied to the next page."""
    first = page(1, ("a01", HEAD, "Teachers"), ("a01", BODY, "They went home."))
    second = page(2, ("a01", BODY, "fire, when tea floated by."))
    assert [list("11"), list("2")] == chains(first, second)


def test_a_stream_keeps_its_measure() -> None:
    """Text set twice as wide does not run on from the page before, whatever its first word."""
    first = page(1, ("a01", HEAD, "Teachers"), ("a01", BODY, "They remember the"))
    second = page(2, ("a01", BODY, "fire, when tea floated by."))
    line = second.regions[0].lines[0]
    wide = replace(second.regions[0], lines=(replace(line, box=Box(0, 40, 600, 60)),))
    assert [list("11"), list("2")] == chains(first, replace(second, regions=(wide,)))


def test_the_rest_of_a_paragraph_may_be_short() -> None:
    """A line that ends a sentence shows no measure, so it goes on with the page before."""
    first = page(1, ("a01", HEAD, "Teachers"), ("a01", BODY, "They remember the"))
    second = page(2, ("a01", BODY, "fire."))
    line = second.regions[0].lines[0]
    brief = replace(second.regions[0], lines=(replace(line, box=Box(0, 40, 50, 60)),))
    assert [list("112")] == chains(first, replace(second, regions=(brief,)))


def test_a_jump_line_finds_the_one_story_that_breaks_off() -> None:
    """A line "From page 1" is enough where one story of that page breaks off in silence."""
    first = page(
        1,
        ("a01", HEAD, "瓷器價格創新高"),
        ("a01", BODY, "海港局日前通過籌備多年的海底隧"),
        ("a02", HEAD, "電車延線惹爭議"),
        ("a02", BODY, "會議歷時四小時。"),
    )
    second = page(
        2,
        ("a01", JUMP, "上接第一版"),
        ("a01", HEAD, "預計二千戶受影響"),
        ("a01", BODY, "道計劃，會議歷時六小時。"),
    )
    assert [list("11222"), list("11")] == chains(first, second)


def test_three_stories_find_their_own_halves() -> None:
    """Each jump line is matched once: catchwords tell three stories of one page apart."""
    names = ("HARBOR", "SCHOOLS", "BUDGET")
    first = page(
        1,
        *(
            part
            for at, name in enumerate(names, 1)
            for part in (
                (f"a{at:02d}", HEAD, f"{name.title()} plan is put off again"),
                (f"a{at:02d}", BODY, "The council said on Monday that the"),
                (f"a{at:02d}", JUMP, f"See {name}, Page 2"),
            )
        ),
    )
    second = page(
        2,
        *(
            part
            for at, name in enumerate(reversed(names), 1)
            for part in (
                (f"a{at:02d}", HEAD, f"{name}—Continued from Page 1"),
                (f"a{at:02d}", BODY, "money had not been found."),
            )
        ),
    )
    assert [[1, 2, 3, 5, 6], [4, 5, 6, 3, 4], [7, 8, 9, 1, 2]] == [
        [int(part[-3:]) for part in article.parts] for article in bound(first, second).articles
    ]


def test_pages_are_called_by_their_folios() -> None:
    """The line "Continued on A4" leads to the page with that folio, the second at hand."""
    first = page(
        1,
        ("a01", HEAD, "Harbor plan is put off"),
        ("a01", BODY, "The council said that the"),
        ("a01", JUMP, "See HARBOR, A4"),
        label="A1",
    )
    other = page(2, ("a01", HEAD, "Harbor is full of ice"), ("a01", BODY, "Cold."), label="A2")
    last = page(
        3,
        ("a01", JUMP, "HARBOR, from A1"),
        ("a01", BODY, "money had not been found."),
        label="A4",
    )
    assert [list("1113" + "3"), list("22")] == chains(first, other, last)


def test_digits_decide() -> None:
    """No link where the page named is another one, though everything else agrees."""
    first = page(
        1,
        ("a01", HEAD, "Harbor plan is put off"),
        ("a01", BODY, "The council said that the"),
        ("a01", JUMP, "Continued on page 3"),
    )
    second = page(2, ("a01", HEAD, "Harbor plan"), ("a01", BODY, "money had not been found."))
    done = bound(first, second)
    assert [["1", "1", "1"], ["2", "2"]] == [
        [part[4] for part in article.parts] for article in done.articles
    ]
    (end,) = done.articles[0].loose_ends
    assert ("p0001.l0003", "to", "3", "that page is not here") == (
        end.line,
        end.direction,
        end.page,
        end.reason,
    )
    assert 1 == len(done.warnings)


def test_a_jump_line_may_lead_to_text_that_says_nothing() -> None:
    """The one text without a headline that begins in mid-sentence is the rest."""
    first = page(
        1,
        ("a01", HEAD, "Harbor plan is put off"),
        ("a01", BODY, "The council said that the"),
        ("a01", JUMP, "Continued on next page"),
    )
    second = page(
        2,
        ("a01", HEAD, "Ice on the lake"),
        ("a01", BODY, "Skaters came."),
        ("a02", BODY, "money had not been found."),
    )
    assert [list("1112"), list("22")] == chains(first, second)


def test_a_jump_line_broken_in_two_is_read_as_one() -> None:
    """A narrow column sets "Continued on" over "Page 2, Column 4"."""
    first = page(
        1,
        ("a01", HEAD, "Harbor plan is put off"),
        ("a01", BODY, "The council said that the"),
        ("a01", BODY, "Continued on"),
        ("a01", BODY, "Page 2, Column 4"),
    )
    second = page(
        2, ("a01", HEAD, "HARBOR—Continued from Page 1"), ("a01", BODY, "money was not found.")
    )
    assert [list("111122")] == chains(first, second)


@pytest.mark.parametrize("line", ["See photos, page 2", "詳見第二版", "WEATHER, Page 2"])
def test_a_pointer_joins_nothing(line: str) -> None:
    """What only points to other reports makes neither links nor loose ends."""
    first = page(1, ("a01", HEAD, "Harbor"), ("a01", BODY, "Done."), ("a01", JUMP, line))
    second = page(2, ("a01", HEAD, "Harbor"), ("a01", BODY, "Done again."))
    done = bound(first, second)
    assert (2, ()) == (len(done.articles), done.articles[0].loose_ends)


def test_two_jump_lines_that_name_each_other_beat_a_headline_with_the_catchword() -> None:
    """A text that comes from page 1 goes on with it, not a whole story that has the word too."""
    first = page(
        1,
        ("a01", HEAD, "No rain for 36 days"),
        ("a01", BODY, "They say that the keepers along the square"),
        ("a01", JUMP, "RAIN, Page 2"),
    )
    second = page(
        2,
        ("a01", JUMP, "Continued from 1"),
        ("a01", BODY, "drew lots, and the smithies closed."),
        ("a02", HEAD, "County fair opens in rain"),
        ("a02", BODY, "Hail fell overnight."),
    )
    assert [list("11122"), list("22")] == chains(first, second)


def test_chinese_text_runs_over_to_the_next_page() -> None:
    """Where it breaks off in mid-sentence and the next page begins without headline or indent."""
    first = page(1, ("a01", HEAD, "小麥暴漲"), ("a01", BODY, "傍晚車站路燈火稀疏，行人絕跡，童"))
    second = page(
        2,
        ("a01", BODY, "叟皆至。此事若不速辦，商民將遷往。"),
        ("a02", HEAD, "築堤興工"),
        ("a02", BODY, "本埠快信。"),
    )
    assert [list("112"), list("22")] == chains(first, second)


def test_without_catchwords_the_names_that_two_parts_share_tell_which_goes_on() -> None:
    """Two stories go on upon one page, in the other order; what no third story says decides."""
    parts = {
        "river": ("The bridge at Wheatland is closed and Mulvaney", "said Wheatland and Mulvaney"),
        "court": ("The court at Tamarack heard that Thackwell", "told Tamarack about Thackwell"),
    }
    first = page(
        1,
        *(
            (story, role, text)
            for story, (before, _) in parts.items()
            for role, text in ((HEAD, "News"), (BODY, before), (JUMP, "Continued on page 2"))
        ),
    )
    second = page(
        2,
        *(
            (story, role, text)
            for story in ("court", "river")
            for role, text in ((JUMP, "Continued from page 1"), (BODY, f"{parts[story][1]} too."))
        ),
    )
    found = [list(article.parts) for article in bound(first, second).articles]
    assert [["p0001.r001", "p0002.r004"], ["p0001.r004", "p0002.r002"]] == [
        [own[0], own[-1]] for own in found
    ]


def test_the_rest_of_a_story_may_be_headed_by_its_deck() -> None:
    """Two stories go on overleaf, each under what was its deck: that tells which is which."""
    deck = Role.DECK
    first = page(
        1,
        ("a01", HEAD, "車務中斷兩日"),
        ("a01", deck, "災民七千人待賑"),
        ("a01", BODY, "曾有此奇旱，歷時六日。"),
        ("a01", JUMP, "下轉第二版"),
        ("a02", HEAD, "柳河罷市興工"),
        ("a02", deck, "鹽署允於三月答覆"),
        ("a02", BODY, "橋身長九千尺。"),
        ("a02", JUMP, "下轉第二版"),
    )
    second = page(
        2,
        ("a01", JUMP, "上接第一版"),
        ("a01", HEAD, "鹽署允於三月答覆"),
        ("a01", BODY, "新橋較舊式為甚。"),
        ("a02", JUMP, "上接第一版"),
        ("a02", HEAD, "災民七千人待賑"),
        ("a02", BODY, "各界捐款不敷甚鉅。"),
        label="第二版",
    )
    found = bound(first, second).articles
    heads = [
        [read(region.lines) for region in _regions(article.parts, first, second)]
        for article in found
    ]
    assert any("車務中斷兩日" in said and "各界捐款不敷甚鉅。" in said for said in heads)
    assert any("柳河罷市興工" in said and "新橋較舊式為甚。" in said for said in heads)


def _regions(parts: tuple[str, ...], *pages: Page) -> list[Region]:
    return [region for one in pages for region in one.regions if region.id in parts]


def test_a_jump_line_leads_to_the_text_that_begins_without_its_indent() -> None:
    """Han has no small letters: what begins flush, where paragraphs are set in, goes on."""
    first = page(
        1,
        ("a01", HEAD, "輕便鐵路封閉計劃"),
        ("a01", BODY, "對於外間傳聞，"),
        ("a01", JUMP, "轉入A2版"),
        label="A1",
    )
    second = page(2, ("a01", HEAD, "石龍鎮大雨成災"), ("a01", BODY, "據悉工程延誤。"), label="A2")
    lines = tuple(
        Line(id=name, box=box, words=(Word(id=f"{name}.w01", box=box, text=text),))
        for at, text in enumerate(
            ["張伯倫一笑置之。商", "務總會議決停用。", "警方追查一名", "男子。"]
        )
        for name in (f"p0002.l01{at:02d}",)
        for box in (Box(40 if at == 2 else 0, 400 + 24 * at, 180, 420 + 24 * at),)
    )
    rest = Region(id="p0002.r009", box=Box(0, 400, 180, 492), role=BODY, lines=lines, story="a02")
    second = replace(second, regions=(*second.regions, rest))
    assert [list("1112"), list("22")] == chains(first, second)
