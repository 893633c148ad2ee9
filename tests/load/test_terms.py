from __future__ import annotations

import pytest

from digitize.errors import LimitError
from digitize.load import terms
from digitize.load.terms import MOST, Terms, hold, most, within


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the process on its own terms after each test."""
    monkeypatch.setattr(terms, "_held", Terms())


@pytest.mark.parametrize("name", MOST)
def test_every_limit_is_told_with_what_was_found_and_how_to_raise_it(name: str) -> None:
    """A refusal names the limit, what was found, and an option that lets just this pass."""
    found = MOST[name] + 1
    within(name, MOST[name], "a")
    with pytest.raises(LimitError) as caught:
        within(name, found, "a")
    assert f"limit {name} = {MOST[name]}, found {found}" == caught.value.message
    option = f"--max {name}={found}"
    assert caught.value.hint.endswith(option)
    hold(Terms(most={name: int(option.rpartition("=")[2])}))
    within(name, found, "a")


def test_what_is_not_raised_stays() -> None:
    """Raising one limit leaves the others as they are."""
    hold(Terms(most={"pages": 3}))
    assert (3, MOST["frames"]) == (most("pages"), most("frames"))
