from __future__ import annotations

import re

import pytest

from digitize.cli.console import Work


def test_a_line_says_how_far_how_fast_and_how_long_still(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each page is a line with its issue, pages a minute, time left, and failures so far."""
    shown = Work(None, 3, silent=False)
    shown.more(1, 4, 1)  # a PDF of four pages, one of them done before
    shown.done("issue/a.pdf")
    shown.done("issue/b.png", "input: the file is empty")
    first, second = capsys.readouterr().err.splitlines()
    line = r"\[2/6\] issue/a\.pdf: [\d.]+ pages/min, \d+:\d\d:\d\d left, 0 failed"
    assert re.fullmatch(line, first)
    assert "[3/6] issue/b.png: input: the file is empty" == second


def test_a_quiet_run_says_nothing_of_its_pages(capsys: pytest.CaptureFixture[str]) -> None:
    """With -q only what went wrong is told, at the end."""
    Work(None, 1, silent=True).done("issue/a.png")
    assert "" == capsys.readouterr().err
