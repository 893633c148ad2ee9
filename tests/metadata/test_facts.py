from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.metadata.facts import facts, leftovers


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("VOL. XII. PRICE FIVE CENTS. ST. LOUIS, SUNDAY, DEC. 17, 1905. NO.34",
         ["volume", "price", "date", "number"]),
        ("www.chinadailyhk.com HK $10", ["url", "price"]),
        ("SPECIAL COVERAGE, PAGES 3-6", ["promo"]), ("12 PAGES", ["pages"]),
        ("TEN PAGES 5 CENTS", ["pages", "price"]), ("VOL. LYII", ["volume"]),
        ("See news updates on www.a.com", ["promo", "url"]),
        ("Established 1881", ["founded"]),
        ("今日出紙兩大張", ["sheets"]), ("今日本报16版", ["pages"]),
        ("Zürich, Montag", ["weekday"]),
        ("Published every Saturday at Lowell", ["frequency", "place"]), ("SPORT", []),
        ("Published by The Bee Company", ["publisher"]),
        ("", []), ("Issued weekly", ["frequency"]),
    ],
)  # fmt: skip
def test_a_line_is_cut_into_facts(text: str, kinds: list[str]) -> None:
    """Each fact of a line is found once, in the order printed."""
    assert kinds == [fact.kind for fact in facts(text)]


def test_what_is_left_over_is_given_with_its_place() -> None:
    """Words between facts are pieces, cut where Han and Latin meet."""
    text = "星島日報 SING TAO DAILY 2021年3月10日"
    assert [(0, "星島日報"), (5, "SING TAO DAILY")] == list(leftovers(text, facts(text)))


@given(st.text(alphabet="VOL. XII 10,$2021年3月日香港版MARCHwww.acom", max_size=50))
def test_facts_do_not_overlap_and_nothing_is_lost(text: str) -> None:
    """Facts and leftovers stand where they say, and no letter is in neither."""
    known = facts(text)
    seen = [(fact.start, fact.end) for fact in known]
    seen += [(place, place + len(piece)) for place, piece in leftovers(text, known)]
    seen.sort()
    assert all(one[1] <= two[0] for one, two in pairwise(seen))
    assert all(text[place : place + len(piece)] == piece for place, piece in leftovers(text, known))
    covered = {place for start, end in seen for place in range(start, end)}
    assert [] == [
        char for place, char in enumerate(text) if char.isalpha() and place not in covered
    ]
