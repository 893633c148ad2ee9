from __future__ import annotations

import pytest

from digitize.layout.evidence.captions import is_credit, under_picture
from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import Press, of_role, prose

PICTURE = Box(0, 0, 900, 400)


@pytest.mark.parametrize(("gap", "captions"), [(4, True), (40, False)])
def test_a_short_line_at_the_edge_of_a_picture_captions_it_where_it_touches(
    gap: int, captions: bool
) -> None:
    """Flush left under a picture stands its caption, or further down the text of a column."""
    line = Box(2, 400 + gap, 402, 420 + gap)
    assert captions == under_picture(line, 1, 1.0, PICTURE, 20.0)


def test_a_line_at_the_right_edge_of_a_picture_captions_it() -> None:
    """Captions stand flush with either edge."""
    assert under_picture(Box(500, 404, 898, 424), 1, 1.0, PICTURE, 20.0)


def test_a_caption_may_stand_under_the_credit() -> None:
    """The credit and the caption under it both belong to the picture; what follows is text."""
    press = Press(exact=True)
    press.picture(Box(40, 40, 680, 300))
    press.put("UPI Telephoto", Box(40, 306, 130, 319), 13)
    press.put("Miss Salt arrives at the quay", Box(40, 324, 330, 342), 18, bold=True)
    for x in (40, 380):
        press.body(prose(12), x, 360)
    page = press.page()
    assert ["UPI Telephoto"] == of_role(page, Role.CREDIT)
    assert ["Miss Salt arrives at the quay"] == of_role(page, Role.CAPTION)


def test_a_picture_may_be_called_a_pic() -> None:
    """A tabloid's "Pic:" with a name is a credit."""
    assert is_credit("Pic: REX FEATHER")
    assert not is_credit("Pic: the best of the week, chosen by our readers at home")


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Wu King-fai / Harbour Photo Service", True),
        ("Lena Bell / Reuters", True),
        ("Lena Bell / Staff Reporter", False),
        ("the price of wheat / per bushel", False),
    ],
)
def test_a_name_and_an_agency_are_a_credit(text: str, credit: bool) -> None:
    """Who took a picture stands before a stroke, for whom after it."""
    assert credit == is_credit(text)
