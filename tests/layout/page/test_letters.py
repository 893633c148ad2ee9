from __future__ import annotations

import pytest

from digitize.layout.page.letters import Heights, heights_of, is_tall, sized
from digitize.layout.page.scale import Scale
from digitize.model.geometry import Box
from tests.layout.draw import line

SCALE = Scale(size=20.0, white=5.0, area=1000 * 1000, exact=False)


def test_high_letters_tell_the_size() -> None:
    """Capitals, digits and ascenders are measured truly; few of them are not enough."""
    assert is_tall("Kwok hints at delay")
    assert is_tall("灰島")
    assert not is_tall("seven owners were")


HEIGHTS = Heights(plain=0.72, hanging=0.94)


@pytest.mark.parametrize(("text", "height"), [("Opera", 47), ("Rain", 36), ("ease", 26)])
def test_few_letters_tell_the_size_by_which_they_are(text: str, height: int) -> None:
    """Boxes of several heights are of one type: some letters reach up or down, some do not."""
    head = line(1, Box(0, 0, 200, height), text, size=36.0)
    assert 50 == pytest.approx(sized(head, HEIGHTS, SCALE).size, abs=1)


@pytest.mark.parametrize(("text", "size"), [("Hill Hatted", 36.0), ("ran on and on", 16.0)])
def test_what_is_measured_well_keeps_its_size(text: str, size: float) -> None:
    """Many tall letters, and body type, are left as they are measured."""
    head = line(1, Box(0, 0, 200, 16 if size < 20 else 47), text, size=size)
    assert head == sized(head, HEIGHTS, SCALE)


def test_boxes_that_do_not_follow_the_ink_tell_nothing() -> None:
    """Where letters that hang make no box higher, the boxes were drawn by the row."""
    plain = [
        line(at, Box(0, 20 * at, 200, 20 * at + 14), "the third bill", 20.0) for at in range(9)
    ]
    drawn = [
        line(at, Box(9, 20 * at, 200, 20 * at + 14), "happily played", 20.0) for at in range(9)
    ]
    inked = [
        line(at, Box(9, 20 * at, 200, 20 * at + 18), "happily played", 20.0) for at in range(9)
    ]
    assert heights_of([*plain, *drawn]) is None
    assert heights_of([*plain, *inked]) is not None
