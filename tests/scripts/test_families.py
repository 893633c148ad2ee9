from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.model.geometry import Box
from digitize.score.truth import Leaf, Printed, Truth
from scripts.degrade import DAMAGES, Damage, Moves, moved
from scripts.drawing.families import FAMILIES, edit
from scripts.drawing.jumping import Jumps
from scripts.drawing.layouts import LAYOUTS
from scripts.drawing.plan import Plan
from scripts.drawing.tilings import Tile, guillotine, pinwheel, place

SEEDS = st.integers(0, 10_000)


def chance(seed: int) -> random.Random:
    """Return a seeded source of chance."""
    return random.Random(seed)  # noqa: S311 - no secrets


def covers_once(tiles: list[Tile], whole: Tile) -> bool:
    """Whether tiles cover the grid of `whole` with neither gap nor overlap."""
    area = sum(tile.span * (tile.bottom - tile.top) for tile in tiles)
    apart = all(
        one.first + one.span <= other.first
        or other.first + other.span <= one.first
        or one.bottom <= other.top + 1e-9
        or other.bottom <= one.top + 1e-9
        for index, one in enumerate(tiles)
        for other in tiles[index + 1 :]
    )
    return apart and abs(area - whole.span * (whole.bottom - whole.top)) < 1e-6


@given(SEEDS, st.integers(2, 9), st.floats(0.15, 0.4), st.integers(1, 4))
def test_straight_cuts_cover_the_page_once(
    seed: int, columns: int, least: float, widest: int
) -> None:
    """Modules of chance neither overlap nor leave a gap, and none is too wide."""
    whole = Tile(0, columns, 0, 1)
    tiles = list(guillotine(chance(seed), whole, least, widest))
    assert covers_once(tiles, whole)
    assert all(1 <= tile.span <= widest for tile in tiles)


@given(SEEDS, st.integers(3, 8))
def test_a_pinwheel_has_no_straight_cut(seed: int, columns: int) -> None:
    """Five modules cover the page, and every line through it meets one."""
    whole = Tile(0, columns, 0, 1)
    tiles = list(pinwheel(chance(seed), whole))
    heights = {tile.top for tile in tiles} - {0}
    assert len(tiles) == 5
    assert covers_once(tiles, whole)
    assert all(any(one.top < y < one.bottom for one in tiles) for y in heights)
    assert all(
        any(one.first < x < one.first + one.span for one in tiles) for x in range(1, columns)
    )


def test_a_tile_keeps_white_around_it() -> None:
    """Modules beside each other are a gutter apart; one below another keeps its lead."""
    room = (10.0, 20.0, 320.0, 400.0)
    left = place(Tile(0, 1, 0, 0.5), room, 3, 10, 16)
    right = place(Tile(1, 2, 0, 1), room, 3, 10, 16)
    assert (10.0, 20.0, 100.0, 184.0) == left
    assert (120.0, 20.0, 210.0, 400.0) == right


def same(seed: int, family: str) -> tuple[Plan, Plan]:
    """Return the plan of a seed, made twice."""
    return edit(seed, family, 2.0)[0], edit(seed, family, 2.0)[0]


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_a_seed_stands_for_one_issue_of_a_family(family: str) -> None:
    """The same seed plans the same issue, another seed another one."""
    first, again = same(1, family)
    assert first.as_json() == again.as_json()
    assert first.fixed == again.fixed
    assert first.as_json() != edit(2, family, 2.0)[0].as_json()


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_a_family_says_what_it_is_for(family: str) -> None:
    """Each family has a sentence of its own; with the samples' layouts there are a dozen more."""
    assert FAMILIES[family].tests.endswith(".")
    assert len({one.tests for one in FAMILIES.values()}) == len(FAMILIES) >= 12
    assert set(FAMILIES).isdisjoint(LAYOUTS)


@pytest.mark.parametrize("family", ["decks", "tabloid", "jumping", "hanmodern", "hanmixed"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_runs_on_is_taken_up_again(family: str, seed: int) -> None:
    """Every story that breaks off is taken up on the page that its jump line names."""
    plan, _ = edit(seed, family, 2.0)
    running = [chain for chain in plan.chains if any(part.jump for part in chain.parts)]
    assert running
    for chain in running:
        jumps = [part.page for part in chain.parts if part.jump]
        resumed = [
            part.page
            for part in chain.parts
            if any(block.role == "jump-line" for block in part.head)
        ]
        assert len(jumps) == len(resumed)
        assert all(one < other for one, other in zip(jumps, resumed, strict=True))


@given(SEEDS, st.integers(2, 8), st.sampled_from(["", "A", "B"]))
def test_a_jump_line_names_its_page(seed: int, page: int, letter: str) -> None:
    """Each wording, in either language, holds the page as a number, a word or in Han."""
    jumps = Jumps(chance(seed), letter)
    words = "zero one two three four five six seven eight".split()
    ordinals = "zeroth first second third fourth fifth sixth seventh eighth".split()
    han = "〇一二三四五六七八"
    names = {str(page), words[page], ordinals[page], han[page]}
    lines = (jumps.out(page, "HARVEST", 6), jumps.back(page, "HARVEST"))
    both = (*lines, jumps.han_out(page), jumps.han_back(page))
    assert all(any(name in line.lower() for name in names) for line in both)


@pytest.mark.parametrize("name", sorted(set(DAMAGES) - {"none"}))
def test_the_truth_moves_with_the_page(name: str) -> None:
    """A black bar on a damaged page lies where the moved truth says."""
    np = pytest.importorskip("numpy")
    page = np.full((900, 700), 255, dtype=np.float32)
    box = Box(150, 300, 520, 330)
    page[box.y0 : box.y1, box.x0 : box.x1] = 0
    moves = Moves.of(DAMAGES[name], 3, page.shape)
    where = moves.box(box)
    image = moves.image(page, 255)
    left, top, _, _ = moves.margins
    inside = image[top : top + 900, left : left + 700]
    rows, columns = np.nonzero(inside < 128)
    found = (columns.min() + left, rows.min() + top, columns.max() + left, rows.max() + top)
    assert max(abs(a - b * moves.scale) for a, b in zip(where, found, strict=True)) < 4


def test_an_undamaged_truth_stays_where_it_is() -> None:
    """No damage moves nothing: boxes, edges and page sizes are as they were."""
    line = Printed(
        page=1, item="a1", role="body", text="ab", box=Box(10, 20, 50, 40), edges=(30, 50)
    )
    truth = Truth(lines=(line,), pages=(Leaf(file="page-1", width=100, height=200),))
    assert truth == moved(truth, Damage(), 1)
