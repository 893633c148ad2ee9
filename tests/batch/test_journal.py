from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from digitize.batch import journal
from digitize.batch.journal import IssueRow, PageRow


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


def test_opening_a_long_journal_looks_at_a_few_rows_only(tmp_path: Path) -> None:
    """A journal of many thousand pages opens with as few steps of the database as an empty one."""
    with journal.opened(tmp_path) as kept:
        for number in range(3_000):
            kept.learn(Path(__file__), "abc")
            kept.page(_row(f"p{number}"))
            kept.issue(IssueRow(issue=f"i{number}", state="done", pages=1, failed=0))
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    connect = sqlite3.connect
    with pytest.MonkeyPatch.context() as patch:

        def counted(path: str) -> sqlite3.Connection:
            base = connect(path)
            base.set_progress_handler(count, 100)
            return base

        patch.setattr(sqlite3, "connect", counted)
        with journal.opened(tmp_path):
            pass
    assert steps < 20


def _row(page: str) -> PageRow:
    return PageRow(
        issue="i", page=page, name="n", state="done", attempts=1, seconds=1.0, mebibytes=1.0
    )
