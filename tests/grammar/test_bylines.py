from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.bylines import (
    is_byline,
    is_dateline,
    is_office,
    opens_with_dateline,
)

BYLINES = (
    "By ZHAO LEI",
    "BY JOHN SMITH.",
    "By Dr. J. H. Kellogg",
    "By ZHAO LEI in Beijing zhaolei@example.com",
    "By MICHAEL WINES and JANE DOE",
    "By Our Special Correspondent",
    "From Our Own Correspondent",
    "Special to The New York Times",
    "Von Hans Müller",
    "Von unserem Korrespondenten",
    "Par Jean Dupont",
    "本報記者 張三",
    "記者李四報道",
    "文/張三",
    "新華社記者 王五 攝",
    "【本報記者張三報道】",
)
NO_BYLINES = (
    "BY TELEGRAPH.",
    "By Special Cable",
    "By noon the fire was out",
    "By the sea",
    "By 2021 it will be done",
    "From London to Paris",
    "記者在香港採訪時說，他不會再來了",
    "記者會上各方爭論",
    "Bystanders saw the train leave",
    "",
)
DATELINES = (
    "SPRINGFIELD, Dec. 12.",
    "Springfield, Mo., Dec. 12, 1905.",
    "LONDON, March 3 (Reuters) —",
    "WASHINGTON (AP) —",
    "Berlin, 3. März.",
    "Paris, 12 janvier",
    "【本報香港訊】",
    "新華社北京三月九日電",
)
NO_DATELINES = (
    "ST. LOUIS, SUNDAY, DEC. 17, 1905.",
    "WEDNESDAY, March 10, 2021",
    "Garrison Day was celebrated",
    "【廣告】",
    "",
)


@pytest.mark.parametrize("text", BYLINES)
def test_a_byline_is_known(text: str) -> None:
    """A line that only says who wrote the story is a byline, in each language."""
    assert is_byline(text)


@pytest.mark.parametrize("text", NO_BYLINES)
def test_a_sentence_is_no_byline(text: str) -> None:
    """A line that goes on to tell something is none, even when it starts with "By"."""
    assert not is_byline(text)


@pytest.mark.parametrize("text", DATELINES)
def test_a_dateline_is_known(text: str) -> None:
    """Place and day, or the agency's bracket, make a dateline."""
    assert is_dateline(text)


@pytest.mark.parametrize("text", NO_DATELINES)
def test_the_date_of_the_paper_is_no_dateline(text: str) -> None:
    """A weekday belongs to the date line of the issue; other text is none either."""
    assert not is_dateline(text)


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    """No text makes the grammar fail, and nothing is both."""
    assert not (is_byline(text) and is_dateline(text))


@pytest.mark.parametrize(
    "text",
    [
        "From Our Industrial Correspondent", "(Eigener Bericht)", "本报记者张伟通讯员刘洋",
        "记者李红摄影王磊", "De notre envoyé spécial Marc Tissot", "Associated Press", "新華社",
    ],
)  # fmt: skip
def test_correspondents_and_agencies_sign(text: str) -> None:
    """Who sent a report is a byline as much as who wrote it."""
    assert is_byline(text)


def test_trades_stand_under_names() -> None:
    """A trade is short, ends in its word, and is set like a title."""
    assert is_office("Times-Dispatch Business Writer")
    assert is_office("Of The News Staff")
    assert not is_office("Judge clears way for reporter")


def test_a_weekday_without_a_date_is_a_dateline() -> None:
    """Place and weekday open a report; with a date they are the paper's own."""
    assert is_dateline("PARIS, Monday Evening.")
    assert not is_dateline("Zürich, Mittwoch, 12. April 1922")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("VIENNA, Oct. 13.—The Emperor has returned", True),
        ("SPRINGFIELD — The mayor stepped down", True),
        ("【本報訊】立法會昨日三讀通過", True),
        ("He rose — slowly — and left", False),
        ("War and peace—a history", False),
    ],
)
def test_reports_may_open_with_their_dateline(text: str, *, expected: bool) -> None:
    """Place and day before a dash, or 【本報訊】, open the text of a report."""
    assert expected == opens_with_dateline(text)


@pytest.mark.parametrize("text", ["Rents Frozen Until June 30", "FARES TO RISE FROM MAY 2"])
def test_a_headline_that_tells_when_is_no_dateline(text: str) -> None:
    """The day of a dateline follows a place, no word that says until when or since when."""
    assert not is_dateline(text)
