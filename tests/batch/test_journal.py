from __future__ import annotations

import os
from pathlib import Path

import pytest

from digitize.batch import journal


@pytest.mark.parametrize("year", [1901, 1970, 2106, 2286])
def test_a_file_of_any_date_is_known_again(tmp_path: Path, year: int) -> None:
    """A clock gone wrong, even past SQLite's numbers, keeps no file from being known."""
    file = tmp_path / "page.png"
    file.touch()
    seconds = int((year - 1970) * 365.2425 * 86_400)
    os.utime(file, (seconds, seconds))
    with journal.opened(tmp_path) as kept:
        assert kept.knows(file) == ""
        kept.learn(file, "abc")
        assert kept.knows(file) == "abc"
        os.utime(file, (seconds + 1, seconds + 1))
        kept.learn(file, "def")
        assert kept.knows(file) == "def"
