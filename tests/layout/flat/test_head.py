from __future__ import annotations

import pytest

from digitize.model.page import Role
from tests.layout.shapes import furniture, of_role, roles

NEWS = """
The west bound express left the track three miles from this city at an early hour this morning.

Forty persons were hurt. The line was cleared by noon.
"""
FACTS = "THE EVENING COURIER\n\nSaturday, August 12, 1899\n\n"


def test_the_second_part_of_a_name_is_masthead() -> None:
    """A line in lower case right under the name goes on with it; it is no article."""
    text = f"Neue Landeszeitung\nund Handelsblatt für den Norden\n\n12. April 1922\n\n{NEWS}"
    assert of_role(text, Role.MASTHEAD) == ["und Handelsblatt für den Norden"]


def test_a_headline_with_a_word_of_names_is_no_nameplate() -> None:
    """POST and STAR name papers, but a page has one name in one script."""
    text = f"{FACTS}TRAIN LEAVES TRACK\n\nForty Are Hurt\n\nENGINEER STICKS TO HIS POST\n{NEWS}"
    assert of_role(text, Role.HEADLINE) == ["TRAIN LEAVES TRACK"]
    assert of_role(text, Role.DECK) == ["Forty Are Hurt", "ENGINEER STICKS TO HIS POST"]


@pytest.mark.parametrize(
    "line",
    [
        "Le numéro : 5 centimes",
        "Cinq centimes le numéro",
        "$1.50 a Year.",
        "INSIDE: Sports B1 | Weather A8",
        "Today's weather: Sunny, high 74",
        "定価一部三銭",
        "本報今日共出四大張",
        "Tageszeitung für Politik und Wirtschaft",
    ],
)
def test_what_the_paper_says_of_itself_is_no_headline(line: str) -> None:
    """Terms, index, weather and subtitle right over the headline stay in the head."""
    text = f"{FACTS}{line}\n\nTrain leaves track near city\n{NEWS}"
    assert of_role(text, Role.HEADLINE) == ["Train leaves track near city"]
    assert line in furniture(text)


def test_a_kicker_stands_over_a_longer_headline() -> None:
    """A word or two in any case over a headline is its kicker."""
    text = f"{FACTS}Politische Übersicht\n\nDie Reform der Finanzen im Reichstag\n{NEWS}"
    assert of_role(text, Role.KICKER) == ["Politische Übersicht"]
    assert of_role(text, Role.HEADLINE) == ["Die Reform der Finanzen im Reichstag"]


def test_the_heading_of_a_section_is_furniture() -> None:
    """Capitals over headings in another case, here and further on, name a section."""
    letter = "Sir,—I was sorry to read that the pier is to be closed for all of the winter."
    text = (
        f"{FACTS}LETTERS TO THE EDITOR\n\nThe state of the pier\n\n{letter}\n\n"
        f"Noise in the streets\n\n{letter}\n"
    )
    assert of_role(text, Role.SECTION_LABEL) == ["LETTERS TO THE EDITOR"]
    assert of_role(text, Role.HEADLINE) == ["The state of the pier", "Noise in the streets"]


def test_credits_do_not_part_a_stack_of_headings() -> None:
    """Byline and dateline between headings and text leave the headings a stack."""
    text = f"{FACTS}Die Wahlen\n\n(Eigener Bericht)\n\nParis, den 2. Mai.\n{NEWS}"
    assert [role for role, _ in roles(text)][2:5] == [Role.HEADLINE, Role.BYLINE, Role.DATELINE]


def test_a_date_on_two_rows_is_no_headline() -> None:
    """Year and day of the Gregorian calendar stand on rows of their own over the lunar date."""
    head = "華聲日報\n公元一九六四年\n十二月二十七日\n星期日\n第8090號"
    text = f"{head}\n\n香港政府昨日宣佈，將在明年興建一條新的海底隧道，連接九龍與香港島。\n"
    assert of_role(text, Role.DATE_LINE)[:2] == ["公元一九六四年", "十二月二十七日"]


def test_a_page_may_open_with_the_end_of_a_sentence() -> None:
    """With no masthead over it, a short sentence is the rest of the page before."""
    assert of_role(f"Foremen or other men.\n{NEWS}", Role.HEADLINE) == []


@pytest.mark.parametrize("start", ["The Board will spend", "Between May and June"])
def test_a_sentence_that_breaks_off_before_figures_is_no_heading(start: str) -> None:
    """No text begins with figures that can avoid it."""
    text = (
        f"{FACTS}TRAIN LEAVES TRACK\n\n{start}\n\n3.5 million dollars on new track, "
        "it was announced early on Thursday morning.\n"
    )
    assert of_role(text, Role.DECK) == []
