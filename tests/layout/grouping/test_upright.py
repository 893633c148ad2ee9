from __future__ import annotations

from digitize.layout.columns import Columns
from digitize.layout.grouping.upright import upright
from digitize.layout.page.scale import all_lines
from digitize.model.geometry import Box
from digitize.model.page import Line, Word
from digitize.model.reading import printed
from tests.layout.draw import loose

SIZE = 30


def stack(number: int, text: str, x: int, y: int, *, vertical: bool = True) -> Line:
    """Return characters one under the other in a column."""
    box = Box(x, y, x + SIZE, y + SIZE * len(text))
    name = f"p0001.l{number:04d}"
    word = Word(id=f"{name}.w01", box=box, text=text)
    return Line(id=name, box=box, words=(word,), size=float(SIZE), vertical=vertical)


def columns(count: int) -> list[Line]:
    """Return full columns of vertical print, the first at the right."""
    return [stack(at + 1, "海港局日前通過籌備多年", 900 - 45 * at, 100) for at in range(count)]


def test_a_lone_character_under_a_column_is_read_with_it() -> None:
    """A column that was found in two pieces, the lower one a single character, becomes one line."""
    short = stack(1, "海港局日前通過籌備多", 900, 100)
    lone = stack(2, "年", 900, 100 + 10 * SIZE, vertical=False)
    rest = [stack(at + 3, "海港局日前通過籌備多年", 855 - 45 * at, 100) for at in range(6)]
    done = all_lines(Columns()(loose([short, lone, *rest], width=1000, height=600)).page)
    assert "海港局日前通過籌備多年" in [printed(one) for one in done if one.box.x0 == 900]
    assert 7 == len(done)


def test_a_column_of_one_character_is_vertical_too() -> None:
    """A paragraph's last character, alone in its column, stands level with its neighbours."""
    lone = stack(20, "斷", 900 - 45 * 8, 100, vertical=False)
    (found,) = [one for one in upright([*columns(8), lone]) if one.id == lone.id]
    assert found.vertical


def test_a_horizontal_line_on_a_vertical_page_stays_horizontal() -> None:
    """Print across the columns, as a title in Latin letters, is left alone."""
    box = Box(100, 20, 500, 50)
    word = Word(id="p0001.l0030.w01", box=box, text="Gazette")
    across = Line(id="p0001.l0030", box=box, words=(word,), size=float(SIZE))
    assert across in upright([*columns(8), across])


def test_a_horizontal_page_is_left_as_it_is() -> None:
    """Nothing turns on a page that runs across."""
    lines = [stack(at, "一", 40 * at, 20, vertical=False) for at in range(1, 9)]
    assert lines == upright(lines)
