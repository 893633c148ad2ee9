from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from digitize.metadata.neighbours import RULE, Front, bare, front, neighbours, witnessed
from digitize.metadata.series import Held
from digitize.model.document import Document
from digitize.model.issue import Evidence, Issue, Price
from digitize.model.page import Line, Page, Region, Role, Scan, Word

HEAD = "VOL. XII. Price Two Cents"


def _run(**changed: object) -> list[Front]:
    """Return seven weekly issues; the third, from whose record something is lost or misread."""
    return [_front(week, changed if week == 2 else {}) for week in range(7)]


def _front(week: int, changed: dict[str, object], head: str = HEAD) -> Front:
    day = date(1902, 3, 4) + timedelta(weeks=week)
    issue = Issue(
        title="The Clarion", title_lang="en", date=day.isoformat(), number=str(7 + week),
        price=Price(amount=0.02, currency=None, printed="Price Two Cents"),
    )  # fmt: skip
    lines = (("p0001.l1", "THE CLAR1ON"), ("p0001.l2", head))
    folios = (("p0001", ""), ("p0002", "2"))
    held = Held(name=f"clarion-{week}", issue=replace(issue, **changed), pages=2)  # type: ignore[arg-type]
    return Front(held, lines, folios)


def _told(run: list[Front]) -> Issue:
    return witnessed(run[2].held.issue, neighbours(run)["clarion-2"])


def test_a_run_that_agrees_tells_nothing() -> None:
    """Where nothing is lost and nothing disagrees, no record changes."""
    run = _run()
    assert [one.held.issue for one in run] == [
        witnessed(one.held.issue, neighbours(run)[one.held.name]) for one in run
    ]


def test_a_lost_name_is_filled_and_said() -> None:
    """The name of the others is filled in, with the damaged line it was known by."""
    issue = _told(_run(title=None, title_lang=None))
    (said,) = issue.evidence
    assert ("The Clarion", "en", "THE CLAR1ON", ("p0001.l1",)) == (
        issue.title, issue.title_lang, said.printed, said.lines,
    )  # fmt: skip
    assert [f"{RULE} no name was read; 6 other issues are named “The Clarion”"] == [*issue.warnings]


def test_a_misread_name_stays_and_is_named() -> None:
    """A name that was read otherwise is not mended; the record says what the others have."""
    issue = _told(_run(title="The Clarlon"))
    assert ("The Clarlon", "The Clarion") == (issue.title, issue.evidence[0].value)
    assert issue.warnings[0].startswith(f"{RULE} “The Clarlon” is read")


def test_price_and_number() -> None:
    """A lost price and a lost number are told by the issues to either side."""
    issue = _told(_run(price=None, number=None))
    assert (0.02, "Price Two Cents", "9") == (
        issue.price and issue.price.amount, issue.price and issue.price.printed, issue.number,
    )  # fmt: skip
    other = _told(
        _run(price=Price(amount=0.07, currency=None, printed="Price 7 Cents"), number="8")
    )
    assert (0.07, "8", 2) == (
        other.price and other.price.amount, other.number, len(other.warnings),
    )  # fmt: skip


def test_a_folio_is_told_of_a_page_without_one() -> None:
    """It is evidence with the page in its rule, and changes no field."""
    run = _run()
    run[2] = replace(run[2], folios=(("p0001", ""), ("p0002", "")))
    said = neighbours(run)["clarion-2"].evidence
    assert [("page", "2", f"{RULE} p0002 has this folio in 6 other issues")] == [
        (one.field, one.value, one.rule) for one in said
    ]


def test_two_others_prove_nothing() -> None:
    """A name and a price that two other issues have are not told of a third."""
    run = [_front(0, {}), _front(1, {}), _front(2, {"title": None, "price": None})]
    assert [] == [item for told in neighbours(run).values() for item in told.evidence]


def test_what_was_told_before_is_told_anew() -> None:
    """An issue is asked for what its own print has: what the run filled in is no witness."""
    issue = _told(_run(title=None, title_lang=None, price=None, number=None))
    assert _run(title=None, title_lang=None, price=None, number=None)[2].held.issue == bare(issue)


def test_the_front_of_a_document() -> None:
    """Its lines are those of the head, its folios those that were read."""
    page = Page(
        id="p0001", number=1, scan=Scan(path="a.txt", kind="text"),
        regions=(Region(id="r", role=Role.NAMEPLATE,
                        lines=(Line(id="p0001.l1", words=(Word(id="w", text="CLARION"),)),)),),
    )  # fmt: skip
    said = Evidence(
        field="page", value="A1", printed="A1", lines=("p0001.l1",), rule="folio", conf=0.9
    )
    made = front("c", Document(id="c", issue=Issue(evidence=(said,)), pages=(page,)))
    assert ((("p0001.l1", "CLARION"),), (("p0001", "A1"),)) == (made.lines, made.folios)
