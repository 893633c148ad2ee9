from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digitize.layout.flat.columns import unfold
from digitize.layout.page.scale import all_lines
from digitize.model.page import Role
from digitize.model.reading import printed
from tests.layout.draw import flat
from tests.layout.shapes import body, of_role

PAGE = """
                    THE CLIFTON REPORTER

Vol. 31, No. 7         Thursday, March 14, 1985         25 cents

Bridge repairs to               School lunch prices
start in April                  will rise by a dime

By KAREN DOYLE                  By MIKE STONE

   Repairs to the Fall             The price of a lunch
Creek bridge will begin         in the city schools will
on April 8, the county          go up by 10 cents in the
engineer said Tuesday.          fall, the school board
   The work will take           decided Monday.
about six weeks, and               Board members said they
one lane will stay open         had no choice, since the
during that time.               cost of milk had gone up.
"""


def test_columns_side_by_side_are_read_one_after_the_other() -> None:
    """Each of two columns keeps its headline, byline and paragraphs."""
    assert of_role(PAGE, Role.HEADLINE) == [
        "Bridge repairs to start in April",
        "School lunch prices will rise by a dime",
    ]
    assert of_role(PAGE, Role.BYLINE) == ["By KAREN DOYLE", "By MIKE STONE"]
    assert [text.split()[0] for text in body(PAGE)] == ["Repairs", "The", "The", "Board"]


def test_the_head_above_the_columns_stays_whole() -> None:
    """Wide spaces in a single row of the masthead are no gutter."""
    assert "Vol. 31, No. 7 Thursday, March 14, 1985 25 cents" in of_role(PAGE, Role.DATE_LINE)


def test_a_table_is_not_taken_apart() -> None:
    """Narrow cells in columns are rows of a table."""
    rows = [f"{name:<14}{at}      {at + 1}" for at, name in enumerate(["Rovers", "City"] * 4)]
    lines = all_lines(flat("\n".join(rows)).page)
    assert unfold(lines) == list(lines)


CELLS = st.text("ab  ", min_size=1, max_size=50).filter(str.strip)


@given(st.lists(CELLS, min_size=1, max_size=14))
def test_every_word_is_kept_once(rows: list[str]) -> None:
    """Whatever the rows look like, each word stands in one row and no two rows share an id."""
    lines = all_lines(flat("\n".join(["x", *rows])).page)
    parts = unfold(lines)
    words = sorted(word.id for line in lines for word in line.words)
    assert sorted(word.id for line in parts for word in line.words) == words
    assert len({line.id for line in parts}) == len(parts)
    assert all(printed(line) for line in parts)


STAGGERED = """
The storm came in from the       Nobody at the port could say

sea on the evening of the
                                 where the two boats had been,
ninth and stood over all of it
                                 nor who had given them leave
until the next noon, when it     to go out so late in the

ended. It took the roofs of the  year. The keeper of the light

barns and of the school, and it  had seen them pass, he said,

broke the windows of the mill    and had written down the hour

and laid the corn of the valley.  in the book that he keeps.
"""


def test_columns_whose_rows_stand_between_each_other_stay_whole() -> None:
    """White over each row of a staggered column parts no paragraph of it."""
    left, right = body(STAGGERED)
    assert left.endswith("and stood over all of it until the next noon, when it ended. " + LEFT)
    assert right.startswith("Nobody at the port could say where the two boats had been, nor who")


def test_a_row_too_long_pushes_its_neighbour_and_no_column_ends() -> None:
    """A gutter goes on past a row that begins some cells late."""
    left, *right = body(STAGGERED.replace("the mill    and", "the old mill  and"))
    assert "the windows of the old mill and laid the corn" in left
    assert "he said, and had written down the hour in the book" in " ".join(right)


LEFT = (
    "It took the roofs of the barns and of the school, and it broke the windows of the mill"
    " and laid the corn of the valley."
)
