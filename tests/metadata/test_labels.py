from __future__ import annotations

import pytest

from digitize.metadata.labels import Marks, relabel
from digitize.model.page import Role
from tests.metadata.build import lines


def _after(text: str, before: Role, marks: Marks) -> Role:
    return next((edit.after for edit in relabel(lines(text, role=before), marks)), before)


_KNOWN = Marks(frozenset({"elsewhere"}), frozenset(), frozenset())


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("TWO SESSIONS", Role.MASTHEAD, Role.EAR), ("TWO SESSIONS", Role.EAR, Role.EAR),
        ("SPECIAL COVERAGE, PAGES 3-6", Role.MASTHEAD, Role.PROMO),
        ("HK $10", Role.NAMEPLATE, Role.MASTHEAD), ("Price 5c", Role.EAR, Role.EAR),
        ("The paper that the whole county reads", Role.NAMEPLATE, Role.MASTHEAD),
        ("TWO SESSIONS", Role.INDEX, Role.INDEX), ("4", Role.FOLIO, Role.FOLIO),
    ],
)  # fmt: skip
def test_roles_follow_the_facts(text: str, before: Role, after: Role) -> None:
    """Pointers are promos, facts masthead, a few idle words ears; folio and index stay."""
    assert after is _after(text, before, _KNOWN)


def test_the_name_and_the_date_are_known_by_their_lines() -> None:
    """The line the name was read on is the nameplate, that of the date the date line."""
    marks = Marks(frozenset({"l0"}), frozenset(), frozenset())
    assert Role.NAMEPLATE is _after("THUNDER", Role.MASTHEAD, marks)
    marks = Marks(frozenset(), frozenset({"l0"}), frozenset())
    assert Role.DATE_LINE is _after("March 10, 2021", Role.MASTHEAD, marks)


def test_without_a_name_idle_words_stay() -> None:
    """It takes a known name to tell an ear from a name."""
    nothing = Marks(frozenset(), frozenset(), frozenset())
    assert Role.MASTHEAD is _after("TWO SESSIONS", Role.MASTHEAD, nothing)
