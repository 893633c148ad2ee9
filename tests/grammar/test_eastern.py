from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from lunar_python import Solar

from digitize.grammar.eastern import eastern_dates


def test_a_lunar_date_without_year_needs_a_neighbour() -> None:
    """It takes the year of the nearest day given, and is left out without one."""
    around = [found.candidates for found in eastern_dates("正月廿七", ["2021-03-11"])]
    assert ([("2021-03-10",)], []) == (around, list(eastern_dates("正月廿七")))


def test_a_reign_ends() -> None:
    """A year beyond the length of a reign is no date."""
    assert [] == list(eastern_dates("宣統九年正月初一日"))


@given(st.dates(min_value=date(1875, 3, 1), max_value=date(1908, 1, 1)))
def test_lunar_days_come_back(day: date) -> None:
    """Any day written as reign, lunar month and day is read as that day."""
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    leap = "閏" if lunar.getMonth() < 0 else ""
    text = f"光緒{lunar.getYear() - 1874}年{leap}{abs(lunar.getMonth())}月{lunar.getDay()}日"
    assert [(day.isoformat(),)] == [found.candidates for found in eastern_dates(text)]
