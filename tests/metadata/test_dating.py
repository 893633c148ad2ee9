from __future__ import annotations

from digitize.metadata.dating import dated
from digitize.model.page import Role
from tests.metadata.build import lines


def test_dates_that_agree_are_one() -> None:
    """Three calendars and a weekday that name one day leave no doubt."""
    day = dated(lines("WEDNESDAY, MARCH 10, 2021", "2021年3月10日 星期三", "辛丑年正月廿七"))
    assert ("2021-03-10", True, 3, ()) == (
        day.date, day.weekday_agrees, len(day.seen), day.warnings
    )  # fmt: skip


def test_a_weekday_that_does_not_fit_is_named() -> None:
    """The date stays as printed and the warning says what was printed instead."""
    day = dated(lines("TUESDAY, MARCH 10, 2021"))
    assert ("2021-03-10", False) == (day.date, day.weekday_agrees)
    assert ["Tuesday is printed, but 2021-03-10 was a Wednesday"] == [
        warning.split(": ")[1] for warning in day.warnings
    ]


def test_dates_that_disagree_are_named() -> None:
    """The date with the fitting weekday counts, the other is named in a warning."""
    day = dated(lines("Tuesday, March 9, 2021", "2021年3月10日"))
    assert ("2021-03-09", 1) == (day.date, len(day.warnings))
    assert "2021年3月10日" in day.warnings[0]


def test_dates_of_equal_weight_are_not_chosen_between() -> None:
    """Two plain dates that disagree give no date but a warning."""
    day = dated(lines("March 9, 2021", "2021年3月10日"))
    assert (None, 1) == (day.date, len(day.warnings))


def test_an_ambiguous_date_is_not_guessed() -> None:
    """3/4/1921 alone gives no date; a weekday elsewhere in the head decides."""
    alone = dated(lines("3/4/1921"))
    assert (None, "3/4/1921", 1) == (alone.date, alone.printed, len(alone.warnings))
    assert "1921-04-03" == dated(lines("3/4/1921", "London, Sunday")).date


def test_a_lunar_day_decides_between_figures() -> None:
    """3/4/2021 beside its lunar day is 3 April."""
    assert "2021-04-03" == dated(lines("3/4/2021", "農曆辛丑年二月廿二")).date


def test_a_lunar_day_may_be_a_day_off() -> None:
    """Almanacs differ by a day for a few months: that is no disagreement."""
    day = dated(lines("2021年3月10日 星期三", "辛丑年正月廿八"))
    assert ("2021-03-10", ()) == (day.date, day.warnings)


def test_the_past_of_the_paper_is_not_its_date() -> None:
    """Dates of founding and registration do not count."""
    assert (
        dated(lines("Established March 3, 1851", "Entered June 5, 1899, at the post")).date is None
    )


def test_a_date_over_two_lines_is_read() -> None:
    """A date broken at the end of a line is one date on two lines."""
    day = dated(lines("WEDNESDAY, MARCH 10,", "2021"))
    assert ("2021-03-10", ("l0", "l1")) == (day.date, day.seen[0].lines)


def test_a_promo_does_not_date_the_issue() -> None:
    """A date in a promo counts only when there is no other."""
    promo = lines("Book fair opens March 12, 2021", role=Role.PROMO)
    assert "2021-03-10" == dated((*promo, *lines("March 10, 2021"))).date


def test_nothing_printed_is_nothing() -> None:
    """A head without a date has none, and no warning."""
    assert (None, None, None, ()) == (
        dated(()).date, dated(()).printed, dated(()).weekday_agrees, dated(()).warnings
    )  # fmt: skip


def test_a_date_in_pieces_is_put_together() -> None:
    """The year stands to the other side of an emblem, and the weekday on a line of its own."""
    day = dated(lines("Dienstag,", "Nro. 76.", "1817.", "den 23. September."))
    assert ("1817-09-23", True) == (day.date, day.weekday_agrees)


def test_two_years_alone_decide_nothing() -> None:
    """Which of them is the date's is not known."""
    assert None is dated(lines("1817.", "Nr. 7", "1790", "Nr. 8", "den 23. September.")).date


def test_before_1752_a_weekday_may_be_of_the_old_calendar() -> None:
    """The Spectator's first number: Thursday, March 1, 1711, was a Sunday for the continent."""
    day = dated(lines("Thursday, March 1, 1711"))
    assert ("1711-03-01", True, ()) == (day.date, day.weekday_agrees, day.warnings)
