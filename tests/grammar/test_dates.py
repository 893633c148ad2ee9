from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.dates import find_dates

_TABLE = Path(__file__).with_name("dates.tsv")
_ROWS = [
    tuple(row.split("\t"))
    for row in _TABLE.read_text("utf-8").splitlines()
    if row and not row.startswith("#")
]
_DAYS = st.dates(min_value=date(1605, 1, 1), max_value=date(2099, 12, 31))
_HAN = "〇一二三四五六七八九"


@pytest.mark.parametrize(("printed", "days", "weekday"), _ROWS, ids=[row[0] for row in _ROWS])
def test_a_printed_date_is_read(printed: str, days: str, weekday: str) -> None:
    """Every form of the table gives its days, best first, and the weekday printed with it."""
    expected = (
        [] if days == "-" else [(tuple(days.split("|")), None if weekday == "-" else weekday)]
    )
    assert expected == [(found.candidates, found.weekday) for found in find_dates(printed)]


def test_the_table_is_large() -> None:
    """The table holds at least 500 printed forms."""
    assert len(_ROWS) >= 500


@given(_DAYS)
def test_any_day_is_read_in_words(day: date) -> None:
    """Any day written out in English with its weekday is that day alone."""
    printed = f"{day:%A}, {day:%B} {day.day}, {day.year}"
    found = find_dates(printed)
    assert [((day.isoformat(),), f"{day:%A}", printed)] == [
        (one.candidates, one.weekday, one.printed) for one in found
    ]


@given(_DAYS)
def test_any_day_is_read_in_chinese(day: date) -> None:
    """Any day written in Chinese figures by places is that day."""
    year = "".join(_HAN[int(figure)] for figure in str(day.year))
    found = find_dates(f"{year}年{day.month}月{day.day}日")
    assert [(day.isoformat(),)] == [one.candidates for one in found]


@given(_DAYS.filter(lambda day: day.day <= 12 and day.month != day.day))
def test_a_weekday_decides_which_figure_is_the_month(day: date) -> None:
    """3/10/2021 is ambiguous; a weekday that fits one reading only leaves that one."""
    swapped = date(day.year, day.day, day.month)
    found = find_dates(f"{day:%A} {day.day}/{day.month}/{day.year}")[0].candidates
    expected = {day.isoformat()} if day.weekday() != swapped.weekday() else {
        day.isoformat(), swapped.isoformat()
    }  # fmt: skip
    assert expected == set(found)


@given(st.text(alphabet="Mar 10,2021年三月初日星期/.-l", max_size=40))
def test_places_are_places_in_the_text(text: str) -> None:
    """What is given as printed stands in the text where it says, and dates do not overlap."""
    found = find_dates(text)
    assert [one.printed for one in found] == [text[one.start : one.end] for one in found]
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_a_lunar_date_without_a_year_takes_it_from_its_neighbour() -> None:
    """農曆正月廿七 beside 2021年3月10日 is that very day; alone it is no date."""
    both = find_dates("2021年3月10日 農曆正月廿七")
    assert [("2021-03-10",), ("2021-03-10",)] == [found.candidates for found in both]
    assert () == find_dates("農曆正月廿七")


def test_two_scripts_on_one_line_are_two_dates() -> None:
    """Each date keeps its own weekday and its own calendar."""
    found = find_dates("SUNDAY, APRIL 23, 1939 中華民國廿八年四月廿三日 星期日")
    assert [("1939-04-23", "gregorian", "Sunday"), ("1939-04-23", "minguo", "Sunday")] == [
        (one.candidates[0], one.calendar, one.weekday) for one in found
    ]


def test_every_new_year_agrees_with_the_almanac() -> None:
    """The first day of a lunar year is the day the almanacs give (Hong Kong Observatory)."""
    known = {"甲辰": "2024-02-10", "癸卯": "2023-01-22", "壬寅": "2022-02-01", "己丑": "2009-01-26"}
    found = {year: find_dates(f"{year}年正月初一")[0].candidates[0] for year in known}
    assert known == found


@given(_DAYS)
def test_a_day_that_follows_is_another_day(day: date) -> None:
    """Two dates in one line are both found, in order."""
    after = day + timedelta(days=1)
    found = find_dates(f"{day.isoformat()} and {after.isoformat()}")
    assert [day.isoformat(), after.isoformat()] == [one.candidates[0] for one in found]
