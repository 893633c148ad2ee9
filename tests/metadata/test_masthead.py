from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from digitize.metadata.masthead import Masthead
from digitize.model.document import Document
from digitize.model.issue import Issue, Parallel, Price
from digitize.model.page import Line, Page, Region, Role, Scan
from tests.metadata import build
from tests.strategies import documents


@dataclass(frozen=True)
class Head:
    """A made-up head and what it must give; every field not named must stay None."""

    lines: tuple[str, ...]
    gives: dict[str, Any]
    body: str = build.ENGLISH
    title: str = field(default="", kw_only=True)


def _hant(text: str) -> tuple[Parallel, ...]:
    return (Parallel(text=text, lang="zh-Hant"),)


def _price(amount: float, currency: str | None, printed: str) -> Price:
    return Price(amount=amount, currency=currency, printed=printed)


_WEDNESDAY = {"date": "2021-03-10", "weekday": "Wednesday", "weekday_agrees": True}
HEADS = {
    "bilingual, English first": Head(
        (
            "HARBOUR LIFE", "", "SEE MORE ON www.harbourherald.com", "", "HARBOURHERALD", "",
            "香港版", "HONG KONG", "", "Wednesday, March 10, 2021", "", "海港先驅報", "", r"HK \$8",
        ),
        {
            "title": "Harbour Herald", "title_lang": "en", "parallel_titles": _hant("海港先驅報"),
            "edition": "Hong Kong", "parallel_editions": _hant("香港版"), **_WEDNESDAY,
            "printed_date": "Wednesday, March 10, 2021", "price": _price(8.0, "HKD", "HK $8"),
            "urls": ("www.harbourherald.com",),
        },
    ),
    "many facts on one line": Head(
        (
            "The Prairie Eagle",
            "VOL. XII. PRICE FIVE CENTS. ST. LOUIS, SUNDAY, DEC. 17, 1905. PER YEAR $1.00 NO.34",
        ),
        {
            "title": "The Prairie Eagle", "title_lang": "en", "volume": "XII", "number": "34",
            "price": _price(0.05, None, "FIVE CENTS"), "place": "St. Louis", "date": "1905-12-17",
            "printed_date": "SUNDAY, DEC. 17, 1905", "weekday": "Sunday", "weekday_agrees": True,
        },
    ),
    "title over two lines": Head(
        ("THE NORTHERN", "TIMES", "", "Saturday, March 6, 2021", "S$1.10", "northerntimes.com"),
        {
            "title": "The Northern Times", "title_lang": "en", "date": "2021-03-06",
            "printed_date": "Saturday, March 6, 2021", "weekday": "Saturday",
            "weekday_agrees": True, "price": _price(1.1, "SGD", "S$1.10"),
            "urls": ("northerntimes.com",),
        },
    ),
    "Chinese first": Head(
        (
            "大公報", "TA KUNG PAO", "2021年3月10日 星期三", "辛丑年正月廿七", "第41234號",
            "零售每份港幣十元", "今日出紙兩大張", "香港版",
        ),
        {
            "title": "大公報", "title_lang": "zh-Hant",
            "parallel_titles": (Parallel(text="Ta Kung Pao", lang="zh-Latn"),),
            "edition": "香港版", **_WEDNESDAY, "printed_date": "2021年3月10日 星期三",
            "number": "41234", "price": _price(10.0, "HKD", "港幣十元"),
        },
        build.TRADITIONAL,
    ),
    "two scripts on one line": Head(
        ("星洲晨報 SING CHOW DAILY", "海外版", "2021年3月10日 星期三 農曆辛丑年正月廿七"),
        {
            "title": "星洲晨報", "title_lang": "zh-Hant",
            "parallel_titles": (Parallel(text="Sing Chow Daily", lang="en"),),
            "edition": "海外版", **_WEDNESDAY, "printed_date": "2021年3月10日 星期三",
        },
        build.TRADITIONAL,
    ),
    "Republic of China": Head(
        ("晶報", "中華民國廿八年四月廿三日 星期日", "第三千七百九十七號", "每份大洋四分"),
        {
            "title": "晶報", "title_lang": "zh-Hant", "date": "1939-04-23", "weekday": "Sunday",
            "weekday_agrees": True, "printed_date": "中華民國廿八年四月廿三日 星期日",
            "number": "3797", "price": _price(0.04, None, "大洋四分"),
        },
        build.TRADITIONAL,
    ),
    "a reign": Head(
        ("中外日報", "光緒二十七年正月廿七日 禮拜日", "第一萬號"),
        {
            "title": "中外日報", "title_lang": "zh-Hant", "date": "1901-03-17", "weekday": "Sunday",
            "weekday_agrees": True, "printed_date": "光緒二十七年正月廿七日 禮拜日",
            "number": "10000",
        },
        build.TRADITIONAL,
    ),
    "simplified Chinese": Head(
        ("参考晨报", "2021年3月10日", "星期三", "零售价1.00元", "今日本报16版"),
        {
            "title": "参考晨报", "title_lang": "zh-Hans", **_WEDNESDAY,
            "printed_date": "2021年3月10日 星期三", "price": _price(1.0, "CNY", "1.00元"),
            "pages": "16",
        },
        build.SIMPLIFIED,
    ),
    "Japanese": Head(
        ("東都新聞", "2021年(令和3年)3月10日 水曜日", "¥180 (税込)", "朝刊", "第52121号"),
        {
            "title": "東都新聞", "title_lang": "ja", **_WEDNESDAY,
            "printed_date": "2021年(令和3年)3月10日 水曜日", "edition": "朝刊",
            "price": _price(180.0, "JPY", "¥180"), "number": "52121",
        },
        build.JAPANESE,
    ),
    "German": Head(
        (
            "NEUE ZÜRCHER RUNDSCHAU", "Nr. 1076 Abendblatt.",
            "Zürich, Donnerstag 17. August 1922", "Einzelnummer 15 Rp.",
        ),
        {
            "title": "Neue Zürcher Rundschau", "title_lang": "de", "edition": "Abendblatt",
            "number": "1076", "place": "Zürich", "date": "1922-08-17", "weekday": "Thursday",
            "printed_date": "Donnerstag 17. August 1922", "weekday_agrees": True,
            "price": _price(0.15, "CHF", "15 Rp."),
        },
        build.GERMAN,
    ),
    "German, date and weekday apart": Head(
        (
            "Der Landbote.", "Zweiundvierzigster Jahrgang.", "30. Juni 1862.", "Zürich, Montag",
        ),
        {
            "title": "Der Landbote", "title_lang": "de", "volume": "42", "place": "Zürich",
            "date": "1862-06-30", "printed_date": "30. Juni 1862", "weekday": "Monday",
            "weekday_agrees": True,
        },
        build.GERMAN,
    ),
    "French": Head(
        ("LE FLAMBEAU", "Mercredi 10 mars 2021", "N° 23 812 – Édition de Paris", "2,80 €"),
        {
            "title": "Le Flambeau", "title_lang": "fr", **_WEDNESDAY,
            "printed_date": "Mercredi 10 mars 2021", "edition": "Édition de Paris",
            "number": "23812", "price": _price(2.8, "EUR", "2,80 €"),
        },
        build.FRENCH,
    ),
    "old British": Head(
        ("THE DAILY LANTERN", "Vol. 12 No. 345", "London, Friday, June 3, 1892", "Price 6d."),
        {
            "title": "The Daily Lantern", "title_lang": "en", "volume": "12", "number": "345",
            "place": "London", "date": "1892-06-03", "printed_date": "Friday, June 3, 1892",
            "weekday": "Friday", "weekday_agrees": True, "price": _price(0.025, "GBP", "6d."),
        },
    ),
    "American, with a state and a past": Head(
        (
            "SPRINGFIELD REPUBLICAN", "Established March 3, 1851",
            "Springfield, Ill., Thursday, March 3, 1881", "Five Cents a copy", "12 PAGES",
        ),
        {
            "title": "Springfield Republican", "title_lang": "en", "place": "Springfield, Ill.",
            "date": "1881-03-03", "printed_date": "Thursday, March 3, 1881",
            "weekday": "Thursday", "weekday_agrees": True,
            "price": _price(0.05, "USD", "Five Cents"), "pages": "12",
        },
    ),
    "everything on the name's line": Head(
        ("THE EVENING COMET, WASHINGTON, D. C., TUESDAY, JANUARY 1, 1867. No. 4,811 TWO CENTS",),
        {
            "title": "The Evening Comet", "title_lang": "en", "place": "Washington, D. C.",
            "date": "1867-01-01", "printed_date": "TUESDAY, JANUARY 1, 1867", "weekday": "Tuesday",
            "weekday_agrees": True, "number": "4811", "price": _price(0.02, "USD", "TWO CENTS"),
        },
    ),
    "slogan and weather": Head(
        (
            '"All the News of the Bay"', "The Bay Courier", "Late Edition",
            "Today, clouds and sun, high 61", "VOL. CLXX . . . . No. 58,992",
            "WEDNESDAY, MARCH 10, 2021", "$3.00",
        ),
        {
            "title": "The Bay Courier", "title_lang": "en", "edition": "Late Edition",
            "volume": "CLXX", "number": "58992", **_WEDNESDAY,
            "printed_date": "WEDNESDAY, MARCH 10, 2021", "price": _price(3.0, None, "$3.00"),
        },
    ),
    "no name": Head(
        ("TWO SESSIONS", "WEDNESDAY, March 10, 2021", "HK $10"),
        {
            **_WEDNESDAY, "printed_date": "WEDNESDAY, March 10, 2021",
            "price": _price(10.0, "HKD", "HK $10"),
        },
    ),
    "a name of no dictionary": Head(
        ("SKARVBLADET", "Wednesday 10 March 2021"),
        {
            "title": "Skarvbladet", "title_lang": "en", **_WEDNESDAY,
            "printed_date": "Wednesday 10 March 2021",
        },
    ),
    "Hong Kong, in English only": Head(
        ("The Quayside Standard", "HONG KONG", "Wednesday, March 10, 2021", "$6"),
        {
            "title": "The Quayside Standard", "title_lang": "en", "place": "Hong Kong",
            **_WEDNESDAY, "printed_date": "Wednesday, March 10, 2021",
            "price": _price(6.0, "HKD", "$6"),
        },
    ),
    "set from right to left": Head(
        ("報鐘", "中華民國八年三月六日", "禮拜四", "第一萬六千五百號"),
        {
            "title": "鐘報", "title_lang": "zh-Hant", "date": "1919-03-06", "weekday": "Thursday",
            "weekday_agrees": True, "printed_date": "中華民國八年三月六日 禮拜四",
            "number": "16500",
        },
        build.TRADITIONAL,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
@pytest.mark.parametrize("grouped", [False, True])
def test_a_head_becomes_an_issue_record(name: str, *, grouped: bool) -> None:
    """Every fact printed is read, nothing else is; one region or many makes no difference."""
    head = HEADS[name]
    issue = Masthead()(build.document(head.lines, head.body, grouped=grouped)).issue
    found = {key: getattr(issue, key) for key in Issue.__dataclass_fields__ if key != "evidence"}
    empty = {key: getattr(Issue(), key) for key in found}
    assert {**empty, **head.gives} == found


@pytest.mark.parametrize("name", HEADS)
def test_every_field_has_its_evidence(name: str) -> None:
    """A field that is filled names its lines, the printed form and the rule."""
    head = HEADS[name]
    issue = Masthead()(build.document(head.lines, head.body)).issue
    derived = {"title_lang", "printed_date", "weekday_agrees", "evidence", "warnings"}
    filled = {key for key in Issue.__dataclass_fields__ if getattr(issue, key)} - derived
    assert filled == {evidence.field for evidence in issue.evidence}
    assert all(each.lines and each.printed and each.rule for each in issue.evidence)


def test_the_parts_of_the_head_get_their_roles() -> None:
    """The name is the nameplate, the date the date line, pointers promos, other words ears."""
    head = HEADS["bilingual, English first"]
    assert [
        ("ear", "HARBOUR LIFE"), ("promo", "SEE MORE ON www.harbourherald.com"),
        ("nameplate", "HARBOURHERALD"), ("masthead", "香港版"), ("masthead", "HONG KONG"),
        ("date-line", "Wednesday, March 10, 2021"), ("nameplate", "海港先驅報"),
        ("masthead", r"HK \$8"),
    ] == build.roles(Masthead()(build.document(head.lines)))  # fmt: skip


def test_a_change_of_role_is_an_edit() -> None:
    """Each role that is refined leaves an edit with its rule and reason."""
    done = build.read(["THE DAILY LANTERN", "Friday, June 3, 1892"])
    assert [("masthead", "nameplate"), ("masthead", "date-line")] == [
        (edit.before, edit.after) for edit in done.edits if hasattr(edit, "region")
    ]


def test_a_headline_that_names_a_date_is_not_the_date_line() -> None:
    """Without a date in the furniture there is none."""
    front = build.document(["THE DAILY LANTERN"], "On Wednesday, March 10, 2021, the bridge fell.")
    assert Masthead()(front).issue.date is None


def test_an_empty_document_stays_empty() -> None:
    """No page, or a blank page, gives no record and no change."""
    blank = Document(id="x", pages=(Page(id="p0001", number=1, scan=Scan(path="x")),))
    assert Document(id="x") == Masthead()(Document(id="x"))
    assert blank == Masthead()(blank)


def test_type_size_tells_the_name() -> None:
    """A name of everyday words is found when it is the largest type on the page."""
    head = ["MORE SPORT", "THUNDER", "Friday, June 3, 1892"]
    done = Masthead()(build.document(head, sizes=[12, 90, 14]))
    assert "Thunder" == done.issue.title


def test_the_role_given_by_layout_tells_the_name() -> None:
    """A nameplate seen by layout is the name, though its words are everyday words."""
    given_roles = [Role.EAR, Role.NAMEPLATE, Role.DATE_LINE]
    done = Masthead()(
        build.document(["MORE SPORT", "THUNDER", "Friday, June 3, 1892"], roles=given_roles)
    )
    assert "Thunder" == done.issue.title


def test_running_headers_tell_the_name() -> None:
    """Words that the inner pages repeat beside date and page are the name."""
    inside = [["THUNDER Friday, June 3, 1892 2"], ["3 THUNDER"]]
    done = Masthead()(build.document(["THUNDER", "Friday, June 3, 1892"], inside=inside))
    assert ("Thunder", ["", "2", "3"]) == (done.issue.title, [page.label for page in done.pages])


def test_noise_is_not_read() -> None:
    """What layout rejected tells nothing of the issue."""
    done = Masthead()(
        build.document(["THE DAILY LANTERN", "March 10, 2021"], roles=[Role.NAMEPLATE, Role.NOISE])
    )
    assert done.issue.date is None


def test_text_is_never_touched() -> None:
    """Only roles, labels and the issue record change."""
    before = build.document(HEADS["Chinese first"].lines, build.TRADITIONAL)
    after = Masthead()(before)
    assert _lines(before) == _lines(after)


def _lines(document: Document) -> list[Line]:
    regions: list[Region] = [region for page in document.pages for region in page.regions]
    return [line for region in regions for line in region.lines]


@given(documents())
@settings(max_examples=30, deadline=None)
def test_any_document_comes_through(document: Document) -> None:
    """Whatever the pages hold, no line is lost and the record is the same when read again."""
    done = Masthead()(document)
    assert _lines(document) == _lines(done)
    assert done.issue == Masthead()(document).issue


@pytest.mark.shared
def test_the_given_front_page_is_read(shared: Path) -> None:
    """The head of the owner's page gives every fact a person reads on it."""
    rows = next((shared / "pages/front-page-text").glob("*.txt")).read_text("utf-8").splitlines()
    cut = next(place for place, row in enumerate(rows) if row.startswith("China, Russia"))
    issue = Masthead()(build.document(rows[:cut], " ".join(rows[cut:]))).issue
    assert ("China Daily", "en", _hant("中國日報")) == (
        issue.title, issue.title_lang, issue.parallel_titles
    )  # fmt: skip
    assert ("Hong Kong", _hant("香港版")) == (issue.edition, issue.parallel_editions)
    assert ("2021-03-10", "WEDNESDAY, March 10, 2021", True) == (
        issue.date, issue.printed_date, issue.weekday_agrees
    )  # fmt: skip
    assert _price(10.0, "HKD", "HK $10") == issue.price
    assert ("www.chinadaily.com.cn", "www.chinadailyhk.com") == issue.urls
    assert (None, None, None, None) == (issue.volume, issue.number, issue.place, issue.pages)
