from __future__ import annotations

from digitize.layout.rules import Rules, frames
from digitize.model.geometry import Box

SIZE, AREA = 20.0, 2000 * 2000


def box_of(left: int, top: int, right: int, bottom: int) -> Rules:
    """Return the four rules of a frame."""
    return Rules(
        (Box(left, top, right, top + 2), Box(left, bottom - 2, right, bottom)),
        (Box(left, top, left + 2, bottom), Box(right - 2, top, right, bottom)),
    )


def test_four_rules_make_a_frame() -> None:
    """Rules that meet at four corners close a box."""
    (found,) = frames(box_of(100, 100, 500, 400), SIZE, AREA)
    assert found.contains(Box(110, 110, 480, 380))


def test_a_side_that_ends_short_of_the_corner_closes_nothing() -> None:
    """A column rule under a headline does not make a frame with the rule over the headline."""
    rules = box_of(100, 100, 500, 1100)
    left, right = rules.upright
    short = Rules(rules.across, (left, Box(right.x0, 220, right.x1, right.y1)))
    assert () == frames(short, SIZE, AREA)
