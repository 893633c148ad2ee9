from __future__ import annotations

import pytest

from digitize.metadata.masthead import Masthead
from digitize.metadata.misread import misread, rare
from digitize.model.issue import Issue
from tests.metadata.build import FRENCH, TRADITIONAL, document


def _conf(issue: Issue, field: str) -> float:
    return next(one.conf for one in issue.evidence if one.field == field)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("PRICE FIVE CENTS", ()),
        ("FRICE FIVE CENTS", ("FRICE",)),
        ("No. 1O4", ("1O4",)),
        ("The B0ston Post", ("B0ston",)),
        ("2021年3月10曰", ("2021年3月10曰",)),
        ("January 1st, 1901, 2nd Edition", ()),
        ("www.b0ston.example", ()),
        ("HK$10|VOL. XI", ()),
        ("Spokane had tbe Weatber", ("Weatber",)),
        ("jeudi 4juillet 1985", ("4juillet",)),
        ("THE 5ENTINEL", ("5ENTINEL",)),
        ("一九九五午一月", ("一九九五午一月",)),
        ("昭和31午）", ("昭和31午）",)),
        ("3月2目 星期日", ("3月2目",)),
        ("16月15日", ("16月15日",)),
        ("THE JOURHAL", ("JOURHAL",)),
        ("N° 24 o93", ("o93",)),
        ("ASIA F4CIFIC", ("F4CIFIC",)),
        ("TUESDAY, MAY 1G, 1922", ("1G,",)),
        ("NT$1S", ("NT$1S",)),
    ],
)
def test_letters_misread_show(text: str, sign: tuple[str, ...]) -> None:
    """Set words one letter off and figures among letters are told; an address is its own."""
    assert sign == misread([text], "en")


@pytest.mark.parametrize(
    ("name", "found"), [("國民日報", ""), ("囯民日報", "囯"), ("中央目報", "目"), ("国际日报", "")]
)
def test_characters_that_no_name_has(name: str, found: str) -> None:
    """A character out of use, or one that only looks like one of a name, is told."""
    assert found == rare(name)


def test_a_figure_among_misread_letters_is_not_sure() -> None:
    """Nothing in "78" shows that it was "18"; that "NUMBFR" was misread beside it does."""
    plain = Masthead()(document(["The Evening Comet", "NUMBER 78", "March 9, 2021"])).issue
    worn = Masthead()(document(["The Evening Comet", "NUMBFR 78", "March 9, 2021"])).issue
    assert ("78", "78") == (plain.number, worn.number)
    assert all(_conf(plain, field) >= 0.5 > _conf(worn, field) for field in ("number", "date"))


def test_what_is_said_twice_stays_sure() -> None:
    """A number printed in both scripts, and a day with its weekday, need no clean print."""
    head = ["The Evening Comet", "彗星晚報", "Saturday, Mareh 9, 2019", "No. 345", "第345號"]
    issue = Masthead()(document(head, TRADITIONAL)).issue
    assert ("345", "2019-03-09") == (issue.number, issue.date)
    assert min(_conf(issue, "number"), _conf(issue, "date")) >= 0.5


def test_a_weekday_does_not_tell_two_years_of_one_look_apart() -> None:
    """Where letters were misread, 2008 may be 2003: the day was a Wednesday in both."""
    head = ["The Evening Comet", "Wednesday, {} 27, 2008", "No. 345"]
    worn, plain = (
        Masthead()(document([line.format(month) for line in head])).issue
        for month in ("Augusf", "August")
    )
    assert ("2008-08-27", "2008-08-27") == (worn.date, plain.date)
    assert _conf(worn, "date") < 0.5 <= _conf(plain, "date")


def test_a_name_printed_in_two_scripts_is_spelt_letter_by_letter() -> None:
    """No list has the syllables of SIN WAH NAN PO, so nothing tells that it was MAN."""
    issue = Masthead()(document(["新華晚報", "SIN WAH NAN PO", "第345號"], TRADITIONAL)).issue
    assert "Sin Wah Nan Po" == issue.parallel_titles[0].text
    assert _conf(issue, "parallel_titles") < 0.5 <= _conf(issue, "title")


def test_a_short_word_of_a_worn_name_is_doubted() -> None:
    """A word "Lb" may be somewhere; beside "JUlN" it is more likely "Le"."""
    clean = Masthead()(document(["LE MATIN", "SAMEDI 18 JUIN 1988"], FRENCH)).issue
    worn = Masthead()(document(["LB MATIN", "SAMEDI 18 JUlN 1988"], FRENCH)).issue
    assert _conf(clean, "title") >= 0.5 > _conf(worn, "title")
