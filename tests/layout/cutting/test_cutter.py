from __future__ import annotations

from collections.abc import Sequence

from digitize.layout.cutting.cuts import Paper, Unit
from digitize.layout.cutting.cutter import cut
from digitize.layout.evidence.seams import Tie
from digitize.layout.page.rules import Rules
from digitize.model.geometry import Box

SIZE = 20.0
OPEN, ENDED = 0.7, -1.0


def unit(
    name: int, box: Box, *, heading: bool = False, framed: bool = False, size: float = SIZE
) -> Unit:
    """Return a unit of one member."""
    return Unit(box, (name,), heading=heading, framed=framed, size=size)


def order(units: Sequence[Unit], ends: dict[int, tuple[float, float]], *rules: Box) -> list[int]:
    """Return the members in order; `ends` says how each starts and how it breaks off."""
    ties = {
        one.members[0]: Tie(*ends.get(one.members[0], (0.0, 0.0)), one.heading, one.box)
        for one in units
    }
    paper = Paper(Rules(rules, ()), SIZE, (), ties)
    return [one.members[0] for one in cut(units, paper, list)]


def test_text_tells_whether_columns_or_rows_come_first() -> None:
    """Four blocks in two columns: the sentence that runs on says which is read next."""
    blocks = [
        unit(1, Box(0, 0, 300, 400)),
        unit(2, Box(0, 430, 300, 800)),
        unit(3, Box(330, 0, 630, 400)),
        unit(4, Box(330, 430, 630, 800)),
    ]
    down = {1: (0.0, OPEN), 2: (1.0, OPEN), 3: (1.0, OPEN), 4: (1.0, ENDED)}
    across = {1: (0.0, OPEN), 3: (1.0, ENDED), 2: (-1.0, OPEN), 4: (1.0, ENDED)}
    assert [1, 2, 3, 4] == order(blocks, down)
    assert [1, 3, 2, 4] == order(blocks, across)
    assert [1, 2, 3, 4] == order(blocks, {})


def test_white_on_one_level_in_many_columns_is_no_chance() -> None:
    """Four columns that break at one height are two rows, where two columns would not be."""
    blocks = [
        unit(10 * row + at, Box(330 * at, 500 * row, 330 * at + 300, 500 * row + 470))
        for at in range(4)
        for row in range(2)
    ]
    assert [0, 1, 2, 3, 10, 11, 12, 13] == order(blocks, {})


def test_text_flows_past_a_box_among_its_columns() -> None:
    """What rules close, over a gutter, text above and below, parts no column."""
    blocks = [
        unit(1, Box(0, 0, 300, 300)),
        unit(2, Box(330, 0, 630, 300)),
        unit(5, Box(40, 330, 590, 500), framed=True),
        unit(3, Box(0, 530, 300, 900)),
        unit(4, Box(330, 530, 630, 900)),
        unit(6, Box(660, 0, 960, 900)),
    ]
    found = order(blocks, {1: (0.0, OPEN), 3: (1.0, OPEN), 2: (1.0, OPEN), 4: (1.0, ENDED)})
    assert [1, 3, 2, 4, 6] == [name for name in found if name != 5]


def test_a_cut_does_not_part_headlines_side_by_side_from_their_text() -> None:
    """Each column is read under its own headline, though one white runs under both."""
    heads = [
        unit(1, Box(0, 0, 300, 40), heading=True),
        unit(2, Box(0, 80, 300, 800)),
        unit(3, Box(330, 0, 630, 40), heading=True),
        unit(4, Box(330, 80, 630, 800)),
    ]
    assert [1, 2, 3, 4] == order(heads, {2: (-1.0, ENDED), 4: (-1.0, ENDED)})


def test_a_banner_is_followed_by_the_columns_without_a_headline_of_their_own() -> None:
    """Small type right under a banner goes on with it, wherever on the page it stands."""
    page = [
        unit(1, Box(0, 0, 960, 80), heading=True, size=70),
        unit(2, Box(0, 110, 300, 150), heading=True, size=36),
        unit(3, Box(0, 170, 300, 900)),
        unit(4, Box(330, 110, 630, 150), heading=True, size=36),
        unit(5, Box(330, 170, 630, 900)),
        unit(6, Box(660, 110, 960, 900)),
    ]
    assert [1, 6, 2, 3, 4, 5] == order(page, {3: (-1.0, ENDED), 5: (-1.0, ENDED), 6: (-1.0, ENDED)})


def test_a_deck_over_one_column_of_a_banner_is_read_first() -> None:
    """Text that begins level with the text under a deck beside it goes on with that text."""
    blocks = [
        unit(1, Box(0, 0, 630, 80), heading=True, size=60.0),
        unit(2, Box(0, 100, 300, 130), heading=True, size=30.0),
        unit(3, Box(0, 150, 300, 600)),
        unit(4, Box(330, 150, 630, 600)),
    ]
    assert [1, 2, 3, 4] == order(blocks, {})


def test_rules_that_end_together_part_rows() -> None:
    """Where all rules between columns break off at one height and begin anew, rows come first."""
    blocks = [
        unit(10 * row + at, Box(330 * at, 500 * row, 330 * at + 300, 500 * row + 470))
        for at in range(3)
        for row in range(2)
    ]
    upright = [
        [Box(330 * at - 16, top, 330 * at - 14, foot) for at in (1, 2)]
        for top, foot in ((0, 475), (495, 970))
    ]
    whole = [Box(330 * at - 16, 0, 330 * at - 14, 970) for at in (1, 2)]
    ties = {one.members[0]: Tie(0.0, 0.0, False, one.box) for one in blocks}
    for rules, rows in ((upright[0] + upright[1], True), (whole, False)):
        paper = Paper(Rules((), tuple(rules)), SIZE, (), ties)
        found = [one.members[0] for one in cut(blocks, paper, list)]
        assert found == ([0, 1, 2, 10, 11, 12] if rows else [0, 10, 1, 11, 2, 12])
