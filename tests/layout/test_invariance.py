"""Pages whose lines come from elsewhere: the order found may not hang on how they are given."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import groupby

import pytest

from digitize.layout.columns import Columns
from digitize.layout.order import Order
from digitize.layout.page.scale import all_lines
from digitize.layout.regions import Regions
from digitize.model.geometry import Box, union
from digitize.model.page import Line, Page, Region, Scan
from digitize.model.reading import printed
from digitize.stage import Sheet
from tests.layout.draw import line
from tests.layout.press import prose

WIDTH, GUTTER, SIZE, PITCH = 300, 30, 20, 26
Change = Callable[[Box], Box]


@dataclass
class Story:
    """Text that is set in columns under a headline; every line has a number of its own."""

    lines: list[Line] = field(default_factory=list)

    def set(self, name: str, box: Box, columns: int, *, head: bool = True) -> None:
        """Set a story into a box, its text broken wherever a column ends."""
        wide = (box.width - (columns - 1) * GUTTER) // columns
        top = box.y0
        if head:
            self._put(f"{name} Storm Over Harbour", Box(box.x0, top, box.x0 + 420, top + 44), 44)
            top += 60
        rows = (box.y1 - top) // PITCH
        text = prose(rows * columns, first="The")
        for at, row in enumerate(text):
            x = box.x0 + (at // rows) * (wide + GUTTER)
            y = top + PITCH * (at % rows)
            short = wide // 2 if row.endswith("it.") else wide
            left = x + (24 if at == 0 else 0)
            self._put(f"{row} {name}{at}", Box(left, y, x + short, y + SIZE), 0)

    def _put(self, text: str, box: Box, size: float) -> None:
        self.lines.append(line(len(self.lines) + 1, box, text, size))


def across(column: int, columns: int) -> tuple[int, int]:
    """Return the edges of a run of columns."""
    left = 50 + column * (WIDTH + GUTTER)
    return left, left + columns * (WIDTH + GUTTER) - GUTTER


def paper(*modules: tuple[int, int, int, int, bool]) -> list[Line]:
    """Return the lines of modules: first column, columns, top, bottom, headed."""
    story = Story()
    for at, (first, columns, top, bottom, head) in enumerate(modules):
        left, right = across(first, columns)
        story.set("abcdefgh"[at], Box(left, top, right, bottom), columns, head=head)
    return story.lines


PAGES = {
    "columns": paper((0, 2, 50, 1200, False)),
    "banner": paper((0, 4, 50, 900, True)),
    "bands": paper((0, 4, 50, 600, True), (0, 2, 640, 1200, True), (2, 2, 640, 1200, True)),
    "rows": paper((0, 3, 50, 500, False), (0, 3, 560, 1200, False)),
    "pinwheel": paper(
        (0, 4, 50, 500, True),
        (4, 2, 50, 1000, True),
        (0, 2, 530, 1500, True),
        (2, 2, 530, 1000, True),
        (2, 4, 1030, 1500, True),
    ),
}


def read(lines: list[Line], groups: int = 1) -> list[str]:
    """Return the texts of lines in the order found, whatever regions they are given in."""
    step = -(-len(lines) // groups)
    parts = [tuple(lines[at : at + step]) for at in range(0, len(lines), step)]
    regions = tuple(
        Region(id=f"p0001.r{at:03d}", box=union(one.box for one in part), lines=part)
        for at, part in enumerate(parts)
    )
    whole = union(one.box for one in lines)
    scan = Scan(path="page.png", width=whole.x1 + 50, height=whole.y1 + 50)
    page = Page(id="p0001", number=1, scan=scan, regions=regions)
    done = Order()(Regions()(Columns()(Sheet(page)))).page
    return [printed(one) for one in all_lines(done)]


def changed(lines: list[Line], change: Change, scale: float = 1.0) -> list[Line]:
    """Return lines with every box changed."""
    return [
        replace(
            one,
            box=change(one.box),
            size=one.size * scale,
            words=tuple(replace(word, box=change(word.box)) for word in one.words),
        )
        for one in lines
    ]


def jittered(seed: int) -> Change:
    """Return a change that moves every edge by up to a hundredth of the box, a pixel at least."""
    dice = random.Random(seed)  # noqa: S311 - no secrets

    def move(box: Box) -> Box:
        wide, high = max(1, box.width // 100), max(1, box.height // 100)
        return Box(
            box.x0 + dice.randint(-wide, wide),
            box.y0 + dice.randint(-high, high),
            box.x1 + dice.randint(-wide, wide),
            box.y1 + dice.randint(-high, high),
        )

    return move


def by_story(texts: list[str]) -> list[list[str]]:
    """Return runs of lines of one story: the letter of their last word, or their first."""
    runs = groupby(texts, key=lambda text: text[0] if "Storm" in text else text.split()[-1][0])
    return [list(run) for _, run in runs]


@pytest.mark.parametrize("name", PAGES)
def test_every_story_comes_out_whole(name: str) -> None:
    """The lines of a story are read in one run, in the order they were set in."""
    set_in = by_story([printed(one) for one in PAGES[name]])
    assert sorted(set_in) == sorted(by_story(read(PAGES[name])))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("groups", [1, 7])
def test_the_order_of_the_input_says_nothing(name: str, groups: int) -> None:
    """Lines shuffled, and thrown into any regions, are read as before."""
    for seed in range(3):
        dice = random.Random(seed)  # noqa: S311 - no secrets
        mixed = dice.sample(PAGES[name], len(PAGES[name]))
        assert read(PAGES[name]) == read(mixed, groups)


@pytest.mark.parametrize("name", PAGES)
def test_the_place_on_the_page_says_nothing(name: str) -> None:
    """A page moved on the scanner is read as before."""
    moved = changed(
        PAGES[name], lambda box: Box(box.x0 + 137, box.y0 + 59, box.x1 + 137, box.y1 + 59)
    )
    assert read(PAGES[name]) == read(moved)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scale", [0.5, 2.0, 7.5])
def test_the_resolution_says_nothing(name: str, scale: float) -> None:
    """A page in half or double size, or in the units of another program, is read as before."""
    scaled = changed(PAGES[name], lambda box: Box(*(round(scale * edge) for edge in box)), scale)
    assert read(PAGES[name]) == read(scaled)


@pytest.mark.parametrize("name", PAGES)
def test_boxes_drawn_a_little_otherwise_are_read_alike(name: str) -> None:
    """Every edge moved by up to a hundredth of its box changes no order."""
    for seed in range(3):
        assert read(PAGES[name]) == read(changed(PAGES[name], jittered(seed)))
