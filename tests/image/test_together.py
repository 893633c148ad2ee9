from __future__ import annotations

import threading

import pytest

from digitize.image.together import together


def test_two_calls_run_at_one_time() -> None:
    """Each waits for the other to have begun, and both answers come in their order."""
    meeting = threading.Barrier(2, timeout=60)
    first, second = together(lambda: (meeting.wait(), "one"), lambda: (meeting.wait(), "two"))
    assert ("one", "two") == (first[1], second[1])


@pytest.mark.parametrize("which", [0, 1])
def test_an_error_of_either_comes_out(which: int) -> None:
    """What goes wrong aside is not lost."""

    def fail() -> None:
        raise ArithmeticError

    calls = [lambda: None, fail]
    with pytest.raises(ArithmeticError):
        together(calls[which], calls[1 - which])
