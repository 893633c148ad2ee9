from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from digitize.metadata.recurring import RULE, blocks, learnt, recurring
from digitize.model.document import Article, Document
from digitize.model.issue import Issue
from digitize.model.page import Line, Page, Region, Role, Scan, Word

PROMO = "All the markets, every Tuesday and Friday, in the Clarion, by carrier at six cents a week"
NEWS = (
    "The council met last night and heard the report of the bridge engineer with some patience",
    "A schooner from the north came in on Monday with her foremast gone and seven men aboard",
    "Snow fell on the hills above the town before daybreak, and the mails were late by an hour",
    "The grammar school opened again on Wednesday after the repairs to its roof were finished",
)


def _issue(day: int, *texts: str) -> Document:
    regions = tuple(
        Region(id=f"r{place}", role=Role.BODY, story=f"s{place}",
               lines=(Line(id=f"l{place}", words=(Word(id=f"w{place}", text=text),)),))
        for place, text in enumerate(texts)
    )  # fmt: skip
    page = Page(id="p0001", number=1, scan=Scan(path="a.txt", kind="text"), regions=regions)
    articles = tuple(Article(id=f"a{n}", parts=(region.id,)) for n, region in enumerate(regions))
    issue = Issue(title="Clarion", date=f"1902-03-{day:02}")
    return Document(id=f"clarion-{day:02}", issue=issue, pages=(page,), articles=articles)


def _run() -> list[Document]:
    return [_issue(day, NEWS[day - 1], PROMO) for day in (1, 2, 3)]


def _learn(run: Sequence[Document]) -> list[Document]:
    edits = recurring([block for one in run for block in blocks(one.id, one)])
    return [learnt(one, edits.get(one.id, ())) for one in run]


def test_what_stands_in_three_issues_is_no_article() -> None:
    """A promo leaves the articles and says where else it stands; the news stays."""
    first = _learn(_run())[0]
    region = first.pages[0].regions[1]
    assert ([("r0",)], Role.PROMO, "1902-03-01 to 1902-03-03") == (
        [article.parts for article in first.articles], region.role, region.reason[-24:],
    )  # fmt: skip


def test_two_printings_prove_nothing() -> None:
    """What stands in two issues, or twice on one day, may be news."""
    run = [*_run()[:2], _issue(2, NEWS[3], PROMO)]
    assert run == _learn(run)


def test_damage_hides_no_promo() -> None:
    """A printing with a few letters misread is the same."""
    damaged = PROMO.replace("every", "evcry").replace("carrier", "carncr")
    run = [*_run()[:2], _issue(3, NEWS[2], damaged)]
    assert Role.PROMO is _learn(run)[2].pages[0].regions[1].role


def test_the_order_of_the_issues_does_not_matter() -> None:
    """Whichever issue comes first, the same is learnt."""
    run = [*_run(), _issue(4, NEWS[3])]
    every = {tuple(sorted(_learn(order), key=lambda one: one.id)) for order in permutations(run)}
    assert 1 == len(every)


def test_learnt_again_with_more_issues_is_learnt_at_once() -> None:
    """A second pass after more issues came says what one pass over all says."""
    last = _issue(4, NEWS[3], PROMO)
    assert _learn([*_run(), last]) == _learn([*_learn(_run()), last])


def test_furniture_and_paid_matter_stay_what_they_are() -> None:
    """An advertisement or a nameplate that recurs keeps its role."""
    run = [
        Document(id=one.id, issue=one.issue, articles=one.articles, pages=(
            Page(id="p0001", number=1, scan=one.pages[0].scan, regions=(
                one.pages[0].regions[0],
                Region(id="r1", role=Role.ADVERT, lines=one.pages[0].regions[1].lines),
            )),
        ))
        for one in _run()
    ]  # fmt: skip
    assert [] == [edit for one in _learn(run) for edit in one.edits if edit.rule == RULE]


def test_a_report_whose_figures_change_is_news() -> None:
    """Prices of another day stand in the same words, and are no promo."""
    report = (
        "Wheat opened at {} and closed at {}, rye at {}; the market was firm throughout the day"
    )
    prices = [(118, 121, 74), (125, 130, 88), (109, 99, 65)]
    run = [_issue(day, NEWS[day - 1], report.format(*prices[day - 1])) for day in (1, 2, 3)]
    assert run == _learn(run)
