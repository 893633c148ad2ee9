from __future__ import annotations

import datetime as dt
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.scripts import script
from scripts.degrade import DAMAGES, degrade
from scripts.drawing.chinese import HanDesk, han_number
from scripts.drawing.compose import compose
from scripts.drawing.english import Desk, softened
from scripts.drawing.layouts import LAYOUTS


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_a_seed_stands_for_one_issue(layout: str) -> None:
    """The same seed plans the same issue, another seed another one."""
    first, again, other = (compose(seed, layout, 2.0)[0].as_json() for seed in (1, 1, 2))
    assert first == again
    assert first != other


@pytest.mark.parametrize("seed", range(20))
def test_the_printed_weekday_is_true(seed: int) -> None:
    """A drawn issue never contradicts the calendar."""
    issue = compose(seed, "classic", 2.0)[1].issue
    assert issue.date is not None
    assert f"{dt.date.fromisoformat(issue.date):%A}" == issue.weekday


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz -,.", max_size=80))
def test_soft_hyphens_change_no_word(text: str) -> None:
    """Taken out again, they leave the text as it was."""
    assert text == softened(text).replace("\u00ad", "")


@pytest.mark.parametrize("seed", range(5))
def test_no_slot_is_left_open(seed: int) -> None:
    """Every brace and bracket of a template is filled, in both languages."""
    rng = random.Random(seed)  # noqa: S311 - no secrets
    told = [desk.story(40) for desk in (Desk(rng, 1980), HanDesk(rng, 1980))]
    text = "".join("".join(sentence) for copy in told for sentence in copy.paragraphs)
    assert set() == set("{}[]|") & set(text)
    assert ["Latn", "Hant"] == [script("".join(copy.paragraphs[0])) for copy in told]


def test_han_numbers_are_written_as_spoken() -> None:
    """Ten stands without a one before it."""
    assert ["三", "十", "十二", "二十", "九十九"] == [han_number(n) for n in (3, 10, 12, 20, 99)]


@pytest.mark.parametrize("name", sorted(DAMAGES))
def test_damage_is_seeded(name: str) -> None:
    """The same seed does the same damage; "none" does nothing at all."""
    page = np.full((80, 60), 255, dtype=np.uint8)
    page[20:24, 10:50] = 0
    one, other = (degrade(page, DAMAGES[name], 7) for _ in range(2))
    assert np.array_equal(one, other)
    assert (name == "none") == np.array_equal(one, page)
