from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digitize.score.locate import Place, flat, locate, pieces, unique


@given(st.text())
def test_pieces_joined_are_the_flat_text(text: str) -> None:
    """Cutting loses nothing."""
    assert flat(text) == "".join(pieces(text))


def test_han_counts_double_in_the_length_of_a_piece() -> None:
    """Twenty Han characters make a piece where forty Latin letters do."""
    assert [20, 20] == [len(piece) for piece in pieces("港" * 40)]


def test_a_short_rest_joins_the_piece_before_it() -> None:
    """No piece is too short to be told from others."""
    assert [45] == [len(piece) for piece in pieces("a" * 45)]


def test_a_damaged_piece_is_found_where_it_stands() -> None:
    """A wrong letter does not hide a line."""
    text = "xxxxtheharbourboardhasappr0vedaplanyyyy"
    found = locate("theharbourboardhasapprovedaplan", text)
    assert found is not None
    assert (4, 35) == (found.start, found.end)


def test_what_is_not_there_is_not_found() -> None:
    """Chance likeness is not enough."""
    assert locate("theharbourboardhasapproved", "rainfloodstwostreetsinsandgate") is None


def test_an_exact_place_is_sure() -> None:
    """A piece that stands there letter by letter is found with full likeness."""
    assert Place(2, 5, 100) == locate("abc", "xxabcxx")


def test_pieces_that_stand_twice_are_dropped() -> None:
    """What cannot be told apart is not judged, even where it is part of a longer piece."""
    groups = [["breakwater", "lighthouse"], ["thelighthouseshines"]]
    assert [["breakwater"], ["thelighthouseshines"]] == unique(groups)


def test_pieces_too_short_are_dropped() -> None:
    """A word of four letters, or three Han characters, stands anywhere by chance."""
    assert [["海港時報"]] == unique([["city", "海港版", "海港時報"]])


def test_a_short_piece_that_nearly_stands_twice_is_dropped() -> None:
    """An index entry that is like a word of a story would be found there by chance."""
    groups = [["letters6"], ["bothletterswereopenedbytheclerkofthecourt"]]
    assert [[], groups[1]] == unique(groups)
